"""From linework to a partition: every line noded once, every face given to one owner.

Layers are painted from the top down; a lower layer's lines show only where nothing lies above.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

GRID = 0.001
CRUMB = 12.0


@dataclass(frozen=True)
class Layer:
    """Things painted at one level.

    areas: polygons, (n,); keys: a name for each; joined: whether an area's faces become one parcel;
    lines: further lines that divide the areas.
    """

    name: str
    areas: tuple
    keys: tuple
    joined: bool = True
    lines: tuple = ()


@dataclass(frozen=True)
class Faces:
    """The noded faces: polygon, level and area index of the owner, shape (n,)."""

    polygon: np.ndarray
    level: np.ndarray
    owner: np.ndarray


def node(layers: list[Layer], outline: shapely.Polygon, extra=()) -> Faces:
    """Faces of all visible lines inside the outline.

    extra: (line, level names): lines that divide only what lies on those levels.
    """
    visible, covered = [outline.exterior], shapely.Polygon()
    shown = {}
    for layer in layers:
        areas = np.asarray(layer.areas, object)
        union = shapely.intersection(shapely.union_all(areas, grid_size=GRID), outline, grid_size=GRID)
        fresh = shapely.difference(union, covered, grid_size=GRID)
        rims = shapely.intersection(shapely.union_all(shapely.boundary(areas)), fresh)
        visible += [rims, shapely.boundary(fresh)]
        if layer.lines:
            visible.append(shapely.intersection(shapely.union_all(np.asarray(layer.lines, object)), fresh))
        shown[layer.name] = fresh
        covered = shapely.union(covered, union, grid_size=GRID)
    for lines, names in extra:
        visible.append(shapely.intersection(lines, shapely.union_all([shown[name] for name in names])))
    parts = shapely.get_parts(
        np.concatenate([shapely.get_parts(v) if v.geom_type.startswith(("Multi", "Geom")) else [v] for v in visible])
    )
    parts = parts[np.isin(shapely.get_type_id(parts), (1, 2))]
    faces = in_order(shapely.get_parts(shapely.polygonize([shapely.union_all(parts, grid_size=GRID)])))
    inside = shapely.point_on_surface(faces)
    shapely.prepare(outline)
    within = shapely.intersects(outline, inside)
    faces, inside = faces[within], inside[within]
    tree = shapely.STRtree(inside)
    level = np.full(len(faces), -1)
    owner = np.full(len(faces), -1)
    for number, layer in enumerate(layers):
        area, point = tree.query(np.asarray(layer.areas, object), predicate="intersects")
        order = np.lexsort((point, -area))
        point, area = point[order], area[order]
        free = level[point] < 0
        owner[point[free]] = area[free]
        level[point[free]] = number
    return Faces(faces, level, owner)


def in_order(geometries) -> np.ndarray:
    """Geometries normalised and sorted, so that the same set always comes in the same order.

    GEOS hands out polygons and merged lines in an order, and rings from a start, that differ from run to run.
    """
    parts = np.array([_from_least(g) if g.geom_type == "LineString" and g.is_closed else g for g in geometries], object)
    parts = shapely.normalize(parts)
    first = shapely.get_coordinates(
        shapely.get_point(shapely.get_exterior_ring(parts), 0)
        if len(parts) and parts[0].geom_type == "Polygon"
        else shapely.get_point(parts, 0)
    )
    middle = shapely.get_coordinates(shapely.centroid(parts))
    return parts[np.lexsort((middle[:, 1], middle[:, 0], first[:, 1], first[:, 0]))]


def _from_least(ring):
    """A closed line that starts at its least vertex, clockwise."""
    return shapely.LineString(shapely.get_coordinates(shapely.normalize(shapely.Polygon(ring.coords)).exterior))


def neighbours(polygons) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs (i, j), i < j, of polygons that share edges, and the shared length in metres.

    Works on shared segments, so it takes a noded coverage.
    """
    rings, ring = shapely.get_rings(polygons, return_index=True)
    coordinates, part = shapely.get_coordinates(rings, return_index=True)
    same = part[1:] == part[:-1]
    a = np.round(coordinates[:-1][same] / GRID).astype(np.int64)
    b = np.round(coordinates[1:][same] / GRID).astype(np.int64)
    index = ring[part[:-1][same]]
    swap = (a[:, 0] > b[:, 0]) | ((a[:, 0] == b[:, 0]) & (a[:, 1] > b[:, 1]))
    a[swap], b[swap] = b[swap], a[swap].copy()
    order = np.lexsort((index, b[:, 1], b[:, 0], a[:, 1], a[:, 0]))
    key, index = np.concatenate([a, b], axis=1)[order], index[order]
    match = np.flatnonzero((key[1:] == key[:-1]).all(axis=1) & (index[1:] != index[:-1]))
    length = np.hypot(*((key[match, :2] - key[match, 2:]).T * GRID))
    pair, where = np.unique(np.stack([index[match], index[match + 1]], axis=1), axis=0, return_inverse=True)
    return pair[:, 0], pair[:, 1], np.bincount(where.ravel(), weights=length, minlength=len(pair))


def merge(groups: np.ndarray, polygons) -> np.ndarray:
    """One polygon per group number 0 … n - 1 out of noded faces."""
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], np.arange(groups.max() + 2))
    merged = np.empty(groups.max() + 1, object)
    for number in range(groups.max() + 1):
        members = order[starts[number] : starts[number + 1]]
        merged[number] = polygons[members[0]] if len(members) == 1 else shapely.coverage_union_all(polygons[members])
    return shapely.normalize(merged)


def absorb(groups, areas, widths, i, j, length, kind, least) -> np.ndarray:
    """Give every group too small or too thin to the neighbour of its kind with the longest shared edge.

    kind: (n,) groups of different kinds merge only when nothing of their own kind is near;
    negative kinds neither give nor take, except that crumbs below CRUMB m² go anywhere. least: smallest area per group, m².
    """
    parent = np.arange(len(areas))

    def root(n):
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    around: dict[int, dict[int, float]] = {n: {} for n in range(len(areas))}
    for a, b, shared in zip(i.tolist(), j.tolist(), length.tolist()):
        around[a][b] = shared
        around[b][a] = shared
    areas = areas.copy()
    for n in np.argsort(areas, kind="stable").tolist():
        crumb = areas[n] < CRUMB
        if parent[n] != n or not (crumb or kind[n] >= 0) or (areas[n] >= least[n] and widths[n] >= 4.0):
            continue
        options = [
            (kind[m] == kind[n], kind[m] >= 0, shared, -m)
            for m, shared in around[n].items()
            if crumb or (kind[m] >= 0 and shared > 0.05)
        ]
        if not options:
            continue
        taker = -max(options)[3]
        parent[n] = taker
        areas[taker] += areas[n]
        widths[taker] = max(widths[taker], 4.1)
        for m, shared in around.pop(n).items():
            around[m].pop(n, None)
            if m != taker:
                around[m][taker] = around[taker][m] = around[taker].get(m, 0.0) + shared
    roots = np.array([root(n) for n in range(len(areas))])
    return np.unique(roots[groups], return_inverse=True)[1]


def straighten(polygons, tolerance: float) -> np.ndarray:
    """The same coverage with fewer vertices: every line between two junctions simplified once, for both sides."""
    coordinates, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    same = ring[1:] == ring[:-1]
    ends = np.stack([coordinates[:-1][same], coordinates[1:][same]], axis=1)
    swap = (ends[:, 0, 0] > ends[:, 1, 0]) | ((ends[:, 0, 0] == ends[:, 1, 0]) & (ends[:, 0, 1] > ends[:, 1, 1]))
    ends[swap] = ends[swap, ::-1]
    segments = shapely.linestrings(np.unique(np.round(ends, 4), axis=0))
    arcs = in_order(shapely.get_parts(shapely.line_merge(shapely.multilinestrings(segments))))
    faces = in_order(shapely.get_parts(shapely.polygonize(_simplified(arcs, tolerance))))
    old, face = shapely.STRtree(shapely.point_on_surface(faces)).query(polygons, predicate="contains")
    straight = np.full(len(polygons), None, dtype=object)
    straight[old] = faces[face]
    if len(faces) != len(polygons) or len(old) != len(polygons) or any(p is None for p in straight):
        raise ValueError("Simplifying the lines between parcels changed which parcels there are.")
    return straight


def _simplified(arcs, tolerance: float) -> np.ndarray:
    """Arcs simplified, but for those that would then meet another one elsewhere than at their ends."""
    simple = shapely.simplify(arcs, tolerance)
    left_alone = np.zeros(len(arcs), bool)
    while True:
        i, j = shapely.STRtree(simple).query(simple, predicate="intersects")
        i, j = i[i < j], j[i < j]
        meet = [
            shapely.relate_pattern(simple[i], simple[j], pattern) for pattern in ("T********", "*T*******", "***T*****")
        ]
        bad = np.unique(np.concatenate([i[np.any(meet, axis=0)], j[np.any(meet, axis=0)]]))
        bad = bad[~left_alone[bad]]
        if not bad.size:
            return simple
        left_alone[bad] = True
        simple[bad] = arcs[bad]


def mean_width(polygons) -> np.ndarray:
    """Twice the area over half the perimeter: the width of a long strip, metres."""
    return 2 * shapely.area(polygons) / shapely.length(polygons)
