"""Write made-up industry as the layers of inefficient industry, each a GeoPackage of its own, in one folder."""

import numpy as np
import shapely
from industry_scene import BUILDINGS, INDUSTRY, make_scene
from layer_file import save_layer
from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType
from survey_layer import write_survey_layer

POLYGON = QgsWkbTypes.Type.Polygon
SCALED = 400  # QGIS's own tool is measured on one industrial parcel in so many where all of them would take hours
_ZONE = "410"  # concentrated urban construction, in the field that tells a boundary's zones


def write_industry(folder):
    """Save parcels, the industrial ones alone, the boundary, one around everything, buildings, and ten times as many.

    The files are called parcels, industrial, few (of the industrial), boundary (a feature of all parts),
    boundary_parts (a feature each), around, buildings and more_buildings.
    """
    folder.mkdir()
    scene = make_scene()
    write_survey_layer(folder / "parcels.gpkg", scene.geometry, scene.code, scene.width)
    chosen = scene.code == INDUSTRY
    write_survey_layer(folder / "industrial.gpkg", scene.geometry[chosen], scene.code[chosen], scene.width[chosen])
    few = np.flatnonzero(chosen)[::SCALED]
    write_survey_layer(folder / "few.gpkg", scene.geometry[few], scene.code[few], scene.width[few])
    for name, kind, shapes in (
        ("boundary", QgsWkbTypes.Type.MultiPolygon, np.array([shapely.multipolygons(scene.boundary)])),
        ("boundary_parts", POLYGON, scene.boundary), ("around", POLYGON, scene.around),
    ):
        save_layer(folder / f"{name}.gpkg", name, kind, shapes, {
            "GHFQDM": (QMetaType.Type.QString, [_ZONE] * len(shapes)),
        })
    for name, more in (("buildings", scene), ("more_buildings", make_scene(10 * BUILDINGS))):
        save_layer(folder / f"{name}.gpkg", name, POLYGON, more.buildings, {
            "floors": (QMetaType.Type.Int, more.floors),
        })
