"""Values as the fields of a profile hold them: their type, their rounding, and what does not fit."""

import math
from dataclasses import dataclass

from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..algorithms.errors import Translatable, translatable

_EPSILON = 1e-6  # of the last decimal: what floats lose of an exact half
_LARGEST = 999_999_999  # nine digits: shapefiles then read it back as the whole number it is
NO_NUMBER = translatable("no number")
NO_WHOLE_NUMBER = translatable("no whole number of up to nine digits")
NO_DATE = translatable("no date such as 2025-03-01")
MISSING = translatable("no value where the profile requires one")
NOT_LISTED = translatable("a code that the list of the field does not have")


@dataclass(frozen=True, eq=False)
class Fault:
    """Rows of a layer whose value in a field cannot be delivered.

    rows: their positions, ascending, shape (m,); values: what they hold, as
    found; what: an English phrase that completes “holds …”; needed, room: sizes
    where it is too long, 0 otherwise.
    """

    layer: str
    field: str
    rows: object
    values: tuple
    what: Translatable
    needed: tuple = ()
    room: int = 0


@dataclass(frozen=True)
class _Wrong:
    """A value that a field cannot hold."""

    what: str


def typed(values, layer, field):
    """A column as a field of a profile holds it, and the Faults of those that it cannot hold.

    values: object array, None for NULL. Texts lose spaces at their ends, which
    hardly a format keeps, and an empty one is NULL; numbers are rounded, halves
    away from zero.
    """
    import numpy as np

    from .export_columns import distinct_rows

    first, row = distinct_rows([values], len(values))
    kinds = [_TYPES[field.kind](value, field) for value in values[first].tolist()]
    words = np.empty(len(kinds), dtype=object)
    words[:] = [None if isinstance(word, _Wrong) else word for word in kinds]
    column, faults = words[row], []
    for what in dict.fromkeys(word.what for word in kinds if isinstance(word, _Wrong)):
        wrong = np.array([isinstance(word, _Wrong) and word.what == what for word in kinds], dtype=bool)
        faults.append(fault(layer, field, np.flatnonzero(wrong[row]), values, what))
    if field.required:
        empty = np.array([kind is None for kind in kinds], dtype=bool)
        if empty.any():
            faults.append(fault(layer, field, np.flatnonzero(empty[row]), values, MISSING))
    return column, faults


def fault(layer, field, rows, values, what, **sizes):
    """A Fault of some rows of a layer's field; values: the whole column."""
    return Fault(layer.code, field.name, rows, tuple(values[rows].tolist()), what, **sizes)


def half_up(values, decimals):
    """Numbers rounded to some decimals, halves away from zero, shape (n,)."""
    import numpy as np

    scale = 10.0**decimals
    return np.sign(values) * np.floor(np.abs(values) * scale + 0.5 + _EPSILON) / scale + 0.0


def _text(value, field):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (QDate, QDateTime)):
        value = value.toString(Qt.DateFormat.ISODate)
    return str(value).strip() or None


def _number(value):
    """A value as a float, None for NULL, a _Wrong for no number."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return _Wrong(NO_NUMBER)
    if math.isnan(number):
        return None
    return number if math.isfinite(number) else _Wrong(NO_NUMBER)


def _real(value, field):
    number = _number(value)
    if not isinstance(number, float):
        return number
    scale = 10.0**field.decimals
    return math.copysign(math.floor(abs(number) * scale + 0.5 + _EPSILON) / scale, number) + 0.0


def _integer(value, field):
    number = _number(value)
    if not isinstance(number, float):
        return number
    return int(number) if number.is_integer() and abs(number) <= _LARGEST else _Wrong(NO_WHOLE_NUMBER)


def _date(value, field):
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, QDateTime):
        value = value.date()
    if not isinstance(value, QDate):
        text = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
        value = next((date for date in (QDate.fromString(text, form) for form in _FORMS) if date.isValid()), None)
    return value if value is not None and value.isValid() else _Wrong(NO_DATE)


_FORMS = ("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d", "yyyy年M月d日")
_TYPES = {"text": _text, "integer": _integer, "double": _real, "float": _real, "date": _date}
