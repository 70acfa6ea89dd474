"""Areas that layers state, against the official area of their shapes."""

from types import SimpleNamespace

from ..algorithms.validation_rules import validation_rules
from . import areas
from .export_columns import Sources
from .export_values import half_up

_AREA = "area_m2"
_PROFILE = "profile"


def check_areas(layer, work, least, findings, progress):
    """Every field that holds the area of the shape, in whatever unit, of a layer of polygons. least: m² that a stated
    area may differ."""
    import numpy as np

    fields = _area_fields(layer)
    if not fields or layer.geometry is None:
        return
    official = half_up(np.asarray(areas.official(layer.geometry, work, progress)), 2)
    merged = layer.spec.group is not None
    rule = "area.merged" if merged else "area.geometry"
    tolerance = max(least, validation_rules()["area.merged"].tolerance) if merged else least
    for field, unit in fields:
        _check(layer, field, unit, official, tolerance, rule, findings)


def _area_fields(layer):
    """(field, how much one m² is in it) of each such field."""
    if layer.survey:
        return [(field, 1.0) for field in layer.spec.fields if field.name == "TBMJ" and field.name in layer.values]
    sources, found = Sources(SimpleNamespace(path=_PROFILE)), []
    for field in layer.spec.fields:
        source = sources.get(field.source, field.line)
        if field.name not in layer.values or source is None or source.columns != (_AREA,):
            continue
        import numpy as np

        unit = sources.evaluate(source, {_AREA: np.array([1.0], dtype=object)}, 1, {})[0]
        if isinstance(unit, (int, float)) and unit > 0:
            found.append((field, float(unit)))
    return found


def _check(layer, field, unit, official, tolerance, rule, findings):
    from ..algorithms.validation import area_faults

    stated = areas.numbers(layer.values[field.name])
    # Beyond square metres a figure is rounded to the field's own decimals.
    rounding = 0.0 if unit == 1.0 else 0.5 * 10.0 ** -field.decimals
    rows, expected = area_faults(stated, official * unit, tolerance * unit + rounding)
    decimals = max(field.decimals, 2)
    findings.of_rows(rule, layer, rows, field.name, expected=[f"{value:.{decimals}f}" for value in expected.tolist()])
