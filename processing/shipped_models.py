"""The models that come with the plugin: several of our algorithms in a row, in resources/models.

A .model3 file holds the steps, made by scripts/build_models from the algorithms themselves. What people read is not
taken from it: names come from here, labels and help from the algorithms, in the language in use.
"""

from collections import Counter
from dataclasses import dataclass, replace

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterEnum,
)
from qgis.PyQt.QtGui import QIcon

from ..algorithms.errors import translatable
from .base import ICONS, ROOT, help_page
from .dependencies import complaint
from .i18n import tr

MODELS = ROOT / "resources" / "models"
GROUP_ID, GROUP = "workflows", translatable("Workflows")
_FROM_INPUT = QgsProcessingModelChildParameterSource.fromModelParameter("").source()


@dataclass(frozen=True)
class AboutModel:
    """How a model presents itself; see base.About.

    roles: as in base, by model input, which the dialog asks for in this order; inputs: (label, help) of inputs that no
    step of ours asks for alike; first: outputs that stand above the others in the layer tree, as STEP:OUTPUT.
    """

    id: str
    title: str
    summary: str
    help: str
    tags: tuple
    roles: dict
    inputs: dict
    first: tuple

    @property
    def path(self):
        """Its .model3 file."""
        return MODELS / f"{self.id}.model3"


SCREEN = AboutModel(
    id="screentownship",
    title=translatable("Screen a township"),
    summary=translatable("Runs every screening tool over a township and tags its parcels with what they suggest."),
    help=translatable(
        "Takes the survey parcels, the binding lines and whatever else is known of a township. Runs the screening "
        "tools of farmland, villages, industry, towns, ecology and special places, carries what they suggest to the "
        "parcels as 5+X tags, and adds up how much land carries which tag.\n\n"
        "What is not given stays unknown and is said so; it is never taken for nothing. Every tag is a suggestion with "
        "its reasons: people decide, parcel by parcel, in the dock “5+X tagging”. Nothing that a person tagged is "
        "changed, and neither are the inputs.\n\n"
        "Each step can be run by itself, with all its parameters."
    ),
    tags=(
        "screening", "workflow", "model", "township", "5+X", "suggest",
        "筛查", "全域", "土地综合整治", "乡镇", "模型", "流程", "体检",
        "shaicha", "quanyu", "tudizonghezhengzhi", "xiangzhen", "moxing", "liucheng",
    ),
    roles={
        "INPUT": "parcels", "BOUNDARY": "development_boundary", "REDLINE": "redline",
        "BASIC_FARMLAND": "basic_farmland", "HIGH_STANDARD": "high_standard_farmland", "GRAIN_ZONE": "grain_zone",
        "DEM": "dem", "VILLAGES": "settlement_areas",
        "STATISTICS": "village_statistics", "HAZARD_AREAS": "hazard_areas", "HAZARD_POINTS": "hazard_points",
        "PROTECTED": "protected", "HERITAGE": "heritage", "TOURISM": "tourism", "WATER_SOURCE": "water_source",
        "SERVICES": "services", "ROADS": "roads", "BUILDINGS": "buildings", "ENTERPRISES": "enterprises",
    },
    inputs={},
    first=("suggestions:PARCELS", "suggestions:CONTESTS", "ledger:LEDGER", "ledger:TARGETS"),
)
DELIVER = AboutModel(
    id="delivervillageplan",
    title=translatable("Deliver a village plan"),
    summary=translatable("From tagged parcels to the checked delivery of one village, with its tables."),
    help=translatable(
        "Takes tagged parcels, of the village or of a whole township, and the village's code. Picks the village's "
        "parcels, gives them plan codes, writes the delivery, fills in the structure adjustment table and the "
        "indicators, and checks what was written.\n\n"
        "In a batch each row is a village; a row that fails names its village and does not stop the others. An "
        "earlier delivery stays unless you have it replaced.\n\n"
        "Look at “To be decided” before you hand anything in: it lists what needs a person."
    ),
    tags=(
        "delivery", "workflow", "model", "village plan", "export", "validation", "batch",
        "成果", "汇交", "村庄规划", "模型", "流程", "质检", "批处理",
        "chengguo", "huijiao", "cunzhuangguihua", "moxing", "liucheng", "zhijian", "pichuli",
    ),
    roles={
        "INPUT": "tagging", "VILLAGE": "villages", "REDLINE": "redline", "BASIC_FARMLAND": "basic_farmland",
        "BOUNDARY": "development_boundary", "HISTORIC": "heritage", "FACILITIES": "services", "DEM": "dem",
    },
    inputs={"INPUT": (translatable("Tagged parcels"), translatable(
        "Parcels with their tags, of the village or of a whole township: those whose ZLDWDM begins with the village's "
        "code are taken, all of them where the layer has no such field."))},
    first=("validation:ERRORS", "codes:OUTPUT", "codes:REVIEW", "validation:SUMMARY"),
)
SHIPPED = (SCREEN, DELIVER)


class ShippedModel(QgsProcessingModelAlgorithm):
    """One of them, spoken in the language in use."""

    def __init__(self, about):
        super().__init__(about.id, tr(GROUP), GROUP_ID)
        self.ABOUT = about
        self.ROLES = about.roles
        if self.fromFile(str(about.path)):
            self.setName(about.id)
            self.setGroup(tr(GROUP))
            _speak(self, about.inputs)
            self.setOutputGroup(tr(about.title))

    def createInstance(self):  # noqa: N802 - QGIS's name, here and below
        return ShippedModel(self.ABOUT)

    def postProcessAlgorithm(self, context, feedback):  # noqa: N802
        # The layer with the highest key comes to stand on top.
        keys = {name: key for key, name in enumerate(self._from_below(), 1)}
        for place, details in context.layersToLoadOnCompletion().items():
            if details.name in keys:
                context.layerToLoadOnCompletionDetails(place).layerSortKey = keys[details.name]
        return super().postProcessAlgorithm(context, feedback)

    def _from_below(self):
        """What the layers are called, in their order in the layer tree, those of ABOUT.first on top."""
        named = {}
        for step in self.in_order():
            keys = {output.childOutputName(): key for key, output in step.modelOutputs().items()}
            named.update((f"{step.childId()}:{name}", keys[name]) for name in _outputs_of(step))
        return [named[name] for name in reversed(dict.fromkeys((*self.ABOUT.first, *named)))]

    def in_order(self):
        """Its steps as QGIS will run them: each after those whose results it takes."""
        steps, done = self.childAlgorithms(), []
        while len(done) < len(steps):
            done += [name for name in steps if name not in done and self.dependsOnChildAlgorithms(name) <= set(done)]
        return [steps[name] for name in done]

    def displayName(self):  # noqa: N802
        return tr(self.ABOUT.title)

    def groupId(self):  # noqa: N802
        return GROUP_ID

    def shortDescription(self):  # noqa: N802
        return tr(self.ABOUT.summary)

    def shortHelpString(self):  # noqa: N802
        return tr(self.ABOUT.help)

    def helpUrl(self):  # noqa: N802
        return help_page(self.ABOUT.id).toString()

    def tags(self):
        return list(self.ABOUT.tags)

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / f"{self.ABOUT.id}.svg")

    def canExecute(self):  # noqa: N802
        problem = complaint()
        return not problem, problem


@dataclass(frozen=True)
class _Words:
    """What an algorithm says of one of its parameters."""

    label: str
    help: str
    options: tuple

    @staticmethod
    def of(definition):
        options = definition.options() if isinstance(definition, QgsProcessingParameterEnum) else ()
        return _Words(definition.description(), definition.help(), tuple(options))


def _speak(model, inputs):
    """Labels and help of inputs and outputs as the steps say it that ask for them or write them."""
    said = {}
    times = Counter(words.label for step in model.childAlgorithms().values() for _, words in _outputs_of(step).values())
    for step in model.childAlgorithms().values():
        algorithm = step.algorithm()
        title = algorithm.displayName()
        words = {one.name(): _Words.of(one) for one in algorithm.parameterDefinitions()}
        for name, sources in step.parameterSources().items():
            for source in sources:
                if source.source() == _FROM_INPUT:
                    said.setdefault(source.parameterName(), []).append((title, words[name]))
        outputs = {}
        for output, own in _outputs_of(step).values():
            # Several steps write a report: the label says whose.
            label = tr("{label}: {value}").format(label=title, value=own.label)
            said[output.description()] = [(title, replace(own, label=label))]
            # A layer is called by its output's key. Its parameter is called by the description, which therefore stays.
            outputs[label if times[own.label] > 1 else own.label] = output
        step.setModelOutputs(outputs)
        model.setChildAlgorithm(step)
    for definition in model.parameterDefinitions():
        name = definition.name()
        label, help_text = map(tr, inputs[name]) if name in inputs else _together(said[name])
        definition.setDescription(label)
        definition.setHelp(help_text)
        if isinstance(definition, QgsProcessingParameterEnum):
            definition.setOptions(list(said[name][0][1].options))
    for output in model.outputDefinitions():
        if output.name() in said:
            output.setDescription(said[output.name()][0][1].label)


def _outputs_of(step):
    """What a step hands out, as {parameter: (output, its words)}, in the order in which its algorithm asks for them."""
    handed = {output.childOutputName(): output for output in step.modelOutputs().values()}
    return {one.name(): (handed[one.name()], _Words.of(one))
            for one in step.algorithm().destinationParameterDefinitions() if one.name() in handed}


def _together(said):
    """What several steps say of one input, as (label, help): their own words where they differ."""
    helps = list(dict.fromkeys(words.help for _, words in said))
    if len(helps) == 1:
        return said[0][1].label, helps[0]
    each = {}
    for title, words in said:
        each.setdefault(words.help, title)
    return said[0][1].label, "\n".join(tr("{label}: {value}").format(label=title, value=text)
                                       for text, title in each.items())
