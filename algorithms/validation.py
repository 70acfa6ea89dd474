"""Faults of values and of ground that a validation looks for."""

import numpy as np
import pandas as pd
import shapely

from .dissolve import union
from .overlay import made_valid, only_land

_EXACT = 1e-6
"""What floats lose of a decimal number."""


def ridge_faults(gross, share, ridge, tolerance):
    """Where KCMJ is not round(TBMJ × KCXS, 2): rows, and what it should be. Arrays of floats, NaN for NULL, shape (n,).

    A missing ridge area counts as 0 where there is no coefficient either.
    """
    expected = np.nan_to_num(gross * share)
    return _differing(np.nan_to_num(ridge), expected, tolerance, np.isfinite(gross))


def net_faults(gross, ridge, net, tolerance):
    """Where TBDLMJ is not TBMJ − KCMJ: rows, and what it should be."""
    expected = gross - np.nan_to_num(ridge)
    return _differing(np.nan_to_num(net), expected, tolerance, np.isfinite(gross))


def area_faults(stated, expected, tolerance):
    """Where a stated figure differs from the one of the shape by more than the tolerance, shape (n,) or a number."""
    return _differing(stated, expected, tolerance, np.isfinite(stated))


def repeated(columns):
    """Rows whose values in all columns occur more than once, and how often; rows with a missing value are none."""
    frame = pd.DataFrame(dict(enumerate(columns)), dtype=object)
    whole = frame.notna().all(axis=1).to_numpy()
    count = np.zeros(len(frame), dtype=int)
    if whole.any():
        part = frame[whole].astype(str)
        count[whole] = part.groupby(list(part.columns), sort=False)[0].transform("size").to_numpy()
    rows = np.flatnonzero(count > 1)
    return rows, count[rows]


def missing_land(approved, now, ground, least):
    """Which part of approved polygons is not covered any more: rows, and the land, within the ground (None: all)."""
    approved = made_valid(approved)
    if ground is not None:
        approved = only_land(shapely.intersection(approved, ground))
    left = only_land(shapely.difference(approved, union(now)))
    rows = np.flatnonzero(_counts(left, least))
    return rows, left[rows]


def added_land(now, approved, ground, least):
    """What polygons take in beyond the approved ones, piece by piece."""
    more = shapely.difference(union(now), union(approved))
    if ground is not None:
        more = shapely.intersection(more, ground)
    parts = shapely.get_parts(only_land(np.array([more], dtype=object)))
    return parts[_counts(parts, least)]


def new_building(built, built_before, zone, least):
    """Planned construction inside a zone that was none before: rows, and the land.

    built: polygons of planned construction; built_before: of construction in the base year, may be empty; zone:
    polygons where nothing may be built; least: m², from which it counts.
    """
    zone = union(zone)
    shapely.prepare(zone)
    near = np.flatnonzero(shapely.intersects(zone, built))
    part = only_land(shapely.intersection(made_valid(built[near]), zone))
    if len(built_before) and len(part):
        tree = shapely.STRtree(built_before)
        for k in np.flatnonzero(shapely.area(part) > least):
            before = built_before[tree.query(part[k], predicate="intersects")]
            # A few neighbours: not worth what `union` takes to begin.
            part[k] = shapely.difference(part[k], shapely.union_all(made_valid(before))) if len(before) else part[k]
        part = only_land(part)
    keep = _counts(part, least)
    return near[keep], part[keep]


def _differing(stated, expected, tolerance, known):
    with np.errstate(invalid="ignore"):
        wrong = known & (np.abs(stated - expected) > tolerance + _EXACT)
    rows = np.flatnonzero(wrong)
    return rows, expected[rows]


def _counts(shapes, least):
    # Outlines that were moved to another CRS and back differ by a hair: of land that thin there is none.
    length = shapely.length(shapes)
    width = np.divide(2 * shapely.area(shapes), length, out=np.zeros(len(shapes)), where=length > 0)
    return (shapely.area(shapes) >= least) & (width >= 0.001)
