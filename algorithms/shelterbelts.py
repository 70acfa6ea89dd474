"""Gaps in farmland shelterbelts (农田林网): stretches of road and canal between large blocks with no trees by them.

Roads and canals are looked at every STEP metres, at stations. A station has a
gap when large farmland lies on both sides and no trees do.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .parallel import in_chunks, no_progress, step

STEP = 10.0
"""Metres between stations."""
_SIDEWAYS = 0.75 * STEP
"""Within this distance of an earlier station another looks at the same stretch."""
_CHUNK = 20_000


@dataclass(frozen=True)
class Stations:
    """Places along the middle of roads and canals.

    point: x, y, metres, shape (n, 2); along: unit vector of the direction, shape (n, 2); half: metres from the middle
    to the edge; line: which line or ring the station is on; place: its number along it; both of shape (n,).
    """

    point: np.ndarray
    along: np.ndarray
    half: np.ndarray
    line: np.ndarray
    place: np.ndarray

    def __len__(self):
        return len(self.half)

    def take(self, rows):
        """The stations at these rows."""
        return Stations(self.point[rows], self.along[rows], self.half[rows], self.line[rows], self.place[rows])


def stations_of_lines(lines, half=0.0):
    """Stations of centre lines. lines: shapely (multi)linestrings; half: metres from the middle to the edge, (n,)."""
    parts, of = shapely.get_parts(lines, return_index=True)
    point, along, line, place = _along(parts)
    return Stations(point, along, np.broadcast_to(half, (len(lines),))[of[line]].astype(float), line, place)


def stations_of_areas(polygons, max_width, progress=no_progress):
    """Stations in the middle of narrow polygons, such as the parcels of roads and ditches.

    From places along each edge a line is drawn straight across; where it meets the far edge within `max_width` metres
    the station lies half way. The far edge finds the same stretches again, which are left out.
    """
    parts = shapely.get_parts(polygons)
    rings, part = shapely.get_rings(parts, return_index=True)
    outer = np.r_[True, part[1:] != part[:-1]] if len(part) else np.empty(0, dtype=bool)
    point, along, line, place = _along(rings)
    if len(point) == 0:
        return Stations(point, along, np.empty(0), line, place)
    left = shapely.is_ccw(rings) == outer  # on which side of a ring the land lies
    inward = _across(along) * np.where(left, 1.0, -1.0)[line][:, None]
    width = _widths(rings, part, point, inward, line, max_width, progress)
    narrow = np.flatnonzero(width <= max_width)
    half = width[narrow] / 2
    found = Stations(point[narrow] + inward[narrow] * half[:, None], along[narrow], half, line[narrow], place[narrow])
    return found.take(_first_looks(found))


def joined(first, second):
    """Both stations, those of the second left out where the first looks at the same stretch."""
    if len(first) and len(second):
        gap, which = cKDTree(first.point).query(second.point)
        second = second.take(np.flatnonzero(gap > np.maximum(first.half[which], _SIDEWAYS)))
    offset = first.line.max() + 1 if len(first) else 0
    return Stations(
        np.concatenate([first.point, second.point]), np.concatenate([first.along, second.along]),
        np.concatenate([first.half, second.half]), np.concatenate([first.line, second.line + offset]),
        np.concatenate([first.place, second.place]),
    )


def find_gaps(stations, blocks, trees, reach, tree_reach, min_length, progress=no_progress):
    """Stretches with large farmland within `reach` metres of both edges and no trees within `tree_reach`.

    blocks, trees: shapely polygons. Returns linestrings of at least `min_length` metres.
    """
    empty = np.empty(0, dtype=object)
    if len(stations) == 0 or len(blocks) == 0:
        return empty
    side = _across(stations.along)
    open_ = np.ones(len(stations), dtype=bool)
    for part, sign in ((step(progress, 0, 0.35), 1), (step(progress, 0.35, 0.7), -1)):
        rows = np.flatnonzero(open_)
        near, far = (
            stations.point[rows] + sign * side[rows] * (stations.half[rows] + metres)[:, None] for metres in (0, reach)
        )
        open_[rows] = _meets(near, far, blocks, part)
    rows = np.flatnonzero(open_)
    if len(trees):
        edge = side[rows] * stations.half[rows][:, None]
        ends = stations.point[rows] - edge, stations.point[rows] + edge
        rows = rows[~_meets(*ends, trees, step(progress, 0.7, 1.0), tree_reach)]
    lines = _lines(stations.take(rows))
    return lines[shapely.length(lines) >= min_length - 1e-6]


def _along(lines):
    """Points every STEP metres along lines, the direction there, which line, and number along it."""
    length = shapely.length(lines)
    count = np.where(length > 0, np.maximum(np.round(length / STEP), 1), 0).astype(int)
    line = np.repeat(np.arange(len(lines)), count)
    place = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    if len(line) == 0:
        return np.empty((0, 2)), np.empty((0, 2)), line, place
    at = (place + 0.5) * (length / np.maximum(count, 1))[line]
    ahead = in_chunks(shapely.line_interpolate_point, lines[line], np.minimum(at + 0.5, length[line]), size=_CHUNK)
    behind = in_chunks(shapely.line_interpolate_point, lines[line], np.maximum(at - 0.5, 0), size=_CHUNK)
    ahead, behind = shapely.get_coordinates(ahead), shapely.get_coordinates(behind)
    along = ahead - behind
    size = np.hypot(*along.T)
    along = np.where(size[:, None] > 0, along / np.where(size > 0, size, 1)[:, None], (1.0, 0.0))
    point = in_chunks(shapely.line_interpolate_point, lines[line], at, size=_CHUNK)
    return shapely.get_coordinates(point), along, line, place


def _across(along):
    """Unit vectors to the left."""
    return np.column_stack((-along[:, 1], along[:, 0]))


def _widths(rings, part, point, inward, line, max_width, progress):
    """Metres from each point straight across to the far edge of its polygon, infinite beyond `max_width`."""
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    edge = np.flatnonzero(ring[:-1] == ring[1:])
    start, end, owner = corners[edge], corners[edge + 1], part[ring[edge]]
    tree = shapely.STRtree(shapely.linestrings(np.stack([start, end], axis=1)))
    tree.query(shapely.Point(0, 0))  # built here, before threads share it

    def measure(rows):
        rays = shapely.linestrings(np.stack([point[rows], point[rows] + inward[rows] * max_width], axis=1))
        own, met = tree.query(rays)
        same = owner[met] == part[line[rows[own]]]
        own, met = own[same], met[same]
        origin, direction = point[rows[own]], inward[rows[own]]
        run, to_start = end[met] - start[met], start[met] - origin
        turn = direction[:, 0] * run[:, 1] - direction[:, 1] * run[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            far = (to_start[:, 0] * run[:, 1] - to_start[:, 1] * run[:, 0]) / turn
            where = (to_start[:, 0] * direction[:, 1] - to_start[:, 1] * direction[:, 0]) / turn
        hit = (far > 0.01) & (where >= 0) & (where <= 1)
        width = np.full(len(rows), np.inf)
        np.minimum.at(width, own[hit], far[hit])
        return width

    return in_chunks(measure, np.arange(len(point)), size=_CHUNK, progress=progress)


def _first_looks(stations):
    """Rows of stations that do not look at a stretch which an earlier one looks at, from another part of an edge."""
    pairs = cKDTree(stations.point).query_pairs(_SIDEWAYS, output_type="ndarray")
    first, second = pairs.min(axis=1), pairs.max(axis=1)
    neighbours = (stations.line[first] == stations.line[second]) & (
        np.abs(stations.place[first] - stations.place[second]) <= 2)
    keep = np.ones(len(stations), dtype=bool)
    keep[second[~neighbours]] = False
    return np.flatnonzero(keep)


def _meets(start, end, shapes, progress, distance=0.0):
    """Which of the segments from start to end come within a distance of one of the shapes."""
    tree = shapely.STRtree(shapes)
    tree.query(shapely.Point(0, 0))  # built here, before threads share it

    def meets(rows):
        found = np.zeros(len(rows), dtype=bool)
        segments = shapely.linestrings(np.stack([start[rows], end[rows]], axis=1))
        # Of a line without length GEOS 3.13 overlooks what is near.
        no_length = np.flatnonzero((start[rows] == end[rows]).all(axis=1))
        segments[no_length] = shapely.points(start[rows][no_length])
        row, _ = tree.query(segments, predicate="dwithin", distance=distance)
        found[row] = True
        return found

    return in_chunks(meets, np.arange(len(start)), size=_CHUNK, progress=progress)


def _lines(stations):
    """Lines through stations that follow one another, half a step longer at both ends."""
    if len(stations) == 0:
        return np.empty(0, dtype=object)
    order = np.lexsort((stations.place, stations.line))
    stations = stations.take(order)
    apart = np.hypot(*np.diff(stations.point, axis=0).T)
    follows = (np.diff(stations.line) == 0) & (np.diff(stations.place) == 1) & (apart < 2 * STEP)
    run = np.cumsum(np.r_[0, ~follows])
    first, last = np.r_[True, ~follows], np.r_[~follows, True]
    before = stations.point[first] - stations.along[first] * STEP / 2
    after = stations.point[last] + stations.along[last] * STEP / 2
    points = np.concatenate([before, stations.point, after])
    of = np.concatenate([run[first], run, run[last]])
    kind = np.repeat([0, 1, 2], [len(before), len(run), len(after)])
    order = np.lexsort((np.arange(len(of)), kind, of))
    return shapely.linestrings(points[order], indices=of[order])
