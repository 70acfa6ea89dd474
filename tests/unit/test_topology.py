"""Overlaps, gaps and the rest, against every pair compared and everything united."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from soups import cells, scattered

from land_consolidation.algorithms.topology import (
    DUPLICATE,
    GAP,
    INVALID,
    OUTSIDE,
    OVERLAP,
    SLIVER,
    UNCOVERED,
    Limits,
    find_faults,
    gaps,
    overlaps,
)

LIMITS = Limits()


def array(*polygons):
    made = np.empty(len(polygons), dtype=object)
    made[:] = polygons
    return made


def by_brute_force(geometry):
    """{(first, second): shared area} of every pair that shares enough."""
    found = {}
    for one in range(len(geometry)):
        for other in range(one + 1, len(geometry)):
            shared = shapely.intersection(geometry[one], geometry[other])
            if counts(shared):
                found[one, other] = shapely.area(shared)
    return found


def holes(geometry):
    """What everything united does not fill, by area."""
    whole = shapely.union_all(geometry)
    rings = [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
    bare = shapely.get_parts(shapely.difference(shapely.union_all(rings), whole)) if rings else []
    return sorted(shapely.area(hole) for hole in bare if counts(hole))


def counts(land):
    parts = shapely.get_parts(land)
    area = shapely.area(land)
    length = shapely.length(parts[shapely.get_dimensions(parts) == 2]).sum()
    return area >= LIMITS.area and 2 * area / length >= LIMITS.width


def of_kind(faults, *kinds):
    keep = np.isin(faults.kind, kinds)
    return list(zip(faults.first[keep].tolist(), faults.second[keep].tolist(), faults.area[keep].tolist()))


def mixed(random, count):
    """Cells that fit, some strewn over them, some twice, some cells turned into two sheets."""
    land = cells(random, count)
    parts = [land, scattered(random, int(random.integers(0, 4)))]
    if random.random() < 0.5 and len(land):
        parts.append(land[random.integers(0, len(land), 2)])
    if random.random() < 0.3:
        parts.append(land)
    return np.concatenate(parts)


@given(st.integers(0, 2**32), st.integers(4, 40))
def test_overlaps_are_those_of_every_pair_compared(seed, count):
    geometry = mixed(np.random.default_rng(seed), count)
    expected = by_brute_force(geometry)
    found = of_kind(overlaps(geometry, LIMITS), OVERLAP, DUPLICATE)
    assert {(one, other) for one, other, _ in found} == set(expected)
    for one, other, area in found:
        assert area == pytest.approx(expected[one, other], abs=1e-6)


@given(st.integers(0, 2**32), st.integers(4, 40))
def test_gaps_are_the_holes_of_everything_united(seed, count):
    geometry = mixed(np.random.default_rng(seed), count)
    found = sorted(area for *_, area in of_kind(gaps(geometry, LIMITS), GAP))
    assert sum(found) == pytest.approx(sum(holes(geometry)), abs=0.05)
    assert found == pytest.approx(holes(geometry), abs=0.05)


def test_two_whole_sheets_are_compared_to_their_middles():
    x, y = (axis.ravel() for axis in np.meshgrid(np.arange(9) * 10.0, np.arange(9) * 10.0))
    grid = shapely.box(x, y, x + 10, y + 10)
    found = of_kind(find_faults(np.concatenate([grid, grid])), DUPLICATE, OVERLAP)
    assert {(one, other) for one, other, _ in found} == {(k, k + 81) for k in range(81)}
    found = find_faults(np.concatenate([grid, shapely.box(x + 5, y, x + 15, y + 10)]))
    assert set(found.kind) == {OVERLAP}
    assert len(found) == 81 + 72


def test_a_vertex_on_a_neighbours_edge_is_no_fault():
    faults = find_faults(array(
        shapely.box(0, 0, 20, 10), shapely.box(0, 10, 7, 20), shapely.box(7, 10, 20, 20)))
    assert len(faults) == 0


@pytest.mark.parametrize(("width", "kinds"), [(0.0005, []), (0.002, [GAP])])
def test_a_slit_narrower_than_a_millimetre_does_not_count(width, kinds):
    land = array(
        shapely.box(0, 0, 100, 10), shapely.box(0, 10 + width, 100, 20), shapely.box(-5, 0, 0, 20),
        shapely.box(100, 0, 105, 20))
    assert list(find_faults(land).kind) == kinds


def test_invalid_polygons_are_told_and_taken_as_the_land_they_hold():
    bow = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    faults = find_faults(array(bow, shapely.box(8, 2, 20, 8)))
    assert of_kind(faults, INVALID) == [(0, -1, 0.0)]
    assert of_kind(faults, OVERLAP)[0][2] == pytest.approx(shapely.area(
        shapely.intersection(shapely.make_valid(bow), shapely.box(8, 2, 20, 8))))


def test_slivers_are_thin():
    faults = find_faults(array(shapely.box(0, 0, 50, 0.1), shapely.box(0, 5, 50, 6)))
    assert of_kind(faults, SLIVER) == [(0, -1, pytest.approx(5.0))]


def test_a_boundary_shows_what_sticks_out_and_what_is_bare():
    boundary = shapely.box(0, 0, 30, 10)
    faults = find_faults(array(shapely.box(-2, 0, 10, 10), shapely.box(10, 0, 20, 10)), boundary)
    assert of_kind(faults, OUTSIDE) == [(0, -1, pytest.approx(20.0))]
    assert of_kind(faults, UNCOVERED) == [(-1, -1, pytest.approx(100.0))]


def test_a_boundary_does_not_tell_a_hole_twice():
    ring = shapely.difference(shapely.box(0, 0, 30, 30), shapely.box(10, 10, 20, 20))
    faults = find_faults(array(ring), shapely.box(0, 0, 30, 30))
    assert of_kind(faults, GAP) == [(-1, -1, pytest.approx(100.0))]


def test_nothing_has_no_faults():
    assert len(find_faults(np.empty(0, dtype=object))) == 0
