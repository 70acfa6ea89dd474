"""The ledger of indicators: new cropland, reclaimed land, allowances and surplus quota, by project and in total.

Areas are whole hundredths of a square metre; figures are whole units of
0.01 mu, rounded so that projects add up to the total.
"""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from .codes import parse_code_list
from .rounding import half_up, largest_remainder
from .tables import DOMAIN

UNITS_OF_MU = 100
_TIMES, _UNIT = 15, 10_000
"""An area in hundredths of a square metre, times the first, holds the second per unit: a mu is 10000/15 m²."""
_OF_PERCENT = 1_000  # percentages are taken to 0.001
NET, GROSS = range(2)


@dataclass(frozen=True)
class Quantity:
    """What is counted: exact, hundredths of a square metre; units, of 0.01 mu; parcels; each of shape (projects,)."""

    exact: np.ndarray
    units: np.ndarray
    parcels: np.ndarray


@cache
def rules():
    """What counts for what, as resources/domain/project_ledger.json has it."""
    with open(DOMAIN / "project_ledger.json", encoding="utf-8") as file:
        return json.load(file)


def taken_by(quantity, system, base, plan, category, subtype, disposition):
    """Which parcels a quantity of the rules takes, booleans of shape (n,). base, plan: normalised codes of `system`."""
    holds = np.ones(len(base), dtype=bool)
    for name, codes in (("base", base), ("plan", plan)):
        if name in quantity:
            holds &= _named(quantity[name], system, codes)
        if f"{name}_not" in quantity:
            holds &= ~_named(quantity[f"{name}_not"], system, codes) & (codes != "") & (codes != "?")
    if "dispositions" in quantity:
        holds &= np.isin(disposition, quantity["dispositions"])
    if "codes" in quantity:
        holds &= np.isin(category, quantity["codes"]) | np.isin(subtype, quantity["codes"])
    return holds


def quantity_of(area, project, count, taken):
    """A Quantity. area: hundredths of a square metre, shape (n,); project: of each parcel; count: of projects."""
    exact = np.zeros(count, dtype=np.int64)
    np.add.at(exact, project[taken], area[taken])
    return Quantity(exact, in_units(exact), np.bincount(project[taken], minlength=count))


def in_units(exact, percent=100.0):
    """A percentage of areas (hundredths of a square metre, not negative) in units that add up to the rounded whole."""
    parts = exact * _TIMES * round(percent * _OF_PERCENT)
    unit = _UNIT * 100 * _OF_PERCENT
    return largest_remainder(parts, unit, half_up(int(parts.sum()), unit))


def surplus(found, reserve):
    """Surplus quota in units: reclaimed − resettlement − new building − reserve; negative where more is used."""
    return found["reclaimed"].units - found["resettlement"].units - found["new_building"].units - reserve


def _named(text, system, codes):
    text = text.replace("construction", rules()["construction"])
    return parse_code_list(text, system, "PLAN_FIELD").matches(codes)
