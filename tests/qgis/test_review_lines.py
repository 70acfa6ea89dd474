"""The lines of the review list are those of a plain list of items, however they are kept."""

from land_consolidation.ui.tagging.review_items import SUGGESTION, Item
from land_consolidation.ui.tagging.review_lines import joined, lines_of


def item(number, kind=SUGGESTION, category="A", village=""):
    return Item(kind, number, category, "", village, "a rule", "", "{}")


ITEMS = [item(7), item(3, category="B"), item(9, kind="outside", village="x"), item(4, category="B", village="x")]


def test_lines_read_as_the_items_they_were_made_of():
    assert list(lines_of(ITEMS)) == ITEMS
    assert list(lines_of([])) == []


def test_joined_lines_come_one_after_the_other():
    assert list(joined(lines_of(ITEMS[2:]), lines_of([]), lines_of(ITEMS[:2]))) == [*ITEMS[2:], *ITEMS[:2]]


def test_a_filter_lets_through_what_says_all_of_it():
    lines = joined(lines_of(ITEMS[:2]), lines_of(ITEMS[2:]))
    for wanted in ({}, {"category": "B"}, {"category": "B", "village": "x"}, {"village": "nowhere"}):
        expected = [one for one in ITEMS if all(getattr(one, name) == text for name, text in wanted.items())]
        assert list(lines.where(wanted)) == expected
    assert list(lines_of([]).where({"category": "B"})) == []


def test_the_texts_offered_are_those_of_the_lines_left():
    lines = lines_of(ITEMS)
    assert lines.texts("category") == {"A", "B"}
    assert lines.where({"kind": "outside"}).texts("category") == {"A"}
    assert lines.count(SUGGESTION) == 3
