"""The report of inefficient urban land."""

from .i18n import is_chinese, tr
from .palette import URBAN_AREAS
from .report import heading, number, page, paragraph, stacked_bar, strong, table, write
from .urban_outputs import in_words
from .urban_words import AREA_KINDS, STATUSES, area_kind, evidence_names, parameters_in_words

_LISTED = 20
_GROUPS = 200


def write_report(path, settings, urban, verdict, summary, texts, numbers):
    """Save the report as HTML: what was found, by kind of area and group, areas, evidence, parameters."""
    from .urban_reasons import reasons_of_areas

    write(path, page(
        tr("Inefficient urban land: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        paragraph(tr("These are candidates on the evidence given, never decisions: every threshold is a parameter, and "
                     "what is not known speaks neither for nor against a parcel."), note=True),
        heading(tr("How it was decided")), _order(settings),
        heading(tr("By kind of area")), _by_kind(verdict),
        heading(tr("Evidence")), _evidence(verdict),
        heading(tr("Redevelopment areas")), _areas(verdict, reasons_of_areas(urban, verdict, settings)),
        heading(tr("First candidates")), _first(urban, verdict, texts),
        *((heading(tr("By group")), _by_group(summary)) if settings.group_field else ()),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _order(settings):
    t = settings.thresholds
    return paragraph(tr("Built land is looked at when {share} % of the parcel or more lies inside the boundary. The "
                        "first line that fits decides:").format(share=f"{100 * t.inside_share:g}")) + table(
        (tr("What holds"), tr("Result")), (
            (tr("On a historic district or site"), tr(STATUSES["historic"])),
            (tr("On the list"), tr(STATUSES["candidate"])),
            (tr("{count} or more pieces of evidence against it").format(count=t.min_evidence),
             tr(STATUSES["candidate"])),
            (tr("All others"), tr(STATUSES["other"])),
        )) + paragraph(
        tr("Candidates within {gap} m of one another make one area. From {mu} mu on it is for contiguous "
           "redevelopment, below for organic renewal.").format(gap=f"{t.gap:g}", mu=f"{t.min_area_mu:g}"))


def _by_kind(verdict):
    from ..algorithms.units import to_mu
    from ..algorithms.urban import urban_rules

    areas, rows = verdict.areas, []
    total = max(float(areas.area.sum()), 1e-9)
    for kind, label in AREA_KINDS.items():
        chosen = areas.subtype == urban_rules()["subtypes"][kind]
        size = float(areas.area[chosen].sum())
        rows.append((
            tr(label), number(int(chosen.sum()), 0), number(int(areas.parcels[chosen].sum()), 0), number(to_mu(size)),
            stacked_bar(((size / total, URBAN_AREAS[kind]),))))
    rows.append((
        strong(tr("Total")), strong(number(len(areas.area), 0)), strong(number(int(areas.parcels.sum()), 0)),
        strong(number(to_mu(float(areas.area.sum())))), ""))
    return table((tr("Kind"), tr("Areas"), tr("Parcels"), tr("Area [mu]"), tr("Share")), rows)


def _evidence(verdict):
    known = (verdict.evidence == verdict.evidence).sum(axis=0).tolist()
    return table(
        (tr("Evidence"), tr("Parcels it is known for"), tr("Parcels it speaks against")),
        [(name, number(count, 0) if count else tr("unknown"), number(bad, 0) if count else "–")
         for name, count, bad in zip(evidence_names(), known, verdict.against.sum(axis=0).tolist())])


def _areas(verdict, texts):
    from ..algorithms.units import to_mu

    areas = verdict.areas
    if not len(areas.area):
        return paragraph(tr("There are no candidates."))
    note = paragraph(tr("The first {count} rows; the layer has every one.").format(count=_GROUPS), note=True)
    return (note if len(texts) > _GROUPS else "") + table(
        (tr("Redevelopment area"), tr("Kind"), tr("Parcels"), tr("Area [mu]"), tr("Reasons")),
        [(number(row + 1, 0), tr(AREA_KINDS[area_kind(areas.subtype[row])]), number(int(areas.parcels[row]), 0),
          number(to_mu(float(areas.area[row]))), texts[row]) for row in range(min(len(texts), _GROUPS))])


def _first(urban, verdict, texts):
    import numpy as np

    from ..algorithms.units import to_mu
    from ..algorithms.urban import CANDIDATE

    chosen = np.flatnonzero(verdict.status == CANDIDATE)
    order = np.lexsort((-np.nan_to_num(verdict.score[chosen]), -verdict.speaking[chosen]))
    rows = chosen[order][:_LISTED].tolist()
    if not rows:
        return paragraph(tr("There are no candidates."))
    return paragraph(tr("Those against whom most speaks first.")) + table(
        (tr("Parcel"), tr("Area [mu]"), tr("Evidence against"), tr("Evidence known"), tr("Score"), tr("Reasons")),
        [(urban.key[row] or "–", number(to_mu(float(urban.facts.area[row]))), number(int(verdict.speaking[row]), 0),
          number(int(verdict.known[row]), 0), number(float(verdict.score[row]), 1), texts[row]) for row in rows])


def _by_group(summary):
    note = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_GROUPS), note=True)
    return (note if len(summary) > _GROUPS else "") + table(
        (tr("Group"), tr("Result"), tr("Sub-type"), tr("Parcels"), tr("Area [mu]")),
        [(row.group or "–", tr(STATUSES[row.status]), row.subtype or "–", number(row.parcels, 0), number(row.area_mu))
         for row in summary[:_GROUPS].itertuples()])
