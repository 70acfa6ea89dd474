"""A planner's first minute: the dock's start page in a project that nothing is known of."""

import sqlite3
from pathlib import Path

from driving import grab, grab_window, settle, values_of, wait_until
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QLabel, QPushButton
from qgis.utils import iface

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"


def dock():
    return iface.mainWindow().findChild(object, "landConsolidationTagging")


def child(kind, name):
    return dock().findChild(kind, name)


def said():
    tools = {button.objectName().removeprefix("startTool_"): button.isEnabled()
             for button in dock().findChildren(QPushButton) if button.objectName().startswith("startTool_")}
    return {
        "page": dock().pages.tabText(dock().pages.currentIndex()), "told": child(QLabel, "startTold").text(),
        "tools": tools,
        "needs": {name: child(QLabel, f"startNeeds_{name}").text() for name in tools},
    }


def opened():
    """The dock opened in an empty project."""
    iface.mainWindow().findChild(QAction, "landConsolidation_tagging").trigger()
    wait_until(lambda: dock().isVisible(), "the dock")
    settle()
    return {**said(), "picture": grab_window("start_empty")}


def found():
    """The township's layers added, and found by the button."""
    project = QgsProject.instance()
    with sqlite3.connect(SAMPLE / "township.gpkg") as connection:
        tables = [name for (name,) in connection.execute("select table_name from gpkg_contents")]
    project.addMapLayers([
        *(QgsVectorLayer(f"{SAMPLE / 'township.gpkg'}|layername={table}", table, "ogr") for table in tables),
        QgsRasterLayer(str(SAMPLE / "dem.tif"), "dem"),
    ])  # fmt: skip
    QTest.mouseClick(child(QPushButton, "startFind"), Qt.MouseButton.LeftButton)
    settle()
    first = said()
    grab_window("start_found")
    page = dock().start_page
    page.resize(360, 2200)
    return {**first, "picture": grab(page, "start_page")}


def tool():
    """A tool opened by its button: which layers it is filled in with."""
    child(QPushButton, "startTool_farmlandcontiguity").click()
    dialog = wait_until(
        lambda: next((w for w in QApplication.topLevelWidgets()
                      if isinstance(w, QgsProcessingAlgorithmDialogBase) and w.isVisible()), None), "the dialog")
    layer = QgsProject.instance().mapLayer(values_of(dialog, "INPUT")["INPUT"])
    dialog.close()
    box = child(object, "startRole_redline")
    before = box.currentLayer().name()
    box.setLayer(None)
    settle()
    return {"input": layer.name() if layer else "", "before": before, "after": said()}
