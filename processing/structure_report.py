"""The report of the structure adjustment table."""

from ..algorithms.structure_table import SUBTOTAL
from .i18n import in_language, is_chinese, tr
from .plan_table_settings import parameters_in_words
from .report import heading, number, page, paragraph, percent, strong, table, write
from .structure_outputs import in_words, notes, part_name

_VILLAGES = 20


def write_report(path, settings, figures):
    """Save the report as HTML: the form for all villages, then for each, notes and parameters."""
    total, *villages = figures.parts
    parts = []
    for part in villages[:_VILLAGES]:
        parts += [heading(part_name(part)), _table(figures, part, everything=False)]
    if len(villages) > _VILLAGES:
        parts.append(paragraph(
            tr("The first {count} villages; table and workbook have every one.").format(count=_VILLAGES), note=True))
    write(path, page(
        tr("{title}: {layer}").format(
            title=in_language(figures.form.title), layer=settings.parcels.source.sourceName()),
        paragraph(in_words(figures)),
        heading(part_name(total)), _table(figures, total, everything=True),
        *(paragraph(text, note=True) for text in notes(figures)),
        *parts,
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")),
              ((tr("Form"), in_language(settings.form.name)), *parameters_in_words(settings.parcels))),
        language="zh" if is_chinese() else "en",
    ))


def _table(figures, part, everything):
    """The form; without rows that hold nothing unless `everything` is asked for."""
    rows = []
    for at, (line, text) in enumerate(zip(figures.lines, figures.texts)):
        base, plan = part.base.ha[at].item(), part.plan.ha[at].item()
        if not everything and not (base or plan or line.kind == SUBTOTAL):
            continue
        cells = (
            str(line.number or ""), text.label, number(base / 100), percent(part.base_share[at].item() / 10_000, 2),
            number(plan / 100), percent(part.plan_share[at].item() / 10_000, 2), number((plan - base) / 100),
            text.remark,
        )
        rows.append([strong(cell) if cell else cell for cell in cells] if line.kind == SUBTOTAL else cells)
    return table(
        (tr("Row"), tr("Land use"), tr("Base year [ha]"), tr("Base year [%]"), tr("Plan [ha]"), tr("Plan [%]"),
         tr("Change [ha]"), tr("Remark")), rows,
    )
