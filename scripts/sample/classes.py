"""Which land class each parcel gets, and why it looks the way it does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .compose import Township
from .frame import to_design
from .network import highway_t, river_t
from .noise import generator, make_noise, sample
from .places import VILLAGES
from .settlement import PARK, TOWN
from .terrain import at, slope_grid


@dataclass(frozen=True)
class Ground:
    """What is measured of each parcel: a point inside, its design coordinates, slope in degrees, elevation in metres."""

    xy: np.ndarray
    s: np.ndarray
    t: np.ndarray
    slope: np.ndarray
    z: np.ndarray
    area: np.ndarray


def measure(town: Township) -> Ground:
    """Zonal means over the cells whose centres a parcel holds; the cell it lies in when it holds none."""
    dem = town.dem
    slope = slope_grid(dem)
    rows, columns = slope.shape
    x = dem.left + (np.arange(columns) + 0.5) * dem.cell
    y = dem.top - (np.arange(rows) + 0.5) * dem.cell
    cells = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    parcel, cell = shapely.STRtree(shapely.points(cells)).query(town.polygon, predicate="contains")
    xy = shapely.get_coordinates(shapely.point_on_surface(town.polygon))
    count = np.bincount(parcel, minlength=len(xy))
    row = np.clip(((dem.top - xy[:, 1]) / dem.cell).astype(int), 0, rows - 1)
    column = np.clip(((xy[:, 0] - dem.left) / dem.cell).astype(int), 0, columns - 1)

    def mean(grid):
        total = np.bincount(parcel, weights=grid.ravel()[cell], minlength=len(xy))
        return np.where(count > 0, total / np.maximum(count, 1), grid[row, column])

    return Ground(xy, *to_design(xy), mean(slope), mean(dem.z), shapely.area(town.polygon))


def classify(town: Township, ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Land class and width (metres, NaN where there is none) of every parcel."""
    code = np.full(len(town.polygon), "0301", dtype=object)
    width = np.full(len(code), np.nan)
    for level, group in town.ways.items():
        mine = np.flatnonzero(town.level == level)
        for n in mine:
            way = group[town.item[n]]
            code[n], width[n] = way.code, way.width
    spots = [spot for spot in town.sites if spot.key != "H01"]
    for n in np.flatnonzero(town.level == "sites"):
        code[n] = spots[town.item[n]].code
    code[town.level == "bar"] = "0103"
    code[town.level == "verge"] = "0307"
    bank = town.level == "bank"
    code[bank] = np.where(generator(201).random(bank.sum()) < 0.25, "1106", "0404")
    pond = town.level == "pond"
    code[pond] = generator(202).choice(["1104", "1104A", "1104K"], pond.sum(), p=[0.74, 0.12, 0.14])
    for level, rule in (
        ("plain", _plain),
        ("terrace", _terrace),
        ("forest", _forest),
        ("knoll", _knoll),
        ("village", _village),
        ("town", _town),
        ("park", _park),
    ):
        mine = np.flatnonzero(town.level == level)
        code[mine] = rule(town, ground, mine)
    return code, width


def _noise(stream, wavelength, ground, mine):
    return sample(make_noise(stream, wavelength), *ground.xy[mine].T)


def _plain(town, ground, mine):
    u = generator(211).random(mine.size)
    patch, wood = _noise(212, 260.0, ground, mine), _noise(213, 190.0, ground, mine)
    s, t = ground.s[mine], ground.t[mine]
    north = t > river_t(s)
    beyond = t > highway_t(s)
    code = np.full(mine.size, "0101", dtype=object)
    garden = patch > np.where(beyond, 0.35, np.where(north, 0.75, 1.55))
    code[garden] = np.where(
        u[garden] < 0.62,
        "0201",
        np.where(
            u[garden] < 0.72, "0201K", np.where(u[garden] < 0.80, "0202", np.where(u[garden] < 0.84, "0202K", "0204"))
        ),
    )
    tree = wood > 2.0
    code[tree] = np.where(u[tree] < 0.45, "0307", np.where(u[tree] < 0.75, "0301K", "0301"))
    dry = (code == "0101") & (_noise(214, 210.0, ground, mine) > 1.5)
    code[dry] = "0103"
    near_town = (s > TOWN[0] - 420) & (s < PARK[1] + 350) & north & (code == "0101") & (u < 0.4)
    code[near_town] = "0102"
    odd = (u > 0.992) & (ground.area[mine] < 3_500)
    code[odd] = "0404"
    inside = (s > TOWN[0] - 5) & (s < PARK[1]) & north & ~beyond
    gap = inside & ((s < TOWN[1] + 5) | (t > river_t(s) + 165))
    code[gap] = "0810"
    return code


def _terrace(town, ground, mine):
    u = generator(221).random(mine.size)
    patch, moist = _noise(222, 170.0, ground, mine), _noise(223, 240.0, ground, mine)
    slope, z = ground.slope[mine], ground.z[mine]
    code = np.where((moist > -0.25) & (slope < 17), "0101", "0103").astype(object)
    garden = patch > np.where(z < 190, 0.05, 0.55)
    tea = _noise(224, 320.0, ground, mine) > 0.15
    code[garden] = np.where(tea[garden], "0202", "0201")
    turn = garden & (u < 0.05)
    code[turn] = np.where(tea[turn], "0202K", "0201K")
    wild = (patch < -0.75) | (slope > 29) | (u > 0.95)
    code[wild] = np.where(u[wild] * 7 % 1 < 0.4, "0305", np.where(u[wild] * 7 % 1 < 0.7, "0302", "0301"))
    bare = (u > 0.93) & (u < 0.937)
    code[bare] = "1206"
    return code


def _forest(town, ground, mine):
    u = generator(231).random(mine.size)
    bamboo, scrub = _noise(232, 520.0, ground, mine), _noise(233, 430.0, ground, mine)
    z, s, t = ground.z[mine], ground.s[mine], ground.t[mine]
    code = np.full(mine.size, "0301", dtype=object)
    code[(bamboo > 0.55) & (z < 620)] = "0302"
    code[(scrub > 1.15) | ((z > 640) & (scrub > 0.1))] = "0305"
    code[(u > 0.955) & (z < 420)] = "0307"
    code[(u < 0.03) & (z < 500)] = "0202"
    small = (ground.area[mine] < 6_000) & (u > 0.5) & (z < 300)
    code[small] = "0305"
    flat = (t > -560) & (t < 1_100) & (ground.area[mine] < 12_000)
    code[flat & (s > 0)] = "0404"
    return code


def _knoll(town, ground, mine):
    u = generator(241).random(mine.size)
    return np.where(u < 0.5, "0301", np.where(u < 0.68, "0302", np.where(u < 0.86, "0202", "0305")))


def _village(town, ground, mine):
    rng = generator(251)
    code = np.full(mine.size, "0702", dtype=object)
    for village in VILLAGES:
        home = next((p for p in town.settlements if p.village.key == village.key), None)
        if home is None:
            continue
        own = np.flatnonzero(town.item[mine] == town.settlements.index(home))
        if village.hectares < 1 or not own.size:
            continue
        u = rng.random(own.size)
        xy = ground.xy[mine[own]]
        rim = shapely.distance(home.outline.exterior, shapely.points(xy)) < 21
        garden = np.where(
            u * 5 % 1 < 0.45, "0103", np.where(u * 5 % 1 < 0.65, "0201", np.where(u * 5 % 1 < 0.9, "0305", "0301"))
        )
        code[own] = np.where(rim & (u < 0.42), garden, np.where(u > 0.965, "1201", np.where(u > 0.955, "0810", "0702")))
        middle = own[np.argsort(np.hypot(*(xy - (home.x, home.y)).T), kind="stable")]
        wanted = (
            ["08H1"] * (village.hectares > 4) + ["08H2"] * (village.hectares > 7) + ["05H1"] * (village.hectares > 5)
        )
        for n, use in zip(middle[1::2], [*wanted, "0809"][: max(0, middle.size // 8)]):
            code[n] = use
    return code


def _town(town, ground, mine):
    u = generator(261).random(mine.size)
    s, area = ground.s[mine], ground.area[mine]
    t = ground.t[mine] - river_t(s)
    core = np.hypot((s - 5_330) / 330, (t - 240) / 170) < 1
    code = np.where(core & (u < 0.34), "05H1", np.where(u < 0.70, "0701", np.where(u < 0.80, "05H1", "0701"))).astype(
        object
    )
    code[(u > 0.80) & (u < 0.86)] = "08H1"
    code[(u > 0.86) & (u < 0.90)] = "0809"
    code[(u > 0.90) & (u < 0.95)] = "0810"
    code[(u > 0.95) & (u < 0.965)] = "1201"
    big = np.argsort(-area, kind="stable")[:11]
    code[big] = ["08H2", "08H2", "0810", "08H2", "1005", "0508", "08H1", "08H2", "0810A", "0701", "08H2"][: big.size]
    old = (s < TOWN[0] + 190) & (t > 150) & (t < 330)
    code[old] = "0601"
    edge = ((s < TOWN[0] + 60) | (s > TOWN[1] - 40)) & (u > 0.55) & ~old
    code[edge] = np.where(u[edge] > 0.8, "1201", "0103")
    street = (s > 5_080) & (s < 5_300) & (t < 122)
    code[street] = np.where(u[street] < 0.6, "0701", "05H1")
    return code


def _park(town, ground, mine):
    code = np.full(mine.size, "0601", dtype=object)
    order = np.argsort(ground.area[mine], kind="stable")
    code[order[:2]] = ["0809", "0810"][: order[:2].size]
    code[order[-2]] = "0508"
    return code


def elevation_of(town: Township, xy):
    """Elevation at map points, metres."""
    return at(town.dem, town.dem.z, xy)
