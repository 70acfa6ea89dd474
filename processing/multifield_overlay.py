"""landconsolidation:multifieldoverlay — which farmland layers each piece of every parcel lies in."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
)

from ..algorithms.errors import translatable
from . import multifield_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .i18n import tr
from .multifield_settings import read_settings
from .run import Run
from .shared_parameters import INPUT, area_parameters, input_parameter

_ABOUT = About(
    id="multifieldoverlay",
    title=translatable("Multi-field overlay"),
    group_id="farmland",
    group=translatable("A · Farmland"),
    summary=translatable("Lays basic farmland, high-standard farmland and other fields over parcels, piece by piece."),
    help=translatable(
        "Cuts every parcel by permanent basic farmland, high-standard farmland, grain production zones and restorable "
        "land, and says of each piece which of them it lies in. So it shows basic farmland that is not yet "
        "high-standard, high-standard farmland outside basic farmland, how many layers lie on one another, and the "
        "share of basic farmland built to high standard, now and with a plan.\n\n"
        "The pieces of a parcel add up to its area to 0.01 m². Features of a layer that overlap one another do not "
        "count twice. A layer that is not given is not known, never empty: what needs it stays NULL. Basic farmland "
        "not yet high-standard is suggested as A2. No input is changed."
    ),
    tags=(
        "overlay", "basic farmland", "high-standard farmland", "grain zone", "union", "intersection",
        "多田套合", "永久基本农田", "高标准农田", "粮食生产功能区", "恢复", "叠加", "套合",
        "duotiantaohe", "yongjiujibennongtian", "gaobiaozhunnongtian", "liangshishengchangongnengqu", "diejia",
    ),
)


class MultifieldOverlay(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "parcels", "BASIC_FARMLAND": "basic_farmland", "HIGH_STANDARD": "high_standard_farmland",
        "GRAIN_ZONE": "grain_zone", "RESTORABLE": "restorable",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygons to be cut and counted.")),
            *self._layers(), *self._options(), *area_parameters(net=False), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        layers = (
            ("BASIC_FARMLAND", tr("Permanent basic farmland"), tr("Permanent basic farmland (YJJBNTBHTB).")),
            ("HIGH_STANDARD", tr("High-standard farmland"), tr("High-standard farmland that has been built.")),
            ("GRAIN_ZONE", tr("Grain production zones"), tr("Grain production functional zones.")),
            ("RESTORABLE", tr("Restorable land"),
             tr("Land that can be cropland again. Of a layer with the field ZZSXDM, such as the survey parcels "
                "themselves, the features with JKHF or GCHF count.")),
            ("PLAN", tr("Planned high-standard farmland"),
             tr("High-standard farmland to be built, for the share after the plan. Draw only what is new, or all of "
                "it: what is built already changes nothing.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(
                name, label, [QgsProcessing.SourceType.VectorPolygon], optional=True), help_text)
            for name, label, help_text in layers
        )

    def _options(self):
        return (
            described(
                QgsProcessingParameterField("GROUP_FIELD", tr("Group field"), None, INPUT, optional=True),
                tr("Township or village by which the summary adds up, such as ZLDWMC.")),
            advanced(described(
                QgsProcessingParameterExpression(
                    "RESTORABLE_FILTER", tr("Part of the restorable land used"), None, "RESTORABLE", optional=True),
                tr("Which features of the restorable land count. Empty: ZZSXDM JKHF and GCHF where the layer has that "
                   "field, else all."))),
        )

    def _destinations_asked(self):
        sink = QgsProcessingParameterFeatureSink
        return (
            described(
                sink("PIECES", tr("Pieces by layer"), QgsProcessing.SourceType.VectorPolygon),
                tr("Every piece of every parcel with the layers it lies in, its area, what is suggested, and why.")),
            described(
                sink("PARCELS", tr("Parcels by number of layers"), QgsProcessing.SourceType.VectorPolygon,
                     optional=True, createByDefault=True),
                tr("Every parcel with its area in each layer and in none, one, two, three and four of them.")),
            described(
                sink("SUMMARY", tr("Summary by group"), QgsProcessing.SourceType.Vector, optional=True,
                     createByDefault=True),
                tr("A table of areas and shares: layers, how many lie on one another, differences, before and after "
                   "the plan.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("Shares, layers, combinations, where most is left to build, and the parameters as a page to read or "
                   "print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .multifield_analysis import read_fields

        settings = read_settings(self, parameters, context)
        fields = read_fields(settings, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, fields)
