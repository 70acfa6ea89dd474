"""Write a made-up partition as a survey layer (DLTB) in a GeoPackage."""

import numpy as np
import shapely
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

TEXT, WHOLE, NUMBER = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double
_FIELDS = (
    ("BSM", TEXT), ("YSDM", TEXT), ("TBBH", TEXT), ("DLBM", TEXT), ("DLMC", TEXT), ("QSXZ", TEXT), ("QSDWDM", TEXT),
    ("QSDWMC", TEXT), ("ZLDWDM", TEXT), ("ZLDWMC", TEXT), ("TBMJ", NUMBER), ("KCXS", NUMBER), ("KCMJ", NUMBER),
    ("TBDLMJ", NUMBER), ("GDPDJB", TEXT), ("XZDWKD", NUMBER), ("ZZSXDM", TEXT), ("CZCSXM", TEXT), ("SJNF", WHOLE),
    ("MSSM", TEXT),
)


def write_survey_layer(path, geometry, code, width):
    """Save parcels (polygons in EPSG:4549, codes, widths in metres or NaN) to `path`, layer DLTB."""
    fields = QgsFields()
    for name, kind in _FIELDS:
        fields.append(QgsField(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "DLTB"
    writer = QgsVectorFileWriter.create(
        str(path), fields, QgsWkbTypes.Type.MultiPolygon, QgsCoordinateReferenceSystem("EPSG:4549"),
        QgsCoordinateTransformContext(), options,
    )
    area = np.round(shapely.area(geometry), 2).tolist()
    batch = []
    multi = shapely.to_wkb(shapely.multipolygons(geometry, indices=np.arange(len(geometry))))
    for i, (wkb, kind, metres) in enumerate(zip(multi, code, width)):
        ridge = 0.068 if kind == "0103" else 0.0
        deducted = round(area[i] * ridge, 2)
        village = f"330723199{i // 20000:03d}"
        feature = QgsFeature(fields)
        feature.setAttributes([
            f"{i:018d}", "2001010100", f"{i % 20000:08d}", kind, kind, "30", village + "0000000", "invented village",
            village + "0000000", "invented village", area[i], ridge, deducted, area[i] - deducted,
            "2" if kind == "0103" else "1", None if metres != metres else metres, None, None, 2024, "00",
        ])
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        feature.setGeometry(shape)
        batch.append(feature)
        if len(batch) == 10_000:
            writer.addFeatures(batch)
            batch = []
    writer.addFeatures(batch)
    del writer
