"""Why each industrial parcel got its result, in sentences."""

from ..algorithms.enterprises import GRADES
from ..algorithms.industry import LARGE_BLOCK_MU, OVERLAP
from ..algorithms.units import MU
from .i18n import is_chinese, tr
from .industry_words import DISPOSALS, evidence_names
from .progress import watched
from .wording import beside

_LISTED = 5


def reasons(industry, verdict, settings, progress):
    """One text per parcel: where it lies, what decided, the evidence, what is not known."""
    facts = industry.facts
    columns = {
        **{name: getattr(facts, name).tolist() for name in facts.__dataclass_fields__},
        "candidate": verdict.candidate.tolist(), "stray": verdict.stray.tolist(),
        "disposal": verdict.disposal.tolist(), "score": verdict.score.tolist(),
        "indicators": verdict.indicators.tolist(), "rows": industry.enterprises.gathered.rows,
        "unknown": [[name for name, value in zip(evidence_names(), row) if value != value]
                    for row in verdict.evidence.tolist()],
    }
    names, joint = list(columns), "" if is_chinese() else " "
    rows = watched(zip(*columns.values()), len(industry.id), progress)
    return [joint.join(_sentences(dict(zip(names, row)), settings.thresholds, industry.enterprises)) for row in rows]


def _sentences(one, t, enterprises):
    share = one["outside"] / one["area"] if one["area"] else 0.0
    if not one["candidate"] and not one["outside"]:
        yield tr("Wholly inside the boundary: no candidate.")
        return
    if not one["candidate"]:
        yield tr("{share} % lies outside the boundary, below {limit} %: no candidate.").format(
            share=beside(100 * share, 1, 100 * t.outside_share), limit=f"{100 * t.outside_share:g}")
        return
    yield tr("{share} % lies outside the boundary ({limit} % or more).").format(
        share=beside(100 * share, 1, 100 * t.outside_share), limit=f"{100 * t.outside_share:g}")
    yield _decided(one)
    yield from _conflicts(one)
    yield from _enterprises(one, enterprises)
    yield from _low(one, t)
    if one["polluting"] == 1:
        yield tr("An enterprise here is recorded as polluting.")
    if one["block"] >= LARGE_BLOCK_MU:
        yield tr("A farmland block of {mu} mu lies beside it: worth reclaiming.").format(mu=f"{one['block']:,.0f}")
    yield tr("Score {score} of 100 from {count} pieces of evidence.").format(
        score=f"{one['score']:.1f}", count=one["indicators"])
    if one["unknown"]:
        yield tr("Not known: {names}.").format(names=tr(", ").join(one["unknown"]))


def _decided(one):
    if one["disposal"]:
        return tr("Suggested: {disposal}.").format(disposal=tr(DISPOSALS[one["disposal"]]).lower())
    return tr("Not rated, and neither in conflict nor stray: a person decides.")


def _conflicts(one):
    if one["heritage"]:
        yield tr("It is a heritage or tourism site.")
    for name, text in (
        ("redline", tr("{area} m² lie inside the ecological redline.")),
        ("basic_farmland", tr("{area} m² stand on land recorded as permanent basic farmland.")),
        ("water", tr("{area} m² lie inside a water-source zone.")),
    ):
        if one[name] >= OVERLAP:
            yield text.format(area=f"{one[name]:,.0f}")


def _enterprises(one, enterprises):
    if not one["rows"]:
        return
    named = [
        tr("{name} ({rating})").format(
            name=enterprises.names[row] or tr("unnamed"), rating=enterprises.ratings[row] or tr("not rated"))
        for row in one["rows"][:_LISTED]
    ]
    if len(one["rows"]) > _LISTED:
        named.append("…")
    listed = tr(", ").join(named)
    if len(one["rows"]) == 1:
        yield tr("Enterprise: {names}.").format(names=listed)
    elif one["grade"] == one["grade"]:
        yield tr("{count} enterprises: {names}; the worst rating, {grade}, counts.").format(
            count=len(one["rows"]), names=listed, grade=GRADES[int(one["grade"])])
    else:
        yield tr("{count} enterprises: {names}.").format(count=len(one["rows"]), names=listed)


def _low(one, t):
    if one["tax_ratio"] < t.low_tax_ratio:
        yield tr("Tax per mu is {value} % of the county's mean, below {limit} %.").format(
            value=beside(100 * one["tax_ratio"], 0, 100 * t.low_tax_ratio), limit=f"{100 * t.low_tax_ratio:g}")
    if one["far"] < t.low_far:
        yield tr("Floor-area ratio {value}, below {limit}.").format(
            value=beside(one["far"], 2, t.low_far), limit=f"{t.low_far:g}")
    if one["coverage"] < t.low_coverage:
        yield tr("Building coverage {value} %, below {limit} %.").format(
            value=beside(100 * one["coverage"], 0, 100 * t.low_coverage), limit=f"{100 * t.low_coverage:g}")
    mu = one["cluster"] / MU
    if one["stray"]:
        yield tr("Stray: with its neighbours it has {mu} mu, below {limit} mu.").format(
            mu=beside(mu, 2, t.stray_mu), limit=f"{t.stray_mu:g}")
