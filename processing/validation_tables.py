"""Whether the structure adjustment table of a delivery says what its layers add up to."""

from ..algorithms.systems import USE2023
from ..algorithms.validation_rules import validation_rules
from . import areas
from .i18n import tr
from .validation_binding import BASE, PLAN, field_from, parcels_with
from .validation_values import normalised_codes

RULE = "table.structure"
_FIGURES = {"\"base_ha\"": "base_ha", "\"plan_ha\"": "plan_ha", "\"change_ha\"": "change_ha"}
_AREA, _NET = "\"area_m2\"", "\"net_m2\""
_KINDS = {"structure_zhejiang", "structure_general"}


def check_structure(layers, findings, frame):
    """Every structure table of a delivery against its parcels. layers: Checked; frame: the shape that faults get."""
    tables = [layer for layer in layers if layer.spec.rows in _KINDS]
    if not tables:
        findings.skip(RULE, tr("the delivery has no structure adjustment table"))
        return
    base, plan = parcels_with(layers, BASE), parcels_with(layers, PLAN)
    if base is None or plan is None:
        findings.skip(RULE, tr("the delivery has no parcels with base-year and planned codes"))
        return
    for table in tables:
        findings.looked(RULE, table.name)
        _compare(table, _expected(table.spec.rows, base, plan), findings, frame)


def _compare(table, expected, findings, frame):
    tolerance = validation_rules()[RULE].tolerance
    key = field_from(table, "\"name\"") or field_from(table, "\"code\"")
    names = [str(name) for name in table.values[key].tolist()] if key else []
    for source, figure in _FIGURES.items():
        field = field_from(table, source)
        if not field:
            continue
        stated = dict(zip(names, areas.numbers(table.values[field]).tolist()))
        for name in dict.fromkeys([*names, *expected]):
            wanted, said = expected.get(name, {}).get(figure, 0.0), stated.get(name, 0.0)
            said = 0.0 if said != said else said
            if abs(said - wanted) > tolerance + 1e-6:
                findings.of_layer(RULE, table.name, feature=name, shape=frame, field=field, value=f"{said:.2f}",
                                  expected=f"{wanted:.2f}")


def _expected(kind, base, plan):
    """Hectares by figure, by the name of the line."""
    ridge = _ridges(base)
    before = _lines(kind, base, BASE, ridge)
    after = _lines(kind, plan, PLAN, _same_land(base, plan, ridge))
    found = {}
    for name in dict.fromkeys([*before, *after]):
        was, becomes = before.get(name, 0.0), after.get(name, 0.0)
        found[name] = {"base_ha": was, "plan_ha": becomes, "change_ha": becomes - was}
    return found


def _lines(kind, layer, source, ridge):
    """Hectares of each line of a form, for the codes of one layer."""
    import numpy as np

    from ..algorithms.codes import code_table
    from ..algorithms.structure_table import NO_CODE, UNKNOWN
    from .export_tables import structure_of
    from .plan_table_parcels import Parcels, Village

    table = code_table(USE2023)
    codes = np.array([
        NO_CODE if not code else code if table.known(code) else UNKNOWN
        for code in normalised_codes(layer.values[field_from(layer, source)], USE2023).tolist()
    ], dtype=object)
    area = _hundredths(areas.numbers(layer.values[field_from(layer, _AREA)]))
    parcels = Parcels(None, layer.geometry, USE2023, area * 0, (Village("", ""),), codes, codes, area, ridge)
    columns = structure_of(kind, parcels).columns
    return dict(zip(map(str, columns["name"].tolist()), columns["base_ha"].tolist()))


def _ridges(layer):
    """Field ridges of each parcel, hundredths of a square metre."""
    import numpy as np

    net = field_from(layer, _NET)
    if not net:
        return np.zeros(len(layer), dtype=np.int64)
    return np.maximum(_hundredths(areas.numbers(layer.values[field_from(layer, _AREA)]))
                      - _hundredths(areas.numbers(layer.values[net])), 0)


def _same_land(base, plan, ridge):
    """The ridges of the base-year parcel that is the same land as each planned one, 0 where there is none."""
    import numpy as np
    import shapely

    codes = normalised_codes(plan.values[field_from(plan, PLAN)], USE2023)
    cropland = np.array([code.startswith(_cropland()) for code in codes.tolist()], dtype=bool)
    if base is plan:
        return np.where(cropland, ridge, 0)
    of_shape = dict(zip(shapely.to_wkb(base.geometry).tolist(), ridge.tolist()))
    return np.where(cropland, [of_shape.get(shape, 0) for shape in shapely.to_wkb(plan.geometry).tolist()], 0)


def _cropland():
    from ..algorithms.structure_form import ridges

    return ridges(USE2023)[0]


def _hundredths(values):
    import numpy as np

    return np.round(np.nan_to_num(values) * 100).astype(np.int64)
