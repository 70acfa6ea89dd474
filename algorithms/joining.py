"""Rows of one table found by the key of another."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Match:
    """Which row of the right table belongs to each row of the left.

    row: its position, -1 where none or more than one fits, shape (left,).
    unmatched: left keys without a row; unused: right keys without one;
    repeated: right keys that stand in several rows, so that none is used; all
    once each, as texts, in the order found. shared: how many left rows use the
    same right row, shape (left,), 0 where none.
    """

    row: np.ndarray
    unmatched: tuple
    unused: tuple
    repeated: tuple
    shared: np.ndarray


def match(left, right):
    """Match keys as people mean them: spaces do not count, 3 and 3.0 and "3" are one. An empty key fits nothing."""
    left, right = keys(left), keys(right)
    first = {}
    for position, key in enumerate(right):
        if key:
            first.setdefault(key, []).append(position)
    repeated = tuple(key for key, rows in first.items() if len(rows) > 1)
    usable = {key: rows[0] for key, rows in first.items() if len(rows) == 1}
    row = np.array([usable.get(key, -1) for key in left], dtype=int)
    present = set(left)
    counts = np.bincount(row[row >= 0], minlength=max(len(right), 1))
    return Match(
        row,
        tuple(dict.fromkeys(key for key in left if key and key not in first)),
        tuple(key for key in first if key not in present),
        repeated,
        np.where(row >= 0, counts[row], 0),
    )


def keys(values):
    """Values as comparable texts, '' for missing ones."""
    return [_key(value) for value in values]


def share_out(total, weight, group):
    """Whole numbers shared among the members of a group in proportion to weight, adding up to the group's total.

    total: the group's number at each member, NaN where unknown; weight:
    positive; group: which group, -1 for none; all of shape (n,). The largest
    remainders get what rounding leaves.
    """
    result, group = np.array(total, dtype=float), np.asarray(group)
    rows = np.flatnonzero((group >= 0) & ~np.isnan(result))
    _, of, members = np.unique(group[rows], return_inverse=True, return_counts=True)
    several = members[of] > 1
    rows, of = rows[several], of[several]

    def of_group(values):
        return np.bincount(of, values, len(members))[of]

    part = np.where(of_group(weight[rows]) > 0, weight[rows], 1.0)
    exact = result[rows] * part / of_group(part)
    whole = np.floor(exact)
    left = np.round(result[rows] - of_group(whole))
    order = np.lexsort((whole - exact, of))
    place = np.empty(len(rows))
    place[order] = np.arange(len(rows)) - np.searchsorted(of[order], of[order])
    result[rows] = whole + (place < left)
    return result


def _key(value):
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
