"""Houses, blocks of flats and sheds on the built parcels."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .compose import Township
from .noise import generator
from .settlement import houses, long_side, valley_angle
from .tables import Sheet, text, whole

# Use by class: (along, across) of a building, spacing, floors from … to, setback.
TOWN_STYLES = {
    "0701": ((27, 11.5), (31, 21), (4, 7), 1.5),
    "05H1": ((22, 14), (26, 20), (2, 5), 1.5),
    "08H1": ((26, 13), (36, 25), (3, 5), 2.5),
    "08H2": ((40, 13), (54, 32), (3, 5), 3.0),
    "0601": ((48, 20), (55, 27), (1, 3), 4.0),
    "0508": ((60, 26), (72, 36), (1, 1), 5.0),
    "1005": ((50, 20), (70, 46), (1, 2), 6.0),
    "0809": ((14, 10), (26, 22), (1, 2), 3.0),
}
VILLAGE_STYLES = {
    "0702": ((9.2, 10), (10.0, 13.4), (2, 3), 0.6),
    "05H1": ((14, 10), (18, 16), (2, 3), 1.0),
    "08H1": ((22, 10), (30, 20), (2, 3), 1.5),
    "08H2": ((26, 10), (34, 22), (2, 3), 1.5),
}
SITE_STYLES = {
    "F01": ((34, 14), (80, 60), (1, 1), 3.0),
    "F02": ((24, 12), (40, 24), (1, 1), 3.0),
    "F03": ((40, 18), (46, 26), (1, 2), 4.0),
    "F04": ((52, 24), (57, 30), (3, 4), 4.0),
    "F07": ((28, 14), (34, 22), (1, 2), 3.0),
    "F08": ((36, 20), (44, 28), (2, 3), 4.0),
    "F14": ((36, 20), (44, 28), (2, 3), 4.0),
    "F09": ((20, 9), (25, 14), (1, 2), 3.0),
}
OTHER_SITE = ((30, 15), (38, 26), (1, 1), 3.0)
OLD_WORKS = ((30, 12), (95, 60), (1, 1), 5.0)
OLD_MARKET = ((26, 12), (44, 34), (1, 1), 2.0)
OLD_STREET = ((8.5, 12.5), (9.7, 15), (1, 2), 0.7)


def buildings_sheet(polygon, table: pd.DataFrame, town: Township, special: dict[str, set]) -> Sheet:
    """All buildings.

    special: sets of parcel numbers by name: old_works, old_market, old_street.
    """
    rng = generator(401)
    shapes, rows = [], []

    def build(mine, angle, style, stream, use, years):
        size, pitch, (low, high), setback = style
        built, lot = houses(polygon[mine], angle, size, pitch, stream, setback)
        floors = rng.integers(low, high + 1, len(built))
        dates = rng.integers(*years, len(built))
        shapes.extend(built)
        rows.extend(zip(table.BSM.to_numpy()[mine[lot]], floors.tolist(), dates.tolist(), [use] * len(built)))

    code, level = table.DLBM.to_numpy(), table.level.to_numpy()
    for number, home in enumerate(town.settlements):
        here = (level == "village") & (table["item"].to_numpy() == number)
        for use, style in VILLAGE_STYLES.items():
            small = ((8.5, 8.0), (9.8, 11.0), (1, 2), 0.6) if home.village.hectares < 1 else style
            build(np.flatnonzero(here & (code == use)), home.angle, small, 500 + number, use, (1978, 2018))
    taken = set().union(*special.values())
    angle = valley_angle(5_400)
    for use, style in TOWN_STYLES.items():
        mine = np.flatnonzero(np.isin(level, ["town", "park"]) & (code == use))
        mine = np.array([n for n in mine if n not in taken], int)
        build(mine, long_side(polygon[mine]), style, 600, use, (1992, 2022))
    for name, style, years in (
        ("old_works", OLD_WORKS, (1972, 1989)),
        ("old_market", OLD_MARKET, (1983, 1995)),
        ("old_street", OLD_STREET, (1890, 1949)),
    ):
        mine = np.array(sorted(special[name]), int)
        for use in np.unique(code[mine]):
            build(mine[code[mine] == use], angle, style, 610, use, years)
    for spot in town.sites:
        if spot.code in ("0601", "05H1", "0508", "0809", "1202"):
            build(
                np.flatnonzero(table.site.to_numpy() == spot.key),
                valley_angle(spot.s),
                SITE_STYLES.get(spot.key, OTHER_SITE),
                620,
                spot.code,
                (1958, 1962) if spot.key == "F09" else (1994, 2016),
            )
    frame = pd.DataFrame(rows, columns=["parcel_bsm", "floors", "built_year", "use_code"])
    frame.insert(0, "building_id", [f"B{n:05d}" for n in range(1, len(frame) + 1)])
    return Sheet(
        "buildings",
        "建筑物 Buildings",
        "Invented building footprints with floors and year; use_code is the parcel's class.",
        text("building_id", "parcel_bsm", width=18) + whole("floors", "built_year") + text("use_code", width=5),
        frame,
        "polygon",
        np.array(shapes, object),
    )


def dwellings(sheet: Sheet, table: pd.DataFrame, town: Township) -> dict[str, int]:
    """Dwellings (houses on homestead parcels) of each natural village."""
    homes = table[(table.level == "village") & (table.DLBM == "0702")].set_index("BSM")["item"]
    owner = sheet.rows.parcel_bsm.map(homes).dropna().astype(int)
    count = owner.value_counts()
    return {home.village.key: int(count.get(number, 0)) for number, home in enumerate(town.settlements)}
