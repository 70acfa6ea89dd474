"""landconsolidation:farmlandcontiguity — farmland blocks and how they hang on the gap."""

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
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from . import farmland_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .farmland_settings import ABSORB_DEFAULT, BARRIER_DEFAULT, read_settings
from .i18n import tr
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter

_ABOUT = About(
    id="farmlandcontiguity",
    title=translatable("Farmland contiguity"),
    group_id="farmland",
    group=translatable("A · Farmland"),
    summary=translatable("Groups farmland parcels into contiguous blocks and classes them by net area in mu."),
    help=translatable(
        "Finds the contiguous farmland blocks of a survey layer. Two parcels belong together when the gap between "
        "them, edge to edge, is no wider than the largest gap bridged and the shortest line across it meets no "
        "barrier. Parcels that touch always belong together. "
        "Blocks are classed by their net area in mu (100, 1,000 and 10,000 mu by default).\n\n"
        "Field roads, ditches and ridges inside a block's outline count in its gross area but never link blocks. "
        "The sensitivity table shows how the result changes with the gap; reviewers ask for it.\n\n"
        "Areas are official ellipsoidal areas on CGCS2000, net of field ridges where the layer has KCXS. "
        "The input is never changed."
    ),
    tags=(
        "farmland", "cropland", "contiguity", "contiguous", "block", "cluster", "mu", "fragmentation", "consolidation",
        "集中连片", "百亩方", "千亩方", "万亩方", "耕地", "连片", "农田",
        "jizhonglianpian", "baimufang", "qianmufang", "wanmufang", "gengdi", "lianpian", "nongtian",
    ),
)


class FarmlandContiguity(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "parcels"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (*self._inputs(), *self._fine_tuning(), *self._destinations_asked()):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _inputs(self):
        gap = QgsProcessingParameterDistance("MAX_GAP", tr("Largest gap bridged"), 20.0, minValue=0.0)
        # Always metres: with a parent layer in degrees the dialog would offer degrees.
        gap.setDefaultUnit(Qgis.DistanceUnit.Meters)
        return (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygon layer with land codes.")),
            *code_parameters(optional=True),
            described(gap, tr(
                "Widest gap between two parcels, edge to edge, that is still bridged, in metres. "
                "The default of 20 m is a judgement, not a rule: see the sensitivity table.")),
            described(
                QgsProcessingParameterFeatureSource(
                    "BARRIERS", tr("Barriers"),
                    [QgsProcessing.SourceType.VectorLine, QgsProcessing.SourceType.VectorPolygon], optional=True),
                tr("Lines or polygons that keep farmland apart, such as a planned road. "
                   "Added to the barrier codes.")),
            described(
                QgsProcessingParameterString("THRESHOLDS", tr("Class thresholds [mu]"), "100;1000;10000"),
                tr("Smallest net area of each block class in mu, ascending, separated by semicolons.")),
            described(
                QgsProcessingParameterEnum(
                    "BLOCK_GEOMETRY", tr("Shape of blocks"),
                    [tr("Parcels collected"), tr("Parcels dissolved"), tr("Outline with gaps closed")],
                    defaultValue=outputs.DISSOLVED),
                tr("Collected: parcels as they are, in one multipolygon. Dissolved: shared edges removed. "
                   "Outline: gaps up to the largest gap closed.")),
        )

    def _fine_tuning(self):
        text, number, field = QgsProcessingParameterString, QgsProcessingParameterNumber, QgsProcessingParameterField
        return tuple(advanced(parameter) for parameter in (
            described(
                QgsProcessingParameterExpression("FARMLAND", tr("Farmland expression"), None, INPUT, optional=True),
                tr("Which parcels are farmland. Empty: those of class 01 (cropland). With an expression the land code "
                   "field may stay empty; no parcel is then a barrier or absorbed by its code.")),
            described(
                text("BARRIER_CODES", tr("Barrier codes"), BARRIER_DEFAULT, optional=True),
                tr("Codes of parcels that keep farmland apart, separated by commas; 05xx means all that begin with 05. "
                   "The default list is that of the land survey; under another code system the codes that correspond "
                   "are taken. Empty: none.")),
            described(
                text("ABSORB_CODES", tr("Absorbed codes"), ABSORB_DEFAULT, optional=True),
                tr("Codes of field roads, ditches and ridges that count in a block's gross area. A minus takes a code "
                   "out: 1107, -1107A is the ditch without the main canal. Empty: none.")),
            described(
                number("ABSORB_MAX_WIDTH", tr("Widest absorbed strip [m]"), Qgis.ProcessingNumberParameterType.Double,
                       10.0, minValue=0.0),
                tr("Absorbed parcels wider than this do not count in the gross area.")),
            described(
                field("WIDTH_FIELD", tr("Width field"), None, INPUT, optional=True),
                tr("The field with the width of long parcels in metres. Empty: XZDWKD; where there is none, the width "
                   "is worked out from area and perimeter.")),
            described(
                field("SLOPE_FIELD", tr("Slope grade field"), None, INPUT, optional=True),
                tr("The field with the slope grade 1 to 5. Empty: GDPDJB.")),
            described(
                number("MAX_SLOPE_GRADE", tr("Steepest slope grade"), Qgis.ProcessingNumberParameterType.Integer,
                       None, optional=True, minValue=1, maxValue=5),
                tr("Farmland above this grade is left out, as is farmland without a grade. Empty: all is kept.")),
            described(
                field("SPLIT_FIELD", tr("Blocks stay within"), None, INPUT, optional=True),
                tr("Blocks never reach from one value of this field to another, such as the village code ZLDWDM. "
                   "Empty: no such limit.")),
            described(
                text("SENSITIVITY_GAPS", tr("Gaps to compare [m]"), "0;10;20;50"),
                tr("Gaps for which the sensitivity table shows the blocks, ascending, separated by semicolons.")),
        )) + area_parameters()

    def _destinations_asked(self):
        sink, polygon = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType.VectorPolygon
        return (
            described(
                sink("PARCELS", tr("Farmland parcels"), polygon, optional=True, createByDefault=True),
                tr("The farmland parcels with their own fields, the number and class of their block, and areas.")),
            described(
                sink("BLOCKS", tr("Farmland blocks"), polygon, optional=True, createByDefault=True),
                tr("One feature per block, the largest first, with areas, shape and reasons.")),
            described(
                sink("SENSITIVITY", tr("Sensitivity to the gap"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of blocks, mu and share for each gap and threshold.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("Classes, sensitivity, metrics and parameters as a page to read or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from . import farmland_analysis as analysis

        settings = read_settings(self, parameters, context)
        land = analysis.read_land(settings, context, feedback)
        grouping = analysis.group(land, settings, feedback)
        shapes = analysis.dissolve_blocks(land, grouping, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, land, grouping, shapes)
