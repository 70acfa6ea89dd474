"""Arrays into layers: the fields of an output, and rows into its sink."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice, repeat
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from .fields import personal_fields
from .i18n import tr
from .layer_reader import unchecked

TEXT, WHOLE, NUMBER = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Double
_BATCH = 200  # few enough to stay in the processor's cache


def new_fields(definitions):
    """QgsFields from (name, type) or (name, type, length, precision) tuples."""
    fields = QgsFields()
    for name, kind, *size in definitions:
        field = QgsField(name, kind)
        if size:
            field.setLength(size[0])
            field.setPrecision(size[1] if len(size) > 1 else 0)
        fields.append(field)
    return fields


def kept_fields(source_fields, added, feedback):
    """Which of a source's own fields an output carries on, as positions.

    Not `fid`, which an output numbers itself; not those the output writes
    anew; and never personal data, which the log then names.
    """
    personal = personal_fields(source_fields)
    if personal:
        feedback.pushInfo(
            tr("Fields with personal data are left out of the result: {names}.").format(names=", ".join(personal))
        )
    taken = {name.lower() for name in added.names()} | {"fid"} | {name.lower() for name in personal}
    return [i for i, field in enumerate(source_fields) if field.name().lower() not in taken]


def joined_fields(source_fields, kept, added):
    """The kept source fields followed by the added ones.

    Without aliases and comments: hardly a format stores them, and writing then
    warns of every field. The look gives the aliases back.
    """
    fields = QgsFields()
    for i in kept:
        field = QgsField(source_fields.at(i))
        field.setAlias("")
        field.setComment("")
        fields.append(field)
    for field in added:
        fields.append(field)
    return fields


def copy_features(source, sink, kept, ids, added_values, progress, only=""):
    """Write the source's features with these ids, with the kept attributes and the added values behind them.

    ids: feature ids, shape (n,); added_values: columns of plain Python values,
    one per added field, aligned with `ids`; only: an expression that holds for
    all of them, so that the provider need not hand out the others.
    """
    dropped = sorted(set(range(len(source.fields()))) - set(kept), reverse=True)
    width = len(kept) + len(added_values)
    places = range(len(kept), width)
    values_of = dict(zip(ids.tolist(), zip(*added_values) if added_values else repeat(())))
    request = QgsFeatureRequest()
    if only:
        request.setFilterExpression(only)
    features = iter(unchecked(source, request))
    written = 0
    while chunk := list(islice(features, _BATCH)):
        batch = []
        for feature in chunk:
            values = values_of.get(feature.id())
            if values is None:
                continue
            # In place: taking all attributes through Python and back costs more than writing them.
            for i in dropped:
                feature.deleteAttribute(i)
            feature.resizeAttributes(width)
            for i, value in zip(places, values):
                feature.setAttribute(i, value)
            batch.append(feature)
        written += _flush(sink, batch)
        progress(written / max(len(ids), 1))
    if written != len(ids):
        raise QgsProcessingException(tr("The input changed while the tool was running. Run it again."))


@contextmanager
def closed_meanwhile(sinks, destination):
    """Close an output while the with-block does other work; its end waits for that.

    sinks: a list with the only reference to its sink, emptied here; destination: where it writes. A sink closes when
    nobody holds it any more. Of a large file the spatial index is built then, which takes seconds, none of them
    Python's, so a file closes on a thread of its own. Other providers may want to be left by the thread they came with.
    """
    if not Path(destination or "").is_file():
        sinks.clear()
        yield
        return
    with ThreadPoolExecutor(max_workers=1) as pool:  # whose end waits
        pool.submit(sinks.clear)
        yield


def copy_parts(source, sink, kept, ids, added_values, shapes, progress):
    """Write parts of the source's features, with their kept attributes and the added values behind them.

    ids: the feature that each part is of, shape (p,); added_values: columns of plain Python values aligned with `ids`;
    shapes: WKB of each part in the source's CRS, None where the part is the feature as it is. The sink takes
    multipolygons without Z.
    """
    parts_of = {}
    for part, feature_id in enumerate(ids.tolist()):
        parts_of.setdefault(feature_id, []).append(part)
    dropped = sorted(set(range(len(source.fields()))) - set(kept), reverse=True)
    places = range(len(kept), len(kept) + len(added_values))
    features = iter(unchecked(source, QgsFeatureRequest()))
    written = 0
    while chunk := list(islice(features, _BATCH)):
        batch = []
        for feature in chunk:
            parts = parts_of.get(feature.id(), ())
            if parts:
                for i in dropped:
                    feature.deleteAttribute(i)
                feature.resizeAttributes(len(kept) + len(added_values))
            for part in parts:
                copy = feature if len(parts) == 1 else QgsFeature(feature)
                for i, values in zip(places, added_values):
                    copy.setAttribute(i, values[part])
                copy.setGeometry(_part_shape(feature, shapes[part]))
                batch.append(copy)
        written += _flush(sink, batch)
        progress(written / max(len(ids), 1))
    if written != len(ids):
        raise QgsProcessingException(tr("The input changed while the tool was running. Run it again."))


def _part_shape(feature, wkb):
    shape = QgsGeometry()
    if wkb is None:
        shape = feature.geometry()
        if QgsWkbTypes.isCurvedType(shape.wkbType()):
            shape = QgsGeometry(shape.constGet().segmentize())
        shape.get().dropZValue()
        shape.get().dropMValue()
    else:
        shape.fromWkb(wkb)
    shape.convertToMultiType()
    return shape


def write_rows(sink, columns, geometry=None, progress=lambda fraction: None):
    """Write one feature per row: columns of plain Python values, and WKB of each row's geometry if any."""
    batch, done = [], 0
    count = max(len(columns[0]), 1) if columns else 1
    for i, values in enumerate(zip(*columns)):
        feature = QgsFeature()
        feature.setAttributes(list(values))
        if geometry is not None:
            shape = QgsGeometry()
            shape.fromWkb(geometry[i])
            feature.setGeometry(shape)
        batch.append(feature)
        if len(batch) == _BATCH:
            done += _flush(sink, batch)
            progress(done / count)
    _flush(sink, batch)
    progress(1.0)


def _flush(sink, batch):
    if batch and not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
        raise QgsProcessingException(
            tr("The result cannot be written: {reason}").format(reason=sink.lastError() or tr("unknown reason"))
        )
    written = len(batch)
    batch.clear()
    return written
