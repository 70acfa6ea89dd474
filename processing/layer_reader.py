"""Layers into arrays: one pass over the features, everything else vectorised."""

from dataclasses import dataclass
from itertools import islice

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..algorithms.errors import InvalidInput
from .i18n import tr

_BATCH = 200  # features held at once: few enough to stay in the processor's cache
_ALONE = b"\x01\x06\x00\x00\x00\x01\x00\x00\x00"  # how the WKB of a multipolygon of one polygon begins


@dataclass(frozen=True)
class Features:
    """Features that have a usable geometry, in the order the source gives them.

    geometry: shapely geometries, 2D, shape (n,), multipolygons of one polygon as that polygon; id: feature ids, shape
    (n,); values: per field asked for, an object array with None for NULL.
    """

    geometry: object
    id: object
    values: dict


def read_features(source, parameter, fields, crs, context, feedback, progress, where=None, where_parameter="", only=""):
    """Read a feature source into Features.

    parameter: the source's parameter name, for messages.
    fields: names of the fields wanted.
    crs: where the geometry shall be; transformed on the way when the source is elsewhere.
    where: an optional QgsExpression; values["where"] then says for which features it holds.
    where_parameter: the name of the parameter it came from, for messages.
    only: an optional expression; the provider need not hand out features for which it does not hold.
    Features without geometry are left out and counted in the log; invalid ones
    as the user's setting says (kept, left out and counted, or refused).
    """
    import numpy as np
    import shapely

    try:
        geometry, ids, columns, holds = _scan(
            source, parameter, fields, crs, context, where, where_parameter, only, progress
        )
    except shapely.GEOSException as error:
        raise InvalidInput(
            "{parameter}: a geometry cannot be read ({reason}). Run “Fix geometries” on the layer first.",
            parameter=parameter, reason=str(error),
        ) from error
    columns = {name: _column(values) for name, values in columns.items()}
    if where is not None:
        columns["where"] = np.array(holds, dtype=bool)
    usable = ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    if not usable.all():
        feedback.pushWarning(
            tr("{parameter}: features without geometry, left out: {count}.").format(
                parameter=parameter, count=int((~usable).sum())
            )
        )
    ids = np.array(ids, dtype=np.int64)
    # Where others were not handed out, a place in the row says nothing: the feature's own id does.
    number = ids if only else np.arange(1, len(ids) + 1)
    _refuse_endless(parameter, geometry, usable, number)
    usable &= _allowed(source, parameter, geometry, usable, number, feedback)
    row = np.flatnonzero(usable)
    geometry = geometry[row]
    if shapely.has_z(geometry).any():
        geometry = shapely.force_2d(geometry)
    return Features(geometry, ids[row], {name: values[row] for name, values in columns.items()})


def read_attributes(source, fields, progress):
    """Columns of a source by field name, object arrays with None for NULL, whether or not it has geometries."""
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    index = [source.fields().lookupField(name) for name in fields]
    request.setSubsetOfAttributes(index)
    columns = [[] for _ in index]
    count = max(source.featureCount(), 1)
    features = iter(unchecked(source, request))
    while batch := list(islice(features, _BATCH)):
        for i, column in zip(index, columns):
            column.extend(_plain([feature[i] for feature in batch]))
        progress(len(columns[0]) / count if columns else 0.0)
    return {name: _column(column) for name, column in zip(fields, columns)}


def distinct_values(source, field):
    """What a field holds, each value once, None for NULL."""
    return [plain(value) for value in source.uniqueValues(source.fields().lookupField(field))]


def unchecked(source, request=None):
    """The source's features as stored, one by one, whatever the setting for invalid ones."""
    return source.getFeatures(
        request or QgsFeatureRequest(), QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    )


def _scan(source, parameter, fields, crs, context, where, where_parameter, only, progress):
    import numpy as np
    import shapely

    index = [source.fields().lookupField(name) for name in fields]
    shapes, ids, holds, columns = [np.empty(0, dtype=object)], [], [], {name: [] for name in fields}
    take = [(i, columns[name]) for i, name in zip(index, fields)]
    expression_context = prepared_scope(where, source, context)
    curved = QgsWkbTypes.isCurvedType(source.wkbType()) or source.wkbType() == Qgis.WkbType.Unknown
    count = max(source.featureCount(), 1)
    features = iter(unchecked(source, _request(source, index, crs, where, only)))
    try:
        while batch := list(islice(features, _BATCH)):
            if curved:
                wkb = [_straight(feature.geometry()).asWkb().data() for feature in batch]
            else:
                wkb = [feature.geometry().asWkb().data() for feature in batch]
            # A survey stores every parcel as a multipolygon; what comes after is faster with the polygon itself.
            wkb = [shape[len(_ALONE):] if shape.startswith(_ALONE) else shape or None for shape in wkb]
            shapes.append(shapely.from_wkb(np.array(wkb, dtype=object)))
            ids.extend([feature.id() for feature in batch])
            for i, column in take:
                column.extend(_plain([feature[i] for feature in batch]))
            if where is not None:
                holds.extend(evaluate(where, expression_context, feature, where_parameter) for feature in batch)
            progress(len(ids) / count)
    except QgsCsException as error:
        raise InvalidInput(
            "{parameter}: a feature cannot be transformed to {crs}. Set the right CRS in the layer's properties "
            "and run again.",
            parameter=parameter, crs=crs.authid(),
        ) from error
    return np.concatenate(shapes), ids, columns, holds


def _request(source, index, crs, where, only):
    request = QgsFeatureRequest()
    if only:
        request.setFilterExpression(only)
    if where is None or not where.needsGeometry():
        names = set() if where is None else where.referencedColumns()
        if QgsFeatureRequest.ALL_ATTRIBUTES not in names:
            wanted = {*index, *(source.fields().lookupField(name) for name in names)}
            request.setSubsetOfAttributes([i for i in wanted if i >= 0])
    if source.sourceCrs() != crs:
        request.setDestinationCrs(crs, QgsCoordinateTransformContext())
    return request


def prepared_scope(where, source, context):
    """What `evaluate` needs besides the expression and a feature, None where there is no expression."""
    if where is None:
        return None
    scope = QgsExpressionContext(context.expressionContext())
    scope.appendScope(source.createExpressionContextScope())
    scope.setFields(source.fields())
    where.prepare(scope)
    return scope


def evaluate(where, scope, feature, parameter):
    """Whether an expression holds for a feature. Raises InvalidInput naming the parameter it came from."""
    scope.setFeature(feature)
    value = where.evaluate(scope)
    if where.hasEvalError():
        raise InvalidInput(
            "{parameter}: the expression cannot be evaluated ({reason}). Correct it in the expression editor.",
            parameter=parameter, reason=where.evalErrorString().strip(),
        )
    return bool(plain(value))


def _straight(geometry):
    """Curves as the straight segments that GEOS can read."""
    if not QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return geometry
    return QgsGeometry(geometry.constGet().segmentize())


def _refuse_endless(parameter, geometry, usable, number):
    """Raise InvalidInput where a coordinate is no finite number: GEOS can crash on those."""
    import numpy as np
    import shapely

    with np.errstate(invalid="ignore"):
        endless = np.flatnonzero(usable & ~np.isfinite(shapely.length(geometry)))
    if len(endless):
        raise InvalidInput(
            "{parameter}: coordinates that are no numbers, or do not fit the layer's CRS, in {count} features; the "
            "first is number {number}. Set the right CRS in the layer's properties, or delete these features.",
            parameter=parameter, count=len(endless), number=int(number[endless[0]]),
        )


def _allowed(source, parameter, geometry, usable, number, feedback):
    """Which geometries the setting for invalid features lets through, booleans of shape (n,)."""
    import numpy as np
    import shapely

    from ..algorithms.parallel import in_chunks

    check = source.invalidGeometryCheck()
    if check == Qgis.InvalidGeometryCheck.NoCheck or not len(geometry):
        return np.ones(len(geometry), dtype=bool)
    valid = in_chunks(shapely.is_valid, geometry) | ~usable
    invalid = np.flatnonzero(~valid)
    if len(invalid) == 0:
        return valid
    reason = shapely.is_valid_reason(geometry[invalid[0]])
    if check == Qgis.InvalidGeometryCheck.AbortOnInvalid:
        raise InvalidInput(
            "{parameter}: {count} features have an invalid geometry, the first is number {number} ({reason}). Run “Fix "
            "geometries” on the layer, or choose another setting for invalid features in the Processing options.",
            parameter=parameter, count=len(invalid), number=int(number[invalid[0]]), reason=reason,
        )
    feedback.pushWarning(
        tr("{parameter}: features with an invalid geometry, left out: {count}. The first is number {number} "
           "({reason}).").format(
            parameter=parameter, count=len(invalid), number=int(number[invalid[0]]), reason=reason
        )
    )
    return valid


def _column(values):
    """Attribute values as an object array."""
    import numpy as np

    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _plain(values):
    """A batch of raw values, NULL as None.

    At once and not at the end: every NULL is an object of its own, and Python goes through millions of
    them each time it looks for garbage, half a second in which the window stands still.
    """
    if any(issubclass(kind, QVariant) for kind in set(map(type, values))):
        return [None if isinstance(value, QVariant) and value.isNull() else value for value in values]
    return values


def plain(value):
    """NULL, however the provider says it, as None."""
    return None if isinstance(value, QVariant) and value.isNull() else value
