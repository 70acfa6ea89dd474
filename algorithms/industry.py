"""Industrial land outside the development boundary: on what evidence it is inefficient, and what should become of it.

Heritage is converted. A conflict with the redline, basic farmland or a water
source, or the rating D, means clear and reclaim. The rating C, or a stray
plant, means move to a park and reclaim. B is upgraded within limits, A kept
for a review of the boundary. A place without rating, conflict or stray size is
left to a person.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from .evidence import falling
from .tables import DOMAIN
from .units import to_mu

CLUSTER_GAP = 50.0
"""Industrial parcels within this gap are one cluster, metres."""
OVERLAP = 1.0
"""Square metres from which an overlap counts: less is noise of digitising (judgement)."""
LARGE_BLOCK_MU = 100.0
"""Farmland blocks from this net area on are worth reclaiming for."""
CLEAR, MOVE, UPGRADE, KEEP, CONVERT = "clear", "move", "upgrade", "keep", "convert"
DISPOSALS = (CLEAR, MOVE, UPGRADE, KEEP, CONVERT)
EVIDENCE = ("grade", "tax", "far", "coverage", "size", "pollution", "conflict", "block")
_A, _B, _C, _D = range(4)
_SUBTYPE = {CLEAR: "C1", MOVE: "C2", UPGRADE: "C3", CONVERT: "X4"}


@dataclass(frozen=True)
class Thresholds:
    """What counts as what; every value is a judgement and a parameter. Shares, mu, metres."""

    outside_share: float = 0.5
    stray_mu: float = 5.0
    low_tax_ratio: float = 0.5
    low_far: float = 0.6
    low_coverage: float = 0.3
    block_gap: float = 20.0


@dataclass(frozen=True)
class Facts:
    """What is known of each industrial parcel, NaN where it is not; all of shape (n,).

    area, outside: m²; cluster: m² of all industrial parcels around; grade: 0 to
    3 for A to D; tax_ratio: tax per mu over the county mean; far: floor-area
    ratio; coverage: share; polluting: 1 or 0; redline, basic_farmland, water:
    m² inside; heritage: bool; block: net mu of the farmland block beside it, 0
    where there is none.
    """

    area: np.ndarray
    outside: np.ndarray
    cluster: np.ndarray
    grade: np.ndarray
    tax_ratio: np.ndarray
    far: np.ndarray
    coverage: np.ndarray
    polluting: np.ndarray
    redline: np.ndarray
    basic_farmland: np.ndarray
    water: np.ndarray
    heritage: np.ndarray
    block: np.ndarray


@dataclass(frozen=True)
class Verdict:
    """What should become of each parcel, shape (n,) unless said.

    candidate, stray: bool; evidence: 0 to 1 in the order of EVIDENCE, NaN where
    unknown, shape (n, 8); indicators: how many are known; score: their mean,
    0–100, NaN off the candidates; disposal, category, subtype: '' for none;
    reclaim: m² that clearing gives back.
    """

    candidate: np.ndarray
    stray: np.ndarray
    evidence: np.ndarray
    indicators: np.ndarray
    score: np.ndarray
    disposal: np.ndarray
    category: np.ndarray
    subtype: np.ndarray
    reclaim: np.ndarray


@cache
def industry_rules():
    """Codes of industry by code system, zones that are a development boundary, and the name of the policy's target."""
    with open(DOMAIN / "industry_rules.json", encoding="utf-8") as file:
        return json.load(file)


def outside_share(facts):
    """Share of each parcel outside the boundary, 0 for a parcel without area."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(facts.area > 0, np.clip(facts.outside / facts.area, 0, 1), 0.0)


def conflicts(facts):
    """Whether a parcel takes up redline, basic farmland or water source: 1, 0, or NaN where none of them is known."""
    overlaps = np.column_stack((facts.redline, facts.basic_farmland, facts.water))
    known = ~np.isnan(overlaps)
    found = (np.nan_to_num(overlaps) >= OVERLAP).any(axis=1)
    return np.where(known.any(axis=1), found.astype(float), np.nan)


def evidence(facts, thresholds):
    """Each piece of evidence of inefficiency, 0 to 1, NaN where unknown, shape (n, 8).

    Rating A 0, B ⅓, C ⅔, D 1. Tax ratio, floor-area ratio and coverage: 1 at
    none, ½ at their threshold, 0 from its double on. Size: 1 up to the stray
    threshold of the cluster, 0 from its double on. Pollution, conflict, and a
    farmland block worth reclaiming for: yes or no.
    """
    t = thresholds
    stray = t.stray_mu
    return np.column_stack((
        facts.grade / _D,
        falling(facts.tax_ratio, t.low_tax_ratio), falling(facts.far, t.low_far),
        falling(facts.coverage, t.low_coverage),
        np.interp(to_mu(facts.cluster), (stray, 2 * stray + 1e-12), (1, 0)),
        facts.polluting, conflicts(facts),
        np.where(np.isnan(facts.block), np.nan, facts.block >= LARGE_BLOCK_MU),
    ))


def judge(facts, thresholds):
    """Candidates, their score and what is suggested for them."""
    share = outside_share(facts)
    # With a tolerance, or 100.02 of 1000.20 m² would be less than 0.1.
    candidate = (share >= thresholds.outside_share - 1e-9) & (facts.outside > 0)
    stray = np.round(to_mu(facts.cluster), 4) < thresholds.stray_mu
    found = evidence(facts, thresholds)
    known = ~np.isnan(found)
    with np.errstate(invalid="ignore"):
        score = np.where(candidate, 100 * np.nansum(found, axis=1) / known.sum(axis=1), np.nan)
    grade = facts.grade
    disposal = np.select(
        (
            ~candidate, facts.heritage, (conflicts(facts) == 1) | (grade == _D), grade == _A,
            (grade == _C) | stray, grade == _B,
        ),
        ("", CONVERT, CLEAR, KEEP, MOVE, UPGRADE), "",
    )
    subtype = np.array([_SUBTYPE.get(each, "") for each in disposal], dtype=object)
    category = np.array(
        ["X" if each == CONVERT else "C" if chosen else "" for each, chosen in zip(disposal, candidate)], dtype=object
    )
    reclaim = np.where(np.isin(disposal, (CLEAR, MOVE)), facts.outside, 0.0)
    return Verdict(
        candidate, stray, found, known.sum(axis=1), np.round(score, 2), disposal, category, subtype, reclaim
    )
