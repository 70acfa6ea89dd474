"""From homesteads to relocation candidates, on the sample as `scripts/qgis` opens it."""

import importlib
import sys
from pathlib import Path

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
from qgis.core import QgsApplication, QgsProject
from qgis.utils import iface

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
MARKED = ("INPUT", "STATISTICS", "DEM", "HAZARD_AREAS", "HAZARD_POINTS", "PROTECTED", "REDLINE", "WATER_SOURCE",
          "SERVICES", "ROADS")


def named(value):
    """The name of the layer that a parameter was given."""
    layer = QgsProject.instance().mapLayer(value) if isinstance(value, str) else None
    return layer.name() if layer is not None else value


def layer_of(source):
    """The layer on the map that came from this file."""
    return next((layer for layer in QgsProject.instance().mapLayers().values()
                 if layer.source().startswith(str(source))), None)


def settlements():
    """The sample, and its homesteads grouped with the dialog as it opens, but for code system and name field."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    dialog = open_tool("settlements")
    dialog.resize(980, 760)
    chosen = {name: named(value) for name, value in values_of(dialog, "INPUT", "VILLAGES").items()}
    set_values(dialog, CODE_SYSTEM=0, VILLAGE_NAME_FIELD="natural_village",
               SETTLEMENTS=str(FOLDER / "settlements.gpkg"))
    grab(dialog, "settlements_dialog")
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "settlements.gpkg"), "the settlements on the map", 60)
    settle()
    dialog.close()
    settle()
    show_map(layer)
    grab_window("settlements_map")
    return {"chosen": chosen, **about(layer)}


def refusal():
    """The relocation dialog as it opens, and what it says to weights it does not know."""
    dialog = open_tool("villagerelocation")
    dialog.resize(980, 900)
    chosen = {name: named(value) for name, value in values_of(dialog, *MARKED).items()}
    grab(dialog, "relocation_dialog")
    set_values(dialog, WEIGHTS="danger=1")
    said = press_run_refused(dialog, "relocation_refusal")
    dialog.close()
    settle()
    return {"chosen": chosen, "said": said}


def relocation():
    """Run as the dialog opens, but for the files, and looked at."""
    dialog = open_tool("villagerelocation")
    dialog.resize(980, 900)
    set_values(dialog, CANDIDATES=str(FOLDER / "candidates.gpkg"),
               REPORT=str(FOLDER / "relocation.html"))
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "candidates.gpkg"), "the candidates on the map", 60)
    settle()
    grab(dialog, "relocation_done")
    dialog.close()
    settle()
    show_map(layer)
    grab_window("relocation_map")
    return about(layer)


def report():
    return show_report(FOLDER / "relocation.html", "relocation_report")


def dark():
    """The dialog and the toolbar in the dark theme."""
    QgsApplication.setUITheme("Night Mapping")
    settle()
    dialog = open_tool("villagerelocation")
    dialog.resize(980, 900)
    picture = grab(dialog, "relocation_dialog_dark")
    grab_window("window_dark")
    dialog.close()
    return picture


def show_map(layer):
    """The layer alone over the relief, filling the map."""
    tree = QgsProject.instance().layerTreeRoot()
    for node in tree.findLayers():
        node.setItemVisibilityChecked(node.layer() is layer or node.layer().name() in ("dem", "roads"))
    node = tree.findLayer(layer)
    node.setItemVisibilityCheckedParentRecursive(True)
    node.setExpanded(True)
    canvas = iface.mapCanvas()
    canvas.setExtent(layer.extent())
    canvas.refresh()
    settle()
    canvas.waitWhileRendering()


def about(layer):
    tree = QgsProject.instance().layerTreeRoot()
    return {
        "name": layer.name(), "title": layer.metadata().title(), "count": layer.featureCount(),
        "groups": [group.name() for group in tree.findGroups(True)],
        "aliases": {field.name(): field.alias() for field in layer.fields() if field.alias()},
        "legend": [item.label() for item in layer.renderer().legendSymbolItems()],
        "labels": layer.labelsEnabled(),
    }
