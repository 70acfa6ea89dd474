"""How much of each parcel lies inside a binding line: the redline, permanent basic farmland."""

import numpy as np
import shapely

from .overlay import made_valid, subdivide
from .parallel import in_chunks, no_progress, run_all, step
from .suggestions import PULLED_AREA, pulled_in

_ROWS = 1_000
_ZONES = 200


def area_in_zones(geometry, zones, progress=no_progress):
    """Area of each polygon, and how much of it lies in zones, square units, shape (n,) each.

    geometry: polygons, shape (n,); zones: polygons, shape (m,), invalid ones
    are made valid. Where zones overlap one another land counts twice, yet
    never beyond the polygon's own area. Many small zones, such as basic
    farmland parcel by parcel, cost no more than a few large ones.
    """
    land = in_chunks(pulled_in, geometry, progress=step(progress, 0, 0.2))
    area = shapely.area(land)
    if len(geometry) == 0 or len(zones) == 0:
        return area / PULLED_AREA, np.zeros(len(geometry))
    reach = shapely.box(*shapely.total_bounds(land))
    zones = zones[shapely.intersects(zones, reach)]
    pieces = in_chunks(made_valid, zones, size=_ZONES, progress=step(progress, 0.2, 0.3))
    pieces = subdivide(pieces)[0]
    tree = shapely.STRtree(pieces)
    tree.query(shapely.box(0, 0, 0, 0))  # built here, before threads share it

    def within(start):
        part = land[start:start + _ROWS]
        row, piece = tree.query(part, predicate="intersects")
        shared = shapely.area(shapely.intersection(part[row], pieces[piece]))
        return np.bincount(row, weights=shared, minlength=len(part))

    found = run_all(within, range(0, len(land), _ROWS), step(progress, 0.3, 1.0))
    return area / PULLED_AREA, np.minimum(np.concatenate(found), area) / PULLED_AREA
