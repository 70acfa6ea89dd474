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
    if np.isnan(height).any():
        east = _difference(height) / width
        north = _difference(height.T).T / depth
    else:
        down = height[:-2] + 2 * height[1:-1] + height[2:]
        east = (down[:, 2:] - down[:, :-2]) / (8 * width)
        across = height[:, :-2] + 2 * height[:, 1:-1] + height[:, 2:]
        north = (across[2:] - across[:-2]) / (8 * depth)
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    slope[np.isnan(height[1:-1, 1:-1])] = np.nan
    return slope


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


def _difference(height):
    """Horn's weighted mean of differences per cell along the columns, without the neighbours that are missing."""
    total = np.zeros((height.shape[0] - 2, height.shape[1] - 2))
    weights = np.zeros_like(total)
    for row, weight in ((0, 1), (1, 2), (2, 1)):
        line = height[row:row + total.shape[0]]
        left, centre, right = line[:, :-2], line[:, 1:-1], line[:, 2:]
        no_left, no_right = np.isnan(left), np.isnan(right)
        change = np.where(no_right, centre, right) - np.where(no_left, centre, left)
        cells = 2 - no_left.astype(int) - no_right.astype(int)
        usable = ~np.isnan(change) & (cells > 0)
        total += np.where(usable, weight * change, 0)
        weights += np.where(usable, weight * cells, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weights > 0, total / weights, np.nan)
