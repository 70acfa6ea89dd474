"""Write a made-up county as the layers of village relocation: a GeoPackage and a GeoTIFF in one folder."""

import numpy as np
import shapely
from osgeo import gdal
from partition import ORIGIN
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType
from relocation_scene import CELL, SIDE, make_heights, make_scene, make_statistics

PACKAGE, DEM = "county.gpkg", "dem.tif"
_TEXT, _WHOLE, _NUMBER = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double
_KIND = QgsWkbTypes.Type
_PER_VILLAGE = 20  # settlements that share a village's name
_NO_DATA = -9999.0


def write_county(folder, settlements):
    """Save a county with so many settlements in `folder`; returns the folder."""
    folder.mkdir()
    package = folder / PACKAGE
    scene = make_scene(settlements)
    number = list(range(1, settlements + 1))
    area = np.round(shapely.area(scene.settlements), 2)
    village = [f"village {i // _PER_VILLAGE:05d}" for i in range(settlements)]
    _save(package, "settlements", _KIND.MultiPolygon, _multi(scene.settlements), {
        "settlement_id": (_WHOLE, number), "area_m2": (_NUMBER, area.tolist()),
        "area_mu": (_NUMBER, np.round(area * 3 / 2000, 4).tolist()), "village": (_TEXT, village),
        "village_code": (_TEXT, [f"330723199{i // _PER_VILLAGE:05d}" for i in range(settlements)]),
    })
    names = ("households", "dwellings", "vacant", "consenting")
    _save(package, "statistics", _KIND.NoGeometry, None, {
        "settlement": (_WHOLE, number),
        **{name: (_WHOLE, column.tolist()) for name, column in zip(names, make_statistics(settlements))},
    })
    protected = {"name": (_TEXT, [f"site {i}" for i in range(len(scene.protected))])}
    for name, kind, geometry, columns in (
        ("hazard_areas", _KIND.Polygon, scene.hazard_areas, {}),
        ("hazard_points", _KIND.Point, scene.hazard_points, {}),
        ("protected", _KIND.Unknown, scene.protected, protected),
        ("redline", _KIND.Polygon, scene.redline, {}), ("water", _KIND.Polygon, scene.water, {}),
        ("services", _KIND.Point, scene.services, {}), ("roads", _KIND.LineString, scene.roads, {}),
    ):
        _save(package, name, kind, geometry, columns)
    _save_heights(folder / DEM)
    return folder


def _multi(polygons):
    return shapely.multipolygons(*shapely.get_parts(polygons, return_index=True))


def _save(path, layer, kind, geometry, columns):
    """One layer of the package; columns: (type, values) by field name."""
    fields = QgsFields()
    for name, (of, _) in columns.items():
        fields.append(QgsField(name, of))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", layer
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    crs = QgsCoordinateReferenceSystem("EPSG:4549" if geometry is not None else "")
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, QgsCoordinateTransformContext(), options)
    count = len(geometry) if geometry is not None else len(next(iter(columns.values()))[1])
    shapes = shapely.to_wkb(geometry) if geometry is not None else [None] * count
    rows = zip(*(values for _, values in columns.values())) if columns else [()] * count
    features = []
    for wkb, row in zip(shapes, rows):
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        if wkb is not None:
            shape = QgsGeometry()
            shape.fromWkb(wkb)
            feature.setGeometry(shape)
        features.append(feature)
    if not writer.addFeatures(features):
        raise RuntimeError(f"{layer}: {writer.errorMessage()}")
    del writer


def _save_heights(path):
    heights = make_heights()
    grid = gdal.GetDriverByName("GTiff").Create(str(path), *heights.shape[::-1], 1, gdal.GDT_Float32)
    grid.SetProjection(QgsCoordinateReferenceSystem("EPSG:4549").toWkt())
    grid.SetGeoTransform((ORIGIN[0], CELL, 0, ORIGIN[1] + SIDE, 0, -CELL))
    grid.GetRasterBand(1).SetNoDataValue(_NO_DATA)
    grid.GetRasterBand(1).WriteArray(heights)
    grid.FlushCache()
