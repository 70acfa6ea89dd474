"""Parcels cut by layers, against every layer united and every combination cut out."""

from itertools import product

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import boxes, cells, scattered

from land_consolidation.algorithms.membership import NOISE, counted_twice, cut_by_layers
from land_consolidation.algorithms.rounding import shares_rounded

SEEDS = st.integers(0, 2**32 - 1)
MAKERS = st.sampled_from([cells, scattered, lambda random, count: boxes(random, count, 400)])


def brute_force(geometry, layers):
    """Area of each parcel in each combination of layers, shape (n, combinations), layers united first."""
    united = [shapely.union_all(layer) for layer in layers]
    areas = []
    for inside in product((False, True), repeat=len(layers)):
        part = geometry
        for one, within in zip(united, inside):
            part = (shapely.intersection if within else shapely.difference)(part, one)
        areas.append(shapely.area(part))
    return np.column_stack(areas)


def found(pieces, count, layers):
    """The same from our pieces."""
    combination = (pieces.member * 2 ** np.arange(layers)[::-1]).sum(axis=1)
    areas = np.zeros((count, 2**layers))
    np.add.at(areas, (pieces.row, combination), shapely.area(pieces.geometry))
    return areas


@settings(max_examples=60)
@given(SEEDS, MAKERS, st.lists(st.tuples(MAKERS, st.integers(0, 25)), min_size=1, max_size=4))
def test_pieces_are_those_of_every_combination_cut_out(seed, maker, asked):
    random = np.random.default_rng(seed)
    geometry = maker(random, 25)
    layers = [make(random, count) if count else np.empty(0, dtype=object) for make, count in asked]
    pieces = cut_by_layers(geometry, layers)
    np.testing.assert_allclose(
        found(pieces, len(geometry), len(layers)), brute_force(geometry, layers), atol=8 * NOISE, rtol=0)
    assert (np.diff(pieces.row) >= 0).all()
    assert shapely.is_valid(pieces.geometry).all()
    assert (shapely.get_dimensions(pieces.geometry) == 2).all()
    keys = list(zip(pieces.row.tolist(), map(tuple, pieces.member.tolist())))
    assert len(set(keys)) == len(keys)
    assert (pieces.geometry[pieces.whole] == geometry[pieces.row[pieces.whole]]).all()
    for row in range(len(geometry)):
        mine = pieces.geometry[pieces.row == row]
        assert shapely.area(shapely.union_all(mine)) == pytest.approx(shapely.area(mine).sum(), abs=0.005)


@settings(max_examples=20)
@given(SEEDS)
def test_a_layer_that_lies_on_itself_counts_once(seed):
    random = np.random.default_rng(seed)
    geometry, layer = cells(random, 30), scattered(random, 20)
    once, twice = (cut_by_layers(geometry, [polygons]) for polygons in (layer, np.concatenate([layer, layer])))
    np.testing.assert_allclose(
        found(twice, len(geometry), 1), found(once, len(geometry), 1), atol=4 * NOISE, rtol=0)


def test_a_parcel_among_its_like_is_whole_and_touched_by_none():
    random = np.random.default_rng(1)
    geometry = cells(random, 60)
    pieces = cut_by_layers(geometry, [geometry[::2], geometry[1::2]])
    assert pieces.whole.all()
    assert pieces.member[:, 0].tolist() == [row % 2 == 0 for row in range(len(geometry))]
    assert (pieces.member[:, 1] == ~pieces.member[:, 0]).all()


def test_a_large_zone_with_holes_is_cut_small_without_a_trace():
    random = np.random.default_rng(5)
    angle = np.linspace(0, 2 * np.pi, 6000, endpoint=False)
    far = 150 + 12 * np.sin(angle * 40)
    zone = shapely.Polygon(np.column_stack([200 + far * np.cos(angle), 200 + far * np.sin(angle)]),
                           [shapely.get_coordinates(shapely.Point(200, 200).buffer(40))])
    geometry = cells(random, 200)
    pieces = cut_by_layers(geometry, [np.array([zone])])
    np.testing.assert_allclose(
        found(pieces, len(geometry), 1), brute_force(geometry, [np.array([zone])]), atol=4 * NOISE, rtol=0)
    assert pieces.whole.sum() > 50


@settings(max_examples=20)
@given(SEEDS, st.integers(0, 60))
def test_what_counts_twice_is_what_a_union_lacks(seed, count):
    random = np.random.default_rng(seed)
    polygons = np.concatenate([cells(random, 40), scattered(random, count)]) if count else cells(random, 40)
    lacking = shapely.area(polygons).sum() - shapely.area(shapely.union_all(polygons))
    assert counted_twice(polygons) == pytest.approx(lacking, abs=0.01)
    assert counted_twice(cells(random, 40)) < 0.01


def test_many_tiles_cut_as_one_would():
    """More polygons than one tile takes, overlapping across tiles."""
    random = np.random.default_rng(8)
    geometry, layer = cells(random, 300), scattered(random, 1500)
    np.testing.assert_allclose(
        found(cut_by_layers(geometry, [layer]), len(geometry), 1), brute_force(geometry, [layer]), atol=8 * NOISE,
        rtol=0)
    assert counted_twice(layer) > 1000


def test_a_parcel_that_a_layer_touches_in_a_line_and_a_point_is_left_whole():
    parcel = np.array([shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)])])
    layer = np.array([shapely.Polygon([(9, 0), (9, 3), (12, 3), (12, 8), (9, 9), (15, 9), (15, 0)])])
    pieces = cut_by_layers(parcel, [layer])
    assert shapely.get_type_id(shapely.intersection(parcel, layer)).tolist() == [7]
    assert pieces.whole.tolist() == [True] and not pieces.member.any()


def test_nothing_at_all():
    nothing = np.empty(0, dtype=object)
    pieces = cut_by_layers(nothing, [nothing, nothing])
    assert pieces.member.shape == (0, 2)
    assert len(cut_by_layers(shapely.box([0.0], 0, 1, 1), [nothing]).row) == 1


# --- rounded shares -----------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, 10**9), st.lists(st.floats(0, 1e6), min_size=1, max_size=9)),
                min_size=1, max_size=20))
def test_rounded_shares_add_up_and_are_off_by_less_than_a_unit(groups):
    group = np.repeat(np.arange(len(groups)), [len(weights) for _, weights in groups])
    weight = np.concatenate([weights for _, weights in groups])
    whole = np.array([units for units, _ in groups]) / 100
    shares = shares_rounded(weight, group, whole)
    units = np.round(shares * 100).astype(int)
    assert np.bincount(group, weights=units).astype(int).tolist() == [units for units, _ in groups]
    assert (shares >= 0).all()
    total = np.bincount(group, weights=weight)[group]
    some = total > 0
    assert (np.abs(units[some] - weight[some] / total[some] * whole[group][some] * 100) < 1 + 1e-3).all()


def test_the_largest_remainder_is_rounded_up():
    assert shares_rounded([1, 1, 1], [0, 0, 0], [1.0]).tolist() == [0.34, 0.33, 0.33]
    assert shares_rounded([0, 0, 3], [0, 0, 1], [0.5, 0.07]).tolist() == [0.5, 0, 0.07]
    assert shares_rounded([2, 1, 2, 4], [0, 0, 1, 1], [1.0, 0.1]).tolist() == [0.67, 0.33, 0.03, 0.07]
