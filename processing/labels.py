"""Labels as all our layers have them: small, dark, with a light halo, so that they read on any map."""

from qgis.core import (
    Qgis,
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .palette import HALO


def label_with(layer, expression, size=8):
    """Label polygons or points with what an expression gives; NULL leaves one without. Points keep theirs beside them.
    """
    labels = QgsPalLayerSettings()
    labels.fieldName = expression
    labels.isExpression = True
    labels.placement = Qgis.LabelPlacement.Horizontal
    if layer.geometryType() == Qgis.GeometryType.Point:
        labels.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        labels.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
        labels.dist = 0.4  # mm
    text = labels.format()  # in the font that QGIS labels with, not that of this machine's windows
    text.setSize(size)
    text.setColor(QColor("#1c1c1a"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(HALO))
    text.setBuffer(halo)
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
