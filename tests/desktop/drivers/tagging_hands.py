"""What a planner's hands do at the tagging dock: click, press keys, drag over the map, answer questions."""

import importlib
import re
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from driving import FOLDER, settle, wait_until
from qgis import utils
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle, QgsVectorFileWriter
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolBar, QWidget
from qgis.utils import iface

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
FILE = FOLDER / "parcels.gpkg"
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dock():
    return iface.mainWindow().findChild(QgsDockWidget, "landConsolidationTagging")


def manager():
    """The dock's manager: for what no widget says, such as the ledger's exact figures."""
    return utils.plugins["land_consolidation"].tagging


def part(name):
    """A widget of the dock, or of a dialog, by its object name."""
    for window in (dock(), *QApplication.topLevelWidgets()):
        found = window.findChild(QWidget, name)
        if found is not None:
            return found
    raise LookupError(name)


def open_dock():
    """Press the dock's button in the toolbar."""
    toolbar = iface.mainWindow().findChild(QToolBar, "landConsolidationToolbar")
    action = next(action for action in toolbar.actions() if action.objectName() == "landConsolidation_tagging")
    QTest.mouseClick(toolbar.widgetForAction(action), LEFT)
    wait_until(dock().isVisible, "the dock")


def choose_layer(layer):
    """Choose a layer in the dock with the arrow keys."""
    box = part("tagLayer")
    box.setFocus()
    place = next(i for i in range(box.count()) if box.layer(i) is layer)
    while box.currentIndex() != place:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if before < place else Qt.Key.Key_Up)
        assert box.currentIndex() != before, "the layer is not in the list"
    settle()


def drawn():
    """Wait until the dock has drawn what happened: it does so once for a burst of changes, when its timers have run."""
    owners = [one for one in (manager(), manager().session) if one is not None]
    settle()
    wait_until(lambda: not any(t.isActive() for one in owners for t in one.findChildren(QTimer)), "the dock to draw")
    settle()


def click(name):
    widget = part(name)
    if not widget.isEnabled():
        drawn()
    assert widget.isEnabled(), f"{name} is disabled: {widget.toolTip()}"
    QTest.mouseClick(widget, LEFT)
    settle()


@contextmanager
def answering(act, name=""):
    """Inside, the next dialog (of this object name) is handed to `act`; the list that comes with it gets what that
    gave. Errors in `act` come out here: inside Qt's event loop they would end nothing."""
    gave, failed, over = [], [], []
    deadline = time.monotonic() + 20

    def look():
        box = QApplication.activeModalWidget()
        if over:
            return
        if (box is None or (name and box.objectName() != name)) and time.monotonic() < deadline:
            QTimer.singleShot(20, look)
            return
        if box is None or (name and box.objectName() != name):
            failed.append(TimeoutError(f"waited 20 s for the dialog {name}; there is {box and box.windowTitle()}"))
            while box := QApplication.activeModalWidget():
                box.close()
            return
        try:
            gave.append(act(box))
        except Exception as error:  # noqa: BLE001 - raised again below
            failed.append(error)
            box.reject()

    QTimer.singleShot(0, look)
    yield gave
    over.append(True)
    if failed:
        raise failed[0]
    assert gave, f"no dialog {name} came"


def key(which, modifier=NO_KEY):
    """A key pressed while the map has the focus."""
    canvas, window = iface.mapCanvas(), iface.mainWindow()
    window.activateWindow()  # after a dialog that no click opened, no window is active
    wait_until(window.isActiveWindow, "the window")
    canvas.setFocus()
    settle()
    QTest.keyClick(canvas.viewport(), which, modifier)
    settle()


def page(number):
    """Turn to a page of the dock: 0 tags, 1 ledger, 2 review."""
    part("tagPages").setCurrentIndex(number)
    drawn()


def counted():
    """Wait until the dock has counted the layer."""
    wait_until(lambda: "…" not in part("tagCount_none").text(), "the count", 60)


def copy_of_the_sample():
    """Open the sample project without the tags begun in it, and write its parcels to FILE, not in the project yet."""
    sys.path.insert(0, str(SCRIPTS))
    importlib.import_module("open_sample")
    begun = [key for key, layer in QgsProject.instance().mapLayers().items() if "tagging.gpkg" in layer.source()]
    QgsProject.instance().removeMapLayers(begun)
    dock().setUserVisible(False)
    settle()
    sample = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "DLTB")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "parcels"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        sample, str(FILE), QgsProject.instance().transformContext(), options)


def parcels():
    """The layer of FILE in the project."""
    return next(layer for layer in QgsProject.instance().mapLayers().values()
                if Path(layer.source().split("|")[0]) == FILE)


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


def stroke(x0, y0, x1, y1):
    """Drag over the map between two places given in map units from the middle of the parcels."""
    centre = some_ground()
    drag(to_pixel(centre.x() + x0, centre.y() + y0), to_pixel(centre.x() + x1, centre.y() + y1))


def tags_of(layer):
    """{id: {tag field: text}} of every parcel, as a plain loop over the features reads it."""
    names = [name for name in layer.fields().names() if name.startswith("zz_")]
    return {feature.id(): {name: feature[name] if isinstance(feature[name], str) else "" for name in names}
            for feature in layer.getFeatures()}


def figures(layer):
    """What the palette should show of a layer: {category or 'none': number of parcels}, by a plain loop."""
    found = {}
    for feature in layer.getFeatures():
        code = feature["zz_cat"] or "none"
        found[code] = found.get(code, 0) + 1
    return found


def shown_figures():
    """What the palette shows: {category or 'none': number of parcels}, without zeros."""
    drawn()
    found = {}
    for label in dock().findChildren(QWidget):
        if label.objectName().startswith("tagCount_"):
            count = int(re.match(r"[\d,]+", label.text())[0].replace(",", ""))
            if count:
                found[label.objectName().removeprefix("tagCount_")] = count
    return found


def said():
    """The texts in QGIS's message bar, the latest first."""
    return [item.text() for item in iface.messageBar().items()]


def wait_for_quiet(seconds=30):
    """Wait until no background task runs."""
    wait_until(lambda: not QgsApplication.taskManager().countActiveTasks(), "background tasks", seconds)
    drawn()
