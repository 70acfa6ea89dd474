"""Shelterbelts to plant and links between forests, from parcels and layers."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms import corridors, shelterbelts
from ..algorithms.contiguity import ContiguityRule, find_blocks
from ..algorithms.ecology_rules import BELT
from ..algorithms.overlay import made_valid, subdivide
from ..algorithms.parallel import step
from ..algorithms.units import MU
from . import areas
from .dem import slopes_at
from .i18n import tr


@dataclass(frozen=True)
class Proposed:
    """Lines that a rule proposes, and the strips of land they need; cost: NaN where lines have none; all (n,)."""

    line: np.ndarray
    strip: np.ndarray
    cost: np.ndarray


def proposed(rule, ground, dem, progress):
    """What a rule proposes. Raises Silent."""
    if rule.kind == BELT:
        return _belts(rule, ground, progress)
    return _corridors(rule, ground, dem, progress)


def _belts(rule, ground, progress):
    trees = ground.geometry[ground.of(rule.trees)]
    field = ground.settings.net_field
    blocks = ground.layer("BLOCKS", step(progress, 0, 0.1), [field] if field else [])
    large = areas.numbers(blocks.values[field]) >= rule.values["block_mu"]
    farmland, _ = subdivide(made_valid(blocks.geometry[large]))
    reach = rule.values["reach"]
    ways = ground.geometry[_near(ground, rule.land, farmland, reach + rule.values["max_width"])]
    stations = shelterbelts.stations_of_areas(ways, rule.values["max_width"], step(progress, 0.1, 0.4))
    if ground.layers.given("ROADS"):
        stations = shelterbelts.joined(stations, _of_roads(ground, step(progress, 0.4, 0.5)))
    lines = shelterbelts.find_gaps(
        stations, farmland, subdivide(trees)[0], reach, rule.values["tree_reach"], rule.values["min_length"],
        step(progress, 0.5, 1.0),
    )
    return Proposed(lines, _strips(lines, rule), np.full(len(lines), np.nan))


def _near(ground, land, shapes, distance):
    """Rows of the parcels of this land within a distance of shapes."""
    rows = np.flatnonzero(ground.of(land))
    if len(rows) == 0 or len(shapes) == 0:
        return rows[:0]
    near, _ = shapely.STRtree(shapes).query(ground.geometry[rows], predicate="dwithin", distance=distance)
    return rows[np.unique(near)]


def _of_roads(ground, progress):
    field = ground.settings.width_field
    roads = ground.layer("ROADS", progress, [field] if field else [])
    half = np.zeros(len(roads.geometry))
    if field:
        half = np.nan_to_num(np.maximum(areas.numbers(roads.values[field]), 0)) / 2
    return shelterbelts.stations_of_lines(roads.geometry, half)


def _corridors(rule, ground, dem, progress):
    values, none = rule.values, np.empty(0, dtype=object)
    rows = np.flatnonzero(ground.of(rule.land))
    cost = np.full(len(ground.geometry), values["other_cost"])
    for price, land in reversed(rule.costs):  # so that the first that fits is the one that stays
        cost[ground.of(land)] = price
    if len(rows) == 0:
        return Proposed(none, none, np.empty(0))
    patch = np.full(len(ground.geometry), -1)
    blocks = find_blocks(
        ground.geometry[rows], shapely.area(ground.geometry[rows]),
        ContiguityRule(values["join_gap"], (values["patch_mu"] * MU,)), progress=step(progress, 0, 0.2),
    )
    large = blocks.level[blocks.label] > 0
    patch[rows[large]] = blocks.label[large]
    rows = rows[large]
    if len(np.unique(patch[rows])) < 2:
        return Proposed(none, none, np.empty(0))
    grid = corridors.grid_for(shapely.buffer(shapely.box(*shapely.total_bounds(ground.geometry[rows])),
                                             values["max_length"] / 2), values["cell"])
    if grid.width > values["cell"] * 1.001:
        ground.feedback.pushInfo(
            tr("Rule {rule}: the land is large, so links are found on cells of {cell} m.").format(
                rule=rule.id, cell=f"{grid.width:.1f}")
        )
    cells = corridors.raster(ground.geometry, patch, grid, -1, step(progress, 0.2, 0.35))
    price = corridors.raster(ground.geometry, cost, grid, values["other_cost"], step(progress, 0.35, 0.5))
    if values["slope_cost"]:
        price = price * _steepness(rule, ground, dem, grid, step(progress, 0.5, 0.6))
    links = corridors.find_links(cells, price, grid.width, values["max_length"], step(progress, 0.6, 0.9))
    forest = ground.geometry[rows]
    lines = corridors.outside(corridors.as_lines(links, grid), forest, step(progress, 0.9, 0.95))
    length = shapely.length(lines)
    short = np.flatnonzero((length > 0) & (length <= values["max_length"]))
    kept = short[corridors.spanning(corridors.chosen(links, short))]
    strips = corridors.outside(_strips(lines[kept], rule), forest, step(progress, 0.95, 1.0))
    return Proposed(lines[kept], strips, links.cost[kept])


def _steepness(rule, ground, dem, grid, progress):
    """What slope multiplies cost by: 1 on flat land, and where the slope is not known."""
    if dem is None:
        ground.feedback.pushInfo(
            tr("Rule {rule}: DEM is not given, so the land counts as flat.").format(rule=rule.id)
        )
        return 1.0
    column, row = np.meshgrid(np.arange(grid.columns), np.arange(grid.rows))
    middle = np.column_stack((
        grid.left + (column.ravel() + 0.5) * grid.width, grid.top - (row.ravel() + 0.5) * grid.height))
    slope = slopes_at(dem, middle, ground.crs, progress).reshape(column.shape)
    return 1 + rule.values["slope_cost"] * np.tan(np.radians(np.nan_to_num(slope)))


def _strips(lines, rule):
    return shapely.buffer(lines, rule.values["width"] / 2, cap_style="flat", join_style="mitre", mitre_limit=2)
