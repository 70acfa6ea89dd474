"""What indicators need beside the land's codes: areas of lines inside villages, sites, people. None is unknown."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..algorithms.joining import keys
from ..algorithms.overlay import made_valid, shared_area
from ..algorithms.parallel import step
from ..algorithms.rounding import half_up, largest_remainder
from ..algorithms.structure_table import UNIT
from ..algorithms.within import area_within
from . import areas
from .i18n import tr
from .layer_reader import read_attributes
from .optional_layers import OptionalLayers
from .progress import phase
from .wording import first_few


@dataclass(frozen=True)
class Facts:
    """By village, shape (villages,), or None where nothing is known.

    redline, farmland, planned_farmland: hundredths of a hectare, rounded so
    that they add up; heritage: how many sites; people, planned_people: NaN
    where not known.
    """

    redline: object
    farmland: object
    planned_farmland: object
    heritage: object
    people: object
    planned_people: object


def read_facts(settings, parcels, context, feedback, start, end):
    """The Facts, progress from `start` to `end` percent."""
    layers = OptionalLayers(settings.layers, parcels.crs, context, feedback)
    span = (end - start) / 4
    geometry = parcels.geometry
    if any(source is not None for source in settings.layers.values()):
        geometry = made_valid(geometry)

    def measured(name, at, area):
        progress = phase(feedback, tr("Reading further layers"), start + at * span, start + (at + 1) * span)
        features = layers.read(name, step(progress, 0, 0.4))
        if features is None:
            return None
        return _area_inside(geometry, area, features.geometry, parcels, step(progress, 0.4, 1))

    net = parcels.area - parcels.ridges
    found = [measured("REDLINE", 0, parcels.area), measured("BASIC_FARMLAND", 1, net),
             measured("PLANNED_BASIC_FARMLAND", 2, net)]  # fmt: skip
    progress = phase(feedback, tr("Reading further layers"), start + 3 * span, end)
    sites = layers.read("HERITAGE", step(progress, 0, 0.4))
    heritage = None if sites is None else _sites(sites.geometry, geometry, parcels, feedback)
    progress(0.8)
    return Facts(*found, heritage, *_people(settings, parcels, feedback))


def _area_inside(geometry, area, polygons, parcels, progress):
    """Area of polygons inside each village, hundredths of a hectare, as the parcels' own areas give it."""
    taken = area_within(geometry, area, polygons, progress)
    of_village = np.bincount(parcels.village, weights=taken, minlength=len(parcels.villages))
    of_village = np.round(of_village).astype(np.int64)
    return largest_remainder(of_village, UNIT, half_up(int(of_village.sum()), UNIT))


def _sites(sites, geometry, parcels, feedback):
    """How many sites are in each village: one counts where most of it is."""
    sites = made_valid(sites)
    parcel, site = shapely.STRtree(sites).query(geometry, predicate="intersects")
    frame = pd.DataFrame({
        "site": site, "village": parcels.village[parcel], "area": shared_area(geometry[parcel], sites[site]),
    })
    of_village = frame.groupby(["site", "village"], sort=True)["area"].sum().reset_index()
    first = of_village.sort_values(["site", "area", "village"], ascending=[True, False, True]).drop_duplicates("site")
    outside = len(sites) - len(first)
    if outside:
        feedback.pushWarning(tr("HERITAGE: sites outside all parcels, not counted: {count}.").format(count=outside))
    return np.bincount(first["village"], minlength=len(parcels.villages))


def _people(settings, parcels, feedback):
    """People of each village, now and planned, from the table."""
    fields = (settings.population, settings.planned_population)
    if settings.facts is None or not any(fields):
        if settings.facts is not None:
            feedback.pushWarning(
                tr("FACTS: the table has no field with people that could be found. Choose it; until then they are "
                   "unknown."))
        return None, None
    names = list(dict.fromkeys([settings.facts_village, *filter(None, fields)]))
    table = read_attributes(settings.facts, names, lambda fraction: None)
    village_of = {}
    for at, village in enumerate(parcels.villages):
        for name in filter(None, (village.key, village.name)):
            village_of.setdefault(name, at)
    rows = [
        village_of.get(key, village_of.get(key[:12], -1)) for key in keys(table[settings.facts_village])
    ]
    rows = np.array(rows, dtype=int)
    unused = [key for key, row in zip(keys(table[settings.facts_village]), rows) if row < 0]
    if unused:
        feedback.pushWarning(
            tr("FACTS: rows of villages that no parcel lies in, not used: {villages}.").format(
                villages=first_few(list(dict.fromkeys(unused)))))
    return tuple(
        _sums(areas.numbers(table[field]), rows, len(parcels.villages)) if field else None for field in fields
    )


def _sums(values, rows, count):
    """Sums by village, NaN where there is no row or one of them is empty or negative."""
    known = rows >= 0
    sums = np.bincount(rows[known], weights=np.where(values >= 0, values, np.nan)[known], minlength=count)
    present = np.bincount(rows[known], minlength=count) > 0
    return np.where(present, sums, np.nan)
