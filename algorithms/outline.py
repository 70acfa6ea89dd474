"""Outlines with gaps closed."""

import numpy as np
import shapely

from .parallel import no_progress

_ARC_SEGMENTS = 8
_SHAPES_AT_ONCE = 4


def closed_outline(shape, radius, progress=no_progress):
    """Shapes with gaps of up to twice the radius closed, shape (n,).

    shape: polygons or multipolygons, shape (n,); radius: metres. Grown by the
    radius, then shrunk by it (a morphological closing). Arcs are drawn with
    eight segments a quarter, so a corner can lose some centimetres: where the
    outline must hold the shape itself, unite the two.
    """
    if radius == 0:
        return shape

    def close(part):
        grown = shapely.buffer(part, radius, quad_segs=_ARC_SEGMENTS)
        return shapely.buffer(grown, -radius, quad_segs=_ARC_SEGMENTS)

    # One after the other: this is done while something else keeps the other core busy.
    closed = np.empty(len(shape), dtype=object)
    for start in range(0, len(shape), _SHAPES_AT_ONCE):
        closed[start:start + _SHAPES_AT_ONCE] = close(shape[start:start + _SHAPES_AT_ONCE])
        progress(start / len(shape))
    return closed
