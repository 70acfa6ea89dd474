"""What inefficient urban land writes: fields, rows, numbers, and how the layers look."""

from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import URBAN_AREAS, URBAN_STATUSES
from .progress import phase
from .screening import (
    JUDGED,
    JUDGED_ALIASES,
    copy_output,
    finish,
    judged_columns,
    look_of,
    report_output,
    shape_output,
    style_by_value,
    table_output,
)

_TRUTH = QMetaType.Type.Bool
_PARCEL_FIELDS = (
    ("status", TEXT, 10), ("area_id", WHOLE), ("inside_share", NUMBER), ("listed", _TRUTH), ("far", NUMBER),
    ("coverage", NUMBER), ("built_year", NUMBER), ("vacancy", NUMBER), ("plan_use", TEXT, 10), ("conflict", _TRUTH),
    ("hazard", _TRUTH), ("complaints", WHOLE), ("known", WHOLE), ("against", WHOLE), ("score", NUMBER), *JUDGED,
)
_AREA_FIELDS = (("area_id", WHOLE), ("parcels", WHOLE), ("listed", WHOLE), ("score", NUMBER), *JUDGED)
_SUMMARY_FIELDS = (
    ("group", TEXT, 100), ("status", TEXT, 10), ("subtype", TEXT, 5), ("parcels", WHOLE), ("area_mu", NUMBER),
)
FIELDS = {"PARCELS": _PARCEL_FIELDS, "AREAS": _AREA_FIELDS, "SUMMARY": _SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "status": translatable("Result"),
    "area_id": translatable("Redevelopment area"),
    "inside_share": translatable("Share inside the boundary"),
    "listed": translatable("On the list"),
    "far": translatable("Floor-area ratio"),
    "coverage": translatable("Building coverage"),
    "built_year": translatable("Mean year of building"),
    "vacancy": translatable("Share vacant"),
    "plan_use": translatable("Planned use"),
    "conflict": translatable("Conflict with the plan"),
    "hazard": translatable("Hazard"),
    "complaints": translatable("Public complaints"),
    "known": translatable("Evidence known"),
    "against": translatable("Evidence against"),
    "score": translatable("Score"),
    "parcels": translatable("Number of parcels"),
    "group": translatable("Group"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("CANDIDATE_COUNT", tr("Candidate parcels")),
        ("CANDIDATE_MU", tr("Candidates [mu]")),
        ("AREA_COUNT", tr("Redevelopment areas")),
        ("REDEVELOPMENT_MU", tr("Areas for contiguous redevelopment [mu]")),
        ("HISTORIC_MU", tr("Historic districts, protected [mu]")),
    )


def write_all(run, settings, urban, verdict):
    """Write every output asked for; returns the results of the run."""
    from .urban_reasons import reasons, reasons_of_areas
    from .urban_report import write_report

    _say_nothing(run, urban, verdict)
    numbers = _numbers(urban, verdict)
    summary = summarise(urban, verdict)
    told = phase(run.feedback, tr("Giving reasons"), 84, 86)
    texts, rule = reasons(urban, verdict, settings, told), compact(settings.rule())
    results = {
        **numbers,
        "PARCELS": copy_output(
            run, "PARCELS", settings.source, _PARCEL_FIELDS, urban.id, _columns(urban, verdict, texts, rule),
            phase(run.feedback, tr("Writing parcels"), 86, 94)),
        "AREAS": _areas(run, settings, urban, verdict, reasons_of_areas(urban, verdict, settings), rule),
        "SUMMARY": table_output(run, "SUMMARY", _SUMMARY_FIELDS, (
            *([text or None for text in summary[name].tolist()] for name in ("group", "status", "subtype")),
            summary["parcels"].tolist(), summary["area_mu"].round(4).tolist())),
    }
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, urban, verdict, summary, texts, numbers))
    words = in_words(numbers)
    group = tr("Inefficient urban land – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, words), group, words)


def summarise(urban, verdict):
    """Parcels by group, status and sub-type: a DataFrame with the columns of SUMMARY, '' for none."""
    import pandas as pd

    frame = pd.DataFrame({
        "group": ["" if name is None else str(name) for name in urban.group], "status": verdict.status,
        "subtype": verdict.subtype, "parcels": 1, "area_mu": in_mu(urban.facts.area),
    })
    return frame.groupby(["group", "status", "subtype"], sort=True)[["parcels", "area_mu"]].sum().reset_index()


def in_words(numbers):
    """The main result in three sentences."""
    return tr(
        "Candidates inside the boundary: {count} parcels with {mu} mu, in {areas} redevelopment areas. {large} mu of "
        "them are in areas large enough for contiguous redevelopment. {historic} mu are protected as historic."
    ).format(
        count=numbers["CANDIDATE_COUNT"], mu=f"{numbers['CANDIDATE_MU']:,.1f}", areas=numbers["AREA_COUNT"],
        large=f"{numbers['REDEVELOPMENT_MU']:,.1f}", historic=f"{numbers['HISTORIC_MU']:,.1f}",
    )


def _say_nothing(run, urban, verdict):
    if len(urban.id) == 0:
        run.feedback.pushWarning(
            tr("No built land was found inside the boundary: the results are empty. Check the land code field, the "
               "code system, the boundary and its CRS."))
    elif (verdict.known == 0).all() and not urban.facts.listed.any():
        run.feedback.pushWarning(
            tr("Nothing is known that could speak against a parcel, so there are no candidates; that is not to say "
               "that there is no inefficient land. Give BUILDINGS, PLAN, HAZARDS, COMPLAINTS or LIST."))


def _numbers(urban, verdict):
    from ..algorithms.units import to_mu
    from ..algorithms.urban import CANDIDATE, HISTORIC, urban_rules

    area, areas, code = urban.facts.area, verdict.areas, urban_rules()["subtypes"]
    candidate = verdict.status == CANDIDATE

    def mu(chosen):
        return round(to_mu(float(chosen.sum())), 4)

    return {
        "CANDIDATE_COUNT": int(candidate.sum()), "CANDIDATE_MU": mu(area[candidate]),
        "AREA_COUNT": int((areas.subtype != code["historic"]).sum()),
        "REDEVELOPMENT_MU": mu(areas.area[areas.subtype == code["large"]]),
        "HISTORIC_MU": mu(area[verdict.status == HISTORIC]),
    }


def _columns(urban, verdict, texts, rule):
    facts = urban.facts
    area_id = [None if which < 0 else which + 1 for which in verdict.area_of.tolist()]
    return (
        verdict.status.tolist(), area_id, urban.inside.round(6).tolist(), facts.listed.tolist(),
        or_null(facts.far), or_null(facts.coverage), or_null(facts.year), or_null(facts.vacancy.round(4)),
        urban.planned, *(_truths(column) for column in (facts.plan, facts.hazard)),
        [None if value != value else int(value) for value in facts.complaints.tolist()],
        verdict.known.tolist(), verdict.speaking.tolist(), or_null(verdict.score),
        *judged_columns(verdict.category.tolist(), verdict.subtype.tolist(), texts, rule, facts.area),
    )


def _areas(run, settings, urban, verdict, texts, rule):
    import numpy as np
    import pandas as pd

    from ..algorithms.dissolve import dissolve
    from ..algorithms.parallel import step
    from ..algorithms.urban import urban_rules
    from .areas import shape_area

    writing = phase(run.feedback, tr("Writing redevelopment areas"), 94, 98)
    areas, rows = verdict.areas, np.flatnonzero(verdict.area_of >= 0)
    shape = dissolve(urban.geometry[rows], verdict.area_of[rows], len(areas.area), step(writing, 0, 0.3))
    area = shape_area(shape, urban.crs, settings.area_method, step(writing, 0.3, 0.5))
    by_area = pd.DataFrame({
        "area": verdict.area_of[rows], "score": verdict.score[rows], "listed": urban.facts.listed[rows].astype(int),
    }).groupby("area").agg({"score": "mean", "listed": "sum"}).reindex(range(len(areas.area)))
    return shape_output(run, "AREAS", _AREA_FIELDS, (
        list(range(1, len(areas.area) + 1)), areas.parcels.tolist(), by_area["listed"].astype(int).tolist(),
        or_null(by_area["score"].to_numpy(dtype=float).round(2)),
        *judged_columns([urban_rules()["category"]] * len(areas.area), areas.subtype.tolist(), texts, rule, area),
    ), shape, settings.source.sourceCrs(), urban.crs, step(writing, 0.5, 1.0))


def _truths(column):
    return [None if value != value else value == 1 for value in column.tolist()]


def _looks(settings, words):
    from ..algorithms.urban import urban_rules
    from .urban_words import AREA_KINDS, STATUSES, parameters_in_words

    parameters, code = parameters_in_words(settings), urban_rules()["subtypes"]
    statuses = style_by_value("status", [(key, tr(label), URBAN_STATUSES[key]) for key, label in STATUSES.items()])
    kinds = style_by_value(
        "subtype", [(code[kind], tr(label), URBAN_AREAS[kind]) for kind, label in AREA_KINDS.items()], "0.6")
    return {
        "PARCELS": look_of(
            tr("Built land inside the boundary"), words, parameters, _PARCEL_FIELDS, ALIASES, statuses,
            "urban_candidates", settings.source),
        "AREAS": look_of(
            tr("Redevelopment areas"), words, parameters, _AREA_FIELDS, ALIASES, kinds, "redevelopment_areas"),
        "SUMMARY": look_of(tr("Summary by group"), words, parameters, _SUMMARY_FIELDS, ALIASES),
    }
