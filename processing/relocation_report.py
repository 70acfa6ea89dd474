"""The report of village relocation."""

from .i18n import is_chinese, tr
from .palette import CRITERIA as COLOURS
from .relocation_outputs import in_words
from .relocation_words import DISPOSITIONS, criterion_names, parameters_in_words, weights_source
from .report import heading, key, number, page, paragraph, percent, stacked_bar, strong, table, write

_LISTED = 20
_VILLAGES = 200


def write_report(path, settings, known, verdict, summary, texts, numbers):
    """Save the report as HTML: the order of decision, weights, summary, the first candidates, parameters."""
    write(path, page(
        tr("Village relocation candidates: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers)),
        heading(tr("How it was decided")), _order(settings),
        heading(tr("Weights")), _weights(settings, verdict),
        heading(tr("Dispositions")), _dispositions(summary),
        heading(tr("First candidates")), _first(known, verdict, texts),
        heading(tr("By village")), _villages(summary),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _order(settings):
    t = settings.thresholds
    return table((tr("Step"), tr("What it means")), (
        (tr("1. Protect"), tr("Protected villages and sites are retained, whatever else holds.")),
        (tr("2. Must"), tr("Inside a hazard extent, or within {distance} m of a hazard point: a candidate for its "
                           "people's safety.").format(distance=f"{t.hazard_distance:g}")),
        (tr("3. A person decides"), tr("High (from {elevation} m) or remote, with no other ground: no disposition.")
         .format(elevation=f"{t.high_elevation:g}")),
        (tr("4. Weigh"), tr("The rest by score: from {merge} on merge, from {revive} on revive, else retain.").format(
            merge=f"{t.merge_score:g}", revive=f"{t.revive_score:g}")),
    )) + paragraph(tr(
        "Without the consent of every household a result is a candidate, never a decision. What is not known is left "
        "out of the score and lowers the confidence."), note=True)


def _weights(settings, verdict):
    t = settings.thresholds
    meaning = (
        tr("1 at 0 m, 0 from {distance} m on").format(distance=f"{t.hazard_distance:g}"),
        tr("0 at 0 km, 1 from {road} km by road, or {straight} km straight, on").format(
            road=f"{t.remote_network_km:g}", straight=f"{t.remote_straight_km:g}"),
        tr("0 at none, 0.5 at {middle} %, 1 from {high} % on").format(
            middle=f"{100 * t.vacancy_middle:g}", high=f"{100 * t.vacancy_high:g}"),
        tr("1 up to {mu} mu or {households} households, 0 from twice that on; the larger of the two").format(
            mu=f"{t.scattered_mu:g}", households=f"{t.scattered_households:g}"),
        tr("0 at 0, 1 from {elevation} m or {slope}° on; the larger of the two").format(
            elevation=f"{t.high_elevation:g}", slope=f"{t.steep_slope:g}"),
    )
    known = (1 - _unknown_share(verdict)).tolist()
    return paragraph(weights_source(settings.weighting)) + table(
        (tr("Criterion"), tr("Weight"), tr("Known for"), tr("From 0 to 1")),
        [
            (name, percent(weight), percent(share), text)
            for name, weight, share, text in zip(
                criterion_names().values(), verdict.weights.tolist(), known, meaning)
        ],
    )


def _unknown_share(verdict):
    import numpy as np

    missing = np.isnan(verdict.criteria)
    return missing.mean(axis=0) if len(missing) else np.ones(missing.shape[1])


def _dispositions(summary):
    rows = []
    for disposition, label in DISPOSITIONS.items():
        chosen = summary[summary["disposition"] == disposition]
        rows.append((tr(label), *_amounts(chosen)))
    rows.append((strong(tr("Total")), *(strong(text) for text in _amounts(summary))))
    return table(
        (tr("Disposition"), tr("Settlements"), tr("Households"), tr("Households unknown in"), tr("Area [mu]"),
         tr("Reclaimable [mu]")), rows,
    )


def _villages(summary):
    """Villages where something is suggested or left to a person."""
    touched = summary[summary["disposition"] != "retain"]
    shown = touched[:_VILLAGES]
    note = tr("Villages where all is retained are left out; the summary table has every one.")
    if len(touched) > _VILLAGES:
        note = tr("The first {count} rows; the summary table has every one.").format(count=_VILLAGES)
    return paragraph(note, note=True) + table(
        (tr("Village"), tr("Disposition"), tr("Settlements"), tr("Households"), tr("Households unknown in"),
         tr("Area [mu]"), tr("Reclaimable [mu]")),
        [
            (row.village or "–", tr(DISPOSITIONS[row.disposition]), number(row.settlements, 0),
             number(row.households, 0), number(row.households_unknown, 0), number(row.area_mu),
             number(row.reclaimable_mu))
            for row in shown.itertuples()
        ],
    )


def _amounts(rows):
    return (
        number(int(rows["settlements"].sum()), 0), number(float(rows["households"].sum()), 0),
        number(int(rows["households_unknown"].sum()), 0), number(float(rows["area_mu"].sum())),
        number(float(rows["reclaimable_mu"].sum())),
    )


def _first(known, verdict, texts):
    import numpy as np

    from ..algorithms.units import to_mu

    rank = verdict.rank
    ranked = np.flatnonzero(rank > 0)
    rows = ranked[np.argsort(rank[ranked], kind="stable")][:_LISTED].tolist()
    if not rows:
        return paragraph(tr("No settlement is in the queue."))
    names = list(criterion_names().values())
    mu = to_mu(known.facts.area)
    return paragraph(tr("Those in danger first, then by score. Points:")) + key(zip(names, COLOURS)) + table(
        (tr("Rank"), tr("Village"), tr("Area [mu]"), tr("Score"), tr("Points by criterion"), tr("Confidence"),
         tr("Disposition"), tr("Reasons")),
        [
            (
                _rank(verdict, row), known.village[row] or "–", number(float(mu[row])),
                number(float(verdict.score[row]), 1),
                stacked_bar(zip((np.nan_to_num(verdict.points[row]) / 100).tolist(), COLOURS)),
                percent(float(verdict.confidence[row]), 0),
                tr(DISPOSITIONS[verdict.decision.disposition[row]]), texts[row],
            )
            for row in rows
        ],
    )


def _rank(verdict, row):
    low, high = int(verdict.rank_low[row]), int(verdict.rank_high[row])
    rank = int(verdict.rank[row])
    return tr("{rank} ({low}–{high})").format(rank=rank, low=low, high=high) if low else str(rank)
