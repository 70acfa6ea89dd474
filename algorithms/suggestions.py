"""Which suggestion a parcel gets, where several results say something about it."""

from dataclasses import dataclass

import numpy as np
import shapely

from .forest import Forest
from .overlay import inside, made_valid
from .parallel import in_chunks, no_progress, run_all, step

_DECIMALS = 4
_OUTLINES, _REGIONS = 20, 200
_FEW = 256  # vertices
_PULL = 1e-7
PULLED_AREA = (1 - _PULL) ** 2
"""What pulled_in leaves of an area."""


@dataclass(frozen=True)
class Claim:
    """What one source says of each parcel, shape (n,).

    feature: position of the source's feature that holds the largest share of
    the parcel, -1 for none; share: of the parcel's area, 0 to 1, rounded to
    0.0001; category, subtype: of that feature, '' for none.
    """

    feature: np.ndarray
    share: np.ndarray
    category: np.ndarray
    subtype: np.ndarray


@dataclass(frozen=True)
class Settled:
    """Who wins, shape (n,) parcels.

    winner: position of the claim that wins, -1 for none; claimed: which claims
    count at all, shape (claims, n); contested: whether claims that count name
    different categories.
    """

    winner: np.ndarray
    claimed: np.ndarray
    contested: np.ndarray


def largest_share(geometry, regions, progress=no_progress):
    """Which region holds the largest part of each polygon, and how large it is.

    geometry: polygons, shape (n,), regions: polygons, shape (m,), which may
    overlap; invalid ones are made valid first. Returns (region, share): -1 and
    0 where none holds area, the first of several that hold the same.
    """
    region, share = np.full(len(geometry), -1), np.zeros(len(geometry))
    if len(geometry) == 0 or len(regions) == 0:
        return region, share
    tree = Forest(geometry)
    regions = in_chunks(made_valid, regions, size=_OUTLINES, progress=step(progress, 0, 0.1))
    near = np.unique(tree.query(regions)[1])
    land = in_chunks(pulled_in, geometry[near], progress=step(progress, 0.1, 0.2))
    row, of, area = _parts(land, regions, step(progress, 0.2, 0.95))
    pair, place = np.unique(row * len(regions) + of, return_inverse=True)
    shared = np.bincount(place, weights=area, minlength=len(pair))
    row, of = np.divmod(pair, len(regions))
    size = shapely.area(land)[row]
    part_of = np.round(np.minimum(shared / size, 1), _DECIMALS)
    order = np.lexsort((of, -part_of, row))
    best = order[np.unique(row[order], return_index=True)[1]]
    best = best[part_of[best] > 0]
    region[near[row[best]]], share[near[row[best]]] = of[best], part_of[best]
    progress(1.0)
    return region, share


def _parts(land, regions, progress):
    """Row, region and area of the parts of `land` inside regions: a pair that shares area has one or more."""
    small = shapely.get_num_coordinates(regions) <= _FEW
    large, small = np.flatnonzero(~small), np.flatnonzero(small)
    halfway = len(large) / len(regions)
    row, of, part = inside(land, regions[large], step(progress, 0, halfway))
    found = [(row, large[of], shapely.area(part))]
    tree = Forest(land)

    def pairs(which):
        # One by one, thousands of small regions would spend more on coming and going than on overlays.
        of, row = tree.query(regions[which], predicate="intersects")
        return row, which[of], shapely.area(shapely.intersection(regions[which[of]], land[row]))

    slices = [small[start:start + _REGIONS] for start in range(0, len(small), _REGIONS)]
    found += run_all(pairs, slices, step(progress, halfway, 1.0))
    return tuple(np.concatenate(column) for column in zip(*found))


def pulled_in(geometry):
    """Valid polygons a ten-millionth smaller, towards their centroids.

    Parcels along the edge of what was dissolved from them then lie clearly inside or outside, and to tell takes
    little; where an edge is shared, GEOS would compare a parcel with all of a long outline.
    """
    geometry = made_valid(geometry)
    points, of = shapely.get_coordinates(geometry, return_index=True)
    centre = shapely.centroid(geometry)
    centre = np.stack([shapely.get_x(centre), shapely.get_y(centre)], axis=1)
    return shapely.set_coordinates(geometry, points + (centre[of] - points) * _PULL)


def settle(claims, order, min_share):
    """Settle who says what of each parcel.

    claims: one Claim per source, at least one; order: codes of categories and
    sub-types, the first wins. A claim goes by its sub-type where the order
    names that, else by its category; what the order does not name comes last.
    Equal ones: the larger share, then the earlier claim. min_share: smallest
    share of a parcel that counts.
    """
    share = np.array([claim.share for claim in claims])
    category = np.array([claim.category for claim in claims], dtype=object)
    claimed = np.array([claim.feature >= 0 for claim in claims]) & (share >= min_share) & (category != "")
    place = np.array([_places(claim, order) for claim in claims])
    place[~claimed] = len(order) + 1
    source = np.broadcast_to(np.arange(len(claims))[:, None], share.shape)
    winner = np.lexsort((source, -share, place), axis=0)[0]
    column = np.arange(share.shape[1])
    winner = np.where(claimed.any(axis=0), winner, -1)
    different = claimed & (category != category[winner, column])
    return Settled(winner, claimed, different.any(axis=0))


def _places(claim, order):
    """Place of each parcel's claim in the order, shape (n,)."""
    place_of = {code: place for place, code in reversed(list(enumerate(order)))}
    last = len(order)
    return np.array(
        [place_of.get(subtype, place_of.get(category, last))
         for category, subtype in zip(claim.category.tolist(), claim.subtype.tolist())], dtype=int,
    )
