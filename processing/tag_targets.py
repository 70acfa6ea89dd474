"""The city's targets in area, and how far tagged land goes towards them."""

import json
from dataclasses import dataclass
from functools import cache

from ..algorithms.tables import DOMAIN, read_table
from ..algorithms.tag_scheme import read_scheme
from .i18n import is_chinese

_MU = {"万亩": 10_000, "亩": 1}


@dataclass(frozen=True)
class Target:
    """One target. item: its name in the policy; codes: of the categories and sub-types that count; mu: how much."""

    item: str
    en: str
    codes: tuple
    mu: float

    @property
    def name(self):
        """Its name in the user's language."""
        return self.item if is_chinese() else self.en


@dataclass(frozen=True)
class Progress:
    """How far a target is reached: done_mu, mu tagged for it, to 0.0001; share: of the target, may exceed 1."""

    target: Target
    done_mu: float
    share: float


def targets(scheme=None):
    """The targets that can be read from tagged land, in the policy's order.

    scheme: the one the tags are from, the shipped one where None. In a scheme
    of one's own a code counts only where it has the shipped name as well: the
    same letters may mean something else there.
    """
    found = _shipped_targets()
    if scheme is None:
        return found
    known = _names(scheme).items() & _names(read_scheme()).items()
    codes = {code for code, _ in known}
    kept = (Target(t.item, t.en, tuple(code for code in t.codes if code in codes), t.mu) for t in found)
    return tuple(target for target in kept if target.codes)


def target_of(found, category, subtype):
    """Which of the targets land with these codes counts towards, None for none. Untagged land counts nowhere."""
    if not category:
        return None
    return next((target for target in found if subtype in target.codes or category in target.codes), None)


def progress_towards(entries, found=None):
    """Progress towards each target. entries: (category, sub-type, area in m²), '' for no code.

    found: the targets, those of the shipped scheme where None.
    """
    from ..algorithms.units import to_mu

    found = targets() if found is None else found
    hundredths = dict.fromkeys(found, 0)  # whole: the order of adding up must not show
    for category, subtype, area in entries:
        target = target_of(found, category, subtype)
        if target is not None:
            hundredths[target] += round(area * 100)
    done = {target: float(to_mu(area / 100)) for target, area in hundredths.items()}
    return [Progress(target, round(mu, 4), mu / target.mu) for target, mu in done.items()]


@cache
def _shipped_targets():
    rows = {row["item"]: row for row in read_table("policy_targets_2026")}
    with open(DOMAIN / "category_targets.json", encoding="utf-8") as file:
        listed = json.load(file)["targets"]
    return tuple(
        Target(entry["item"], entry["en"], tuple(entry["codes"]),
               float(rows[entry["item"]]["value"]) * _MU[rows[entry["item"]]["unit"]])
        for entry in listed
    )


def _names(scheme):
    return {term.code: term.zh for term in (*scheme.categories, *scheme.subtypes())}
