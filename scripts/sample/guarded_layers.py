"""What must be guarded or guarded against: redline, hazards, water sources, protected villages, heritage."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .compose import Township, band
from .frame import to_design, to_map
from .network import foot_road_t, river_t
from .noise import make_noise, sample
from .places import COUNTY_CODE, COUNTY_NAME, VILLAGES
from .settlement import valley_angle
from .tables import Column, Sheet, text, tidy, whole


def redline(town: Township, homes) -> Sheet:
    """STBHHX: the high southern forest with one village in it, and a piece of the northern ridge."""
    wave = make_noise(711, 600.0)
    south = band(lambda s: 0 * s - 4_000, lambda s: -1_690 + 120 * np.sin(s / 620) + 60 * sample(wave, s, 0 * s))
    keep = [home.outline.buffer(240) for home in town.settlements if home.village.key not in ("V20",)]
    south = shapely.difference(south, shapely.union_all(keep))
    south = shapely.union_all(
        [
            south,
            homes["V20"].buffer(120),
            *(spot.outline.buffer(60) for spot in town.sites if spot.key in ("M03", "E01")),
        ]
    )
    north = band(lambda s: 1_560 + 70 * np.sin(s / 500), lambda s: 0 * s + 4_000, 4_500, 7_400)
    north = shapely.difference(north, shapely.union_all(keep))
    shapes = [shapely.intersection(shapely.buffer(shapely.buffer(g, -40), 40), town.outline) for g in (south, north)]
    shapes = [
        shapely.multipolygons([p for p in shapely.get_parts(tidy(shapely.simplify(g, 4))) if p.area > 40_000])
        for g in shapes
    ]
    rows = [
        {
            "BSM": f"{COUNTY_CODE}399202400{n:03d}",
            "YSDM": "2005020100",
            "XZQDM": COUNTY_CODE,
            "XZQMC": COUNTY_NAME,
            "SHENG": "浙江省",
            "SHI": "金华市",
            "XIAN": COUNTY_NAME,
            "HXBM": f"HX{n:02d}",
            "HXMC": f"虚构生态保护红线{n}",
            "HXLX": "水源涵养",
            "LXBM": "01",
            "MJ": round(shape.area / 1e4, 4),
            "BZ": "虚构",
        }
        for n, shape in enumerate(shapes, 1)
    ]
    names = (
        "BSM",
        "YSDM",
        "XZQDM",
        "XZQMC",
        "SHENG",
        "SHI",
        "XIAN",
        "HXBM",
        "HXMC",
        "HXLX",
        "LXBM",
        "MJ",
        "ZRBHDMC",
        "ZRBHDJB",
        "ZRBHDLX",
        "ZRBHDFQ",
        "XTYZBLX",
        "GKCS",
        "SZXJXZQDM",
        "SZXJXZQMC",
        "BZ",
    )
    columns = tuple(Column(n, "real") if n == "MJ" else Column(n, "text", 100) for n in names)
    return Sheet(
        "STBHHX",
        "生态保护红线 Ecological redline",
        "Invented; MJ in hectares.",
        columns,
        pd.DataFrame(rows).reindex(columns=names),
        "multipolygon",
        np.array(shapes, object),
    )


def hazards(homes) -> list[Sheet]:
    """Points and extents of geological hazards, some of them planted by villages."""

    def beside(key, distance):
        home = homes[key]
        s, t = to_design(np.array(home.centroid.coords[0]))
        direction = to_map(s, t - 40) - to_map(s, t)
        step = np.arange(0, 900, 0.5)[:, None] * direction / 40 + np.array(home.centroid.coords[0])
        far = shapely.distance(shapely.points(step), home)
        return shapely.Point(step[np.flatnonzero(far >= distance)[0]].round(2))

    def fan(key, length):
        home = homes[key]
        s, t = to_design(np.array(home.centroid.coords[0]))
        tip = shapely.Point(to_map(s + 20, t - length))
        return tidy(
            shapely.simplify(
                shapely.buffer(shapely.convex_hull(shapely.union(home.buffer(14), tip.buffer(28))), 8), 1.5
            )
        )

    def free(s, t, square):
        angle = valley_angle(s)
        turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        a = np.sqrt(square / np.pi)
        x, y = 0.7 * a * np.cos(turn), 1.45 * a * np.sin(turn) * (1 + 0.15 * np.sin(turn))
        cos, sin = np.cos(angle), np.sin(angle)
        return tidy(shapely.Polygon(np.stack([cos * x - sin * y, sin * x + cos * y], -1) + to_map(s, t)))

    areas = [
        ("D01", "滑坡", "中型", fan("V07", 190)),
        ("D02", "滑坡", "小型", fan("V14", 170)),
        ("D03", "崩塌", "小型", free(4_350, -1_420, 16_000)),
        ("D04", "泥石流", "中型", free(6_850, -1_500, 30_000)),
        ("D05", "滑坡", "小型", free(5_900, 1_560, 12_000)),
    ]
    points = [
        ("P01", "滑坡", shapely.Point(areas[0][3].centroid.coords[0])),
        ("P02", "滑坡", shapely.Point(areas[1][3].centroid.coords[0])),
        ("P03", "崩塌", beside("V13", 68.0)),
        ("P04", "滑坡", beside("V22", 136.0)),
        ("P05", "崩塌", shapely.Point(to_map(4_350, -1_420))),
        ("P06", "泥石流", shapely.Point(to_map(6_850, -1_500))),
        ("P07", "崩塌", shapely.Point(to_map(5_900, 1_560))),
    ]
    return [
        Sheet(
            "hazard_points",
            "地质灾害点 Hazard points",
            "Invented geological hazard points.",
            text("hazard_id", "kind", "susceptibility", width=20),
            pd.DataFrame(
                [(k, kind, "高" if k in ("P01", "P02", "P03") else "中") for k, kind, _ in points],
                columns=["hazard_id", "kind", "susceptibility"],
            ),
            "point",
            np.array([p for *_, p in points], object),
        ),
        Sheet(
            "hazard_areas",
            "地质灾害影响范围 Hazard extents",
            "Invented extents of geological hazards.",
            text("hazard_id", "kind", "scale", width=20),
            pd.DataFrame([(k, kind, scale) for k, kind, scale, _ in areas], columns=["hazard_id", "kind", "scale"]),
            "polygon",
            np.array([g for *_, g in areas], object),
        ),
    ]


def water_source(town: Township, homes) -> Sheet:
    """Protection zones of the reservoir: first and second grade, not overlapping."""
    pool = next(spot for spot in town.sites if spot.key == "R01").outline
    first = tidy(shapely.intersection(pool.buffer(110), town.outline))
    second = shapely.union_all([pool.buffer(320), homes["V19"].buffer(60)])
    near = next(home for home in town.settlements if home.village.key == "V18")
    second = shapely.difference(shapely.intersection(second, town.outline), near.outline.buffer(60))
    second = tidy(shapely.simplify(second, 1.5))
    second = tidy(
        shapely.difference(
            shapely.difference(second, first), band(lambda s: foot_road_t(s) - 60, lambda s: 0 * s + 4_000)
        )
    )
    frame = pd.DataFrame(
        [("W01", "一级保护区", "虚构水库水源地"), ("W02", "二级保护区", "虚构水库水源地")],
        columns=["zone_id", "grade", "name"],
    )
    return Sheet(
        "water_source",
        "饮用水水源保护区 Water-source zones",
        "Invented.",
        text("zone_id", "grade", "name", width=60),
        frame,
        "polygon",
        np.array([first, max(shapely.get_parts(second), key=lambda p: p.area)], object),
    )


def protected(town: Township, homes) -> Sheet:
    """Villages on a protection list."""
    listed = (
        ("V14", "中国传统村落（虚构）", "national", 2016),
        ("V02", "省级历史文化村落（虚构）", "provincial", 2018),
        ("V24", "县级传统村落（虚构）", "county", 2020),
    )
    home = {h.village.key: h for h in town.settlements}
    names = {v.key: v.name for v in VILLAGES}
    frame = pd.DataFrame(
        [(k, names[k], kind, grade, year) for k, kind, grade, year in listed],
        columns=["settlement_key", "natural_village", "kind", "grade", "listed_year"],
    )
    shapes = [tidy(shapely.simplify(shapely.union(home[k].outline, homes[k]).buffer(12), 1)) for k, *_ in listed]
    return Sheet(
        "protected_villages",
        "保护村落 Protected villages",
        "Invented lists; outlines of the villages on them.",
        text("settlement_key", "natural_village", "kind", "grade", width=40) + whole("listed_year"),
        frame,
        "polygon",
        np.array(shapes, object),
    )


def heritage(town: Township, street) -> Sheet:
    """Heritage sites: the old street, the winery, a covered bridge."""
    winery = next(spot for spot in town.sites if spot.key == "F09").outline.buffer(6)
    bridge = shapely.buffer(shapely.Point(to_map(1_690, float(river_t(1_690)))), 26, quad_segs=3)
    frame = pd.DataFrame(
        [
            ("H01", "澄溪老街（虚构）", "历史文化街区"),
            ("H02", "澄溪老酒厂（虚构）", "工业遗产"),
            ("H03", "西溪廊桥（虚构）", "文物保护单位"),
        ],
        columns=["heritage_id", "name", "kind"],
    )
    return Sheet(
        "heritage",
        "历史文化保护 Heritage sites",
        "Invented.",
        text("heritage_id", "name", "kind", width=40),
        frame,
        "polygon",
        tidy(np.array([street, winery, bridge], object)),
    )


def old_street(parcels) -> shapely.Polygon:
    """The historic quarter by the river: its parcels and the lanes between them."""
    quarter = shapely.buffer(shapely.buffer(shapely.union_all(parcels), 9, join_style="mitre"), -8, join_style="mitre")
    return tidy(quarter if quarter.geom_type == "Polygon" else quarter.convex_hull)
