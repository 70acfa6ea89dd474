"""The lines of the adjustment form: what stands in each, and how it follows from others."""

from dataclasses import dataclass

from ..algorithms.basic_farmland import UNIT, UNITS_OF_HECTARE, UNITS_OF_MU, form, gain, part_of
from ..algorithms.errors import translatable
from ..algorithms.rounding import half_up
from .adjustment_settings import IN, NO, NOT_STATED, OUT, YES
from .i18n import in_language, tr

HA, MU, PERCENT, WHOLE, GRADE, TEXT = "ha4", "mu4", "percent", "whole", "grade", "text"
UNIT_NAMES = {
    HA: translatable("ha"), MU: translatable("mu"), PERCENT: "%", WHOLE: translatable("parcels"),
    GRADE: translatable("grades"), TEXT: "",
}
_ANSWERS = {YES: translatable("Yes"), NO: translatable("No")}
_BLOCK = {OUT: "out", IN: "in"}
_NOT_GIVEN = {
    "HIGH_STANDARD": translatable("Not known: no layer of high-standard farmland was given."),
    "UPGRADED": translatable("Not known: no layer of upgraded cropland was given."),
    "NEW_CROPLAND": translatable("Not known: no layer of new cropland was given."),
}


@dataclass(frozen=True)
class Line:
    """A line of the form.

    block, id: as in the form's data; kind: of the value, HA and so on; value:
    a number in its unit (a share of 1 for PERCENT), a text for TEXT, None for
    not known; parcels: how many, None where that says nothing; share: of the
    block's land, likewise; remark: '' for none.
    """

    block: str
    id: str
    item: str
    kind: str
    value: object
    parcels: object = None
    share: object = None
    remark: str = ""


def lines_of(settings, facts):
    """Every Line of the form, in its order; lines the form does not have stand only where they hold something."""
    sides = {name: _side_lines(name, settings, facts) for name in (OUT, IN)}
    return (*sides[OUT], *sides[IN], *_project_lines(settings, facts), *_review_lines(settings, facts))


def _side_lines(name, settings, facts):
    side, block = facts.sides[name], _BLOCK[name]
    lines = []
    for entry in form()["side"]:
        if entry.get("only", block) != block:
            continue
        figure, parcels = _figure(entry, side)
        if figure is None:
            lines.append(_other_line(entry, name, settings, facts))
        elif entry["item"] or figure or parcels:
            lines.append(Line(
                block, entry["id"], in_language(entry), HA, figure / UNITS_OF_HECTARE, parcels,
                figure / side.total if side.total else None,
            ))
    return lines


def _figure(entry, side):
    """(units of 0.0001 ha, number of parcels) of a line that holds land of a side, (None, None) for another one."""
    kind = entry["kind"]
    if kind == "total":
        return side.total, side.parcels
    if kind == "sum":
        members = form()[entry["of"]]
        return sum(side.classes[name] for name in members), sum(side.parcels_of["class", name] for name in members)
    if kind == "class":
        return side.classes[entry["id"]], side.parcels_of["class", entry["id"]]
    if kind in ("slope", "size"):
        figures = side.slopes if kind == "slope" else side.sizes
        return figures[entry["bin"]], side.parcels_of[kind, entry["bin"]]
    return None, None


def _other_line(entry, name, settings, facts):
    side, block, item = facts.sides[name], _BLOCK[name], in_language(entry)
    if entry["kind"] == "grade":
        remark = "" if side.grade is not None else tr("Not known: no quality grade was given.")
        if side.grade is not None and side.graded < 1:
            remark = tr("Known for {share} % of the land.").format(share=f"{100 * side.graded:.2f}")
        return Line(block, entry["id"], item, GRADE, _rounded(side.grade, 2), remark=remark)
    if entry["kind"] == "parcels":
        return Line(block, entry["id"], item, WHOLE, side.parcels)
    if entry["kind"] == "mean":
        return Line(block, entry["id"], item, HA, mean_ha(side))
    if entry["kind"] == "share_of_original":
        original = original_units(facts)
        value = _rounded(side.total / original, 4) if original else None
        remark = tr("Of the net area of basic farmland before.") if original else tr(
            "Not known: give BASIC_FARMLAND or ORIGINAL_HA.")
        return Line(block, entry["id"], item, PERCENT, value, remark=remark)
    found = facts.within.get((name, entry["layer"]))
    if found is None:
        given = settings.layers[entry["layer"]] is not None
        return Line(
            block, entry["id"], item, HA, None,
            remark=tr("Not known: the layer has no features.") if given else tr(_NOT_GIVEN[entry["layer"]]),
        )
    units = part_of(side, found)
    return Line(
        block, entry["id"], item, HA, units / UNITS_OF_HECTARE, share=units / side.total if side.total else None
    )


def _project_lines(settings, facts):
    original = original_units(facts)
    planned = settings.planned_grade
    values = {
        "name": (TEXT, settings.project or None),
        "townships": (TEXT, settings.townships or None),
        "adjusted": (TEXT, tr(_ANSWERS[YES])),
        "prepared": (TEXT, _answer(settings.prepared)),
        "original": (HA, original / UNITS_OF_HECTARE if original is not None else None),
        "planned_grade": (GRADE, planned),
    }
    return [
        Line("project", entry["id"], in_language(entry), *values[entry["id"]],
             remark="" if values[entry["id"]][1] is not None else tr("Not given."))
        for entry in form()["project"]
    ]  # fmt: skip


def _review_lines(settings, facts):
    out, into = facts.sides[OUT], facts.sides[IN]
    known = out.grade is not None and into.grade is not None
    means = mean_ha(out), mean_ha(into)
    values = {
        "quantity": (MU, _in_mu(into.total - out.total), _verdict(into.total - out.total)),
        "quantity_share": (PERCENT, _rounded(gain(out.total, into.total), 4), ""),
        "quality": (
            GRADE, _rounded(_rounded(out.grade, 2) - _rounded(into.grade, 2), 2) if known else None,
            tr("Grade 1 is the best: fewer is better.") if known else tr("Not known: no quality grade was given.")),
        "ecology": (TEXT, _answer(settings.ecology), "" if settings.ecology else tr("A person says so: ECOLOGY.")),
        "mean_gain": (
            MU, _in_mu((means[1] - means[0]) * UNITS_OF_HECTARE) if into.parcels else None, ""),
        "contiguity": (
            PERCENT, _rounded(gain(*means), 4), tr("(Mean parcel in − mean parcel out) / mean parcel out.")),
    }
    return [
        Line("review", entry["id"], in_language(entry), *values[entry["id"]][:2], remark=values[entry["id"]][2])
        for entry in form()["review"]
    ]


def original_units(facts):
    """Basic farmland before in units of 0.0001 ha, None where not known."""
    return None if facts.original is None else half_up(facts.original, UNIT)


def mean_ha(side):
    """Mean parcel in ha as the form shows it, None where there is no parcel."""
    return _rounded(side.mean / UNITS_OF_HECTARE, 4) if side.parcels else None


def _verdict(units):
    if units < 0:
        return tr("Less land is moved in than out: basic farmland would shrink.")
    return tr("No more land is moved in than out.") if units == 0 else ""


def _answer(value):
    return None if value == NOT_STATED else tr(_ANSWERS[value])


def _in_mu(units):
    return _rounded(units / UNITS_OF_MU, 4)


def _rounded(value, decimals):
    """Halves away from zero, as people and workbooks round; None for nothing."""
    if value is None:
        return None
    factor = 10**decimals
    whole = int(abs(value) * factor + 0.5 + 1e-9) / factor
    return whole if value >= 0 else -whole
