"""What can be said of QGIS 4 without it: the code as PyQt6 sees it, and our own widgets in PyQt6.

QGIS 4 gives plugins PyQt6 under the name qgis.PyQt. `scripts/test` puts PyQt6 into a folder of its own, where QGIS
does not find it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import plugin_package
import pytest

ROOT = plugin_package.ROOT
QT6 = Path(sys.prefix) / "qt6"
DRIVER = Path(__file__).resolve().parent.parent / "helpers" / "qt6_widgets.py"
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtXml", "QtPrintSupport", "sip")
# Qt 6 moved them; QGIS gives them in both places.
MOVED = "from PyQt6.QtGui import QAction as QAction, QActionGroup as QActionGroup, QShortcut as QShortcut\n"
ANYTHING = "from typing import Any\ndef __getattr__(name: str) -> Any: ...\n"
# Of what mypy says, what is about Qt: names that PyQt6 or one of its classes has not.
ABOUT_QT = re.compile(r'Module "(?:PyQt6|qgis\.PyQt)|"(?:type\[)?Q\w+\]?" has no attribute')
OLD = """
from qgis.PyQt.QtCore import QMetaType, Qt, QVariant
from qgis.PyQt.QtCore import QRegExp  # Qt 5
from qgis.PyQt.QtGui import QAction
from qgis.PyQt.QtWidgets import QDialog, QLabel, QMessageBox, QShortcut
from qgis.PyQt.QtWidgets import QDesktopWidget  # Qt 5
old = Qt.UserRole  # Qt 5
new = Qt.ItemDataRole.UserRole
old = QVariant.Int  # Qt 5
new = QMetaType.Type.Int
old = QMessageBox.Yes  # Qt 5
def show(parent):
    dialog = QDialog(parent)
    dialog.exec()
    dialog.exec_()  # Qt 5
    QLabel(parent).setFrameShape(QLabel.Box)  # Qt 5
    QLabel(parent).setFrameShape(QLabel.Shape.Box)
"""


@pytest.fixture(scope="module")
def stubs(tmp_path_factory):
    """QGIS as mypy is to see it: qgis.PyQt is PyQt6, of the rest anything may be asked."""
    folder = tmp_path_factory.mktemp("stubs")
    shim = folder / "qgis" / "PyQt"
    shim.mkdir(parents=True)
    (shim / "__init__.pyi").write_text("")
    for name in MODULES:
        (shim / f"{name}.pyi").write_text(f"from PyQt6.{name} import *\n" + MOVED * (name == "QtWidgets"))
    for name in ("__init__", "core", "gui", "utils", "analysis"):
        (folder / "qgis" / f"{name}.pyi").write_text(ANYTHING)
    return folder


def findings(stubs, *paths, cwd=ROOT):
    """Lines of mypy about names of Qt that PyQt6 has not."""
    command = [
        Path(sys.prefix) / "bin" / "mypy", "--config-file=", "--explicit-package-bases", "--check-untyped-defs",
        "--ignore-missing-imports", "--follow-imports=silent", "--hide-error-context", f"--cache-dir={stubs / 'cache'}",
        *paths,
    ]  # fmt: skip
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, (stubs, QT6, cwd)))}
    said = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert "Found " in said.stdout, said.stdout + said.stderr
    return [line for line in said.stdout.splitlines() if ABOUT_QT.search(line) and not line.startswith(str(QT6))]


def test_every_name_of_qt_that_is_used_is_there_in_pyqt6(stubs):
    assert findings(stubs, "plugin.py", "processing", "ui") == []


def test_what_only_qt_5_has_is_found(stubs, tmp_path):
    (tmp_path / "old.py").write_text(OLD)
    wrong = [number for number, line in enumerate(OLD.splitlines(), 1) if line.endswith("# Qt 5")]
    assert [int(line.split(":")[1]) for line in findings(stubs, "old.py", cwd=tmp_path)] == wrong


def test_widgets_that_need_qt_alone_open_in_pyqt6(tmp_path):
    environment = {
        **os.environ, "PYTHONPATH": str(QT6), "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path),
    }  # fmt: skip
    ran = subprocess.run([sys.executable, DRIVER], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert {"BarChart", "LedgerPage", "PalettePage", "ReviewPage"} <= set(ran.stdout.split())


def test_forms_open_in_pyqt6():
    forms = [str(path) for room in ("ui", "processing", "resources") for path in (ROOT / room).rglob("*.ui")]
    code = """if True:
        import sys
        from PyQt6 import QtWidgets, uic
        application = QtWidgets.QApplication([])
        opened = [uic.loadUi(form) for form in sys.argv[1:]]
    """
    environment = {**os.environ, "PYTHONPATH": str(QT6), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *forms]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
