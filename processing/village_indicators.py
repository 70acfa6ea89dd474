"""landconsolidation:villageindicators — the indicators of a village plan."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..algorithms.errors import translatable
from . import indicator_outputs as outputs
from .base import About, LandAlgorithm, described, given
from .i18n import tr
from .indicator_settings import fact_parameters, indicator_settings
from .plan_group import GROUP, GROUP_ID
from .plan_table_settings import plan_parameters
from .run import Run
from .shared_parameters import INPUT, area_parameters
from .workbook import complaint_about_workbooks

_ABOUT = About(
    id="villageindicators",
    title=translatable("Indicators of the village plan"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("The 13 indicators of a village plan, before and after, per village and in total."),
    help=translatable(
        "Fills in the table of the 13 indicators: construction land of five kinds, village construction land per "
        "person, redline, permanent basic farmland, cropland, forest, wetland, natural coastline, and heritage.\n\n"
        "Indicators of land come from the base-year and planned codes and agree with the structure adjustment table in "
        "the Zhejiang form to 0.01 ha. Redline and permanent basic farmland are measured inside the parcels of each "
        "village. The plan keeps them, unless another layer of planned basic farmland is given. People, coastline and "
        "heritage are facts that you give.\n\n"
        "What is not known stays empty and is said so; it is never zero. The input is never changed."
    ),
    tags=(
        "indicators", "village plan", "cropland", "construction land", "redline", "population", "workbook", "xlsx",
        "规划指标", "指标表", "村庄规划", "约束性指标", "预期性指标", "耕地保有量", "人均村庄建设用地",
        "guihua zhibiao", "cunzhuangguihua", "gengdibaoyouliang", "yueshuxing",
    ),
)


class VillageIndicators(LandAlgorithm):
    """Asks, adds up, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "plan_parcels", "REDLINE": "redline", "BASIC_FARMLAND": "basic_farmland"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        file = QgsProcessingParameterFileDestination
        for parameter in (
            *plan_parameters(),
            *fact_parameters(),
            *area_parameters(),
            described(
                QgsProcessingParameterFeatureSink("INDICATORS", tr("Indicators"), QgsProcessing.SourceType.Vector),
                tr("A table with one row per indicator, for all villages and for each.")),
            described(
                file("WORKBOOK", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), optional=True, createByDefault=True),
                tr("The indicators as a workbook to print or calculate on: all villages, and each.")),
            described(
                file("REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("The indicators as a page to read or print.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        if given(parameters, "WORKBOOK"):
            complaint_about_workbooks()
        indicator_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .indicator_facts import read_facts
        from .plan_table_parcels import read_parcels

        settings = indicator_settings(self, parameters, context)
        parcels = read_parcels(settings.parcels, context, feedback, 50)
        facts = read_facts(settings, parcels, context, feedback, 50, 85)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, parcels, facts)
