"""Links between forest patches, against Dijkstra and Kruskal by hand."""

import heapq

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.corridors import (
    as_lines,
    chosen,
    find_links,
    grid_for,
    outside,
    raster,
    spanning,
)

CELL = 10.0
ENDLESS = 1e5


def far_from(start, cost):
    """Cheapest cost from a set of cells to every cell, one by one with a heap."""
    far = np.full(cost.shape, np.inf)
    heap = [(0.0, int(y), int(x)) for y, x in np.argwhere(start)]
    for _, y, x in heap:
        far[y, x] = 0
    while heap:
        so_far, y, x = heapq.heappop(heap)
        if so_far > far[y, x]:
            continue
        for v in range(max(y - 1, 0), min(y + 2, cost.shape[0])):
            for u in range(max(x - 1, 0), min(x + 2, cost.shape[1])):
                further = so_far + (cost[y, x] + cost[v, u]) / 2 * np.hypot(v - y, u - x) * CELL
                if further < far[v, u]:
                    far[v, u] = further
                    heapq.heappush(heap, (further, v, u))
    return far


def fewest(patch, cost):
    """Costs of the minimum spanning forest of all patches, by Kruskal over every two of them."""
    numbers = np.unique(patch[patch >= 0]).tolist()
    pairs = sorted(
        (far_from(patch == one, cost)[patch == other].min(), one, other)
        for one in numbers for other in numbers if one < other
    )
    group, costs = {number: number for number in numbers}, []
    for price, one, other in pairs:
        if np.isfinite(price) and group[one] != group[other]:
            costs.append(price)
            joined = group[other]
            group = {number: group[one] if of == joined else of for number, of in group.items()}
    return costs


def lands(seed, size=12):
    random = np.random.default_rng(seed)
    cost = random.integers(1, 30, (size, size)).astype(float)
    cost[random.random((size, size)) < 0.15] = np.inf
    patch = np.full((size, size), -1)
    for number in range(random.integers(2, 6)):
        y, x = random.integers(0, size - 2, 2)
        patch[y:y + random.integers(1, 4), x:x + random.integers(1, 4)] = number
    cost[patch >= 0] = 1
    return patch, cost


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_links_are_those_of_dijkstra_and_kruskal_by_hand(seed):
    patch, cost = lands(seed)
    links = find_links(patch, cost, CELL, ENDLESS)
    kept = chosen(links, spanning(links))
    assert sorted(kept.cost) == pytest.approx(sorted(fewest(patch, cost)))
    for first, second, price, cells in zip(kept.first, kept.second, kept.cost, kept.cells):
        here, there = cells[:-1], cells[1:]
        assert np.abs(here - there).max() == 1, "from neighbour to neighbour"
        steps = (cost[tuple(here.T)] + cost[tuple(there.T)]) / 2 * np.hypot(*(here - there).T) * CELL
        assert steps.sum() == pytest.approx(price), "the cells cost what the link says"
        assert {patch[tuple(cells[0])], patch[tuple(cells[-1])]} == {first, second}
        assert (patch[tuple(cells[1:-1].T)] < 0).all() or len(cells) == 2


def test_a_wall_is_gone_round_through_its_gate():
    patch, cost = np.full((21, 21), -1), np.ones((21, 21))
    patch[8:13, 0:3], patch[8:13, 18:21] = 0, 1
    cost[:, 10] = np.inf
    cost[1, 10] = 1
    links = find_links(patch, cost, CELL, ENDLESS)
    assert len(links.cost) == 1
    assert (1, 10) in set(map(tuple, links.cells[0].tolist()))


def test_what_lies_too_far_from_every_patch_is_left_out():
    patch = np.full((5, 40), -1)
    patch[:, :3], patch[:, 37:] = 0, 1
    assert len(find_links(patch, np.ones((5, 40)), CELL, 100).cost) == 0
    assert find_links(patch, np.ones((5, 40)), CELL, 400).cost == pytest.approx([350])


def test_no_patch_one_patch_and_touching_patches():
    cost, patch = np.ones((6, 6)), np.full((6, 6), -1)
    assert len(find_links(patch, cost, CELL, 100).cost) == 0
    patch[:, :3] = 0
    assert len(spanning(find_links(patch, cost, CELL, 100))) == 0
    patch[:, 3:] = 1
    assert find_links(patch, cost, CELL, 100).cost == pytest.approx([10])


def test_cells_take_the_value_of_the_parcel_at_their_middle():
    random = np.random.default_rng(3)
    corner = random.uniform(0, 900, (60, 2))
    parcels = shapely.box(*corner.T, *(corner + random.uniform(15, 90, (60, 2))).T)
    parcels = np.array([part for row, part in enumerate(parcels)
                        if not any(part.intersects(other) for other in parcels[:row])], dtype=object)
    grid = grid_for(parcels, 10)
    found = raster(parcels, np.arange(len(parcels)), grid, -1)
    row, column = np.mgrid[:grid.rows, :grid.columns]
    middle = shapely.points(grid.left + (column + 0.5) * 10, grid.top - (row + 0.5) * 10)
    for number, parcel in enumerate(parcels):
        assert ((found == number) == shapely.contains_properly(parcel, middle)).all()


def test_a_large_land_has_larger_cells():
    grid = grid_for(np.array([shapely.box(0, 0, 50_000, 20_000)]), 10, most=10_000)
    assert grid.width == pytest.approx(np.sqrt(1e9 / 10_000))
    assert grid.rows * grid.columns <= 10_000 * 1.02


def test_a_link_counts_only_outside_the_forests():
    forests = np.array([shapely.box(0, 0, 100, 100), shapely.box(160, 0, 300, 100)])
    grid = grid_for(forests, 10)
    patch = raster(forests, np.arange(2), grid, -1)
    links = find_links(patch, np.ones(patch.shape), grid.width, 500)
    line = outside(as_lines(links, grid), forests)
    assert shapely.length(line) == pytest.approx([60])
