"""landconsolidation:ecologicalrestoration — what can be restored, by a table of rules: parcels, shelterbelts, links."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..algorithms.errors import translatable
from . import ecology_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .dem import dem_given
from .ecology_settings import read_settings
from .i18n import tr
from .run import Run
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter

_ABOUT = About(
    id="ecologicalrestoration",
    title=translatable("Ecological restoration"),
    group_id="ecology",
    group=translatable("E · Ecology"),
    summary=translatable("Finds what can be restored by a table of rules: mines, redline, waters, trees, links."),
    help=translatable(
        "Goes through a table of rules and finds what can be restored: abandoned mines, construction land inside the "
        "ecological redline (back to forest, with the equal quota it frees), cropland in river channels, degraded "
        "margins of rivers and ponds, gaps in shelterbelts along roads and canals between large blocks, and gaps "
        "between forests, joined by the cheapest links.\n\n"
        "A parcel gets the sub-type of the first rule that fits; the others are named beside it. Shelterbelts and "
        "links are lines with the strips of land they need.\n\n"
        "The rules are a data file with judgements: you can add your own, change or leave out the shipped ones. A rule "
        "whose layer or field is missing is silent, and the log, the summary and the report say so: silent is not "
        "“none found”. All results are candidates to check on the ground. No input is changed."
    ),
    tags=(
        "ecology", "restoration", "mine", "redline", "shelterbelt", "corridor", "river", "forest", "least cost",
        "生态修复", "废弃矿山", "生态保护红线", "还林", "农田林网", "生态廊道", "河道耕地", "岸线",
        "shengtaixiufu", "feiqikuangshan", "hongxian", "nongtianlinwang", "shengtailangdao", "hedaogengdi",
    ),
)


class EcologicalRestoration(LandAlgorithm):
    """Asks, goes through the rules, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "parcels", "REDLINE": "redline", "BLOCKS": "farmland_blocks", "ROADS": "roads", "DEM": "dem"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygon layer with land codes.")),
            *code_parameters(optional=True), *self._layers(), *self._rare(), *area_parameters(net=False),
            *self._destinations_asked(),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def _layers(self):
        kind = QgsProcessing.SourceType
        layers = (
            ("REDLINE", tr("Ecological redline"), kind.VectorPolygon,
             tr("The ecological redline (STBHHX). Construction land inside goes back to forest.")),
            ("BLOCKS", tr("Farmland blocks"), kind.VectorPolygon,
             tr("The blocks that “Farmland contiguity” wrote. Shelterbelts are looked for between large ones.")),
            ("ROADS", tr("Roads and canals"), kind.VectorLine,
             tr("Centre lines, besides the parcels of roads and ditches, along which shelterbelts are looked for.")),
            ("MINES", tr("Mines at work"), kind.VectorAnyGeometry,
             tr("Mines with a valid right, or at work. Other mining land is then listed as not in use.")),
        )
        return tuple(
            described(QgsProcessingParameterFeatureSource(name, label, [of], optional=True), help_text)
            for name, label, of, help_text in layers
        )

    def _rare(self):
        return tuple(advanced(parameter) for parameter in (
            described(
                QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True),
                tr("Heights in metres. Links between forests then avoid steep land. Empty: the land counts as flat.")),
            described(
                QgsProcessingParameterFile(
                    "RULES_FILE", tr("Rule table"), Qgis.ProcessingFileParameterBehavior.File, "json", optional=True),
                tr("A JSON file with rules of your own, made like the shipped ecology_rules.json. They are added to "
                   "the shipped ones, or take the place of those with the same id.")),
        ))

    def _destinations_asked(self):
        sink, kind = QgsProcessingParameterFeatureSink, QgsProcessing.SourceType
        return (
            described(
                sink("PARCELS", tr("Parcels to restore"), kind.VectorPolygon),
                tr("The parcels that a rule fits, with sub-type, area concerned, quota, and the reasons.")),
            described(
                sink("LINKS", tr("Shelterbelts and links"), kind.VectorLine, optional=True, createByDefault=True),
                tr("Lines of shelterbelts to plant and of links between forests, with their lengths.")),
            described(
                sink("STRIPS", tr("Strips"), kind.VectorPolygon, optional=True, createByDefault=True),
                tr("The land that these lines need, as strips of the rule's width.")),
            described(
                sink("SUMMARY", tr("Summary by rule"), kind.Vector, optional=True, createByDefault=True),
                tr("A table of what each rule found, and why a rule is silent.")),
            described(
                QgsProcessingParameterFileDestination(
                    "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
                tr("What was found by rule, what could not be looked for, and the parameters as a page to read or "
                   "print.")),
        )

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Here, on the layer's own thread: a raster must not be touched from another.
        self._dem = dem_given(self, parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def run_analysis(self, parameters, context, feedback):
        from .ecology_analysis import look_for

        settings = read_settings(self, parameters, context)
        ecology = look_for(settings, self._dem, context, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, ecology)
