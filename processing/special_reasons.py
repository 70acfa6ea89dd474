"""Why each settlement is a special place or not, and what is contested, in sentences."""

from ..algorithms.special import OPEN, grounds
from .i18n import is_chinese, tr
from .progress import watched
from .special_words import CONTESTS
from .wording import beside


def reasons(known, verdict, settings, contests, progress):
    """One text per settlement; contests: as special_outputs.contests gives them."""
    facts = known.facts
    columns = {
        **{name: getattr(facts, name).tolist() for name in facts.__dataclass_fields__},
        "grounds": verdict.grounds.tolist(), "status": verdict.status.tolist(), "site": known.site,
        "listed": known.listed.tolist(), "by_tourism": known.tourism, "by_scenic": known.scenic,
        "contests": [[] for _ in known.site],
    }
    for row in contests:
        columns["contests"][row.settlement].append(row)
    names, joint = list(columns), "" if is_chinese() else " "
    rows = watched(zip(*columns.values()), len(known.site), progress)
    return [joint.join(_sentences(dict(zip(names, row)), settings.thresholds)) for row in rows]


def _sentences(one, t):
    holds = dict(zip(grounds(), one["grounds"]))
    if holds["historic"]:
        yield _historic(one)
    yield from _height(one, t)
    if holds["tourism"]:
        yield tr("Tourism within {metres} m ({limit} m or less): {name}.").format(
            metres=beside(one["tourism"], 0, t.tourism_distance), limit=f"{t.tourism_distance:g}",
            name=one["by_tourism"] or tr("unnamed"))
    if holds["scenic"]:
        yield tr("A scenic place within {metres} m ({limit} m or less): {name}.").format(
            metres=beside(one["scenic"], 0, t.scenic_distance), limit=f"{t.scenic_distance:g}",
            name=one["by_scenic"] or tr("unnamed"))
    if not any(one["grounds"]):
        yield tr("A person decides.") if one["status"] == OPEN else tr("Nothing known makes it a special place.")
    lacking = [name for name, value in (
        (tr("elevation"), one["elevation"]), (tr("tourism facilities"), one["tourism"]),
        (tr("scenic places"), one["scenic"])) if value != value]
    if lacking:
        yield tr("Not known: {names}.").format(names=tr(", ").join(lacking))
    for row in one["contests"]:
        yield tr("Contested with village relocation ({kind}): a person settles it.").format(kind=tr(CONTESTS[row.kind]))


def _historic(one):
    if one["listed"] and one["site"]:
        return tr("On the list of historic villages, and protected: {names}.").format(names=one["site"])
    if one["listed"]:
        return tr("On the list of historic villages.")
    return tr("Protected: {names}.").format(names=one["site"]) if one["site"] else tr("A protected site stands here.")


def _height(one, t):
    if not one["elevation"] >= t.high_elevation:
        return
    yield tr("At {metres} m it is high ({limit} m or more).").format(
        metres=beside(one["elevation"], 0, t.high_elevation), limit=f"{t.high_elevation:g}")
    few, empty = one["households"] < t.min_households, one["vacancy"] >= t.max_vacancy
    if few:
        yield tr("Not alive: {count} households, fewer than {limit}.").format(
            count=f"{one['households']:,.0f}", limit=f"{t.min_households:g}")
    if empty:
        yield tr("Not alive: {share} % of its dwellings are vacant, {limit} % or more.").format(
            share=beside(100 * one["vacancy"], 1, 100 * t.max_vacancy), limit=f"{100 * t.max_vacancy:g}")
    if few or empty:
        return
    if one["households"] != one["households"] or one["vacancy"] != one["vacancy"]:
        yield tr("Whether it is alive is unknown, for want of households or vacancy.")
        return
    yield tr("Alive: {count} households ({least} or more), {share} % vacant (below {limit} %).").format(
        count=f"{one['households']:,.0f}", least=f"{t.min_households:g}",
        share=beside(100 * one["vacancy"], 1, 100 * t.max_vacancy), limit=f"{100 * t.max_vacancy:g}")


def reasons_of_sites(known):
    """One text per heritage site."""
    return [
        tr("A heritage site in the settlement {name}.").format(name=known.name[at] or at + 1) if at >= 0
        else tr("A heritage site outside the settlements, a place of its own.")
        for at in known.sites.settlement.tolist()
    ]
