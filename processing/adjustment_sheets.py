"""The adjustment form as a sheet of a workbook: sums, means, shares and gains as formulas."""

from ..algorithms.basic_farmland import form
from .adjustment_lines import GRADE, HA, MU, PERCENT, TEXT, UNIT_NAMES, WHOLE
from .adjustment_outputs import block_name, notes
from .i18n import in_language, tr
from .workbook import FIRST_ROW, Cell, Column, Formula, Sheet

_VALUE = "D"
_KINDS = {HA: "ha4", MU: "ha4", PERCENT: "percent", WHOLE: "whole", GRADE: "ha", TEXT: "text"}
_SHARED = ("class", "slope", "size", "sum", "layer", "total")


def sheets(figures):
    """The form as one sheet."""
    row_of = {(line.block, line.id): FIRST_ROW + at for at, line in enumerate(figures.lines)}
    kinds = {entry["id"]: entry["kind"] for entry in form()["side"]}
    rows, above = [], ""
    for line in figures.lines:
        value = line.value
        text = _formula(line, row_of, figures)
        if text and value is not None:
            value = Formula(text, value)
        share = line.share
        if share is not None and kinds.get(line.id) in _SHARED:
            share = Formula(f"{_VALUE}{{row}}/{_VALUE}{row_of[line.block, 'total']}", share)
        rows.append((
            block_name(line.block) if line.block != above else "", line.item, tr(UNIT_NAMES[line.kind]),
            Cell(value, _KINDS[line.kind]), line.parcels, share, line.remark,
        ))
        above = line.block
    bold = frozenset(at for at, line in enumerate(figures.lines) if line.id in ("total", "contiguity", "quantity"))
    title = in_language(form()["title"])
    columns = (
        Column(tr("Block"), width=22), Column(tr("Item"), width=40), Column(tr("Unit"), width=8),
        Column(tr("Value"), width=18), Column(tr("Number of parcels"), "whole", 10),
        Column(tr("Share of the block's land"), "percent", 12), Column(tr("Remark"), width=42),
    )
    return [Sheet(title, title, columns, tuple(rows), (*figures.warnings, *notes()), bold)]


def _formula(line, row_of, figures):
    """What a line's value is calculated with, '' for a figure of its own."""
    def cell(block, name):
        return f"{_VALUE}{row_of[block, name]}"

    if line.block in ("out", "in"):
        entry = next(entry for entry in form()["side"] if entry["id"] == line.id)
        if entry["kind"] == "total":
            return f"{cell(line.block, 'cropland')}+{cell(line.block, 'other')}"
        if entry["kind"] == "sum":
            members = [name for name in form()[entry["of"]] if (line.block, name) in row_of]
            return f"SUM({','.join(cell(line.block, name) for name in members)})"
        if entry["kind"] == "mean":
            return f"ROUND({cell(line.block, 'total')}/{cell(line.block, 'parcels')},4)"
        if entry["kind"] == "share_of_original":
            return f"ROUND({cell('out', 'total')}/{cell('project', 'original')},4)"
        return ""
    if line.block != "review":
        return ""
    total, mean = ([cell(block, name) for block in ("out", "in")] for name in ("total", "mean"))
    return {
        "quantity": f"ROUND(({total[1]}-{total[0]})*15,4)",
        "quantity_share": f"ROUND(({total[1]}-{total[0]})/{total[0]},4)",
        "quality": f"ROUND({cell('out', 'grade')}-{cell('in', 'grade')},2)",
        "mean_gain": f"ROUND(({mean[1]}-{mean[0]})*15,4)",
        "contiguity": f"ROUND(({mean[1]}-{mean[0]})/{mean[0]},4)",
    }.get(line.id, "")
