"""landconsolidation:categoryledger — how much land carries which tag."""

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
)

from ..algorithms import tags
from ..algorithms.errors import InvalidInput, translatable
from ..algorithms.tag_scheme import Scheme
from . import ledger_outputs as outputs
from .areas import area_field
from .base import About, LandAlgorithm, described
from .i18n import tr
from .run import Run
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    ATTRIBUTE,
    INPUT,
    area_parameters,
    input_parameter,
    optional_field,
)
from .sources import vector_source
from .tag_parameters import GROUP, GROUP_ID, categories_parameter, scheme_and_path

_ABOUT = About(
    id="categoryledger",
    title=translatable("Ledger of categories"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Adds up tagged parcels by category, sub-type and group, and compares them with the targets."),
    help=translatable(
        "Adds up parcels by 5+X category and sub-type, and by a group field such as the village: how many, m², mu, and "
        "their share of all the land in the input. Land without a tag has a row of its own, and so have codes that "
        "are not in the scheme, so that the table adds up to the input to 0.01 m².\n\n"
        "Where the city set a target in area for a kind of work, the table shows which part of it each row is, and a "
        "second table how far each target is reached. Which sub-types count towards which target is a judgement; the "
        "table lists their codes.\n\n"
        "Areas are official ellipsoidal areas on CGCS2000 unless another method is chosen. Land where parcels overlap "
        "counts once for each of them. The input is never changed."
    ),
    tags=(
        "ledger", "tag", "category", "statistics", "area", "target", "5+X", "summary",
        "台账", "统计", "整治类型", "面积", "目标", "进度", "汇总",
        "taizhang", "tongji", "zhengzhileixing", "mubiao", "jindu", "tudizhengzhi",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; '' for no field, and for the shipped scheme."""

    source: QgsProcessingFeatureSource
    scheme: Scheme
    path: str
    category_field: str
    subtype_field: str
    group_field: str
    area_method: int
    area_field: str


class CategoryLedger(LandAlgorithm):
    """Asks, adds up, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "tagging"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        sink, table = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType.Vector
        for parameter in (
            input_parameter(tr("Parcels"), tr("Tagged parcels, with the field zz_cat.")),
            described(
                QgsProcessingParameterField("GROUP_FIELD", tr("Group field"), None, INPUT, optional=True),
                tr("Village, township or project by which the table adds up, such as ZLDWMC or zz_proj.")),
            categories_parameter(),
            *area_parameters(net=False),
            described(
                sink("LEDGER", tr("Ledger"), table),
                tr("A table with one row per group, category and sub-type.")),
            described(
                sink("TARGETS", tr("Progress towards targets"), table, optional=True, createByDefault=True),
                tr("A table with one row per target in area: mu tagged, mu wanted, and the share.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("The ledger with charts, targets and parameters as a page to read or print.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        self._settings(parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .ledger_analysis import read_parcels

        settings = self._settings(parameters, context)
        parcels = read_parcels(settings, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, parcels)

    def _settings(self, parameters, context):
        source = vector_source(self, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
        fields = source.fields()
        category = fields.lookupField(tags.CATEGORY)
        if category < 0:
            raise InvalidInput(
                "{parameter}: the layer has no field {field}. Run “Prepare parcels for tagging” on it first.",
                parameter=INPUT, field=tags.CATEGORY,
            )
        scheme, path = scheme_and_path(self, parameters, context)
        method = self.parameterAsEnum(parameters, AREA_METHOD, context)
        chosen_area = optional_field(self, parameters, AREA_FIELD, fields, context)
        subtype = fields.lookupField(tags.SUBTYPE)
        return Settings(
            source=source,
            scheme=scheme,
            path=path,
            category_field=fields.at(category).name(),
            subtype_field=fields.at(subtype).name() if subtype >= 0 else "",
            group_field=optional_field(self, parameters, "GROUP_FIELD", fields, context),
            area_method=method,
            area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        )
