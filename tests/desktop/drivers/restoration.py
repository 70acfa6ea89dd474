"""Restoring cropland, on the sample as `scripts/qgis` opens it."""

import importlib
import sys

from driving import (
    FOLDER,
    grab,
    grab_window,
    open_tool,
    press_run,
    set_values,
    settle,
    show_report,
    values_of,
    wait_until,
)
from qgis import processing
from qgis.core import QgsProject
from villages import SCRIPTS, about, layer_of, named, show_map

MARKED = ("INPUT", "HIGH_STANDARD", "BASIC_FARMLAND", "BLOCKS", "REDLINE", "DEM")


def restoration():
    """Run as the dialog opens once there are farmland blocks on the map, but for code system, target and files."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    parcels = QgsProject.instance().mapLayersByName("DLTB")[0]
    processing.runAndLoadResults("landconsolidation:farmlandcontiguity", {
        "INPUT": parcels, "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BLOCKS": str(FOLDER / "blocks.gpkg"),
    })
    wait_until(lambda: layer_of(FOLDER / "blocks.gpkg"), "the blocks on the map")
    dialog = open_tool("farmlandrestoration")
    dialog.resize(980, 1000)
    chosen = {name: named(value) for name, value in values_of(dialog, *MARKED).items()}
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, INCLUDE_K=True, TARGET_MU=1500, GROUP_FIELD="ZLDWMC",
               PARCELS=str(FOLDER / "restorable.gpkg"), REPORT=str(FOLDER / "restoration.html"))
    grab(dialog, "restoration_dialog")
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "restorable.gpkg"), "the parcels on the map", 60)
    settle()
    grab(dialog, "restoration_done")
    dialog.close()
    settle()
    show_map(layer)
    grab_window("restoration_map")
    return {"chosen": chosen, **about(layer)}


def report():
    return show_report(FOLDER / "restoration.html", "restoration_report")
