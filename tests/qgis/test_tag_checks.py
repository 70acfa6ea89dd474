"""The checks of tags, one by one and on the sample township: what is found, what is not, and what was not checked."""

import re
from dataclasses import replace
from threading import Thread

import numpy as np
import pytest
import shapely
from factories import shapes_of, tie
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsExpression, QgsProcessingContext, QgsProcessingException, QgsVectorLayer
from scenes import Log, box, contents, layer_of, moved, rows_of
from suggesting import (
    SAMPLE,
    candidates,
    check,
    factories,
    held,
    parcels,
    sample_results,
    suggest,
    zone,
)

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.check_list import checked_layers, tag_checks
from land_consolidation.algorithms.tag_scheme import read_scheme
from land_consolidation.processing.layer_snapshot import LayerSnapshot
from land_consolidation.processing.tag_checks import (
    Unchecked,
    holds,
    in_words,
    read_checked_layer,
    read_checked_parcels,
    run_checks,
)

PLOT = (0, 0, 100, 100)
HALF = (50, 0, 200, 100)
MERGE = ("B", "B2", "merge")
ZONES = ("REDLINE", "BASIC_FARMLAND", "BOUNDARY")
CODES = st.sampled_from((None, "", "A", "B", "D", "X", "A4", "C1", "new", "merge", "person"))


def tag(category, subtype=None, disposition=None, **more):
    return {"zz_cat": category, "zz_sub": subtype, "zz_disp": disposition, **more}


def found(*rows, **parameters):
    """(check, parcel) of what is found in parcels as `parcels` takes them, or (corners left out) a tag on PLOT."""
    rows = [(PLOT, row) if isinstance(row, dict) else row for row in rows]
    return check(parcels(*rows), **parameters).rows("FINDINGS", "check", "parcel")


def checks_found(*rows, **parameters):
    return [name for name, _ in found(*rows, **parameters)]


def log_of(*rows, **parameters):
    return check(parcels(*[(PLOT, row) for row in rows]), **parameters).log.all


# --- the redline, basic farmland and the boundary -----------------------------------------------


@pytest.mark.parametrize(
    ("held_", "redline", "farmland"),
    [
        (tag("B", "B6", "new"), True, True), (tag("D", "D1"), True, True), (tag("D"), True, True),
        (tag("C", "C3"), True, True), (tag("X", "X4"), True, True), (tag(None, None, "new"), True, True),
        (tag("A", "A4"), False, True), (tag("A", "A5"), False, True), (tag("C", "C1"), False, False),
        (tag("C", "C2"), False, False), (tag("B", "B2", "merge"), False, False), (tag("A", "A1"), False, False),
        (tag("E", "E7"), False, False), (tag("X", "X1", "retain"), False, False), (tag(None), False, False),
    ],
)
def test_what_the_redline_and_basic_farmland_forbid(held_, redline, farmland):
    assert ("redline" in checks_found(held_, REDLINE=zone(HALF))) is redline
    assert ("basic_farmland" in checks_found(held_, BASIC_FARMLAND=zone(HALF))) is farmland


@pytest.mark.parametrize(
    ("held_", "outside", "inside"),
    [
        (tag("B", "B6", "new"), True, False), (tag("D", "D2"), True, False), (tag("X", "X1"), False, True),
        (tag("C", "C1"), False, True), (tag("C", "C3"), False, False), (tag("A", "A1"), False, False),
    ],
)
def test_what_belongs_on_which_side_of_the_boundary(held_, outside, inside):
    assert checks_found(held_, BOUNDARY=zone((500, 0, 600, 100))) == ["outside_boundary"] * outside
    assert checks_found(held_, BOUNDARY=zone((-10, -10, 110, 110))) == ["inside_boundary"] * inside
    both = checks_found(held_, BOUNDARY=zone(HALF))
    assert both == ["outside_boundary"] * outside + ["inside_boundary"] * inside


def test_severities_say_what_is_binding():
    severity = {check.id: check.severity for check in tag_checks()}
    assert {name for name, how in severity.items() if how == "error"} == {
        "unknown_code", "wrong_subtype", "redline", "basic_farmland",
    }
    assert {name for name, how in severity.items() if how == "hint"} == {
        "merge_consent", "inside_boundary", "untagged_village", "untagged_industry",
    }


@pytest.mark.parametrize(
    ("reach", "expected"), [(0.9, False), (1.2, True), (-5, False)], ids=["below 1 %", "above 1 %", "beside"]
)
def test_an_overlap_counts_from_one_percent_of_a_large_parcel(reach, expected):
    assert ("redline" in checks_found(tag("D"), REDLINE=zone((100 - reach, 0, 300, 100)))) is expected


@pytest.mark.parametrize(("reach", "expected"), [(0.19, False), (0.21, True)])
def test_an_overlap_counts_from_one_square_metre_of_a_small_parcel(reach, expected):
    layer = zone((10 - reach, 0, 300, 100))
    assert ("redline" in checks_found(((0, 0, 10, 5), tag("D")), REDLINE=layer)) is expected


def test_overlapping_features_of_a_layer_count_once():
    layer = zone((97, 0, 300, 50), (97, 0, 300, 50), (97, 0, 300, 50))
    ran = check(parcels((PLOT, tag("D"))), REDLINE=layer)
    assert "150.0 m² (1.5 %)" in ran.rows("FINDINGS", "message")[0]


def test_only_the_zones_of_a_development_boundary_count():
    field = (("GHFQDM", str),)
    for code, outside in (("410", False), ("4101", False), ("430", False), ("999", True)):
        rows = [(box(-10, -10, 110, 110), code), (box(900, 0, 950, 50), "410")]
        assert bool(checks_found(tag("D"), BOUNDARY=layer_of(rows, field))) is outside


def test_a_village_boundary_is_refused():
    with pytest.raises(QgsProcessingException, match="BOUNDARY: .*village boundary.*GHFQDM"):
        found(tag("D"), BOUNDARY=zone(HALF, name="村庄建设边界"))


# --- consent, and candidates nobody tagged ------------------------------------------------------


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (lambda: candidates((*PLOT, "B", "B2", "merge", "candidate")), True),
        (lambda: candidates((*PLOT, "B", "B2", "merge", None)), True),
        (lambda: candidates((*PLOT, "B", "B2", "merge", "agreed")), False),
        (lambda: candidates((500, 0, 600, 100, "B", "B2", "merge", "agreed")), True),
        (lambda: candidates((0, 0, 60, 100, *MERGE, "agreed"), (60, 0, 100, 100, *MERGE)), False),
        (lambda: candidates((0, 0, 40, 100, *MERGE, "agreed"), (40, 0, 100, 100, *MERGE)), True),
    ],
    ids=["candidate", "unknown", "agreed", "none there", "mostly agreed", "mostly not"],
)
def test_a_merger_needs_the_consent_recorded_where_it_lies(layer, expected):
    assert checks_found(tag("B", "B2", "merge"), CANDIDATES=layer()) == ["merge_consent"] * expected
    assert checks_found(tag("B", "B3", "retain"), CANDIDATES=layer()) == []


@pytest.mark.parametrize(
    ("held_", "disposition", "reach", "expected"),
    [
        (tag(None), "merge", 100, True), (tag(""), "merge", 100, True), (tag(None), "merge", 51, True),
        (tag(None), "merge", 49, False), (tag(None), "retain", 100, False), (tag("B", "B6"), "merge", 100, False),
        (tag(None, zz_source="person"), "merge", 100, False),
    ],
)
def test_parcels_in_a_settlement_to_be_merged_want_a_tag(held_, disposition, reach, expected):
    layer = candidates((0, 0, reach, 100, "B", "B2", disposition))
    assert checks_found(held_, CANDIDATES=layer) == ["untagged_village"] * expected


@pytest.mark.parametrize(("category", "expected"), [("C", True), (None, False)])
def test_industrial_candidates_want_a_tag(category, expected):
    layer = factories((*PLOT, category, None))
    assert checks_found(tag(None), INDUSTRY=layer) == ["untagged_industry"] * expected


# --- codes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held_", "expected"),
    [
        (tag("A", "A1", "retain", zz_stage="1"), []), (tag(None), []), (tag("A", "B2"), ["wrong_subtype"]),
        (tag(None, "B2"), ["wrong_subtype"]), (tag("Q"), ["unknown_code"]), (tag("A", "A99"), ["unknown_code"]),
        (tag("A", "A1", "move"), ["unknown_code"]), (tag("A", zz_stage="9"), ["unknown_code"]),
        (tag("Q", "Q1"), ["unknown_code", "unknown_code"]), (tag("Q", "B2"), ["unknown_code", "wrong_subtype"]),
        (tag(" A ", "A1 "), []),
    ],
)
def test_codes_are_those_of_the_scheme(held_, expected):
    assert checks_found(held_) == expected


# --- overlapping --------------------------------------------------------------------------------


def test_tagged_parcels_that_overlap_are_both_found():
    ran = check(parcels(
        (PLOT, tag("A")), ((90, 0, 190, 100), tag("B")), ((180, 0, 300, 100), tag("A")), (PLOT, tag(None)),
        ((300, 0, 400, 100), tag("A")), ((400.005, 0, 500, 100), tag("A")),
    ))
    assert ran.rows("FINDINGS", "check", "parcel") == [("overlapping", f"P{k}") for k in (1, 2, 3)]
    messages = ran.rows("FINDINGS", "message")
    assert "(2) by 2,000.0 m²" in messages[1]
    assert "(1) by 1,000.0 m²" in messages[0]


def test_an_overlap_of_less_than_a_square_metre_is_none():
    assert checks_found((PLOT, tag("A")), ((99.995, 0, 200, 100), tag("A"))) == []
    assert checks_found((PLOT, tag("A")), ((99.98, 0, 200, 100), tag("A"))) == ["overlapping"] * 2


# --- not checked --------------------------------------------------------------------------------


def test_a_check_without_its_layer_is_not_passed_but_not_checked():
    ran = check(parcels((PLOT, tag("D"))), REDLINE=zone(HALF))
    assert ran.results["NOT_CHECKED_COUNT"] == 6
    said = [warning for warning in ran.log.warnings if warning.startswith("Not checked: ")]
    assert len(said) == 6
    assert any("basic farmland" in warning for warning in said)
    assert not any("redline" in warning for warning in said)
    every = check(parcels((PLOT, tag("D"))), **dict.fromkeys(ZONES, zone(HALF)),
                  CANDIDATES=candidates((*PLOT, "B", "B2", "merge")), INDUSTRY=factories((*PLOT, "C", None)))
    assert every.results["NOT_CHECKED_COUNT"] == 0


def test_an_empty_layer_tells_nothing():
    ran = check(parcels((PLOT, tag("D"))), BOUNDARY=zone())
    assert ran.rows("FINDINGS", "check") == []
    assert ran.results["NOT_CHECKED_COUNT"] == 7
    assert "BOUNDARY: the layer “zone” has no features that count" in ran.log.all


def test_a_layer_that_lacks_the_field_of_a_condition_is_not_checked():
    layer = zone(PLOT, fields=(("status", str),), values=("x",))
    ran = check(parcels((PLOT, tag(*MERGE))), CANDIDATES=layer)
    assert ran.rows("FINDINGS", "check") == ["merge_consent"]
    assert re.search("Not checked: Untagged in a relocation candidate .*disposition", ran.log.all)


def test_parcels_without_tags_are_told_and_candidates_still_found():
    ran = check(layer_of([(box(*PLOT), "0702")]), CANDIDATES=candidates((*PLOT, "B", "B2", "merge")))
    assert ran.rows("FINDINGS", "check") == ["untagged_village"]
    assert "no parcel has a category in zz_cat" in ran.log.all


# --- what a finding says ------------------------------------------------------------------------


def test_a_finding_names_parcel_village_category_and_how_much():
    ran = check(parcels((PLOT, tag("D"))), REDLINE=zone(HALF))
    names = ("check", "severity", "parcel", "category", "village", "message")
    (row,) = ran.rows("FINDINGS", *names)
    assert row[:5] == ("redline", "error", "P1", "D", "West")
    assert row[5].startswith("5,000.0 m² (50.0 %) lie inside the ecological redline")
    assert (ran.results["FINDING_COUNT"], ran.results["ERROR_COUNT"]) == (1, 1)
    (area,) = ran.rows("FINDINGS", "area_m2")
    assert area == pytest.approx(10_000, rel=1e-3)
    shape = next(ran["FINDINGS"].getFeatures()).geometry()
    assert shape.equals(next(parcels((PLOT, {})).getFeatures()).geometry()) or shape.symDifference(
        next(parcels((PLOT, {})).getFeatures()).geometry()).area() < 1e-6


def test_a_parcel_without_a_name_goes_by_its_id():
    layer = layer_of([(box(*PLOT), "Q")], (("zz_cat", str),))
    assert check(layer).rows("FINDINGS", "parcel") == [str(next(layer.getFeatures()).id())]


def test_messages_come_in_chinese(monkeypatch):
    from land_consolidation.processing import i18n

    monkeypatch.setattr(i18n, "is_chinese", lambda: True)
    ran = check(parcels((PLOT, tag("D"))), REDLINE=zone(HALF))
    assert ran.rows("FINDINGS", "message")[0].startswith("有 5,000.0 平方米（50.0%）位于生态保护红线内")


def test_every_message_can_be_filled_in():
    """Each check on a scene that it finds something in: no placeholder is left, and none is missing."""
    ran = check(
        parcels(
            (PLOT, tag("D", "B2", "merge")), (PLOT, tag("Q", "C1", "new")), (PLOT, tag(None)),
        ), **dict.fromkeys(ZONES, zone(HALF)),
        CANDIDATES=candidates((*PLOT, "B", "B2", "merge")), INDUSTRY=factories((*PLOT, "C", None)),
    )
    said = ran.rows("FINDINGS", "check", "message")
    assert {name for name, _ in said} == {check.id for check in tag_checks()}
    assert not [message for _, message in said if "{" in message]


# --- shapes and places --------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4528", "EPSG:3857"])
def test_layers_may_lie_in_other_crs(crs):
    layer = moved(parcels((PLOT, tag("D")), ((300, 0, 400, 100), tag("D"))), crs)
    ran = check(layer, REDLINE=moved(zone(HALF), "EPSG:4490"), BASIC_FARMLAND=moved(zone(HALF), "EPSG:4528"))
    assert ran.rows("FINDINGS", "check", "parcel") == [("redline", "P1"), ("basic_farmland", "P1")]
    assert ran["FINDINGS"].crs() == layer.crs()
    shape = next(ran["FINDINGS"].getFeatures()).geometry().boundingBox()
    assert shape.intersects(next(layer.getFeatures()).geometry().boundingBox())


def test_invalid_shapes_are_mended_for_the_overlay_only():
    layer = parcels((tie(*PLOT), tag("D")))
    ran = check(layer, REDLINE=layer_of([(tie(0, 0, 100, 100),)], fields=()))
    assert ran.rows("FINDINGS", "check") == ["redline"]
    assert "(100.0 %)" in ran.rows("FINDINGS", "message")[0]


def test_no_input_is_changed():
    layers = [parcels((PLOT, tag("D"))), zone(HALF), candidates((*PLOT, "B", "B2", "merge"))]
    before = [contents(layer) for layer in layers]
    kept = check(layers[0], REDLINE=layers[1], CANDIDATES=layers[2])
    assert [contents(layer) for layer in layers] == before
    assert kept.results["FINDING_COUNT"] == 1


# --- expressions --------------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    st.lists(st.tuples(CODES, CODES, CODES, CODES), max_size=20),
    st.sampled_from([check.where for check in tag_checks() if check.where]),
)
def test_expressions_hold_row_by_row_as_qgis_evaluates_them(rows, where):
    names = ("zz_cat", "zz_sub", "zz_disp", "zz_source")
    values = {
        name: np.array([None, *(row[k] for row in rows)], dtype=object)[1:] for k, name in enumerate(names)
    }
    layer = layer_of([(None, *row) for row in rows], tuple((name, str) for name in names), kind="NoGeometry")
    true = {feature.id() for feature in layer.getFeatures(where)}
    expected = [feature.id() in true for feature in layer.getFeatures()]
    assert holds(where, values, len(rows)).tolist() == expected


def test_expressions_of_the_data_file_can_be_read():
    for check_ in tag_checks():
        for text in filter(None, (check_.where, check_.condition)):
            assert not QgsExpression(text).hasParserError(), check_.id


# --- without an algorithm -----------------------------------------------------------------------


def core(layer, others, checks):
    """Run checks as the dock does: snapshots here, the rest in a thread. others: {role: layer}."""
    snapshots = [(known, LayerSnapshot(others[known.role])) for known in checked_layers() if known.role in others]
    snapshot, answers = LayerSnapshot(layer), []

    def work():
        context, log = QgsProcessingContext(), Log()
        crs = snapshot.sourceCrs()
        read = read_checked_parcels(snapshot, checks, crs, context, log, lambda fraction: None)
        layers = {known.role: read_checked_layer(known, other, checks, crs, context, log, lambda fraction: None)
                  for known, other in snapshots}
        answers.append(run_checks(read, layers, read_scheme(), checks))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return answers[0]


def test_the_core_runs_on_another_thread_over_unsaved_edits():
    layer = parcels((PLOT, tag("A")), ((300, 0, 400, 100), tag("A")))
    layer.startEditing()
    first = next(layer.getFeatures()).id()
    layer.changeAttributeValue(first, layer.fields().lookupField("zz_cat"), "D")
    checked = core(layer, {"redline": zone(HALF), "basic_farmland": zone()}, tag_checks())
    assert [(finding.check, finding.id, finding.parcel) for finding in checked.findings] == [("redline", first, "P1")]
    missing = {one.check: in_words(one) for one in checked.unchecked}
    assert missing["basic_farmland"] == "Permanent basic farmland: no layer"
    assert set(missing) == {check.id for check in tag_checks() if check.role} - {"redline"}
    layer.rollBack()


def test_a_village_boundary_taken_for_the_boundary_is_not_checked():
    checked = core(parcels((PLOT, tag("D"))), {"development_boundary": zone(HALF, name="村庄建设边界")}, tag_checks())
    assert Unchecked("outside_boundary", "development_boundary", "") in checked.unchecked


def test_a_check_of_ones_own_needs_its_fields():
    own = replace(tag_checks()[0], id="own", kind="expression", where="\"ZLDWMC\" = 'West' AND \"zz_cat\" = 'A'",
                  message={"zh": "x", "en": "x"})  # fmt: skip
    layer = parcels((PLOT, tag("A")), (PLOT, tag("B")))
    assert [finding.parcel for finding in core(layer, {}, (own,)).findings] == ["P1"]
    lacking = replace(own, where="\"nowhere\" = 1")
    checked = core(layer, {}, (lacking,))
    assert (checked.findings, checked.unchecked) == ([], [Unchecked("own", "", "nowhere")])
    assert in_words(checked.unchecked[0]) == "Parcels: no field “nowhere”"


# --- the sample township ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    made = sample_results(folder)
    made["tagged"] = str(folder / "tagged.gpkg")
    suggest(
        f"{SAMPLE}DLTB", PARCELS=made["tagged"],
        **{name: made[name.lower()] for name in ("BLOCKS", "CANDIDATES", "INDUSTRY")},
    )  # fmt: skip
    return made


def layers_of(results):
    return {
        "REDLINE": f"{SAMPLE}STBHHX", "BASIC_FARMLAND": f"{SAMPLE}YJJBNTBHTB", "BOUNDARY": f"{SAMPLE}CZKFBJ",
        "CANDIDATES": results["candidates"], "INDUSTRY": results["industry"],
    }  # fmt: skip


def test_suggestions_of_the_sample_break_no_binding_rule(results):
    """Only the mergers whose households have not all agreed are worth a look."""
    ran = check(results["tagged"], **layers_of(results))
    assert ran.results["NOT_CHECKED_COUNT"] == ran.results["ERROR_COUNT"] == 0
    waiting = {row[0] for row in rows_of(results["candidates"], "village", "disposition", "status")
               if row[1] == "merge" and row[2] != "agreed"}
    merged = [key for key, disposition in rows_of(results["tagged"], "BSM", "zz_disp") if disposition == "merge"]
    said = ran.rows("FINDINGS", "check", "parcel")
    assert waiting
    assert 0 < len([name for name, _ in said if name == "merge_consent"]) <= len(merged)
    assert {parcel for name, parcel in said if name == "merge_consent"} <= set(merged)


def test_untagged_the_sample_wants_tags_where_candidates_lie(results):
    ran = check(f"{SAMPLE}DLTB", **layers_of(results))
    said = ran.rows("FINDINGS", "check", "parcel")
    tagged = held(QgsVectorLayer(results["tagged"], "tagged", "ogr"))
    expected = {
        "untagged_industry": {key for key, row in tagged.items() if row["zz_source"] == "rule:inefficientindustry"},
        "untagged_village": {key for key, row in tagged.items() if row["zz_disp"] == "merge"},
    }
    assert {name: {key for each, key in said if each == name} for name in expected} == expected
    assert all(expected.values())


@pytest.mark.parametrize(
    ("parameter", "layer", "name", "inside"),
    [("REDLINE", "STBHHX", "redline", True), ("BASIC_FARMLAND", "YJJBNTBHTB", "basic_farmland", True),
     ("BOUNDARY", "CZKFBJ", "outside_boundary", False)],
)  # fmt: skip
def test_new_building_everywhere_is_found_where_shapely_finds_it(parameter, layer, name, inside):
    """Every parcel of the sample as new building: area by area against the united layer."""
    dltb = QgsVectorLayer(f"{SAMPLE}DLTB", "DLTB", "ogr")
    shapes, keys = shapely.make_valid(shapes_of(dltb)), rows_of(dltb, "BSM")
    fields = (("BSM", str), *((field, str) for field in tags.FIELDS))
    new = ["new" if field == tags.DISPOSITION else None for field in tags.FIELDS]
    rows = [(feature.geometry(), key, *new) for feature, key in zip(dltb.getFeatures(), keys)]
    ran = check(layer_of(rows, fields, kind="MultiPolygon"), **{parameter: f"{SAMPLE}{layer}"})
    region = shapely.union_all(shapely.make_valid(shapes_of(QgsVectorLayer(f"{SAMPLE}{layer}", layer, "ogr"))))
    shapely.prepare(region)
    within = np.array([shapely.intersection(shape, region).area if region.intersects(shape) else 0.0
                       for shape in shapes])  # fmt: skip
    part = within if inside else shapely.area(shapes) - within
    whole = shapely.area(shapes)
    clear = (np.abs(part - 1) > 1e-2) & (np.abs(part / whole - 0.01) > 1e-5)
    expected = dict(zip(keys, ((part >= 1) & (part >= 0.01 * whole)).tolist()))
    found_ = {key for each, key in ran.rows("FINDINGS", "check", "parcel") if each == name}
    assert len(found_) > 20
    for key, sure in zip(keys, clear.tolist()):
        assert not sure or (key in found_) is expected[key], key
