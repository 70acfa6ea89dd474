"""The tables of a delivery as a workbook, with the formulas that the profile gives their fields."""

import re
from importlib.util import find_spec

from ..algorithms.errors import InvalidInput
from .export_tables import titled
from .i18n import tr
from .workbook import FIRST_ROW, Column, Formula, Sheet, column_letter, write_workbook

_KINDS = {"text": "text", "date": "text", "integer": "whole", "double": "m2", "float": "m2"}
_FIELD = re.compile(r"\{(\w+)(:total)?\}")


def write_tables(folder, name, built, reckoned, facts, feedback):
    """Save every table that was built as a sheet of one workbook; returns its path, None where there are none.

    reckoned: Reckoned by kind, whose sheets have formulas of their own.
    """
    tables = [made for made in built if made.geometry is None]
    if not tables:
        return None
    if find_spec("openpyxl") is None:
        feedback.pushWarning(tr(
            "The delivery has no workbook: that needs the Python package openpyxl, which this QGIS does not have."))
        return None
    path = folder / f"{name}.xlsx"
    write_workbook(path, [
        titled(reckoned[made.layer.rows], made, facts) if made.layer.rows else sheet_of(made, facts) for made in tables
    ])
    return path


def check_formulas(profile):
    """Raise InvalidInput for a formula that names a field its table lacks."""
    for layer in profile.layers:
        names = {field.name for field in layer.fields}
        for field in layer.fields:
            unknown = [match[1] for match in _FIELD.finditer(field.formula) if match[1] not in names]
            if unknown:
                raise InvalidInput(
                    "PROFILE_FILE: line {line} of {path}: the formula of {field} names {unknown}, which is no field "
                    "of {layer}. Correct it there.",
                    line=field.line, path=profile.path, field=field.name, unknown=unknown[0], layer=layer.code,
                )


def sheet_of(made, facts):
    """A table as a Sheet: numbers as numbers, formulas where the profile has them, totals below."""
    fields = made.layer.fields
    letters = {field.name: column_letter(k) for k, field in enumerate(fields)}
    total = FIRST_ROW + len(made)
    columns = [_cells(field, made.columns[field.name].tolist(), letters, total) for field in fields]
    rows = list(zip(*columns))
    totalled = any(field.total for field in fields) and rows
    if totalled:
        rows.append(tuple(
            _total(field, made.columns[field.name].tolist(), k) for k, field in enumerate(fields)))
    return Sheet(
        made.layer.zh, f"{facts['plan_name']} {made.layer.zh}",
        tuple(Column(field.alias, field.unit or _KINDS[field.kind]) for field in fields), tuple(rows),
        bold_rows=frozenset({len(rows) - 1}) if totalled else frozenset(),
    )


def _cells(field, values, letters, total):
    if field.kind == "date":
        values = [None if value is None else value.toString("yyyy-MM-dd") for value in values]
    if not field.formula:
        return values
    text = _FIELD.sub(
        lambda match: f"{letters[match[1]]}${total}" if match[2] else f"{letters[match[1]]}{{row}}", field.formula)
    return [None if value is None else Formula(text, value) for value in values]


def _total(field, values, position):
    if field.total:
        letter = column_letter(position)
        return Formula(
            f"SUM({letter}{FIRST_ROW}:{letter}{FIRST_ROW + len(values) - 1})",
            round(sum(value for value in values if value is not None), field.decimals),
        )
    return "合计" if position == 0 else None
