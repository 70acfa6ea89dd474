"""Inefficient urban land and special places, on the sample as `scripts/qgis` opens it."""

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
from qgis.core import QgsApplication
from villages import about, layer_of, named, relocation, settlements, show_map  # noqa: F401 - driven from here too

MARKED = {
    "inefficienturban": ("INPUT", "BOUNDARY", "BUILDINGS", "HAZARDS", "HISTORIC"),
    "specialplaces": ("INPUT", "STATISTICS", "DEM", "PROTECTED", "HERITAGE", "TOURISM", "CANDIDATES"),
}


def opened(tool):
    """The dialog of a tool, and the layers it has chosen already."""
    dialog = open_tool(tool)
    dialog.resize(980, 1000)
    return dialog, {name: named(value) for name, value in values_of(dialog, *MARKED[tool]).items()}


def refusal():
    """The dialog as it opens, and what it says without a code system."""
    dialog, chosen = opened("inefficienturban")
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=None)
    grab(dialog, "urban_dialog")
    said = press_run_refused(dialog, "urban_refusal")
    dialog.close()
    settle()
    return {"chosen": chosen, "said": said}


def urban():
    """Run as the dialog opens, but for code system, group and files, and looked at."""
    dialog, _ = opened("inefficienturban")
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, GROUP_FIELD="ZLDWMC", PARCELS=str(FOLDER / "urban.gpkg"),
               AREAS=str(FOLDER / "areas.gpkg"), REPORT=str(FOLDER / "urban.html"))
    press_run(dialog)
    parcels = wait_until(lambda: layer_of(FOLDER / "urban.gpkg"), "the parcels on the map", 60)
    areas = wait_until(lambda: layer_of(FOLDER / "areas.gpkg"), "the areas on the map", 60)
    settle()
    grab(dialog, "urban_done")
    dialog.close()
    settle()
    show_map(parcels)
    grab_window("urban_map")
    show_map(areas)
    grab_window("urban_areas_map")
    return {"parcels": about(parcels), "areas": about(areas)}


def urban_report():
    return show_report(FOLDER / "urban.html", "urban_report")


def special():
    """Run as the dialog opens once settlements and candidates are on the map, but for the files, and looked at."""
    dialog, chosen = opened("specialplaces")
    set_values(dialog, PLACES=str(FOLDER / "places.gpkg"), SITES=str(FOLDER / "sites.gpkg"),
               REPORT=str(FOLDER / "special.html"))
    grab(dialog, "special_dialog")
    press_run(dialog)
    places = wait_until(lambda: layer_of(FOLDER / "places.gpkg"), "the places on the map", 60)
    settle()
    grab(dialog, "special_done")
    dialog.close()
    settle()
    show_map(places)
    grab_window("special_map")
    return {"chosen": chosen, "places": about(places)}


def special_report():
    return show_report(FOLDER / "special.html", "special_report")


def dark():
    """A dialog in the dark theme."""
    QgsApplication.setUITheme("Night Mapping")
    settle()
    dialog, _ = opened("specialplaces")
    picture = grab(dialog, "special_dialog_dark")
    grab_window("special_window_dark")
    dialog.close()
    return picture
