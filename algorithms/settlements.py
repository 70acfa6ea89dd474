"""Settlements (农居点): homestead parcels joined where the gap between them is small."""

import numpy as np
import shapely

from .contiguity import ContiguityRule, find_blocks
from .outline import closed_outline
from .parallel import no_progress

GAP = 50.0
"""Widest gap within one settlement, metres (judgement)."""


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
    shape = _valid(shape)
    closed = closed_outline(shape.copy(), max_gap / 2, progress)
    if within is not None:
        bound = ~shapely.is_missing(within)
        closed[bound] = shapely.intersection(closed[bound], within[bound])
    return shapely.union(closed, shape)


def standing_in(shape, sites):
    """Pairs (settlement, site) of sites that belong to a settlement: index arrays.

    Polygons belong where they share area; points and lines where they meet the
    settlement or the ground between its parcels, that is, lie in its outline
    with gaps up to GAP closed: a village's point often stands on its square.
    """
    tree = shapely.STRtree(sites)
    near, site = tree.query(shapely.convex_hull(shape), predicate="intersects")
    polygon = shapely.get_dimensions(sites)[site] == 2
    belongs = shapely.intersects(shape[near], sites[site])
    overlap = np.flatnonzero(polygon & belongs)
    belongs[overlap] = shapely.area(shapely.intersection(shape[near[overlap]], sites[site[overlap]])) > 0.01
    between = np.flatnonzero(~polygon & ~belongs)
    if len(between):
        which, position = np.unique(near[between], return_inverse=True)
        filled = _without_holes(closed_outline(shape[which], GAP / 2))
        belongs[between] = shapely.intersects(filled[position], sites[site[between]])
    return near[belongs], site[belongs]


def _valid(shapes):
    """A copy in which invalid polygons are made valid: a parcel may well come with a bow tie."""
    shapes = shapes.copy()
    wrong = ~shapely.is_valid(shapes)
    # Grown by nothing, so that lines left over from spikes fall away.
    shapes[wrong] = shapely.buffer(shapely.make_valid(shapes[wrong]), 0)
    return shapes


def _without_holes(shapes):
    parts, row = shapely.get_parts(shapes, return_index=True)
    solid = shapely.polygons(shapely.get_exterior_ring(parts))
    return shapely.multipolygons(solid, indices=row, out=np.empty(len(shapes), dtype=object))
