"""Distances along roads from settlements to the nearest service.

The shortest paths themselves come from whoever calls: in QGIS, from its own
network analysis. A settlement reaches the roads that meet it at no cost, or
else the nearest road over the straight distance; so does a service.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .nearest import nearest_distance
from .parallel import in_chunks, no_progress, step

_SNAP = 0.001  # metres: ends of roads this close are one junction


@dataclass(frozen=True)
class Network:
    """Roads as straight segments between junctions.

    point: coordinates of the junctions, shape (p, 2); start, end: junction at
    each end, line: the segment itself, all of shape (s,).
    """

    point: np.ndarray
    start: np.ndarray
    end: np.ndarray
    line: np.ndarray


def build_network(roads):
    """The network of road lines (shapely, shape (n,), metres). Roads join where their vertices meet within 1 mm."""
    lines = shapely.get_parts(roads)
    points, of = shapely.get_coordinates(lines, return_index=True)
    # Half a step off the grid, so that round coordinates do not fall between two cells.
    cell = np.floor(points / _SNAP + 0.5).astype(np.int64)
    _, first, junction = np.unique(cell, axis=0, return_index=True, return_inverse=True)
    junction = junction.reshape(-1)
    segment = np.flatnonzero((of[:-1] == of[1:]) & (junction[:-1] != junction[1:]))
    point = points[first]
    start, end = junction[segment], junction[segment + 1]
    line = shapely.linestrings(np.stack([point[start], point[end]], axis=1))
    return Network(point, start, end, line)


def network_distance(settlements, services, network, shortest, progress=no_progress):
    """Metres from each settlement to the nearest service along the roads, infinite where none is reached, shape (n,).

    settlements: polygons; services: points; network: Network of at least one segment.
    shortest(count, start, end, length, source): least costs from junction
    `source` to each of `count` junctions, infinite where there is no way;
    start, end, length: the segments, passable both ways.
    """
    tie = _tie_services(services, network)
    count, extra = len(network.point), len(services)
    source = count + extra
    start, end, length = _with_services(network, tie, source)
    cost = np.asarray(shortest(source + 1, start, end, length, source), dtype=float)
    progress(0.5)
    own, segment, touch, leg = _reach(settlements, network, step(progress, 0.5, 0.9))
    way = np.minimum(
        cost[network.start[segment]] + _from(network.point[network.start[segment]], touch),
        cost[network.end[segment]] + _from(network.point[network.end[segment]], touch),
    )
    result = np.full(len(settlements), np.inf)
    np.minimum.at(result, own, way + leg)
    _along_one_segment(result, own, segment, touch, leg, tie)
    # A service inside a settlement is there, wherever the road runs.
    tree = shapely.STRtree(services)
    result[np.unique(tree.query(settlements, predicate="intersects")[0])] = 0.0
    progress(1.0)
    return result


@dataclass(frozen=True)
class _Tie:
    """Where services meet the roads: segment, foot (point on it) and the straight way there, all of shape (n,)."""

    segment: np.ndarray
    foot: np.ndarray
    leg: np.ndarray


def _tie_services(services, network):
    leg, segment = nearest_distance(services, network.line)
    foot = shapely.get_point(shapely.shortest_line(services, network.line[segment]), 1)
    return _Tie(segment, foot, leg)


def _with_services(network, tie, source):
    """Segments with those from services' feet to the junctions beside them, and from the source to the feet."""
    count = len(network.point)
    foot = count + np.arange(len(tie.leg))
    ends = network.start[tie.segment], network.end[tie.segment]
    start = np.concatenate([network.start, foot, foot, np.full(len(foot), source)])
    end = np.concatenate([network.end, *ends, foot])
    length = np.concatenate([
        shapely.length(network.line), *(_from(network.point[junction], tie.foot) for junction in ends), tie.leg,
    ])
    return start, end, length


def _reach(settlements, network, progress):
    """How settlements reach roads: (settlement, segment, where they meet, straight way there)."""
    tree = shapely.STRtree(network.line)
    own, segment = tree.query(settlements, predicate="intersects")
    touch = np.empty(0, dtype=object)
    if len(own):
        touch = in_chunks(shapely.intersection, network.line[segment], settlements[own], progress=progress)
    away = np.flatnonzero(np.bincount(own, minlength=len(settlements)) == 0)
    if len(away) == 0:
        return own, segment, touch, np.zeros(len(own))
    (found, near), leg = tree.query_nearest(settlements[away], return_distance=True, all_matches=True)
    facing = _facing(settlements[away[found]], network.line[near], leg)
    return (
        np.concatenate([own, away[found]]), np.concatenate([segment, near]), np.concatenate([touch, facing]),
        np.concatenate([np.zeros(len(own)), leg]),
    )


def _facing(settlements, segments, leg):
    """The stretch of each segment that is nearest to its settlement: where an edge runs parallel, all along it.

    leg: the distance between the two. The stretch ends where a vertex of the
    settlement, or an end of the segment, is that near.
    """
    ends = shapely.get_coordinates(segments).reshape(-1, 2, 2)
    start, way = ends[:, 0], ends[:, 1] - ends[:, 0]
    vertex, pair = shapely.get_coordinates(settlements, return_index=True)
    along = ((vertex - start[pair]) * way[pair]).sum(axis=1) / (way[pair] ** 2).sum(axis=1)
    along = np.clip(along, 0, 1)
    near = shapely.distance(shapely.points(vertex), shapely.points(start[pair] + along[:, None] * way[pair]))
    first = shapely.line_locate_point(
        segments, shapely.get_point(shapely.shortest_line(settlements, segments), 1), normalized=True
    )
    last = first.copy()
    close = near <= leg[pair] + _SNAP
    np.minimum.at(first, pair[close], along[close])
    np.maximum.at(last, pair[close], along[close])
    for end in (0, 1):
        reached = shapely.distance(settlements, shapely.points(ends[:, end])) <= leg + _SNAP
        first[reached], last[reached] = np.minimum(first[reached], end), np.maximum(last[reached], end)
    begin, finish = start + first[:, None] * way, start + last[:, None] * way
    stretch = shapely.points(begin)
    long = (begin != finish).any(axis=1)
    stretch[long] = shapely.linestrings(np.stack([begin[long], finish[long]], axis=1))
    return stretch


def _along_one_segment(result, own, segment, touch, leg, tie):
    """Shorten ways where a settlement and a service meet the same segment, between its junctions."""
    pairs = pd.DataFrame({"segment": segment, "reach": np.arange(len(segment))}).merge(
        pd.DataFrame({"segment": tie.segment, "service": np.arange(len(tie.segment))}), on="segment"
    )
    if len(pairs):
        reach, service = pairs["reach"].to_numpy(), pairs["service"].to_numpy()
        way = shapely.distance(touch[reach], tie.foot[service]) + leg[reach] + tie.leg[service]
        np.minimum.at(result, own[reach], way)


def _from(points, other):
    return shapely.distance(shapely.points(points), other)
