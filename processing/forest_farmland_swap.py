"""landconsolidation:forestfarmlandswap — steep cropland out, gentle forest and orchard in."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from . import swap_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import dem_given
from .i18n import tr
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter
from .swap_settings import read_settings

_ABOUT = About(
    id="forestfarmlandswap",
    title=translatable("Forest-cropland swap"),
    group_id="farmland",
    group=translatable("A · Farmland"),
    summary=translatable("Chooses steep cropland to become forest, and gentle forest and orchard to become cropland."),
    help=translatable(
        "Of the steep cropland, and of the forest and orchard that is gentle enough, it chooses the parcels whose swap "
        "raises contiguity and lowers the mean slope most. The gates are hard: net cropland is not less than before, "
        "its mean slope falls, and the share of it in large blocks does not fall. Before and after are given, and how "
        "far the choice may lie below the best.\n\n"
        "Permanent basic farmland is never suggested to leave; give its layer, or nothing is known of it. Redline, "
        "public-benefit forest and dense canopy keep forest from coming in. Slopes come from a terrain model or a "
        "field.\n\n"
        "The gates hold for all chosen parcels together. Results are suggestions; no input is changed."
    ),
    tags=(
        "swap", "forest", "cropland", "steep", "slope", "orchard", "optimisation", "milp",
        "林耕置换", "耕林置换", "陡坡耕地", "退耕", "坡度", "园地", "优化",
        "lingengzhihuan", "genglinzhihuan", "doupogengdi", "tuigeng", "podu", "yuandi",
    ),
)


class ForestFarmlandSwap(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "parcels", "DEM": "dem", "BASIC_FARMLAND": "basic_farmland", "REDLINE": "redline",
        "PUBLIC_FOREST": "public_forest",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(
                tr("Parcels"), tr("The survey parcels (DLTB), all of them: farmland, forest, orchards and what lies "
                                  "between.")),
            *code_parameters(optional=False), *self._slope(), *self._layers(), *self._limits(), *self._rare(),
            *area_parameters(), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _slope(self):
        return (
            described(
                QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True),
                tr("Heights in metres, in any CRS. Slopes are means over each parcel. Needed unless a slope field is "
                   "given.")),
            described(
                QgsProcessingParameterField("SLOPE_FIELD", tr("Slope field [°]"), None, INPUT, optional=True),
                tr("Mean slope of each parcel in degrees. Where it is empty the terrain model answers.")),
        )

    def _layers(self):
        layers = (
            ("BASIC_FARMLAND", tr("Permanent basic farmland"),
             tr("Permanent basic farmland (YJJBNTBHTB). It must not shrink: cropland on it never leaves.")),
            ("REDLINE", tr("Ecological redline"),
             tr("The ecological redline (STBHHX). Forest in it never comes in.")),
            ("PUBLIC_FOREST", tr("Public-benefit forest"),
             tr("Public-benefit forest (公益林). Parcels in it never come in.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(
                name, label, [QgsProcessing.SourceType.VectorPolygon], optional=True), help_text)
            for name, label, help_text in layers
        )

    def _limits(self):
        number = QgsProcessingParameterNumber
        double = Qgis.ProcessingNumberParameterType.Double
        return (
            described(
                number("FARM_SLOPE", tr("Steep cropland from [°]"), double, 25.0, False, 0.0, 90.0),
                tr("Slope from which cropland may leave. Cropland of slope grade 5 may leave too.")),
            described(
                number("FOREST_SLOPE", tr("Gentle forest up to [°]"), double, 15.0, False, 0.0, 90.0),
                tr("Slope up to which forest and orchard may come in.")),
            described(
                number("MAX_SWAP_MU", tr("Most cropland to come in [mu]"), double, None, True, 0.0),
                tr("Budget of the swap: net cropland that comes in, and so what leaves, is not more. Empty: no "
                   "limit.")),
        )

    def _rare(self):
        number = QgsProcessingParameterNumber
        double = Qgis.ProcessingNumberParameterType.Double
        gap = QgsProcessingParameterDistance("MAX_GAP", tr("Largest gap bridged"), 20.0, minValue=0.0)
        gap.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        near = QgsProcessingParameterDistance(
            "MAX_DISTANCE", tr("Farthest from what leaves"), None, optional=True, minValue=0.0)
        near.setDefaultUnit(Qgis.DistanceUnit.Meters)
        return tuple(advanced(described(parameter, help_text)) for parameter, help_text in (
            (near, tr("Forest and orchard farther than this from every parcel that could leave never comes in, so that "
                      "new cropland lies near what it replaces. Empty: no limit.")),
            (number("MAX_SURPLUS_MU", tr("Most growth of cropland [mu]"), double, 10.0, False, 0.0),
             tr("By how much net cropland may grow: a swap replaces cropland, it does not clear forest for more.")),
            (number("SLOPE_WEIGHT", tr("Weight of slope"), double, 0.5, False, 0.0, 1.0),
             tr("Weight of slope in the gain, 0 to 1. The rest is the weight of contiguity.")),
            (QgsProcessingParameterString("INCOMING_CODES", tr("Classes that may come in"), "", False, True),
             tr("Codes of forest and orchard. Empty: orchards, arbor forest, bamboo, shrubland and other forest; of "
                "the land survey 0201, 0202, 0203, 0204, 0301, 0302, 0305, 0307.")),
            (QgsProcessingParameterExpression("EXCLUDE", tr("Parcels never changed"), None, INPUT, optional=True),
             tr("Parcels for which it holds neither leave nor come in.")),
            (QgsProcessingParameterField("CANOPY_FIELD", tr("Canopy field"), None, INPUT, optional=True),
             tr("Canopy density of forest (郁闭度), a share of 0 to 1.")),
            (number("MAX_CANOPY", tr("Densest canopy"), double, 0.7, False, 0.0, 1.0),
             tr("Forest with a denser canopy never comes in.")),
            (QgsProcessingParameterField("GRADE_FIELD", tr("Slope grade field"), None, INPUT, optional=True),
             tr("Slope grade of cropland, 1 to 5. Empty: GDPDJB where the layer has it.")),
            (number("BLOCK_MU", tr("Large blocks from [mu]"), double, 100.0, False, 0.0),
             tr("Net cropland from which a block is large.")),
            (gap, tr("Largest gap, edge to edge, at which two parcels are contiguous.")),
            (QgsProcessingParameterFeatureSource(
                "BARRIERS", tr("Barriers"),
                [QgsProcessing.SourceType.VectorLine, QgsProcessing.SourceType.VectorPolygon], optional=True),
             tr("Lines or polygons that farmland never connects across, such as planned roads. Roads, rivers and "
                "built-up land among the parcels count always.")),
            (number("EXACT_UP_TO", tr("Exact up to [candidates]"), Qgis.ProcessingNumberParameterType.Integer, 150,
                    False, 0, 1_000),
             tr("Number of candidates up to which the best choice is found exactly. Above it the choice is nearly the "
                "best, and the gap to the bound is given. More candidates take longer.")),
            (QgsProcessingParameterString("CROPLAND_CODE", tr("Code of new cropland"), "", False, True),
             tr("Land code of what comes in. Empty: dry cropland, 0103.")),
            (QgsProcessingParameterString("FOREST_CODE", tr("Code of new forest"), "", False, True),
             tr("Land code of what leaves. Empty: arbor forest, 0301.")),
            (QgsProcessingParameterField("GROUP_FIELD", tr("Group field"), None, INPUT, optional=True),
             tr("Township or village by which the summary adds up, such as ZLDWMC.")),
        ))

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        kind = QgsProcessing.SourceType
        return (
            described(
                sink("PARCELS", tr("Parcels that change"), kind.VectorPolygon),
                tr("Every parcel that changes with its code now and after, gain, slope, net cropland and reasons.")),
            described(
                sink("PAIRS", tr("Pairs"), kind.VectorLine, optional=True, createByDefault=False),
                tr("Lines from each parcel that leaves to the nearest ones that make up for it, with the net area.")),
            described(
                sink("GATES", tr("Before and after"), kind.Vector, optional=True, createByDefault=True),
                tr("A table of cropland, mean slope and contiguity before and after, and whether each gate holds.")),
            described(
                sink("SUMMARY", tr("Summary by group"), kind.Vector, optional=True, createByDefault=True),
                tr("A table of what leaves and comes in, by group and land code.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("Before and after, what changes, how it was chosen, what was kept, and the parameters as a page to "
                   "read or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from .swap_analysis import find_swap
        from .swap_reading import read_ground

        settings = read_settings(self, parameters, context)
        ground = read_ground(settings, self._dem, context, feedback)
        swap = find_swap(settings, ground, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, ground, swap)
