"""Parcels of each block merged into one shape."""

import numpy as np
import shapely

from .coverage import merge_coverage
from .parallel import no_progress, run_all

_AREA_TOLERANCE = 1e-9  # relative: what rounding costs when shared edges vanish
_BUNDLE = 8_000  # parcels handed to a thread at once, so that many small blocks cost no more than one large


def dissolve(geometry, label, count, progress=no_progress):
    """One polygon or multipolygon per block, shape (count,).

    geometry: polygons, shape (n,); label: block of each, 0 to count-1, shape (n,).
    """
    members = rows_by_label(label, count)
    merged = np.empty(count, dtype=object)
    single = np.array([len(rows) == 1 for rows in members], dtype=bool)
    merged[single] = [geometry[rows[0]] for rows, alone in zip(members, single) if alone]
    several = np.flatnonzero(~single)

    def merge(blocks):
        rows = np.concatenate([members[block] for block in blocks])
        return _merge(geometry[rows], np.repeat(np.arange(len(blocks)), [len(members[block]) for block in blocks]))

    bundles = _bundles(several, np.array([len(members[block]) for block in several]))
    for blocks, shapes in zip(bundles, run_all(merge, bundles, progress)):
        merged[blocks] = shapes
    return merged


def collect(geometry, label, count):
    """The parcels of each block as one multipolygon, nothing merged, shape (count,)."""
    parts, row = shapely.get_parts(geometry, return_index=True)
    order = np.argsort(label[row], kind="stable")
    return shapely.multipolygons(parts[order], indices=label[row][order], out=np.empty(count, dtype=object))


def rows_by_label(label, count):
    """Rows of each label 0 to count-1, as a list of index arrays."""
    order = np.argsort(label, kind="stable")
    return np.split(order, np.searchsorted(label[order], np.arange(1, count)))[:count]


def _merge(parcels, label):
    """Union of polygons by label.

    Survey parcels share their vertices, and then dropping the shared edges is
    many times faster than a general union. Where they do not, that shows in
    edges without a match, an invalid shape, or an area that does not add up.
    """
    count = int(label[-1]) + 1
    merged = merge_coverage(parcels, label, count)
    total = np.bincount(label, weights=shapely.area(parcels), minlength=count)
    good = shapely.is_valid(merged) & (np.abs(shapely.area(merged) - total) <= _AREA_TOLERANCE * total)
    for block in np.flatnonzero(~good):
        merged[block] = _union(parcels[label == block])
    return merged


def _union(parcels):
    try:
        return shapely.union_all(parcels)
    except shapely.GEOSException:  # invalid parcels let through by the user's own setting
        return shapely.union_all(shapely.make_valid(parcels))


def _bundles(blocks, sizes):
    group = np.cumsum(sizes) // _BUNDLE
    return np.split(blocks, np.flatnonzero(np.diff(group)) + 1) if len(blocks) else []
