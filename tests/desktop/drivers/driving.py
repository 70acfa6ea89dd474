"""What drivers share: waiting for something to happen, and taking pictures."""

import json
import os
import time
from pathlib import Path

from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTimer, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QTextBrowser, QToolBar
from qgis.utils import iface

TASK = json.loads(os.environ["DRIVER_TASK"])
FOLDER = Path(TASK["folder"])


def wait_until(condition, what, seconds=30):
    """Let QGIS work until `condition()` is true and return what it gave; TimeoutError naming `what` otherwise."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds} s for {what}")
        QTest.qWait(20)
    return value


def settle():
    """Handle everything that is queued, deletions too."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def grab(widget, name):
    """Save a picture of a widget as NAME.png in the pictures' folder; returns its path."""
    settle()
    path = Path(TASK["pictures"]) / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return str(path)


def grab_window(name):
    return grab(iface.mainWindow(), name)


def draw_map():
    """Have the map drawn anew, and wait until it is."""
    drawn, canvas = [], iface.mapCanvas()
    connection = canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    canvas.refresh()
    wait_until(lambda: drawn, "the map", 60)
    canvas.mapCanvasRefreshed.disconnect(connection)


def open_tool(tool):
    """Click a tool's button in the toolbar; returns its Processing dialog."""
    toolbar = iface.mainWindow().findChild(QToolBar, "landConsolidationToolbar")
    action = next(action for action in toolbar.actions() if action.objectName() == f"landConsolidation_{tool}")
    QTest.mouseClick(toolbar.widgetForAction(action), Qt.MouseButton.LeftButton)
    return wait_until(
        lambda: next((w for w in QApplication.topLevelWidgets()
                      if isinstance(w, QgsProcessingAlgorithmDialogBase) and w.isVisible()), None),
        f"the dialog of {tool}",
    )


def set_values(dialog, **values):
    for name, value in values.items():
        dialog.mainWidget().wrappers[name].setParameterValue(value, dialog.processingContext())


def values_of(dialog, *names):
    return {name: dialog.mainWidget().wrappers[name].parameterValue() for name in names}


def press_run(dialog):
    settle()
    QTest.mouseClick(dialog.runButton(), Qt.MouseButton.LeftButton)


def press_run_refused(dialog, picture):
    """Press Run where the tool refuses: what the message box says, closed again with Return."""
    said = []

    def read_box():  # press_run comes back only when the box is closed
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, read_box)
            return
        said.append(box.text())
        grab(box, picture)
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, read_box)
    press_run(dialog)
    return said


def show_report(path, picture):
    """A report in QTextBrowser, as in QGIS's own result viewer; returns its text."""
    browser = QTextBrowser()
    browser.resize(1000, 1900)
    browser.setSource(QUrl.fromLocalFile(str(path)))
    browser.show()
    grab(browser, picture)
    return browser.toPlainText()
