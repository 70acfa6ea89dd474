"""Rounding figures so that they still add up: by largest remainder."""

import numpy as np

from .errors import InvalidInput


def largest_remainder(parts, unit, whole, owed=0):
    """Whole units of each part that add up to `whole`, integers of shape (n,).

    parts: not negative integers, shape (n,); unit: how much of them makes one
    unit; whole: their sum in units, rounded down or up; owed: what earlier
    roundings took off each part (negative where they gave), which counts with
    its remainder. Every part is rounded down or up, up where the remainder is
    largest, the first of equal ones; one without a remainder stays as it is.
    Raises InvalidInput where no such rounding exists.
    """
    parts = np.asarray(parts, dtype=np.int64)
    down, rest = np.divmod(parts, unit)
    missing = int(whole - down.sum())
    if not 0 <= missing <= np.count_nonzero(rest):
        raise InvalidInput(
            "Figures of {sum} in units of {unit} cannot be rounded to {whole}. Give their sum, rounded.",
            sum=int(parts.sum()), unit=int(unit), whole=int(whole),
        )
    down[np.lexsort((-(rest + owed), rest == 0))[:missing]] += 1
    return down


def half_up(number, unit):
    """A not negative integer in whole units, halves upwards."""
    return int((2 * number + unit) // (2 * unit))


def shares_rounded(weight, group, whole):
    """Shares of each group's whole in hundredths that add up to it exactly, by largest remainder, shape (n,).

    weight: what the shares go by, not negative, shape (n,); group: which group each belongs to, ascending, shape (n,);
    whole: of every group, multiples of 0.01, shape (groups,). A group whose weights are all 0 goes to its first.
    """
    weight = np.array(weight, dtype=float)
    group = np.asarray(group)
    if len(weight) == 0:
        return weight
    first = np.r_[True, np.diff(group) != 0]
    total = np.bincount(group, weights=weight, minlength=len(whole))
    weight[first & (total[group] == 0)] = 1.0
    total = np.where(total == 0, 1.0, total)
    units = np.round(np.asarray(whole, dtype=float) * 100).astype(np.int64)
    exact = weight / total[group] * units[group]
    down = np.floor(exact).astype(np.int64)
    missing = units - np.bincount(group, weights=down, minlength=len(whole)).astype(np.int64)
    order = np.lexsort((-(exact - down), group))
    starts = np.flatnonzero(first)
    place = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    down[order] += place < missing[group]
    return down / 100.0
