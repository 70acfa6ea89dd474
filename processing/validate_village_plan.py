"""landconsolidation:validatevillageplan — whether a delivery, or survey parcels, can be handed in."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..algorithms.errors import translatable
from ..algorithms.plan_profile import SHIPPED
from . import validation_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .i18n import tr
from .plan_group import GROUP, GROUP_ID
from .run import Run
from .shared_parameters import INPUT
from .validation_settings import read_settings

_ABOUT = About(
    id="validatevillageplan",
    title=translatable("Validate village plan"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Checks a delivery or survey parcels: fields, codes, areas, topology, binding lines, tables."),
    help=translatable(
        "Checks a delivery (shapefiles, GeoPackage or file geodatabase, made by this plugin or by other software) "
        "against its profile, or survey parcels (DLTB) against the survey's rules: layers and fields, codes and the "
        "system they belong to, keys, slope grades, field ridges, widths, areas against the official formula, "
        "overlaps, gaps and slivers, the village boundary, permanent basic farmland, redline and development "
        "boundary, personal data, and the structure adjustment table.\n\n"
        "Each fault is a feature with a sentence: an error must be corrected, a warning needs a reason, a note is "
        "worth a look. The dock's Review list shows them one by one.\n\n"
        "A rule whose layer or field is missing is listed as not checked: that is not the same as passed. No input "
        "is changed."
    ),
    tags=(
        "validation", "quality check", "topology", "overlap", "gap", "delivery", "schema", "DLTB",
        "质检", "成果质检", "数据检查", "拓扑检查", "重叠", "缝隙", "村庄规划", "入库",
        "zhijian", "chengguozhijian", "shujujiancha", "tuopujiancha", "cunzhuangguihua", "ruku",
    ),
)


class ValidateVillagePlan(LandAlgorithm):
    """Asks, calls the checks, writes."""

    ABOUT = _ABOUT
    ROLES = {
        "VILLAGE": "villages", "BASIC_FARMLAND": "basic_farmland", "REDLINE": "redline",
        "BOUNDARY": "development_boundary",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (*self._inputs(), *self._layers(), *self._limits(), *self._destinations_asked()):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _inputs(self):
        behaviour = Qgis.ProcessingFileParameterBehavior
        return (
            described(
                QgsProcessingParameterFile(
                    "DELIVERY", tr("Delivery folder"), behaviour.Folder, optional=True),
                tr("The folder of a delivery: shapefiles, a GeoPackage or a file geodatabase in it, or the file "
                   "geodatabase itself.")),
            described(
                QgsProcessingParameterFile(
                    "DELIVERY_FILE", tr("Delivery file"), behaviour.File, optional=True,
                    fileFilter=tr("GeoPackage files (*.gpkg)")),
                tr("The GeoPackage of a delivery, instead of a folder.")),
            described(
                QgsProcessingParameterFeatureSource(
                    INPUT, tr("Survey parcels"), [QgsProcessing.SourceType.VectorPolygon], optional=True),
                tr("Survey parcels (DLTB) with the survey's codes, instead of a delivery. Have invalid features "
                   "not filtered (the spanner beside the layer), so that they are reported.")),
            described(
                QgsProcessingParameterEnum("PROFILE", tr("Profile"), list(SHIPPED), optional=True),
                tr("The profile that the delivery should follow. Empty: the one it was made with, or whose layers it "
                   "has.")),
            described(
                QgsProcessingParameterFile(
                    "PROFILE_FILE", tr("Profile of your own"), behaviour.File, optional=True,
                    fileFilter=tr("JSON files (*.json)")),
                tr("A JSON file with a profile of your own, instead of a shipped one.")),
        )

    def _layers(self):
        layers = (
            ("VILLAGE", tr("Village boundary"),
             tr("The village, or villages, that the parcels should fill. Empty: the delivery's own boundary.")),
            ("BASIC_FARMLAND", tr("Permanent basic farmland"),
             tr("Permanent basic farmland as approved: the delivery must keep all of it.")),
            ("REDLINE", tr("Ecological redline"),
             tr("The ecological redline as approved: no new construction inside. Empty: the delivery's own.")),
            ("BOUNDARY", tr("Urban development boundary"),
             tr("The development boundary as approved: the delivery's own must not be larger.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(
                name, label, [QgsProcessing.SourceType.VectorPolygon], optional=True), help_text)
            for name, label, help_text in layers
        )

    def _limits(self):
        double = Qgis.ProcessingNumberParameterType.Double
        number = QgsProcessingParameterNumber
        return (
            advanced(described(
                number("AREA_TOLERANCE", tr("Allowed difference of areas [m²]"), double, 0.01, False, 0),
                tr("By how many square metres a stated area may differ from the official area of its shape."))),
            advanced(described(
                number("LEAST_AREA", tr("Smallest overlap and gap [m²]"), double, 0.01, False, 0),
                tr("Overlaps and gaps smaller than this many square metres, or thinner than 1 mm, are not reported."))),
        )

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        return (
            described(
                sink("ERRORS", tr("Validation errors"), QgsProcessing.SourceType.VectorPolygon),
                tr("One feature for each fault, with the land concerned: rule, severity, layer, feature, field, value, "
                   "a sentence. Faults of a whole layer are a box around the delivery.")),
            described(
                sink("SUMMARY", tr("Summary by rule"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table with one row per rule and layer: whether it was checked, how many faults, their area.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("Faults by rule, the first of them, what was not checked, and the parameters as a page to read or "
                   "print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .validation_run import validate

        settings = read_settings(self, parameters, context)
        validated = validate(settings, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, validated)
