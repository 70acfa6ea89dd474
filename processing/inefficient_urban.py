"""landconsolidation:inefficienturban — inefficient built land inside the boundary, grouped for redevelopment."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..algorithms.errors import translatable
from ..algorithms.systems import CODE_SYSTEMS, SYSTEM_NAMES
from . import urban_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .boundary_settings import boundary_filter_parameter, boundary_parameter
from .i18n import tr
from .progress import phase
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter
from .urban_settings import PLAN_SYSTEM_DEFAULT, read_settings

_ABOUT = About(
    id="inefficienturban",
    title=translatable("Inefficient urban land inside the boundary"),
    group_id="urban",
    group=translatable("D · Urban"),
    summary=translatable("Finds run-down built land inside the development boundary and groups it for redevelopment."),
    help=translatable(
        "Looks at the built land inside the urban development boundary, gathers the evidence of inefficiency that is "
        "there, and groups the candidates that lie near one another into redevelopment areas: from 10 mu on for "
        "contiguous redevelopment, below for organic renewal.\n\n"
        "Evidence is used only where it is known: floor-area ratio and coverage from real buildings, their age, "
        "vacancy, a planned use that is another, hazards and public complaints. Two pieces of evidence make a "
        "candidate, or a list of the county's. What stands in a historic district is protected, whatever the "
        "evidence, and never redeveloped.\n\n"
        "Parks, schools and public buildings are not judged by how densely they are built. All thresholds are "
        "judgements; those used are written into every result. No input is changed."
    ),
    tags=(
        "urban", "redevelopment", "renewal", "brownfield", "inefficient", "floor-area ratio", "historic district",
        "低效用地", "城镇低效用地", "再开发", "城市更新", "有机更新", "历史文化街区", "容积率",
        "chengzhendixiao", "dixiaoyongdi", "zaikaifa", "chengshigengxin", "lishijiequ", "rongjilv",
    ),
)


class InefficientUrban(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "parcels", "BOUNDARY": "development_boundary", "BUILDINGS": "buildings", "HAZARDS": "hazard_areas",
        "HISTORIC": "heritage",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygon layer with land codes.")),
            *code_parameters(optional=True), boundary_parameter(), *self._layers(), *self._fields(),
            *self._thresholds(), *area_parameters(net=False), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        kind = QgsProcessing.SourceType
        layers = (
            ("BUILDINGS", tr("Buildings"), kind.VectorPolygon,
             tr("Building footprints. Floor-area ratio, coverage and age are measured from them.")),
            ("PLAN", tr("Plan"), kind.VectorPolygon,
             tr("A layer of planned uses. A parcel whose planned use is of another class than today's conflicts with "
                "the plan.")),
            ("HAZARDS", tr("Hazards"), kind.VectorAnyGeometry,
             tr("Hazards of any kind: extents on the parcel count, points and lines within the distance given too.")),
            ("COMPLAINTS", tr("Public complaints"), kind.VectorAnyGeometry,
             tr("Where people complained, as points on the parcel or areas.")),
            ("HISTORIC", tr("Historic districts and sites"), kind.VectorAnyGeometry,
             tr("Historic districts, protected buildings and industrial heritage. What stands there is protected and "
                "never redeveloped.")),
            ("LIST", tr("List of inefficient land"), kind.Vector,
             tr("The county's own list: a table joined by a key, or a layer joined by where it lies. What is on it is "
                "a candidate.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(name, label, [of], optional=True), help_text)
            for name, label, of, help_text in layers
        )

    def _fields(self):
        fields = (
            ("PLAN_FIELD", tr("Field of the planned use"), "PLAN",
             tr("The field of the plan with the codes of use. Empty: plan_code, or a field usually called so.")),
            ("JOIN_FIELD", tr("Key of the parcels"), INPUT,
             tr("The field of the parcels that the list names. Empty: BSM, or by location where the list has shapes.")),
            ("LIST_FIELD", tr("Key of the list"), "LIST",
             tr("The field of the list that names a parcel. Empty: a usual one, such as parcel_bsm.")),
            ("TOWN_FIELD", tr("Town field"), INPUT,
             tr("The field that marks land in a city (201) or town (202). Empty: CZCSXM where there is one.")),
            ("FLOORS_FIELD", tr("Floors field"), "BUILDINGS",
             tr("Number of floors of a building. Empty: a field usually called so, such as floors or 层数.")),
            ("YEAR_FIELD", tr("Year field"), "BUILDINGS",
             tr("Year of building. Empty: a field usually called so, such as built_year or 建成年份.")),
            ("FAR_FIELD", tr("Floor-area ratio field"), INPUT,
             tr("Floor-area ratio as recorded, used where no buildings are given.")),
            ("COVERAGE_FIELD", tr("Coverage field"), INPUT,
             tr("Building coverage as recorded, a share of 0 to 1, used where no buildings are given.")),
            ("VACANCY_FIELD", tr("Vacancy field"), INPUT,
             tr("Share vacant, 0 to 1. Empty: a field usually called so, such as 空置率.")),
            ("GROUP_FIELD", tr("Group field"), INPUT,
             tr("Township or village by which the summary adds up, such as ZLDWMC.")),
        )
        expression = QgsProcessingParameterExpression
        return (boundary_filter_parameter(), *(advanced(parameter) for parameter in (
            described(
                expression("BUILT", tr("Built land expression"), None, INPUT, optional=True),
                tr("Which parcels are built land. Empty: classes 05 to 08 of the land survey, or those that CZCSXM "
                   "marks as city or town. With an expression the land code field may stay empty.")),
            described(
                expression("LISTED", tr("Listed by expression"), None, INPUT, optional=True),
                tr("Which parcels are candidates whatever the evidence, besides those on the list.")),
            described(
                QgsProcessingParameterEnum(
                    "PLAN_SYSTEM", tr("Code system of the plan"), [tr(SYSTEM_NAMES[name]) for name in CODE_SYSTEMS],
                    defaultValue=PLAN_SYSTEM_DEFAULT),
                tr("Which system the codes of the plan belong to.")),
            *(described(QgsProcessingParameterField(name, label, None, parent, optional=True), help_text)
              for name, label, parent, help_text in fields),
        )))

    def _thresholds(self):
        gap = QgsProcessingParameterDistance("GAP", tr("Gap within an area"), 20.0, minValue=0.0)
        near = QgsProcessingParameterDistance("HAZARD_DISTANCE", tr("Distance to hazard points"), 100.0, minValue=0.0)
        for distance in (gap, near):
            distance.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        double, whole = Qgis.ProcessingNumberParameterType.Double, Qgis.ProcessingNumberParameterType.Integer
        numbers = (
            ("INSIDE_SHARE", tr("Share inside from"), double, 0.5, 0, 1,
             tr("Share of a parcel inside the boundary from which it is looked at.")),
            ("LOW_FAR", tr("Low floor-area ratio below"), double, 0.6, 0, None,
             tr("Floor-area ratio below which it is low.")),
            ("LOW_COVERAGE", tr("Low coverage below"), double, 0.3, 0, 1,
             tr("Building coverage below which it is low.")),
            ("BUILT_BEFORE", tr("Old when built before"), whole, 1990, 0, None,
             tr("Mean year of building before which a parcel's buildings are old.")),
            ("HIGH_VACANCY", tr("High vacancy from"), double, 0.3, 0, 1, tr("Share vacant from which it is high.")),
            ("MIN_EVIDENCE", tr("Pieces of evidence needed"), whole, 2, 1, 7,
             tr("How many pieces of evidence must speak against a parcel to make it a candidate.")),
        )
        area = QgsProcessingParameterNumber(
            "MIN_AREA_MU", tr("Contiguous redevelopment from [mu]"), double, 10.0, minValue=0.0)
        return (
            described(gap, tr("Widest gap between candidates of one redevelopment area, edge to edge, in metres.")),
            described(area, tr("Area of a redevelopment area from which it is for contiguous redevelopment; smaller "
                               "ones are for organic renewal.")),
            *(advanced(described(
                QgsProcessingParameterNumber(
                    name, label, kind, default, minValue=least, **({} if most is None else {"maxValue": most})),
                help_text)) for name, label, kind, default, least, most, help_text in numbers),
            advanced(described(near, tr("How near a hazard known as a point or line counts, in metres."))),
        )

    def _destinations_asked(self):
        sink, kind = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType
        return (
            described(
                sink("PARCELS", tr("Built land inside the boundary"), kind.VectorPolygon),
                tr("Every parcel of built land inside the boundary with its evidence, result and reasons.")),
            described(
                sink("AREAS", tr("Redevelopment areas"), kind.VectorPolygon, optional=True, createByDefault=True),
                tr("Candidates near one another merged into areas, and the historic districts that are protected.")),
            described(
                sink("SUMMARY", tr("Summary by group"), kind.Vector, optional=True, createByDefault=True),
                tr("A table of parcels and mu by group, result and sub-type.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("How it was decided, areas, evidence, the first candidates and the parameters as a page to read or "
                   "print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from ..algorithms.urban import judge
        from .urban_analysis import read_urban

        settings = read_settings(self, parameters, context)
        urban = read_urban(settings, context, feedback)
        verdict = judge(
            urban.geometry, urban.facts, settings.thresholds, phase(feedback, tr("Grouping candidates"), 78, 84))
        return outputs.write_all(Run(self, parameters, context, feedback), settings, urban, verdict)
