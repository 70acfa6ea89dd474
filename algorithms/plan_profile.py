"""Plan profiles: which layers, fields and tables a village plan is handed in as. Data, read from JSON."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import InvalidInput
from .json_lines import JsonError, read_json
from .profile_schema import GEOMETRIES, check_profile

PROFILES = Path(__file__).resolve().parent.parent / "resources" / "profiles"
SHIPPED = ("FJ", "HZ", "TDZZ")
"""The shipped profiles, in the order in which the parameter PROFILE counts them."""
_LENGTHS = {"text": 254, "integer": 9, "double": 18, "float": 18, "date": 10}
_DECIMALS = {"double": 2, "float": 4}


@dataclass(frozen=True)
class Field:
    """A field of a delivered layer or table.

    name, alias: as stored, and as shown; kind: one of profile_schema.TYPES;
    length: characters of a text, digits of a number with point and sign;
    utf8_length: bytes that a shapefile in UTF-8 gives a text, where Chinese
    needs more of them than in the encoding the layout was made for; decimals:
    of a number, to which it is rounded; source: QGIS expression over the
    input's fields and the plan's facts, '' where it stays empty; required:
    whether every feature has a value; codes: ((code, name) …) of a list of its
    own, code_table: a land code system, () and '' where any value will do;
    unit, formula, total: how the workbook shows it; line: in the file.
    """

    name: str
    alias: str
    kind: str
    length: int
    utf8_length: int
    decimals: int
    source: str
    required: bool
    codes: tuple
    code_table: str
    unit: str
    formula: str
    total: bool
    line: int


@dataclass(frozen=True)
class Part:
    """Features of a layer that come from one input.

    input: one of profile_schema.INPUTS; where: expression, '' for all; shape: ''
    as they are, `boundary` their outline, `point` a point inside; values:
    ((field, expression) …) instead of the field's own source; line: in the file.
    """

    input: str
    where: str
    shape: str
    values: tuple
    line: int


@dataclass(frozen=True)
class Column:
    """What is worked out of the features of a group: aggregate, one of profile_schema.AGGREGATES, of an expression."""

    name: str
    aggregate: str
    source: str
    line: int


@dataclass(frozen=True)
class Group:
    """Features merged into one per value of an expression: `by`; columns: what the fields of the merged can use."""

    by: str
    columns: tuple
    line: int


@dataclass(frozen=True)
class Style:
    """How a layer is drawn: by the values of a field in the colours of a list, or all in one colour."""

    field: str
    colours: str
    colour: str


@dataclass(frozen=True)
class Layer:
    """A delivered layer, or a table where geometry is ''.

    code: its name as stored; zh, en: its titles; geometry: Point, MultiPoint,
    MultiLineString, MultiPolygon or ''; confidence, origin: how far the layout
    is known, and from where; parts: where features come from; rows: which
    reckoned table fills it, '' for none; group: None where nothing is merged.
    """

    code: str
    zh: str
    en: str
    geometry: str
    confidence: str
    origin: str
    parts: tuple
    rows: str
    group: object
    style: Style
    fields: tuple
    line: int


@dataclass(frozen=True)
class Profile:
    """A whole profile. id: short name; path: its file."""

    id: str
    zh: str
    en: str
    note: str
    layers: tuple
    path: str

    def inputs(self):
        """Names of the inputs that some layer is made from."""
        return {part.input for layer in self.layers for part in layer.parts}


@cache
def shipped_profile(name):
    """One of SHIPPED."""
    return read_profile(PROFILES / f"{name}.json")


def read_profile(path):
    """The profile in a JSON file.

    Raises InvalidInput naming PROFILE_FILE, the line and what is expected for a file that cannot be used.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "PROFILE_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like those in the "
            "plugin's folder resources/profiles.",
            path=str(path), reason=getattr(error, "strerror", None) or str(error),
        ) from error
    try:
        content, lines = read_json(text)
    except JsonError as error:
        raise InvalidInput(
            "PROFILE_FILE: line {line} of {path} is not JSON ({reason}). Correct it there.",
            line=error.line, path=str(path), reason=error.reason,
        ) from error
    check_profile(content, lines, path)
    return Profile(
        content["id"], content["zh"], content.get("en") or content["zh"], content.get("note", ""),
        tuple(_layer(layer, ("layers", i), lines) for i, layer in enumerate(content["layers"])), str(path),
    )


def _layer(entry, path, lines):
    style = entry.get("style", {})
    return Layer(
        entry["code"], entry["zh"], entry.get("en") or entry["zh"], GEOMETRIES[entry["geometry"]],
        entry.get("confidence", ""), entry.get("origin", ""),
        tuple(_part(part, (*path, "parts", i), lines) for i, part in enumerate(entry.get("parts", ()))),
        entry.get("rows", ""),
        _group(entry["group"], (*path, "group"), lines) if "group" in entry else None,
        Style(style.get("field", ""), style.get("colours", ""), style.get("colour", "")),
        tuple(_field(field, lines[(*path, "fields", i)]) for i, field in enumerate(entry["fields"])),
        lines[path],
    )


def _part(entry, path, lines):
    return Part(
        entry["input"], entry.get("where", ""), entry.get("shape", ""), tuple(entry.get("values", {}).items()),
        lines[path],
    )


def _group(entry, path, lines):
    return Group(
        entry["by"],
        tuple(
            Column(name, aggregate, source, lines[(*path, "columns", name)])
            for name, column in entry.get("columns", {}).items() for aggregate, source in column.items()
        ),
        lines[path],
    )


def _field(entry, line):
    kind = entry["type"]
    length = entry.get("length", _LENGTHS[kind])
    return Field(
        entry["name"], entry.get("alias") or entry["name"], kind, length, entry.get("utf8_length", length),
        entry.get("decimals", _DECIMALS.get(kind, 0)), entry.get("source", ""), entry.get("required", False),
        tuple(entry.get("codes", {}).items()), entry.get("code_table", ""), entry.get("unit", ""),
        entry.get("formula", ""), entry.get("total", False), line,
    )
