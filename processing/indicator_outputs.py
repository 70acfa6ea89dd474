"""What the indicators of a village plan write: values, rows, numbers, and how the table looks."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms import village_indicators as known
from ..algorithms.errors import translatable
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, WHOLE, new_fields, write_rows
from .plan_table_settings import parameters_in_words as parcels_in_words
from .progress import phase
from .structure_outputs import TOTAL, VILLAGE
from .styling import Look, alias_of, look_after

FIELDS = {
    "INDICATORS": (
        ("level", TEXT, 10), ("village", TEXT, 0), ("village_name", TEXT, 0), ("no", WHOLE), ("group", TEXT, 100),
        ("indicator", TEXT, 100), ("binding", TEXT, 20), ("unit", TEXT, 40), ("base", NUMBER), ("plan", NUMBER),
        ("change", NUMBER), ("remark", TEXT, 0),
    ),
}
ALIASES = {
    "level": translatable("Level"),
    "village": translatable("Village"),
    "village_name": translatable("Name of the village"),
    "no": translatable("Number"),
    "group": translatable("Kind of indicator"),
    "indicator": translatable("Indicator"),
    "binding": translatable("Binding or expected"),
    "unit": translatable("Unit"),
    "base": translatable("Base year"),
    "plan": translatable("Plan"),
    "change": translatable("Change"),
    "remark": translatable("Remark"),
}
_MISSING = {
    known.PER_PERSON: translatable("Not known: how many people there are was not given, or not for every village."),
    known.REDLINE: translatable("Not known: no redline was given."),
    known.BASIC_FARMLAND: translatable("Not known: no permanent basic farmland was given."),
    known.COASTLINE: translatable("Not known: no share of natural coastline was given."),
    known.HERITAGE: translatable("Not known: no heritage sites were given."),
}


@dataclass(frozen=True)
class Value:
    """An indicator's values, None for not known. people: who share the land of PER_PERSON, (base, plan)."""

    indicator: known.Indicator
    base: object
    plan: object
    remark: str
    people: tuple = (None, None)


@dataclass(frozen=True)
class Part:
    """The values of one village, or of all (village None)."""

    village: object
    values: tuple


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("PARCEL_COUNT", tr("Number of parcels")),
        ("CONSTRUCTION_HA", tr("Planned construction land [ha]")),
        ("CROPLAND_HA", tr("Planned cropland [ha]")),
        ("UNKNOWN_COUNT", tr("Indicators that are not known, in all villages")),
    )


def write_all(run, settings, parcels, facts):
    """Write table, workbook and report; returns the results of the run."""
    from .indicator_report import write_report
    from .indicator_sheets import sheets
    from .workbook import write_workbook

    progress = phase(run.feedback, tr("Adding up"), 85, 88)
    parts = parts_of(settings, parcels, facts)
    progress(1.0)
    if not len(parcels.area):
        run.feedback.pushWarning(tr("INPUT: the layer has no parcels, so the table is empty."))
    results = {"PARCEL_COUNT": len(parcels.area), **numbers_of(parts)}
    progress = phase(run.feedback, tr("Writing the table"), 88, 94)
    sink, destination = run.sink(
        "INDICATORS", new_fields(FIELDS["INDICATORS"]), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        rows = indicator_rows(parts) if len(parcels.area) else []
        write_rows(sink, list(zip(*rows)), progress=progress)
        results["INDICATORS"] = destination
    files = {
        name: run.algorithm.parameterAsFileOutput(run.parameters, name, run.context) for name in ("WORKBOOK", "REPORT")
    }
    progress = phase(run.feedback, tr("Writing workbook and report"), 94, 100)
    if files["WORKBOOK"]:
        write_workbook(files["WORKBOOK"], sheets(parts))
    progress(0.7)
    if files["REPORT"]:
        write_report(files["REPORT"], settings, parts)
    results.update({name: path for name, path in files.items() if path})
    words = in_words(parts)
    if "INDICATORS" in results:
        look_after(
            run.context, results["INDICATORS"], _look(settings, words),
            tr("Indicators of the village plan – {layer}").format(layer=settings.parcels.source.sourceName()),
        )
    run.feedback.pushInfo(words)
    progress(1.0)
    return results


def parts_of(settings, parcels, facts):
    """A Part for all villages, then one for each where there are several."""
    from ..algorithms.structure_table import in_system_of_form, table_of
    from .plan_table_parcels import amounts

    form = known.form_of_indicators()
    base, plan = (in_system_of_form(of, form, parcels.system)[0] for of in amounts(parcels))
    table = table_of(form, len(parcels.villages), base, plan)
    land = {}
    for indicator in known.indicators():
        if indicator.kind == known.LAND:
            at = known.lines_of(indicator, table.lines)
            land[indicator.no] = [column.ha[:, at].sum(axis=1) for column in (table.base, table.plan)]
    several = len(parcels.villages) > 1
    each = [
        Part(village, _values(settings.numbers if not several else {}, land, facts, [at], parcels.villages))
        for at, village in enumerate(parcels.villages)
    ]
    everywhere = list(range(len(parcels.villages)))
    total = Part(None, _values(settings.numbers, land, facts, everywhere, parcels.villages))
    return (total, *(each if several else ()))


def _values(numbers, land, facts, at, villages):
    """Values of the villages at some positions. numbers: given for just these."""
    people = tuple(
        _people(numbers.get(name), counted, at, villages)
        for name, counted in (("POPULATION", facts.people), ("PLANNED_POPULATION", facts.planned_people))
    )
    pairs = {
        known.REDLINE: (_hectares(facts.redline, at), None),
        known.BASIC_FARMLAND: (_hectares(facts.farmland, at), _hectares(facts.planned_farmland, at)),
        known.COASTLINE: (numbers.get("COASTLINE"), numbers.get("PLANNED_COASTLINE")),
        known.HERITAGE: (
            _sites(numbers.get("HERITAGE_COUNT"), facts.heritage, at), numbers.get("PLANNED_HERITAGE_COUNT")),
    }
    values = []
    for indicator in known.indicators():
        if indicator.kind == known.LAND:
            values.append(Value(indicator, *(_hectares(column, at) for column in land[indicator.no]), ""))
        elif indicator.kind == known.PER_PERSON:
            shared = [column[at].sum().item() for column in land[indicator.of]]
            base, plan = (known.per_person(*pair) for pair in zip(shared, people))
            values.append(Value(indicator, base, plan, _missing(indicator, base, plan), people))
        else:
            values.append(_kept(indicator, *pairs[indicator.kind]))
    return tuple(values)


def _kept(indicator, base, plan):
    """A Value of what the plan keeps where nothing else is said; coastline is not among it."""
    if plan is None and base is not None and indicator.kind != known.COASTLINE:
        return Value(indicator, base, base, tr("The plan keeps what is there."))
    return Value(indicator, base, plan, _missing(indicator, base, plan))


def _missing(indicator, base, plan):
    if base is None and plan is None:
        return tr(_MISSING[indicator.kind])
    if base is None:
        return tr("Not known for the base year.")
    return tr("Not known for the plan.") if plan is None else ""


def _hectares(column, at):
    return None if column is None else column[at].sum().item() / 100


def _sites(given, counted, at):
    if given is not None:
        return given
    return None if counted is None else float(counted[at].sum())


def _people(given, counted, at, villages):
    """People of some villages, None where those of one are not known; land without a village has none."""
    if given is not None:
        return given
    named = [position for position in at if villages[position].key]
    if counted is None or not named:
        return None
    people = counted[named].sum().item()
    return people if people == people else None


def numbers_of(parts):
    """Numbers for models."""
    values = {value.indicator.no: value for value in parts[0].values}
    return {
        "CONSTRUCTION_HA": values[1].plan, "CROPLAND_HA": values[9].plan,
        "UNKNOWN_COUNT": sum(value.base is None or value.plan is None for value in values.values()),
    }


def change_of(value):
    """Plan less base, None where one is not known."""
    return None if value.base is None or value.plan is None else round(value.plan - value.base, 2)


def indicator_rows(parts):
    """Rows of INDICATORS."""
    rows = []
    for part in parts:
        village = part.village
        if village is None:
            place = (TOTAL, None, tr("All villages"))
        else:
            place = (VILLAGE, village.key, village.name or (None if village.key else tr("without a village")))
        rows += [
            (*place, value.indicator.no, *(in_language(text) for text in (
                value.indicator.group, value.indicator.name, value.indicator.binding, value.indicator.unit)),
             value.base, value.plan, change_of(value), value.remark or None)
            for value in part.values
        ]  # fmt: skip
    return rows


def in_words(parts):
    """The main result in two sentences."""
    numbers = numbers_of(parts)
    return tr("Planned construction land: {land} ha; planned cropland: {cropland} ha. Not known: {count} of {all} "
              "indicators.").format(
        land=f"{numbers['CONSTRUCTION_HA']:,.2f}", cropland=f"{numbers['CROPLAND_HA']:,.2f}",
        count=numbers["UNKNOWN_COUNT"], all=len(parts[0].values),
    )


def notes():
    """What a reader must know of the values."""
    return (
        tr("Hectares of land agree with the structure adjustment table in the Zhejiang form. Village construction land "
           "leaves out what that form counts as urban; public utilities leave out hydraulic works."),
        tr("What is empty is not known. Cropland and permanent basic farmland are net of field ridges."),
    )


def parameters_in_words(settings):
    """(label, value) of every parameter."""
    none = tr("none")
    layers = {"REDLINE": tr("Ecological redline"), "BASIC_FARMLAND": tr("Permanent basic farmland"),
              "PLANNED_BASIC_FARMLAND": tr("Planned permanent basic farmland"),
              "HERITAGE": tr("Natural and cultural heritage")}  # fmt: skip
    numbers = {"POPULATION": tr("People in all villages"), "PLANNED_POPULATION": tr("Planned people in all villages"),
               "HERITAGE_COUNT": tr("Number of heritage sites"),
               "PLANNED_HERITAGE_COUNT": tr("Planned number of heritage sites"),
               "COASTLINE": tr("Natural coastline [%]"),
               "PLANNED_COASTLINE": tr("Planned natural coastline [%]")}  # fmt: skip
    facts = settings.facts
    return (
        *parcels_in_words(settings.parcels),
        *((label, settings.layers[name].sourceName() if settings.layers[name] is not None else none)
          for name, label in layers.items()),
        (tr("Table of villages"), none if facts is None else facts.sourceName()),
        (tr("Village in the table"), settings.facts_village or none),
        (tr("People in the table"), settings.population or none),
        (tr("Planned people in the table"), settings.planned_population or none),
        *((label, none if settings.numbers[name] is None else f"{settings.numbers[name]:g}")
          for name, label in numbers.items()),
    )


def _look(settings, words):
    return Look(
        tr("Indicators of the village plan"), words,
        tuple(tr("{label}: {value}").format(label=label, value=value)
              for label, value in parameters_in_words(settings)),
        alias_of([name for name, *_ in FIELDS["INDICATORS"]], ALIASES),
    )
