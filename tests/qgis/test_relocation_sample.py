"""Village relocation on the sample township: every planted case for its reason, and measures against QGIS's own."""

import csv
import json
import random

import plugin_package
import pytest
import shapely
from qgis.core import QgsRasterLayer, QgsVectorLayer
from scenes import plain, rows_of
from villages import CRITERIA, native, relocate, run_settlements, ways_by_qgis

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
DEM = str(FOLDER / "dem.tif")
LAYERS = {
    "HAZARD_AREAS": "hazard_areas", "HAZARD_POINTS": "hazard_points", "PROTECTED": "protected_villages",
    "REDLINE": "STBHHX", "WATER_SOURCE": "water_source", "SERVICES": "services", "ROADS": "roads",
}  # fmt: skip


@pytest.fixture(scope="module")
def grouped(tmp_path_factory):
    """The sample's settlements, a file."""
    path = str(tmp_path_factory.mktemp("sample") / "settlements.gpkg")
    run_settlements(
        f"{SOURCE}DLTB", VILLAGES=f"{SOURCE}natural_village_areas", VILLAGE_NAME_FIELD="natural_village",
        SETTLEMENTS=path,
    )  # fmt: skip
    return path


def judge(grouped, **parameters):
    """The sample's settlements judged with every layer of the sample, but for what is given otherwise."""
    every = {
        "STATISTICS": f"{SOURCE}village_statistics", "JOIN_FIELD": "village",
        "STATISTICS_JOIN_FIELD": "natural_village", "DEM": DEM,
        **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()}, **parameters,
    }  # fmt: skip
    return relocate(grouped, **every)


def by_village(ran):
    """Every settlement as a dict of its fields, by village."""
    fields = ran["CANDIDATES"].fields().names()
    found = [dict(zip(fields, map(plain, feature.attributes()))) for feature in ran["CANDIDATES"].getFeatures()]
    villages = {row["village"]: row for row in found}
    assert len(villages) == len(found) == 27, "one settlement to a village"
    return villages


@pytest.fixture(scope="module")
def judged(grouped):
    """by_village of a run, and its numbers; no layers, which must not outlive QGIS."""
    ran = judge(grouped)
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    return by_village(ran), numbers


# --- planted cases ------------------------------------------------------------------------------

BY_HAZARD = ("for its people's safety", "hazard extent", "hazard point")
WORDS = {
    "retain": lambda row: row["disposition"] == "retain",
    "merge": lambda row: row["disposition"] == "merge",
    "undecided": lambda row: row["disposition"] is None and "a person decides" in row["reasons"],
    "agreed": lambda row: row["status"] == "agreed" and row["consent"] == 1
    and "All households consent" in row["reasons"],
    "candidate": lambda row: row["status"] == "candidate" and row["consent"] < 1
    and "a candidate only" in row["reasons"],
    "X1": lambda row: (row["category"], row["subtype"], row["rank"], row["protected"]) == ("X", "X1", None, True)
    and row["reasons"].startswith(f"Protected ({row['village']})"),
    "X2": lambda row: (row["category"], row["subtype"]) == ("X", "X2"),
    "hazard_inside": lambda row: row["hazard_m"] == 0 and row["subtype"] == "B2"
    and "reaches into a surveyed hazard extent" in row["reasons"],
    "hazard_within_100": lambda row: 0 < row["hazard_m"] <= 100 and row["subtype"] == "B2"
    and "hazard point lies" in row["reasons"] and "hazard extent" not in row["reasons"],
    "no_hazard": lambda row: row["hazard_m"] > 100 and row["k_hazard"] == 0 and row["disposition"] == "retain"
    and not any(word in row["reasons"] for word in BY_HAZARD),
    "not_by_hazard": lambda row: row["k_hazard"] == 0 and not any(word in row["reasons"] for word in BY_HAZARD),
    "vacancy_high": lambda row: row["vacancy"] >= 0.3 and row["k_vacancy"] == 1 and row["subtype"] == "B3"
    and "Hollow" in row["reasons"],
    "scattered_mu": lambda row: row["area_mu"] < 5 and row["k_scatter"] == 1 and "below 5 mu" in row["reasons"],
    "scattered_households": lambda row: row["households"] < 10 and "households, below 10" in row["reasons"],
    "in_redline": lambda row: row["in_redline_m2"] == pytest.approx(row["area_m2"], abs=0.05)
    and "ecological redline" in row["reasons"],
    "in_water_source": lambda row: row["in_water_m2"] == pytest.approx(row["area_m2"], abs=0.05)
    and "water-source zone" in row["reasons"],
    "unknown_statistics": lambda row: [row[name] for name in ("vacancy", "households", "consent", "k_vacancy",
                                                              "c_vacancy")] == [None] * 5
    and row["confidence"] == pytest.approx(0.8) and "Not known: Vacancy" in row["reasons"],
}  # fmt: skip
"""What each word of the column `expected` asks of a settlement."""


def planted():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if row["tool"] == "villagerelocation" or row["case_id"] == "V-PLAIN"]


def test_the_cases_are_all_there():
    assert len(planted()) >= 11
    used = {word for case in planted() for word in case["expected"].split(";")}
    assert used <= set(WORDS), "a word that no check of WORDS reads"


@pytest.mark.parametrize("case", planted(), ids=lambda case: case["case_id"])
def test_a_planted_case_is_found_for_its_reason(case, judged):
    row = judged[0][case["key"]]
    for word in case["expected"].split(";"):
        assert WORDS[word](row), (word, row)


def test_nothing_but_the_cases_is_merged_protected_or_left_to_a_person(judged):
    expected = {"merge": set(), "X1": {"栗园头"}, "undecided": {"高坪岭"}}
    for case in planted():
        for word in set(expected) & set(case["expected"].split(";")):
            expected[word].add(case["key"])
    villages, numbers = judged
    assert {name for name, row in villages.items() if row["disposition"] == "merge"} == expected["merge"]
    assert {name for name, row in villages.items() if row["protected"]} == expected["X1"]
    assert {name for name, row in villages.items() if row["disposition"] is None} == expected["undecided"]
    assert numbers["MERGE_COUNT"] == len(expected["merge"])
    assert numbers["UNDECIDED_COUNT"] == len(expected["undecided"])


def test_an_ordinary_village_has_no_ground_against_it(judged):
    """Those that no case is about: retained, and the reasons name nothing but the score."""
    planted_ones = {case["key"] for case in planted()}
    ordinary = [row for name, row in judged[0].items() if name not in planted_ones and not row["protected"]]
    assert len(ordinary) >= 12
    for row in ordinary:
        assert row["disposition"] == "retain", row
        assert not any(word in row["reasons"] for word in (*BY_HAZARD, "Hollow", "Scattered", "redline", "elevation"))


def test_no_protected_village_is_merged_whatever_the_weights(grouped):
    chance = random.Random(3)
    for _ in range(6):
        weights = ";".join(f"{name}={chance.random() ** 3:.6f}" for name in CRITERIA)
        villages = by_village(judge(grouped, WEIGHTS=weights, ROBUSTNESS_RUNS=0, MERGE_SCORE=20, REVIVE_SCORE=5))
        assert {villages[name]["disposition"] for name in ("云坪", "柳畈", "栗园头")} == {"retain"}, weights
        assert villages["石门坎"]["disposition"] == "merge", weights


def test_results_are_the_same_every_time(grouped, judged):
    assert by_village(judge(grouped)) == judged[0]


def test_the_rule_names_the_layers_of_the_run(judged):
    rule = json.loads(next(iter(judged[0].values()))["rule"])
    assert set(rule["layers"]) == set(LAYERS)
    assert rule["counts"] == {
        "HOUSEHOLDS": "households", "DWELLINGS": "dwellings", "VACANT": "vacant", "CONSENTING": "consenting",
    }  # fmt: skip


# --- measures -----------------------------------------------------------------------------------


def values(layer, field, key="village"):
    return dict(rows_of(layer, key, field))


def measured(judged, field):
    return {name: row[field] for name, row in judged[0].items()}


def test_elevation_and_slope_are_those_of_qgis(grouped, judged):
    slope = native("native:slope", INPUT=DEM, Z_FACTOR=1)
    for raster, field in ((DEM, "elev_m"), (slope, "slope_deg")):
        means = native(
            "native:zonalstatisticsfb", INPUT=grouped, INPUT_RASTER=QgsRasterLayer(raster),
            RASTER_BAND=1, COLUMN_PREFIX="z_", STATISTICS=[2],
        )  # fmt: skip
        expected = values(means, "z_mean")
        found = measured(judged, field)
        assert len(set(expected.values())) == 27
        for village, value in found.items():
            assert value == pytest.approx(expected[village], abs=0.0051), (field, village)


def test_hazard_distance_is_that_of_qgis(grouped, judged):
    nearest = {}
    for name in ("hazard_areas", "hazard_points"):
        joined = native("native:joinbynearest", INPUT=grouped, INPUT_2=f"{SOURCE}{name}",
                        FIELDS_TO_COPY=[], DISCARD_NONMATCHING=False, PREFIX="", NEIGHBORS=1)  # fmt: skip
        for village, metres in values(joined, "distance").items():
            nearest[village] = min(metres, nearest.get(village, metres))
    found = measured(judged, "hazard_m")
    assert sum(metres == 0 for metres in found.values()) == 2
    for village, metres in found.items():
        assert metres == pytest.approx(nearest[village], abs=0.0051), village


def test_straight_distance_to_services_is_that_of_qgis(grouped):
    ran = judge(grouped, ROADS=None)
    joined = native("native:joinbynearest", INPUT=grouped, INPUT_2=f"{SOURCE}services",
                    FIELDS_TO_COPY=[], DISCARD_NONMATCHING=False, PREFIX="", NEIGHBORS=1)  # fmt: skip
    expected = {}
    for village, metres in rows_of(joined, "village", "distance"):
        expected.setdefault(village, metres)
    for village, row in by_village(ran).items():
        assert row["service_by"] == "straight"
        assert row["service_km"] == pytest.approx(expected[village] / 1000, abs=0.0000051), village


def test_the_way_by_road_is_that_of_qgis(grouped, judged):
    services, roads = (QgsVectorLayer(f"{SOURCE}{name}", name, "ogr") for name in ("services", "roads"))
    settlements = QgsVectorLayer(grouped, "settlements", "ogr")
    ways = dict(zip(rows_of(settlements, "village"), ways_by_qgis(settlements, services, roads)))
    assert len(set(ways.values())) > 20
    for village, row in judged[0].items():
        assert row["service_by"] == "network"
        # Junctions are taken to the millimetre, some hundred along a way.
        assert row["service_km"] == pytest.approx(ways[village] / 1000, abs=0.00002), village


@pytest.mark.parametrize(
    ("layer", "field"), [("STBHHX", "in_redline_m2"), ("water_source", "in_water_m2")]
)
@pytest.mark.parametrize("method", [0, 2])
def test_areas_inside_zones_are_those_of_qgis_intersection(layer, field, method, grouped):
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    cut = native("native:intersection", INPUT=grouped, OVERLAY=f"{SOURCE}{layer}",
                 INPUT_FIELDS=["village"], OVERLAY_FIELDS=[])  # fmt: skip
    expected = {}
    for feature in cut.getFeatures():
        shape = shapely.from_wkb([feature.geometry().asWkb().data()])
        area = official_area(shape, to_geographic(cut.crs())) if method == 0 else shapely.area(shape)
        expected[feature["village"]] = expected.get(feature["village"], 0.0) + float(area[0])
    assert expected
    ran = judge(grouped, AREA_METHOD=method, ROBUSTNESS_RUNS=0)
    for village, row in by_village(ran).items():
        assert row[field] == pytest.approx(expected.get(village, 0.0), abs=0.011), village
