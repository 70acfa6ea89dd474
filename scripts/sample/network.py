"""What runs through the township: river, railway, roads and the main canal.

A Way is a centre line with a width; everything is in map coordinates, metres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .frame import LENGTH, line, to_design
from .noise import make_noise, sample
from .terrain import Dem, at, north_foot, river_t, south_foot

RIVER_WIDTH = 56.0
STRIP_S = 4_420.0
STRIP_GAP = 24.0
STRIP_ROAD = 6.0
BRIDGE_S = 8_560.0
WEST_BRIDGE_S = 1_700.0
GRID = 25.0
MOVES = ((0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1))


@dataclass(frozen=True)
class Way:
    """kind: river, railway, highway, county, rural, ditch, canal, street.

    code: land class; width: metres; name: for the road layer, empty when it has none.
    """

    kind: str
    code: str
    width: float
    line: shapely.LineString
    name: str = ""

    @property
    def area(self) -> shapely.Polygon:
        """The strip of land it takes."""
        return shapely.buffer(
            self.line, self.width / 2, quad_segs=3, cap_style="flat", join_style="mitre", mitre_limit=3
        )


def stations(start: float, stop: float, step: float = 25.0):
    """Positions along the valley."""
    return np.linspace(start, stop, max(2, int(abs(stop - start) / step) + 1))


def highway_t(s):
    """The highway's middle."""
    s = np.asarray(s, float)
    return 862 + 65 * np.sin(2 * np.pi * s / 6_100 + 0.3) + 25 * np.sin(2 * np.pi * s / 2_300)


def railway_t(s):
    """The railway's middle."""
    return highway_t(s) + 165 + 40 * np.sin(2 * np.pi * np.asarray(s, float) / 7_700 + 1.4)


def foot_road_t(s):
    """The county road along the southern foot."""
    return south_foot(s) + 45 + 14 * sample(make_noise(31, 500.0), s, np.zeros_like(np.asarray(s, float)))


def canal_t(s):
    """The main canal, a little into the plain from the southern road."""
    return foot_road_t(s) + 62 + 14 * np.sin(2 * np.pi * np.asarray(s, float) / 800)


def along(function, start=-500.0, stop=LENGTH + 500, step=25.0) -> shapely.LineString:
    """The line t = function(s)."""
    s = stations(start, stop, step)
    return line(s, function(s))


def across(s0: float, t0: float, t1: float, lean: float = 0.0) -> shapely.LineString:
    """A line across the valley at s0, leaning by so many metres, gently bent."""
    t = stations(t0, t1, 25.0)
    share = (t - t0) / (t1 - t0)
    return line(s0 + lean * (share - 0.5) + 14 * np.sin(2 * np.pi * share) + 7 * np.sin(5 * np.pi * share), t)


def main_ways() -> dict[str, Way]:
    """The ways every other thing keeps clear of, by name."""
    bridge = across(BRIDGE_S, float(foot_road_t(BRIDGE_S)), float(highway_t(BRIDGE_S)), 120)
    west = across(WEST_BRIDGE_S, float(river_t(WEST_BRIDGE_S)) - 240, float(highway_t(WEST_BRIDGE_S)), 40)
    strip = across(STRIP_S, float(foot_road_t(STRIP_S - 45)) - 3, float(river_t(STRIP_S)) + 200, 90)
    return {
        "river": Way("river", "1101", RIVER_WIDTH, along(river_t), "澄溪"),
        "highway": Way("highway", "1003", 26.0, along(highway_t), "澄武公路"),
        "railway": Way("railway", "1001", 18.0, along(railway_t, step=50.0), "虚构铁路"),
        "foot": Way("county", "1003", 9.0, along(foot_road_t, step=20.0), "山脚线"),
        "bridge": Way("county", "1003", 9.0, bridge, "东桥线"),
        "west": Way("rural", "1006", 6.0, west, "西桥路"),
        "strip": Way("rural", "1006", STRIP_ROAD, strip, "中畈路"),
        "canal": Way("canal", "1107A", 6.0, along(canal_t, 200, BRIDGE_S + 100), "东风干渠"),
    }


def cliffs() -> shapely.Polygon:
    """The rock band no road crosses: it makes the highest western village remote, reached from the east only."""
    return shapely.buffer(line([-400.0, 900.0, 1_500.0, 2_450.0], [-1_880.0, -1_880.0, -1_960.0, -2_060.0]), 45)


def verge() -> shapely.Polygon:
    """The planted strip along the middle field road: exactly STRIP_GAP wide."""
    return shapely.buffer(main_ways()["strip"].line, STRIP_GAP / 2, quad_segs=4, cap_style="square")


def mountain_roads(dem: Dem, outline, goals: dict[str, tuple[float, float]], avoid) -> list[Way]:
    """Least-effort roads from each goal (map points by name) down to the nearest county road.

    A road costs its length times 1 + (gradient / 8.5 %)²; roads already found are cheap, so that they branch.
    """
    left, bottom, right, top = outline.bounds
    x, y = np.arange(left, right, GRID), np.arange(bottom, top, GRID)
    nodes = np.stack(np.meshgrid(x, y), axis=-1)
    rows, columns = nodes.shape[:2]
    flat = nodes.reshape(-1, 2)
    z = at(dem, dem.z, flat)
    points = shapely.points(flat)
    shapely.prepare(avoid)
    inner = outline.buffer(-40)
    shapely.prepare(inner)
    usable = shapely.contains(inner, points) & ~shapely.intersects(avoid, points)
    s, t = to_design(flat)
    by_road = np.where(t < 400, np.abs(t - foot_road_t(s)), np.abs(t - highway_t(s)))
    home = usable & (by_road < GRID * 0.8) & (s > 150) & (s < LENGTH - 150)
    index = np.arange(rows * columns).reshape(rows, columns)
    tails, heads = [], []
    for down, right_ in MOVES:
        a = index[: rows - down, max(0, -right_) : columns - max(0, right_)]
        b = index[down:, max(0, right_) : columns - max(0, -right_)]
        tails.append(a.ravel())
        heads.append(b.ravel())
    tail, head = np.concatenate(tails), np.concatenate(heads)
    keep = usable[tail] & usable[head]
    tail, head = tail[keep], head[keep]
    length = np.hypot(*(flat[tail] - flat[head]).T)
    cost = length * (1 + (np.abs(z[tail] - z[head]) / length / 0.085) ** 2)
    roots = np.flatnonzero(home)
    hub = rows * columns
    found, ways = set(), []
    for name, goal in goals.items():
        cheap = np.ones(hub)
        cheap[list(found)] = 0.15
        weight = np.concatenate([cost * cheap[tail] ** 0.5 * cheap[head] ** 0.5, np.full(roots.size, 1e-3)])
        graph = csr_matrix(
            (weight, (np.concatenate([tail, np.full(roots.size, hub)]), np.concatenate([head, roots]))),
            shape=(hub + 1, hub + 1),
        )
        start = int(np.argmin(np.hypot(*(flat - goal).T) + 1e6 * ~usable))
        _, previous = dijkstra(graph, directed=False, indices=hub, return_predecessors=True)
        path, node = [], start
        while node != hub and node >= 0:
            path.append(node)
            node = previous[node]
        joined = next((i for i, node in enumerate(path) if node in found), None)
        ways.append((name, [int(n) for n in (path if joined is None else path[: joined + 1])], joined is None))
        found.update(path)
    main = shapely.union_all([main_ways()[name].line for name in ("foot", "highway")])
    roads: list[Way] = []
    for name, path, reaches in ways:
        if len(path) > 1:
            others = main if reaches else shapely.union_all([road.line for road in roads])
            roads.append(_mountain_way(name, flat[path], goals[name], others))
    return roads


def _mountain_way(name, path, goal, others) -> Way:
    points = [tuple(goal), *map(tuple, path[1:])]
    end = shapely.get_coordinates(shapely.shortest_line(shapely.Point(points[-1]), others))[-1]
    rough = shapely.simplify(shapely.LineString([*points, tuple(end)]), 9.0)
    curve = chaikin(chaikin(chaikin(rough)))
    return Way("rural", "1006", 5.0, shapely.simplify(curve, 0.5), f"{name}线")


def chaikin(curve: shapely.LineString) -> shapely.LineString:
    """Cut every corner once; the ends stay."""
    c = shapely.get_coordinates(curve)
    cut = np.empty((2 * (len(c) - 1), 2))
    cut[0::2] = 0.75 * c[:-1] + 0.25 * c[1:]
    cut[1::2] = 0.25 * c[:-1] + 0.75 * c[1:]
    return shapely.LineString(np.vstack([c[:1], cut, c[-1:]]))


def north_edge(s):
    """The northern edge of the plain's fields."""
    return np.maximum(north_foot(s) + 10, railway_t(s) + 60)
