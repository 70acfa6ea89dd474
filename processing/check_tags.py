"""landconsolidation:checktags — what is wrong with tags, or worth a second look."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from ..algorithms.check_list import checked_layers, tag_checks
from ..algorithms.errors import translatable
from . import check_outputs as outputs
from .base import About, LandAlgorithm, described
from .check_settings import read_settings
from .i18n import in_language, tr
from .progress import phase
from .run import Run
from .shared_parameters import INPUT, area_parameters, input_parameter
from .tag_parameters import GROUP, GROUP_ID, categories_parameter
from .tag_preparation import ROLE

_ABOUT = About(
    id="checktags",
    title=translatable("Check tags"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Finds tags that the redline, basic farmland or the boundary forbid, and others to look at."),
    help=translatable(
        "Checks tagged parcels: building, upgrading or tourism inside the ecological redline; tags that take permanent "
        "basic farmland; building outside the urban development boundary; mergers without the recorded consent of "
        "every household; sub-types of another category; codes the scheme does not have; tagged parcels that overlap; "
        "candidates nobody has tagged yet.\n\n"
        "An overlap counts from 1 m² and 1 % of the parcel. Each finding says how grave it is: an error is against a "
        "binding rule, a warning needs a reason, a hint is worth a look.\n\n"
        "A check whose layer is not given is listed as not checked: that is not the same as passed. No input is "
        "changed."
    ),
    tags=(
        "tag", "check", "quality", "redline", "permanent basic farmland", "development boundary", "consent", "5+X",
        "标注检查", "质检", "生态保护红线", "永久基本农田", "城镇开发边界", "撤并同意",
        "biaozhujiancha", "zhijian", "hongxian", "yongjiujibennongtian", "kaifabianjie",
    ),
)


class CheckTags(LandAlgorithm):
    """Asks, calls the checks, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: ROLE, **{layer.parameter: layer.role for layer in checked_layers()}}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        polygon = QgsProcessing.SourceType.VectorPolygon
        for parameter in (
            input_parameter(tr("Tagged parcels"), tr("The parcels with their tags, in the fields zz_cat and others.")),
            *(
                described(
                    QgsProcessingParameterFeatureSource(
                        layer.parameter, in_language(layer.label), [polygon], optional=True),
                    in_language(layer.help))
                for layer in checked_layers()
            ),
            categories_parameter(),
            *area_parameters(net=False),
            described(
                QgsProcessingParameterFeatureSink("FINDINGS", tr("Findings"), polygon),
                tr("One feature for each finding, with the parcel's shape: which check, how grave, and a sentence.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .crs import choose_work_crs
        from .tag_checks import read_checked_layer, read_checked_parcels, run_checks

        settings = read_settings(self, parameters, context)
        source = settings.source
        crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
        more = [settings.area_field] if settings.area_field else []
        parcels = read_checked_parcels(
            source, tag_checks(), crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 24), more
        )
        layers, start = {}, 24
        for layer, other in settings.layers.items():
            text = tr("Reading {layer}").format(layer=other.sourceName())
            layers[layer.role] = read_checked_layer(
                layer, other, tag_checks(), crs, context, feedback, phase(feedback, text, start, start + 4)
            )
            start += 4
        checked = run_checks(
            parcels, layers, settings.scheme, tag_checks(), phase(feedback, tr("Checking tags"), start, 85)
        )
        return outputs.write_all(Run(self, parameters, context, feedback), settings, parcels, crs, checked)
