"""The shipped models: made of the algorithms as they are, shown beside them, and right where their steps are."""

import importlib
import json
import os
from collections import Counter
from pathlib import Path

import plugin_package
import pytest
from deliveries import delivered
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from scenes import rows_of, run
from villages import native
from workflows import DELIVER, PLAN_LAYERS, SCREEN, TOWNSHIP, VILLAGE, layer_in, run_model, sample

from land_consolidation.algorithms.suggestion_sources import suggestion_sources
from land_consolidation.processing.shipped_models import SHIPPED, ShippedModel

GOLDEN = Path(__file__).parent / "golden" / "models.json"
each_model = pytest.mark.parametrize("about", SHIPPED, ids=[about.id for about in SHIPPED])


@pytest.fixture(scope="module")
def screened(tmp_path_factory):
    """The sample township screened: paths of the files by output, no layers, which must not outlive QGIS."""
    folder = tmp_path_factory.mktemp("screened")
    algorithm = QgsApplication.processingRegistry().algorithmById(SCREEN)
    paths = {
        one.name(): str(folder / f"{one.name()}.{'html' if one.name().endswith('report') else 'gpkg'}")
        for one in algorithm.destinationParameterDefinitions()
    }
    run_model(SCREEN, **TOWNSHIP, **paths)
    return paths


# --- the files and how they are shown -----------------------------------------------------------


@each_model
def test_the_file_is_what_the_algorithms_make(about, tmp_path):
    build_models = importlib.import_module("build_models")
    steps = next(steps for other, steps in build_models.STEPS if other is about)
    build_models.build(about, steps).toFile(str(tmp_path / "made.model3"))
    shipped, made = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
    assert shipped.fromFile(str(about.path))
    assert made.fromFile(str(tmp_path / "made.model3"))
    assert made.toVariant() == shipped.toVariant(), "run scripts/build_models"


def test_names_of_inputs_and_outputs_are_those_frozen():
    """On purpose: UPDATE_GOLDEN=1 scripts/test tests/qgis/test_models.py."""
    now = {}
    for about in SHIPPED:
        model = QgsApplication.processingRegistry().algorithmById(f"landconsolidation:{about.id}")
        now[about.id] = {
            one.name(): [one.type(), bool(one.flags() & Qgis.ProcessingParameterFlag.Optional)]
            for one in model.parameterDefinitions()
        }
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    assert now == json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert all(name.isascii() for names in now.values() for name in names)


@each_model
def test_it_is_sound_and_every_step_is_known(about):
    model = ShippedModel(about)
    assert model.in_order(), "it has steps"
    for step in model.in_order():
        assert step.algorithm() is not None
        assert model.validateChildAlgorithm(step.childId())[0], step.childId()


def said_of(model):
    return {one.name(): (one.description(), one.help()) for one in model.parameterDefinitions()}


@each_model
def test_every_input_and_output_says_what_it_is_in_both_languages(about):
    english = said_of(ShippedModel(about))
    assert all(label and help_text for label, help_text in english.values())
    translator = QTranslator()
    assert translator.load(str(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        model = ShippedModel(about)
        chinese = said_of(model)
        assert model.displayName() != about.title
        layers = [key for step in model.childAlgorithms().values() for key in step.modelOutputs()]
    finally:
        QCoreApplication.removeTranslator(translator)
    assert set(chinese) == set(english), "names do not change with the language"
    alike = [name for name in english if set(english[name]) & set(chinese[name])]
    assert alike == []
    assert all(not layer.isascii() for layer in layers), "layers are called in the user's language too"


@each_model
def test_results_are_told_apart_and_lie_as_their_tool_lists_them(about):
    model = ShippedModel(about)
    named = {
        (step.childId(), output.childOutputName()): key
        for step in model.childAlgorithms().values() for key, output in step.modelOutputs().items()
    }
    assert len(set(named.values())) == len(named)
    from_top = model._from_below()[::-1]
    first = [tuple(entry.split(":")) for entry in about.first]
    assert from_top[:len(first)] == [named[entry] for entry in first]
    for step in model.childAlgorithms().values():
        listed = [(step.childId(), one.name()) for one in step.algorithm().destinationParameterDefinitions()]
        places = [from_top.index(named[entry]) for entry in listed if entry in named and entry not in first]
        assert places == sorted(places)


@each_model
def test_roles_are_of_its_inputs(about):
    model = ShippedModel(about)
    inputs = {one.name() for one in model.parameterDefinitions() if not one.isDestination()}
    assert set(about.roles) <= inputs


# --- screening a township -----------------------------------------------------------------------


def test_screening_gives_what_the_tools_give_one_by_one(screened):
    blocks = run(TOWNSHIP["INPUT"])
    assert rows_of(QgsVectorLayer(screened["contiguity_blocks"]), "net_mu") == blocks.rows("BLOCKS", "net_mu")
    names = ("BOUNDARY", "ENTERPRISES", "BUILDINGS", "REDLINE", "BASIC_FARMLAND", "WATER_SOURCE", "HERITAGE")
    industry = run(
        TOWNSHIP["INPUT"], "landconsolidation:inefficientindustry", BLOCKS=screened["contiguity_blocks"],
        **{name: TOWNSHIP[name] for name in names},
    )
    fields = ("BSM", "disposal", "outside_m2")
    assert rows_of(QgsVectorLayer(screened["industry_parcels"]), *fields) == industry.rows("PARCELS", *fields)


def test_tags_of_the_township_come_from_every_tool_and_keep_their_reasons(screened):
    tagged = rows_of(QgsVectorLayer(screened["suggestions_parcels"]), "zz_cat", "zz_source", "zz_note", "zz_rule")
    assert len(tagged) == 8752
    sources = {source for _, source, _, _ in tagged if source}
    assert sources == {f"rule:{entry.id}" for entry in suggestion_sources()}
    assert all(json.loads(rule) for category, _, _, rule in tagged if category)
    ledger = rows_of(QgsVectorLayer(screened["ledger_ledger"]), "category", "parcels")
    counted = Counter(category for category, *_ in tagged)
    added = Counter()
    for category, parcels in ledger:
        added[category] += parcels
    assert added == counted


def test_a_township_of_which_little_is_known_is_screened_too():
    known = ("INPUT", "CODE_FIELD", "CODE_SYSTEM", "BOUNDARY", "REDLINE", "BASIC_FARMLAND")
    known = {name: TOWNSHIP[name] for name in known}
    results, context, _ = run_model(SCREEN, **known)
    tagged = rows_of(layer_in(results, context, "suggestions_parcels"), "zz_cat")
    assert len(tagged) == 8752
    assert {"A", "C"} <= set(tagged)


# --- delivering a village -----------------------------------------------------------------------


def deliver(screened, folder, **parameters):
    return run_model(DELIVER, **{
        "INPUT": screened["suggestions_parcels"], "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, **VILLAGE, **PLAN_LAYERS,
        "delivery_folder": str(folder), **parameters,
    })  # fmt: skip


def test_a_delivery_holds_the_village_and_nothing_else(screened, tmp_path):
    codes = str(tmp_path / "codes.gpkg")
    results, context, _ = deliver(screened, tmp_path, codes_output=codes)
    own = [code for code in rows_of(QgsVectorLayer(sample("DLTB")), "ZLDWDM") if code.startswith("330723199201")]
    assert len(own) == len(rows_of(QgsVectorLayer(codes), "base_code"))
    found = delivered(tmp_path / "330723199201样村_FJ")
    assert len(found["JQDLTB"].rows) == len(found["GHDLTB"].rows) == len(own)
    assert len(found["CJDCQ"].rows) == 1, "its own boundary, not the neighbours'"
    land = native("native:clip", INPUT=sample("YJJBNTBHTB"), OVERLAY=codes)
    basic = [row["MJ"] for row in found["GKBJ"].rows if row["GKBJLXDM"] == "0202"]
    planar = sum(feature.geometry().area() for feature in land.getFeatures())
    assert sum(basic) == pytest.approx(planar, rel=1e-4)
    structure = rows_of(layer_in(results, context, "structure_structure"), "village", "row", "base_ha")
    (total,) = [ha for village, row, ha in structure if (village, row) == (None, 83)]
    assert total == pytest.approx(sum(row["TBMJ"] for row in found["JQDLTB"].rows) / 10_000, abs=0.005)


def test_every_village_of_the_sample_is_delivered_and_stands_its_validation(screened, tmp_path):
    villages = rows_of(QgsVectorLayer(sample("village_boundary")), "village_code", "village_name")
    assert len(villages) == 14
    faults = {}
    for code, name in villages:
        results, context, _ = deliver(screened, tmp_path, VILLAGE_CODE=code, VILLAGE_NAME=name, PLAN_NAME=f"{name}规划")
        found = rows_of(layer_in(results, context, "validation_errors"), "rule", "severity", "layer", "message")
        faults[name] = [row for row in found if row[1] in ("error", "warning")]
    assert {name: rows for name, rows in faults.items() if rows} == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{code}{name}_FJ" for code, name in villages)


def test_a_village_without_parcels_is_named(screened, tmp_path):
    with pytest.raises((AssertionError, QgsProcessingException)) as refused:
        deliver(screened, tmp_path, VILLAGE_CODE="330723199299", VILLAGE_NAME="无此村")
    assert "无此村 (330723199299)" in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_an_earlier_delivery_stays_unless_it_is_to_be_replaced(screened, tmp_path):
    deliver(screened, tmp_path)
    file = tmp_path / "330723199201样村_FJ" / "delivery.json"
    before = file.stat().st_mtime_ns
    with pytest.raises((AssertionError, QgsProcessingException)) as refused:
        deliver(screened, tmp_path)
    assert "OVERWRITE" in str(refused.value)
    assert file.stat().st_mtime_ns == before
    deliver(screened, tmp_path, OVERWRITE=True)
    assert file.stat().st_mtime_ns > before
