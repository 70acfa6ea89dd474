"""A made-up county of any number of settlements, for measuring: shapes and numbers, the same every time.

Fifty kilometres square, in EPSG:4549: hills, settlements of homestead parcels
with a row of statistics each, hazards, protected sites, a ragged redline,
water-source zones, services and roads.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from partition import ORIGIN

CELL, CELLS = 12.5, 4_000
SIDE = CELL * CELLS
_HECTARE = 10_000.0
_RECTANGLES = 13  # in a settlement
_APART = 0.1  # of the settlements have a part that stands apart


@dataclass(frozen=True)
class Scene:
    """Geometries, each of shape (n,): what the layers of village relocation hold."""

    settlements: np.ndarray
    hazard_areas: np.ndarray
    hazard_points: np.ndarray
    protected: np.ndarray
    redline: np.ndarray
    water: np.ndarray
    services: np.ndarray
    roads: np.ndarray


def make_scene(settlements, seed=1):
    """A county with so many settlements; everything else stays as it is."""
    random = np.random.default_rng(seed)
    sites = np.concatenate([_points(1_000, random), _blobs(_places(1_000, random), (0.05, 3), 24, 0.2, random)])
    return Scene(
        hazard_areas=_blobs(_places(300, random), (2, 60), 60, 0.3, random),
        hazard_points=_points(5_000, random),
        protected=sites[random.permutation(len(sites))],
        redline=_blobs(SIDE * np.array([[0.22, 0.25], [0.75, 0.3], [0.3, 0.75], [0.72, 0.72]]), (14_000, 20_000),
                       20_000, 0.5, random),
        water=_blobs(_places(60, random), (20, 900), 200, 0.3, random),
        services=_points(200, random),
        roads=_roads(50, 10, random),
        settlements=_settlements(settlements, random),
    )


def make_statistics(settlements, seed=2):
    """Columns of the statistics: households, dwellings, vacant ones and consenting households, each of shape (n,)."""
    random = np.random.default_rng(seed)
    households = random.integers(3, 120, settlements)
    dwellings = households + random.integers(0, 12, settlements)
    vacant = (dwellings * random.beta(1.5, 6, settlements)).astype(int)
    consenting = np.where(random.random(settlements) < 0.1, households, households * random.random(settlements))
    return households, dwellings, vacant, consenting.astype(int)


def make_heights(cells=CELLS, seed=3):
    """Fractal hills of 50 to 900 m, shape (cells, cells), float32."""
    random = np.random.default_rng(seed)
    across = np.fft.rfftfreq(cells)
    down = np.fft.fftfreq(cells)
    frequency = np.hypot(down[:, None], across)
    frequency[0, 0] = np.inf
    noise = random.standard_normal((cells, cells // 2 + 1)) + 1j * random.standard_normal((cells, cells // 2 + 1))
    hills = np.fft.irfft2(noise / (frequency + 0.002) ** 2.2 * (frequency < np.inf), (cells, cells))
    hills = (hills - hills.min()) / (hills.max() - hills.min())
    return (50 + 850 * hills).astype(np.float32)


def _settlements(count, random):
    """Dissolved rectangles, 0.3 to 6 ha, jittered about a lattice; some have a part apart."""
    columns = int(np.ceil(count**0.5))
    step = SIDE / columns
    place = np.column_stack(np.divmod(np.arange(count), columns)) * step + step / 2
    place += random.uniform(-0.25, 0.25, place.shape) * step
    shape = (count, _RECTANGLES)
    centre = random.uniform(-1, 1, (*shape, 2))
    centre[:, 0] = 0
    apart = random.random(count) < _APART
    centre[apart, 1] = 3.0
    half = random.uniform(0.25, 0.7, (*shape, 2))
    turn = random.uniform(0, np.pi, (count, 1)) + random.normal(0, 0.12, shape)
    corner = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    local = half[:, :, None] * corner
    cos, sin = np.cos(turn)[..., None], np.sin(turn)[..., None]
    x = local[..., 0] * cos - local[..., 1] * sin + centre[..., None, 0]
    y = local[..., 0] * sin + local[..., 1] * cos + centre[..., None, 1]
    joined = shapely.union_all(shapely.polygons(np.stack([x, y], axis=-1)), axis=1)
    wanted = np.clip(random.lognormal(0.2, 0.7, count), 0.3, 6) * _HECTARE
    scale = np.sqrt(wanted / shapely.area(joined))
    points, of = shapely.get_coordinates(joined, return_index=True)
    return shapely.set_coordinates(joined, points * scale[of, None] + place[of] + ORIGIN)


def _blobs(centre, hectares, vertices, roughness, random):
    """Star-shaped polygons about these places (m from the origin), of so many hectares, ragged at every scale."""
    count = len(centre)
    radius = np.sqrt(random.uniform(*hectares, count) * _HECTARE / np.pi)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    waves = np.unique(np.geomspace(2, vertices // 3, 12).astype(int))
    phase = random.uniform(0, 2 * np.pi, (count, len(waves), 1))
    ragged = (np.cos(waves[:, None] * angle + phase) / waves[:, None] ** 0.7).sum(axis=1)
    away = radius[:, None] * np.exp(roughness * ragged)
    x = away * np.cos(angle) + centre[:, :1] + ORIGIN[0]
    y = away * np.sin(angle) + centre[:, 1:] + ORIGIN[1]
    return shapely.polygons(np.stack([x, y], axis=-1))


def _roads(lines, steps, random):
    """A net of roads between crossings about a kilometre apart, `steps` segments from one to the next."""
    grid = np.stack(np.meshgrid(np.arange(lines + 1.0), np.arange(lines + 1.0), indexing="ij"), axis=-1)
    grid = (grid + random.uniform(-0.3, 0.3, grid.shape)) * SIDE / lines
    start = np.concatenate([grid[:-1].reshape(-1, 2), grid[:, :-1].reshape(-1, 2)])
    end = np.concatenate([grid[1:].reshape(-1, 2), grid[:, 1:].reshape(-1, 2)])
    share = np.linspace(0, 1, steps + 1)[:, None]
    points = start[:, None] + (end - start)[:, None] * share
    points[:, 1:-1] += random.normal(0, 15, points[:, 1:-1].shape)
    return shapely.linestrings(points + ORIGIN)


def _places(count, random):
    return random.uniform(0, SIDE, (count, 2))


def _points(count, random):
    return shapely.points(_places(count, random) + ORIGIN)
