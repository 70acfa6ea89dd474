"""Whether layers and fields are those of the profile."""

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from ..algorithms.tables import read_table
from .i18n import tr
from .validation_survey import optional_in_survey

_INTEGERS = (QMetaType.Type.Int, QMetaType.Type.LongLong, QMetaType.Type.UInt, QMetaType.Type.ULongLong,
             QMetaType.Type.Short, QMetaType.Type.Bool)
_TYPES = {
    "text": (QMetaType.Type.QString,), "integer": _INTEGERS,
    "double": (QMetaType.Type.Double, QMetaType.Type.Float), "float": (QMetaType.Type.Double, QMetaType.Type.Float),
    "date": (QMetaType.Type.QDate, QMetaType.Type.QDateTime),
}
_TYPE_NAMES = {
    "text": translatable("text"), "integer": translatable("whole number"), "double": translatable("number"),
    "float": translatable("number"), "date": translatable("date"),
}
_KINDS = {
    "": Qgis.GeometryType.Null, "Point": Qgis.GeometryType.Point, "MultiPoint": Qgis.GeometryType.Point,
    "MultiLineString": Qgis.GeometryType.Line, "MultiPolygon": Qgis.GeometryType.Polygon,
}
_KIND_NAMES = {
    Qgis.GeometryType.Null: translatable("no geometry"), Qgis.GeometryType.Point: translatable("points"),
    Qgis.GeometryType.Line: translatable("lines"), Qgis.GeometryType.Polygon: translatable("polygons"),
    Qgis.GeometryType.Unknown: translatable("geometries of any kind"),
}
_OF_THE_FORMAT = {
    "fid", "ogc_fid", "objectid", "shape", "shape_length", "shape_area", "shape_leng", "gdb_geomattr_data",
}
_LONGEST_IN_SHAPEFILE = 254


def check_layers(profile, names, findings, frame):
    """Missing and extra layers. names: of the delivery's layers; frame: the shape that such faults get."""
    present = {name.upper(): name for name in names}
    wanted = {layer.code.upper(): layer for layer in profile.layers}
    for code, layer in wanted.items():
        findings.looked("schema.layer_missing", layer.code)
        if code not in present:
            findings.of_layer("schema.layer_missing", layer.code, shape=frame)
    for code, name in present.items():
        findings.looked("schema.layer_extra", name)
        if code not in wanted:
            findings.of_layer("schema.layer_extra", name, shape=frame)


def check_schema(layer, findings, frame):
    """Geometry and fields of one Checked layer against its spec."""
    spec = layer.spec
    wanted = _KINDS[spec.geometry]
    findings.looked("schema.geometry", layer.name)
    if layer.kind != wanted and not (layer.survey and layer.kind == Qgis.GeometryType.Unknown):
        findings.of_layer("schema.geometry", layer.name, shape=frame, value=tr(_KIND_NAMES[layer.kind]),
                          expected=tr(_KIND_NAMES[wanted]))
    _check_fields(layer, findings, frame)
    for rule in ("schema.required", "schema.value_length"):
        findings.looked(rule, layer.name)
    for field in spec.fields:
        if field.name in layer.values:
            _check_values(layer, field, findings)


def check_crs(layers, findings, frame):
    """All layers with shapes have a CRS, and the same one."""
    spatial = [layer for layer in layers if layer.geometry is not None]
    known = [layer.crs for layer in spatial if layer.crs.isValid()]
    first = known[0] if known else None
    for layer in spatial:
        findings.looked("schema.crs", layer.name)
        if first is None or layer.crs != first:
            findings.of_layer(
                "schema.crs", layer.name, shape=frame, value=layer.crs.authid() or tr("none"),
                expected=first.authid() or first.description() if first is not None else tr("none"))


def _check_fields(layer, findings, frame):
    personal = {row["field"] for row in read_table("personal_fields")}
    optional = optional_in_survey() if layer.survey else set()
    for rule in ("schema.field_missing", "schema.field_extra", "schema.field_type"):
        findings.looked(rule, layer.name)
    for field in layer.spec.fields:
        if field.name not in layer.stored:
            # Whoever hands in no personal data leaves those fields out.
            if field.name not in optional and field.name.upper() not in personal:
                findings.of_layer("schema.field_missing", layer.name, shape=frame, field=field.name, alias=field.alias)
            continue
        there = layer.fields.at(layer.fields.lookupField(layer.stored[field.name]))
        if there.type() not in _TYPES[field.kind]:
            findings.of_layer(
                "schema.field_type", layer.name, shape=frame, field=field.name, value=there.typeName(),
                expected=tr(_TYPE_NAMES[field.kind]))
        elif field.kind == "text" and not layer.survey:
            _check_length(layer, field, there.length(), findings, frame)
    if layer.survey:
        return  # surveys carry fields of their county beside those of the standard
    known = {name.lower() for name in layer.stored.values()} | _OF_THE_FORMAT
    for there in layer.fields:
        if there.name().lower() not in known:
            findings.of_layer("schema.field_extra", layer.name, shape=frame, field=there.name())


def _check_length(layer, field, length, findings, frame):
    findings.looked("schema.field_short", layer.name)
    findings.looked("schema.field_long", layer.name)
    in_bytes = layer.driver == "ESRI Shapefile"
    least = field.length
    most = max(field.length, field.utf8_length) if in_bytes else field.length
    if in_bytes:
        least, most = min(least, _LONGEST_IN_SHAPEFILE), min(most, _LONGEST_IN_SHAPEFILE)
    expected = least if length < least else most
    said = str(length) if length else tr("any number of")
    if 0 < length < least:
        findings.of_layer("schema.field_short", layer.name, shape=frame, field=field.name, value=said,
                          expected=str(expected))
    elif length > most or length == 0:
        findings.of_layer("schema.field_long", layer.name, shape=frame, field=field.name, value=said,
                          expected=str(expected))


def _check_values(layer, field, findings):
    import numpy as np

    column = layer.values[field.name]
    if field.required:
        findings.of_rows(
            "schema.required", layer, np.flatnonzero([value is None for value in column.tolist()]), field.name)
    if field.kind == "text" and not layer.survey:
        size = np.array([len(value) if isinstance(value, str) else 0 for value in column.tolist()], dtype=int)
        rows = np.flatnonzero(size > field.length)
        findings.of_rows("schema.value_length", layer, rows, field.name, length=size[rows].tolist(),
                         expected=field.length)
