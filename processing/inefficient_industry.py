"""landconsolidation:inefficientindustry — industrial land outside the boundary, how inefficient, and what to do."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..algorithms.errors import translatable
from . import industry_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .boundary_settings import boundary_filter_parameter, boundary_parameter
from .i18n import tr
from .industry_settings import read_settings
from .progress import phase
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter

_ABOUT = About(
    id="inefficientindustry",
    title=translatable("Inefficient industry outside the boundary"),
    group_id="industry",
    group=translatable("C · Industry"),
    summary=translatable("Finds industrial parcels outside the development boundary, and what could become of each."),
    help=translatable(
        "Finds the industrial parcels of which half or more lies outside the urban development boundary, measures "
        "exactly how much does, gathers the evidence of inefficiency that is there, and suggests what should become of "
        "each: clear and reclaim, move to a park, upgrade, keep, or convert.\n\n"
        "Evidence is used only where it is known: the rating A to D, tax per mu against the county's mean, floor-area "
        "ratio and coverage from real buildings, size, pollution, conflicts with redline, basic farmland and water "
        "sources, and large farmland blocks beside. A parcel without a rating, in no conflict and not stray, is left "
        "to a person.\n\n"
        "A stray plant is a small cluster, not a small parcel: industrial parcels within 50 m count together. "
        "All thresholds are judgements; those used are written into every result. No input is changed."
    ),
    tags=(
        "industry", "factory", "inefficient", "brownfield", "urban development boundary", "reclaim", "tax per mu",
        "低效工业", "低效用地", "城镇开发边界", "边界外", "亩均论英雄", "清退复垦", "工业用地",
        "dixiaogongye", "dixiaoyongdi", "kaifabianjie", "munlunyingxiong", "qingtuifuken", "gongyeyongdi",
    ),
)


class InefficientIndustry(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "parcels", "BOUNDARY": "development_boundary", "ENTERPRISES": "enterprises", "BUILDINGS": "buildings",
        "REDLINE": "redline", "BASIC_FARMLAND": "basic_farmland", "WATER_SOURCE": "water_source",
        "HERITAGE": "heritage", "BLOCKS": "farmland_blocks",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            *self._inputs(), *self._layers(), *self._fields(), *self._thresholds(), *area_parameters(),
            *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _inputs(self):
        return (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygon layer with land codes.")),
            *code_parameters(optional=True),
            boundary_parameter(),
            described(
                QgsProcessingParameterFeatureSource(
                    "ENTERPRISES", tr("Enterprise ratings"), [QgsProcessing.SourceType.Vector], optional=True),
                tr("Enterprises with rating and tax: a table joined by a key, or points or polygons joined by where "
                   "they lie.")),
        )

    def _layers(self):
        kind = QgsProcessing.SourceType
        layers = (
            ("BUILDINGS", tr("Buildings"), kind.VectorPolygon,
             tr("Building footprints. Floor-area ratio and coverage are measured from them.")),
            ("REDLINE", tr("Ecological redline"), kind.VectorPolygon,
             tr("The ecological redline (STBHHX). Industry inside is to be cleared.")),
            ("BASIC_FARMLAND", tr("Permanent basic farmland"), kind.VectorPolygon,
             tr("Permanent basic farmland (YJJBNTBHTB). Industry on it is to be cleared.")),
            ("WATER_SOURCE", tr("Water-source zones"), kind.VectorPolygon,
             tr("Protection zones of drinking water. Industry inside is to be cleared.")),
            ("HERITAGE", tr("Heritage and tourism sites"), kind.VectorAnyGeometry,
             tr("Sites worth keeping for what they are. Industry there is to be converted.")),
            ("BLOCKS", tr("Farmland blocks"), kind.VectorPolygon,
             tr("The blocks that “Farmland contiguity” wrote. Land beside a block of 100 mu or more is worth "
                "reclaiming.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(name, label, [of], optional=True), help_text)
            for name, label, of, help_text in layers
        )

    def _fields(self):
        fields = (
            ("JOIN_FIELD", tr("Key of the parcels"), INPUT,
             tr("The field of the parcels that enterprises name. Empty: BSM, or by location where the enterprises have "
                "shapes.")),
            ("ENTERPRISE_JOIN_FIELD", tr("Key of the enterprises"), "ENTERPRISES",
             tr("The field of the enterprises that names their parcel. Empty: a usual one, such as parcel_bsm.")),
            ("CLASS_FIELD", tr("Rating field"), "ENTERPRISES",
             tr("The rating A, B, C or D. Empty: a field usually called so, such as rating or 评价等级.")),
            ("TAX_FIELD", tr("Tax field (per mu)"), "ENTERPRISES",
             tr("Tax per mu. Empty: a field usually called so, such as tax_per_mu or 亩均税收.")),
            ("POLLUTION_FIELD", tr("Pollution field"), "ENTERPRISES",
             tr("Whether an enterprise pollutes, as yes or no. Empty: a field usually called so, such as polluting.")),
            ("FLOORS_FIELD", tr("Floors field"), "BUILDINGS",
             tr("Number of floors of a building. Empty: a field usually called so, such as floors or 层数.")),
            ("FAR_FIELD", tr("Floor-area ratio field"), INPUT,
             tr("Floor-area ratio as recorded, used where no buildings are given.")),
            ("COVERAGE_FIELD", tr("Coverage field"), INPUT,
             tr("Building coverage as recorded, a share of 0 to 1, used where no buildings are given.")),
            ("GROUP_FIELD", tr("Group field"), INPUT,
             tr("Township or village by which the summary adds up, such as ZLDWMC.")),
        )
        expression = QgsProcessingParameterExpression
        return tuple(advanced(parameter) for parameter in (
            described(
                expression("INDUSTRY", tr("Industry expression"), None, INPUT, optional=True),
                tr("Which parcels are industrial. Empty: code 0601 of the land survey, 1001 of land and sea use. With "
                   "an expression the land code field may stay empty.")),
            described(
                QgsProcessingParameterBoolean("INCLUDE_LOGISTICS", tr("Logistics land too"), False),
                tr("Adds logistics and storage: 0508 of the land survey, 1101 of land and sea use.")),
            boundary_filter_parameter(),
            *(
                described(QgsProcessingParameterField(name, label, None, parent, optional=True), help_text)
                for name, label, parent, help_text in fields
            ),
        ))

    def _thresholds(self):
        gap = QgsProcessingParameterDistance("BLOCK_GAP", tr("Gap to farmland blocks"), 20.0, minValue=0.0)
        gap.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        numbers = (
            ("OUTSIDE_SHARE", tr("Share outside from"), 0.5, 1.0,
             tr("Share of a parcel outside the boundary from which it is a candidate.")),
            ("STRAY_MU", tr("Stray below [mu]"), 5.0, None,
             tr("Area of a cluster of industrial parcels below which it is stray.")),
            ("LOW_TAX_RATIO", tr("Low tax below, of the mean"), 0.5, None,
             tr("Tax per mu over the county's mean below which it is low.")),
            ("LOW_FAR", tr("Low floor-area ratio below"), 0.6, None, tr("Floor-area ratio below which it is low.")),
            ("LOW_COVERAGE", tr("Low coverage below"), 0.3, 1.0, tr("Building coverage below which it is low.")),
        )
        number = QgsProcessingParameterNumber
        double = Qgis.ProcessingNumberParameterType.Double
        return tuple(advanced(parameter) for parameter in (
            described(
                number("TAX_MEAN", tr("County's mean tax per mu"), double, None, optional=True),
                tr("In the unit of the tax field. Empty: the mean of the enterprises given, which the log then says.")),
            *(
                described(
                    number(name, label, double, default, minValue=0.0, **({} if most is None else {"maxValue": most})),
                    help_text)
                for name, label, default, most, help_text in numbers
            ),
            described(gap, tr("Widest gap to a farmland block that still counts as beside it, in metres.")),
        ))

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        return (
            described(
                sink("PARCELS", tr("Industrial parcels"), QgsProcessing.SourceType.VectorPolygon),
                tr("Every industrial parcel with its area outside, evidence, score, disposal and reasons.")),
            described(
                sink("SUMMARY", tr("Summary by group"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of parcels and mu by group and disposal, and their share of the city's target.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("How it was decided, disposals, evidence, the first candidates and the parameters as a page to read "
                   "or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from ..algorithms.industry import judge
        from .industry_analysis import read_industry

        settings = read_settings(self, parameters, context)
        industry = read_industry(settings, context, feedback)
        weighed = phase(feedback, tr("Judging"), 85, 86)
        verdict = judge(industry.facts, settings.thresholds)
        weighed(1.0)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, industry, verdict)
