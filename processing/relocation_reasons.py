"""Why each settlement got its result, in sentences."""

from ..algorithms.parallel import no_progress
from ..algorithms.relocation import PERSON, PROTECTED, SAFETY, UNKNOWN
from .i18n import is_chinese, tr
from .progress import watched
from .relocation_words import DISPOSITIONS, criterion_names
from .wording import beside


def reasons(known, verdict, settings, progress=no_progress):
    """One text per settlement: what decided, what stands out, what is not known."""
    facts, raised = known.facts, verdict.flags
    criteria, weights = list(criterion_names().values()), verdict.weights.tolist()
    columns = {
        **{name: getattr(facts, name).tolist() for name in (
            "hazard_area", "hazard_point", "elevation", "slope", "service", "unreachable", "vacancy", "households",
            "consent", "redline", "water",
        )},
        **{name: getattr(raised, name).tolist() for name in raised.__dataclass_fields__},
        "mu": (facts.area / _mu_size()).tolist(),
        "step": verdict.decision.step.tolist(), "disposition": verdict.decision.disposition.tolist(),
        "score": verdict.score.tolist(), "consenting": known.statistics.consenting.tolist(),
        "shared": known.statistics.shared.tolist(), "site": known.site,
        "confidence": verdict.confidence.tolist(),
        "unknown": [_unknown(row, criteria, weights) for row in verdict.criteria.tolist()],
    }
    names = list(columns)
    joint = "" if is_chinese() else " "
    rows = watched(zip(*columns.values()), len(facts.area), progress)
    return [joint.join(_sentences(dict(zip(names, row)), settings.thresholds, facts.by_network)) for row in rows]


def _sentences(one, t, by_network):
    yield _decided(one, t)
    yield from _hazard(one, t)
    if one["high"]:
        yield tr("Mean elevation {value} m, high from {limit} m on.").format(
            value=f"{one['elevation']:.0f}", limit=f"{t.high_elevation:g}")
    if one["steep"]:
        yield tr("Mean slope {value}°, steep from {limit}° on.").format(
            value=f"{one['slope']:.1f}", limit=f"{t.steep_slope:g}")
    yield from _access(one, t, by_network)
    if one["hollow"]:
        yield tr("Hollow: {value} % of the dwellings are vacant ({limit} % or more).").format(
            value=f"{100 * one['vacancy']:.0f}", limit=f"{100 * t.vacancy_high:g}")
    elif one["vacant"]:
        yield tr("{value} % of the dwellings are vacant ({limit} % or more).").format(
            value=beside(100 * one["vacancy"], 0, 100 * t.vacancy_middle, 100 * t.vacancy_high),
            limit=f"{100 * t.vacancy_middle:g}")
    if one["few_mu"]:
        yield tr("Scattered: {value} mu, below {limit} mu.").format(
            value=beside(one["mu"], 2, t.scattered_mu), limit=f"{t.scattered_mu:g}")
    if one["few_households"]:
        yield tr("Scattered: {value} households, below {limit}.").format(
            value=f"{one['households']:g}", limit=f"{t.scattered_households:g}")
    if one["in_redline"]:
        yield tr("{value} m² lie inside the ecological redline: nothing new can be built there.").format(
            value=f"{one['redline']:,.0f}")
    if one["in_water"]:
        yield tr("{value} m² lie inside a water-source zone.").format(value=f"{one['water']:,.0f}")
    yield from _people(one)
    if one["unknown"]:
        yield tr("Not known: {criteria}; the score rests on {share} % of the weight.").format(
            criteria=tr(", ").join(one["unknown"]), share=f"{100 * one['confidence']:.0f}")


def _decided(one, t):
    if one["step"] == PROTECTED:
        if one["site"]:
            return tr("Protected ({site}): it stays, whatever else holds.").format(site=one["site"])
        return tr("Protected: it stays, whatever else holds.")
    if one["step"] == SAFETY:
        return tr("Relocation for its people's safety.")
    if one["step"] == PERSON:
        return tr("Height or remoteness alone is no ground to move a village: a person decides.")
    if one["step"] == UNKNOWN:
        return tr("Nothing of weight is known: a person decides.")
    return tr("Score {score} of 100: {disposition} (merge from {merge}, revive from {revive}).").format(
        score=beside(one["score"], 1, t.merge_score, t.revive_score),
        disposition=tr(DISPOSITIONS[one["disposition"]]).lower(),
        merge=f"{t.merge_score:g}", revive=f"{t.revive_score:g}",
    )


def _hazard(one, t):
    if one["in_hazard"]:
        yield tr("It reaches into a surveyed hazard extent.")
    if one["near_hazard"]:
        yield tr("A hazard point lies {value} m away (within {limit} m).").format(
            value=f"{one['hazard_point']:.0f}", limit=f"{t.hazard_distance:g}")
    elif not one["in_hazard"] and one["hazard_area"] < t.hazard_distance:
        yield tr("A hazard extent lies {value} m away.").format(value=f"{one['hazard_area']:.0f}")


def _access(one, t, by_network):
    if one["unreachable"]:
        yield tr("No service can be reached along the roads; it counts as the farthest.")
    elif one["remote"] and by_network:
        yield tr("{value} km to services by road, remote beyond {limit} km.").format(
            value=f"{one['service']:.1f}", limit=f"{t.remote_network_km:g}")
    elif one["remote"]:
        yield tr("{value} km to services in a straight line, remote beyond {limit} km.").format(
            value=f"{one['service']:.1f}", limit=f"{t.remote_straight_km:g}")


def _people(one):
    if one["disposition"] in ("merge", "revive"):
        if one["consent"] != one["consent"]:
            yield tr("Consent is not recorded: a candidate only.")
        elif one["consent"] >= 1:
            yield tr("All households consent.")
        else:
            yield tr("{share} % of the households consent: a candidate only.").format(
                share=beside(100 * one["consent"], 0, 100))
    if one["shared"] > 1:
        yield tr("Its row of statistics is shared by {count} settlements.").format(count=one["shared"])


def _unknown(row, criteria, weights):
    """Names of the criteria of weight that nothing is known of."""
    return [name for name, value, weight in zip(criteria, row, weights) if value != value and weight]


def _mu_size():
    from ..algorithms.units import MU

    return MU
