"""The ledger against plain dicts and whole numbers, whatever was done to it and in whatever order."""

from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from land_consolidation.algorithms.tag_ledger import Entry, Ledger, hundredths

COLUMNS = ("zz_cat", "zz_sub", "village")
KEYS = [(), ("zz_cat",), ("village", "zz_cat"), COLUMNS]
IDS = st.integers(-6, 12)  # QGIS gives parcels that are not saved yet ids below zero
TEXTS = st.sampled_from(["", None, "A", "B", "A1", "农地", "村东", "Ａ"])
# In hundredths: floats such as 0.1 + 0.2 would show a sum that was carried along.
AREAS = st.one_of(st.integers(0, 10**9), st.integers(0, 300)).map(lambda whole: whole / 100)
VALUES = st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXTS))


def whole(area):
    """Hundredths of an area that has two decimals."""
    return int(Decimal(repr(area)).scaleb(2).to_integral_value(ROUND_HALF_EVEN))


def said(values):
    """Texts of every column, '' for none."""
    return {name: values.get(name) or "" for name in COLUMNS}


def counted(parcels, saved, columns):
    """The entries by brute force. parcels: {id: (values, area)}; saved: {id: values}."""
    lines = defaultdict(lambda: [0, 0, 0])
    for identifier, (values, area) in parcels.items():
        line = lines[tuple(said(values)[name] for name in columns)]
        line[0] += 1
        line[1] += whole(area)
        line[2] += said(values) != said(saved.get(identifier, {}))
    return [Entry(key, count, float(Decimal(area) / 100), new) for key, (count, area, new) in sorted(lines.items())]


def made_anew(parcels):
    """A ledger of these parcels as a fresh count would make it."""
    return Ledger(
        COLUMNS, list(parcels), {name: [values[name] for values, _ in parcels.values()] for name in COLUMNS},
        [area for _, area in parcels.values()],
    )  # fmt: skip


class LedgerUnderEdits(RuleBasedStateMachine):
    """Gestures in any order, each done to the ledger and to dicts."""

    @initialize(parcels=st.dictionaries(IDS, st.tuples(VALUES, AREAS), max_size=8))
    def begin(self, parcels):
        self.parcels = {identifier: (dict(values), area) for identifier, (values, area) in parcels.items()}
        self.ledger = made_anew(self.parcels)
        self.saved = {identifier: dict(values) for identifier, (values, _) in self.parcels.items()}

    @rule(ids=st.lists(IDS, max_size=6), column=st.sampled_from(COLUMNS), text=TEXTS)
    def change(self, ids, column, text):
        self.ledger.change(ids, column, text)
        for identifier in ids:
            if identifier in self.parcels:
                self.parcels[identifier][0][column] = text

    @rule(identifier=IDS, values=VALUES, area=AREAS)
    def put(self, identifier, values, area):
        self.ledger.put(identifier, values, area)
        self.parcels[identifier] = (dict(values), area)

    @rule(identifier=IDS)
    def remove(self, identifier):
        self.ledger.remove(identifier)
        self.parcels.pop(identifier, None)

    @rule(identifier=IDS)
    def remove_and_undo(self, identifier):
        """A deletion undone: nothing has happened."""
        if identifier in self.parcels:
            values, area = self.parcels[identifier]
            self.ledger.remove(identifier)
            self.ledger.put(identifier, values, area)

    @rule(identifier=IDS, area=AREAS)
    def set_area(self, identifier, area):
        if identifier in self.parcels:
            self.ledger.set_area(identifier, area)
            self.parcels[identifier] = (self.parcels[identifier][0], area)

    @rule()
    def mark_saved(self):
        self.ledger.mark_saved()
        self.saved = {identifier: dict(values) for identifier, (values, _) in self.parcels.items()}

    @rule(identifier=IDS, values=st.dictionaries(st.sampled_from(COLUMNS), TEXTS))
    def note_saved(self, identifier, values):
        if identifier in self.parcels:
            self.ledger.note_saved(identifier, values)
            self.saved.setdefault(identifier, {}).update(values)

    @rule(column=st.sampled_from(COLUMNS), start=st.sampled_from(["", "A", "A1", "农", "rule:"]))
    def look_for_a_beginning(self, column, start):
        expected = [
            identifier for identifier, (values, _) in self.parcels.items() if (values[column] or "").startswith(start)
        ]  # fmt: skip
        assert sorted(self.ledger.ids_starting(column, start)) == sorted(expected)

    @rule(texts=st.dictionaries(st.sampled_from(COLUMNS), TEXTS.filter(lambda text: text is not None)))
    def look_up(self, texts):
        expected = [
            identifier for identifier, (values, _) in self.parcels.items()
            if texts.items() <= said(values).items()
        ]  # fmt: skip
        assert self.ledger.ids_where(**texts) == sorted(expected)

    @invariant()
    def figures_are_those_of_brute_force(self):
        for columns in KEYS:
            assert self.ledger.entries(*columns) == counted(self.parcels, self.saved, columns)

    @invariant()
    def figures_are_those_of_a_fresh_count(self):
        fresh = made_anew(self.parcels)
        for columns in KEYS:
            here = [(entry.key, entry.parcels, entry.area) for entry in self.ledger.entries(*columns)]
            assert here == [(entry.key, entry.parcels, entry.area) for entry in fresh.entries(*columns)]

    @invariant()
    def each_parcel_says_what_it_was_told(self):
        assert len(self.ledger) == len(self.parcels)
        everywhere = range(-8, 15)
        assert [identifier for identifier in everywhere if identifier in self.ledger] == sorted(self.parcels)
        areas = [self.parcels[identifier][1] if identifier in self.parcels else 0 for identifier in everywhere]
        assert self.ledger.area(everywhere).tolist() == areas
        for identifier, (values, _) in self.parcels.items():
            assert {name: self.ledger.text(identifier, name) for name in COLUMNS} == said(values)

    @invariant()
    def texts_are_those_said_and_those_saved(self):
        ids = sorted(self.parcels)
        for saved, expected in (
            (False, [said(self.parcels[identifier][0]) for identifier in ids]),
            (True, [said(self.saved.get(identifier, {})) for identifier in ids]),
        ):
            combinations, place = self.ledger.texts(ids, saved)
            assert [combinations[which] for which in place.tolist()] == expected
            assert len(combinations) == len({tuple(texts.items()) for texts in expected})

    @invariant()
    def changed_parcels_say_something_else_than_what_is_saved(self):
        for columns in ((), COLUMNS[:1], COLUMNS[1:]):
            expected = [
                identifier for identifier, (values, _) in self.parcels.items()
                if any(said(values)[name] != said(self.saved.get(identifier, {}))[name] for name in columns or COLUMNS)
            ]  # fmt: skip
            assert sorted(self.ledger.changed_ids(columns)) == sorted(expected)


TestLedgerUnderEdits = LedgerUnderEdits.TestCase


# --- what counts as changed ---------------------------------------------------------------------


def two():
    return Ledger(("cat", "sub"), [1, 2], {"cat": ["A", ""], "sub": ["A1", None]}, [10, 20])


def test_a_change_taken_back_is_none():
    ledger = two()
    ledger.change([1], "cat", "B")
    assert [entry.changed for entry in ledger.entries()] == [1]
    ledger.change([1], "cat", "A")
    assert [entry.changed for entry in ledger.entries()] == [0]


def test_a_change_in_a_column_not_asked_for_counts():
    ledger = two()
    ledger.change([1], "sub", "A2")
    assert ledger.entries("cat") == [Entry(("",), 1, 20.0, 0), Entry(("A",), 1, 10.0, 1)]


def test_a_parcel_deleted_and_brought_back_says_what_is_saved():
    ledger = two()
    ledger.remove(1)
    ledger.put(1, {"cat": "A", "sub": "A1"}, 10)
    assert [entry.changed for entry in ledger.entries()] == [0]


def test_an_id_given_anew_after_saving_is_another_parcel():
    """Formats give ids of deleted parcels away again."""
    ledger = two()
    ledger.remove(1)
    ledger.mark_saved()
    ledger.put(1, {"cat": "A", "sub": "A1"}, 10)
    assert [entry.changed for entry in ledger.entries()] == [1]


def test_a_new_parcel_without_a_tag_has_nothing_to_save():
    ledger = two()
    ledger.put(-1, {}, 5)
    assert ledger.entries() == [Entry((), 3, 35.0, 0)]
    ledger.put(-2, {"cat": "X"}, 5)
    assert ledger.entries() == [Entry((), 4, 40.0, 1)]


# --- sums ---------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10**12), max_size=200), st.randoms(use_true_random=False))
def test_sums_are_exact_in_any_order(wholes, random):
    areas = [number / 100 for number in wholes]
    ledger = Ledger(("cat",), range(len(areas)), {"cat": [""] * len(areas)}, areas)
    ids = list(range(len(areas)))
    random.shuffle(ids)
    for identifier in ids:
        ledger.change([identifier], "cat", "A")
    total = float(Decimal(sum(wholes)) / 100)
    assert ledger.entries("cat") == ([Entry(("A",), len(areas), total, len(areas))] if areas else [])


def test_a_province_of_parcels_loses_no_hundredth():
    count = 200_000
    areas = np.full(count, 4_000_000.01)
    ledger = Ledger(("cat",), np.arange(count), {"cat": ["A"] * count}, areas)
    assert ledger.entries("cat") == [Entry(("A",), count, float(Decimal("4000000.01") * count), 0)]


@pytest.mark.parametrize("area", [None, float("nan"), float("inf"), float("-inf")])
def test_an_area_that_is_no_number_is_none(area):
    ledger = Ledger(("cat",), [1], {"cat": ["A"]}, [area])
    ledger.put(2, {}, area)
    ledger.put(3, {}, 1.5)
    ledger.set_area(3, area)
    assert ledger.entries() == [Entry((), 3, 0.0, 0)]


def test_hundredths_go_to_the_nearest():
    assert hundredths(np.array([0.004, 0.006, 12.344, 12.346, 0.125, 0.375, -1.006])).tolist() == [
        0, 1, 1234, 1235, 12, 38, -101,
    ]  # fmt: skip


# --- shapes -------------------------------------------------------------------------------------


def test_an_empty_ledger_has_no_entries():
    ledger = Ledger(("cat",))
    assert len(ledger) == 0
    assert ledger.entries() == ledger.entries("cat") == []
    assert ledger.ids_where(cat="A") == ledger.ids_where() == []
    assert ledger.area([1, 2]).tolist() == [0, 0]
    ledger.change([1], "cat", "A")
    ledger.remove(1)
    assert len(ledger) == 0


def test_a_ledger_grows_from_nothing():
    ledger = Ledger(("cat",))
    for identifier in range(300):
        ledger.put(identifier, {"cat": "AB"[identifier % 2]}, 0.01)
    assert ledger.entries("cat") == [Entry(("A",), 150, 1.5, 150), Entry(("B",), 150, 1.5, 150)]
    assert ledger.ids_where(cat="B") == list(range(1, 300, 2))


def test_ids_may_come_as_an_array():
    ledger = Ledger(("cat",), np.array([5, 9]), {"cat": np.array(["A", "B"])}, np.array([1.0, 2.0]))
    ledger.change(np.array([9, 77]), "cat", "A")
    assert ledger.ids_where(cat="A") == [5, 9]
    assert ledger.area(np.array([9, 77])).tolist() == [2, 0]


def test_a_text_nobody_said_is_found_nowhere():
    assert two().ids_where(cat="Z") == []
    assert two().ids_where(cat="A", sub="") == []
    assert two().ids_where(sub="") == [2]


def test_combinations_of_many_texts_are_kept_apart():
    """Fourteen columns of 1024 texts are more combinations than 64 bits can number."""
    columns = tuple(f"c{number}" for number in range(14))
    texts = [f"{i % 1023:04}" for i in range(2046)]
    ids = range(len(texts))
    ledger = Ledger(columns, ids, dict.fromkeys(columns, texts), np.ones(len(texts)))
    for name in columns[1:]:
        ledger.change(ids, name, "0000")
    rest = ("0000",) * 13
    assert ledger.entries(*columns) == [Entry((f"{i:04}", *rest), 2, 2.0, 2 if i else 0) for i in range(1023)]
    combinations, place = ledger.texts(ids)
    assert [combinations[which]["c0"] for which in place.tolist()] == texts


def test_a_parcel_that_is_not_there_says_nothing():
    with pytest.raises(KeyError):
        two().text(3, "cat")
    with pytest.raises(KeyError):
        two().set_area(3, 1)
