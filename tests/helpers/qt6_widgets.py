"""Open in PyQt6 every widget of ui/ whose module asks QGIS for nothing but Qt; prints their names.

QGIS itself is not there: qgis.PyQt is PyQt6, and whatever else is imported from qgis, by the modules that those
widgets rest on, is a class that does nothing.
"""

import ast
import importlib
import inspect
import sys
import types
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
QT = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtXml", "QtPrintSupport", "sip")


class Nothing(type):
    """A class of which every attribute is another."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing(name, (), {"__init__": lambda self, *given, **named: None})

    def __or__(cls, other):
        return cls


def pretend_qgis():
    qgis = types.ModuleType("qgis")
    qgis.__path__ = []
    qgis.processing = types.ModuleType("qgis.processing")
    sys.modules.update({"qgis": qgis, "qgis.processing": qgis.processing})
    shim = types.ModuleType("qgis.PyQt")
    shim.__path__ = []
    sys.modules["qgis.PyQt"] = shim
    for name in QT:
        sys.modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")
        setattr(shim, name, sys.modules[f"qgis.PyQt.{name}"])
    from PyQt6 import QtGui, QtWidgets

    for moved in ("QAction", "QActionGroup", "QShortcut"):
        setattr(QtWidgets, moved, getattr(QtGui, moved))
    for name in ("core", "gui", "utils", "analysis"):
        module = types.ModuleType(f"qgis.{name}")
        module.__getattr__ = lambda asked: getattr(Nothing("Qgis", (), {}), asked)
        sys.modules[module.__name__] = module


def asks_for_qt_alone(path):
    """Whether a module itself imports nothing of QGIS but Qt."""
    names = [
        node.module or ""
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and not node.level
    ]
    return not [name for name in names if name.split(".")[0] == "qgis" and not name.startswith("qgis.PyQt.")]


def main():
    pretend_qgis()
    import plugin_package
    from PyQt6.QtGui import QAction
    from PyQt6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    plugin_package.load()
    given = {"actions": defaultdict(lambda: QAction("x", application))}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if not asks_for_qt_alone(path):
            continue
        name = ".".join([plugin_package.NAME, *path.relative_to(ROOT).with_suffix("").parts])
        module = importlib.import_module(name.removesuffix(".__init__"))
        for class_ in vars(module).values():
            if inspect.isclass(class_) and issubclass(class_, QWidget) and class_.__module__ == module.__name__:
                open_one(class_, given)


def open_one(class_, given):
    """Make the widget and draw it, where we know what it is to be given."""
    parameters = inspect.signature(class_).parameters.values()
    asked = [one.name for one in parameters if one.default is one.empty]
    if set(asked) <= set(given):
        widget = class_(*(given[name] for name in asked))
        assert not widget.grab().isNull()
        sys.stdout.write(class_.__name__ + "\n")


if __name__ == "__main__":
    main()
