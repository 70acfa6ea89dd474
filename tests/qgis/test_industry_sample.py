"""Inefficient industry on the sample township: every planted factory for its reason, and areas against QGIS's own."""

import csv
import json

import plugin_package
import pytest
import shapely
from factories import INDUSTRY, shapes_of
from qgis.core import QgsVectorLayer
from scenes import plain, rows_of, run
from villages import MU, native

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
LAYERS = {
    "ENTERPRISES": "enterprises", "BUILDINGS": "buildings", "REDLINE": "STBHHX", "BASIC_FARMLAND": "YJJBNTBHTB",
    "WATER_SOURCE": "water_source", "HERITAGE": "heritage",
}  # fmt: skip


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    """The sample's farmland blocks as our own tool writes them, a file."""
    path = str(tmp_path_factory.mktemp("sample") / "blocks.gpkg")
    run(f"{SOURCE}DLTB", BLOCKS=path)
    return path


def judge(blocks, **parameters):
    """The sample's parcels judged with every layer of the sample, but for what is given otherwise."""
    every = {
        "BOUNDARY": f"{SOURCE}CZKFBJ", "BLOCKS": blocks, "GROUP_FIELD": "ZLDWMC",
        **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()}, **parameters,
    }  # fmt: skip
    return run(f"{SOURCE}DLTB", INDUSTRY, **every)


def by_parcel(ran):
    """Every industrial parcel as a dict of its fields, by BSM."""
    fields = ran["PARCELS"].fields().names()
    found = [dict(zip(fields, map(plain, feature.attributes()))) for feature in ran["PARCELS"].getFeatures()]
    parcels = {row["BSM"]: row for row in found}
    assert len(parcels) == len(found)
    return parcels


@pytest.fixture(scope="module")
def judged(blocks):
    """by_parcel without and with logistics, then summary and numbers of the first.

    No layers, which must not outlive QGIS.
    """
    ran = judge(blocks)
    summary = ran.rows("SUMMARY", "group", "disposal", "parcels", "outside_mu", "reclaim_mu", "target_share")
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    return by_parcel(ran), by_parcel(judge(blocks, INCLUDE_LOGISTICS=True)), summary, numbers


# --- planted cases ------------------------------------------------------------------------------


def suggested(disposal, category, subtype):
    """A check that this is suggested, that what it gives back fits, and that the reasons say so."""
    back = disposal in ("clear", "move")
    words = {"clear": "clear and reclaim", "move": "move to a park and reclaim", "upgrade": "upgrade within limits",
             "keep": "keep, boundary review", "convert": "convert"}  # fmt: skip
    return lambda row: (row["candidate"], row["disposal"], row["category"], row["subtype"]) == (
        True, disposal, category, subtype
    ) and row["reclaim_mu"] == (row["outside_mu"] if back else 0) and f"Suggested: {words[disposal]}." in row["reasons"]


WORDS = {
    "clear": suggested("clear", "C", "C1"),
    "move": suggested("move", "C", "C2"),
    "upgrade": suggested("upgrade", "C", "C3"),
    "keep": suggested("keep", "C", None),
    "convert": suggested("convert", "X", "X4"),
    "candidate": lambda row: row["candidate"] and row["category"] == "C" and row["score"] is not None,
    "not_candidate": lambda row: not row["candidate"] and "no candidate." in row["reasons"]
    and [row[name] for name in ("disposal", "category", "subtype", "score")] == [None] * 4 and row["reclaim_mu"] == 0,
    "outside_share>=0.5": lambda row: 0.5 <= row["outside_share"] < 1,
    "outside_share<0.5": lambda row: 0 < row["outside_share"] < 0.5,
    "cluster": lambda row: row["candidate"] and row["cluster_mu"] >= 2 * row["area_mu"] and row["cluster_mu"] > 5
    and "Stray" not in row["reasons"],
    "water_source": lambda row: row["water_m2"] == pytest.approx(row["area_m2"], abs=0.05)
    and "water-source zone" in row["reasons"],
    "basic_farmland": lambda row: row["basic_farmland_m2"] == pytest.approx(row["area_m2"], rel=0.01)
    and "recorded as permanent basic farmland" in row["reasons"],
    "unknown_grade": lambda row: row["candidate"] and row["grade"] is None and "(not rated)" in row["reasons"]
    and "Not known: rating" in row["reasons"],
    "logistics": lambda row: row["DLBM"] == "0508",
}  # fmt: skip
"""What each word of the column `expected` asks of a parcel."""
GROUNDS = {
    "C-F01": lambda row: row["grade"] == "D" and row["near_block_mu"] >= 100 and "lies beside it" in row["reasons"],
    "C-F02": lambda row: row["grade"] == "C" and "Stray" in row["reasons"],
    "C-F03": lambda row: row["grade"] == "B", "C-F04": lambda row: row["grade"] == "A",
    "C-F05": lambda row: row["grade"] == "D" and row["outside_m2"] == 0,
    "C-F07": lambda row: row["grade"] == "D" and "2 enterprises" in row["reasons"] and "(B)" in row["reasons"]
    and "the worst rating, D, counts." in row["reasons"],
    "C-F09": lambda row: "heritage or tourism site" in row["reasons"],
    "C-F13": lambda row: row["grade"] == "B",
}  # fmt: skip
"""What the case's reason names besides, such as the rating."""


def planted():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["tool"] == "inefficientindustry"]


def test_the_cases_are_all_there():
    assert len(planted()) == 16
    assert {case["layer"] for case in planted()} == {"DLTB"}
    used = {word for case in planted() for word in case["expected"].split(";")}
    assert used == set(WORDS), "a word that no check of WORDS reads, or a check without a case"
    assert set(GROUNDS) <= {case["case_id"] for case in planted()}


@pytest.mark.parametrize("case", planted(), ids=lambda case: case["case_id"])
def test_a_planted_factory_is_found_for_its_reason(case, judged):
    parcels, with_logistics, _, _ = judged
    row = (with_logistics if "logistics" in case["expected"] else parcels)[case["key"]]
    for word in case["expected"].split(";"):
        assert WORDS[word](row), (word, row)
    assert GROUNDS.get(case["case_id"], lambda row: True)(row), (case["why_en"], row)


def key_of(case_id):
    return next(case["key"] for case in planted() if case["case_id"] == case_id)


def test_logistics_come_in_only_when_asked_for(judged):
    parcels, with_logistics, _, _ = judged
    assert key_of("C-F12") not in parcels
    assert set(parcels) < set(with_logistics)
    assert {with_logistics[key]["DLBM"] for key in set(with_logistics) - set(parcels)} == {"0508"}
    assert {row["DLBM"] for row in parcels.values()} == {"0601"}


def test_the_three_neighbours_are_one_cluster(judged):
    rows = [judged[0][key_of(f"C-F06{letter}")] for letter in "abc"]
    assert len({row["cluster_id"] for row in rows}) == 1
    assert rows[0]["cluster_mu"] == pytest.approx(sum(row["area_mu"] for row in rows), abs=1e-3)


def test_nothing_but_the_cases_is_a_candidate(judged):
    """What lies inside never is, and no other factory of the sample lies outside."""
    expected = {case["key"] for case in planted()} - {key_of(name) for name in ("C-F05", "C-F12", "C-F14")}
    parcels, _, _, numbers = judged
    assert {key for key, row in parcels.items() if row["candidate"]} == expected
    assert numbers["CANDIDATE_COUNT"] == len(expected) == 13
    ordinary = [row for key, row in parcels.items() if key not in {case["key"] for case in planted()}]
    assert len(ordinary) >= 15
    assert {row["outside_m2"] for row in ordinary} == {0}
    assert {row["reasons"] for row in ordinary} == {"Wholly inside the boundary: no candidate."}


def test_whatever_the_evidence_nothing_inside_is_a_candidate(blocks, judged):
    loose = by_parcel(judge(blocks, OUTSIDE_SHARE=0, STRAY_MU=1e6, LOW_FAR=99, LOW_COVERAGE=1, LOW_TAX_RATIO=99))
    inside = {key for key, row in judged[0].items() if row["outside_m2"] == 0}
    assert len(inside) > 15
    assert not any(loose[key]["candidate"] for key in inside)
    assert loose[key_of("C-F14")]["candidate"], "a share of 0 takes whatever reaches out"


def test_the_summary_adds_up_by_village(judged):
    parcels, _, summary, numbers = judged
    candidates = [row for row in parcels.values() if row["candidate"]]
    assert len(summary) == len({(row["ZLDWMC"], row["disposal"]) for row in candidates})
    for group, disposal, count, outside, reclaim, share in summary:
        own = [row for row in candidates if (row["ZLDWMC"], row["disposal"]) == (group, disposal)]
        assert count == len(own) > 0
        assert outside == pytest.approx(sum(row["outside_mu"] for row in own), abs=1e-3)
        assert reclaim == pytest.approx(sum(row["reclaim_mu"] for row in own), abs=1e-3)
        assert share == pytest.approx(reclaim / 3_000, abs=1e-6)
    assert numbers["RECLAIM_MU"] == pytest.approx(sum(row[4] for row in summary), abs=1e-2)
    assert numbers["OUTSIDE_MU"] == pytest.approx(sum(row[3] for row in summary), abs=1e-2)


def test_results_are_the_same_every_time(blocks, judged):
    assert by_parcel(judge(blocks)) == judged[0]


def test_the_rule_names_the_layers_of_the_run(judged):
    rule = json.loads(next(iter(judged[0].values()))["rule"])
    assert set(rule["layers"]) == {*LAYERS, "BLOCKS"} - {"ENTERPRISES"}
    assert (rule["code_system"], rule["logistics"], rule["tax_mean_from"]) == ("survey", False, "data")
    taxes = [tax for tax in rows_of(f"{SOURCE}enterprises", "tax_per_mu") if tax is not None]
    assert rule["tax_mean"] == pytest.approx(sum(taxes) / len(taxes), abs=1e-6)


# --- measures -----------------------------------------------------------------------------------


def test_areas_are_those_that_the_survey_records(judged):
    recorded = dict(rows_of(f"{SOURCE}DLTB", "BSM", "TBMJ"))
    for key, row in judged[0].items():
        assert row["area_m2"] == pytest.approx(recorded[key], abs=0.0101)
        assert row["area_mu"] == pytest.approx(row["area_m2"] / MU, abs=1e-4)


@pytest.fixture(scope="module")
def factories(tmp_path_factory):
    """The industrial parcels of the sample, a file."""
    path = str(tmp_path_factory.mktemp("sample") / "factories.gpkg")
    native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB", EXPRESSION="\"DLBM\" = '0601'", OUTPUT=path)
    return path


@pytest.mark.parametrize("method", [0, 2])
def test_areas_outside_are_those_of_qgis_difference(method, blocks, factories):
    left = native("native:difference", INPUT=factories, OVERLAY=f"{SOURCE}CZKFBJ")
    expected = dict(zip(rows_of(left, "BSM"), measured(left, method)))
    assert len(expected) == 14
    for key, row in by_parcel(judge(blocks, AREA_METHOD=method)).items():
        assert row["outside_m2"] == pytest.approx(expected.get(key, 0.0), abs=0.0151), key


@pytest.mark.parametrize(
    ("layer", "field"), [("STBHHX", "redline_m2"), ("YJJBNTBHTB", "basic_farmland_m2"), ("water_source", "water_m2")]
)
@pytest.mark.parametrize("method", [0, 2])
def test_areas_inside_zones_are_those_of_qgis_intersection(layer, field, method, blocks, factories):
    whole = native("native:dissolve", INPUT=f"{SOURCE}{layer}")
    cut = native("native:intersection", INPUT=factories, OVERLAY=whole, INPUT_FIELDS=["BSM"], OVERLAY_FIELDS=[])
    expected = {}
    for key, area in zip(rows_of(cut, "BSM"), measured(cut, method)):
        expected[key] = expected.get(key, 0.0) + area
    for key, row in by_parcel(judge(blocks, AREA_METHOD=method)).items():
        assert row[field] == pytest.approx(expected.get(key, 0.0), abs=0.011), key


def test_coverage_and_floor_area_are_those_of_qgis_intersection(blocks, factories, judged):
    cut = native("native:intersection", INPUT=f"{SOURCE}buildings", OVERLAY=factories, INPUT_FIELDS=["floors"],
                 OVERLAY_FIELDS=["BSM"])  # fmt: skip
    land = dict(zip(rows_of(factories, "BSM"), shapely.area(shapes_of(QgsVectorLayer(factories, "f", "ogr")))))
    covered, floors = {}, {}
    for (key, levels), area in zip(rows_of(cut, "BSM", "floors"), shapely.area(shapes_of(cut))):
        covered[key] = covered.get(key, 0.0) + area / land[key]
        floors[key] = floors.get(key, 0.0) + levels * area / land[key]
    assert len(covered) > 20
    for key, row in judged[0].items():
        assert row["coverage"] == pytest.approx(covered.get(key, 0.0), abs=6e-5)
        assert row["far"] == pytest.approx(floors.get(key, 0.0), abs=6e-5)


def test_the_block_beside_is_the_largest_within_the_gap(blocks, factories, judged):
    shapes = shapes_of(QgsVectorLayer(blocks, "blocks", "ogr"))
    large = [(mu, number, shape) for (number, mu), shape in zip(rows_of(blocks, "block_id", "net_mu"), shapes)
             if mu >= 100]  # fmt: skip
    assert len(large) > 3
    for key, parcel in zip(rows_of(factories, "BSM"), shapes_of(QgsVectorLayer(factories, "f", "ogr"))):
        near = [(mu, number) for mu, number, shape in large if shape.distance(parcel) <= 20]
        mu, number = max(near, default=(None, None))
        row = judged[0][key]
        assert (row["near_block"], row["near_block_mu"]) == (number, mu and pytest.approx(mu, abs=1e-4)), key


def measured(layer, method):
    """Area of every feature, official (0) or on the map plane."""
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    shapes = shapes_of(layer)
    return (official_area(shapes, to_geographic(layer.crs())) if method == 0 else shapely.area(shapes)).tolist()
