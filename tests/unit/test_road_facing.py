"""A road beside a settlement's edge can be entered anywhere along that edge."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from oracles import shortest

from land_consolidation.algorithms.road_distance import build_network, network_distance

HOME = shapely.box(0, 0, 200, 100)


def way(roads, service):
    network = build_network(np.array([shapely.LineString(road) for road in roads]))
    return network_distance(np.array([HOME]), np.array([shapely.Point(service)]), network, shortest)[0]


@pytest.mark.parametrize(("service", "metres"), [((3000, -50), 2850), ((-2000, -50), 2050), ((120, -50), 50)])
def test_along_a_parallel_edge(service, metres):
    assert way([[(-3000, -50), (4000, -50)]], service) == pytest.approx(metres, abs=0.01)


def test_a_road_that_ends_beside_the_edge():
    assert way([[(150, -50), (150.0001, -50), (4000, -50)]], (3000, -50)) == pytest.approx(2850, abs=0.01)


@given(st.floats(-400, 400), st.floats(1, 300), st.floats(-1500, 1500))
def test_ways_are_those_of_the_nearest_point_looked_for(shift, gap, at):
    """Brute force: enter the road at the best of a thousand points that are as near as any."""
    road = shapely.LineString([(shift - 1600, -gap), (shift + 1600, -gap)])
    service = shapely.Point(shift + at, -gap)
    entry = shapely.line_interpolate_point(road, np.linspace(0, 3200, 16_001))
    legs = shapely.distance(HOME, entry)
    best = (shapely.distance(entry, service) + legs)[legs <= legs.min() + 1e-6].min()
    assert way([road.coords], (shift + at, -gap)) == pytest.approx(best, abs=0.5)
