"""Settlements (农居点): homestead parcels joined where the gap between them is small."""

import numpy as np
import shapely

from .contiguity import ContiguityRule, find_blocks
from .outline import SHAPES_AT_ONCE, closed_outline, with_shape
from .overlay import made_valid, sharing
from .parallel import in_chunks, no_progress, step

GAP = 50.0
"""Widest gap within one settlement, metres (judgement)."""
_MARGIN = 0.01  # m: what rounding may take from a distance
_SHARED = 0.01  # m²: polygons that share less only touch


def find_settlements(geometry, area, max_gap=GAP, village=None, progress=no_progress):
    """Group homestead parcels into settlements.

    geometry: polygons, shape (n,), in one projected CRS, metres; area: m² of
    each, shape (n,); village: optional values, shape (n,), that no settlement
    crosses. Returns Blocks, the largest settlement first.
    """
    return find_blocks(geometry, area, ContiguityRule(max_gap, ()), split=village, progress=progress)


def outlines(shape, max_gap, within=None, progress=no_progress):
    """Settlements with gaps up to `max_gap` metres closed, shape (n,).

    within: optional area each must stay inside, shape (n,), None where free.
    What the settlement itself covers always stays.
    """
    shape = made_valid(shape)
    closed = closed_outline(shape.copy(), max_gap / 2, step(progress, 0, 0.6))
    if within is not None:
        bound = ~shapely.is_missing(within)
        closed[bound] = in_chunks(
            shapely.intersection, closed[bound], within[bound], size=SHAPES_AT_ONCE, progress=step(progress, 0.6, 0.8))
    return with_shape(closed, shape, step(progress, 0.8, 1.0))


def sites_of(shape, sites, reach=0.0, least=_SHARED):
    """Pairs (settlement, site) of sites that belong to a settlement: index arrays.

    shape: polygons, shape (n,); sites: any geometries, shape (m,). A site
    belongs where it shares ground with a settlement (a polygon more than
    `least` m²), what the settlement surrounds included. One that shares ground with
    none belongs to the nearest within `reach` metres, if there is one: the
    hall or the well of a village stands on public ground between homesteads.
    """
    sites = made_valid(sites)
    west, south, east, north = shapely.bounds(sites).T
    margin = reach + _MARGIN
    around = shapely.box(west - margin, south - margin, east + margin, north + margin)
    close = np.unique(shapely.STRtree(shape).query(around)[1])
    near, site = _sharing_or_nearest(_without_holes(made_valid(shape[close])), sites, reach, least)
    return close[near], site


def _sharing_or_nearest(solid, sites, reach, least):
    """The pairs of `sites_of` among settlements that have no holes."""
    tree = shapely.STRtree(solid)
    near, site = sharing(solid, sites, least, tree)
    apart = np.setdiff1d(np.arange(len(sites)), site)
    if reach == 0 or len(apart) == 0:
        return near, site
    lone, nearest = tree.query_nearest(sites[apart], max_distance=reach)
    return np.concatenate([near, nearest]), np.concatenate([site, apart[lone]])


def _without_holes(shapes):
    """Polygons with all they surround; parts that then overlap are merged."""
    parts, row = shapely.get_parts(shapes, return_index=True)
    solid = shapely.polygons(shapely.get_exterior_ring(parts))
    solid = shapely.multipolygons(solid, indices=row, out=np.empty(len(shapes), dtype=object))
    # Not made valid: that would take an island in a hole for a hole in turn.
    overlapping = ~shapely.is_valid(solid)
    solid[overlapping] = shapely.buffer(solid[overlapping], 0)
    return solid
