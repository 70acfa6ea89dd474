"""Plan codes over layers: dirty codes, tags, lines, slope, what is listed, and the sample township."""

import json
from collections import Counter

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsRasterLayer, QgsVectorLayer
from scenes import NUMBER, box, contents, layer_of, rows_of, run, saved

from land_consolidation.algorithms.crosswalk import to_use2023
from land_consolidation.algorithms.plan_codes import KINDS
from land_consolidation.algorithms.plan_rules import SHIPPED
from land_consolidation.algorithms.systems import SURVEY
from land_consolidation.algorithms.tables import DOMAIN
from land_consolidation.processing.plan_codes_outputs import FIELDS
from land_consolidation.processing.plan_codes_words import DECIDERS, KIND_NAMES

CODES = "landconsolidation:plancodes"
ROOT = DOMAIN.parent.parent
SAMPLE = f"{ROOT}/resources/sample/township.gpkg|layername="
NAMES = ("DLBM", "zz_cat", "zz_sub", "zz_disp", "zz_plan", "zz_source", "GDPDJB")
TEXTS = tuple((name, str) for name in NAMES)
USE2023, USE2020 = 1, 2


def parcel(code, tag="", disposition=None, plan=None, source="person", slope=None):
    """Values of a parcel: land code, tag such as B1, and the rest."""
    return (code, tag[:1] or None, tag if len(tag) > 1 else None, disposition, plan, source if tag or plan else None,
            slope)  # fmt: skip


def parcels(*rows, fields=TEXTS):
    """Hectares side by side."""
    return layer_of([(box(100 * k, 0, 100 * k + 100, 100), *row) for k, row in enumerate(rows)], fields)


def zone(*boxes):
    return layer_of([(box(*corners),) for corners in boxes], fields=(), name="zone")


def codes(layer, **parameters):
    return run(layer, CODES, **{"AREA_METHOD": 2, **parameters})


def pairs(ran):
    return ran.rows("OUTPUT", "base_code", "plan_code")


# --- base-year codes ----------------------------------------------------------------------------


def test_codes_are_read_as_people_write_them():
    written = [" 702 ", "０１０１", "101", "1104A", "0201k", "601.0", "05h1", "1107A"]
    ran = codes(parcels(*(parcel(code) for code in written)))
    assert ran.rows("OUTPUT", "base_code") == ["0703", "0101", "0101", "1704", "0201", "1001", "09", "1311"]


def test_numbers_are_read_as_codes():
    layer = layer_of([(box(0, 0, 100, 100), 702), (box(100, 0, 200, 100), 101)], (("DLBM", int),))
    assert codes(layer).rows("OUTPUT", "base_code", "base_name") == [("0703", "农村宅基地"), ("0101", "水田")]


@pytest.mark.parametrize(
    ("system", "expected"),
    [(0, ["1001", "0703", "15"]), (USE2023, ["0601", "0702", "09"]), (USE2020, ["0601", "0702", "09"])],
)
def test_the_same_digits_mean_another_thing_in_each_system(system, expected):
    ran = codes(parcels(parcel("0601"), parcel("0702"), parcel("09")), CODE_SYSTEM=system)
    assert ran.rows("OUTPUT", "base_code") == expected
    review = ran.rows("OUTPUT", "review")
    assert review[1] is None
    assert review[0] == (None if system != USE2020 else "060101|1207")


def test_six_digits_of_2020_become_those_of_2023():
    ran = codes(parcels(*(parcel(code) for code in ("060102", "2303", "60101", "1312"))), CODE_SYSTEM=USE2020)
    assert ran.rows("OUTPUT", "base_code") == ["1207", "060102", "060101", "1311"]


def test_a_wrong_system_stops_the_run():
    layer = parcels(*(parcel(code) for code in ("0810", "1109", "1206", "0101")))
    with pytest.raises(QgsProcessingException, match="CODE_SYSTEM: .*“Land survey"):
        codes(layer, CODE_SYSTEM=USE2023)


def test_up_to_five_percent_of_unknown_codes_are_listed():
    rows = [parcel("0101")] * 58 + [parcel("7777"), parcel(None), parcel("1299")]
    ran = codes(parcels(*rows))
    assert ran.rows("OUTPUT", "base_code", "plan_code", "review")[-3:] == [(None, None, "?")] * 3
    listed = ran.rows("REVIEW", "kind", "field", "code", "allowed")
    assert listed == [
        ("unknown_code", "base_code", "7777", "?"), ("no_code", "base_code", None, "?"),
        ("unknown_code", "base_code", "1299", "?"),
    ]
    assert "7777 × 1" in ran.log.all
    with pytest.raises(QgsProcessingException, match=r"CODE_FIELD: 6\.8 %"):
        codes(parcels(*rows[4:], parcel("7778"), parcel("7779")))


def test_several_codes_take_the_default_and_are_marked():
    ran = codes(parcels(parcel("0809"), parcel("1006"), parcel("0101")))
    assert ran.rows("OUTPUT", "base_code", "plan_code", "changed", "review") == [
        ("13", "13", False, "1301|1302|1303|1304|1305|1306|1307|1308|1309|1310|1312"),
        ("0601", "0601", False, "060101|060102"), ("0101", "0101", False, None),
    ]
    assert ran.rows("REVIEW", "kind", "field", "code", "allowed")[1] == (
        "several_codes", "base_code", "0601", "060101|060102")
    assert "1006 can become several codes: 0601 stands" in ran.rows("REVIEW", "why")[1]


def test_codes_decided_after_the_review_come_back_in(tmp_path):
    first = codes(parcels(parcel("0809"), parcel("0204"), parcel("0204"), parcel("0702")),
                  OUTPUT=str(tmp_path / "first.gpkg"))  # fmt: skip
    assert first.results["REVIEW_COUNT"] == 3
    layer = QgsVectorLayer(str(tmp_path / "first.gpkg"), "first", "ogr")
    layer.startEditing()
    shop, garden = [feature.id() for feature in layer.getFeatures()][:2]
    at = layer.fields().lookupField
    layer.changeAttributeValue(shop, at("base_code"), "1303")
    layer.changeAttributeValue(garden, at("review"), None)
    layer.commitChanges()
    again = codes(layer, BASE_FIELD="base_code")
    assert again.rows("OUTPUT", "base_code", "review") == [
        ("1303", None), ("0205", None), ("0205", "0204|0205"), ("0703", None)]  # fmt: skip
    assert again.rows("OUTPUT", "changed") == [False] * 4
    assert codes(layer).rows("OUTPUT", "base_code")[0] == "13", "unless asked for, the survey's code counts"


# --- planned codes ------------------------------------------------------------------------------


def test_a_persons_planned_use_goes_first_and_an_unknown_one_is_left_out():
    ran = codes(parcels(
        parcel("0601", "C1", plan="0904"), parcel("0601", "C1", plan=" 904 "), parcel("0601", "C1", plan="1006"),
        parcel("0601", "C1", plan="0904", source="rule:mine"), parcel("0702", plan="1401", source=None),
    ))  # fmt: skip
    assert pairs(ran) == [("1001", "0904"), ("1001", "0904"), ("1001", "1001"), ("1001", "0904"), ("0703", "1401")]
    assert [json.loads(text)["by"] for text in ran.rows("OUTPUT", "rule")] == [
        "person", "person", "nobody", "tag_rule", "person"]  # fmt: skip
    (listed,) = ran.rows("REVIEW", "kind", "field", "code", "allowed")
    assert listed == ("unknown_plan", "zz_plan", "1006", "1001|100101|100102|100103|1002|1003")


def test_the_rule_table_decides_where_nobody_did():
    ran = codes(parcels(
        parcel("0702", "B1"), parcel("0702", "B1", "retain"), parcel("0601", "C1", slope="5"),
        parcel("0301", "A4", slope="2"), parcel("0101"),
    ))  # fmt: skip
    assert pairs(ran) == [("0703", "0103"), ("0703", "0703"), ("1001", "0301"), ("0301", "0103"), ("0101", "0101")]
    rules = [json.loads(text) for text in ran.rows("OUTPUT", "rule")]
    assert [rule["rule"] for rule in rules] == ["reclaimed", "retained", "reclaimed_steep", "swapped_to_cropland", ""]
    assert {rule["code_system"] for rule in rules} == {"survey"}
    assert {rule["slope_field"] for rule in rules} == {"GDPDJB"}
    reasons = ran.rows("OUTPUT", "reasons")
    assert reasons[0] == "Cleared land is reclaimed as cropland. The slope is not known and was taken as not steep."
    assert reasons[4] == "Not tagged: the use stays."
    assert (ran.results["CHANGED_COUNT"], ran.results["CHANGED_MU"]) == (3, 45)
    assert any("slope is not known" in warning and warning.count("1") for warning in ran.log.warnings)


def test_the_redline_makes_forest_and_lets_nothing_be_built():
    layer = parcels(parcel("0702", "B1"), parcel("0101", plan="1001", source="rule:x"), parcel("0101", plan="1001"))
    assert pairs(codes(layer)) == [("0703", "0103"), ("0101", "1001"), ("0101", "1001")]
    ran = codes(layer, REDLINE=zone((-10, -10, 400, 110)))
    assert pairs(ran) == [("0703", "0301"), ("0101", "0101"), ("0101", "1001")]
    assert ran.rows("REVIEW", "kind", "code", "allowed", "share") == [
        ("redline", "0101", "0101|1001", 1), ("redline", "1001", "0101|1001", 1)]
    said = ran.rows("REVIEW", "why")
    assert "withheld" in said[0]
    assert "A person planned 1001" in said[1]
    assert ran.results["WITHHELD_COUNT"] == 1


def test_a_parcel_on_the_redline_is_listed():
    ran = codes(parcels(parcel("0702", "B1"), parcel("0702", "B1")), REDLINE=zone((40, 0, 130, 100)))
    assert ran.rows("OUTPUT", "plan_code", "review") == [("0301", "0301|0103"), ("0103", "0103|0301")]
    assert ran.rows("REVIEW", "kind", "share") == [("straddles_redline", 0.6), ("straddles_redline", 0.3)]


def test_no_rule_changes_basic_farmland():
    layer = parcels(parcel("0101", "A4", slope="5"), parcel("0702", "B1"), parcel("0101", plan="0201"),
                    parcel("0103", plan="0101"), parcel("0702", "B1"))  # fmt: skip
    ran = codes(layer, BASIC_FARMLAND=zone((0, 0, 50, 100), (100, 0, 400, 100), (400, 0, 400.5, 100)))
    assert pairs(ran) == [("0101", "0101"), ("0703", "0703"), ("0101", "0201"), ("0103", "0101"), ("0703", "0103")]
    assert ran.rows("REVIEW", "kind", "code", "allowed", "share") == [
        ("basic_farmland", "0101", "0101|0301", 0.5), ("basic_farmland", "0703", "0703|0103", 1),
        ("basic_farmland", "0201", "0101|0201", 1)]
    assert ran.results["WITHHELD_COUNT"] == 2
    assert "A person planned 0201 on permanent basic farmland" in ran.rows("REVIEW", "why")[2]


def test_lines_that_are_not_given_are_told():
    log = codes(parcels(parcel("0702", "B1", slope="1"))).log
    assert any(warning.startswith("REDLINE: no layer") for warning in log.warnings)
    assert any(warning.startswith("BASIC_FARMLAND: no layer") for warning in log.warnings)
    assert not codes(parcels(parcel("0702"))).log.warnings


def test_without_tags_the_planned_code_is_that_of_the_base_year():
    ran = codes(layer_of([(box(0, 0, 100, 100), "0601")]))
    assert pairs(ran) == [("1001", "1001")]
    assert "no tag fields" in ran.log.all


def test_an_unknown_tag_changes_nothing():
    ran = codes(parcels(parcel("0702", "Q1"), parcel("0702", "B1", "gone")))
    assert [plan for _, plan in pairs(ran)] == ["0703"] * 2
    assert ran.rows("REVIEW", "kind", "field", "code") == [
        ("unknown_tag", "zz_cat", "Q"), ("unknown_tag", "zz_sub", "Q1"), ("unknown_tag", "zz_disp", "gone")]


def test_categories_and_rules_of_ones_own(tmp_path):
    scheme, rules = tmp_path / "scheme.json", tmp_path / "rules.json"
    scheme.write_text(json.dumps({"categories": [{"code": "W", "en": "Water", "subtypes": [{"code": "W1"}]}]}))
    rule = {"id": "ponds", "subtypes": ["W1"], "base": "01", "becomes": "1704", "reason": {"zh": "塘", "en": "A pond."}}
    rules.write_text(json.dumps({"rules": [rule]}))
    layer = parcels(parcel("0101", "W1"), parcel("0702", "W1"))
    assert pairs(codes(layer, CATEGORIES=str(scheme))) == [("0101", "0101"), ("0703", "0703")]
    ran = codes(layer, CATEGORIES=str(scheme), RULES_FILE=str(rules))
    assert pairs(ran) == [("0101", "1704"), ("0703", "0703")]
    assert ran.rows("OUTPUT", "reasons")[0] == "A pond."
    assert json.loads(ran.rows("OUTPUT", "rule")[0])["rules"] == str(rules)
    with pytest.raises(QgsProcessingException, match="RULES_FILE: rule “ponds”, key “subtypes”.*“W1”"):
        codes(layer, RULES_FILE=str(rules))
    with pytest.raises(QgsProcessingException, match="RULES_FILE: .*cannot be read"):
        codes(layer, RULES_FILE=str(tmp_path / "none.json"))


# --- slope --------------------------------------------------------------------------------------


def test_slope_comes_from_grades_degrees_or_the_terrain():
    fields = (*TEXTS, ("PD", NUMBER))
    rows = [(*parcel("0702", "B1", slope=grade), degrees) for grade, degrees in (
        ("1", 25.1), ("5", 25.0), ("9", None), (None, 95.0))]  # fmt: skip
    layer = parcels(*rows, fields=fields)
    assert [plan for _, plan in pairs(codes(layer))] == ["0103", "0301", "0103", "0103"]
    ran = codes(layer, SLOPE_FIELD="PD", SLOPE_UNIT=1)
    assert [plan for _, plan in pairs(ran)] == ["0301", "0103", "0103", "0103"]
    assert "values in PD that cannot be a slope, taken as unknown: 1" in ran.log.all
    with pytest.raises(QgsProcessingException, match="SLOPE_FIELD: choose the field with the slope in degrees"):
        codes(layer, SLOPE_UNIT=1)


def test_a_terrain_model_gives_the_slope_that_is_missing():
    """Forest of the sample, tagged to be swapped: the survey gives it no slope grade."""
    where = "\"DLBM\" LIKE '03%' AND \"TBMJ\" > 2000"
    tagged = run(f"{SAMPLE}DLTB", "landconsolidation:tagbyexpression", CODE_FIELD=..., CODE_SYSTEM=..., WHERE=where,
                 SUBTYPE="A4")  # fmt: skip
    assert codes(tagged["OUTPUT"]).results["CHANGED_COUNT"] == 0
    ran = codes(tagged["OUTPUT"], DEM=QgsRasterLayer(f"{ROOT}/resources/sample/dem.tif", "dem"))
    rules = Counter(json.loads(text)["rule"] for text in ran.rows("OUTPUT", "rule"))
    assert set(rules) == {"swapped_to_cropland", "swap_forest", ""}
    assert min(rules.values()) > 10
    assert ran.results["CHANGED_COUNT"] == rules["swapped_to_cropland"]
    assert "slope is not known" not in ran.log.all


# --- tables, report, look -----------------------------------------------------------------------


def test_the_summary_adds_up_to_the_parcels_to_a_hundredth():
    ran = run(f"{SAMPLE}DLTB", CODES, CODE_FIELD="DLBM", CODE_SYSTEM=0)
    cents = Counter()
    for base, plan, area in ran.rows("OUTPUT", "base_code", "plan_code", "area_m2"):
        cents[base, plan] += round(area * 100)
    found = {row[:2]: round(row[2] * 100) for row in ran.rows("SUMMARY", "base_code", "plan_code", "area_m2")}
    assert found == dict(cents)
    assert sum(ran.rows("SUMMARY", "parcels")) == 8752
    assert sum(ran.rows("SUMMARY", "open")) == ran.results["REVIEW_COUNT"]


def test_the_summary_is_in_the_order_of_the_codes():
    ran = codes(parcels(*[parcel("0101")] * 30, parcel("0601", "C1"), parcel("0702"), parcel("7777")))
    assert ran.rows("SUMMARY", "base_code", "plan_code", "plan_name", "parcels", "area_mu") == [
        ("0101", "0101", "水田", 30, 450), ("0703", "0703", "农村宅基地", 1, 15), ("1001", "0103", "旱地", 1, 15),
        (None, None, None, 1, 15)]


def test_a_parcel_goes_by_its_bsm_else_by_its_id():
    layer = layer_of([(box(0, 0, 100, 100), "0809", "330001", "West")],
                     (("DLBM", str), ("BSM", str), ("ZLDWMC", str)))  # fmt: skip
    assert codes(layer).rows("REVIEW", "parcel", "village") == [("330001", "West")]
    plain = layer_of([(box(0, 0, 100, 100), "0809")])
    assert codes(plain).rows("REVIEW", "parcel") == [str(next(plain.getFeatures()).id())]


def test_the_report_shows_changes_deciders_and_what_is_open(tmp_path):
    path = tmp_path / "plan.html"
    codes(parcels(parcel("0702", "B1"), parcel("0809"), parcel("0601", plan="0904")), REPORT=str(path))
    text = path.read_text(encoding="utf-8")
    for words in ("0703 Rural homestead", "0103 Dry cropland", "reclaimed", "Several codes possible", "A person"):
        assert words in text
    codes(parcels(parcel("0101")), REPORT=str(path))
    assert "Nothing is left to decide." in path.read_text(encoding="utf-8")


def test_words_are_there_for_every_kind_and_decider():
    assert tuple(KIND_NAMES) == KINDS
    assert set(DECIDERS) == {"person", "tag_rule", "rule", "nobody"}


def test_sentences_come_in_chinese(monkeypatch):
    from land_consolidation.processing import i18n, plan_codes_words

    for module in (i18n, plan_codes_words):
        monkeypatch.setattr(module, "is_chinese", lambda: True)
    ran = codes(parcels(parcel("0702", "B1", slope="1"), parcel("0702", "B3")))
    assert ran.rows("OUTPUT", "reasons") == ["腾退土地复垦为耕地。", "空心村整治未注明处置方式：拆除还是改造由人决定。"]
    assert ran.rows("REVIEW", "why") == ["空心村整治未注明处置方式：拆除还是改造由人决定。"]


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_files_hold_what_memory_holds(ending, tmp_path):
    layer = saved(parcels(parcel("0702", "B1"), parcel("08", plan="0803"), parcel("0809")), tmp_path / f"in.{ending}")
    codes(layer, OUTPUT=str(tmp_path / f"out.{ending}"))
    opened = QgsVectorLayer(str(tmp_path / f"out.{ending}"), "out", "ogr")
    names = ("base_code", "base_name", "plan_code", "changed", "review")
    expected = codes(parcels(parcel("0702", "B1"), parcel("08", plan="0803"), parcel("0809"))).rows("OUTPUT", *names)
    assert [(*row[:3], bool(row[3]), row[4] or None) for row in rows_of(opened, *names)] == expected


def test_no_input_is_changed():
    layers = [parcels(parcel("0702", "B1"), parcel("0809")), zone((0, 0, 50, 50)), zone((0, 0, 50, 50))]
    before = [contents(layer) for layer in layers]
    codes(layers[0], REDLINE=layers[1], BASIC_FARMLAND=layers[2])
    assert [contents(layer) for layer in layers] == before


# --- the sample township ------------------------------------------------------------------------


def test_the_sample_untagged_keeps_every_use():
    ran = run(f"{SAMPLE}DLTB", CODES, CODE_FIELD="DLBM", CODE_SYSTEM=0)
    for code, base, plan, changed, review in ran.rows("OUTPUT", "DLBM", "base_code", "plan_code", "changed", "review"):
        mapped = to_use2023(code, SURVEY)
        assert (base, plan, changed) == (mapped.code, mapped.code, False)
        assert review == ("|".join(mapped.allowed) or None)
    assert [field.name() for field in ran["OUTPUT"].fields()][-len(FIELDS["OUTPUT"]):] == [
        name for name, *_ in FIELDS["OUTPUT"]]  # fmt: skip


def test_the_sample_all_merged_keeps_off_the_binding_lines():
    """Every parcel tagged to be cleared: how much lies inside, QGIS's own tool says."""
    every = run(f"{SAMPLE}DLTB", "landconsolidation:tagbyexpression", CODE_FIELD=..., CODE_SYSTEM=..., WHERE="TRUE",
                SUBTYPE="C1")  # fmt: skip
    tagged = every["OUTPUT"]
    ran = codes(tagged, REDLINE=f"{SAMPLE}STBHHX", BASIC_FARMLAND=f"{SAMPLE}YJJBNTBHTB")
    inside = {}
    for name in ("STBHHX", "YJJBNTBHTB"):
        overlap = processing.run("native:calculatevectoroverlaps", {
            "INPUT": tagged, "LAYERS": [f"{SAMPLE}{name}"], "OUTPUT": "memory:"}, is_child_algorithm=False)["OUTPUT"]
        share = next(field.name() for field in overlap.fields() if field.name().endswith("_pc"))
        inside[name] = dict(rows_of(overlap, "BSM", share))
    rows = ran.rows("OUTPUT", "BSM", "plan_code", "changed")
    withheld = {key for key, kind in ran.rows("REVIEW", "parcel", "kind") if kind == "basic_farmland"}
    forests = 0
    for key, plan, changed in rows:
        if inside["YJJBNTBHTB"][key] > 1.01:
            assert not changed
        elif changed:
            assert plan == ("0301" if inside["STBHHX"][key] > 50.01 else "0103")
            forests += plan == "0301"
    assert forests > 10
    assert withheld
    assert all(inside["YJJBNTBHTB"][key] > 0.99 for key in withheld)


def test_the_shipped_rules_are_in_the_package():
    assert SHIPPED.is_relative_to(ROOT / "resources" / "domain")
