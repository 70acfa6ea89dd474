"""The survey itself as layers: parcels, villages, villages' statistics."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .attributes import FIELDS
from .classes import elevation_of
from .compose import Township
from .places import COMMITTEES, COUNTY_NAME, TOWNSHIP_CODE, TOWNSHIP_NAME, VILLAGES, village_code
from .tables import Column, Sheet, real, text, whole

WIDTHS = {
    "BSM": 18,
    "YSDM": 10,
    "TBYBH": 18,
    "TBBH": 8,
    "DLBM": 5,
    "DLMC": 60,
    "QSXZ": 2,
    "QSDWDM": 19,
    "QSDWMC": 60,
    "ZLDWDM": 19,
    "ZLDWMC": 60,
    "KCDLBM": 5,
    "GDLX": 2,
    "GDPDJB": 2,
    "TBXHDM": 4,
    "TBXHMC": 20,
    "ZZSXDM": 6,
    "ZZSXMC": 20,
    "FRDBS": 1,
    "CZCSXM": 4,
    "MSSM": 2,
    "HDMC": 100,
    "BZ": 255,
}
NUMBERS = {"TBMJ": (15, 2), "KCXS": (6, 4), "KCMJ": (15, 2), "TBDLMJ": (15, 2), "XZDWKD": (5, 1)}


def parcels_sheet(polygon, table) -> Sheet:
    """DLTB."""
    columns = tuple(
        Column(name, "integer")
        if name in ("GDDB", "SJNF")
        else Column(name, "real", *NUMBERS[name])
        if name in NUMBERS
        else Column(name, "text", WIDTHS[name])
        for name in FIELDS
    )
    return Sheet(
        "DLTB",
        "地类图斑 Survey parcels",
        "Invented survey parcels, a partition of the township; fields of DLTB.",
        columns,
        table[list(FIELDS)],
        "polygon",
        polygon,
    )


def homes(polygon, table, town: Township) -> dict[str, shapely.Geometry]:
    """The homestead parcels (0702) of each natural village, by its key."""
    found = {}
    for number, home in enumerate(town.settlements):
        mine = (table.level == "village") & (table["item"] == number) & (table.DLBM == "0702")
        found[home.village.key] = shapely.union_all(polygon[mine.to_numpy()])
    return found


def village_sheets(polygon, table, town: Township, stats) -> list[Sheet]:
    """Administrative villages, natural villages (areas and points) and their statistics."""
    committee = np.array([v.committee for v in VILLAGES])[table.place]
    numbers = list(COMMITTEES)
    areas = np.array([shapely.coverage_union_all(polygon[committee == c]) for c in numbers], object)
    boundary = pd.DataFrame(
        {
            "village_code": [village_code(c) for c in numbers],
            "village_name": list(COMMITTEES.values()),
            "township_code": TOWNSHIP_CODE,
            "township_name": COUNTY_NAME + TOWNSHIP_NAME,
        }
    )
    natural = np.array(
        [shapely.coverage_union_all(polygon[(table.place == n).to_numpy()]) for n in range(len(VILLAGES))], object
    )
    key = pd.DataFrame(
        {
            "settlement_key": [v.key for v in VILLAGES],
            "natural_village": [v.name for v in VILLAGES],
            "name_en": [v.name_en for v in VILLAGES],
            "village_code": [village_code(v.committee) for v in VILLAGES],
            "village_name": [COMMITTEES[v.committee] for v in VILLAGES],
        }
    )
    points = key.assign(elevation_m=np.round(elevation_of(town, town.centres), 1))
    columns = text("settlement_key", "natural_village", "name_en", "village_code", "village_name", width=40)
    return [
        Sheet(
            "village_boundary",
            "行政村界 Administrative villages",
            "Invented administrative villages; they follow parcels.",
            text("village_code", "village_name", "township_code", "township_name", width=60),
            boundary,
            "multipolygon",
            areas,
        ),
        Sheet(
            "natural_village_areas",
            "自然村范围 Areas of natural villages",
            "Which natural village each part of the township belongs to; natural_village joins to village_statistics.",
            columns,
            key,
            "multipolygon",
            natural,
        ),
        Sheet(
            "natural_villages",
            "自然村 Natural villages",
            "Invented natural villages with their elevation.",
            columns + real("elevation_m"),
            points,
            "point",
            shapely.points(np.round(town.centres, 2)),
        ),
        Sheet(
            "village_statistics",
            "自然村统计表 Village statistics",
            "Invented statistics of natural villages; join by natural_village or settlement_key. NULL means unknown.",
            columns + whole("households", "population", "dwellings", "vacant", "consenting"),
            key.join(stats),
        ),
    ]


def statistics(dwellings: dict[str, int]) -> pd.DataFrame:
    """Households, population, dwellings, vacant and consenting of each natural village; nulls where unknown."""
    rows = []
    for number, village in enumerate(VILLAGES):
        houses = dwellings.get(village.key, 0)
        if village.vacancy is None:
            rows.append((pd.NA,) * 5)
            continue
        households = max(4, round(houses * (0.97 - 0.35 * village.vacancy)))
        if village.key == "V01":
            houses, households = 3_160, 2_940
        people = round(households * (2.2 + 0.9 * (1 - village.vacancy) + 0.07 * (number % 4)))
        consenting = households if village.consent == 1.0 else round(households * village.consent)
        rows.append((households, people, houses, round(houses * village.vacancy), consenting))
    table = pd.DataFrame(rows, columns=["households", "population", "dwellings", "vacant", "consenting"])
    return table.astype("Int64")
