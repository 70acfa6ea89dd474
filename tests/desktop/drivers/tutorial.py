"""The tutorial's walk: the sample opened, screened, tagged by hand, one village delivered."""

from driving import FOLDER, draw_map, grab, grab_window, open_tool, press_run, set_values, settle, values_of, wait_until
from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface
from tagging_hands import FILE, choose_layer, click, counted, drag, drawn, key, parcels, part, tags_of, to_pixel
from workflow import ROLE, sample

__all__ = ["deliver", "sample", "screen", "tag"]
VILLAGE = {"VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "柳畈村", "PLAN_NAME": "柳畈村规划"}
OWN_PROFILE = {"PROFILE": 2}  # the one whose layers carry the tags themselves
CODES = {"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0}


def screen():
    """The township screened, the parcels with their suggestions written to a file."""
    dialog = open_tool("screentownship")
    set_values(dialog, **CODES, suggestions_parcels=str(FILE))
    press_run(dialog)
    wait_until(lambda: dialog.results() or dialog.wasExecuted(), "the screening", 240)
    settle()
    dialog.close()
    settle()
    layer = parcels()
    return {"name": layer.name(), "role": layer.customProperty(ROLE), "parcels": layer.featureCount()}


def tag():
    """Parcels of the village selected by a rectangle over the map, tagged by keys, saved."""
    layer, canvas = parcels(), iface.mapCanvas()
    choose_layer(layer)
    counted()
    click("tagSession_edit")
    where = f"ZLDWDM LIKE '{VILLAGE['VILLAGE_CODE']}%' AND DLBM LIKE '01%'"
    place = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(where))).geometry().pointOnSurface()
    centre = place.asPoint()
    canvas.setExtent(QgsRectangle(centre.x() - 400, centre.y() - 300, centre.x() + 400, centre.y() + 300))
    draw_map()
    before = tags_of(layer)
    iface.actionSelectRectangle().trigger()
    drag(to_pixel(centre.x() - 60, centre.y() - 60), to_pixel(centre.x() + 60, centre.y() + 60))
    selected = layer.selectedFeatureIds()
    key(Qt.Key.Key_1)
    box = part("tag_subtype")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    drawn()
    grab_window("tutorial_tagging")
    after = tags_of(layer)
    click("tagSession_save")
    return {
        "selected": sorted(selected), "changed": sorted(which for which in after if after[which] != before[which]),
        "tags": sorted({(after[which]["zz_cat"], after[which]["zz_sub"], after[which]["zz_source"])
                        for which in selected}),
        "modified": layer.isModified(),
    }


def deliver():
    """The village delivered from the toolbar; what the dialog was given, layers by their sources."""
    dialog = open_tool("delivervillageplan")
    set_values(dialog, INPUT=parcels().id(), **CODES, **VILLAGE, **OWN_PROFILE,
               delivery_folder=str(FOLDER / "deliveries"),
               validation_errors=str(FOLDER / "errors.gpkg"))
    sources = [
        one.name() for one in dialog.algorithm().parameterDefinitions()
        if isinstance(one, (QgsProcessingParameterFeatureSource, QgsProcessingParameterRasterLayer))
    ]
    layers = {name: source_of(value) for name, value in values_of(dialog, *sources).items() if value}
    grab(dialog, "tutorial_delivery_dialog")
    press_run(dialog)
    wait_until(lambda: dialog.results() or dialog.wasExecuted(), "the delivery", 240)
    settle()
    grab(dialog, "tutorial_delivery_done")
    dialog.close()
    settle()
    draw_map()
    grab_window("tutorial_delivered")
    return {"given": {**layers, **CODES, **VILLAGE, **OWN_PROFILE}, "folder": str(FOLDER)}


def source_of(value):
    """The source of a layer that a dialog's widget holds by its id."""
    layer = value if isinstance(value, QgsMapLayer) else QgsProject.instance().mapLayer(str(value))
    return layer.source()
