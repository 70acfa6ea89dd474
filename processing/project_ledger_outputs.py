"""What the ledger of indicators writes: rows, numbers, and how the tables look."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .progress import phase
from .project_ledger_settings import base_in_words, parameters_in_words
from .styling import Look, alias_of, look_after

TOTAL, PROJECT = "total", "project"
FIELDS = {
    "LEDGER": (
        ("level", TEXT, 10), ("project", TEXT, 0), ("no", WHOLE), ("line", TEXT, 40), ("item", TEXT, 100),
        ("unit", TEXT, 10), ("value", NUMBER), ("area_m2", NUMBER), ("parcels", WHOLE), ("remark", TEXT, 0),
    ),
    "TARGETS": (
        ("level", TEXT, 10), ("project", TEXT, 0), ("item", TEXT, 100), ("codes", TEXT, 100), ("tagged_mu", NUMBER),
        ("result_mu", NUMBER), ("target_mu", NUMBER), ("target_share", NUMBER),
    ),
}
ALIASES = {
    "level": translatable("Level"),
    "project": translatable("Project"),
    "no": translatable("Number"),
    "line": translatable("Indicator, short"),
    "item": translatable("Indicator"),
    "unit": translatable("Unit"),
    "value": translatable("Value"),
    "area_m2": translatable("Area [m²]"),
    "parcels": translatable("Number of parcels"),
    "remark": translatable("Remark"),
    "codes": translatable("Codes that count"),
    "tagged_mu": translatable("Tagged [mu]"),
    "result_mu": translatable("Result [mu]"),
    "target_mu": translatable("Target [mu]"),
    "target_share": translatable("Share of the target"),
}
_DERIVED = {
    "cropland_change": translatable("Change of cropland"),
    "served": translatable("Contiguous cropland served"),
    "revitalisation_allowed": translatable("Revitalisation land allowed"),
    "revitalisation_left": translatable("Revitalisation land left"),
    "reserve": translatable("Reserve"),
    "surplus": translatable("Surplus quota"),
    "high_standard_share": translatable("High-standard share of planned cropland"),
}
ORDER = (
    "new_cropland", "lost_cropland", "cropland_change", "planned_cropland", "high_standard", "high_standard_share",
    "reclaimed", "resettlement", "new_building", "reserve", "surplus", "served", "revitalisation_allowed",
    "revitalisation", "revitalisation_left",
)  # fmt: skip
"""Indicators as the ledger lists them."""
SHARES = ("high_standard_share",)


@dataclass(frozen=True)
class Part:
    """The figures of one project, or of all (project None): units of 0.01 mu by indicator, a share of 1 for SHARES,
    None where there is none; areas: hundredths of a square metre, and parcels, likewise by indicator."""

    project: object
    figures: dict
    areas: dict
    parcels: dict
    targets: tuple


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("PARCEL_COUNT", tr("Number of parcels")),
        ("PROJECT_COUNT", tr("Number of projects")),
        ("NEW_CROPLAND_MU", tr("New cropland [mu]")),
        ("RECLAIMED_MU", tr("Construction land reclaimed [mu]")),
        ("RESETTLEMENT_MU", tr("Resettlement [mu]")),
        ("NEW_BUILDING_MU", tr("New building [mu]")),
        ("RESERVE_MU", tr("Reserve [mu]")),
        ("SURPLUS_MU", tr("Surplus quota [mu]")),
        ("REVITALISATION_ALLOWED_MU", tr("Revitalisation land allowed [mu]")),
        ("REVITALISATION_MU", tr("Revitalisation land [mu]")),
        ("HIGH_STANDARD_PERCENT", tr("High-standard share of planned cropland [%]")),
    )


def write_all(run, settings, found):
    """Write tables, workbook and report; returns the results of the run."""
    from .project_ledger_report import write_report
    from .project_ledger_sheets import sheets
    from .workbook import write_workbook

    parts = parts_of(found)
    for sentence in warnings(settings, found, parts):
        run.feedback.pushWarning(sentence)
    run.feedback.pushInfo(base_in_words(settings))
    results = numbers_of(found, parts)
    rows = {"LEDGER": ledger_rows(settings, parts), "TARGETS": target_rows(parts)}
    for at, (name, lines) in enumerate(rows.items()):
        progress = phase(run.feedback, tr("Writing the tables"), 88 + 3 * at, 91 + 3 * at)
        sink, destination = run.sink(
            name, new_fields(FIELDS[name]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is not None:
            write_rows(sink, list(zip(*lines)) if found.parcels else [], progress=progress)
            results[name] = destination
        progress(1.0)
    files = {
        name: run.algorithm.parameterAsFileOutput(run.parameters, name, run.context) for name in ("WORKBOOK", "REPORT")
    }
    progress = phase(run.feedback, tr("Writing workbook and report"), 94, 100)
    if files["WORKBOOK"]:
        write_workbook(files["WORKBOOK"], sheets(settings, parts))
    progress(0.7)
    if files["REPORT"]:
        write_report(files["REPORT"], settings, found, parts)
    results.update({name: path for name, path in files.items() if path})
    words = in_words(parts)
    group = tr("Ledger of indicators – {layer}").format(layer=settings.source.sourceName())
    for name, title in (("LEDGER", tr("Ledger of indicators")), ("TARGETS", tr("Progress towards targets"))):
        if name in results:
            look_after(run.context, results[name], _look(title, words, settings, name), group)
    run.feedback.pushInfo(words)
    progress(1.0)
    return results


def parts_of(found):
    """A Part for all projects, then one for each, land without a project among them."""
    everywhere = list(range(len(found.projects)))
    each = [_part(found, name, [at]) for at, name in enumerate(found.projects)] if any(found.projects) else []
    return (_part(found, None, everywhere), *each)


def _part(found, project, at):
    figures = {name: int(quantity.units[at].sum()) for name, quantity in found.quantities.items()}
    figures["cropland_change"] = figures["new_cropland"] - figures["lost_cropland"]
    for name, column in (("served", found.served), ("revitalisation_allowed", found.allowed),
                         ("reserve", found.reserve), ("surplus", found.surplus)):  # fmt: skip
        figures[name] = int(column[at].sum())
    figures["revitalisation_left"] = figures["revitalisation_allowed"] - figures["revitalisation"]
    cropland = figures["planned_cropland"]
    figures["high_standard_share"] = figures["high_standard"] / cropland if cropland else None
    return Part(
        project, figures,
        {name: int(quantity.exact[at].sum()) for name, quantity in found.quantities.items()},
        {name: int(quantity.parcels[at].sum()) for name, quantity in found.quantities.items()},
        tuple((of.target, int(of.tagged[at].sum()), int(of.result[at].sum())) for of in found.targets),
    )


def label(line):
    """What an indicator is called."""
    from ..algorithms.project_ledger import rules

    if line in _DERIVED:
        return tr(_DERIVED[line])
    return in_language(next(quantity for quantity in rules()["quantities"] if quantity["id"] == line))


def project_name(part):
    """What a part is called."""
    return tr("All projects") if part.project is None else part.project or tr("without a project")


def ledger_rows(settings, parts):
    """Rows of LEDGER. Values are mu, or percent."""
    rows = []
    for part in parts:
        for no, line in enumerate(ORDER, 1):
            figure, share = part.figures[line], line in SHARES
            value = None if figure is None else round(100 * figure, 2) if share else figure / 100
            area = part.areas.get(line)
            rows.append((
                TOTAL if part.project is None else PROJECT, part.project, no, line, label(line),
                "%" if share else tr("mu"), value, None if area is None else area / 100, part.parcels.get(line),
                _remark(line, figure, settings) or None,
            ))
    return rows


def target_rows(parts):
    """Rows of TARGETS."""
    return [
        (TOTAL if part.project is None else PROJECT, part.project, target.name, " ".join(target.codes), tagged / 100,
         result / 100, target.mu, round(result / 100 / target.mu, 6) if target.mu else None)
        for part in parts for target, tagged, result in part.targets
    ]


def numbers_of(found, parts):
    """Numbers for models."""
    figures = parts[0].figures
    share = figures["high_standard_share"]
    numbers = {
        "PARCEL_COUNT": found.parcels, "PROJECT_COUNT": sum(name != "" for name in found.projects),
        **{f"{line.upper()}_MU": figures[line] / 100 for line in (
            "new_cropland", "reclaimed", "resettlement", "new_building", "reserve", "surplus",
            "revitalisation_allowed", "revitalisation")},
    }  # fmt: skip
    return numbers if share is None else {**numbers, "HIGH_STANDARD_PERCENT": round(100 * share, 2)}


def in_words(parts):
    """The main result in two sentences."""
    figures = {name: f"{figure / 100:,.2f}" for name, figure in parts[0].figures.items() if figure is not None}
    return tr(
        "New cropland: {new} mu. Of {reclaimed} mu reclaimed construction land, {resettlement} mu go to resettlement, "
        "{building} mu to new building and {reserve} mu to the reserve: a surplus of {surplus} mu."
    ).format(new=figures["new_cropland"], reclaimed=figures["reclaimed"], resettlement=figures["resettlement"],
             building=figures["new_building"], reserve=figures["reserve"], surplus=figures["surplus"])  # fmt: skip


def warnings(settings, found, parts):
    """What must be looked at."""
    if not found.parcels:
        yield tr("INPUT: the layer has no parcels, so the ledger is empty.")
        return
    if not found.tagged:
        yield tr("INPUT: no parcel carries a tag, so nothing counts by tag.")
    if not any(found.projects):
        yield tr("No parcel is in a project: the ledger shows the total only. Fill in zz_proj, or choose "
                 "PROJECT_FIELD.")
    if settings.reserve_percent > 20:
        yield tr("RESERVE_PERCENT: the policy allows a reserve of at most 20 %.")
    for part in parts:
        if part.figures["surplus"] < 0:
            yield tr("{project}: the surplus quota is negative, {mu} mu.").format(
                project=project_name(part), mu=f"{part.figures['surplus'] / 100:,.2f}")
        if part.figures["revitalisation_left"] < 0:
            yield tr("{project}: more revitalisation land than allowed, by {mu} mu.").format(
                project=project_name(part), mu=f"{-part.figures['revitalisation_left'] / 100:,.2f}")


def notes(settings):
    """What a reader must know of the figures."""
    return (
        base_in_words(settings),
        tr("Surplus quota = reclaimed construction land − resettlement − new building − reserve. It may be negative."),
        tr("Areas are taken to 0.01 m² parcel by parcel and rounded to 0.01 mu by largest remainder, so that projects "
           "add up to the total. Cropland that stays is net of field ridges; of new cropland no ridges are known yet."),
        tr("Which land counts for which indicator and target is a judgement; the policy states no codes. What is "
           "planned is not yet done: the stage tells how far the work is."),
    )


def _remark(line, figure, settings):
    if line == "served":
        return base_in_words(settings)
    if line in ("surplus", "revitalisation_left") and figure < 0:
        return tr("Negative.")
    if line == "reserve":
        return tr("{percent} % of the reclaimed construction land.").format(percent=f"{settings.reserve_percent:g}")
    if line == "revitalisation_allowed":
        return tr("{percent} % of the contiguous cropland served.").format(
            percent=f"{settings.revitalisation_percent:g}")
    return ""


def _look(title, words, settings, name):
    return Look(
        title, words,
        (*(tr("{label}: {value}").format(label=text, value=value) for text, value in parameters_in_words(settings)),
         base_in_words(settings)),
        alias_of([field for field, *_ in FIELDS[name]], ALIASES),
    )
