"""Special places (X): settlements that are historic, high and alive, near tourism facilities, or scenic.

A place may be special for several reasons. The first in the order of
special_rules.json names its sub-type, the others are kept beside it. What
another tool suggests for the same ground is a contest, for a person to settle.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from .tables import DOMAIN

SPECIAL, OPEN, OTHER = "special", "open", "other"
STATUSES = (SPECIAL, OPEN, OTHER)
AGREED, MOVED, ONLY_THEIRS, OTHER_SUBTYPE = "", "moved", "only_theirs", "other_subtype"


@dataclass(frozen=True)
class Thresholds:
    """What counts as what; every value is a judgement and a parameter. Metres, households, share."""

    high_elevation: float = 500.0
    min_households: float = 30.0
    max_vacancy: float = 0.2
    tourism_distance: float = 300.0
    scenic_distance: float = 300.0


@dataclass(frozen=True)
class Facts:
    """What is known of each settlement, NaN where it is not; all of shape (n,).

    area: m²; historic: on a list, or a protected site in it, bool; elevation: m; households; vacancy: share; tourism,
    scenic: metres to the nearest.
    """

    area: np.ndarray
    historic: np.ndarray
    elevation: np.ndarray
    households: np.ndarray
    vacancy: np.ndarray
    tourism: np.ndarray
    scenic: np.ndarray


@dataclass(frozen=True)
class Verdict:
    """What each settlement is, shape (n,) unless said.

    grounds: bool, shape (n, 4), in the order of `grounds()`; subtype: code of the first that holds, '' for none; also:
    codes of the others, joined by |; status: of STATUSES, open where it is high but nobody knows whether it is alive.
    """

    grounds: np.ndarray
    subtype: np.ndarray
    also: np.ndarray
    status: np.ndarray

    @property
    def category(self):
        """The category of each settlement, '' for none."""
        return np.where(self.subtype != "", special_rules()["category"], "").astype(object)


@cache
def special_rules():
    """Codes of X in the order in which they name a place, what is suggested for it, dispositions that move."""
    with open(DOMAIN / "special_rules.json", encoding="utf-8") as file:
        return json.load(file)


def grounds():
    """Names of the grounds, the first that holds names the sub-type."""
    return tuple(special_rules()["subtypes"])


def judge(facts, thresholds):
    """Verdict of settlements."""
    t = thresholds
    with np.errstate(invalid="ignore"):
        high = facts.elevation >= t.high_elevation
        known = ~np.isnan(facts.households) & ~np.isnan(facts.vacancy)
        dead = (facts.households < t.min_households) | (facts.vacancy >= t.max_vacancy)
        holds = {
            "historic": facts.historic.astype(bool), "high": high & known & ~dead,
            "tourism": facts.tourism <= t.tourism_distance, "scenic": facts.scenic <= t.scenic_distance,
        }
    found = np.column_stack([holds[name] for name in grounds()])
    codes = np.array([*special_rules()["subtypes"].values(), ""], dtype=object)
    first = np.where(found.any(axis=1), np.argmax(found, axis=1), len(codes) - 1)
    also = [
        "|".join(codes[at] for at in np.flatnonzero(row).tolist() if at != leading)
        for row, leading in zip(found, first.tolist())
    ]
    status = np.select((found.any(axis=1), high & ~known & ~dead), (SPECIAL, OPEN), OTHER).astype(object)
    return Verdict(found, codes[first], np.array(also, dtype=object), status)


def contest(subtype, category, other_subtype, disposition):
    """Why two tools differ over one place, AGREED ('') where they do not.

    subtype: ours, '' for none; category, other_subtype, disposition: the other's, '' for none.
    """
    rules = special_rules()
    theirs = category == rules["category"]
    if not subtype:
        return ONLY_THEIRS if theirs else AGREED
    if disposition in rules["moved"] or (category and not theirs):
        return MOVED
    return OTHER_SUBTYPE if theirs and other_subtype and other_subtype != subtype else AGREED
