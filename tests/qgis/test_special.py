"""Special places on scenes made by hand: sites, lists, kinds, contests, refusals."""

import pytest
from calls_urban import SPECIAL, hamlets_of_note
from qgis.core import QgsProcessingException
from scenes import box, layer_of, moved, run
from villages import areas, points

NAMED = (("name", str),)
KINDS = (("name", str), ("kind", str))
SAID = (("category", str), ("subtype", str), ("disposition", str), ("status", str), ("reasons", str))


def special(**parameters):
    return run(hamlets_of_note(), SPECIAL, **parameters)


def subtypes(**parameters):
    return dict(special(**parameters).rows("PLACES", "village", "subtype"))


def said(corners, *values):
    """What village relocation says of one place."""
    return layer_of([(box(*corners), *values)], SAID, name="candidates")


def test_protected_sites_reach_50_metres_and_heritage_must_stand_inside():
    near, far = points((-49, 100, "Hall"), fields=NAMED), points((-51, 100, "Hall"), fields=NAMED)
    assert subtypes(PROTECTED=near)["High"] == "X1" and subtypes(PROTECTED=far)["High"] == "X2"
    assert subtypes(HERITAGE=near)["High"] == "X2"
    ran = special(HERITAGE=points((10, 10, "Hall"), (5_000, 0, "Bridge"), fields=NAMED))
    assert ran.rows("PLACES", "village", "subtype", "also", "site")[0] == ("High", "X1", "X2", "Hall")
    assert ran.rows("SITES", "name", "settlement", "subtype", "area_m2") == [
        ("Hall", "High", "X1", 0), ("Bridge", None, "X1", 0)]  # fmt: skip


def test_a_list_may_be_a_table_or_places():
    table = layer_of([(None, "Low")], (("village", str),), kind="NoGeometry", name="list")
    assert subtypes(LIST=table)["Low"] == "X1"
    assert subtypes(LIST=points((1510, 10)))["Low"] == "X1"
    assert subtypes(LIST=moved(points((1510, 10)), "EPSG:4490"))["Low"] == "X1"


def test_kinds_tell_scenery_from_facilities():
    places = points((1600, 20, "Inn", "lodging"), (2500, 50, "View", "观景台"), fields=KINDS)
    assert subtypes(TOURISM=places) == {"High": "X2", "Empty": None, "Low": "X4", "Dark": "X3"}
    assert subtypes(TOURISM=places, SCENIC_KINDS="lodging") == {
        "High": "X2", "Empty": None, "Low": "X3", "Dark": "X4"}  # fmt: skip
    assert subtypes(TOURISM=places, TOURISM_DISTANCE=69, SCENIC_DISTANCE=199)["Low"] is None
    row = special(TOURISM=places).rows("PLACES", "village", "tourism_m", "scenic_m", "reasons")[2]
    assert row[:3] == ("Low", 70, 970.05) and "Tourism within 70 m (300 m or less): Inn." in row[3]
    assert subtypes(SCENIC=areas((600, 400, 900, 500)))["Empty"] == "X3"


def test_contests_name_both_sides_and_leave_the_place_as_it_is():
    ran = special(CANDIDATES=said((100, 0, 300, 200), "B", "B2", "merge", "candidate", "Landslide."))
    (row,) = ran.rows("CONTESTS", "settlement", "kind", "share", "subtype", "other_category", "other_subtype",
                      "other_disposition", "other_status", "reasons", "other_reasons")  # fmt: skip
    assert row[:8] == ("High", "moved", 0.5, "X2", "B", "B2", "merge", "candidate")
    assert "Alive: 60 households" in row[8] and row[9] == "Landslide."
    assert ran.rows("PLACES", "subtype", "contested")[0] == ("X2", True)
    assert ran.results["CONTEST_COUNT"] == 1
    assert special(CANDIDATES=said((100, 0, 300, 200), "X", "X2", None, "candidate", "High.")).rows(
        "CONTESTS", "kind") == []  # fmt: skip
    assert special(CANDIDATES=said((1500, 0, 1530, 40), "X", "X1", "retain", "candidate", "Temple.")).rows(
        "CONTESTS", "settlement", "kind", "subtype", "other_reasons") == [("Low", "only_theirs", None, "Temple.")]
    assert special(CANDIDATES=said((200, 0, 300, 200), "B", "B2", "merge", "candidate", "Beside.")).rows(
        "CONTESTS", "kind") == [], "they only touch"  # fmt: skip


def test_a_layer_without_features_is_as_unknown_as_one_not_given():
    ran = special(TOURISM=points(fields=KINDS), HERITAGE=points(fields=NAMED))
    assert ran.rows("PLACES", "tourism_m") == [None] * 4
    assert any("TOURISM: the layer" in text for text in ran.log.warnings)
    (words,) = [text for text in ran.log.warnings if text.startswith("Not known, which is not to say")]
    assert "TOURISM" in words and "PROTECTED, HERITAGE" in words


REFUSALS = [
    ({"CANDIDATES": lambda: areas((0, 0, 9, 9))}, r"CANDIDATES: .* has no field category"),
    ({"MAX_VACANCY": 2}, r"MAX_VACANCY: 2 cannot be used"),
    ({"LIST": lambda: layer_of([(None, "x")], (("a", str),), kind="NoGeometry")}, r"LIST_FIELD: choose the field"),
    ({"LIST": lambda: layer_of([(None, "x")], (("village", str),), kind="NoGeometry")}, r"LIST: no feature of INPUT"),
    ({"KIND_FIELD": "nothing", "TOURISM": lambda: points((0, 0))}, r"KIND_FIELD: the layer has no field"),
]


@pytest.mark.parametrize(("parameters", "words"), REFUSALS, ids=[words[:14] for _, words in REFUSALS])
def test_what_cannot_be_used_is_refused_in_a_sentence(parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        special(**{name: value() if callable(value) else value for name, value in parameters.items()})
