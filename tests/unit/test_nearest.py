"""Straight distances, against every pair measured."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import scattered, star

from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.algorithms.nearest import nearest_distance


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
def test_the_nearest_is_the_least_of_all_distances(seed, count):
    random = np.random.default_rng(seed)
    polygons = scattered(random, 15)
    kinds = (
        shapely.points(random.uniform(0, 900, (count, 2))),
        shapely.linestrings(random.uniform(0, 900, (count, 2, 2))),
        scattered(random, count + 1, side=900),
    )
    for targets in kinds:
        every = shapely.distance(polygons[:, None], targets[None, :])
        distance, index = nearest_distance(polygons, targets)
        np.testing.assert_allclose(distance, every.min(axis=1))
        np.testing.assert_allclose(every[np.arange(len(polygons)), index], every.min(axis=1))


def test_the_distance_is_from_the_edge_and_nothing_inside():
    square = np.array([shapely.box(0, 0, 10, 10)])
    assert nearest_distance(square, shapely.points([[5.0, 5.0]]))[0][0] == 0
    assert nearest_distance(square, shapely.points([[13.0, 14.0]]))[0][0] == pytest.approx(5)


def test_without_targets_nothing_is_known():
    distance, index = nearest_distance(shapely.box([0, 5], 0, [1, 6], 1), np.empty(0, dtype=object))
    assert np.isnan(distance).all()
    assert index.tolist() == [-1, -1]
    assert len(nearest_distance(np.empty(0, dtype=object), shapely.points([[0, 0]]))[0]) == 0


def test_thousands_keep_their_own_distance():
    """More than one thread takes at once."""
    x = np.arange(9_000.0)
    distance, index = nearest_distance(shapely.points(x, 0), shapely.points(x[::-1], 1 + x[::-1] / 1000))
    np.testing.assert_array_equal(index, 8_999 - np.arange(9_000))
    np.testing.assert_allclose(distance, 1 + x / 1000)


def test_cancelling_ends_it():
    def cancel(fraction):
        raise Cancelled()

    with pytest.raises(Cancelled):
        nearest_distance(shapely.points(np.arange(9_000), 0), shapely.points([[0, 0]]), cancel)


@given(st.integers(0, 2**32 - 1))
def test_long_outlines_cut_into_pieces_are_as_near_as_whole(seed):
    """Polygons with holes, lines and points of up to a hundred vertices, against every pair looked at."""
    random = np.random.default_rng(seed)
    rings = [star(random, random.uniform(0, 300, 2), 60, int(random.integers(5, 100))) for _ in range(4)]
    holed = rings[0].difference(shapely.buffer(shapely.centroid(rings[0]), 8))
    line = shapely.LineString(random.uniform(0, 300, (int(random.integers(2, 60)), 2)))
    targets = np.array([holed, *rings[1:], line, shapely.Point(random.uniform(0, 300, 2))], dtype=object)
    places = shapely.points(random.uniform(-50, 350, (30, 2)))
    geometry = np.concatenate([places, shapely.buffer(places, random.uniform(1, 30, 30))])
    distance, index = nearest_distance(geometry, targets)
    every = shapely.distance(geometry[:, None], targets[None, :])
    np.testing.assert_allclose(distance, every.min(axis=1), atol=1e-9)
    np.testing.assert_allclose(every[np.arange(len(geometry)), index], distance, atol=1e-9)
