"""What plans say: permanent basic farmland, high-standard farmland, grain zones, the development boundary."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .attributes import starts
from .compose import Township, band
from .fields import row_t
from .frame import to_map
from .network import highway_t, river_t
from .noise import generator, make_noise, sample
from .places import COUNTY_CODE, COUNTY_NAME, TOWNSHIP_CODE, TOWNSHIP_NAME
from .settlement import PARK, TOWN
from .sites import boundary_east
from .tables import Column, Sheet, dissolve, text, tidy, whole

PERSONAL = {
    "ZZRR": "虚构责任人",
    "ZRRMC": "虚构姓名",
    "ZRRZJHM": "000000000000000000",
    "LXDH": "00000000000",
    "JZDZ": "虚构地址",
    "CFZR": "虚构村负责人",
    "ZMC": "虚构组",
}


def basic_farmland(polygon, table, ground, official_area, to_geographic) -> tuple[Sheet, np.ndarray]:
    """YJJBNTBHTB and which parcels are in it (numbers)."""
    u = generator(701).random(len(table))
    crop = starts(table.DLBM, ["01"]).to_numpy()
    s, t = ground.s, ground.t
    north = t > river_t(s)
    town = (s > TOWN[0] - 260) & (s < PARK[1] + 160) & north & (t < highway_t(s) + 60)
    patchy = sample(make_noise(702, 380.0), *ground.xy.T)
    plain = (table.level == "plain").to_numpy() & ~town & (patchy > np.where(north, -0.25, -1.45)) & (u < 0.985)
    slope = (table.level == "terrace").to_numpy() & (patchy > 0.1) & (ground.slope <= 15)
    steep = (table.level == "terrace").to_numpy() & (ground.slope > 15) & (u < 0.16)
    chosen = np.flatnonzero((crop & (plain | slope | steep)) | (table.DLBM == "0201") & plain & (u < 0.035))
    chosen = chosen[ground.area[chosen] > 350]
    frame = table.iloc[chosen][
        [
            "YSDM",
            "TBBH",
            "DLBM",
            "DLMC",
            "QSXZ",
            "QSDWDM",
            "QSDWMC",
            "ZLDWDM",
            "ZLDWMC",
            "KCDLBM",
            "KCXS",
            "KCMJ",
            "GDLX",
            "GDPDJB",
            "TBXHDM",
            "TBXHMC",
            "ZZSXDM",
            "ZZSXMC",
            "GDDB",
            "FRDBS",
            "SJNF",
        ]
    ].copy()
    frame["YJJBNTTBMJ"] = table.TBMJ.iloc[chosen].to_numpy()
    frame["YJJBNTMJ"] = table.TBDLMJ.iloc[chosen].to_numpy()
    geometry = polygon[chosen]
    over = np.flatnonzero(table.site.to_numpy() == "F13")[0]
    old = pd.DataFrame(
        [
            {
                "TBBH": "9001",
                "DLBM": "0101",
                "DLMC": "水田",
                "QSXZ": "30",
                "FRDBS": "0",
                "SJNF": 2020,
                "BZ": "图上仍为耕地，实地已建厂（虚构）",
            }
        ]
    )
    for name in ("QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC"):
        old[name] = table[name].iloc[over]
    size = float(np.round(official_area(polygon[[over]], to_geographic)[0], 2))
    old["YJJBNTTBMJ"], old["YJJBNTMJ"] = size, size
    frame = pd.concat([frame, old], ignore_index=True)
    frame["GDDB"] = pd.array([None if v is None or pd.isna(v) else int(v) for v in frame.GDDB], dtype="Int64")
    frame["BSM"] = [f"{COUNTY_CODE}2992024{n:05d}" for n in range(1, len(frame) + 1)]
    frame["YJJBNTTBBH"] = [f"{TOWNSHIP_CODE}{n:06d}" for n in range(1, len(frame) + 1)]
    frame["YSDM"], frame["XZQDM"], frame["XZQMC"] = "2005010300", COUNTY_CODE, COUNTY_NAME
    frame["GDDJ"] = frame.GDDB
    for name, value in PERSONAL.items():
        frame[name] = value
    frame["SFWYYJJBNT"], frame["WDGD"] = "是", "是"
    widths = {
        "BSM": 18,
        "YSDM": 10,
        "XZQDM": 12,
        "XZQMC": 100,
        "YJJBNTTBBH": 20,
        "TBBH": 8,
        "DLBM": 5,
        "DLMC": 60,
        "QSXZ": 2,
        "QSDWDM": 19,
        "QSDWMC": 60,
        "ZLDWDM": 19,
        "ZLDWMC": 60,
        "YJJBNTTBMJ": None,
        "KCDLBM": 5,
        "KCXS": None,
        "KCMJ": None,
        "YJJBNTMJ": None,
        "GDLX": 2,
        "GDPDJB": 2,
        "GGBZL": 10,
        "TBXHDM": 6,
        "TBXHMC": 20,
        "ZZSXDM": 6,
        "ZZSXMC": 20,
        "GDDB": 0,
        "GDDJ": 0,
        "ZLFLDM": 12,
        "FRDBS": 1,
        "SJNF": 0,
        "BHKSSJ": 20,
        "BHJSSJ": 20,
        "WDGD": 10,
        "SFWYYJJBNT": 10,
        "BZ": 255,
    }
    columns = tuple(
        Column(n, "real") if w is None else Column(n, "integer") if w == 0 else Column(n, "text", w)
        for n, w in widths.items()
    ) + text(*PERSONAL, width=60)
    frame = frame.reindex(columns=[c.name for c in columns])
    sheet = Sheet(
        "YJJBNTBHTB",
        "永久基本农田保护图斑 Permanent basic farmland",
        "Invented permanent basic farmland; its personal fields hold plainly fake values.",
        columns,
        frame,
        "polygon",
        np.append(geometry, polygon[over]),
    )
    return sheet, chosen


def zones(polygon, table, ground, sides) -> list[Sheet]:
    """High-standard farmland and grain production zones: groups of parcels, cut along parcel lines."""
    made = []
    farmed = starts(table.DLBM, ["01", "02", "1104", "1006", "1107", "0307", "0301K"]) & (table.level != "forest")
    grain = starts(table.DLBM, ["01", "1006", "1107"])
    plans = (
        (
            "high_standard_farmland",
            "高标准农田 High-standard farmland",
            farmed & ~starts(table.DLBM, ["1107A"]),
            (
                ("south", 250, 1_780, 0.05, 0.93, 2013),
                ("south", 2_620, 4_370, 0.10, 0.98, 2016),
                ("south", 4_480, 6_020, 0.03, 0.80, 2019),
                ("south", 6_700, 8_150, 0.18, 0.97, 2021),
                ("north", 350, 1_250, 0.05, 0.95, 2015),
                ("north", 6_850, 8_300, 0.1, 0.9, 2022),
            ),
        ),
        (
            "grain_zone",
            "粮食生产功能区 Grain production zones",
            grain & ~starts(table.DLBM, ["1107A"]),
            (
                ("south", 500, 2_150, 0.20, 0.98, 2012),
                ("south", 2_900, 4_150, 0.05, 0.75, 2012),
                ("south", 4_600, 5_800, 0.25, 0.98, 2014),
                ("south", 7_250, 8_450, 0.05, 0.85, 2014),
                ("north", 7_000, 8_150, 0.1, 0.8, 2014),
            ),
        ),
    )
    for name, title, allowed, pieces in plans:
        geometry, rows = [], []
        for number, (side, s0, s1, f0, f1, year) in enumerate(pieces, start=1):
            inside = allowed.to_numpy() & shapely.contains_xy(_piece(sides[side], s0, s1, f0, f1), *ground.xy.T)
            parts = dissolve(polygon[inside])
            geometry.append(shapely.multipolygons(parts[shapely.area(parts) > 3_000]))
            rows.append((f"{name[0].upper()}{number:02d}", f"{TOWNSHIP_NAME}第{number}片（虚构）", year))
        frame = pd.DataFrame(rows, columns=["zone_id", "zone_name", "built_year"])
        made.append(
            Sheet(
                name,
                title,
                "Invented; follows parcel lines.",
                text("zone_id", "zone_name", width=60) + whole("built_year"),
                frame,
                "multipolygon",
                np.array(geometry, object),
            )
        )
    return made


def _piece(rows, s0, s1, f0, f1):
    s = np.arange(s0, s1 + 1, 30.0)
    wavy = 0.03 * np.sin(s / 170)
    low, high = to_map(s, row_t(rows, np.clip(f0 + wavy, 0, 1), s)), to_map(s, row_t(rows, np.clip(f1 + wavy, 0, 1), s))
    piece = shapely.Polygon(np.concatenate([low, high[::-1]])).buffer(0)
    shapely.prepare(piece)
    return piece


def boundary(town: Township) -> Sheet:
    """CZKFBJ: concentrated (410), flexible (420) and special-use (430) zones, not overlapping."""
    top = lambda s: highway_t(s) + 13  # noqa: E731
    east = float(boundary_east(0))
    pieces = [
        ("410", "集中建设区", band(lambda s: river_t(s) + 28, top, TOWN[0] - 20, TOWN[1] + 11)),
        ("410", "集中建设区", band(lambda s: river_t(s) + 165, top, TOWN[1] + 0.0, east + 25)),
        ("420", "弹性发展区", band(lambda s: river_t(s) + 60, lambda s: highway_t(s) - 90, TOWN[0] - 200, TOWN[0] + 5)),
        ("430", "特别用途区", band(lambda s: river_t(s) - 28, lambda s: river_t(s) + 40, TOWN[0] + 100, TOWN[1] + 40)),
    ]
    limit = _limit(east)
    shapes, rows, taken = [], [], shapely.Polygon()
    for number, (code, name, shape) in enumerate(pieces, 1):
        fresh = tidy(shapely.difference(shapely.intersection(shape, limit), taken))
        parts = shapely.get_parts(fresh)
        fresh = shapely.multipolygons(parts[shapely.area(parts) > 500])
        taken = shapely.union(taken, fresh)
        shapes.append(fresh)
        rows.append(
            {
                "BSM": f"{COUNTY_CODE}499202400{number:03d}",
                "YSDM": "2090020610",
                "XZQDM": COUNTY_CODE,
                "XZQMC": COUNTY_NAME,
                "GHFQDM": code,
                "GHFQMC": name,
                "MJ": round(fresh.area / 1e4, 4),
                "BZ": "虚构",
            }
        )
    columns = (
        text("BSM", width=18)
        + text("YSDM", width=10)
        + text("XZQDM", width=12)
        + text("XZQMC", width=100)
        + (Column("GHFQDM", "text", 3), Column("GHFQMC", "text", 50), Column("MJ", "real"), Column("BZ", "text", 255))
    )
    return Sheet(
        "CZKFBJ",
        "城镇开发边界 Urban development boundary",
        "Invented; MJ in hectares.",
        columns,
        pd.DataFrame(rows),
        "multipolygon",
        np.array(shapes, object),
    )


def _limit(east):
    t = np.array([-200.0, 1_200.0])
    return shapely.Polygon(np.concatenate([to_map(np.full(2, 3_000.0), t), to_map(np.full(2, east), t[::-1])]))
