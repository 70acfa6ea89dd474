"""Save the styles of the demo's layers in their GeoPackage, and print the map.

Run by demo.py with one JSON argument, in the demo's profile:
folder, layer, language, gap, thresholds (mu), code_field ("" unless it holds survey codes), sample.
"""

import json
import sys
from pathlib import Path

import plugin_package
from demo_layout import print_map, relief, surroundings
from demo_words import WORDS
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QPainter

plugin_package.load()

from land_consolidation.processing import farmland_style  # noqa: E402 - it had to be loaded first
from land_consolidation.processing.farmland_outputs import ALIASES  # noqa: E402
from land_consolidation.processing.i18n import install_translator, tr  # noqa: E402


def opened(source, name):
    layer = QgsVectorLayer(source, name, "ogr")
    if not layer.isValid():
        sys.exit(f"{source} cannot be opened")
    return layer


def dressed(layer, style, thresholds):
    """Style and aliases as the plugin sets them, saved as the layer's default in its GeoPackage."""
    for index, field in enumerate(layer.fields()):
        if field.name() in ALIASES:
            layer.setFieldAlias(index, tr(ALIASES[field.name()]))
    style(layer, thresholds)
    problem = layer.saveStyleToDatabase(layer.name(), "", True, "")
    if problem:
        sys.exit(problem)
    return layer


def layer_name(layer):
    """What a person calls the layer: its name inside a file of several, else the file's."""
    name = layer.source().partition("layername=")[2].partition("|")[0]
    return name or Path(layer.source().partition("|")[0]).stem


def main(task):
    folder, words, thresholds = Path(task["folder"]), WORDS[task["language"]], task["thresholds"]
    geopackage = folder / "farmland.gpkg"
    parcels = opened(f"{geopackage}|layername=parcels", tr("Farmland parcels"))
    dressed(parcels, farmland_style.style_parcels, thresholds)
    blocks = opened(f"{geopackage}|layername=blocks", tr("Farmland blocks"))
    dressed(blocks, farmland_style.style_blocks, thresholds)
    blocks.setName(words["classes"])
    around = opened(task["layer"], words["around"])
    around.setRenderer(surroundings(task["code_field"], words))

    project = QgsProject.instance()
    project.setCrs(blocks.crs())
    for layer in (blocks, around):
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer)
    subtitle = words["layer"].format(layer=layer_name(around), gap=task["gap"])
    layers, note = [blocks, around], ""
    if task["sample"]:
        note = words["sample"]
        layers.append(relief(plugin_package.ROOT / "resources" / "sample" / "dem.tif"))
        project.addMapLayer(layers[-1], False)
        around.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    print_map(project, layers, words, subtitle, note, folder / "map.png")


if __name__ == "__main__":
    # As QGIS's own programs call themselves: the profile's settings, and so its language, are found by these names.
    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("QGIS3")
    application = QgsApplication([], False)
    application.initQgis()
    translator = install_translator()
    main(json.loads(sys.argv[1]))
    QgsProject.instance().clear()
    application.exitQgis()
