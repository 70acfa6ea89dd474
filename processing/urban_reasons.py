"""Why each parcel of built land, and each redevelopment area, got its result, in sentences."""

from ..algorithms.units import MU
from ..algorithms.urban import CANDIDATE, HISTORIC, urban_rules
from .i18n import is_chinese, tr
from .progress import watched
from .urban_words import AREA_KINDS, area_kind, evidence_names
from .wording import beside


def reasons(urban, verdict, settings, progress):
    """One text per parcel: where it lies, what decided, the evidence against it, what is not known."""
    facts, names = urban.facts, evidence_names()
    columns = {
        **{name: getattr(facts, name).tolist() for name in facts.__dataclass_fields__},
        "inside": urban.inside.tolist(), "planned": urban.planned, "code": urban.code.tolist(),
        "status": verdict.status.tolist(), "area_of": verdict.area_of.tolist(), "known": verdict.known.tolist(),
        "speaking": verdict.speaking.tolist(), "against": verdict.against.tolist(),
        "evidence": verdict.evidence.tolist(),
        "unknown": [[name for name, value in zip(names, row) if value != value] for row in verdict.evidence.tolist()],
    }
    keys, joint = list(columns), "" if is_chinese() else " "
    rows = watched(zip(*columns.values()), len(urban.planned), progress)
    return [joint.join(_sentences(dict(zip(keys, row)), settings.thresholds, verdict.areas)) for row in rows]


def reasons_of_areas(urban, verdict, settings):
    """One text per redevelopment area: what it is made of, and why it is classed so."""
    import numpy as np

    names, joint = evidence_names(), "" if is_chinese() else " "
    limit, texts = f"{settings.thresholds.min_area_mu:g}", []
    listed = np.bincount(verdict.area_of[verdict.area_of >= 0], weights=urban.facts.listed[verdict.area_of >= 0],
                         minlength=len(verdict.areas.area))
    speaking = np.zeros((len(verdict.areas.area), len(names)), dtype=int)
    np.add.at(speaking, verdict.area_of[verdict.area_of >= 0], verdict.against[verdict.area_of >= 0].astype(int))
    for area, parcels, subtype, counts, named in zip(
        verdict.areas.area.tolist(), verdict.areas.parcels.tolist(), verdict.areas.subtype.tolist(),
        speaking.tolist(), listed.astype(int).tolist(),
    ):
        mu, kind = area / MU, area_kind(subtype)
        size = beside(mu, 2, settings.thresholds.min_area_mu)
        text = [tr("A single parcel of {mu} mu.").format(mu=size) if parcels == 1 else tr(
            "{count} parcels with {mu} mu within {gap} m of one another.").format(
                count=parcels, mu=size, gap=f"{settings.thresholds.gap:g}")]
        if kind == "historic":
            text.append(tr("A historic district or site stands here: protect and repair, never clear."))
        elif kind == "large":
            text.append(tr("{limit} mu or more: contiguous redevelopment.").format(limit=limit))
        else:
            text.append(tr("Below {limit} mu: organic renewal.").format(limit=limit))
        found = [f"{name} ({count})" for name, count in zip(names, counts) if count]
        if found and kind != "historic":
            text.append(tr("What speaks against it, by parcels: {names}.").format(names=tr(", ").join(found)))
        if named:
            text.append(tr("Parcels on the list: {count}.").format(count=named))
        texts.append(joint.join(text))
    return texts


def _sentences(one, t, areas):
    yield tr("{share} % lies inside the boundary ({limit} % or more).").format(
        share=beside(100 * one["inside"], 1, 100 * t.inside_share), limit=f"{100 * t.inside_share:g}")
    if one["status"] == HISTORIC:
        yield tr("A historic district or site stands here: protected, whatever the evidence.")
    elif one["listed"]:
        yield tr("It is on the list of inefficient land.")
    yield from _against(one, t)
    if one["status"] == CANDIDATE and not one["listed"]:
        yield tr("{count} pieces of evidence speak against it ({limit} or more): a candidate.").format(
            count=one["speaking"], limit=t.min_evidence)
    elif one["status"] not in (CANDIDATE, HISTORIC):
        yield _spared(one, t)
    if one["status"] == CANDIDATE:
        yield _in_area(areas, one["area_of"])
    if one["unknown"]:
        yield tr("Not known: {names}.").format(names=tr(", ").join(one["unknown"]))


def _spared(one, t):
    if not one["known"]:
        return tr("Nothing is known that could speak against it: no candidate, and not found efficient either.")
    return tr("{count} pieces of evidence speak against it, {limit} are needed: no candidate.").format(
        count=one["speaking"], limit=t.min_evidence)


def _in_area(areas, which):
    text = tr("With its neighbours it makes redevelopment area {number} of {mu} mu: {kind}.")
    if areas.parcels[which] == 1:
        text = tr("By itself it makes redevelopment area {number} of {mu} mu: {kind}.")
    return text.format(
        number=which + 1, mu=f"{areas.area[which] / MU:,.2f}",
        kind=tr(AREA_KINDS[area_kind(areas.subtype[which])]).lower())


def _against(one, t):
    far, coverage, age, vacancy, plan, hazard, complaint = one["against"]
    if far:
        yield tr("Floor-area ratio {value}, below {limit}.").format(
            value=beside(one["far"], 2, t.low_far), limit=f"{t.low_far:g}")
    if coverage:
        yield tr("Building coverage {value} %, below {limit} %.").format(
            value=beside(100 * one["coverage"], 0, 100 * t.low_coverage), limit=f"{100 * t.low_coverage:g}")
    if age:
        yield tr("Built about {year}, before {limit}.").format(year=f"{one['year']:.0f}", limit=f"{t.built_before:g}")
    if vacancy and one["code"] and _idle(one):
        yield tr("The survey records it as idle land.")
    elif vacancy and one["coverage"] == 0 and one["vacancy"] == 1:
        yield tr("Nothing is built on it.")
    elif vacancy:
        yield tr("Vacant to {value} %, {limit} % or more.").format(
            value=beside(100 * one["vacancy"], 0, 100 * t.high_vacancy), limit=f"{100 * t.high_vacancy:g}")
    if plan:
        yield tr("The plan foresees another use ({code}).").format(code=one["planned"])
    if hazard:
        yield tr("A hazard lies here or within {distance} m.").format(distance=f"{t.hazard_distance:g}")
    if complaint:
        yield tr("Public complaints: {count}.").format(count=int(one["complaints"]))


def _idle(one):
    return one["vacancy"] == 1 and any(
        one["code"].startswith(rules["idle"]) for rules in urban_rules().values() if isinstance(rules, dict)
        and "idle" in rules)
