"""The plugin's menu and toolbar: one action per tool, each opening its Processing dialog."""

from functools import partial

from qgis import processing
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu
from qgis.utils import iface

from ..processing.roles import layers_by_role

MENU_NAME = "landConsolidationMenu"
TOOLBAR_NAME = "landConsolidationToolbar"


class Tools:
    """Menu and toolbar of the provider's algorithms."""

    def __init__(self, provider):
        self._dialogs = []
        self._menu = QMenu(provider.name(), iface.mainWindow())
        self._menu.setObjectName(MENU_NAME)
        self._menu.setIcon(provider.icon())
        iface.pluginMenu().addMenu(self._menu)
        self._toolbar = iface.addToolBar(provider.name())
        self._toolbar.setObjectName(TOOLBAR_NAME)
        self._actions = [self._action(algorithm) for algorithm in provider.in_order()]
        self._menu.addActions(self._actions)
        self._toolbar.addActions(self._actions)

    def add(self, action):
        """Put another action in front of the tools; whoever made it takes it away."""
        self._menu.insertAction(self._menu.actions()[0], action)
        self._toolbar.insertAction(self._toolbar.actions()[0], action)

    def remove(self):
        """Take menu, toolbar, actions and open dialogs out of the window."""
        for dialog in self._open_dialogs():
            dialog.close()
        for action in self._actions:
            iface.unregisterMainWindowAction(action)
            action.deleteLater()
        iface.pluginMenu().removeAction(self._menu.menuAction())
        self._menu.deleteLater()
        iface.mainWindow().removeToolBar(self._toolbar)
        self._toolbar.deleteLater()

    def _action(self, algorithm):
        action = QAction(QIcon(algorithm.svgIconPath()), f"{algorithm.displayName()}…", iface.mainWindow())
        action.setObjectName(f"landConsolidation_{algorithm.name()}")
        action.setToolTip(f"<b>{algorithm.displayName()}</b><br>{algorithm.shortDescription()}")
        action.triggered.connect(partial(self._open, algorithm.id()))
        # Registered, so that people can give it a key under Settings › Keyboard Shortcuts.
        iface.registerMainWindowAction(action, "")
        return action

    def _open(self, algorithm_id, checked=False):
        algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
        able, problem = algorithm.canExecute()
        if not able:
            iface.messageBar().pushMessage(algorithm.displayName(), problem, Qgis.MessageLevel.Warning, 0)
            return
        # Not modal: a planner looks at the map while filling it in. Python's half of the dialog would
        # be collected without a reference, and the dialog no longer run.
        dialog = processing.createAlgorithmDialog(algorithm_id, self._layers_for(algorithm))
        self._dialogs = [*self._open_dialogs(), dialog]
        dialog.show()

    def _layers_for(self, algorithm):
        """Layers of the project that are marked as what a parameter asks for: chosen already when the dialog opens."""
        marked = layers_by_role(QgsProject.instance())
        return {name: marked[role].id() for name, role in algorithm.ROLES.items() if role in marked}

    def _open_dialogs(self):
        return [dialog for dialog in self._dialogs if not sip.isdeleted(dialog) and dialog.isVisible()]
