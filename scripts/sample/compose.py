"""Puts the landscape together: what is painted over what, and who owns which face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import gaussian_filter
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from . import fields, network, parcels, settlement, sites, terrain
from .fields import Rows
from .frame import LENGTH, to_design, to_map, township_outline
from .network import Way, foot_road_t, highway_t, main_ways, north_edge, railway_t, river_t
from .noise import generator, make_noise, sample
from .parcels import Layer
from .places import VILLAGES

LINEAR = (
    "rail",
    "county",
    "strip",
    "bar",
    "river",
    "canal",
    "sites",
    "street",
    "rural",
    "ditch",
    "pond",
    "bank",
    "verge",
    "stream",
)


@dataclass(frozen=True)
class Township:
    """Everything known before attributes.

    polygon, level (name), item (index of the painted area), place (index of the natural village): per parcel.
    """

    outline: shapely.Polygon
    dem: terrain.Dem
    polygon: np.ndarray
    level: np.ndarray
    item: np.ndarray
    place: np.ndarray
    ways: dict[str, list[Way]]
    sites: list
    settlements: list
    centres: np.ndarray


def rows() -> dict[str, Rows]:
    """The pieces of plain."""
    road, ditch = ("road", 4.0), ("ditch", 3.0)
    return {
        "south": Rows(
            "south", foot_road_t, lambda s: river_t(s) - 15, (road, ditch, ("road", 5.0), ditch, road), field=5_800.0
        ),
        "north": Rows("north", lambda s: river_t(s) + 15, highway_t, (("road", 4.5), ditch), field=4_600.0),
        "middle": Rows("middle", highway_t, railway_t, (), field=4_000.0),
        "edge": Rows("edge", railway_t, north_edge, (), field=4_000.0),
    }


def band(low, high, start=-400.0, stop=LENGTH + 400) -> shapely.Polygon:
    """The ground between two curves."""
    s = np.arange(start, stop, 25.0)
    return shapely.Polygon(np.concatenate([to_map(s, low(s)), to_map(s[::-1], high(s)[::-1])])).buffer(0)


def blob(xy, square, stretch, angle, rng) -> shapely.Polygon:
    """A rounded patch."""
    turn = np.linspace(0, 2 * np.pi, 22, endpoint=False)
    a = np.sqrt(square / np.pi)
    wobble = 1 + 0.12 * np.cos(2 * turn + rng.uniform(0, 6)) + 0.10 * np.cos(3 * turn + rng.uniform(0, 6))
    x, y = a * stretch * np.cos(turn) * wobble, a / stretch * np.sin(turn) * wobble
    cos, sin = np.cos(angle), np.sin(angle)
    return shapely.Polygon(np.stack([cos * x - sin * y, sin * x + cos * y], axis=-1) + np.asarray(xy))


def ponds(settlements, sides, rng) -> list:
    """Village ponds, ponds between the fields, and ponds at the foot of the hills."""
    made = []
    for place in settlements:
        if place.village.hectares > 3:
            for _ in range(2):
                turn = rng.uniform(0, 6.3)
                far = 1.05 * np.sqrt(place.outline.area / np.pi) + 35
                made.append(
                    blob(
                        (place.x + far * 1.15 * np.cos(turn), place.y + far * np.sin(turn)),
                        rng.uniform(900, 3_200),
                        1.25,
                        place.angle,
                        rng,
                    )
                )
    for name, count in (("south", 60), ("north", 22)):
        for s in rng.uniform(100, LENGTH - 100, count):
            if abs(s - network.STRIP_S) > 130:
                xy = to_map(s, fields.row_t(sides[name], rng.uniform(0.04, 0.96), np.array([s]))[0])
                made.append(blob(xy, rng.lognormal(7.3, 0.55), rng.uniform(1, 1.5), rng.uniform(0, 3.1), rng))
    return made


def terrace_zone(dem, settlements, outline, pool) -> shapely.Geometry:
    """Farmed slopes: both feet of the hills, side valleys, the surroundings of hill villages; not by the pool."""
    step = 20.0
    left, bottom, right, top = outline.bounds
    x, y = np.arange(left, right, step), np.arange(top, bottom, -step)
    xy = np.stack(np.meshgrid(x, y), axis=-1)
    s, t = to_design(xy)
    slope = terrain.at(dem, gaussian_filter(terrain.slope_grid(dem), 2.5), xy)
    wish = np.maximum(1 - np.abs(t - terrain.south_foot(s) + 110) / 230, 1 - np.abs(t - north_edge(s) - 70) / 170)
    close = np.full(s.shape, -9.0)
    for place in settlements:
        if place.village.where[0] == "elev":
            radius = 130 + 175 * place.village.hectares**0.5
            close = np.maximum(close, 1.2 - np.hypot(xy[..., 0] - place.x, xy[..., 1] - place.y) / radius)
    rough = 0.45 * sample(make_noise(62, 260.0), s, t) + 0.22 * sample(make_noise(63, 90.0), s, t)
    too_steep = np.where(close < 0.55, np.clip(slope - 12, 0, None) / 14, np.clip(slope - 25, 0, None) / 8)
    wish = np.maximum(wish, close) + rough - too_steep
    farmed = (wish > 0.12) & (np.abs(s - network.STRIP_S) > 120)
    farmed &= (t < foot_road_t(s)) | (t > north_edge(s))
    zone = fields.outlines(gaussian_filter(farmed.astype(float), 1.1), left, top, step)
    zone = shapely.buffer(shapely.buffer(shapely.simplify(zone, 1.5), -9), 9, quad_segs=3)
    zone = shapely.difference(shapely.intersection(shapely.simplify(zone, 2.0), outline.buffer(50)), pool)
    return shapely.multipolygons([p for p in shapely.get_parts(zone) if p.area > 5_000])


def streams(dem, seeds) -> list[Way]:
    """Hill streams: steepest descent on smoothed ground from (s, t) seeds to the main canal."""
    z = gaussian_filter(dem.z, 5)
    gy, gx = np.gradient(z, dem.cell)
    found = []
    for number, (s, t) in enumerate(seeds):
        here = to_map(s, t)
        track, heading = [here], np.zeros(2)
        for step in range(900):
            if step > 30 and np.hypot(*(track[-1] - track[-25])) < 70:
                ds, _ = to_design(track[-25])
                track = [*track[:-24], to_map(ds, network.canal_t(ds) + 2)]
                break
            down = -np.array([terrain.at(dem, gx, here[None])[0], -terrain.at(dem, gy, here[None])[0]])
            heading = 0.6 * heading + down / max(np.hypot(*down), 1e-6)
            heading /= np.hypot(*heading)
            here = here + 9.0 * heading
            track.append(here)
            ds, dt = to_design(here)
            if dt > foot_road_t(ds) - 15:
                track.append(to_map(ds - 25, network.canal_t(ds - 25) + 2))
                break
        way = shapely.simplify(network.chaikin(shapely.LineString(track[:-1:4] + track[-1:])), 1.0)
        found.append(Way("stream", "1101", 6.0, way, f"{number + 1}号坑溪"))
    return found


def painted(outline, dem, sides, places, spots):
    """All layers from the top down, and the ways by kind."""
    rng = generator(71)
    ways = main_ways()
    plain_ways, plain_lines = {}, {}
    for number, (name, piece) in enumerate(sides.items()):
        stops = {"south": (network.STRIP_S, network.BRIDGE_S)}.get(name, (network.WEST_BRIDGE_S, network.BRIDGE_S))
        plain_ways[name], plain_lines[name] = fields.plain(piece, 80 + number, stops)
    goals = {p.village.name: (p.x, p.y) for p in places if p.village.where[0] in ("elev", "foot")}
    river = sites.river_area(ways["river"].line)
    keep_off = shapely.union_all(
        [
            river,
            network.cliffs(),
            ways["railway"].area.buffer(-8),
            *(spot.outline.buffer(25) for spot in spots if spot.key in ("R01", "M01", "M02")),
        ]
    )
    hill_roads = network.mountain_roads(dem, outline, goals, keep_off)
    brooks = streams(
        dem, [(sites.valley_bottom(a, a + 900, -1_900.0), -2_150.0) for a in (500, 2_600, 4_500, 5_900, 7_300)]
    )
    town, park = settlement.town_rows(), settlement.park_rows()
    town_streets, town_lots = settlement.town(town, 91, (105, 165))
    park_streets, park_lots = settlement.town(park, 92, (190, 260))
    pool = next(spot for spot in spots if spot.key == "R01").outline.buffer(75)
    zone = terrace_zone(dem, places, outline, pool)
    rural = [w for group in plain_ways.values() for w in group if w.kind == "rural"]
    ditches = [w for group in plain_ways.values() for w in group if w.kind == "ditch"]
    streets = [w for p in places for w in p.streets]
    verge = shapely.intersection(network.verge(), band(foot_road_t, river_t))
    bank = shapely.difference(shapely.buffer(river, 11, quad_segs=3), shapely.buffer(river, -5))
    water = ponds(places, sides, rng)
    knolls = [
        blob(to_map(k.s, k.t), 2.6 * k.radius**2, 1.15, settlement.valley_angle(k.s), rng) for k in terrain.KNOLLS
    ]
    stand_lines = fields.stands(outline, 93, 1_350)

    def way_layer(name, group):
        return Layer(name, tuple(w.area for w in group), tuple(range(len(group))))

    kinds = {
        "rail": [ways["highway"], ways["railway"]],
        "county": [ways["foot"], ways["bridge"]],
        "strip": [ways["strip"], ways["west"]],
        "river": [ways["river"]],
        "canal": [ways["canal"]],
        "street": streets,
        "town_street": town_streets,
        "park_street": park_streets,
        "rural": hill_roads + rural,
        "ditch": ditches,
        "stream": brooks,
    }
    bar = [spot for spot in spots if spot.key == "H01"]
    rest = [spot for spot in spots if spot.key != "H01"]
    layers = [
        way_layer("rail", kinds["rail"]),
        way_layer("county", kinds["county"]),
        way_layer("strip", kinds["strip"]),
        Layer("bar", tuple(b.outline for b in bar), ("H01",)),
        Layer("river", (river,), (0,)),
        way_layer("canal", kinds["canal"]),
        Layer("sites", tuple(spot.outline for spot in rest), tuple(spot.key for spot in rest)),
        way_layer("street", streets),
        Layer(
            "village",
            tuple(p.outline for p in places),
            tuple(p.village.key for p in places),
            False,
            tuple(line for p in places for line in p.lots),
        ),
        way_layer("town_street", town_streets),
        way_layer("park_street", park_streets),
        Layer("town", (settlement.zone(town),), ("town",), False, tuple(town_lots)),
        Layer("park", (settlement.zone(park),), ("park",), False, tuple(park_lots)),
        way_layer("rural", kinds["rural"]),
        Layer("verge", (verge,), (0,)),
        way_layer("stream", brooks),
        way_layer("ditch", ditches),
        Layer("knoll", tuple(knolls), tuple(range(len(knolls))), False, tuple(stand_lines)),
        Layer("bank", (bank,), (0,)),
        Layer("pond", tuple(water), tuple(range(len(water)))),
        Layer(
            "plain",
            tuple(band(p.low, p.high) for p in sides.values()),
            tuple(sides),
            False,
            tuple(line for lines in plain_lines.values() for line in lines),
        ),
        Layer("terrace", (zone,), (0,), False, tuple(fields.terraces(dem, zone, 94))),
        Layer("forest", (outline.buffer(10),), (0,), False, tuple(stand_lines)),
    ]
    return layers, kinds


def village_lines(centres, outline) -> shapely.Geometry:
    """Lines between administrative villages, each side of the river by itself."""
    lines = []
    halves = (band(lambda s: 0 * s - 4_000, river_t), band(river_t, lambda s: 0 * s + 4_000))
    for half, side in zip(halves, (_south(centres), ~_south(centres))):
        cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(centres[side]), extend_to=outline))
        cell, seed = shapely.STRtree(cells).query(shapely.points(centres[side]), predicate="within")[::-1]
        names = np.array([v.committee for v in VILLAGES])[side][seed[np.argsort(cell)]]
        areas = [shapely.union_all(cells[names == name]) for name in np.unique(names)]
        lines.append(shapely.intersection(shapely.union_all(shapely.boundary(areas)), half))
    return shapely.union_all(lines)


def _south(xy):
    s, t = to_design(xy)
    return t < river_t(s)


def nearest_place(xy, centres):
    """The natural village each point belongs to: the nearest on its side of the river."""
    far = np.hypot(xy[:, None, 0] - centres[None, :, 0], xy[:, None, 1] - centres[None, :, 1])
    far[_south(xy)[:, None] != _south(centres)[None, :]] += 1e6
    return far.argmin(axis=1)


def build() -> Township:
    """The whole township as a partition."""
    outline = township_outline()
    sides = rows()
    places = settlement.all_settlements(sides)
    spots = sites.make_sites(sides)
    pool = next(spot for spot in spots if spot.key == "R01")
    pads = [terrain.Pad(*map(float, to_map(pool.s, pool.t)), 165.0, 0.0)]
    pads += [
        terrain.Pad(p.x, p.y, max(1.1 * np.sqrt(p.outline.area / np.pi), 45.0), p.village.slope)
        for p in places
        if p.village.where[0] == "elev"
    ]
    dem = terrain.make_dem(outline, pads)
    layers, kinds = painted(outline, dem, sides, places, spots)
    centre = {p.village.key: (p.x, p.y) for p in places}
    centres = np.array([centre.get(v.key) or settlement.locate(v, sides) for v in VILLAGES])
    long = [layer.name for layer in layers if layer.name in LINEAR and layer.name != "sites"]
    faces = parcels.node(layers, outline, [(village_lines(centres, outline), long)])
    polygon, level, item, place = own(faces, layers, centres)
    return Township(outline, dem, polygon, level, item, place, kinds, spots, places, centres)


def own(faces, layers, centres):
    """Parcels out of faces: joined things joined, small things absorbed."""
    names = np.array([layer.name for layer in layers] + ["forest"])[faces.level]
    joined = np.array([layer.joined for layer in layers] + [False])[faces.level]
    inside = shapely.get_coordinates(shapely.point_on_surface(faces.polygon))
    place = nearest_place(inside, centres)
    committee = np.array([v.committee for v in VILLAGES])[place]
    whole = np.isin(names, ("sites", "bar", "pond"))
    i, j, length = parcels.neighbours(faces.polygon)
    same = joined[i] & joined[j] & (faces.level[i] == faces.level[j]) & (faces.owner[i] == faces.owner[j])
    same &= (committee[i] == committee[j]) | whole[i]
    _, group = connected_components(
        coo_matrix((np.ones(same.sum()), (i[same], j[same])), shape=(len(names),) * 2), False
    )
    polygon, (names, item, place) = regroup(group, faces.polygon, names, faces.owner, place)
    i, j, length = parcels.neighbours(polygon)
    kinds = {"plain": 1, "terrace": 2, "forest": 3, "village": 4, "town": 5, "park": 6, "knoll": 3}
    area = shapely.area(polygon)
    kind = np.array([kinds.get(name, -1) for name in names])
    kind[(kind < 0) & (area < 40) & (names != "verge")] = 0
    least = np.array([45.0, 450.0, 450.0, 1_500.0, 210.0, 420.0, 900.0])[np.clip(kind, 0, None)]
    group = parcels.absorb(np.arange(len(polygon)), area, parcels.mean_width(polygon), i, j, length, kind, least)
    polygon, (names, item, place) = regroup(group, polygon, names, item, place)
    polygon = parcels.straighten(polygon, 0.3)
    return polygon, names, item, tidy_places(polygon, place)


def regroup(group, polygon, *columns):
    """Merge by group; each column keeps the value of the largest member."""
    order = np.lexsort((-shapely.area(polygon), group))
    first = order[np.searchsorted(group[order], np.arange(group.max() + 1))]
    return parcels.merge(group, polygon), [column[first] for column in columns]


def tidy_places(polygon, place):
    """Villages without stray parts: a part cut off from its village goes to its longest neighbour."""
    committees = np.unique([v.committee for v in VILLAGES], return_inverse=True)[1]
    i, j, length = parcels.neighbours(polygon)
    place = place.copy()
    for _ in range(4):
        owner = committees[place]
        same = owner[i] == owner[j]
        _, part = connected_components(
            coo_matrix((np.ones(same.sum()), (i[same], j[same])), shape=(len(polygon),) * 2), False
        )
        size = np.bincount(part, weights=shapely.area(polygon))
        main = {o: max(np.unique(part[owner == o]), key=lambda p: size[p]) for o in np.unique(owner)}
        stray = np.flatnonzero(part != np.array([main[o] for o in owner]))
        if not stray.size:
            break
        for p in np.unique(part[stray]):
            edge = np.flatnonzero((part[i] == p) ^ (part[j] == p))
            other = np.where(part[i[edge]] == p, j[edge], i[edge])
            best = np.bincount(owner[other], weights=length[edge]).argmax()
            place[part == p] = place[other[owner[other] == best][0]]
    return place
