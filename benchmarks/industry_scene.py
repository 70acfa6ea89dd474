"""Made-up industry for measuring, on a survey partition: which parcels it is, towns with a boundary, buildings.

A county of fifty towns, the first the county seat. Half of the industry stands
about them, so that the boundary cuts many parcels; the rest lies scattered.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from partition import ORIGIN, TURN, make_partition

PARCELS, INDUSTRIAL, BUILDINGS = 300_000, 20_000, 100_000
TOWNS, VERTICES = 50, 200_000
INDUSTRY, VILLAGE = "0601", "0702"
_ON_INDUSTRY = 0.6  # of the buildings; the rest in villages
_SCATTERED = 0.5  # of the industry
_FLOORS_UNKNOWN = 0.02


@dataclass(frozen=True)
class Scene:
    """geometry, code, width: parcels, as in Partition; boundary, around: polygons, the second one around everything;
    buildings: polygons; floors: whole numbers, None where unknown."""

    geometry: np.ndarray
    code: np.ndarray
    width: np.ndarray
    boundary: np.ndarray
    around: np.ndarray
    buildings: np.ndarray
    floors: list


def make_scene(buildings=BUILDINGS, seed=4):
    """The county with so many buildings; everything else stays as it is."""
    random = np.random.default_rng(seed)
    part = make_partition(PARCELS)
    centre = shapely.get_coordinates(shapely.centroid(part.geometry))
    low, high = _level(centre).min(axis=0), _level(centre).max(axis=0)
    towns = _towns(low, high, random)
    radius = np.r_[2_000.0, random.uniform(300, 1_000, TOWNS - 1)]
    boundary = ragged(towns, radius, VERTICES // TOWNS, 0.16, random)
    middle = _slanted((low + high)[None] / 2)
    around = ragged(middle, np.array([np.hypot(*(high - low))]), VERTICES, 0.05, random)
    code = part.code.copy()
    code[_industrial(part, centre, towns, radius, random)] = INDUSTRY
    footprints = _footprints(part.geometry, code, centre, buildings, random)
    floors = random.choice([1, 1, 1, 2, 2, 3, 4, 6], buildings).tolist()
    for row in np.flatnonzero(random.random(buildings) < _FLOORS_UNKNOWN).tolist():
        floors[row] = None
    return Scene(part.geometry, code, part.width, boundary, around, footprints, floors)


def ragged(centre, radius, vertices, roughness, random):
    """Star-shaped polygons about these places, of about these radii in metres, ragged at every scale."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    waves = np.unique(np.geomspace(2, vertices // 3, 12).astype(int))
    phase = random.uniform(0, 2 * np.pi, (len(centre), len(waves), 1))
    wave = (np.cos(waves[:, None] * angle + phase) / waves[:, None] ** 0.7).sum(axis=1)
    away = radius[:, None] * np.exp(roughness * wave)
    x, y = away * np.cos(angle) + centre[:, :1], away * np.sin(angle) + centre[:, 1:]
    return shapely.polygons(np.stack([x, y], axis=-1))


def _towns(low, high, random):
    """Places on a jittered lattice over the county; the county seat stands in its middle and takes four of them."""
    step = (high - low) / (9, 6)
    column, row = (index.ravel() for index in np.meshgrid(np.arange(9), np.arange(6), indexing="ij"))
    place = low + (np.column_stack((column, row)) + 0.5 + random.uniform(-0.15, 0.15, (54, 2))) * step
    middle = low + np.array([4.5, 3.0]) * step
    far = np.argsort(np.abs((place - middle) / step).max(axis=1))[54 - TOWNS + 1:]
    return _slanted(np.concatenate([middle[None], place[far]]))


def _industrial(part, centre, towns, radius, random):
    """Rows of the industrial parcels among the fields: half of them the likelier, the nearer to a town's edge."""
    fields = np.flatnonzero(np.isnan(part.width))
    away = np.full(len(fields), np.inf)
    for town, metres in zip(towns, radius):
        away = np.minimum(away, np.abs(np.hypot(*(centre[fields] - town).T) - 0.8 * metres) / metres)
    chance = random.random(len(fields)) * np.exp(-3 * away)
    scattered = random.random(len(fields)) < _SCATTERED * INDUSTRIAL / len(fields)
    chance[scattered] = np.inf
    return fields[np.argsort(-chance, kind="stable")[:INDUSTRIAL]]


def _footprints(parcels, code, centre, count, random):
    """Halls and houses of six corners, some of which cross the edge of their parcel."""
    on = int(count * _ON_INDUSTRY)
    row = np.concatenate([
        random.choice(np.flatnonzero(code == INDUSTRY), on), random.choice(np.flatnonzero(code == VILLAGE), count - on)
    ])
    row = row[random.permutation(count)]
    spread = np.sqrt(shapely.area(parcels[row]))[:, None]
    place = centre[row] + random.uniform(-0.4, 0.4, (count, 2)) * spread
    long, wide = random.uniform(8, 30, count), random.uniform(6, 14, count)
    corner = np.array([(-1, -1), (1, -1), (1, 0.2), (0.4, 0.2), (0.4, 1), (-1, 1)])  # an L
    x, y = corner[:, 0] * long[:, None] / 2, corner[:, 1] * wide[:, None] / 2
    turn = TURN + random.normal(0, 0.1, count)[:, None]
    points = np.stack([np.cos(turn) * x - np.sin(turn) * y, np.sin(turn) * x + np.cos(turn) * y], axis=-1)
    return shapely.polygons(points + place[:, None])


def _level(points):
    """Places as if the county were not turned."""
    return _turned(points - ORIGIN, -TURN)


def _slanted(points):
    return _turned(points, TURN) + ORIGIN


def _turned(points, angle):
    x, y = points[:, 0], points[:, 1]
    return np.column_stack((np.cos(angle) * x - np.sin(angle) * y, np.sin(angle) * x + np.cos(angle) * y))
