"""Means of grids over polygons, against every cell centre looked at."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import scattered, star

from land_consolidation.algorithms.zonal import Grid, ZonalMeans, cover

UNIT = Grid(0.0, 10.0, 1.0, 1.0, 12, 10)
"""Cells of 1 m: row r, column c has its centre at (c + 0.5, 9.5 − r)."""
SEEDS = st.integers(0, 2**32 - 1)


def squares(grid):
    """Every cell as a box, shape (rows, columns)."""
    left = grid.left + np.arange(grid.columns) * grid.width
    top = grid.top - np.arange(grid.rows)[:, None] * grid.height
    return shapely.box(left, top - grid.height, left + grid.width, top)


def weights_of(polygon, grid):
    """How much each cell counts: the rule, taken literally, one cell after another."""
    cells = squares(grid)
    if shapely.area(polygon) < grid.width * grid.height:
        centre = shapely.centroid(polygon)
        place = centre if shapely.intersects(polygon, centre) else shapely.point_on_surface(polygon)
        return shapely.contains(cells, place).astype(float)
    inside = shapely.contains(polygon, shapely.centroid(cells))
    return inside.astype(float) if inside.sum() > 1 else shapely.area(shapely.intersection(cells, polygon))


def every_cell(polygons, grid, values):
    found = []
    for polygon in polygons:
        weight = np.where(np.isnan(values), 0, weights_of(polygon, grid))
        found.append((weight * np.nan_to_num(values)).sum() / weight.sum() if weight.sum() > 0 else np.nan)
    return np.array(found)


def means(polygons, grid, *bands, height=1000):
    """The means, read in strips of so many rows from the window alone, as a raster would be."""
    cells = cover(polygons, grid)
    gathered = ZonalMeans(cells, len(bands))
    top, bottom, left, right = cells.window()
    for row in range(top, bottom, height):
        end = min(row + height, bottom)
        gathered.add(row, left, [band[row:end, left:right] for band in bands])
    return gathered.means()


def land(seed):
    """Polygons of every kind, some partly or wholly off a grid of oblong cells, and values with gaps."""
    random = np.random.default_rng(seed)
    grid = Grid(1000.3, 5000.7, random.uniform(3, 25), random.uniform(3, 25), *random.integers(3, 25, 2).tolist())
    wide, high = grid.width * grid.columns, grid.height * grid.rows
    polygons = list(scattered(random, 12, side=max(wide, high)))
    tiny = [star(random, random.uniform(0, max(wide, high), 2), random.uniform(1, 12), 5) for _ in range(8)]
    large = star(random, (wide / 2, high / 2), 0.7 * max(wide, high), 30, holes=True)
    apart = shapely.MultiPolygon([shapely.box(-3, -3, 9.1, 7.3), shapely.box(31.7, 22.3, 60.9, 41.1)])
    shapes = np.array([*polygons, *tiny, large, apart], dtype=object)
    shapes = shapely.transform(shapes, lambda points: points + (grid.left - 20, grid.top - high - 20))
    values = random.uniform(-50, 900, (grid.rows, grid.columns))
    values[random.random(values.shape) < random.choice([0, 0.1, 0.7])] = np.nan
    return shapes, grid, values


# --- the oracle ---------------------------------------------------------------------------------


@settings(max_examples=150)
@given(SEEDS, st.integers(1, 30))
def test_means_are_those_of_every_cell_whatever_the_strips(seed, height):
    polygons, grid, values = land(seed)
    np.testing.assert_allclose(
        means(polygons, grid, values, height=height)[0], every_cell(polygons, grid, values), rtol=1e-9, atol=1e-9
    )


@settings(max_examples=30)
@given(SEEDS)
def test_each_band_has_its_own_gaps(seed):
    polygons, grid, values = land(seed)
    other = np.where(np.random.default_rng(seed).random(values.shape) < 0.3, np.nan, 7.0)
    found = means(polygons, grid, values, other, height=4)
    np.testing.assert_allclose(found[0], every_cell(polygons, grid, values), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(found[1], every_cell(polygons, grid, other), rtol=1e-9)


def test_the_random_land_holds_every_kind_of_polygon():
    """Or else the comparisons above would compare less than they say."""
    kinds = {"small": 0, "thin": 0, "filled": 0, "off": 0, "holes": 0, "parts": 0}
    for seed in range(20):
        polygons, grid, _ = land(seed)
        for polygon in polygons:
            weight = weights_of(polygon, grid)
            kinds["off"] += weight.sum() == 0
            kinds["small"] += shapely.area(polygon) < grid.width * grid.height and weight.sum() == 1
            kinds["thin"] += bool(((weight > 0) & (weight != 1)).any())
            kinds["filled"] += weight.sum() > 1 and set(np.unique(weight)) <= {0.0, 1.0}
            parts = shapely.get_parts(polygon)
            kinds["parts"] += len(parts) > 1
            kinds["holes"] += shapely.get_num_interior_rings(parts).sum() > 0
    assert min(kinds.values()) >= 10, kinds


@given(SEEDS, st.integers(2, 40))
def test_neighbours_share_out_the_cells_between_them(seed, count):
    """Of polygons without gaps or overlaps each centre is in exactly one, even where edges run through centres."""
    random = np.random.default_rng(seed)
    x = np.unique(np.concatenate([[0, 12], random.integers(0, 24, count) / 2]))
    y = np.unique(np.concatenate([[0, 10], random.integers(0, 5, count) * 2 + 0.5]))
    for polygons in (shapely.box(x[:-1], 0, x[1:], 10), shapely.box(0, y[:-1], 12, y[1:])):
        row, first, last, owner = cover(polygons, UNIT).run
        taken = np.zeros((10, 12), dtype=int)
        for r, a, b in zip(row, first, last):
            taken[r, a:b] += 1
        assert (taken == 1).all()
        assert np.bincount(owner, last - first).sum() == taken.sum()


# --- hand-made cases ----------------------------------------------------------------------------


def test_a_polygon_over_whole_cells_has_their_mean():
    values = np.arange(120.0).reshape(10, 12)
    found = means(np.array([shapely.box(2, 3, 5, 6)]), UNIT, values)
    rows, columns = [4, 5, 6], [2, 3, 4]
    assert found[0, 0] == pytest.approx(np.mean([12 * r + c for r in rows for c in columns]))


def test_a_hole_and_a_gap_in_the_values_do_not_count():
    values = np.ones((10, 12))
    ring = shapely.box(0, 0, 6, 6).difference(shapely.box(2, 2, 4, 4))
    values[4:6 + 2, 2:4] = 1000  # rows 6 and 7 are the hole; 4 and 5 above it are not
    assert means(np.array([ring]), UNIT, values)[0, 0] == pytest.approx((28 * 1 + 4 * 1000) / 32)
    values[4:6, 2:4] = np.nan
    assert means(np.array([ring]), UNIT, values)[0, 0] == pytest.approx(1)


@pytest.mark.parametrize(("x", "y", "cell"), [(3.1, 4.9, (5, 3)), (0.01, 9.99, (0, 0)), (11.9, 0.05, (9, 11))])
def test_a_polygon_smaller_than_a_cell_takes_the_cell_it_lies_in(x, y, cell):
    values = np.arange(120.0).reshape(10, 12)
    speck = shapely.Point(x, y).buffer(0.02)
    assert means(np.array([speck]), UNIT, values)[0, 0] == values[cell]


def test_a_small_polygon_across_cells_takes_the_one_its_centroid_lies_in():
    values = np.arange(120.0).reshape(10, 12)
    assert means(np.array([shapely.box(3.5, 4.2, 4.4, 4.4)]), UNIT, values)[0, 0] == values[5, 3]


def test_a_small_crescent_takes_a_cell_it_really_touches():
    """Its centroid lies in the open, in a cell that it does not reach."""
    crescent = shapely.box(2.2, 2.2, 5.8, 5.8).difference(shapely.box(2.25, 2.25, 6, 5.75))
    assert shapely.area(crescent) < 1
    values = np.full((10, 12), np.nan)
    touched = shapely.intersects(squares(UNIT), crescent)
    values[touched] = 5.0
    values[5, 3:5] = -999
    assert not shapely.intersects(crescent, shapely.centroid(crescent))
    assert means(np.array([crescent]), UNIT, values)[0, 0] == 5


def test_a_strip_between_the_centres_is_weighed_by_area():
    """Of the strip's 0.55 m, 0.1 m lie in the row below 3 m and 0.45 m in the row above."""
    values = np.zeros((10, 12))
    values[7], values[6] = 10, 20
    strip = np.array([shapely.box(1.2, 2.9, 7.3, 3.45)])
    assert means(strip, UNIT, values)[0, 0] == pytest.approx((0.1 * 10 + 0.45 * 20) / 0.55)
    values[6] = np.nan
    assert means(strip, UNIT, values)[0, 0] == pytest.approx(10)


def test_one_centre_is_not_enough_and_two_are():
    values = np.arange(120.0).reshape(10, 12)
    one, two = shapely.box(2.6, 3.0, 4.4, 4.0), shapely.box(2.6, 3.0, 4.6, 4.0)
    row = values[6]
    found = means(np.array([one, two]), UNIT, values)[0]
    assert found[0] == pytest.approx((0.4 * row[2] + row[3] + 0.4 * row[4]) / 1.8)
    assert found[1] == pytest.approx((row[3] + row[4]) / 2)


def test_a_polygon_off_the_grid_has_no_mean():
    away = np.array([
        shapely.box(-9, -9, -5, -5), shapely.box(20, 0, 20.1, 0.1), shapely.box(3, 11, 8, 15),
        shapely.box(12.0, 0, 14, 3), shapely.box(2, 2, 4, 4),
    ])  # fmt: skip
    found = means(away, UNIT, np.ones((10, 12)))[0]
    assert np.isnan(found).tolist() == [True, True, True, True, False]
    assert cover(away[:4], UNIT).window() == (0, 0, 0, 0)
    assert np.isnan(means(away[:4], UNIT, np.ones((10, 12)))).all()


def test_the_window_holds_the_cells_in_use_and_no_more():
    polygons = np.array([shapely.box(2, 3, 5, 6), shapely.box(8.1, 1.1, 8.2, 1.2)])
    cells = cover(polygons, UNIT)
    assert cells.window() == (4, 9, 2, 9)
    gathered = ZonalMeans(cells, 1)
    assert [gathered.columns(*rows) for rows in ((0, 10), (8, 9), (6, 7), (7, 8))] == [(2, 9), (8, 9), (2, 5), None]


@settings(max_examples=40)
@given(SEEDS, st.integers(0, 24), st.integers(1, 24))
def test_the_columns_of_some_rows_hold_the_cells_in_use_there(seed, first, count):
    polygons, grid, _ = land(seed)
    used = sum(weights_of(polygon, grid) for polygon in polygons) > 0
    columns = np.flatnonzero(used[first:first + count].any(axis=0))
    found = ZonalMeans(cover(polygons, grid), 1).columns(first, first + count)
    assert found == ((columns[0], columns[-1] + 1) if len(columns) else None)


def test_thousands_keep_their_own_cells():
    """More than are looked at together: of every kind, over heights that are the column's number."""
    grid = Grid(0.0, 60.0, 1.0, 1.0, 100, 60)
    values = np.tile(np.arange(100.0), (60, 1))
    number = np.arange(12_000)
    x, y, kind = number % 97, number % 53, number % 3
    filled, speck, strip = kind == 0, kind == 1, kind == 2
    wide, high = np.choose(kind, (2, 0.4, 1.2)), np.choose(kind, (2, 0.4, 1))
    found = means(shapely.box(x, y, x + wide, y + high), grid, values, height=7)[0]
    np.testing.assert_allclose(found[filled], x[filled] + 0.5)
    np.testing.assert_allclose(found[speck], x[speck])
    np.testing.assert_allclose(found[strip], x[strip] + 0.2 / 1.2)


def test_nothing_has_no_means():
    nothing = np.empty(0, dtype=object)
    assert cover(nothing, UNIT).window() == (0, 0, 0, 0)
    assert means(nothing, UNIT, np.ones((10, 12))).shape == (1, 0)


@pytest.mark.parametrize("kind", [np.float32, np.int16])
def test_sums_do_not_lose_what_the_grids_own_numbers_cannot_hold(kind):
    """30000 in 16 bits overflows at two cells; in single precision a million cells of it lose metres."""
    side = 400
    grid = Grid(0.0, float(side), 1.0, 1.0, side, side)
    values = np.full((side, side), 30_001, dtype=kind)
    assert means(np.array([shapely.box(0, 0, side, side)]), grid, values)[0, 0] == 30_001
