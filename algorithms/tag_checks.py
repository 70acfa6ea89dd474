"""The geometry that checks of tags need."""

import numpy as np
import shapely

from .forest import Forest
from .overlay import inside, made_valid
from .parallel import in_chunks, no_progress, run_all, step
from .suggestions import PULLED_AREA, pulled_in

_ROWS = 2_000


def area_within(geometry, region, progress=no_progress):
    """Area of each polygon, and how much of it lies in a region of parts that do not overlap, each of (n,)."""
    land = in_chunks(pulled_in, geometry, progress=step(progress, 0, 0.2))
    row, _, part = inside(land, region, step(progress, 0.2, 1.0))
    area = shapely.area(land)
    within = np.minimum(np.bincount(row, weights=shapely.area(part), minlength=len(geometry)), area)
    return area / PULLED_AREA, within / PULLED_AREA


def overlapped(geometry, least, progress=no_progress):
    """How many other polygons each overlaps by at least `least` square units, and by how much in all, each of (n,)."""
    geometry = in_chunks(made_valid, geometry, progress=step(progress, 0, 0.1))
    land = in_chunks(pulled_in, geometry, progress=step(progress, 0.1, 0.3))  # so that neighbours do not touch
    tree = Forest(land)

    def shared_with_later(start):
        one, other = tree.query(land[start:start + _ROWS], predicate="intersects")
        one += start
        once = one < other
        one, other = one[once], other[once]
        shared = shapely.area(shapely.intersection(geometry[one], geometry[other]))
        large = (shared >= least) & (shared > 0)
        return one[large], other[large], shared[large]

    found = run_all(shared_with_later, range(0, len(geometry), _ROWS), step(progress, 0.3, 1.0))
    one, other, shared = (np.concatenate([np.empty(0), *columns]) for columns in zip(*found)) if found else [
        np.empty(0)] * 3
    both, area = np.concatenate([one, other]).astype(int), np.concatenate([shared, shared])
    return np.bincount(both, minlength=len(geometry)), np.bincount(both, weights=area, minlength=len(geometry))
