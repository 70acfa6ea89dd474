"""Run by `qgis --code`: calls the functions asked for, writes their results, and ends QGIS.

The task comes as JSON in DRIVER_TASK, see helpers/qgis_desktop.py.
"""

import importlib
import json
import os
import sys
import traceback
from pathlib import Path

from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

task = json.loads(os.environ["DRIVER_TASK"])


def run():
    results, error = {}, None
    try:
        iface.mainWindow().showMaximized()
        sys.path.insert(0, str(Path(os.environ["DRIVER_FOLDER"])))
        driver = importlib.import_module(task["driver"])
        for name in task["functions"]:
            results[name] = getattr(driver, name)()
    except BaseException:  # noqa: BLE001 - whatever it is, the test wants to read it
        error = traceback.format_exc()
    answer = Path(task["answer"])
    answer.with_suffix(".part").write_text(json.dumps({"results": results, "error": error}), encoding="utf-8")
    answer.with_suffix(".part").rename(answer)
    # Not QApplication.quit(): a question about unsaved layers would wait for nobody.
    os._exit(0)


# Plugins are loaded by now; the window is complete once the event loop runs.
QTimer.singleShot(0, run)
