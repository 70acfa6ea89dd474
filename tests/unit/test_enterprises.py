"""Ratings and flags as people write them, and what stands on each parcel, against plain loops."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.enterprises import GRADES, gather, read_flags, read_grades

NAN = np.nan
SEEDS = st.integers(0, 2**32 - 1)


# --- ratings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["", "类", "級", "级", "等", "档", "類", "类企业", "企业", " class", " Grade"])
@pytest.mark.parametrize(("letter", "grade"), [("A", 0), ("B", 1), ("C", 2), ("D", 3)])
def test_a_rating_is_read_however_it_is_written(letter, grade, ending):
    wide = chr(ord(letter) + 0xFEE0)
    written = [letter, letter.lower(), wide, chr(ord(wide) + 32), f"  {letter}\t", f"　{letter.lower()}　"]
    grades, unknown = read_grades([text + ending for text in written])
    assert grades.tolist() == [grade] * len(written)
    assert unknown == {}
    assert GRADES[grade] == letter


@pytest.mark.parametrize(
    ("value", "grade"), [("Ａ", 0), ("A类", 0), ("b 级", 1), ("Ｃ　类", 2), ("d\n", 3), (np.str_("b"), 1)]
)
def test_ratings_met_in_real_tables(value, grade):
    assert read_grades([value])[0].tolist() == [grade]


@pytest.mark.parametrize("value", [None, NAN, float("nan"), np.float64("nan"), "", "   ", "　", "\t\n"])
def test_no_rating_is_unknown_and_no_complaint(value):
    grades, unknown = read_grades(["A", value])
    np.testing.assert_array_equal(grades, [0, NAN])
    assert unknown == {}
    flags, unknown = read_flags(["是", value])
    np.testing.assert_array_equal(flags, [1, NAN])
    assert unknown == {}


def test_what_is_no_rating_is_counted_as_it_reads():
    values = ["E", "ｅ", " e ", 1, 1.0, "1", np.int64(2), 2.5, "AB", "A+", "类", "企业", "优秀", True, "DD", "a1", "A"]
    grades, unknown = read_grades(values)
    np.testing.assert_array_equal(grades, [NAN] * 16 + [0])
    assert unknown == {
        "E": 3, "1": 4, "2": 1, "2.5": 1, "AB": 1, "A+": 1, "类": 1, "企业": 1, "优秀": 1, "DD": 1, "A1": 1,
    }  # fmt: skip


@given(st.lists(st.one_of(st.none(), st.text(max_size=4), st.floats(), st.integers(), st.booleans()), max_size=20))
def test_whatever_is_written_is_read_counted_or_empty(values):
    """Never guessed and never lost: each value has a meaning, is counted, or is nothing."""
    for read, possible in ((read_grades, {0, 1, 2, 3}), (read_flags, {0, 1})):
        found, unknown = read(values)
        assert found.shape == (len(values),)
        assert found.dtype == float
        assert set(found[~np.isnan(found)]) <= possible
        empty = sum(value is None or value != value or not str(value).strip() for value in values)
        assert (~np.isnan(found)).sum() + sum(unknown.values()) + empty == len(values)


def test_nothing_to_read():
    for read in (read_grades, read_flags):
        found, unknown = read([])
        assert (found.tolist(), unknown) == ([], {})


# --- flags --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        ("是", 1), ("有", 1), ("污染", 1), (1, 1), (1.0, 1), ("1", 1), ("1.0", 1), ("1.00", 1), ("１", 1), (True, 1),
        (np.True_, 1), (np.int64(1), 1), (np.float32(1), 1), ("y", 1), ("Yes", 1), ("t", 1), ("true", 1), (" 是 ", 1),
        ("ＹＥＳ", 1), ("否", 0), ("无", 0), ("無", 0), (0, 0), (0.0, 0), (-0.0, 0), ("0", 0), ("0.0", 0), ("０", 0),
        (False, 0), (np.False_, 0), (np.int32(0), 0), (np.float32(0), 0), ("n", 0), ("No", 0), ("F", 0), ("FALSE", 0),
    ],
)  # fmt: skip
def test_a_flag_is_read_however_it_is_written(value, flag):
    flags, unknown = read_flags([value])
    assert flags.tolist() == [flag]
    assert unknown == {}


def test_what_is_neither_yes_nor_no_is_counted():
    flags, unknown = read_flags(["不详", " 不详", 2, "2", "maybe", "ＭＡＹＢＥ", "10", 0.5, "1.01", "-1", "是否", "是"])
    np.testing.assert_array_equal(flags, [NAN] * 11 + [1])
    assert unknown == {"不详": 2, "2": 2, "MAYBE": 2, "10": 1, "0.5": 1, "1.01": 1, "-1": 1, "是否": 1}


# --- gathering ----------------------------------------------------------------------------------


def gathered(count, pairs, grades, tax=None, polluting=None):
    """Gather (parcel, enterprise, share) triples; nothing is known of the tax or pollution unless said."""
    none = [NAN] * len(grades)
    parcel, enterprise, share = zip(*pairs) if pairs else ((), (), ())
    return gather(
        count, np.array(parcel, dtype=int), np.array(enterprise, dtype=int), np.array(share, dtype=float),
        *(np.array(none if column is None else column, dtype=float) for column in (grades, tax, polluting)),
    )


def scene(seed):
    """Parcels, enterprises on some of them (none twice on one), and what is known of these."""
    random = np.random.default_rng(seed)
    count, many = int(random.integers(1, 8)), int(random.integers(1, 12))
    every = [(at, which) for at in range(count) for which in range(many)]
    chosen = random.permutation(len(every))[: int(random.integers(0, len(every) + 1))]
    pairs = [(*every[index], random.choice([1.0, random.uniform(0, 1)])) for index in chosen]

    def some(values):
        return np.where(random.random(many) < random.choice([0, 0.3, 0.9]), NAN, values)

    return count, pairs, some(random.integers(0, 4, many)), some(random.uniform(0, 30, many)), some(
        random.integers(0, 2, many)
    )


def by_hand(count, pairs, grades, tax, polluting):
    """(count, grade, tax, polluting, rows) of each parcel: one parcel after another, one enterprise after another."""
    for at in range(count):
        here = sorted((which, share) for parcel, which, share in pairs if parcel == at)
        known_grades = [grades[which] for which, _ in here if grades[which] == grades[which]]
        taxes = [tax[which] * share for which, share in here]
        known_flags = [polluting[which] for which, _ in here if polluting[which] == polluting[which]]
        yield (
            len(here), max(known_grades, default=NAN), sum(taxes) if taxes else NAN,
            max(known_flags, default=NAN), [which for which, _ in here],
        )


@settings(max_examples=300)
@given(SEEDS)
def test_every_parcel_gathers_what_a_loop_finds(seed):
    given_ = scene(seed)
    found = gathered(*given_)
    counts, grades, taxes, flags, rows = zip(*by_hand(*given_))
    assert found.count.tolist() == list(counts)
    np.testing.assert_array_equal(found.grade, grades)
    np.testing.assert_allclose(found.tax, taxes, rtol=1e-12)
    np.testing.assert_array_equal(found.polluting, flags)
    assert found.rows == list(rows)


@settings(max_examples=100)
@given(SEEDS)
def test_the_order_of_pairs_changes_nothing_to_the_last_digit(seed):
    count, pairs, *known = scene(seed)
    random = np.random.default_rng(seed)
    once, again = (gathered(count, [pairs[i] for i in random.permutation(len(pairs))], *known) for _ in range(2))
    assert once.rows == again.rows
    for name in ("count", "grade", "tax", "polluting"):
        np.testing.assert_array_equal(getattr(once, name), getattr(again, name))


def test_of_several_enterprises_the_worst_rating_counts_and_taxes_add_up():
    found = gathered(1, [(0, 2, 1), (0, 0, 1), (0, 1, 1)], grades=[1, 3, 0], tax=[2.5, 0, 4], polluting=[0, NAN, 1])
    assert (found.count[0], found.grade[0], found.tax[0], found.polluting[0]) == (3, 3, 6.5, 1)
    assert found.rows == [[0, 1, 2]]


def test_an_enterprise_over_several_parcels_has_its_rate_on_each():
    """Tax is per mu: a plant that covers all of two parcels pays its rate on both, on a quarter a quarter of it."""
    found = gathered(4, [(3, 0, 0.25), (0, 0, 1), (1, 0, 1)], grades=[2], tax=[8], polluting=[0])
    np.testing.assert_array_equal(found.tax, [8, 8, NAN, 2])
    np.testing.assert_array_equal(found.grade, [2, 2, NAN, 2])
    np.testing.assert_array_equal(found.polluting, [0, 0, NAN, 0])
    assert found.count.tolist() == [1, 1, 0, 1]
    assert found.rows == [[0], [0], [], [0]]


def test_two_that_share_a_parcel_pay_in_proportion():
    found = gathered(1, [(0, 0, 0.75), (0, 1, 0.25)], grades=[0, 0], tax=[4, 20])
    assert found.tax[0] == pytest.approx(0.75 * 4 + 0.25 * 20)


def test_the_unknown_is_not_zero():
    """Without a known value there is none; a tax of 0 is one; a sum with an unknown part is unknown."""
    found = gathered(3, [(0, 0, 1), (1, 0, 1), (1, 1, 1), (2, 2, 1)], grades=[NAN, 0, NAN], tax=[NAN, 0, NAN],
                     polluting=[NAN, 0, NAN])  # fmt: skip
    for column in (found.grade, found.polluting):
        np.testing.assert_array_equal(column, [NAN, 0, NAN])
    np.testing.assert_array_equal(found.tax, [NAN, NAN, NAN])
    assert gathered(1, [(0, 0, 1)], grades=[NAN], tax=[0]).tax.tolist() == [0]
    assert found.count.tolist() == [1, 2, 1]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_no_enterprise_at_all(count):
    found = gathered(count, [], grades=[])
    assert found.count.tolist() == [0] * count
    assert found.rows == [[] for _ in range(count)]
    for column in (found.grade, found.tax, found.polluting):
        np.testing.assert_array_equal(column, [NAN] * count)
