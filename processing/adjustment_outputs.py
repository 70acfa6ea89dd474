"""What the adjustment form writes: lines, numbers, and how the table looks."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .adjustment_settings import IN, OUT, parameters_in_words
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .progress import phase
from .styling import Look, alias_of, look_after

FIELDS = {
    "ADJUSTMENT": (
        ("no", WHOLE), ("block", TEXT, 40), ("line", TEXT, 40), ("item", TEXT, 100), ("unit", TEXT, 20),
        ("value", NUMBER), ("text", TEXT, 0), ("parcels", WHOLE), ("share", NUMBER), ("remark", TEXT, 0),
    ),
}
ALIASES = {
    "no": translatable("Number"),
    "block": translatable("Block of the form"),
    "line": translatable("Line of the form"),
    "item": translatable("Item"),
    "unit": translatable("Unit"),
    "value": translatable("Value"),
    "text": translatable("Answer"),
    "parcels": translatable("Number of parcels"),
    "share": translatable("Share of the block's land [%]"),
    "remark": translatable("Remark"),
}
_SMALLEST = 10_000 // 15
"""Hundredths of a square metre (0.01 mu, judgement) above which an overlap is told: neighbours share slivers."""


@dataclass(frozen=True)
class Figures:
    """What table, workbook and report show. lines: of the form; warnings: sentences; numbers: for models."""

    lines: tuple
    warnings: tuple
    numbers: dict


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("OUT_COUNT", tr("Parcels moved out")),
        ("IN_COUNT", tr("Parcels moved in")),
        ("OUT_HA", tr("Land moved out [ha]")),
        ("IN_HA", tr("Land moved in [ha]")),
        ("CHANGE_MU", tr("Basic farmland gained [mu]")),
        ("CONTIGUITY_PERCENT", tr("Contiguity gained [%]")),
        ("GRADE_GAIN", tr("Quality grades gained")),
        ("OUT_OF_ORIGINAL_PERCENT", tr("Moved out of the original basic farmland [%]")),
        ("UNKNOWN_COUNT", tr("Lines that are not known")),
    )


def write_all(run, settings, facts):
    """Write table, workbook and report; returns the results of the run."""
    from .adjustment_report import write_report
    from .adjustment_sheets import sheets
    from .workbook import write_workbook

    progress = phase(run.feedback, tr("Filling in the form"), 89, 92)
    figures = figures_of(settings, facts)
    for sentence in figures.warnings:
        run.feedback.pushWarning(sentence)
    results = {name: value for name, value in figures.numbers.items() if value is not None}
    progress(1.0)
    progress = phase(run.feedback, tr("Writing the table"), 92, 95)
    sink, destination = run.sink(
        "ADJUSTMENT", new_fields(FIELDS["ADJUSTMENT"]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        write_rows(sink, list(zip(*rows_of(figures))), progress=progress)
        results["ADJUSTMENT"] = destination
    files = {
        name: run.algorithm.parameterAsFileOutput(run.parameters, name, run.context) for name in ("WORKBOOK", "REPORT")
    }
    progress = phase(run.feedback, tr("Writing workbook and report"), 95, 100)
    if files["WORKBOOK"]:
        write_workbook(files["WORKBOOK"], sheets(figures))
    progress(0.7)
    if files["REPORT"]:
        write_report(files["REPORT"], settings, figures)
    results.update({name: path for name, path in files.items() if path})
    words = in_words(figures)
    if "ADJUSTMENT" in results:
        look_after(
            run.context, results["ADJUSTMENT"], _look(settings, words),
            tr("Basic farmland adjustment – {layer}").format(layer=settings.source.sourceName()),
        )
    run.feedback.pushInfo(words)
    progress(1.0)
    return results


def figures_of(settings, facts):
    """The Figures of a run."""
    from .adjustment_lines import lines_of

    lines = lines_of(settings, facts)
    value = {(line.block, line.id): line.value for line in lines}
    share = value["out", "share_of_original"]
    contiguity = value["review", "contiguity"]
    return Figures(lines, tuple(_warnings(facts)), {
        "OUT_COUNT": facts.sides[OUT].parcels, "IN_COUNT": facts.sides[IN].parcels,
        "OUT_HA": value["out", "total"], "IN_HA": value["in", "total"], "CHANGE_MU": value["review", "quantity"],
        "CONTIGUITY_PERCENT": None if contiguity is None else round(100 * contiguity, 2),
        "GRADE_GAIN": value["review", "quality"],
        "OUT_OF_ORIGINAL_PERCENT": None if share is None else round(100 * share, 2),
        "UNKNOWN_COUNT": sum(line.value is None for line in lines),
    })


def block_name(block):
    """What a block of the form is called."""
    from ..algorithms.basic_farmland import form

    return in_language(form()["blocks"][block])


def rows_of(figures):
    """Rows of ADJUSTMENT. Shares and percentages are in percent."""
    from .adjustment_lines import PERCENT, UNIT_NAMES
    from .adjustment_lines import TEXT as WORDS

    def number(line):
        return round(100 * line.value, 2) if line.kind == PERCENT else line.value

    return [
        (at, line.block, line.id, line.item.strip(" \u3000"), tr(UNIT_NAMES[line.kind]) or None,
         None if line.kind == WORDS or line.value is None else number(line),
         line.value if line.kind == WORDS else None, line.parcels,
         None if line.share is None else round(100 * line.share, 2), line.remark or None)
        for at, line in enumerate(figures.lines, 1)
    ]


def in_words(figures):
    """The main result in two sentences."""
    numbers = figures.numbers
    words = tr("{out} ha in {out_count} parcels are moved out, {into} ha in {in_count} parcels are moved in: a change "
               "of {change} mu.").format(
        out=f"{numbers['OUT_HA']:,.4f}", out_count=numbers["OUT_COUNT"], into=f"{numbers['IN_HA']:,.4f}",
        in_count=numbers["IN_COUNT"], change=f"{numbers['CHANGE_MU']:+,.2f}",
    )
    if numbers["CONTIGUITY_PERCENT"] is None:
        return words
    return tr("{first} {second}").format(
        first=words,
        second=tr("Contiguity changes by {percent} %.").format(percent=f"{numbers['CONTIGUITY_PERCENT']:+.2f}"),
    )


def notes():
    """What a reader must know of the figures."""
    return (
        tr("Areas are net of field ridges. Hectares are rounded to 0.0001 by largest remainder, so that classes, "
           "slopes and sizes each add up to the total; all other figures follow from the hectares shown."),
        tr("Sizes are those of single parcels, by net area, as the form asks. Upper bounds are inclusive: 5 mu "
           "counts as ≤5 mu, 15° as ≤15°. The mean quality grade is weighted by area."),
    )


def _warnings(facts):
    out, into = facts.sides[OUT], facts.sides[IN]
    if not into.parcels:
        yield tr("IN: the layer has no parcels, so nothing is moved in.")
    if into.total < out.total:
        yield tr("Less land is moved in than out. Permanent basic farmland is binding: it must not shrink.")
    if facts.overlap > _SMALLEST:
        yield tr("OUT and IN overlap by {mu} mu: that land is moved out and in at once.").format(mu=_mu(facts.overlap))
    bad = into.total - sum(into.classes[name] for name in _cropland())
    if bad:
        yield tr("Land moved in that is not cropland: {ha} ha.").format(ha=f"{bad / 10_000:,.4f}")
    if into.slopes[2]:
        yield tr("Land moved in steeper than 25°: {ha} ha.").format(ha=f"{into.slopes[2] / 10_000:,.4f}")
    inside = facts.within.get((IN, "BASIC_FARMLAND"), 0)
    if inside > _SMALLEST:
        yield tr("Land moved in that is basic farmland already: {mu} mu.").format(mu=_mu(inside))
    outside = out.exact - facts.within.get((OUT, "BASIC_FARMLAND"), out.exact)
    if outside > _SMALLEST:
        yield tr("Land moved out that is no basic farmland: {mu} mu.").format(mu=_mu(outside))


def _cropland():
    from ..algorithms.basic_farmland import form

    return form()["cropland"]


def _mu(hundredths):
    return f"{hundredths * 15 / 1_000_000:,.2f}"


def _look(settings, words):
    return Look(
        tr("Basic farmland adjustment"), words,
        tuple(tr("{label}: {value}").format(label=label, value=value)
              for label, value in parameters_in_words(settings)),
        alias_of([name for name, *_ in FIELDS["ADJUSTMENT"]], ALIASES),
    )
