"""From plan codes to a delivery, on the sample as `scripts/qgis` opens it."""

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
from osgeo import ogr
from qgis import processing
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from villages import SCRIPTS, about, layer_of, named, show_map

FACTS = {"VILLAGE_CODE": "330723199000", "VILLAGE_NAME": "澄溪镇", "PLAN_NAME": "澄溪镇土地综合整治规划"}


def tag_some():
    """The sample's parcels with factories to clear, homesteads to merge, and fields to join; on the map."""
    layer = QgsProject.instance().mapLayersByName("DLTB")[0]
    layer = processing.run("landconsolidation:preparetags", {"INPUT": layer, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    for where, values in (
        ("DLBM = '0601'", {"SUBTYPE": "C1", "PROJECT": "西片工业腾退"}),
        ("DLBM = '0702' AND $id % 3 = 0", {"SUBTYPE": "B2", "DISPOSITION": "merge", "PROJECT": "后山搬迁"}),
        ("DLBM = '0101' AND $id % 5 = 0", {"SUBTYPE": "A1", "PROJECT": "万亩方"}),
    ):
        layer = processing.run("landconsolidation:tagbyexpression", {
            "INPUT": layer, "WHERE": where, "OUTPUT": "TEMPORARY_OUTPUT", **values})["OUTPUT"]
    layer.setName("tagged")
    return QgsProject.instance().addMapLayer(layer)


def codes():
    """Plan codes with the binding lines that the sample marks, and the map they give."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    tagged = tag_some()
    dialog = open_tool("plancodes")
    dialog.resize(980, 900)
    chosen = {name: named(value) for name, value in values_of(dialog, "INPUT", "REDLINE", "BASIC_FARMLAND").items()}
    set_values(dialog, INPUT=tagged.id(), CODE_FIELD="DLBM", CODE_SYSTEM=0, OUTPUT=str(FOLDER / "planned.gpkg"),
               REPORT=str(FOLDER / "codes.html"))
    grab(dialog, "codes_dialog")
    press_run(dialog)
    layer = wait_until(lambda: layer_of(FOLDER / "planned.gpkg"), "the parcels with codes", 60)
    settle()
    grab(dialog, "codes_done")
    dialog.close()
    settle()
    show_map(layer)
    grab_window("codes_map")
    return {"chosen": chosen, **about(layer)}


def codes_report():
    return show_report(FOLDER / "codes.html", "codes_report")


def structure():
    """The structure table by village."""
    dialog = open_tool("landusestructure")
    dialog.resize(980, 800)
    set_values(dialog, INPUT=layer_of(FOLDER / "planned.gpkg").id(), CODE_SYSTEM=1,
               STRUCTURE=str(FOLDER / "structure.gpkg"), REPORT=str(FOLDER / "structure.html"))
    grab(dialog, "structure_dialog")
    press_run(dialog)
    wait_until(lambda: layer_of(FOLDER / "structure.gpkg"), "the table", 60)
    grab(dialog, "structure_done")
    dialog.close()
    settle()
    return show_report(FOLDER / "structure.html", "structure_report")


def refusal():
    """The export with a village code that is none."""
    dialog = open_tool("exportvillageplan")
    dialog.resize(980, 1000)
    chosen = named(values_of(dialog, "INPUT")["INPUT"])
    set_values(dialog, PROFILE=2, FOLDER=str(FOLDER / "out"), **{**FACTS, "VILLAGE_CODE": "3307"})
    grab(dialog, "export_dialog")
    said = press_run_refused(dialog, "export_refusal")
    dialog.close()
    settle()
    return {"chosen": chosen, "said": said}


def export():
    """The delivery of our own profile, then opened from its files."""
    dialog = open_tool("exportvillageplan")
    dialog.resize(980, 1000)
    set_values(dialog, PROFILE=2, FOLDER=str(FOLDER / "out"), REPORT=str(FOLDER / "export.html"), **FACTS)
    press_run(dialog)
    place = FOLDER / "out" / "330723199000澄溪镇_TDZZ"
    wait_until(place.exists, "the delivery", 120)
    settle()
    package = next(place.glob("*.gpkg"))
    grab(dialog, "export_done")
    dialog.close()
    settle()
    files = sorted(path.name for path in package.parent.rglob("*"))
    opened = ogr.Open(str(package))
    names = [opened.GetLayer(i).GetName() for i in range(opened.GetLayerCount())]
    del opened
    QgsProject.instance().clear()
    layers = [QgsVectorLayer(f"{package}|layername={name}", name, "ogr") for name in names]
    QgsProject.instance().addMapLayers(layers)
    show_map(next(layer for layer in layers if layer.name() == "TDZZ_DK"))
    grab_window("export_map")
    return {"files": files, "layers": {layer.name(): layer.featureCount() for layer in layers},
            "valid": all(layer.isValid() for layer in layers)}


def export_report():
    return show_report(FOLDER / "export.html", "export_report")


def dark():
    """The export's dialog in the dark theme."""
    QgsApplication.setUITheme("Night Mapping")
    settle()
    dialog = open_tool("exportvillageplan")
    dialog.resize(980, 1000)
    picture = grab(dialog, "export_dialog_dark")
    dialog.close()
    QgsApplication.setUITheme("default")
    return picture
