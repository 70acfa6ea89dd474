"""The binding lines: basic farmland keeps its land, nothing new in the redline, the boundary does not grow."""

from ..algorithms.systems import USE2023
from ..algorithms.validation_rules import construction_group, validation_rules
from .i18n import tr
from .validation_values import normalised_codes

BASE, PLAN = "\"base_code\"", "\"plan_code\""
LINES = ("basic_farmland", "redline", "boundary")


def check_binding(layers, approved, ground, findings, progress):
    """Binding lines of a delivery. layers: Checked; approved: shapely polygons by name of LINES, None where the layer
    was not given; ground: what the plan is of, None where it is not known."""
    _check_farmland(layers, approved["basic_farmland"], ground, findings)
    progress(0.3)
    _check_boundary(layers, approved["boundary"], ground, findings)
    progress(0.5)
    for rule, name in (("binding.basic_farmland_built", "basic_farmland"), ("binding.redline", "redline")):
        zone = approved[name]
        if zone is None:
            zone = _land_of(layers, name)
        _check_building(layers, zone, rule, name, findings)
        progress(0.75)
    progress(1.0)


def features_of(layer, name):
    """Positions of a layer's features that come from an input: all, or those with that part's constant values."""
    import numpy as np
    from qgis.core import QgsExpression

    rows = np.zeros(len(layer), dtype=bool)
    for part in layer.spec.parts:
        if part.input != name:
            continue
        ours = np.ones(len(layer), dtype=bool)
        for field, text in part.values:
            expression = QgsExpression(text)
            if expression.referencedColumns() or field not in layer.values:
                continue
            wanted = expression.evaluate()
            ours &= np.array([value == wanted for value in layer.values[field].tolist()], dtype=bool)
        rows |= ours
    return np.flatnonzero(rows)


def holding(layers, name):
    """Layers of a delivery that have a place for an input, those of areas first."""
    found = [layer for layer in layers if layer.geometry is not None
             and any(part.input == name for part in layer.spec.parts)]
    return sorted(found, key=lambda layer: layer.spec.geometry != "MultiPolygon")


def field_from(layer, source):
    """The field of a layer that is filled from an expression, '' for none."""
    return next((field.name for field in layer.spec.fields
                 if field.source == source and field.name in layer.values), "")


def parcels_with(layers, source):
    """The layer that has most land with codes from an expression, None for none."""
    found = [layer for layer in layers if layer.geometry is not None and len(layer) and field_from(layer, source)
             and layer.spec.group is None]
    return max(found, key=len, default=None)


def _land_of(layers, name):
    """Polygons that a delivery says are of an input, None where it has no place for them."""
    import shapely

    for layer in holding(layers, name):
        shapes = layer.geometry[features_of(layer, name)]
        if layer.spec.geometry == "MultiPolygon":
            return shapes
        if len(shapes):
            return shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(shapes))))
    return None


def _check_farmland(layers, approved, ground, findings):
    from ..algorithms.validation import missing_land

    rule = "binding.basic_farmland"
    places = holding(layers, "basic_farmland")
    if approved is None:
        findings.skip(rule, tr("BASIC_FARMLAND is not given"))
        return
    if not places:
        findings.skip(rule, tr("the delivery has no layer of basic farmland"))
        return
    layer = places[0]
    findings.looked(rule, layer.name)
    now = _land_of(layers, "basic_farmland")
    rows, land = missing_land(approved.geometry, now, ground, validation_rules()[rule].tolerance)
    for row, shape in zip(rows.tolist(), land.tolist()):
        findings.of_layer(rule, layer.name, feature=approved.label[row], shape=shape, measured=True,
                          area=f"{shape.area:.2f}")


def _check_boundary(layers, approved, ground, findings):
    from ..algorithms.validation import added_land

    rule = "binding.boundary"
    if approved is None:
        findings.skip(rule, tr("BOUNDARY is not given"))
        return
    now = _land_of(layers, "boundary")
    if now is None:
        findings.skip(rule, tr("the delivery has no layer of the development boundary"))
        return
    layer = holding(layers, "boundary")[0]
    findings.looked(rule, layer.name)
    for shape in added_land(now, approved.geometry, ground, validation_rules()[rule].tolerance).tolist():
        findings.of_layer(rule, layer.name, shape=shape, measured=True, area=f"{shape.area:.2f}")


def _check_building(layers, zone, rule, name, findings):
    import numpy as np

    from ..algorithms.validation import new_building

    shapes = getattr(zone, "geometry", zone)
    planned, base = parcels_with(layers, PLAN), parcels_with(layers, BASE)
    if shapes is None or not len(shapes):
        findings.skip(rule, tr("no layer of it is given, and the delivery holds none"))
        return
    if planned is None:
        findings.skip(rule, tr("the delivery has no parcels with planned codes"))
        return
    if base is None:
        findings.skip(rule, tr("the delivery does not say what was built before"))
        return
    built = _construction(planned, field_from(planned, PLAN))
    before = base.geometry[_construction(base, field_from(base, BASE))]
    rows, land = new_building(planned.geometry[built], before, shapes, validation_rules()[rule].tolerance)
    rows = np.asarray(built)[rows]
    field = field_from(planned, PLAN)
    sizes = [f"{shape.area:.2f}" for shape in land.tolist()]
    findings.of_rows(rule, planned, rows, field, shapes=land.tolist(), area=sizes)


def _construction(layer, field):
    """Positions of construction land."""
    import numpy as np

    from ..algorithms.codes import code_table

    table = code_table(USE2023)
    codes = normalised_codes(layer.values[field], USE2023)
    return np.flatnonzero([table.groups.get(table.known(code)) == construction_group() for code in codes.tolist()])
