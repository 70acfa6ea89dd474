"""Structure adjustment tables: which row takes a land use code, and figures that add up in every column and level.

Areas are counted in hundredths of a square metre and figures in hundredths of
a hectare, both integers, so that nothing is lost in adding up.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from .codes import code_table
from .rounding import half_up, largest_remainder
from .structure_form import place_of, row_of
from .systems import USE2020
from .tables import read_table

UNIT = 10_000
"""Hundredths of a square metre in 0.01 ha."""
PERCENT_UNITS = 10_000
"""Hundredths of a percent in the whole."""
LEAF, SUBTOTAL, EXTRA = "leaf", "subtotal", "extra"
NO_CODE, UNKNOWN = "", "?"
"""Stand for land without a code, and for codes that the system lacks."""


@dataclass(frozen=True)
class Line:
    """A line of a table: a row of the form, or one for a code that no row takes.

    kind: LEAF, SUBTOTAL or EXTRA; number: in the form, 0 for an EXTRA; codes:
    what it takes; members: positions of the lines that a SUBTOTAL adds up.
    """

    kind: str
    number: int
    label: str
    path: str
    codes: tuple
    members: tuple = ()


@dataclass(frozen=True)
class Column:
    """One column of a table, of every village (row) and line (column).

    exact: hundredths of a square metre; ha: hundredths of a hectare, rounded
    so that they add up; both of shape (villages, lines) or, in a total, (lines,).
    """

    exact: np.ndarray
    ha: np.ndarray

    def total(self):
        """The column of all villages together: the sums of their rounded figures."""
        return Column(self.exact.sum(axis=0), self.ha.sum(axis=0))

    def village(self, position):
        """The column of one village."""
        return Column(self.exact[position], self.ha[position])


@dataclass(frozen=True)
class Table:
    """Lines, and the Columns of base year and plan."""

    lines: tuple
    base: Column
    plan: Column


def in_system_of(form, code, system):
    """A code (normalised, of `system`) in the form's system, and whether it was one of several for different rows.

    A suffix code becomes its parent. Codes of 2023 that the trial version lacks go with their group. Of several
    trial codes that became one, that is taken which the form has a row for.
    """
    if code in (NO_CODE, UNKNOWN):
        return code, False
    code = code_table(system).known(code)
    if system == form.system:
        return code, False
    if system == USE2020:
        return _to_2023()[code], False
    trial = _to_2020()
    while code not in trial:
        code = code[:-2]
    rows = {found: row_of(found, form) for found in trial[code]}
    named = [found for found in trial[code] if rows[found] is not None] or trial[code]
    return named[0], len(set(rows.values())) > 1


def in_system_of_form(amounts, form, system):
    """Amounts of land (village, code, amount) with the form's codes, and how much of each doubtful code there is."""
    village, codes, area = amounts
    found = {code: in_system_of(form, code, system) for code in set(codes)}
    doubtful = {code: 0 for code in sorted(found) if found[code][1]}
    for code, amount in zip(codes, np.asarray(area).tolist()):
        if code in doubtful:
            doubtful[code] += amount
    return (village, [found[code][0] for code in codes], area), doubtful


def needs_finer(code, form):
    """Whether the form has rows for parts of a code, but none for the code itself."""
    return bool(code) and any(start.startswith(code) for row in form.rows for start in row.codes)


def lay_out(form, codes):
    """Lines for the distinct codes (in the form's system) that land carries: the form's rows, and EXTRA ones.

    An EXTRA stands at the end of the block where its code belongs, and counts
    in that block; where none is known, before the grand total.
    """
    extras = {}
    for code in sorted(code for code in codes if code in (NO_CODE, UNKNOWN) or row_of(code, form) is None):
        extras.setdefault(place_of(code, form), []).append(code)
    lines = []
    for row in form.rows:
        block = row.path.rpartition("/")[0]
        if row.subtotal:
            for code in sorted(extras.pop(block, ()), key=lambda code: (code in (NO_CODE, UNKNOWN), code)):
                path = f"{block}/{code}" if block else code
                lines.append(Line(EXTRA, 0, "", path, (code,)))
        lines.append(Line(SUBTOTAL if row.subtotal else LEAF, row.number, row.label, row.path, row.codes))
    return tuple(_with_members(line, lines) for line in lines)


def table_of(form, villages, base, plan):
    """The Table of amounts of land.

    villages: how many there are; base, plan: (village, code, amount): position
    of each amount's village, its code in the form's system, and hundredths of
    a square metre, all of shape (n,). Each village has as much land in the
    plan as in the base year.

    The grand total is rounded first; then the villages' totals, so that they
    add up to it; then each village's lines, so that they add up to the
    village's, all by largest remainder. Lines that hold as much before as
    after are rounded once, so that no change shows where there is none; and
    what rounding took off a line in one village counts with its remainder in
    the next, so that the sums over villages stay close to the exact ones.
    Subtotals and the figures of all villages are sums, so that every column
    adds up at every level.
    """
    lines = lay_out(form, {*base[1], *plan[1]})
    position = _positions(form, lines)
    exact = [_cells(amounts, position, villages, len(lines)) for amounts in (base, plan)]
    columns = [Column(*figures) for figures in zip(exact, _rounded(*exact))]
    for at, line in enumerate(lines):
        if line.kind == SUBTOTAL:
            for figures in (figures for column in columns for figures in (column.exact, column.ha)):
                figures[:, at] = figures[:, list(line.members)].sum(axis=1)
    return Table(lines, *columns)


def shares(lines, ha):
    """Each line's share in hundredths of a percent, adding up to 10,000; all zeros where there is no land.

    ha: rounded figures of one column, shape (lines,).
    """
    found = np.zeros(len(lines), dtype=np.int64)
    single = [at for at, line in enumerate(lines) if line.kind != SUBTOTAL]
    total = int(ha[single].sum())
    if total:
        found[single] = largest_remainder(ha[single] * PERCENT_UNITS, total, PERCENT_UNITS)
    for at, line in enumerate(lines):
        if line.kind == SUBTOTAL:
            found[at] = found[list(line.members)].sum()
    return found


@cache
def _to_2023():
    return {row["code_2020_trial"]: row["code_2023"] for row in read_table("land_use_codes_2020_to_2023")}


@cache
def _to_2020():
    """Every code of 2023 that trial codes became, with those."""
    found = {}
    for trial, now in _to_2023().items():
        found.setdefault(now, []).append(trial)
    return found


def _with_members(line, lines):
    if line.kind != SUBTOTAL:
        return line
    block = line.path.rpartition("/")[0]
    members = tuple(
        at for at, other in enumerate(lines)
        if other.kind != SUBTOTAL and (not block or other.path.startswith(f"{block}/"))
    )
    return replace(line, members=members)


def _rounded(base, plan):
    """Rounded figures of both, hundredths of a hectare, shape (villages, lines); subtotals are still empty."""
    area = base.sum(axis=1)
    found = np.zeros_like(base), np.zeros_like(plan)
    owed = [np.zeros(base.shape[1], dtype=np.int64) for _ in found]
    for village, whole in enumerate(largest_remainder(area, UNIT, half_up(int(area.sum()), UNIT))):
        cells = base[village], plan[village]
        same = cells[0] == cells[1]
        kept, changed = largest_remainder([cells[0][same].sum(), cells[0][~same].sum()], UNIT, whole)
        common = largest_remainder(cells[0][same], UNIT, kept, (owed[0] + owed[1])[same] // 2)
        for of_cells, ha, owing in zip(cells, found, owed):
            ha[village, same] = common
            ha[village, ~same] = largest_remainder(of_cells[~same], UNIT, changed, owing[~same])
            owing += of_cells - ha[village] * UNIT
    return found


def _positions(form, lines):
    """The line of a code, as a function."""
    of_row = {line.number: at for at, line in enumerate(lines) if line.kind == LEAF}
    of_code = {line.codes[0]: at for at, line in enumerate(lines) if line.kind == EXTRA}

    def position(code):
        return of_code[code] if code in of_code else of_row[row_of(code, form).number]

    return position


def _cells(amounts, position, villages, count):
    village, code, amount = amounts
    distinct, of_code = np.unique(np.asarray(code, dtype=str), return_inverse=True)
    line = np.array([position(one) for one in distinct.tolist()], dtype=np.int64)
    cells = np.zeros((villages, count), dtype=np.int64)
    if len(distinct):
        np.add.at(cells, (np.asarray(village), line[of_code]), np.asarray(amount, dtype=np.int64))
    return cells
