"""landconsolidation:suggestcategories — carries what other tools suggest to the parcels, as tags of rules."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from ..algorithms.suggestion_sources import suggestion_sources, usual_order
from . import suggestion_outputs as outputs
from .base import About, LandAlgorithm, described
from .i18n import in_language, tr
from .progress import phase
from .run import Run
from .shared_parameters import INPUT, input_parameter
from .suggestion_settings import read_settings
from .tag_parameters import GROUP, GROUP_ID, categories_parameter
from .tag_preparation import ROLE, rule_room

_ABOUT = About(
    id="suggestcategories",
    title=translatable("Suggest categories"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Carries what the other tools suggest to the parcels, and says where they disagree."),
    help=translatable(
        "Takes the results of farmland contiguity, village relocation and inefficient industry, any of them, and "
        "carries their category, sub-type, disposition and reasons to the parcels: to each from the feature that "
        "holds the largest share of it.\n\n"
        "Where several results want the same parcel, the order of codes decides, then the larger share; a table lists "
        "every parcel for which they want different categories. Each tag names the tool it came from, its reasons and "
        "its parameters.\n\n"
        "These are suggestions: they are written only to parcels that have no tag. What a person decided is never "
        "changed, a suggestion a person rejected does not come back, and what a rule tagged before stays. The result "
        "is a copy; no input is changed."
    ),
    tags=(
        "tag", "category", "5+X", "suggest", "rule", "contest", "candidates",
        "标注", "建议", "自动标注", "整治类型", "分类建议", "冲突",
        "biaozhu", "jianyi", "zidongbiaozhu", "zhengzhileixing", "tudizhengzhi",
    ),
)


class SuggestCategories(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: ROLE, **{entry.parameter: entry.role for entry in suggestion_sources()}}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        polygon = QgsProcessing.SourceType.VectorPolygon
        for parameter in (
            input_parameter(tr("Parcels"), tr("The parcels to tag: any layer with polygons, prepared or not.")),
            *(
                described(
                    QgsProcessingParameterFeatureSource(
                        entry.parameter, in_language(entry.label), [polygon], optional=True),
                    in_language(entry.help))
                for entry in suggestion_sources()
            ),
            described(
                QgsProcessingParameterNumber(
                    "MIN_SHARE", tr("Share of the parcel from"), Qgis.ProcessingNumberParameterType.Double, 0.5,
                    minValue=0.0, maxValue=1.0),
                tr("Share of a parcel's area that a feature must hold for its suggestion to count. A road that crosses "
                   "a block is not made farmland.")),
            described(
                QgsProcessingParameterString("ORDER", tr("Order of codes"), usual_order(), optional=True),
                tr("Which suggestion wins a parcel that several want: codes of categories or sub-types, the first "
                   "wins, a sub-type before its category. What is not named comes last; then the larger share wins.")),
            categories_parameter(),
            described(
                QgsProcessingParameterFeatureSink("PARCELS", tr("Parcels with suggestions"), polygon),
                tr("A copy of the parcels with their tags.")),
            described(
                QgsProcessingParameterFeatureSink(
                    "CONTESTS", tr("Contests"), QgsProcessing.SourceType.Vector, optional=True, createByDefault=True),
                tr("A table of parcels for which results want different categories: who wanted what, and who won.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .crs import choose_work_crs
        from .suggestion_analysis import Rules, read_parcels, read_suggesting, suggest

        settings = read_settings(self, parameters, context)
        source = settings.source
        crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
        parcels = read_parcels(source, crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 25))
        width = 10 / len(settings.sources)
        suggesting = {}
        for position, (entry, layer) in enumerate(settings.sources.items()):
            start = 25 + width * position
            text = tr("Reading suggestions of {layer}").format(layer=layer.sourceName())
            suggesting[entry.id] = read_suggesting(
                entry, layer, crs, context, feedback, phase(feedback, text, start, start + width)
            )
        room = rule_room(self, parameters, "PARCELS", settings.fields)
        suggestions = suggest(
            parcels, suggesting, settings.scheme, Rules(settings.min_share, settings.order, room),
            phase(feedback, tr("Carrying suggestions to the parcels"), 35, 60),
        )
        return outputs.write_all(Run(self, parameters, context, feedback), settings, parcels, suggesting, suggestions)
