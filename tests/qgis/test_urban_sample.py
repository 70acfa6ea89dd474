"""Inefficient urban land on the sample township: every planted case for its reason, and areas against QGIS's own."""

import csv
import json

import plugin_package
import pytest
import shapely
from calls_urban import URBAN
from factories import shapes_of
from qgis.core import QgsVectorLayer
from scenes import plain, rows_of, run
from villages import MU, native

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
LAYERS = {"BUILDINGS": "buildings", "HAZARDS": "hazard_areas", "HISTORIC": "heritage"}


def judge(**parameters):
    """The sample's parcels judged with every layer of the sample, but for what is given otherwise."""
    every = {
        "BOUNDARY": f"{SOURCE}CZKFBJ", "GROUP_FIELD": "ZLDWMC",
        **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()}, **parameters,
    }  # fmt: skip
    return run(f"{SOURCE}DLTB", URBAN, **every)


def by_field(ran, output, key):
    fields = ran[output].fields().names()
    found = [dict(zip(fields, map(plain, feature.attributes()))) for feature in ran[output].getFeatures()]
    rows = {row[key]: row for row in found}
    assert len(rows) == len(found)
    return rows


@pytest.fixture(scope="module")
def judged():
    """Parcels by BSM, areas by number, the summary and the numbers. No layers, which must not outlive QGIS."""
    ran = judge()
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    summary = ran.rows("SUMMARY", "group", "status", "subtype", "parcels", "area_mu")
    return by_field(ran, "PARCELS", "BSM"), by_field(ran, "AREAS", "area_id"), summary, numbers


def planted():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["tool"] == "inefficienturban"]


def test_the_cases_are_all_there():
    assert len(planted()) == 9
    assert {case["expected"] for case in planted()} == {"candidate", "D3"}


GROUNDS = {
    "D-old_works": lambda row: row["far"] < 0.6 and "Floor-area ratio 0.0" in row["reasons"],
    "D-old_market": lambda row: row["coverage"] < 0.3 and "Building coverage" in row["reasons"],
    "D-old_street": lambda row: row["built_year"] < 1950 and "protected, whatever the evidence" in row["reasons"],
}


@pytest.mark.parametrize("case", planted(), ids=lambda case: case["case_id"])
def test_a_planted_place_is_found_for_its_reason(case, judged):
    parcels, areas, _, _ = judged
    row = parcels[case["key"]]
    assert row["category"] == "D"
    if case["expected"] == "D3":
        assert (row["status"], row["subtype"]) == ("historic", "D3")
    else:
        assert row["status"] == "candidate" and row["subtype"] in ("D1", "D2")
        assert "a candidate." in row["reasons"]
    assert areas[row["area_id"]]["subtype"] == row["subtype"]
    assert GROUNDS[case["case_id"].rsplit("-", 1)[0]](row), row


def test_the_old_works_are_one_area_for_contiguous_redevelopment(judged):
    parcels, areas, _, _ = judged
    keys = [case["key"] for case in planted() if "old_works" in case["case_id"]]
    assert len({parcels[key]["area_id"] for key in keys}) == 1
    assert {parcels[key]["subtype"] for key in keys} == {"D2"}
    assert areas[parcels[keys[0]]["area_id"]]["area_mu"] >= 10


def test_nothing_on_a_historic_site_is_ever_redeveloped():
    """Not even when it is on the list, everything speaks against it, and areas may be as wide as the town."""
    ran = judge(LISTED="TRUE", LOW_FAR=99, LOW_COVERAGE=1, MIN_EVIDENCE=1, GAP=2000, BUILT_BEFORE=2100)
    sites = native("native:dissolve", INPUT=f"{SOURCE}heritage")
    (site,) = shapes_of(sites)
    for subtype, shape in zip(ran.rows("AREAS", "subtype"), shapes_of(ran["AREAS"])):
        shared = shape.intersection(site).area
        assert (shared > 1) == (subtype == "D3"), subtype


def test_good_housing_parks_and_schools_are_left_alone(judged):
    parcels, _, _, _ = judged
    parks = [row for row in parcels.values() if row["DLBM"].startswith("0810")]
    schools = [row for row in parcels.values() if row["DLBM"].startswith("08H")]
    assert len(parks) > 20 and len(schools) > 10
    assert {row["status"] for row in (*parks, *schools)} <= {"other", "historic"}
    dense = [row for row in parcels.values() if row["far"] >= 0.6 and (row["built_year"] or 0) >= 1990]
    assert len(dense) > 60
    assert {row["status"] for row in dense} <= {"other", "historic"}
    assert not any(row["DLBM"].startswith(("10", "11", "01")) for row in parcels.values())


def test_land_outside_the_boundary_is_not_looked_at(judged):
    cut = native("native:intersection", INPUT=f"{SOURCE}DLTB", OVERLAY=native(
        "native:dissolve", INPUT=f"{SOURCE}CZKFBJ"), INPUT_FIELDS=["BSM"], OVERLAY_FIELDS=[])  # fmt: skip
    within = {}
    for key, shape in zip(rows_of(cut, "BSM"), shapes_of(cut)):
        within[key] = within.get(key, 0.0) + shape.area
    layer = QgsVectorLayer(f"{SOURCE}DLTB", "DLTB", "ogr")
    whole = dict(zip(rows_of(layer, "BSM"), shapely.area(shapes_of(layer))))
    for key, row in judged[0].items():
        assert row["inside_share"] == pytest.approx(within[key] / whole[key], abs=1e-5)
        assert row["inside_share"] >= 0.5


def test_areas_are_those_of_qgis_dissolve(judged):
    ran = judge(AREA_METHOD=2)
    chosen = native("native:extractbyexpression", INPUT=ran["PARCELS"], EXPRESSION='"area_id" IS NOT NULL')
    merged = native("native:dissolve", INPUT=chosen, FIELD=["area_id"])
    theirs = dict(zip(rows_of(merged, "area_id"), shapes_of(merged)))
    ours = dict(zip(ran.rows("AREAS", "area_id"), shapes_of(ran["AREAS"])))
    assert set(ours) == set(theirs) and len(ours) > 5
    recorded = dict(ran.rows("AREAS", "area_id", "area_m2"))
    for number, shape in ours.items():
        assert shape.symmetric_difference(theirs[number]).area < 0.01
        assert recorded[number] == pytest.approx(theirs[number].area, abs=0.011)


def test_parcels_of_an_area_are_those_within_the_gap(judged):
    """Against a count by brute force, and by QGIS's buffers of half the gap."""
    ran = judge()
    candidates = native("native:extractbyexpression", INPUT=ran["PARCELS"], EXPRESSION="\"status\" = 'candidate'")
    grown = native("native:buffer", INPUT=candidates, DISTANCE=10, SEGMENTS=40, DISSOLVE=True)
    parts = native("native:multiparttosingleparts", INPUT=grown)
    assert parts.featureCount() == sum(subtype != "D3" for subtype in ran.rows("AREAS", "subtype"))


def test_coverage_and_floor_area_are_those_of_qgis_intersection(judged):
    cut = native("native:intersection", INPUT=f"{SOURCE}buildings", OVERLAY=f"{SOURCE}DLTB", INPUT_FIELDS=["floors"],
                 OVERLAY_FIELDS=["BSM"])  # fmt: skip
    layer = QgsVectorLayer(f"{SOURCE}DLTB", "DLTB", "ogr")
    land = dict(zip(rows_of(layer, "BSM"), shapely.area(shapes_of(layer))))
    covered, floors = {}, {}
    for (key, levels), area in zip(rows_of(cut, "BSM", "floors"), shapely.area(shapes_of(cut))):
        covered[key] = covered.get(key, 0.0) + area / land[key]
        floors[key] = floors.get(key, 0.0) + levels * area / land[key]
    for key, row in judged[0].items():
        assert row["coverage"] == pytest.approx(covered.get(key, 0.0), abs=6e-5)
        assert row["far"] == pytest.approx(floors.get(key, 0.0), abs=6e-5)


def test_summary_and_numbers_add_up(judged):
    parcels, areas, summary, numbers = judged
    assert sum(row[3] for row in summary) == len(parcels)
    assert sum(row[4] for row in summary) == pytest.approx(sum(row["area_mu"] for row in parcels.values()), abs=1e-2)
    candidates = [row for row in parcels.values() if row["status"] == "candidate"]
    assert numbers["CANDIDATE_COUNT"] == len(candidates)
    assert numbers["CANDIDATE_MU"] == pytest.approx(sum(row["area_m2"] for row in candidates) / MU, abs=1e-3)
    assert numbers["AREA_COUNT"] == sum(area["subtype"] != "D3" for area in areas.values())
    large = sum(row["area_mu"] for row in parcels.values() if row["subtype"] == "D2")
    assert numbers["REDEVELOPMENT_MU"] == pytest.approx(large, abs=1e-2)


def test_results_are_the_same_every_time(judged):
    again = judge()
    assert by_field(again, "PARCELS", "BSM") == judged[0]
    assert by_field(again, "AREAS", "area_id") == judged[1]


def test_the_rule_names_the_layers_of_the_run(judged):
    rule = json.loads(next(iter(judged[0].values()))["rule"])
    assert (rule["tool"], rule["code_system"], rule["gap"], rule["min_area_mu"]) == (
        "inefficienturban", "survey", 20, 10)  # fmt: skip
    assert set(rule["layers"]) == set(LAYERS)
