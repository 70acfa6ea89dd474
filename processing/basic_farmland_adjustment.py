"""landconsolidation:basicfarmlandadjustment — the review form of basic farmland moved out and in."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
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
from . import adjustment_outputs as outputs
from .adjustment_settings import IN, LAYER_LABELS, NOT_STATED, OUT, read_settings
from .base import About, LandAlgorithm, advanced, described, given
from .dem import dem_given
from .i18n import tr
from .plan_codes_settings import GRADE
from .plan_group import GROUP, GROUP_ID
from .run import Run
from .shared_parameters import area_parameters, code_parameters, input_parameter
from .workbook import complaint_about_workbooks

_ABOUT = About(
    id="basicfarmlandadjustment",
    title=translatable("Basic farmland adjustment"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Fills in the national review form from the permanent basic farmland moved out and in."),
    help=translatable(
        "Compares the land moved out of permanent basic farmland with the land moved in and fills in the national "
        "review form: area, number and mean size of parcels, present use, slope, size, quality grade and high-standard "
        "farmland of both, and whether quantity, quality and layout get better.\n\n"
        "Areas are net of field ridges. Slopes come from the slope grade GDPDJB, from a field you choose, or from a "
        "terrain model. Both layers need the same field names. Layers that are not given leave their lines empty: what "
        "is not known is said so, and is never zero.\n\n"
        "Permanent basic farmland is binding. The tool compares; it suggests nothing. It warns where less land is "
        "moved in than out, where land moved in is not cropland or steeper than 25°, and where the layers overlap. The "
        "inputs are never changed."
    ),
    tags=(
        "permanent basic farmland", "adjustment", "review form", "moved out", "moved in", "contiguity", "workbook",
        "xlsx", "永久基本农田", "调整", "审查表", "调出", "调入", "补划", "集中连片度", "质量等别", "高标准农田",
        "yongjiu jiben nongtian", "tiaozheng", "diaochu", "diaoru", "buhua", "lianpian",
    ),
)


class BasicFarmlandAdjustment(LandAlgorithm):
    """Asks, compares, writes."""

    ABOUT = _ABOUT
    ROLES = {"BASIC_FARMLAND": "basic_farmland", "DEM": "dem"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(
                tr("Land moved out"), tr("Parcels moved out of permanent basic farmland, with their land codes."), OUT),
            input_parameter(
                tr("Land moved in"), tr("Parcels moved into permanent basic farmland, with the same fields."), IN),
            *code_parameters(optional=False, parent=OUT), *self._layers(), *self._project(), *self._rare(),
            *area_parameters(parent=OUT), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        polygon = QgsProcessing.SourceType.VectorPolygon

        def layer(name, text):
            return described(
                QgsProcessingParameterFeatureSource(name, tr(LAYER_LABELS[name]), [polygon], optional=True), text
            )

        return (
            layer("BASIC_FARMLAND", tr("All permanent basic farmland of the area before the adjustment. Gives the "
                                       "share moved out, and warns of land moved out that is none.")),
            layer("HIGH_STANDARD", tr("High-standard farmland. Its area in the land moved out and in is measured.")),
            layer("UPGRADED", tr("Cropland whose quality is raised by works. Its area in the land moved in is "
                                 "measured.")),
            layer("NEW_CROPLAND", tr("Cropland newly made by land consolidation. Its area in the land moved in is "
                                     "measured.")),
            described(
                QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True),
                tr("Heights in metres. The mean slope is measured of parcels whose slope field is empty.")),
        )  # fmt: skip

    def _project(self):
        answers = [tr("Not stated"), tr("Yes"), tr("No")]
        number, kind = QgsProcessingParameterNumber, Qgis.ProcessingNumberParameterType.Double
        return (
            described(
                QgsProcessingParameterString("PROJECT_NAME", tr("Name of the project"), optional=True),
                tr("Stands in the form as you write it.")),
            described(
                QgsProcessingParameterString("TOWNSHIPS", tr("Townships"), optional=True),
                tr("The townships the project lies in, as they shall stand in the form.")),
            described(
                QgsProcessingParameterEnum("ECOLOGY", tr("Better ecology"), answers, defaultValue=NOT_STATED),
                tr("Whether the adjustment makes the ecology better. A person says so: layers cannot tell.")),
            described(
                QgsProcessingParameterEnum(
                    "PLAN_PREPARED", tr("Adjustment plan prepared"), answers, defaultValue=NOT_STATED),
                tr("Whether a plan of the adjustment has been prepared.")),
            advanced(described(
                number("ORIGINAL_HA", tr("Basic farmland of the area before [ha]"), kind, None, True, 0),
                tr("Net area. Empty: measured from the layer.")),
            ),
            advanced(described(
                number("PLANNED_GRADE", tr("Quality to be gained [grades]"), kind, None, True, 0),
                tr("By how many grades the project means to raise the cropland's quality.")),
            ),
        )

    def _rare(self):
        field = QgsProcessingParameterField
        return tuple(advanced(parameter) for parameter in (
            described(
                field("SLOPE_FIELD", tr("Slope field"), None, OUT, optional=True),
                tr("The slope of each parcel. Empty: the slope grade GDPDJB, where the layer has it.")),
            described(
                QgsProcessingParameterEnum(
                    "SLOPE_UNIT", tr("Slope given as"), [tr("Slope grade 1 to 5"), tr("Degrees")], defaultValue=GRADE),
                tr("What the slope field holds: the survey's grade, or degrees.")),
            described(
                field("GRADE_FIELD", tr("Quality grade field"), None, OUT, optional=True),
                tr("The quality grade of the cropland (耕地等别), from 1, the best, to 15. Empty: GDDB, where the "
                   "layer has it.")),
        ))

    def _destinations_asked(self):
        file = QgsProcessingParameterFileDestination
        return (
            described(
                QgsProcessingParameterFeatureSink(
                    "ADJUSTMENT", tr("Adjustment form"), QgsProcessing.SourceType.Vector),
                tr("A table with one row per line of the form.")),
            described(
                file("WORKBOOK", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), optional=True, createByDefault=True),
                tr("The form as a workbook to print or calculate on.")),
            described(
                file("REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("The form with both sides beside each other as a page to read or print.")),
        )

    def check(self, parameters, context):
        if given(parameters, "WORKBOOK"):
            complaint_about_workbooks()
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from .adjustment_analysis import read_facts

        settings = read_settings(self, parameters, context)
        facts = read_facts(settings, self._dem, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, facts)
