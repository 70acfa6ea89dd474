"""Which parcels are farmland, which are absorbed, which keep farmland apart, and how much each counts."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely

from .errors import InvalidInput
from .tables import DOMAIN

NET_SHARE_FLAG = 0.8
"""Blocks whose net area is a smaller share of the gross are flagged (judgement)."""


@dataclass(frozen=True)
class FarmlandCodes:
    """Code lists, as a person would write them, that tell parcels apart in one code system."""

    farmland: str
    barriers: str
    absorbed: str


@cache
def farmland_codes(system):
    """The standard lists of one code system."""
    with open(DOMAIN / "farmland_rules.json", encoding="utf-8") as file:
        return FarmlandCodes(**json.load(file)[system])


def net_area(area, ridge_share):
    """Cropland area net of field ridges, m²: TBDLMJ = TBMJ − round(TBMJ × KCXS, 2).

    area: m², shape (n,); ridge_share: KCXS as a ratio, NaN where the parcel
    has none and nothing is taken off. Raises InvalidInput where a share is not
    a ratio below 1.
    """
    share = np.nan_to_num(np.asarray(ridge_share, dtype=float), nan=0.0)
    wrong = np.flatnonzero((share < 0) | (share >= 1))
    if len(wrong):
        raise InvalidInput(
            "KCXS: {count} parcels have a ridge share outside 0 to 1, the first is {value}. "
            "Write the share as a ratio, 0.068 for 6.8 %.",
            count=len(wrong), value=float(share[wrong[0]]),
        )
    area = np.round(area, 2)
    return np.round(area - np.round(area * share, 2), 2)


def strip_width(geometry):
    """Mean width of long parcels, m: that of the rectangle with their area and perimeter."""
    half, area = shapely.length(geometry) / 2, shapely.area(geometry)
    return (half - np.sqrt(np.maximum(half**2 - 4 * area, 0))) / 2
