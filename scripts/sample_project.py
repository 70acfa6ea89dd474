"""Make the sample's ready projects, resources/sample/township.*.qgz, and the village that is being tagged in them.

Run by scripts/build_sample_project. One project a language: names of groups and legends are part of a project.
"""

import sqlite3
import sys

import plugin_package
from demo_layout import AROUND, relief, surroundings
from demo_words import WORDS
from qgis import processing
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProject,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QPainter
from sample_roles import ROLES

plugin_package.load()

from land_consolidation.algorithms import tags  # noqa: E402 - it had to be loaded first
from land_consolidation.algorithms.tag_scheme import read_scheme  # noqa: E402
from land_consolidation.processing import provider, tag_look  # noqa: E402
from land_consolidation.processing.i18n import install_translator, tr  # noqa: E402
from land_consolidation.processing.labels import label_with  # noqa: E402
from land_consolidation.processing.roles import set_role  # noqa: E402
from land_consolidation.processing.tag_preparation import ROLE as TAGGING  # noqa: E402
from land_consolidation.ui.tagging.project_state import ProjectState, write_state  # noqa: E402

SAMPLE = plugin_package.ROOT / "resources" / "sample"
GEOPACKAGE = SAMPLE / "township.gpkg"
TAGGED = SAMPLE / "tagging.gpkg"
TABLE = "tagging"
KINDS = (("farmland", "#f1e3a6", ("01",)), *AROUND)
# 柳畈村, and what somebody has decided there so far: (where, tags).
VILLAGE = "330723199201"
PROJECT_NAME = "柳畈村农田连片整治"
BEGUN = (
    ("\"BSM\" = '330723199202401081'", {tags.CATEGORY: "C", tags.SUBTYPE: "C1", tags.STAGE: "1",
                                        tags.PROJECT: PROJECT_NAME, tags.NOTE: "D 类企业，停产两年"}),
    ("\"BSM\" IN ('330723199202400835', '330723199202400657')",
     {tags.CATEGORY: "A", tags.SUBTYPE: "A3", tags.STAGE: "1", tags.PROJECT: PROJECT_NAME}),
    ("\"DLBM\" = '0101' AND \"TBMJ\" > 4000",
     {tags.CATEGORY: "A", tags.SUBTYPE: "A1", tags.STAGE: "1", tags.PROJECT: PROJECT_NAME}),
)  # fmt: skip
_WHEN = "2026-03-02T09:30:00+08:00"


def opened(table, file=GEOPACKAGE):
    return QgsVectorLayer(f"{file}|layername={table}", table, "ogr")


def tag_the_village():
    """Write tagging.gpkg: the village's parcels, prepared, the first of them tagged by a person."""
    TAGGED.unlink(missing_ok=True)
    own = processing.run("native:extractbyexpression", {
        "INPUT": f"{GEOPACKAGE}|layername=DLTB", "EXPRESSION": f"left(\"ZLDWDM\", 12) = '{VILLAGE}'",
        "OUTPUT": "TEMPORARY_OUTPUT",
    })["OUTPUT"]  # fmt: skip
    processing.run("landconsolidation:preparetags", {
        "INPUT": own, "OUTPUT": f"ogr:dbname='{TAGGED}' table=\"{TABLE}\" (geom)",
    })  # fmt: skip
    layer = opened(TABLE, TAGGED)
    column = {name: layer.fields().lookupField(name) for name in tags.FIELDS}
    changes = {}
    for where, values in BEGUN:
        decided = {**values, tags.SOURCE: tags.PERSON, tags.TIME: _WHEN}
        for feature in layer.getFeatures(where):
            changes.setdefault(feature.id(), {column[name]: value for name, value in decided.items()})
    layer.dataProvider().changeAttributeValues(changes)
    return len(changes)


def tagging():
    """The layer being tagged, with its lists and colours."""
    layer = opened(TABLE, TAGGED)
    layer.setName(tr("Prepared parcels"))
    tag_look.dress(layer, read_scheme(), "")
    set_role(layer, TAGGING)
    return layer


def shown(words):
    """The layers of the township seen at first, the highest first."""
    villages, boundaries, roads, parcels = map(opened, ("natural_villages", "village_boundary", "roads", "DLTB"))
    villages.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#7a2f2f", "size": "1.8"})))
    label_with(villages, QgsExpression.quotedColumnRef(words["village_field"]))
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


def fill(project, words):
    """Put the township into a project."""
    tree = project.layerTreeRoot()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    project.setTitle(words["township"])
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    first = [tagging(), *shown(words)]
    for layer in first:
        project.addMapLayer(layer, False)
        tree.addLayer(layer).setExpanded(layer.name() == "DLTB")
    tree.findLayer(first[0]).setItemVisibilityChecked(False)
    group = tree.addGroup(words["more"])
    for table in tables():
        if table not in {layer.name() for layer in first}:
            group.addLayer(project.addMapLayer(opened(table), False))
    for layer in project.mapLayers().values():
        if layer.name() in ROLES:
            set_role(layer, ROLES[layer.name()])
    group.setItemVisibilityCheckedRecursive(False)
    group.setExpanded(False)
    write_state(project, ProjectState(layer=first[0].id(), projects=(PROJECT_NAME,), shown=True))
    parcels = next(layer for layer in first if layer.name() == "DLTB")
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(parcels.extent(), parcels.crs()))


def main(language):
    # As QGIS's own programs call themselves: the profile's settings, and so its language, are found by these names.
    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("QGIS3")
    application = QgsApplication([], False)
    application.initQgis()
    translator = install_translator()
    from processing.core.Processing import Processing

    Processing.initialize()
    ours = provider.register()
    if language == "en":
        print(f"{TAGGED.name}: {tag_the_village()} parcels tagged")
    project = QgsProject.instance()
    target = SAMPLE / f"township.{language}.qgz"
    project.setFileName(str(target))
    fill(project, WORDS[language])
    if not project.write():
        sys.exit(f"{target} cannot be written")
    print(target.name)
    project.clear()
    QgsApplication.processingRegistry().removeProvider(ours)
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
    application.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1])
