"""Slope, against planes, Horn's formula by loops, and published lengths of a degree."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.terrain import metres_between, slope_degrees

SEEDS = st.integers(0, 2**32 - 1)


def plane(rows, columns, east, north, width=30.0, depth=30.0):
    """Heights that rise by `east` and `north` metres per metre; rows run southwards."""
    x, y = np.arange(columns) * width, -np.arange(rows)[:, None] * depth
    return 100.0 + east * x + north * y


def derivative(triples, size):
    """QGIS's calcFirstDerX/Y: over three lines of (before, centre, after), those missing left out."""
    total, weight = 0.0, 0
    for (before, centre, after), times in zip(triples, (1, 2, 1)):
        if not math.isnan(before) and not math.isnan(after):
            total += times * (after - before)
            weight += 2 * times
        elif math.isnan(after) and not math.isnan(before) and not math.isnan(centre):
            total += times * (centre - before)
            weight += times
        elif math.isnan(before) and not math.isnan(after) and not math.isnan(centre):
            total += times * (after - centre)
            weight += times
    return total / (weight * size) if weight else math.nan


def horn(height, width, depth):
    """One cell after another."""
    slope = np.full((height.shape[0] - 2, height.shape[1] - 2), math.nan)
    for r in range(slope.shape[0]):
        for c in range(slope.shape[1]):
            window = height[r:r + 3, c:c + 3]
            if math.isnan(window[1, 1]):
                continue
            across = derivative(window.tolist(), width[r])
            down = derivative(window.T.tolist(), depth[r])
            slope[r, c] = math.degrees(math.atan(math.sqrt(across**2 + down**2)))
    return slope


@pytest.mark.parametrize(
    ("east", "north", "degrees"),
    [(0, 0, 0), (1, 0, 45), (0, -1, 45), (math.sqrt(3), 0, 60), (0.3, 0.4, math.degrees(math.atan(0.5)))],
)
def test_a_plane_has_its_slope_everywhere(east, north, degrees):
    found = slope_degrees(plane(7, 9, east, north), 30.0, 30.0)
    assert found.shape == (5, 7)
    np.testing.assert_allclose(found, degrees, atol=1e-9)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.5, 100), st.floats(0.5, 100), SEEDS)
def test_a_plane_keeps_its_slope_where_neighbours_are_missing(east, north, width, depth, seed):
    """A gap takes no height with it: on a plane every difference left says the same."""
    height = plane(12, 12, east, north, width, depth)
    height[np.random.default_rng(seed).random(height.shape) < 0.1] = np.nan
    found = slope_degrees(height, width, depth)
    expected = math.degrees(math.atan(math.hypot(east, north)))
    told = ~np.isnan(found)
    np.testing.assert_allclose(found[told], expected, atol=1e-6)
    assert not told[np.isnan(height[1:-1, 1:-1])].any()
    assert told.sum() > 0.7 * told.size


@settings(max_examples=60)
@given(SEEDS, st.sampled_from([0.0, 0.05, 0.3, 0.7]))
def test_slopes_are_those_of_horns_formula(seed, missing):
    random = np.random.default_rng(seed)
    height = random.uniform(0, 300, (10, 8))
    height[random.random(height.shape) < missing] = np.nan
    width, depth = random.uniform(5, 90, 8), random.uniform(5, 90, 8)
    np.testing.assert_allclose(slope_degrees(height, width, depth), horn(height, width, depth), rtol=1e-9, atol=1e-9)


def test_a_gap_far_away_changes_nothing():
    height = np.random.default_rng(1).uniform(0, 300, (12, 12))
    whole = slope_degrees(height, 30.0, 25.0)
    height[11, 11] = np.nan
    np.testing.assert_allclose(slope_degrees(height, 30.0, 25.0)[:9, :9], whole[:9, :9], rtol=1e-12)


def test_a_grids_edge_takes_the_differences_that_are_there():
    """The left column is missing: half the span, half the divisor."""
    height = np.array([[np.nan, 0.0, 10.0], [np.nan, 0.0, 10.0], [np.nan, 0.0, 10.0]])
    assert slope_degrees(height, 10.0, 10.0)[0, 0] == pytest.approx(45)


def test_a_cell_alone_has_no_slope_and_neither_has_a_gap():
    alone, gap = np.full((3, 3), np.nan), np.ones((3, 3))
    alone[1, 1], gap[1, 1] = 5.0, np.nan
    assert np.isnan(slope_degrees(alone, 30.0, 30.0)).all()
    assert np.isnan(slope_degrees(gap, 30.0, 30.0)).all()


def test_a_slope_known_in_one_direction_only_is_not_told():
    column = np.full((3, 3), np.nan)
    column[:, 1] = (0, 10, 20)
    assert np.isnan(slope_degrees(column, 10.0, 10.0)).all()


# --- degrees in metres --------------------------------------------------------------------------


def east_of(latitude, degrees=0.001, start=120.0):
    """Metres for so many degrees eastwards."""
    latitude = np.asarray(latitude, dtype=float)
    place = np.column_stack((np.full(len(latitude), start), latitude))
    return metres_between(place, place + (degrees, 0))


def north_of(latitude, degrees=0.001, start=120.0):
    """Metres for so many degrees northwards, with the latitude in their middle."""
    latitude = np.asarray(latitude, dtype=float)
    place = np.column_stack((np.full(len(latitude), start), latitude))
    return metres_between(place - (0, degrees / 2), place + (0, degrees / 2))


@pytest.mark.parametrize(("latitude", "metres"), [(0, 110_574), (30, 110_852), (45, 111_132), (60, 111_412)])
def test_a_degree_of_latitude_has_its_published_length(latitude, metres):
    assert 1000 * north_of([latitude])[0] == pytest.approx(metres, abs=1)


@pytest.mark.parametrize(("latitude", "metres"), [(0, 111_320), (30, 96_486), (45, 78_847), (60, 55_800)])
def test_a_degree_of_longitude_has_its_published_length(latitude, metres):
    assert 1000 * east_of([latitude])[0] == pytest.approx(metres, abs=2)


def test_the_meridian_adds_up_to_a_quarter_of_the_earth():
    """GRS80's meridian quadrant is 10 001 965.729 m."""
    assert north_of(np.arange(0.005, 90, 0.01), 0.01).sum() == pytest.approx(10_001_965.729, abs=0.05)


@given(st.floats(-80, 80), st.floats(-0.003, 0.003), st.floats(-0.003, 0.003))
def test_distances_are_those_of_points_in_space(latitude, d_longitude, d_latitude):
    """The chord between two points on the ellipsoid, X, Y, Z: shorter than the way by a millionth at most."""
    a, f = 6378137.0, 1 / 298.257222101

    def place(longitude, phi):
        longitude, phi = math.radians(longitude), math.radians(phi)
        n = a / math.sqrt(1 - f * (2 - f) * math.sin(phi) ** 2)
        flat = n * math.cos(phi)
        return flat * math.cos(longitude), flat * math.sin(longitude), n * (1 - f) ** 2 * math.sin(phi)

    one, other = (119.6, latitude), (119.6 + d_longitude, latitude + d_latitude)
    found = metres_between(np.array([one]), np.array([other]))[0]
    assert found == pytest.approx(math.dist(place(*one), place(*other)), rel=1e-6, abs=1e-4)
    assert metres_between(np.array([other]), np.array([one]))[0] == pytest.approx(found)


def test_a_geographic_plane_is_not_taken_for_metres():
    """One metre up for each metre north at 60°: cells of a thousandth of a degree."""
    latitude = 60 - np.arange(12) * 0.001
    height = np.repeat((latitude * 111_412)[:, None], 6, axis=1)
    slope = slope_degrees(height, east_of(latitude[1:-1]), north_of(latitude[1:-1]))
    np.testing.assert_allclose(slope, 45, atol=0.01)
