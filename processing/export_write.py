"""Layers and tables into files: GeoPackage, shapefiles, file geodatabase."""

from contextlib import contextmanager
from itertools import islice

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, QMetaType

from ..algorithms.parallel import no_progress, step
from .i18n import tr
from .layer_reader import plain
from .layer_writer import write_rows

_KINDS = {
    "text": QMetaType.Type.QString, "integer": QMetaType.Type.Int, "double": QMetaType.Type.Double,
    "float": QMetaType.Type.Double, "date": QMetaType.Type.QDate,
}
_PIECE = 5_000
_BATCH = 200  # few enough to stay in the processor's cache
_WRITING = 0.75
_LATER = ("SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom")
# A tenth of a micrometre: the usual tenth of a millimetre would move survey corners.
_GEODATABASE = ("XYSCALE=10000000",)


def write_all(folder, name, built, form, crs, progress=no_progress):
    """Write every Built into a folder; returns where each can be opened, by code.

    name: of the file that holds all layers, where the format has one. What was
    written is read again and compared. Raises OSError where anything could not
    be written, Cancelled from `progress`.
    """
    places, total, done = {}, sum(map(len, built)) + len(built), 0
    for made in built:
        share = (len(made) + 1) / total
        part = step(progress, done, done + share)
        path, places[made.layer.code] = place_of(folder, name, made, form)
        with _told_of_errors():
            _write(path, made, form, crs, step(part, 0.0, _WRITING))
        _compare(places[made.layer.code], made, step(part, _WRITING, 1.0))
        done += share
    return places


def place_of(folder, name, made, form):
    """(file to write, what QGIS opens) of a layer or table."""
    if form.per_layer:
        path = folder / f"{made.layer.code}{form.ending}"
        return path, str(path if made.geometry is not None else path.with_suffix(".dbf"))
    path = folder / f"{name}{form.ending}"
    return path, f"{path}|layername={made.layer.code}"


def fields_of(layer, form):
    """The fields of a delivered layer as a format stores them."""
    fields = QgsFields()
    for field in layer.fields:
        new = QgsField(field.name, _KINDS[field.kind])
        new.setLength(form.room(field) if field.kind == "text" else field.length)
        new.setPrecision(field.decimals)
        if not form.per_layer:
            new.setAlias(field.alias)
        fields.append(new)
    return fields


def _write(path, made, form, crs, progress):
    import shapely

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding, options.layerName = form.driver, form.encoding, made.layer.code
    spatial = made.geometry is not None
    if form.driver == "OpenFileGDB" and spatial and not crs.isGeographic():
        options.layerOptions = list(_GEODATABASE)
    elif form.driver == "GPKG" and spatial:
        options.layerOptions = list(_LATER)
    how = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = how.CreateOrOverwriteLayer if path.exists() else how.CreateOrOverwriteFile
    writer = QgsVectorFileWriter.create(
        str(path), fields_of(made.layer, form), _wkb_type(made.layer.geometry),
        crs if spatial else QgsCoordinateReferenceSystem(), QgsCoordinateTransformContext(), options,
    )
    _refuse_failure(writer)
    columns = [made.columns[field.name] for field in made.layer.fields]
    try:
        for start in range(0, len(made), _PIECE):
            rows = slice(start, start + _PIECE)
            shapes = shapely.to_wkb(made.geometry[rows]).tolist() if spatial else None
            write_rows(writer, [column[rows].tolist() for column in columns], shapes)
            progress(min(1.0, (start + _PIECE) / len(made)))
        writer.flushBuffer()
        _refuse_failure(writer)
    except QgsProcessingException as error:
        raise OSError(str(error)) from error
    finally:
        del writer  # closes the file
    progress(1.0)
    if form.driver == "GPKG" and spatial:
        _index(path, made.layer.code)


def _index(path, table):
    """Make a table's spatial index, which the writer left: it would make one of a run that was cancelled as well."""
    file = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    if file is None:
        raise OSError(tr("{layer} cannot be opened").format(layer=table))
    file.ExecuteSQL(f"SELECT CreateSpatialIndex('{table}', 'geom')")


def _wkb_type(geometry):
    return getattr(Qgis.WkbType, geometry) if geometry else Qgis.WkbType.NoGeometry


def _refuse_failure(writer):
    if writer.hasError():
        raise OSError(writer.errorMessage())


@contextmanager
def _told_of_errors():
    """Raise OSError for what GDAL reports while files are closed, when QGIS no longer asks."""
    told = []

    def listen(kind, _number, message):
        if kind >= gdal.CE_Failure:
            told.append(message)

    gdal.PushErrorHandler(listen)
    try:
        yield
    finally:
        gdal.PopErrorHandler()
    if told:
        raise OSError(told[0])


def _compare(place, made, progress):
    """Raise OSError unless a layer reads as it was written."""
    layer = open_layer(place, made.layer.code)
    progress(0.0)
    if layer.featureCount() != len(made):
        raise OSError(tr("{layer} does not read as it was written, rows {rows}").format(
            layer=made.layer.code, rows=f"{max(layer.featureCount(), 0)}/{len(made)}"))
    try:
        _compare_rows(layer, made, progress)
    finally:
        # QGIS keeps what features were read by open for a minute, and Windows moves no folder with open files.
        layer.dataProvider().reloadData()


def _compare_rows(layer, made, progress):
    names = [field.name for field in made.layer.fields]
    at = [layer.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes(at)
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    features, ours = iter(layer.getFeatures(request)), slice(at[0], at[-1] + 1)
    for start in range(0, len(made), _BATCH):
        rows = slice(start, start + _BATCH)
        written = list(map(list, zip(*(made.columns[name][rows].tolist() for name in names))))
        found = [feature.attributes()[ours] for feature in islice(features, _BATCH)]
        if found != written and [list(map(_stored, row)) for row in found] != written:
            raise OSError(tr("{layer} does not read as it was written, rows {rows}").format(
                layer=made.layer.code, rows=f"{start + 1}–{start + len(written)}"))
        progress(start / len(made))


def open_layer(place, code):
    """A layer of the delivery, without style. Raises OSError where it cannot be opened."""
    layer = QgsVectorLayer(place, code, "ogr", QgsVectorLayer.LayerOptions(False))
    if not layer.isValid():
        raise OSError(tr("{layer} cannot be opened").format(layer=code))
    return layer


def _stored(value):
    if isinstance(value, QDateTime):
        return value.date()  # a file geodatabase has no dates without a time
    return plain(value)
