"""From a layer to farmland blocks: reading, sorting parcels by role, and the analysis itself."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.barriers import Barriers
from ..algorithms.codes import parse_code_list
from ..algorithms.contiguity import ContiguityRule, find_links, form_blocks, sensitivity
from ..algorithms.dissolve import dissolve_groups
from ..algorithms.farmland import farmland_codes, net_area, strip_width
from ..algorithms.outline import closed_near
from ..algorithms.overlay import inside
from ..algorithms.parallel import step
from ..algorithms.shape_metrics import landscape
from ..algorithms.units import MU
from . import areas
from .code_reading import expression_of_codes, known_codes
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT


@dataclass(frozen=True)
class Land:
    """Farmland parcels and what lies between them, in the work CRS.

    geometry, id (feature id), area (m², ridges included), net
    (m²) and shape_area (m², of the geometry itself, not rounded) of farmland,
    shape (n,); only: an expression that holds for all of it, or ''; split:
    values blocks never cross, or None.
    absorbed and absorbed_area: strips that count in gross areas and, where
    areas come from a field, their areas. extent: planar m² of all features.
    """

    crs: object
    geometry: np.ndarray
    id: np.ndarray
    only: str
    area: np.ndarray
    net: np.ndarray
    shape_area: np.ndarray
    split: object
    absorbed: np.ndarray
    absorbed_area: object
    barriers: Barriers
    extent: float


@dataclass(frozen=True)
class Grouping:
    """Which parcels belong together.

    blocks: Blocks; touching: group of parcels that touch, shape (n,); sensitivity: how blocks depend on the gap (a
    DataFrame).
    """

    blocks: object
    touching: np.ndarray
    sensitivity: object


@dataclass(frozen=True)
class Shapes:
    """The blocks' dissolved shapes, their perimeters (m), and metrics over all of them."""

    merged: np.ndarray
    perimeter: np.ndarray
    landscape: object


def read_land(settings, context, feedback):
    """Read and sort the parcels. Raises InvalidInput where codes or areas cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = [name for name in (
        settings.codes.field, settings.ridge_field, settings.width_field, settings.slope_field,
        settings.split_field, settings.area_field, settings.gross_field,
    ) if name]
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback,
        phase(feedback, tr("Reading parcels"), 0, 20), settings.farmland, "FARMLAND",
    )
    farmland, absorbed, barrier = _roles(features, settings, feedback)
    area, net, shape_area = farmland_areas(
        features, farmland, settings, crs, phase(feedback, tr("Measuring areas"), 20, 30)
    )
    values = features.values
    return Land(
        crs=crs,
        geometry=features.geometry[farmland],
        id=features.id[farmland],
        only="" if settings.farmland is not None else expression_of_codes(features, farmland, settings.codes),
        area=area,
        net=net,
        shape_area=shape_area,
        split=values[settings.split_field][farmland] if settings.split_field else None,
        absorbed=features.geometry[absorbed],
        absorbed_area=_absorbed_areas(values, absorbed, settings),
        barriers=read_barriers(features.geometry[barrier], settings, crs, context, feedback),
        extent=float(shapely.area(features.geometry).sum()),
    )


def group(land, settings, feedback):
    """Find the blocks and their sensitivity to the gap."""
    rule = ContiguityRule(settings.max_gap, tuple(mu * MU for mu in settings.thresholds))
    links = find_links(
        land.geometry, (*settings.gaps, settings.max_gap), land.barriers, land.split,
        phase(feedback, tr("Finding contiguous parcels"), 30, 52),
    )
    return Grouping(
        form_blocks(links, land.net, rule), links.labels(0.0),
        sensitivity(links, land.net, settings.gaps, rule.thresholds),
    )


def dissolve_blocks(land, grouping, feedback):
    """The blocks' shapes."""
    merged = dissolve_groups(
        land.geometry, grouping.blocks.label, len(grouping.blocks.net_area), grouping.touching,
        phase(feedback, tr("Dissolving blocks"), 52, 60),
    )
    perimeter = shapely.length(merged)
    return Shapes(merged, perimeter, landscape(shapely.area(merged), perimeter, land.extent))


def gross_areas(land, blocks, shapes, settings, progress):
    """Farmland with ridges plus the absorbed strips inside each block's closed outline, m², shape (blocks,).

    NaN for blocks below every threshold.
    """
    gross = np.full(len(blocks.net_area), np.nan)
    large = np.flatnonzero(blocks.level > 0)
    if len(large) == 0:
        progress(1.0)
        return gross
    gross[large] = np.bincount(blocks.label, weights=land.area, minlength=len(gross))[large]
    outline, block = closed_near(shapes.merged[large], settings.max_gap / 2, land.absorbed, step(progress, 0, 0.7))
    row, which, part = inside(land.absorbed, outline, step(progress, 0.7, 0.9))
    if settings.area_method == ATTRIBUTE:
        area = land.absorbed_area[row] * shapely.area(part) / shapely.area(land.absorbed[row])
    else:
        area = areas.shape_area(part, land.crs, settings.area_method, step(progress, 0.9, 1.0))
    gross[large] += np.bincount(block[which], weights=area, minlength=len(large))
    progress(1.0)
    return np.round(gross, 2)


def _roles(features, settings, feedback):
    """Positions of farmland, absorbed strips and barriers among the features."""
    count = len(features.geometry)
    no_one = np.zeros(count, dtype=bool)
    farmland = features.values["where"] if settings.farmland is not None else no_one
    absorbed = barrier = no_one
    if settings.codes.field:
        system = settings.codes.system
        known = known_codes(features.values[settings.codes.field], settings.codes, feedback)
        if settings.farmland is None:
            standard = parse_code_list(farmland_codes(system).farmland, system, "FARMLAND")
            farmland = standard.matches(known)
        absorbed = parse_code_list(settings.absorb_codes, system, "ABSORB_CODES").matches(known) & ~farmland
        barrier = parse_code_list(settings.barrier_codes, system, "BARRIER_CODES").matches(known) & ~farmland
        absorbed &= ~barrier
    farmland = _gentle(features, farmland, settings, feedback)
    absorbed &= _narrow(features, absorbed, settings)
    return np.flatnonzero(farmland), np.flatnonzero(absorbed), np.flatnonzero(barrier)


def _gentle(features, farmland, settings, feedback):
    """Farmland up to the steepest slope grade allowed."""
    if settings.max_slope_grade is None:
        return farmland
    grade = areas.numbers(features.values[settings.slope_field])
    unknown = int((farmland & np.isnan(grade)).sum())
    if unknown:
        feedback.pushWarning(
            tr("Farmland parcels without a slope grade in {field}, left out: {count}.").format(
                count=unknown, field=settings.slope_field
            )
        )
    return farmland & (grade <= settings.max_slope_grade)


def _narrow(features, strips, settings):
    """Which of the strips are no wider than allowed; unknown widths are worked out."""
    width = np.full(len(strips), np.nan)
    if settings.width_field:
        width = areas.numbers(features.values[settings.width_field])
        width[width <= 0] = np.nan
    unknown = np.flatnonzero(strips & np.isnan(width))
    width[unknown] = strip_width(features.geometry[unknown])
    return np.nan_to_num(width, nan=np.inf) <= settings.absorb_max_width


def farmland_areas(features, farmland, settings, crs, progress):
    """Of farmland: area with ridges and net of them, m² rounded to 0.01, and the shape's own area, not rounded."""
    values = features.values
    if settings.area_method == ATTRIBUTE:
        net = np.round(areas.field_areas(values[settings.area_field][farmland], settings.area_field), 2)
        gross = areas.numbers(values[settings.gross_field][farmland]) if settings.gross_field else net
        progress(1.0)
        area = np.round(np.where(gross >= net, gross, net), 2)
        return area, net, area
    shape = areas.shape_area(features.geometry[farmland], crs, settings.area_method, progress)
    area = np.round(shape, 2)
    if not settings.ridge_field:
        return area, area, shape
    return area, net_area(area, areas.numbers(values[settings.ridge_field][farmland])), shape


def _absorbed_areas(values, absorbed, settings):
    if settings.area_method != ATTRIBUTE:
        return None
    field = settings.gross_field or settings.area_field
    return np.nan_to_num(areas.numbers(values[field][absorbed]), nan=0.0)


def read_barriers(polygons, settings, crs, context, feedback):
    """Barriers by code and from the barrier layer."""
    shapes = np.empty(0, dtype=object)
    if settings.barriers is not None:
        shapes = read_features(
            settings.barriers, "BARRIERS", [], crs, context, feedback, phase(feedback, tr("Reading barriers"), 30, 30)
        ).geometry
        shapes = shapely.get_parts(shapes)
        if len(shapes) == 0:
            feedback.pushWarning(tr("BARRIERS: the layer has no features, so it keeps nothing apart."))
    kind = shapely.get_type_id(shapes)
    return Barriers(areas=np.concatenate([polygons, shapes[kind == 3]]), lines=shapes[kind == 1])
