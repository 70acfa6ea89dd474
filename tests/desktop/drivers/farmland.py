"""A planner's first run: open the dialog from the toolbar, fill it in, run it, look at map and report."""

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
    wait_until,
)
from qgis.core import QgsProject, QgsVectorLayer
from qgis.utils import iface

TOWNSHIP = Path(__file__).resolve().parents[3] / "resources" / "sample" / "township.gpkg"


def load_parcels():
    """The sample's parcels on the map, active."""
    layer = QgsVectorLayer(f"{TOWNSHIP}|layername=DLTB", "DLTB", "ogr")
    QgsProject.instance().setCrs(layer.crs())
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    return layer


def refusal():
    """Run without a code system: what the dialog says, and that it still lives."""
    load_parcels()
    dialog = open_tool("farmlandcontiguity")
    dialog.resize(980, 660)
    picture = grab(dialog, "dialog")
    chosen = dialog.mainWidget().wrappers["CODE_FIELD"].parameterValue()
    said = press_run_refused(dialog, "dialog_refusal")
    dialog.close()
    return {"code_field": chosen, "said": said, "picture": picture}


def run():
    """Fill in the dialog and run it; the layers as they come onto the map."""
    dialog = open_tool("farmlandcontiguity")
    dialog.resize(980, 660)
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0, REPORT=str(FOLDER / "report.html"))
    press_run(dialog)
    wait_until(lambda: len(QgsProject.instance().mapLayers()) == 4, "three layers on the map", 60)
    settle()
    grab(dialog, "dialog_done")
    dialog.close()
    settle()
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsProject.instance().mapLayersByName("DLTB")[0].extent())
    canvas.refresh()
    wait_until(lambda: not canvas.isDrawing(), "the map")
    tree = QgsProject.instance().layerTreeRoot()
    tree.findLayer(QgsProject.instance().mapLayersByName("DLTB")[0]).setItemVisibilityChecked(False)
    settle()
    canvas.waitWhileRendering()
    grab_window("map")
    return {
        "groups": {group.name(): [layer.name() for layer in group.findLayers()] for group in tree.findGroups()},
        "layers": [
            {
                "name": layer.name(),
                "count": layer.featureCount(),
                "aliases": {field.name(): field.alias() for field in layer.fields() if field.alias()},
                "renderer": layer.renderer().type() if layer.isSpatial() else "",
                "legend": [item.label() for item in layer.renderer().legendSymbolItems()] if layer.isSpatial() else [],
                "title": layer.metadata().title(),
                "history": layer.metadata().history(),
            }
            for layer in QgsProject.instance().mapLayers().values() if layer.name() != "DLTB"
        ],
    }


def report():
    """The report in QTextBrowser, as in QGIS's own result viewer."""
    return show_report(FOLDER / "report.html", "report")
