"""The forest-cropland swap: what keeps parcels from changing, pairs, tables, and bad input."""

import re

import pytest
from calls_swap import SWAP, hills, redline_of_the_orchard
from qgis.core import QgsProcessingException
from scenes import box, layer_of, moved, run

FIELDS = (("DLBM", str), ("PD", float), ("YBD", float), ("GDPDJB", str), ("KCXS", float))


def land(*rows):
    return layer_of([(row[0], *row[1:], *[None] * (len(FIELDS) + 1 - len(row))) for row in rows], FIELDS)


STEEP = (box(2000, 0, 2200, 100), "0103", 28.0)
FIELD = (box(0, 0, 400, 300), "0101", 1.0)
ORCHARD = (box(400, 0, 600, 130), "0201", 5.0)


def swap(*rows, layer=None, **parameters):
    return run(layer or land(*rows), SWAP, **{"SLOPE_FIELD": "PD", **parameters})


def changes(*rows, **parameters):
    return swap(*rows, **parameters).rows("PARCELS", "change", "from_code")


BOTH = [("out", "0103"), ("in", "0201")]


def test_the_plain_case():
    assert changes(STEEP, FIELD, ORCHARD) == BOTH


@pytest.mark.parametrize(
    ("steep", "orchard", "parameters"),
    [
        ((25.0,), (15.0,), {}),
        ((20.0,), (5.0,), {"FARM_SLOPE": 20, "FOREST_SLOPE": 5}),
        ((None, None, "5"), (5.0,), {}),
        ((24.0, None, "5"), (5.0,), {}),
        ((28.0,), (5.0, 0.7), {"CANOPY_FIELD": "YBD"}),
        ((28.0,), (5.0, None), {"CANOPY_FIELD": "YBD"}),
        ((28.0,), (5.0,), {"MAX_DISTANCE": 1_400}),
    ],
)
def test_limits_count_as_within(steep, orchard, parameters):
    assert changes((*STEEP[:2], *steep), FIELD, (*ORCHARD[:2], *orchard), **parameters) == BOTH


@pytest.mark.parametrize(
    ("steep", "orchard", "parameters"),
    [
        ((24.99,), (5.0,), {}),
        ((28.0,), (15.01,), {}),
        ((None,), (5.0,), {}),
        ((28.0,), (None,), {}),
        ((None, None, "4"), (5.0,), {}),
        ((28.0,), (5.0, 0.71), {"CANOPY_FIELD": "YBD"}),
        ((28.0,), (5.0,), {"MAX_DISTANCE": 1_399}),
        ((28.0,), (5.0,), {"EXCLUDE": "\"DLBM\" = '0201'"}),
        ((28.0,), (5.0,), {"EXCLUDE": "\"PD\" = 28"}),
        ((28.0,), (5.0,), {"INCOMING_CODES": "0301"}),
        ((28.0,), (5.0,), {"MAX_SURPLUS_MU": 8.9}),
        ((28.0,), (5.0,), {"MAX_SWAP_MU": 38.9}),
    ],
)
def test_beyond_the_limits_nothing_changes(steep, orchard, parameters):
    ran = swap((*STEEP[:2], *steep), FIELD, (*ORCHARD[:2], *orchard), **parameters)
    assert ran["PARCELS"].featureCount() == 0
    assert ran.log.warnings, "words, not silence"


@pytest.mark.parametrize("name", ["BASIC_FARMLAND", "REDLINE", "PUBLIC_FOREST"])
def test_layers_keep_their_land(name):
    over = {"BASIC_FARMLAND": box(2190, 0, 2300, 50), "REDLINE": box(590, 0, 700, 50),
            "PUBLIC_FOREST": box(590, 0, 700, 50)}[name]  # fmt: skip
    zone = layer_of([(over,)], fields=(), name="zone")
    touching = layer_of([(box(2200, 0, 2300, 50),), (box(600, 0, 700, 50),)], fields=(), name="beside")
    assert changes(STEEP, FIELD, ORCHARD, **{name: zone}) == []
    assert changes(STEEP, FIELD, ORCHARD, **{name: moved(zone, "EPSG:4490")}) == []
    assert changes(STEEP, FIELD, ORCHARD, **{name: touching}) == BOTH, "to touch is not to lie in"


def test_what_is_not_known_is_said():
    ran = swap(STEEP, FIELD, ORCHARD, REDLINE=redline_of_the_orchard())
    assert re.search("Nothing is known of: Permanent basic farmland, Public-benefit forest, canopy", ran.log.all)
    (reason,) = swap(STEEP, FIELD, ORCHARD).rows("PARCELS", "reasons")[:1]
    assert "Not known: Permanent basic farmland." in reason
    empty = layer_of([], fields=(), name="nothing")
    assert "Permanent basic farmland" in swap(STEEP, FIELD, ORCHARD, BASIC_FARMLAND=empty).log.all


def test_ridges_are_taken_off_what_comes_in():
    """Cropland of 2° to 6° here has 10 % of ridges; so has the orchard once it is cropland."""
    beside = (box(0, 300, 400, 400), "0103", 4.0, None, None, 0.1)
    ran = swap(STEEP, FIELD, ORCHARD, beside)
    assert ran.rows("PARCELS", "change", "net_m2") == [
        ("out", pytest.approx(20_000, rel=1e-4)), ("in", pytest.approx(26_000 * 0.9, rel=1e-4))]
    assert "net of 10.0 % for field ridges" in ran.rows("PARCELS", "reasons")[1]


def test_pairs_join_what_leaves_to_what_comes_in():
    other = (box(2000, 300, 2100, 400), "0103", 27.0)
    ran = swap(STEEP, other, FIELD, ORCHARD)
    rows = ran.rows("PAIRS", "pair_id", "net_m2", "slope_fall")
    assert [row[0] for row in rows] == [1] and rows[0][2] == pytest.approx(23.0)
    assert rows[0][1] == pytest.approx(20_000, rel=1e-4)
    (line,) = (feature.geometry() for feature in ran["PAIRS"].getFeatures())
    (distance,) = ran.rows("PAIRS", "distance")
    assert line.length() == pytest.approx(distance, abs=0.1)


def test_codes_of_other_systems_and_codes_asked_for():
    plan = [(STEEP[0], "0103", 28.0), FIELD, (ORCHARD[0], "0205", 5.0)]
    ran = swap(*plan, CODE_SYSTEM=1, CROPLAND_CODE="0101", FOREST_CODE="0302")
    assert ran.rows("PARCELS", "from_code", "to_code") == [("0103", "0302"), ("0205", "0101")]


def test_the_gates_are_told():
    ran = swap(STEEP, FIELD, ORCHARD)
    gates = {row[0]: row[1:] for row in ran.rows("GATES", "measure", "before", "after", "gate", "holds")}
    assert gates["cropland_mu"] == (pytest.approx(210, rel=1e-4), pytest.approx(219, rel=1e-4), "not_less", True)
    assert gates["mean_slope"][:2] == (
        pytest.approx((180 * 1 + 30 * 28) / 210), pytest.approx((180 * 1 + 39 * 5) / 219))
    assert gates["contiguous_share"][:2] == (pytest.approx(180 / 210, abs=1e-6), pytest.approx(1))
    assert gates["steep_mu"][:2] == (pytest.approx(30, rel=1e-4), 0)
    assert ran.results["GAP"] == 0


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"SLOPE_FIELD": "GDPDJB"}, r"SLOPE_FIELD: GDPDJB holds slope grades|SLOPE_FIELD: .*GDPDJB.*GRADE_FIELD"),
        ({"SLOPE_FIELD": "steep"}, r"SLOPE_FIELD: .*“steep”.*Choose one of: DLBM"),
        ({"FARM_SLOPE": 10}, r"FOREST_SLOPE: forest up to 15° .*below FARM_SLOPE"),
        ({"FARM_SLOPE": 91}, r"FARM_SLOPE: 91 cannot be used"),
        ({"MAX_SWAP_MU": -1}, r"MAX_SWAP_MU: -1 cannot be used"),
        ({"SLOPE_WEIGHT": 1.5}, r"SLOPE_WEIGHT: 1.5 cannot be used"),
        ({"INCOMING_CODES": "0999"}, r"INCOMING_CODES: “0999” begins no code"),
        ({"CROPLAND_CODE": "9999"}, r"CROPLAND_CODE: the code system has no code “9999”\. Write one such as 0103"),
        ({"EXCLUDE": "\"x\" ="}, r"EXCLUDE: the expression cannot be read"),
        ({"CANOPY_FIELD": "PD"}, r"CANOPY_FIELD: PD holds 5, yet canopy is a share.*Divide"),
        ({"DEM": "/nowhere.tif"}, r"DEM: the raster cannot be opened|DEM.*Choose a raster"),
        ({"CODE_SYSTEM": ...}, r"CODE_SYSTEM: choose the code system"),
    ],
)
def test_bad_input_is_answered_in_a_sentence(parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        swap(STEEP, FIELD, ORCHARD, **parameters)


def test_nothing_to_swap_is_explained():
    assert "No cropland is steep enough" in swap(FIELD, ORCHARD).log.all
    assert "No forest or orchard is gentle enough" in swap(STEEP, FIELD).log.all
    said = swap(STEEP, FIELD, ORCHARD, SLOPE_FIELD=...).log.all
    assert "DEM: the slope of forest and orchard is not known" in said
    assert "No swap passes the gates" in swap(STEEP, FIELD, ORCHARD, MAX_SWAP_MU=1).log.all
    layer = hills()
    assert layer.featureCount() == 6 and swap(layer=layer).results["OUT_COUNT"] == 1
