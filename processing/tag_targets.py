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
    """One target. item: its name in the policy; codes: of the categories and sub-types that count; mu: how much, None
    for a result that the policy sets no amount for."""

    item: str
    en: str
    codes: tuple
    mu: object

    @property
    def name(self):
        """Its name in the user's language."""
        return self.item if is_chinese() else self.en


@dataclass(frozen=True)
class Progress:
    """How far a target is reached: done_mu, mu tagged for it, to 0.0001; share: of the target, may exceed 1, None
    where there is none."""

    target: Target
    done_mu: float
    share: float


def targets(scheme=None):
    """The targets that can be read from tagged land, in the policy's order.

    scheme: the one the tags are from, the shipped one where None. In a scheme
    of one's own a code counts only where it has the shipped name as well: the
    same letters may mean something else there.
    """
    return _known_in(scheme, _shipped("targets"))


def counts(scheme=None):
    """Results counted beside the targets, as Targets without an amount. scheme: as for targets."""
    return _known_in(scheme, _shipped("counts"))


def counts_for(target, category, subtype):
    """Whether land with these codes counts for a target. Untagged land counts nowhere."""
    return bool(category) and (subtype in target.codes or category in target.codes)


def _known_in(scheme, found):
    if scheme is None:
        return found
    known = _names(scheme).items() & _names(read_scheme()).items()
    codes = {code for code, _ in known}
    kept = (Target(t.item, t.en, tuple(code for code in t.codes if code in codes), t.mu) for t in found)
    return tuple(target for target in kept if target.codes)


def target_of(found, category, subtype):
    """Which of the targets land with these codes counts towards, None for none. Untagged land counts nowhere."""
    return next((target for target in found if counts_for(target, category, subtype)), None)


def progress_towards(entries, found=None):
    """Progress towards each target. entries: (category, sub-type, area in m²), '' for no code.

    found: the targets, those of the shipped scheme where None.
    """
    from ..algorithms.units import to_mu

    found = targets() if found is None else found
    hundredths = dict.fromkeys(found, 0)  # whole: the order of adding up must not show
    for category, subtype, area in entries:
        for target in found:
            if counts_for(target, category, subtype):
                hundredths[target] += round(area * 100)
    done = {target: float(to_mu(area / 100)) for target, area in hundredths.items()}
    return [Progress(target, round(mu, 4), mu / target.mu if target.mu else None) for target, mu in done.items()]


@cache
def _shipped(kind):
    rows = {row["item"]: row for row in read_table("policy_targets_2026")}
    with open(DOMAIN / "category_targets.json", encoding="utf-8") as file:
        listed = json.load(file)[kind]
    return tuple(
        Target(entry["item"], entry["en"], tuple(entry["codes"]), _amount(rows.get(entry["item"])))
        for entry in listed
    )


def _amount(row):
    return float(row["value"]) * _MU[row["unit"]] if row is not None else None


def _names(scheme):
    return {term.code: term.zh for term in (*scheme.categories, *scheme.subtypes())}
