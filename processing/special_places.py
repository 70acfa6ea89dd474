"""landconsolidation:specialplaces — historic, high, touristic and scenic settlements, and who else wants them."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from . import special_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import dem_given
from .i18n import tr
from .progress import phase
from .run import Run
from .settlement_inputs import count_parameters, dem_parameter, protected_parameter, settlement_parameters
from .shared_parameters import INPUT, area_parameters
from .special_settings import read_settings

_SCENIC_KINDS = "scenic;景区;景点;观景台;观景点;风景名胜区"
_ABOUT = About(
    id="specialplaces",
    title=translatable("Special places"),
    group_id="special",
    group=translatable("X · Special"),
    summary=translatable("Finds historic, high and living, touristic and scenic villages, and where others want them."),
    help=translatable(
        "Looks for what is special to the place: villages that are historic, by a list or by protected and heritage "
        "sites in them; villages that lie high and are alive; villages with tourism facilities near; scenic ones. A "
        "village may be special for several reasons: the first names its sub-type, the others are kept beside it.\n\n"
        "High altitude alone never means relocation, and alone makes no special place either: with enough households "
        "and few vacant dwellings a high village is alive. Where households or vacancy are not known a person "
        "decides.\n\n"
        "Give the result of “Village relocation candidates” too, and every place that it wants moved or renewed is "
        "listed as a contest, with the reasons of both sides. Nothing is settled in silence.\n\n"
        "Every layer but the settlements is optional. What is not given is unknown, never none. No input is changed."
    ),
    tags=(
        "special", "historic village", "traditional village", "heritage", "tourism", "high altitude", "scenic",
        "特色整治", "传统村落", "历史文化村落", "古村落", "高山村", "文旅", "康养", "民宿",
        "tesezhengzhi", "chuantongcunluo", "gucunluo", "gaoshancun", "wenlv", "kangyang", "minsu",
    ),
)


class SpecialPlaces(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {
        INPUT: "settlements", "STATISTICS": "village_statistics", "DEM": "dem", "PROTECTED": "protected",
        "HERITAGE": "heritage", "TOURISM": "tourism", "CANDIDATES": "relocation_candidates",
    }

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            *settlement_parameters(), dem_parameter(), protected_parameter(), *self._layers(), *self._fields(),
            *self._thresholds(), *area_parameters(net=False), *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        kind = QgsProcessing.SourceType
        layers = (
            ("HERITAGE", tr("Heritage sites"), kind.VectorAnyGeometry,
             tr("Protected buildings, bridges, industrial heritage. A settlement that one stands in is historic; those "
                "outside are places of their own.")),
            ("LIST", tr("List of historic villages"), kind.Vector,
             tr("A table of historic villages joined by their name or another key, or a layer joined by where it "
                "lies.")),
            ("TOURISM", tr("Tourism facilities"), kind.VectorAnyGeometry,
             tr("Lodgings, visitor centres and the like. Where it has a field of kinds, scenic spots in it count as "
                "scenic places.")),
            ("SCENIC", tr("Scenic places"), kind.VectorAnyGeometry,
             tr("Scenic spots and areas, besides those among the tourism facilities.")),
            ("CANDIDATES", tr("Relocation candidates"), kind.VectorPolygon,
             tr("The settlements that “Village relocation candidates” wrote. What it sees differently is listed.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(name, label, [of], optional=True), help_text)
            for name, label, of, help_text in layers
        )

    def _fields(self):
        fields = (
            ("LIST_KEY", tr("Key of the settlements, for the list"), INPUT,
             tr("The field of the settlements that the list names. Empty: the village's name, or by location where the "
                "list has shapes.")),
            ("LIST_FIELD", tr("Key of the list"), "LIST",
             tr("The field of the list that names a settlement. Empty: the village's name.")),
            ("ELEVATION_FIELD", tr("Elevation field"), INPUT,
             tr("Elevation in metres, used without a terrain model. Empty: a field usually called so, such as 高程.")),
            ("KIND_FIELD", tr("Field of kinds"), "TOURISM",
             tr("What kind of place each is. Empty: a field usually called so, such as kind or 类型.")),
        )
        return (
            *count_parameters(("HOUSEHOLDS_FIELD", "DWELLINGS_FIELD", "VACANT_FIELD")),
            *(advanced(described(QgsProcessingParameterField(name, label, None, parent, optional=True), help_text))
              for name, label, parent, help_text in fields),
            advanced(described(
                QgsProcessingParameterString("SCENIC_KINDS", tr("Kinds that are scenic"), _SCENIC_KINDS, optional=True),
                tr("Kinds of tourism places that are scenery and no facility, separated by semicolons."))),
        )

    def _thresholds(self):
        numbers = (
            ("HIGH_ELEVATION", tr("High from [m]"), 500.0, None, tr("Mean elevation from which a settlement is high.")),
            ("MIN_HOUSEHOLDS", tr("Alive from [households]"), 30.0, None,
             tr("Number of households from which a high village is alive.")),
            ("MAX_VACANCY", tr("Alive with vacancy below"), 0.2, 1.0,
             tr("Share of vacant dwellings below which a high village is alive.")),
        )
        distances = (
            ("TOURISM_DISTANCE", tr("Tourism facilities within"), 300.0,
             tr("How near a tourism facility makes a village a place of tourism, in metres.")),
            ("SCENIC_DISTANCE", tr("Scenic places within"), 300.0,
             tr("How near a scenic place makes a village distinctive, in metres.")),
        )
        made = []
        for name, label, default, help_text in distances:
            distance = QgsProcessingParameterDistance(name, label, default, minValue=0.0)
            distance.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
            made.append(advanced(described(distance, help_text)))
        return (
            *(advanced(described(
                QgsProcessingParameterNumber(
                    name, label, Qgis.ProcessingNumberParameterType.Double, default, minValue=0.0,
                    **({} if most is None else {"maxValue": most})),
                help_text)) for name, label, default, most, help_text in numbers),
            *made,
        )

    def _destinations_asked(self):
        sink, kind = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType
        return (
            described(
                sink("PLACES", tr("Special places"), kind.VectorPolygon),
                tr("Every settlement with what is known of it, its sub-type, and reasons.")),
            described(
                sink("SITES", tr("Heritage sites"), kind.VectorAnyGeometry, optional=True, createByDefault=True),
                tr("The heritage sites, each with the settlement it stands in.")),
            described(
                sink("CONTESTS", tr("Contests with village relocation"), kind.Vector, optional=True,
                     createByDefault=True),
                tr("A table of places that village relocation sees differently, with the reasons of both sides.")),
            described(
                sink("SUMMARY", tr("Summary by sub-type"), kind.Vector, optional=True, createByDefault=True),
                tr("A table of settlements, households and mu by sub-type.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("How it was decided, every place, the contests and the parameters as a page to read or print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from ..algorithms.special import judge
        from .special_facts import read_known

        settings = read_settings(self, parameters, context)
        known = read_known(settings, self._dem, context, feedback)
        judging = phase(feedback, tr("Judging"), 82, 83)
        verdict = judge(known.facts, settings.thresholds)
        judging(1.0)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, known, verdict)
