"""The review form as a tool: land moved out and in, a form that adds up out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import recalculated
from qgis.core import QgsProcessingException
from scenes import NUMBER, box, layer_of, run
from villages import inclined

ADJUSTMENT = "landconsolidation:basicfarmlandadjustment"
OFFICIAL, FROM_FIELD, PLANAR = range(3)
SURVEY, USE2023 = 0, 1
FIELDS = (("DLBM", str), ("GDPDJB", str), ("GDDB", int), ("KCXS", NUMBER), ("TBDLMJ", NUMBER), ("deg", NUMBER))


def land(*rows, fields=FIELDS, name="land", start=0):
    """Parcels side by side, 100 m wide. rows: (height in metres, value of each field …); missing ones are NULL."""
    return layer_of(
        [(box(start + 100 * k, 0, start + 100 * k + 100, height), *values, *[None] * (len(fields) - len(values)))
         for k, (height, *values) in enumerate(rows)], fields, name=name,
    )  # fmt: skip


def adjust(out, into, **parameters):
    return run(out, ADJUSTMENT, main="OUT", **{
        "IN": into, "CODE_SYSTEM": SURVEY, "AREA_METHOD": PLANAR, **parameters})  # fmt: skip


def values(ran, block):
    """Values of the lines of a block that are known."""
    rows = ran.rows("ADJUSTMENT", "block", "line", "value", "text")
    return {line: value if value is not None else text for of, line, value, text in rows
            if of == block and (value is not None or text is not None)}


OUT_ROWS = ((100, "0101", "1", 7), (20, "0103", "4", 9), (50, "0201", "5"), (10, "0702", "2"), (30, "1101", "3"))
IN_ROWS = ((200, "0101", "1", 5), (100, "0102", "2", 6))


def test_a_form_by_hand(tmp_path):
    """Out 2.1 ha in 5 parcels, in 3 ha in 2."""
    book, page = tmp_path / "form.xlsx", tmp_path / "form.html"
    ran = adjust(land(*OUT_ROWS), land(*IN_ROWS, start=1000), WORKBOOK=str(book), REPORT=str(page), ORIGINAL_HA=84,
                 PROJECT_NAME="=试点", TOWNSHIPS="安地镇", ECOLOGY=1, PLAN_PREPARED=2, PLANNED_GRADE=0.5)  # fmt: skip
    assert values(ran, "out") == {
        "total": 2.1, "grade": 7.33, "parcels": 5, "mean": 0.42, "cropland": 1.2, "paddy": 1.0, "irrigated": 0,
        "dry": 0.2, "other": 0.9, "agricultural": 0.5, "construction": 0.1, "unused": 0.3, "slope_0": 1.4,
        "slope_1": 0.2, "slope_2": 0.5, "size_0": 0.6, "size_1": 0.5, "size_2": 1.0, "size_3": 0,
        "share_of_original": 2.5,
    }
    assert values(ran, "in") == {
        "total": 3.0, "grade": 5.33, "parcels": 2, "mean": 1.5, "cropland": 3.0, "paddy": 2.0, "irrigated": 1.0,
        "dry": 0, "other": 0, "agricultural": 0, "construction": 0, "unused": 0, "slope_0": 3.0, "slope_1": 0,
        "slope_2": 0, "size_0": 0, "size_1": 0, "size_2": 1.0, "size_3": 2.0,
    }
    assert values(ran, "project") == {
        "name": "=试点", "townships": "安地镇", "adjusted": "Yes", "prepared": "No", "original": 84.0,
        "planned_grade": 0.5,
    }
    assert values(ran, "review") == {
        "quantity": 13.5, "quantity_share": 42.86, "quality": 2.0, "ecology": "Yes", "mean_gain": 16.2,
        "contiguity": 257.14,
    }
    numbers = ("OUT_COUNT", "IN_COUNT", "OUT_HA", "IN_HA", "CHANGE_MU", "CONTIGUITY_PERCENT", "GRADE_GAIN",
               "OUT_OF_ORIGINAL_PERCENT", "UNKNOWN_COUNT")  # fmt: skip
    assert [ran.results[name] for name in numbers] == [5, 2, 2.1, 3.0, 13.5, 257.14, 2.0, 2.5, 4]
    (sheet,) = recalculated(book).values()
    by_item = {row[1]: row for row in sheet}
    assert by_item["Better layout: contiguity gained"][3] == 2.5714
    assert by_item["Name of the project"][3] == "=试点", "a text, not a formula"
    text = page.read_text(encoding="utf-8")
    assert "+257.14 %" in text
    assert "安地镇" in text


def test_bounds_belong_to_the_lower_bin():
    """5, 10 and 20 mu to the millimetre, and a little more."""
    mu = 10_000 / 15
    heights = [5 * mu / 100, 10 * mu / 100, 20 * mu / 100, (20 * mu + 1) / 100]
    rows = [(height, "0101", None, None, None, None, degrees)
            for height, degrees in zip(heights, (15, 15.01, 25, 25.01))]  # fmt: skip
    ran = adjust(land(*rows), land(*rows, start=1000), SLOPE_FIELD="deg", SLOPE_UNIT=1)
    counted = {line: parcels for block, line, parcels in ran.rows("ADJUSTMENT", "block", "line", "parcels")
               if block == "out" and line.startswith(("size", "slope"))}  # fmt: skip
    assert counted == {"size_0": 1, "size_1": 1, "size_2": 1, "size_3": 1, "slope_0": 1, "slope_1": 2, "slope_2": 1}


def test_ridges_are_taken_off_cropland_alone():
    rows = ((100, "0101", "1", None, 0.1, 8_000.0), (100, "0201", "1", None, 0.1, 7_000.0))
    shown = values(adjust(land(*rows), land(*IN_ROWS, start=1000)), "out")
    assert (shown["total"], shown["paddy"], shown["agricultural"]) == (1.9, 0.9, 1.0)
    recorded = land((100, "0101", "1", None, None, 5_000.0), start=1000)
    recorded = adjust(land(*rows), recorded, AREA_METHOD=FROM_FIELD)
    assert (values(recorded, "out")["total"], values(recorded, "in")["total"]) == (1.5, 0.5)


def test_further_layers_are_measured_inside_both_sides():
    out, into = land(*OUT_ROWS), land(*IN_ROWS, start=1000)
    boxes = (box(0, -10, 50, 300), box(1000, -10, 1050, 300), box(1000, -10, 1050, 300))
    half = layer_of([(shape,) for shape in boxes], (), name="half")
    ran = adjust(out, into, HIGH_STANDARD=half, UPGRADED=half, NEW_CROPLAND=half, BASIC_FARMLAND=layer_of(
        [(box(0, 0, 1000, 100),), (box(1000, 0, 1010, 100),)], (), name="before"))  # fmt: skip
    assert values(ran, "out")["high_standard"] == 0.5
    assert {values(ran, "in")[name] for name in ("high_standard", "upgraded", "new_cropland")} == {1.0}
    assert values(ran, "project")["original"] == 10.1
    assert values(ran, "out")["share_of_original"] == 20.79
    assert "basic farmland already: 1.50 mu" in ran.log.all
    outside = adjust(out, into, BASIC_FARMLAND=half)
    assert "Land moved out that is no basic farmland: 24.00 mu" in outside.log.all


def test_what_is_wrong_is_told():
    steep = land((100, "0201", "5"), start=1000)
    ran = adjust(land(*OUT_ROWS), steep)
    assert "must not shrink" in ran.log.all
    assert "not cropland: 1.0000 ha" in ran.log.all
    assert "steeper than 25°: 1.0000 ha" in ran.log.all
    twice = adjust(land(*OUT_ROWS), land(*IN_ROWS))
    assert "overlap by 18.00 mu" in twice.log.all


def test_nothing_moved_in():
    into = land(*IN_ROWS)
    into.dataProvider().truncate()
    ran = adjust(land(*OUT_ROWS), into)
    assert "nothing is moved in" in ran.log.all
    assert values(ran, "review")["quantity"] == -31.5
    assert "contiguity" not in values(ran, "review")
    assert "CONTIGUITY_PERCENT" not in ran.results


def test_slope_unknown_and_use_unknown_have_lines_of_their_own():
    ran = adjust(land(*[(100, "0101", "1")] * 30, (100, "01"), (100, "9999", "7")), land(*IN_ROWS, start=9000))
    shown = values(ran, "out")
    assert (shown["slope_unknown"], shown["unclassified"], shown["cropland_other"]) == (2.0, 1.0, 1.0)
    assert "slope is not known: 2" in ran.log.all


def test_slope_from_a_terrain_model_where_the_grade_is_missing(tmp_path):
    """A slope of 40 %, 21.8°, everywhere."""
    dem = inclined(tmp_path / "dem.tif", "EPSG:4549", (10, 10), (0.4, 0.0))
    layer = land((100, "0101"), (100, "0101", "1"))
    ran = adjust(layer, land(*IN_ROWS, start=1000), DEM=dem)
    assert {line: value for line, value in values(ran, "out").items() if line.startswith("slope")} == {
        "slope_0": 1.0, "slope_1": 1.0, "slope_2": 0,
    }


@pytest.mark.parametrize("parameters, words", [
    ({"SLOPE_UNIT": 1}, "SLOPE_FIELD: choose the field"),
    ({"ORIGINAL_HA": -1}, "ORIGINAL_HA"),
    ({"CODE_SYSTEM": None}, "CODE_SYSTEM: choose the code system"),
    ({"ECOLOGY": 7}, "ECOLOGY"),
])  # fmt: skip
def test_bad_input_is_one_sentence(parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        adjust(land(*OUT_ROWS), land(*IN_ROWS, start=1000), **parameters)


def test_both_layers_need_the_fields_that_are_chosen():
    other = land((100, "0101"), fields=(("DLBM", str),), start=1000)
    with pytest.raises(QgsProcessingException, match="SLOPE_FIELD: the layer “land” of IN has no field “deg”"):
        adjust(land(*OUT_ROWS), other, SLOPE_FIELD="deg", SLOPE_UNIT=1)
    with pytest.raises(QgsProcessingException, match="AREA_FIELD: the layer “land” of IN has no field TBDLMJ"):
        adjust(land((100, "0101", "1", 7, 0, 5.0)), other, AREA_METHOD=FROM_FIELD)
    renamed = land((100, "0101"), fields=(("DLDM", str),), start=1000)
    assert values(adjust(land(*OUT_ROWS), renamed), "in")["paddy"] == 1.0, "a usual other name is found"


ROWS = st.lists(st.tuples(st.floats(0.5, 300), st.sampled_from(["0101", "0103", "0201", "0601", "1101"]),
                          st.sampled_from(["1", "4", "5", None])), min_size=1, max_size=6)  # fmt: skip


@settings(max_examples=8, deadline=None)
@given(ROWS, ROWS)
def test_every_breakdown_adds_up_and_the_workbook_agrees(tmp_path_factory, out, into):
    book = tmp_path_factory.mktemp("book") / "form.xlsx"
    ran = adjust(land(*out), land(*into, start=5000), WORKBOOK=str(book))
    for block in ("out", "in"):
        shown = {line: round(value * 10_000) for line, value in values(ran, block).items() if value is not None}
        total = shown["total"]
        assert shown["cropland"] + shown["other"] == total
        for start in ("slope", "size"):
            assert sum(value for line, value in shown.items() if line.startswith(start)) == total
    (sheet,) = recalculated(book).values()
    cells = [row[3] for row in sheet[2:]]
    table = ran.rows("ADJUSTMENT", "unit", "value", "text")
    for cell, (unit, value, text) in zip(cells, table):
        if value is None:
            assert cell == text
        else:
            assert cell * (100 if unit == "%" else 1) == pytest.approx(value, abs=1e-6)
