"""Small survey layers made by hand, and running our algorithm on them."""

import time
from pathlib import Path

from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

CONTIGUITY = "landconsolidation:farmlandcontiguity"
HOME = "EPSG:4549"
EAST, NORTH = 500_000.0, 3_220_000.0  # a place in Jinhua, on the central meridian of EPSG:4549
TEXT, WHOLE, NUMBER = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double
_KINDS = {str: TEXT, int: WHOLE, float: NUMBER}
_FILE_FORMATS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}


def box(x0, y0, x1, y1):
    """WKT of a rectangle, metres from the scene's corner."""
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return "POLYGON((" + ",".join(f"{EAST + x!r} {NORTH + y!r}" for x, y in ring) + "))"


def line(*points):
    """WKT of a line through points, metres from the scene's corner."""
    return "LINESTRING(" + ",".join(f"{EAST + x!r} {NORTH + y!r}" for x, y in points) + ")"


def layer_of(rows, fields=(("DLBM", str),), kind="Polygon", crs=HOME, name="DLTB"):
    """A memory layer. rows: (WKT, QgsGeometry or None, value of each field …)."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", name, "memory")
    layer.dataProvider().addAttributes([QgsField(field, _KINDS.get(type_, type_)) for field, type_ in fields])
    layer.updateFields()
    features = []
    for shape, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([QVariant() if value is None else value for value in values])
        if shape is not None:
            feature.setGeometry(shape if isinstance(shape, QgsGeometry) else QgsGeometry.fromWkt(shape))
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added, layer.dataProvider().lastError()
    assert layer.featureCount() == len(rows)
    layer.updateExtents()
    return layer


FARM_BLOCKS = frozenset({frozenset({0, 1}), frozenset({2, 3}), frozenset({4})})
"""The blocks of `farm` as sets of positions among its farmland."""


def farm(name="DLTB", crs=HOME):
    """The fixture of most tests: 12 parcels, FARM_BLOCKS at 20 m.

    Two paddies with a ditch between (0, 1; ditch 2); across a highway (3) two
    dry fields 15 m apart (4, 5); far off a field with a garden beside it
    (6, 7); a rural road (8), homesteads (9), an orchard that can be cropland
    again (10), a wood (11).
    """
    rows = [
        (box(0, 0, 300, 300), "0101", 0.05, "2", "A"), (box(303, 0, 600, 300), "0101", 0.05, "2", "A"),
        (box(300, 0, 303, 300), "1107", None, None, "A"), (box(-50, 300, 650, 312), "1003", None, None, "A"),
        (box(0, 312, 280, 500), "0103", 0.1, "3", "A"), (box(295, 312, 600, 500), "0103", 0.1, "4", "B"),
        (box(2000, 0, 2200, 150), "0102", 0.0, None, "B"), (box(2200, 0, 2300, 150), "0201", None, None, "B"),
        (box(600, 0, 605, 300), "1006", None, None, "B"), (box(700, 0, 800, 100), "0702", None, None, "B"),
        (box(900, 0, 950, 80), "0201K", None, None, "B"), (box(1000, 300, 1500, 500), "0301", None, None, "B"),
    ]  # fmt: skip
    fields = (("DLBM", str), ("KCXS", float), ("GDPDJB", str), ("CUN", str))
    layer = layer_of(rows, fields, name=name)
    return layer if crs == HOME else moved(layer, crs)


def crs_of(crs):
    return crs if isinstance(crs, QgsCoordinateReferenceSystem) else QgsCoordinateReferenceSystem(crs)


def moved(layer, crs):
    """A copy of a memory layer in another CRS."""
    transform = QgsCoordinateTransform(layer.crs(), crs_of(crs), QgsCoordinateTransformContext())
    copy = layer.materialize(_everything())
    copy.startEditing()
    for feature in copy.getFeatures():
        geometry = feature.geometry()
        geometry.transform(transform)
        copy.changeGeometry(feature.id(), geometry)
    copy.commitChanges()
    copy.setCrs(crs_of(crs))
    copy.setName(layer.name())
    copy.updateExtents()
    return copy


def saved(layer, path, **options):
    """The layer written to a file; returns it opened again."""
    settings = QgsVectorFileWriter.SaveVectorOptions()
    settings.driverName = _FILE_FORMATS[Path(path).suffix]
    settings.layerName = options.get("layer_name", layer.name())
    settings.fileEncoding = options.get("encoding", "UTF-8")
    error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), settings)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    opened = QgsVectorLayer(str(path), layer.name(), "ogr")
    assert opened.isValid()
    return opened


def rows_of(layer, *fields):
    """Attributes by name as tuples (or single values), None for NULL."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "opened", "ogr")
        assert layer.isValid()
    every = [[plain(feature[name]) for name in fields] for feature in layer.getFeatures()]
    return [row[0] if len(fields) == 1 else tuple(row) for row in every]


def plain(value):
    return None if isinstance(value, QVariant) and value.isNull() else value


class Log(QgsProcessingFeedback):
    """A feedback that keeps what it is told and when somebody looked whether to stop, and cancels at a percentage."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.infos, self.warnings, self.errors, self.texts, self.percents = [], [], [], [], []
        self.looks = []
        self.on_cancel = None
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._progress)

    def _progress(self, percent):
        self.percents.append(percent)
        if self._cancel_at is not None and percent >= self._cancel_at and not self.isCanceled():
            if self.on_cancel:
                self.on_cancel()
            self.cancel()

    def isCanceled(self):  # noqa: N802 - QGIS's names
        self.looks.append(time.monotonic())
        return super().isCanceled()

    def pushInfo(self, text):  # noqa: N802
        self.infos.append(text)

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)

    def reportError(self, text, fatalError=False):  # noqa: N802, N803
        self.errors.append(text)

    def setProgressText(self, text):  # noqa: N802
        self.texts.append(text)

    @property
    def all(self):
        return "\n".join([*self.infos, *self.warnings, *self.errors])


class Ran:
    """What a run gave: results by name, layers opened, its log."""

    def __init__(self, results, context, log):
        self.results, self.context, self.log = results, context, log

    def __getitem__(self, name):
        value = self.results[name]
        if not isinstance(value, str) or name == "REPORT":
            return value
        return QgsProcessingUtils.mapLayerFromString(value, self.context)

    def rows(self, name, *fields):
        return rows_of(self[name], *fields)


def context_without_project():
    """A context that knows no project, checks nothing and keeps its own layers."""
    context = QgsProcessingContext()
    context.setTransformContext(QgsCoordinateTransformContext())
    return context


def run(layer, algorithm=CONTIGUITY, context=None, log=None, main="INPUT", **parameters):
    """Run an algorithm on a layer, its parameter `main`; layers not named go to memory.

    Codes are the survey's, in DLBM, unless given.
    """
    context = context or context_without_project()
    log = log or Log()
    definitions = QgsApplication.processingRegistry().algorithmById(algorithm).parameterDefinitions()
    usual = {"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0}
    every = {
        main: layer,
        **{p.name(): "TEMPORARY_OUTPUT" for p in definitions if isinstance(p, QgsProcessingParameterFeatureSink)},
        **{p.name(): usual[p.name()] for p in definitions if p.name() in usual},
        **parameters,
    }  # fmt: skip
    every = {name: value for name, value in every.items() if value is not ...}
    results = processing.run(algorithm, every, context=context, feedback=log, is_child_algorithm=True)
    return Ran(results, context, log)


def contents(layer):
    """Everything a layer holds, to compare before and after."""
    return [
        (feature.id(), [plain(value) for value in feature.attributes()], feature.geometry().asWkb().data())
        for feature in layer.getFeatures()
    ]


def groups(ran, key="DLBM"):
    """The blocks of a run as sets of rows, in the order of the PARCELS output."""
    found = {}
    for position, block in enumerate(ran.rows("PARCELS", "block_id")):
        found.setdefault(block, set()).add(position)
    return frozenset(frozenset(rows) for rows in found.values())


def _everything():
    from qgis.core import QgsFeatureRequest

    return QgsFeatureRequest()
