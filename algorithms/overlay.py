"""What lies inside what: exact, and fast against boundaries of many vertices."""

import numpy as np
import shapely

from .forest import Forest
from .parallel import in_chunks, no_progress, run_all, step

_PIECE_VERTICES = 256
_PAIRS_AT_ONCE = 2_000


def inside(geometry, outline, progress=no_progress):
    """The parts of `geometry` inside each outline.

    geometry: polygons, shape (n,); outline: valid polygons or multipolygons, shape (m,).
    Returns (row, which outline, part): index arrays and the part's geometry,
    one entry per pair that shares area. A whole feature inside comes as it is.
    """
    tree = Forest(geometry)

    def covered(which):
        area = outline[which]
        shapely.prepare(area)
        near = tree.query(area)
        near = near[shapely.intersects(area, geometry[near])]
        whole = shapely.covers(area, geometry[near])
        return near[whole], near[~whole]

    found = run_all(covered, range(len(outline)), step(progress, 0, 0.4))
    whole_row = [whole for whole, _ in found]
    whole_of = [np.full(len(whole), which) for which, (whole, _) in enumerate(found)]
    cut = np.array([len(crossing) > 0 for _, crossing in found], dtype=bool)
    pieces, piece_of = subdivide(outline[cut])
    piece_of = np.flatnonzero(cut)[piece_of]
    crossing_row = np.concatenate([crossing for _, crossing in found]) if found else np.empty(0, dtype=int)
    crossing_of = np.repeat(np.arange(len(found)), [len(crossing) for _, crossing in found])
    piece_tree = shapely.STRtree(pieces)
    pair, piece = piece_tree.query(geometry[crossing_row], predicate="intersects")
    same = piece_of[piece] == crossing_of[pair]
    pair, piece = pair[same], piece[same]
    part = np.empty(0, dtype=object)
    if len(pair):
        part = in_chunks(
            shapely.intersection, pieces[piece], geometry[crossing_row[pair]], size=_PAIRS_AT_ONCE,
            progress=step(progress, 0.5, 1.0),
        )
    row = np.concatenate([*whole_row, crossing_row[pair]]).astype(int)
    of = np.concatenate([*whole_of, crossing_of[pair]]).astype(int)
    parts = np.concatenate([geometry[row[:len(row) - len(part)]], part])
    keep = shapely.area(parts) > 0
    return row[keep], of[keep], parts[keep]


def subdivide(polygons, most=_PIECE_VERTICES):
    """Cut polygons into pieces of at most about `most` vertices.

    Returns the pieces and the row each belongs to. An overlay then meets the
    few vertices at hand, not the whole of a boundary.
    """
    piece, owner = shapely.get_parts(polygons, return_index=True)
    done, done_owner = [], []
    while len(piece):
        large = shapely.get_num_coordinates(piece) > most
        done.append(piece[~large])
        done_owner.append(owner[~large])
        halves, half_owner = _halves(piece[large], owner[large])
        piece, inner = shapely.get_parts(halves, return_index=True)
        owner = half_owner[inner]
        polygon = shapely.get_type_id(piece) == 3
        piece, owner = piece[polygon], owner[polygon]
    if not done:
        return np.empty(0, dtype=object), np.empty(0, dtype=int)
    return np.concatenate(done), np.concatenate(done_owner)


def _halves(polygons, owner):
    """Each polygon cut through the middle of its longer side."""
    halves, halves_owner = [], []
    for polygon, of in zip(polygons, owner):
        halves.extend(shapely.clip_by_rect(polygon, *box) for box in halved(shapely.bounds(polygon)))
        halves_owner.extend((of, of))
    return np.array(halves, dtype=object), np.array(halves_owner, dtype=int)


def halved(box):
    """A box (x0, y0, x1, y1) as two, cut through the middle of its longer side."""
    x0, y0, x1, y1 = box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return ((x0, y0, x, y1), (x, y0, x1, y1)) if x1 - x0 >= y1 - y0 else ((x0, y0, x1, y), (x0, y, x1, y1))


def made_valid(shapes):
    """A copy in which invalid polygons are made valid: a parcel may well come with a bow tie."""
    shapes = shapes.copy()
    wrong = ~shapely.is_valid(shapes) & (shapely.get_dimensions(shapes) == 2)
    # Grown by nothing, so that lines left over from spikes fall away.
    shapes[wrong] = shapely.buffer(shapely.make_valid(shapes[wrong]), 0)
    return shapes


def only_land(shapes):
    """Overlaid shapes without the lines and points where neighbours only touch; changes and returns the array."""
    mixed = shapely.get_type_id(shapes) == shapely.GeometryType.GEOMETRYCOLLECTION
    for row in np.flatnonzero(mixed).tolist():
        parts = shapely.get_parts(shapes[row])
        shapes[row] = shapely.union_all(parts[shapely.get_dimensions(parts) == 2])
    return shapes


def shared_area(one, other, progress=no_progress):
    """Area that each pair of polygons shares, square units, shape (n,)."""
    if len(one) == 0:
        return np.empty(0)
    return in_chunks(
        lambda a, b: shapely.area(shapely.intersection(a, b)), one, other, size=_PAIRS_AT_ONCE, progress=progress
    )


def sharing(shapes, sites, least=0.01, tree=None):
    """Pairs (shape, site) that share ground, a polygon more than `least` m²: index arrays.

    shapes: polygons, shape (n,); sites: valid geometries of any kind, shape (m,); tree: an STRtree of the shapes.
    """
    tree = shapely.STRtree(shapes) if tree is None else tree
    site, shape = tree.query(sites, predicate="intersects")
    area = np.flatnonzero(shapely.get_dimensions(sites)[site] == 2)
    shares = np.ones(len(site), dtype=bool)
    shares[area] = shared_area(shapes[shape[area]], sites[site[area]]) > least
    return shape[shares], site[shares]


def owner_by_area(geometry, regions, progress=no_progress):
    """Which region holds the largest part of each polygon, shape (n,), -1 where none does; and how many straddle.

    geometry: polygons, shape (n,); regions: polygons, shape (m,).
    """
    owner = np.full(len(geometry), -1)
    if len(geometry) == 0 or len(regions) == 0:
        return owner, 0
    tree = shapely.STRtree(regions)
    row, region = tree.query(geometry, predicate="intersects")
    # Most lie inside one region; the others are measured, for touching an edge is holding nothing.
    shapely.prepare(regions)
    whole = np.bincount(row, minlength=len(geometry))[row] == 1
    whole[whole] = shapely.covers(regions[region[whole]], geometry[row[whole]])
    owner[row[whole]] = region[whole]
    row, region = row[~whole], region[~whole]
    if len(row) == 0:
        return owner, 0
    shared = shared_area(geometry[row], regions[region], progress)
    order = np.lexsort((region, -shared, row))  # equal areas: the first region, the same every time
    first = order[np.unique(row[order], return_index=True)[1]]
    first = first[shared[first] > 0]
    owner[row[first]] = region[first]
    straddling = np.bincount(row[shared > 0.01], minlength=len(geometry)) > 1
    return owner, int(straddling.sum())


def overlapping(geometry, progress=no_progress):
    """How many pairs of polygons share area, and how much in all, m²: slivers below 0.01 m² do not count."""
    tree = Forest(geometry)

    def shared_with_later(start):
        one, other = tree.query(geometry[start:start + _PAIRS_AT_ONCE])
        one += start
        once = one < other
        one, other = one[once], other[once]
        inner = shapely.relate_pattern(geometry[one], geometry[other], "2********")
        return shapely.area(shapely.intersection(geometry[one[inner]], geometry[other[inner]]))

    found = run_all(shared_with_later, range(0, len(geometry), _PAIRS_AT_ONCE), progress)
    shared = np.concatenate([np.empty(0), *found])
    shared = shared[shared >= 0.01]
    return len(shared), float(shared.sum())
