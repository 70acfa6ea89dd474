"""A planner at the tagging dock: prepare, select, keys, paint, undo, pick, review, save."""

import importlib
import sys
from pathlib import Path

from driving import FOLDER, grab, grab_window, settle, wait_until
from qgis import processing
from qgis.core import QgsPointXY, QgsProject, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QToolBar, QWidget
from qgis.utils import iface

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
FILE = FOLDER / "parcels.gpkg"
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dock():
    return iface.mainWindow().findChild(QgsDockWidget, "landConsolidationTagging")


def part(name):
    """A widget of the dock, or of a dialog, by its object name."""
    for window in (dock(), *QApplication.topLevelWidgets()):
        found = window.findChild(QWidget, name)
        if found is not None:
            return found
    raise LookupError(name)


def click(name):
    widget = part(name)
    assert widget.isEnabled(), f"{name} is disabled: {widget.toolTip()}"
    QTest.mouseClick(widget, LEFT)
    settle()


def key(which, modifier=NO_KEY):
    """A key pressed while the map has the focus."""
    canvas = iface.mapCanvas()
    canvas.setFocus()
    settle()
    QTest.keyClick(canvas.viewport() if hasattr(canvas, "viewport") else canvas, which, modifier)
    settle()


def parcels():
    return next(layer for layer in QgsProject.instance().mapLayers().values()
                if Path(layer.source().split("|")[0]) == FILE)


def counted():
    """Wait until the dock has counted the layer."""
    wait_until(lambda: "…" not in part("tagCount_none").text(), "the count", 60)


def copy_of_the_sample():
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    sample = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "DLTB")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "parcels"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        sample, str(FILE), QgsProject.instance().transformContext(), options)


def opened():
    """The dock as it opens with nothing to tag, then with the parcels."""
    copy_of_the_sample()
    toolbar = iface.mainWindow().findChild(QToolBar, "landConsolidationToolbar")
    action = next(action for action in toolbar.actions() if action.objectName() == "landConsolidation_tagging")
    QTest.mouseClick(toolbar.widgetForAction(action), LEFT)
    wait_until(dock().isVisible, "the dock")
    QTest.qWait(100)
    empty = part("tagHint").text()
    grab(dock(), "tagging_empty")
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{FILE}|layername=parcels", "parcels", "ogr"))
    box = part("tagLayer")
    box.setFocus()
    while box.currentLayer() is not layer:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, "the layer is not in the list"
    settle()
    return {"empty": empty, "hint": part("tagHint").text(), "prepare": part("tagPrepare").isVisible(),
            "why": part("tagCategory_A").toolTip()}


def prepare():
    click("tagPrepare")
    counted()
    layer = parcels()
    grab_window("tagging_prepared")
    return {"fields": layer.fields().names()[-10:], "renderer": layer.renderer().type(),
            "widget": layer.editorWidgetSetup(layer.fields().lookupField("zz_cat")).type(),
            "hint": part("tagHint").text(), "untagged": part("tagCount_none").text(), "active":
            iface.activeLayer() is layer}


def to_pixel(x, y):
    point = iface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(point.x()), round(point.y()))


def some_ground():
    """Zoom to where parcels lie thick; the map is drawn when this returns."""
    canvas, layer = iface.mapCanvas(), parcels()
    centre = layer.extent().center()
    canvas.setExtent(QgsRectangle(centre.x() - 400, centre.y() - 300, centre.x() + 400, centre.y() + 300))
    canvas.refresh()
    wait_until(lambda: not canvas.isDrawing(), "the map", 60)
    return centre


def press(point):
    QTest.mousePress(iface.mapCanvas().viewport(), LEFT, NO_KEY, point)


def move(point):
    """The mouse moves with the left button held, which QTest.mouseMove does not say."""
    viewport = iface.mapCanvas().viewport()
    QApplication.sendEvent(viewport, QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(viewport.mapToGlobal(point)), Qt.MouseButton.NoButton, LEFT,
        NO_KEY))
    settle()


def release(point):
    QTest.mouseRelease(iface.mapCanvas().viewport(), LEFT, NO_KEY, point)
    settle()


def drag(start, end, steps=8):
    press(start)
    for i in range(1, steps + 1):
        move(start + (end - start) * i / steps)
    release(end)


def tagged(**values):
    """How many parcels say these values."""
    names = parcels().fields().names()
    return sum(all(feature[name] == value for name, value in values.items() if name in names)
               for feature in parcels().getFeatures())


def select_and_tag():
    """Start editing, select by rectangle, key 1, then a sub-type by keyboard."""
    layer = parcels()
    click("tagSession_edit")
    assert layer.isEditable()
    centre = some_ground()
    iface.actionSelectRectangle().trigger()
    drag(to_pixel(centre.x() - 150, centre.y() - 120), to_pixel(centre.x() + 150, centre.y() + 120))
    selected = layer.selectedFeatureCount()
    key(Qt.Key.Key_1)
    box = part("tag_subtype")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    settle()
    QTest.qWait(100)
    grab_window("tagging_working")
    return {"selected": selected, "A": tagged(zz_cat="A"), "A1": tagged(zz_cat="A", zz_sub="A1", zz_source="person"),
            "text": part("tagSelection").text(), "count": part("tagCount_A").text(),
            "steps": layer.undoStack().count(), "undo": layer.undoStack().undoText()}


def paint():
    """A stroke of B over some parcels, taken back with Ctrl+Z, then painted again."""
    layer = parcels()
    layer.removeSelection()
    settle()
    key(Qt.Key.Key_2)
    before = tagged(zz_cat="B"), layer.undoStack().count()
    click("tag_paint")
    centre = some_ground()
    start, end = to_pixel(centre.x() + 180, centre.y() - 150), to_pixel(centre.x() + 330, centre.y() + 150)
    press(start)
    move((start + end) / 2)
    move(end)
    grab_window("tagging_stroke")
    release(end)
    after = tagged(zz_cat="B"), layer.undoStack().count()
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = tagged(zz_cat="B"), layer.undoStack().index()
    QTest.qWait(100)
    shown = part("tagCount_B").text()
    drag(start, end)
    return {"before": before, "after": after, "undone": undone, "shown": shown, "again": tagged(zz_cat="B")}


def pick():
    """Pick the tag of a parcel tagged A1: it is in hand then."""
    click("tag_pick")
    feature = next(feature for feature in parcels().getFeatures() if feature["zz_sub"] == "A1")
    point = feature.geometry().pointOnSurface().asPoint()
    iface.mapCanvas().setCenter(point)
    settle()
    QTest.mouseClick(iface.mapCanvas().viewport(), LEFT, NO_KEY, to_pixel(point.x(), point.y()))
    settle()
    found = {"A": part("tagCategory_A").isChecked(), "subtype": part("tag_subtype").currentData()}
    click("tag_pick")
    return found


def page(number):
    part("tagPages").setCurrentIndex(number)
    QTest.qWait(120)


def ledger():
    page(1)
    tree = part("tagLedger")
    rows = {tree.topLevelItem(i).text(0)[:1]: [tree.topLevelItem(i).text(c) for c in range(1, 5)]
            for i in range(tree.topLevelItemCount())}
    grab(dock(), "tagging_ledger")
    click("tagCopy")
    box = part("tagGroup")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    groups = part("tagLedger").topLevelItemCount()
    grab(dock(), "tagging_villages")
    QTest.keyClick(box, Qt.Key.Key_Up)
    return {"rows": rows, "groups": groups, "clipboard": QApplication.clipboard().text().split("\n")[:3]}


def save():
    click("tagSession_save")
    page(0)
    QTest.qWait(100)
    return {"modified": parcels().isModified(), "editable": parcels().isEditable(),
            "stored": QgsVectorLayer(f"{FILE}|layername=parcels", "again", "ogr").featureCount(),
            "why": part("tagSession_save").toolTip()}


def results_of_a_tool():
    """Industrial parcels as the tool gives them, on the map and marked."""
    by_name = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    ran = processing.run("landconsolidation:inefficientindustry", {
        "INPUT": by_name["DLTB"], "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BOUNDARY": by_name["CZKFBJ"],
        "ENTERPRISES": by_name["enterprises"], "PARCELS": "TEMPORARY_OUTPUT", "SUMMARY": None,
    })
    layer = ran["PARCELS"]
    importlib.import_module("land_consolidation.processing.roles").set_role(layer, "industry_candidates")
    QgsProject.instance().addMapLayer(layer)
    settle()


def suggest():
    """Suggestions of a rule, one rejected with a reason, the others accepted in one step."""
    results_of_a_tool()
    page(2)
    by_person = tagged(zz_source="person")
    click("tagSuggest")
    wait_until(lambda: part("tagReview").model().rowCount() > 0, "suggestions", 60)
    suggested = tagged(zz_source="rule:inefficientindustry")
    grab(dock(), "tagging_suggestions")
    key(Qt.Key.Key_N)
    QTest.qWait(200)
    grab_window("tagging_next")
    QTimer.singleShot(200, lambda: answer_reason("kept by the village"))
    click("tagReview_reject")
    rejected = [feature["zz_rule"] for feature in parcels().getFeatures() if "kept by" in str(feature["zz_rule"])]
    click("tagReview_accept_all")
    QTest.qWait(120)
    return {"suggested": suggested, "rejected": rejected, "left": part("tagReview").model().rowCount(),
            "persons": tagged(zz_source="person") - by_person, "undo": parcels().undoStack().undoText()}


def answer_reason(text):
    box = QApplication.activeModalWidget()
    box.findChild(QLineEdit).setText(text)
    grab(box, "tagging_reason")
    QTest.keyClick(box, Qt.Key.Key_Return)


def check():
    """Check tags: what is to be merged without anybody's consent, and C or D beside the boundary."""
    page(0)
    layer = parcels()
    layer.selectByExpression("zz_cat = 'B'")
    settle()
    box = part("tag_disposition")
    box.setCurrentIndex(box.findData("merge"))
    box.activated.emit(box.currentIndex())
    page(2)
    click("tagCheck")
    wait_until(lambda: part("tagReview").model().rowCount() > 0, "findings", 60)
    grab(dock(), "tagging_review")
    return {"rows": part("tagReview").model().rowCount(), "status": part("tagReviewStatus").text()}
