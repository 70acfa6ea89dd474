"""What special places writes: fields, rows, contests, numbers, and how the layers look."""

from dataclasses import dataclass

from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import SPECIAL_PLACES
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
_PLACE_FIELDS = (
    ("status", TEXT, 10), ("also", TEXT, 20), ("historic", _TRUTH), ("site", TEXT, 0), ("elev_m", NUMBER),
    ("households", NUMBER), ("vacancy", NUMBER), ("tourism_m", NUMBER), ("scenic_m", NUMBER), ("contested", _TRUTH),
    ("disposition", TEXT, 10), *JUDGED,
)
_SITE_FIELDS = (("settlement", TEXT, 100), *JUDGED)
_CONTEST_FIELDS = (
    ("settlement", TEXT, 100), ("kind", TEXT, 20), ("share", NUMBER), ("subtype", TEXT, 5), ("reasons", TEXT, 0),
    ("other_category", TEXT, 5), ("other_subtype", TEXT, 5), ("other_disposition", TEXT, 10),
    ("other_status", TEXT, 10), ("other_reasons", TEXT, 0),
)
_SUMMARY_FIELDS = (
    ("subtype", TEXT, 5), ("status", TEXT, 10), ("settlements", WHOLE), ("households", NUMBER),
    ("households_unknown", WHOLE), ("contested", WHOLE), ("area_mu", NUMBER),
)
FIELDS = {"PLACES": _PLACE_FIELDS, "SITES": _SITE_FIELDS, "CONTESTS": _CONTEST_FIELDS, "SUMMARY": _SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "status": translatable("Result"),
    "also": translatable("Sub-types besides"),
    "historic": translatable("Historic"),
    "site": translatable("Protected site"),
    "elev_m": translatable("Mean elevation [m]"),
    "households": translatable("Households"),
    "vacancy": translatable("Vacancy"),
    "tourism_m": translatable("Distance to tourism [m]"),
    "scenic_m": translatable("Distance to scenery [m]"),
    "contested": translatable("Contested"),
    "disposition": translatable("Disposition"),
    "settlement": translatable("Settlement"),
    "kind": translatable("Kind of contest"),
    "share": translatable("Share of the settlement"),
    "other_category": translatable("Category there"),
    "other_subtype": translatable("Sub-type there"),
    "other_disposition": translatable("Disposition there"),
    "other_status": translatable("Status there"),
    "other_reasons": translatable("Reasons there"),
    "settlements": translatable("Settlements"),
    "households_unknown": translatable("Settlements with households unknown"),
}


@dataclass(frozen=True)
class Contest:
    """One place that two tools see differently: row of the settlement, kind as in algorithms.special, share of its
    ground, and what the other says, '' where it says nothing."""

    settlement: int
    kind: str
    share: float
    other: dict


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("SPECIAL_COUNT", tr("Special places")),
        ("SPECIAL_MU", tr("Special places [mu]")),
        ("OPEN_COUNT", tr("High places left to a person")),
        ("CONTEST_COUNT", tr("Contests with village relocation")),
    )


def write_all(run, settings, known, verdict):
    """Write every output asked for; returns the results of the run."""
    from .special_reasons import reasons
    from .special_report import write_report

    found = contests(known, verdict)
    if not known.name:
        run.feedback.pushWarning(tr("INPUT: there are no settlements, so the results are empty."))
    elif not (verdict.subtype != "").any():
        run.feedback.pushWarning(tr("No special place was found among what is known."))
    if found:
        run.feedback.pushWarning(
            tr("Places that village relocation sees differently: {count}. They are listed in CONTESTS, and a person "
               "settles them.").format(count=len(found)))
    told = phase(run.feedback, tr("Giving reasons"), 83, 84)
    texts, rule = reasons(known, verdict, settings, found, told), compact(settings.rule())
    numbers, summary = _numbers(known, verdict, found), summarise(known, verdict, found)
    results = {
        **numbers,
        "PLACES": copy_output(
            run, "PLACES", settings.source, _PLACE_FIELDS, known.features.id,
            _columns(known, verdict, found, texts, rule), phase(run.feedback, tr("Writing places"), 84, 94)),
        "SITES": _sites(run, settings, known, rule),
        "CONTESTS": table_output(run, "CONTESTS", _CONTEST_FIELDS, _contest_columns(known, verdict, found, texts)),
        "SUMMARY": table_output(run, "SUMMARY", _SUMMARY_FIELDS, (
            [code or None for code in summary["subtype"]], *(summary[name].tolist() for name in (
                "status", "settlements", "households", "households_unknown", "contested")),
            summary["area_mu"].round(4).tolist())),
    }
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, known, verdict, summary, texts, found, numbers))
    words = in_words(numbers, known)
    group = tr("Special places – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, words), group, words)


def contests(known, verdict):
    """The contests with village relocation, by settlement."""
    from ..algorithms.special import contest

    if known.others is None:
        return []
    pairs, shares, columns = known.others
    found = []
    for (settlement, other), share in sorted(zip(pairs.tolist(), shares.tolist())):
        said = {name: str(values[other] or "") for name, values in columns.items()}
        kind = contest(verdict.subtype[settlement], said["category"], said["subtype"], said["disposition"])
        if kind:
            found.append(Contest(settlement, kind, share, said))
    return found


def summarise(known, verdict, found):
    """Settlements by sub-type and status: a DataFrame with the columns of SUMMARY, '' for no sub-type."""
    import numpy as np
    import pandas as pd

    contested = _contested(known, found)
    households = known.facts.households
    frame = pd.DataFrame({
        "subtype": verdict.subtype, "status": verdict.status, "settlements": 1,
        "households": np.nan_to_num(households), "households_unknown": np.isnan(households).astype(int),
        "contested": contested.astype(int), "area_mu": in_mu(known.facts.area),
    })
    columns = ["settlements", "households", "households_unknown", "contested", "area_mu"]
    return frame.groupby(["subtype", "status"], sort=True)[columns].sum().reset_index()


def in_words(numbers, known):
    """The main result in three sentences."""
    first = tr("Special places: {count} settlements with {mu} mu. High places of which nobody knows whether they are "
               "alive: {open}.").format(
        count=numbers["SPECIAL_COUNT"], mu=f"{numbers['SPECIAL_MU']:,.1f}", open=numbers["OPEN_COUNT"])
    second = tr("Contests with village relocation: {count}.").format(count=numbers["CONTEST_COUNT"])
    if known.others is None:
        second = tr("Village relocation was not compared.")
    return tr("{first} {second}").format(first=first, second=second)


def called(known, row):
    """What a settlement is called: its name, else its place in the layer."""
    return str(known.name[row] or tr("No. {number}").format(number=row + 1))


def _contested(known, found):
    import numpy as np

    contested = np.zeros(len(known.name), dtype=bool)
    contested[[row.settlement for row in found]] = True
    return contested


def _numbers(known, verdict, found):
    from ..algorithms.special import OPEN
    from ..algorithms.units import to_mu

    special = verdict.subtype != ""
    return {
        "SPECIAL_COUNT": int(special.sum()),
        "SPECIAL_MU": round(to_mu(float(known.facts.area[special].sum())), 4),
        "OPEN_COUNT": int((verdict.status == OPEN).sum()),
        "CONTEST_COUNT": len(found),
    }


def _columns(known, verdict, found, texts, rule):
    from ..algorithms.special import special_rules

    facts = known.facts
    return (
        verdict.status.tolist(), [codes or None for codes in verdict.also.tolist()], facts.historic.tolist(),
        [name or None for name in known.site],
        *(or_null(column.round(4)) for column in (
            facts.elevation, facts.households, facts.vacancy, facts.tourism, facts.scenic)),
        _contested(known, found).tolist(),
        [special_rules()["disposition"] if code else None for code in verdict.subtype.tolist()],
        *judged_columns(verdict.category.tolist(), verdict.subtype.tolist(), texts, rule, facts.area),
    )


def _sites(run, settings, known, rule):
    import numpy as np
    import shapely

    from ..algorithms.special import special_rules
    from .areas import shape_area
    from .special_reasons import reasons_of_sites

    source = settings.layers["HERITAGE"]
    progress = phase(run.feedback, tr("Writing heritage sites"), 94, 98)
    if known.sites is None:
        none = [[] for _ in _SITE_FIELDS]
        return shape_output(
            run, "SITES", _SITE_FIELDS, none, np.empty(0, dtype=object), settings.source.sourceCrs(), known.crs,
            progress)
    solid = shapely.get_dimensions(known.sites.geometry) == 2
    area = np.zeros(len(solid))
    area[solid] = shape_area(known.sites.geometry[solid], known.crs, settings.area_method, lambda fraction: None)
    rules, count = special_rules(), len(solid)
    return copy_output(run, "SITES", source, _SITE_FIELDS, known.sites.id, (
        [called(known, row) if row >= 0 else None for row in known.sites.settlement.tolist()],
        *judged_columns([rules["category"]] * count, [rules["subtypes"]["historic"]] * count,
                        reasons_of_sites(known), rule, area),
    ), progress)


def _contest_columns(known, verdict, found, texts):
    return (
        [called(known, row.settlement) for row in found], [row.kind for row in found],
        [round(row.share, 4) for row in found], [verdict.subtype[row.settlement] or None for row in found],
        [texts[row.settlement] for row in found],
        *([row.other[name] or None for row in found] for name in (
            "category", "subtype", "disposition", "status", "reasons")),
    )


def _looks(settings, words):
    from ..algorithms.special import OPEN, special_rules
    from .special_words import GROUNDS, STATUSES, parameters_in_words

    parameters = parameters_in_words(settings)
    codes = special_rules()["subtypes"]
    entries = [(codes[ground], tr(label), SPECIAL_PLACES[ground]) for ground, label in GROUNDS.items()]
    rest = [(status, tr(STATUSES[status or "other"]), SPECIAL_PLACES[status]) for status in (OPEN, "")]
    style = style_by_value("subtype", [*entries, *rest], instead="status")
    sites = style_by_value("subtype", [(codes["historic"], tr("Heritage site"), SPECIAL_PLACES["historic"])], "0.6")
    return {
        "PLACES": look_of(
            tr("Special places"), words, parameters, _PLACE_FIELDS, ALIASES, style, "special_places",
            settings.source),
        "CONTESTS": look_of(tr("Contests with village relocation"), words, parameters, _CONTEST_FIELDS, ALIASES),
        "SUMMARY": look_of(tr("Summary by sub-type"), words, parameters, _SUMMARY_FIELDS, ALIASES),
        "SITES": look_of(
            tr("Heritage sites"), words, parameters, _SITE_FIELDS, ALIASES, sites, "", settings.layers["HERITAGE"]),
    }
