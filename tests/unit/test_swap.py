"""Which parcels a swap changes: against every combination there is, and gates that always hold."""

from itertools import product

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.codes import code_table, parse_code_list
from land_consolidation.algorithms.contiguity import ContiguityRule, find_blocks
from land_consolidation.algorithms.swap import Candidates, Cropland, SwapRule, choose, gains, no_choice
from land_consolidation.algorithms.swap_land import edge_contact, pair_up, ridge_share, swap_rules
from land_consolidation.algorithms.systems import CODE_SYSTEMS
from land_consolidation.algorithms.tables import target_mu
from land_consolidation.algorithms.tag_scheme import read_scheme
from land_consolidation.algorithms.units import MU

LAND = Cropland(area=1_000 * MU, slope=9.0, share=0.8)
SEEDS = st.integers(0, 2**32 - 1)


def some(count, seed, leaving=0.4):
    """Candidates at random, areas in whole hundredths."""
    draw = np.random.default_rng(seed)
    leaves = draw.random(count) < leaving
    return Candidates(
        leaves=leaves, area=np.round(draw.lognormal(1, 1, count) * MU, 2),
        slope=np.where(leaves, draw.uniform(25, 40, count), draw.uniform(0, 15, count)).round(2),
        contact=(draw.random(count) * (draw.random(count) < 0.6)).round(4), large=draw.random(count) < 0.5,
    )  # fmt: skip


def allowed(candidates, chosen, rule, land=LAND):
    """Whether the gates hold but that of contiguity, worked from totals and not from differences."""
    c = candidates
    out, into = chosen & c.leaves, chosen & ~c.leaves
    more = round(float(c.area[into].sum()) - float(c.area[out].sum()), 2)
    after = land.area + c.area[into].sum() - c.area[out].sum()
    slope = (land.area * land.slope + (c.area * c.slope)[into].sum() - (c.area * c.slope)[out].sum()) / after
    return (
        0 <= more <= rule.max_surplus and round(float(c.area[into].sum()), 2) <= rule.max_area
        and (slope < land.slope or not chosen.any())
    )  # fmt: skip


def best_by_trying(candidates, rule):
    """The largest gain of any combination that keeps the gates."""
    gain = gains(candidates, LAND.slope, rule)
    return max(
        float(gain[chosen].sum())
        for chosen in (np.array(bits, dtype=bool) for bits in product((False, True), repeat=len(gain)))
        if allowed(candidates, chosen, rule)
    )


def kept(chosen):
    """A township whose contiguity nothing changes."""
    return LAND.share


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9), SEEDS, st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([5, 20, 1e9]),
       st.sampled_from([0.5, 10, 1e9]))
def test_the_exact_answer_is_the_best_of_all_combinations(count, seed, weight, most, surplus):
    candidates = some(count, seed)
    rule = SwapRule(slope_weight=weight, max_area=most * MU, max_surplus=surplus * MU)
    choice = choose(candidates, LAND, rule, kept)
    assert choice.exact and choice.gap < 1e-6
    assert allowed(candidates, choice.chosen, rule)
    assert choice.gain == pytest.approx(best_by_trying(candidates, rule), rel=1e-6, abs=0.02)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 9), SEEDS)
def test_the_bound_above_the_exact_size_is_one(count, seed):
    candidates, rule = some(count, seed), SwapRule(max_surplus=10 * MU, exact_up_to=0)
    choice = choose(candidates, LAND, rule, kept)
    best = best_by_trying(candidates, rule)
    assert allowed(candidates, choice.chosen, rule)
    assert choice.gain <= best + 0.02 and choice.bound >= best - 0.02


@pytest.mark.parametrize("budget", [0.3, np.inf])
def test_of_two_thousand_candidates_the_choice_is_near_the_bound(budget):
    candidates = some(2_000, 7)
    most = budget * candidates.area[candidates.leaves].sum()
    rule = SwapRule(max_area=most, max_surplus=10 * MU)
    land = Cropland(20_000 * MU, 9.0, 0.8)
    choice = choose(candidates, land, rule, kept)
    assert not choice.exact
    assert 0 <= choice.gap < 0.03
    assert allowed(candidates, choice.chosen, rule, land)
    assert choice.chosen.sum() > 100


# --- the gate of contiguity, on real squares ----------------------------------------------------


def squares(count, seed):
    """Fields, some of them steep, and woods on a grid: (shape, net area, slope, whether cropland)."""
    draw = np.random.default_rng(seed)
    place = draw.permutation(49)[:count]
    size = draw.uniform(60, 100, count)
    x, y = place % 7 * 110.0, place // 7 * 110.0
    crop = draw.random(count) < 0.7
    steep = crop & (draw.random(count) < 0.4)
    slope = np.where(steep, draw.uniform(25, 35, count), draw.uniform(0, 14, count))
    return shapely.box(x, y, x + size, y + size), np.round(size**2, 2), slope, crop


@settings(max_examples=30, deadline=None)
@given(st.integers(4, 24), SEEDS, st.sampled_from([0, 150]), st.sampled_from([0.0, 1.0]))
def test_the_gates_always_hold(count, seed, exact_up_to, weight):
    shape, area, slope, crop = squares(count, seed)
    if not crop.any():
        return
    rule = ContiguityRule(20.0, (20 * MU,))

    def share(which):
        blocks = find_blocks(shape[which], area[which], rule)
        return float(blocks.net_area[blocks.level > 0].sum() / area[which].sum())

    leaves = crop & (slope >= 25)
    which = np.flatnonzero(leaves | ~crop)
    label = np.zeros(count, dtype=bool)
    before = find_blocks(shape[crop], area[crop], rule)
    label[crop] = before.level[before.label] > 0
    contact, beside = edge_contact(shape[which], shape[crop & ~leaves & label], 20.0)
    candidates = Candidates(
        leaves[which], area[which], slope[which], contact, np.where(leaves[which], label[which], beside))
    land = Cropland(float(area[crop].sum()), float((area * slope)[crop].sum() / area[crop].sum()), share(crop))

    def after(chosen):
        now = crop.copy()
        now[which[chosen]] = ~crop[which[chosen]]
        return now

    swap = SwapRule(slope_weight=weight, max_surplus=10 * MU, exact_up_to=exact_up_to)
    choice = choose(candidates, land, swap, lambda chosen: share(after(chosen)))
    now = after(choice.chosen)
    assert allowed(candidates, choice.chosen, swap, land)
    assert area[now].sum() >= area[crop].sum() - 1e-6
    assert share(now) >= land.share - 1e-9
    assert choice.gain <= choice.bound * (1 + 1e-9) + 1e-6


def test_a_swap_that_scatters_is_repaired_or_dropped():
    candidates = Candidates(
        leaves=np.array([True, True, False]), area=np.array([9_000.0, 9_000.0, 9_000.0]),
        slope=np.array([30.0, 28.0, 3.0]), contact=np.array([0.0, 0.0, 0.5]), large=np.array([True, False, True]))
    rule = SwapRule(max_surplus=0.0)
    asked = []

    def share(chosen):
        asked.append(tuple(chosen.tolist()))
        return 0.7 if chosen[0] else 0.9

    choice = choose(candidates, LAND, rule, share)
    assert choice.chosen.tolist() == [False, True, True]
    assert choice.repairs >= 1 and asked[0] == (True, False, True), "the steeper one was tried first"
    assert choice.bound > choice.gain
    never = choose(candidates, LAND, rule, lambda chosen: 0.1)
    assert not never.chosen.any() and never.gain == 0


def test_equal_areas_can_be_swapped_to_the_last_hundredth():
    candidates = Candidates(
        np.array([True, False]), np.array([1_234_567.89, 1_234_567.89]), np.array([26.0, 4.0]), np.zeros(2),
        np.zeros(2, dtype=bool))
    assert choose(candidates, LAND, SwapRule(max_surplus=0.0), kept).chosen.all()
    short = Candidates(
        candidates.leaves, np.array([1_234_567.90, 1_234_567.89]), candidates.slope, candidates.contact,
        candidates.large)
    assert not choose(short, LAND, SwapRule(max_surplus=0.0), kept).chosen.any(), "one hundredth less is less"


def test_the_gain_is_that_of_the_page():
    candidates = Candidates(
        np.array([True, False]), np.array([1_000.0, 2_000.0]), np.array([30.0, 5.0]), np.array([0.2, 0.6]),
        np.zeros(2, dtype=bool))
    found = gains(candidates, 10.0, SwapRule(slope_weight=0.25))
    assert found == pytest.approx([1_000 * (0.75 * 0.8 + 0.25 * 20 / 25), 2_000 * (0.75 * 0.6 + 0.25 * 5 / 25)])


def test_no_choice_changes_nothing():
    nothing = no_choice(3)
    assert nothing.chosen.tolist() == [False] * 3 and nothing.gap == 0


# --- contact, ridges, pairs ---------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.sampled_from([0.0, 5.0, 20.0]))
def test_contact_is_that_of_points_along_the_edge(seed, gap):
    draw = np.random.default_rng(seed)
    x, y = draw.uniform(0, 150, (2, 12))
    boxes = shapely.box(x, y, x + draw.uniform(10, 60, 12), y + draw.uniform(10, 60, 12))
    one, large = boxes[:4], boxes[4:]
    share, beside = edge_contact(one, large, gap)
    for polygon, found, near in zip(one, share, beside):
        edge = shapely.boundary(polygon)
        points = shapely.line_interpolate_point(edge, np.linspace(0, 1, 2_001)[:-1], normalized=True)
        distance = shapely.distance(points[:, None], large[None]).min(axis=1)
        assert found == pytest.approx(float((distance <= gap).mean()), abs=0.02)
        assert near == bool((shapely.distance(polygon, large) <= gap + 0.001).any())


def test_what_lies_across_a_barrier_is_not_beside():
    from land_consolidation.algorithms.barriers import Barriers

    field, touching, across = shapely.box(0, 0, 100, 100), shapely.box(100, 0, 150, 50), shapely.box(0, 110, 100, 200)
    wall = Barriers(areas=np.array([shapely.box(-50, 102, 150, 108)]))
    one = np.array([touching, across])
    assert edge_contact(one, np.array([field]), 20.0)[1].tolist() == [True, True]
    assert edge_contact(one, np.array([field]), 20.0, wall)[1].tolist() == [True, False]
    assert edge_contact(one, np.array([], dtype=object), 20.0)[0].tolist() == [0, 0]


def test_ridges_are_those_of_the_same_grade():
    slope = np.array([1.0, 4.0, 4.0, 20.0, np.nan])
    area, ridges = np.array([100.0, 100.0, 300.0, 50.0, 999.0]), np.array([np.nan, 0.1, 0.2, 0.3, 0.9])
    found = ridge_share(np.array([2.0, 2.01, 6.0, 10.0, 40.0]), slope, area, ridges)
    assert found == pytest.approx([0.0, 0.175, 0.175, 0.3, 0.3]), "10°: the next steeper grade; 40°: the next gentler"
    assert ridge_share(np.array([3.0]), np.empty(0), np.empty(0), np.empty(0)).tolist() == [0.0]


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(1, 8), st.integers(1, 8))
def test_pairs_make_up_for_all_that_leaves(seed, out, into):
    draw = np.random.default_rng(seed)
    points = draw.uniform(0, 1_000, (out + into, 2))
    area_out = draw.uniform(1, 100, out).round(2)
    area_in = draw.uniform(1, 100, into).round(2)
    area_in *= max(1.0, area_out.sum() / area_in.sum()) * 1.001
    pairs = pair_up(points[:out], area_out, points[out:], area_in)
    assert np.bincount(pairs.out, pairs.area, out) == pytest.approx(area_out, abs=0.05)
    assert (np.bincount(pairs.into, pairs.area, into) <= area_in + 0.05).all()
    assert pairs.distance == pytest.approx(np.hypot(*(points[:out][pairs.out] - points[out:][pairs.into]).T))
    largest = int(np.argmax(area_out))
    nearest = np.hypot(*(points[out:] - points[largest]).T).min()
    assert pairs.distance[pairs.out == largest].min() == pytest.approx(nearest), "the largest has the first pick"


# --- the data file ------------------------------------------------------------------------------


@pytest.mark.parametrize("system", CODE_SYSTEMS)
def test_the_rules_name_codes_that_exist(system):
    rules = swap_rules()[system]
    table = code_table(system)
    assert rules["to_cropland"] in table and rules["to_forest"] in table
    incoming = parse_code_list(rules["incoming"], system, "INCOMING_CODES")
    codes = np.array(list(table.names_zh), dtype=object)
    named = codes[incoming.matches(codes)]
    assert {code[:2] for code in named} == {"02", "03"}
    assert not any(word in table.names_zh[code] for code in named for word in ("沼泽", "红树"))


def test_the_target_and_the_sub_type_exist():
    assert target_mu(swap_rules()["target"]) == 3_000
    suggests = swap_rules()["suggests"]
    scheme = read_scheme()
    assert scheme.category_of(suggests["subtype"]) == suggests["category"]
