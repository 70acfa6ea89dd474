"""Faults of a layer that should cover its land without overlap or gap: which, where, how much.

In a sound coverage every edge between two parcels is walked once in each direction. Where the land is covered twice,
or not at all, that land's own edge is walked otherwise: so only parcels with such edges, and their neighbours where
they overlap, are compared, and the gaps are among the faces that such edges enclose.
"""

from dataclasses import dataclass

import numpy as np
import shapely

from .coverage import edges_of, walked
from .forest import Forest
from .overlay import made_valid, only_land
from .parallel import in_chunks, no_progress, run_all, step
from .suggestions import pulled_in

INVALID, DUPLICATE, OVERLAP, GAP, SLIVER = "invalid", "duplicate", "overlap", "gap", "sliver"
OUTSIDE, UNCOVERED = "outside", "uncovered"
_ROWS = 2_000
_SAME = 1 - 1e-9


@dataclass(frozen=True)
class Limits:
    """What is too little to count.

    area: m², of overlaps, gaps and land outside; width: m, mean, likewise: 1 mm is what coordinates are rounded to;
    sliver: m, parcels of a smaller mean width are slivers (judgement).
    """

    area: float = 0.01
    width: float = 0.001
    sliver: float = 0.2


@dataclass(frozen=True)
class Faults:
    """Arrays of shape (n,).

    kind: one of the constants above; first: position of the parcel, −1 for gaps; second: of the other parcel, −1 where
    there is none; geometry: the land concerned; area: m² on the plane.
    """

    kind: np.ndarray
    first: np.ndarray
    second: np.ndarray
    geometry: np.ndarray
    area: np.ndarray

    def __len__(self):
        return len(self.kind)


def find_faults(geometry, boundary=None, limits=Limits(), progress=no_progress):
    """All faults of polygons, shape (n,), in a CRS in metres; boundary: a polygon they should fill, or None.

    Invalid polygons are reported and made valid for the rest. What lies outside the boundary is the parcel's part; what
    the boundary holds and no parcel covers is uncovered, where parcels enclose it a gap. Raises Cancelled where
    `progress` does.
    """
    solid, found = _made_solid(geometry, step(progress, 0, 0.1))
    sheet = _Sheet.of(solid, step(progress, 0.1, 0.35))
    found = [
        found, overlaps(solid, limits, step(progress, 0.35, 0.7), sheet),
        gaps(solid, limits, step(progress, 0.7, 0.85), sheet), slivers(solid, limits),
    ]
    if boundary is not None:
        found.append(outside(solid, boundary, limits, step(progress, 0.85, 0.95)))
        found.append(_uncovered(solid, boundary, limits, sheet))
    progress(1.0)
    return _joined(found)


def invalid(geometry, progress=no_progress):
    """Polygons that are not valid; their geometry is as it was given."""
    bad = np.flatnonzero(~in_chunks(shapely.is_valid, geometry, progress=progress)) if len(geometry) else _no_rows()
    return _faults(INVALID, bad, np.full(len(bad), -1), geometry[bad], np.zeros(len(bad)))


def overlaps(geometry, limits=Limits(), progress=no_progress, sheet=None):
    """Pairs of valid polygons that share land, each pair once, first < second; those that share all are duplicates."""
    sheet = sheet or _Sheet.of(geometry, step(progress, 0, 0.4))
    if not len(geometry):
        return _joined([])
    tree, tested = Forest(geometry), np.zeros(len(geometry), dtype=bool)
    asked, pairs = sheet.loose, [np.empty((2, 0), dtype=int)]
    while len(asked):
        tested[asked] = True
        met = _meeting(geometry, tree, asked, step(progress, 0.4, 0.7))
        pairs.append(met)
        near = sheet.beside(np.unique(met))
        asked = near[~tested[near]]
    one, other = np.unique(np.sort(np.concatenate(pairs, axis=1), axis=0), axis=1)
    shared = only_land(in_chunks(
        shapely.intersection, geometry[one], geometry[other], size=_ROWS, progress=step(progress, 0.7, 1.0)))
    keep = _counts(shared, limits)
    one, other, shared = one[keep], other[keep], shared[keep]
    area = shapely.area(shared)
    same = area >= _SAME * np.maximum(shapely.area(geometry[one]), shapely.area(geometry[other]))
    return _faults(np.where(same, DUPLICATE, OVERLAP), one, other, shared, area)


def gaps(geometry, limits=Limits(), progress=no_progress, sheet=None):
    """Land that no polygon covers and that polygons enclose."""
    sheet = sheet or _Sheet.of(geometry, step(progress, 0, 0.4))
    progress(0.4)
    return _gaps_among(sheet.faces(), geometry, limits)


def slivers(geometry, limits=Limits()):
    """Polygons thinner than the limit: twice the area over the perimeter is the mean width."""
    thin = np.flatnonzero(_width(geometry) < limits.sliver)
    return _faults(SLIVER, thin, np.full(len(thin), -1), geometry[thin], shapely.area(geometry[thin]))


def outside(geometry, boundary, limits=Limits(), progress=no_progress):
    """The part of each polygon that lies outside a valid boundary."""
    if not len(geometry):
        return _joined([])
    shapely.prepare(boundary)
    crossing = np.flatnonzero(~in_chunks(lambda part: shapely.covers(boundary, part), geometry, progress=progress))
    part = only_land(shapely.difference(geometry[crossing], boundary))
    keep = _counts(part, limits)
    crossing, part = crossing[keep], part[keep]
    return _faults(OUTSIDE, crossing, np.full(len(crossing), -1), part, shapely.area(part))


@dataclass(frozen=True)
class _Sheet:
    """How polygons hang together.

    count: of polygons; loose: those with an edge that is not walked once each way; tail, head: those edges' ends,
    shape (m, 2); one, other: polygons on the two sides of each edge that is.
    """

    count: int
    loose: np.ndarray
    tail: np.ndarray
    head: np.ndarray
    one: np.ndarray
    other: np.ndarray

    @staticmethod
    def of(geometry, progress=no_progress):
        parts, row = shapely.get_parts(geometry, return_index=True)
        progress(0.1)
        rings, part = shapely.get_rings(parts, return_index=True)
        progress(0.2)
        tail, head, key, of = edges_of(rings, part, np.zeros(len(parts), dtype=int))
        progress(0.6)
        once, (one, other), odd = walked(tail, head, key)
        edge = np.concatenate([once, odd])
        row = row[of]
        progress(1.0)
        return _Sheet(len(geometry), np.unique(row[edge]), tail[edge], head[edge], row[one], row[other])

    def beside(self, rows):
        """The polygons that share an edge with these."""
        is_asked = np.zeros(self.count, dtype=bool)
        is_asked[rows] = True
        return np.unique(np.concatenate([self.other[is_asked[self.one]], self.one[is_asked[self.other]]]))

    def faces(self, *lines):
        """Faces enclosed by the loose edges, and by these lines."""
        edges = shapely.linestrings(np.stack([self.tail, self.head], axis=1)) if len(self.tail) else _no_shapes()
        noded = shapely.union_all(np.concatenate([edges, np.array(lines, dtype=object)]))
        return shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))


def _meeting(geometry, tree, asked, progress):
    """Pairs of polygons that seem to share land, one of them asked for, shape (2, k)."""

    def met(rows):
        # A ten-millionth smaller, so that neighbours do not touch.
        place, other = tree.query(pulled_in(geometry[rows]), predicate="intersects")
        one = rows[place]
        return np.stack([one, other])[:, one != other]

    slices = [asked[start:start + _ROWS] for start in range(0, len(asked), _ROWS)]
    return np.concatenate([np.empty((2, 0), dtype=int), *run_all(met, slices, progress)], axis=1)


def _uncovered(geometry, boundary, limits, sheet):
    """What a boundary holds and no polygon covers, beside the gaps that polygons enclose."""
    faces = sheet.faces(shapely.boundary(boundary))
    found = _gaps_among(faces, geometry, limits)
    inside = shapely.intersects(boundary, shapely.point_on_surface(found.geometry))
    enclosed = gaps(geometry, limits, sheet=sheet).geometry
    known = np.isin(shapely.to_wkb(shapely.normalize(found.geometry)), shapely.to_wkb(shapely.normalize(enclosed)))
    which = np.flatnonzero(inside & ~known)
    return _faults(UNCOVERED, found.first[which], found.second[which], found.geometry[which], found.area[which])


def _gaps_among(faces, geometry, limits):
    faces = faces[_counts(faces, limits)]
    point, _ = Forest(geometry).query(shapely.point_on_surface(faces), predicate="intersects")
    bare = faces[np.bincount(point, minlength=len(faces)) == 0]
    nothing = np.full(len(bare), -1)
    return _faults(GAP, nothing, nothing, bare, shapely.area(bare))


def _made_solid(geometry, progress):
    found = invalid(geometry, progress)
    if not len(found):
        return geometry, found
    solid = geometry.copy()
    solid[found.first] = made_valid(solid[found.first])
    return solid, found


def _counts(geometry, limits):
    return (shapely.area(geometry) >= limits.area) & (_width(geometry) >= limits.width)


def _width(geometry):
    """Mean width, m: of a long strip, how wide it is. 0 for nothing."""
    length = shapely.length(geometry)
    return np.divide(2 * shapely.area(geometry), length, out=np.zeros(len(geometry)), where=length > 0)


def _faults(kind, first, second, geometry, area):
    kinds = np.empty(len(first), dtype=object)
    kinds[:] = kind
    return Faults(kinds, first, second, geometry, area)


def _joined(found):
    names = ("kind", "first", "second", "geometry", "area")
    empty = (_no_shapes(), _no_rows(), _no_rows(), _no_shapes(), np.empty(0))
    return Faults(*(
        np.concatenate([nothing, *(getattr(part, name) for part in found)]) for name, nothing in zip(names, empty)))


def _no_rows():
    return np.empty(0, dtype=int)


def _no_shapes():
    return np.empty(0, dtype=object)
