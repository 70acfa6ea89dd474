"""Which parcels the rules of ecological restoration fit, and how much of each is concerned."""

import numpy as np
import shapely

from ..algorithms.ecology_rules import PARCELS
from ..algorithms.parallel import in_chunks, step
from .ecology_ground import Silent
from .i18n import tr

_ROUND = 32  # segments of a quarter circle: the strip is then short by 0.01 % at most
_PAIRS = 2_000


def fitting(rule, ground, progress):
    """Parcels a rule fits, and the share of each that is concerned: (rows, shares). Raises Silent."""
    return (_parcels if rule.kind == PARCELS else _margins)(rule, ground, progress)


def _parcels(rule, ground, progress):
    rows = np.flatnonzero(ground.of(rule.land) & ground.having(rule.attributes))
    share = np.ones(len(rows))
    if rule.inside == "REDLINE":
        if ground.redline is None:
            raise Silent(tr("the layer {parameter} is not given, or empty").format(parameter=rule.inside))
        share = ground.share_inside(rows, step(progress, 0, 0.5))
    elif rule.inside:
        share = ground.on(rows, rule.inside, step(progress, 0, 0.5)).astype(float)
    if rule.apart_from:
        share = np.where(ground.on(rows, rule.apart_from, step(progress, 0.5, 1.0)), 0.0, share)
    return _enough(rule, ground, rows, share, rule.values["min_share"])


def _margins(rule, ground, progress):
    rows, waters = np.flatnonzero(ground.of(rule.land)), np.flatnonzero(ground.of(rule.water))
    distance, geometry = rule.values["distance"], ground.geometry
    share = np.zeros(len(rows))
    if len(rows) and len(waters):
        own, water = shapely.STRtree(geometry[waters]).query(geometry[rows], predicate="dwithin", distance=distance)
        used, at = np.unique(water, return_inverse=True)
        reach = in_chunks(
            lambda part: shapely.buffer(part, distance, quad_segs=_ROUND), geometry[waters[used]], size=_PAIRS,
            progress=step(progress, 0, 0.5),
        ) if len(used) else np.empty(0, dtype=object)
        parts = in_chunks(
            shapely.intersection, geometry[rows[own]], reach[at], size=_PAIRS, progress=step(progress, 0.5, 0.9)
        ) if len(own) else np.empty(0, dtype=object)
        within = shapely.area(parts)
        several = np.flatnonzero(np.bincount(own, minlength=len(rows)) > 1)
        total = np.bincount(own, weights=within, minlength=len(rows))
        for row in several.tolist():  # what two waters reach counts once
            total[row] = shapely.area(shapely.union_all(parts[own == row]))
            progress(0.9)
        share = np.clip(total / shapely.area(geometry[rows]), 0, 1)
    return _enough(rule, ground, rows, share, 0.0)


def _enough(rule, ground, rows, share, least):
    concerned = share * shapely.area(ground.geometry[rows])
    # With a tolerance, or 100.02 of 1000.20 m² would be less than 0.1.
    keep = (share > 0) & (share >= least - 1e-9) & (concerned >= rule.values["min_m2"])
    return rows[keep], share[keep]
