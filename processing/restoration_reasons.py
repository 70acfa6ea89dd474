"""Why each restorable parcel got its tier and rank, in sentences."""

import numpy as np

from ..algorithms.restoration import AT_ONCE, OVERLAP, WORKS
from ..algorithms.units import to_mu
from .i18n import is_chinese, tr
from .progress import watched
from .restoration_analysis import grown, levels
from .restoration_words import block_class, silent_names
from .wording import beside


def reasons(restorable, verdict, settings, within, progress):
    """One text per parcel: what the survey says, what decided, its slope, its rank, what is not known."""
    facts = restorable.facts
    new = grown(restorable)
    columns = {
        **{name: getattr(facts, name).tolist() for name in facts.__dataclass_fields__},
        **{name: getattr(verdict, name).tolist() for name in verdict.__dataclass_fields__},
        "code": restorable.code.tolist(), "within": within.tolist(), "new": new.tolist(),
        "level": levels(facts.block).tolist(), "new_level": levels(new).tolist(),
    }
    names, joint = list(columns), "" if is_chinese() else " "
    ranked = int((verdict.rank > 0).sum())
    unknown = silent_names(restorable.silent)
    rows = watched(zip(*columns.values()), len(restorable.id), progress)
    return [joint.join(_sentences(dict(zip(names, row)), settings, ranked, unknown)) for row in rows]


def _sentences(one, settings, ranked, unknown):
    t = settings.thresholds
    yield _kind(one)
    if one["tier"]:
        yield from _zones(one, t)
        yield from _blocks(one, t)
    else:
        yield from _why_out(one, t)
    yield from _slope(one)
    if one["tier"]:
        yield from _rank(one, settings, ranked)
    if one["grade"] != one["grade"]:
        unknown = [*unknown, tr("slope")]
    if unknown:
        yield tr("Not known: {names}.").format(names=tr(", ").join(unknown))


def _kind(one):
    if one["kind"] == AT_ONCE:
        return tr("The survey records it as restorable at once.")
    if one["kind"] == WORKS:
        return tr("The survey records it as restorable by works.")
    return tr("Class {code}, convertible back to cropland.").format(code=one["code"])


def _why_out(one, t):
    if one["in_redline"]:
        yield tr("Left out: {area} m² lie inside the ecological redline.").format(area=_area(one["redline"]))
    if one["in_exclude"]:
        yield tr("Left out: {area} m² lie on land to leave out.").format(area=_area(one["exclude"]))
    if one["steep"]:
        yield tr("Left out: steeper than {limit}°, where new cropland is not allowed.").format(limit=f"{t.max_slope:g}")


def _zones(one, t):
    for name, whole, part in (
        ("standard", tr("It lies in high-standard farmland with {share} % ({limit} % or more)."),
         tr("It lies in high-standard farmland with {share} %, below {limit} %.")),
        ("basic", tr("{share} % of it is recorded as permanent basic farmland."),
         tr("{share} % of it is recorded as permanent basic farmland.")),
    ):
        if one[name] >= OVERLAP and one["area"]:
            share, limit = 100 * one[name] / one["area"], 100 * t.in_share
            yield (whole if share >= limit - 1e-7 else part).format(
                share=beside(share, 1, limit) if name == "standard" else f"{share:.1f}", limit=f"{limit:g}")


def _blocks(one, t):
    if one["new"] != one["new"]:
        if one["block"] == 0:
            yield tr("It touches no farmland block.")
        return
    mu = beside(one["block"], 1, t.large_mu)
    if one["block"] > 0:
        yield tr("It touches a farmland block of {mu} mu.").format(mu=mu)
    if one["new_level"] > one["level"]:
        yield tr("Restored, the block has {mu} mu and rises to the class {name}.").format(
            mu=f"{one['new']:,.1f}", name=block_class(one["new_level"]))
    else:
        yield tr("Restored, the block has {mu} mu and stays in the class {name}.").format(
            mu=f"{one['new']:,.1f}", name=block_class(one["new_level"]))


def _slope(one):
    if one["slope"] == one["slope"]:
        yield tr("Slope {slope}°.").format(slope=f"{one['slope']:.1f}")
    elif one["grade"] == one["grade"]:
        yield tr("Slope grade {grade}.").format(grade=f"{one['grade']:.0f}")


def _rank(one, settings, ranked):
    mu = f"{float(np.round(to_mu(one['cumulative']), 4)):,.1f}"
    yield tr("Tier {tier}, rank {rank} of {count}: {mu} mu up to here.").format(
        tier=one["tier"], rank=one["rank"], count=ranked, mu=mu)
    if settings.target_mu is None:
        return
    text = tr("Within the target of {target} mu.") if one["within"] else tr("Beyond the target of {target} mu.")
    yield text.format(target=f"{settings.target_mu:,g}")


def _area(square_metres):
    return beside(square_metres, 0, OVERLAP)
