"""What the structure adjustment table writes: rows, numbers, and how the table looks."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .i18n import in_language, is_chinese, tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .plan_table_settings import parameters_in_words
from .progress import phase
from .styling import Look, alias_of, look_after
from .wording import first_few

TOTAL, VILLAGE = "total", "village"
FIELDS = {
    "STRUCTURE": (
        ("level", TEXT, 10), ("village", TEXT, 0), ("village_name", TEXT, 0), ("row", WHOLE), ("label", TEXT, 0),
        ("path", TEXT, 0), ("codes", TEXT, 100), ("kind", TEXT, 10), ("base_m2", NUMBER), ("base_ha", NUMBER),
        ("base_percent", NUMBER), ("plan_m2", NUMBER), ("plan_ha", NUMBER), ("plan_percent", NUMBER),
        ("change_ha", NUMBER), ("remark", TEXT, 0),
    ),
}
ALIASES = {
    "level": translatable("Level"),
    "village": translatable("Village"),
    "village_name": translatable("Name of the village"),
    "row": translatable("Row of the form"),
    "label": translatable("Land use"),
    "path": translatable("Block and land use"),
    "codes": translatable("Codes"),
    "kind": translatable("Kind of row"),
    "base_m2": translatable("Base year, exact [m²]"),
    "base_ha": translatable("Base year [ha]"),
    "base_percent": translatable("Base year [%]"),
    "plan_m2": translatable("Plan, exact [m²]"),
    "plan_ha": translatable("Plan [ha]"),
    "plan_percent": translatable("Plan [%]"),
    "change_ha": translatable("Change [ha]"),
    "remark": translatable("Remark"),
}


@dataclass(frozen=True)
class LineText:
    """How a line of the table reads."""

    label: str
    path: str
    codes: str
    remark: str


@dataclass(frozen=True)
class Part:
    """The figures of one village, or of all (village None): Columns of base year and plan, shares of both."""

    village: object
    base: object
    plan: object
    base_share: object
    plan_share: object


@dataclass(frozen=True)
class Figures:
    """What table, workbook and report show.

    parts: all villages first, then each where there are several; doubtful:
    hundredths of a square metre by code that the form's system has two of.
    """

    form: object
    lines: tuple
    texts: tuple
    parts: tuple
    doubtful: dict
    ridges: int
    numbers: dict


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("PARCEL_COUNT", tr("Number of parcels")),
        ("TOTAL_HA", tr("All land [ha]")),
        ("CHANGED_HA", tr("Land whose code changes [ha]")),
        ("BASE_NOT_IN_FORM_HA", tr("Base year: land that no row of the form takes [ha]")),
        ("PLAN_NOT_IN_FORM_HA", tr("Plan: land that no row of the form takes [ha]")),
    )


def write_all(run, settings, parcels):
    """Write table, workbook and report; returns the results of the run."""
    from .structure_report import write_report
    from .structure_sheets import sheets
    from .workbook import write_workbook

    progress = phase(run.feedback, tr("Adding up"), 80, 85)
    figures = figures_of(settings.form, parcels)
    progress(1.0)
    _tell(figures, parcels, run.feedback)
    results = dict(figures.numbers)
    progress = phase(run.feedback, tr("Writing the table"), 85, 92)
    sink, destination = run.sink(
        "STRUCTURE", new_fields(FIELDS["STRUCTURE"]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        rows = structure_rows(figures) if len(parcels.area) else []
        write_rows(sink, list(zip(*rows)), progress=progress)
        results["STRUCTURE"] = destination
    files = {
        name: run.algorithm.parameterAsFileOutput(run.parameters, name, run.context) for name in ("WORKBOOK", "REPORT")
    }
    progress = phase(run.feedback, tr("Writing workbook and report"), 92, 100)
    if files["WORKBOOK"]:
        write_workbook(files["WORKBOOK"], sheets(figures))
    progress(0.7)
    if files["REPORT"]:
        write_report(files["REPORT"], settings, figures)
    results.update({name: path for name, path in files.items() if path})
    words = in_words(figures)
    if "STRUCTURE" in results:
        look_after(
            run.context, results["STRUCTURE"], _look(settings, words),
            tr("Structure adjustment table – {layer}").format(layer=settings.parcels.source.sourceName()),
        )
    run.feedback.pushInfo(words)
    progress(1.0)
    return results


def figures_of(form, parcels):
    """The Figures of Parcels in a form."""
    from ..algorithms.structure_table import EXTRA, in_system_of_form, shares, table_of
    from .plan_table_parcels import amounts

    base, plan = amounts(parcels)
    (base, doubtful), (plan, more) = (in_system_of_form(of, form, parcels.system) for of in (base, plan))
    table = table_of(form, len(parcels.villages), base, plan)
    chosen = [(None, table.base.total(), table.plan.total())]
    if len(parcels.villages) > 1:
        chosen += [
            (village, table.base.village(at), table.plan.village(at)) for at, village in enumerate(parcels.villages)
        ]
    parts = tuple(Part(*part, *(shares(table.lines, column.ha) for column in part[1:])) for part in chosen)
    extra = [at for at, line in enumerate(table.lines) if line.kind == EXTRA]
    return Figures(
        form, table.lines, tuple(text_of(line, form) for line in table.lines), parts,
        {code: max(doubtful.get(code, 0), more.get(code, 0)) for code in sorted({*doubtful, *more})},
        int(parcels.ridges.sum()),
        {
            "PARCEL_COUNT": len(parcels.area),
            "TOTAL_HA": in_hectares(int(parcels.area.sum())),
            "CHANGED_HA": in_hectares(int(parcels.area[parcels.base != parcels.plan].sum())),
            "BASE_NOT_IN_FORM_HA": in_hectares(int(parts[0].base.exact[extra].sum())),
            "PLAN_NOT_IN_FORM_HA": in_hectares(int(parts[0].plan.exact[extra].sum())),
        },
    )


def in_hectares(hundredths):
    """Hundredths of a square metre in ha, to 0.01."""
    from ..algorithms.rounding import half_up
    from ..algorithms.structure_table import UNIT

    return half_up(hundredths, UNIT) / 100


def text_of(line, form):
    """How a line reads: rows as the form prints them, the others by code, name and what is to be done."""
    from ..algorithms.codes import code_table
    from ..algorithms.structure_table import EXTRA, NO_CODE, UNKNOWN, needs_finer

    if line.kind != EXTRA:
        return LineText(line.label, line.path, ",".join(line.codes), "")
    code = line.codes[0]
    if code == NO_CODE:
        label, remark = tr("Land without a code"), tr("Give these parcels a code.")
    elif code == UNKNOWN:
        label, remark = tr("Codes that the code system lacks"), tr("Correct the codes; the log lists them.")
    else:
        name = code_table(form.system).name(code, is_chinese())
        label = tr("{code} {name} (not in the form)").format(code=code, name=name)
        remark = (
            tr("The form asks for a finer code: review these parcels.") if needs_finer(code, form)
            else tr("The form has no row for this use.")
        )
    block = line.path.rpartition("/")[0]
    return LineText(label, f"{block}/{label}" if block else label, code if code != UNKNOWN else "", remark)


def structure_rows(figures):
    """Rows of STRUCTURE."""
    rows = []
    for part in figures.parts:
        village = part.village
        place = (TOTAL, None, tr("All villages")) if village is None else (VILLAGE, village.key, _name(village))
        rows += [
            (*place, line.number or None, text.label, text.path, text.codes or None, line.kind,
             part.base.exact[at].item() / 100, part.base.ha[at].item() / 100, part.base_share[at].item() / 100,
             part.plan.exact[at].item() / 100, part.plan.ha[at].item() / 100, part.plan_share[at].item() / 100,
             (part.plan.ha[at] - part.base.ha[at]).item() / 100, text.remark or None)
            for at, (line, text) in enumerate(zip(figures.lines, figures.texts))
        ]
    return rows


def part_name(part):
    """What a part is called."""
    from .plan_table_parcels import village_label

    return tr("All villages") if part.village is None else village_label(part.village)


def in_words(figures):
    """The main result in two sentences."""
    return tr(
        "{total} ha in all, of which {changed} ha change their code. No row of the form takes {base} ha in the base "
        "year and {plan} ha in the plan; they stand in rows of their own."
    ).format(**{name: f"{figures.numbers[key]:,.2f}" for name, key in (
        ("total", "TOTAL_HA"), ("changed", "CHANGED_HA"), ("base", "BASE_NOT_IN_FORM_HA"),
        ("plan", "PLAN_NOT_IN_FORM_HA"))})  # fmt: skip


def notes(figures):
    """What a reader must know of the figures."""
    found = [
        tr("Hectares are rounded to 0.01 by largest remainder: the grand total first, then the villages, then the rows "
           "of each village; a row that does not change gets the same figure before and after. Subtotals and the "
           "total of all villages are sums of rounded figures. Shares are rounded to 0.01 % from the hectares shown, "
           "likewise by largest remainder."),
    ]
    if figures.numbers["BASE_NOT_IN_FORM_HA"] or figures.numbers["PLAN_NOT_IN_FORM_HA"]:
        found.append(tr("Rows marked “not in the form” hold land whose code no row takes. They count in the block "
                        "where they stand."))
    if figures.ridges:
        found.append(tr("Field ridges ({ha} ha in the base year) are counted as field ridges, not as cropland.").format(
            ha=f"{in_hectares(figures.ridges):,.2f}"))
    if figures.doubtful:
        found.append(doubt(figures))
    return found


def doubt(figures):
    """A sentence on codes that were converted although they could mean two things."""
    return tr(
        "Codes that the trial version has two of, taken as the one the form has a row for: {codes}."
    ).format(codes=first_few([f"{code} ({in_hectares(area):,.2f} ha)" for code, area in figures.doubtful.items()]))


def _name(village):
    return village.name or (None if village.key else tr("without a village"))


def _tell(figures, parcels, feedback):
    from ..algorithms.structure_table import EXTRA

    if not len(parcels.area):
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so the table is empty."))
    extra = [text.label for line, text in zip(figures.lines, figures.texts) if line.kind == EXTRA]
    if extra:
        feedback.pushWarning(tr("No row of the form takes: {codes}.").format(codes=first_few(extra)))
    if figures.doubtful:
        feedback.pushWarning(doubt(figures))


def _look(settings, words):
    lineage = ((tr("Form"), in_language(settings.form.name)), *parameters_in_words(settings.parcels))
    return Look(
        tr("Structure adjustment table"), words,
        tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in lineage),
        alias_of([name for name, *_ in FIELDS["STRUCTURE"]], ALIASES),
    )
