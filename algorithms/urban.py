"""Built land inside the development boundary: on what evidence it is inefficient, and how it groups for redevelopment.

A historic district is protected, whatever the evidence. Other land is a
candidate when a person listed it, or when enough pieces of evidence speak
against it. Candidates near one another form a redevelopment area: contiguous
redevelopment where it is large enough, organic renewal where it is not.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from .contiguity import ContiguityRule, find_blocks
from .evidence import falling, rising, yes_or_no
from .tables import DOMAIN
from .units import to_mu

EVIDENCE = ("far", "coverage", "age", "vacancy", "plan", "hazard", "complaint")
CANDIDATE, HISTORIC, OTHER = "candidate", "historic", "other"
STATUSES = (CANDIDATE, HISTORIC, OTHER)
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Thresholds:
    """What counts as what; every value is a judgement and a parameter. Shares, metres, years, mu."""

    inside_share: float = 0.5
    low_far: float = 0.6
    low_coverage: float = 0.3
    built_before: float = 1990.0
    high_vacancy: float = 0.3
    hazard_distance: float = 100.0
    min_evidence: int = 2
    gap: float = 20.0
    min_area_mu: float = 10.0


@dataclass(frozen=True)
class Facts:
    """What is known of each parcel of built land, NaN where it is not; all of shape (n,).

    area: m²; dense, covered: whether its class is judged by floor-area ratio,
    and by coverage; far, coverage: as measured; year: mean year of building; vacancy: share;
    plan: 1 where the planned use is another, hazard: 1 where there is one,
    complaints: how many, all NaN where unknown; historic, listed: bool.
    """

    area: np.ndarray
    dense: np.ndarray
    covered: np.ndarray
    far: np.ndarray
    coverage: np.ndarray
    year: np.ndarray
    vacancy: np.ndarray
    plan: np.ndarray
    hazard: np.ndarray
    complaints: np.ndarray
    historic: np.ndarray
    listed: np.ndarray


@dataclass(frozen=True)
class Areas:
    """Redevelopment areas, shape (m,): those of candidates first, the largest first, then the historic ones.

    area: m² of their parcels; parcels: how many; subtype: code.
    """

    area: np.ndarray
    parcels: np.ndarray
    subtype: np.ndarray


@dataclass(frozen=True)
class Verdict:
    """What each parcel is, shape (n,) unless said.

    evidence: 0 to 1 in the order of EVIDENCE, NaN where unknown; against:
    whether it speaks against the parcel; both of shape (n, 7). known, speaking: how
    many of them; score: mean of the known, 0–100, NaN for none; status: of
    STATUSES; area_of: which redevelopment area, from 0, -1 for none.
    """

    evidence: np.ndarray
    against: np.ndarray
    known: np.ndarray
    speaking: np.ndarray
    score: np.ndarray
    status: np.ndarray
    area_of: np.ndarray
    areas: Areas

    @property
    def subtype(self):
        """The sub-type of each parcel, '' for none."""
        codes = np.append(self.areas.subtype, "")
        return codes[self.area_of]

    @property
    def category(self):
        """The category of each parcel, '' for none."""
        return np.where(self.area_of >= 0, urban_rules()["category"], "")


@cache
def urban_rules():
    """Lists of classes by code system: built, never built by place, judged by density, idle; and the codes of D."""
    with open(DOMAIN / "urban_rules.json", encoding="utf-8") as file:
        return json.load(file)


def evidence(facts, thresholds):
    """Each piece of evidence of inefficiency, 0 to 1, NaN where unknown, shape (n, 7).

    Floor-area ratio and coverage: 1 at none, ½ at their threshold, 0 from its
    double on. Vacancy: ½ at its threshold, 1 from its double on. The others:
    yes or no.
    """
    t = thresholds
    dense, covered = facts.dense.astype(bool), facts.covered.astype(bool)
    return np.column_stack((
        np.where(dense, falling(facts.far, t.low_far), np.nan),
        np.where(covered, falling(facts.coverage, t.low_coverage), np.nan),
        yes_or_no(~np.isnan(facts.year), facts.year < t.built_before),
        rising(facts.vacancy, t.high_vacancy), facts.plan, facts.hazard,
        yes_or_no(~np.isnan(facts.complaints), facts.complaints > 0),
    ))


def speaks_against(facts, thresholds):
    """Whether each piece of evidence speaks against the parcel; an unknown one does not. Shape (n, 7)."""
    t = thresholds
    dense, covered = facts.dense.astype(bool), facts.covered.astype(bool)
    with np.errstate(invalid="ignore"):
        return np.column_stack((
            dense & (facts.far < t.low_far), covered & (facts.coverage < t.low_coverage), facts.year < t.built_before,
            facts.vacancy >= t.high_vacancy - _TOLERANCE, facts.plan == 1, facts.hazard == 1, facts.complaints > 0,
        ))


def judge(geometry, facts, thresholds, progress=lambda fraction: None):
    """Verdict of parcels, polygons in a projected CRS, metres, shape (n,)."""
    found, against = evidence(facts, thresholds), speaks_against(facts, thresholds)
    known, speaking = (~np.isnan(found)).sum(axis=1), against.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        score = np.where(known > 0, 100 * np.nansum(found, axis=1) / known, np.nan)
    candidate = facts.listed | (speaking >= thresholds.min_evidence)
    status = np.select((facts.historic, candidate), (HISTORIC, CANDIDATE), OTHER).astype(object)
    area_of, areas = group(geometry, facts.area, status, thresholds, progress)
    return Verdict(found, against, known, speaking, np.round(score, 2), status, area_of, areas)


def group(geometry, area, status, thresholds, progress=lambda fraction: None):
    """Areas of parcels within the gap of one another, and which area each parcel is in, -1 for none.

    Candidates never group with a historic district.
    """
    area_of, subtype = np.full(len(geometry), -1), urban_rules()["subtypes"]
    sums, counts, subtypes, start = [], [], [], 0
    for number, of in enumerate((CANDIDATE, HISTORIC)):
        rows = np.flatnonzero(status == of)
        progress(number / 2)
        if len(rows) == 0:
            continue
        blocks = find_blocks(geometry[rows], area[rows], ContiguityRule(thresholds.gap, ()))
        area_of[rows] = start + blocks.label
        # Rounded as they are shown, or an area of exactly the limit falls below it.
        large = np.round(to_mu(blocks.net_area), 4) >= thresholds.min_area_mu
        named = (
            np.where(large, subtype["large"], subtype["small"]) if of == CANDIDATE
            else np.full(len(large), subtype["historic"])
        )
        sums.append(blocks.net_area)
        counts.append(blocks.parcels)
        subtypes.append(named)
        start += len(large)
    progress(1.0)
    return area_of, Areas(
        np.concatenate([np.empty(0), *sums]), np.concatenate([np.empty(0, dtype=int), *counts]),
        np.concatenate([np.empty(0, dtype="<U2"), *subtypes]),
    )
