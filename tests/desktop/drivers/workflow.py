"""From the menu to deliveries: the sample opened, the township screened, villages delivered in a batch."""

from pathlib import Path

from driving import FOLDER, draw_map, grab, grab_window, open_tool, press_run, set_values, settle, wait_until
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QFileDialog
from qgis.utils import iface

ROLE = "land_consolidation/role"


def sample():
    """Project › Open sample township…"""
    QFileDialog.getExistingDirectory = staticmethod(lambda *asked: str(FOLDER))
    action = next(one for one in iface.projectMenu().actions() if one.objectName() == "openSampleTownship")
    action.trigger()
    project = QgsProject.instance()
    wait_until(lambda: project.fileName(), "the project")
    draw_map()
    dock = iface.mainWindow().findChild(object, "landConsolidationTagging")
    layers = list(project.mapLayers().values())
    return {
        "file": project.fileName(),
        "title": project.title(),
        "broken": [layer.name() for layer in layers if not layer.isValid()],
        "outside": [layer.name() for layer in layers if str(FOLDER) not in layer.source()],
        "roles": sorted({layer.customProperty(ROLE) for layer in layers if layer.customProperty(ROLE)}),
        "dock": dock is not None and dock.isVisible(),
        "tagging": dock.bar.layers.currentLayer().name() if dock else "",
        "picture": grab_window("sample"),
    }


def screen():
    """The township screened from the toolbar's button, its layers chosen by their roles."""
    before = set(QgsProject.instance().mapLayers())
    dialog = open_tool("screentownship")
    dialog.resize(1000, 700)
    wrappers = dialog.mainWidget().wrappers
    empty = sorted(
        name for name, one in wrappers.items()
        if one.parameterDefinition().type() in ("source", "raster") and not one.parameterValue()
    )
    set_values(dialog, CODE_FIELD="DLBM", CODE_SYSTEM=0)
    picture = grab(dialog, "screen_dialog")
    press_run(dialog)
    wait_until(lambda: dialog.results() or dialog.wasExecuted(), "the screening", 180)
    settle()
    grab(dialog, "screen_done")
    dialog.close()
    settle()
    draw_map()
    grab_window("screen_map")
    new = [layer for key, layer in QgsProject.instance().mapLayers().items() if key not in before]
    groups = {
        group.name(): [node.name() for node in group.findLayers()]
        for group in QgsProject.instance().layerTreeRoot().findGroups()
    }
    return {
        "empty": empty, "picture": picture, "groups": groups,
        "layers": {layer.name(): layer.featureCount() for layer in new},
        "styled": [layer.name() for layer in new if layer.isSpatial() and layer.renderer().type() == "singleSymbol"],
    }


VILLAGES = (("330723199201", "柳畈村"), ("330723199299", "无此村"), ("330723199203", "枫塘沿村"))


def batch():
    """Three villages as rows of a batch, the second of which has no parcels."""

    parcels = next(
        layer for layer in QgsProject.instance().mapLayers().values()
        if layer.customProperty(ROLE) == "tagging" and layer.featureCount() == 8752
    )
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landconsolidation:delivervillageplan")
    dialog = BatchAlgorithmDialog(algorithm, iface.mainWindow())
    dialog.show()
    settle()
    base = {
        "INPUT": parcels.id(), "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0,
        "delivery_folder": str(FOLDER / "deliveries"),
    }
    rows = []
    for code, name in VILLAGES:
        given = {**base, "VILLAGE_CODE": code, "VILLAGE_NAME": name, "PLAN_NAME": f"{name}规划"}
        for output in algorithm.destinationParameterDefinitions():
            if output.name() not in given:
                end = {"fileDestination": "html", "sink": "gpkg"}.get(output.type(), "gpkg")
                end = "xlsx" if "workbook" in output.name() else "csv" if "problems" in output.name() else end
                given[output.name()] = str(FOLDER / "batch" / f"{code}_{output.name()}.{end}")
        rows.append(given)
    grab(dialog, "batch_dialog")
    dialog.execute(rows)
    wait_until(lambda: not dialog.cancelButton().isEnabled(), "the batch", 240)
    settle()
    picture = grab(dialog, "batch_done")
    text = dialog.findChild(object, "txtLog").toPlainText()
    dialog.close()
    return {
        "log": text, "picture": picture,
        "deliveries": sorted(path.name for path in Path(FOLDER / "deliveries").iterdir()),
    }
