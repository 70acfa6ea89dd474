"""What lies in which region, against every pair intersected."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import cells, scattered

from land_consolidation.algorithms.overlay import overlapping, owner_by_area, shared_area

SEEDS = st.integers(0, 2**32 - 1)
NOTHING = np.empty(0, dtype=object)

# --- owner by area ------------------------------------------------------------------------------


def every_pair(geometry, regions):
    return shapely.area(shapely.intersection(geometry[:, None], regions[None, :]))


@settings(max_examples=80)
@given(SEEDS, st.sampled_from([cells, scattered]), st.integers(1, 12))
def test_the_owner_shares_most_area_of_all(seed, maker, count):
    """Voronoi regions leave gaps between them; scattered ones overlap, nest and have holes."""
    random = np.random.default_rng(seed)
    geometry, regions = scattered(random, 25, side=450), maker(random, count)
    if len(regions) == 0:
        regions = shapely.box([0.0], 0, 9, 9)
    shared = every_pair(geometry, regions)
    owner, straddling = owner_by_area(geometry, regions)
    none = shared.max(axis=1) == 0
    assert (owner[none] == -1).all()
    assert (owner[~none] >= 0).all()
    np.testing.assert_allclose(shared[~none, owner[~none]], shared[~none].max(axis=1), rtol=1e-9)
    assert straddling == ((shared > 0.01).sum(axis=1) > 1).sum()


def test_the_order_of_regions_does_not_matter_but_for_ties():
    random = np.random.default_rng(3)
    geometry, regions = scattered(random, 60), cells(random, 12)
    owner, straddling = owner_by_area(geometry, regions)
    turned, again = owner_by_area(geometry, regions[::-1])
    held = owner >= 0
    assert held.sum() > 20
    assert (turned[held] == len(regions) - 1 - owner[held]).all()
    assert (turned[~held] == -1).all()
    assert again == straddling > 0


def test_equal_shares_go_to_the_first_region():
    regions = shapely.box([0.0, 10], 0, [10.0, 20], 10)
    assert owner_by_area(np.array([shapely.box(8, 1, 12, 2)]), regions) == ([0], 1)
    assert owner_by_area(np.array([shapely.box(8, 1, 12, 2)]), regions[::-1]) == ([0], 1)


@pytest.mark.parametrize(
    "outside",
    [shapely.box(10, 2, 12, 4), shapely.box(10, 10, 12, 12), shapely.box(9, -2, 12, 0), shapely.box(30, 30, 31, 31)],
    ids=["edge", "corner", "two edges", "far"],
)
def test_touching_a_region_is_not_lying_in_it(outside):
    regions = np.array([shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 2)])
    owner, straddling = owner_by_area(np.array([outside, shapely.box(1, 1, 2, 2)]), regions)
    assert owner.tolist() == [-1, 0]
    assert straddling == 0


def test_a_neighbour_that_only_touches_does_not_make_it_straddle():
    regions = shapely.box([0.0, 10], 0, [10.0, 20], 10)
    owner, straddling = owner_by_area(np.array([shapely.box(4, 1, 10, 2), shapely.box(10, 1, 16, 2)]), regions)
    assert (owner.tolist(), straddling) == ([0, 1], 0)


def test_without_regions_nobody_owns():
    box = np.array([shapely.box(0, 0, 1, 1)])
    assert owner_by_area(box, NOTHING)[0].tolist() == [-1]
    assert owner_by_area(NOTHING, box)[0].tolist() == []
    assert owner_by_area(box, box) == ([0], 0)


# --- shared area ---------------------------------------------------------------------------------


@settings(max_examples=40)
@given(SEEDS)
def test_overlaps_are_those_of_every_pair(seed):
    polygons = scattered(np.random.default_rng(seed), 15, side=150)
    shared = np.triu(every_pair(polygons, polygons), 1)
    counts = shared >= 0.01
    pairs, area = overlapping(polygons)
    assert pairs == counts.sum()
    assert area == pytest.approx(shared[counts].sum(), rel=1e-9)


def test_neighbours_do_not_overlap_and_slivers_do_not_count():
    assert overlapping(shapely.box([0, 1, 1], [0, 0, 1], [1, 2, 2], [1, 1, 2])) == (0, 0)
    assert overlapping(shapely.box([0, 9.999], 0, [10, 20], [9.9])) == (0, 0)
    assert overlapping(shapely.box([0, 9.0], 0, [10, 20], [9.9])) == (1, pytest.approx(9.9))
    assert overlapping(NOTHING) == (0, 0)


def test_pairs_share_their_own_area():
    x = np.arange(5_000.0)
    found = shared_area(shapely.box(x, 0, x + 2, 1), shapely.box(x + 1, 0, x + 3, x / 5_000))
    np.testing.assert_allclose(found, x / 5_000, atol=1e-9)
    assert shared_area(NOTHING, NOTHING).shape == (0,)
