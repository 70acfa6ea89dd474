"""Gaps in ecological corridors (生态廊道): the cheapest links between forest patches that lie near one another.

The land is a grid of cells, each with the cost of crossing a metre of it. From
the rims of all patches at once costs spread over the cells between (Dijkstra,
scipy); where the lands of two patches meet, the cheapest crossing is their
link. Of all links the minimum spanning forest stays: the fewest that join what
can be joined.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy import ndimage
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree

from .parallel import no_progress
from .zonal import Grid, centre_runs

MOST_CELLS = 1_000_000
"""Cells of a grid: more would keep a person waiting; the cells become larger instead."""
_STEPS = ((0, 1), (1, 0), (1, 1), (1, -1))
_AROUND = np.ones((3, 3), dtype=bool)


@dataclass(frozen=True)
class Links:
    """The links, cheapest first.

    first, second: the patches joined; cost: metres weighted by cost, from rim to rim; cells: (row, column) of the
    cells a link goes through, from a cell of one patch to one of the other.
    """

    first: np.ndarray
    second: np.ndarray
    cost: np.ndarray
    cells: list


def grid_for(geometry, cell, most=MOST_CELLS):
    """The grid over all geometries, with square cells of `cell` metres, larger where these would be too many."""
    left, bottom, right, top = shapely.total_bounds(geometry)
    size = max(cell, np.sqrt((right - left) * (top - bottom) / most))
    columns, rows = (max(int(np.ceil(extent / size)), 1) for extent in (right - left, top - bottom))
    return Grid(left, top, size, size, columns, rows)


def raster(geometry, values, grid, empty, progress=no_progress):
    """Cells with the value of the polygon their centre lies in, `empty` where there is none, shape (rows, columns).

    Of polygons that overlap the last counts.
    """
    result = np.full((grid.rows, grid.columns), empty, dtype=np.asarray(values).dtype)
    row, first, last, owner = centre_runs(geometry, grid, progress)
    count = last - first
    column = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
    result[np.repeat(row, count), column] = np.repeat(values[owner], count)
    return result


def find_links(patch, cost, cell, max_length, progress=no_progress):
    """The cheapest links between patches.

    patch: number of the patch of each cell, -1 for none; cost: of crossing a metre, infinite where nothing passes;
    both of shape (rows, columns); cell: metres. Cells further than half of `max_length` from every patch are no part
    of a link that short, and are left out.
    """
    rim, between = _regions(patch, cost, cell, max_length)
    region, count = ndimage.label(rim | between, _AROUND)
    if count == 0:
        return Links(np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0), [])
    windows = ndimage.find_objects(region)
    size = np.bincount(region.ravel(), minlength=count + 1)[1:]
    done, total, found = 0, size.sum(), []
    for number, window in enumerate(windows, 1):
        inside = region[window] == number
        of = np.where(inside & rim[window], patch[window], -1)
        if len(np.unique(of[of >= 0])) > 1:
            found += _crossings(of, np.where(inside, cost[window], np.inf), cell, window)
        done += size[number - 1]
        progress(done / total)
    return _cheapest(found)


def spanning(links):
    """Rows of the links of the minimum spanning forest: the fewest, and cheapest, that join what the links join."""
    if len(links.cost) == 0:
        return np.empty(0, dtype=int)
    patches, at = np.unique(np.r_[links.first, links.second], return_inverse=True)
    first, second = np.split(at, 2)
    # By rank and not by cost: a link may cost nothing, which a sparse matrix takes for no link.
    rank = np.arange(1, len(first) + 1)
    tree = minimum_spanning_tree(coo_matrix((rank, (first, second)), shape=(len(patches),) * 2))
    return np.sort(tree.tocoo().data.astype(int)) - 1


def chosen(links, rows):
    """The links at these rows."""
    return Links(links.first[rows], links.second[rows], links.cost[rows], [links.cells[row] for row in rows])


def as_lines(links, grid):
    """The links as linestrings through the middles of their cells."""
    lines = [
        shapely.LineString(np.column_stack((
            grid.left + (cells[:, 1] + 0.5) * grid.width, grid.top - (cells[:, 0] + 0.5) * grid.height)))
        for cells in links.cells
    ]
    return np.array(lines, dtype=object)


def _regions(patch, cost, cell, max_length):
    """Cells of patches that border on others, and cells between patches."""
    inside = patch >= 0
    near = ndimage.distance_transform_edt(~inside, sampling=cell) <= max_length / 2 + cell if inside.any() else inside
    between = near & ~inside & np.isfinite(cost)
    # Two patches may touch: their rims are then a link by themselves.
    low, high = ndimage.minimum_filter(patch, 3, mode="nearest"), ndimage.maximum_filter(patch, 3, mode="nearest")
    return inside & (low != high), between


def _graph(cost, cell):
    """Neighbouring cells as (one, other, cost of going from middle to middle); cells by their flat number."""
    number = np.arange(cost.size).reshape(cost.shape)
    pairs = []
    rows, columns = cost.shape
    for down, right in _STEPS:
        here = (slice(0, rows - down), slice(max(0, -right), columns - max(0, right)))
        there = (slice(down, rows), slice(max(0, right), columns - max(0, -right)))
        price = (cost[here] + cost[there]) / 2 * np.hypot(down, right) * cell
        passes = np.isfinite(price)
        pairs.append((number[here][passes], number[there][passes], price[passes]))
    return tuple(map(np.concatenate, zip(*pairs)))


def _crossings(patch, cost, cell, window):
    """(first, second, cost, cells) of the cheapest link of every two patches whose lands meet in a window."""
    one, other, price = _graph(cost, cell)
    used, at = np.unique(np.r_[one, other], return_inverse=True)
    one, other = np.split(at, 2)
    own = patch.ravel()[used]
    graph = csr_matrix((np.r_[price, price], (np.r_[one, other], np.r_[other, one])), shape=(len(used),) * 2)
    far, before, source = dijkstra(graph, indices=np.flatnonzero(own >= 0), min_only=True, return_predecessors=True)
    reached = source >= 0
    lands = np.where(reached, own[np.where(reached, source, 0)], -1)
    meet = np.flatnonzero((lands[one] != lands[other]) & reached[one] & reached[other])
    if len(meet) == 0:
        return []
    total = far[one[meet]] + price[meet] + far[other[meet]]
    low, high = np.minimum(lands[one[meet]], lands[other[meet]]), np.maximum(lands[one[meet]], lands[other[meet]])
    order = np.lexsort((meet, total, high, low))
    changed = np.r_[True, (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)]
    corner = np.array([window[0].start, window[1].start])
    found = []
    for place in order[changed].tolist():
        ends = one[meet[place]], other[meet[place]]
        if lands[ends[0]] > lands[ends[1]]:
            ends = ends[::-1]
        way = _back(before, ends[0])[::-1] + _back(before, ends[1])
        cells = np.column_stack(np.unravel_index(used[way], cost.shape)) + corner
        found.append((int(low[place]), int(high[place]), float(total[place]), cells))
    return found


def _back(before, node):
    """The nodes from this one back to where its cheapest way began."""
    way = [int(node)]
    while before[way[-1]] >= 0:
        way.append(int(before[way[-1]]))
    return way


def _cheapest(found):
    """Links of the cheapest crossing of every two patches, cheapest first."""
    found.sort(key=lambda link: (link[2], link[0], link[1]))
    best = {}
    for link in found:
        best.setdefault(link[:2], link)
    links = list(best.values())
    return Links(
        np.array([link[0] for link in links], dtype=int), np.array([link[1] for link in links], dtype=int),
        np.array([link[2] for link in links], dtype=float), [link[3] for link in links],
    )


def outside(shapes, patches, progress=no_progress):
    """The shapes without what lies inside polygons."""
    tree = shapely.STRtree(patches)
    result = shapes.copy()
    for row, shape in enumerate(shapes):
        near = tree.query(shape, predicate="intersects")
        if len(near):
            result[row] = shapely.difference(shape, shapely.union_all(patches[near]))
        progress((row + 1) / len(shapes))
    return result
