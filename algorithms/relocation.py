"""Village relocation candidates: protect, then must, then weigh.

1. A protected settlement is retained, whatever else holds.
2. One inside a surveyed hazard extent, or within reach of a hazard point, is
   a candidate for its people's safety.
3. One that is high or remote, with no other ground against it, is left to
   people: the policy moves some of these villages and keeps others.
4. The rest is weighed: five criteria, 0 to 1 each, weights that renormalise
   over what is known.
"""

from dataclasses import dataclass

import numpy as np

from .units import to_mu

METRE_TOLERANCE = 0.001
RETAIN, REVIVE, MERGE = "retain", "revive", "merge"
CANDIDATE, AGREED = "candidate", "agreed"
PROTECTED, SAFETY, PERSON, WEIGHED, UNKNOWN = range(5)
"""Which step decided."""


@dataclass(frozen=True)
class Thresholds:
    """What counts as what; every value is a judgement and a parameter. Metres, degrees, kilometres, shares, points."""

    hazard_distance: float = 100.0
    high_elevation: float = 500.0
    steep_slope: float = 25.0
    remote_network_km: float = 10.0
    remote_straight_km: float = 5.0
    vacancy_middle: float = 0.2
    vacancy_high: float = 0.3
    scattered_mu: float = 5.0
    scattered_households: float = 10.0
    merge_score: float = 60.0
    revive_score: float = 40.0


@dataclass(frozen=True)
class Facts:
    """What is known of each settlement, NaN where it is not; all of shape (n,).

    area: m²; hazard_area and hazard_point: metres to the nearest extent (0
    inside) and point; elevation: m; slope: degrees; service: km; by_network:
    whether along roads; unreachable: bool, no service reached along them;
    vacancy and consent: shares; households: count;
    protected: bool; redline and water: m² inside.
    """

    area: np.ndarray
    hazard_area: np.ndarray
    hazard_point: np.ndarray
    elevation: np.ndarray
    slope: np.ndarray
    service: np.ndarray
    by_network: bool
    unreachable: np.ndarray
    vacancy: np.ndarray
    households: np.ndarray
    consent: np.ndarray
    protected: np.ndarray
    redline: np.ndarray
    water: np.ndarray

    @property
    def hazard(self):
        """Metres to the nearest hazard of either kind."""
        return np.fmin(self.hazard_area, self.hazard_point)


@dataclass(frozen=True)
class Flags:
    """What stands out about each settlement, booleans of shape (n,); unknown is False."""

    in_hazard: np.ndarray
    near_hazard: np.ndarray
    high: np.ndarray
    steep: np.ndarray
    remote: np.ndarray
    vacant: np.ndarray
    hollow: np.ndarray
    few_mu: np.ndarray
    few_households: np.ndarray
    in_redline: np.ndarray
    in_water: np.ndarray

    @property
    def scattered(self):
        """Small by area or by households."""
        return self.few_mu | self.few_households


@dataclass(frozen=True)
class Decision:
    """What becomes of each settlement: step that decided (int) and texts, '' for none; all of shape (n,)."""

    step: np.ndarray
    disposition: np.ndarray
    status: np.ndarray
    category: np.ndarray
    subtype: np.ndarray


def remote_km(facts, thresholds):
    """The distance to services from which a settlement is remote: along roads, or straight."""
    return thresholds.remote_network_km if facts.by_network else thresholds.remote_straight_km


def criteria(facts, thresholds):
    """The five criteria in the order of weights.CRITERIA, 0 to 1, NaN where unknown, shape (n, 5).

    Piecewise linear: hazard 1 at 0 m, 0 from the hazard distance on; access 0
    at 0 km, 1 from the remote distance on; vacancy 0 at none, ½ at the middle
    and 1 from the high threshold on; scatter 1 up to a threshold of area or
    households, 0 from its double on, the larger of the two; terrain 0 at 0, 1
    from the threshold of elevation or slope on, the larger of the two.
    """
    t = thresholds
    scatter = np.fmax(
        _between(to_mu(facts.area), (t.scattered_mu, 2 * t.scattered_mu), (1, 0)),
        _between(facts.households, (t.scattered_households, 2 * t.scattered_households), (1, 0)),
    )
    terrain = np.fmax(
        _between(facts.elevation, (0, t.high_elevation), (0, 1)), _between(facts.slope, (0, t.steep_slope), (0, 1))
    )
    return np.column_stack((
        _between(facts.hazard, (0, t.hazard_distance), (1, 0)),
        np.where(facts.unreachable, 1.0, _between(facts.service, (0, remote_km(facts, t)), (0, 1))),
        _between(facts.vacancy, (0, t.vacancy_middle, t.vacancy_high), (0, 0.5, 1)),
        scatter,
        terrain,
    ))


def flags(facts, thresholds):
    """What stands out; thresholds themselves count, except that a place is scattered only below its own."""
    t = thresholds
    with np.errstate(invalid="ignore"):
        return Flags(
            in_hazard=facts.hazard_area <= 0,
            near_hazard=facts.hazard_point <= t.hazard_distance + METRE_TOLERANCE,
            high=facts.elevation >= t.high_elevation,
            steep=facts.slope >= t.steep_slope,
            remote=(facts.service > remote_km(facts, t)) | facts.unreachable,
            vacant=facts.vacancy >= t.vacancy_middle,
            hollow=facts.vacancy >= t.vacancy_high,
            few_mu=np.round(to_mu(facts.area), 4) < t.scattered_mu,
            few_households=facts.households < t.scattered_households,
            in_redline=facts.redline > 0,
            in_water=facts.water > 0,
        )


def decide(facts, raised, points, score, thresholds):
    """Protect, then must, then weigh.

    raised: Flags; points: contributions to the score, shape (n, 5); score: 0–100 or NaN, shape (n,).
    """
    hazard, access, vacancy, scatter, terrain = np.nan_to_num(points).T
    # A ground counts where it carries weight; the zones bind without any.
    other = (
        (hazard > 0) | raised.vacant & (vacancy > 0) | raised.scattered & (scatter > 0)
        | raised.steep & (terrain > 0) | raised.in_redline | raised.in_water
    )
    with np.errstate(invalid="ignore"):
        merge = score >= thresholds.merge_score
        weighed = np.select((merge, score >= thresholds.revive_score), (MERGE, REVIVE), RETAIN)
        by_place_alone = raised.high | raised.remote | merge & (access + terrain > score / 2)
    step = np.select(
        (facts.protected, raised.in_hazard | raised.near_hazard, by_place_alone & ~other, ~np.isnan(score)),
        (PROTECTED, SAFETY, PERSON, WEIGHED), UNKNOWN,
    )
    disposition = np.select(
        (step == PROTECTED, step == SAFETY, step == WEIGHED), (RETAIN, MERGE, weighed), ""
    )
    consented = (facts.consent >= 1) & np.isin(disposition, (REVIVE, MERGE))
    return Decision(
        step, disposition, np.where(consented, AGREED, CANDIDATE), *_categories(step, disposition, raised, points)
    )


def _categories(step, disposition, raised, points):
    """5+X category and sub-type of each settlement."""
    grounds = np.column_stack((
        raised.remote | raised.high | raised.steep, raised.hollow | raised.vacant, raised.scattered,
    ))
    access, vacancy, scatter, terrain = np.nan_to_num(points[:, 1:]).T
    weight = np.column_stack((access + terrain, vacancy, scatter))
    # The heaviest ground names the sub-type, among those that stand out if any does.
    leading = np.argmax(np.where(grounds | ~grounds.any(axis=1, keepdims=True), weight, -1), axis=1)
    merged = np.array(("B1", "B3", "B4"))[leading]
    subtype = np.select(
        (step == PROTECTED, step == PERSON, step == SAFETY, disposition == MERGE, raised.hollow,
         disposition == REVIVE),
        ("X1", "X2", "B2", merged, "B3", "B5"), "",
    )
    return np.array([code[:1] for code in subtype], dtype=object), subtype


def _between(value, at, level):
    """Piecewise linear through (at, level), flat beyond; a threshold of 0 makes a step."""
    at = np.asarray(at, dtype=float)
    # Only equal thresholds are pulled apart: at any other a function must reach its level exactly.
    apart = np.cumsum(np.diff(at, prepend=-np.inf) <= 0) * 1e-12
    result = np.interp(value, at + apart, level)
    return np.where(np.isnan(value), np.nan, result)
