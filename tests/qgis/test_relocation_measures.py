"""What village relocation measures, on scenes made by hand: terrain, ways, sites and zones."""

import numpy as np
import pytest
from scenes import EAST, NORTH, box, layer_of, line, moved
from villages import (
    EAST_OF_SCALE,
    alive,
    areas,
    flat,
    inclined,
    judged,
    one,
    place,
    places,
    points,
    raster,
    relocate,
    roads,
    scattered,
)

FATE = ("disposition", "status", "category", "subtype")
US_FEET = "+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=us-ft +no_defs"


# --- terrain ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rise", [(0.2, 0.0), (0.0, 0.2), (-0.3, 0.4)], ids=["east", "north", "both"])
@pytest.mark.parametrize(
    ("crs", "cell"),
    [("EPSG:4549", (10, 10)), ("EPSG:4549", (5, 20)), ("EPSG:4490", (1e-4, 1e-4)), ("EPSG:3857", (12, 12)),
     (US_FEET, (35, 35)), ("EPSG:32651", (10, 10))],
    ids=["metres", "oblong", "degrees", "Mercator", "feet", "UTM"],
)  # fmt: skip
def test_slope_is_in_metres_whatever_the_grid(crs, cell, rise, tmp_path):
    elevation, slope = one(
        place(), "elev_m", "slope_deg", DEM=inclined(tmp_path / "dem.tif", crs, cell, rise)
    )
    assert slope == pytest.approx(np.degrees(np.arctan(np.hypot(*rise))), abs=0.02)
    # The mean of the cells inside lies within a cell of the middle, at 100 m east and north.
    assert elevation == pytest.approx(1000 + 100 * sum(rise), abs=5)


def test_terrain_is_known_only_where_the_model_reaches(tmp_path):
    ran = relocate(
        places(place(0), place(2000), place(100, 1000)), DEM=flat(tmp_path / "dem.tif", 321.0, (100, 0, 300, 1200))
    )
    assert ran.rows("CANDIDATES", "elev_m", "slope_deg", "k_terrain", "confidence") == [
        (321.0, 0.0, 0.642, 0.3), (None, None, None, 0.15), (321.0, 0.0, 0.642, 0.3),
    ]  # fmt: skip
    assert "DEM: settlements where it has no heights, so that their terrain is unknown: 1." in ran.log.all


def test_holes_in_the_model_are_left_out_of_the_means(tmp_path):
    heights = np.full((60, 200), 400.0)
    heights[:, 110:] = np.nan
    heights[40:, :5] = np.nan
    layer = places(place(0), place(1000), place(1300))
    found = judged(layer, "elev_m", "slope_deg", DEM=raster(tmp_path / "dem.tif", heights))
    assert found == [(400.0, 0.0), (400.0, 0.0), (None, None)]


def test_a_settlement_smaller_than_a_cell_takes_the_cell_it_lies_in(tmp_path):
    heights = np.array([[1.0, 2.0], [3.0, 4.0]])
    model = raster(tmp_path / "dem.tif", heights, cell=(100.0, 100.0))
    layer = places(place(110, 10, 20, 20), place(180, 190, 10, 5), place(90, 90, 20, 20))
    assert judged(layer, "elev_m", DEM=model)[:2] == [4.0, 2.0]


def test_every_input_may_be_in_a_crs_of_its_own(tmp_path):
    layer = places(place(0, **alive(vacant=15)), place(600, village="B", **alive()))
    inputs = dict(
        HAZARD_AREAS=areas((240, 0, 300, 100)), HAZARD_POINTS=points((1100, 50)), REDLINE=areas((100, 0, 700, 100)),
        WATER_SOURCE=areas((700, 0, 2000, 900)), SERVICES=points((3000, 0)), PROTECTED=areas((600, 0, 610, 10)),
        ROADS=roads(line((100, -50), (3000, -50))),
    )  # fmt: skip
    fields = ("village", "hazard_m", "service_km", "in_redline_m2", "in_water_m2", "score", *FATE)
    here = relocate(layer, **inputs)
    there = relocate(moved(layer, "EPSG:4490"), **{name: moved(one_, "EPSG:3857") for name, one_ in inputs.items()})
    for one_, other in zip(here.rows("CANDIDATES", *fields), there.rows("CANDIDATES", *fields)):
        assert other[:1] + other[6:] == one_[:1] + one_[6:]
        assert other[1:6] == pytest.approx(one_[1:6], abs=0.02)
    assert there["CANDIDATES"].crs().authid() == "EPSG:4490"


# --- the way to services ------------------------------------------------------------------------


def test_the_way_is_along_the_roads_where_there_are_any():
    service, road = points((1000, 1000)), roads(line((100, 100), (1000, 100), (1000, 1000)))
    straight = one(place(**alive()), "service_km", "service_by", SERVICES=service)
    assert straight == (pytest.approx(0.8 * 2**0.5, abs=1e-5), "straight")
    by_road = one(place(**alive()), "service_km", "service_by", "k_access", SERVICES=service, ROADS=road)
    assert by_road == (pytest.approx(1.7), "network", pytest.approx(0.17))


def test_the_way_to_the_road_counts_and_a_service_at_home_is_none():
    road = roads(line((250, -500), (250, 2000), (250, 5000)))
    assert one(place(), "service_km", ROADS=road, SERVICES=points((280, 4000))) > 3.8
    tip = layer_of([("POLYGON((500000 3220000, 500100 3220100, 500000 3220200, 500000 3220000))",)], fields=())
    assert judged(tip, "service_km", ROADS=road, SERVICES=points((280, 4000))) == [
        pytest.approx((150 + 3900 + 30) / 1000)
    ]
    assert one(place(), "service_km", "service_by", ROADS=road, SERVICES=points((100, 100))) == (0.0, "network")


def test_an_unreachable_settlement_is_said_to_be_so_and_is_the_farthest():
    rows = [place(0, **alive()), place(5000, 0, **alive())]
    lanes = roads(line((100, 100), (1000, 100)), line((4900, 50), (5100, 50)))
    inputs = dict(SERVICES=points((1000, 100)), ROADS=lanes)
    ran = relocate(places(*rows), **inputs)
    assert ran.rows("CANDIDATES", "service_km", "service_by", "k_access", "disposition", "subtype") == [
        (0.8, "network", pytest.approx(0.08), "retain", None), (10.0, "network", 1.0, None, "X2"),
    ]  # fmt: skip
    assert "No service can be reached along the roads; it counts as the farthest." in ran.rows(
        "CANDIDATES", "reasons")[1]  # fmt: skip
    assert "no service reaches along the roads: 1. They count as the farthest, 10.0 km." in ran.log.all
    assert judged(places(*rows), "service_km", REMOTE_NETWORK_KM=0.5, **inputs) == [0.8, 0.8], "no nearer than any"


def test_roads_without_services_are_not_used_and_roads_that_are_none_neither():
    ran = relocate(places(place()), ROADS=roads(line((0, 0), (100, 100))))
    assert ran.rows("CANDIDATES", "service_km", "service_by") == [(None, None)]
    assert "ROADS: without SERVICES there is no way to measure" in ran.log.all
    ran = relocate(places(place()), ROADS=roads(), SERVICES=points((1200, 100)))
    assert ran.rows("CANDIDATES", "service_km", "service_by") == [(1.0, "straight")]
    assert "ROADS: the layer “roads” has no features" in ran.log.all


# --- protected sites and zones ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("site", "protected"),
    [(points((50, 50)), (True, False)), (points((20, 20)), (True, False)), (points((50, 149)), (True, False)),
     (points((50, 151)), (False, False)), (points((160, 50)), (False, True)), (areas((90, 90, 95, 300)), (True, False)),
     (areas((45, 45, 55, 55)), (True, False)), (areas((100, 0, 220, 100)), (False, True)),
     (areas((90, 0, 220, 100)), (True, True)), (areas((300, 160, 400, 250)), (False, False)),
     (roads(line((-50, 50), (150, 50))), (True, False)), (roads(line((-50, 151), (150, 151))), (False, False)),
     (points((50, 50), (250, 50)), (True, True))],
    ids=["on the square", "in a house", "49 m off", "51 m off", "nearer to the other", "overlap", "hall on the square",
         "touches one, overlaps the other", "overlaps both", "60 m off", "line across", "line outside", "two"],
)  # fmt: skip
def test_a_site_protects_what_it_shares_ground_with_else_the_nearest(site, protected):
    """Houses north and south of a square 20 m wide, where the hall or the well may stand; 100 m east another place."""
    rows = [(scattered((0, 0, 100, 40), (0, 60, 100, 100)), "A"), (scattered((200, 0, 300, 100)), "B")]
    layer = layer_of(rows, (("village", str),), kind="MultiPolygon")
    assert tuple(judged(layer, "protected", PROTECTED=site)) == protected


def test_a_wide_courtyard_belongs_to_the_village_around_it():
    ring = scattered((0, 0, 300, 20), (0, 280, 300, 300), (0, 20, 20, 280), (280, 20, 300, 280))
    layer = layer_of([(ring, "A")], (("village", str),), kind="MultiPolygon")
    assert judged(layer, "protected", PROTECTED=points((150, 150))) == [True]


def test_reasons_name_the_site():
    sites = areas((0, 0, 10, 10, "古村"), (20, 0, 30, 10, "Hall"), (40, 0, 50, 10, None), fields=(("name", str),))
    (reasons,) = judged(places(place()), "reasons", PROTECTED=sites)
    assert reasons.startswith("Protected (古村, Hall): it stays, whatever else holds.")


@pytest.mark.parametrize(("name", "field"), [("REDLINE", "in_redline_m2"), ("WATER_SOURCE", "in_water_m2")])
def test_zones_are_measured_once_however_often_they_overlap(name, field):
    x = EAST_OF_SCALE
    zones = areas((x + 150, 0, x + 400, 200), (x + 100, 0, x + 400, 100), (x + 150, 50, x + 160, 60))
    layer = places(place(x), place(x + 1000))
    assert judged(layer, field, AREA_METHOD=2, **{name: zones}) == [15_000.0, 0.0]
    inside, whole = judged(layer, field, "area_m2", **{name: zones})[0]
    assert 1e-4 < 1 - inside / 15_000 < 1e-3
    assert inside / whole == pytest.approx(15_000 / 40_000, rel=1e-5)


def test_a_bow_tie_is_measured_like_any_settlement(tmp_path):
    """Two triangles of 2,500 m² that meet at (50, 50), where processing lets invalid features through."""
    x, y = EAST, NORTH
    tie = f"POLYGON(({x} {y}, {x + 100} {y + 100}, {x + 100} {y}, {x} {y + 100}, {x} {y}))"
    found = judged(
        layer_of([(tie,), (box(500, 0, 600, 100),)], fields=()), "in_redline_m2", "hazard_m", "service_km", "elev_m",
        "protected", REDLINE=areas((50, -10, 400, 300)), HAZARD_AREAS=areas((110, 0, 120, 10)), AREA_METHOD=2,
        ROADS=roads(line((-10, 40), (300, 40)), line((300, 40), (300, 400))), SERVICES=points((300, 300)),
        DEM=flat(tmp_path / "dem.tif"), PROTECTED=areas((50, 10, 400, 30)),
    )  # fmt: skip
    assert found[0] == (2500.0, 10.0, pytest.approx(0.46), 100.0, True)
    assert found[1][0] == 0.0
