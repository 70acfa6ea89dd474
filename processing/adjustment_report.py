"""The report of the adjustment form."""

from ..algorithms.basic_farmland import form
from .adjustment_lines import GRADE, HA, MU, PERCENT, TEXT, UNIT_NAMES, WHOLE
from .adjustment_outputs import block_name, in_words, notes
from .adjustment_settings import parameters_in_words
from .i18n import in_language, is_chinese, tr
from .report import heading, number, page, paragraph, percent, stacked_bar, strong, table, write

_DECIMALS = {HA: 4, MU: 4, WHOLE: 0, GRADE: 2}
_COLOURS = {"out": "#b5651d", "in": "#2a7f62"}


def write_report(path, settings, figures):
    """Save the report as HTML: the form block by block, a chart of both sides, notes, parameters."""
    write(path, page(
        tr("{title}: {layer}").format(title=in_language(form()["title"]), layer=settings.source.sourceName()),
        paragraph(in_words(figures)),
        *(paragraph(sentence) for sentence in figures.warnings),
        heading(block_name("review")), _answers(figures, "review"),
        heading(tr("Moved out and in")), _sides(figures),
        heading(block_name("project")), _answers(figures, "project"),
        *(paragraph(text, note=True) for text in notes()),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def shown(line):
    """A line's value as people read it, with its unit."""
    if line.value is None:
        return "–"
    if line.kind == TEXT:
        return line.value
    if line.kind == PERCENT:
        return percent(line.value, 2)
    return f"{number(line.value, _DECIMALS[line.kind])} {tr(UNIT_NAMES[line.kind])}".strip()


def _answers(figures, block):
    return table(
        (tr("Item"), tr("Value"), tr("Remark")),
        [(line.item.strip(" \u3000"), shown(line), line.remark) for line in figures.lines if line.block == block],
    )


def _sides(figures):
    """Both sides beside each other; bars show how land is shared out within each."""
    found = {(line.block, line.id): line for line in figures.lines}
    rows = []
    for entry in form()["side"]:
        pair = [found.get((block, entry["id"])) for block in ("out", "in")]
        if not any(pair):
            continue
        cells = []
        for block, line in zip(("out", "in"), pair):
            share = line.share if line else None
            cells += [
                "" if line is None else shown(line), "" if line is None or line.parcels is None else str(line.parcels),
                stacked_bar(((share, _COLOURS[block]),), 80) if share else "",
            ]
        remarks = list(dict.fromkeys(line.remark for line in pair if line and line.remark))
        row = [_indented(in_language(entry)), *cells, " ".join(remarks)]
        rows.append([strong(cell) if isinstance(cell, str) and entry["kind"] == "total" and cell and "<" not in cell
                     else cell for cell in row])
    side = (tr("Value"), tr("Parcels"), tr("Share"))
    return table(
        (tr("Item"), *side, *side, tr("Remark")), rows,
        groups=(("", 1), (block_name("out"), 3), (block_name("in"), 3), ("", 1)),
    )


def _indented(text):
    """A form's label, its leading spaces as ones that viewers keep."""
    plain = text.lstrip(" \u3000")
    return "\u00a0" * (4 if plain != text else 0) + plain
