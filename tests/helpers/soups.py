"""Random land for the tests: parcels and barriers in general position, where no two distances tie."""

from dataclasses import dataclass

import numpy as np
import shapely
from hypothesis import strategies as st


@dataclass(frozen=True)
class Soup:
    """geometry: parcels, shape (n,); area: m² of each; areas, lines: what may keep them apart."""

    geometry: np.ndarray
    area: np.ndarray
    areas: np.ndarray
    lines: np.ndarray


def star(random, centre, radius, vertices, holes=False):
    """A jagged polygon round `centre` that never crosses itself; with a hole, about half its size."""
    angle = np.sort(random.uniform(0, 2 * np.pi, vertices))
    far = radius * random.uniform(0.6, 1.0, vertices)
    shell = np.column_stack([centre[0] + far * np.cos(angle), centre[1] + far * np.sin(angle)])
    polygon = shapely.Polygon(shell)
    if holes:
        inner = radius * random.uniform(0.2, 0.45, 7)
        turn = np.linspace(0, 2 * np.pi, 7, endpoint=False) + random.uniform(0, 1)
        hole = shapely.Polygon(
            np.column_stack([centre[0] + inner * np.cos(turn), centre[1] + inner * np.sin(turn)])
        )
        polygon = shapely.difference(shapely.make_valid(polygon), hole)
    return polygon if shapely.is_valid(polygon) else shapely.buffer(polygon, 0)


def scattered(random, count, side=400.0, large=0):
    """Polygons strewn about: some overlap, some nest, some have holes or two parts; `large` of many vertices."""
    made = []
    for index in range(count):
        centre = random.uniform(0, side, 2)
        vertices = int(random.integers(420, 900)) if index < large else int(random.integers(3, 12))
        radius = random.uniform(60, 150) if index < large else random.choice([8, 20, 45]) * random.uniform(0.7, 1.3)
        polygon = star(random, centre, radius, max(vertices, 5), holes=random.random() < 0.3)
        if random.random() < 0.2:
            polygon = shapely.union(polygon, star(random, random.uniform(0, side, 2), 15, 6))
        if shapely.area(polygon) > 1:
            made.append(polygon)
    return np.array(made, dtype=object)


def cells(random, count, side=400.0):
    """Some cells of a Voronoi diagram: neighbours touch along edges, gaps open where cells are left out."""
    points = shapely.multipoints(random.uniform(0, side, (max(count, 4), 2)))
    every = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=shapely.box(0, 0, side, side)))
    every = shapely.intersection(every, shapely.box(0, 0, side, side))
    every = every[shapely.area(every) > 1]
    return every[random.random(len(every)) < 0.6]


def boxes(random, count, side=60):
    """Squares on whole metres, so that gaps are exactly 0, 1, 2 … metres."""
    corner = random.integers(0, side, (count, 2))
    size = random.integers(1, 6, (count, 2))
    return shapely.box(*corner.T.astype(float), *(corner + size).T.astype(float))


def barrier_set(random, count, side=400.0):
    """Barrier polygons (roads as long strips, lumps) and barrier lines across the land."""
    areas, lines = [], []
    for _ in range(count):
        ends = random.uniform(0, side, (2, 2))
        kind = random.random()
        if kind < 0.4:
            lines.append(shapely.linestrings(ends))
        elif kind < 0.8:
            areas.append(shapely.buffer(shapely.linestrings(ends), random.uniform(0.5, 6), cap_style="flat"))
        else:
            areas.append(star(random, ends[0], random.uniform(5, 40), 9))
    return np.array(areas, dtype=object), np.array(lines, dtype=object)


@st.composite
def soups(draw, max_parcels=40, makers=(scattered, cells), barriers=0, large=0):
    """A Soup of at most `max_parcels` parcels by one of the makers."""
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    maker = draw(st.sampled_from(makers))
    count = draw(st.integers(2, max_parcels))
    geometry = maker(random, count, large=draw(st.integers(1, large))) if large else maker(random, count)
    areas, lines = barrier_set(random, draw(st.integers(0, barriers)))
    return Soup(geometry, shapely.area(geometry), areas, lines)
