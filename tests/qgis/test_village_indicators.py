"""The indicators of a village plan as a tool: what is known, what is not, and that all of it adds up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import CODES, plan_layer, recalculated
from qgis.core import QgsProcessingException, QgsVectorLayer
from scenes import box, layer_of, run

INDICATORS = "landconsolidation:villageindicators"
USE2023, USE2020, FROM_FIELD, PLANAR = 1, 2, 1, 2
SHANG, XIA = ("330723199201", "上村"), ("330723199202", "下村")
SAMPLE = "{root}/resources/sample/township.gpkg|layername={name}"


def indicators(layer, **parameters):
    return run(layer, INDICATORS, **{"CODE_SYSTEM": USE2023, "AREA_METHOD": PLANAR, **parameters})


def values(ran, village=None):
    """(base, plan) by number, of all villages or of one."""
    level = "total" if village is None else "village"
    rows = ran.rows("INDICATORS", "level", "village", "no", "base", "plan")
    return {row[2]: row[3:] for row in rows if row[:2] == (level, village)}


def remarks(ran):
    return dict(ran.rows("INDICATORS", "no", "remark"))


def two_villages():
    """上村: a field, a homestead turned into one, a clinic; 下村: a wood, a reservoir's dam, a water works, a marsh."""
    return plan_layer(
        (100, "0101", "0101", *SHANG), (100, "0703", "0101", *SHANG), (100, "0806", "0806", *SHANG),
        (100, "0301", "0301", *XIA), (100, "1311", "1311", *XIA), (50, "1301", "1301", *XIA),
        (100, "0501", "0501", *XIA),
    )  # fmt: skip


def facts(*rows, fields=(("village_code", str), ("population", int), ("planned", int))):
    return layer_of([(None, *row) for row in rows], fields, kind="None", name="facts")


def test_land_by_hand():
    ran = indicators(two_villages())
    land = {1: (3.5, 2.5), 2: (2.5, 1.5), 3: (2.5, 1.5), 4: (1, 1), 5: (0.5, 0.5), 9: (1, 2), 10: (1, 1), 11: (1, 1)}
    assert values(ran) == {**land, **dict.fromkeys((6, 7, 8, 12, 13), (None, None))}
    assert values(ran, XIA[0])[1] == (1.5, 1.5)
    assert values(ran, XIA[0])[9] == (0, 0), "none is known to be none"
    rows = ran.rows("INDICATORS", "no", "indicator", "binding", "unit", "change")
    assert rows[0] == (1, "All construction land of the village's territory", "binding", "ha", -1)
    assert len(rows) == 13 * 3
    of_all = list(ran.rows("INDICATORS", "no", "remark"))[:13]
    assert [no for no, remark in of_all if "Not known" in (remark or "")] == [6, 7, 8, 12, 13]
    assert {name: ran.results[name] for name in ("CONSTRUCTION_HA", "CROPLAND_HA", "UNKNOWN_COUNT")} == {
        "CONSTRUCTION_HA": 2.5, "CROPLAND_HA": 2.0, "UNKNOWN_COUNT": 5}  # fmt: skip


codes = st.sampled_from([
    "0101", "0201", "0301", "0501", "0701", "0703", "080403", "0806", "1001", "1102", "1202", "1305", "1311", "15",
])  # fmt: skip
plans = st.lists(
    st.tuples(st.integers(1, 3_000).map(lambda k: k / 10), codes, codes, st.sampled_from("ABC")),
    min_size=1, max_size=15,
)


@settings(max_examples=25)
@given(plans)
def test_they_agree_with_the_structure_adjustment_table_and_add_up_over_villages(rows):
    layer = plan_layer(*rows, fields=(*CODES, ("CUN", str)))
    ran = indicators(layer, VILLAGE_FIELD="CUN")
    table = run(layer, "landconsolidation:landusestructure", CODE_SYSTEM=USE2023, AREA_METHOD=PLANAR,
                VILLAGE_FIELD="CUN")  # fmt: skip
    figures = {row[:3]: row[3:] for row in
               table.rows("STRUCTURE", "level", "village", "label", "base_ha", "plan_ha")}  # fmt: skip
    found = ran.rows("INDICATORS", "level", "village", "no", "base", "plan")
    labels = {1: "建设用地小计", 2: "城乡建设用地小计", 3: "村庄建设用地小计", 9: "耕地", 10: "林地", 11: "湿地"}
    for level, village, no, *both in found:
        if no in labels:
            assert tuple(both) == figures[level, village, labels[no]]
    several = len({row[3] for row in rows}) > 1
    for no in (1, 2, 3, 4, 5, 9, 10, 11) if several else ():
        for k in (3, 4):
            parts = [round(row[k] * 100) for row in found if row[2] == no]
            assert parts[0] == sum(parts[1:])


# --- layers -------------------------------------------------------------------------------------


def test_redline_and_basic_farmland_are_measured_inside_the_villages():
    """The redline covers half of the second and third parcel, twice; beyond the parcels it does not count."""
    redline = layer_of([(box(150, 0, 250, 100),), (box(150, 0, 250, 300),), (box(-900, 0, -100, 100),)], fields=())
    farmland = layer_of([(box(0, 0, 100, 100),), (box(300, 0, 400, 25),)], fields=())
    ran = indicators(two_villages(), REDLINE=redline, BASIC_FARMLAND=farmland)
    assert values(ran)[7] == (1.0, 1.0)
    assert values(ran)[8] == (1.25, 1.25)
    assert values(ran, SHANG[0])[7] == (1.0, 1.0)
    assert values(ran, XIA[0])[7] == (0, 0)
    assert values(ran, XIA[0])[8] == (0.25, 0.25)
    assert "keeps" in remarks(ran)[7]
    planned = layer_of([(box(0, 0, 100, 100),), (box(300, 0, 400, 100),)], fields=())
    ran = indicators(two_villages(), BASIC_FARMLAND=farmland, PLANNED_BASIC_FARMLAND=planned)
    assert values(ran)[8] == (1.25, 2.0)


def test_basic_farmland_is_net_of_ridges_and_follows_recorded_areas():
    fields = (*CODES, ("KCXS", float), ("TBDLMJ", float), ("KCMJ", float))
    layer = plan_layer((100, "0103", "0103", 0.1, 8_000.0, 900.0), (100, "0301", "0301", None, 9_900.0, None),
                       fields=fields)  # fmt: skip
    farmland = layer_of([(box(0, 0, 150, 100),)], fields=())
    assert values(indicators(layer, BASIC_FARMLAND=farmland))[8] == (1.4, 1.4)
    recorded = indicators(layer, BASIC_FARMLAND=farmland, REDLINE=farmland, AREA_METHOD=FROM_FIELD)
    assert values(recorded)[8] == (1.3, 1.3), "0.8 and half of 0.99, rounded"
    assert values(recorded)[7] == (1.39, 1.39)
    assert values(recorded)[9] == (0.8, 0.8)


@settings(max_examples=25)
@given(st.lists(st.tuples(*[st.integers(-50, 750)] * 2, *[st.integers(-20, 120)] * 2), min_size=1, max_size=6))
def test_a_line_counts_once_however_it_overlaps_itself(boxes):
    shapes = [(min(x), min(y), max(x) + 1, max(y) + 1) for x, y in (((a, b), (c, d)) for a, b, c, d in boxes)]
    layer = layer_of([(box(*shape),) for shape in shapes], fields=())
    covered = sum(
        any(x0 <= x < x1 and y0 <= y < y1 for x0, y0, x1, y1 in shapes)
        for x in range(700) for y in range(50 if 500 <= x < 600 else 100)
    )  # fmt: skip
    ran = indicators(two_villages(), REDLINE=layer)
    assert values(ran)[7][0] == pytest.approx(covered / 10_000, abs=0.00501)
    each = [values(ran, village)[7][0] for village, _ in (SHANG, XIA)]
    assert round(sum(each) * 100) == round(values(ran)[7][0] * 100)


def test_heritage_counts_each_site_once_where_most_of_it_is():
    sites = layer_of([
        (box(250, 10, 340, 20),), (box(290, 10, 390, 20),), (box(10, 10, 20, 20),), (box(5000, 0, 5010, 10),),
    ], fields=())  # fmt: skip
    ran = indicators(two_villages(), HERITAGE=sites)
    assert values(ran)[13] == (3, 3)
    assert values(ran, SHANG[0])[13] == (2, 2)
    assert values(ran, XIA[0])[13] == (1, 1)
    assert any("HERITAGE: sites outside all parcels, not counted: 1" in warning for warning in ran.log.warnings)
    points = layer_of([(f"POINT({500_000 + x} {3_220_010})",) for x in (50, 60, 300, 9000)], fields=(), kind="Point")
    ran = indicators(two_villages(), HERITAGE=points, PLANNED_HERITAGE_COUNT=7)
    assert values(ran)[13] == (3, 7)
    assert values(ran, SHANG[0])[13] == (3, 3), "on the boundary of two villages: the first"
    assert values(indicators(two_villages(), HERITAGE_COUNT=0))[13] == (0, 0), "none is known here"


def test_a_layer_without_features_tells_nothing():
    ran = indicators(two_villages(), REDLINE=layer_of([], fields=()))
    assert values(ran)[7] == (None, None)
    assert any("REDLINE: the layer" in warning and "nothing is known" in warning for warning in ran.log.warnings)


# --- people -------------------------------------------------------------------------------------


def test_people_of_a_table_are_added_up_by_village():
    """Construction land of 上村: 2 ha, then 1; of 下村: 0.5 ha (the dam is not the village's)."""
    table = facts((SHANG[0], 60, 40), (SHANG[0] + "0010000", 40, 60), (XIA[0], 20, None), ("999", 5, 5))
    ran = indicators(two_villages(), FACTS=table, PLANNED_POPULATION_FIELD="planned")
    assert values(ran, SHANG[0])[6] == (200, 100)
    assert values(ran, XIA[0])[6] == (250, None)
    assert values(ran)[6] == (208.33, None)
    assert "Not known for the plan" in remarks(ran)[6]
    assert any("FACTS" in warning and "999" in warning for warning in ran.log.warnings)


def test_people_may_be_given_by_village_name_or_as_a_number():
    table = facts(("上村", 100), ("下村", None), fields=(("name", str), ("人口", int)))
    ran = indicators(two_villages(), FACTS=table, POPULATION=1_000)
    assert values(ran)[6] == (25, None), "the number goes first"
    assert values(ran, SHANG[0])[6] == (200, None)
    assert values(ran, XIA[0])[6] == (None, None)
    one = plan_layer((100, "0703", "0703", *SHANG))
    assert values(indicators(one, POPULATION=100, PLANNED_POPULATION=50))[6] == (100, 200)


def test_a_table_without_people_is_told():
    ran = indicators(two_villages(), FACTS=facts((SHANG[0], 1), fields=(("village_code", str), ("n", int))))
    assert any("FACTS: the table has no field with people" in warning for warning in ran.log.warnings)
    assert values(ran)[6] == (None, None)


def test_coastline_is_what_was_given():
    assert values(indicators(two_villages(), COASTLINE=35.5, PLANNED_COASTLINE=35))[12] == (35.5, 35)
    ran = indicators(two_villages(), COASTLINE=35.5)
    assert values(ran)[12] == (35.5, None)
    assert values(ran, SHANG[0])[12] == (None, None), "of all villages, not of each"


# --- workbook, report, sample, refusals ---------------------------------------------------------


def test_the_workbook_calculates_what_the_table_says(tmp_path):
    path = tmp_path / "x.xlsx"
    ran = indicators(two_villages(), FACTS=facts((SHANG[0], 30, 7), (XIA[0], 20, 9)), WORKBOOK=str(path),
                     PLANNED_POPULATION_FIELD="planned", HERITAGE_COUNT=3)  # fmt: skip
    sheets = recalculated(path)
    assert list(sheets) == ["All villages", "Villages"]
    table = ran.rows("INDICATORS", "no", "indicator", "base", "plan", "change")
    cells = [row for row in sheets["All villages"] if isinstance(row[0], int)]
    cells += [row[1:] for row in sheets["Villages"] if isinstance(row[1], int)]
    for row, found in zip(table, cells):
        assert (found[0], found[2]) == row[:2]
        assert found[5:8] == [None if value is None else pytest.approx(value) for value in row[2:]]
    assert len(cells) == len(table) == 39


def test_the_report_says_what_is_not_known(tmp_path):
    path = tmp_path / "x.html"
    indicators(two_villages(), REPORT=str(path), POPULATION=100)
    text = path.read_text(encoding="utf-8")
    for words in ("上村", "Not known: no redline was given.", "250.00", "People in all villages",
                  "Not known for the plan"):  # fmt: skip
        assert words in text, words


def test_the_townships_cropland_and_basic_farmland_are_those_its_layers_record(root):
    """Base year of the sample, codes by the crosswalk; the layer's own net area of basic farmland is YJJBNTMJ."""
    from land_consolidation.algorithms.tables import read_table

    layer = QgsVectorLayer(SAMPLE.format(root=root, name="DLTB"), "DLTB", "ogr")
    becomes = {row["sandiao_code"]: row["default_use_code_2023"] for row in read_table("crosswalk_survey_to_use")}
    rows = [(feature.geometry(), becomes[feature["DLBM"]], becomes[feature["DLBM"]], feature["KCXS"] or None,
             feature["ZLDWDM"]) for feature in layer.getFeatures()]  # fmt: skip
    parcels = layer_of(rows, (*CODES, ("KCXS", float), ("ZLDWDM", str)))
    farmland = QgsVectorLayer(SAMPLE.format(root=root, name="YJJBNTBHTB"), "YJJBNTBHTB", "ogr")
    ran = run(parcels, INDICATORS, CODE_SYSTEM=USE2023, BASIC_FARMLAND=farmland)
    recorded = sum(feature["TBDLMJ"] for feature in layer.getFeatures() if feature["DLBM"].startswith("01"))
    assert values(ran)[9] == pytest.approx((recorded / 10_000,) * 2, abs=0.011)
    recorded = sum(feature["YJJBNTMJ"] for feature in farmland.getFeatures())
    assert values(ran)[8] == pytest.approx((recorded / 10_000,) * 2, abs=0.011)
    assert len(set(ran.rows("INDICATORS", "village"))) == 15


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"CODE_SYSTEM": 0}, "CODE_SYSTEM: a plan has no survey codes"),
        ({"COASTLINE": 101}, "COASTLINE"),
        ({"POPULATION": -1}, "POPULATION"),
        ({"POPULATION_FIELD": "x"}, "POPULATION_FIELD: the layer has no field “x”"),
        ({"FACTS": ("x",)}, "FACTS_VILLAGE_FIELD: choose the field with the code or name of the village"),
        ({"HERITAGE": "line"}, "HERITAGE: the layer “line” holds lines. Choose a layer with points or polygons"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_remedy(parameters, words):
    if "HERITAGE" in parameters:
        parameters = {"HERITAGE": layer_of([("LINESTRING(0 0, 1 1)",)], fields=(), kind="LineString", name="line")}
    if "FACTS" in parameters:
        parameters = {"FACTS": facts((1,), fields=(("x", int),))}
    elif "POPULATION_FIELD" in parameters:
        parameters = {**parameters, "FACTS": facts((SHANG[0], 1, 1))}
    with pytest.raises(QgsProcessingException) as stop:
        indicators(two_villages(), **parameters)
    assert words in str(stop.value)
