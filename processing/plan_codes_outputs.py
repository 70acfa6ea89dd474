"""What plan codes writes: fields, rows, numbers, and how the layers look."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE, copy_features, joined_fields, kept_fields, new_fields, write_rows
from .progress import phase
from .styling import Look, alias_of, aliases_in, look_after

ROLE = "plan_parcels"
FIELDS = {
    "OUTPUT": (
        ("base_code", TEXT, 10), ("base_name", TEXT, 60), ("plan_code", TEXT, 10), ("plan_name", TEXT, 60),
        ("changed", QMetaType.Type.Bool), ("review", TEXT, 254), ("reasons", TEXT, 0), ("rule", TEXT, 0),
        ("area_m2", NUMBER), ("area_mu", NUMBER),
    ),
    "REVIEW": (
        ("parcel", TEXT, 60), ("village", TEXT, 100), ("kind", TEXT, 20), ("field", TEXT, 20), ("code", TEXT, 60),
        ("allowed", TEXT, 254), ("why", TEXT, 0), ("category", TEXT, 20), ("subtype", TEXT, 20), ("share", NUMBER),
        ("area_mu", NUMBER),
    ),
    "SUMMARY": (
        ("base_code", TEXT, 10), ("base_name", TEXT, 60), ("plan_code", TEXT, 10), ("plan_name", TEXT, 60),
        ("parcels", WHOLE), ("open", WHOLE), ("area_m2", NUMBER), ("area_mu", NUMBER),
    ),
}
ALIASES = {
    "base_code": translatable("Base-year code"),
    "base_name": translatable("Base-year use"),
    "plan_code": translatable("Planned code"),
    "plan_name": translatable("Planned use"),
    "changed": translatable("Changed"),
    "review": translatable("Codes to choose from"),
    "reasons": translatable("Reasons"),
    "rule": translatable("Parameters"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "parcel": translatable("Parcel"),
    "village": translatable("Village"),
    "kind": translatable("Kind"),
    "field": translatable("Field concerned"),
    "code": translatable("Code there"),
    "allowed": translatable("Codes to choose from"),
    "why": translatable("Why"),
    "category": translatable("Category"),
    "subtype": translatable("Sub-type"),
    "share": translatable("Share inside"),
    "parcels": translatable("Number of parcels"),
    "open": translatable("Parcels to be decided"),
}
_SHARE_OF = {"basic_farmland": "BASIC_FARMLAND", "redline": "REDLINE", "straddles_redline": "REDLINE"}


@dataclass(frozen=True)
class Line:
    """Parcels with the same codes, '' for none. open: how many need a person; area: m², exact to 0.01."""

    base: str
    plan: str
    parcels: int
    open: int
    area: float

    @property
    def changed(self):
        return self.base != self.plan


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("CHANGED_COUNT", tr("Parcels with another planned code")),
        ("CHANGED_MU", tr("Land with another planned code [mu]")),
        ("REVIEW_COUNT", tr("Parcels that need a person")),
        ("WITHHELD_COUNT", tr("Parcels whose change a binding line withholds")),
    )


def write_all(run, settings, planned):
    """Write every output asked for; returns the results of the run."""
    from .plan_codes_report import write_report

    lines = summarise(planned)
    numbers = _numbers(planned, lines)
    _warn(run.feedback, settings, planned)
    results = {**numbers, "OUTPUT": _parcels(run, settings, planned)}
    progress = phase(run.feedback, tr("Writing the tables"), 96, 99)
    for name, columns in (("REVIEW", review_columns(planned)), ("SUMMARY", summary_columns(lines))):
        sink, destination = run.sink(
            name, new_fields(FIELDS[name]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is not None:
            write_rows(sink, columns, progress=progress if name == "REVIEW" else lambda fraction: None)
            results[name] = destination
    finished = phase(run.feedback, tr("Writing the report"), 99, 100)
    report = run.algorithm.parameterAsFileOutput(run.parameters, "REPORT", run.context)
    if report:
        write_report(report, settings, planned, lines, numbers)
        results["REPORT"] = report
    results = {name: value for name, value in results.items() if value is not None}
    words = in_words(numbers)
    group = tr("Plan codes – {layer}").format(layer=settings.source.sourceName())
    for name, look in _looks(settings, words).items():
        if name in results:
            look_after(run.context, results[name], look, group)
    run.feedback.pushInfo(words)
    finished(1.0)
    return results


def summarise(planned):
    """Lines by base and planned code, in the order of the codes, those without one last."""
    import numpy as np
    import pandas as pd

    decisions = planned.plan.decisions
    frame = pd.DataFrame({
        "kind": planned.plan.kind, "parcels": 1, "area": np.rint(planned.area * 100).astype(np.int64),
    }).groupby("kind").sum()
    found = {}
    for kind, row in zip(frame.index.tolist(), frame.itertuples(index=False)):
        decision = decisions[kind]
        line = found.setdefault((decision.base, decision.plan), [0, 0, 0])
        line[0] += row.parcels
        line[1] += row.parcels if decision.issues else 0
        line[2] += row.area
    return [
        Line(base, plan, int(parcels), int(undecided), int(area) / 100)
        for (base, plan), (parcels, undecided, area) in sorted(
            found.items(), key=lambda item: (item[0][0] == "", item[0][0], item[0][1] == "", item[0][1])
        )
    ]


def review_columns(planned):
    """Columns of REVIEW: one row for each thing that needs a person, in the order of the parcels."""
    import numpy as np

    from ..algorithms.plan_codes import allowed_text
    from .plan_codes_words import why

    plan = planned.plan
    said = [
        [(issue.kind, issue.field, issue.code or None, allowed_text(issue.allowed), why(issue, case, decision),
          case.category or None, case.subtype or None) for issue in decision.issues]
        for case, decision in zip(plan.cases, plan.decisions)
    ]
    open_kinds = np.array([bool(issues) for issues in said] + [False])
    row, rows = np.flatnonzero(open_kinds[plan.kind]), []
    mu = in_mu(planned.area[row]).tolist()
    shares = {name: share[row].round(4).tolist() for name, share in planned.share.items()}
    for place, (position, kind) in enumerate(zip(row.tolist(), plan.kind[row].tolist())):
        for issue in said[kind]:
            share = shares[_SHARE_OF[issue[0]]][place] if issue[0] in _SHARE_OF else None
            rows.append((planned.parcel[position], planned.village[position] or None, *issue, share, mu[place]))
    return list(zip(*rows)) or [()] * len(FIELDS["REVIEW"])


def summary_columns(lines):
    """Columns of SUMMARY."""
    import numpy as np

    area = [line.area for line in lines]
    return [
        *([text or None for text in column] for column in (
            [line.base for line in lines], [_name(line.base) for line in lines], [line.plan for line in lines],
            [_name(line.plan) for line in lines])),
        [line.parcels for line in lines], [line.open for line in lines], area, in_mu(np.array(area)).tolist(),
    ]


def in_words(numbers):
    """The main result in two sentences."""
    return tr(
        "Parcels with another planned code: {changed}, with {mu} mu. Parcels that need a person: {review}, of which a "
        "binding line withholds a change: {withheld}."
    ).format(
        changed=numbers["CHANGED_COUNT"], mu=f"{numbers['CHANGED_MU']:,.1f}", review=numbers["REVIEW_COUNT"],
        withheld=numbers["WITHHELD_COUNT"],
    )


def _numbers(planned, lines):
    from ..algorithms.units import to_mu

    changed = [line for line in lines if line.changed]
    return {
        "CHANGED_COUNT": sum(line.parcels for line in changed),
        "CHANGED_MU": round(to_mu(sum(round(line.area * 100) for line in changed) / 100), 4),
        "REVIEW_COUNT": sum(line.open for line in lines),
        "WITHHELD_COUNT": sum(planned.plan.per_parcel(lambda case, decision: decision.withheld)),
    }


def _warn(feedback, settings, planned):
    if not len(planned.id):
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so the result is empty."))
        return
    if not any(settings.tag_fields.values()):
        feedback.pushWarning(
            tr("INPUT: the layer has no tag fields, so every planned code is that of the base year. Run “Prepare "
               "parcels for tagging”, tag, and run again.")
        )
    ruled = planned.plan.per_parcel(lambda case, decision: decision.by == "rule")
    for name, text in (
        ("REDLINE", tr("REDLINE: no layer, so land inside the ecological redline is treated like any other.")),
        ("BASIC_FARMLAND", tr("BASIC_FARMLAND: no layer, so changes on permanent basic farmland are not withheld.")),
    ):
        if any(ruled) and settings.layers[name] is None:
            feedback.pushWarning(text)
    unknown = sum(planned.plan.per_parcel(lambda case, decision: decision.slope_missing))
    if unknown:
        feedback.pushWarning(
            tr("Tagged parcels whose slope is not known, taken as not steep, where it matters: {count}. Give a DEM or "
               "a slope field.").format(count=unknown)
        )


def _parcels(run, settings, planned):
    source = settings.source
    added = new_fields(FIELDS["OUTPUT"])
    kept = kept_fields(source.fields(), added, run.feedback)
    sink, destination = run.sink(
        "OUTPUT", joined_fields(source.fields(), kept, added), source.wkbType(), source.sourceCrs()
    )
    if sink is not None:
        columns = _columns(settings, planned)
        copy_features(
            source, sink, kept, planned.id, columns, phase(run.feedback, tr("Writing parcels"), 80, 96)
        )
    return destination


def _columns(settings, planned):
    from .plan_codes_words import reasons

    rules = {}

    def rule_of(decision):
        key = decision.by, decision.rule.id if decision.rule is not None else ""
        if key not in rules:
            rules[key] = compact(settings.rule(decision.by, decision.rule))
        return rules[key]

    per_parcel = planned.plan.per_parcel
    return (
        per_parcel(lambda case, decision: decision.base or None),
        per_parcel(lambda case, decision: _name(decision.base) or None),
        per_parcel(lambda case, decision: decision.plan or None),
        per_parcel(lambda case, decision: _name(decision.plan) or None),
        per_parcel(lambda case, decision: decision.changed),
        per_parcel(lambda case, decision: decision.review or None),
        per_parcel(reasons),
        per_parcel(lambda case, decision: rule_of(decision)),
        or_null(planned.area), or_null(in_mu(planned.area)),
    )


def _name(code):
    """The official name, Chinese whatever the language: it goes into what is handed in."""
    from ..algorithms.codes import code_table
    from ..algorithms.systems import USE2023

    return code_table(USE2023).names_zh.get(code, "")


def _looks(settings, words):
    from .plan_codes_style import style_parcels
    from .plan_codes_words import parameters_in_words

    lineage = tuple(
        tr("{label}: {value}").format(label=label, value=value) for label, value in parameters_in_words(settings)
    )

    def style(layer):
        style_parcels(layer, settings)

    looks = {
        "OUTPUT": (tr("Parcels with plan codes"), style, aliases_in(settings.source.fields()), ROLE),
        "REVIEW": (tr("To be decided"), None, {}, "plan_review"),
        "SUMMARY": (tr("Plan codes by base-year code"), None, {}, ""),
    }
    return {
        name: Look(title, words, lineage, {**own, **alias_of([field for field, *_ in FIELDS[name]], ALIASES)}, dress,
                   role)
        for name, (title, dress, own, role) in looks.items()
    }
