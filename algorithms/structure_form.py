"""The forms of structure adjustment tables, row by row, and which row takes a code: free of heavy packages."""

import json
from dataclasses import dataclass
from functools import cache

from .tables import DOMAIN, read_table

_SUBTOTAL = "subtotal"


@dataclass(frozen=True)
class FormRow:
    """A row as the form has it. codes: beginnings of the codes it takes; subtotal: whether it adds up others."""

    number: int
    label: str
    path: str
    codes: tuple
    subtotal: bool


@dataclass(frozen=True)
class Form:
    """A form, row by row.

    system: of its codes; title, name: {"zh", "en"}; places: (beginning of a
    code, path of the block where a code belongs that no row takes).
    """

    id: str
    system: str
    title: dict
    name: dict
    rows: tuple
    places: tuple


@cache
def forms():
    """The shipped forms, in the order that people choose from."""
    return tuple(
        Form(
            entry["id"], entry["system"], entry["title"], entry["name"],
            tuple(_row(row, row[entry["codes"]]) for row in read_table(entry["table"])),
            tuple((code, place["path"]) for place in entry["places"] for code in read_codes_of_row(place["codes"])),
        )
        for entry in _file()["forms"]
    )


@cache
def ridges(system):
    """(beginning of the codes that have field ridges, code of the ridges themselves) in a land use system."""
    entry = _file()["ridges"]
    return entry["of"], entry[system]


def read_codes_of_row(text):
    """Beginnings of codes from a list such as `1301-1310,1313`."""
    codes = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        first, _, last = part.partition("-")
        codes += [str(code).zfill(len(first)) for code in range(int(first), int(last or first) + 1)]
    return tuple(codes)


def row_of(code, form):
    """The FormRow that takes a code, the one with the longest beginning of it; None where none does."""
    fitting = [(len(start), row) for row in form.rows for start in row.codes if code.startswith(start)]
    return max(fitting, key=lambda fit: fit[0])[1] if fitting else None


def place_of(code, form):
    """The path of the block where a code belongs that no row takes, '' for none."""
    fitting = [(len(start), path) for start, path in form.places if code.startswith(start)]
    return max(fitting)[1] if fitting else ""


def _file():
    with open(DOMAIN / "structure_forms.json", encoding="utf-8") as file:
        return json.load(file)


def _row(row, codes):
    return FormRow(
        int(row["row"]), row["label_zh"], row["path_zh"], read_codes_of_row(codes), row["kind"] == _SUBTOTAL
    )
