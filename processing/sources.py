"""Layers and expressions that parameters name, checked before any work."""

from qgis.core import Qgis, QgsExpression, QgsWkbTypes

from ..algorithms.errors import InvalidInput, translatable
from .base import given

_KINDS = {
    Qgis.GeometryType.Point: translatable("points"),
    Qgis.GeometryType.Line: translatable("lines"),
    Qgis.GeometryType.Polygon: translatable("polygons"),
    Qgis.GeometryType.Null: translatable("no geometries"),
}
_SEVERAL = {
    (Qgis.GeometryType.Line, Qgis.GeometryType.Polygon): translatable("lines or polygons"),
    (Qgis.GeometryType.Point, Qgis.GeometryType.Polygon): translatable("points or polygons"),
    (Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon): translatable(
        "points, lines or polygons"),
}


def vector_source(algorithm, parameters, name, context, kinds):
    """The source of a parameter, of one of these geometry types, with a CRS. Raises InvalidInput otherwise."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InvalidInput(
            "{parameter}: the layer cannot be opened. Choose a layer that loads in QGIS.", parameter=name
        )
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in kinds and kind != Qgis.GeometryType.Unknown:
        raise InvalidInput(
            "{parameter}: the layer “{layer}” holds {found}. Choose a layer with {wanted}.",
            parameter=name, layer=source.sourceName(), found=_KINDS[kind],
            wanted=_SEVERAL[kinds] if len(kinds) > 1 else _KINDS[kinds[0]],
        )
    if not source.sourceCrs().isValid():
        raise InvalidInput(
            "{parameter}: the layer “{layer}” has no CRS. Set it in the layer's properties and run again.",
            parameter=name, layer=source.sourceName(),
        )
    return source


def table_source(algorithm, parameters, name, context):
    """The source of a parameter that only its attributes are read of, None where it is empty."""
    if not given(parameters, name):
        return None
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise InvalidInput(
            "{parameter}: the layer cannot be opened. Choose a layer that loads in QGIS.", parameter=name
        )
    return source


def expression_of(algorithm, parameters, name, fields, context):
    """The expression of a parameter, checked against the fields; None where it is empty."""
    if not given(parameters, name):
        return None
    expression = QgsExpression(algorithm.parameterAsExpression(parameters, name, context))
    if expression.hasParserError():
        raise InvalidInput(
            "{parameter}: the expression cannot be read ({reason}). Correct it in the expression editor.",
            parameter=name, reason=expression.parserErrorString().strip(),
        )
    unknown = sorted(column for column in expression.referencedColumns()
                     if not column.startswith("#") and fields.lookupField(column) < 0)
    if unknown:
        raise InvalidInput(
            "{parameter}: the layer has no field “{name}”. Choose one of: {fields}.",
            parameter=name, name=unknown[0], fields=", ".join(fields.names()),
        )
    return expression
