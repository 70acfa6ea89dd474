"""The ledger of indicators and the review form of basic farmland, on the sample as `scripts/qgis` opens it."""

import importlib
import sys

from delivery import tag_some
from driving import FOLDER, grab, open_tool, press_run, set_values, settle, show_report, wait_until
from qgis import processing
from qgis.core import QgsProject, QgsVectorLayer
from villages import SCRIPTS, layer_of, named


def ledger():
    """Tagged parcels with plan codes to a ledger by project."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    processing.run("landconsolidation:plancodes", {
        "INPUT": tag_some(), "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "OUTPUT": str(FOLDER / "planned.gpkg")})
    planned = QgsProject.instance().addMapLayer(QgsVectorLayer(str(FOLDER / "planned.gpkg"), "planned", "ogr"))
    dialog = open_tool("indicatorledger")
    dialog.resize(980, 1000)
    set_values(dialog, INPUT=planned.id(), CODE_SYSTEM=1, LEDGER=str(FOLDER / "ledger.gpkg"),
               WORKBOOK=str(FOLDER / "ledger.xlsx"), REPORT=str(FOLDER / "ledger.html"))
    grab(dialog, "ledger_dialog")
    press_run(dialog)
    table = wait_until(lambda: layer_of(FOLDER / "ledger.gpkg"), "the ledger", 60)
    settle()
    grab(dialog, "ledger_done")
    dialog.close()
    settle()
    return {"named": named(table.id()), "rows": table.featureCount(),
            "aliases": [field.alias() for field in table.fields()]}


def ledger_report():
    return show_report(FOLDER / "ledger.html", "ledger_report")


def adjustment():
    """Small fields moved out, larger ones in."""
    parcels = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "DLTB")
    sides = {}
    for side, where in (("OUT", "DLBM LIKE '01%' AND $id % 37 = 0"), ("IN", "DLBM = '0101' AND $id % 41 = 1")):
        layer = processing.run("native:extractbyexpression", {
            "INPUT": parcels, "EXPRESSION": where, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
        layer.setName(side)
        sides[side] = QgsProject.instance().addMapLayer(layer).id()
    dialog = open_tool("basicfarmlandadjustment")
    dialog.resize(980, 1000)
    set_values(dialog, **sides, CODE_FIELD="DLBM", CODE_SYSTEM=0, PROJECT_NAME="澄溪镇试点", TOWNSHIPS="澄溪镇",
               ADJUSTMENT=str(FOLDER / "form.gpkg"), WORKBOOK=str(FOLDER / "form.xlsx"),
               REPORT=str(FOLDER / "form.html"))  # fmt: skip
    grab(dialog, "adjustment_dialog")
    press_run(dialog)
    table = wait_until(lambda: layer_of(FOLDER / "form.gpkg"), "the form", 60)
    settle()
    grab(dialog, "adjustment_done")
    dialog.close()
    settle()
    return {"named": named(table.id()), "rows": table.featureCount()}


def adjustment_report():
    return show_report(FOLDER / "form.html", "adjustment_report")
