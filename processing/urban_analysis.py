"""From layers to what is known of each parcel of built land inside the development boundary."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.codes import parse_code_list
from ..algorithms.crosswalk import to_use2023
from ..algorithms.industry import OVERLAP
from ..algorithms.overlay import made_valid, overlapping, owner_by_area, sharing
from ..algorithms.parallel import step
from ..algorithms.urban import Facts, urban_rules
from . import areas
from .built_land import measured_or_recorded
from .code_reading import known_codes
from .crs import choose_work_crs
from .development_boundary import read_boundary, share_inside
from .i18n import tr
from .layer_reader import read_features
from .listing import rows_of_list
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import INPUT


@dataclass(frozen=True)
class Urban:
    """Built land inside the boundary and what was found out about it, shape (n,).

    geometry in the work CRS `crs`; id: feature ids; inside: share of a parcel inside the boundary; group: values of
    the group field or None; key: what the survey calls a parcel (BSM), or None; code: normalised, '' where there is
    none; planned: code of the planned use, None where unknown.
    """

    crs: object
    geometry: np.ndarray
    id: np.ndarray
    inside: np.ndarray
    group: list
    key: list
    code: np.ndarray
    planned: list
    facts: Facts


def read_urban(settings, context, feedback):
    """Read every layer and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    features, built, listed = _read_parcels(settings, crs, context, feedback)
    boundary = read_boundary(
        settings, crs, context, feedback, phase(feedback, tr("Reading the boundary"), 20, 24))
    geometry = made_valid(features.geometry[built])
    share = share_inside(
        geometry, boundary, crs, phase(feedback, tr("Measuring what lies inside the boundary"), 24, 36))
    within = np.flatnonzero((share >= settings.thresholds.inside_share - 1e-9) & (share > 0))
    feedback.pushInfo(
        tr("Parcels of built land: {count}, of which {inside} lie inside the boundary and are judged.").format(
            count=len(built), inside=len(within)))
    row, geometry = built[within], geometry[within]
    values = {name: column[row] for name, column in features.values.items()}
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    area = areas.parcel_area(geometry, values, settings, crs, phase(feedback, tr("Measuring areas"), 36, 40))
    _say_overlaps(geometry, feedback, phase(feedback, tr("Looking for overlaps"), 40, 43))
    code = values.get("code", np.full(len(row), ""))
    on_list = listed[row] | _on_list(
        geometry, values, settings, crs, context, feedback, phase(feedback, tr("Reading the list"), 43, 46))
    density = measured_or_recorded(
        geometry, values, layers, settings, phase(feedback, tr("Measuring buildings"), 46, 60), settings.year_field)
    dense = _judged(code, settings, "dense")
    vacancy = _vacancy(code, values, settings, dense & (density.coverage == 0), feedback)
    planned, plan = _plan(geometry, code, layers, settings, phase(feedback, tr("Comparing with the plan"), 60, 68))
    hazard = _hazard(geometry, layers, settings.thresholds, phase(feedback, tr("Looking for hazards"), 68, 72))
    complaints = _complaints(geometry, layers, phase(feedback, tr("Counting complaints"), 72, 75))
    historic = _historic(geometry, layers, phase(feedback, tr("Looking for historic districts"), 75, 78))
    return Urban(
        crs=crs, geometry=geometry, id=features.id[row], inside=share[within],
        group=list(values[settings.group_field]) if settings.group_field else [None] * len(row),
        key=list(values[settings.key_field]) if settings.key_field else [None] * len(row),
        code=code, planned=planned,
        facts=Facts(
            area=area, dense=dense, covered=_judged(code, settings, "covered"), far=density.far,
            coverage=density.coverage, year=density.year, vacancy=vacancy, plan=plan, hazard=hazard,
            complaints=complaints, historic=historic, listed=on_list,
        ),
    )


def _read_parcels(settings, crs, context, feedback):
    """Features, positions of those that are built land with an area, and which the expression LISTED names."""
    reading = phase(feedback, tr("Reading parcels"), 0, 20)
    columns = list(dict.fromkeys(name for name in (
        settings.codes.field, settings.town_field, settings.area_field, settings.list_of.own_field,
        settings.far_field, settings.coverage_field, settings.vacancy_field, settings.group_field, settings.key_field,
    ) if name))
    read = [
        read_features(settings.source, INPUT, columns, crs, context, feedback, step(reading, start, start + 0.5),
                      expression, name)
        for start, expression, name in ((0, settings.built, "BUILT"), (0.5, settings.listed, "LISTED"))
        if expression is not None
    ] or [read_features(settings.source, INPUT, columns, crs, context, feedback, reading)]
    features = read[0]
    if settings.codes.field:
        features.values["code"] = known_codes(features.values[settings.codes.field], settings.codes, feedback)
    listed = read[-1].values["where"] if settings.listed is not None else np.zeros(len(features.geometry), dtype=bool)
    built = features.values["where"] if settings.built is not None else _built_by_code(features.values, settings)
    solid = shapely.area(made_valid(features.geometry)) > 0
    flat = int((built & ~solid).sum())
    if flat:
        feedback.pushWarning(
            tr("{parameter}: features without geometry, left out: {count}.").format(parameter=INPUT, count=flat))
    return features, np.flatnonzero(built & solid), listed


def _built_by_code(values, settings):
    """Which parcels are built land by their class, or for standing in a city or town (CZCSXM 201, 202)."""
    code = values["code"]
    built = _of_classes(code, settings, "built")
    if settings.town_field:
        marks = [str(value or "").strip()[:3] for value in values[settings.town_field]]
        built |= np.isin(marks, urban_rules()["town"]) & ~_of_classes(code, settings, "not_by_place")
    return built


def _of_classes(code, settings, kind):
    system = settings.codes.system
    return parse_code_list(urban_rules()[system][kind], system, "CODE_SYSTEM").matches(code)


def _say_overlaps(geometry, feedback, progress):
    pairs, twice = overlapping(geometry, progress)
    if pairs:
        feedback.pushWarning(
            tr("INPUT: pairs of parcels that overlap one another: {count}. {area} m² count twice.").format(
                count=pairs, area=f"{twice:,.2f}"))


def _on_list(geometry, values, settings, crs, context, feedback, progress):
    listed = np.zeros(len(geometry), dtype=bool)
    choice = settings.list_of
    if choice.source is not None and len(geometry):
        own = values[choice.own_field] if choice.own_field else None
        listed[rows_of_list(choice, own, geometry, crs, context, feedback, progress, OVERLAP)[0]] = True
    return listed


def _judged(code, settings, kind):
    """Which parcels are judged by how they are built: by class, and all where there are no classes."""
    return _of_classes(code, settings, kind) if settings.codes.field else np.ones(len(code), dtype=bool)


def _vacancy(code, values, settings, empty, feedback):
    """Share vacant: as recorded, else 1 for plots to build on that are empty; 1 for land that its class says is idle.

    empty: whether it is such a plot, shape (n,).
    """
    share = np.full(len(code), np.nan)
    if settings.vacancy_field:
        share = areas.numbers(values[settings.vacancy_field])
        wrong = (share < 0) | (share > 1)
        if wrong.any():
            feedback.pushWarning(
                tr("VACANCY_FIELD: values in {field} that are no share of 0 to 1, taken as unknown: {count}.").format(
                    field=settings.vacancy_field, count=int(wrong.sum())))
        share = np.where(wrong, np.nan, share)
    share[empty & np.isnan(share)] = 1.0
    if settings.codes.field:
        share[_of_classes(code, settings, "idle")] = 1.0
    return share


def _plan(geometry, code, layers, settings, progress):
    """The planned use of each parcel (None where unknown), and whether it is another than today's: 1, 0 or NaN."""
    count = len(geometry)
    conflict, planned = np.full(count, np.nan), [None] * count
    field = settings.plan_codes.field
    plan = layers.read("PLAN", step(progress, 0, 0.4), [field] if field else [])
    if plan is None or count == 0:
        return planned, conflict
    theirs = known_codes(plan.values[field], settings.plan_codes, layers.feedback)
    owner, _ = owner_by_area(geometry, made_valid(plan.geometry), step(progress, 0.4, 1.0))
    for row in np.flatnonzero(owner >= 0).tolist():
        planned_code = to_use2023(theirs[owner[row]], settings.plan_codes.system)
        now = to_use2023(code[row], settings.codes.system)
        if planned_code is not None and now is not None:
            planned[row] = theirs[owner[row]]
            conflict[row] = planned_code.code[:2] not in {each[:2] for each in (now.code, *now.allowed)}
    return planned, conflict


def _hazard(geometry, layers, thresholds, progress):
    """Whether a parcel shares ground with a hazard, or a hazard known as a point or line lies near: 1, 0, NaN."""
    features = layers.read("HAZARDS", progress)
    if features is None:
        return np.full(len(geometry), np.nan)
    shapes, found = made_valid(features.geometry), np.zeros(len(geometry))
    if len(geometry):
        extent = shapely.get_dimensions(shapes) == 2
        tree = shapely.STRtree(geometry)
        found[sharing(geometry, shapes[extent], OVERLAP, tree)[0]] = 1
        found[tree.query(shapes[~extent], predicate="dwithin", distance=thresholds.hazard_distance)[1]] = 1
    return found


def _complaints(geometry, layers, progress):
    """How many complaints each parcel has, NaN where nobody knows."""
    features = layers.read("COMPLAINTS", progress)
    if features is None:
        return np.full(len(geometry), np.nan)
    if len(geometry) == 0:
        return np.empty(0)
    parcel, _ = sharing(geometry, made_valid(features.geometry), OVERLAP)
    return np.bincount(parcel, minlength=len(geometry)).astype(float)


def _historic(geometry, layers, progress):
    historic = np.zeros(len(geometry), dtype=bool)
    features = layers.read("HISTORIC", progress)
    if features is not None and len(geometry):
        historic[sharing(geometry, made_valid(features.geometry), OVERLAP)[0]] = True
    return historic
