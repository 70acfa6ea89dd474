"""Workbooks (.xlsx): sheets of typed columns and live formulas, to hand in, print, or calculate on.

The one place that knows openpyxl. Texts are always stored as texts, so that
nothing in an attribute becomes a formula.
"""

import io
import math
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from ..algorithms.errors import InvalidInput
from .i18n import tr

TITLE_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3
"""Rows of a sheet, from 1: title, header, and the first row of data."""

_FORMATS = {
    "text": "@", "whole": "#,##0", "ha": "#,##0.00", "ha4": "#,##0.0000", "m2": "#,##0.00", "mu": "#,##0.00",
    "percent": "0.00%",
}
_FONT, _TITLE_FONT = "宋体", "黑体"  # on every Chinese Windows; other systems put a Chinese font of theirs in place
_NARROW, _WIDE = 8, 42
_PORTRAIT, _LANDSCAPE = 92, 136  # characters of 10 points that an A4 page takes in its width
_A4, _A3 = 9, 8
_LONGEST_TEXT = 32_767  # of a cell; openpyxl cuts longer ones in silence
_LONGEST_NAME = 31
_LINE = 13  # points that a line of text takes
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA_CELL = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*)>(<f[^>]*>.*?</f>)<v ?(?:/>|></v>)', re.DOTALL)


@dataclass(frozen=True)
class Column:
    """A column.

    kind: one of text, whole, ha, ha4, m2, mu, percent (a share of 1); width: in
    characters, 0 for as wide as needed.
    """

    title: str
    kind: str = "text"
    width: int = 0


@dataclass(frozen=True)
class Formula:
    """A cell that calculates.

    text: without the equals sign; `{row}` and `{col}` stand for the cell's own
    row number and column letter. value: what it gives, stored beside it for
    readers that do not calculate; None where that is nothing.
    """

    text: str
    value: object = None


@dataclass(frozen=True)
class Cell:
    """A value (a text, number, Formula or None) of another kind than its column's."""

    value: object
    kind: str


@dataclass(frozen=True)
class Sheet:
    """A sheet.

    rows: tuples of texts, numbers, Formulas, Cells or None, one per column;
    notes: sentences below; bold_rows: positions in `rows`.
    """

    name: str
    title: str
    columns: tuple
    rows: tuple
    notes: tuple = ()
    bold_rows: frozenset = frozenset()


def complaint_about_workbooks(parameter="WORKBOOK"):
    """Raise InvalidInput where openpyxl is missing: to be called before any work, where a workbook is wanted."""
    if find_spec("openpyxl") is None:
        raise InvalidInput(
            "{parameter}: workbooks need the Python package openpyxl, which this QGIS does not have. Leave the "
            "workbook empty, or install openpyxl (on Debian or Ubuntu python3-openpyxl, elsewhere “pip3 install "
            "openpyxl” with QGIS's own Python) and restart QGIS.", parameter=parameter,
        )


def write_workbook(path, sheets):
    """Save sheets as .xlsx. The file is opened only when all of it is ready.

    Raises InvalidInput where a text is longer than a cell can hold.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "Land Consolidation"
    book.properties.title = sheets[0].title
    book.calculation.fullCalcOnLoad = True
    _add_styles(book)
    results = {}
    for position, (name, sheet) in enumerate(zip(sheet_names([sheet.name for sheet in sheets]), sheets), 1):
        results[f"xl/worksheets/sheet{position}.xml"] = _fill(book.create_sheet(name), sheet)
    raw = io.BytesIO()
    book.save(raw)
    Path(path).write_bytes(_with_results(raw, results))


def sheet_names(wanted):
    """Names a workbook accepts, in the order of those wanted: allowed characters, at most 31, no two alike."""
    names, taken = [], {"history"}  # a name Excel keeps for itself
    for text in wanted:
        clean = re.sub(r"[\[\]:*?/\\]", "_", _CONTROL.sub("", text)).strip(" '")
        clean = clean[:_LONGEST_NAME].strip(" '") or tr("Sheet")
        name, count = clean, 1
        while name.lower() in taken:
            count += 1
            ending = f" ({count})"
            name = clean[:_LONGEST_NAME - len(ending)] + ending
        taken.add(name.lower())
        names.append(name)
    return names


def column_letter(position):
    """The letter of a column, the first being 0, as formulas write it."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _add_styles(book):
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    side = Side(style="thin", color="FFB5BAB1")
    grid = Border(left=side, right=side, top=side, bottom=side)

    def add(name, number_format, font, alignment, fill=None, border=grid):
        style = NamedStyle(name, number_format=number_format, font=font, alignment=alignment, border=border)
        if fill:
            style.fill = PatternFill("solid", start_color=fill)
        book.add_named_style(style)

    for kind, number_format in _FORMATS.items():
        words = kind == "text"
        beside = Alignment(horizontal="left" if words else "right", vertical="center", wrap_text=words)
        add(kind, number_format, Font(_FONT, 10), beside)
        add(f"{kind}_total", number_format, Font(_FONT, 10, bold=True), beside, "FFEEF2EA")
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    add("sheet_header", "@", Font(_FONT, 10, bold=True), middle, "FFDFE7D9")
    add("sheet_title", "@", Font(_TITLE_FONT, 14, bold=True), middle, border=Border())
    add("sheet_note", "@", Font(_FONT, 9), Alignment(vertical="top", wrap_text=True), border=Border())


def _fill(work, sheet):
    """Fill a worksheet; returns what its formulas give, by cell."""
    letters = [column_letter(position) for position in range(len(sheet.columns))]
    widths = _widths(sheet)
    for letter, width in zip(letters, widths):
        work.column_dimensions[letter].width = width
    _across(work, TITLE_ROW, sheet.title, "sheet_title", letters, widths)
    work.row_dimensions[TITLE_ROW].height = 15 + 18 * _lines(sheet.title, sum(widths) * 0.65)
    for position, column in enumerate(sheet.columns, 1):
        _text(work.cell(HEADER_ROW, position), column.title, "sheet_header")
    _set_height(work, HEADER_ROW, [column.title for column in sheet.columns], widths)
    results = {}
    for at, values in enumerate(sheet.rows):
        row = FIRST_ROW + at
        ending = "_total" if at in sheet.bold_rows else ""
        _set_height(work, row, values, widths)
        for position, (column, value) in enumerate(zip(sheet.columns, values), 1):
            cell = work.cell(row, position)
            style = (value.kind if isinstance(value, Cell) else column.kind) + ending
            value = value.value if isinstance(value, Cell) else value
            if isinstance(value, str):
                _text(cell, value, style)
                continue
            cell.style = style
            if isinstance(value, Formula):
                letter = letters[position - 1]
                cell.value = "=" + value.text.replace("{row}", str(row)).replace("{col}", letter)
                results[f"{letter}{row}"] = value.value
            elif value is not None and math.isfinite(value):
                cell.value = value
    for at, note in enumerate(sheet.notes):
        row = FIRST_ROW + len(sheet.rows) + 1 + at
        _across(work, row, note, "sheet_note", letters, widths)
        work.row_dimensions[row].height = 3 + _LINE * _lines(note, sum(widths))
    _set_up_page(work, sum(widths))
    return results


def _set_height(work, row, values, widths):
    """Make a row as high as its texts need: not every program does it by itself."""
    lines = max((_lines(value, width - 1) for value, width in zip(values, widths) if isinstance(value, str)), default=1)
    if lines > 1:
        work.row_dimensions[row].height = 3 + _LINE * lines


def _across(work, row, text, style, letters, widths):
    """A text over all columns."""
    _text(work.cell(row, 1), text, style)
    if len(letters) > 1:
        work.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(letters))


def _text(cell, text, style):
    """A text that stays a text, whatever it begins with."""
    text = _CONTROL.sub("", text)
    if len(text) > _LONGEST_TEXT:
        raise InvalidInput(
            "WORKBOOK: a text of {length} characters is longer than a cell can hold ({most}). It begins “{start}”: "
            "shorten it.", length=len(text), most=_LONGEST_TEXT, start=text[:20],
        )
    cell.style = style
    cell.value = text
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True  # else editing the cell by hand would make it one


def _set_up_page(work, width):
    work.freeze_panes = f"A{FIRST_ROW}"
    work.print_title_rows = f"{TITLE_ROW}:{HEADER_ROW}"
    page = work.page_setup
    page.paperSize = _A4 if width <= _LANDSCAPE else _A3
    page.orientation = "portrait" if width <= _PORTRAIT else "landscape"
    work.sheet_properties.pageSetUpPr.fitToPage = True
    page.fitToWidth, page.fitToHeight = 1, 0
    work.print_options.horizontalCentered = True
    margins = work.page_margins
    margins.left = margins.right = margins.top = 0.6
    margins.bottom, margins.footer = 0.9, 0.5
    work.oddFooter.center.text = "&P / &N"


def _widths(sheet):
    """Width of each column in characters, of which a Chinese one takes two."""
    widths = []
    for position, column in enumerate(sheet.columns):
        if column.width:
            widths.append(column.width)
            continue
        longest = max((_shown(row[position], column.kind) for row in sheet.rows), default=0)
        header = _span(column.title)
        widths.append(min(max(longest + 2, min(header, 14) + 2, _NARROW), _WIDE))
    return widths


def _shown(value, kind):
    """How many characters a value takes."""
    if isinstance(value, Cell):
        return _shown(value.value, value.kind)
    if isinstance(value, Formula):
        value = value.value
    if value is None:
        return 0
    if isinstance(value, str):
        return _span(value)
    decimals = {"whole": 0, "ha4": 4}.get(kind, 2)
    return len(f"{100 * value:.2f}%" if kind == "percent" else f"{value:,.{decimals}f}")


def _span(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _lines(text, width):
    """How many lines a text takes."""
    return sum(max(1, -(-_span(line) // max(int(width), 1))) for line in text.split("\n"))


def _with_results(raw, results):
    """The saved workbook with the results of formulas put in, which openpyxl does not do: a preview shows them."""
    filled = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if results.get(name):
                text = _FORMULA_CELL.sub(partial(_calculated, results[name]), content.decode("utf-8"))
                content = text.encode("utf-8")
            new.writestr(name, content)
    return filled.getvalue()


def _calculated(results, cell):
    value = results.get(cell[2])
    return cell[0] if value is None else f"{cell[1]}>{cell[3]}<v>{float(value)!r}</v>"
