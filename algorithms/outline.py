"""Outlines with gaps closed."""

import numpy as np
import shapely

from .forest import Forest
from .overlay import halved
from .parallel import in_chunks, no_progress, run_all, step

SHAPES_AT_ONCE = 4
"""Outlines worked out between two looks at whether to stop."""
_ARC_SEGMENTS = 8
_TILE_VERTICES = 2_000  # where growing and shrinking take the least time a vertex
_TILES_AT_ONCE = 8
_MARGIN = 1.05  # of what is needed, so that the cut edge itself never shows


def closed_outline(shape, radius, progress=no_progress):
    """Shapes with gaps of up to twice the radius closed, shape (n,).

    shape: polygons or multipolygons, shape (n,); radius: metres. Grown by the
    radius, then shrunk by it (a morphological closing). Arcs are drawn with
    eight segments a quarter, so a corner can lose some centimetres: see `with_shape`.
    """
    if radius == 0:
        return shape
    return in_chunks(lambda some: _closed(some, radius), shape, size=SHAPES_AT_ONCE, progress=progress)


def with_shape(closed, shape, progress=no_progress):
    """Closed outlines that hold the shapes themselves, shape (n,)."""
    return in_chunks(shapely.union, closed, shape, size=SHAPES_AT_ONCE, progress=progress)


def closed_near(shape, radius, sites, progress=no_progress):
    """What the closed outlines hold around some sites, in pieces that do not overlap.

    shape, radius: as for `closed_outline`; sites: geometries, shape (k,). Whether a point lies in the outline depends
    on the land within twice the radius of it, so an outline can be worked out tile by tile, and only where a site is.
    Returns (piece, which outline), arrays of shape (p,). Nothing of an outline is told where no site's bounding box is.
    """
    if radius == 0:
        return shape, np.arange(len(shape))
    tree = Forest(sites)
    margin = 2 * radius * _MARGIN
    found = run_all(lambda which: _tiles(shape[which], margin, tree), range(len(shape)), step(progress, 0, 0.2))
    owner = np.repeat(np.arange(len(shape)), [len(tiles) for tiles in found])
    land = np.array([part for tiles in found for part, _ in tiles], dtype=object)
    boxes = np.array([box for tiles in found for _, box in tiles])

    def close(start):
        closed = _closed(land[start:start + _TILES_AT_ONCE], radius)
        return [shapely.clip_by_rect(one, *box) for one, box in zip(closed, boxes[start:start + _TILES_AT_ONCE])]

    parts = run_all(close, range(0, len(land), _TILES_AT_ONCE), step(progress, 0.2, 1.0))
    piece = np.array([part for bundle in parts for part in bundle], dtype=object)
    full = ~shapely.is_empty(piece)
    return piece[full], owner[full]


def _closed(shape, radius):
    grown = shapely.buffer(shape, radius, quad_segs=_ARC_SEGMENTS)
    return shapely.buffer(grown, -radius, quad_segs=_ARC_SEGMENTS)


def _tiles(shape, margin, tree):
    """The shape cut until each tile has few vertices: (the shape within `margin` of it, its box), those with sites."""
    done, todo = [], [(shape, tuple(shapely.bounds(shape)))]
    while todo:
        part, box = todo.pop()
        if shapely.is_empty(part) or not len(tree.query(shapely.box(*box))):
            continue
        x0, y0, x1, y1 = box
        if shapely.get_num_coordinates(part) <= _TILE_VERTICES or max(x1 - x0, y1 - y0) <= 4 * margin:
            done.append((part, box))
            continue
        for half in halved(box):
            todo.append((shapely.clip_by_rect(part, *_grown(half, margin)), half))
    return done


def _grown(box, margin):
    return box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
