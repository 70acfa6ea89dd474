"""Small layers of parcels with plan codes, and a reader of workbooks that calculates by itself."""

import math
import re

import openpyxl
from scenes import NUMBER, box, layer_of

CODES = (("base_code", str), ("plan_code", str))
VILLAGES = (*CODES, ("ZLDWDM", str), ("ZLDWMC", str))
_REFERENCE = re.compile(r"([A-Z]+)\$?(\d+)")


def plan_layer(*rows, fields=VILLAGES, name="plan"):
    """Parcels a hectare wide, side by side. rows: (height in metres of 100 m width, value of each field …)."""
    fields = [(field, NUMBER if kind is float else kind) for field, kind in fields]
    return layer_of(
        [(box(100 * k, 0, 100 * k + 100, height), *values) for k, (height, *values) in enumerate(rows)], fields,
        name=name,
    )


def recalculated(path):
    """Sheets of a workbook as {name: rows of values}, every formula worked out here; asserts the stored results."""
    formulas, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    sheets = {}
    for work in formulas:
        rows = []
        for row in work.iter_rows():
            rows.append([_value(work, cell) for cell in row])
            for cell, value in zip(row, rows[-1]):
                result = stored[work.title][cell.coordinate].value
                if cell.data_type == "f":
                    assert math.isclose(value, result, abs_tol=1e-9), (work.title, cell.coordinate, cell.value, value)
        sheets[work.title] = rows
    return sheets


def _value(work, cell):
    if cell.data_type != "f":
        return cell.value
    text = cell.value[1:]
    text = re.sub(r"SUM\(([^)]*)\)", lambda found: repr(_sum(work, found[1])), text)
    text = _REFERENCE.sub(lambda found: repr(_value(work, work[found[1] + found[2]]) or 0.0), text)
    return eval(text, {"__builtins__": {}}, {"ROUND": _half_up})  # noqa: S307 - our own formulas


def _sum(work, ranges):
    return math.fsum(
        _value(work, cell) or 0.0
        for part in ranges.split(",")
        for row in (work[part] if ":" in part else ((work[part],),))
        for cell in row
    )


def _half_up(number, digits):
    """Halves away from zero, as workbooks round; what only floats make less than a half is one."""
    return math.copysign(math.floor(abs(number) * 10**digits + 0.5 + 1e-9), number) / 10**digits
