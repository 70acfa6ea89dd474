"""Expressions over columns and values as fields hold them, against one evaluation per feature and exact decimals."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsField,
    QgsFields,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QTime

from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.plan_profile import SHIPPED, shipped_profile
from land_consolidation.processing.export_columns import Sources, distinct_rows, holds
from land_consolidation.processing.export_tables import in_runs
from land_consolidation.processing.export_values import half_up, typed
from land_consolidation.processing.layer_reader import plain

FACTS = {
    "village_code": "330723199201", "village_name": "村", "plan_name": "规划", "base_year": 2023, "target_year": 2035,
}
LAYER = shipped_profile("FJ").layers[0]
values = st.none() | st.integers(-5, 5) | st.floats(-10, 10) | st.sampled_from(["", "a", "甲", "01", "0103", " b "])


def column(items):
    found = np.empty(len(items), dtype=object)
    found[:] = items
    return found


def sources():
    return Sources(shipped_profile("FJ"))


# --- expressions --------------------------------------------------------------------------------


def one_by_one(text, columns, count):
    """What QGIS gives for each feature, evaluated feature by feature."""
    fields = QgsFields()
    for name in columns:
        fields.append(QgsField(name, QMetaType.Type.UnknownType))
    context, scope = QgsExpressionContext(), QgsExpressionContextScope()
    for name, value in FACTS.items():
        scope.setVariable(name, value)
    context.appendScope(scope)
    context.setFields(fields)
    expression, found = QgsExpression(text), []
    for k in range(count):
        feature = QgsFeature(fields)
        feature.setValid(True)
        feature.setAttributes([NULL if column[k] is None else column[k] for column in columns.values()])
        context.setFeature(feature)
        found.append(plain(expression.evaluate(context)))
    return found


@given(st.lists(st.tuples(values, values), max_size=12), st.sampled_from([
    '"a"', "'fixed'", '@village_code || "a"', 'coalesce("a", "b", @base_year)', 'CASE WHEN "a" = "b" THEN 1 END',
    "left(\"a\", 2) = '01'", 'if("a" IS NULL, "b", "a")', "lpad(\"a\", 8, '0')", "length(\"b\")",
]))  # fmt: skip
def test_columns_are_what_qgis_gives_feature_by_feature(rows, text):
    columns = {"a": column([row[0] for row in rows]), "b": column([row[1] for row in rows])}
    mine = sources()
    found = mine.evaluate(mine.get(text, 1), columns, len(rows), FACTS)
    assert found.tolist() == one_by_one(text, columns, len(rows))


def test_a_field_the_input_lacks_is_null():
    mine = sources()
    assert mine.evaluate(mine.get('"nowhere"', 1), {}, 3, FACTS).tolist() == [None] * 3
    assert mine.evaluate(mine.get('coalesce("nowhere", "a")', 1), {"a": column([1, 2])}, 2, FACTS).tolist() == [1, 2]
    assert mine.evaluate(mine.get("", 1), {}, 2, FACTS).tolist() == [None, None]


@pytest.mark.parametrize("text", [
    "$area", "$geometry", "area(@geometry)", "@layer_name", "attributes()", "$id", "@row_number",
    "buffer($geometry, 1)",
])  # fmt: skip
def test_expressions_that_use_more_than_fields_and_facts_are_refused(text):
    with pytest.raises(InvalidInput, match=r"PROFILE_FILE: line 7 of .* uses more than named fields"):
        sources().get(text, 7)


@pytest.mark.parametrize(("text", "words"), [("coalesce(", "cannot be used"), ("nofunction(1)", "cannot be used")])
def test_expressions_that_cannot_be_read_are_refused(text, words):
    with pytest.raises(InvalidInput, match=rf"PROFILE_FILE: line 9 of .* {words}"):
        sources().get(text, 9)


def test_expressions_that_cannot_be_evaluated_are_refused():
    mine = sources()
    with pytest.raises(InvalidInput, match=r"PROFILE_FILE: line 4 of .* cannot be used \(Cannot convert"):
        mine.evaluate(mine.get('"a" / "b" + 1', 4), {"a": column(["x"]), "b": column([1])}, 1, FACTS)


@given(st.lists(st.tuples(values, values, values), max_size=15))
def test_rows_are_alike_where_they_say_the_same(rows):
    columns = [column(list(part)) for part in zip(*rows)] if rows else []
    first, kind = distinct_rows(columns, len(rows))
    assert len(kind) == len(rows)
    for i, row in enumerate(rows):
        for j, other in enumerate(rows):
            assert (kind[i] == kind[j]) == (row == other)
        assert rows[first[kind[i]]] == row


def test_what_means_yes():
    assert holds(column([True, False, None, 1, 0, 2.5, float("nan")])).tolist() == [
        True, False, False, True, False, True, False]


# --- values -------------------------------------------------------------------------------------


def field(kind, **more):
    layers = [layer for name in SHIPPED for layer in shipped_profile(name).layers]
    base = next(field for layer in layers for field in layer.fields if field.kind == kind)
    return replace(base, **{"required": False, "decimals": 2, **more})


@given(st.lists(st.none() | st.integers(-10**12, 10**12), max_size=8), st.integers(0, 4))
def test_numbers_are_rounded_as_people_round(hundreds, decimals):
    numbers = [None if n is None else n / 10 ** (decimals + 1) for n in hundreds]
    found, faults = typed(column(numbers), LAYER, field("double", decimals=decimals))
    step = Decimal(1).scaleb(-decimals)
    exact = [None if n is None else Decimal(n) / 10 ** (decimals + 1) for n in hundreds]
    expected = [None if n is None else float(n.quantize(step, ROUND_HALF_UP)) for n in exact]
    assert (found.tolist(), faults) == (expected, [])
    known = np.array([n for n in numbers if n is not None], dtype=float)
    assert half_up(known, decimals).tolist() == [n for n in expected if n is not None]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", 101, "101"), ("text", 101.0, "101"), ("text", 1.5, "1.5"), ("text", "　甲 ", "甲"), ("text", "", None),
        ("text", QDate(2025, 3, 1), "2025-03-01"), ("text", float("nan"), None), ("integer", "7", 7),
        ("integer", 7.0, 7), ("integer", " ", None), ("double", "1.25", 1.25), ("double", True, 1.0),
        ("date", "2025-03-01", QDate(2025, 3, 1)), ("date", 20250301, QDate(2025, 3, 1)),
        ("date", QDateTime(QDate(2025, 3, 1), QTime(12, 0)), QDate(2025, 3, 1)), ("date", "", None),
        ("date", "2025年3月1日", QDate(2025, 3, 1)), ("double", -0.001, 0.0), ("integer", None, None),
    ],
)  # fmt: skip
def test_values_become_what_their_field_holds(kind, value, expected):
    found, faults = typed(column([value]), LAYER, field(kind))
    assert (found.tolist(), faults) == ([expected], [])
    assert type(found[0]) is type(expected)


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [("integer", 1.5, "no whole number"), ("integer", 10**9, "no whole number"), ("integer", "x", "no number"),
     ("double", "1,5", "no number"), ("double", float("inf"), "no number"), ("date", "yesterday", "no date"),
     ("date", "2025-02-30", "no date"), ("date", 7, "no date")],
)  # fmt: skip
def test_values_that_do_not_fit_are_named_with_their_rows(kind, value, what):
    found, (fault,) = typed(column([None, value, None, value]), LAYER, field(kind))
    assert found.tolist() == [None] * 4
    assert (fault.rows.tolist(), fault.values) == ([1, 3], (value, value))
    assert what in fault.what


def test_a_required_value_that_is_missing_is_a_fault_once():
    _, (fault,) = typed(column(["a", None, " ", "b"]), LAYER, field("text", required=True))
    assert fault.rows.tolist() == [1, 2]
    _, (fault,) = typed(column(["x", 1]), LAYER, field("integer", required=True))
    assert (fault.rows.tolist(), fault.what[:9]) == ([0], "no number")


@pytest.mark.parametrize(
    ("codes", "text"),
    [(("01",), "01"), ((), None), (("1301", "1302", "1303", "1313"), "1301-1303,1313"), (("15", "1002"), "15,1002"),
     (("0703", "0704"), "0703-0704"), (("08", "0809"), "08,0809")],
)  # fmt: skip
def test_codes_are_written_in_runs(codes, text):
    assert in_runs(codes) == text
