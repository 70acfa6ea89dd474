"""How far things are from each other, straight."""

import numpy as np
import shapely

from .parallel import no_progress, run_all

_ROWS = 2_000


def nearest_distance(geometry, targets, progress=no_progress):
    """Metres from each geometry's edge to the nearest target, 0 where they meet, and which it is.

    geometry: shapely geometries, shape (n,); targets: shape (m,). Returns
    (distance, index), NaN and -1 where there is no target.
    """
    distance, index = np.full(len(geometry), np.nan), np.full(len(geometry), -1)
    if len(targets) == 0 or len(geometry) == 0:
        return distance, index
    tree = shapely.STRtree(targets)
    tree.query(geometry[0])  # built here, before threads share it

    def query(rows):
        (own, found), gap = tree.query_nearest(geometry[rows], return_distance=True, all_matches=False)
        return rows[own], found, gap

    rows = np.arange(len(geometry))
    for own, found, gap in run_all(query, [rows[k:k + _ROWS] for k in range(0, len(rows), _ROWS)], progress):
        distance[own], index[own] = gap, found
    return distance, index
