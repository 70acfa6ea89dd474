"""How far things are from each other, straight."""

import numpy as np
import shapely

from .parallel import no_progress, run_all

_ROWS = 2_000
_EDGES = 8  # of a piece of a long outline: its distance then costs few edges, not all


def nearest_distance(geometry, targets, progress=no_progress):
    """Metres from each geometry's edge to the nearest target, 0 where they meet, and which it is.

    geometry: shapely geometries, shape (n,); targets: shape (m,). Returns
    (distance, index), NaN and -1 where there is no target.
    """
    distance, index = np.full(len(geometry), np.nan), np.full(len(geometry), -1)
    if len(targets) == 0 or len(geometry) == 0:
        return distance, index
    whole = shapely.STRtree(targets)
    pieces, owner = _pieces(targets)
    tree = shapely.STRtree(pieces)
    for each in (whole, tree):
        each.query(geometry[0])  # built here, before threads share it

    def query(rows):
        # The outline of a polygon does not know what lies inside it.
        met, target = whole.query(geometry[rows], predicate="intersects")
        away = np.setdiff1d(np.arange(len(rows)), met)
        (own, found), gap = tree.query_nearest(geometry[rows[away]], return_distance=True, all_matches=False)
        return (
            np.concatenate([rows[met], rows[away[own]]]), np.concatenate([target, owner[found]]),
            np.concatenate([np.zeros(len(met)), gap]),
        )

    rows = np.arange(len(geometry))
    for own, found, gap in run_all(query, [rows[k:k + _ROWS] for k in range(0, len(rows), _ROWS)], progress):
        distance[own], index[own] = gap, found
    return distance, index


def _pieces(targets):
    """Targets, those with long outlines as pieces of them, and the row each belongs to."""
    long = np.flatnonzero(shapely.get_num_coordinates(targets) > 2 * _EDGES)
    long = long[shapely.get_dimensions(targets[long]) > 0]
    rest = np.delete(np.arange(len(targets)), long)
    area = shapely.get_dimensions(targets[long]) == 2
    outline = np.where(area, shapely.boundary(targets[long]), targets[long])
    lines, of = shapely.get_parts(outline, return_index=True)
    points, line = shapely.get_coordinates(lines, return_index=True)
    place = np.arange(len(points)) - np.searchsorted(line, line)
    last = np.r_[line[1:] != line[:-1], True] if len(line) else np.empty(0, dtype=bool)
    # A piece is _EDGES edges; where one ends the next begins, so that vertex stands in both.
    start, end = np.flatnonzero(~last), np.flatnonzero((place > 0) & (last | (place % _EDGES == 0)))
    vertex = np.concatenate([start, end])
    edge = np.concatenate([start, end - 1])
    order = np.lexsort((vertex, place[edge] // _EDGES, line[edge]))
    vertex, edge = vertex[order], edge[order]
    group = np.stack([line[edge], place[edge] // _EDGES], axis=1)
    piece = np.cumsum(np.r_[0, (group[1:] != group[:-1]).any(axis=1)]) if len(edge) else edge
    first = np.flatnonzero(np.r_[True, piece[1:] != piece[:-1]]) if len(edge) else edge
    cut = shapely.linestrings(points[vertex], indices=piece)
    return np.concatenate([targets[rest], cut]), np.concatenate([rest, long[of[line[edge[first]]]]])
