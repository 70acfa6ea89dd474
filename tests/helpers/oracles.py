"""Slow, obvious answers to compare with: every pair looked at, one after another."""

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

MILLIMETRE = 0.001


def partition(labels):
    """A labelling as the set of its groups, whatever the groups are called."""
    groups = {}
    for row, label in enumerate(np.asarray(labels).tolist()):
        groups.setdefault(label, []).append(row)
    return frozenset(frozenset(rows) for rows in groups.values())


class Union:
    """Disjoint sets of the rows 0 … n−1."""

    def __init__(self, count):
        self.parent = list(range(count))

    def root(self, row):
        while self.parent[row] != row:
            row = self.parent[row]
        return row

    def join(self, a, b):
        self.parent[self.root(a)] = self.root(b)

    def labels(self):
        return [self.root(row) for row in range(len(self.parent))]


def contiguous_pairs(geometry, gap, areas=(), lines=(), split=None):
    """Every contiguous pair (i, j, distance), i < j: DOMAIN.md's two sentences, taken literally."""
    pairs = []
    for i in range(len(geometry)):
        distance = shapely.distance(geometry[i], geometry[i + 1:])
        for j in i + 1 + np.flatnonzero(distance <= gap + MILLIMETRE):
            apart = distance[j - i - 1]
            if split is not None and split[i] != split[j]:
                continue
            if apart <= MILLIMETRE or not is_cut(shapely.shortest_line(geometry[i], geometry[j]), areas, lines):
                pairs.append((i, int(j), float(apart)))
    return pairs


def is_cut(segment, areas, lines):
    """Whether the segment enters the barrier areas, taken together, or meets a line."""
    inner = shapely.buffer(shapely.union_all(np.asarray(areas, dtype=object)), -MILLIMETRE, join_style="mitre")
    return bool(shapely.intersects(segment, inner)) or any(shapely.intersects(segment, line) for line in lines)


def every_pair_joined(geometry, gap, areas=(), lines=(), split=None):
    """Block of every parcel, by joining every contiguous pair."""
    union = Union(len(geometry))
    for i, j, _ in contiguous_pairs(geometry, gap, areas, lines, split):
        union.join(i, j)
    return union.labels()


def shortest(count, start, end, length, source):
    """Dijkstra as QGIS's analyser would answer; of several ways between two junctions the shortest one counts."""
    ways = pd.DataFrame({"one": np.minimum(start, end), "other": np.maximum(start, end), "length": length})
    ways = ways.groupby(["one", "other"], as_index=False)["length"].min()
    matrix = coo_matrix((ways["length"], (ways["one"], ways["other"])), shape=(count, count))
    return dijkstra(matrix.tocsr(), directed=False, indices=source)
