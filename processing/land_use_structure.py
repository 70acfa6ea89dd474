"""landconsolidation:landusestructure — how much land of which use, before and after."""

from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..algorithms.errors import translatable
from ..algorithms.structure_form import Form, forms
from . import plan_table_settings as plan
from . import structure_outputs as outputs
from .base import About, LandAlgorithm, described, given
from .i18n import in_language, tr
from .plan_group import GROUP, GROUP_ID
from .run import Run
from .shared_parameters import INPUT, area_parameters
from .workbook import complaint_about_workbooks

_ABOUT = About(
    id="landusestructure",
    title=translatable("Structure adjustment table"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Land by use in the base year and the plan, per village and in total, in the form handed in."),
    help=translatable(
        "Adds up parcels by their base-year and planned codes and fills in the structure adjustment table: hectares "
        "and percent before and after, and the change, for each village and for all of them.\n\n"
        "A row takes every code that begins with its own, unless a longer row fits. Land whose code no row takes gets "
        "a row of its own, named by the code, in the block where it belongs: so the table adds up to the plan's area. "
        "A rural homestead coded 0703, for example, has no row in the Zhejiang form, which asks for 070301 or 070302: "
        "review those parcels. Field ridges (KCXS, KCMJ) are counted as field ridges, not as cropland.\n\n"
        "Figures are rounded to 0.01 ha and 0.01 % by largest remainder, so that they add up in every column, from the "
        "rows to the subtotals and from the villages to the total. The workbook calculates shares and subtotals with "
        "formulas. The input is never changed."
    ),
    tags=(
        "land use structure", "structure adjustment table", "village plan", "land use", "area", "workbook", "xlsx",
        "结构调整表", "用地结构", "国土空间用途", "村庄规划", "用地用海", "面积", "基期", "规划",
        "jiegou tiaozheng biao", "yongdijiegou", "cunzhuangguihua", "mianji",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked. parcels: plan_table_settings.Settings."""

    parcels: plan.Settings
    form: Form


class LandUseStructure(LandAlgorithm):
    """Asks, adds up, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "plan_parcels"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        file = QgsProcessingParameterFileDestination
        for parameter in (
            *plan.plan_parameters(),
            described(
                QgsProcessingParameterEnum(
                    "FORM", tr("Form"), [in_language(form.name) for form in forms()], defaultValue=0),
                tr("Which form is filled in. Its rows have codes of 2023 or of the trial version; codes of the other "
                   "one are converted.")),
            *area_parameters(),
            described(
                QgsProcessingParameterFeatureSink(
                    "STRUCTURE", tr("Structure adjustment table"), QgsProcessing.SourceType.Vector),
                tr("A table with one row per row of the form, for all villages and for each.")),
            described(
                file("WORKBOOK", tr("Workbook"), tr("Excel workbooks (*.xlsx)"), optional=True, createByDefault=True),
                tr("The form as a workbook to print or calculate on: one sheet in total and one per village.")),
            described(
                file("REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("The form as a page to read or print.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        if given(parameters, "WORKBOOK"):
            complaint_about_workbooks()
        self._settings(parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .plan_table_parcels import read_parcels

        settings = self._settings(parameters, context)
        parcels = read_parcels(settings.parcels, context, feedback, 80)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, parcels)

    def _settings(self, parameters, context):
        form = forms()[self.parameterAsEnum(parameters, "FORM", context)]
        return Settings(plan.plan_settings(self, parameters, context), form)
