"""The report of plan codes."""

from collections import Counter

from .i18n import is_chinese, tr
from .plan_codes_outputs import in_words
from .plan_codes_words import DECIDERS, KIND_NAMES, parameters_in_words
from .report import bar, heading, number, page, paragraph, strong, table, write

_ROWS = 200


def write_report(path, settings, planned, lines, numbers):
    """Save the report as HTML: what changes, who decided, what needs a person, parameters."""
    write(path, page(
        tr("Plan codes: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        heading(tr("What changes")), _changes(lines),
        heading(tr("Who decided")), _deciders(planned),
        heading(tr("What needs a person")), _open(planned),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        paragraph(tr("What each kind of work turns land into is a judgement: the policy states no codes. The rule "
                     "table is a file that can be replaced."), note=True),
        language="zh" if is_chinese() else "en",
    ))


def _changes(lines):
    changed = [line for line in lines if line.changed]
    if not changed:
        return paragraph(tr("No planned code differs from the base year."))
    most = max(line.area for line in changed) or 1.0
    rows = [
        (_named(line.base), _named(line.plan), number(line.parcels, 0), *_areas(line.area), bar(line.area / most))
        for line in changed[:_ROWS]
    ]
    total = sum(round(line.area * 100) for line in changed) / 100
    rows.append((
        strong(tr("Total")), "", strong(number(sum(line.parcels for line in changed), 0)),
        *(strong(text) for text in _areas(total)), "",
    ))
    more = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_ROWS), note=True)
    return (more if len(changed) > _ROWS else "") + table(
        (tr("Base year"), tr("Planned"), tr("Parcels"), tr("Area [m²]"), tr("Area [mu]"), ""), rows
    )


def _deciders(planned):
    count = Counter(planned.plan.per_parcel(
        lambda case, decision: (decision.by, decision.rule.id if decision.rule is not None else "")))
    order = list(DECIDERS)
    rows = [
        (tr(DECIDERS[by]), rule or "–", number(parcels, 0))
        for (by, rule), parcels in sorted(count.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
    ]
    return table((tr("Decided by"), tr("Rule"), tr("Parcels")), rows)


def _open(planned):
    count = Counter(
        kind for kinds in planned.plan.per_parcel(lambda case, decision: [issue.kind for issue in decision.issues])
        for kind in kinds
    )
    if not count:
        return paragraph(tr("Nothing is left to decide."))
    return table(
        (tr("Kind"), tr("Parcels")), [(tr(name), number(count[kind], 0)) for kind, name in KIND_NAMES.items()
                                      if count[kind]],
    )


def _named(code):
    from ..algorithms.codes import code_table
    from ..algorithms.systems import USE2023

    return f"{code} {code_table(USE2023).name(code, is_chinese())}" if code else "–"


def _areas(area):
    from ..algorithms.units import to_mu

    return number(area), number(float(to_mu(area)))
