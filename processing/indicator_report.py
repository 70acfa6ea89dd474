"""The report of the indicators of a village plan."""

from ..algorithms.village_indicators import HERITAGE
from .i18n import in_language, is_chinese, tr
from .indicator_outputs import change_of, in_words, notes, parameters_in_words
from .report import heading, number, page, paragraph, table, write
from .structure_outputs import part_name

_VILLAGES = 50


def write_report(path, settings, parts):
    """Save the report as HTML: indicators of all villages, then of each, and parameters."""
    total, *villages = parts
    each = []
    for part in villages[:_VILLAGES]:
        each += [heading(part_name(part)), _table(part)]
    if len(villages) > _VILLAGES:
        each.append(paragraph(
            tr("The first {count} villages; table and workbook have every one.").format(count=_VILLAGES), note=True))
    write(path, page(
        tr("Indicators of the village plan: {layer}").format(layer=settings.parcels.source.sourceName()),
        paragraph(in_words(parts)),
        heading(part_name(total)), _table(total),
        *(paragraph(text, note=True) for text in notes()),
        *each,
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _table(part):
    rows = []
    for value in part.values:
        indicator, decimals = value.indicator, 0 if value.indicator.kind == HERITAGE else 2
        rows.append((
            str(indicator.no), in_language(indicator.name), in_language(indicator.binding), in_language(indicator.unit),
            *(number(amount, decimals) for amount in (value.base, value.plan, change_of(value))), value.remark,
        ))
    return table(
        (tr("Number"), tr("Indicator"), tr("Binding or expected"), tr("Unit"), tr("Base year"), tr("Plan"),
         tr("Change"), tr("Remark")), rows,
    )
