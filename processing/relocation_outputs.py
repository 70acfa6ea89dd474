"""What village relocation writes: fields, rows, numbers, and how the layer looks."""

from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE, copy_features, joined_fields, kept_fields, new_fields, write_rows
from .progress import phase
from .styling import Look, alias_of, aliases_in, look_after

_TRUTH = QMetaType.Type.Bool
_CRITERIA = ("hazard", "access", "vacancy", "scatter", "terrain")
_CANDIDATE_FIELDS = (
    ("elev_m", NUMBER), ("slope_deg", NUMBER), ("hazard_m", NUMBER), ("service_km", NUMBER), ("service_by", TEXT, 20),
    ("vacancy", NUMBER), ("households", NUMBER), ("consent", NUMBER),
    *((f"k_{name}", NUMBER) for name in _CRITERIA), *((f"c_{name}", NUMBER) for name in _CRITERIA),
    ("score", NUMBER), ("confidence", NUMBER), ("protected", _TRUTH), ("in_redline_m2", NUMBER),
    ("in_water_m2", NUMBER), ("disposition", TEXT, 10), ("status", TEXT, 10), ("category", TEXT, 5),
    ("subtype", TEXT, 5), ("rank", WHOLE), ("rank_low", WHOLE), ("rank_high", WHOLE), ("reasons", TEXT, 0),
    ("rule", TEXT, 0), ("area_m2", NUMBER), ("area_mu", NUMBER),
)
_SUMMARY_FIELDS = (
    ("village", TEXT, 100), ("disposition", TEXT, 10), ("settlements", WHOLE), ("households", NUMBER),
    ("households_unknown", WHOLE), ("area_mu", NUMBER), ("reclaimable_mu", NUMBER),
)
FIELDS = {"CANDIDATES": _CANDIDATE_FIELDS, "SUMMARY": _SUMMARY_FIELDS}
ALIASES = {
    "elev_m": translatable("Mean elevation [m]"),
    "slope_deg": translatable("Mean slope [°]"),
    "hazard_m": translatable("Distance to hazard [m]"),
    "service_km": translatable("Distance to services [km]"),
    "service_by": translatable("Distance measured by"),
    "vacancy": translatable("Vacancy"),
    "households": translatable("Households"),
    "consent": translatable("Consent"),
    "k_hazard": translatable("Hazard, 0–1"),
    "k_access": translatable("Access, 0–1"),
    "k_vacancy": translatable("Vacancy, 0–1"),
    "k_scatter": translatable("Scatter, 0–1"),
    "k_terrain": translatable("Terrain, 0–1"),
    "c_hazard": translatable("Hazard, points"),
    "c_access": translatable("Access, points"),
    "c_vacancy": translatable("Vacancy, points"),
    "c_scatter": translatable("Scatter, points"),
    "c_terrain": translatable("Terrain, points"),
    "score": translatable("Score"),
    "confidence": translatable("Confidence"),
    "protected": translatable("Protected"),
    "in_redline_m2": translatable("In the ecological redline [m²]"),
    "in_water_m2": translatable("In a water-source zone [m²]"),
    "disposition": translatable("Disposition"),
    "status": translatable("Status"),
    "category": translatable("Category"),
    "subtype": translatable("Sub-type"),
    "rank": translatable("Rank"),
    "rank_low": translatable("Rank, 5th percentile"),
    "rank_high": translatable("Rank, 95th percentile"),
    "reasons": translatable("Reasons"),
    "rule": translatable("Parameters"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "village": translatable("Village"),
    "settlements": translatable("Settlements"),
    "households_unknown": translatable("Settlements with households unknown"),
    "reclaimable_mu": translatable("Reclaimable [mu]"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("MERGE_COUNT", tr("Settlements to merge")),
        ("MERGE_MU", tr("Settlements to merge [mu]")),
        ("MERGE_HOUSEHOLDS", tr("Households in settlements to merge")),
        ("UNDECIDED_COUNT", tr("Settlements left to a person")),
    )


def write_all(run, settings, known, verdict):
    """Write every output asked for; returns the results of the run."""
    from ..algorithms.parallel import step
    from .relocation_reasons import reasons
    from .relocation_report import write_report

    if len(known.features.geometry) == 0:
        run.feedback.pushWarning(tr("INPUT: the layer has no settlements, so the results are empty."))
    summary = summarise(known, verdict)
    numbers = _numbers(known, verdict)
    progress = phase(run.feedback, tr("Writing candidates"), 90, 98)
    texts = reasons(known, verdict, settings, step(progress, 0, 0.2))
    results = {
        **numbers, "CANDIDATES": _candidates(run, settings, known, verdict, texts, step(progress, 0.2, 1.0))
    }
    results["SUMMARY"] = _summary(run, summary)
    finished = phase(run.feedback, tr("Writing the report"), 98, 100)
    report = run.algorithm.parameterAsFileOutput(run.parameters, "REPORT", run.context)
    if report:
        write_report(report, settings, known, verdict, summary, texts, numbers)
        results["REPORT"] = report
    results = {name: value for name, value in results.items() if value is not None}
    words = in_words(numbers)
    group = tr("Village relocation – {layer}").format(layer=settings.source.sourceName())
    for name, look in _looks(settings, words).items():
        if name in results:
            look_after(run.context, results[name], look, group)
    run.feedback.pushInfo(words)
    finished(1.0)
    return results


def summarise(known, verdict):
    """Settlements by village and disposition: a DataFrame with the columns of SUMMARY, '' for undecided."""
    import numpy as np
    import pandas as pd

    mu = in_mu(known.facts.area)
    disposition = verdict.decision.disposition
    households = known.facts.households
    frame = pd.DataFrame({
        "village": ["" if name is None else str(name) for name in known.village],
        "disposition": disposition, "settlements": 1, "households": households,
        "households_unknown": np.isnan(households).astype(int), "area_mu": mu,
        "reclaimable_mu": np.where(disposition == "merge", mu, 0.0),
    })
    order = {"merge": 0, "revive": 1, "": 2, "retain": 3}
    # min_count: households that are unknown everywhere stay so.
    grouped = frame.groupby(["village", "disposition"], sort=False).sum(min_count=1).reset_index()
    return grouped.sort_values(
        ["village", "disposition"], key=lambda column: column.map(order) if column.name == "disposition" else column
    ).reset_index(drop=True)


def in_words(numbers):
    """The main result in two sentences."""
    return tr(
        "Settlements suggested for relocation: {count}, with {mu} mu and {households} households as far as known. "
        "Left to a person: {undecided}. These are candidates, not decisions."
    ).format(
        count=numbers["MERGE_COUNT"], mu=f"{numbers['MERGE_MU']:,.1f}",
        households=f"{numbers['MERGE_HOUSEHOLDS']:,.0f}", undecided=numbers["UNDECIDED_COUNT"],
    )


def _numbers(known, verdict):
    import numpy as np

    from ..algorithms.units import to_mu

    merge = verdict.decision.disposition == "merge"
    return {
        "MERGE_COUNT": int(merge.sum()),
        "MERGE_MU": round(to_mu(float(known.facts.area[merge].sum())), 4),
        "MERGE_HOUSEHOLDS": round(float(np.nansum(known.facts.households[merge])), 4),
        "UNDECIDED_COUNT": int((verdict.decision.disposition == "").sum()),
    }


def _candidates(run, settings, known, verdict, texts, progress):
    source = settings.source
    added = new_fields(_CANDIDATE_FIELDS)
    kept = kept_fields(source.fields(), added, run.feedback)
    sink, destination = run.sink(
        "CANDIDATES", joined_fields(source.fields(), kept, added), source.wkbType(), source.sourceCrs()
    )
    if sink is not None:
        progress(0.0)
        copy_features(source, sink, kept, known.features.id, _columns(settings, known, verdict, texts), progress)
    return destination


def _columns(settings, known, verdict, texts):
    import numpy as np

    facts, decision = known.facts, verdict.decision
    count = len(facts.area)
    by = ("network" if facts.by_network else "straight")
    measured = ~np.isnan(facts.service)
    protected = facts.protected.tolist() if known.protection_known else [None] * count
    return (
        *(or_null(values) for values in (facts.elevation, facts.slope, facts.hazard, facts.service)),
        [by if known_ else None for known_ in measured.tolist()],
        *(or_null(values) for values in (facts.vacancy, facts.households, facts.consent)),
        *(or_null(np.round(column, 6)) for column in verdict.criteria.T),
        *(or_null(column) for column in verdict.points.T),
        or_null(verdict.score), verdict.confidence.tolist(), protected, or_null(facts.redline), or_null(facts.water),
        _named(decision.disposition), decision.status.tolist(), _named(decision.category), _named(decision.subtype),
        *([value or None for value in column.tolist()] for column in (
            verdict.rank, verdict.rank_low, verdict.rank_high)),
        texts, [compact(settings.rule(verdict.weights))] * count, facts.area.tolist(), in_mu(facts.area).tolist(),
    )


def _summary(run, summary):
    sink, destination = run.sink(
        "SUMMARY", new_fields(_SUMMARY_FIELDS), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        write_rows(sink, (
            _named(summary["village"]), _named(summary["disposition"]), summary["settlements"].tolist(),
            or_null(summary["households"]), summary["households_unknown"].tolist(),
            summary["area_mu"].round(4).tolist(), summary["reclaimable_mu"].round(4).tolist(),
        ))
    return destination


def _looks(settings, words):
    from .relocation_style import style_candidates
    from .relocation_words import parameters_in_words

    lineage = tuple(
        tr("{label}: {value}").format(label=label, value=value) for label, value in parameters_in_words(settings)
    )
    titles = {
        "CANDIDATES": (tr("Relocation candidates"), style_candidates, "relocation_candidates"),
        "SUMMARY": (tr("Summary by village"), None, ""),
    }
    return {
        name: Look(
            title, words, lineage,
            {**(aliases_in(settings.source.fields()) if name == "CANDIDATES" else {}),
             **alias_of([field for field, *_ in FIELDS[name]], ALIASES)},
            style, role,
        )
        for name, (title, style, role) in titles.items()
    }


def _named(column):
    """A column of texts with NULL for ''."""
    return [text or None for text in column.tolist()]
