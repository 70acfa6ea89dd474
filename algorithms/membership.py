"""Which of several layers each part of a parcel lies in: parcels cut into pieces that add up to them."""

from dataclasses import dataclass

import numpy as np
import shapely

from .dissolve import dissolve
from .forest import Forest
from .overlay import made_valid, overlapping, subdivide
from .parallel import no_progress, run_all, step

NOISE = 0.0005  # m²: what cutting along nearly the same line leaves over; twenty such are 0.01 m²
_PARCELS_AT_ONCE = 500
_PARTS_AT_ONCE = 100
_TILE = 256  # polygons
_LARGE = 512  # vertices
_COLLECTION = 7
_OUTSIDE, _INSIDE, _SPLIT = range(3)


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
    forest = Forest(geometry)
    share = 0.4 / max(len(layers), 1)
    sheets = [
        _laid(geometry, forest, polygons, step(progress, at * share, (at + 1) * share))
        for at, polygons in enumerate(layers)
    ]

    def cut(start):
        return _cut(geometry[start:start + _PARCELS_AT_ONCE], start, sheets)

    starts = range(0, len(geometry), _PARCELS_AT_ONCE)
    found = run_all(cut, starts, step(progress, 0.4, 1.0))
    none = Pieces(np.empty(0, dtype=int), np.empty((0, len(sheets)), dtype=bool), np.empty(0, dtype=object),
                  np.empty(0, dtype=bool))
    return Pieces(
        np.concatenate([none.row, *(start + pieces.row for start, pieces in zip(starts, found))]),
        *(np.concatenate([getattr(none, name), *(getattr(pieces, name) for pieces in found)])
          for name in ("member", "geometry", "whole")),
    )


@dataclass(frozen=True)
class _Sheet:
    """How a layer lies on the parcels.

    full: parcels that lie in it all over, booleans of shape (n,); row, part: the others with each polygon that may
    reach into them, in the order of the rows, shape (k,).
    """

    full: np.ndarray
    row: np.ndarray
    part: np.ndarray


def _laid(geometry, forest, polygons, progress):
    """_Sheet of a layer over parcels, of which there is a Forest."""
    part = merged_by_tile(polygons, step(progress, 0, 0.6))

    def met(start):
        # Each of them is prepared here and used nowhere else: threads must not share prepared geometries.
        few = part[start:start + _PARTS_AT_ONCE]
        at, row = forest.query(few)
        shapely.prepare(few)
        near = shapely.intersects(few[at], geometry[row])
        at, row = at[near], row[near]
        covered = shapely.covers(few[at], geometry[row])
        shapely.destroy_prepared(few)
        return row, start + at, covered

    found = run_all(met, range(0, len(part), _PARTS_AT_ONCE), step(progress, 0.6, 1.0))
    row, at, covered = (np.concatenate([np.empty(0, dtype=int), *column]) for column in zip(*found)) if found else (
        np.empty(0, dtype=int) for _ in range(3))
    full = np.zeros(len(geometry), dtype=bool)
    full[row[covered.astype(bool)]] = True
    row, at = row[~full[row]], at[~full[row]]
    order = np.lexsort((at, row))
    return _Sheet(full, row[order], part[at[order]])


def merged_by_tile(polygons, progress=no_progress):
    """A layer as polygons of a few hundred vertices, neighbours merged; only those of different tiles may overlap."""
    part = shapely.get_parts(polygons)
    large = shapely.get_num_coordinates(part) > _LARGE
    tile = _tiles(part[~large])
    merged = dissolve(part[~large], tile, int(tile.max(initial=-1)) + 1, progress)
    part = made_valid(subdivide(np.concatenate([merged, part[large]]), _LARGE)[0])
    return part[shapely.area(part) > 0]


def counted_twice(geometry, progress=no_progress):
    """Area that polygons share with one another, m²: every further polygon on the same land counts."""
    if len(geometry) == 0:
        return 0.0
    merged = merged_by_tile(geometry, step(progress, 0, 0.7))
    _, among = overlapping(merged, step(progress, 0.7, 1.0))
    return max(float(shapely.area(geometry).sum() - shapely.area(merged).sum()) + among, 0.0)


def _tiles(polygons):
    """Which tile of about _TILE neighbours each polygon belongs to, from 0, shape (n,): slices by x, cut by y."""
    count = len(polygons)
    slices = max(round((count / _TILE) ** 0.5), 1)
    x0, y0, x1, y1 = shapely.bounds(polygons).T
    column = np.empty(count, dtype=int)
    column[np.argsort(x0 + x1, kind="stable")] = np.arange(count) * slices // max(count, 1)
    order = np.lexsort((y0 + y1, column))
    tile = np.empty(count, dtype=int)
    tile[order] = np.arange(count) // _TILE
    return tile


def _cut(parcel, start, sheets):
    """Pieces of a few parcels, the first of which is row `start`."""
    piece, row = parcel.copy(), np.arange(len(parcel))
    member, whole = np.zeros((len(parcel), len(sheets)), dtype=bool), np.ones(len(parcel), dtype=bool)
    for which, sheet in enumerate(sheets):
        member[:, which] = sheet.full[start + row]
        here = slice(*np.searchsorted(sheet.row, (start, start + len(parcel))))
        inside, left, state = _divided(piece, row, sheet.row[here] - start, sheet.part[here])
        member[state == _INSIDE, which] = True
        split = np.flatnonzero(state == _SPLIT)
        entered = member[split].copy()
        entered[:, which] = True
        piece[split], whole[split] = left[split], False
        piece, row = np.concatenate([piece, inside[split]]), np.concatenate([row, row[split]])
        member = np.concatenate([member, entered])
        whole = np.concatenate([whole, np.zeros(len(split), dtype=bool)])
    order = np.argsort(row, kind="stable")
    return Pieces(row[order], member[order], piece[order], whole[order])


def _divided(piece, row, part_row, part):
    """Pieces of parcels divided by the parts of a layer.

    row: parcel of each piece, shape (p,); part_row: parcel that each part may reach into, ascending, shape (k,).
    Returns what is inside, None where that is not needed, what is left, and _OUTSIDE, _INSIDE or _SPLIT: shapes (p,).
    """
    first, number = np.searchsorted(part_row, row), np.bincount(part_row, minlength=row.max(initial=-1) + 1)[row]
    left, size = piece.copy(), shapely.area(piece)
    found, found_of = [np.empty(0, dtype=object)], [np.empty(0, dtype=int)]
    # One part after the other, each of what those before it left, so that where they overlap counts once.
    for rank in range(number.max(initial=0)):
        asked = np.flatnonzero((number > rank) & (size > NOISE))
        other = part[first[asked] + rank]
        shared = _land(shapely.intersection(left[asked], other))
        some = shapely.area(shared) > NOISE
        asked, other, shared = asked[some], other[some], shared[some]
        found.append(shared)
        found_of.append(asked)
        cut = shapely.area(shared) < size[asked] - NOISE
        size[asked[~cut]] = 0.0
        left[asked[cut]] = _land(shapely.difference(left[asked[cut]], other[cut]))
        size[asked[cut]] = shapely.area(left[asked[cut]])
    found_of = np.concatenate(found_of)
    state = np.full(len(piece), _OUTSIDE)
    state[found_of] = np.where(size[found_of] > NOISE, _SPLIT, _INSIDE)
    wanted = state[found_of] == _SPLIT
    return _united(np.concatenate(found)[wanted], found_of[wanted], len(piece)), left, state


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
        merged = np.full(len(mixed), shapely.MultiPolygon(), dtype=object)
        if land.any():
            shapely.multipolygons(part[land], indices=of[land], out=merged)
        shapes[mixed] = merged
    return shapes
