"""The indicators of a village plan as sheets of a workbook."""

from ..algorithms.village_indicators import HERITAGE, PER_PERSON
from .i18n import in_language, tr
from .indicator_outputs import change_of, notes
from .structure_outputs import part_name
from .workbook import FIRST_ROW, Cell, Column, Formula, Sheet, column_letter


def sheets(parts):
    """A sheet for all villages, and one with each below the other."""
    total, *villages = parts
    title = tr("Indicators of the village plan")
    found = [Sheet(part_name(total), title, _columns(), tuple(_rows(total, FIRST_ROW, 0)), notes())]
    if villages:
        rows = []
        for part in villages:
            rows += [(part_name(part), *row) for row in _rows(part, FIRST_ROW + len(rows), 1)]
        found.append(Sheet(tr("Villages"), title, (Column(tr("Village"), width=34), *_columns()), tuple(rows), notes()))
    return found


def _columns():
    return (
        Column(tr("Number"), "whole", 8), Column(tr("Kind of indicator"), width=30), Column(tr("Indicator"), width=44),
        Column(tr("Binding or expected"), width=12), Column(tr("Unit"), width=15), Column(tr("Base year"), "ha", 14),
        Column(tr("Plan"), "ha", 14), Column(tr("Change"), "ha", 14), Column(tr("Remark"), width=36),
    )


def _rows(part, first, before):
    """Rows of one part. first: row number of the first; before: columns in front."""
    row_of = {value.indicator.no: first + at for at, value in enumerate(part.values)}
    letters = [column_letter(before + 5), column_letter(before + 6)]
    rows = []
    for value in part.values:
        indicator = value.indicator
        cells = [
            _cell(indicator, amount, people, f"{letter}{row_of.get(indicator.of)}")
            for amount, people, letter in zip((value.base, value.plan), value.people, letters)
        ]
        change = change_of(value)
        if change is not None:
            change = Formula(f"{letters[1]}{{row}}-{letters[0]}{{row}}", change)
        if indicator.kind == HERITAGE:
            change = Cell(change, "whole")
        rows.append((
            indicator.no, *(in_language(text) for text in (
                indicator.group, indicator.name, indicator.binding, indicator.unit)), *cells, change, value.remark,
        ))  # fmt: skip
    return rows


def _cell(indicator, amount, people, land):
    if amount is not None and indicator.kind == PER_PERSON:
        return Formula(f"ROUND({land}*10000/{people:.15g},2)", amount)
    return Cell(amount, "whole") if indicator.kind == HERITAGE else amount
