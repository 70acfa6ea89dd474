"""The report of restoring cropland."""

import numpy as np

from ..algorithms.units import to_mu
from .i18n import is_chinese, tr
from .palette import RESTORATION_TIERS
from .report import heading, number, page, paragraph, percent, stacked_bar, strong, table, write
from .restoration_analysis import levels
from .restoration_outputs import block_ids, in_words, rises
from .restoration_settings import SLOPE
from .restoration_words import TIERS, block_class, parameters_in_words, silent_in_words

_LISTED = 20
_GROUPS = 200


def write_report(path, settings, restorable, verdict, summary, grown, texts, numbers):
    """Save the report as HTML: what there is by tier, where the target falls, what blocks gain, the first parcels."""
    silent = silent_in_words(restorable.silent)
    write(path, page(
        tr("Restoring cropland: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(settings, verdict, numbers)),
        paragraph(tr("These are suggestions for a plan: whether and when a parcel is restored, people on the ground "
                     "decide. Areas are those of the parcels; the cropland won is smaller where ridges are built."),
                  note=True),
        *((heading(tr("Not known")), *(paragraph(text) for text in silent)) if silent else ()),
        heading(tr("By tier")), _by_tier(settings, summary),
        heading(tr("Left out, and why")), _left_out(restorable, verdict),
        heading(tr("What farmland blocks gain")), _blocks(settings, restorable, grown),
        heading(tr("First parcels")), _first(settings, restorable, verdict, texts),
        *((heading(tr("By group")), _by_group(settings, summary)) if settings.group_field else ()),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _by_tier(settings, summary):
    found = summary.groupby("tier")[["parcels", "area_mu", "within_mu"]].sum()
    most = max(float(found["area_mu"].max()) if len(found) else 0.0, 1e-9)
    ranked, total, rows = float(found["area_mu"].drop(0, errors="ignore").sum()), 0.0, []
    for tier, label in TIERS.items():
        if tier not in found.index:
            continue
        row = found.loc[tier]
        total += float(row["area_mu"]) if tier else 0.0
        up_to = (number(total), percent(total / ranked)) if tier and ranked else ("", "")
        share = float(row["area_mu"]) / most
        rows.append((
            tr(label), number(int(row["parcels"]), 0), number(float(row["area_mu"])), *up_to,
            *_within(settings, float(row["within_mu"])), stacked_bar(((share, RESTORATION_TIERS[tier]),)),
        ))
    return table((
        tr("Tier"), tr("Parcels"), tr("Area [mu]"), tr("Up to here [mu]"), tr("Up to here"),
        *((tr("Within the target [mu]"),) if settings.target_mu is not None else ()), tr("Area"),
    ), rows) + paragraph(tr("Within a tier gentler slope comes first, then the larger parcel."), note=True)


def _within(settings, mu):
    return (number(mu),) if settings.target_mu is not None else ()


def _left_out(restorable, verdict):
    mu = to_mu(restorable.facts.area)
    # What nothing is known of is not counted as none.
    rows = [
        (label, "–", "–") if name in restorable.silent
        else (label, number(int(chosen.sum()), 0), number(float(mu[chosen].sum())))
        for name, label, chosen in (
            ("REDLINE", tr("Inside the ecological redline"), verdict.in_redline),
            ("EXCLUDE", tr("On land to leave out"), verdict.in_exclude), (SLOPE, tr("Too steep"), verdict.steep))
    ]
    out = verdict.rank == 0
    rows.append((strong(tr("Left out")), strong(number(int(out.sum()), 0)), strong(number(float(mu[out].sum())))))
    return table((tr("Why"), tr("Parcels"), tr("Area [mu]")), rows) + paragraph(
        tr("A parcel may be left out for more than one reason."), note=True)


def _blocks(settings, restorable, grown):
    if restorable.blocks is None:
        return paragraph(tr("Farmland blocks are not known."))
    risen = rises(grown)
    text = tr("When all restorable parcels are restored, {count} blocks grow, and {risen} of them rise to another "
              "class.") if settings.target_mu is None else tr(
        "When the parcels within the target are restored, {count} blocks grow, and {risen} of them rise to another "
        "class.")
    rows = np.concatenate([np.flatnonzero(risen), np.flatnonzero(~risen)])[:_LISTED].tolist()
    before, after = levels(grown.before).tolist(), levels(grown.after).tolist()
    return paragraph(text.format(count=len(risen), risen=int(risen.sum()))) + (table(
        (tr("Farmland blocks"), tr("Parcels"), tr("Restored [mu]"), tr("Block today [mu]"), tr("Class today"),
         tr("Block once restored [mu]"), tr("New class")),
        [
            (
                block_ids(restorable, grown.blocks[row]) or "–", number(int(grown.parcels[row]), 0),
                number(float(grown.restored[row])), number(float(grown.before[row])), block_class(before[row]),
                number(float(grown.after[row])),
                strong(block_class(after[row])) if risen[row] else block_class(after[row]),
            )
            for row in rows
        ],
    ) if rows else "")


def _first(settings, restorable, verdict, texts):
    order = np.argsort(np.where(verdict.rank > 0, verdict.rank, np.inf), kind="stable")
    rows = order[: min(_LISTED, int((verdict.rank > 0).sum()))].tolist()
    if not rows:
        return paragraph(tr("There are no restorable parcels."))
    mu, cumulative = to_mu(restorable.facts.area), to_mu(verdict.cumulative)
    return table(
        (tr("Rank"), tr("Parcel"), tr("Tier"), tr("Area [mu]"), tr("Up to here [mu]"), tr("Reasons")),
        [
            (number(int(verdict.rank[row]), 0), restorable.key[row] or "–", number(int(verdict.tier[row]), 0),
             number(float(mu[row])), number(float(cumulative[row])), texts[row])
            for row in rows
        ],
    )


def _by_group(settings, summary):
    note = paragraph(tr("The first {count} rows; the summary table has every one.").format(count=_GROUPS), note=True)
    return (note if len(summary) > _GROUPS else "") + table(
        (tr("Group"), tr("Tier"), tr("Parcels"), tr("Area [mu]"),
         *((tr("Within the target [mu]"),) if settings.target_mu is not None else ())),
        [
            (row.group or "–", tr(TIERS[row.tier]), number(row.parcels, 0), number(row.area_mu),
             *_within(settings, row.within_mu))
            for row in summary[:_GROUPS].itertuples()
        ],
    )
