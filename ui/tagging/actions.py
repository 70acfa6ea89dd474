"""The dock's actions: registered with the main window, so that people can change their keys in Settings."""

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface

from ...processing.base import ICONS
from ...processing.i18n import tr

KEYS = 9
_THEME = {
    "edit": "/mActionToggleEditing.svg", "save": "/mActionSaveEdits.svg", "discard": "/mActionCancelEdits.svg",
    "undo": "/mActionUndo.svg", "redo": "/mActionRedo.svg",
}
_OWN = {"paint": "tagpaint", "pick": "tagpick"}


class Actions(dict):
    """{name: QAction}. edit, paint and pick can be switched on; key1 to key9 stand for the categories in order."""

    def __init__(self):
        super().__init__()
        texts = {
            "edit": (tr("Start editing"), ""), "save": (tr("Save tags"), ""), "discard": (tr("Discard changes"), ""),
            "undo": (tr("Undo in the tagged layer"), ""), "redo": (tr("Redo in the tagged layer"), ""),
            "paint": (tr("Paint"), ""), "pick": (tr("Pick"), ""), "next": (tr("Next (N)"), "N"),
            "clear": (tr("Clear the tag"), "0"),
            **{f"key{i}": (tr("Category {number}").format(number=i), str(i)) for i in range(1, KEYS + 1)},
        }
        for name, (text, key) in texts.items():
            action = QAction(self._icon(name), text, iface.mainWindow())
            action.setObjectName(f"landConsolidationTag_{name}")
            action.setCheckable(name in ("edit", "paint", "pick"))
            iface.registerMainWindowAction(action, key)
            iface.mainWindow().addAction(action)
            self[name] = action

    def remove(self):
        """Take them out of the window again."""
        for action in self.values():
            iface.unregisterMainWindowAction(action)
            iface.mainWindow().removeAction(action)
            action.deleteLater()
        self.clear()

    @staticmethod
    def _icon(name):
        if name in _THEME:
            return QgsApplication.getThemeIcon(_THEME[name])
        return QIcon(str(ICONS / f"{_OWN[name]}.svg")) if name in _OWN else QIcon()
