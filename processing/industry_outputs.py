"""What inefficient industry writes: fields, rows, numbers, and how the layer looks."""

from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .progress import phase
from .screening import JUDGED, JUDGED_ALIASES, copy_output, finish, look_of, report_output, table_output

_TRUTH = QMetaType.Type.Bool
_PARCEL_FIELDS = (
    ("outside_m2", NUMBER), ("outside_mu", NUMBER), ("outside_share", NUMBER), ("candidate", _TRUTH),
    ("cluster_id", WHOLE), ("cluster_mu", NUMBER), ("grade", TEXT, 2), ("tax_ratio", NUMBER), ("far", NUMBER),
    ("coverage", NUMBER), ("redline_m2", NUMBER), ("basic_farmland_m2", NUMBER), ("water_m2", NUMBER),
    ("near_block", WHOLE), ("near_block_mu", NUMBER), ("indicators", WHOLE), ("score", NUMBER),
    ("disposal", TEXT, 10), ("category", TEXT, 5), ("subtype", TEXT, 5), ("reclaim_mu", NUMBER), *JUDGED[2:],
)
_SUMMARY_FIELDS = (
    ("group", TEXT, 100), ("disposal", TEXT, 10), ("parcels", WHOLE), ("outside_mu", NUMBER), ("reclaim_mu", NUMBER),
    ("target_share", NUMBER),
)
FIELDS = {"PARCELS": _PARCEL_FIELDS, "SUMMARY": _SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "outside_m2": translatable("Outside the boundary [m²]"),
    "outside_mu": translatable("Outside the boundary [mu]"),
    "outside_share": translatable("Share outside"),
    "candidate": translatable("Candidate"),
    "cluster_id": translatable("Cluster"),
    "cluster_mu": translatable("Cluster [mu]"),
    "grade": translatable("Rating"),
    "tax_ratio": translatable("Tax per mu, of the mean"),
    "far": translatable("Floor-area ratio"),
    "coverage": translatable("Building coverage"),
    "redline_m2": translatable("In the ecological redline [m²]"),
    "basic_farmland_m2": translatable("On permanent basic farmland [m²]"),
    "water_m2": translatable("In a water-source zone [m²]"),
    "near_block": translatable("Farmland block beside"),
    "near_block_mu": translatable("Farmland block beside [mu]"),
    "indicators": translatable("Evidence known"),
    "score": translatable("Score"),
    "disposal": translatable("Disposal"),
    "reclaim_mu": translatable("Reclaimable [mu]"),
    "group": translatable("Group"),
    "parcels": translatable("Number of parcels"),
    "target_share": translatable("Share of the city's target"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("CANDIDATE_COUNT", tr("Candidate parcels")),
        ("OUTSIDE_MU", tr("Candidates outside the boundary [mu]")),
        ("RECLAIM_MU", tr("Reclaimable [mu]")),
    )


def target_mu():
    """The city's target to 2026 of stray and inefficient land outside the boundary to be given up, mu."""
    from ..algorithms.industry import industry_rules
    from ..algorithms.tables import target_mu as target

    return target(industry_rules()["target"])


def write_all(run, settings, industry, verdict):
    """Write every output asked for; returns the results of the run."""
    from .industry_reasons import reasons
    from .industry_report import write_report

    if len(industry.geometry) == 0:
        run.feedback.pushWarning(
            tr("No industrial parcel was found: the results are empty. Check the land code field, the code system and "
               "the industry expression.")
        )
    elif not verdict.candidate.any():
        run.feedback.pushWarning(
            tr("No industrial parcel lies outside the boundary by the share asked for: there are no candidates.")
        )
    summary = summarise(industry, verdict)
    numbers = _numbers(industry, verdict)
    texts = reasons(industry, verdict, settings, phase(run.feedback, tr("Giving reasons"), 86, 88))
    results = {**numbers, "PARCELS": _parcels(run, settings, industry, verdict, texts)}
    results["SUMMARY"] = _summary(run, summary)
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, industry, verdict, summary, texts, numbers))
    words = in_words(numbers)
    group = tr("Inefficient industry – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, industry, words), group, words)


def summarise(industry, verdict):
    """Candidates by group and disposal: a DataFrame with the columns of SUMMARY, '' for undecided."""
    import pandas as pd

    frame = pd.DataFrame({
        "group": ["" if name is None else str(name) for name in industry.group],
        "disposal": verdict.disposal, "parcels": 1, "outside_mu": in_mu(industry.facts.outside),
        "reclaim_mu": in_mu(verdict.reclaim),
    })[verdict.candidate]
    grouped = frame.groupby(["group", "disposal"], sort=True)[["parcels", "outside_mu", "reclaim_mu"]].sum()
    grouped["target_share"] = grouped["reclaim_mu"] / target_mu()
    return grouped.reset_index()


def in_words(numbers):
    """The main result in two sentences."""
    return tr(
        "Industrial parcels outside the boundary: {count}, with {outside} mu outside. Clearing and moving what is "
        "suggested gives back {reclaim} mu, {share} % of the city's target of {target} mu."
    ).format(
        count=numbers["CANDIDATE_COUNT"], outside=f"{numbers['OUTSIDE_MU']:,.1f}",
        reclaim=f"{numbers['RECLAIM_MU']:,.1f}", share=f"{100 * numbers['RECLAIM_MU'] / target_mu():.1f}",
        target=f"{target_mu():,.0f}",
    )


def _numbers(industry, verdict):
    from ..algorithms.units import to_mu

    return {
        "CANDIDATE_COUNT": int(verdict.candidate.sum()),
        "OUTSIDE_MU": round(to_mu(float(industry.facts.outside[verdict.candidate].sum())), 4),
        "RECLAIM_MU": round(to_mu(float(verdict.reclaim.sum())), 4),
    }


def _parcels(run, settings, industry, verdict, texts):
    return copy_output(
        run, "PARCELS", settings.source, _PARCEL_FIELDS, industry.id, _columns(settings, industry, verdict, texts),
        phase(run.feedback, tr("Writing parcels"), 88, 98), industry.only,
    )


def _columns(settings, industry, verdict, texts):
    import numpy as np

    from ..algorithms.enterprises import GRADES
    from ..algorithms.industry import outside_share

    facts = industry.facts
    rule = compact(settings.rule(industry.enterprises.tax_mean))
    block_mu = np.where([which is None for which in industry.block], np.nan, facts.block)
    return (
        facts.outside.tolist(), in_mu(facts.outside).tolist(), outside_share(facts).round(6).tolist(),
        verdict.candidate.tolist(), (industry.cluster + 1).tolist(), in_mu(facts.cluster).tolist(),
        [None if grade != grade else GRADES[int(grade)] for grade in facts.grade.tolist()],
        or_null(facts.tax_ratio.round(4)), or_null(facts.far), or_null(facts.coverage), or_null(facts.redline),
        or_null(facts.basic_farmland), or_null(facts.water), industry.block, or_null(block_mu),
        verdict.indicators.tolist(), or_null(verdict.score),
        *([text or None for text in column.tolist()] for column in (
            verdict.disposal, verdict.category, verdict.subtype)),
        in_mu(verdict.reclaim).tolist(), texts, [rule] * len(texts), facts.area.tolist(), in_mu(facts.area).tolist(),
    )


def _summary(run, summary):
    return table_output(run, "SUMMARY", _SUMMARY_FIELDS, (
        *([text or None for text in summary[name].tolist()] for name in ("group", "disposal")),
        summary["parcels"].tolist(), summary["outside_mu"].round(4).tolist(), summary["reclaim_mu"].round(4).tolist(),
        summary["target_share"].round(6).tolist(),
    ))


def _looks(settings, industry, words):
    from .industry_style import style_parcels
    from .industry_words import parameters_in_words

    parameters = parameters_in_words(settings, industry.enterprises.tax_mean)
    return {
        "PARCELS": look_of(
            tr("Industrial parcels"), words, parameters, _PARCEL_FIELDS, ALIASES, style_parcels, "industry_candidates",
            settings.source),
        "SUMMARY": look_of(tr("Summary by group"), words, parameters, _SUMMARY_FIELDS, ALIASES),
    }
