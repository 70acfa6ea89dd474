"""The review form of an adjustment of permanent basic farmland: what is moved out and in, by class, slope and size.

Areas are whole hundredths of a square metre, figures whole units of 0.0001 ha,
so that nothing is lost in adding up.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from .codes import parse_code_list
from .rounding import half_up, largest_remainder
from .tables import DOMAIN, read_table

UNIT = 100
"""Hundredths of a square metre in 0.0001 ha."""
UNITS_OF_HECTARE = 10_000
UNITS_OF_MU = 10_000 / 15
UNCLASSIFIED = "unclassified"


@dataclass(frozen=True)
class Side:
    """What is moved out, or in. Figures are whole units of 0.0001 ha.

    exact: hundredths of a square metre; parcels: how many; classes: figure by
    class; slopes: by slope bin, that of unknown slope last; sizes: by size
    bin; each of the three adds up to `total`. parcels_of: number of parcels by
    (kind, class or bin). grade: mean quality grade, by area, None where none
    is known; graded: share of the land whose grade is known.
    """

    exact: int
    total: int
    parcels: int
    classes: dict
    slopes: tuple
    sizes: tuple
    parcels_of: dict
    grade: object
    graded: float

    @property
    def mean(self):
        """Mean parcel, units, None where there is no parcel."""
        return self.total / self.parcels if self.parcels else None


@cache
def form():
    """The form as resources/domain/basic_farmland_form.json has it."""
    with open(DOMAIN / "basic_farmland_form.json", encoding="utf-8") as file:
        return json.load(file)


def classes_of(codes, system):
    """Class of each normalised code (shape (n,)) as the form tells them apart, UNCLASSIFIED for others."""
    found = np.full(len(codes), UNCLASSIFIED, dtype=object)
    for name, lists in form()["classes"].items():
        found[parse_code_list(lists[system], system, "CODE_FIELD").matches(codes)] = name
    return found


def degrees_of_grades(grades):
    """Steepest slope of the survey's slope grades (GDPDJB 1–5), degrees; inf for the last, NaN for what is no grade."""
    steepest = {int(row["grade"]): float(row["upper_deg_inclusive"] or "inf") for row in read_table("slope_grades")}
    return np.array([steepest.get(grade, np.nan) for grade in np.asarray(grades, dtype=float).tolist()], dtype=float)


def slope_bins(degrees):
    """Bin of each slope, upper bounds inclusive; the number of bins for an unknown one."""
    limits = np.array(form()["slope_limits"], dtype=float)
    degrees = np.asarray(degrees, dtype=float)
    return np.where(np.isnan(degrees), len(limits) + 1, np.searchsorted(limits, degrees, side="left"))


def size_bins(area):
    """Bin of each parcel by its size, upper bounds inclusive. area: hundredths of a square metre, integers.

    Bounds are rounded to 0.01 m² as areas are: a parcel of 10 mu has 6666.67 m².
    """
    return np.searchsorted([half_up(mu * 1_000_000, 15) for mu in form()["size_limits_mu"]], area, side="left")


def side_of(area, classes, slope, grade):
    """The Side of some parcels.

    area: net, hundredths of a square metre, integers; classes: as from
    classes_of; slope: degrees, NaN for unknown; grade: quality grade, NaN for
    unknown; all of shape (n,).
    """
    area = np.asarray(area, dtype=np.int64)
    exact = int(area.sum())
    total = half_up(exact, UNIT)
    names = [*form()["classes"], UNCLASSIFIED]
    place = np.array([names.index(name) for name in classes], dtype=int)
    bins, sizes = slope_bins(slope), size_bins(area)
    counts = len(form()["slope_limits"]) + 2, len(form()["size_limits_mu"]) + 1
    of_class, of_slope, of_size = (
        _figures(area, of, count, total) for of, count in ((place, len(names)), (bins, counts[0]), (sizes, counts[1]))
    )
    parcels_of = {("class", name): int((place == at).sum()) for at, name in enumerate(names)}
    parcels_of |= {("slope", at): int((bins == at).sum()) for at in range(counts[0])}
    parcels_of |= {("size", at): int((sizes == at).sum()) for at in range(counts[1])}
    known = ~np.isnan(np.asarray(grade, dtype=float))
    graded = int(area[known].sum())
    return Side(
        exact, total, len(area), dict(zip(names, of_class)), tuple(of_slope), tuple(of_size), parcels_of,
        float((area[known] * np.asarray(grade, dtype=float)[known]).sum() / graded) if graded else None,
        graded / exact if exact else 0.0,
    )


def quality_grades(values):
    """Quality grades, NaN for those the scale does not have. values: floats, shape (n,)."""
    best, worst = form()["grades"]
    values = np.asarray(values, dtype=float)
    with np.errstate(invalid="ignore"):
        return np.where((values >= best) & (values <= worst), values, np.nan)


def gain(before, after):
    """(after − before) / before, None where that is nothing or not known."""
    if not before or after is None:
        return None
    return (after - before) / before


def part_of(side, hundredths):
    """An area (hundredths of a square metre) within a Side in units, never more than its total."""
    return min(half_up(int(hundredths), UNIT), side.total)


def _figures(area, place, count, total):
    sums = np.zeros(count, dtype=np.int64)
    np.add.at(sums, place, area)
    return [int(figure) for figure in largest_remainder(sums, UNIT, total)]
