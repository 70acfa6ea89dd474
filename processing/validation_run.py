"""One validation from reading to everything it finds."""

from dataclasses import dataclass

from ..algorithms.parallel import step
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .layer_snapshot import LayerSnapshot
from .progress import phase
from .shared_parameters import INPUT
from .validation_areas import check_areas
from .validation_binding import PLAN, check_binding, holding, parcels_with
from .validation_findings import Findings
from .validation_layers import read_checked, read_found
from .validation_schema import check_crs, check_layers, check_schema
from .validation_settings import BASE_LAYERS
from .validation_survey import NAME, survey_spec
from .validation_tables import check_structure
from .validation_topology import FULL, check_topology, cover_of
from .validation_values import (
    check_codes,
    check_keys,
    check_names,
    check_personal,
    check_sums,
    check_survey,
)

_STRAY = 0.01  # of the parcels of the largest village: fewer have strayed into another


@dataclass(frozen=True, eq=False)
class Validated:
    """What was validated. crs: of the results; work: of the geometries; layers: Checked; findings: Findings."""

    crs: object
    work: object
    layers: tuple
    findings: Findings


@dataclass(frozen=True, eq=False)
class Approved:
    """Polygons of a base layer in the work CRS, and what they are called, shape (n,)."""

    geometry: object
    label: object


def validate(settings, context, feedback):
    """Validated, for the settings of a run. Raises InvalidInput where something cannot be read at all."""
    crs, work = _crs(settings, feedback)
    layers = _read(settings, work, context, feedback)
    findings = Findings()
    frame = _frame(layers)
    base = _base(settings, work, context, feedback)
    progress = phase(feedback, tr("Checking layers and fields"), 35, 40)
    if settings.profile is not None:
        check_layers(settings.profile, [one.name for one in settings.found], findings, frame)
        for one in settings.found:
            check_personal(one.name, LayerSnapshot(one.layer), findings, frame)
    else:
        check_personal(settings.source.sourceName(), settings.source, findings, frame)
    check_crs(layers, findings, frame)
    known = tuple(layer for layer in layers if layer.spec is not None)
    for layer in known:
        check_schema(layer, findings, frame)
        progress(0.5)
    _check_values(known, findings, feedback)
    _check_shapes(settings, known, work, base, findings, feedback)
    if settings.profile is not None:
        progress = phase(feedback, tr("Checking the binding lines"), 78, 84)
        approved = {name: base.get(name) for name in BASE_LAYERS.values()}
        check_binding(known, approved, _ground(known), findings, progress)
        check_structure(known, findings, frame)
    return Validated(crs, work, layers, findings)


def _check_values(layers, findings, feedback):
    progress = phase(feedback, tr("Checking values"), 40, 50)
    for k, layer in enumerate(layers):
        for check in (check_codes, check_names, check_keys, check_sums, *((check_survey,) if layer.survey else ())):
            check(layer, findings)
            progress((k + 0.5) / len(layers))


def _check_shapes(settings, layers, work, base, findings, feedback):
    boundary = _boundary(layers, base)
    spatial = [layer for layer in layers if layer.geometry is not None]
    total = sum(len(layer) for layer in spatial) or 1
    progress, done = phase(feedback, tr("Checking areas and topology"), 50, 78), 0
    for layer in spatial:
        part = step(progress, done / total, (done + len(layer)) / total)
        if layer.spec.geometry == "MultiPolygon":
            check_areas(layer, work, settings.area_tolerance, findings, step(part, 0, 0.3))
        own = None if any(one.input == "village" for one in layer.spec.parts) else boundary
        check_topology(layer, work, own, settings.least_area, findings, step(part, 0.3, 1.0))
        done += len(layer)
    progress(1.0)


def _crs(settings, feedback):
    """(CRS of the results, work CRS)."""
    if settings.source is not None:
        crs, extent = settings.source.sourceCrs(), settings.source.sourceExtent()
    else:
        spatial = [one.layer for one in settings.found if one.layer.isSpatial() and one.layer.crs().isValid()]
        best = max(spatial, key=lambda layer: layer.featureCount(), default=None)
        if best is None:
            from qgis.core import QgsRectangle

            from .crs import zone_of

            crs, extent = zone_of(120.0, 30.0), QgsRectangle()
        else:
            crs, extent = best.crs(), best.extent()
    return crs, choose_work_crs(crs, extent, feedback)


def _read(settings, work, context, feedback):
    progress = phase(feedback, tr("Reading the layers"), 0, 30)
    if settings.source is not None:
        return (read_checked(settings.source, settings.source.sourceName(), survey_spec(), True, work, INPUT, context,
                             feedback, progress),)
    specs = {layer.code.upper(): layer for layer in settings.profile.layers}
    layers, count = [], len(settings.found)
    for k, one in enumerate(settings.found):
        spec = specs.get(one.name.upper())
        survey = spec is None and one.name.upper() == NAME
        layers.append(read_found(
            one, survey_spec() if survey else spec, survey, work, settings.place[0], context, feedback,
            step(progress, k / count, (k + 1) / count)))
    return tuple(layers)


def _base(settings, work, context, feedback):
    """Approved by the profiles' name of the input, of the base layers given."""
    import numpy as np

    found, at = {}, 30
    for parameter, source in settings.base.items():
        progress = phase(feedback, tr("Reading {parameter}").format(parameter=parameter), at, at + 1)
        named = [name for name in source.fields().names() if name.upper() in ("BSM", "NAME", "VILLAGE_NAME")][:1]
        features = read_features(source, parameter, named, work, context, feedback, progress)
        label = features.values[named[0]] if named else features.id
        found[BASE_LAYERS[parameter]] = Approved(
            features.geometry, np.array([str(value) for value in label.tolist()], dtype=object))
        at += 1
    return found


def _boundary(layers, base):
    """The village boundary: the one given, else the delivery's own; None for none."""
    from ..algorithms.dissolve import union

    shapes = _villages_of(base["village"].geometry, layers) if "village" in base else None
    if shapes is None:
        own = [layer for layer in holding(layers, "village") if layer.spec.geometry == "MultiPolygon" and len(layer)]
        shapes = own[0].geometry if own else None
    return None if shapes is None or not len(shapes) else union(shapes)


def _villages_of(shapes, layers):
    """Of several villages those that the land checked is of: what lies in the others is not missing here."""
    import numpy as np
    import shapely

    land = [layer.geometry for layer in layers if layer.geometry is not None and len(layer) and cover_of(layer) == FULL]
    if not land:
        return shapes
    tree = shapely.STRtree(shapely.point_on_surface(np.concatenate(land)))
    held = np.bincount(tree.query(shapes, predicate="intersects")[0], minlength=len(shapes))
    return shapes[held > _STRAY * held.max()] if held.any() else shapes


def _ground(layers):
    """The land that the plan is of, a shapely geometry; None where it is not known."""
    from ..algorithms.dissolve import union

    planned = parcels_with([layer for layer in layers if layer.geometry is not None and not layer.survey
                            and cover_of(layer) == FULL], PLAN)
    if planned is not None:
        return union(planned.geometry)
    return _boundary(layers, {})


def _frame(layers):
    """A box around everything, the shape of faults that no feature has; None where there is nothing."""
    import numpy as np
    import shapely

    shapes = [layer.geometry for layer in layers if layer.geometry is not None and len(layer.geometry)]
    return shapely.box(*shapely.total_bounds(np.concatenate(shapes))) if shapes else None
