"""What is checked of a delivery before anything is written: nothing is cut, replaced or left out in silence."""

import csv

from ..algorithms.errors import InvalidInput, translatable
from .export_columns import distinct_rows
from .export_values import NOT_LISTED, Fault, fault
from .i18n import tr
from .wording import first_few

TOO_LONG = translatable("a text that is too long")
TOO_WIDE = translatable("a number with more digits than the field has")
UNWRITABLE = translatable("a character that the format's encoding does not have")
_CUTS_OFF = "\0"  # where formats end a text
COLUMNS = (
    ("layer", translatable("Layer")), ("row", translatable("Row in the layer")), ("input", translatable("Input")),
    ("feature", translatable("Feature in the input")), ("field", translatable("Field")),
    ("value", translatable("Value")), ("problem", translatable("Problem")), ("needed", translatable("Room needed")),
    ("room", translatable("Room there is")),
)
_NAMED = 3


def check_built(built, form, progress):
    """Faults of what a format cannot hold, of every layer: texts, numbers, characters, codes that no list has."""
    columns = [(made, field) for made in built for field in made.layer.fields]
    faults = []
    for k, (made, field) in enumerate(columns):
        faults += _check_column(made.layer, field, made.columns[field.name], form)
        progress((k + 1) / len(columns))
    return faults


def _check_column(layer, field, column, form):
    import numpy as np

    first, row = distinct_rows([column], len(column))
    words = column[first].tolist()

    def where(wrong):
        return np.flatnonzero(np.array(wrong, dtype=bool)[row]) if len(words) else np.empty(0, dtype=np.int64)

    if field.codes or field.code_table:
        known = _listed(field)
        rows = where([word is not None and str(word) not in known for word in words])
        if len(rows):
            yield fault(layer, field, rows, column, NOT_LISTED)
    if field.kind == "text":
        rows = where([word is not None and not _spelt(word, form) for word in words])
        if len(rows):
            yield fault(layer, field, rows, column, UNWRITABLE)
        sizes, room, what = [form.size(word or "") for word in words], form.room(field), TOO_LONG
    elif field.kind == "date":
        return
    else:
        sizes, room, what = [len(written(word, field)) for word in words], field.length, TOO_WIDE
    rows = where([size > room for size in sizes])
    if len(rows):
        needed = np.array(sizes)[row][rows]
        yield Fault(layer.code, field.name, rows, tuple(column[rows].tolist()), what, tuple(needed.tolist()), room)


def written(number, field):
    """A number as a table of fixed width writes it, '' for NULL."""
    return "" if number is None else f"{number:.{field.decimals}f}"


def _spelt(text, form):
    try:
        text.encode(form.codec)
    except UnicodeEncodeError:
        return False
    return _CUTS_OFF not in text


def unspelt(text, form):
    """The characters of a text that a format cannot write, each once."""
    return "".join(dict.fromkeys(letter for letter in text if not _spelt(letter, form)))


def _listed(field):
    from ..algorithms.codes import code_table

    if field.codes:
        return {code for code, _ in field.codes}
    table = code_table(field.code_table)
    return _Known(table)


class _Known:
    """The codes of a land code system, suffix codes included."""

    def __init__(self, table):
        self._table = table

    def __contains__(self, code):
        return bool(self._table.known(code))


def refuse(faults, built, form, path):
    """Raise InvalidInput that counts the Faults and names the first; where a path is given, all stand there as CSV."""
    if path:
        write_problems(path, faults, built, form)
    if not faults:
        return
    count = sum(len(found.rows) for found in faults)
    raise InvalidInput(
        "INPUT: {count} values cannot be delivered as they are, so nothing was written: {problems}. Correct them in "
        "the input, or choose another format or profile; every one is listed in {path}.",
        count=count, problems=first_few([_in_words(found, form) for found in faults]),
        path=path or tr("the table PROBLEMS, if you ask for it"),
    )


def _in_words(found, form):
    values = list(dict.fromkeys(str(value) for value in found.values if value is not None))
    if found.what == UNWRITABLE:
        values = [f"{value} ({unspelt(value, form)})" for value in values]
    rows = [str(row + 1) for row in found.rows[:_NAMED].tolist()]
    text = tr("{field} holds {what} in {count} rows ({rows})").format(
        field=f"{found.layer}.{found.field}" if found.field else found.layer, what=tr(found.what),
        count=len(found.rows), rows=", ".join(rows) + (", …" if len(found.rows) > _NAMED else ""),
    )
    shown = first_few([value if len(value) <= 40 else value[:40] + "…" for value in values if value][:_NAMED])
    sizes = tr("; needed up to {needed}, room {room}").format(needed=max(found.needed), room=found.room) \
        if found.needed else ""
    return text + (tr(": {values}").format(values=shown) if shown else "") + sizes


def write_problems(path, faults, built, form):
    """The Faults as a CSV file that spreadsheets open with its Chinese whole; just the head where there are none."""
    by_code = {made.layer.code: made for made in built}
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([name for name, _ in COLUMNS])
        for found in faults:
            inputs = _origins(by_code[found.layer])
            needed = found.needed or [""] * len(found.rows)
            for row, value, size in zip(found.rows.tolist(), found.values, needed):
                what = tr(found.what)
                if found.what == UNWRITABLE:
                    what = f"{what}: {unspelt(str(value), form)}"
                rows.writerow([
                    found.layer, row + 1, *(inputs(row)), found.field, _harmless(value), what, size, found.room or "",
                ])


def _origins(made):
    """A function giving the input's parameter and the feature's id of a row, '' where rows were merged."""
    def origin(row):
        for parameter, ids in made.origin:
            if row < len(ids):
                return parameter, int(ids[row])
            row -= len(ids)
        return "", ""

    return origin


def _harmless(value):
    """A value that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value
