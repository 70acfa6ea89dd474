"""What polygons cover, against shapely's general union."""

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from soups import scattered, soups

from land_consolidation.algorithms.dissolve import union, united

SEEDS = st.integers(0, 2**32 - 1)
NOTHING = np.empty(0, dtype=object)
SPIKE = shapely.Polygon([(0, 0), (5, 5), (0, 0)])  # no area at all


def every_pair(one, other):
    return shapely.area(shapely.intersection(one[:, None], other[None, :]))


@settings(max_examples=60)
@given(soups())
def test_the_union_is_what_shapely_unites(soup):
    """Voronoi cells share their edges; scattered polygons overlap, nest and have holes."""
    whole, expected = union(soup.geometry), shapely.union_all(soup.geometry)
    assert shapely.is_valid(whole)
    assert shapely.area(whole) == pytest.approx(shapely.area(expected), rel=1e-9)
    assert shapely.area(shapely.symmetric_difference(whole, expected)) <= 1e-6


@settings(max_examples=30)
@given(SEEDS)
@example(0)
def test_bow_ties_among_parcels_keep_both_wings(seed):
    random = np.random.default_rng(seed)
    polygons = scattered(random, 12)
    x, y = random.uniform(0, 100, (2, 3))
    ties = np.array([shapely.Polygon([(a, b), (a + 9, b + 9), (a + 9, b), (a, b + 9)]) for a, b in zip(x, y)])
    every = np.concatenate([polygons, ties])
    expected = shapely.union_all(shapely.make_valid(every))
    assert shapely.area(shapely.symmetric_difference(union(every), expected)) <= 1e-6


def test_what_has_no_area_covers_nothing():
    assert union(np.array([SPIKE])).is_empty and united(np.array([SPIKE])).shape == (0,)
    assert union(np.array([SPIKE, shapely.Polygon(), SPIKE])).is_empty
    assert union(np.array([SPIKE, shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])).area == 2


def test_the_union_of_nothing_is_empty():
    assert union(NOTHING).is_empty and shapely.get_dimensions(union(NOTHING)) == 2


@settings(max_examples=60)
@given(SEEDS)
def test_united_parts_cover_the_same_once(seed):
    polygons = scattered(np.random.default_rng(seed), 15)
    parts = united(polygons)
    whole = shapely.union_all(polygons)
    assert shapely.area(parts).sum() == pytest.approx(shapely.area(whole), rel=1e-9)
    assert shapely.area(shapely.symmetric_difference(shapely.union_all(parts), whole)) == pytest.approx(0, abs=1e-6)
    assert (shapely.get_type_id(parts) == 3).all()
    assert shapely.is_valid(parts).all()
    overlap = np.triu(every_pair(parts, parts), 1)
    assert overlap.max(initial=0) <= 1e-6


def test_a_zone_mapped_twice_counts_once():
    (part,) = united(np.array([shapely.box(0, 0, 10, 10), shapely.box(0, 0, 10, 10), shapely.box(5, 0, 15, 10)]))
    assert shapely.area(part) == pytest.approx(150)


def test_a_bow_tie_keeps_both_its_wings():
    bow_tie = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    parts = united(np.array([bow_tie, shapely.box(100, 0, 101, 1)]))
    assert shapely.area(parts).sum() == pytest.approx(51)


def test_spikes_leave_no_parts_without_area():
    spike = shapely.Polygon([(0, 0), (10, 0), (10, 10), (20, 20), (10, 10), (0, 10)])
    parts = united(np.array([spike]))
    assert shapely.area(parts).tolist() == pytest.approx([100])


def test_nothing_united_is_nothing():
    assert united(NOTHING).shape == (0,)
