"""Services, tourism and enterprises."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely

from .compose import Township
from .frame import to_map
from .network import highway_t, river_t
from .noise import generator
from .tables import Sheet, real, text, whole

# Parcel (site key), name, rating, tax in 10,000 yuan per mu, jobs, polluting.
RATED = (
    ("F01", "小沙畈五金厂", "D", 1.2, 9, 0),
    ("F02", "柳畈竹制品厂", "C", 5.8, 14, 0),
    ("F03", "荷塘沿纺织厂", "B", 13.5, 66, 0),
    ("F04", "上宅畈电动工具厂", "A", 31.0, 240, 0),
    ("F06a", "东畈铸造厂", "C", 6.1, 22, 1),
    ("F06b", "东畈塑料厂", "C", 5.2, 17, 1),
    ("F06c", "东畈包装厂", "B", 11.0, 31, 0),
    ("F07", "桐墅木业甲厂", "B", 12.1, 20, 0),
    ("F07", "桐墅木业乙厂", "D", 0.9, 6, 0),
    ("F08", "园东机械厂", "C", 7.0, 48, 0),
    ("F14", "园东阀门厂", "C", 6.6, 40, 0),
    ("F09", "澄溪老酒厂", "C", 4.0, 18, 0),
    ("F10", "源头竹炭厂", "C", 3.1, 8, 1),
    ("F11", "溪口粮油加工点", None, None, 5, 0),
    ("F12", "澄溪物流园", "B", 9.0, 35, 0),
    ("F13", "横畈建材厂", "B", 10.2, 27, 0),
)
TAX_MEAN = 14.0


def enterprises(table, park_decoy: int, old_works) -> Sheet:
    """The rating table; parcel_bsm joins to DLTB.BSM, and parcels can hold more than one enterprise."""
    by_site = table[table.site != ""].set_index("site").BSM
    rng = generator(801)
    rows = [(by_site[key], f"{name}（虚构）", grade, tax, jobs, dirty) for key, name, grade, tax, jobs, dirty in RATED]
    park = table[(table.level == "park") & table.DLBM.isin(["0601", "0508"])]
    for n in park.index:
        if n == park_decoy:
            rows.append((table.BSM[n], "园区停产企业（虚构）", "D", 0.6, 12, 0))
            continue
        grade = rng.choice(["A", "A", "B", "B", "C"])
        tax = {"A": 28.0, "B": 15.0, "C": 7.5}[grade] + float(np.round(rng.normal(0, 1.5), 1))
        rows.append((table.BSM[n], f"园区企业{len(rows):02d}（虚构）", grade, tax, int(rng.integers(30, 260)), 0))
    for n in sorted(old_works):
        rows.append(
            (
                table.BSM[n],
                f"老厂区企业{len(rows):02d}（虚构）",
                "D" if n % 2 else "C",
                float(np.round(rng.uniform(0.5, 4), 1)),
                int(rng.integers(3, 20)),
                0,
            )
        )
    frame = pd.DataFrame(rows, columns=["parcel_bsm", "enterprise", "rating", "tax_per_mu", "jobs", "polluting"])
    frame.insert(0, "enterprise_id", [f"Q{n:03d}" for n in range(1, len(frame) + 1)])
    return Sheet(
        "enterprises",
        "企业亩均评价表 Enterprise ratings",
        f"Invented ratings A to D; tax_per_mu in 10,000 yuan per mu, county mean {TAX_MEAN}; NULL means not rated.",
        text("enterprise_id", "parcel_bsm", "enterprise", "rating", width=60)
        + real("tax_per_mu")
        + whole("jobs", "polluting"),
        frame,
    )


def services() -> Sheet:
    """Schools, health care, government, transport, all in the town but one clinic up the valley."""
    spots = (
        ("S01", "镇人民政府（虚构）", "government", 5_400, 0.50),
        ("S02", "镇中心卫生院（虚构）", "health", 5_430, 0.62),
        ("S03", "镇中心小学（虚构）", "school", 5_560, 0.40),
        ("S04", "初级中学（虚构）", "school", 5_780, 0.66),
        ("S05", "汽车站（虚构）", "transport", 5_420, 0.88),
        ("S06", "农贸市场（虚构）", "market", 5_390, 0.36),
        ("S07", "下湖塘卫生室（虚构）", "health", 7_650, 0.36),
    )
    xy = np.array([to_map(s, float(river_t(s) + (highway_t(s) - river_t(s)) * f)) for *_, s, f in spots])
    frame = pd.DataFrame([spot[:3] for spot in spots], columns=["service_id", "name", "kind"])
    return Sheet(
        "services",
        "公共服务点 Service points",
        "Invented public services.",
        text("service_id", "name", "kind", width=40),
        frame,
        "point",
        shapely.points(xy.round(2)),
    )


def tourism(town: Township) -> Sheet:
    """Scenic spots and tourism facilities, some by villages."""
    home = {h.village.key: h for h in town.settlements}

    def by(key, dx, dy):
        return home[key].x + dx, home[key].y + dy

    spots = (
        ("T01", "云坪古村游客中心（虚构）", "visitor_centre", by("V14", 20, 15)),
        ("T02", "天井坪云海观景台（虚构）", "scenic", by("V17", 150, -40)),
        ("T03", "天井坪民宿（虚构）", "lodging", by("V17", -30, 25)),
        ("T04", "梅坞茶园民宿（虚构）", "lodging", by("V28", 25, 10)),
        ("T05", "老街入口（虚构）", "scenic", tuple(to_map(5_190, float(river_t(5_190)) + 80))),
        ("T06", "竹海步道口（虚构）", "scenic", by("V15", 260, -120)),
    )
    frame = pd.DataFrame([spot[:3] for spot in spots], columns=["tourism_id", "name", "kind"])
    return Sheet(
        "tourism",
        "旅游资源点 Tourism points",
        "Invented scenic spots and tourism facilities.",
        text("tourism_id", "name", "kind", width=40),
        frame,
        "point",
        shapely.points(np.array([s[3] for s in spots]).round(2)),
    )
