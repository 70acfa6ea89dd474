"""Write arrays as a layer of a GeoPackage."""

import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
)


def save_layer(path, layer, kind, geometry, columns):
    """One layer of the package at `path`, in EPSG:4549 where it has geometries.

    kind: its geometry type; geometry: shape (n,) or None; columns: (field type, n plain values) by field name.
    """
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
