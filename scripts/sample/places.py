"""Who lives where: the invented township, its villages and what is planted in them.

Every name and number here is invented. The township code lies in the real county 330723 but
belongs to no township.
"""

from __future__ import annotations

from dataclasses import dataclass

COUNTY_CODE, COUNTY_NAME = "330723", "武义县"
TOWNSHIP_CODE, TOWNSHIP_NAME = "330723199", "澄溪镇"
YEAR = 2024


@dataclass(frozen=True)
class Village:
    """One natural village (自然村).

    committee: last three digits of its administrative village.
    s: position along the valley, metres; where: how t is found, ("row", side, row) on a field road,
    ("foot", offset m) by the southern road, ("elev", side, metres above sea) up a slope.
    hectares: built-up area; slope: mean slope of its site, degrees.
    vacancy, consent: shares of dwellings and of households; None where nobody knows.
    """

    key: str
    name: str
    name_en: str
    committee: str
    s: float
    where: tuple
    hectares: float
    vacancy: float | None
    consent: float | None
    slope: float = 4.0


COMMITTEES = {
    "001": "澄溪社区",
    "201": "柳畈村",
    "202": "荷塘沿村",
    "203": "枫塘沿村",
    "204": "桐墅村",
    "205": "上宅畈村",
    "206": "溪口坞村",
    "207": "云坪村",
    "208": "天井坪村",
    "209": "源头坑村",
    "210": "高坪岭村",
    "211": "前溪畈村",
    "212": "后樟畈村",
    "213": "下湖塘村",
}

VILLAGES = (
    Village("V01", "澄溪", "Chengxi (town)", "001", 5_330, ("town",), 0.0, 0.06, 0.0),
    Village("V02", "柳畈", "Liufan", "201", 1_050, ("row", "south", 3), 8.5, 0.09, 0.0),
    Village("V03", "沙渡", "Shadu", "201", 1_950, ("row", "south", 5), 4.0, 0.12, 0.05),
    Village("V04", "荷塘沿", "Hetangyan", "202", 3_050, ("row", "south", 3), 8.8, 0.08, 0.0),
    Village("V05", "塘后", "Tanghou", "202", 2_420, ("foot", 70), 5.6, 0.38, 0.42),
    Village("V06", "枫塘沿", "Fengtangyan", "203", 3_850, ("foot", 60), 6.5, 0.11, 0.0),
    Village("V07", "石门坎", "Shimenkan", "203", 3_420, ("elev", "south", 205), 1.6, 0.14, 1.0, 9.0),
    Village("V08", "桐墅", "Tongshu", "204", 5_450, ("row", "south", 3), 9.2, 0.07, 0.0),
    Village("V09", "横畈路", "Hengfanlu", "204", 6_150, ("row", "south", 5), 4.3, 0.10, 0.0),
    Village("V10", "上宅畈", "Shangzhaifan", "205", 7_150, ("row", "south", 3), 7.4, 0.13, 0.0),
    Village("V11", "山脚郑", "Shanjiaozheng", "205", 6_500, ("foot", 55), 4.6, 0.22, 0.18),
    Village("V12", "溪口坞", "Xikouwu", "206", 8_080, ("foot", 60), 5.8, 0.10, 0.0),
    Village("V13", "水碓坑", "Shuiduikeng", "206", 7_480, ("elev", "south", 235), 2.0, 0.17, 0.61, 7.0),
    Village("V14", "云坪", "Yunping", "207", 5_620, ("elev", "south", 565), 2.6, 0.21, 0.30, 29.0),
    Village("V15", "竹坞", "Zhuwu", "207", 5_080, ("elev", "south", 330), 2.2, 0.16, 0.10, 6.0),
    Village("V16", "老屋基", "Laowuji", "207", 6_280, ("elev", "south", 420), 0.27, 0.18, 0.67, 8.0),
    Village("V17", "天井坪", "Tianjingping", "208", 720, ("elev", "south", 530), 4.4, 0.05, 0.02, 5.0),
    Village("V18", "茶窠坑", "Chakekeng", "208", 1_420, ("elev", "south", 320), 2.3, 0.24, 0.25, 7.0),
    Village("V19", "源头坑", "Yuantoukeng", "209", 2_080, ("elev", "south", 285), 2.0, 0.26, 0.53, 6.0),
    Village("V20", "松明岙", "Songming'ao", "209", 3_000, ("elev", "south", 455), 1.5, 0.27, 0.45, 7.0),
    Village("V21", "高坪岭", "Gaopingling", "210", 7_300, ("elev", "south", 520), 2.8, None, None, 5.0),
    Village("V22", "岭背", "Lingbei", "210", 8_420, ("elev", "south", 345), 1.8, 0.18, 0.20, 7.0),
    Village("V23", "前溪畈", "Qianxifan", "211", 1_450, ("row", "north", 1), 7.0, 0.09, 0.0),
    Village("V24", "栗园头", "Liyuantou", "211", 2_420, ("elev", "north", 170), 2.6, 0.15, 0.0, 6.0),
    Village("V25", "后樟畈", "Houzhangfan", "212", 3_350, ("row", "north", 1), 5.4, 0.12, 0.0),
    Village("V26", "金鸡坞", "Jinjiwu", "212", 4_150, ("elev", "north", 205), 2.0, 0.19, 0.12, 7.0),
    Village("V27", "下湖塘", "Xiahutang", "213", 7_650, ("row", "north", 1), 6.2, 0.10, 0.0),
    Village("V28", "梅坞", "Meiwu", "213", 8_350, ("elev", "north", 185), 2.2, 0.15, 0.05, 6.0),
)


def village_code(committee: str) -> str:
    """The 12-digit code of an administrative village."""
    return TOWNSHIP_CODE + committee


def village_name(committee: str) -> str:
    """Its full name, as ZLDWMC has it."""
    return COUNTY_NAME + TOWNSHIP_NAME + COMMITTEES[committee]
