"""Single sites that stand in the landscape: factories, mines, the reservoir, and other planted ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .fields import Rows, row_t
from .frame import to_map
from .network import RIVER_WIDTH, foot_road_t, highway_t, river_t
from .settlement import PARK, valley_angle
from .terrain import find_t, hills, north_foot


@dataclass(frozen=True)
class Site:
    """A piece of ground with one use.

    key: F.. factory, M.. mine, other names as used in the cases.
    code: land class; square: its area, m²; ratio: length over depth.
    """

    key: str
    code: str
    s: float
    t: float
    square: float
    ratio: float = 1.6
    round: bool = False
    note: str = ""

    @property
    def outline(self) -> shapely.Polygon:
        """The ground it takes, map coordinates."""
        angle = valley_angle(self.s)
        long = np.sqrt(self.square * self.ratio)
        short = self.square / long
        if self.round:
            turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
            wobble = 1 + 0.10 * np.cos(2 * turn + self.s) + 0.08 * np.cos(3 * turn + 2 * self.s)
            ring = (
                np.stack([long / 2 * 1.13 * np.cos(turn), short / 2 * 1.13 * np.sin(turn)], axis=-1) * wobble[:, None]
            )
        else:
            ring = np.array([[-long, -short], [long, -short * 0.96], [long * 0.97, short], [-long * 0.98, short]]) / 2
        cos, sin = np.cos(angle), np.sin(angle)
        turned = np.stack([cos * ring[:, 0] - sin * ring[:, 1], sin * ring[:, 0] + cos * ring[:, 1]], axis=-1)
        return shapely.Polygon(turned + to_map(self.s, self.t))


def boundary_east(t):
    """Where the development boundary ends east of the industrial park."""
    return PARK[1] + 34 + 0 * np.asarray(t, float)


def valley_bottom(s0: float, s1: float, t: float) -> float:
    """The lowest s of a range, at a given t."""
    s = np.arange(s0, s1, 10.0)
    return float(s[np.argmin(hills(s, np.full(s.shape, t)))])


def reservoir_place() -> tuple[float, float]:
    """(s, t) of the reservoir: a side valley of the southern hills."""
    t = -1_640.0
    return valley_bottom(1_500, 2_900, t), t


def make_sites(sides: dict[str, Rows]) -> list[Site]:
    """All sites; painted over the fields, under the roads."""
    south, north = sides["south"], sides["north"]

    def field(s, fraction, rows=south):
        return float(row_t(rows, fraction, np.array([s]))[0])

    pool_s, pool_t = reservoir_place()
    edge = float(highway_t(PARK[1])) - 150
    tea = find_t(3_250, 520, "south")
    sites = [
        Site("F01", "0601", 1_530, field(1_530, 0.40), 3_300, note="stray, class D"),
        Site("F02", "0601", 2_260, field(2_260, 0.58), 2_700, note="stray, class C"),
        Site("F03", "0601", 3_560, field(3_560, 0.36), 9_200, note="class B"),
        Site("F04", "0601", 6_780, field(6_780, 0.64), 14_500, note="class A"),
        Site("F06a", "0601", 7_760, field(7_760, 0.55), 5_200),
        Site("F06b", "0601", 7_885, field(7_885, 0.55), 4_700),
        Site("F06c", "0601", 7_820, field(7_820, 0.55) + 92, 6_100),
        Site("F07", "0601", 4_980, field(4_980, 0.68), 5_100),
        Site("F08", "0601", float(boundary_east(0)) + 5.3, edge, 6_000, 1.5, note="55 % outside"),
        Site("F14", "0601", float(boundary_east(0)) - 9.5, edge + 76, 6_000, 1.5, note="40 % outside"),
        Site("F09", "0601", 4_090, float(foot_road_t(4_090)) - 62, 4_200, note="heritage winery"),
        Site("F10", "0601", pool_s + 190, pool_t - 70, 2_400, note="bamboo workshop at the reservoir"),
        Site("F11", "0601", 8_230, field(8_230, 0.36), 3_000, note="no rating"),
        Site("F12", "0508", 3_820, float(highway_t(3_820)) - 62, 8_000, 2.0, note="logistics yard"),
        Site("F13", "0601", 6_380, field(6_380, 0.42), 4_000, note="on recorded basic farmland"),
        Site("M01", "0602", 5_150, float(north_foot(5_150)) + 170, 15_500, 1.3, True, "abandoned quarry"),
        Site("M02", "0602", 6_950, float(north_foot(6_950)) + 200, 23_000, 1.4, True, "quarry at work"),
        Site("M03", "0602", 4_850, find_t(4_850, 430, "south"), 6_500, 1.5, True, "abandoned mine in the redline"),
        Site("E01", "05H1", 3_250, tea, 3_200, 1.8, note="closed guest house in the redline"),
        Site("R01", "1103", pool_s, pool_t, 62_000, 0.8, True, "reservoir"),
        Site("R02", "1109", pool_s, pool_t + 158, 2_900, 9.0, note="its dam"),
        Site("H01", "0101", 2_780, float(river_t(2_780)) - 6, 9_500, 3.2, True, "cropland in the river channel"),
        Site("A01", "1202", 2_000, field(2_000, 0.30), 2_600, note="pig farm"),
        Site("A02", "1202", 7_350, field(7_350, 0.22), 1_900, note="seedling sheds"),
        Site("A03", "1202", 900, field(900, 0.5, north), 2_200, note="farm machinery shed"),
        Site("S01", "0809", 8_780, field(8_780, 0.5, north), 5_200, note="water works"),
        Site("S02", "09", 4_300, float(north_foot(4_300)) + 40, 3_800, note="martyrs' cemetery"),
        Site("B01", "1206", 2_980, find_t(2_980, 560, "south"), 7_000, 1.4, True),
        Site("B02", "1207", 6_650, find_t(6_650, 600, "south"), 9_000, 1.8, True),
    ]
    return sites


def river_area(line: shapely.LineString) -> shapely.Geometry:
    """The river, wide around its bar."""
    wide = Site("", "1101", 2_780, float(river_t(2_780)) - 4, 38_000, 3.4, True).outline
    banks = shapely.buffer(line, RIVER_WIDTH / 2, quad_segs=4, cap_style="flat")
    return shapely.union(shapely.simplify(banks, 0.4), wide)
