"""A layer as it is now, unsaved edits included, to be read on another thread."""

from qgis.core import (
    Qgis,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsVectorLayerFeatureSource,
)

from .i18n import tr


class ReadInPart(RuntimeError):
    """Fewer features came than the layer holds."""


class LayerSnapshot:
    """What the layer reader asks of a source, taken from a vector layer. Made on the layer's own thread, read on any.

    Features are as the layer shows them at that moment, edits that are not
    saved included; all of them, invalid shapes too.
    """

    def __init__(self, layer):
        self._features = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._name = layer.fields(), layer.crs(), layer.name()
        self._wkb_type, self._count, self._extent = layer.wkbType(), layer.featureCount(), layer.extent()
        self._scope = QgsExpressionContextUtils.layerScope(layer)
        self._exact = layer.providerType() == "ogr"  # databases may estimate how many there are

    def getFeatures(self, request=None, flags=None):  # noqa: N802 - QGIS's names, here and below
        """As a source's. Raises ReadInPart at the end of all features when some did not come."""
        request = request or QgsFeatureRequest()
        features = self._features.getFeatures(request)
        if not self._exact or request.filterType() != Qgis.FeatureRequestFilterType.NoFilter:
            return features
        return self._all(features)

    def _all(self, features):
        # A GeoPackage that a thread opens while an edit session begins reads as empty, without any error.
        seen = 0
        for seen, feature in enumerate(features, 1):  # noqa: B007 - how many came is asked afterwards
            yield feature
        if seen < self._count:
            raise ReadInPart(tr("“{layer}” was read in part only: try again").format(layer=self._name))

    def fields(self):
        return self._fields

    def sourceCrs(self):  # noqa: N802
        return self._crs

    def sourceName(self):  # noqa: N802
        return self._name

    def sourceExtent(self):  # noqa: N802
        return self._extent

    def wkbType(self):  # noqa: N802
        return self._wkb_type

    def featureCount(self):  # noqa: N802
        return self._count

    def invalidGeometryCheck(self):  # noqa: N802
        return Qgis.InvalidGeometryCheck.NoCheck

    def createExpressionContextScope(self):  # noqa: N802
        return QgsExpressionContextScope(self._scope)
