"""The report of inefficient industry."""

from .i18n import is_chinese, tr
from .industry_outputs import in_words, target_mu
from .industry_words import DISPOSALS, evidence_names, parameters_in_words
from .palette import DISPOSALS as COLOURS
from .report import heading, number, page, paragraph, percent, stacked_bar, strong, table, write

_LISTED = 20
_GROUPS = 200


def write_report(path, settings, industry, verdict, summary, texts, numbers):
    """Save the report as HTML: what was found, by disposal and group, the first candidates, parameters."""
    write(path, page(
        tr("Inefficient industry outside the boundary: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        paragraph(tr("These are suggestions on the evidence given; the official standard for clearing is still to be "
                     "written, so every threshold is a parameter."), note=True),
        heading(tr("How it was decided")), _order(settings),
        heading(tr("By disposal")), _by_disposal(summary),
        heading(tr("Evidence")), _evidence(verdict),
        heading(tr("First candidates")), _first(industry, verdict, texts),
        *((heading(tr("By group")), _by_group(summary)) if settings.group_field else ()),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings, industry.enterprises.tax_mean)),
        language="zh" if is_chinese() else "en",
    ))


def _order(settings):
    t = settings.thresholds
    return paragraph(
        tr("A parcel is a candidate when {share} % of it or more lies outside the boundary. The first line that fits "
           "decides:").format(share=f"{100 * t.outside_share:g}")
    ) + table((tr("What holds"), tr("Suggested")), (
        (tr("Heritage or tourism site"), tr(DISPOSALS["convert"])),
        (tr("Rated D, or on redline, basic farmland or water source"), tr(DISPOSALS["clear"])),
        (tr("Rated A"), tr(DISPOSALS["keep"])),
        (tr("Rated C, or a cluster below {mu} mu").format(mu=f"{t.stray_mu:g}"), tr(DISPOSALS["move"])),
        (tr("Rated B"), tr(DISPOSALS["upgrade"])),
        (tr("Not rated"), tr(DISPOSALS[""])),
    ))


def _by_disposal(summary):
    most = max(float(summary.groupby("disposal")["outside_mu"].sum().max()) if len(summary) else 0.0, 1e-9)
    rows = []
    for disposal, label in DISPOSALS.items():
        chosen = summary[summary["disposal"] == disposal]
        share = float(chosen["outside_mu"].sum()) / most
        rows.append((tr(label), *_amounts(chosen), stacked_bar(((share, COLOURS[disposal]),))))
    rows.append((strong(tr("Total")), *(strong(text) for text in _amounts(summary)), ""))
    return table(
        (tr("Disposal"), tr("Parcels"), tr("Outside [mu]"), tr("Reclaimable [mu]"), tr("Share of the target"),
         tr("Outside")), rows,
    ) + paragraph(tr("The city's target to 2026: {mu} mu.").format(mu=f"{target_mu():,.0f}"), note=True)


def _by_group(summary):
    note = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_GROUPS), note=True)
    return (note if len(summary) > _GROUPS else "") + table(
        (tr("Group"), tr("Disposal"), tr("Parcels"), tr("Outside [mu]"), tr("Reclaimable [mu]"),
         tr("Share of the target")),
        [
            (row.group or "–", tr(DISPOSALS[row.disposal]), number(row.parcels, 0), number(row.outside_mu),
             number(row.reclaim_mu), percent(row.target_share, 2))
            for row in summary[:_GROUPS].itertuples()
        ],
    )


def _amounts(rows):
    return (
        number(int(rows["parcels"].sum()), 0), number(float(rows["outside_mu"].sum())),
        number(float(rows["reclaim_mu"].sum())), percent(float(rows["target_share"].sum()), 2),
    )


def _evidence(verdict):
    import numpy as np

    found = verdict.evidence[verdict.candidate]
    known = (~np.isnan(found)).sum(axis=0).tolist()
    against = (np.nan_to_num(found) >= 0.5).sum(axis=0).tolist()
    return table(
        (tr("Evidence"), tr("Candidates it is known for"), tr("Speaks against")),
        [(name, number(count, 0), number(bad, 0)) for name, count, bad in zip(evidence_names(), known, against)],
    )


def _first(industry, verdict, texts):
    import numpy as np

    from ..algorithms.enterprises import GRADES
    from ..algorithms.units import to_mu

    chosen = np.flatnonzero(verdict.candidate)
    rows = chosen[np.argsort(-verdict.score[chosen], kind="stable")][:_LISTED].tolist()
    if not rows:
        return paragraph(tr("There are no candidates."))
    outside, enterprises, grades = to_mu(industry.facts.outside), industry.enterprises, industry.facts.grade
    return paragraph(tr("By score, the least efficient first.")) + table(
        (tr("Parcel"), tr("Enterprise"), tr("Outside [mu]"), tr("Rating"), tr("Score"), tr("Evidence known"),
         tr("Disposal"), tr("Reasons")),
        [
            (
                industry.key[row] or "–",
                tr(", ").join(enterprises.names[at] for at in enterprises.gathered.rows[row] if enterprises.names[at])
                or "–",
                number(float(outside[row])), "–" if np.isnan(grades[row]) else GRADES[int(grades[row])],
                number(float(verdict.score[row]), 1), number(int(verdict.indicators[row]), 0),
                tr(DISPOSALS[verdict.disposal[row]]), texts[row],
            )
            for row in rows
        ],
    )
