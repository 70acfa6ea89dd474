"""The ground: elevations in metres, a function of map coordinates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import map_coordinates

from .frame import to_design, to_map
from .noise import make_noise, sample

CELL = 12.5
STEP = 1 / 16


@dataclass(frozen=True)
class Pad:
    """A site levelled to a plane: centre (map), radius in metres, slope in degrees."""

    x: float
    y: float
    radius: float
    slope: float


@dataclass(frozen=True)
class Dem:
    """Elevations at cell centres, north-up; left and top are the outer edges, metres."""

    z: np.ndarray
    left: float
    top: float
    cell: float = CELL


def river_t(s):
    """The river's middle."""
    s = np.asarray(s, float)
    return 390 + 150 * np.sin(2 * np.pi * s / 3_300 + 1.0) + 72 * np.sin(2 * np.pi * s / 1_450 + 2.2)


def south_foot(s):
    """Where the southern hills begin."""
    s = np.asarray(s, float)
    return -790 + 140 * np.sin(2 * np.pi * s / 2_900 + 0.6) + 62 * np.sin(2 * np.pi * s / 1_130)


def north_foot(s):
    """Where the northern hills begin."""
    s = np.asarray(s, float)
    return 1_170 + 60 * np.sin(2 * np.pi * s / 3_600 + 2.4) + 30 * np.sin(2 * np.pi * s / 900)


def floor_z(s):
    """The valley floor."""
    return 78 + 0.0045 * np.asarray(s, float)


@dataclass(frozen=True)
class Knoll:
    """A lone hill in the plain: design coordinates, radius and height in metres."""

    s: float
    t: float
    radius: float
    height: float


KNOLLS = (
    Knoll(1_650, -330, 150, 26),
    Knoll(3_480, 55, 105, 17),
    Knoll(5_900, -420, 170, 31),
    Knoll(7_900, -130, 120, 20),
    Knoll(2_150, 610, 110, 22),
    Knoll(7_050, 640, 105, 18),
    Knoll(600, -250, 95, 15),
    Knoll(6_700, 20, 85, 14),
)


def hills(s, t):
    """The unlevelled ground at design coordinates."""
    fine, mid, broad = make_noise(21, 170.0), make_noise(22, 430.0), make_noise(23, 1_100.0)
    bend = 130 * sample(make_noise(24, 700.0), s, t)
    spurs = (0.5 + 0.5 * np.cos(2 * np.pi * (s + 0.22 * t + bend) / 1_360)) ** 2.2
    south = np.clip(south_foot(s) - t, 0, None)
    north = np.clip(t - north_foot(s), 0, None)
    d_south = south * (1 - 0.46 * spurs * np.clip(south / 320, 0, 1))
    d_north = north * (1 - 0.36 * (1 - spurs) * np.clip(north / 200, 0, 1))
    rise = 745 * (1 - np.exp(-((d_south / 1_180) ** 1.75))) * (1 + 0.06 * sample(broad, s, t))
    rise = rise + 330 * (1 - np.exp(-((d_north / 620) ** 1.6))) * (1 + 0.08 * sample(broad, s, t))
    slope_part = np.clip((south + north) / 450, 0, 1)
    texture = slope_part * (13 * sample(mid, s, t) + 4.0 * sample(fine, s, t)) + 0.3 * sample(mid, s, t + 5_000)
    channel = -3.0 * np.exp(-(((t - river_t(s)) / 42) ** 4))
    lone = sum(k.height * np.exp(-((np.hypot(s - k.s, 1.3 * (t - k.t)) / (0.62 * k.radius)) ** 2)) for k in KNOLLS)
    return floor_z(s) + rise + texture + channel + lone


def ground(xy, pads=()):
    """Elevations at (…, 2) map coordinates, sites levelled."""
    z = hills(*to_design(xy))
    for pad in pads:
        centre = np.array([pad.x, pad.y])
        away = np.asarray(xy) - centre
        far = np.hypot(away[..., 0], away[..., 1])
        near = far < pad.radius * 2.2
        if not near.any():
            continue
        up = uphill(centre)
        plane = hills(*to_design(centre)) + np.tan(np.deg2rad(pad.slope)) * (away[near] * up).sum(axis=-1)
        share = np.clip((2.2 * pad.radius - far[near]) / (1.2 * pad.radius), 0, 1)
        share = share * share * (3 - 2 * share)
        z[near] = z[near] * (1 - share) + plane * share
    return z


def uphill(xy):
    """Unit vector up the broad slope at a map point."""
    offsets = np.array([[90, 0], [-90, 0], [0, 90], [0, -90]])
    z = hills(*to_design(np.asarray(xy) + offsets))
    step = np.array([z[0] - z[1], z[2] - z[3]])
    return step / max(float(np.hypot(*step)), 1e-9)


def find_t(s: float, elevation: float, side: str) -> float:
    """The lowest place at s, on the given side, that reaches an elevation."""
    start, sign = (south_foot(s), -1) if side == "south" else (north_foot(s), 1)
    t = start + sign * np.arange(0, 1_900.0, 5.0)
    reached = np.flatnonzero(hills(np.full(t.shape, s), t) >= elevation)
    return float(t[reached[0]] if reached.size else t[-1])


def make_dem(outline, pads, margin: float = 260.0) -> Dem:
    """The elevation model around an outline, rounded to 1/16 m."""
    left, bottom, right, top = outline.bounds
    left, bottom = (np.floor((v - margin) / CELL) * CELL for v in (left, bottom))
    columns, rows = (int(np.ceil(v)) for v in ((right + margin - left) / CELL, (top + margin - bottom) / CELL))
    top = bottom + rows * CELL
    x = left + (np.arange(columns) + 0.5) * CELL
    y = top - (np.arange(rows) + 0.5) * CELL
    z = ground(np.stack(np.meshgrid(x, y), axis=-1), pads)
    return Dem(np.round(z / STEP) * STEP, float(left), float(top))


def slope_grid(dem: Dem) -> np.ndarray:
    """Slope by Horn's method, degrees."""
    z = np.pad(dem.z, 1, mode="edge")
    a, b, c = z[:-2, :-2], z[:-2, 1:-1], z[:-2, 2:]
    d, f = z[1:-1, :-2], z[1:-1, 2:]
    g, h, i = z[2:, :-2], z[2:, 1:-1], z[2:, 2:]
    dx = ((c + 2 * f + i) - (a + 2 * d + g)) / (8 * dem.cell)
    dy = ((g + 2 * h + i) - (a + 2 * b + c)) / (8 * dem.cell)
    return np.rad2deg(np.arctan(np.hypot(dx, dy)))


def at(dem: Dem, grid: np.ndarray, xy):
    """A grid of the DEM, bilinear, at (n, 2) map coordinates."""
    column = (np.asarray(xy)[..., 0] - dem.left) / dem.cell - 0.5
    row = (dem.top - np.asarray(xy)[..., 1]) / dem.cell - 0.5
    return map_coordinates(grid, np.stack([row, column]), order=1, mode="nearest")


def design_point(s: float, t: float):
    """A map point as a plain pair."""
    x, y = to_map(s, t)
    return float(x), float(y)
