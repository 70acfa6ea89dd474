"""Built-up places: outlines of villages, their lanes and lots, the town's streets, houses."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .fields import Rows, curve, split
from .frame import TURN, to_map, valley_axis
from .network import Way, foot_road_t, highway_t, river_t
from .noise import generator
from .places import VILLAGES, Village
from .terrain import find_t

TOWN = (4_720.0, 6_020.0)
PARK = (6_020.0, 6_700.0)


@dataclass(frozen=True)
class Settlement:
    """A village on the ground: centre, outline, streets and lot lines, map coordinates."""

    village: Village
    x: float
    y: float
    angle: float
    outline: shapely.Polygon
    streets: tuple[Way, ...]
    lots: tuple


def valley_angle(s: float) -> float:
    """Direction of the valley on the map at s, radians."""
    return float(TURN + np.arctan((valley_axis(s + 50) - valley_axis(s - 50)) / 100))


def locate(village: Village, sides: dict[str, Rows]) -> tuple[float, float]:
    """The map point of a village."""
    kind = village.where[0]
    if kind == "town":
        t = 0.5 * (river_t(village.s) + highway_t(village.s))
    elif kind == "row":
        rows = sides[village.where[1]]
        count = len(rows.kinds) + 1
        f = village.where[2] / count
        return tuple(map(float, curve(rows, [village.s - 1, village.s + 1], [f, f]).coords[0]))
    elif kind == "foot":
        t = foot_road_t(village.s) - village.where[1]
    else:
        t = find_t(village.s, village.where[2], village.where[1])
    return tuple(map(float, to_map(village.s, t)))


def settle(index: int, village: Village, centre) -> Settlement:
    """Outline, lanes and lots of one village."""
    rng = generator(100 + index)
    angle = valley_angle(village.s) + rng.normal(0, 0.10)
    long, short = np.sqrt(village.hectares * 1e4 / np.pi) * np.array([1.22, 0.82])
    turn = np.linspace(0, 2 * np.pi, 56, endpoint=False)
    radius = 1 + sum(rng.normal(0, 0.12 / k**0.3) * np.cos(k * turn + rng.uniform(0, 6.3)) for k in (2, 3, 4, 5))
    ring = np.stack([long * radius * np.cos(turn), short * radius * np.sin(turn)], axis=-1)
    outline = shapely.Polygon(_turn(ring, angle) + centre)
    half = 1.5 * np.array([[-long, -short], [long, -short], [long, short], [-long, short]])
    streets, lots = [], []
    lot_size = 1_200.0 if village.hectares > 1 else 480.0
    for depth, piece in halve(_turn(half, angle) + centre, lot_size, rng):
        size = 6.0 if depth == 0 else 4.0
        if depth == 0 or (piece[1] > 7_500 and village.hectares > 1):
            streets += [Way("street", "1004", size, part) for part in _inside(piece[0], outline)]
        else:
            lots += _inside(piece[0], outline.buffer(1))
    return Settlement(village, *centre, angle, outline, tuple(streets), tuple(lots))


def halve(quad, target: float, rng):
    """Halve a map quadrilateral again and again: yields (depth, (line, area halved))."""
    todo = [(0, np.asarray(quad, float))]
    while todo:
        depth, q = todo.pop()
        size = shapely.Polygon(q).area
        if size < target * rng.uniform(0.9, 1.7):
            continue
        a, b = np.clip(rng.normal(0.5, 0.05, 2), 0.38, 0.62)
        if np.hypot(*(q[1] - q[0])) >= np.hypot(*(q[3] - q[0])) and depth > 0:
            low, high = q[0] + (q[1] - q[0]) * a, q[3] + (q[2] - q[3]) * b
            todo += [(depth + 1, np.array([q[0], low, high, q[3]])), (depth + 1, np.array([low, q[1], q[2], high]))]
        else:
            low, high = q[0] + (q[3] - q[0]) * a, q[1] + (q[2] - q[1]) * b
            todo += [(depth + 1, np.array([q[0], q[1], high, low])), (depth + 1, np.array([low, high, q[2], q[3]]))]
        over = (high - low) / np.hypot(*(high - low)) * 0.6
        yield depth, (shapely.LineString([low - over, high + over]), size)


def town_rows() -> Rows:
    """The town between the river and the highway."""
    return Rows(
        "town",
        lambda s: river_t(s) + 37,
        lambda s: highway_t(s) - 20,
        (("street", 9.0), ("street", 16.0), ("street", 9.0)),
        TOWN[0],
        TOWN[1],
        3_300.0,
    )


def park_rows() -> Rows:
    """The industrial park beside it."""
    return Rows(
        "park", lambda s: river_t(s) + 175, lambda s: highway_t(s) - 20, (("street", 14.0),), PARK[0], PARK[1], 9_500.0
    )


def zone(rows: Rows) -> shapely.Polygon:
    """The ground a piece of curved grid covers."""
    s = np.linspace(rows.start, rows.stop, 60)
    ring = np.concatenate([to_map(s, rows.low(s)), to_map(s[::-1], rows.high(s)[::-1])])
    return shapely.Polygon(ring)


def town(rows: Rows, stream: int, block: tuple[float, float]):
    """Streets (ways) and lot lines of a curved town grid; block: shortest and longest block, metres."""
    rng = generator(stream)
    count = len(rows.kinds) + 1
    streets, lots = [], []
    for k in range(1, count):
        streets.append(
            Way("street", "1004", rows.kinds[k - 1][1], curve(rows, [rows.start, rows.stop], [k / count] * 2))
        )
    for row in range(count):
        f0, f1 = row / count, (row + 1) / count
        before, s = (rows.start, rows.start), rows.start + rng.uniform(*block)
        while s < rows.stop - block[0] * 0.6:
            here = (s + rng.uniform(-7, 7), s + rng.uniform(-7, 7))
            streets.append(Way("street", "1004", 7.0, curve(rows, here, [f0 - 0.002, f1 + 0.002])))
            lots += split(rows, (before, here), (f0, f1), rng)
            before = here
            s += rng.uniform(*block)
        lots += split(rows, (before, (rows.stop, rows.stop)), (f0, f1), rng)
    return streets, lots


def houses(lots, angle, size, pitch, stream: int, setback: float = 0.9):
    """Rectangular houses on a jittered grid, those that fit a lot: (polygons, index of the lot).

    lots: polygons (n,); angle: radians, one for all or one for each; size, pitch: (along, across), metres.
    """
    rng = generator(stream)
    if not len(lots):
        return np.array([], object), np.array([], int)
    lots = np.asarray(lots)
    angle = np.broadcast_to(angle, len(lots))
    turned = turn_each(lots, -angle)
    inner = shapely.buffer(turned, -setback)
    places = [_grid(bounds, size, pitch, rng) for bounds in shapely.bounds(inner)]
    lot = np.repeat(np.arange(len(lots)), [len(p) for p in places])
    x, y = np.concatenate(places).T
    w, h = (one * rng.uniform(0.86, 1.06, x.size) for one in size)
    boxes = shapely.box(x, y, x + w, y + h)
    fits = shapely.contains(inner[lot], boxes)
    return turn_each(boxes[fits], angle[lot[fits]]), lot[fits]


def turn_each(polygons, angles):
    """Each polygon turned about the origin by its own angle, to the centimetre."""
    coordinates, owner = shapely.get_coordinates(polygons, return_index=True)
    return shapely.set_coordinates(polygons.copy(), _turn(coordinates, angles[owner]).round(2))


def long_side(polygons):
    """Direction of the longer side of each polygon's narrowest rectangle, radians."""
    corners = shapely.get_coordinates(shapely.oriented_envelope(polygons)).reshape(-1, 5, 2)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 1]
    longer = np.where((np.hypot(*one.T) > np.hypot(*two.T))[:, None], one, two)
    return np.arctan2(longer[:, 1], longer[:, 0])


def _grid(bounds, size, pitch, rng):
    """Lower left corners of a grid of boxes centred on bounds, slightly shifted."""
    left, bottom, right, top = bounds
    if not right - left > 0:
        return np.empty((0, 2))
    count = [
        max(1, int((high - low - one) / step) + 1)
        for low, high, one, step in ((left, right, size[0], pitch[0]), (bottom, top, size[1], pitch[1]))
    ]
    start = [
        (low + high - (n - 1) * step - one) / 2
        for low, high, n, step, one in (
            (left, right, count[0], pitch[0], size[0]),
            (bottom, top, count[1], pitch[1], size[1]),
        )
    ]
    x, y = np.meshgrid(start[0] + pitch[0] * np.arange(count[0]), start[1] + pitch[1] * np.arange(count[1]))
    return np.stack([x.ravel(), y.ravel()], axis=-1) + rng.uniform(-0.5, 0.5, (x.size, 2))


def _inside(curve_, outline):
    parts = shapely.get_parts(shapely.intersection(curve_, outline))
    return [part for part in parts if shapely.get_type_id(part) == 1 and part.length > 2]


def _turn(points, angle):
    cos, sin = np.cos(angle), np.sin(angle)
    x, y = np.asarray(points)[..., 0], np.asarray(points)[..., 1]
    return np.stack([cos * x - sin * y, sin * x + cos * y], axis=-1)


def all_settlements(sides: dict[str, Rows]) -> list[Settlement]:
    """Every village but the town."""
    return [settle(i, v, locate(v, sides)) for i, v in enumerate(VILLAGES) if v.where[0] != "town"]
