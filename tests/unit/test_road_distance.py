"""Distances along roads, with scipy's shortest paths, against roads chopped into half metres."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles import shortest
from soups import star

from land_consolidation.algorithms.road_distance import build_network, network_distance

SEEDS = st.integers(0, 2**32 - 1)
STEP = 0.5


def distances(settlements, services, roads):
    """Metres, from shapes as tests write them: polygons, points and lines of coordinates."""
    lines = np.array([shapely.LineString(road) if isinstance(road, list) else road for road in roads], dtype=object)
    points = shapely.points(np.array(services, dtype=float).reshape(-1, 2))
    return network_distance(np.array(settlements, dtype=object), points, build_network(lines), shortest)


def test_zero_is_a_way_in_the_oracle_too():
    assert shortest(3, np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([0.0, 2, 5]), 0).tolist() == [0, 0, 2]


# --- the oracle ---------------------------------------------------------------------------------


def chopped(roads):
    """Short pieces of every straight segment: end points, their node numbers, and the segment of each piece."""
    one, other, of = [], [], []
    segments = [np.array(pair) for road in roads for pair in zip(road[:-1], road[1:])]
    for number, (a, b) in enumerate(segments):
        places = a + np.linspace(0, 1, int(np.hypot(*(b - a)) / STEP) + 2)[:, None] * (b - a)
        one.append(places[:-1])
        other.append(places[1:])
        of.append(np.full(len(places) - 1, number))
    ends = np.round(np.concatenate(one + other), 6)
    place, node = np.unique(ends, axis=0, return_inverse=True)
    node = node.reshape(2, -1)
    return shapely.linestrings(segments), place, node, np.concatenate(of)


def by_chopping(settlements, services, roads):
    """Every settlement and service led to the nearest chopped place by hand, then one search from each service."""
    segments, place, node, of = chopped(roads)
    length = np.hypot(*(place[node[0]] - place[node[1]]).T)
    pieces = shapely.linestrings(np.stack([place[node[0]], place[node[1]]], axis=1))
    points = shapely.points(place)
    result = np.full(len(settlements), np.inf)
    for service in services:
        at = int(np.argmin(shapely.distance(points, service)))
        cost = shortest(len(place), node[0], node[1], length, at) + shapely.distance(segments, service).min()
        for row, settlement in enumerate(settlements):
            away = shapely.distance(segments, settlement)
            if shapely.intersects(settlement, service):
                way = 0
            elif away.min() == 0:
                met = shapely.intersects(pieces, settlement)
                way = cost[node[:, met]].min()
            else:
                mine = np.flatnonzero(of == np.argmin(away))
                nearest = mine[np.argmin(shapely.distance(pieces[mine], settlement))]
                way = away.min() + cost[node[:, nearest]].min()
            result[row] = min(result[row], way)
    return result


def countryside(seed):
    """A few junctions, some of them joined by roads with a bend; settlements and services strewn about."""
    random = np.random.default_rng(seed)
    junction = np.round(random.uniform(0, 300, (8, 2)), 3)
    roads = []
    for _ in range(random.integers(1, 12)):
        a, b = junction[random.choice(8, 2, replace=False)]
        bend = np.round((a + b) / 2 + random.normal(0, 30, 2), 3)
        roads.append([tuple(a), tuple(bend), tuple(b)] if random.random() < 0.5 else [tuple(a), tuple(b)])
    settlements = [star(random, random.uniform(0, 300, 2), random.uniform(4, 30), 8) for _ in range(8)]
    services = random.uniform(0, 300, (int(random.integers(1, 4)), 2))
    if random.random() < 0.5:
        services[0] = junction[0]
    if random.random() < 0.3:
        services[-1] = shapely.get_coordinates(shapely.point_on_surface(settlements[0]))[0]
    return np.array(settlements, dtype=object), services, roads


@settings(max_examples=60)
@given(SEEDS)
def test_distances_are_those_along_chopped_roads(seed):
    settlements, services, roads = countryside(seed)
    found = distances(settlements, services, roads)
    expected = by_chopping(settlements, shapely.points(services), roads)
    assert (np.isinf(found) == np.isinf(expected)).all()
    reached = ~np.isinf(found)
    np.testing.assert_allclose(found[reached], expected[reached], atol=2.5 * STEP)


def test_the_random_countryside_holds_every_kind_of_settlement():
    """Or else the comparison above would compare less than it says."""
    kinds = {"on a road": 0, "away": 0, "unreached": 0, "service inside": 0}
    for seed in range(40):
        settlements, services, roads = countryside(seed)
        lines = np.array([shapely.LineString(road) for road in roads])
        meets = shapely.intersects(settlements[:, None], lines[None, :]).any(axis=1)
        kinds["on a road"] += meets.sum()
        kinds["away"] += (~meets).sum()
        kinds["unreached"] += np.isinf(distances(settlements, services, roads)).sum()
        inside = shapely.intersects(settlements[:, None], shapely.points(services)[None, :]).any(axis=1)
        kinds["service inside"] += inside.sum()
    assert min(kinds.values()) >= 10, kinds


@given(SEEDS)
def test_roads_have_no_direction_and_no_order(seed):
    settlements, services, roads = countryside(seed)
    turned = [road[::-1] for road in roads[::-1]]
    np.testing.assert_allclose(distances(settlements, services, turned), distances(settlements, services, roads))


@given(SEEDS)
def test_one_more_service_never_lengthens_a_way_and_no_way_is_shorter_than_straight(seed):
    settlements, services, roads = countryside(seed)
    found = distances(settlements, services, roads)
    more = distances(settlements, np.concatenate([services, [[150.0, 150.0]]]), roads)
    assert (more <= found + 1e-9).all()
    straight = shapely.distance(settlements[:, None], shapely.points(services)[None, :]).min(axis=1)
    assert (found >= straight - 1e-6).all()


# --- hand-made cases ----------------------------------------------------------------------------

ROAD = [(0, 0), (1000, 0)]
HOUSE = shapely.box(100, -10, 120, 10)
"""A settlement across the road, from 100 to 120 m."""


@pytest.mark.parametrize(
    ("service", "metres"),
    [
        ((400, 0), 280), ((40, 0), 60), ((400, 30), 310), ((1000, 0), 880), ((0, 0), 100), ((1300, 400), 880 + 500),
        ((110, 5), 0), ((120, 0), 0), ((110, 15), 15),
    ],
)  # fmt: skip
def test_a_service_on_the_settlements_own_road(service, metres):
    """Neither has to go round by a junction."""
    assert distances([HOUSE], [service], [ROAD])[0] == pytest.approx(metres)


def test_a_settlement_off_the_road_walks_to_it_first():
    off = shapely.box(100, 50, 120, 70)
    assert distances([off], [(120, 0), (110, -5)], [ROAD])[0] == pytest.approx(50)
    rotated = shapely.Polygon([(110, 50), (120, 60), (110, 70), (100, 60)])
    assert distances([rotated], [(400, 30)], [ROAD])[0] == pytest.approx(50 + 290 + 30)


def test_the_way_leads_round_where_the_road_does():
    """30 m apart as the crow flies, 1030 m by the bend."""
    bend = [(0, 0), (500, 0), (500, 30), (0, 30)]
    assert distances([shapely.box(-10, -5, 0, 5)], [(0, 30)], [bend])[0] == pytest.approx(1030)


def test_of_two_roads_that_meet_the_settlement_the_shorter_way_counts():
    long, short = [(110, 0), (110, 900), (500, 900)], [(110, 0), (110, -200), (500, -200)]
    assert distances([HOUSE], [(500, -200), (500, 900)], [long, short])[0] == pytest.approx(190 + 390)
    assert distances([HOUSE], [(500, 900)], [long, short])[0] == pytest.approx(890 + 390)


def test_a_settlement_that_spans_junctions_is_left_at_no_cost():
    wide = shapely.box(0, -10, 500, 10)
    roads = [[(0, 0), (250, 0), (500, 0)], [(500, 0), (600, 0)], [(250, 0), (250, 300)]]
    assert distances([wide], [(600, 0)], roads)[0] == pytest.approx(100)
    assert distances([wide], [(250, 300)], roads)[0] == pytest.approx(290)


def test_a_settlement_in_two_parts_leaves_from_the_nearer_one():
    parts = shapely.MultiPolygon([shapely.box(100, -10, 120, 10), shapely.box(300, -10, 320, 10)])
    assert distances([parts], [(400, 0)], [ROAD])[0] == pytest.approx(80)
    assert distances([parts], [(0, 0)], [ROAD])[0] == pytest.approx(100)


def test_an_island_is_not_reached():
    island = [(5000, 5000), (5100, 5000)]
    there = shapely.box(5040, 4990, 5060, 5010)
    found = distances([HOUSE, there], [(400, 0)], [ROAD, island])
    assert found.tolist() == [pytest.approx(280), np.inf]
    assert distances([HOUSE, there], [(400, 0), (5100, 5000)], [ROAD, island]).tolist() == pytest.approx([280, 40])


def test_a_service_inside_needs_no_road():
    there = shapely.box(5040, 4990, 5060, 5010)
    assert distances([there], [(5050, 5001)], [ROAD])[0] == 0


@pytest.mark.parametrize(("gap", "joined"), [(0.0, True), (0.0004, True), (-1e-7, True), (0.003, False)])
def test_roads_join_where_their_ends_meet_to_the_millimetre(gap, joined):
    found = distances([HOUSE], [(1400, 0)], [ROAD, [(1000 + gap, 0), (1400, 0)]])
    assert found[0] == (pytest.approx(1280, abs=0.01) if joined else np.inf)


def test_roads_that_cross_without_a_junction_do_not_join():
    bridge = [(500, -100), (500, 100)]
    assert distances([HOUSE], [(500, 100)], [ROAD, bridge])[0] == np.inf
    joined = [[(0, 0), (500, 0), (1000, 0)], [(500, -100), (500, 0), (500, 100)]]
    assert distances([HOUSE], [(500, 100)], joined)[0] == pytest.approx(480)


def test_doubled_roads_rings_repeated_vertices_and_many_parts_are_roads_too():
    parts = shapely.MultiLineString([[(0, 0), (500, 0), (500, 0), (1000, 0)], [(1000, 0), (1000, 300)]])
    ring = shapely.LinearRing([(1000, 300), (1200, 300), (1200, 500), (1000, 500)])
    found = distances([HOUSE], [(1200, 500)], [parts, parts, shapely.LineString(ring.coords), ROAD])
    assert found[0] == pytest.approx(880 + 300 + 400)


def test_heights_of_roads_do_not_count():
    climbing = shapely.LineString([(0, 0, 0), (1000, 0, 900)])
    assert distances([HOUSE], [(400, 0)], [climbing])[0] == pytest.approx(280)


def test_without_services_or_settlements():
    assert distances([HOUSE], [], [ROAD]).tolist() == [np.inf]
    assert distances([], [(0, 0)], [ROAD]).tolist() == []


def test_the_network_has_a_junction_for_every_place():
    roads = [shapely.LineString([(0, 0), (5, 0), (5, 5)]), shapely.LineString([(5, 5), (0, 0)])]
    network = build_network(np.array(roads))
    assert len(network.point) == 3
    assert shapely.length(network.line).tolist() == pytest.approx([5, 5, 50**0.5])
    for start, end, line in zip(network.start, network.end, network.line):
        assert shapely.get_coordinates(line).tolist() == [network.point[start].tolist(), network.point[end].tolist()]


def test_every_settlement_of_hundreds_has_its_own_way():
    x = np.arange(900.0)
    houses = shapely.box(x, -1, x + 0.5, 1)
    found = distances(houses, [(1000, 0)], [ROAD])
    np.testing.assert_allclose(found, 1000 - x - 0.5)
