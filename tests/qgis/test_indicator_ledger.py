"""The ledger of indicators as a tool: tagged parcels with plan codes in, quota and targets out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import recalculated
from qgis.core import QgsProcessingException
from scenes import NUMBER, box, layer_of, run

LEDGER = "landconsolidation:indicatorledger"
USE2023, PLANAR = 1, 2
FIELDS = (("base_code", str), ("plan_code", str), ("zz_proj", str), ("zz_cat", str), ("zz_sub", str),
          ("zz_disp", str), ("KCXS", NUMBER))  # fmt: skip


def parcels(*rows, fields=FIELDS):
    """Parcels side by side, 100 m wide. rows: (height in metres, value of each field …); missing ones are NULL."""
    return layer_of(
        [(box(100 * k, 0, 100 * k + 100, height), *values, *[None] * (len(fields) - len(values)))
         for k, (height, *values) in enumerate(rows)], fields, name="plan",
    )  # fmt: skip


def ledger(layer, **parameters):
    return run(layer, LEDGER, **{"CODE_SYSTEM": USE2023, "AREA_METHOD": PLANAR, **parameters})


def of(ran, project=None, table="LEDGER", key="line", value="value"):
    """Figures that are not zero of one project, None for all."""
    return {line: number for at, line, number in ran.rows(table, "project", key, value) if at == project and number}


ROWS = (
    (100, "0703", "0103", "甲", "B", "B4"), (20, "0301", "070301", "甲", "B", None, "new"),
    (40, "0201", "0904", "甲"), (200, "0101", "0101", "甲", "A", "A2", None, 0.1),
    (100, "0301", "0904", "乙"), (50, "1001", "0301", "乙", "C", "C1"), (10, "0703", "0703", "乙", "X", None, "revive"),
    (60, "0101", "0301", None, "A", "A4", None, 0.1), (30, "0201", "0103", None, "A", "A3"),
)  # fmt: skip


def test_a_ledger_by_hand(tmp_path):
    book, page = tmp_path / "ledger.xlsx", tmp_path / "ledger.html"
    ran = ledger(parcels(*ROWS), WORKBOOK=str(book), REPORT=str(page))
    assert of(ran, "甲") == {
        "new_cropland": 15.0, "cropland_change": 15.0, "planned_cropland": 42.0, "high_standard": 27.0,
        "high_standard_share": 64.29, "reclaimed": 15.0, "resettlement": 3.0, "new_building": 6.0, "reserve": 3.0,
        "surplus": 3.0, "served": 42.0, "revitalisation_allowed": 1.26, "revitalisation_left": 1.26,
    }
    assert of(ran, "乙") == {
        "reclaimed": 7.5, "new_building": 15.0, "reserve": 1.5, "surplus": -9.0, "revitalisation": 1.5,
        "revitalisation_left": -1.5,
    }
    assert of(ran, "") == {
        "new_cropland": 4.5, "lost_cropland": 8.1, "cropland_change": -3.6, "planned_cropland": 4.5, "served": 4.5,
        "revitalisation_allowed": 0.14, "revitalisation_left": 0.14,
    }
    assert of(ran) == {
        "new_cropland": 19.5, "lost_cropland": 8.1, "cropland_change": 11.4, "planned_cropland": 46.5,
        "high_standard": 27.0, "high_standard_share": 58.06, "reclaimed": 22.5, "resettlement": 3.0,
        "new_building": 21.0, "reserve": 4.5, "surplus": -6.0, "served": 46.5, "revitalisation_allowed": 1.4,
        "revitalisation": 1.5, "revitalisation_left": -0.1,
    }
    assert "乙: the surplus quota is negative, -9.00 mu" in ran.log.all
    assert "乙: more revitalisation land than allowed, by 1.50 mu" in ran.log.all
    assert ran.results["SURPLUS_MU"] == -6.0
    assert ran.results["PROJECT_COUNT"] == 2
    sheet = next(iter(recalculated(book).values()))
    assert sheet[-1 if sheet[-1][0] == "All projects" else 5][0] == "All projects"
    assert "-6.00" in page.read_text(encoding="utf-8")


def test_targets_by_tag_and_by_result():
    ran = ledger(parcels(*ROWS, (10, "0703", "0703", "甲", "B", "B4"), (10, "0701", "0701", "甲", "D", "D1"),
                         (10, "0301", "0301", "甲", "E", "E3")))  # fmt: skip
    tagged = of(ran, None, "TARGETS", "codes", "tagged_mu")
    result = of(ran, None, "TARGETS", "codes", "result_mu")
    assert tagged == {"A2": 30.0, "B1 B2 B3 B4": 16.5, "C1 C2": 7.5, "C3 D1 D2": 1.5, "A4": 9.0, "A3": 4.5,
                      "E": 1.5, "D1 D2": 1.5}  # fmt: skip
    assert result == {"A7": 19.5, "A2": 27.0, "B1 B2 B3 B4": 15.0, "C1 C2": 7.5, "C3 D1 D2": 1.5, "A4": 9.0,
                      "A3": 4.5, "E": 1.5, "D1 D2": 1.5}  # fmt: skip
    wanted = {codes: (mu, share) for project, codes, mu, share in ran.rows(
        "TARGETS", "project", "codes", "target_mu", "target_share") if project is None}  # fmt: skip
    assert wanted["A7"] == (45_000, pytest.approx(19.5 / 45_000, abs=1e-6))
    assert wanted["A3"] == (None, None)
    assert of(ran, "乙", "TARGETS", "codes", "result_mu") == {"C1 C2": 7.5}


def test_the_base_of_the_allowance_is_net_unless_asked():
    layer = parcels((100, "0101", "0101", "甲", None, None, None, 0.1))
    assert of(ledger(layer))["served"] == 13.5
    assert of(ledger(layer, CROPLAND_BASE=1))["served"] == 15.0
    assert of(ledger(layer, REVITALISATION_PERCENT=10))["revitalisation_allowed"] == 1.35
    rows = [(box(0, 0, 50, 100), "100"), (box(50, 0, 100, 100), "0")]
    blocks = layer_of(rows, (("block_class", str),), name="blocks")
    ran = ledger(layer, BLOCKS=blocks)
    assert of(ran)["served"] == 6.75, "only blocks that reach a class"
    assert "inside the farmland blocks" in ran.log.all


def test_without_projects_or_tags_the_total_stands_alone():
    ran = ledger(parcels((100, "0703", "0103"), fields=FIELDS[:2]))
    assert set(ran.rows("LEDGER", "level")) == {"total"}
    assert of(ran)["reclaimed"] == 15.0
    assert "no parcel carries a tag" in ran.log.all
    assert "No parcel is in a project" in ran.log.all


@pytest.mark.parametrize("parameters, words", [
    ({"CODE_SYSTEM": None}, "CODE_SYSTEM: choose"), ({"CODE_SYSTEM": 0}, "CODE_SYSTEM: a plan has no survey codes"),
    ({"CROPLAND_BASE": 5}, "CROPLAND_BASE"), ({"RESERVE_PERCENT": 150}, "RESERVE_PERCENT"),
    ({"BASE_FIELD": "nix"}, "BASE_FIELD"), ({"PROJECT_FIELD": "nix"}, "PROJECT_FIELD"),
])  # fmt: skip
def test_bad_input_is_one_sentence(parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        ledger(parcels(*ROWS), **parameters)


def test_a_larger_reserve_than_the_policy_allows_is_told():
    assert "at most 20 %" in ledger(parcels(*ROWS), RESERVE_PERCENT=25).log.all


CODE = st.sampled_from(["0101", "0103", "0201", "0301", "0703", "0904", "1001", "1202", "1701"])
PARCELS = st.lists(
    st.tuples(
        st.floats(0.5, 300), CODE, CODE, st.sampled_from(["甲", "乙", "丙", None]), st.sampled_from(["A", None]),
        st.sampled_from(["A2", "A3", None]), st.sampled_from(["revive", None]),
    ), min_size=1, max_size=8)


@settings(max_examples=8, deadline=None)
@given(PARCELS)
def test_projects_add_up_to_the_total_and_the_workbook_agrees(tmp_path_factory, rows):
    book = tmp_path_factory.mktemp("book") / "ledger.xlsx"
    ran = ledger(parcels(*rows), WORKBOOK=str(book))
    projects = {at for at in ran.rows("LEDGER", "project") if at is not None}
    if projects:
        for table, key, value in (("LEDGER", "line", "value"), ("TARGETS", "item", "result_mu")):
            total = {line: number for at, line, number in ran.rows(table, "project", key, value) if at is None}
            for line, number in total.items():
                if line != "high_standard_share":
                    parts = sum(round(of(ran, at, table, key, value).get(line, 0) * 100) for at in projects)
                    assert round(number * 100) == parts, line
    figures = {(at, line): number for at, line, number in ran.rows("LEDGER", "project", "line", "value")}
    for at in (None, *projects):
        shown = {line: round((number or 0) * 100) for (of_, line), number in figures.items() if of_ == at}
        assert shown["surplus"] == (
            shown["reclaimed"] - shown["resettlement"] - shown["new_building"] - shown["reserve"])
    reclaimed = sum(row[0] * 100 for row in rows if row[1] in ("0703", "0904", "1001", "1202")
                    and row[2] not in ("0703", "0904", "1001", "1202"))  # fmt: skip
    assert of(ran).get("reclaimed", 0) == pytest.approx(reclaimed * 15 / 10_000, abs=0.01)
    recalculated(book)
