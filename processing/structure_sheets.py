"""The structure adjustment table as sheets of a workbook, shares and subtotals as formulas."""

from ..algorithms.rounding import half_up
from ..algorithms.structure_table import PERCENT_UNITS, SUBTOTAL
from .i18n import in_language, tr
from .structure_outputs import notes, part_name
from .workbook import FIRST_ROW, Column, Formula, Sheet, column_letter

_MOST_SHEETS = 40  # villages, above which they share one sheet
_PER_CENT = 0.0001


def sheets(figures):
    """Sheets of Figures: all villages, then each on its own, or many of them on one."""
    total, *villages = figures.parts
    found = [_sheet(figures, total)]
    if len(villages) <= _MOST_SHEETS:
        return found + [_sheet(figures, part) for part in villages]
    return [*found, _together(figures, villages)]


def _sheet(figures, part):
    name = part_name(part)
    short = name if part.village is None else part.village.name or name
    shown = list(range(len(figures.lines)))
    return Sheet(
        short, tr("{title}: {part}").format(title=in_language(figures.form.title), part=name), _columns(),
        tuple(_rows(figures, part, shown, FIRST_ROW)), tuple(notes(figures)), _bold(figures, shown, 0),
    )


def _together(figures, parts):
    """Villages below each other, without lines that hold nothing."""
    rows, bold = [], set()
    for part in parts:
        shown = [
            at for at, line in enumerate(figures.lines) if line.kind == SUBTOTAL or part.base.ha[at] or part.plan.ha[at]
        ]
        bold |= _bold(figures, shown, len(rows))
        block = _rows(figures, part, shown, FIRST_ROW + len(rows), 1)
        rows += [(part_name(part), *row) for row in block]
    return Sheet(
        tr("Villages"), tr("{title}: {part}").format(title=in_language(figures.form.title), part=tr("Villages")),
        (Column(tr("Village"), width=34), *_columns()), tuple(rows), tuple(notes(figures)), frozenset(bold),
    )


def _columns():
    return (
        Column(tr("Row"), "whole", 6), Column(tr("Block"), width=42), Column(tr("Land use"), width=32),
        Column(tr("Base year [ha]"), "ha", 16), Column(tr("Base year [%]"), "percent", 15),
        Column(tr("Plan [ha]"), "ha", 14), Column(tr("Plan [%]"), "percent", 12),
        Column(tr("Change [ha]"), "ha", 14), Column(tr("Remark"), width=40),
    )


def _bold(figures, shown, start):
    return frozenset(start + at for at, line in enumerate(shown) if figures.lines[line].kind == SUBTOTAL)


def _rows(figures, part, shown, first, before=0):
    """Rows of one part. shown: positions of its lines; first: row number of the first; before: columns in front.

    A block is named once, on its first row.
    """
    row_of = {line: first + at for at, line in enumerate(shown)}
    columns = ((part.base, part.base_share, before + 3), (part.plan, part.plan_share, before + 5))
    base, plan = (column_letter(position) for *_, position in columns)
    rows, above = [], ""
    for at in shown:
        line, text = figures.lines[at], figures.texts[at]
        runs = _runs([row_of[member] for member in line.members if member in row_of])
        cells = []
        for column, found, position in columns:
            cells.append(_amount(line, column.ha[at], runs))
            whole = f"{column_letter(position)}${row_of[shown[-1]]}"  # the grand total is the last line
            cells.append(_share(line, column, found, at, runs, column_letter(position), whole))
        change = (part.plan.ha[at] - part.base.ha[at]).item() / 100
        block = text.path.rpartition("/")[0]
        rows.append((
            line.number or None, block.replace("/", " / ") if block != above else "", text.label, *cells,
            Formula(f"{plan}{{row}}-{base}{{row}}", change), text.remark,
        ))
        above = block
    return rows


def _amount(line, hundredths, runs):
    value = hundredths.item() / 100
    return Formula(_sum(runs), value) if line.kind == SUBTOTAL else value


def _share(line, column, found, at, runs, letter, whole):
    """The share of a line as a formula.

    Leaves are rounded; where the largest remainder decides otherwise than
    plain rounding, the formula adds or takes off the hundredth of a percent.
    """
    total = int(column.ha[-1])
    if total == 0:
        return None
    units = int(found[at])
    if line.kind == SUBTOTAL:
        return Formula(_sum(runs), units / PERCENT_UNITS)
    shifted = units - half_up(int(column.ha[at]) * PERCENT_UNITS, total)
    ending = f"{'+' if shifted > 0 else '-'}{_PER_CENT}" if shifted else ""
    return Formula(f"ROUND({letter}{{row}}/{whole},4){ending}", units / PERCENT_UNITS)


def _sum(runs):
    """SUM over runs of rows in the cell's own column."""
    parts = [f"{{col}}{first}:{{col}}{last}" if last > first else f"{{col}}{first}" for first, last in runs]
    return f"SUM({','.join(parts)})" if parts else "0"


def _runs(rows):
    """Row numbers as (first, last) of those that follow each other."""
    runs = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
