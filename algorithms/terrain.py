"""Slope of a terrain model."""

import numpy as np

_A, _E2 = 6378137.0, 0.0066943800229  # CGCS2000


def slope_degrees(height, width, depth):
    """Slope by Horn's method (1981), degrees, NaN where it cannot be told; shape (r, c).

    height: metres, NaN for NoData, with one more row and column on every side,
    shape (r + 2, c + 2). width, depth: metres a cell spans east and north, a
    number or one per row, shape (r,). A neighbour that is missing is left out
    of its difference, as QGIS's slope does at a border.
    """
    width, depth = (np.asarray(value, dtype=float).reshape(-1, 1) for value in (width, depth))
    centre = height[1:-1, 1:-1]
    across = height[:-2] + height[2:]
    across += 2 * height[1:-1]
    east = across[:, 2:] - across[:, :-2]
    east /= 8 * width
    down = height[:, :-2] + height[:, 2:]
    down += 2 * height[:, 1:-1]
    north = down[2:] - down[:-2]
    north /= 8 * depth
    gaps = np.nonzero(np.isnan(east + north) & ~np.isnan(centre))
    if len(gaps[0]):
        _beside_gaps(height, gaps, width, depth, east, north)
    east *= east
    north *= north
    east += north
    np.sqrt(east, out=east)
    np.arctan(east, out=east)
    np.degrees(east, out=east)
    east[np.isnan(centre)] = np.nan
    return east


def metres_between(one, other):
    """Metres between points a short way apart, shape (n,).

    one, other: longitude and latitude in degrees, shape (n, 2). On the CGCS2000
    ellipsoid: N cos φ Δλ east and M Δφ north.
    """
    latitude = np.radians((one[:, 1] + other[:, 1]) / 2)
    d_longitude, d_latitude = np.radians(other - one).T
    root = np.sqrt(1 - _E2 * np.sin(latitude) ** 2)
    across, along = _A / root, _A * (1 - _E2) / root**3
    return np.hypot(across * np.cos(latitude) * d_longitude, along * d_latitude)


def _beside_gaps(height, gaps, width, depth, east, north):
    """Fill in the differences of cells with missing neighbours; gaps: their rows and columns."""
    row, column = gaps
    around = np.empty((len(row), 3, 3))
    for i in range(3):
        for j in range(3):
            around[:, i, j] = height[row + i, column + j]
    shape = (east.shape[0], 1)
    east[gaps] = _difference(around) / np.broadcast_to(width, shape)[row, 0]
    north[gaps] = _difference(around.transpose(0, 2, 1)) / np.broadcast_to(depth, shape)[row, 0]


def _difference(around):
    """Horn's weighted mean of differences per cell, shape (n,), without the neighbours that are missing.

    around: of each cell three lines of three, before, at and after it, shape (n, 3, 3).
    """
    before, centre, after = around[..., 0], around[..., 1], around[..., 2]
    no_before, no_after = np.isnan(before), np.isnan(after)
    change = np.where(no_after, centre, after) - np.where(no_before, centre, before)
    cells = 2 - no_before.astype(int) - no_after.astype(int)
    unknown = np.isnan(change)
    weight = np.array((1, 2, 1))
    weights = np.where(unknown, 0, weight * cells).sum(axis=1)
    total = np.where(unknown, 0, weight * change).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weights > 0, total / weights, np.nan)
