"""What a swap has to know of land: contact with large blocks, ridges of new cropland, which parcel replaces which."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .barriers import TOLERANCE, BarrierIndex
from .parallel import no_progress
from .restoration import grade_of
from .tables import read_rules, read_table

_AT_ONCE = 200


def swap_rules():
    """Which classes may come in and what parcels become, by code system, from the data file."""
    return read_rules("swap_rules")


def edge_contact(geometry, large, max_gap, barriers=None, progress=no_progress):
    """How much of each polygon's edge lies beside large blocks: (share of its length, 0 to 1; whether any), shape (n,).

    geometry: polygons, shape (n,); large: the parcels of large blocks, in the same CRS in metres; max_gap: metres. As
    in contiguity, a parcel across a barrier is not beside, unless the two touch.
    """
    if len(geometry) == 0 or len(large) == 0:
        return np.zeros(len(geometry)), np.zeros(len(geometry), dtype=bool)
    tree, walls = shapely.STRtree(large), None if barriers is None else BarrierIndex(barriers)
    parts = []
    for start in range(0, len(geometry), _AT_ONCE):
        progress(start / len(geometry))
        parts.append(_edge_contact(geometry[start:start + _AT_ONCE], large, tree, max_gap, walls))
    progress(1.0)
    return tuple(np.concatenate(column) for column in zip(*parts))


def _edge_contact(geometry, large, tree, max_gap, walls):
    share, beside = np.zeros(len(geometry)), np.zeros(len(geometry), dtype=bool)
    row, other = tree.query(geometry, predicate="dwithin", distance=max_gap + TOLERANCE)
    if walls is not None and len(row):
        between = shapely.shortest_line(geometry[row], large[other])
        apart = shapely.length(between) > TOLERANCE
        kept = np.ones(len(row), dtype=bool)
        kept[apart] = ~walls.cuts(between[apart])
        row, other = row[kept], other[kept]
    if len(row) == 0:
        return share, beside
    reach = max(max_gap, TOLERANCE) + TOLERANCE
    # Only what lies near the parcel is grown: a block's parcel can be far larger.
    box = shapely.box(*(shapely.bounds(geometry[row]) + np.array((-1, -1, 1, 1)) * 2 * reach).T)
    near = shapely.buffer(shapely.intersection(large[other], box), reach)
    found, place = np.unique(row, return_inverse=True)
    parts, part_of = shapely.get_parts(near, return_index=True)
    zone = shapely.union_all(shapely.multipolygons(parts, indices=place[part_of])[:, None], axis=1)
    edge = shapely.boundary(geometry[found])
    beside[found] = True
    share[found] = np.clip(shapely.length(shapely.intersection(edge, zone)) / shapely.length(edge), 0, 1)
    return share, beside


def ridge_share(new_slope, slope, area, ridges):
    """The share of field ridges to expect on new cropland, shape (m,).

    new_slope: degrees, shape (m,); slope, area (with ridges, m²), ridges (KCXS, NaN for none): of the cropland there
    is, shape (n,). It is the mean by area of the cropland of the same slope grade; where that grade has none, of the
    next steeper one, then of the next gentler one; 0 without any.
    """
    known = np.isfinite(slope)
    grade = grade_of(slope[known]).astype(int) - 1
    ridge_area = np.nan_to_num(ridges[known]) * area[known]
    count = len(read_table("slope_grades"))
    total = np.bincount(grade, weights=area[known], minlength=count)
    with np.errstate(invalid="ignore"):
        mean = np.bincount(grade, weights=ridge_area, minlength=count) / total
    return pd.Series(mean).bfill().ffill().fillna(0.0).to_numpy()[grade_of(new_slope).astype(int) - 1]


@dataclass(frozen=True)
class Pairs:
    """Which incoming parcel makes up for which outgoing one: positions, net m² made up, metres between; shape (p,)."""

    out: np.ndarray
    into: np.ndarray
    area: np.ndarray
    distance: np.ndarray


def pair_up(points_out, area_out, points_in, area_in, progress=no_progress):
    """Give every outgoing parcel incoming cropland as near as there is, the largest first.

    points: coordinates, shape (n, 2) and (m, 2), metres; area: net m². One parcel may make up for several, and several
    for one; all outgoing area is made up where enough comes in.
    """
    left, pairs = np.array(area_in, dtype=float), []
    order = np.argsort(-np.asarray(area_out), kind="stable").tolist()
    for done, out in enumerate(order):
        distance = np.hypot(*(points_in - points_out[out]).T)
        wanted = float(area_out[out])
        for into in np.argsort(distance, kind="stable").tolist():
            if wanted < 0.005:
                break
            taken = min(wanted, left[into])
            if taken < 0.005:
                continue
            left[into] -= taken
            wanted -= taken
            pairs.append((out, into, round(taken, 2), distance[into]))
        progress((done + 1) / len(order))
    columns = list(zip(*pairs)) if pairs else [(), (), (), ()]
    return Pairs(np.array(columns[0], dtype=int), np.array(columns[1], dtype=int), np.array(columns[2], dtype=float),
                 np.array(columns[3], dtype=float))
