"""What the ledger writes: fields, rows, numbers, and how the tables look."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .progress import phase
from .shared_parameters import AREA_METHOD_LABELS, ATTRIBUTE
from .styling import Look, alias_of, look_after
from .tag_look import name_of
from .tag_targets import counts, progress_towards, target_of, targets

FIELDS = {
    "LEDGER": (
        ("group", TEXT, 0), ("category", TEXT, 50), ("category_name", TEXT, 100), ("subtype", TEXT, 50),
        ("subtype_name", TEXT, 100), ("parcels", WHOLE), ("area_m2", NUMBER), ("area_mu", NUMBER), ("share", NUMBER),
        ("target", TEXT, 100), ("target_mu", NUMBER), ("target_share", NUMBER),
    ),
    "TARGETS": (
        ("item", TEXT, 100), ("codes", TEXT, 100), ("done_mu", NUMBER), ("target_mu", NUMBER),
        ("target_share", NUMBER),
    ),
}
ALIASES = {
    "group": translatable("Group"),
    "category": translatable("Category"),
    "category_name": translatable("Name of the category"),
    "subtype": translatable("Sub-type"),
    "subtype_name": translatable("Name of the sub-type"),
    "parcels": translatable("Number of parcels"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "share": translatable("Share of all land"),
    "target": translatable("Target"),
    "target_mu": translatable("Target [mu]"),
    "target_share": translatable("Share of the target"),
    "item": translatable("Target"),
    "codes": translatable("Codes that count"),
    "done_mu": translatable("Tagged [mu]"),
}


@dataclass(frozen=True)
class Figures:
    """What tables and report show. lines: of the ledger; progress: towards each target; area: m² of all parcels."""

    lines: tuple
    progress: tuple
    targets: tuple
    area: float
    numbers: dict


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("TAGGED_COUNT", tr("Tagged parcels")),
        ("UNTAGGED_COUNT", tr("Parcels not tagged")),
        ("TAGGED_MU", tr("Tagged land [mu]")),
    )


def write_all(run, settings, ledger):
    """Write the tables and the report; returns the results of the run."""
    from .ledger_report import write_report

    figures = figures_of(settings, ledger)
    _warn(figures, run.feedback)
    results = dict(figures.numbers)
    rows = {"LEDGER": ledger_rows(figures, settings.scheme), "TARGETS": target_rows(figures)}
    progress = phase(run.feedback, tr("Writing the tables"), 95, 99)
    for name, columns in rows.items():
        sink, destination = run.sink(
            name, new_fields(FIELDS[name]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is not None:
            write_rows(sink, list(zip(*columns)), progress=progress)
            results[name] = destination
    finished = phase(run.feedback, tr("Writing the report"), 99, 100)
    report = run.algorithm.parameterAsFileOutput(run.parameters, "REPORT", run.context)
    if report:
        write_report(report, settings, figures)
        results["REPORT"] = report
    words = in_words(figures)
    group = tr("5+X ledger – {layer}").format(layer=settings.source.sourceName())
    for name, title in (("LEDGER", tr("Ledger")), ("TARGETS", tr("Progress towards targets"))):
        if name in results:
            look_after(run.context, results[name], _look(title, words, settings, name), group)
    run.feedback.pushInfo(words)
    finished(1.0)
    return results


def figures_of(settings, ledger):
    """Figures from a Ledger by group, category and sub-type."""
    from ..algorithms.units import to_mu
    from .ledger_analysis import lines

    found = tuple(lines(ledger, settings.scheme))
    tagged = [line for line in found if line.category]
    known = targets(settings.scheme)
    count = sum(line.parcels for line in tagged)
    return Figures(
        found, tuple(progress_towards([(line.category, line.subtype, line.area) for line in found],
                                      (*known, *counts(settings.scheme)))), known,
        total(found),
        {
            "TAGGED_COUNT": count, "UNTAGGED_COUNT": sum(line.parcels for line in found) - count,
            "TAGGED_MU": round(to_mu(total(tagged)), 4),
        },
    )


def total(lines):
    """Area of some lines, m², exact to 0.01."""
    return sum(round(line.area * 100) for line in lines) / 100


def category_name(scheme, code):
    """What a category is called, also where there is none, or an unknown one."""
    if not code:
        return tr("Not tagged")
    category = scheme.category(code)
    return name_of(category) if category is not None else tr("unknown code")


def subtype_name(scheme, code):
    """What a sub-type is called, None for none."""
    if not code:
        return None
    return next((name_of(term) for term in scheme.subtypes() if term.code == code), tr("unknown code"))


def ledger_rows(figures, scheme):
    """Rows of LEDGER."""
    from ..algorithms.units import to_mu

    rows = []
    for line in figures.lines:
        target = target_of(figures.targets, line.category, line.subtype)
        mu = to_mu(line.area)
        rows.append((
            line.group or None, line.category or None, category_name(scheme, line.category), line.subtype or None,
            subtype_name(scheme, line.subtype), line.parcels, line.area, round(mu, 4),
            round(line.area / figures.area, 6) if figures.area else None,
            *((target.name, target.mu, round(mu / target.mu, 6)) if target is not None else (None, None, None)),
        ))
    return rows


def target_rows(figures):
    """Rows of TARGETS."""
    return [
        (of.target.name, " ".join(of.target.codes), of.done_mu, of.target.mu,
         None if of.share is None else round(of.share, 6))
        for of in figures.progress
    ]


def in_words(figures):
    """The main result in a sentence."""
    return tr("Tagged parcels: {count}, with {mu} mu. Parcels not tagged: {rest}.").format(
        count=figures.numbers["TAGGED_COUNT"], mu=f"{figures.numbers['TAGGED_MU']:,.1f}",
        rest=figures.numbers["UNTAGGED_COUNT"],
    )


def parameters_in_words(settings):
    """(label, value) of every parameter."""
    none = tr("none")
    method = tr(AREA_METHOD_LABELS[settings.area_method])
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Group field"), settings.group_field or none),
        (tr("Categories"), settings.path or tr("as shipped")),
        (tr("Area method"), f"{method}: {settings.area_field}" if settings.area_method == ATTRIBUTE else method),
    )


def _warn(figures, feedback):
    if not figures.lines:
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so the ledger is empty."))
    elif not figures.numbers["TAGGED_COUNT"]:
        feedback.pushWarning(tr("No parcel is tagged: the ledger shows untagged land only."))


def _look(title, words, settings, name):
    return Look(
        title, words,
        tuple(tr("{label}: {value}").format(label=label, value=value)
              for label, value in parameters_in_words(settings)),
        alias_of([field for field, *_ in FIELDS[name]], ALIASES),
    )
