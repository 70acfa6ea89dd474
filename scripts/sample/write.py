"""The files: a GeoPackage that comes out the same every time, and the elevation model."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from osgeo import gdal, ogr, osr

from .frame import EPSG
from .tables import Sheet
from .terrain import Dem

STAMP = "2024-12-31T00:00:00.000Z"
INVENTED = (
    "INVENTED DATA 虚构数据: an invented township inside the real county 330723; no parcel, village, person or "
    "enterprise in it exists. 一个虚构的乡镇，其中地块、村庄、人员、企业均不存在。"
)
SHAPES = {
    "polygon": ogr.wkbPolygon,
    "multipolygon": ogr.wkbMultiPolygon,
    "point": ogr.wkbPoint,
    "line": ogr.wkbLineString,
    "": ogr.wkbNone,
}
KINDS = {"text": ogr.OFTString, "integer": ogr.OFTInteger, "real": ogr.OFTReal}


def reference() -> osr.SpatialReference:
    """EPSG:4549."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def write_geopackage(path: Path, sheets: list[Sheet]) -> None:
    """All layers and tables, replacing the file."""
    path.unlink(missing_ok=True)
    before = {key: gdal.GetConfigOption(key) for key in ("OGR_CURRENT_DATE", "OGR_SQLITE_SYNCHRONOUS")}
    gdal.SetConfigOption("OGR_CURRENT_DATE", STAMP)
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    try:
        store = gdal.GetDriverByName("GPKG").Create(os.fspath(path), 0, 0, 0, gdal.GDT_Unknown)
        store.SetMetadataItem("DESCRIPTION", INVENTED)
        for sheet in sheets:
            _write_sheet(store, sheet)
        store = None
    finally:
        for key, value in before.items():
            gdal.SetConfigOption(key, value)


def _write_sheet(store, sheet: Sheet) -> None:
    options = [f"IDENTIFIER={sheet.title}", f"DESCRIPTION={sheet.about} {INVENTED}", "FID=fid", "GEOMETRY_NAME=geom"]
    layer = store.CreateLayer(sheet.name, reference() if sheet.shape else None, SHAPES[sheet.shape], options)
    for column in sheet.columns:
        field = ogr.FieldDefn(column.name, KINDS[column.kind])
        field.SetWidth(column.width)
        field.SetPrecision(column.decimals)
        layer.CreateField(field)
    values = [_plain(sheet.rows[column.name], column.kind) for column in sheet.columns]
    wkb = shapely.to_wkb(shapely.normalize(sheet.geometry)) if sheet.shape else None
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    for n in range(len(sheet.rows)):
        feature = ogr.Feature(definition)
        for index, column in enumerate(values):
            if column[n] is None:
                feature.SetFieldNull(index)
            else:
                feature.SetField(index, column[n])
        if wkb is not None:
            shape = ogr.CreateGeometryFromWkb(wkb[n])
            feature.SetGeometryDirectly(ogr.ForceToMultiPolygon(shape) if sheet.shape == "multipolygon" else shape)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _plain(column: pd.Series, kind: str) -> list:
    """Values as Python's own, None for what is missing."""
    turn = {"text": str, "integer": int, "real": float}[kind]
    return [None if value is None or pd.isna(value) else turn(value) for value in column]


def write_dem(path: Path, dem: Dem) -> None:
    """The elevation model as a compressed GeoTIFF, metres."""
    path.unlink(missing_ok=True)
    rows, columns = dem.z.shape
    options = ["COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9", "TILED=YES"]
    raster = gdal.GetDriverByName("GTiff").Create(os.fspath(path), columns, rows, 1, gdal.GDT_Float32, options)
    raster.SetGeoTransform((dem.left, dem.cell, 0.0, dem.top, 0.0, -dem.cell))
    raster.SetProjection(reference().ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", "Invented elevations of an invented township; metres.")
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(-9999.0)
    band.SetUnitType("m")
    band.WriteArray(dem.z.astype(np.float32))
    raster = None
