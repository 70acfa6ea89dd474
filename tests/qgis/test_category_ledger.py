"""The ledger: adds up to the input exactly, names what it does not know, and counts nothing towards two targets."""

import json
from collections import defaultdict
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsProcessingException
from scenes import NUMBER, WHOLE, box, layer_of, rows_of, run, saved

from land_consolidation.algorithms.tables import read_table
from land_consolidation.algorithms.tag_scheme import read_scheme
from land_consolidation.processing.tag_targets import counts, progress_towards, target_of, targets

LEDGER = "landconsolidation:categoryledger"
FIELDS = (("zz_cat", str), ("zz_sub", str), ("村", str), ("TBDLMJ", NUMBER))
PLANAR, OFFICIAL, FROM_FIELD = 2, 0, 1
MU = Fraction(10_000, 15)


def parcels(*rows, fields=FIELDS):
    """Squares of a hectare side by side; rows: values of the fields."""
    return layer_of([(box(100 * k, 0, 100 * k + 100, 100), *row) for k, row in enumerate(rows)], fields)


def ledger(layer, **parameters):
    return run(layer, LEDGER, **{"AREA_METHOD": PLANAR, **parameters})


tag_rows = st.lists(st.tuples(
    st.sampled_from([None, "", "A", "B", " C", "Q", "a"]), st.sampled_from([None, "", "A2", "C1", "Z9"]),
    st.sampled_from([None, "上村", "下村 ", "Z"]), st.integers(0, 10**9).map(lambda k: k / 1000),
), min_size=1, max_size=25)  # fmt: skip


@given(tag_rows)
def test_the_ledger_is_that_of_brute_force_and_adds_up_to_the_input(rows):
    ran = ledger(parcels(*rows), AREA_METHOD=FROM_FIELD, GROUP_FIELD="村")
    expected = defaultdict(lambda: [0, 0])
    for category, subtype, group, area in rows:
        line = expected[tuple((text or "").strip() or None for text in (group, category, subtype))]
        line[0] += 1
        line[1] += round(area * 100)
    columns = ("group", "category", "subtype", "parcels", "area_m2", "area_mu", "share")
    everything = sum(area for _, area in expected.values())
    found = ran.rows("LEDGER", *columns)
    assert {row[:3]: [row[3], round(row[4] * 100)] for row in found} == dict(expected)
    assert len(found) == len(expected)
    assert sum(round(row[4] * 100) for row in found) == everything
    for row in found:
        assert row[4] == round(row[4], 2)
        assert row[5] == pytest.approx(float(Fraction(round(row[4] * 100), 100) / MU), abs=5.1e-5)
        assert row[6] is None if everything == 0 else row[6] == pytest.approx(row[4] * 100 / everything, abs=1e-6)
    tagged = [row for row in found if row[1]]
    assert ran.results["TAGGED_COUNT"] == sum(row[3] for row in tagged)
    assert ran.results["UNTAGGED_COUNT"] == len(rows) - ran.results["TAGGED_COUNT"]
    assert ran.results["TAGGED_MU"] == pytest.approx(sum(row[4] for row in tagged) / float(MU), abs=1e-3)


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_files_with_chinese_groups_add_up_by_them(ending, tmp_path):
    layer = saved(parcels(("A", "A2", "上村", 1.0), ("A", "A2", "下村", 1.0), ("A", "A2", "上村", 1.0)),
                  tmp_path / f"land.{ending}")  # fmt: skip
    ledger(layer, GROUP_FIELD="村", LEDGER=str(tmp_path / "ledger.csv"))
    assert rows_of(str(tmp_path / "ledger.csv"), "group", "parcels") == [("上村", "2"), ("下村", "1")]


def test_official_areas_are_rounded_parcel_by_parcel():
    """As other tools of this plugin give them: what is added up here is what a person finds there."""
    far = 100_000  # from the central meridian, where the map is too large
    layer = layer_of([(box(far + 97 * k, 0, far + 97 * k + 97, 103), "A") for k in range(7)], (("zz_cat", str),))
    measured = run(layer, "landconsolidation:farmlandcontiguity", FARMLAND="TRUE", CODE_FIELD=None, CODE_SYSTEM=None)
    areas = measured.rows("PARCELS", "area_m2")
    (total,) = ledger(layer, AREA_METHOD=OFFICIAL).rows("LEDGER", "area_m2")
    assert round(total * 100) == sum(round(area * 100) for area in areas)
    assert abs(total - 7 * 97 * 103) > 1, "no planar areas"


def test_rows_come_as_people_expect_them_and_every_code_has_a_name():
    rows = [("Q", None, "乙"), (None, None, "乙"), ("X", "X1", "甲"), ("B", "A2", "乙"), ("B", None, "乙"),
            ("A", "Z9", "乙"), ("A", None, None), (None, "A1", "乙"), ("A", "A10", "乙"),
            ("A", "A1", "乙")]  # fmt: skip
    ran = ledger(parcels(*((*row, 1.0) for row in rows)), GROUP_FIELD="村")
    names = ("group", "category", "category_name", "subtype", "subtype_name")
    assert ran.rows("LEDGER", *names) == [
        ("乙", "A", "Farmland consolidation", "A1", "Contiguous permanent basic farmland"),
        ("乙", "A", "Farmland consolidation", "A10", "unknown code"),
        ("乙", "A", "Farmland consolidation", "Z9", "unknown code"),
        ("乙", "B", "Village consolidation", "A2", "High-standard farmland"),
        ("乙", "B", "Village consolidation", None, None),
        ("乙", "Q", "unknown code", None, None),
        ("乙", None, "Not tagged", "A1", "Contiguous permanent basic farmland"),
        ("乙", None, "Not tagged", None, None),
        ("甲", "X", "Special features", "X1", "Historic village"),
        (None, "A", "Farmland consolidation", None, None),
    ]


@pytest.mark.parametrize(("kind", "value", "text"), [(WHOLE, 7, "7"), (NUMBER, 7.0, "7"), (NUMBER, 0.5, "0.5")])
def test_groups_may_be_numbers(kind, value, text):
    ran = ledger(parcels(("A", value), fields=(("zz_cat", str), ("no", kind))), GROUP_FIELD="no")
    assert ran.rows("LEDGER", "group", "category", "subtype") == [(text, "A", None)]


def test_without_any_tag_it_says_so_and_still_adds_up():
    ran = ledger(parcels((None, None, "甲", 1.0), ("", None, "甲", 1.0)))
    assert ran.rows("LEDGER", "category", "parcels", "area_m2", "share") == [(None, 2, 20_000, 1)]
    assert any("No parcel is tagged" in warning for warning in ran.log.warnings)
    assert ran.rows("TARGETS", "done_mu") == [0] * len((*targets(), *counts()))


# --- targets ------------------------------------------------------------------------------------


def test_targets_are_the_policys_and_no_code_serves_two():
    rows = {row["item"]: row for row in read_table("policy_targets_2026")}
    in_area = {item for item, row in rows.items() if row["unit"] in ("亩", "万亩")}
    assert {target.item for target in targets()} == in_area
    assert {t.item: t.mu for t in targets()}["新增耕地"] == 45_000
    assert {t.item: t.mu for t in targets()}["林耕置换"] == 3_000
    codes = [code for target in targets() for code in target.codes]
    assert len(codes) == len(set(codes))
    scheme = read_scheme()
    assert set(codes) <= {term.code for term in (*scheme.categories, *scheme.subtypes())}


def test_progress_counts_each_parcel_once_and_rows_say_their_part():
    ran = ledger(parcels(("C", "C1", "甲", 1.0), ("C", "C2", "甲", 1.0), ("C", "C1", "乙", 1.0), ("C", None, "乙", 1.0),
                         (None, "C1", "乙", 1.0), ("A", "A1", "乙", 1.0)), GROUP_FIELD="村")  # fmt: skip
    done = {row[0]: row[1:] for row in ran.rows("TARGETS", "codes", "done_mu", "target_mu", "target_share")}
    assert done.pop("C1 C2") == (45, 3_000, 0.015)
    assert {row[0] for row in done.values()} == {0}
    rows = ran.rows("LEDGER", "category", "subtype", "target_mu", "target_share")
    assert [row[2:] for row in rows if row[:2] in (("C", "C1"), ("C", "C2"))] == [(3_000, 0.005)] * 3
    assert all(row[2:] == (None, None) for row in rows if row[:2] not in (("C", "C1"), ("C", "C2")))


@given(st.lists(st.tuples(
    st.sampled_from(["", "A", "B", "C", "D"]), st.sampled_from(["", "A2", "B1", "C1", "C3", "D2"]),
    st.integers(0, 10**8).map(lambda k: k / 100),
), max_size=20))  # fmt: skip
def test_progress_is_that_of_brute_force(entries):
    for progress in progress_towards(entries):
        wanted = [round(100 * area) for category, subtype, area in entries
                  if category and subtype in progress.target.codes]  # fmt: skip
        assert progress.done_mu == pytest.approx(float(Fraction(sum(wanted), 100) / MU), abs=5.1e-5)
        assert progress.share == pytest.approx(progress.done_mu / progress.target.mu, abs=1e-6)


def own_scheme(tmp_path, *categories):
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"categories": list(categories)}, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_in_a_scheme_of_ones_own_a_code_counts_only_where_it_means_the_same(tmp_path):
    path = own_scheme(tmp_path, {"code": "A", "zh": "水", "subtypes": [
        {"code": "A2", "zh": "高标准农田建设"}, {"code": "A4", "zh": "水库", "en": "Reservoir"}]})  # fmt: skip
    assert [target.codes for target in targets(read_scheme(path))] == [("A2",)]
    ran = ledger(parcels(("A", "A4", None, 1.0), ("A", "A2", None, 1.0)), CATEGORIES=path)
    assert ran.rows("TARGETS", "codes", "done_mu") == [("A2", 15)]
    assert ran.rows("LEDGER", "subtype_name", "target_mu") == [("高标准农田建设", 160_000), ("Reservoir", None)]
    assert target_of(targets(read_scheme(path)), "A", "A4") is None


# --- the report ---------------------------------------------------------------------------------


def test_the_report_shows_categories_in_their_colours_targets_and_groups(tmp_path):
    path = tmp_path / "ledger.html"
    ledger(parcels(("C", "C1", "甲<b>", 1.0), ("Q", None, "乙", 1.0), (None, None, None, 1.0)),
           GROUP_FIELD="村", REPORT=str(path))  # fmt: skip
    text = path.read_text(encoding="utf-8")
    for words in ("By category", "By sub-type", "Progress towards targets", "By group", "Parameters", "甲&lt;b&gt;",
                  "C Inefficient industry", "C1 Clear and reclaim", "Q unknown code", "Not tagged", "30,000.00",
                  "45.00", "33.33 %", "C1 C2", "judgement"):  # fmt: skip
        assert words in text, words
    colours = {category.code: category.colour for category in read_scheme().categories}
    assert f'bgcolor="{colours["C"]}" width="160"' in text, "the longest bar"
    assert colours["A"] not in text, "no land, no bar"
    assert "甲<b>" not in text


def test_the_report_of_an_empty_layer_and_of_other_categories_can_be_read(tmp_path):
    path, own = tmp_path / "ledger.html", own_scheme(tmp_path, {"code": "W", "zh": "水"})
    ran = ledger(parcels(), REPORT=str(path), CATEGORIES=own)
    assert any("no parcels" in warning for warning in ran.log.warnings)
    text = path.read_text(encoding="utf-8")
    assert "W 水" in text
    assert "none of them counts" in text
    assert "By group" not in text


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "parameters", "words"),
    [
        ((("DLBM", str),), {}, "INPUT: the layer has no field zz_cat. Run “Prepare parcels for tagging”"),
        (FIELDS, {"GROUP_FIELD": "VILLAGE"}, "GROUP_FIELD: the layer has no field “VILLAGE”"),
        (FIELDS[:3], {"AREA_METHOD": FROM_FIELD}, "AREA_FIELD: the layer has no field TBDLMJ"),
        (FIELDS, {"AREA_METHOD": FROM_FIELD, "AREA_FIELD": "zz_sub"}, "AREA_FIELD: 1 features have no area"),
        (FIELDS, {"CATEGORIES": "nowhere.json"}, "CATEGORIES: the file nowhere.json cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_remedy(fields, parameters, words, tmp_path):
    layer = parcels(("A", "A2", "甲", 1.0)[:len(fields)], fields=fields)
    with pytest.raises(QgsProcessingException) as stop:
        ledger(layer, **{"LEDGER": str(tmp_path / "ledger.gpkg"), **parameters})
    assert words in str(stop.value)
    assert not list(tmp_path.iterdir())
