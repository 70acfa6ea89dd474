"""The order of restoring cropland and what blocks gain, against the sentences of the rule and brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.restoration import (
    AT_ONCE,
    CONVERTIBLE,
    WORKS,
    Facts,
    Thresholds,
    grade_of,
    grow,
    grown_alone,
    judge,
    within_target,
)
from land_consolidation.algorithms.units import MU

NAN = float("nan")
DEFAULT = Thresholds()
UNKNOWN = dict.fromkeys(("slope", "grade", "standard", "basic", "redline", "exclude", "block"), NAN)
SEEDS = st.integers(0, 2**32 - 1)


def facts_of(*parcels):
    """Facts of parcels of 10 mu restorable at once, of which nothing else is known, but for what is given."""
    rows = [{"kind": AT_ONCE, "area": 10 * MU, **UNKNOWN, **parcel} for parcel in parcels]
    return Facts(**{name: np.array([row[name] for row in rows]) for name in rows[0]})


def tier_of(thresholds=DEFAULT, **parcel):
    return int(judge(facts_of(parcel), thresholds).tier[0])


def scene(seed, count=50):
    """Facts of any kind, unknown here and there, on a threshold now and then."""
    random = np.random.default_rng(seed)

    def some(values):
        column = random.choice(values, count).astype(float)
        column[random.random(count) < random.choice([0, 0.3])] = NAN
        return column

    area = np.round(random.choice([500, 1_000, random.uniform(1, 9_000)], count), 2)
    slope = some([0, 2, 5.5, 24.99, 25, 25.01, 40])
    return Facts(
        kind=random.choice([AT_ONCE, WORKS, CONVERTIBLE], count), area=area, slope=slope,
        grade=np.where(np.isnan(slope), some([1, 2, 4, 5]), grade_of(slope)),
        standard=np.round(some([0, 0.49, 0.5, 1]) * area, 2), basic=some([0, 5]), redline=some([0, 0, 0, 0.99, 1]),
        exclude=some([0, 0, 0, 300]), block=some([0, 99.9999, 100, 5_000]),
    )  # fmt: skip


def by_hand(one):
    """The tier of one parcel, by the sentences of the rule."""
    steep = one["slope"] > 25 if one["slope"] == one["slope"] else one["grade"] == 5
    if one["redline"] >= 1 or one["exclude"] >= 1 or steep:
        return 0
    if one["kind"] == CONVERTIBLE:
        return 6
    if one["standard"] > 0 and 2 * round(100 * one["standard"]) >= round(100 * one["area"]):
        return 1 if one["kind"] == AT_ONCE else 2
    if one["kind"] == WORKS:
        return 5
    return 3 if one["block"] >= 100 else 4


@settings(max_examples=200)
@given(SEEDS)
def test_every_parcel_gets_the_tier_of_the_rule(seed):
    facts = scene(seed)
    found = judge(facts, DEFAULT)
    for row in range(len(facts.area)):
        assert found.tier[row] == by_hand({name: column[row].item() for name, column in vars(facts).items()})


@settings(max_examples=200)
@given(SEEDS)
def test_ranks_go_by_tier_then_slope_then_size_and_areas_add_up(seed):
    facts = scene(seed)
    found = judge(facts, DEFAULT)
    ranked = [row for row in range(len(facts.area)) if found.tier[row]]
    assert sorted(found.rank[ranked]) == list(range(1, len(ranked) + 1))
    assert not found.rank[found.tier == 0].any()
    grades = any(s != s and g == g for s, g in zip(facts.slope, facts.grade))
    slope = [s if s == s else 999 for s in (facts.grade if grades else facts.slope)]
    keys = {row: (found.tier[row], slope[row], -facts.area[row]) for row in ranked}
    order = sorted(ranked, key=lambda row: found.rank[row])
    assert [keys[row] for row in order] == sorted(keys.values())
    total = 0.0
    for row in order:
        total += facts.area[row]
        assert found.cumulative[row] == pytest.approx(total, abs=1e-6)


@settings(max_examples=100)
@given(SEEDS, st.floats(0.01, 400))
def test_the_target_takes_the_fewest_first_ranks_that_reach_it(seed, target):
    facts = scene(seed)
    found = judge(facts, DEFAULT)
    within = within_target(found, target)
    ranks = sorted(found.rank[within])
    assert ranks == list(range(1, len(ranks) + 1))
    total = facts.area[within].sum() / MU
    if total >= target - 1e-4:
        last = found.rank[within].max()
        assert facts.area[within & (found.rank < last)].sum() / MU < target + 1e-4
    else:
        assert len(ranks) == (found.rank > 0).sum(), "all, where even they do not reach it"


def test_unknown_is_neither_steep_nor_inside_and_comes_last():
    found = judge(facts_of({}, {"slope": 20.0}, {"slope": 3.0, "area": 5 * MU}, {"slope": 3.0}), DEFAULT)
    assert found.tier.tolist() == [4, 4, 4, 4]
    assert found.rank.tolist() == [4, 3, 2, 1]


def test_a_grade_is_too_steep_only_where_all_of_it_is():
    assert tier_of(grade=5.0) == 0
    assert tier_of(grade=4.0) == 4
    assert tier_of(Thresholds(max_slope=20), grade=4.0) == 4
    assert tier_of(Thresholds(max_slope=15), grade=4.0) == 0
    assert tier_of(Thresholds(max_slope=np.inf), grade=5.0) == 4


def test_grades_have_inclusive_upper_bounds():
    degrees = np.array([0, 2, 2.01, 6, 6.01, 15, 15.01, 25, 25.01, 90, NAN])
    expected = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert grade_of(degrees)[:-1].tolist() == expected
    assert np.isnan(grade_of(degrees)[-1])


def test_a_threshold_of_100_mu_is_met_by_100_mu():
    assert tier_of(block=100.0) == 3
    assert tier_of(block=99.99994) == 4
    assert tier_of(block=99.99996) == 3, "equal to what is written, 0.0001 mu"
    assert tier_of(block=500.0, kind=WORKS) == 5


@settings(max_examples=100)
@given(SEEDS)
def test_blocks_grow_as_flooding_from_parcel_to_parcel_says(seed):
    random = np.random.default_rng(seed)
    parcels, blocks = random.integers(1, 9), random.integers(1, 6)
    area, block_mu = random.uniform(1, 20, parcels), random.uniform(1, 300, blocks)
    touch = random.random((parcels, blocks)) < 0.25
    beside = np.triu(random.random((parcels, parcels)) < 0.2, 1)
    restored = random.random(parcels) < 0.7
    found = grow(area, block_mu, np.nonzero(touch), np.nonzero(beside), restored)
    seen, expected = set(), []
    for first in np.flatnonzero(restored):
        if first in seen:
            continue
        here, joined, todo = set(), set(), [first]
        while todo:
            parcel = todo.pop()
            if parcel in here:
                continue
            here.add(parcel)
            new = set(np.flatnonzero(touch[parcel]))
            joined |= new
            todo += [p for p in range(parcels) if restored[p]
                     and (beside[parcel, p] or beside[p, parcel] or touch[p, list(new)].any())]  # fmt: skip
        seen |= here
        before = max((block_mu[b] for b in joined), default=0)
        after = sum(area[p] for p in here) + sum(block_mu[b] for b in joined)
        expected.append((sorted(joined), len(here), round(before, 6), round(after, 6)))
    rows = zip(found.blocks, found.parcels, found.before, found.after)
    assert sorted((sorted(b), n, round(x, 6), round(y, 6)) for b, n, x, y in rows) == sorted(expected)
    assert found.after.tolist() == sorted(found.after, reverse=True)
    alone = grown_alone(area, block_mu, np.nonzero(touch))
    for parcel in range(parcels):
        total = area[parcel] + block_mu[touch[parcel]].sum() if touch[parcel].any() else NAN
        assert alone[parcel] == pytest.approx(total, nan_ok=True)
