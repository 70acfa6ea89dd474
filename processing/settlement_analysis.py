"""From parcels to settlements: reading, villages, grouping, shapes."""

import json
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..algorithms.codes import parse_code_list
from ..algorithms.dissolve import collect, dissolve
from ..algorithms.overlay import made_valid, owner_by_area
from ..algorithms.settlements import find_settlements, outlines
from ..algorithms.tables import DOMAIN
from . import areas
from .code_reading import known_codes
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .progress import phase
from .settlement_outputs import OUTLINE
from .shared_parameters import ATTRIBUTE, INPUT


@dataclass(frozen=True)
class Homesteads:
    """Homestead parcels in the work CRS, shape (n,).

    area: m², rounded; village: row of `villages`, -1 for none; sums: per field, numbers, NaN where unknown.
    """

    crs: object
    geometry: np.ndarray
    area: np.ndarray
    village: object
    villages: object
    sums: dict


@dataclass(frozen=True)
class Villages:
    """Villages, one row per name and code: names and codes as texts or None, and their ground."""

    name: np.ndarray
    code: np.ndarray
    geometry: np.ndarray


@dataclass(frozen=True)
class Found:
    """Settlements, the largest first, shape (n,); geometry: multipolygons in the source's work CRS."""

    crs: object
    geometry: np.ndarray
    parcels: np.ndarray
    area: np.ndarray
    village: list
    village_code: list
    sums: dict


def read_homesteads(settings, context, feedback):
    """Read the parcels that are homesteads, and the village of each. Raises InvalidInput where they cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = [name for name in (settings.codes.field, settings.area_field, *settings.sum_fields) if name]
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback,
        phase(feedback, tr("Reading parcels"), 0, 30), settings.homestead, "HOMESTEAD",
    )
    chosen = _homesteads(features, settings, feedback)
    geometry, values = features.geometry[chosen], features.values
    progress = phase(feedback, tr("Measuring areas"), 30, 40)
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(values[settings.area_field][chosen], settings.area_field)
    else:
        area = areas.shape_area(geometry, crs, settings.area_method, progress)
    village, villages = None, None
    if settings.villages is not None:
        villages = _read_villages(settings, crs, context, feedback)
        village, straddling = owner_by_area(
            made_valid(geometry), villages.geometry, phase(feedback, tr("Finding villages"), 45, 50)
        )
        _report_villages(village, straddling, feedback)
    return Homesteads(
        crs, geometry, np.round(area, 2), village, villages,
        {name: areas.numbers(values[name][chosen]) for name in settings.sum_fields},
    )


def group(homesteads, settings, feedback):
    """Find the settlements and their shapes."""
    label, parcels = _labels(homesteads, settings, feedback)
    count = len(parcels)
    geometry = dissolve(homesteads.geometry, label, count, phase(feedback, tr("Dissolving parcels"), 80, 90))
    village = None
    if homesteads.village is not None:
        village = np.full(count, -1)
        village[label] = homesteads.village
    if settings.shape == OUTLINE:
        geometry = _outlines(geometry, village, homesteads.villages, settings, feedback)
    return Found(
        crs=homesteads.crs,
        geometry=collect(geometry, np.arange(count), count),
        parcels=parcels,
        area=np.round(np.bincount(label, weights=homesteads.area, minlength=count), 2),
        village=_of_village(village, homesteads.villages, "name", count),
        village_code=_of_village(village, homesteads.villages, "code", count),
        sums={name: _sums(values, label, count) for name, values in homesteads.sums.items()},
    )


def _homesteads(features, settings, feedback):
    """Positions of the homesteads among the features."""
    if settings.homestead is not None:
        return np.flatnonzero(features.values["where"])
    known = known_codes(features.values[settings.codes.field], settings.codes, feedback)
    with open(DOMAIN / "settlement_rules.json", encoding="utf-8") as file:
        rules = json.load(file)
    system = settings.codes.system
    return np.flatnonzero(parse_code_list(rules[system]["homestead"], system, "HOMESTEAD").matches(known))


def _read_villages(settings, crs, context, feedback):
    names = [name for name in (settings.name_field, settings.code_field) if name]
    features = read_features(
        settings.villages, "VILLAGES", names, crs, context, feedback, phase(feedback, tr("Reading villages"), 40, 45)
    )
    count = len(features.geometry)
    if not names:
        feedback.pushWarning(tr("VILLAGES: no field with names was found; choose one as the village name field."))
        none = np.full(count, None, dtype=object)
        return Villages(none, none, features.geometry)
    name = _texts(features.values[settings.name_field] if settings.name_field else np.full(count, None))
    code = _texts(features.values[settings.code_field] if settings.code_field else np.full(count, None))
    # A village in several parts is one; features without name and code are each their own.
    same = [(n, c) if n or c else (None, i) for i, (n, c) in enumerate(zip(name, code))]
    label = pd.factorize(pd.Series(same, dtype=object))[0]
    first = np.unique(label, return_index=True)[1]
    geometry = dissolve(made_valid(features.geometry), label, len(first))
    return Villages(name[first], code[first], geometry)


def _report_villages(village, straddling, feedback):
    outside = int((village < 0).sum())
    if outside:
        feedback.pushWarning(
            tr("VILLAGES: homesteads in no village: {count}. Their settlements have no village name.").format(
                count=outside
            )
        )
    if straddling:
        feedback.pushInfo(
            tr("Homesteads that reach into a second village: {count}. Each counts for the village that holds the "
               "largest part of it.").format(count=straddling)
        )


def _labels(homesteads, settings, feedback):
    """Settlement of each homestead, and how many each has."""
    if len(homesteads.geometry) == 0:
        return np.empty(0, dtype=int), np.empty(0, dtype=int)
    blocks = find_settlements(
        homesteads.geometry, homesteads.area, settings.max_gap, homesteads.village,
        phase(feedback, tr("Grouping homesteads"), 50, 80),
    )
    return blocks.label, blocks.parcels


def _outlines(geometry, village, villages, settings, feedback):
    """Closed outlines; where villages are given, only within them."""
    progress = phase(feedback, tr("Closing outlines"), 90, 95)
    if village is None:
        return outlines(geometry, settings.max_gap, progress=progress)
    closed = geometry.copy()
    inside = np.flatnonzero(village >= 0)
    if len(inside):
        closed[inside] = outlines(geometry[inside], settings.max_gap, villages.geometry[village[inside]], progress)
    return closed


def _of_village(village, villages, what, count):
    if village is None:
        return [None] * count
    return [None if row < 0 else getattr(villages, what)[row] for row in village.tolist()]


def _sums(values, label, count):
    """Sums over the known values; NaN where none is known."""
    known = ~np.isnan(values)
    total = np.bincount(label[known], weights=values[known], minlength=count)
    return np.where(np.bincount(label[known], minlength=count) > 0, total, np.nan)


def _texts(values):
    texts = np.empty(len(values), dtype=object)
    texts[:] = [None if value is None or not str(value).strip() else str(value).strip() for value in values]
    return texts
