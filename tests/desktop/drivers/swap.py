"""The forest-cropland swap, on the sample as `scripts/qgis` opens it."""

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
from villages import SCRIPTS, about, layer_of, named, show_map


def swap():
    """The dialog as it opens, run with code system, group and files, and looked at."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    dialog = open_tool("forestfarmlandswap")
    dialog.resize(980, 1000)
    chosen = {name: named(value) for name, value in values_of(
        dialog, "INPUT", "BASIC_FARMLAND", "REDLINE").items()}
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, GROUP_FIELD="ZLDWMC",
               PARCELS=str(FOLDER / "swap.gpkg"), PAIRS=str(FOLDER / "pairs.gpkg"), REPORT=str(FOLDER / "swap.html"))
    grab(dialog, "swap_dialog")
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "swap.gpkg"), "the parcels on the map", 90)
    settle()
    grab(dialog, "swap_done")
    dialog.close()
    settle()
    show_map(layer)
    grab_window("swap_map")
    return {**about(layer), "chosen": chosen}


def report():
    return show_report(FOLDER / "swap.html", "swap_report")
