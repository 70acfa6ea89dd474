"""The planted cases: what each tool must find, and what it must leave alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .attributes import starts
from .classes import Ground
from .compose import Township

MU = 10_000 / 15
COLUMNS = ("case_id", "tool", "layer", "key_field", "key", "expected", "x", "y", "why_en", "why_zh")


@dataclass(frozen=True)
class Found:
    """Parcels picked out of the finished survey, by number."""

    steep: int
    gentle: int
    easy: int
    works: int
    touching: int
    park_decoy: int


def pick(polygon, table, ground: Ground, zones) -> Found:
    """The parcels that show a case best; raises ValueError when the township has none."""
    crop = starts(table.DLBM, ["01"]).to_numpy()
    steep = np.flatnonzero(crop & (table.GDPDJB == "5").to_numpy() & (table.TBMJ > 1_500).to_numpy())
    garden = np.flatnonzero(
        (table.DLBM == "0201").to_numpy()
        & (table.level == "terrace").to_numpy()
        & (ground.slope < 12)
        & (ground.slope > 2)
        & (table.TBMJ > 1_800).to_numpy()
    )
    if not steep.size or not garden.size:
        raise ValueError("The township has no steep cropland or no gentle orchard to swap.")
    far = np.hypot(*(ground.xy[steep][:, None] - ground.xy[garden][None]).transpose(2, 0, 1))
    one, two = np.unravel_index(far.argmin(), far.shape)
    built = shapely.union_all(zones[0].geometry)
    shapely.prepare(built)
    inside = shapely.contains_xy(built, *ground.xy.T)
    good = (table.DLBM == "0201").to_numpy() & (table.level == "plain").to_numpy() & (table.TBMJ > 2_000).to_numpy()
    easy = np.flatnonzero(good & inside & (table.ZZSXDM == "JKHF").to_numpy())
    works = np.flatnonzero(
        starts(table.DLBM, ["02", "1104"]).to_numpy()
        & inside
        & (table.ZZSXDM == "GCHF").to_numpy()
        & (table.level != "terrace").to_numpy()
    )
    touching = np.flatnonzero(good & ~inside & (table.ZZSXDM == "JKHF").to_numpy() & (ground.t < 350))
    fields = polygon[crop & (table.level == "plain").to_numpy()]
    beside = shapely.STRtree(fields).query(polygon[touching], predicate="dwithin", distance=0.001)[0]
    touching = touching[np.unique(beside)]
    park = np.flatnonzero(((table.level == "park") & (table.DLBM == "0601")).to_numpy())
    return Found(
        int(steep[one]),
        int(garden[two]),
        int(easy[0]),
        int(works[0]),
        int(touching[touching.size // 2]),
        int(park[park.size // 2]),
    )


def planted(table, ground, town: Township, found: Found, special, chosen, zones) -> pd.DataFrame:
    """The list of cases, one row each."""
    rows = []
    site = {key: n for n, key in enumerate(table.site) if key}
    village = {home.village.key: home for home in town.settlements}

    def parcel(case, tool, number, expected, en, zh, layer="DLTB"):
        x, y = ground.xy[number].round(1)
        rows.append((case, tool, layer, "BSM", table.BSM[number], expected, x, y, en, zh))

    def place(case, tool, key, expected, en, zh):
        home = village[key]
        rows.append(
            (
                case,
                tool,
                "natural_villages",
                "natural_village",
                home.village.name,
                expected,
                round(home.x, 1),
                round(home.y, 1),
                en,
                zh,
            )
        )

    middle = town.ways["strip"][0].line.interpolate(0.4, normalized=True)
    rows.append(
        (
            "A-GAP",
            "farmlandcontiguity",
            "roads",
            "name",
            "中畈路",
            "blocks_joined_between_gaps=20-50",
            round(middle.x, 1),
            round(middle.y, 1),
            "One planted field road, 24 m with its verges, parts two blocks below 10,000 mu; bridged at 50 m "
            "they pass 10,000 mu",
            "中畈路连同两侧林带共宽24米，把两片不足万亩的耕地隔开；间距取50米时连成万亩方",
        )
    )
    rows.append(
        (
            "A-BARRIER",
            "farmlandcontiguity",
            "roads",
            "kind",
            "highway",
            "never_joined",
            *np.round(_crossing(town), 1).tolist(),
            "Highway, river and railway keep the northern fields apart at every gap",
            "公路、河流、铁路使北岸耕地在任何间距下都不相连",
        )
    )
    place(
        "V-HOLLOW",
        "villagerelocation",
        "V05",
        "vacancy_high;not_by_hazard",
        "Hollow village: more than 30 % of dwellings vacant",
        "空心村：空置率超过30%",
    )
    place(
        "V-SLIDE",
        "villagerelocation",
        "V07",
        "merge;agreed;hazard_inside",
        "Inside a landslide extent, every household consents",
        "位于滑坡影响范围内，全部农户同意",
    )
    place(
        "V-NEAR",
        "villagerelocation",
        "V13",
        "merge;candidate;hazard_within_100",
        "Within 100 m of a hazard point, not all consent",
        "距灾害点100米以内，部分农户同意",
    )
    place(
        "V-DECOY136",
        "villagerelocation",
        "V22",
        "no_hazard",
        "Decoy: its hazard point is more than 100 m away",
        "陷阱：灾害点在100米以外",
    )
    place(
        "V-PROTECTED",
        "villagerelocation",
        "V14",
        "retain;X1",
        "Traditional village, high, steep and inside a hazard extent: protection comes first",
        "传统村落，高、陡且在灾害范围内：保护优先",
    )
    place(
        "V-HIGH",
        "villagerelocation",
        "V17",
        "undecided;X2",
        "High and remote but alive: a person decides",
        "高山远山但有人气：由人决定",
    )
    place(
        "V-TINY",
        "villagerelocation",
        "V16",
        "scattered_mu;scattered_households",
        "Hamlet under 5 mu and under 10 households",
        "不足5亩、不足10户的零星农居点",
    )
    place("V-REDLINE", "villagerelocation", "V20", "in_redline", "Inside the ecological redline", "位于生态保护红线内")
    place("V-WATER", "villagerelocation", "V19", "in_water_source", "Inside the water-source zone", "位于水源保护区内")
    place(
        "V-UNKNOWN",
        "villagerelocation",
        "V21",
        "unknown_statistics",
        "High, its statistics are NULL: unknown, not zero",
        "海拔高，统计数据缺失：未知不等于零",
    )
    place("V-PLAIN", "specialplaces", "V02", "retain;X1", "Listed village in the plain", "平原上的历史文化村落")
    factories = (
        ("F01", "clear", "class D, outside, touches a block of 100 mu and more", "D类，边界外，紧邻百亩以上耕地"),
        ("F02", "move", "class C, outside, stray", "C类，边界外，零星"),
        ("F03", "upgrade", "class B, outside", "B类，边界外"),
        ("F04", "keep", "class A, outside: boundary review", "A类，边界外：留待边界评估"),
        ("F06a", "cluster", "one of three neighbours within 50 m: a cluster, not stray", "50米内三厂成组，不算零星"),
        ("F06b", "cluster", "one of three neighbours within 50 m", "50米内三厂成组"),
        ("F06c", "cluster", "one of three neighbours within 50 m", "50米内三厂成组"),
        ("F07", "clear", "two enterprises, B and D: the worst counts", "一宗两企，B与D，取最差"),
        ("F08", "candidate;outside_share>=0.5", "straddles the boundary, more than half outside", "跨边界，过半在外"),
        (
            "F14",
            "not_candidate;outside_share<0.5",
            "decoy: straddles the boundary, less than half outside",
            "陷阱：跨边界，不足一半在外",
        ),
        ("F09", "convert", "heritage winery", "工业遗产酒厂"),
        ("F10", "clear;water_source", "inside the water-source zone", "位于水源保护区内"),
        ("F11", "unknown_grade", "not rated: unknown", "未评级：未知"),
        ("F12", "logistics", "only with logistics included (0508)", "物流用地，选中才计入"),
        ("F13", "clear;basic_farmland", "stands on land recorded as permanent basic farmland", "占用图上永久基本农田"),
    )
    for key, expected, en, zh in factories:
        parcel(f"C-{key}", "inefficientindustry", site[key], expected, en, zh)
    parcel(
        "C-F05",
        "inefficientindustry",
        found.park_decoy,
        "not_candidate",
        "decoy: class D but inside the boundary",
        "陷阱：D类但在边界内",
    )
    parcel("A-STEEP", "forestfarmlandswap", found.steep, "out", "Cropland steeper than 25°", "25度以上陡坡耕地")
    parcel("A-GENTLE", "forestfarmlandswap", found.gentle, "in", "Gentle orchard nearby", "附近的缓坡果园")
    parcel(
        "A-JKHF",
        "farmlandrestoration",
        found.easy,
        "tier1",
        "Restorable at once, inside high-standard farmland",
        "高标准农田内即可恢复",
    )
    parcel(
        "A-GCHF",
        "farmlandrestoration",
        found.works,
        "tier2",
        "Restorable by works, inside high-standard farmland",
        "高标准农田内工程恢复",
    )
    parcel(
        "A-TOUCH",
        "farmlandrestoration",
        found.touching,
        "tier3",
        "Restorable at once, outside it, among large blocks",
        "高标准农田外即可恢复，紧邻大片耕地",
    )
    parcel(
        "A-STEEPBF",
        "multifieldoverlay",
        int(chosen[np.argmax(ground.slope[chosen])]),
        "in_basic_farmland",
        "The steepest basic farmland",
        "坡度最大的永久基本农田",
        "DLTB",
    )
    outer = zones[0].geometry[4].representative_point()
    rows.append(
        (
            "A-HSOUT",
            "multifieldoverlay",
            "high_standard_farmland",
            "zone_id",
            zones[0].rows.zone_id[4],
            "outside_basic_farmland",
            round(outer.x, 1),
            round(outer.y, 1),
            "High-standard farmland of which much is not basic farmland",
            "大部分不在永久基本农田内的高标准农田",
        )
    )
    parcel("E-FQ", "ecologicalrestoration", site["M01"], "abandoned_mine", "Abandoned quarry (0602, FQ)", "废弃采石场")
    parcel(
        "E-FQRED",
        "ecologicalrestoration",
        site["M03"],
        "abandoned_mine;in_redline",
        "Abandoned mine inside the redline",
        "红线内废弃矿",
    )
    parcel("E-MINE", "ecologicalrestoration", site["M02"], "leave", "Decoy: quarry at work", "陷阱：在采矿山")
    parcel(
        "E-REDLINE",
        "ecologicalrestoration",
        site["E01"],
        "construction_in_redline",
        "Closed guest house inside the redline",
        "红线内停业招待所",
    )
    bar = int(np.flatnonzero(table.TBXHDM == "HDGD")[0])
    parcel("E-HDGD", "ecologicalrestoration", bar, "cropland_in_channel", "Cropland in the river channel", "河道耕地")
    for name, expected, en, zh in (
        ("old_works", "candidate", "Old works with low floor-area ratio", "容积率低的老厂区"),
        ("old_market", "candidate", "Single-storey old market", "单层旧市场"),
        ("old_street", "D3", "Historic street: protect, never redevelop", "历史街区：保护，不作拆除重建"),
    ):
        for count, number in enumerate(sorted(special[name])[:3], 1):
            parcel(f"D-{name}-{count}", "inefficienturban", number, expected, en, zh)
    place("X-TOUR", "specialplaces", "V28", "X4", "Lodging among tea gardens", "茶园民宿")
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _crossing(town):
    line = town.ways["rail"][0].line
    point = line.interpolate(0.3, normalized=True)
    return np.array([point.x, point.y])
