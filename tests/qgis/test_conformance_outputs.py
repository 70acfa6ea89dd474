"""Every algorithm of the provider: what it writes, where, how it looks, and how it ends early."""

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest
from big import tag_partition, write_partition
from calls import CALLS, parameters_of
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContextUtils,
    QgsLayerNotesUtils,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRemappingSinkDefinition,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from scenes import Log, box, context_without_project, farm, layer_of, rows_of, run

from land_consolidation.algorithms.tables import read_table

ALL = sorted(CALLS)
CARRYING = [name for name in ALL if CALLS[name].carries]
PARCELS = 40_000
PATIENCE = 60


def algorithm(name):
    return QgsApplication.processingRegistry().createAlgorithmById(name)


def sinks_of(name):
    registered = QgsApplication.processingRegistry().algorithmById(name)
    return [p.name() for p in registered.parameterDefinitions() if isinstance(p, QgsProcessingParameterFeatureSink)]


def tables_of(name):
    registered = QgsApplication.processingRegistry().algorithmById(name)
    table = QgsProcessing.SourceType.Vector
    return [sink for sink in sinks_of(name) if registered.parameterDefinition(sink).dataType() == table]


def call(name, layer, context=None, log=None, **parameters):
    return run(layer, name, context, log, CALLS[name].main, **{**parameters_of(name), **parameters})


# --- where results go ---------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "csv", "fgb"])
@pytest.mark.parametrize("name", ALL)
def test_files_hold_what_memory_holds(name, ending, tmp_path):
    memory = call(name, CALLS[name].layer())
    targets = {sink: str(tmp_path / f"{sink}.{ending}") for sink in sinks_of(name)}
    if ending == "fgb":  # a format for shapes: the table goes elsewhere
        targets = {sink: path for sink, path in targets.items() if memory[sink].isSpatial()}
    call(name, CALLS[name].layer(), **targets)
    compared = 0
    for sink, path in targets.items():
        if ending == "shp" and not memory[sink].isSpatial():
            path = path.replace(".shp", ".dbf")
        opened = QgsVectorLayer(path, sink, "ogr")
        assert opened.featureCount() == memory[sink].featureCount(), sink
        for field in CALLS[name].figures:
            if memory[sink].fields().lookupField(field) >= 0:
                found = sorted(float(value) for value in rows_of(opened, field))
                assert found == pytest.approx(sorted(memory.rows(sink, field)), rel=1e-6)
                compared += 1
    assert compared or not targets


@pytest.mark.parametrize("name", ALL)
def test_a_run_can_be_appended_to_a_table_that_exists(name, tmp_path):
    path, copies = tmp_path / "all.gpkg", CALLS[name].copies
    call(name, CALLS[name].layer(), **{copies: str(path)})
    first = QgsVectorLayer(str(path), "first", "ogr")
    count = first.featureCount()
    remapping = QgsRemappingSinkDefinition()
    remapping.setDestinationFields(first.fields())
    remapping.setDestinationCrs(first.crs())
    remapping.setDestinationWkbType(first.wkbType())
    remapping.setFieldMap({
        field.name(): QgsProperty.fromField(field.name()) for field in first.fields() if field.name() != "fid"
    })
    target = QgsProcessingOutputLayerDefinition(str(path))
    target.setRemappingDefinition(remapping)
    call(name, CALLS[name].layer(), **{copies: target})
    assert QgsVectorLayer(str(path), "again", "ogr").featureCount() == 2 * count


@pytest.mark.parametrize("name", ALL)
def test_several_results_share_one_database(name, tmp_path):
    database = tmp_path / "results.gpkg"
    first, *others = sinks_of(name)
    targets = {sink: f"ogr:dbname='{database}' table=\"{sink.lower()}\" (geom)" for sink in (first, *others)}
    memory = call(name, CALLS[name].layer())
    call(name, CALLS[name].layer(), **targets)
    for sink in targets:
        opened = QgsVectorLayer(f"{database}|layername={sink.lower()}", sink, "ogr")
        assert opened.featureCount() == memory[sink].featureCount(), sink


# --- odd fields ---------------------------------------------------------------------------------


def with_fields(name, more, kind, value):
    """The fixture with more fields in front of its own, `value(position)` in each: rows, fields."""
    simple = CALLS[name].layer()
    fields = [(field.name(), field.type()) for field in simple.fields()]
    rows = [
        (feature.geometry(), *(value(position) for _ in more), *feature.attributes())
        for position, feature in enumerate(simple.getFeatures())
    ]
    return rows, [*((one, kind) for one in more), *fields]


@pytest.mark.parametrize("more", [("fid", "block_id", "area_m2", "rule", "reasons"), ("FID", "BLOCK_ID")])
@pytest.mark.parametrize(("kind", "value"), [(str, lambda k: "same"), (int, lambda k: 7), (float, lambda k: 1.5)])
@pytest.mark.parametrize("name", ALL)
def test_fields_of_an_earlier_run_and_odd_fids_do_no_harm(name, more, kind, value, tmp_path):
    rows, fields = with_fields(name, more, kind, value)
    copies, path = CALLS[name].copies, tmp_path / "out.gpkg"
    memory = call(name, layer_of(rows, fields))
    assert CALLS[name].answer(memory) == CALLS[name].expected
    names = [f.name().lower() for f in memory[copies].fields()]
    assert len(names) == len(set(names))
    call(name, layer_of(rows, fields), **{copies: str(path)})
    written = QgsVectorLayer(str(path), "written", "ogr")
    assert written.featureCount() == memory[copies].featureCount()
    if CALLS[name].carries:
        assert rows_of(written, CALLS[name].key) == memory.rows(copies, CALLS[name].key)


@pytest.mark.parametrize("name", CARRYING)
def test_a_result_can_be_the_next_runs_input(name, tmp_path):
    first = call(name, CALLS[name].layer(), **{CALLS[name].copies: str(tmp_path / "one.gpkg")})
    source = QgsVectorLayer(first.results[CALLS[name].copies], "one", "ogr")
    again = call(name, source, **{CALLS[name].copies: str(tmp_path / "two.gpkg")})
    fields = [field.name() for field in source.fields()]
    assert [field.name() for field in QgsVectorLayer(str(tmp_path / "two.gpkg"), "two", "ogr").fields()] == fields
    assert again[CALLS[name].copies].featureCount() == source.featureCount()


@pytest.mark.parametrize("upper", [True, False])
@pytest.mark.parametrize("name", ALL)
def test_personal_data_never_leave(name, upper):
    personal = [row["field"] if upper else row["field"].lower() for row in read_table("personal_fields")]
    simple = CALLS[name].layer()
    fields = [(f.name(), f.type()) for f in simple.fields()] + [(field, str) for field in personal]
    rows = [
        (f.geometry(), *f.attributes(), *("330702199001011234" for _ in personal)) for f in simple.getFeatures()
    ]
    ran = call(name, layer_of(rows, fields))
    for sink in sinks_of(name):
        names = {field.name().upper() for field in ran[sink].fields()}
        assert not names & {field.upper() for field in personal}
        for feature in ran[sink].getFeatures():
            assert "330702199001011234" not in map(str, feature.attributes())
    assert not CALLS[name].carries or personal[0] in ran.log.all, "the log says what was left out"


# --- how results look ---------------------------------------------------------------------------


def finish(context, log):
    """What QGIS does with the layers to load when a run is done."""
    loaded = {}
    for identifier, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(identifier, context)
        details.setOutputLayerName(layer)
        if details.postProcessor():
            details.postProcessor().postProcessLayer(layer, context, log)
        loaded[details.outputName] = (layer, details.groupName)
    return loaded


def batch_row(name, layer, ending, folder, row):
    project = QgsProject()
    context = context_without_project()
    context.setProject(project)
    targets = {}
    for sink in sinks_of(name):
        kind = "gpkg" if ending == "shp" and sink in tables_of(name) else ending  # a shapefile is no table
        path = "TEMPORARY_OUTPUT" if ending is None else str(folder / f"{sink}_{row}.{kind}")
        targets[sink] = QgsProcessingOutputLayerDefinition(path, project)
    ran = call(name, layer, context, **targets)
    ran.project = project
    return ran


@pytest.mark.parametrize("ending", [None, "gpkg", "shp"])
@pytest.mark.parametrize("name", ALL)
def test_a_batch_of_two_rows_is_styled_named_and_grouped(name, ending, tmp_path):
    runs = [batch_row(name, CALLS[name].layer(name=f"village {row}"), ending, tmp_path, row) for row in (1, 2)]
    for row, ran in enumerate(runs, 1):  # both ran before either is shown
        loaded = finish(ran.context, ran.log)
        assert len(loaded) == len(sinks_of(name))
        assert {group for _, group in loaded.values()} == {CALLS[name].group.format(layer=f"village {row}")}
        for sink, (layer, _) in loaded.items():
            assert layer.isValid(), sink
            if ending is None:
                assert layer.name()
            aliased = [field.name() for field in layer.fields() if field.alias()]
            assert len(aliased) >= 3, f"{sink} shows bare field names"
            metadata = layer.metadata()
            assert metadata.title()
            assert metadata.abstract()
            assert len(metadata.history()) >= 2
            notes = QgsLayerNotesUtils.layerNotes(layer)
            assert CALLS[name].note in notes
            if layer.isSpatial():
                assert_every_feature_has_a_symbol(layer)


def assert_every_feature_has_a_symbol(layer):
    renderer, canvas = layer.renderer().clone(), QgsRenderContext()
    canvas.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(canvas, layer.fields())
    for feature in layer.getFeatures():
        canvas.expressionContext().setFeature(feature)
        assert renderer.willRenderFeature(feature, canvas)
    renderer.stopRender(canvas)
    for used in renderer.usedAttributes(canvas):
        # A style may be by an expression, which QGIS then names whole.
        columns = {used} if layer.fields().lookupField(used) >= 0 else QgsExpression(used).referencedColumns()
        assert columns, used
        for column in columns:
            assert layer.fields().lookupField(column) >= 0, f"styled by {column}, which the layer lacks"
    items = [item for item in renderer.legendSymbolItems() if item.symbol() is not None]
    if len(items) > 1:
        assert all(item.label() for item in items)
        looks = {(item.symbol().color().name(), item.symbol().symbolLayer(0).layerType()) for item in items}
        assert len(looks) == len(items), "two classes look alike"


@pytest.mark.parametrize("name", ALL)
def test_layers_nobody_loads_are_left_alone(name):
    ran = call(name, CALLS[name].layer())
    assert not ran.context.layersToLoadOnCompletion()
    assert not [f.alias() for f in ran[CALLS[name].copies].fields() if f.alias()]


# --- inside models and tasks --------------------------------------------------------------------


def test_two_runs_chained_in_a_model():
    """Fields into blocks at 5 m, then those blocks, as land of any kind, into greater ones at 20 m."""
    model = QgsProcessingModelAlgorithm("chained", "tests")
    model.addModelParameter(QgsProcessingParameterFeatureSource("land"), QgsProcessingModelParameter("land"))
    value, child = QgsProcessingModelChildParameterSource.fromStaticValue, QgsProcessingModelChildAlgorithm
    first = child("landconsolidation:farmlandcontiguity")
    first.setChildId("first")
    first.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("land")])
    for name, setting in {"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "MAX_GAP": 5}.items():
        first.addParameterSources(name, [value(setting)])
    model.addChildAlgorithm(first)
    second = child("landconsolidation:farmlandcontiguity")
    second.setChildId("second")
    second.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("first", "BLOCKS")])
    second.addParameterSources("FARMLAND", [value("\"net_mu\" > 0")])
    second.addParameterSources("MAX_GAP", [QgsProcessingModelChildParameterSource.fromExpression(
        "@first_BLOCK_COUNT * 5")])  # fmt: skip
    outputs = {}
    for name in ("PARCELS", "BLOCKS"):
        output = QgsProcessingModelOutput(name, name)
        output.setChildOutputName(name)
        output.setChildId("second")
        outputs[name] = output
    second.setModelOutputs(outputs)
    model.addChildAlgorithm(second)
    assert model.validate()[0] if isinstance(model.validate(), tuple) else model.validate()
    context, log = context_without_project(), Log()
    results, ok = model.run(
        {"land": farm(), "second:BLOCKS": "TEMPORARY_OUTPUT", "second:PARCELS": "TEMPORARY_OUTPUT"}, context, log
    )
    assert ok, log.all
    layer = QgsProcessingUtils.mapLayerFromString(results["CHILD_RESULTS"]["second"]["BLOCKS"], context)
    rule = json.loads(rows_of(layer, "rule")[0])
    assert rule["max_gap_m"] == 20, "four blocks at 5 m, taken from the number output"
    assert sorted(rows_of(layer, "parcels")) == [1, 3], "the highway is no longer among them"


@pytest.mark.parametrize("name", ALL)
def test_it_runs_in_a_background_task(name):
    context, log = context_without_project(), Log()
    parameters = {
        CALLS[name].main: CALLS[name].layer(), **parameters_of(name),
        **dict.fromkeys(sinks_of(name), "TEMPORARY_OUTPUT"),
    }
    runner = algorithm(name)
    task = QgsProcessingAlgRunnerTask(runner, parameters, context, log)
    outcome = []
    task.executed.connect(lambda ok, results: outcome.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + PATIENCE
    while not outcome and time.monotonic() < end:
        QCoreApplication.processEvents()
    ((ok, results),) = outcome
    assert ok, log.all
    layer = QgsProcessingUtils.mapLayerFromString(results[CALLS[name].copies], context)
    here = call(name, CALLS[name].layer())
    assert layer.featureCount() == here[CALLS[name].copies].featureCount()


# --- progress and cancel ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "land.gpkg"
    write_partition(path, PARCELS)
    tag_partition(path)
    return path


@pytest.fixture
def large_layer(large_file):
    return QgsVectorLayer(str(large_file), "DLTB", "ogr")


def files(name, folder):
    """A file for every layer that an algorithm gives."""
    return {sink: str(folder / f"{sink}.gpkg") for sink in sinks_of(name)}


@pytest.mark.parametrize("percent", [1, 52, 95])
@pytest.mark.parametrize("name", ALL)
def test_cancel_ends_within_a_second_and_leaves_nothing(name, percent, large_layer, tmp_path):
    unrelated = tmp_path / f"{sinks_of(name)[0]}.docx"
    unrelated.write_text("a report of the same name")
    log, pressed = Log(cancel_at=percent), []
    log.on_cancel = lambda: pressed.append(time.monotonic())
    parameters = {CALLS[name].main: large_layer, **parameters_of(name), **CALLS[name].large, **files(name, tmp_path)}
    runner = algorithm(name)
    results, _ = runner.run(parameters, context_without_project(), log)
    ended = time.monotonic()
    assert pressed, f"the progress never came to {percent} %"
    assert ended - pressed[0] < 1.0
    assert not results
    assert list(tmp_path.iterdir()) == [unrelated]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux which files are open")
@pytest.mark.parametrize("name", ALL)
def test_files_are_closed_before_they_are_removed(name, tmp_path, monkeypatch):
    """Elsewhere an open file could be removed as well; Windows would refuse, and leave it half-written."""
    open_ones, removed, unlink = [], [], Path.unlink

    def watched(path, missing_ok=False):
        if path.exists():
            removed.append(path.name)
            open_ones.extend(link for link in Path("/proc/self/fd").iterdir() if str(path) == os.path.realpath(link))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    runner, target = algorithm(name), tmp_path / "half.gpkg"
    parameters = {CALLS[name].main: CALLS[name].layer(), **parameters_of(name), CALLS[name].copies: str(target)}
    runner.run(parameters, context_without_project(), Log(cancel_at=CALLS[name].writing))
    assert "half.gpkg" in removed
    assert not open_ones
    assert not target.exists()


@pytest.mark.parametrize("name", ALL)
def test_progress_grows_and_asks_whether_to_stop(name, large_layer, tmp_path):
    log = Log()
    call(name, large_layer, log=log, **CALLS[name].large, **files(name, tmp_path))
    assert log.percents == sorted(log.percents)
    assert log.percents[-1] == 100
    assert len(log.texts) >= CALLS[name].phases
    assert all(log.texts)
    assert max(b - a for a, b in zip(log.percents, log.percents[1:])) < 25
    assert np.diff(log.looks).max() < 1.0


# --- invalid shapes all the way -----------------------------------------------------------------


@pytest.mark.parametrize("shape", [0, 1, 2])
def test_invalid_shapes_in_every_role_come_through_unchecked(shape):
    """Bow ties as farmland, ditch, road and barrier, side by side: the user said no check, so it runs."""
    def tie(x, y, size=120.0):
        east, north = 500_000 + x, 3_220_000 + y
        return (f"POLYGON(({east} {north},{east + size} {north + size},{east + size} {north},"
                f"{east} {north + size},{east} {north}))")  # fmt: skip

    rows = [(box(0, 0, 300, 300), "0101"), (box(310, 0, 600, 300), "0101"), (tie(250, 250), "0103"),
            (tie(280, 100, 40.0), "1107"), (tie(100, 350), "1003"), (tie(120, 290), "0101")]  # fmt: skip
    walls = layer_of([(tie(295, 20, 30.0),)], fields=())
    ran = run(layer_of(rows), BARRIERS=walls, BLOCK_GEOMETRY=shape, THRESHOLDS="1", MAX_GAP=15)
    assert ran["PARCELS"].featureCount() == 4
    assert ran["BLOCKS"].featureCount() >= 1


def test_a_context_is_left_as_it_was():
    """Scopes put on the context's expression context would follow into the next step of a model."""
    context = context_without_project()
    before = context.expressionContext().scopeCount()
    run(farm(), context=context, FARMLAND="\"DLBM\" = '0101'")
    assert context.expressionContext().scopeCount() == before
