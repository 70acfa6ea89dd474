"""What a plan profile's JSON may hold, and a refusal that names the line of what it may not."""

import re

from .errors import InvalidInput, translatable

INPUTS = (
    "parcels", "village", "basic_farmland", "redline", "boundary", "construction", "historic", "facilities",
    "planned_facilities",
)
"""What a layer can be made from, by the names profiles use."""
GEOMETRIES = {
    "Point": "Point", "MultiPoint": "MultiPoint", "LineString": "MultiLineString", "Polyline": "MultiLineString",
    "MultiLineString": "MultiLineString", "Polygon": "MultiPolygon", "MultiPolygon": "MultiPolygon", "None": "",
}
"""Kinds of geometry as profiles write them, and as they are delivered: lines and polygons may have several parts."""
TYPES = ("text", "integer", "double", "float", "date")
SHAPES = ("", "boundary", "point")
AGGREGATES = ("sum", "count", "join", "largest")
UNITS = ("", "m2", "ha", "ha4", "mu", "percent")
ROWS = ("structure_zhejiang", "structure_general", "indicators")
CODE_TABLES = ("use2023", "survey")
COLOURS = ("land_use", "categories")
_RESERVED_FIELDS = {"fid", "ogc_fid", "geom", "geometry", "objectid", "shape", "shape_length", "shape_area"}
_RESERVED_LAYERS = ("gpkg_", "rtree_", "sqlite_", "layer_styles", "gdb_")


def check_profile(content, lines, path):
    """Raise InvalidInput, naming PROFILE_FILE, the line and what is expected, at the first thing out of place.

    content, lines: of a profile as json_lines reads it; path: its file, for the message.
    """
    check = _Check(lines, path)
    check.members((), content, _PROFILE)
    seen = set()
    for i, layer in enumerate(content["layers"]):
        _check_layer(check, ("layers", i), layer)
        check.once(("layers", i, "code"), layer["code"], seen)


def _check_layer(check, path, layer):
    check.members(path, layer, _LAYER)
    names = set()
    for i, field in enumerate(layer["fields"]):
        check.members((*path, "fields", i), field, _FIELD)
        check.once((*path, "fields", i, "name"), field["name"], names)
    for i, part in enumerate(layer.get("parts", ())):
        check.members((*path, "parts", i), part, _PART)
        for name, source in part.get("values", {}).items():
            at = (*path, "parts", i, "values", name)
            check.that(name.lower() in names, at, name, translatable("the name of a field of this layer"))
            check.that(isinstance(source, str), at, source, translatable("a QGIS expression in quotation marks"))
    if "group" in layer:
        check.members((*path, "group"), layer["group"], _GROUP)
        for name, column in layer["group"].get("columns", {}).items():
            at = (*path, "group", "columns", name)
            check.that(
                isinstance(column, dict) and len(column) == 1 and all(
                    key in AGGREGATES and isinstance(source, str) for key, source in column.items()),
                at, column, translatable("one of sum, count, join, largest with a QGIS expression"),
            )
    if "style" in layer:
        check.members((*path, "style"), layer["style"], _STYLE)
    if "rows" in layer:
        at = (*path, "rows")
        check.that(GEOMETRIES[layer["geometry"]] == "", at, layer["rows"], translatable("a layer of geometry None"))
        check.that(not layer.get("parts"), at, layer["rows"], translatable("rows or parts, not both"))


class _Check:
    def __init__(self, lines, path):
        self._lines, self._path = lines, path

    def that(self, holds, path, value, expected):
        """Raise InvalidInput unless `holds`."""
        if not holds:
            raise InvalidInput(
                "PROFILE_FILE: line {line} of {path}: {part} is {found}; expected is {expected}.",
                line=self._line(path), path=str(self._path), part=_written(path), found=_short(value),
                expected=expected,
            )

    def members(self, path, value, spec):
        """Check an object against a spec: {key: (needed, test, expected)}."""
        self.that(isinstance(value, dict), path, value, translatable("an object in braces { }"))
        for key in value:
            if key not in spec:
                raise InvalidInput(
                    "PROFILE_FILE: line {line} of {path}: {part} is no key of a profile; expected is one of: {keys}.",
                    line=self._line((*path, key)), path=str(self._path), part=_written((*path, key)),
                    keys=", ".join(spec),
                )
        for key, (needed, test, expected) in spec.items():
            if key in value:
                self.that(test(value[key]), (*path, key), value[key], expected)
            elif needed:
                raise InvalidInput(
                    "PROFILE_FILE: line {line} of {path}: {part} is missing; expected is {expected}.",
                    line=self._line(path), path=str(self._path), part=_written((*path, key)), expected=expected,
                )

    def once(self, path, name, seen):
        """Refuse a name, upper and lower case alike, that was seen before."""
        self.that(name.lower() not in seen, path, name, translatable("a name that does not stand twice"))
        seen.add(name.lower())

    def _line(self, path):
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]


def _written(path):
    """A path as people write it: layers[2].fields[0].name."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.lstrip(".") or "{}"


def _short(value):
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _text(value):
    return isinstance(value, str) and bool(value.strip())


def _any_text(value):
    return isinstance(value, str)


def _matching(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _one_of(choices):
    return lambda value: isinstance(value, str) and value in choices


def _whole(least, most):
    return lambda value: type(value) is int and least <= value <= most


def _codes(value):
    return isinstance(value, dict) and bool(value) and all(_text(name) for name in value.values())


def _objects(value):
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)


_NAME = translatable("a text that is not empty")
_EXPRESSION = translatable("a QGIS expression in quotation marks")
_LIST = translatable("a list [ ] of objects { }, not empty")
_PROFILE = {
    "id": (True, _matching("[A-Za-z0-9_-]{1,20}"), translatable("up to 20 Latin letters, digits, _ and -")),
    "zh": (True, _text, _NAME),
    "en": (False, _text, _NAME),
    "note": (False, _any_text, translatable("a text")),
    "layers": (True, _objects, _LIST),
}
_LAYER = {
    "code": (
        True,
        lambda value: _matching("[A-Za-z][A-Za-z0-9_]{0,30}")(value)
        and not value.lower().startswith(_RESERVED_LAYERS),
        translatable("a letter, then Latin letters, digits and _, no name that databases keep for themselves"),
    ),
    "zh": (True, _text, _NAME),
    "en": (False, _text, _NAME),
    "geometry": (
        True, _one_of(GEOMETRIES),
        translatable("one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, None"),
    ),
    "confidence": (False, _any_text, translatable("a text")),
    "origin": (False, _any_text, translatable("a text")),
    "parts": (False, lambda value: value == [] or _objects(value), translatable("a list [ ] of objects { }")),
    "rows": (False, _one_of(ROWS), translatable("one of structure_zhejiang, structure_general, indicators")),
    "group": (False, lambda value: isinstance(value, dict), translatable("an object in braces { }")),
    "style": (False, lambda value: isinstance(value, dict), translatable("an object in braces { }")),
    "fields": (True, _objects, _LIST),
}
_PART = {
    "input": (
        True, _one_of(INPUTS),
        translatable("one of parcels, village, basic_farmland, redline, boundary, construction, historic, facilities, "
                     "planned_facilities"),
    ),
    "where": (False, _any_text, _EXPRESSION),
    "shape": (False, _one_of(SHAPES), translatable("boundary, point or nothing")),
    "values": (False, lambda value: isinstance(value, dict), translatable("an object in braces { }")),
}
_GROUP = {
    "by": (True, _text, _EXPRESSION),
    "columns": (False, lambda value: isinstance(value, dict), translatable("an object in braces { }")),
}
_STYLE = {
    "field": (False, _text, _NAME),
    "colours": (False, _one_of(COLOURS), translatable("one of land_use, categories")),
    "colour": (False, _matching("#[0-9a-fA-F]{6}"), translatable("a colour such as #5f9e3f")),
}
_FIELD = {
    "name": (
        True,
        lambda value: _matching(r"[^\s\"'\\/.,;:|(){}\[\]]{1,64}")(value) and value.lower() not in _RESERVED_FIELDS,
        translatable("a name without spaces and punctuation that databases do not keep for themselves"),
    ),
    "alias": (False, _any_text, translatable("a text")),
    "type": (True, _one_of(TYPES), translatable("one of text, integer, double, float, date")),
    "length": (False, _whole(1, 10_000), translatable("a whole number from 1 to 10,000")),
    "utf8_length": (False, _whole(1, 254), translatable("a whole number from 1 to 254")),
    "decimals": (False, _whole(0, 6), translatable("a whole number from 0 to 6")),
    "source": (False, _any_text, _EXPRESSION),
    "required": (False, lambda value: isinstance(value, bool), translatable("true or false")),
    "codes": (False, _codes, translatable("an object of codes and their names")),
    "code_table": (False, _one_of(CODE_TABLES), translatable("one of use2023, survey")),
    "unit": (False, _one_of(UNITS), translatable("one of m2, ha, ha4, mu, percent")),
    "formula": (False, _any_text, translatable("a spreadsheet formula without =, fields in braces")),
    "total": (False, lambda value: isinstance(value, bool), translatable("true or false")),
    "note": (False, _any_text, translatable("a text")),
}
