"""Inefficient urban land on scenes made by hand: what counts, evidence, lists, historic districts, refusals."""

import pytest
from calls_urban import URBAN, town_of_the_quarter
from qgis.core import QgsProcessingException
from scenes import box, layer_of, moved, run
from villages import areas, points

FIELDS = (("DLBM", str), ("BSM", str), ("CZCSXM", str))
PLOT = (0, 0, 100, 100)


def plots(*rows, fields=()):
    """Parcels P1, P2 …; rows: (corners, code, CZCSXM, value of each field …)."""
    return layer_of(
        [(box(*corners), code, f"P{n}", mark, *more) for n, (corners, code, mark, *more) in enumerate(rows, 1)],
        (*FIELDS, *fields), name="DLTB")  # fmt: skip


def urban(layer, **parameters):
    return run(layer, URBAN, **{"BOUNDARY": town_of_the_quarter(), **parameters})


def found(layer, *fields, **parameters):
    return urban(layer, **parameters).rows("PARCELS", *fields)


def test_built_land_by_class_and_by_place():
    rows = [("0601", None), ("0702", "203"), ("0101", None), ("1201", "202"), ("1201", None), ("1004", "202"),
            ("0301", "201A"), ("1104", "201")]  # fmt: skip
    layer = plots(*(((200 * n, 0, 200 * n + 100, 100), *row) for n, row in enumerate(rows, -7)))
    assert found(layer, "BSM") == ["P1", "P2", "P4", "P7"]
    assert found(layer, "BSM", BUILT="\"DLBM\" = '0101'") == ["P3"]
    assert found(layer, "BSM", TOWN_FIELD="BSM") == ["P1", "P2"]


def test_half_or_more_inside_counts():
    line = layer_of([(box(-3000, -3000, 50, 900),)], fields=(), name="boundary")
    layer = plots((PLOT, "0601", None), ((1, 200, 101, 300), "0601", None), ((-200, 0, -100, 100), "0601", None))
    assert found(layer, "BSM", "inside_share", BOUNDARY=line) == [("P1", 0.5), ("P3", 1.0)]
    assert found(layer, "BSM", BOUNDARY=line, INSIDE_SHARE=0.51) == ["P3"]


def test_evidence_of_every_kind():
    layer = plots((PLOT, "0601", None, 0.5), fields=(("空置率", float),))
    buildings = areas((0, 0, 50, 40, 2, 1980), fields=(("floors", int), ("built_year", int)))
    plan = areas((0, 0, 100, 60, "1401"), (0, 60, 100, 100, "1001"), fields=(("plan_code", str),))
    (row,) = found(
        layer, "far", "coverage", "built_year", "vacancy", "plan_use", "conflict", "hazard", "complaints", "known",
        "against", "status", "reasons", BUILDINGS=buildings, PLAN=plan, HAZARDS=points((150, 50)),
        COMPLAINTS=points((10, 10), (90, 90), (500, 500)))  # fmt: skip
    assert row[:8] == (0.4, 0.2, 1980, 0.5, "1401", True, True, 2) and row[8:11] == (7, 7, "candidate")
    for words in ("Floor-area ratio 0.40, below 0.6", "Building coverage 20 %", "Built about 1980", "Vacant to 50 %",
                  "another use (1401)", "hazard lies here", "Public complaints: 2", "7 pieces of"):  # fmt: skip
        assert words in row[11]


def test_a_planned_use_that_the_class_may_become_does_not_conflict():
    """05H1 may become any of 09; a field of the plan in the survey's own codes is taken over likewise."""
    layer = plots((PLOT, "05H1", None), ((200, 0, 300, 100), "0601", None))
    plan = areas((*PLOT, "0901"), (200, 0, 300, 100, "100101"), fields=(("plan_code", str),))
    assert found(layer, "conflict", PLAN=plan) == [False, False]
    survey = areas((*PLOT, "0601"), (200, 0, 300, 100, "0601"), fields=(("DLBM", str),))
    assert found(layer, "conflict", PLAN=survey, PLAN_SYSTEM=0) == [True, False]
    assert found(layer, "conflict", PLAN=areas((5000, 0, 5100, 9, "0901"), fields=(("plan_code", str),))) == [
        None, None], "no plan there: unknown"  # fmt: skip


def test_hazards_by_extent_and_by_distance():
    layer = plots((PLOT, "0601", None))
    for hazard, expected in (
        (points((199.9, 50)), True), (points((200.2, 50)), False), (areas((99, 0, 150, 2)), True),
        (areas((100, 0, 150, 100)), False), (areas((150, 0, 180, 100)), False),
    ):  # fmt: skip
        assert found(layer, "hazard", HAZARDS=hazard) == [expected]


def test_parks_schools_and_roads_are_not_judged_by_density():
    layer = plots((PLOT, "0810", "202"), ((200, 0, 300, 100), "08H2", "202"), ((400, 0, 500, 100), "0601", "202"),
                  ((600, 0, 700, 100), "1004", "202"), ((800, 0, 900, 100), "0701", "202"))  # fmt: skip
    empty = areas((-500, -500, -490, -490, 1), fields=(("floors", int),))
    assert found(layer, "BSM", "far", "known", "status", BUILDINGS=empty) == [
        ("P1", 0, 0, "other"), ("P2", 0, 0, "other"), ("P3", 0, 3, "candidate"), ("P5", 0, 2, "candidate")]  # fmt: skip
    built = areas((800, 0, 810, 100, 9), fields=(("floors", int),))
    assert found(layer, "far", "coverage", "known", "status", BUILDINGS=built)[3] == (0.9, 0.1, 1, "other"), (
        "housing is not judged by coverage")


def test_a_list_joins_by_key_or_by_place():
    layer = plots((PLOT, "0601", None), ((200, 0, 300, 100), "0601", None), ((400, 0, 500, 100), "0601", None))
    table = layer_of([(None, " P2 "), (None, "gone")], (("parcel_bsm", str),), kind="NoGeometry", name="list")
    ran = urban(layer, LIST=table)
    assert ran.rows("PARCELS", "listed", "status") == [(False, "other"), (True, "candidate"), (False, "other")]
    assert "On the list" not in ran.rows("PARCELS", "reasons")[0]
    assert "It is on the list of inefficient land." in ran.rows("PARCELS", "reasons")[1]
    assert "LIST: rows that mean none of the features looked at: 1 (gone)." in ran.log.infos
    assert found(layer, "listed", LIST=points((450, 50))) == [False, False, True]
    assert found(layer, "listed", LIST=moved(areas((10, 10, 20, 20)), "EPSG:4490")) == [True, False, False]
    assert found(layer, "listed", LISTED="\"BSM\" = 'P1'", LIST=points((450, 50))) == [True, False, True]


def test_the_gap_is_edge_to_edge():
    layer = plots((PLOT, "0601", None), ((120, 0, 220, 100), "0601", None), ((240.1, 0, 340, 100), "0601", None))
    ran = urban(layer, LISTED="TRUE")
    assert ran.rows("AREAS", "parcels", "subtype") == [(2, "D2"), (1, "D2")]
    assert urban(layer, LISTED="TRUE", GAP=20.2).rows("AREAS", "parcels") == [3]
    assert urban(layer, LISTED="TRUE", MIN_AREA_MU=16).rows("AREAS", "subtype") == ["D2", "D1"]


@pytest.mark.parametrize("kind", ["polygon", "line", "point"])
def test_a_historic_district_is_protected_whatever_holds(kind):
    layer = plots((PLOT, "0601", None), ((110, 0, 210, 100), "0601", None))
    site = {
        "polygon": lambda: areas((50, 50, 60, 60)), "point": lambda: points((50, 50)),
        "line": lambda: layer_of([("LINESTRING(500010 3220010,500020 3220010)",)], fields=(), kind="LineString"),
    }[kind]()  # fmt: skip
    ran = urban(layer, LISTED="TRUE", HISTORIC=site, MIN_EVIDENCE=1)
    assert ran.rows("PARCELS", "status", "subtype") == [("historic", "D3"), ("candidate", "D2")]
    assert sorted(ran.rows("AREAS", "parcels", "subtype")) == [(1, "D2"), (1, "D3")]
    assert ran.results["HISTORIC_MU"] == pytest.approx(15, abs=0.01)


def test_nothing_known_is_said_and_is_not_none_found():
    ran = urban(plots((PLOT, "0601", None)))
    assert any("that is not to say that there is no inefficient land" in text for text in ran.log.warnings)
    (reasons,) = ran.rows("PARCELS", "reasons")
    assert "Nothing is known that could speak against it" in reasons and "Not known: floor-area ratio" in reasons


REFUSALS = [
    ({"CODE_SYSTEM": None}, r"CODE_SYSTEM: choose the code system"),
    ({"MIN_EVIDENCE": 0}, r"MIN_EVIDENCE: give a whole number of 1 to 7"),
    ({"INSIDE_SHARE": 1.5}, r"INSIDE_SHARE: 1\.5 cannot be used"),
    ({"GAP": -1}, r"GAP: -1 cannot be used"),
    ({"PLAN": lambda: areas(PLOT)}, r"PLAN_FIELD: choose the field of the plan"),
    ({"PLAN": lambda: areas((*PLOT, "0901"), fields=(("plan_code", str),)), "PLAN_SYSTEM": 7}, r"PLAN_SYSTEM: choose"),
    ({"HISTORIC": lambda: layer_of([(None, "x")], (("a", str),), kind="NoGeometry")}, r"HISTORIC: .* no geometries"),
    ({"LIST": lambda: layer_of([(None, "x")], (("a", str),), kind="NoGeometry")}, r"LIST_FIELD: choose the field"),
    ({"LIST": lambda: layer_of([(None, "x")], (("BSM", str),), kind="NoGeometry")},
     r"LIST: no feature of INPUT is on the list: BSM holds P1.*BSM holds x"),
    ({"BOUNDARY": lambda: areas(PLOT, name="村庄建设边界")}, r"BOUNDARY: .* is called a village boundary"),
    ({"BOUNDARY": lambda: areas((*PLOT, "210"), fields=(("GHFQDM", str),))}, r"BOUNDARY: GHFQDM .* holds none of 410"),
    ({"LISTED": "\"nothing\" = 1"}, r"LISTED: "),
]  # fmt: skip


@pytest.mark.parametrize(("parameters", "words"), REFUSALS, ids=[words[:14] for _, words in REFUSALS])
def test_what_cannot_be_used_is_refused_in_a_sentence(parameters, words):
    given = {name: value() if callable(value) else value for name, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=words):
        urban(plots((PLOT, "0601", None)), **given)
