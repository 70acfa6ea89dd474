"""Tables of a delivery that are reckoned from all its parcels: structure adjustment table and indicators.

The areas are those of the delivered layers, so that tables and layers agree.
"""

from dataclasses import dataclass, replace

from ..algorithms.structure_form import forms
from ..algorithms.systems import USE2023
from .export_inputs import PARCELS
from .indicator_settings import LAYERS, NUMBERS
from .indicator_settings import Settings as IndicatorSettings
from .workbook import Sheet

_FORMS = {"structure_zhejiang": "zhejiang", "structure_general": "general"}
INDICATORS = "indicators"
_LAYERS = {"REDLINE": "redline", "BASIC_FARMLAND": "basic_farmland", "HERITAGE": "historic"}


@dataclass(frozen=True, eq=False)
class Reckoned:
    """A reckoned table. columns: object arrays by the name a profile uses; sheet: how a workbook shows it."""

    columns: dict
    sheet: Sheet


def reckon(settings, frames, context, feedback, start, end):
    """Every reckoned table that the profile has, as Reckoned by kind; progress from `start` to `end` percent."""
    from .plan_table_parcels import Parcels, Village

    kinds = {layer.rows for layer in settings.profile.layers if layer.rows}
    if not kinds:
        return {}
    frame = frames[PARCELS]
    base, plan = (_codes(frame.columns[name]) for name in ("base_code", "plan_code"))
    area, net = (_hundredths(frame.columns[name]) for name in ("area_m2", "net_m2"))
    village = Village(settings.facts["village_code"], settings.facts["village_name"])
    parcels = Parcels(
        settings.crs, frame.geometry, USE2023, area * 0, (village,), base, plan, area, area - net,
    )
    found = {kind: structure_of(kind, parcels) for kind in sorted(kinds & set(_FORMS))}
    if INDICATORS in kinds:
        found[INDICATORS] = _indicators(settings, parcels, context, feedback, start, end)
    return found


def structure_of(kind, parcels):
    """The structure table of one of _FORMS as Reckoned, of Parcels of one village."""
    from .structure_outputs import figures_of
    from .structure_sheets import sheets

    form = next(form for form in forms() if form.id == _FORMS[kind])
    figures = figures_of(form, parcels)
    part = figures.parts[0]
    return Reckoned(
        {
            "code": _column([in_runs(line.codes) if not line.members else None for line in figures.lines]),
            "name": _column([_line_name(line, form) for line in figures.lines]),
            "base_m2": _column((part.base.exact / 100).tolist()), "base_ha": _column((part.base.ha / 100).tolist()),
            "base_percent": _column((part.base_share / 100).tolist()),
            "plan_m2": _column((part.plan.exact / 100).tolist()), "plan_ha": _column((part.plan.ha / 100).tolist()),
            "plan_percent": _column((part.plan_share / 100).tolist()),
            "change_ha": _column(((part.plan.ha - part.base.ha) / 100).tolist()),
        },
        sheets(figures)[0],
    )


def _line_name(line, form):
    """What a line of the structure table is called in the delivery, which is in Chinese."""
    from ..algorithms.codes import code_table
    from ..algorithms.structure_table import EXTRA, SUBTOTAL

    if line.kind == EXTRA:
        return f"{code_table(form.system).name(line.codes[0], True) or '无编码'}（表外）"
    block = line.path.rpartition("/")[0].rpartition("/")[2].partition("（")[0]
    return f"{block}{line.label}" if line.kind == SUBTOTAL and not line.label.startswith(block) else line.label


def in_runs(codes):
    """Codes as forms write them, one after the other as a run: 1301-1310,1313; None for none."""
    runs = []
    for code in codes:
        last = runs[-1][1] if runs else ""
        if last and len(last) == len(code) and code.isdigit() and last.isdigit() and int(code) == int(last) + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(first if first == last else f"{first}-{last}" for first, last in runs) or None


def _indicators(settings, parcels, context, feedback, start, end):
    from .indicator_facts import read_facts
    from .indicator_outputs import parts_of
    from .indicator_sheets import sheets

    asked = IndicatorSettings(
        None, {name: settings.sources.get(_LAYERS.get(name)) for name in LAYERS},
        {**dict.fromkeys(NUMBERS), **settings.people}, None, "", "", "",
    )
    parts = parts_of(asked, parcels, read_facts(asked, parcels, context, feedback, start, end))
    values = parts[0].values
    texts = {
        name: _column([getattr(value.indicator, kind)["zh"] for value in values])
        for name, kind in (("name", "name"), ("group", "group"), ("binding", "binding"), ("unit", "unit"))
    }
    return Reckoned(
        {
            **texts, "number": _column([value.indicator.no for value in values]),
            "base": _column([value.base for value in values]), "plan": _column([value.plan for value in values]),
        },
        sheets(parts)[0],
    )


def titled(reckoned, made, facts):
    """The sheet of a reckoned table under the name that the delivery gives it."""
    return replace(reckoned.sheet, name=made.layer.zh, title=f"{facts['plan_name']} {made.layer.zh}")


def _column(values):
    import numpy as np

    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _codes(column):
    import numpy as np

    from ..algorithms.codes import code_table
    from ..algorithms.structure_table import NO_CODE, UNKNOWN
    from .export_inputs import mapped

    table = code_table(USE2023)
    return np.asarray(mapped(column, lambda code: NO_CODE if not code else code if table.known(code) else UNKNOWN))


def _hundredths(column):
    import numpy as np

    return np.round(column.astype(float) * 100).astype(np.int64)
