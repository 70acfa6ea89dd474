"""Homesteads joined into settlements, their outlines, and what stands in them."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import every_pair_joined, partition
from soups import soups, star

from land_consolidation.algorithms.settlements import find_settlements, outlines, sites_of

SEEDS = st.integers(0, 2**32 - 1)


# --- settlements --------------------------------------------------------------------------------


@settings(max_examples=60)
@given(soups(max_parcels=25))
def test_settlements_are_homesteads_joined_at_fifty_metres(soup):
    wide = shapely.transform(soup.geometry, lambda points: points * 4)
    found = find_settlements(wide, shapely.area(wide))
    assert partition(found.label) == partition(every_pair_joined(wide, 50))
    assert (np.diff(np.round(found.net_area, 2)) <= 0).all(), "the largest first"
    assert found.net_area.sum() == pytest.approx(shapely.area(wide).sum())


@settings(max_examples=60)
@given(soups(max_parcels=25), st.floats(0, 80), st.integers(1, 4), SEEDS)
def test_a_settlement_never_crosses_a_village_boundary(soup, gap, villages, seed):
    village = np.random.default_rng(seed).integers(0, villages, len(soup.geometry))
    label = find_settlements(soup.geometry, soup.area, gap, village).label
    assert partition(label) == partition(every_pair_joined(soup.geometry, gap, split=village))
    for rows in partition(label):
        assert len({int(village[row]) for row in rows}) == 1


@pytest.mark.parametrize(("gap", "settlements"), [(0, 1), (50, 1), (50.002, 2), (200, 2)])
def test_the_gap_is_measured_from_edge_to_edge(gap, settlements):
    pair = shapely.box([0.0, 30 + gap], 0, [30.0, 90 + gap], 30)
    assert len(find_settlements(pair, shapely.area(pair)).net_area) == settlements


# --- outlines -----------------------------------------------------------------------------------


@settings(max_examples=40)
@given(soups(max_parcels=15), st.sampled_from([0.0, 20.0, 50.0]))
def test_outlines_cover_their_parcels_and_stay_within_their_village(soup, gap):
    """A village of two halves cut by a jagged boundary: parcels are cut by it too, so each lies in one."""
    random = np.random.default_rng(len(soup.geometry))
    one = star(random, (120, 200), 260, 25)
    village = np.array([one, shapely.difference(shapely.box(-300, -300, 700, 700), one)])
    parcels = shapely.intersection(soup.geometry[:, None], village).reshape(-1)
    home = np.tile([0, 1], len(soup.geometry))
    real = shapely.area(parcels) > 1
    parcels = np.array([polygons_of(parcel) for parcel in parcels[real]], dtype=object)
    home = home[real]
    if len(parcels) == 0:
        return
    label = find_settlements(parcels, shapely.area(parcels), gap, home).label
    count = int(label.max()) + 1
    shape = np.array([shapely.union_all(parcels[label == k]) for k in range(count)], dtype=object)
    of = np.array([home[label == k][0] for k in range(count)])
    free, bound = outlines(shape, gap), outlines(shape, gap, village[of])
    # By predicates: GEOS's differences of almost equal edges are wrong now and then.
    assert shapely.covers(shapely.buffer(bound, 1e-5), shape).all()
    assert shapely.covers(shapely.buffer(village[of], 1e-5, join_style="mitre"), bound).all()
    for k in range(count):
        inner = shapely.intersection(free[k], shapely.buffer(village[of[k]], -1e-4))
        assert shapely.covers(shapely.buffer(bound[k], 1e-5), inner), "closed as far as the village goes"
        assert shapely.covers(shapely.buffer(shape[k], gap / 2 + 1e-6), bound[k]), "closed, not grown"


def polygons_of(geometry):
    parts = shapely.get_parts(geometry)
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def test_an_outline_closes_the_street_between_two_rows():
    rows = np.array([shapely.MultiPolygon([shapely.box(0, 0, 200, 30), shapely.box(0, 60, 200, 90)])])
    (closed,) = outlines(rows, 50)
    street = shapely.box(0, 30, 200, 60)
    bay = 25 - (25**2 - 15**2) ** 0.5
    assert shapely.covers(closed, shapely.box(bay + 0.5, 30, 200 - bay - 0.5, 60)), "a circle of 25 m rolls in so far"
    assert not shapely.covers(closed, street)
    assert shapely.get_type_id(outlines(rows, 20)[0]) == 6


def test_only_settlements_with_a_village_are_bound():
    rows = shapely.MultiPolygon([shapely.box(0, 0, 200, 30), shapely.box(0, 60, 200, 90)])
    left = shapely.box(-10, -10, 100, 100)
    bound, free = outlines(np.array([rows, rows]), 50, np.array([left, None]))
    outside = shapely.box(100, 0, 200, 90)
    assert shapely.area(shapely.intersection(bound, outside)) == pytest.approx(100 * 60), "only the parcels"
    assert shapely.area(shapely.intersection(free, outside)) > 100 * 85


@pytest.mark.parametrize("gap", [0.0, 50.0])
def test_outlines_leave_what_they_are_given_as_it_is(gap):
    bow_tie = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    shape = np.array([shapely.box(0, 0, 50, 50), bow_tie])
    before = [one.wkb for one in shape]
    found = outlines(shape, gap, np.array([shapely.box(0, 0, 20, 20), shapely.box(0, 0, 20, 20)]))
    assert [one.wkb for one in shape] == before
    assert shapely.area(found[0]) == pytest.approx(2500), "what the settlement covers stays"
    assert shapely.is_valid(found).all()
    assert shapely.area(found[1]) >= 5000 - 1e-6, "both wings stay"


# --- what stands in a settlement ----------------------------------------------------------------

VILLAGE = shapely.multipolygons(shapely.box([0, 0, 110], [0, 80, 0], [100, 100, 150], [40, 120, 120]))
NEIGHBOUR = shapely.box(350, 0, 400, 60)
PAIR = np.array([VILLAGE, NEIGHBOUR])


def stands_in(site, reach=0.0, shape=PAIR):
    settlement, which = sites_of(shape, np.array([site]), reach)
    assert (which == 0).all()
    return sorted(settlement.tolist())


@pytest.mark.parametrize(
    ("site", "on", "within_50"),
    [
        (shapely.Point(50, 20), [0], [0]),
        (shapely.Point(100, 40), [0], [0]),
        (shapely.Point(380, 30), [1], [1]),
        (shapely.Point(60, 62), [], [0]),
        (shapely.Point(104, 100), [], [0]),
        (shapely.Point(330, 30), [], [1]),
        (shapely.Point(250, 50), [], []),
        (shapely.Point(150, 171), [], []),
        (shapely.Point(150, 169), [], [0]),
        (shapely.LineString([(50, 45), (60, 75)]), [], [0]),
        (shapely.LineString([(160, 0), (335, 0)]), [], [0]),
        (shapely.LineString([(140, 30), (360, 30)]), [0, 1], [0, 1]),
        (shapely.LineString([(20, 20), (20, 20)]), [0], [0]),
        (shapely.MultiPoint([(250, 50), (60, 60)]), [], [0]),
        (shapely.box(90, 30, 130, 90), [0], [0]),
        (shapely.box(140, 0, 360, 10), [0, 1], [0, 1]),
        (shapely.box(150, 0, 360, 10), [1], [1]),
        (shapely.box(-10, 0, 0, 40), [], [0]),
        (shapely.box(-10, 0, 0.0005, 5), [], [0]),
        (shapely.box(150, 120, 160, 130), [], [0]),
        (shapely.box(20, 50, 60, 70), [], [0]),
        (shapely.Polygon([(90, 10), (130, 50), (130, 10), (90, 50)]), [0], [0]),
    ],
    ids=[
        "point in a parcel", "point on a corner", "point in the neighbour", "point on the square", "point in a lane",
        "point nearer to the neighbour", "point far from both", "point 51 m off", "point 49 m off",
        "line on the square", "line between, nearer to one", "line through both", "line without length",
        "one point of two", "polygon across", "polygon over both", "polygon along one, over the other",
        "polygon along an edge", "sliver over an edge", "polygon at a corner", "polygon in the gap", "bow tie",
    ],
)  # fmt: skip
def test_sites_stand_on_shared_ground_or_else_in_reach_of_the_nearest(site, on, within_50):
    assert stands_in(site) == on
    assert stands_in(site, 50.0) == within_50


def test_a_point_200_metres_off_in_the_bay_of_a_settlement_is_not_in_it():
    bay = np.array([shapely.box(0, 0, 600, 600).difference(shapely.box(50, 50, 550, 700))])
    site = shapely.Point(300, 400)
    assert shapely.covers(shapely.convex_hull(bay[0]), site)
    assert stands_in(site, 50.0, bay) == []
    assert stands_in(shapely.Point(300, 49), 50.0, bay) == [0]


def test_a_site_as_near_to_two_settlements_belongs_to_both():
    """What may be protected is protected."""
    assert stands_in(shapely.Point(50, 30), 50.0, shapely.box([0, 70], 0, [30, 100], 60)) == [0, 1]


RING = shapely.box(0, 0, 900, 900).difference(shapely.box(30, 30, 870, 870))


@pytest.mark.parametrize(
    "shape", [RING, shapely.union(RING, shapely.box(300, 300, 600, 600))], ids=["empty square", "homestead on it"]
)
@pytest.mark.parametrize(
    "site", [shapely.Point(200, 200), shapely.Point(450, 450), shapely.box(440, 440, 460, 460), shapely.Point(310, 310)]
)
def test_what_homesteads_surround_is_theirs_however_wide(shape, site):
    assert stands_in(site, 0.0, np.array([shape])) == [0]


def test_an_invalid_settlement_keeps_its_sites():
    bow_tie = np.array([shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])])
    assert stands_in(shapely.Point(10, 50), 0.0, bow_tie) == [0]
    assert stands_in(shapely.Point(90, 50), 0.0, bow_tie) == [0]
    assert stands_in(shapely.box(85, 45, 95, 55), 0.0, bow_tie) == [0]


@settings(max_examples=60)
@given(soups(max_parcels=25), SEEDS, st.sampled_from([0.0, 5.0, 50.0]))
def test_sites_are_those_of_every_pair_looked_at(soup, seed, reach):
    random = np.random.default_rng(seed)
    shape = soup.geometry
    if len(shape) == 0:
        return
    solid = [shapely.union_all(shapely.polygons(shapely.get_exterior_ring(shapely.get_parts(one)))) for one in shape]
    points = shapely.points(random.uniform(0, 450, (20, 2)))
    lines = shapely.linestrings(random.uniform(0, 450, (5, 2, 2)))
    areas = np.array([star(random, random.uniform(0, 450, 2), 15, 6) for _ in range(10)])
    sites = np.concatenate([points, lines, areas])
    expected = set()
    for s, site in enumerate(sites):
        if shapely.get_dimensions(site) == 2:
            on = [k for k, one in enumerate(solid) if shapely.area(shapely.intersection(one, site)) > 0.01]
        else:
            on = [k for k, one in enumerate(solid) if shapely.intersects(one, site)]
        away = shapely.distance(solid, site)
        if not on and reach and away.min() <= reach:
            on = np.flatnonzero(away == away.min()).tolist()
        expected |= {(k, s) for k in on}
    found = list(zip(*(index.tolist() for index in sites_of(shape, sites, reach))))
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_without_sites_or_settlements_nothing_stands_anywhere():
    nothing = np.empty(0, dtype=object)
    for shape, sites in ((PAIR, nothing), (nothing, shapely.points([[0.0, 0.0]])), (nothing, nothing)):
        settlement, site = sites_of(shape, sites, 50.0)
        assert len(settlement) == len(site) == 0
