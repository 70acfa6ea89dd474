"""landconsolidation:villagerelocation — which settlements to offer relocation, why, and how sure that is."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from . import relocation_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import dem_given
from .i18n import tr
from .relocation_settings import read_settings
from .relocation_words import criterion_names
from .run import Run
from .settlement_inputs import count_parameters, dem_parameter, protected_parameter, settlement_parameters
from .shared_parameters import INPUT, area_parameters

_WEIGHTS = "hazard=0.30;access=0.20;vacancy=0.20;scatter=0.15;terrain=0.15"
# The ratios of the weights above, so that both ways of weighting begin alike.
_AHP = (
    "1", "3/2", "3/2", "2", "2",
    "2/3", "1", "1", "4/3", "4/3",
    "2/3", "1", "1", "4/3", "4/3",
    "1/2", "3/4", "3/4", "1", "1",
    "1/2", "3/4", "3/4", "1", "1",
)  # fmt: skip
_ABOUT = About(
    id="villagerelocation",
    title=translatable("Village relocation candidates"),
    group_id="villages",
    group=translatable("B · Villages"),
    summary=translatable("Says which settlements to offer relocation, why, how sure that is, and what must stay."),
    help=translatable(
        "Looks at settlements in a fixed order. Protected ones are retained, whatever else holds. Those inside a "
        "hazard extent, or close to a hazard point, are candidates for their people's safety. The rest is weighed by "
        "five criteria: hazard, access to services, vacancy, scatter and terrain.\n\n"
        "Height or remoteness alone never means relocation: the policy moves some of these villages and keeps others, "
        "so such a place gets no disposition and a person decides. Without the consent of every household a result "
        "is a candidate, never a decision.\n\n"
        "Every layer but the settlements is optional. What is not given is unknown, never zero: the weights of what "
        "is known make up the score, and the confidence falls. All thresholds are judgements; those used are written "
        "into every result.\n\n"
        "No input is changed."
    ),
    tags=(
        "village", "relocation", "resettlement", "hamlet", "hollow village", "hazard", "vacancy", "score", "ahp",
        "entropy", "candidates",
        "村庄搬迁", "搬迁撤并", "空心村", "地质灾害", "高山远山", "宅基地", "撤并", "避险搬迁",
        "cunzhuangbanqian", "banqianchebing", "kongxincun", "dizhizaihai", "gaoshanyuanshan", "zhaijidi",
    ),
)


class VillageRelocation(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "settlements", "STATISTICS": "village_statistics", "DEM": "dem", "HAZARD_AREAS": "hazard_areas",
        "HAZARD_POINTS": "hazard_points", "PROTECTED": "protected", "REDLINE": "redline",
        "WATER_SOURCE": "water_source", "SERVICES": "services", "ROADS": "roads",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            *settlement_parameters(), *self._layers(), *count_parameters(), *self._weighting(),
            *self._thresholds(), *area_parameters(), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        kind = QgsProcessing.SourceType
        layers = (
            ("HAZARD_AREAS", tr("Hazard extents"), kind.VectorPolygon,
             tr("Surveyed extents of geological hazards, or areas of high susceptibility. Settlements inside are "
                "candidates for safety.")),
            ("HAZARD_POINTS", tr("Hazard points"), kind.VectorPoint,
             tr("Recorded hazard points. Settlements within the hazard distance are candidates for safety.")),
            ("REDLINE", tr("Ecological redline"), kind.VectorPolygon,
             tr("The ecological redline (STBHHX). The area inside is measured and stands in the reasons.")),
            ("WATER_SOURCE", tr("Water-source zones"), kind.VectorPolygon,
             tr("Protection zones of drinking water. The area inside is measured and stands in the reasons.")),
            ("SERVICES", tr("Service points"), kind.VectorPoint,
             tr("Schools, clinics, markets: where people go.")),
            ("ROADS", tr("Roads"), kind.VectorLine,
             tr("Roads along which the way to services is measured. Empty: straight.")),
        )
        first, second = (
            tuple(described(QgsProcessingParameterFeatureSource(name, label, [of], optional=True), help_text)
                  for name, label, of, help_text in part)
            for part in (layers[:2], layers[2:])
        )
        return dem_parameter(), *first, protected_parameter(), *second

    def _weighting(self):
        return tuple(advanced(parameter) for parameter in (
            described(
                QgsProcessingParameterEnum(
                    "WEIGHTING", tr("Weighting"),
                    [tr("Given weights"), tr("AHP matrix"), tr("Entropy")], defaultValue=0),
                tr("Where the weights come from. Given: as written below. AHP: from pairwise comparisons. Entropy: "
                   "from how much each criterion tells the settlements apart.")),
            described(
                QgsProcessingParameterString("WEIGHTS", tr("Weights"), _WEIGHTS),
                tr("name=weight for hazard, access, vacancy, scatter and terrain, separated by semicolons. Weights "
                   "that do not add up to 1 are scaled.")),
            described(
                QgsProcessingParameterMatrix(
                    "AHP_MATRIX", tr("AHP matrix"), 5, True, list(criterion_names().values()), list(_AHP)),
                tr("How many times the criterion of the row matters as much as that of the column. Rows are in the "
                   "order of the columns. Fractions such as 1/3 can be written. A consistency ratio of 0.1 or more is "
                   "refused.")),
            described(
                QgsProcessingParameterNumber(
                    "ROBUSTNESS_RUNS", tr("Runs with varied weights"), Qgis.ProcessingNumberParameterType.Integer, 200,
                    minValue=0, maxValue=10_000),
                tr("How often the ranking is repeated with weights varied by up to 20 %, to say how firm each rank is. "
                   "0: not at all.")),
        ))

    def _thresholds(self):
        distance = QgsProcessingParameterDistance("HAZARD_DISTANCE", tr("Hazard distance"), 100.0, minValue=0.0)
        distance.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        numbers = (
            ("HIGH_ELEVATION", tr("High from [m]"), 500.0, None, tr("Mean elevation from which a settlement is high.")),
            ("STEEP_SLOPE", tr("Steep from [°]"), 25.0, 90.0, tr("Mean slope from which a settlement is steep.")),
            ("REMOTE_NETWORK_KM", tr("Remote beyond, by road [km]"), 10.0, None,
             tr("Distance to the nearest service along the roads beyond which a settlement is remote.")),
            ("REMOTE_STRAIGHT_KM", tr("Remote beyond, straight [km]"), 5.0, None,
             tr("The same where distances are straight.")),
            ("VACANCY_MIDDLE", tr("Vacancy, middle"), 0.2, 1.0,
             tr("Share of vacant dwellings from which vacancy stands out; it counts half there.")),
            ("VACANCY_HIGH", tr("Vacancy, high"), 0.3, 1.0,
             tr("Share of vacant dwellings from which a village is hollow; it counts in full there.")),
            ("SCATTERED_MU", tr("Scattered below [mu]"), 5.0, None, tr("Area below which a settlement is scattered.")),
            ("SCATTERED_HOUSEHOLDS", tr("Scattered below [households]"), 10.0, None,
             tr("Number of households below which a settlement is scattered.")),
            ("MERGE_SCORE", tr("Score for merging"), 60.0, 100.0,
             tr("Score from which relocating and merging is suggested.")),
            ("REVIVE_SCORE", tr("Score for reviving"), 40.0, 100.0,
             tr("Score from which bringing idle homesteads back into use is suggested.")),
        )
        return (
            advanced(described(distance, tr(
                "Distance from a hazard point, in metres, within which a settlement is a candidate for safety."))),
            *(
                advanced(described(
                    QgsProcessingParameterNumber(
                        name, label, Qgis.ProcessingNumberParameterType.Double, default, minValue=0.0,
                        **({} if most is None else {"maxValue": most})),
                    help_text))
                for name, label, default, most, help_text in numbers
            ),
        )

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        return (
            described(
                sink("CANDIDATES", tr("Relocation candidates"), QgsProcessing.SourceType.VectorPolygon),
                tr("Every settlement with its measures, points, score, disposition, rank and reasons.")),
            described(
                sink("SUMMARY", tr("Summary by village"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of settlements, households and mu by village and disposition.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("How it was decided, the weights, the first candidates and the parameters as a page to read or "
                   "print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from . import relocation_analysis as analysis
        from .relocation_facts import read_known

        settings = read_settings(self, parameters, context)
        known = read_known(settings, self._dem, context, feedback)
        verdict = analysis.judge(known, settings, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, known, verdict)
