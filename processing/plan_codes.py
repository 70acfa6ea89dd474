"""landconsolidation:plancodes — the land use code of each parcel in the base year, and the planned one."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..algorithms.errors import translatable
from . import plan_codes_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import dem_given
from .i18n import tr
from .plan_codes_settings import GRADE, read_settings
from .plan_group import GROUP, GROUP_ID
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter
from .tag_parameters import categories_parameter

_ABOUT = About(
    id="plancodes",
    title=translatable("Plan codes"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Gives each parcel its land use code of 2023 in the base year, and its planned code."),
    help=translatable(
        "Gives every parcel two land use codes of 2023 (用地用海): the one of the base year, from the survey class or "
        "the code of the 2020 trial version, and the planned one.\n\n"
        "Some survey classes can become several codes. They take the default, and the field review lists the codes to "
        "choose from.\n\n"
        "The planned code is the planned use (zz_plan) where a person set it. Else a rule table says what the tag "
        "turns the land into: a cleared homestead or factory becomes cropland, or forest inside the redline or above "
        "25°; restored cropland; swapped forest. What is not tagged stays as it is. The table is a data file, its "
        "uses and limits are judgements, and you can give your own.\n\n"
        "No rule changes permanent basic farmland and none plans construction inside the redline: such a change is "
        "withheld and listed. A table names all that needs a person. The input is never changed."
    ),
    tags=(
        "plan code", "land use", "crosswalk", "village plan", "conversion", "base year", "review",
        "规划用途", "用地用海", "基数转换", "村庄规划", "地类转换", "规划地类", "用途分类",
        "guihuayongtu", "yongdiyonghai", "jishuzhuanhuan", "cunzhuangguihua", "dileizhuanhuan",
    ),
)


class PlanCodes(LandAlgorithm):
    """Asks, converts and decides, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "tagging", "REDLINE": "redline", "BASIC_FARMLAND": "basic_farmland", "DEM": "dem"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(tr("Parcels"), tr("The parcels with their tags. Without tags only base-year codes come.")),
            *code_parameters(optional=False), *self._layers(), *self._rare(), categories_parameter(),
            *area_parameters(), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        polygon = QgsProcessing.SourceType.VectorPolygon
        layer = QgsProcessingParameterFeatureSource
        return (
            described(
                layer("REDLINE", tr("Ecological redline"), [polygon], optional=True),
                tr("The ecological redline (STBHHX). Cleared land inside becomes forest, and nothing is built there.")),
            described(
                layer("BASIC_FARMLAND", tr("Permanent basic farmland"), [polygon], optional=True),
                tr("Permanent basic farmland (YJJBNTBHTB). No rule changes a parcel in it.")),
            described(
                QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True),
                tr("Heights in metres. The mean slope is measured of tagged parcels whose slope field is empty.")),
        )

    def _rare(self):
        field = QgsProcessingParameterField
        return tuple(advanced(parameter) for parameter in (
            described(
                field("SLOPE_FIELD", tr("Slope field"), None, INPUT, optional=True),
                tr("The slope of each parcel. Empty: the slope grade GDPDJB, where the layer has it.")),
            described(
                QgsProcessingParameterEnum(
                    "SLOPE_UNIT", tr("Slope given as"), [tr("Slope grade 1 to 5"), tr("Degrees")], defaultValue=GRADE),
                tr("What the slope field holds: the survey's grade, or degrees.")),
            described(
                field("BASE_FIELD", tr("Field with decided base codes"), None, INPUT, optional=True),
                tr("Base-year codes of 2023 that a person has chosen already, such as base_code of an earlier result "
                   "after the review. Where it is empty, or does not fit the survey class, the crosswalk counts. A "
                   "default counts as chosen when review is empty.")),
            described(
                QgsProcessingParameterFile(
                    "RULES_FILE", tr("Rule table"), Qgis.ProcessingFileParameterBehavior.File, "json", optional=True),
                tr("A JSON file that says what each kind of work turns land into, made like the shipped "
                   "plan_rules.json. Empty: the shipped one.")),
        ))

    def _destinations_asked(self):
        sink, table = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType.Vector
        return (
            described(
                sink("OUTPUT", tr("Parcels with plan codes"), QgsProcessing.SourceType.VectorPolygon),
                tr("A copy of the parcels with codes and names of base year and plan, whether they differ, the codes "
                   "to choose from, and reasons.")),
            described(
                sink("REVIEW", tr("To be decided"), table, optional=True, createByDefault=True),
                tr("A table of all that needs a person: parcel, field, code, codes to choose from, and why.")),
            described(
                sink("SUMMARY", tr("Plan codes by base-year code"), table, optional=True, createByDefault=True),
                tr("A table of parcels and areas by base-year and planned code.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("What changes, who decided, what needs a person and the parameters as a page to read or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from .plan_codes_analysis import read_planned

        settings = read_settings(self, parameters, context)
        planned = read_planned(settings, self._dem, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, planned)
