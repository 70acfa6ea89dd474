"""Special places on the sample township: every planted case, contests, and distances against QGIS's own."""

import csv
import json

import plugin_package
import pytest
from calls_urban import SPECIAL
from factories import shapes_of
from qgis.core import QgsGeometry, QgsVectorLayer
from scenes import plain, rows_of, run
from villages import native, relocate, run_settlements

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
DEM = str(FOLDER / "dem.tif")
STATISTICS = {
    "STATISTICS": f"{SOURCE}village_statistics", "JOIN_FIELD": "village", "STATISTICS_JOIN_FIELD": "natural_village",
    "DEM": DEM,
}  # fmt: skip
LAYERS = {"PROTECTED": "protected_villages", "HERITAGE": "heritage", "TOURISM": "tourism"}


@pytest.fixture(scope="module")
def grouped(tmp_path_factory):
    """The sample's settlements, and village relocation's candidates without the protected villages, files."""
    folder = tmp_path_factory.mktemp("sample")
    settlements, candidates = str(folder / "settlements.gpkg"), str(folder / "candidates.gpkg")
    run_settlements(
        f"{SOURCE}DLTB", VILLAGES=f"{SOURCE}natural_village_areas", VILLAGE_NAME_FIELD="natural_village",
        SETTLEMENTS=settlements,
    )  # fmt: skip
    relocate(settlements, HAZARD_AREAS=f"{SOURCE}hazard_areas", CANDIDATES=candidates, **STATISTICS)
    return settlements, candidates


def judge(grouped, **parameters):
    """The sample's settlements judged with every layer of the sample, but for what is given otherwise."""
    every = {
        **STATISTICS, "CANDIDATES": grouped[1], "SITES": "TEMPORARY_OUTPUT",
        **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()}, **parameters,
    }  # fmt: skip
    return run(grouped[0], SPECIAL, **every)


def by_village(ran):
    fields = ran["PLACES"].fields().names()
    found = [dict(zip(fields, map(plain, feature.attributes()))) for feature in ran["PLACES"].getFeatures()]
    villages = {row["village"]: row for row in found}
    assert len(villages) == len(found) == 27
    return villages


@pytest.fixture(scope="module")
def judged(grouped):
    """Places by village, contests, sites, summary, numbers and warnings. No layers, which must not outlive QGIS."""
    ran = judge(grouped)
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    contests = ran.rows(
        "CONTESTS", "settlement", "kind", "subtype", "reasons", "other_category", "other_subtype",
        "other_disposition", "other_reasons")
    sites = ran.rows("SITES", "name", "settlement", "category", "subtype", "area_m2")
    summary = ran.rows("SUMMARY", "subtype", "status", "settlements", "contested", "area_mu")
    return by_village(ran), contests, sites, summary, numbers, list(ran.log.warnings)


def planted(*tools):
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["tool"] in tools]


CASES = {
    "V-PLAIN": ("X1", "Protected: 柳畈"), "V-PROTECTED": ("X1", "Protected: 云坪"),
    "V-HIGH": ("X2", "Alive: 85 households"), "X-TOUR": ("X4", "梅坞茶园民宿"),
}  # fmt: skip
"""Case, sub-type, and what its reasons say: those of this tool, and those that village relocation calls X."""


def test_the_cases_are_all_there():
    own = {case["case_id"].rpartition(":")[2] for case in planted("specialplaces")}
    theirs = {case["case_id"].rpartition(":")[2] for case in planted("villagerelocation") if ";X" in case["expected"]}
    assert own | theirs == set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_a_planted_place_is_found_for_its_reason(case, judged):
    key = next(row["key"] for row in planted("specialplaces", "villagerelocation") if row["case_id"].endswith(case))
    row = judged[0][key]
    subtype, words = CASES[case]
    assert (row["category"], row["subtype"], row["status"], row["disposition"]) == ("X", subtype, "special", "retain")
    assert words in row["reasons"]


def test_decoys_are_left_alone(judged):
    """Those high and not alive, high and unknown, low and ordinary."""
    places = judged[0]
    unknown = places["高坪岭"]
    assert (unknown["status"], unknown["category"]) == ("open", None)
    assert "Whether it is alive is unknown" in unknown["reasons"]
    for name in ("塘后", "石门坎", "水碓坑", "老屋基", "松明岙", "源头坑", "岭背"):
        assert places[name]["category"] is None, name
    high = [row for row in places.values() if row["elev_m"] >= 500]
    assert len(high) >= 3
    for row in high:
        alive = row["households"] is not None and row["households"] >= 30 and row["vacancy"] < 0.2
        assert ("X2" in (row["subtype"] or "") + (row["also"] or "")) == alive


def test_nothing_else_is_special(judged):
    special = {name: row["subtype"] for name, row in judged[0].items() if row["category"]}
    assert special == {"柳畈": "X1", "云坪": "X1", "栗园头": "X1", "天井坪": "X2", "梅坞": "X4", "竹坞": "X3"}


def test_contests_name_both_sides_and_settle_nothing(judged):
    places, contests, _, _, numbers, warnings = judged
    assert numbers["CONTEST_COUNT"] == len(contests) > 0
    by_name = {row[0]: row for row in contests}
    _, kind, subtype, reasons, category, other, disposition, other_reasons = by_name["云坪"]
    assert (kind, subtype, category, other, disposition) == ("moved", "X1", "B", "B2", "merge")
    assert "Protected: 云坪" in reasons and "hazard extent" in other_reasons
    assert "Contested with village relocation" in places["云坪"]["reasons"]
    assert {name for name, row in places.items() if row["contested"]} == set(by_name)
    assert places["云坪"]["subtype"] == "X1", "still special: a person settles it"
    assert "天井坪" not in by_name, "both call it X2"
    assert any("CONTESTS" in text for text in warnings)


def test_where_both_protect_there_is_no_contest(grouped, tmp_path):
    candidates = str(tmp_path / "protected.gpkg")
    relocate(grouped[0], PROTECTED=f"{SOURCE}protected_villages", HAZARD_AREAS=f"{SOURCE}hazard_areas",
             CANDIDATES=candidates, **STATISTICS)  # fmt: skip
    rows = judge(grouped, CANDIDATES=candidates).rows("CONTESTS", "settlement", "kind")
    assert "云坪" not in dict(rows) and "柳畈" not in dict(rows)
    without = judge(grouped, CANDIDATES=candidates, PROTECTED=None, HERITAGE=None)
    assert dict(without.rows("CONTESTS", "settlement", "kind"))["柳畈"] == "only_theirs"


def test_heritage_sites_are_places_too(judged):
    assert {(name, category, subtype) for name, _, category, subtype, _ in judged[2]} == {
        ("澄溪老街（虚构）", "X", "X1"), ("澄溪老酒厂（虚构）", "X", "X1"), ("西溪廊桥（虚构）", "X", "X1"),
    }  # fmt: skip
    assert all(area > 1000 for *_, area in judged[2])


def test_a_list_makes_a_village_historic(grouped):
    named = native("native:extractbyexpression", INPUT=f"{SOURCE}village_statistics",
                   EXPRESSION="\"natural_village\" = '竹坞'")  # fmt: skip
    row = by_village(judge(grouped, LIST=named, LIST_KEY="village", LIST_FIELD="natural_village"))["竹坞"]
    assert row["subtype"] == "X1" and "On the list of historic villages." in row["reasons"]


def test_distances_are_those_of_qgis(grouped, judged):
    layer = QgsVectorLayer(f"{SOURCE}tourism", "tourism", "ogr")
    points = list(zip(rows_of(layer, "kind"), shapes_of(layer)))
    settlements = QgsVectorLayer(grouped[0], "settlements", "ogr")
    for feature in settlements.getFeatures():
        row = judged[0][feature["village"]]
        near = {True: [], False: []}
        for kind, shape in points:
            near[kind == "scenic"].append(feature.geometry().distance(QgsGeometry.fromWkt(shape.wkt)))
        assert row["tourism_m"] == pytest.approx(min(near[False]), abs=0.006)
        assert row["scenic_m"] == pytest.approx(min(near[True]), abs=0.006)


def test_elevations_are_those_of_village_relocation(grouped, judged):
    theirs = dict(rows_of(grouped[1], "village", "elev_m"))
    assert {name: row["elev_m"] for name, row in judged[0].items()} == pytest.approx(theirs, abs=0.01)


def test_what_is_missing_is_unknown_and_said(grouped):
    ran = run(grouped[0], SPECIAL)
    (words,) = [text for text in ran.log.warnings if text.startswith("Not known, which is not to say")]
    for name in ("PROTECTED", "DEM", "STATISTICS", "TOURISM", "SCENIC", "CANDIDATES"):
        assert name in words
    assert set(ran.rows("PLACES", "subtype")) == {None}
    assert all("Not known: elevation, tourism facilities, scenic places." in text for text in ran.rows(
        "PLACES", "reasons"))


def test_summary_adds_up(judged):
    places, _, _, summary, numbers, _ = judged
    assert sum(row[2] for row in summary) == len(places)
    assert sum(row[3] for row in summary) == sum(row["contested"] for row in places.values())
    assert sum(row[4] for row in summary) == pytest.approx(sum(row["area_mu"] for row in places.values()), abs=1e-2)
    assert numbers["SPECIAL_COUNT"] == 6 and numbers["OPEN_COUNT"] == 1


def test_results_are_the_same_every_time(grouped, judged):
    assert by_village(judge(grouped)) == judged[0]


def test_the_rule_names_the_run(judged):
    rule = json.loads(next(iter(judged[0].values()))["rule"])
    assert (rule["tool"], rule["high_elevation"], rule["min_households"]) == ("specialplaces", 500, 30)
    assert set(rule["layers"]) == {*LAYERS, "CANDIDATES"}
