"""Protect, then must, then weigh: what holds whatever the facts, weights and thresholds are."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms import relocation
from land_consolidation.algorithms.ranking import weighted_score
from land_consolidation.algorithms.relocation import Facts, Thresholds
from land_consolidation.algorithms.units import MU
from land_consolidation.algorithms.weights import CRITERIA

GIVEN = np.array([0.30, 0.20, 0.20, 0.15, 0.15])
SEEDS = st.integers(0, 2**32 - 1)
ORDINARY = dict(
    area=20 * MU, hazard_area=5000.0, hazard_point=5000.0, elevation=100.0, slope=3.0, service=1.0, unreachable=False,
    vacancy=0.0, households=60.0, consent=0.0, protected=False, redline=0.0, water=0.0,
)  # fmt: skip
"""A settlement that nothing is the matter with."""


def facts_of(*settlements, by_network=False):
    """Facts of settlements that are ordinary but for what is given."""
    each = [{**ORDINARY, **settlement} for settlement in settlements]
    columns = {name: np.array([one[name] for one in each]) for name in ORDINARY}
    return Facts(by_network=by_network, **columns)


def decided(facts, weights=GIVEN, thresholds=Thresholds()):  # noqa: B008 - frozen
    k = relocation.criteria(facts, thresholds)
    points, score, confidence = weighted_score(k, weights)
    raised = relocation.flags(facts, thresholds)
    return relocation.decide(facts, raised, points, score, thresholds), score, confidence


def random_weights(random):
    """Any weights: even, lopsided, some 0, one alone."""
    weights = random.random(5) ** random.choice([1, 6]) * (random.random(5) < random.choice([0.3, 1.0]))
    weights[random.integers(5)] += 1e-3
    return weights / weights.sum()


def random_thresholds(random):
    if random.random() < 0.3:
        return Thresholds()
    middle, revive = random.uniform(0, 0.6), random.uniform(0, 100)
    return Thresholds(
        hazard_distance=random.choice([0, 50, 300]), high_elevation=random.uniform(0, 1500),
        steep_slope=random.uniform(0, 40), remote_network_km=random.uniform(0, 20),
        remote_straight_km=random.uniform(0, 20), vacancy_middle=middle, vacancy_high=middle + random.uniform(0, 0.4),
        scattered_mu=np.round(random.uniform(0, 20), 2), scattered_households=random.uniform(0, 40),
        merge_score=random.uniform(revive, 100), revive_score=revive,
    )  # fmt: skip


def scene(seed, count=60):
    """Facts of any kind, unknown here and there, on a threshold now and then; weights and thresholds."""
    random = np.random.default_rng(seed)
    t = random_thresholds(random)

    def some(low, high, *exactly):
        values = random.uniform(low, high, count)
        exact = random.random(count) < 0.3
        values[exact] = random.choice(exactly, exact.sum())
        values[random.random(count) < random.choice([0, 0.2, 0.9])] = np.nan
        return values

    facts = Facts(
        area=np.nan_to_num(some(0, 40 * MU, t.scattered_mu * MU, 2 * t.scattered_mu * MU), nan=5.0),
        hazard_area=some(0, 600, 0, t.hazard_distance), hazard_point=some(0, 600, 0, t.hazard_distance),
        elevation=some(-50, 2000, 0, t.high_elevation), slope=some(0, 45, 0, t.steep_slope),
        service=some(0, 30, 0, t.remote_straight_km), by_network=bool(random.integers(2)),
        unreachable=random.random(count) < 0.1, vacancy=some(0, 1, 0, t.vacancy_middle, t.vacancy_high),
        households=some(0, 80, t.scattered_households), consent=some(0, 1, 1), protected=random.random(count) < 0.3,
        redline=some(0, 500, 0), water=some(0, 500, 0),
    )  # fmt: skip
    return facts, random_weights(random), t


def must(facts, thresholds):
    """Whether safety calls for relocation, by the rule's own words."""
    with np.errstate(invalid="ignore"):
        return (facts.hazard_area <= 0) | (facts.hazard_point <= thresholds.hazard_distance)


# --- what always holds --------------------------------------------------------------------------


@settings(max_examples=400)
@given(SEEDS)
def test_what_is_protected_is_never_merged(seed):
    facts, weights, thresholds = scene(seed)
    decision, _, _ = decided(facts, weights, thresholds)
    kept = facts.protected
    assert (decision.step[kept] == relocation.PROTECTED).all()
    assert (decision.disposition[kept] == "retain").all()
    assert (decision.subtype[kept] == "X1").all()
    assert (decision.category[kept] == "X").all()
    assert (decision.status[kept] == "candidate").all()
    assert not (decision.step[~kept] == relocation.PROTECTED).any()


@settings(max_examples=300)
@given(SEEDS)
def test_safety_merges_whatever_is_not_protected(seed):
    facts, weights, thresholds = scene(seed)
    decision, _, _ = decided(facts, weights, thresholds)
    danger = must(facts, thresholds) & ~facts.protected
    assert (decision.disposition[danger] == "merge").all()
    assert (decision.subtype[danger] == "B2").all()
    assert ((decision.step == relocation.SAFETY) == danger).all()


@settings(max_examples=400)
@given(SEEDS)
def test_height_or_remoteness_alone_never_merges(seed):
    """Whatever the weights: high and remote at will, and nothing else against the place, known or not."""
    facts, weights, t = scene(seed)
    random = np.random.default_rng(seed)

    def harmless(value):
        return np.where(random.random(len(facts.area)) < 0.5, value, np.nan)

    facts = replace(
        facts, area=np.full(len(facts.area), (2 * t.scattered_mu + 1) * MU),
        households=harmless(2 * t.scattered_households + 1), vacancy=harmless(0.0),
        hazard_area=harmless(t.hazard_distance + 1), hazard_point=harmless(t.hazard_distance + 1),
        slope=harmless(0.99 * t.steep_slope), redline=harmless(0.0), water=harmless(0.0),
    )  # fmt: skip
    decision, _, _ = decided(facts, weights, t)
    assert not (decision.disposition == "merge").any()
    remote = (facts.service > (t.remote_network_km if facts.by_network else t.remote_straight_km)) | facts.unreachable
    person = ((facts.elevation >= t.high_elevation) | remote) & ~facts.protected
    assert (decision.step[person] == relocation.PERSON).all()
    assert (decision.disposition[person] == "").all()
    assert (decision.subtype[person] == "X2").all()


@settings(max_examples=400)
@given(SEEDS)
def test_what_is_weighed_to_merge_has_a_ground_other_than_its_place(seed):
    """A flag or a hazard near by; or else less than half of its score may come from access and terrain."""
    facts, weights, t = scene(seed)
    decision, score, _ = decided(facts, weights, t)
    merged = (decision.disposition == "merge") & ~must(facts, t)
    with np.errstate(invalid="ignore"):
        ground = (
            (np.fmin(facts.hazard_area, facts.hazard_point) < t.hazard_distance) | (facts.vacancy >= t.vacancy_middle)
            | (np.round(facts.area / MU, 4) < t.scattered_mu) | (facts.households < t.scattered_households)
            | (facts.slope >= t.steep_slope) | (facts.redline > 0) | (facts.water > 0)
        )  # fmt: skip
    k = np.nan_to_num(relocation.criteria(facts, t)) * weights
    assert (k[:, 1] + k[:, 4] <= k.sum(axis=1) / 2 + 1e-9)[merged & ~ground].all()
    assert (score[merged] >= t.merge_score).all()


@given(SEEDS)
def test_every_settlement_is_decided_by_itself(seed):
    facts, weights, thresholds = scene(seed)
    whole, _, _ = decided(facts, weights, thresholds)
    order = np.random.default_rng(seed).permutation(len(facts.area))[:17]
    some = Facts(**{
        field.name: value if isinstance(value := getattr(facts, field.name), bool) else value[order]
        for field in fields(Facts)
    })
    part, _, _ = decided(some, weights, thresholds)
    for field in fields(part):
        assert getattr(part, field.name).tolist() == getattr(whole, field.name)[order].tolist()


# --- unknown is not zero ------------------------------------------------------------------------

INPUTS = {
    "hazard": ("hazard_area", "hazard_point"), "access": ("service",), "vacancy": ("vacancy",),
    "scatter": ("area", "households"), "terrain": ("elevation", "slope"),
}  # fmt: skip


@pytest.mark.parametrize("criterion", CRITERIA)
@given(seed=SEEDS)
@settings(max_examples=40)
def test_what_is_unknown_has_no_criterion_and_lowers_the_confidence(criterion, seed):
    facts, weights, thresholds = scene(seed)
    facts = replace(facts, unreachable=np.zeros(len(facts.area), dtype=bool))
    unknown = replace(facts, **{name: np.full(len(facts.area), np.nan) for name in INPUTS[criterion]})
    column = CRITERIA.index(criterion)
    before, after = relocation.criteria(facts, thresholds), relocation.criteria(unknown, thresholds)
    assert np.isnan(after[:, column]).all()
    np.testing.assert_array_equal(np.delete(after, column, axis=1), np.delete(before, column, axis=1))
    confidence, less = (weighted_score(k, weights)[2] for k in (before, after))
    known = ~np.isnan(before[:, column])
    np.testing.assert_allclose(confidence - less, np.where(known, weights[column], 0), atol=1e-12)


@pytest.mark.parametrize("known", ["hazard_area", "hazard_point", "area", "households", "elevation", "slope"])
@given(seed=SEEDS)
@settings(max_examples=20)
def test_one_input_of_two_is_enough(known, seed):
    facts, _, thresholds = scene(seed)
    (criterion, pair), = ((name, pair) for name, pair in INPUTS.items() if known in pair)
    other = pair[1 - pair.index(known)]
    alone = replace(facts, **{other: np.full(len(facts.area), np.nan)})
    k = relocation.criteria(alone, thresholds)[:, CRITERIA.index(criterion)]
    assert (np.isnan(k) == np.isnan(getattr(facts, known))).all()


@given(SEEDS)
def test_the_unknown_raises_no_flag(seed):
    facts, _, thresholds = scene(seed)
    nothing = np.full(len(facts.area), np.nan)
    numbers = [name for name in ORDINARY if name not in ("protected", "unreachable")]
    unknown = replace(facts, **dict.fromkeys(numbers, nothing), unreachable=np.zeros(len(nothing), dtype=bool))
    raised = relocation.flags(unknown, thresholds)
    assert not any(getattr(raised, field.name).any() for field in fields(raised))


@given(SEEDS)
def test_criteria_stay_between_0_and_1(seed):
    facts, _, thresholds = scene(seed)
    k = relocation.criteria(facts, thresholds)
    assert ((k >= 0) & (k <= 1) | np.isnan(k)).all()
