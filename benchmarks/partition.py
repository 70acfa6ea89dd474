"""A made-up survey layer of any size, for measuring: a true partition of curved parcels.

Fields of about 45 m lie between ditches (3 m), field roads (5 m) and highways
(12 m); villages and forest take patches. Neighbours share every vertex.
"""

from dataclasses import dataclass

import numpy as np
import shapely

VERTICES_PER_EDGE = 6
FIELD = 45.0
ROUGHNESS = 0.08
TURN = np.radians(27)  # valleys do not run north
ORIGIN = (480_000.0, 3_200_000.0)  # EPSG:4549, in Jinhua
DITCH, FIELD_ROAD, HIGHWAY = "1107", "1006", "1003"
_WIDTHS = {DITCH: 3.0, FIELD_ROAD: 5.0, HIGHWAY: 12.0}


@dataclass(frozen=True)
class Partition:
    """geometry: polygons; code: survey class; width: of linear parcels, NaN elsewhere; all of shape (n,)."""

    geometry: np.ndarray
    code: np.ndarray
    width: np.ndarray


def make_partition(parcels, seed=1):
    """About `parcels` parcels, 24 vertices each, some 60 % of them cropland."""
    random = np.random.default_rng(seed)
    columns = rows = round(parcels**0.5)
    x_edges, x_kind = _edges(columns)
    y_edges, y_kind = _edges(rows)
    geometry = _cells(x_edges, y_edges, random)
    code = _codes(x_kind, y_kind, x_edges, y_edges, random)
    width = np.array([_WIDTHS.get(value, np.nan) for value in code])
    return Partition(geometry, code, width)


def _edges(count):
    """Cell borders along one axis and what each strip is ('' for fields)."""
    kind = np.array([""] * count, dtype=object)
    index = np.arange(count)
    kind[index % 9 == 8] = DITCH
    kind[index % 18 == 17] = FIELD_ROAD
    kind[index % 90 == 89] = HIGHWAY
    size = np.array([_WIDTHS.get(value, FIELD) for value in kind])
    return np.r_[0, np.cumsum(size)], kind


def _cells(x_edges, y_edges, random):
    """Cells between the borders, every border line bent, shared by both sides."""
    steps = np.linspace(0, 1, VERTICES_PER_EDGE, endpoint=False)
    x_fine = (x_edges[:-1, None] + np.diff(x_edges)[:, None] * steps).ravel()
    y_fine = (y_edges[:-1, None] + np.diff(y_edges)[:, None] * steps).ravel()
    x_fine, y_fine = np.r_[x_fine, x_edges[-1]], np.r_[y_fine, y_edges[-1]]

    def bend(x, y):
        return (
            x + ORIGIN[0] + 12 * np.sin(y / 97.0) + 25 * np.sin(y / 611.0) + 0.3 * np.sin(y / 5.1 + x),
            y + ORIGIN[1] + 12 * np.sin(x / 83.0) + 25 * np.sin(x / 557.0) + 0.3 * np.sin(x / 4.7 + y),
        )

    n, m, k = len(x_edges) - 1, len(y_edges) - 1, VERTICES_PER_EDGE
    # Surveyed edges are not smooth: every vertex is off by up to a twelfth of the way to the next, for both sides.
    rough_x = random.uniform(-ROUGHNESS, ROUGHNESS, (n * k + 1, m * k + 1)) * _nearest_step(x_fine)[:, None]
    rough_y = random.uniform(-ROUGHNESS, ROUGHNESS, (n * k + 1, m * k + 1)) * _nearest_step(y_fine)[None, :]
    col, row = (index.ravel() for index in np.meshgrid(np.arange(n), np.arange(m), indexing="ij"))
    along = np.arange(k)
    zero, full = np.zeros(k, dtype=int), np.full(k, k)
    dx = np.r_[along, full, k - along, zero, 0]
    dy = np.r_[zero, along, full, k - along, 0]
    i, j = col[:, None] * k + dx, row[:, None] * k + dy
    x, y = bend(x_fine[i], y_fine[j])
    x, y = x + rough_x[i, j] - ORIGIN[0], y + rough_y[i, j] - ORIGIN[1]
    x, y = np.cos(TURN) * x - np.sin(TURN) * y, np.sin(TURN) * x + np.cos(TURN) * y
    return shapely.polygons(np.stack([x + ORIGIN[0], y + ORIGIN[1]], axis=-1))


def _nearest_step(fine):
    """Distance of each value of an ascending axis to its nearer neighbour."""
    step = np.diff(fine)
    return np.minimum(np.r_[step, step[-1]], np.r_[step[0], step])


def _codes(x_kind, y_kind, x_edges, y_edges, random):
    x, y = np.meshgrid((x_edges[1:] + x_edges[:-1]) / 2, (y_edges[1:] + y_edges[:-1]) / 2, indexing="ij")
    hills = np.sin(x / 1900 + 1.3) * np.sin(y / 2300 + 0.4) + 0.6 * np.sin((x + y) / 1300)
    villages = np.sin(x / 410 + 2) * np.sin(y / 370 + 1)
    code = np.where(random.random(x.shape) < 0.8, "0101", "0103").astype(object)
    code[random.random(x.shape) < 0.03] = "0201"
    code[random.random(x.shape) < 0.01] = "1104"
    code[hills > 0.85] = "0301"
    code[villages > 0.93] = "0702"
    for kind in (DITCH, FIELD_ROAD, HIGHWAY):  # the mightier cuts the lesser
        code[(x_kind == kind)[:, None] & np.ones(x.shape, bool)] = kind
        code[(y_kind == kind)[None, :] & np.ones(x.shape, bool)] = kind
    return code.ravel()
