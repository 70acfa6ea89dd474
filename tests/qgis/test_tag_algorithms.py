"""Preparing parcels for tags, and tagging by expression: copies, in place, and what they refuse."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    QgsApplication,
    QgsField,
    QgsProcessingAlgRunnerTask,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from scenes import NUMBER, Log, box, contents, context_without_project, layer_of, rows_of, run, saved

from land_consolidation.algorithms import tags
from land_consolidation.processing.roles import role_of

PREPARE, TAG = "landconsolidation:preparetags", "landconsolidation:tagbyexpression"
OWN = (("DLBM", str), ("村名", str))
TAGS = tuple((name, str) for name in tags.FIELDS)
ALL = "TRUE"


def land(name="DLTB"):
    return layer_of(
        [(box(0, 0, 100, 100), "0601", "上村"), (box(100, 0, 200, 100), "0101", "下村"), (None, "0101", None)],
        OWN, name=name,
    )


def prepared(*rows):
    """A layer with all tag fields; rows: dicts of tag values, or nothing for an untagged parcel."""
    return layer_of(
        [(box(100 * k, 0, 100 * k + 100, 100), "0601", "上村", *(row.get(name) for name in tags.FIELDS))
         for k, row in enumerate(rows)], (*OWN, *TAGS),
    )  # fmt: skip


def person(category="A", **more):
    return {"zz_cat": category, "zz_source": "person", **more}


def by_rule(category="A", **more):
    return {"zz_cat": category, "zz_source": "rule:earlier", **more}


def tag(layer, where=ALL, **parameters):
    return run(layer, TAG, **{"WHERE": where, **parameters})


def values(layer, *names):
    return rows_of(layer, *(names or tags.FIELDS))


def refused(algorithm, layer, **parameters):
    with pytest.raises(QgsProcessingException) as stop:
        run(layer, algorithm, **parameters)
    return str(stop.value)


# --- preparing ----------------------------------------------------------------------------------


def prepare_in_place(layer, **parameters):
    return run(layer, PREPARE, IN_PLACE=True, **parameters)


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_in_place_the_fields_are_saved_in_the_file(ending, tmp_path):
    layer = saved(land(), tmp_path / f"land.{ending}")
    before = rows_of(layer, "DLBM", "村名")
    ran = prepare_in_place(layer)
    assert not layer.isEditable()
    assert (ran.results["ADDED_COUNT"], ran.results["OUTPUT"]) == (10, layer.id())
    opened = QgsVectorLayer(layer.source(), "again", "ogr")
    assert [field.name() for field in opened.fields()][-10:] == list(tags.FIELDS)
    assert rows_of(opened, "DLBM", "村名") == before
    rule = opened.fields().field("zz_rule")
    assert rule.length() == (254 if ending == "shp" else 0), "as long as the format allows"
    assert role_of(layer) == "tagging"
    assert layer.editorWidgetSetup(layer.fields().lookupField("zz_cat")).type() == "ValueMap"
    assert layer.renderer().classAttribute() == "zz_cat"


@pytest.mark.parametrize("ending", [None, "gpkg", "shp"])
def test_in_place_in_an_edit_session_undo_takes_the_fields_back(ending, tmp_path):
    layer = land() if ending is None else saved(land(), tmp_path / f"land.{ending}")
    before = layer.fields().names()
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().lookupField("DLBM"), "0602")
    ran = prepare_in_place(layer)
    assert layer.isEditable(), "the session is the person's"
    assert layer.undoStack().count() == 2
    assert layer.undoStack().undoText() == "Add tag fields"
    assert layer.fields().names() == [*before, *tags.FIELDS]
    assert any("save" in text.lower() for text in ran.log.infos)
    layer.undoStack().undo()
    assert layer.fields().names() == before
    assert layer.undoStack().count() == 2, "the earlier edit is still there"
    layer.rollBack()


def test_fields_that_are_there_keep_their_place_type_and_values():
    fields = (("zz_note", str), ("DLBM", str), ("zz_cat", str))
    layer = layer_of([(box(0, 0, 9, 9), "记", "0601", "B")], fields)
    ran = run(layer, PREPARE)
    copy = ran["OUTPUT"]
    assert copy.fields().names() == ["zz_note", "DLBM", "zz_cat", *(n for n in tags.FIELDS if n not in dict(fields))]
    assert rows_of(copy, "zz_note", "DLBM", "zz_cat", "zz_time") == [("记", "0601", "B", None)]
    assert prepare_in_place(layer).results["ADDED_COUNT"] == 8
    again = prepare_in_place(layer)
    assert again.results["ADDED_COUNT"] == 0
    assert any("already" in text for text in again.log.infos)
    assert rows_of(layer, "zz_note", "zz_cat") == [("记", "B")]


def test_a_copy_leaves_the_layer_alone():
    layer = land()
    before, fields = contents(layer), layer.fields().names()
    copy = run(layer, PREPARE)
    assert (contents(layer), layer.fields().names()) == (before, fields)
    assert role_of(layer) == ""
    assert copy["OUTPUT"].featureCount() == 2, "the one without geometry is left out, and counted"
    assert "1" in next(text for text in copy.log.warnings if "without geometry" in text)
    lengths = {field.name(): field.length() for field in copy["OUTPUT"].fields() if field.name() in tags.FIELDS}
    assert lengths == tags.LENGTHS


def test_in_place_works_from_a_background_task():
    """QGIS prepares on the main thread, where alone a layer may be edited."""
    layer, context, log = land(), context_without_project(), Log()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(PREPARE)
    task = QgsProcessingAlgRunnerTask(algorithm, {"INPUT": layer, "IN_PLACE": True}, context, log)
    done = []
    task.executed.connect(lambda ok, results: done.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QCoreApplication.processEvents()
    assert done == [(True, {"ADDED_COUNT": 10, "OUTPUT": layer.id()})]
    assert layer.fields().names()[-10:] == list(tags.FIELDS)


def test_a_read_only_layer_is_refused_in_place_but_can_be_copied(tmp_path):
    layer = saved(land(), tmp_path / "land.gpkg")
    layer.setReadOnly(True)
    words = refused(PREPARE, layer, IN_PLACE=True)
    assert "INPUT" in words
    assert "read-only" in words
    assert "copy" in words
    assert run(layer, PREPARE).results["ADDED_COUNT"] == 10
    assert layer.fields().lookupField("zz_cat") < 0


def test_a_provider_that_takes_no_fields_is_refused(tmp_path):
    path = tmp_path / "land.csv"
    path.write_text('DLBM,shape\n0601,"POLYGON((500000 3220000,500100 3220000,500100 3220100,500000 3220000))"\n')
    layer = QgsVectorLayer(f"file://{path}?wktField=shape&crs=EPSG:4549", "land", "delimitedtext")
    assert layer.isValid()
    assert "its format allows none" in refused(PREPARE, layer, IN_PLACE=True)
    assert len(run(layer, PREPARE).rows("OUTPUT", "DLBM")) == 1


def test_what_cannot_be_saved_is_said_and_nothing_stays_open(tmp_path):
    layer = saved(land(), tmp_path / "land.gpkg")
    names = layer.fields().names()

    def another_program():
        with closing(sqlite3.connect(tmp_path / "land.gpkg")) as other:
            other.execute("ALTER TABLE DLTB ADD COLUMN zz_sub TEXT")
            other.commit()

    layer.editingStarted.connect(another_program)
    words = refused(PREPARE, layer, IN_PLACE=True)
    assert "INPUT" in words
    assert "duplicate column name: zz_sub" in words
    assert not layer.isEditable()
    assert role_of(layer) == ""
    layer.editingStarted.disconnect(another_program)
    prepare_in_place(layer)
    assert set(layer.fields().names()) == {*names, *tags.FIELDS}, "another try goes on from there"


@pytest.mark.parametrize("in_place", [False, True])
def test_a_tag_field_that_cannot_hold_a_tag_is_refused(in_place):
    number = layer_of([(box(0, 0, 9, 9), 1.5)], (("zz_cat", NUMBER),))
    words = refused(PREPARE, number, IN_PLACE=in_place)
    assert "INPUT" in words
    assert "zz_cat" in words
    assert "Rename or delete" in words
    short = QgsVectorLayer("Polygon?crs=EPSG:4549&field=zz_disp:string(4)", "short", "memory")
    words = refused(PREPARE, short, IN_PLACE=in_place)
    assert "zz_disp" in words
    assert "4 characters" in words
    assert "too few for 6" in words
    assert short.fields().names() == ["zz_disp"]


def test_a_scheme_of_ones_own_gives_the_lists_and_the_least_lengths(tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"categories": [{"code": "WATER", "zh": "水", "en": "Water"}]}), encoding="utf-8")
    layer = land()
    prepare_in_place(layer, CATEGORIES=str(path))
    ((label, code),) = layer.editorWidgetSetup(layer.fields().lookupField("zz_cat")).config()["map"][0].items()
    assert (label, code) == ("WATER Water", "WATER")
    short = QgsVectorLayer("Polygon?crs=EPSG:4549&field=zz_cat:string(4)", "short", "memory")
    assert "too few for 5" in refused(PREPARE, short, CATEGORIES=str(path))
    assert run(short, PREPARE).results["ADDED_COUNT"] == 9, "the shipped codes fit"


def test_bad_calls_of_preparing_are_refused_before_any_work(tmp_path):
    assert "IN_PLACE" in refused(PREPARE, land(), OUTPUT=...)
    assert "CATEGORIES" in refused(PREPARE, land(), CATEGORIES=str(tmp_path / "none.json"))
    layer = land()
    assert "CATEGORIES" in refused(PREPARE, layer, IN_PLACE=True, CATEGORIES=str(tmp_path / "none.json"))
    assert not layer.fields().names()[2:]
    points = layer_of([("POINT(500000 3220000)", "x")], kind="Point")
    for in_place in (False, True):
        assert "INPUT" in refused(PREPARE, points, IN_PLACE=in_place)
        assert "INPUT" in refused(PREPARE, "nowhere.gpkg", IN_PLACE=in_place)
    file = saved(land(), tmp_path / "land.gpkg")
    assert "INPUT" in refused(PREPARE, file, OUTPUT=file.source().split("|")[0])


# --- tagging a copy -----------------------------------------------------------------------------


def test_a_tag_says_which_rule_gave_it_and_when():
    ran = tag(land(), "\"村名\" = '上村'", SUBTYPE="C1", PROJECT="低效用地一期", RULE_ID="stray-works_1")
    first, second = ran.rows("OUTPUT", *tags.FIELDS)
    assert first[:8] == ("C", "C1", None, None, "低效用地一期", None, None, "rule:stray-works_1")
    assert json.loads(first[8]) == {
        "rule": "stray-works_1", "where": "\"村名\" = '上村'",
        "set": {"zz_cat": "C", "zz_sub": "C1", "zz_proj": "低效用地一期"},
    }
    assert datetime.fromisoformat(first[9]).tzinfo is not None
    assert second == (None,) * 10
    assert ran.results["TAGGED_COUNT"] == 1
    assert ran.results["KEPT_COUNT"] == 0


def test_one_run_has_one_time():
    ran = tag(prepared(*({} for _ in range(30))), CATEGORY="E")
    assert len(set(ran.rows("OUTPUT", "zz_time"))) == 1


def test_what_is_not_given_stays_as_it_is():
    old = by_rule("A", zz_sub="A2", zz_disp="new", zz_stage="2", zz_proj="一", zz_plan="0101", zz_note="记")
    ((*found,),) = tag(prepared(old), STAGE="3").rows("OUTPUT", *tags.FIELDS)
    assert found[:7] == ["A", "A2", "new", "3", "一", "0101", "记"]
    assert found[7] == "rule:expression", "a later rule wins"


@pytest.mark.parametrize(
    ("old", "asked", "subtype"),
    [
        ("A2", {"CATEGORY": "B"}, None), ("A2", {"CATEGORY": "A"}, "A2"), ("A2", {"NOTE": "x"}, "A2"),
        ("B1", {"CATEGORY": "B"}, "B1"), ("A2", {"CATEGORY": "B", "SUBTYPE": "B3"}, "B3"),
        (None, {"CATEGORY": "B"}, None), ("??", {"CATEGORY": "B"}, None),
    ],
)  # fmt: skip
def test_a_sub_type_of_another_category_goes_with_its_category(old, asked, subtype):
    assert tag(prepared(by_rule("A", zz_sub=old)), **asked).rows("OUTPUT", "zz_sub") == [subtype]


decisions = st.fixed_dictionaries({
    "zz_cat": st.sampled_from([None, "", "A", "C", "Q"]),
    "zz_source": st.sampled_from([None, "", "person", "rule:x", "rule:", "somebody"]),
    "zz_note": st.sampled_from([None, "记"]), "zz_disp": st.sampled_from([None, "merge"]),
})


@given(st.lists(decisions, min_size=1, max_size=12), st.sampled_from([{"CATEGORY": "B"}, {"NOTE": "新", "STAGE": "1"}]))
def test_a_rule_never_touches_a_persons_tag(rows, asked):
    """A person's: the source says so, or there is a category that no rule is named for."""
    layer = prepared(*rows)
    ran = tag(layer, **asked)
    kept = 0
    for row, before, after in zip(rows, values(layer), ran.rows("OUTPUT", *tags.FIELDS)):
        named = bool(row["zz_source"]) and row["zz_source"].startswith("rule:") and len(row["zz_source"]) > 5
        if row["zz_source"] == "person" or (row["zz_cat"] and not named):
            kept += 1
            assert after == before
        else:
            assert after[7] == "rule:expression"
    assert ran.results["KEPT_COUNT"] == kept
    assert ran.results["TAGGED_COUNT"] == len(rows) - kept
    assert tag(layer, OVERWRITE_PERSON=True, **asked).results["TAGGED_COUNT"] == len(rows)


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_files_keep_chinese_texts_and_a_rule_that_can_be_read(ending, tmp_path):
    where = "\"村名\" IN (" + ", ".join(f"'村庄{k}'" for k in range(60)) + ", '上村')"
    tag(land(), where, CATEGORY="C", NOTE="零散、闲置", OUTPUT=str(tmp_path / f"out.{ending}"))
    category, note, rule = rows_of(str(tmp_path / f"out.{ending}"), "zz_cat", "zz_note", "zz_rule")[0]
    assert (category, note) == ("C", "零散、闲置")
    rule = rule if ending == "geojson" else json.loads(rule)  # QGIS reads objects out of GeoJSON as such
    assert rule["rule"] == "expression"
    assert (rule.get("cut") is True) is (ending == "shp")
    assert (rule.get("where") == where) is (ending != "shp")


def test_the_rule_fits_the_field_that_is_there(tmp_path):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4549&field=DLBM:string(4)&field=zz_rule:string(60)", "x", "memory")
    layer.dataProvider().addFeatures(list(land().getFeatures())[:1])
    where = "\"DLBM\" IS NULL OR \"DLBM\" <> 'some very long text'"
    (rule,) = tag(layer, where, CATEGORY="C").rows("OUTPUT", "zz_rule")
    assert len(rule.encode()) <= 60
    assert json.loads(rule)["cut"] is True


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"WHERE": ""}, "WHERE: say which"),
        ({"WHERE": "\"DLBM\" ="}, "WHERE: the expression cannot be read"),
        ({"WHERE": "\"NOPE\" = 1"}, "WHERE: the layer has no field “NOPE”"),
        ({"WHERE": "to_int('x') > 1"}, "WHERE: the expression cannot be evaluated"),
        ({"CATEGORY": ""}, "CATEGORY: nothing is asked for"),
        ({"CATEGORY": "Z"}, "CATEGORY: the scheme has no code “Z”. Use one of: A, B, C, D, E, X."),
        ({"CATEGORY": "a"}, "CATEGORY: the scheme has no code “a”"),
        ({"SUBTYPE": "C9"}, "SUBTYPE: the scheme has no code “C9”"),
        ({"SUBTYPE": "C1"}, "SUBTYPE: C1 belongs to the category C, not to A. Use one of: A1, "),
        ({"DISPOSITION": "保留"}, "DISPOSITION: the scheme has no code “保留”. Use one of: retain, revive,"),
        ({"STAGE": "9"}, "STAGE: the scheme has no code “9”. Use one of: 1, 2, 3, 4, 5."),
        ({"PROJECT": "整" * 34}, "PROJECT: the text needs 102 bytes"),
        ({"PLANNED_USE": "x" * 21}, "PLANNED_USE: the text needs 21 bytes"),
        ({"NOTE": "x" * 255}, "NOTE: the text needs 255 bytes"),
        ({"RULE_ID": "two words"}, "RULE_ID: “two words” is no name"),
        ({"RULE_ID": ""}, "RULE_ID"),
        ({"RULE_ID": "规则"}, "RULE_ID: “规则” is no name"),
        ({"RULE_ID": "x" * 60}, "RULE_ID: the text needs 65 bytes"),
        ({"CATEGORIES": "nowhere.json"}, "CATEGORIES: the file nowhere.json cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_remedy(parameters, words, tmp_path):
    target = tmp_path / "out.gpkg"
    assert words in refused(TAG, land(), **{"WHERE": ALL, "CATEGORY": "A", "OUTPUT": str(target), **parameters})
    assert not list(tmp_path.iterdir())


def test_texts_that_just_fit_are_taken():
    ran = tag(land(), PROJECT="整" * 33, NOTE="x" * 254, RULE_ID="x" * 55)
    assert ran.results["TAGGED_COUNT"] == 2


@pytest.mark.parametrize(
    ("layer", "where", "word"),
    [(land, "FALSE", "holds for none"), (lambda: prepared(person()), ALL, "people tagged all"),
     (prepared, ALL, "no parcels")],
)  # fmt: skip
def test_a_run_that_tags_nothing_says_why(layer, where, word):
    ran = tag(layer(), where, CATEGORY="A")
    assert ran.results["TAGGED_COUNT"] == 0
    assert any(word in warning for warning in ran.log.warnings)


def test_the_layers_own_file_is_no_output_not_even_for_its_selected_features(tmp_path):
    layer, project, context = saved(land(), tmp_path / "land.gpkg"), QgsProject(), context_without_project()
    project.addMapLayer(layer, False)
    context.setProject(project)
    before = (tmp_path / "land.gpkg").read_bytes()
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    with pytest.raises(QgsProcessingException, match="OUTPUT: .*is the file of INPUT already"):
        run(selected, TAG, context, WHERE=ALL, CATEGORY="A", OUTPUT=str(tmp_path / "land.gpkg"))
    project.takeMapLayer(layer)
    assert (tmp_path / "land.gpkg").read_bytes() == before


# --- tagging in place ---------------------------------------------------------------------------


def in_place(layer, log=None, **parameters):
    """What QGIS's toolbox does when its “edit in place” button is pressed."""
    from processing.gui.AlgorithmExecutor import execute_in_place_run  # there once QGIS's Processing is

    project, context = QgsProject(), context_without_project()
    project.addMapLayer(layer, False)
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TAG, {"IN_PLACE": True})
    every = {"INPUT": layer, "WHERE": ALL, **parameters}
    ok, why = algorithm.checkParameterValues({**every, "OUTPUT": "memory:"}, context)
    assert ok, why
    done, _ = execute_in_place_run(algorithm, every, context, log or Log(), raise_exceptions=True)
    project.takeMapLayer(layer)
    return done


@pytest.mark.parametrize("ending", [None, "gpkg", "shp"])
def test_in_place_only_what_changes_is_written_and_one_undo_takes_it_back(ending, tmp_path):
    layer = prepared({}, person(), by_rule("A", zz_sub="A2"), {})
    if ending:
        layer = saved(layer, tmp_path / f"land.{ending}")
    before = [row[1:] for row in contents(layer)]
    ids = [feature.id() for feature in layer.getFeatures()]
    layer.selectByIds(ids[:3])
    log = Log()
    assert in_place(layer, log, CATEGORY="C", NOTE="厂")
    found = values(layer, "zz_cat", "zz_sub", "zz_note", "zz_source")
    assert found == [("C", None, "厂", "rule:expression"), ("A", None, None, "person"),
                     ("C", None, "厂", "rule:expression"), (None, None, None, None)]  # fmt: skip
    assert any("person" in text for text in log.infos)
    names = layer.fields().names()
    changed = {k: {names[i] for i in edit} for k, edit in layer.editBuffer().changedAttributeValues().items()}
    provenance = {"zz_source", "zz_rule", "zz_time"}
    assert changed == {
        ids[0]: {"zz_cat", "zz_note", *provenance}, ids[2]: {"zz_cat", "zz_sub", "zz_note", *provenance},
    }
    assert layer.undoStack().count() == 1
    assert layer.undoStack().undoText() == "Tag by expression"
    layer.undoStack().undo()
    assert [row[1:] for row in contents(layer)] == before
    layer.undoStack().redo()
    assert layer.commitChanges(), layer.commitErrors()
    assert json.loads(values(layer, "zz_rule")[0])["rule"] == "expression"


def test_an_expression_that_fails_half_way_costs_no_unsaved_work():
    layer = prepared({}, {"zz_note": "x"})
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("zz_proj"), "not saved yet")
    log = Log()
    in_place(layer, log, WHERE="to_int(coalesce(\"zz_note\", '1')) = 1", CATEGORY="A")
    assert any("WHERE" in text for text in log.errors)
    assert layer.isEditable()
    assert values(layer, "zz_proj", "zz_cat") == [("not saved yet", None), (None, None)]
    layer.rollBack()


def test_in_place_is_offered_where_the_layer_can_hold_tags():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TAG)
    assert algorithm.supportInPlaceEdit(prepared())
    assert not algorithm.supportInPlaceEdit(land())
    assert not algorithm.supportInPlaceEdit(layer_of([], TAGS, kind="Point"))
    wrong = prepared()
    wrong.dataProvider().deleteAttributes([wrong.fields().lookupField("zz_time")])
    wrong.dataProvider().addAttributes([QgsField("zz_time", NUMBER)])
    wrong.updateFields()
    assert wrong.fields().lookupField("zz_time") >= 0
    assert not algorithm.supportInPlaceEdit(wrong)


def test_in_place_without_tag_fields_says_what_to_run():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(TAG, {"IN_PLACE": True})
    ok, why = algorithm.checkParameterValues(
        {"INPUT": land(), "WHERE": ALL, "CATEGORY": "A", "OUTPUT": "memory:"}, context_without_project()
    )
    assert not ok
    assert "zz_cat" in why
    assert "Prepare parcels for tagging" in why


def test_in_place_and_a_copy_tag_alike():
    rows = [{}, person(), by_rule("A", zz_sub="A2"), by_rule("C", zz_sub="C3"), {"zz_sub": "A1"}, {"zz_disp": "new"}]
    layer = prepared(*rows)
    names = [name for name in tags.FIELDS if name != "zz_time"]
    copy = tag(layer, "\"DLBM\" = '0601'", CATEGORY="C", STAGE="2").rows("OUTPUT", *names)
    in_place(layer, WHERE="\"DLBM\" = '0601'", CATEGORY="C", STAGE="2")
    assert values(layer, *names) == copy
    layer.rollBack()
