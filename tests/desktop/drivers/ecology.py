"""Ecological restoration, on the sample as `scripts/qgis` opens it."""

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

MARKED = ("INPUT", "REDLINE", "BLOCKS", "ROADS")


def restoration():
    """Run as the dialog opens once there are farmland blocks, but for code system and files, and looked at."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    parcels = QgsProject.instance().mapLayersByName("DLTB")[0]
    processing.runAndLoadResults("landconsolidation:farmlandcontiguity", {
        "INPUT": parcels, "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BLOCKS": str(FOLDER / "blocks.gpkg"),
    })
    wait_until(lambda: layer_of(FOLDER / "blocks.gpkg"), "the blocks on the map")
    dialog = open_tool("ecologicalrestoration")
    dialog.resize(980, 1000)
    chosen = {name: named(value) for name, value in values_of(dialog, *MARKED).items()}
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, PARCELS=str(FOLDER / "restore.gpkg"),
               LINKS=str(FOLDER / "links.gpkg"), REPORT=str(FOLDER / "ecology.html"))
    grab(dialog, "ecology_dialog")
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "restore.gpkg"), "the parcels on the map", 60)
    links = wait_until(lambda: layer_of(FOLDER / "links.gpkg"), "the lines on the map", 60)
    settle()
    grab(dialog, "ecology_done")
    dialog.close()
    settle()
    show_map(links)
    grab_window("ecology_map")
    return {"chosen": chosen, "parcels": about(layer), "links": about(links)}


def report():
    return show_report(FOLDER / "ecology.html", "ecology_report")
