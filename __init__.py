"""Land consolidation: a QGIS plugin for comprehensive land consolidation ("5+X")."""


def classFactory(iface):  # noqa: N802 - the name QGIS looks for
    from .plugin import LandConsolidationPlugin

    return LandConsolidationPlugin()
