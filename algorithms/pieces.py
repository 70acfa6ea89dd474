"""Large polygons taken apart, so that nearness never costs their full length.

The distance of a polygon of fifty thousand vertices to each of its thousand
neighbours reads every vertex a thousand times. Cut into short stretches of
its boundary, each neighbour meets only the stretch beside it.
"""

from dataclasses import dataclass

import numpy as np
import shapely

LARGE_VERTICES = 400
STRETCH_VERTICES = 50


@dataclass(frozen=True)
class Pieces:
    """Geometries whose nearest distance is that of the polygons they stand for.

    geometry: polygons as they came, or stretches of boundary of large ones, shape (m,).
    owner: the row of the polygon each piece belongs to, ascending, shape (m,).
    large: rows of the polygons that were taken apart. Stretches do not know
        what lies inside them: ask `contained` as well.
    """

    geometry: np.ndarray
    owner: np.ndarray
    large: np.ndarray


def take_apart(geometry):
    """Pieces of polygons, shape (n,); those with up to LARGE_VERTICES vertices stay whole."""
    large = np.flatnonzero(shapely.get_num_coordinates(geometry) > LARGE_VERTICES)
    owner = np.arange(len(geometry))
    if len(large) == 0:
        return Pieces(geometry, owner, large)
    whole = np.delete(owner, large)
    stretches, stretch_owner = [], []
    for row in large:
        parts = _stretches(geometry[row])
        stretches.append(parts)
        stretch_owner.append(np.full(len(parts), row))
    pieces = np.concatenate([geometry[whole], *stretches])
    owners = np.concatenate([whole, *stretch_owner])
    order = np.argsort(owners, kind="stable")
    return Pieces(pieces[order], owners[order], large)


def contained(geometry, large):
    """Pairs (large row, row) where a large polygon holds the first vertex of a part of another.

    geometry: all polygons, shape (n,); large: rows to ask.
    Returns two index arrays.
    """
    if len(large) == 0:
        return np.empty(0, dtype=int), np.empty(0, dtype=int)
    parts, owner = shapely.get_parts(geometry, return_index=True)
    parts, owner = parts[~shapely.is_empty(parts)], owner[~shapely.is_empty(parts)]
    bounds, first = shapely.bounds(parts), _first_vertices(parts)
    holders, held = [], []
    for row in large:
        box = shapely.bounds(geometry[row])
        inside = np.flatnonzero(
            (bounds[:, 0] >= box[0]) & (bounds[:, 1] >= box[1])
            & (bounds[:, 2] <= box[2]) & (bounds[:, 3] <= box[3]) & (owner != row)
        )
        shapely.prepare(geometry[row])
        inside = inside[shapely.intersects_xy(geometry[row], first[inside, 0], first[inside, 1])]
        inside = np.unique(owner[inside])
        holders.append(np.full(len(inside), row))
        held.append(inside)
    if not holders:
        return np.empty(0, dtype=int), np.empty(0, dtype=int)
    return np.concatenate(holders), np.concatenate(held)


def _stretches(polygon):
    """The polygon's rings as linestrings of at most STRETCH_VERTICES edges, ends shared."""
    lines = []
    for ring in shapely.get_rings(shapely.get_parts(polygon)):
        points = shapely.get_coordinates(ring)
        for start in range(0, len(points) - 1, STRETCH_VERTICES):
            lines.append(shapely.linestrings(points[start:start + STRETCH_VERTICES + 1]))
    return np.array(lines, dtype=object)


def _first_vertices(geometry):
    points, row = shapely.get_coordinates(geometry, return_index=True)
    return points[np.flatnonzero(np.r_[True, np.diff(row) != 0])] if len(points) else points
