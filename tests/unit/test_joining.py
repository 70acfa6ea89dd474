"""Rows found by dirty keys, and numbers shared out, against what a person would do by hand."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms.joining import keys, match, share_out

# --- keys ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3", 3), (3.0, 3), ("3", 3.0), (np.float64(3), "3"), (np.int64(3), 3.0), (" 王村 ", "王村"),
        ("王村\u3000", "王村"), (330702001001.0, "330702001001"), (np.int32(7), "7 "), ("\t12\n", 12), (-4.0, "-4"),
    ],
)  # fmt: skip
def test_keys_that_people_mean_to_be_one_are_one(one, other):
    assert keys([one]) == keys([other])


@pytest.mark.parametrize(
    ("one", "other"), [("03", 3), ("A", "a"), (3.5, 3), ("3.5", 3), ("", "0"), ("1 2", "12"), (-3, 3)]
)
def test_keys_that_differ_stay_apart(one, other):
    assert keys([one]) != keys([other])


def test_missing_keys_fit_nothing_not_even_each_other():
    missing = [None, "", "  ", float("nan"), np.nan, np.float64("nan")]
    assert keys(missing) == [""] * 6
    found = match(missing, missing)
    assert found.row.tolist() == [-1] * 6
    assert (found.unmatched, found.unused, found.repeated) == ((), (), ())
    assert found.shared.tolist() == [0] * 6


# --- match --------------------------------------------------------------------------------------


def test_a_table_of_every_kind_of_trouble():
    left = ["A", " B", None, "C", "D", "A", "E", "D", 7]
    right = ["B ", "A", "C", "F", "C", "", 7.0, "G", "F"]
    found = match(left, right)
    assert found.row.tolist() == [1, 0, -1, -1, -1, 1, -1, -1, 6]
    assert found.unmatched == ("D", "E"), "C is there, only twice"
    assert found.unused == ("F", "G")
    assert found.repeated == ("C", "F")
    assert found.shared.tolist() == [2, 1, 0, 0, 0, 2, 0, 0, 1]


KEYS = st.lists(st.sampled_from([None, "", 1, "1", 1.0, " 1", 2, "2 ", "x", "y ", " y", 3.5, "3.5"]), max_size=12)


@given(KEYS, KEYS)
def test_matches_are_those_of_every_pair_compared(left, right):
    def plain(value):
        text = "" if value is None else str(value).strip()
        return text.removesuffix(".0")

    found = match(left, right)
    for position, key in enumerate(map(plain, left)):
        fitting = [row for row, other in enumerate(right) if key and plain(other) == key]
        assert found.row[position] == (fitting[0] if len(fitting) == 1 else -1)
        assert (key in found.unmatched) == (key != "" and not fitting)
        twins = [other for other in map(plain, left) if other == key]
        assert found.shared[position] == (len(twins) if len(fitting) == 1 else 0)
    for key in map(plain, right):
        fitting = [other for other in map(plain, right) if other == key]
        assert (key in found.repeated) == (key != "" and len(fitting) > 1)
        assert (key in found.unused) == (key != "" and key not in map(plain, left))
    for every in (found.unmatched, found.unused, found.repeated):
        assert len(set(every)) == len(every)


def test_nothing_matches_nothing():
    assert match([], []).row.tolist() == []
    assert match([], ["A"]).unused == ("A",)
    found = match(["A", "A"], [])
    assert (found.row.tolist(), found.unmatched, found.shared.tolist()) == ([-1, -1], ("A",), [0, 0])


# --- sharing out --------------------------------------------------------------------------------


def test_households_are_shared_by_area_with_the_largest_remainders():
    """10 by 5 : 3 : 3: exactly 4.545, 2.727, 2.727; 4 + 2 + 2, and the two left go to the remainders of 0.727."""
    total, group = np.full(3, 10.0), np.zeros(3, dtype=int)
    assert share_out(total, np.array([5.0, 3, 3]), group).tolist() == [4, 3, 3]


def test_equal_remainders_go_to_the_first():
    assert share_out(np.full(3, 2.0), np.ones(3), np.zeros(3, dtype=int)).tolist() == [1, 1, 0]


def test_where_nobody_has_weight_all_share_alike():
    total, group = np.array([7.0, 7, 7, 4, 4]), np.array([0, 0, 0, 1, 1])
    assert share_out(total, np.array([0.0, 0, 0, 0, 2]), group).tolist() == [3, 2, 2, 0, 4]


def test_what_shares_with_nobody_is_left_as_it_is():
    total = np.array([3.5, 8, np.nan, np.nan, 9, 9])
    group = np.array([0, 1, 2, 2, -1, -1])
    np.testing.assert_array_equal(share_out(total, np.ones(6), group), total)


@given(
    st.lists(st.integers(0, 5_000), min_size=1, max_size=6), st.integers(0, 2**32 - 1),
    st.sampled_from([1e-3, 1.0, 1e7]),
)  # fmt: skip
def test_shares_are_whole_add_up_and_lie_next_to_the_exact_ones(totals, seed, scale):
    random = np.random.default_rng(seed)
    group = random.integers(-1, len(totals), 25)
    weight = (random.random(25) + 1e-3) * scale
    total = np.where(group < 0, np.nan, np.array(totals, dtype=float)[group])
    before = total.copy()
    shared = share_out(total, weight, group)
    np.testing.assert_array_equal(total, before)
    assert np.isnan(shared[group < 0]).all()
    for number, whole in enumerate(totals):
        mine = np.flatnonzero(group == number)
        if len(mine) == 0:
            continue
        assert shared[mine].sum() == whole
        assert (shared[mine] == np.round(shared[mine])).all()
        exact = whole * weight[mine] / weight[mine].sum()
        assert (np.abs(shared[mine] - exact) < 1 + 1e-9).all()
        rest = exact - np.floor(exact)
        raised = shared[mine] > np.floor(exact)
        if raised.any() and not raised.all():
            assert rest[raised].min() >= rest[~raised].max() - 1e-9


def test_a_decimal_total_is_a_number_too():
    assert share_out([Decimal(5), Decimal(5)], np.ones(2), np.zeros(2, dtype=int)).tolist() == [3, 2]
