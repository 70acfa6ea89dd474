"""The order of work: partition, attributes, layers, cases, checks, files."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from . import buildings, cases, checks, compose, economy, guarded_layers, plan_layers, readme, roads, survey_layers
from .attributes import survey
from .frame import to_geographic
from .network import river_t
from .write import write_dem, write_geopackage

REMARKS = (
    ("0101", "低洼易涝，拟整治（虚构）"),
    ("0103", "坡改梯项目区（虚构）"),
    ("0201", "2018年由水田改种（虚构）"),
    ("1104", "承包到期（虚构）"),
    ("0301", "省级公益林（虚构）"),
    ("1201", "拆后待用（虚构）"),
    ("0702", "一户一宅待核（虚构）"),
)


def make(folder: Path, official_area):
    """Build everything into a folder; yields lines of the summary."""
    town = compose.build()
    polygon, table, ground = survey(town, official_area)
    for code, remark in REMARKS:
        table.loc[table.index[(code == table.DLBM)][7], "BZ"] = remark
    figures = checks.check(polygon, table, town)
    sides = compose.rows()
    special = old_quarters(table, ground)
    built = buildings.buildings_sheet(polygon, table, town, special)
    homes = survey_layers.homes(polygon, table, town)
    basic, chosen = plan_layers.basic_farmland(polygon, table, ground, official_area, to_geographic)
    zones = plan_layers.zones(polygon, table, ground, sides)
    found = cases.pick(polygon, table, ground, zones)
    counted = buildings.dwellings(built, table, town)
    sheets = [
        survey_layers.parcels_sheet(polygon, table),
        *survey_layers.village_sheets(polygon, table, town, survey_layers.statistics(counted)),
        basic,
        *zones,
        guarded_layers.redline(town, homes),
        plan_layers.boundary(town),
        *guarded_layers.hazards(homes),
        guarded_layers.protected(town, homes),
        guarded_layers.heritage(town, guarded_layers.old_street(polygon[sorted(special["old_street"])])),
        guarded_layers.water_source(town, homes),
        economy.services(),
        roads.roads_sheet(town),
        built,
        economy.enterprises(table, found.park_decoy, special["old_works"]),
        economy.tourism(town),
    ]
    listed = cases.planted(table, ground, town, found, special, chosen, zones)
    write_geopackage(folder / "township.gpkg", sheets)
    write_dem(folder / "dem.tif", town.dem)
    listed.to_csv(folder / "planted_cases.csv", index=False, encoding="utf-8", lineterminator="\n")
    (folder / "README.md").write_text(readme.text(sheets, listed, figures), encoding="utf-8")
    yield ", ".join(
        f"{name} {value:,.2f}" if isinstance(value, float) else f"{name} {value:,}" for name, value in figures.items()
    )
    for sheet in sheets:
        yield f"{sheet.name:24} {len(sheet.rows):6}"
    size = sum(
        (folder / name).stat().st_size for name in ("township.gpkg", "dem.tif", "planted_cases.csv", "README.md")
    )
    yield f"{size / 1e6:.2f} MB in {folder.name}, {len(listed)} planted cases"


def old_quarters(table, ground) -> dict[str, set]:
    """Parcels of the town's old works, old market and old street, by number."""
    inside = (table.level == "town").to_numpy()
    code = table.DLBM.to_numpy()
    t = ground.t - river_t(ground.s)
    works = np.flatnonzero(inside & (code == "0601"))
    market = np.flatnonzero(inside & (code == "05H1") & (ground.s > 5_560) & (t > 120))[:4]
    street = np.flatnonzero(
        inside & np.isin(code, ["0701", "05H1"]) & (ground.s > 5_080) & (ground.s < 5_300) & (t < 122)
    )
    return {"old_works": set(works.tolist()), "old_market": set(market.tolist()), "old_street": set(street.tolist())}
