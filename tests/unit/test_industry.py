"""Industrial land outside the boundary: evidence worked by hand, decisions against the rule's own words."""

import json
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms import industry
from land_consolidation.algorithms.codes import code_table, parse_code_list
from land_consolidation.algorithms.industry import DISPOSALS, EVIDENCE, Facts, Thresholds, industry_rules, judge
from land_consolidation.algorithms.systems import CODE_SYSTEMS
from land_consolidation.algorithms.tables import DOMAIN, read_table
from land_consolidation.algorithms.units import MU

NAN = np.nan
A, B, C, D = range(4)
DEFAULT = Thresholds()
SEEDS = st.integers(0, 2**32 - 1)
UNKNOWN = dict(
    area=20 * MU, outside=20 * MU, cluster=20 * MU, grade=NAN, tax_ratio=NAN, far=NAN, coverage=NAN, polluting=NAN,
    redline=NAN, basic_farmland=NAN, water=NAN, heritage=False, block=NAN,
)  # fmt: skip
"""A parcel wholly outside, too large to be stray, of which nothing else is known."""
INPUTS = {
    "grade": ("grade",), "tax": ("tax_ratio",), "far": ("far",), "coverage": ("coverage",), "size": ("cluster",),
    "pollution": ("polluting",), "conflict": ("redline", "basic_farmland", "water"), "block": ("block",),
}  # fmt: skip
ZONES, PIECEWISE = INPUTS["conflict"], ("tax", "far", "coverage", "size")


def facts_of(**parcel):
    return Facts(**{name: np.array([value]) for name, value in {**UNKNOWN, **parcel}.items()})


def level(piece, thresholds=DEFAULT, **parcel):
    """One piece of evidence of one parcel."""
    return industry.evidence(facts_of(**parcel), thresholds)[0, EVIDENCE.index(piece)]


def verdict(thresholds=DEFAULT, **parcel):
    """Everything said of one parcel, by name."""
    return {name: column[0] for name, column in vars(judge(facts_of(**parcel), thresholds)).items()}


def scene(seed, count=60):
    """Facts of any kind, unknown here and there, on a threshold now and then; and thresholds, some of them 0."""
    random = np.random.default_rng(seed)
    t = Thresholds(*random.choice([0, 1], 6, p=[0.15, 0.85]) * np.round(random.uniform(0.05, 1, 6), 2))
    t = DEFAULT if random.random() < 0.3 else replace(t, stray_mu=round(10 * t.stray_mu, 2))

    def some(low, high, *exactly):
        values = random.uniform(low, high, count)
        exact = random.random(count) < 0.3
        values[exact] = random.choice(exactly, exact.sum())
        values[random.random(count) < random.choice([0, 0.2, 0.9])] = NAN
        return values

    cents = random.integers(1, 40_000, count) * 100
    share = random.choice([0, 0, 1, 1, t.outside_share, t.outside_share - 1e-4, random.random()], count)
    facts = Facts(
        area=cents / 100, outside=np.round(np.clip(share, 0, 1) * cents) / 100,
        cluster=np.nan_to_num(some(0, 30 * MU, t.stray_mu * MU, 2 * t.stray_mu * MU), nan=7.0),
        grade=np.floor(some(0, 4, C, D)), tax_ratio=some(0, 2, 0, t.low_tax_ratio, 2 * t.low_tax_ratio),
        far=some(0, 2, 0, t.low_far), coverage=some(0, 1, 0, t.low_coverage), polluting=np.floor(some(0, 2, 0)),
        **{name: some(0, 1.1, 0, 0, 0, 1) for name in ZONES}, heritage=random.random(count) < 0.1,
        block=some(0, 300, 0, 100),
    )  # fmt: skip
    return facts, t


def falling(value, threshold):
    whole = float(value == 0) if threshold == 0 else min(max(1 - value / (2 * threshold), 0), 1)
    return whole if value == value else NAN


def by_hand(one, t):
    """(candidate, levels of what is known, disposal) of one parcel, by the sentences of the rule."""
    share, least = Fraction(round(one["outside"] * 100), round(one["area"] * 100)), Fraction(str(t.outside_share))
    overlaps = [one[name] for name in ZONES if one[name] == one[name]]
    conflict = float(max(overlaps) >= 1) if overlaps else NAN
    mu = one["cluster"] / MU
    size = float(mu <= 0) if t.stray_mu == 0 else min(max(2 - mu / t.stray_mu, 0), 1)
    block = float(one["block"] >= 100) if one["block"] == one["block"] else NAN
    low = (("tax_ratio", t.low_tax_ratio), ("far", t.low_far), ("coverage", t.low_coverage))
    levels = (one["grade"] / 3, *(falling(one[name], at) for name, at in low), size, one["polluting"], conflict, block)
    known = [each for each in levels if each == each]
    if one["outside"] == 0 or share < least:
        return False, known, ""
    if one["heritage"]:
        return True, known, "convert"
    if conflict == 1 or one["grade"] == D:
        return True, known, "clear"
    if one["grade"] == A:
        return True, known, "keep"
    if one["grade"] == C or mu < t.stray_mu - 1e-4 / 2:
        return True, known, "move"
    return True, known, "upgrade" if one["grade"] == B else ""


# --- what always holds --------------------------------------------------------------------------


@settings(max_examples=400)
@given(SEEDS)
def test_every_parcel_gets_what_the_rule_says(seed):
    facts, t = scene(seed)
    found = judge(facts, t)
    for row in range(len(facts.area)):
        one = {name: column[row].item() for name, column in vars(facts).items()}
        candidate, known, disposal = by_hand(one, t)
        assert found.candidate[row] == candidate
        assert found.disposal[row] == disposal
        assert found.indicators[row] == len(known)
        score = 100 * sum(known) / len(known) if candidate else NAN
        assert found.score[row] == pytest.approx(score, abs=0.0051, nan_ok=True)
        assert found.reclaim[row] == (one["outside"] if disposal in ("clear", "move") else 0)


@given(SEEDS)
def test_a_parcel_wholly_inside_is_never_a_candidate_whatever_its_evidence(seed):
    facts, t = scene(seed)
    found = judge(replace(facts, outside=np.zeros(len(facts.area))), t)
    assert not found.candidate.any()
    assert not found.reclaim.any()
    assert np.isnan(found.score).all()
    assert {*found.disposal, *found.category, *found.subtype} == {""}


@given(SEEDS)
def test_heritage_beats_conflict_and_conflict_beats_every_rating(seed):
    facts, t = scene(seed)
    conflict = replace(facts, redline=np.full(len(facts.area), 1.0))
    found = judge(conflict, t)
    assert set(found.disposal[found.candidate & ~facts.heritage]) <= {"clear"}
    found = judge(replace(conflict, heritage=np.ones(len(facts.area), dtype=bool)), t)
    assert {*found.disposal[found.candidate], *found.category[found.candidate]} <= {"convert", "X"}


@given(SEEDS, st.sampled_from(EVIDENCE))
def test_what_is_unknown_drops_out_and_leaves_the_rest_as_it_is(seed, piece):
    facts, t = scene(seed)
    before = industry.evidence(facts, t)
    unknown = replace(facts, **dict.fromkeys(INPUTS[piece], np.full(len(facts.area), NAN)))
    after, found, column = industry.evidence(unknown, t), judge(unknown, t), EVIDENCE.index(piece)
    assert np.isnan(after[:, column]).all()
    rest = np.delete(before, column, axis=1)
    np.testing.assert_array_equal(np.delete(after, column, axis=1), rest)
    known = (~np.isnan(rest)).sum(axis=1)
    assert found.indicators.tolist() == known.tolist()
    mean = np.where(found.candidate & (known > 0), 100 * np.nansum(rest, axis=1) / np.maximum(known, 1), NAN)
    np.testing.assert_allclose(found.score, mean, atol=0.0051)


@given(SEEDS, st.sampled_from(["tax_ratio", "far", "coverage", "cluster"]), st.floats(0, 1))
def test_less_tax_less_built_and_smaller_never_lowers_the_score(seed, name, factor):
    facts, t = scene(seed)
    less = replace(facts, **{name: getattr(facts, name) * factor})
    before, after = judge(facts, t), judge(less, t)
    assert (after.score >= before.score)[before.candidate].all()
    levels = industry.evidence(less, t)
    assert ((levels >= 0) & (levels <= 1) | np.isnan(levels)).all()


@given(SEEDS)
def test_every_parcel_is_judged_by_itself(seed):
    facts, t = scene(seed)
    whole, order = judge(facts, t), np.random.default_rng(seed).permutation(len(facts.area))[:17]
    part = judge(Facts(**{name: column[order] for name, column in vars(facts).items()}), t)
    nobody = judge(Facts(**{name: column[:0] for name, column in vars(facts).items()}), t)
    for name, column in vars(part).items():
        np.testing.assert_array_equal(column, getattr(whole, name)[order])
        assert len(getattr(nobody, name)) == 0


@pytest.mark.parametrize(
    ("area", "outside", "least", "candidate"),
    [
        (1000, 500, 0.5, True), (1000, 499.99, 0.5, False), (1000.2, 100.02, 0.1, True), (107.2, 32.16, 0.3, True),
        (107.2, 32.15, 0.3, False), (900, 300, 1 / 3, True), (100, 100, 1, True), (100, 99.99, 1, False),
        (100, 0.01, 0, True), (100, 0, 0, False), (0, 0, 0, False), (0, 0, 0.5, False), (0, 0.01, 0.5, False),
        (8, 8.01, 1, True),
    ],
)  # fmt: skip
def test_a_candidate_lies_outside_by_the_share_or_more(area, outside, least, candidate):
    found = verdict(Thresholds(outside_share=least), area=float(area), outside=float(outside), grade=D)
    assert (found["candidate"], found["reclaim"]) == (candidate, outside if candidate else 0)
    share = min(outside / area, 1) if area else 0
    assert industry.outside_share(facts_of(area=float(area), outside=float(outside))) == [share]


# --- by hand ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ratio", "k"), [(0, 1), (0.25, 0.75), (0.5, 0.5), (0.75, 0.25), (1, 0), (9, 0), (NAN, NAN)])
def test_tax_floor_area_and_coverage_fall_to_nothing_at_the_double_of_their_threshold(ratio, k):
    assert level("tax", tax_ratio=float(ratio)) == pytest.approx(k, abs=1e-9, nan_ok=True)
    assert level("far", far=ratio * 1.2) == pytest.approx(k, abs=1e-9, nan_ok=True)
    assert level("coverage", coverage=ratio * 0.6) == pytest.approx(k, abs=1e-9, nan_ok=True)


def test_size_is_that_of_the_cluster():
    for mu, k in ((0, 1), (2.5, 1), (5, 1), (6, 0.8), (7.5, 0.5), (9, 0.2), (10, 0), (99, 0), (NAN, NAN)):
        assert level("size", cluster=mu * MU, area=1.0) == pytest.approx(k, abs=1e-9, nan_ok=True)


def test_ratings_are_even_steps_and_a_block_counts_from_100_mu_on():
    for grade, k in ((A, 0), (B, 1 / 3), (C, 2 / 3), (D, 1), (NAN, NAN)):
        assert level("grade", grade=float(grade)) == pytest.approx(k, nan_ok=True)
    for mu, k in ((0, 0), (99.9999, 0), (100, 1), (5000, 1), (NAN, NAN)):
        assert level("block", block=float(mu)) == pytest.approx(k, nan_ok=True)


@pytest.mark.parametrize("zone", ZONES)
def test_a_conflict_is_an_overlap_of_a_square_metre_with_any_zone(zone):
    for area, k in ((0.0, 0), (0.99, 0), (1.0, 1), (5e5, 1), (NAN, NAN)):
        assert level("conflict", **{zone: area}) == pytest.approx(k, nan_ok=True)
        assert level("conflict", **{**dict.fromkeys(ZONES, 0.0), zone: area}) == float(area >= 1)
        assert level("conflict", **{**dict.fromkeys(ZONES, 1.0), zone: area}) == 1


def test_thresholds_are_parameters():
    t = Thresholds(stray_mu=10, low_tax_ratio=1, low_far=2, low_coverage=0.4)
    parcel = dict(tax_ratio=1.5, far=1.0, coverage=0.4, cluster=15 * MU)
    assert [level(piece, t, **parcel) for piece in PIECEWISE] == pytest.approx([0.25, 0.75, 0.5, 0.5])
    assert verdict(t, cluster=9.9 * MU)["stray"]


def test_thresholds_of_0_leave_only_what_is_nothing():
    none = Thresholds(0, 0, 0, 0, 0, 0)
    nothing = dict(tax_ratio=0.0, far=0.0, coverage=0.0, cluster=0.0)
    something = dict(tax_ratio=1e-6, far=1e-6, coverage=1e-6, cluster=0.01)
    for parcel, k in ((nothing, 1), (something, 0)):
        assert [level(piece, none, **parcel) for piece in PIECEWISE] == [k] * 4
        assert not verdict(none, **parcel)["stray"]


def test_a_score_worked_by_hand():
    """(⅔ + ¾ + ½ + ½ + 0 + 0) / 6 = 29/72; neither the floor-area ratio nor a block is known."""
    found = verdict(grade=C, tax_ratio=0.25, coverage=0.3, cluster=7.5 * MU, polluting=0.0, redline=0.0)
    assert (found["score"], found["indicators"]) == (40.28, 6)
    found = verdict(cluster=NAN)
    assert (found["indicators"], found["disposal"], np.isnan(found["score"])) == (0, "", True)


# --- disposal -----------------------------------------------------------------------------------

CLEAR, MOVE, UPGRADE = ("clear", "C", "C1"), ("move", "C", "C2"), ("upgrade", "C", "C3")
KEEP, CONVERT, OPEN, NONE = ("keep", "C", ""), ("convert", "X", "X4"), ("", "C", ""), ("", "", "")
STRAY = dict(cluster=4.99 * MU)


@pytest.mark.parametrize(
    ("parcel", "expected"),
    [
        ({}, OPEN), (dict(grade=A), KEEP), (dict(grade=B), UPGRADE), (dict(grade=C), MOVE), (dict(grade=D), CLEAR),
        (STRAY, MOVE), (dict(grade=A, **STRAY), KEEP), (dict(grade=B, **STRAY), MOVE), (dict(grade=C, **STRAY), MOVE),
        (dict(grade=D, **STRAY), CLEAR), (dict(cluster=5 * MU), OPEN), (dict(cluster=5 * MU, grade=B), UPGRADE),
        (dict(redline=1.0), CLEAR), (dict(basic_farmland=1.0, grade=A), CLEAR), (dict(water=1.0, grade=C), CLEAR),
        (dict(redline=0.99, grade=A), KEEP), (dict(heritage=True), CONVERT), (dict(heritage=True, grade=D), CONVERT),
        (dict(heritage=True, grade=A, redline=9.0), CONVERT), (dict(heritage=True, outside=0.0), NONE),
        (dict(grade=D, outside=0.0), NONE), (dict(redline=9.0, outside=0.0, **STRAY), NONE),
        (dict(tax_ratio=0.0, far=0.0, coverage=0.0, polluting=1.0, block=900.0), OPEN), (dict(cluster=NAN), OPEN),
        (dict(area=MU, outside=MU), OPEN),
    ],
)  # fmt: skip
def test_disposal_category_and_subtype(parcel, expected):
    found = verdict(**parcel)
    assert (found["disposal"], found["category"], found["subtype"]) == expected


# --- what is shipped ----------------------------------------------------------------------------


def test_categories_and_subtypes_are_those_of_the_policy():
    table = json.loads((DOMAIN / "remediation_categories.json").read_text(encoding="utf-8"))["categories"]
    names = {(row["code"], sub["code"]): sub["zh"] for row in table for sub in row["subtypes"]}
    said = {found[0]: names.get(found[1:]) for found in (CLEAR, MOVE, UPGRADE, CONVERT, KEEP)}
    assert said == {"clear": "清退复垦", "move": "入园集聚", "upgrade": "提升改造", "convert": "文旅康养", "keep": None}
    assert set(said) == set(DISPOSALS)


@pytest.mark.parametrize("system", CODE_SYSTEMS)
@pytest.mark.parametrize(("kind", "name"), [("industry", "工业用地"), ("logistics", "物流仓储用地")])
def test_codes_are_called_what_they_are_taken_for(system, kind, name):
    code = industry_rules()[system][kind]
    assert code_table(system).name(code, chinese=True) == name
    assert parse_code_list(code, system, "INDUSTRY").matches([code, code + "01", "0101"]).tolist() == [1, 1, 0]


def test_the_boundary_and_the_target_are_the_policy_s():
    assert industry_rules()["boundary"] == ["410", "420", "430"]
    (row,) = (row for row in read_table("policy_targets_2026") if row["item"] == industry_rules()["target"])
    assert (row["value"], row["unit"], row["by"]) == ("0.3", "万亩", "2026")
    assert (industry.CLUSTER_GAP, industry.LARGE_BLOCK_MU) == (50, 100)
    assert Thresholds(0.5, 5, 0.5, 0.6, 0.3, 20) == DEFAULT
