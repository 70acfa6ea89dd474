"""Tools on the map: paint the tag in hand over parcels, and pick the tag of a parcel."""

from qgis.core import Qgis, QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

_OUTLINE = 2


class _ParcelTool(QgsMapTool):
    """Knows the parcels under the cursor of one layer."""

    def __init__(self, canvas, layer):
        """layer: a function that gives the layer, or None."""
        super().__init__(canvas)
        self._layer = layer
        self.setCursor(Qt.CursorShape.CrossCursor)

    def parcels_along(self, start, end):
        """Features of the layer that the line between two map points meets: (id, geometry) pairs."""
        layer = self._layer()
        if layer is None:
            return []
        points = [self.toLayerCoordinates(layer, QgsPointXY(point)) for point in (start, end)]
        line = QgsGeometry.fromPointXY(points[0]) if points[0] == points[1] else QgsGeometry.fromPolylineXY(points)
        request = QgsFeatureRequest().setFilterRect(QgsRectangle(points[0], points[1]).buffered(1e-9))
        request.setNoAttributes()
        request.setFlags(Qgis.FeatureRequestFlag.ExactIntersect)
        return [
            (feature.id(), feature.geometry()) for feature in layer.getFeatures(request)
            if feature.geometry().intersects(line)
        ]


class PaintTool(_ParcelTool):
    """Click or drag: `painted` carries the ids of one stroke, in the order met. Escape gives the stroke up."""

    painted = pyqtSignal(object)

    def __init__(self, canvas, layer, colour):
        """colour: a function that gives the colour of the tag in hand."""
        super().__init__(canvas, layer)
        self._colour = colour
        self._stroke, self._last = None, None
        self._band = self._hover = None

    def canvasPressEvent(self, event):  # noqa: N802 - QGIS's names, here and below
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._stroke, self._last = {}, event.mapPoint()
        self._band = self._new_band(110)
        self._meet(self._last)

    def canvasMoveEvent(self, event):  # noqa: N802
        if self._stroke is not None:
            self._meet(event.mapPoint())
        else:
            self._preview(event.mapPoint())

    def canvasReleaseEvent(self, event):  # noqa: N802
        if self._stroke is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._meet(event.mapPoint())
        ids = list(self._stroke)
        self._end()
        if ids:
            self.painted.emit(ids)

    def keyPressEvent(self, event):  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._stroke is not None:
            self._end()
            event.accept()
        else:
            super().keyPressEvent(event)

    def deactivate(self):
        self._end()
        super().deactivate()

    def _meet(self, point):
        for identifier, geometry in self.parcels_along(self._last, point):
            if identifier not in self._stroke:
                self._stroke[identifier] = True
                self._band.addGeometry(geometry, self._layer())
        self._last = point

    def _preview(self, point):
        self._remove(self._hover)
        self._hover = None
        found = self.parcels_along(point, point)
        if found:
            self._hover = self._new_band(60)
            self._hover.setToGeometry(found[0][1], self._layer())

    def _new_band(self, opacity):
        band = QgsRubberBand(self.canvas(), Qgis.GeometryType.Polygon)
        line, fill = QColor(self._colour()), QColor(self._colour())
        fill.setAlpha(opacity)
        band.setStrokeColor(line)
        band.setFillColor(fill)
        band.setWidth(_OUTLINE)
        return band

    def _end(self):
        self._remove(self._band)
        self._remove(self._hover)
        self._band = self._hover = self._stroke = self._last = None

    def _remove(self, band):
        if band is not None:
            self.canvas().scene().removeItem(band)


class PickTool(_ParcelTool):
    """Click a parcel: `picked` carries its id."""

    picked = pyqtSignal(object)

    def canvasReleaseEvent(self, event):  # noqa: N802 - QGIS's name
        found = self.parcels_along(event.mapPoint(), event.mapPoint())
        if found:
            self.picked.emit(found[0][0])
