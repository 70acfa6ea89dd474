"""Make the shipped models, resources/models/*.model3, from the algorithms they are steps of.

A model's inputs are parameters of its steps, under the same name: so they ask what the steps ask, with the same types
and defaults. A test compares the files with what this makes.
"""

from dataclasses import dataclass, field

import plugin_package
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
)
from qgis.PyQt.QtCore import QPointF

plugin_package.load()

from land_consolidation.processing import provider, shipped_models  # noqa: E402 - needs the plugin loaded

OURS = f"{provider.PROVIDER_ID}:"
_COLUMN, _ROW, _STEP = 320, 110, 300
# The village's own parcels, by the first 12 digits of where they lie; all of them where the layer does not say.
_OF_VILLAGE = "left(coalesce(attribute('ZLDWDM'), @VILLAGE_CODE), 12) = left(@VILLAGE_CODE, 12)"


@dataclass(frozen=True)
class From:
    """The output of an earlier step."""

    step: str
    output: str


@dataclass(frozen=True)
class Asked:
    """An input of the model that a step calls otherwise."""

    name: str


@dataclass(frozen=True)
class Step:
    """One step: its algorithm, which of its parameters are inputs of the model, what else it is given, what
    comes out.

    inputs: names, alike in the model; given: {parameter: value, Asked or From}; outputs: the results that the model
    gives.
    """

    id: str
    algorithm: str
    inputs: tuple
    outputs: tuple = ()
    given: dict = field(default_factory=dict)


# Steps may do without these. Screening a township without its binding lines would suggest what they forbid.
_FACTS = ("VILLAGE_CODE", "VILLAGE_NAME", "PLAN_NAME", "PROFILE", "PROFILE_FILE", "FORMAT", "OVERWRITE")
_ASKED = ("CODE_FIELD", "CODE_SYSTEM", "BOUNDARY", "REDLINE", "BASIC_FARMLAND")
_CODES = ("INPUT", "CODE_FIELD", "CODE_SYSTEM")
SCREEN = (
    Step("contiguity", f"{OURS}farmlandcontiguity", _CODES, ("PARCELS", "BLOCKS", "SENSITIVITY", "REPORT")),
    Step("settlements", f"{OURS}settlements", (*_CODES, "VILLAGES")),
    Step(
        "relocation", f"{OURS}villagerelocation",
        ("STATISTICS", "DEM", "HAZARD_AREAS", "HAZARD_POINTS", "PROTECTED", "REDLINE", "WATER_SOURCE", "SERVICES",
         "ROADS"),
        ("CANDIDATES", "SUMMARY", "REPORT"), {"INPUT": From("settlements", "SETTLEMENTS")}),
    Step(
        "industry", f"{OURS}inefficientindustry",
        (*_CODES, "BOUNDARY", "ENTERPRISES", "BUILDINGS", "REDLINE", "BASIC_FARMLAND", "WATER_SOURCE", "HERITAGE"),
        ("PARCELS", "SUMMARY", "REPORT"), {"BLOCKS": From("contiguity", "BLOCKS")}),
    Step(
        "overlay", f"{OURS}multifieldoverlay", ("INPUT", "BASIC_FARMLAND", "HIGH_STANDARD", "GRAIN_ZONE"),
        ("PIECES", "SUMMARY", "REPORT")),
    Step(
        "restoration", f"{OURS}farmlandrestoration", (*_CODES, "HIGH_STANDARD", "BASIC_FARMLAND", "REDLINE", "DEM"),
        ("PARCELS", "SUMMARY", "REPORT"), {"BLOCKS": From("contiguity", "BLOCKS")}),
    Step(
        "swap", f"{OURS}forestfarmlandswap", (*_CODES, "DEM", "BASIC_FARMLAND", "REDLINE"),
        ("PARCELS", "GATES", "REPORT")),
    Step(
        "urban", f"{OURS}inefficienturban", (*_CODES, "BOUNDARY", "BUILDINGS"),
        ("PARCELS", "AREAS", "SUMMARY", "REPORT"), {"HAZARDS": Asked("HAZARD_AREAS"), "HISTORIC": Asked("HERITAGE")}),
    Step(
        "ecology", f"{OURS}ecologicalrestoration", (*_CODES, "REDLINE", "ROADS", "DEM"),
        ("PARCELS", "LINKS", "SUMMARY", "REPORT"), {"BLOCKS": From("contiguity", "BLOCKS")}),
    Step(
        "special", f"{OURS}specialplaces", ("STATISTICS", "DEM", "PROTECTED", "HERITAGE", "TOURISM"),
        ("PLACES", "CONTESTS", "SUMMARY", "REPORT"),
        {"INPUT": From("settlements", "SETTLEMENTS"), "CANDIDATES": From("relocation", "CANDIDATES")}),
    Step(
        "suggestions", f"{OURS}suggestcategories", ("INPUT",), ("PARCELS", "CONTESTS"),
        {"BLOCKS": From("contiguity", "BLOCKS"), "CANDIDATES": From("relocation", "CANDIDATES"),
         "INDUSTRY": From("industry", "PARCELS"), "FIELD_PIECES": From("overlay", "PIECES"),
         "RESTORABLE": From("restoration", "PARCELS"), "URBAN": From("urban", "PARCELS"),
         "ECOLOGY": From("ecology", "PARCELS"), "SPECIAL": From("special", "PLACES"),
         "SWAP": From("swap", "PARCELS")}),
    Step("ledger", f"{OURS}categoryledger", (), ("LEDGER", "TARGETS", "REPORT"),
         {"INPUT": From("suggestions", "PARCELS")}),
)  # fmt: skip
DELIVER = (
    Step("village", "native:extractbyexpression", ("INPUT",), (), {"EXPRESSION": _OF_VILLAGE}),
    Step(
        "codes", f"{OURS}plancodes", ("CODE_FIELD", "CODE_SYSTEM", "REDLINE", "BASIC_FARMLAND", "DEM"),
        ("OUTPUT", "REVIEW", "REPORT"), {"INPUT": From("village", "OUTPUT")}),
    Step(
        "delivery", f"{OURS}exportvillageplan",
        ("PROFILE", "PROFILE_FILE", "VILLAGE_CODE", "VILLAGE_NAME", "PLAN_NAME", "BASE_YEAR", "TARGET_YEAR",
         "POPULATION", "PLANNED_POPULATION", "VILLAGE", "BASIC_FARMLAND", "REDLINE", "BOUNDARY", "CONSTRUCTION",
         "HISTORIC", "FACILITIES", "PLANNED_FACILITIES", "FORMAT", "OVERWRITE"),
        ("FOLDER", "LAYERS", "PROBLEMS", "REPORT"), {"INPUT": From("codes", "OUTPUT"), "CLIP": True}),
    Step("validation", f"{OURS}validatevillageplan", ("VILLAGE", "BASIC_FARMLAND", "REDLINE", "BOUNDARY"),
         ("ERRORS", "SUMMARY", "REPORT"), {"DELIVERY": From("delivery", "DELIVERY")}),
    Step("structure", f"{OURS}landusestructure", (), ("STRUCTURE", "WORKBOOK", "REPORT"),
         {"INPUT": From("codes", "OUTPUT"), "CODE_SYSTEM": 1}),
    Step("indicators", f"{OURS}villageindicators", ("REDLINE", "BASIC_FARMLAND", "POPULATION", "PLANNED_POPULATION"),
         ("INDICATORS", "WORKBOOK", "REPORT"), {"INPUT": From("codes", "OUTPUT"), "CODE_SYSTEM": 1}),
)  # fmt: skip
STEPS = ((shipped_models.SCREEN, SCREEN), (shipped_models.DELIVER, DELIVER))


def build(about, steps):
    """The model of these steps."""
    model = QgsProcessingModelAlgorithm(about.id, str(shipped_models.GROUP), shipped_models.GROUP_ID)
    model.setHelpContent({"ALG_DESC": str(about.help)})
    asked = dict.fromkeys(name for step in steps for name in step.inputs)
    first = ["INPUT", "CODE_FIELD", "CODE_SYSTEM", *(name for name in _FACTS if name in asked), *about.roles]
    names = [*dict.fromkeys(first), *(name for name in asked if name not in first)]
    for place, name in enumerate(names):
        asker = next(step for step in steps if name in step.inputs)
        definition = _algorithm(asker.algorithm).parameterDefinition(name).clone()
        if about is shipped_models.SCREEN and name in _ASKED:
            definition.setFlags(definition.flags() & ~Qgis.ProcessingParameterFlag.Optional)
        shown = QgsProcessingModelParameter(name)
        shown.setPosition(QPointF(100, 80 + _ROW * place))
        model.addModelParameter(definition, shown)
    model.setParameterOrder(names)
    for place, step in enumerate(steps):
        model.addChildAlgorithm(_child(step, place))
    return model


def _child(step, place):
    child = QgsProcessingModelChildAlgorithm(step.algorithm)
    child.setChildId(step.id)
    child.setDescription(child.algorithm().displayName())
    child.setPosition(QPointF(100 + _COLUMN * (place + 1), 80 + _STEP * place))
    source = QgsProcessingModelChildParameterSource
    for name in step.inputs:
        child.addParameterSources(name, [source.fromModelParameter(name)])
    for name, value in step.given.items():
        if isinstance(value, From):
            taken = source.fromChildOutput(value.step, value.output)
        elif isinstance(value, Asked):
            taken = source.fromModelParameter(value.name)
        else:
            taken = source.fromStaticValue(value)
        child.addParameterSources(name, [taken])
    outputs = {}
    for row, name in enumerate(step.outputs):
        # QGIS makes the parameter's name of the description.
        output = QgsProcessingModelOutput(name, f"{step.id}_{name.lower()}")
        output.setChildId(step.id)
        output.setChildOutputName(name)
        output.setPosition(QPointF(100 + _COLUMN * (place + 2), 60 + _STEP * place + 40 * row))
        outputs[name] = output
    child.setModelOutputs(outputs)
    return child


def _algorithm(name):
    return QgsApplication.processingRegistry().algorithmById(name)


def main():
    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    ours = provider.LandConsolidationProvider()  # without the models, which are being made
    registry.addProvider(ours)
    shipped_models.MODELS.mkdir(exist_ok=True)
    for about, steps in STEPS:
        model = build(about, steps)
        model.toFile(str(about.path))
        print(about.path.relative_to(plugin_package.ROOT))
    registry.removeProvider(ours)
    application.exitQgis()


if __name__ == "__main__":
    main()
