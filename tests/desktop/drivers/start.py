"""What the plugin adds to a QGIS window, and what it leaves behind when it goes."""

from driving import grab_window, settle
from qgis import utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtGui import QAction
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QShortcut, QToolBar
from qgis.utils import iface

PLUGIN = "land_consolidation"
PROVIDER = "landconsolidation"
MENU, TOOLBAR = "landConsolidationMenu", "landConsolidationToolbar"
TRANSLATED = "Farmland contiguity"


def looks(action):
    return {"text": action.text(), "has_icon": not action.icon().isNull(), "enabled": action.isEnabled()}


def added():
    """Menu, toolbar and provider as a person finds them."""
    window = iface.mainWindow()
    menu, toolbar = window.findChild(QMenu, MENU), window.findChild(QToolBar, TOOLBAR)
    provider = QgsApplication.processingRegistry().providerById(PROVIDER)
    return {
        "language": QgsApplication.locale(),
        "enabled": PLUGIN in utils.active_plugins,
        "menu": menu.title(),
        "menu_is_listed": menu.menuAction() in iface.pluginMenu().actions(),
        "menu_actions": [looks(action) for action in menu.actions()],
        "toolbar": toolbar.windowTitle(),
        "toolbar_shown": toolbar.isVisible(),
        "toolbar_actions": [looks(action) for action in toolbar.actions()],
        "provider": provider.name(),
        "in_order": [algorithm.displayName() for algorithm in provider.in_order()],
        "algorithms": [algorithm.displayName() for algorithm in provider.algorithms()],
        "picture": grab_window("start"),
    }


def geos():
    """The GEOS that QGIS runs, and the one shapely was made for."""
    import shapely

    return {
        "qgis": [Qgis.geosVersionMajor(), Qgis.geosVersionMinor()],
        "shapely": list(shapely.geos_version[:2]),
        "round_trip": shapely.from_wkb(shapely.to_wkb(shapely.box(0, 0, 1, 1))).area,
    }


def window_state():
    """All that a plugin could leave behind."""
    settle()
    window = iface.mainWindow()
    return {
        **{
            kind.__name__: sorted(child.objectName() for child in window.findChildren(kind))
            for kind in (QMenu, QToolBar, QDockWidget, QAction, QShortcut)
        },
        "plugin menu": [action.text() for action in iface.pluginMenu().actions()],
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "translation": QCoreApplication.translate("LandConsolidation", TRANSLATED),
        "objects": len(window.findChildren(QObject)),
    }


def unload():
    if not utils.unloadPlugin(PLUGIN):
        raise RuntimeError("the plugin does not unload")
    return window_state()


def load():
    if not utils.loadPlugin(PLUGIN) or not utils.startPlugin(PLUGIN):
        raise RuntimeError("the plugin does not load")
    return window_state()


def three_times():
    """The window without the plugin, and with it, after each of three loads and unloads."""
    without, with_it = [], []
    without.append(unload())
    for _ in range(3):
        with_it.append(load())
        without.append(unload())
    return {"without": without, "with": with_it}
