"""The survey's fields of every parcel (DLTB), by the survey's own rules."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .classes import Ground, classify, measure
from .compose import Township
from .frame import to_geographic
from .network import river_t
from .noise import generator, make_noise, sample
from .places import COUNTY_CODE, COUNTY_NAME, VILLAGES, YEAR, village_code, village_name

NAMES = {
    "0101": "水田",
    "0102": "水浇地",
    "0103": "旱地",
    "0201": "果园",
    "0201K": "可调整果园",
    "0202": "茶园",
    "0202K": "可调整茶园",
    "0204": "其他园地",
    "0301": "乔木林地",
    "0301K": "可调整乔木林地",
    "0302": "竹林地",
    "0305": "灌木林地",
    "0307": "其他林地",
    "0404": "其他草地",
    "05H1": "商业服务业设施用地",
    "0508": "物流仓储用地",
    "0601": "工业用地",
    "0602": "采矿用地",
    "0701": "城镇住宅用地",
    "0702": "农村宅基地",
    "08H1": "机关团体新闻出版用地",
    "08H2": "科教文卫用地",
    "0809": "公用设施用地",
    "0810": "公园与绿地",
    "0810A": "广场用地",
    "09": "特殊用地",
    "1001": "铁路用地",
    "1003": "公路用地",
    "1004": "城镇村道路用地",
    "1005": "交通服务场站用地",
    "1006": "农村道路",
    "1101": "河流水面",
    "1103": "水库水面",
    "1104": "坑塘水面",
    "1104A": "养殖坑塘",
    "1104K": "可调整养殖坑塘",
    "1106": "内陆滩涂",
    "1107": "沟渠",
    "1107A": "干渠",
    "1109": "水工建筑用地",
    "1201": "空闲地",
    "1202": "设施农用地",
    "1206": "裸土地",
    "1207": "裸岩石砾地",
}
PLANTING = {
    "LS": "种植粮食作物",
    "FLS": "种植非粮食作物",
    "LYFL": "粮与非粮轮作",
    "XG": "休耕",
    "LLJZ": "林粮间作",
    "WG": "未耕种",
    "JKHF": "即可恢复",
    "GCHF": "工程恢复",
}
REFINED = {"HDGD": "河道耕地", "LQGD": "林区耕地", "LQYD": "林区园地", "FQ": "废弃"}
# Share of a parcel taken by ridges, by slope grade: invented for this township.
RIDGES = {"TT": (0.0, 0.0, 0.0487, 0.0893, 0.1246, 0.1621), "PD": (0.0, 0.0, 0.0312, 0.0574, 0.0868, 0.1095)}
RESTORABLE = ("02", "0301", "0302", "0305", "0307", "0404", "1104")
CONSTRUCTION = ("05", "06", "07", "08", "09", "1004", "1005", "1201")
STATE = ("1001", "1003", "1101", "0701", "1103", "1109", "1106", "1107A")
FIELDS = (
    "BSM",
    "YSDM",
    "TBYBH",
    "TBBH",
    "DLBM",
    "DLMC",
    "QSXZ",
    "QSDWDM",
    "QSDWMC",
    "ZLDWDM",
    "ZLDWMC",
    "TBMJ",
    "KCDLBM",
    "KCXS",
    "KCMJ",
    "TBDLMJ",
    "GDLX",
    "GDPDJB",
    "XZDWKD",
    "TBXHDM",
    "TBXHMC",
    "ZZSXDM",
    "ZZSXMC",
    "GDDB",
    "FRDBS",
    "CZCSXM",
    "SJNF",
    "MSSM",
    "HDMC",
    "BZ",
)


def survey(town: Township, official_area) -> tuple[np.ndarray, pd.DataFrame, Ground]:
    """Polygons, their DLTB fields (with level, item and place of the builder beside them) and what was measured."""
    ground = measure(town)
    code, width = classify(town, ground)
    committee = np.array([v.committee for v in VILLAGES])[town.place]
    order = np.lexsort((ground.xy[:, 0], np.floor(-ground.xy[:, 1] / 60), committee))
    ground = Ground(*(getattr(ground, name)[order] for name in ("xy", "s", "t", "slope", "z", "area")))
    polygon, code, width, committee = town.polygon[order], code[order], width[order], committee[order]
    table = pd.DataFrame(
        {
            "level": town.level[order],
            "item": town.item[order],
            "place": town.place[order],
            "DLBM": code,
            "XZDWKD": width,
        }
    )
    table["DLMC"] = table.DLBM.map(NAMES)
    table["ZLDWDM"] = [village_code(c) + "0000000" for c in committee]
    table["ZLDWMC"] = [village_name(c) for c in committee]
    table["BSM"] = [f"{COUNTY_CODE}1992024{n:05d}" for n in range(1, len(table) + 1)]
    table["TBBH"] = [f"{n + 1:04d}" for n in table.groupby("ZLDWDM").cumcount()]
    table["YSDM"], table["TBYBH"], table["HDMC"], table["BZ"] = "2001010100", None, None, None
    table["FRDBS"], table["SJNF"], table["MSSM"] = "0", YEAR, "00"
    _owner(table)
    _refine(town, table, ground)
    _cropland(table, ground)
    _planting(table, ground)
    areas(table, polygon, official_area)
    return polygon, table, ground


def starts(codes: pd.Series, prefixes) -> pd.Series:
    """Whether codes begin with one of the prefixes."""
    return codes.str.startswith(tuple(prefixes))


def areas(table: pd.DataFrame, polygon, official_area) -> None:
    """TBMJ, KCMJ, TBDLMJ in whole square centimetres × 100, so that no rounding is left to chance."""
    cents = np.rint(np.round(official_area(polygon, to_geographic) * 100, 3)).astype(np.int64)
    ratio = np.rint(table.KCXS.to_numpy(float) * 10_000).astype(np.int64)
    ridge = np.where(ratio > 0, (cents * ratio + 5_000) // 10_000, 0)
    table["TBMJ"], table["KCMJ"], table["TBDLMJ"] = cents / 100, ridge / 100, (cents - ridge) / 100
    table.loc[~starts(table.DLBM, ["01"]), ["KCXS", "KCMJ"]] = [np.nan, np.nan]


def _owner(table):
    town = table.level.isin(["town", "town_street", "park", "park_street"])
    state = starts(table.DLBM, STATE) | (town & starts(table.DLBM, CONSTRUCTION)) | (table.DLBM == "09")
    state &= ~((table.DLBM == "1101") & (table.level == "stream"))
    table["QSXZ"] = np.where(state, "10", "30")
    table["QSDWDM"] = np.where(state, COUNTY_CODE + "0000000000000", table.ZLDWDM)
    table["QSDWMC"] = np.where(state, COUNTY_NAME + "国有土地", table.ZLDWMC)
    built = starts(table.DLBM, CONSTRUCTION)
    kind = np.where(town, "202", "203")
    kind = np.where(table.level.isin(["park", "park_street"]), "202A", kind)
    kind = np.where((table.level == "sites") & table.DLBM.isin(["0601", "0508"]), "203A", kind)
    kind = np.where(table.DLBM == "0602", "204", np.where(table.DLBM == "09", "205", kind))
    table["CZCSXM"] = np.where(built, kind, None)


def _refine(town, table, ground):
    keys = np.array([spot.key for spot in town.sites if spot.key != "H01"])
    site = np.where(table.level == "sites", keys[np.clip(table.item, 0, len(keys) - 1)], "")
    refined = np.full(len(table), None, dtype=object)
    crop, garden = starts(table.DLBM, ["01"]), starts(table.DLBM, ["02"])
    refined[(crop & (ground.z > 400)).to_numpy()] = "LQGD"
    refined[(garden & (ground.z > 380)).to_numpy()] = "LQYD"
    refined[(table.level == "bar").to_numpy()] = "HDGD"
    refined[np.isin(site, ["M01", "M03"])] = "FQ"
    table["site"], table["TBXHDM"] = site, refined
    table["TBXHMC"] = table.TBXHDM.map(REFINED)


def _cropland(table, ground):
    crop = starts(table.DLBM, ["01"]).to_numpy()
    grade = np.digitize(ground.slope, [2, 6, 15, 25], right=True) + 1
    terraced = sample(make_noise(301, 300.0), *ground.xy.T) + (table.DLBM == "0101") * 2.5 > -0.4
    kind = np.where(terraced, "TT", "PD")
    ratio = np.where(terraced, np.array(RIDGES["TT"])[grade], np.array(RIDGES["PD"])[grade])
    table["GDPDJB"] = np.where(crop, grade.astype(str), None)
    table["GDLX"] = np.where(crop & (grade > 1), kind, None)
    table["KCXS"] = np.where(crop, ratio, 0.0)
    table["KCDLBM"] = np.where(crop & (ratio > 0), "1203", None)
    quality = 4 + grade + np.rint(sample(make_noise(302, 700.0), *ground.xy.T)) + (table.DLBM == "0103")
    table["GDDB"] = pd.array(np.where(crop, np.clip(quality, 3, 12), np.nan), dtype="Int64")


def _planting(table, ground):
    rng = generator(311)
    u = rng.random(len(table))
    patch = sample(make_noise(312, 330.0), *ground.xy.T)
    crop = starts(table.DLBM, ["01"]).to_numpy()
    steep = ground.slope > 12
    value = np.where(
        patch > 1.5,
        "FLS",
        np.where(
            u < 0.70,
            "LS",
            np.where(
                u < 0.86, "LYFL", np.where(u < 0.93, "FLS", np.where(u < 0.95, "XG", np.where(u < 0.965, "LLJZ", "WG")))
            ),
        ),
    )
    value = np.where(steep & (u > 0.72), "WG", value)
    value = np.where((table.level == "bar"), "LS", value)
    other = (
        starts(table.DLBM, RESTORABLE).to_numpy() & ~table.level.isin(["verge", "bank", "forest", "village"]).to_numpy()
    )
    low = ground.t < river_t(ground.s)
    chance = np.where(table.level == "plain", np.where(low, 0.75, 0.55), np.where(table.level == "terrace", 0.16, 0.22))
    chance = np.where(ground.slope > 25, 0.0, chance)
    easy = np.where(starts(table.DLBM, ["0301", "0302", "1104"]), 0.12, 0.62)
    back = np.where(u < chance, np.where((u / np.maximum(chance, 1e-9)) < easy, "JKHF", "GCHF"), None)
    table["ZZSXDM"] = np.where(crop, value, np.where(other, back, None))
    table["ZZSXMC"] = table.ZZSXDM.map(PLANTING)
