"""Put the sample township on the map of a QGIS that has just started; run by scripts/qgis with --code.

A project file would do the same, but would fix one language and grow stale with the data.
"""

import sqlite3
from importlib import import_module

from demo_layout import AROUND, relief, surroundings
from demo_words import WORDS
from plugin_package import ROOT
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QPainter
from qgis.utils import iface

set_role = import_module("land_consolidation.processing.roles").set_role
SAMPLE = ROOT / "resources" / "sample"
GEOPACKAGE = SAMPLE / "township.gpkg"
KINDS = (("farmland", "#f1e3a6", ("01",)), *AROUND)


ROLES = {
    "DLTB": "parcels", "natural_village_areas": "settlement_areas", "village_statistics": "village_statistics",
    "hazard_areas": "hazard_areas", "hazard_points": "hazard_points", "protected_villages": "protected",
    "STBHHX": "redline", "water_source": "water_source", "services": "services", "roads": "roads", "dem": "dem",
    "CZKFBJ": "development_boundary", "enterprises": "enterprises", "buildings": "buildings", "heritage": "heritage",
    "YJJBNTBHTB": "basic_farmland",
}  # what each layer is to the tools, so that their dialogs choose it


def opened(table):
    return QgsVectorLayer(f"{GEOPACKAGE}|layername={table}", table, "ogr")


def shown(words):
    """The layers seen at first, the highest first."""
    villages, boundaries, roads, parcels = map(opened, ("natural_villages", "village_boundary", "roads", "DLTB"))
    villages.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#7a2f2f", "size": "1.8"})))
    labels = QgsPalLayerSettings()
    labels.fieldName = words["village_field"]
    labels.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    villages.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    villages.setLabelsEnabled(True)
    outline = {"style": "no", "outline_color": "#6d6d66", "outline_style": "dash", "outline_width": "0.3"}
    boundaries.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(outline)))
    roads.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"color": "#a08d80", "width": "0.4"})))
    parcels.setRenderer(surroundings("DLBM", words, KINDS))
    parcels.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    ground = relief(SAMPLE / "dem.tif")
    ground.setName("dem")
    return [villages, boundaries, roads, parcels, ground]


def tables():
    with sqlite3.connect(f"file:{GEOPACKAGE}?mode=ro", uri=True) as connection:
        return [name for (name,) in connection.execute("select table_name from gpkg_contents order by 1")]


def main():
    words = WORDS["zh" if QgsApplication.locale().startswith("zh") else "en"]
    project = QgsProject.instance()
    tree = project.layerTreeRoot()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    first = shown(words)
    for layer in first:
        project.addMapLayer(layer, False)
        tree.addLayer(layer).setExpanded(layer.name() == "DLTB")
    group = tree.addGroup(words["more"])
    for table in tables():
        if table not in {layer.name() for layer in first}:
            group.addLayer(project.addMapLayer(opened(table), False))
    for layer in project.mapLayers().values():
        if layer.name() in ROLES:
            set_role(layer, ROLES[layer.name()])
    group.setItemVisibilityCheckedRecursive(False)
    group.setExpanded(False)
    project.setTitle(words["township"])
    parcels = first[3]
    iface.setActiveLayer(parcels)
    iface.mapCanvas().setExtent(parcels.extent())
    iface.mainWindow().showMaximized()
    project.setDirty(False)


main()
