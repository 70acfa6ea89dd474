"""Ranks, and how far they hang on the weights."""

import numpy as np

from .parallel import no_progress

SEED = 20260101
"""Fixed, so that the same data give the same result everywhere."""
WEIGHT_SPREAD = 0.2
LOW, HIGH = 5, 95


def weighted_score(criteria, weights):
    """Points contributed by each criterion (n, 5), NaN where unknown; score 0–100 (n,); confidence 0–1 (n,).

    criteria: 0 to 1, NaN where unknown, shape (n, 5); weights add up to 1,
    shape (5,). Weights renormalise over what is known; the confidence is the
    weight of what is known. The score is NaN where nothing of weight is known.
    """
    known = ~np.isnan(criteria)
    confidence = known @ weights
    with np.errstate(invalid="ignore", divide="ignore"):
        points = 100 * criteria * weights / confidence[:, None]
    score = np.where(confidence > 0, np.nansum(points, axis=1), np.nan)
    return points, score, confidence


def ranks(score, tier):
    """Rank from 1, lower tiers first and within a tier higher scores first, shape (n,); 0 where tier is negative.

    Equal scores share the better rank. A missing score counts as the lowest.
    """
    key = _order(np.where(np.isnan(score), -1.0, score), tier)
    rank = np.zeros(len(score), dtype=np.int32)
    ranked = tier >= 0
    rank[ranked] = _places(key[ranked])
    return rank


def rank_range(criteria, weights, tier, runs, progress=no_progress):
    """The 5th and 95th percentile of each rank when every weight varies by up to a fifth either way.

    criteria, weights as in `weighted_score`; tier as in `ranks`; runs: how many
    sets of weights are drawn, with a fixed seed. Returns (low, high), shape (n,), 0 where there is no rank.
    """
    generator = np.random.default_rng(SEED)
    factors = generator.uniform(1 - WEIGHT_SPREAD, 1 + WEIGHT_SPREAD, (runs, len(weights)))
    ranked = np.flatnonzero(tier >= 0)
    value, known = np.nan_to_num(criteria[ranked]), (~np.isnan(criteria[ranked])).astype(float)
    tier_ranked = tier[ranked]
    drawn = np.empty((runs, len(ranked)), dtype=np.int32)
    for run, factor in enumerate(factors):
        weight = weights * factor
        total = known @ weight
        with np.errstate(invalid="ignore", divide="ignore"):
            score = np.where(total > 0, 100 * (value @ weight) / total, np.nan)
        drawn[run] = ranks(score, tier_ranked)
        progress((run + 1) / runs)
    low, high = np.zeros(len(tier), dtype=np.int32), np.zeros(len(tier), dtype=np.int32)
    if len(ranked):
        low[ranked], high[ranked] = np.percentile(drawn, (LOW, HIGH), axis=0, method="nearest", overwrite_input=True)
    return low, high


def _places(key):
    """Place of each key in ascending order from 1, equal ones the better, shape (n,). Sorts once, searches never."""
    order = np.argsort(key)
    ascending = key[order]
    first = np.r_[True, ascending[1:] != ascending[:-1]] if len(key) else np.empty(0, dtype=bool)
    place = np.empty(len(key), dtype=np.int32)
    place[order] = np.maximum.accumulate(np.where(first, np.arange(1, len(key) + 1), 0))
    return place


def _order(score, tier):
    """One sortable number of tier and score; scores equal to nine digits are equal."""
    return tier * 1_000.0 - np.round(score, 9)
