"""landconsolidation:indicatorledger — the indicators of consolidation projects, and how far the targets are reached."""

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
)

from ..algorithms.errors import translatable
from . import project_ledger_outputs as outputs
from .base import About, LandAlgorithm, advanced, described, given
from .i18n import tr
from .plan_group import GROUP, GROUP_ID
from .plan_table_settings import VILLAGE_FIELD, plan_parameters
from .project_ledger_settings import NET, read_settings
from .run import Run
from .shared_parameters import INPUT, area_parameters
from .tag_parameters import categories_parameter
from .workbook import complaint_about_workbooks

_ABOUT = About(
    id="indicatorledger",
    title=translatable("Ledger of indicators"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("New cropland, reclaimed land, allowances, surplus quota and targets, by project and in "
                         "total."),
    help=translatable(
        "Adds up, for each project and in total, what the plan changes: new cropland, reclaimed construction land, "
        "resettlement and new building inside the project; the allowances of revitalisation land (3 % of the "
        "contiguous cropland served) and of the reserve (20 % of reclaimed construction land); and the surplus quota, "
        "which is reclaimed land less resettlement, new building and reserve, and may be negative.\n\n"
        "A second table shows how far the targets to 2026 are reached, by tags and by what the plan codes make of the "
        "tagged land. Which codes count for what is data, and a judgement: the policy states none.\n\n"
        "Figures are rounded so that projects add up to the total. Land without a project has a row of its own. The "
        "input is never changed."
    ),
    tags=(
        "ledger", "indicators", "quota", "surplus", "reserve", "revitalisation", "target", "project", "workbook",
        "指标台账", "节余指标", "新增耕地", "复垦", "盘活用地", "预留指标", "安置", "目标", "项目", "2026",
        "zhibiao taizhang", "jieyuzhibiao", "xinzenggengdi", "fuken", "yuliu", "xiangmu",
    ),
)


class IndicatorLedger(LandAlgorithm):
    """Asks, adds up, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "plan_parcels", "BLOCKS": "farmland_blocks"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            *(parameter for parameter in plan_parameters() if parameter.name() != VILLAGE_FIELD),
            *self._asked(), categories_parameter(), *area_parameters(), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _asked(self):
        number, kind = QgsProcessingParameterNumber, Qgis.ProcessingNumberParameterType.Double
        return (
            described(
                QgsProcessingParameterField("PROJECT_FIELD", tr("Project field"), None, INPUT, optional=True),
                tr("The project of each parcel. Empty: zz_proj, where the layer has it.")),
            described(
                QgsProcessingParameterFeatureSource(
                    "BLOCKS", tr("Farmland blocks"), [QgsProcessing.SourceType.VectorPolygon], optional=True),
                tr("The blocks that “Farmland contiguity” wrote; those that reach a class count as contiguous. Empty: "
                   "all planned cropland of a project counts.")),
            described(
                QgsProcessingParameterEnum(
                    "CROPLAND_BASE", tr("Base of the allowance"), [tr("Net of field ridges"), tr("With field ridges")],
                    defaultValue=NET),
                tr("Which area of contiguous cropland the allowance of revitalisation land is a share of. The policy "
                   "does not say: net unless you choose otherwise.")),
            advanced(described(
                number("REVITALISATION_PERCENT", tr("Revitalisation land [%]"), kind, 3, False, 0, 100),
                tr("Most revitalisation land that is allowed, in percent of the contiguous cropland served."))),
            advanced(described(
                number("RESERVE_PERCENT", tr("Reserve [%]"), kind, 20, False, 0, 100),
                tr("Reserve kept back, in percent of the reclaimed construction land. The policy allows up to 20."))),
        )

    def _destinations_asked(self):
        file, sink, table = (
            QgsProcessingParameterFileDestination, QgsProcessingParameterFeatureSink, QgsProcessing.SourceType.Vector)
        return (
            described(
                sink("LEDGER", tr("Ledger of indicators"), table),
                tr("A table with one row per indicator, in total and for each project.")),
            described(
                sink("TARGETS", tr("Progress towards targets"), table, optional=True, createByDefault=True),
                tr("A table with one row per target, in total and for each project.")),
            described(
                file("WORKBOOK", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), optional=True, createByDefault=True),
                tr("Ledger and targets as a workbook to print or calculate on.")),
            described(
                file("REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("The ledger with a chart, the targets and the parameters as a page to read or print.")),
        )

    def check(self, parameters, context):
        if given(parameters, "WORKBOOK"):
            complaint_about_workbooks()
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .project_ledger_analysis import read_found

        settings = read_settings(self, parameters, context)
        found = read_found(settings, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, found)
