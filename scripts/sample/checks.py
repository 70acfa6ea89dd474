"""What must hold before anything is written, and what is told about it."""

from __future__ import annotations

import numpy as np
import shapely

from .attributes import starts
from .compose import Township
from .parcels import neighbours

MU = 10_000 / 15


class Broken(Exception):
    """The sample breaks one of its own rules; the message says which."""


def require(holds: bool, rule: str) -> None:
    """Raise Broken with the rule unless it holds."""
    if not holds:
        raise Broken(rule)


def check(polygon, table, town: Township) -> dict[str, float]:
    """All rules of the partition and of the fields; returns figures for the summary."""
    total = shapely.union_all(polygon)
    area = shapely.area(polygon)
    require(bool(shapely.is_valid(polygon).all()), "every parcel is a valid polygon")
    require(bool((shapely.get_type_id(polygon) == 3).all()), "every parcel is one polygon")
    require(abs(area.sum() - total.area) < 0.01, "parcels do not overlap")
    require(total.geom_type == "Polygon" and not total.interiors, "parcels leave no gap")
    require(total.exterior.hausdorff_distance(town.outline.exterior) < 1, "parcels cover the township")
    _, _, length = neighbours(polygon)
    rim = 2 * length.sum() + total.exterior.length
    require(abs(rim - shapely.length(polygon).sum()) < 0.5, "every edge is shared exactly, vertex by vertex")
    require(float(area.min()) >= 5, "no parcel below 5 m²")
    crop = starts(table.DLBM, ["01"])
    require(table.BSM.is_unique and bool((table.BSM.str.len() == 18).all()), "BSM is unique, 18 long")
    require(not table.duplicated(["ZLDWDM", "TBBH"]).any(), "TBBH is unique within ZLDWDM")
    require(bool(table.GDPDJB.notna().eq(crop).all()), "slope grade on cropland only, and on all of it")
    require(bool((table.KCXS[crop & (table.GDPDJB == "1")] == 0).all()), "no ridges on flat cropland")
    require(bool(table.DLMC.notna().all()), "every class has a name")
    require(bool((table.XZDWKD[table.DLBM == "1006"] <= 8).all()), "rural roads are at most 8 m wide")
    built = starts(table.DLBM, ["05", "06", "07", "08", "09", "1004", "1005", "1201"])
    require(bool(table.CZCSXM.notna().eq(built).all()), "CZCSXM where it is due and nowhere else")
    require(bool(np.isclose(table.TBMJ - table.KCMJ.fillna(0), table.TBDLMJ, atol=0.001).all()), "TBDLMJ = TBMJ - KCMJ")
    require({"0201K", "0202K", "0301K", "1104K"} <= set(table.DLBM), "the convertible classes are there")
    return {
        "parcels": len(table),
        "km2": total.area / 1e6,
        "cropland_mu": float(table.TBDLMJ[crop].sum() / MU),
        "smallest_m2": float(area.min()),
        "vertices": int(shapely.get_num_coordinates(polygon).sum()),
    }
