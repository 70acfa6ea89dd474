"""The report of the forest-cropland swap."""

from .i18n import is_chinese, tr
from .palette import SWAP
from .report import bar, heading, key, number, page, paragraph, percent, stacked_bar, table, write
from .swap_outputs import in_words
from .swap_tables import target_mu
from .swap_words import CHANGES, GATES, KEPT, parameters_in_words, unknown_in_words

_LISTED = 20
_GROUPS = 200


def write_report(path, settings, ground, swap, summary, gates, texts, numbers):
    """Save the report as HTML: what changes, the gates, how it was chosen, what was kept, first parcels, parameters."""
    unknown = unknown_in_words(ground.known, settings)
    write(path, page(
        tr("Forest-cropland swap: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers, swap)),
        paragraph(tr("These are suggestions for field work and consent, not decisions. Permanent basic farmland is "
                     "never suggested to leave."), note=True),
        *([paragraph(unknown, note=True)] if unknown else ()),
        heading(tr("Before and after")), _gates(gates),
        heading(tr("What changes")), _changes(summary),
        heading(tr("How it was chosen")), _how(settings, swap),
        heading(tr("Steep or gentle enough, yet not to change")), _kept(ground),
        heading(tr("Parcels that gain most")), _first(ground, swap, texts, settings),
        *((heading(tr("By group")), _by_group(summary)) if settings.group_field else ()),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _gates(gates):
    holds = {None: "", True: tr("holds"), False: tr("broken")}
    rows = []
    for measure, name, before, after, difference, gate, held in gates:
        show = _shown(measure)
        verdict = tr("not known") if before is None else holds[held]
        rows.append((name, show(before), show(after), show(difference), tr(GATES[gate]) if gate else "", verdict))
    return table((tr("Measure"), tr("Before"), tr("After"), tr("Difference"), tr("Gate"), ""), rows)


def _shown(measure):
    if measure == "contiguous_share":
        return lambda value: percent(value, 3)
    decimals = {"mean_slope": 4, "large_blocks": 0}.get(measure, 2)
    return lambda value: number(value, decimals)


def _changes(summary):
    most = max(float(summary.groupby("change")["net_mu"].sum().max()) if len(summary) else 0.0, 1e-9)
    rows = []
    for change, label in CHANGES.items():
        own = summary[summary["change"] == change]
        net = float(own["net_mu"].sum())
        rows.append((
            tr(label), number(int(own["parcels"].sum()), 0), number(float(own["area_mu"].sum())), number(net),
            number(float(own["gain"].sum()), 0), stacked_bar(((net / most, SWAP[change]),))))
    done = float(summary[summary["change"] == "out"]["net_mu"].sum())
    return table(
        (tr("Change"), tr("Parcels"), tr("Area [mu]"), tr("Net cropland [mu]"), tr("Gain [m²]"), ""), rows,
    ) + key(tuple((tr(label), SWAP[change]) for change, label in CHANGES.items())) + paragraph(
        tr("The cropland that leaves is {share} of the city's target to 2026 of {mu} mu.").format(
            share=percent(done / target_mu(), 2), mu=f"{target_mu():,.0f}"), note=True)


def _how(settings, swap):
    c, choice = swap.candidates, swap.choice
    weight = settings.slope_weight
    solved = (
        tr("All combinations were weighed exactly.") if choice.exact else
        tr("There are too many candidates to weigh all combinations exactly: the relaxed problem settled most of "
           "them, the doubtful ones were weighed exactly."))
    repaired = (
        tr("The share of cropland in large blocks would have fallen, so the choice was changed {count} times; the "
           "bound is that of the choice before.").format(count=choice.repairs) if choice.repairs else "")
    return paragraph(
        tr("Gain of what comes in = net area × ({contiguity} × contact + {slope} × (mean slope − slope) / {limit}); of "
           "what leaves = net area × ({contiguity} × (1 − contact) + {slope} × (slope − mean slope) / {limit}). "
           "Contact is the share of a parcel's edge that lies beside blocks of {mu} mu or more.").format(
            contiguity=f"{1 - weight:g}", slope=f"{weight:g}", limit=f"{settings.farm_slope:g}",
            mu=f"{settings.block_mu:g}")
    ) + paragraph(solved) + (paragraph(repaired) if repaired else "") + table(
        (tr("Figure"), tr("Value")), (
            (tr("Cropland that could leave"), number(int(c.leaves.sum()), 0)),
            (tr("Forest and orchard that could come in"), number(int((~c.leaves).sum()), 0)),
            (tr("Gain [m²]"), number(choice.gain, 0)), (tr("Bound of the gain [m²]"), number(choice.bound, 0)),
            (tr("Gap to the bound"), percent(choice.gap, 3)),
        ))


def _kept(ground):
    if not ground.kept:
        return paragraph(tr("None."))
    return table((tr("Land"), tr("Why"), tr("Parcels")), [
        (tr("Steep cropland") if crop else tr("Gentle forest and orchard"), tr(KEPT[why]), number(count, 0))
        for crop, why, count in ground.kept
    ])


def _first(ground, swap, texts, settings):
    import numpy as np

    from .columns import in_mu
    from .swap_outputs import names_of

    chosen, c = swap.choice.chosen, swap.candidates
    rows = np.flatnonzero(chosen)
    if len(rows) == 0:
        return paragraph(tr("None."))
    names, most = names_of(settings, ground, swap.row[rows]), max(float(swap.gain[rows].max()), 1e-9)
    return table(
        (tr("Parcel"), tr("Change"), tr("Net cropland [mu]"), tr("Slope [°]"), tr("Contact"), tr("Gain [m²]"), "",
         tr("Reasons")),
        [
            (names[at], tr(CHANGES["out" if c.leaves[row] else "in"]), number(float(in_mu(c.area[row]))),
             number(float(c.slope[row]), 1), percent(float(c.contact[row]), 0), number(float(swap.gain[row]), 0),
             bar(max(float(swap.gain[row]), 0.0) / most, 80), texts[at])
            for row, at in ((rows[at], at) for at in np.argsort(-swap.gain[rows], kind="stable")[:_LISTED].tolist())
        ])


def _by_group(summary):
    note = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_GROUPS), note=True)
    return (note if len(summary) > _GROUPS else "") + table(
        (tr("Group"), tr("Change"), tr("Land code now"), tr("Parcels"), tr("Net cropland [mu]"), tr("Mean slope [°]"),
         tr("Gain [m²]")),
        [
            (row.group or "–", tr(CHANGES[row.change]), row.from_code, number(row.parcels, 0), number(row.net_mu),
             number(row.mean_slope), number(row.gain, 0))
            for row in summary[:_GROUPS].itertuples()
        ])
