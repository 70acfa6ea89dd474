"""Which of several layers each part of a parcel lies in: parcels cut into pieces that add up to them."""

from dataclasses import dataclass

import numpy as np
import shapely

from .forest import Forest
from .overlay import made_valid, subdivide
from .parallel import no_progress, run_all, step

NOISE = 0.0005  # m²: what cutting along nearly the same line leaves over; twenty such are 0.01 m²
_PARCELS_AT_ONCE = 500
_COLLECTION = 7


@dataclass(frozen=True)
class Pieces:
    """Parcels cut by layers: one piece for each set of layers that a parcel has land in.

    row: the parcel each piece belongs to, ascending, shape (p,); member: whether it lies in each layer, booleans of
    shape (p, layers); geometry: polygons and multipolygons, shape (p,); whole: whether it is the parcel as it was.
    """

    row: np.ndarray
    member: np.ndarray
    geometry: np.ndarray
    whole: np.ndarray


def cut_by_layers(geometry, layers, progress=no_progress):
    """Cut polygons by the layers that lie on them.

    geometry: valid polygons, shape (n,), which may overlap: each is cut for itself; layers: for each layer its valid
    polygons, which may overlap and are large or small. Nothing of them outside `geometry` comes out.
    Returns Pieces. The pieces of a parcel do not overlap and fill it, but for parts below NOISE, which are dropped.
    """
    sheets = [_Sheet.of(polygons) for polygons in layers]

    def cut(start):
        return _cut(geometry[start:start + _PARCELS_AT_ONCE], sheets)

    starts = range(0, len(geometry), _PARCELS_AT_ONCE)
    found = run_all(cut, starts, step(progress, 0.05, 1.0))
    none = Pieces(np.empty(0, dtype=int), np.empty((0, len(sheets)), dtype=bool), np.empty(0, dtype=object),
                  np.empty(0, dtype=bool))
    return Pieces(
        np.concatenate([none.row, *(start + pieces.row for start, pieces in zip(starts, found))]),
        *(np.concatenate([getattr(none, name), *(getattr(pieces, name) for pieces in found)])
          for name in ("member", "geometry", "whole")),
    )


@dataclass(frozen=True)
class _Sheet:
    """A layer in small parts: polygons, shape (m,), their bounds, and a Forest of them."""

    part: np.ndarray
    bounds: np.ndarray
    forest: Forest

    @staticmethod
    def of(polygons):
        part, _ = subdivide(polygons)
        part = made_valid(part)
        part = part[shapely.area(part) > 0]
        return _Sheet(part, shapely.bounds(part), Forest(part))


def _cut(parcel, sheets):
    """Pieces of a few parcels."""
    piece, row = parcel.copy(), np.arange(len(parcel))
    member, whole = np.zeros((len(parcel), len(sheets)), dtype=bool), np.ones(len(parcel), dtype=bool)
    for which, sheet in enumerate(sheets):
        full, region = _reach(parcel, sheet)
        member[:, which] = full[row]
        crossed = np.flatnonzero(~shapely.is_missing(region)[row])
        inside = _land(shapely.intersection(piece[crossed], region[row[crossed]]))
        size, shared = shapely.area(piece[crossed]), shapely.area(inside)
        member[crossed[shared >= size - NOISE], which] = True
        split = (shared > NOISE) & (shared < size - NOISE)
        crossed, inside = crossed[split], inside[split]
        piece[crossed] = _land(shapely.difference(piece[crossed], region[row[crossed]]))
        whole[crossed] = False
        entered = member[crossed].copy()
        entered[:, which] = True
        piece, row = np.concatenate([piece, inside]), np.concatenate([row, row[crossed]])
        member = np.concatenate([member, entered])
        whole = np.concatenate([whole, np.zeros(len(crossed), dtype=bool)])
    order = np.argsort(row, kind="stable")
    return Pieces(row[order], member[order], piece[order], whole[order])


def _reach(parcel, sheet):
    """How a layer lies on each parcel: whether all over it; else its polygons there, united, None where there are none.

    Most parcels lie in one polygon of a layer, or are one: those cost no overlay. Of the others the neighbours that
    only touch are dropped before the rest is united.
    """
    count = len(parcel)
    row, at = sheet.forest.query(parcel)
    box, around = shapely.bounds(parcel)[row], sheet.bounds[at]
    room = ((around[:, :2] <= box[:, :2]) & (around[:, 2:] >= box[:, 2:])).all(axis=1)
    same = np.zeros(len(row), dtype=bool)
    same[room] = shapely.equals_exact(parcel[row[room]], sheet.part[at[room]])
    full = np.zeros(count, dtype=bool)
    full[row[same]] = True
    size = shapely.area(parcel)
    # First those with room for the whole parcel, then the rest of what is not settled by them.
    pairs = []
    for tested in (room, ~room):
        tested = np.flatnonzero(tested & ~full[row])
        shared = shapely.area(shapely.intersection(parcel[row[tested]], sheet.part[at[tested]]))
        full[row[tested[shared >= size[row[tested]] - NOISE]]] = True
        pairs.append(tested[shared > NOISE])
    pairs = np.concatenate(pairs)
    pairs = pairs[~full[row[pairs]]]
    return full, _united(sheet.part[at[pairs]], row[pairs], count)


def _united(part, row, count):
    """The parts of each row as one geometry, shape (count,), None for rows without any."""
    region = np.empty(count, dtype=object)
    order = np.argsort(row, kind="stable")
    part, row = part[order], row[order]
    several = np.bincount(row, minlength=count)[row] > 1
    region[row[~several]] = part[~several]
    if several.any():
        rows, group = np.unique(row[several], return_inverse=True)
        collected = shapely.geometrycollections(part[several], indices=group)
        region[rows] = shapely.union_all(collected[:, None], axis=1)
    return region


def _land(shapes):
    """What of overlay results is land: lines and points where outlines meet fall away, and so does noise."""
    shapes = shapes.copy()
    mixed = np.flatnonzero(shapely.get_type_id(shapes) == _COLLECTION)
    if len(mixed):
        part, of = shapely.get_parts(shapes[mixed], return_index=True)
        land = shapely.get_dimensions(part) == 2
        shapes[mixed] = shapely.multipolygons(
            part[land], indices=of[land], out=np.full(len(mixed), shapely.MultiPolygon(), dtype=object))
    return shapes
