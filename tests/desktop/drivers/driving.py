"""What drivers share: waiting for something to happen, and taking pictures."""

import json
import os
import time
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtTest import QTest
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
