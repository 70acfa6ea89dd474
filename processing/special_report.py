"""The report of special places."""

from .i18n import is_chinese, tr
from .palette import SPECIAL_PLACES
from .report import heading, number, page, paragraph, stacked_bar, strong, table, write
from .special_outputs import called, in_words
from .special_words import CONTESTS, GROUNDS, STATUSES, ground_of, parameters_in_words

_LISTED = 100


def write_report(path, settings, known, verdict, summary, texts, found, numbers):
    """Save the report as HTML: what was found, by sub-type, every place, contests, parameters."""
    write(path, page(
        tr("Special places: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers, known)),
        *((paragraph(tr("Not known, which is not to say that there are none: {names}.").format(
            names=tr(", ").join(known.unknown))),) if known.unknown else ()),
        heading(tr("How it was decided")), _order(settings),
        heading(tr("By sub-type")), _by_subtype(summary),
        heading(tr("Special places")), _places(known, verdict, texts),
        heading(tr("Contests with village relocation")), _contests(known, verdict, texts, found),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _order(settings):
    from ..algorithms.special import special_rules

    t, codes = settings.thresholds, special_rules()["subtypes"]
    what = {
        "historic": tr("A protected village or heritage site stands here, or it is on the list"),
        "high": tr("{metres} m or more, {households} households or more, vacancy below {share} %").format(
            metres=f"{t.high_elevation:g}", households=f"{t.min_households:g}", share=f"{100 * t.max_vacancy:g}"),
        "tourism": tr("A tourism facility within {metres} m").format(metres=f"{t.tourism_distance:g}"),
        "scenic": tr("A scenic place within {metres} m").format(metres=f"{t.scenic_distance:g}"),
    }
    return paragraph(tr("The first line that fits names the sub-type; what holds besides is kept with it.")) + table(
        (tr("What holds"), tr("Sub-type"), tr("Result")),
        [(what[ground], code, tr(GROUNDS[ground])) for ground, code in codes.items()])


def _by_subtype(summary):
    total, rows = max(float(summary["area_mu"].sum()), 1e-9), []
    for row in summary.itertuples():
        ground = ground_of(row.subtype) if row.subtype else ""
        households = number(row.households, 0)
        if row.households_unknown:
            households = tr("unknown") if row.households_unknown == row.settlements else tr(
                "{known}, unknown in {count}").format(known=households, count=row.households_unknown)
        label = tr(GROUNDS[ground]) if ground else tr(STATUSES[row.status])
        rows.append((
            row.subtype or "–", label, number(row.settlements, 0), households,
            number(row.contested, 0), number(row.area_mu),
            stacked_bar(((row.area_mu / total, SPECIAL_PLACES[ground or ("open" if row.status == "open" else "")]),))))
    rows.append(("", strong(tr("Total")), *(strong(number(float(summary[name].sum()), digits)) for name, digits in (
        ("settlements", 0), ("households", 0), ("contested", 0), ("area_mu", 2))), ""))
    return table((tr("Sub-type"), tr("Result"), tr("Settlements"), tr("Households"), tr("Contested"), tr("Area [mu]"),
                  tr("Share")), rows)


def _places(known, verdict, texts):
    import numpy as np

    from ..algorithms.special import OTHER
    from ..algorithms.units import to_mu

    rows = np.flatnonzero(verdict.status != OTHER)
    rows = rows[np.argsort(np.where(verdict.subtype[rows] == "", "Z", verdict.subtype[rows]), kind="stable")].tolist()
    if not rows:
        return paragraph(tr("No special place was found among what is known."))
    note = paragraph(tr("The first {count} rows; the layer has every one.").format(count=_LISTED), note=True)
    return (note if len(rows) > _LISTED else "") + table(
        (tr("Settlement"), tr("Sub-type"), tr("Besides"), tr("Area [mu]"), tr("Reasons")),
        [(called(known, row), verdict.subtype[row] or "?", verdict.also[row].replace("|", ", ") or "–",
          number(to_mu(float(known.facts.area[row]))), texts[row]) for row in rows[:_LISTED]])


def _contests(known, verdict, texts, found):
    if known.others is None:
        return paragraph(tr("Village relocation was not compared: give its result as CANDIDATES."))
    if not found:
        return paragraph(tr("There are none."))
    return paragraph(tr("Nothing is settled here: a person weighs both sides.")) + table(
        (tr("Settlement"), tr("Contest"), tr("Here"), tr("Reasons here"), tr("There"), tr("Reasons there")),
        [(called(known, row.settlement), tr(CONTESTS[row.kind]), verdict.subtype[row.settlement] or "–",
          texts[row.settlement], row.other["subtype"] or row.other["category"] or row.other["disposition"] or "–",
          row.other["reasons"]) for row in found[:_LISTED]])
