"""From the validation's dialog to its faults in the dock's review list, on the sample with planted faults."""

import importlib
import sys

from driving import FOLDER, grab, grab_window, open_tool, press_run, set_values, settle, show_report, wait_until
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit
from qgis.utils import iface
from tagging_hands import answering, click, dock, drawn, open_dock, page, part
from villages import SCRIPTS, about, layer_of, show_map

PARCELS, ERRORS = FOLDER / "faulty.gpkg", FOLDER / "errors.gpkg"
REASON = "agreed with the county"


def faulty_parcels():
    """The sample's parcels: one moved over its neighbours, one with a code that is none, one with a wrong area."""
    sample = QgsProject.instance().mapLayersByName("DLTB")[0]
    processing = importlib.import_module("qgis.processing")
    processing.run("native:savefeatures", {"INPUT": sample, "OUTPUT": str(PARCELS)})
    layer = QgsVectorLayer(str(PARCELS), "faulty parcels", "ogr")
    moved, coded, measured = (feature.id() for feature in list(layer.getFeatures())[3000:3003])
    shape = layer.getFeature(moved).geometry()
    shape.translate(3, 0)
    at = layer.fields().lookupField
    data = layer.dataProvider()
    data.changeGeometryValues({moved: shape})
    data.changeAttributeValues({coded: {at("DLBM"): "9999"}, measured: {at("TBMJ"): 1.0}})
    return QgsProject.instance().addMapLayer(layer)


def validate():
    """The dialog, filled in and run; the faults on the map."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    layer = faulty_parcels()
    dialog = open_tool("validatevillageplan")
    dialog.resize(980, 1000)
    set_values(dialog, INPUT=layer.id(), ERRORS=str(ERRORS), SUMMARY=str(FOLDER / "summary.gpkg"),
               REPORT=str(FOLDER / "validation.html"))
    grab(dialog, "validation_dialog")
    press_run(dialog)
    errors = wait_until(lambda: layer_of(ERRORS), "the faults", 120)
    settle()
    grab(dialog, "validation_done")
    dialog.close()
    settle()
    show_map(errors)
    grab_window("validation_map")
    return about(errors)


def report():
    return show_report(FOLDER / "validation.html", "validation_report")


def review():
    """The list of faults: one looked at, one fixed, one ignored with a reason."""
    if not dock().isVisible():
        open_dock()
    iface.mainWindow().resizeDocks([dock()], [620], Qt.Orientation.Vertical)
    page(2)
    wait_until(lines, "faults in the list")
    grab(dock(), "validation_review")
    before, status = lines(), part("tagReviewStatus").text()
    choose(0)
    part("tagReview").activated.emit(part("tagReview").model().index(0, 0))
    iface.mapCanvas().waitWhileRendering()
    drawn()
    grab_window("validation_zoomed")
    errors = layer_of(ERRORS)
    fault = errors.getFeature(before[0][0]).geometry().boundingBox()
    seen = iface.mapCanvas().mapSettings().mapToLayerCoordinates(errors, iface.mapCanvas().extent())
    choose(0)
    click("tagReview_accept")
    drawn()
    fixed = lines()
    choose(0)
    with answering(answer_reason):
        click("tagReview_reject")
    drawn()
    grab(dock(), "validation_review_after")
    return {"before": before, "status": status, "seen": seen.contains(fault), "wide": seen.width() / fault.width(),
            "fixed": fixed, "ignored": lines()}


def answer_reason(box):
    box.findChild(QLineEdit).setText(REASON)
    grab(box, "validation_reason")
    QTest.keyClick(box, Qt.Key.Key_Return)


def lines():
    """(fault, what it says) of each line that is one; they come before any suggestions."""
    model = part("tagReview").model()
    items = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return [[item.id, item.message] for item in items if item.kind.startswith("delivery:")]


def choose(row):
    table = part("tagReview")
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(row, 0), flag.ClearAndSelect | flag.Rows)
    settle()
