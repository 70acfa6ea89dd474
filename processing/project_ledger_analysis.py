"""From parcels with plan codes and tags to the figures of the ledger of indicators."""

from dataclasses import dataclass, replace

import numpy as np

from ..algorithms.overlay import made_valid
from ..algorithms.parallel import step
from ..algorithms.project_ledger import NET, in_units, quantity_of, rules, surplus, taken_by
from ..algorithms.within import area_within
from .i18n import tr
from .layer_reader import read_features
from .plan_table_parcels import read_parcels
from .progress import phase
from .tag_targets import counts, counts_for, targets

_LARGE = "\"block_class\" <> '0'"  # blocks that reach a class, as “Farmland contiguity” writes them


@dataclass(frozen=True)
class TargetFigure:
    """A Target and what goes towards it, units of 0.01 mu by project: tagged land, and what came of it."""

    target: object
    tagged: np.ndarray
    result: np.ndarray


@dataclass(frozen=True)
class Found:
    """Figures in units of 0.01 mu, shape (projects,).

    projects: names, '' for land in none; quantities: project_ledger.Quantity
    by id; served: contiguous cropland that the projects serve; allowed:
    revitalisation land; reserve; surplus: may be negative; targets:
    TargetFigures; parcels: how many in all; tagged: how many carry a tag.
    """

    projects: tuple
    quantities: dict
    served: np.ndarray
    allowed: np.ndarray
    reserve: np.ndarray
    surplus: np.ndarray
    targets: tuple
    parcels: int
    tagged: int


def read_found(settings, context, feedback):
    """The Found of a run. Raises InvalidInput where the parcels cannot be used."""
    names = tuple(dict.fromkeys(filter(None, settings.tag_fields.values())))
    wanted = replace(
        settings.parcels, village_field=settings.project_field, village_name_field="", further=names
    )
    parcels = read_parcels(wanted, context, feedback, 70)
    tag = {
        name: _texts(parcels.further[field]) if field else np.full(len(parcels.area), "", dtype=object)
        for name, field in settings.tag_fields.items()
    }
    progress = phase(feedback, tr("Adding up"), 70, 75)
    count, project, system = len(parcels.villages), parcels.village, parcels.system
    net = parcels.area - parcels.ridges
    taken, quantities = {}, {}
    for quantity in rules()["quantities"]:
        name = quantity["id"]
        taken[name] = taken_by(quantity, system, parcels.base, parcels.plan, *tag.values())
        quantities[name] = quantity_of(net if quantity.get("net") else parcels.area, project, count, taken[name])
    progress(1.0)
    cropland = np.where(taken["planned_cropland"], net if settings.base == NET else parcels.area, 0)
    served = _by_project(_served(settings, parcels, cropland, context, feedback), project, count)
    reserve = in_units(quantities["reclaimed"].exact, settings.reserve_percent)
    return Found(
        tuple(village.key for village in parcels.villages), quantities, in_units(served),
        in_units(served, settings.revitalisation_percent), reserve, surplus(quantities, reserve),
        tuple(_targets(settings, parcels, tag, taken, net)), len(parcels.area),
        int(np.count_nonzero(tag["category"] != "")),
    )


def _served(settings, parcels, cropland, context, feedback):
    """Cropland of each parcel that counts as contiguous, hundredths of a square metre."""
    progress = phase(feedback, tr("Finding the contiguous cropland"), 75, 88)
    if settings.blocks is None:
        progress(1.0)
        return cropland
    source = settings.blocks
    only = _LARGE if source.fields().lookupField("block_class") >= 0 else ""
    blocks = read_features(
        source, "BLOCKS", [], parcels.crs, context, feedback, step(progress, 0, 0.3), only=only
    )
    if not len(blocks.geometry):
        feedback.pushWarning(tr("BLOCKS: no block reaches a class, so no cropland counts as contiguous."))
    some = np.flatnonzero(cropland)
    inside = np.zeros(len(cropland))
    inside[some] = area_within(
        made_valid(parcels.geometry[some]), cropland[some], blocks.geometry, step(progress, 0.3, 1)
    )
    return np.minimum(np.round(inside).astype(np.int64), cropland)


def _targets(settings, parcels, tag, taken, net):
    scheme, count = settings.scheme, len(parcels.villages)
    kinds, which = _kinds(tag["category"], tag["subtype"])
    for target in (*targets(scheme), *counts(scheme)):
        tagged = np.array([counts_for(target, *kind) for kind in kinds], dtype=bool)[which]
        name = rules()["targets"].get(target.item)
        result = tagged
        area = parcels.area
        if name:
            result = taken[name] if target.item in rules()["all_land"] else tagged & taken[name]
            quantity = next(quantity for quantity in rules()["quantities"] if quantity["id"] == name)
            area = net if quantity.get("net") else area
        yield TargetFigure(target, *(
            in_units(_by_project(np.where(holds, of, 0), parcels.village, count))
            for holds, of in ((tagged, parcels.area), (result, area))
        ))


def _kinds(category, subtype):
    """The different (category, sub-type) pairs, and which of them each parcel has."""
    places, which = {}, np.empty(len(category), dtype=int)
    for at, pair in enumerate(zip(category.tolist(), subtype.tolist())):
        which[at] = places.setdefault(pair, len(places))
    return list(places) or [("", "")], which


def _by_project(area, project, count):
    sums = np.zeros(count, dtype=np.int64)
    np.add.at(sums, project, area)
    return sums


def _texts(values):
    return np.array(["" if value is None else str(value).strip() for value in values.tolist()], dtype=object)
