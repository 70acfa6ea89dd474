"""Restoring cropland on the sample township: the planted cases, and areas, contact and slope against QGIS's own."""

import csv
import json

import plugin_package
import pytest
import shapely
from calls_restoration import RESTORATION
from qgis.core import QgsVectorLayer
from scenes import plain, rows_of, run
from villages import MU, native

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
LAYERS = {"HIGH_STANDARD": "high_standard_farmland", "BASIC_FARMLAND": "YJJBNTBHTB", "REDLINE": "STBHHX"}


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    """The sample's farmland blocks as our own tool writes them, a file."""
    path = str(tmp_path_factory.mktemp("sample") / "blocks.gpkg")
    run(f"{SOURCE}DLTB", BLOCKS=path)
    return path


def restore(blocks, **parameters):
    """The sample's restorable parcels with every layer of the sample, but for what is given otherwise."""
    every = {
        "BLOCKS": blocks, "DEM": str(FOLDER / "dem.tif"), "GROUP_FIELD": "ZLDWMC",
        **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()}, **parameters,
    }  # fmt: skip
    return run(f"{SOURCE}DLTB", RESTORATION, **every)


def by_parcel(ran):
    """Every restorable parcel as a dict of its fields, by BSM."""
    fields = ran["PARCELS"].fields().names()
    found = [dict(zip(fields, map(plain, feature.attributes()))) for feature in ran["PARCELS"].getFeatures()]
    return {row["BSM"]: row for row in found}


@pytest.fixture(scope="module")
def restored(blocks):
    """by_parcel, tables and numbers of a run with K classes and a target; no layers, which must not outlive QGIS."""
    ran = restore(blocks, INCLUDE_K=True, TARGET_MU=1500)
    summary = ran.rows("SUMMARY", "group", "tier", "parcels", "area_mu", "within_mu")
    growth = ran.rows("GROWTH", "blocks", "parcels", "restored_mu", "block_mu", "new_block_mu", "new_class", "rises")
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    return by_parcel(ran), summary, growth, numbers


def planted():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["tool"] == "farmlandrestoration"]


def test_the_cases_are_all_there():
    assert {case["case_id"] for case in planted()} == {"A-JKHF", "A-GCHF", "A-TOUCH"}


@pytest.mark.parametrize("case", planted(), ids=lambda case: case["case_id"])
def test_a_planted_parcel_is_in_its_tier_for_its_reason(case, restored):
    row = restored[0][case["key"]]
    assert f"tier{row['tier']}" == case["expected"]
    assert (row["category"], row["subtype"], row["within_target"]) == ("A", "A3", True)
    assert row["restore"] == {"A-JKHF": "JKHF", "A-GCHF": "GCHF", "A-TOUCH": "JKHF"}[case["case_id"]]
    if case["case_id"] == "A-TOUCH":
        assert row["standard_m2"] == 0
        assert row["block_mu"] >= 100
        assert row["new_block_mu"] == pytest.approx(row["block_mu"] + row["area_mu"], abs=2e-4)
        assert "It touches a farmland block of" in row["reasons"]
    else:
        assert row["standard_m2"] == pytest.approx(row["area_m2"], abs=0.05)
        assert "It lies in high-standard farmland" in row["reasons"]


def test_what_the_survey_records_is_restorable_and_nothing_else(restored):
    wanted = {
        key for key, code, said in rows_of(f"{SOURCE}DLTB", "BSM", "DLBM", "ZZSXDM")
        if said in ("JKHF", "GCHF") or code.endswith("K")
    }  # fmt: skip
    assert set(restored[0]) == wanted
    assert len(wanted) == 811 + 35 + 25 + 12 + 15


def test_left_out_says_why_and_carries_no_category(restored):
    out = [row for row in restored[0].values() if row["tier"] is None]
    assert len(out) == 16
    for row in out:
        assert [row[name] for name in ("rank", "cumulative_mu", "category", "subtype")] == [None] * 4
        assert ("ecological redline" in row["reasons"]) == (row["redline_m2"] >= 1)
        assert ("steeper than 25°" in row["reasons"]) == (row["slope"] > 25)
        assert row["redline_m2"] >= 1 or row["slope"] > 25
    ranked = [row for row in restored[0].values() if row["tier"]]
    assert max(row["redline_m2"] for row in ranked) < 1
    assert max(row["slope"] for row in ranked) <= 25


def test_areas_in_zones_are_those_of_qgis(restored, tmp_path):
    parcels = str(tmp_path / "restorable.gpkg")
    keys = ",".join(f"'{key}'" for key in restored[0])
    native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB", EXPRESSION=f'"BSM" IN ({keys})', OUTPUT=parcels)
    for name, field in (("high_standard_farmland", "standard_m2"), ("YJJBNTBHTB", "basic_farmland_m2"),
                        ("STBHHX", "redline_m2")):  # fmt: skip
        whole = native("native:dissolve", INPUT=f"{SOURCE}{name}")
        cut = native("native:intersection", INPUT=parcels, OVERLAY=whole, INPUT_FIELDS=["BSM"], OVERLAY_FIELDS=[])
        expected = {}
        shapes = [shapely.from_wkb(bytes(f.geometry().asWkb())) for f in cut.getFeatures()]
        for key, area in zip(rows_of(cut, "BSM"), shapely.area(shapes).tolist()):
            expected[key] = expected.get(key, 0.0) + area
        assert sum(area > 1 for area in expected.values()) >= 8
        for key, row in restored[0].items():
            # Official against planar: this near to the central meridian they differ by less than 1 in 10,000.
            assert row[field] == pytest.approx(expected.get(key, 0.0), rel=2e-4, abs=0.05), (name, key)


def test_areas_are_those_that_the_survey_records(restored):
    recorded = dict(rows_of(f"{SOURCE}DLTB", "BSM", "TBMJ"))
    for key, row in restored[0].items():
        assert row["area_m2"] == pytest.approx(recorded[key], abs=0.0101)


def test_the_block_touched_is_the_largest_that_qgis_finds(blocks, restored, tmp_path):
    """Joined by location: intersects, the parcel grown by a millimetre."""
    parcels = native("native:buffer", INPUT=f"{SOURCE}DLTB", DISTANCE=0.0005, SEGMENTS=1)
    joined = native("native:joinattributesbylocation", INPUT=parcels, JOIN=blocks, PREDICATE=[0],
                    JOIN_FIELDS=["block_id", "net_mu"], METHOD=0, DISCARD_NONMATCHING=True, PREFIX="of_")  # fmt: skip
    best = {}
    for key, number, mu in rows_of(joined, "BSM", "of_block_id", "of_net_mu"):
        best[key] = max(best.get(key, (0, None)), (mu, number))
    assert sum(key in best for key in restored[0]) > 300
    for key, row in restored[0].items():
        mu, number = best.get(key, (None, None))
        assert (row["block_mu"], row["block_id"]) == (mu and pytest.approx(mu, abs=1e-4), number), key


def test_slope_is_about_that_of_qgis(restored):
    """QGIS's own slope, averaged by its own zonal statistics."""
    slope = native("native:slope", INPUT=str(FOLDER / "dem.tif"), Z_FACTOR=1)
    means = native("native:zonalstatisticsfb", INPUT_RASTER=slope, INPUT=f"{SOURCE}DLTB", STATISTICS=[2],
                   COLUMN_PREFIX="s_")  # fmt: skip
    expected = dict(rows_of(means, "BSM", "s_mean"))
    for key, row in restored[0].items():
        assert row["slope"] == pytest.approx(expected[key], abs=0.05), key


def test_the_line_falls_where_the_target_is_reached(restored):
    parcels, summary, _, numbers = restored
    rows = sorted((row for row in parcels.values() if row["tier"]), key=lambda row: row["rank"])
    total = 0.0
    for row in rows:
        before, total = total, total + row["area_m2"] / MU
        assert row["cumulative_mu"] == pytest.approx(total, abs=1e-3)
        assert row["within_target"] == (before < 1500)
    last = max(row["rank"] for row in rows if row["within_target"])
    assert (numbers["TARGET_RANK"], numbers["RESTORABLE_COUNT"]) == (last, len(rows))
    assert numbers["WITHIN_MU"] == pytest.approx(rows[last - 1]["cumulative_mu"], abs=1e-3)
    assert sum(row[2] for row in summary) == len(parcels)
    assert sum(row[4] for row in summary) == pytest.approx(numbers["WITHIN_MU"], abs=0.01)


def test_the_tiers_come_one_after_the_other(restored):
    rows = sorted((row for row in restored[0].values() if row["tier"]), key=lambda row: row["rank"])
    assert [row["tier"] for row in rows] == sorted(row["tier"] for row in rows)
    for one, other in zip(rows, rows[1:]):
        if one["tier"] == other["tier"]:
            assert (one["slope"], -one["area_m2"]) <= (other["slope"], -other["area_m2"])


def test_blocks_grow_by_what_is_restored_there(restored):
    parcels, _, growth, numbers = restored
    known = {row["block_id"]: row["block_mu"] for row in parcels.values() if row["block_id"]}
    assert numbers["RISING_BLOCKS"] == sum(row[-1] for row in growth) == 1
    assert len(growth) > 10
    for names, _, gained, before, after, _, _ in growth:
        joined = [known[int(name)] for name in names.split(", ") if int(name) in known]
        assert before == pytest.approx(max(joined), abs=1e-3)
        assert after >= before + gained - 1e-3
    within = sum(row["area_mu"] for row in parcels.values() if row["within_target"] and row["block_id"])
    assert sum(row[2] for row in growth) >= within - 0.01


def test_without_layers_the_rules_are_silent_and_say_so(blocks):
    ran = run(f"{SOURCE}DLTB", RESTORATION)
    assert {row["tier"] for row in by_parcel(ran).values()} == {4, 5}
    for name in ("HIGH_STANDARD", "BASIC_FARMLAND", "BLOCKS", "REDLINE", "SLOPE_FIELD and DEM"):
        assert any(warning.startswith(f"{name}: ") for warning in ran.log.warnings), name
    row = next(iter(by_parcel(ran).values()))
    unknown = "high-standard farmland, permanent basic farmland, farmland blocks, ecological redline, slope"
    assert f"Not known: {unknown}." in row["reasons"]
    assert [row[name] for name in ("standard_m2", "block_mu", "redline_m2", "slope", "within_target")] == [None] * 5
    assert json.loads(row["rule"])["layers"] == {}


def test_results_are_the_same_every_time(blocks, restored):
    assert by_parcel(restore(blocks, INCLUDE_K=True, TARGET_MU=1500)) == restored[0]


def test_the_blocks_file_is_only_read(blocks):
    assert QgsVectorLayer(blocks, "b", "ogr").featureCount() > 10
