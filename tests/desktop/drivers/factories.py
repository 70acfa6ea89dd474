"""Industry outside the boundary, on the sample as `scripts/qgis` opens it."""

import importlib
import sys

from driving import (
    FOLDER,
    grab,
    grab_window,
    open_tool,
    press_run,
    press_run_refused,
    set_values,
    settle,
    show_report,
    values_of,
    wait_until,
)
from qgis import processing
from qgis.core import QgsApplication, QgsProject
from villages import SCRIPTS, about, layer_of, named, show_map

MARKED = ("INPUT", "BOUNDARY", "ENTERPRISES", "BUILDINGS", "REDLINE", "BASIC_FARMLAND", "WATER_SOURCE", "HERITAGE",
          "BLOCKS")


def refusal():
    """The dialog as it opens once there are farmland blocks on the map, and what it says without a code system."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    parcels = QgsProject.instance().mapLayersByName("DLTB")[0]
    processing.runAndLoadResults("landconsolidation:farmlandcontiguity", {
        "INPUT": parcels, "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BLOCKS": str(FOLDER / "blocks.gpkg"),
    })
    wait_until(lambda: layer_of(FOLDER / "blocks.gpkg"), "the blocks on the map")
    dialog = open_tool("inefficientindustry")
    dialog.resize(980, 1000)
    chosen = {name: named(value) for name, value in values_of(dialog, *MARKED).items()}
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, TAX_MEAN=0)
    grab(dialog, "industry_dialog")
    said = press_run_refused(dialog, "industry_refusal")
    dialog.close()
    settle()
    return {"chosen": chosen, "said": said}


def industry():
    """Run as the dialog opens, but for code system, group and files, and looked at."""
    dialog = open_tool("inefficientindustry")
    dialog.resize(980, 1000)
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, GROUP_FIELD="ZLDWMC", PARCELS=str(FOLDER / "factories.gpkg"),
               REPORT=str(FOLDER / "industry.html"))
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "factories.gpkg"), "the factories on the map", 60)
    settle()
    grab(dialog, "industry_done")
    dialog.close()
    settle()
    show_map(layer)
    grab_window("industry_map")
    return about(layer)


def report():
    return show_report(FOLDER / "industry.html", "industry_report")


def dark():
    """The dialog in the dark theme."""
    QgsApplication.setUITheme("Night Mapping")
    settle()
    dialog = open_tool("inefficientindustry")
    dialog.resize(980, 1000)
    picture = grab(dialog, "industry_dialog_dark")
    grab_window("industry_window_dark")
    dialog.close()
    return picture
