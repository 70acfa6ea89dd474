"""Models that a user builds of these algorithms alone: outputs go on as inputs, no field being renamed."""

import importlib
from types import SimpleNamespace

from qgis.core import QgsProcessingUtils
from scenes import Log, context_without_project
from workflows import CODES, PLAN_LAYERS, TOWNSHIP, VILLAGE, sample

from land_consolidation.processing import provider

build_models = importlib.import_module("build_models")
From, Step, OURS = build_models.From, build_models.Step, build_models.OURS
_PLAN = {"INPUT": From("codes", "OUTPUT"), "CODE_SYSTEM": 1}
SCREENING = (
    *build_models.SCREEN,
    Step("check", f"{OURS}checktags", ("REDLINE",), ("FINDINGS",), {"INPUT": From("suggestions", "PARCELS")}),
    Step("codes", f"{OURS}plancodes", ("CODE_FIELD", "CODE_SYSTEM", "REDLINE"), ("OUTPUT",),
         {"INPUT": From("suggestions", "PARCELS")}),
    Step("quota", f"{OURS}indicatorledger", (), ("LEDGER",),
         {**_PLAN, "BLOCKS": From("contiguity", "BLOCKS")}),
    Step("adjustment", f"{OURS}basicfarmlandadjustment", ("CODE_FIELD", "CODE_SYSTEM", "BASIC_FARMLAND"),
         ("ADJUSTMENT",), {"OUT": From("swap", "PARCELS"), "IN": From("restoration", "PARCELS")}),
)  # fmt: skip
PLANNING = (
    Step("prepared", f"{OURS}preparetags", ("INPUT",)),
    Step("tagged", f"{OURS}tagbyexpression", (), (),
         {"INPUT": From("prepared", "OUTPUT"), "WHERE": "\"DLBM\" = '0601'", "SUBTYPE": "C1"}),
    Step("codes", f"{OURS}plancodes", ("CODE_FIELD", "CODE_SYSTEM", "REDLINE"), ("OUTPUT",),
         {"INPUT": From("tagged", "OUTPUT")}),
    Step("structure", f"{OURS}landusestructure", (), ("STRUCTURE",), _PLAN),
    Step("indicators", f"{OURS}villageindicators", ("REDLINE",), ("INDICATORS",), _PLAN),
    Step("delivery", f"{OURS}exportvillageplan", ("VILLAGE_CODE", "VILLAGE_NAME", "PLAN_NAME", "VILLAGE"),
         ("FOLDER",), {"INPUT": From("codes", "OUTPUT"), "CLIP": True}),
    Step("validation", f"{OURS}validatevillageplan", ("VILLAGE",), ("ERRORS",),
         {"DELIVERY": From("delivery", "DELIVERY")}),
)  # fmt: skip
MODELS = (SCREENING, PLANNING)
ABOUT = SimpleNamespace(id="users", help="", roles={})


def run(steps, **given):
    """Build a model of the steps and run it; returns {output: number of features}, of layers alone."""
    model, context, log = build_models.build(ABOUT, steps), context_without_project(), Log()
    for step in steps:
        assert model.validateChildAlgorithm(step.id)[0], step.id
    asked = {one.name(): "TEMPORARY_OUTPUT" for one in model.destinationParameterDefinitions()}
    inputs = {name: value for name, value in given.items() if model.parameterDefinition(name)}
    results, ok = model.run({**asked, **inputs}, context, log)
    assert ok, log.all
    found = {name: QgsProcessingUtils.mapLayerFromString(str(results[name]), context) for name in asked}
    return {name: layer.featureCount() for name, layer in found.items() if layer is not None}


def test_every_algorithm_is_a_step_of_a_model_here():
    used = {step.algorithm for steps in MODELS for step in steps}
    assert used == {f"{OURS}{algorithm.ABOUT.id}" for algorithm in provider.ALGORITHMS}


def test_a_township_from_blocks_to_quota():
    found = run(SCREENING, **TOWNSHIP)
    assert found["suggestions_parcels"] == found["codes_output"] == 8752
    filled = ("swap_parcels", "special_places", "ledger_ledger", "quota_ledger", "adjustment_adjustment")
    assert all(found[name] > 0 for name in filled), found


def test_a_village_from_tags_to_validation():
    found = run(PLANNING, INPUT=sample("DLTB"), **CODES, **VILLAGE, **PLAN_LAYERS)
    assert found["codes_output"] == 8752
    assert found["structure_structure"] > 0
    assert found["indicators_indicators"] > 0
    assert "validation_errors" in found
