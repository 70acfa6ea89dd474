"""Going through the rules of ecological restoration: what each finds, and which are silent."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.ecology_rules import ON_PARCELS
from ..algorithms.overlay import overlapping
from ..algorithms.parallel import step
from . import areas
from .crs import choose_work_crs
from .ecology_ground import Ground, Silent
from .ecology_links import proposed
from .ecology_parcels import fitting
from .i18n import in_language, tr
from .progress import phase
from .shared_parameters import ATTRIBUTE


@dataclass(frozen=True)
class Judged:
    """Parcels that a rule fits, in the input's order, shape (n,) unless said.

    row: place among the parcels read; id: feature ids; key: BSM or None; area: m²; share: of the area that each rule
    concerns, 0 where it does not fit, shape (n, rules); first: the rule that gives the sub-type; redline: m² inside,
    NaN where no redline is given; quota: m² of equal quota freed.
    """

    id: np.ndarray
    key: list
    area: np.ndarray
    share: np.ndarray
    first: np.ndarray
    redline: np.ndarray
    quota: np.ndarray

    def concerned(self):
        """m² that each rule concerns, shape (n, rules)."""
        return np.round(self.share * self.area[:, None], 2)


@dataclass(frozen=True)
class Linked:
    """Proposed lines, in the rules' order, shape (m,): which rule, line, its length, strip and its area, cost."""

    rule: np.ndarray
    line: np.ndarray
    length: np.ndarray
    strip: np.ndarray
    area: np.ndarray
    cost: np.ndarray


@dataclass(frozen=True)
class Ecology:
    """All that was found. crs: the work CRS; parcels: how many were read; silent: {rule's place: why}."""

    crs: object
    parcels: int
    judged: Judged
    linked: Linked
    silent: dict


def look_for(settings, dem, context, feedback):
    """Read the layers and go through the rules. Raises InvalidInput where a layer cannot be used."""
    source, rules = settings.source, settings.rules.rules
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    ground = Ground(settings, crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 25))
    looking = phase(feedback, tr("Going through the rules"), 25, 75)
    fits, links, silent = {}, {}, {}
    for place, rule in enumerate(rules):
        looking(place / len(rules))
        progress = step(looking, place / len(rules), (place + 1) / len(rules))
        try:
            if rule.kind in ON_PARCELS:
                fits[place] = fitting(rule, ground, progress)
            else:
                links[place] = proposed(rule, ground, dem, progress)
        except Silent as missing:
            silent[place] = str(missing)
            feedback.pushWarning(
                tr("Rule {rule} ({title}) is silent: {missing}. This does not mean that there is none.").format(
                    rule=rule.id, title=in_language(rule.title), missing=missing)
            )
    judged = _judged(fits, ground, settings, phase(feedback, tr("Measuring areas"), 75, 84))
    return Ecology(crs, len(ground.geometry), judged, _linked(links, crs, settings), silent)


def _judged(fits, ground, settings, progress):
    rules = settings.rules.rules
    row = np.unique(np.concatenate([np.empty(0, dtype=int), *(rows for rows, _ in fits.values())]))
    share = np.zeros((len(row), len(rules)))
    for place, (rows, shares) in fits.items():
        share[np.searchsorted(row, rows), place] = shares
    geometry = ground.geometry[row]
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(ground.values[settings.area_field][row], settings.area_field)
    else:
        area = areas.shape_area(geometry, ground.crs, settings.area_method, step(progress, 0, 0.5))
    area = np.round(area, 2)
    redline = np.round(ground.share_inside(row, step(progress, 0.5, 0.8)) * area, 2)
    frees = np.array([rule.frees_quota for rule in rules])
    quota = np.round((share[:, frees].max(axis=1, initial=0.0)) * area, 2)
    _say_overlaps(geometry, ground.feedback, step(progress, 0.8, 1.0))
    key = ground.values[settings.key_field][row] if settings.key_field else [None] * len(row)
    return Judged(ground.id[row], list(key), area, share, np.argmax(share > 0, axis=1), redline, quota)


def _linked(links, crs, settings):
    empty = [np.empty(0, dtype=object)]
    line = np.concatenate([*empty, *(each.line for each in links.values())])
    strip = np.concatenate([*empty, *(each.strip for each in links.values())])
    return Linked(
        np.repeat(np.array(list(links), dtype=int), [len(each.line) for each in links.values()]), line,
        np.round(shapely.length(line), 2), strip,
        np.round(areas.shape_area(strip, crs, settings.area_method, lambda fraction: None), 2),
        np.concatenate([np.empty(0), *(each.cost for each in links.values())]),
    )


def _say_overlaps(geometry, feedback, progress):
    pairs, twice = overlapping(geometry, progress)
    if pairs:
        feedback.pushWarning(
            tr("INPUT: pairs of parcels to restore that overlap one another: {count}. {area} m² count twice.").format(
                count=pairs, area=f"{twice:,.2f}")
        )
