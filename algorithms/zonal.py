"""Means of grids over polygons.

A cell belongs to a polygon when its centre lies inside, as in QGIS's zonal
statistics. Rows of such cells are found from the polygons' edges, all at
once, and summed by running totals along the grid's rows: a large polygon
costs its outline, not its area.
"""

from dataclasses import dataclass

import numpy as np
import shapely

from .parallel import no_progress, run_all

_POLYGONS = 5_000  # looked at together
_FAR = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Grid:
    """A grid of cells: left and top edge, size of a cell (both positive), number of columns and rows."""

    left: float
    top: float
    width: float
    height: float
    columns: int
    rows: int


@dataclass(frozen=True)
class Cover:
    """Which cells count for which polygon: runs of cells along a row, and single cells with weights.

    Runs: row, first column, last column + 1, polygon; singles: row, column,
    polygon, weight. All are arrays, each group of one shape.
    """

    count: int
    run: tuple
    single: tuple

    def window(self):
        """First and last + 1 row and column in use, (0, 0, 0, 0) where none is."""
        rows = np.concatenate([self.run[0], self.single[0]])
        if len(rows) == 0:
            return 0, 0, 0, 0
        first = np.concatenate([self.run[1], self.single[1]])
        last = np.concatenate([self.run[2], self.single[1] + 1])
        return int(rows.min()), int(rows.max()) + 1, int(first.min()), int(last.max())


def cover(polygons, grid, progress=no_progress):
    """The cells of each polygon.

    polygons: shape (n,), in the grid's CRS. Where at most one centre lies in a
    polygon its cells count by the area shared, as in QGIS; and a polygon
    smaller than a cell takes the cell it lies in.
    """
    starts = range(0, max(len(polygons), 1), _POLYGONS)
    found = run_all(lambda start: _cells(polygons[start:start + _POLYGONS], start, grid), starts, progress)
    run, single = (tuple(map(np.concatenate, zip(*groups))) for groups in zip(*found))
    return Cover(len(polygons), run, single)


def centre_runs(polygons, grid, progress=no_progress):
    """Runs of cells whose centre lies in a polygon: (row, first column, last + 1, polygon), polygons in order."""

    def found(start):
        row, first, last, owner = _runs(polygons[start:start + _POLYGONS], grid)
        return row, first, last, start + owner

    parts = run_all(found, range(0, max(len(polygons), 1), _POLYGONS), progress)
    return tuple(map(np.concatenate, zip(*parts)))


def _cells(polygons, start, grid):
    """Runs and singles of these polygons, the first of which has the number `start`."""
    row, first, last, owner = _runs(polygons, grid)
    centres = np.bincount(owner, weights=last - first, minlength=len(polygons))
    small = shapely.area(polygons) < grid.width * grid.height
    thin = np.flatnonzero((centres <= 1) & ~small)
    keep = ~small[owner] & (centres[owner] > 1)
    singles = _join(_own_cell(polygons, np.flatnonzero(small), grid), _shared_cells(polygons, thin, grid))
    at, column, of, weight = singles
    return (row[keep], first[keep], last[keep], start + owner[keep]), (at, column, start + of, weight)


class ZonalMeans:
    """Means of several grids over polygons, gathered from strips of rows."""

    def __init__(self, cover_, bands):
        order = np.argsort(cover_.run[0], kind="stable")
        self._run = tuple(column[order] for column in cover_.run)
        order = np.argsort(cover_.single[0], kind="stable")
        self._single = tuple(column[order] for column in cover_.single)
        self._count = cover_.count
        self._sum = np.zeros((bands, cover_.count))
        self._weight = np.zeros((bands, cover_.count))

    def add(self, first_row, first_column, bands):
        """Take in one strip: each band a float array, NaN for NoData, whose corner is this row and column."""
        row, first, last, owner = self._within(self._run, first_row, bands[0].shape[0])
        at, column, of, weight = self._within(self._single, first_row, bands[0].shape[0])
        for band, values in enumerate(bands):
            missing = np.isnan(values)
            if len(row):
                total = _running(np.where(missing, 0, values)) if missing.any() else _running(values)
                ends = (row - first_row, last - first_column), (row - first_row, first - first_column)
                self._sum[band] += np.bincount(owner, total[ends[0]] - total[ends[1]], self._count)
                if missing.any():
                    valid = _running((~missing).astype(np.int32))
                    cells = valid[ends[0]] - valid[ends[1]]
                else:
                    cells = last - first
                self._weight[band] += np.bincount(owner, cells, self._count)
            if len(at):
                value = values[at - first_row, column - first_column]
                share = np.where(np.isnan(value), 0, weight)
                self._sum[band] += np.bincount(of, np.nan_to_num(value) * share, self._count)
                self._weight[band] += np.bincount(of, share, self._count)

    def columns(self, first_row, last_row):
        """First and last + 1 column in use in these rows (the last one not included), None where none is."""
        _, first, last, _ = self._within(self._run, first_row, last_row - first_row)
        _, column, _, _ = self._within(self._single, first_row, last_row - first_row)
        if len(first) + len(column) == 0:
            return None
        return (
            int(min(first.min(initial=_FAR), column.min(initial=_FAR))),
            int(max(last.max(initial=0), column.max(initial=-1) + 1)),
        )

    def means(self):
        """Mean of each band over each polygon, NaN where no cell had a value, shape (bands, n)."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self._weight > 0, self._sum / self._weight, np.nan)

    def _within(self, columns, first_row, count):
        start, end = np.searchsorted(columns[0], (first_row, first_row + count))
        return tuple(column[start:end] for column in columns)


def _running(values):
    """Running totals along rows, one column wider than the values."""
    total = np.zeros((values.shape[0], values.shape[1] + 1), dtype=np.result_type(values, np.int32))
    np.cumsum(values, axis=1, out=total[:, 1:])
    return total


def _runs(polygons, grid):
    """Runs of cells whose centres lie inside, as (row, first, last + 1, polygon)."""
    parts, of_part = shapely.get_parts(polygons, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)  # of single polygons only
    of_ring = of_part[part]
    points, ring_index = shapely.get_coordinates(rings, return_index=True)
    # Centres lie at whole numbers of u and v.
    u = (points[:, 0] - grid.left) / grid.width - 0.5
    v = (grid.top - points[:, 1]) / grid.height - 0.5
    edge = np.flatnonzero(ring_index[:-1] == ring_index[1:])
    u1, u2, v1, v2 = u[edge], u[edge + 1], v[edge], v[edge + 1]
    owner = of_ring[ring_index[edge]]
    # An edge meets the rows from its lower end up to, not including, its upper one: each ring closes evenly.
    start = np.clip(np.ceil(np.minimum(v1, v2)), 0, grid.rows).astype(int)
    count = np.clip(np.ceil(np.maximum(v1, v2)), 0, grid.rows).astype(int) - start
    crossing = np.repeat(np.arange(len(edge)), count)
    row = np.arange(len(crossing)) - np.repeat(np.cumsum(count) - count, count) + start[crossing]
    with np.errstate(invalid="ignore", divide="ignore"):
        along = (u2 - u1) / (v2 - v1)
    at = u1[crossing] + (row - v1[crossing]) * along[crossing]
    owner = owner[crossing]
    order = np.lexsort((at, row, owner))
    column = np.clip(np.ceil(at[order]), 0, grid.columns).astype(int)
    row, owner = row[order][::2], owner[order][::2]
    first, last = column[::2], column[1::2]
    filled = last > first
    return row[filled], first[filled], last[filled], owner[filled]


def _own_cell(polygons, which, grid):
    """The one cell in which each of these small polygons lies, with weight 1."""
    centre = shapely.centroid(polygons[which])
    outside = ~shapely.intersects(polygons[which], centre)
    centre[outside] = shapely.point_on_surface(polygons[which[outside]])
    column = np.floor((shapely.get_x(centre) - grid.left) / grid.width)
    row = np.floor((grid.top - shapely.get_y(centre)) / grid.height)
    inside = (column >= 0) & (column < grid.columns) & (row >= 0) & (row < grid.rows)
    return (
        row[inside].astype(int), column[inside].astype(int), which[inside], np.ones(int(inside.sum()))
    )


def _shared_cells(polygons, which, grid):
    """Every cell that these polygons share area with, weighted by it."""
    box = shapely.bounds(polygons[which])
    first = np.clip(np.floor((box[:, 0] - grid.left) / grid.width), 0, grid.columns).astype(int)
    last = np.clip(np.ceil((box[:, 2] - grid.left) / grid.width), 0, grid.columns).astype(int)
    low = np.clip(np.floor((grid.top - box[:, 3]) / grid.height), 0, grid.rows).astype(int)
    high = np.clip(np.ceil((grid.top - box[:, 1]) / grid.height), 0, grid.rows).astype(int)
    across, down = last - first, high - low
    cells = across * down
    row_of = np.repeat(np.arange(len(which)), cells)
    place = np.arange(len(row_of)) - np.repeat(np.cumsum(cells) - cells, cells)
    column = first[row_of] + place % np.maximum(across, 1)[row_of]
    row = low[row_of] + place // np.maximum(across, 1)[row_of]
    left, top = grid.left + column * grid.width, grid.top - row * grid.height
    square = shapely.box(left, top - grid.height, left + grid.width, top)
    shared = shapely.area(shapely.intersection(square, polygons[which[row_of]]))
    keep = shared > 0
    return row[keep], column[keep], which[row_of[keep]], shared[keep]


def _join(one, other):
    return tuple(np.concatenate(pair) for pair in zip(one, other))
