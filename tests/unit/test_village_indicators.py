"""The indicators of a village plan: which land counts, and that it agrees with the structure adjustment table."""

import csv

import numpy as np
import plugin_package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.structure_table import SUBTOTAL, lay_out, table_of
from land_consolidation.algorithms.village_indicators import (
    KINDS,
    LAND,
    form_of_indicators,
    indicators,
    lines_of,
    per_person,
)

CODES = list(code_table("use2023").names_zh)
LAND_INDICATORS = [indicator for indicator in indicators() if indicator.kind == LAND]
BLOCKS = {1: "建设用地小计", 2: "城乡建设用地小计", 3: "村庄建设用地小计", 9: "耕地", 10: "林地", 11: "湿地"}


def test_they_are_the_forms():
    path = plugin_package.ROOT / "resources" / "domain" / "village_indicators.csv"
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [(str(one.no), *(text["zh"] for text in (one.group, one.name, one.binding, one.unit)))
             for one in indicators()]  # fmt: skip
    columns = ("no", "group_zh", "indicator_zh", "binding_zh", "unit_zh")
    assert found == [tuple(row[column] for column in columns) for row in rows]
    assert len(found) == 13
    assert {one.kind for one in indicators()} == set(KINDS)
    assert all(one.name["en"] and one.unit["en"] for one in indicators())


@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 10**10)), max_size=20))
def test_land_agrees_with_the_rows_and_subtotals_of_the_structure_adjustment_table(land):
    amounts = (np.zeros(len(land), dtype=int), [code for code, _ in land], [area for _, area in land])
    table = table_of(form_of_indicators(), 1, amounts, amounts)
    figure = {line.label: int(ha) for line, ha in zip(table.lines, table.base.ha[0])}
    for indicator in LAND_INDICATORS:
        if indicator.no in BLOCKS:
            assert table.base.ha[0, lines_of(indicator, table.lines)].sum() == figure[BLOCKS[indicator.no]]


@pytest.mark.parametrize("indicator", LAND_INDICATORS, ids=lambda one: str(one.no))
def test_no_row_of_the_form_is_cut_by_an_indicator(indicator):
    """A row is in or out as a whole, so that its rounded figure can be used."""
    for line in lay_out(form_of_indicators(), set(CODES)):
        if line.kind != SUBTOTAL:
            inside = {indicator.takes(code) for start in line.codes for code in CODES
                      if (code.startswith(start) if line.number else code == start)}  # fmt: skip
            assert len(inside) == 1, line


def test_what_counts_for_which():
    counts = {code: [one.no for one in LAND_INDICATORS if one.takes(code)] for code in CODES}
    assert counts["0703"] == counts["1001"] == counts["16"] == [1, 2, 3]
    assert counts["0806"] == [1, 2, 3, 4]
    assert counts["080403"] == [1, 2, 4], "a school is urban in the form"
    assert counts["0701"] == [1, 2]
    assert counts["1305"] == [1, 2, 3, 5]
    assert counts["1311"] == counts["1202"] == counts["1002"] == counts["15"] == [1]
    assert counts["0103"] == [9]
    assert counts["0302"] == [10]
    assert counts["0506"] == [11]
    assert counts["0601"] == counts["1704"] == counts["2301"] == counts["18"] == []


def test_land_per_person():
    assert per_person(12_345, 1_000) == 1234.5
    assert per_person(100, 3) == 3333.33
    assert per_person(100, None) is None
    assert per_person(100, 0) is None
