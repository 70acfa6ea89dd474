"""The report of ecological restoration."""

import numpy as np

from .ecology_outputs import SILENT, in_words
from .ecology_words import parameters_in_words
from .i18n import in_language, is_chinese, tr
from .palette import ECOLOGY
from .report import heading, number, page, paragraph, stacked_bar, table, write

_LISTED = 20


def write_report(path, settings, ecology, summary, texts, numbers):
    """Save the report as HTML: what each rule found, what is silent, the largest, parameters."""
    rules = settings.rules.rules
    write(path, page(
        tr("Ecological restoration: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        paragraph(tr("These are candidates to check on the ground. The codes, distances and costs of the rules are "
                     "judgements, and can be changed in a rule table of your own."), note=True),
        heading(tr("By rule")), _by_rule(summary),
        *_silent(summary),
        heading(tr("Largest parcels")), _largest(rules, ecology.judged, texts[0]),
        heading(tr("Longest lines")), _longest(rules, ecology.linked, texts[1]),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _by_rule(summary):
    most = max([float(row[7] or 0) + float(row[12] or 0) for row in summary] + [1e-9])
    rows = []
    for _, title, subtype, state, _, parcels, first, area, found, quota, links, length, strip in summary:
        if state == SILENT:
            rows.append((title, subtype, *[tr("not known")] * 7, ""))
            continue
        share = ((area + strip) / most, ECOLOGY.get(subtype, ECOLOGY[""]))
        rows.append((
            title, subtype, number(parcels, 0), number(first, 0), number(area), number(found),
            "–" if quota is None else number(quota), number(links, 0), number(length, 0),
            stacked_bar((share,), width=80),
        ))
    return table(
        (tr("What the rule finds"), tr("Sub-type"), tr("Parcels"), tr("Given the sub-type"),
         tr("Their area [mu]"), tr("Area concerned [mu]"), tr("Quota freed [mu]"), tr("Lines"), tr("Length [m]"), ""),
        rows,
    ) + paragraph(tr("A parcel gets the sub-type of the first rule that fits, so the areas of parcels add up. The area "
                     "concerned is that of all parcels a rule fits."), note=True)


def _silent(summary):
    silent = [(name, title, row[0]) for name, title, _, state, *row in summary if state == SILENT]
    if not silent:
        return ()
    return (
        heading(tr("Not looked for")),
        paragraph(tr("These rules had nothing to go by. This does not mean that there is none.")),
        table((tr("Rule"), tr("What the rule finds"), tr("Missing")), silent),
    )


def _largest(rules, judged, texts):
    rows = np.argsort(-judged.area, kind="stable")[:_LISTED].tolist()
    if not rows:
        return paragraph(tr("No parcel is to be restored."))
    from ..algorithms.units import to_mu

    return table(
        (tr("Parcel"), tr("Sub-type"), tr("What the rule finds"), tr("Area [mu]"), tr("Reasons")),
        [
            (judged.key[row] or "–", rules[judged.first[row]].subtype, in_language(rules[judged.first[row]].title),
             number(float(to_mu(judged.area[row]))), texts[row])
            for row in rows
        ],
    )


def _longest(rules, linked, texts):
    rows = np.argsort(-linked.length, kind="stable")[:_LISTED].tolist()
    if not rows:
        return paragraph(tr("No line is proposed."))
    return table(
        (tr("Number"), tr("Sub-type"), tr("What the rule finds"), tr("Length [m]"), tr("Reasons")),
        [
            (number(row + 1, 0), rules[linked.rule[row]].subtype, in_language(rules[linked.rule[row]].title),
             number(float(linked.length[row]), 0), texts[row])
            for row in rows
        ],
    )
