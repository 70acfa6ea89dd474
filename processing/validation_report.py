"""The report of a validation."""

from .i18n import is_chinese, tr
from .report import heading, number, page, paragraph, table, write
from .validation_outputs import SEVERITY_NAMES, parameters_in_words

_LISTED = 200


def write_report(path, settings, validated, summary, columns, words):
    """Save the report as HTML: what was found by rule, the faults, what was not checked, the parameters."""
    found = [row for row in summary if row[5]]
    passed = sorted({row[1] for row in summary if row[4]} - {row[1] for row in found})
    write(path, page(
        tr("Validation: {layer}").format(layer=settings.name),
        paragraph(words),
        *_found(found), *_faults(columns), *_not_checked(summary),
        *((heading(tr("Checked without a fault")), paragraph(tr(", ").join(passed))) if passed else ()),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings, validated)),
        language="zh" if is_chinese() else "en",
    ))


def _found(rows):
    if not rows:
        return (paragraph(tr("No fault was found by the rules that were checked.")),)
    return (
        heading(tr("Faults by rule")),
        table(
            (tr("What is checked"), tr("Severity"), tr("Layer"), tr("Faults"), tr("Area [m²]"), tr("Area [mu]")),
            [(title, tr(SEVERITY_NAMES[severity]), layer, number(count, 0), number(area) if area else "",
              number(mu) if area else "") for _, title, severity, layer, _, count, area, mu, *_ in rows],
        ),
    )


def _faults(columns):
    total = len(columns[0])
    if not total:
        return ()
    rows = [
        (tr(SEVERITY_NAMES[severity]), layer, feature or "", message, number(area))
        for severity, layer, feature, message, area in zip(*(columns[k][:_LISTED] for k in (1, 2, 3, 6, 7)))
    ]
    more = paragraph(tr("The first {shown} of {total} are listed; the layer of errors has all.").format(
        shown=_LISTED, total=f"{total:,}"), note=True) if total > _LISTED else ""
    return (
        heading(tr("Faults")), more,
        table((tr("Severity"), tr("Layer"), tr("Feature"), tr("Message"), tr("Area [m²]")), rows),
    )


def _not_checked(summary):
    rows = [(row[1], row[9]) for row in summary if not row[4]]
    if not rows:
        return ()
    return (
        heading(tr("Not checked")),
        paragraph(tr("Not checked is not the same as passed."), note=True),
        table((tr("What is checked"), tr("Why not checked")), rows),
    )
