"""Farmland blocks (集中连片): which parcels belong together, and how it hangs on the gap.

Two parcels are contiguous when the gap between them, edge to edge, is at most
the largest gap bridged and the shortest segment between them crosses no
barrier. Parcels that touch are contiguous whatever the barriers. A block is a
connected component of contiguous parcels.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .barriers import TOLERANCE, BarrierIndex
from .errors import InvalidInput
from .parallel import in_chunks, no_progress, run_all, step
from .pieces import contained, take_apart
from .units import MU

_BATCHES = 6  # the pairs of one gap, nearest first: later ones are mostly joined already


@dataclass(frozen=True)
class ContiguityRule:
    """When two farmland parcels belong to one block.

    max_gap: widest edge-to-edge gap bridged, metres.
    thresholds: smallest net area of each block class, m², ascending.
    """

    max_gap: float = 20.0
    thresholds: tuple = (100 * MU, 1_000 * MU, 10_000 * MU)


@dataclass(frozen=True)
class Links:
    """Pairs of parcels that are contiguous, enough of them to hold every block together.

    count: number of parcels. i, j: the pair; gap: metres between them, 0 where
    they touch; all of shape (m,). A pair that nearer links join already is left out.
    """

    count: int
    i: np.ndarray
    j: np.ndarray
    gap: np.ndarray

    def labels(self, max_gap):
        """Component of every parcel, shape (n,), bridging gaps up to `max_gap` metres."""
        use = self.gap <= max_gap + TOLERANCE
        return _components(self.count, self.i[use], self.j[use])


@dataclass(frozen=True)
class Blocks:
    """Farmland blocks, largest net area first.

    label: block of each parcel, 0-based, shape (n,).
    net_area: m² of each block; parcels: how many it has; level: how many of
    the rule's thresholds it reaches; all of shape (blocks,).
    """

    label: np.ndarray
    net_area: np.ndarray
    parcels: np.ndarray
    level: np.ndarray


def find_blocks(geometry, net_area, rule, barriers=None, split=None, progress=no_progress):
    """Group farmland parcels into contiguous blocks.

    geometry: shapely polygons, shape (n,), in one projected CRS, metres.
    net_area: cropland area of each, m², shape (n,).
    split: optional values, shape (n,); blocks never cross from one to another.
    Returns Blocks; parcel i belongs to block `label[i]`, blocks ordered by net area, largest first.
    Raises InvalidInput naming the first offending row where a geometry is missing or the shapes differ.
    """
    links = find_links(geometry, (rule.max_gap,), barriers, split, progress)
    return form_blocks(links, net_area, rule)


def form_blocks(links, net_area, rule):
    """Blocks at the rule's gap from links that reach at least that far."""
    net_area = np.asarray(net_area, dtype=float)
    if net_area.shape != (links.count,):
        raise InvalidInput(
            "There are {areas} areas for {parcels} parcels.", areas=len(net_area), parcels=links.count
        )
    component = links.labels(rule.max_gap)
    size = np.bincount(component, weights=net_area)
    order = np.argsort(-np.round(size, 2), kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    label = rank[component]
    return Blocks(
        label, size[order], np.bincount(label, minlength=len(order)), _levels(size[order], rule.thresholds)
    )


def sensitivity(links, net_area, gaps, thresholds):
    """How blocks depend on the gap: one row per gap and threshold.

    gaps: metres, within the reach of the links; thresholds: m².
    Returns a DataFrame: gap (m), threshold (m²), blocks, net_area (m²) in
    blocks at or above the threshold, share of all net area (0 to 1).
    """
    rows = []
    total = float(np.sum(net_area))
    for gap in gaps:
        size = np.bincount(links.labels(gap), weights=net_area) if links.count else np.empty(0)
        for threshold in thresholds:
            large = size[_levels(size, (threshold,)) > 0]
            net = float(large.sum())
            rows.append((gap, threshold, len(large), net, net / total if total else 0.0))
    return pd.DataFrame(rows, columns=["gap", "threshold", "blocks", "net_area", "share"])


def find_links(geometry, gaps, barriers=None, split=None, progress=no_progress):
    """Find the contiguous pairs that decide blocks at every gap of `gaps`.

    geometry, barriers, split as in find_blocks; gaps: metres, not negative.
    Works outward gap by gap, so that a pair is measured only while its parcels
    are not joined by nearer ones: a settled neighbourhood costs nothing more.
    """
    geometry = _checked(geometry)
    count = len(geometry)
    reaches = sorted({0.0, *(float(gap) for gap in gaps)})
    if count == 0:
        return Links(0, *_no_pairs())
    near = _Nearby(geometry, reaches[-1], split, step(progress, 0, 0.2))
    walls = BarrierIndex(barriers) if barriers else None
    groups = _Groups(count)
    groups.join(*near.enclosed())
    for index, reach in enumerate(reaches):
        stage = step(progress, 0.2 + 0.8 * index / len(reaches), 0.2 + 0.8 * (index + 1) / len(reaches))
        for rows in near.batches(reach, groups, stage):
            i, j, gap = near.pairs(rows)
            joined = gap <= TOLERANCE
            if walls is None:
                joined[:] = True
            else:
                joined[~joined] = ~walls.cuts(near.segments(rows[~joined]))
            groups.join(i[joined], j[joined], gap[joined])
    progress(1.0)
    return Links(count, *groups.links())


class _Groups:
    """Parcels joined so far, and the links that joined them."""

    def __init__(self, count):
        self._label = np.arange(count)
        self._found = [_no_pairs()]

    def apart(self, i, j):
        """Which of the pairs are still in different groups."""
        return self._label[i] != self._label[j]

    def join(self, i, j, gap):
        """Join the pairs' groups."""
        self._found.append((i, j, gap))
        if len(i):  # over groups, not parcels: they become few
            self._label = _components(int(self._label.max()) + 1, self._label[i], self._label[j])[self._label]

    def links(self):
        """All links, as (i, j, gap)."""
        return tuple(np.concatenate(column) for column in zip(*self._found))


class _Nearby:
    """Pairs of parcels within reach, measured as late as possible.

    A pair waits at the distance of its bounding boxes, which is never more
    than its own; it is measured when a stage reaches that far.
    """

    def __init__(self, geometry, reach, split, progress):
        self.geometry = geometry
        self.pieces = take_apart(geometry)
        self.split = None if split is None else pd.factorize(pd.Series(split, dtype=object))[0]
        self.first, self.second, self.gap = self._boxes_within(reach, progress)
        self.measured = np.zeros(len(self.first), dtype=bool)
        self.handed_out = np.zeros(len(self.first), dtype=bool)

    def enclosed(self):
        """Pairs where one parcel lies inside a large one, at gap 0."""
        i, j = contained(self.geometry, self.pieces.large)
        i, j = self._together(i, j)
        return i, j, np.zeros(len(i))

    def batches(self, reach, groups, progress):
        """Rows of pairs up to `reach` apart that are still separate, nearest first, in a few batches.

        groups: asked again before every batch, since the batch before joined some. Each pair comes once in all.
        """
        within = self.gap <= reach + TOLERANCE
        within[within] = groups.apart(*self._parcels(within))
        measure = np.flatnonzero(within & ~self.measured)
        if len(measure):
            piece = self.pieces.geometry
            self.gap[measure] = in_chunks(
                shapely.distance, piece[self.first[measure]], piece[self.second[measure]], progress=progress
            )
            self.measured[measure] = True
        ready = np.flatnonzero(within & ~self.handed_out & (self.gap <= reach + TOLERANCE))
        ready = self._nearest_pieces(ready[np.argsort(self.gap[ready], kind="stable")])
        for rows in np.array_split(ready, 1 if reach <= TOLERANCE else _BATCHES):
            progress(1.0)
            rows = rows[groups.apart(*self._parcels(rows))]
            if len(rows):
                yield rows

    def pairs(self, rows):
        """The pairs of parcels at these rows, as (i, j, gap)."""
        return *self._parcels(rows), self.gap[rows]

    def segments(self, rows):
        """The shortest segment of each pair."""
        piece = self.pieces.geometry
        return in_chunks(shapely.shortest_line, piece[self.first[rows]], piece[self.second[rows]])

    def _parcels(self, rows):
        owner = self.pieces.owner
        return owner[self.first[rows]], owner[self.second[rows]]

    def _nearest_pieces(self, ready):
        """Of rows sorted by gap, the first of each pair of parcels not handed out before; all count as handed out."""
        if len(self.pieces.large):
            key = self.pieces.owner[self.first] * len(self.geometry) + self.pieces.owner[self.second]
            ready = ready[~np.isin(key[ready], key[self.handed_out])]
            nearest = np.sort(np.unique(key[ready], return_index=True)[1])
            self.handed_out[ready] = True
            return ready[nearest]
        self.handed_out[ready] = True
        return ready

    def _boxes_within(self, reach, progress):
        bounds = shapely.bounds(self.pieces.geometry)
        tree = shapely.STRtree(self.pieces.geometry)
        tree.query(self.pieces.geometry[0])  # built here, before threads share it
        owner = self.pieces.owner

        def query(rows):
            low, high = bounds[rows, :2] - reach - TOLERANCE, bounds[rows, 2:] + reach + TOLERANCE
            a, b = tree.query(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))
            a = rows[a]
            once = owner[a] < owner[b]
            a, b = self._together(a[once], b[once], owner)
            apart = np.maximum(bounds[a, :2], bounds[b, :2]) - np.minimum(bounds[a, 2:], bounds[b, 2:])
            gap = np.hypot(*np.maximum(apart, 0).T)
            keep = gap <= reach + TOLERANCE
            return a[keep].astype(np.int32), b[keep].astype(np.int32), gap[keep]

        rows = np.arange(len(bounds))
        parts = run_all(query, [rows[k:k + 20_000] for k in range(0, len(rows), 20_000)], progress)
        return tuple(np.concatenate(column) for column in zip(*parts))

    def _together(self, a, b, owner=None):
        """Pairs that the split allows."""
        if self.split is None:
            return a, b
        parcel_a, parcel_b = (a, b) if owner is None else (owner[a], owner[b])
        same = self.split[parcel_a] == self.split[parcel_b]
        return a[same], b[same]


def _components(count, i, j):
    graph = coo_matrix((np.ones(len(i), dtype=np.int8), (i, j)), shape=(count, count))
    return connected_components(graph, directed=False)[1]


def _levels(size, thresholds):
    """How many thresholds each area reaches; areas are compared to the legal 0.01 m²."""
    return np.searchsorted(np.round(thresholds, 2), np.round(size, 2), side="right")


def _no_pairs():
    return np.empty(0, dtype=int), np.empty(0, dtype=int), np.empty(0)


def _checked(geometry):
    geometry = np.asarray(geometry, dtype=object)
    missing = np.flatnonzero(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    if len(missing):
        raise InvalidInput("Row {row} has no geometry. Leave such features out first.", row=int(missing[0]))
    return geometry
