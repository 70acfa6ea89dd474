"""Enterprises on land: dirty ratings read, and what stands on each parcel gathered."""

import re
import unicodedata
from dataclasses import dataclass

import numpy as np

GRADES = ("A", "B", "C", "D")
_GRADE = re.compile(r"([A-D])(类|類|级|級|等|档|CLASS|GRADE)?(企业)?")
_YES = {"1", "Y", "YES", "T", "TRUE", "是", "有", "污染"}
_NO = {"0", "N", "NO", "F", "FALSE", "否", "无", "無"}


@dataclass(frozen=True)
class Gathered:
    """What stands on each parcel, shape (n,).

    count: enterprises; grade: the worst, 0 to 3 as in GRADES, NaN where none
    is known; tax: per mu, those of all added, NaN where one is not;
    polluting: 1, 0 or NaN where unknown; rows: positions of the enterprises.
    """

    count: np.ndarray
    grade: np.ndarray
    tax: np.ndarray
    polluting: np.ndarray
    rows: list


def read_grades(values):
    """Ratings as 0 to 3 (A to D), NaN where there is none; and the texts that are no rating, with their counts.

    Lower case, full-width letters, spaces and endings such as 类 or 级 are understood.
    """
    def grade(text):
        found = _GRADE.fullmatch(text)
        return GRADES.index(found[1]) if found else None

    return _read(values, grade)


def read_flags(values):
    """Yes and no as 1 and 0, NaN where there is neither; and the texts that are neither, with their counts."""
    return _read(values, lambda text: 1 if text in _YES else 0 if text in _NO else None)


def _read(values, meaning):
    """What each text means as a number, NaN where it is empty or means nothing; the latter with their counts."""
    numbers = np.full(len(values), np.nan)
    unknown = {}
    for row, value in enumerate(values):
        text = _plain(value)
        found = meaning(text)
        if found is not None:
            numbers[row] = found
        elif text:
            unknown[text] = unknown.get(text, 0) + 1
    return numbers, unknown


def gather(count, parcel, enterprise, share, grades, tax, polluting):
    """Gather enterprises by parcel.

    parcel, enterprise: pairs of positions, shape (m,); share: how much of the
    parcel the enterprise stands on, 1 where that is not known, shape (m,);
    grades, tax, polluting: of the enterprises. A rate per mu holds on every
    parcel of an enterprise; on one parcel the rates of several are added,
    each in proportion to its share.
    """
    order = np.lexsort((enterprise, parcel))
    parcel, enterprise, share = parcel[order], enterprise[order], share[order]
    rows = [[] for _ in range(count)]
    for at, which in zip(parcel.tolist(), enterprise.tolist()):
        rows[at].append(which)
    return Gathered(
        np.bincount(parcel, minlength=count), _largest(count, parcel, grades[enterprise]),
        _total(count, parcel, tax[enterprise] * share), _largest(count, parcel, polluting[enterprise]), rows,
    )


def _largest(count, parcel, values):
    known = ~np.isnan(values)
    result = np.full(count, -np.inf)
    np.maximum.at(result, parcel[known], values[known])
    return np.where(np.isinf(result), np.nan, result)


def _total(count, parcel, values):
    """Sums by parcel, NaN where there is nothing to add or one of the parts is unknown."""
    total = np.bincount(parcel, weights=values, minlength=count)
    return np.where(np.bincount(parcel, minlength=count) > 0, total, np.nan)


def _plain(value):
    if value is None or value != value:
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).upper()
    return re.sub(r"^(\d+)\.0+$", r"\1", text)
