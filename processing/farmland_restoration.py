"""landconsolidation:farmlandrestoration — land that can be cropland again, in the order in which to restore it."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from ..algorithms.tables import read_rules
from . import restoration_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import Dem
from .i18n import tr
from .progress import phase
from .restoration_settings import GRADE, read_settings
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter

_ABOUT = About(
    id="farmlandrestoration",
    title=translatable("Restoring cropland"),
    group_id="farmland",
    group=translatable("A · Farmland"),
    summary=translatable("Ranks the parcels that can be cropland again, and says where the line of a target falls."),
    help=translatable(
        "Takes the parcels that the survey records as restorable at once (JKHF) or by works (GCHF), and K classes "
        "where asked for, and puts them in the order in which to restore them.\n\n"
        "First what lies in high-standard farmland: restorable at once, then by works. Then what is restorable at once "
        "and touches a farmland block of 100 mu or more, with the block's new class. Then all others, K classes "
        "last. Within a tier gentler slope comes first, then the larger parcel.\n\n"
        "What lies in the ecological redline or on land to leave out, or is steeper than 25°, is left out, and its "
        "reasons say why. With a target in mu, the result says where the line falls. No input is changed."
    ),
    tags=(
        "cropland", "restoration", "orchard", "farmland", "high-standard farmland", "convertible", "target",
        "耕地功能恢复", "耕地恢复", "即可恢复", "工程恢复", "可调整地类", "高标准农田", "种植属性",
        "gengdigongnenghuifu", "gengdihuifu", "jikehuifu", "gongchenghuifu", "ketiaozheng", "gaobiaozhunnongtian",
    ),
)


class FarmlandRestoration(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "parcels", "HIGH_STANDARD": "high_standard_farmland", "BASIC_FARMLAND": "basic_farmland",
        "BLOCKS": "farmland_blocks", "REDLINE": "redline", "DEM": "dem",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            *self._inputs(), *self._layers(), *self._slope(), *self._options(), *area_parameters(net=False),
            *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _inputs(self):
        return (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB).")),
            *code_parameters(optional=True),
            described(
                QgsProcessingParameterBoolean("INCLUDE_K", tr("K classes too"), False),
                tr("Adds the classes that can be turned back to cropland, such as 0201K, as the last tier. Needs the "
                   "codes of the land survey.")),
        )

    def _layers(self):
        layers = (
            ("HIGH_STANDARD", tr("High-standard farmland"),
             tr("High-standard farmland zones. Without them no parcel can come into tiers 1 and 2.")),
            ("BASIC_FARMLAND", tr("Permanent basic farmland"),
             tr("Permanent basic farmland (YJJBNTBHTB). The area on it is measured and stands in the reasons.")),
            ("BLOCKS", tr("Farmland blocks"),
             tr("The blocks that “Farmland contiguity” wrote. Without them no parcel can come into tier 3.")),
            ("REDLINE", tr("Ecological redline"),
             tr("The ecological redline (STBHHX). Parcels with 1 m² or more inside are left out.")),
            ("EXCLUDE", tr("Land to leave out"),
             tr("Any other land on which nothing is restored, such as a construction site or a reserve. Parcels with "
                "1 m² or more inside are left out.")),
        )
        return tuple(
            described(
                QgsProcessingParameterFeatureSource(
                    name, label, [QgsProcessing.SourceType.VectorPolygon], optional=True), help_text)
            for name, label, help_text in layers
        )

    def _slope(self):
        field = QgsProcessingParameterField("SLOPE_FIELD", tr("Slope field"), None, INPUT, optional=True)
        return (
            described(
                field, tr("The field with the slope of the parcels. The survey gives a grade (GDPDJB) to cropland "
                          "only. Where the field is empty the terrain model is used.")),
            advanced(described(
                QgsProcessingParameterEnum(
                    "SLOPE_UNIT", tr("Unit of the slope field"), [tr("slope grade, 1 to 5"), tr("degrees")],
                    defaultValue=GRADE),
                tr("Whether the slope field holds grades 1 to 5, as GDPDJB does, or degrees."))),
            described(
                QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True),
                tr("Heights in metres, in any CRS. Slope is the mean over each parcel.")),
        )

    def _options(self):
        number, double = QgsProcessingParameterNumber, Qgis.ProcessingNumberParameterType.Double
        gap = QgsProcessingParameterDistance("BLOCK_GAP", tr("Gap to farmland blocks"), 0.0, minValue=0.0)
        gap.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        rules, text = read_rules("restoration_rules"), QgsProcessingParameterString
        return (
            described(
                number("TARGET_MU", tr("Target [mu]"), double, None, optional=True, minValue=0.0),
                tr("How much is to be restored. The result then says where the line falls.")),
            *(advanced(parameter) for parameter in (
                described(
                    QgsProcessingParameterField(
                        "RESTORE_FIELD", tr("Field that says what is restorable"), None, INPUT, optional=True),
                    tr("The planting attribute of the survey. Empty: ZZSXDM.")),
                described(
                    text("AT_ONCE", tr("Restorable at once"), rules["at_once"], optional=True),
                    tr("What that field says of parcels restorable at once. Empty: leave them out.")),
                described(
                    text("WORKS", tr("Restorable by works"), rules["works"], optional=True),
                    tr("What that field says of parcels restorable by works. Empty: leave them out.")),
                described(
                    number("IN_SHARE", tr("Share that makes a parcel lie in a zone"), double, 0.5, minValue=0.0,
                           maxValue=1.0),
                    tr("Share of a parcel in high-standard farmland from which it counts as lying in it.")),
                described(
                    number("LARGE_MU", tr("Large block from [mu]"), double, 100.0, minValue=0.0),
                    tr("Net area of a farmland block from which a parcel that touches it comes into tier 3.")),
                described(
                    gap, tr("Widest gap at which a parcel still counts as touching a block or another parcel, in "
                            "metres.")),
                described(
                    number("MAX_SLOPE", tr("Steepest slope [°]"), double, 25.0, optional=True, minValue=0.0,
                           maxValue=90.0),
                    tr("Steeper parcels are left out: above 25° the law allows no new cropland. Empty: no limit.")),
                described(
                    QgsProcessingParameterField("GROUP_FIELD", tr("Group field"), None, INPUT, optional=True),
                    tr("Township or village by which the summary adds up, such as ZLDWMC.")),
            )),
        )

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        return (
            described(
                sink("PARCELS", tr("Restorable parcels"), QgsProcessing.SourceType.VectorPolygon),
                tr("Every restorable parcel with its tier, rank, mu up to it, new block class and reasons.")),
            described(
                sink("SUMMARY", tr("Summary by group"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of parcels and mu by group and tier.")),
            described(
                sink("GROWTH", tr("Blocks that grow"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of the farmland blocks that grow when all parcels, or those within the target, are "
                   "restored, with their class before and after.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("Tiers, the line of the target, what is left out and why, blocks that rise, the first parcels and "
                   "the parameters as a page to read or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        layer = self.parameterAsRasterLayer(parameters, "DEM", context)
        self._dem = Dem(layer) if layer is not None and layer.isValid() else None
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from ..algorithms.restoration import judge
        from .restoration_analysis import read_restorable

        settings = read_settings(self, parameters, context)
        restorable = read_restorable(settings, self._dem, context, feedback)
        judged = phase(feedback, tr("Ranking"), 82, 84)
        verdict = judge(restorable.facts, settings.thresholds)
        judged(1.0)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, restorable, verdict)
