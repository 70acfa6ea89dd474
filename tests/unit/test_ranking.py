"""Scores and ranks, against sums and sorts written out."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.algorithms.ranking import SEED, rank_range, ranks, weighted_score

SEEDS = st.integers(0, 2**32 - 1)


def scene(seed, count=25):
    """Criteria with gaps and ties, weights (some of them 0), tiers from −1 to 2."""
    random = np.random.default_rng(seed)
    criteria = np.round(random.random((count, 5)), random.integers(1, 6))
    criteria[random.random(criteria.shape) < random.choice([0, 0.2, 0.8])] = np.nan
    criteria[random.random(count) < 0.1] = np.nan
    weights = random.random(5) * (random.random(5) < 0.8) + [0, 0, 0, 0, 1e-3]
    return criteria, weights / weights.sum(), random.integers(-1, 3, count)


def score_of(row, weights):
    """One settlement's score: the mean of what is known, by weight."""
    known = [(k, w) for k, w in zip(row, weights) if not math.isnan(k)]
    total = sum(w for _, w in known)
    return 100 * sum(k * w for k, w in known) / total if total > 0 else math.nan


def ranks_by_sorting(score, tier):
    """Rank of each: one more than there are better ones."""
    def better(a, b):
        sa, sb = (-1 if math.isnan(score[i]) else round(score[i], 9) for i in (a, b))
        return tier[a] < tier[b] or (tier[a] == tier[b] and sa > sb)

    every = [i for i in range(len(score)) if tier[i] >= 0]
    return [1 + sum(better(j, i) for j in every) if tier[i] >= 0 else 0 for i in range(len(score))]


# --- scores -------------------------------------------------------------------------------------


@given(SEEDS)
def test_weights_renormalise_over_what_is_known(seed):
    criteria, weights, _ = scene(seed)
    points, score, confidence = weighted_score(criteria, weights)
    for row in range(len(criteria)):
        known = ~np.isnan(criteria[row])
        assert confidence[row] == pytest.approx(weights[known].sum(), abs=1e-12)
        assert score[row] == pytest.approx(score_of(criteria[row], weights), nan_ok=True, abs=1e-9)
        assert np.isnan(points[row][~known]).all()
        if confidence[row] > 0:
            assert points[row][known].sum() == pytest.approx(score[row], abs=1e-9)
            assert 0 <= score[row] <= 100 + 1e-9


@given(SEEDS)
def test_points_stand_to_each_other_as_weighted_criteria_do(seed):
    criteria, weights, _ = scene(seed)
    criteria = np.nan_to_num(criteria)
    points, _, confidence = weighted_score(criteria, weights)
    np.testing.assert_allclose(points, 100 * criteria * weights, atol=1e-9)
    np.testing.assert_allclose(confidence, 1)


def test_a_score_by_hand():
    """0.3 × 1 + 0.2 × 0.5 of a known weight of 0.5: 80 points, 60 of hazard and 20 of access."""
    criteria = np.array([[1, 0.5, np.nan, np.nan, np.nan]])
    points, score, confidence = weighted_score(criteria, np.array([0.3, 0.2, 0.2, 0.15, 0.15]))
    np.testing.assert_allclose(points[0, :2], [60, 20])
    assert (score[0], confidence[0]) == pytest.approx((80, 0.5))


def test_unknown_is_not_zero():
    weights = np.full(5, 0.2)
    known, unknown = np.array([[0.8, 0.8, 0.8, 0.8, 0.0]]), np.array([[0.8, 0.8, 0.8, 0.8, np.nan]])
    assert weighted_score(known, weights)[1][0] == pytest.approx(64)
    assert weighted_score(unknown, weights)[1][0] == pytest.approx(80)


def test_where_nothing_of_weight_is_known_there_is_no_score():
    weights = np.array([1.0, 0, 0, 0, 0])
    _, score, confidence = weighted_score(np.array([[np.nan, 1, 1, 1, 1], [np.nan] * 5, [0, 1, 1, 1, 1]]), weights)
    assert np.isnan(score).tolist() == [True, True, False]
    assert confidence.tolist() == [0, 0, 1]
    assert score[2] == 0


# --- ranks --------------------------------------------------------------------------------------


@given(SEEDS)
def test_ranks_are_those_of_sorting(seed):
    criteria, weights, tier = scene(seed)
    score = weighted_score(criteria, weights)[1]
    assert ranks(score, tier).tolist() == ranks_by_sorting(score, tier)


def test_ranks_by_hand():
    """Tier 0 before tier 1; equals share the better rank; no score comes last in its tier; no tier, no rank."""
    score = np.array([10, 90, 90, np.nan, 0, 50, 100.0])
    tier = np.array([0, 1, 1, 1, 1, -1, 0])
    assert ranks(score, tier).tolist() == [2, 3, 3, 6, 5, 0, 1]


def test_what_rounding_costs_does_not_part_equals():
    for tier in (np.array([0, 0]), np.array([7, 7])):
        assert ranks(np.array([0.1 + 0.2, 0.3]) * 100, tier).tolist() == [1, 1]
        assert ranks(np.array([30.0, 30.000001]), tier).tolist() == [2, 1]


@pytest.mark.parametrize("count", [0, 3])
def test_none_to_rank(count):
    assert ranks(np.ones(count), np.full(count, -1)).tolist() == [0] * count
    low, high = rank_range(np.ones((count, 5)), np.full(5, 0.2), np.full(count, -1), 10)
    assert low.tolist() == high.tolist() == [0] * count


# --- how ranks hang on the weights --------------------------------------------------------------


def percentile(values, share):
    """The value at the nearest place of a sorted list."""
    return sorted(values)[round((len(values) - 1) * share / 100)]


@settings(max_examples=40)
@given(SEEDS, st.sampled_from([1, 41, 60, 101]), st.booleans())
def test_a_rank_range_is_that_of_ranking_again_and_again(seed, runs, close):
    criteria, weights, tier = scene(seed, 12)
    if close:  # every rank hangs on the weights
        criteria, tier = 0.5 + 0.1 * np.random.default_rng(seed).random((12, 5)), np.zeros(12, dtype=int)
    factors = np.random.default_rng(SEED).uniform(0.8, 1.2, (runs, 5))
    drawn = []
    for factor in factors:
        score = [score_of(row, weights * factor) for row in criteria]
        drawn.append(ranks_by_sorting(score, tier))
    low, high = rank_range(criteria, weights, tier, runs)
    for row in range(12):
        mine = [ranking[row] for ranking in drawn]
        assert (low[row], high[row]) == (percentile(mine, 5), percentile(mine, 95))


@given(SEEDS)
def test_ranges_are_the_same_every_time_and_in_order(seed):
    criteria, weights, tier = scene(seed)
    low, high = rank_range(criteria, weights, tier, 30)
    again = rank_range(criteria, weights, tier, 30)
    assert low.tolist() == again[0].tolist()
    assert high.tolist() == again[1].tolist()
    assert (low <= high).all()
    assert ((low == 0) == (tier < 0)).all()
    for level in range(3):
        before, within = (tier >= 0) & (tier < level), tier == level
        assert (low[within] > before.sum()).all()
        assert (high[within] <= before.sum() + within.sum()).all()


def test_settlements_far_apart_keep_their_rank_and_close_ones_swap():
    """1, then two that lead in different criteria, then 0: only the two in the middle can change places."""
    criteria = np.array([[1.0] * 5, [0.6, 0.4, 0.5, 0.5, 0.5], [0.4, 0.6, 0.5, 0.5, 0.5], [0.0] * 5])
    low, high = rank_range(criteria, np.full(5, 0.2), np.zeros(4, dtype=int), 200)
    assert low.tolist() == [1, 2, 2, 4]
    assert high.tolist() == [1, 3, 3, 4]


def test_progress_is_told_and_can_end_it():
    told = []
    rank_range(np.ones((2, 5)), np.full(5, 0.2), np.zeros(2, dtype=int), 4, told.append)
    assert told == [0.25, 0.5, 0.75, 1.0]

    def cancel(fraction):
        raise Cancelled()

    with pytest.raises(Cancelled):
        rank_range(np.ones((2, 5)), np.full(5, 0.2), np.zeros(2, dtype=int), 4, cancel)
