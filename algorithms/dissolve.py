"""Parcels of each block merged into one shape."""

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .coverage import merge_coverage, parts_of
from .overlay import made_valid
from .parallel import in_chunks, no_progress, run_all

_AREA_TOLERANCE = 1e-9  # relative: what rounding costs when shared edges vanish
_BUNDLE = 8_000  # parcels handed to a thread at once, so that many small blocks cost no more than one large


def dissolve(geometry, label, count, progress=no_progress):
    """One polygon or multipolygon per block, shape (count,).

    geometry: polygons, shape (n,); label: block of each, 0 to count-1, shape (n,).
    """
    members = rows_by_label(label, count)
    merged = np.empty(count, dtype=object)
    single = np.array([len(rows) == 1 for rows in members], dtype=bool)
    merged[single] = geometry[[rows[0] for rows, alone in zip(members, single) if alone]]
    # Those let through by the user's own setting: a union mends them, as it does where there are several.
    single[single] = in_chunks(shapely.is_valid, merged[single])
    several = np.flatnonzero(~single)

    def merge(blocks):
        rows = np.concatenate([members[block] for block in blocks])
        return _merge(geometry[rows], np.repeat(np.arange(len(blocks)), [len(members[block]) for block in blocks]))

    bundles = _bundles(several, np.array([len(members[block]) for block in several]))
    for blocks, shapes in zip(bundles, run_all(merge, bundles, progress)):
        merged[blocks] = shapes
    return merged


def dissolve_groups(geometry, label, count, group, progress=no_progress):
    """As `dissolve`, where it is known which parcels of a block meet: the others need no merging.

    group: from 0, shape (n,). Parcels that touch or overlap are of one group, and those of a group of one block.
    """
    first = np.unique(group, return_index=True)[1]
    return _joined(dissolve(geometry, group, len(first), progress), label[first], count)


def collect(geometry, label, count):
    """The parcels of each block as one multipolygon, nothing merged, shape (count,)."""
    parts, row = parts_of(geometry)
    order = np.argsort(label[row], kind="stable")
    return shapely.multipolygons(parts[order], indices=label[row][order], out=np.empty(count, dtype=object))


def union(polygons):
    """All the ground that polygons cover, a valid geometry, empty where there are none.

    As shapely.union_all, and many times faster where they share edges: parcels and what is drawn along them. Invalid
    ones are made valid first: a boundary may well come with bow ties.
    """
    if len(polygons) == 0:
        return shapely.MultiPolygon()
    return dissolve(made_valid(polygons), np.zeros(len(polygons), dtype=int), 1)[0]


def united(polygons):
    """Polygons as parts that do not overlap, so that nothing inside counts twice, shape (m,). See `union`."""
    parts = shapely.get_parts(union(polygons))
    return parts[shapely.area(parts) > 0]


def rows_by_label(label, count):
    """Rows of each label 0 to count-1, as a list of index arrays."""
    order = np.argsort(label, kind="stable")
    return np.split(order, np.searchsorted(label[order], np.arange(1, count)))[:count]


def _merge(parcels, label):
    """Union of polygons by label, 0 to the largest.

    Survey parcels share their vertices, and then dropping the shared edges is many times faster than a general union.
    """
    merged = _merged_by_edges(parcels, label)
    failed = shapely.is_missing(merged)
    if failed.any():
        rest = failed[label]
        merged[failed] = _merged_by_groups(parcels[rest], (np.cumsum(failed) - 1)[label[rest]])
    return merged


def _merged_by_edges(parcels, label):
    """As `_merge`, None where it shows that edges do not match: an invalid shape, or an area that does not add up."""
    count = int(label.max(initial=-1)) + 1
    merged = merge_coverage(parcels, label, count)
    total = np.bincount(label, weights=shapely.area(parcels), minlength=count)
    good = shapely.is_valid(merged) & (np.abs(shapely.area(merged) - total) <= _AREA_TOLERANCE * total)
    merged[~good] = None
    return merged


def _merged_by_groups(parcels, label):
    """As `_merge`, uniting no more than the parcels that meet: most of them may well meet no other."""
    group = _meeting(parcels, label)
    members = rows_by_label(group, int(group.max()) + 1)
    block = label[[rows[0] for rows in members]]
    merged = np.empty(len(members), dtype=object)
    size = np.bincount(group)
    untried = (size > 1) & (size < np.bincount(label)[block])
    among = untried[group]
    merged[untried] = _merged_by_edges(parcels[among], (np.cumsum(untried) - 1)[group[among]])
    alone = np.flatnonzero(size == 1)
    alone_shape = parcels[[members[which][0] for which in alone]]
    valid = shapely.is_valid(alone_shape)
    merged[alone[valid]] = alone_shape[valid]
    for which in np.flatnonzero(shapely.is_missing(merged)):
        merged[which] = _union(parcels[members[which]])
    return _joined(merged, block, int(block.max()) + 1)


def _meeting(parcels, label):
    """Which group of parcels of one label that touch or overlap each belongs to, from 0, shape (n,)."""
    i, j = shapely.STRtree(parcels).query(parcels, predicate="intersects")
    i, j = (end[label[i] == label[j]] for end in (i, j))
    graph = coo_matrix((np.ones(len(i), dtype=np.int8), (i, j)), shape=(len(parcels), len(parcels)))
    return connected_components(graph, directed=False)[1]


def _joined(shapes, label, count):
    """The shapes of each block, which share no area, as one polygon or multipolygon, shape (count,)."""
    merged = collect(shapes, label, count)
    single = shapely.get_num_geometries(merged) == 1
    merged[single] = shapely.get_geometry(merged[single], 0)
    return merged


def _union(parcels):
    """Also of invalid parcels, let through by the user's own setting."""
    try:
        merged = shapely.union_all(parcels)
    except shapely.GEOSException:
        merged = None
    return merged if shapely.is_valid(merged) else shapely.union_all(made_valid(parcels))


def _bundles(blocks, sizes):
    group = np.cumsum(sizes) // _BUNDLE
    return np.split(blocks, np.flatnonzero(np.diff(group)) + 1) if len(blocks) else []
