"""The structure adjustment table as a tool: parcels in, a form that adds up out."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import CODES, plan_layer, recalculated
from qgis.core import QgsProcessingException
from scenes import box, layer_of, run, saved

from land_consolidation.algorithms.structure_form import forms, row_of

STRUCTURE = "landconsolidation:landusestructure"
OFFICIAL, FROM_FIELD, PLANAR = range(3)
USE2023, USE2020 = 1, 2
ZHEJIANG, GENERAL = 0, 1
SHANG, XIA = ("330723199201", "上村"), ("330723199202", "下村")


def structure(layer, **parameters):
    return run(layer, STRUCTURE, **{"CODE_SYSTEM": USE2023, "AREA_METHOD": PLANAR, **parameters})


def shown(ran, *columns, level="total", village=None):
    """Rows of one part that hold something, by row number or label."""
    rows = ran.rows("STRUCTURE", "level", "village", "row", "label", "base_ha", "plan_ha", *columns)
    return {
        row[2] or row[3]: row[6:] if columns else row[4:6]
        for row in rows if row[:2] == (level, village) and (row[4] or row[5])
    }


def test_a_form_by_hand():
    """1 ha each but for the last: a field, a homestead turned into a field, a factory, a road, a school, half a ha."""
    ran = structure(plan_layer(
        (100, "0101", "0101", *SHANG), (100, "070301", "0101", *SHANG), (100, "1001", "1001", *SHANG),
        (100, "1202", "1202", *XIA), (100, "080403", "080403", *XIA), (50, "0301", "0103", *XIA),
    ))  # fmt: skip
    factory = "1001 Industrial (not in the form)"
    assert shown(ran) == {
        1: (1.0, 2.5), 3: (0.5, 0.0), 13: (1.5, 2.5), 14: (1.0, 0.0), factory: (1.0, 1.0), 57: (2.0, 1.0),
        62: (1.0, 1.0), 64: (1.0, 1.0), 65: (3.0, 2.0), 67: (1.0, 1.0), 72: (1.0, 1.0), 82: (4.0, 3.0),
        83: (5.5, 5.5),
    }  # fmt: skip
    assert shown(ran, level="village", village=SHANG[0]) == {
        1: (1.0, 2.0), 13: (1.0, 2.0), 14: (1.0, 0.0), factory: (1.0, 1.0), 57: (2.0, 1.0), 65: (2.0, 1.0),
        82: (2.0, 1.0), 83: (3.0, 3.0),
    }  # fmt: skip
    columns = ("label", "path", "kind", "base_m2", "base_percent", "plan_percent", "change_ha", "remark")
    rows = shown(ran, *columns)
    assert rows[1] == ("耕地", "非建设用地/耕地", "leaf", 10_000, 18.19, 45.46, 1.5, None)
    assert rows[factory][1:3] == (f"建设用地/城乡建设用地/村庄建设用地/{factory}", "extra")
    assert "finer code" in rows[factory][-1]
    assert rows[83][3:7] == (55_000, 100, 100, 0)
    assert {name: ran.results[name] for name in
            ("TOTAL_HA", "CHANGED_HA", "BASE_NOT_IN_FORM_HA", "PLAN_NOT_IN_FORM_HA")} == {
        "TOTAL_HA": 5.5, "CHANGED_HA": 1.5, "BASE_NOT_IN_FORM_HA": 1.0, "PLAN_NOT_IN_FORM_HA": 1.0}  # fmt: skip
    assert any("No row of the form takes: 1001" in warning for warning in ran.log.warnings)


plans = st.lists(st.tuples(
    st.integers(1, 3_000).map(lambda k: k / 10), *[st.sampled_from(["0101", "0201", "0703", "070302", "1001", "09",
    "0601", "1207", "1802", "9999", None])] * 2, st.sampled_from([*"ABC", None]),
), min_size=1, max_size=14)  # fmt: skip


@settings(max_examples=40)
@given(plans, st.sampled_from([ZHEJIANG, GENERAL]))
def test_the_table_is_that_of_brute_force_and_workbook_and_table_agree(tmp_path_factory, rows, form):
    path = tmp_path_factory.mktemp("structure") / "form.xlsx"
    known = [row for row in rows for _ in range(21)]  # so that unknown codes stay below 5 %
    layer = plan_layer(*((height, "0101", "0101", village) for height, *_, village in known), *rows,
                       fields=(*CODES, ("CUN", str)))  # fmt: skip
    ran = structure(layer, VILLAGE_FIELD="CUN", FORM=form, WORKBOOK=str(path))
    parcels = [(height, "0101", "0101", village) for height, *_, village in known] + rows
    expected = defaultdict(lambda: [0, 0])
    for height, base, plan, village in parcels:
        for k, code in enumerate((base, plan)):
            expected[village or "", _row(code, form)][k] += round(height * 100 * 100)
    table = ran.rows("STRUCTURE", "level", "village", "row", "codes", "label", "kind", "base_m2", "plan_m2", "base_ha",
                     "plan_ha", "base_percent", "plan_percent", "change_ha")  # fmt: skip
    single = [row for row in table if row[5] != "subtotal"]
    several = len({village for *_, village in parcels}) > 1
    for level, village, number, codes, label, _, *amounts in single:
        if (level == "village") is several:
            key = number or codes or {"Land without a code": "", "Codes that the code system lacks": "?"}[label]
            wanted = [0, 0]
            for (of, name), both in expected.items():
                if name == key and (not several or of == (village or "")):
                    wanted = [one + other for one, other in zip(wanted, both)]
            assert [round(amount * 100) for amount in amounts[:2]] == wanted
    parts = list(dict.fromkeys(row[:2] for row in table))
    for k in (8, 9):
        of_part = {part: [row for row in single if row[:2] == part] for part in parts}
        totals = {part: next(row for row in table if row[:2] == part and row[4] == "总计") for part in parts}
        for part in parts:
            assert sum(round(row[k] * 100) for row in of_part[part]) == round(totals[part][k] * 100)
            assert sum(round(row[k + 2] * 100) for row in of_part[part]) == 10_000
            assert totals[part][8] == totals[part][9]
        if several:
            for at, row in enumerate(of_part[parts[0]]):
                assert round(row[k] * 100) == sum(round(of_part[part][at][k] * 100) for part in parts[1:])
    assert all(round(row[12] * 100) == round(row[9] * 100) - round(row[8] * 100) for row in table)
    sheets = list(recalculated(path).values())
    assert len(sheets) == len(parts)
    for part, sheet in zip(parts, sheets):
        rows_of_part = [row for row in table if row[:2] == part]
        for row, cells in zip(rows_of_part, sheet[2:]):
            assert cells[0] == row[2]
            assert cells[2] == row[4]
            assert [round(cell * 100) for cell in (cells[3], cells[5], cells[7])] == [
                round(row[at] * 100) for at in (8, 9, 12)]  # fmt: skip
            assert [round(cell * 10_000) for cell in (cells[4], cells[6])] == [
                round(row[at] * 100) for at in (10, 11)]  # fmt: skip


def _row(code, form):
    """The row number of a code of 2023, or what stands for the row of its own; by hand for what the forms lack."""
    if code is None:
        return ""
    if code == "9999":
        return "?"
    if form == ZHEJIANG:
        row = row_of(code, forms()[ZHEJIANG])
        return row.number if row else code
    return {"0101": 1, "0201": 2, "0703": 8, "070302": 8, "1001": 11, "09": 10, "0601": 6, "1207": 13, "1802": 26}[code]


# --- ridges, areas, villages --------------------------------------------------------------------


def test_ridges_are_other_land_as_long_as_the_land_stays_cropland():
    fields = (*CODES, ("KCXS", float), ("TBDLMJ", float), ("KCMJ", float))
    layer = plan_layer(
        (100, "0103", "0103", 0.1, 8_000.0, 900.0), (100, "0103", "0301", 0.1, 8_000.0, 900.0),
        (100, "0301", "0103", 0.1, 7_000.0, 100.0), fields=fields,
    )  # fmt: skip
    assert shown(structure(layer)) == {1: (1.8, 1.9), 3: (1.0, 1.0), 12: (0.2, 0.1), 13: (3.0, 3.0), 83: (3.0, 3.0)}
    recorded = shown(structure(layer, AREA_METHOD=FROM_FIELD))
    assert recorded == {1: (1.6, 1.5), 3: (0.7, 0.89), 12: (0.18, 0.09), 13: (2.48, 2.48), 83: (2.48, 2.48)}
    other = shown(structure(layer, AREA_METHOD=FROM_FIELD, AREA_FIELD="KCMJ"))
    assert 12 not in other, "other fields hold the area as it is"


def test_areas_are_official_and_rounded_parcel_by_parcel():
    far = 100_000
    layer = layer_of([(box(far + 97 * k, 0, far + 97 * k + 97, 103), "0101", "0101") for k in range(7)], CODES)
    measured = run(layer, "landconsolidation:farmlandcontiguity", FARMLAND="TRUE", CODE_FIELD=None, CODE_SYSTEM=None)
    total = structure(layer, AREA_METHOD=OFFICIAL).rows("STRUCTURE", "base_m2")[-1]
    assert round(total * 100) == sum(round(area * 100) for area in measured.rows("PARCELS", "area_m2"))
    assert abs(total - 7 * 97 * 103) > 1


def test_villages_go_by_the_first_twelve_digits_and_their_commonest_name():
    ran = structure(plan_layer(
        (100, "0101", "0101", SHANG[0] + "0000000", "上村"), (100, "0101", "0101", SHANG[0] + "0010000", "上村"),
        (100, "0101", "0101", SHANG[0], "上 村"), (100, "0101", "0101", XIA[0], None), (100, "0101", "0101", None, "x"),
    ))  # fmt: skip
    rows = [row for row in ran.rows("STRUCTURE", "level", "village", "village_name", "row", "base_ha") if row[3] == 83]
    assert [(*row[:3], row[4]) for row in rows] == [
        ("total", None, "All villages", 5), ("village", SHANG[0], "上村", 3), ("village", XIA[0], None, 1),
        ("village", "", "without a village", 1),
    ]  # fmt: skip


def test_without_village_fields_there_is_the_total_alone(tmp_path):
    ran = structure(plan_layer((100, "0101", "0101"), fields=CODES), WORKBOOK=str(tmp_path / "x.xlsx"))
    assert set(ran.rows("STRUCTURE", "level")) == {"total"}
    assert len(recalculated(tmp_path / "x.xlsx")) == 1


def test_more_villages_than_sheets_make_sense_share_one(tmp_path):
    path = tmp_path / "x.xlsx"
    rows = [(10 + k, "0101", "070301", f"村{k:02d}") for k in range(41)]
    ran = structure(plan_layer(*rows, fields=(*CODES, ("CUN", str))), VILLAGE_FIELD="CUN", WORKBOOK=str(path))
    sheets = recalculated(path)
    assert list(sheets) == ["All villages", "Villages"]
    totals = {row[0]: row[4:8:2] for row in sheets["Villages"][2:] if row[1] == 83}
    table = ran.rows("STRUCTURE", "level", "village", "row", "base_ha", "plan_ha")
    assert totals == pytest.approx({row[1]: list(row[3:]) for row in table if row[0] == "village" and row[2] == 83})
    assert all(row[1] != 2 for row in sheets["Villages"]), "rows that hold nothing are left out"


# --- codes --------------------------------------------------------------------------------------


def test_codes_of_2020_are_converted_for_the_form_of_2023_and_the_other_way_round():
    """060102 was a street in 2020 and is a field road now; 2303 was a field road; 1207 now may be either street."""
    old = plan_layer((100, "060102", "2303"), (100, "0602", "0602"), fields=CODES)
    ran = structure(old, CODE_SYSTEM=USE2020)
    assert shown(ran) == {37: (1, 0), 57: (1, 0), 65: (1, 0), 82: (1, 0), 7: (0, 1), 8: (1, 1), 13: (1, 2), 83: (2, 2)}
    new = plan_layer((100, "1207", "060102"), (100, "060201", "060201"), fields=CODES)
    ran = structure(new, FORM=GENERAL)
    assert shown(ran) == {13: (1, 0), 20: (1, 0), 21: (1, 0), 24: (1, 0), 31: (0, 1), 6: (1, 1), 33: (2, 2)}
    assert any("1207 (1.00 ha)" in warning for warning in ran.log.warnings)


def test_dirty_codes_are_read():
    layer = plan_layer((100, " 101 ", "０１０３"), (100, "0703A", "70301"), fields=CODES)
    homestead = "0703 Rural homestead (not in the form)"
    assert shown(structure(layer)) == {
        1: (1, 1), 13: (1, 1), homestead: (1, 0), 14: (0, 1), 57: (1, 1), 65: (1, 1), 82: (1, 1), 83: (2, 2),
    }  # fmt: skip


def test_land_without_a_code_and_unknown_codes_have_rows_of_their_own_before_the_total():
    rows = [(100, "0101", "0101")] * 40 + [(100, None, "7777"), (100, "", "8888")]
    ran = structure(plan_layer(*rows, fields=CODES))
    assert list(shown(ran).items())[2:] == [
        ("Land without a code", (2, 0)), ("Codes that the code system lacks", (0, 2)), (83, (42, 42))]  # fmt: skip
    assert "7777 × 1" in ran.log.all
    assert "without a land code in base_code, so of no class: 2" in ran.log.all


# --- report, styles, refusals -------------------------------------------------------------------


def test_the_report_shows_the_form_and_the_villages(tmp_path):
    path = tmp_path / "x.html"
    structure(plan_layer((100, "0703", "0101", SHANG[0], "<上村>"), (100, "0101", "0101", *XIA)), REPORT=str(path))
    text = path.read_text(encoding="utf-8")
    for words in ("&lt;上村&gt;", "下村", "All villages", "村庄建设用地小计", "0703 Rural homestead", "100.00 %",
                  "largest remainder", "Code system", "-1.00"):  # fmt: skip
        assert words in text, words
    assert text.count("零售商业用地") == 1, "villages without the rows that hold nothing"


def test_no_village_name_becomes_a_formula(tmp_path):
    path = tmp_path / "x.xlsx"
    layer = plan_layer((100, "0101", "0101", "=1+1"), (100, "0101", "0101", "a/b"), fields=(*CODES, ("CUN", str)))
    structure(layer, VILLAGE_FIELD="CUN", WORKBOOK=str(path))
    sheets = recalculated(path)
    assert list(sheets) == ["All villages", "=1+1", "a_b"]
    assert sheets["=1+1"][0][0].endswith("=1+1")


@pytest.mark.parametrize("ending", ["gpkg", "csv", "shp"])
def test_the_table_can_be_a_file(ending, tmp_path):
    layer = saved(plan_layer((100, "0703", "0101", *SHANG), (100, "0101", "0101", *XIA)), tmp_path / "in.gpkg")
    out = tmp_path / f"out.{'dbf' if ending == 'shp' else ending}"
    structure(layer, STRUCTURE=str(tmp_path / f"out.{ending}"))
    assert out.exists()


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"CODE_SYSTEM": None}, "CODE_SYSTEM: choose the code system of both fields"),
        ({"CODE_SYSTEM": 0}, "CODE_SYSTEM: a plan has no survey codes. Run “Plan codes” first"),
        ({"BASE_FIELD": "nothing"}, "BASE_FIELD: the layer has no field “nothing”. Run “Plan codes” on it first"),
        ({"PLAN_FIELD": "nothing"}, "PLAN_FIELD: the layer has no field “nothing”. Run “Plan codes” on it first"),
        ({"PLAN_FIELD": "ZLDWMC"}, "PLAN_FIELD: 100.0 % of the features carry codes that the code system"),
        ({"VILLAGE_FIELD": "nothing"}, "VILLAGE_FIELD: the layer has no field “nothing”"),
        ({"AREA_METHOD": FROM_FIELD}, "AREA_FIELD: the layer has no field TBDLMJ"),
        ({"WORKBOOK": "/nowhere/\0/x.xlsx"}, "WORKBOOK"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_remedy(parameters, words, tmp_path):
    if "WORKBOOK" in parameters:
        (tmp_path / "file").write_text("in the way")
        parameters = {"WORKBOOK": str(tmp_path / "file" / "x.xlsx")}
    before = sorted(tmp_path.iterdir())
    with pytest.raises(QgsProcessingException) as stop:
        structure(plan_layer((100, "0703", "0101", *SHANG)), **{"STRUCTURE": str(tmp_path / "x.gpkg"), **parameters})
    assert words in str(stop.value)
    assert sorted(tmp_path.iterdir()) == before


def test_plain_survey_parcels_are_refused_with_the_remedy():
    with pytest.raises(QgsProcessingException, match="BASE_FIELD: the layer has no field “base_code”. Run “Plan"):
        structure(layer_of([(box(0, 0, 1, 1), "0101")]))


def test_plan_codes_of_another_system_are_told():
    with pytest.raises(QgsProcessingException, match="CODE_SYSTEM: .*“Land and sea use, 2020 trial version” has them"):
        structure(plan_layer((100, "1313", "1313"), fields=CODES))
