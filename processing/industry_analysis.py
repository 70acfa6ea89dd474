"""From layers to what is known of each industrial parcel."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.codes import parse_code_list
from ..algorithms.contiguity import ContiguityRule, find_blocks
from ..algorithms.errors import InvalidInput
from ..algorithms.industry import CLUSTER_GAP, LARGE_BLOCK_MU, OVERLAP, Facts, industry_rules
from ..algorithms.overlay import inside, made_valid, overlapping, shared_area, united
from ..algorithms.parallel import step
from ..algorithms.settlements import sites_of
from . import areas
from .code_reading import features_of_codes, known_codes
from .crs import choose_work_crs
from .fields import find_field
from .i18n import tr
from .industry_enterprises import read_enterprises
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT, PLANAR

_TOUCHING = 0.01  # m²: a building that shares less only touches the parcel


@dataclass(frozen=True)
class Industry:
    """Industrial parcels and what was found out about them, shape (n,).

    geometry in the work CRS `crs`; id: feature ids; only: an expression that
    holds for all of them, or ''; group: values of the group field or None; key: what
    the survey calls a parcel (BSM), or None;
    cluster: which, from 0, the largest first; block: id of the farmland block
    beside a parcel, None where there is none; enterprises: Enterprises.
    """

    crs: object
    geometry: np.ndarray
    id: np.ndarray
    only: str
    group: list
    key: list
    cluster: np.ndarray
    block: list
    enterprises: object
    facts: Facts


def read_industry(settings, context, feedback):
    """Read every layer and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = [name for name in (
        settings.codes.field, settings.area_field, settings.join_field, settings.far_field, settings.coverage_field,
        settings.group_field, settings.key_field,
    ) if name]
    reading = phase(feedback, tr("Reading parcels"), 0, 20)
    only = _industrial_codes(settings, feedback, step(reading, 0, 0.5))
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback, step(reading, 0.5, 1.0),
        settings.industry, "INDUSTRY", only,
    )
    chosen, geometry = _industrial(features, settings, feedback)
    values = {name: column[chosen] for name, column in features.values.items()}
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    area = _areas(geometry, values, settings, crs, phase(feedback, tr("Measuring areas"), 20, 23))
    _say_overlaps(geometry, feedback, phase(feedback, tr("Looking for overlaps"), 23, 25))
    boundary = _read_boundary(settings, crs, context, feedback)
    # On the plane, whatever the method: the official formula joins corners otherwise than the plane does, so parts cut
    # by a long edge would not add up to the whole.
    within = _area_inside(
        geometry, boundary, crs, PLANAR, phase(feedback, tr("Measuring what lies outside the boundary"), 30, 45)
    )
    share = np.clip(within / shapely.area(geometry), 0, 1)
    outside = np.round(area - np.round(share * area, 2), 2)
    enterprises = read_enterprises(
        geometry, values, settings, crs, context, feedback, phase(feedback, tr("Joining enterprises"), 45, 50)
    )
    far, coverage = _built(geometry, values, layers, settings, phase(feedback, tr("Measuring buildings"), 50, 62))
    zones = {
        name: _zone(geometry, layers, name, crs, settings, phase(feedback, tr("Measuring zones"), start, start + 5))
        for start, name in ((62, "REDLINE"), (67, "BASIC_FARMLAND"), (72, "WATER_SOURCE"))
    }
    block, block_mu = _blocks_beside(geometry, layers, settings, phase(feedback, tr("Finding farmland blocks"), 77, 80))
    cluster = find_blocks(
        geometry, area, ContiguityRule(CLUSTER_GAP, ()), progress=phase(feedback, tr("Finding clusters"), 80, 85)
    ) if len(geometry) else None
    return Industry(
        crs=crs,
        geometry=geometry,
        id=features.id[chosen],
        only=only,
        group=list(values[settings.group_field]) if settings.group_field else [None] * len(geometry),
        key=list(values[settings.key_field]) if settings.key_field else [None] * len(geometry),
        cluster=cluster.label if cluster is not None else np.empty(0, dtype=int),
        block=block,
        enterprises=enterprises,
        facts=Facts(
            area=area, outside=outside,
            cluster=cluster.net_area[cluster.label] if cluster is not None else np.empty(0),
            grade=enterprises.gathered.grade, tax_ratio=enterprises.gathered.tax / enterprises.tax_mean, far=far,
            coverage=coverage, polluting=enterprises.gathered.polluting, redline=zones["REDLINE"],
            basic_farmland=zones["BASIC_FARMLAND"], water=zones["WATER_SOURCE"],
            heritage=_heritage(geometry, layers), block=block_mu,
        ),
    )


def _industrial_codes(settings, feedback, progress):
    """An expression for the parcels that are industrial by their code, '' where another expression decides."""
    if settings.industry is not None:
        return ""
    lists = [_codes(settings, "industry"), *([_codes(settings, "logistics")] if settings.logistics else ())]
    return features_of_codes(settings.source, settings.codes, lists, feedback, progress)


def _codes(settings, kind):
    system = settings.codes.system
    return parse_code_list(industry_rules()[system][kind], system, "CODE_SYSTEM")


def _industrial(features, settings, feedback):
    """Positions of industrial parcels among the features, and their shapes made valid; those without area left out."""
    chosen = np.ones(len(features.geometry), dtype=bool)
    if settings.industry is not None:
        chosen = features.values["where"]
        if settings.logistics and settings.codes.field:
            known = known_codes(features.values[settings.codes.field], settings.codes, feedback)
            chosen = chosen | _codes(settings, "logistics").matches(known)
    row = np.flatnonzero(chosen)
    geometry = made_valid(features.geometry[row])
    flat = shapely.area(geometry) == 0
    if flat.any():
        feedback.pushWarning(
            tr("{parameter}: features without geometry, left out: {count}.").format(
                parameter=INPUT, count=int(flat.sum())
            )
        )
    return row[~flat], geometry[~flat]


def _areas(geometry, values, settings, crs, progress):
    """Area of each parcel, rounded to 0.01 m²."""
    if settings.area_method == ATTRIBUTE:
        return np.round(areas.field_areas(values[settings.area_field], settings.area_field), 2)
    return np.round(areas.shape_area(geometry, crs, settings.area_method, progress), 2)


def _say_overlaps(geometry, feedback, progress):
    pairs, twice = overlapping(geometry, progress)
    if pairs:
        feedback.pushWarning(
            tr("INPUT: pairs of industrial parcels that overlap one another: {count}. {area} m² count twice.").format(
                count=pairs, area=f"{twice:,.2f}"
            )
        )


def _read_boundary(settings, crs, context, feedback):
    """The development boundary as parts that do not overlap. Raises InvalidInput where the layer is not one."""
    source, rules = settings.boundary, industry_rules()
    fields = [settings.zone_field] if settings.zone_field else []
    features = read_features(
        source, "BOUNDARY", fields, crs, context, feedback, phase(feedback, tr("Reading the boundary"), 25, 30),
        settings.boundary_filter, "BOUNDARY_FILTER",
    )
    if settings.boundary_filter is not None:
        use = features.values["where"]
    elif settings.zone_field:
        codes = [str(value or "").strip()[:3] for value in features.values[settings.zone_field]]
        use = np.isin(codes, rules["boundary"])
        if len(use) and not use.any():
            raise InvalidInput(
                "BOUNDARY: {field} in “{layer}” holds none of {codes}, so this is no urban development boundary but, "
                "it seems, a village construction boundary. Choose another layer, or say in BOUNDARY_FILTER what to "
                "use.", field=settings.zone_field, layer=source.sourceName(), codes=", ".join(rules["boundary"]),
            )
    else:
        use = np.ones(len(features.geometry), dtype=bool)
    if not use.any():
        feedback.pushWarning(tr("BOUNDARY: no part of the layer is used, so every parcel lies outside."))
    return united(features.geometry[use])


def _area_inside(geometry, region, crs, method, progress):
    """Area of each parcel inside a region of parts that do not overlap, m², not rounded."""
    row, _, part = inside(geometry, region, step(progress, 0, 0.8))
    area = areas.shape_area(part, crs, method, step(progress, 0.8, 1.0))
    return np.bincount(row, weights=area, minlength=len(geometry))


def _zone(geometry, layers, name, crs, settings, progress):
    features = layers.read(name, step(progress, 0, 0.2))
    if features is None:
        return np.full(len(geometry), np.nan)
    region = united(features.geometry)
    return np.round(_area_inside(geometry, region, crs, settings.area_method, step(progress, 0.2, 1.0)), 2)


def _built(geometry, values, layers, settings, progress):
    """Floor-area ratio and coverage: measured from buildings where there are any, else as recorded."""
    if layers.given("BUILDINGS"):
        return _measured(geometry, layers, settings, progress)
    return tuple(
        _recorded(values[field], field, name, most, layers.feedback) if field else np.full(len(geometry), np.nan)
        for field, name, most in (
            (settings.far_field, "FAR_FIELD", np.inf), (settings.coverage_field, "COVERAGE_FIELD", 1.0),
        )
    )


def _measured(geometry, layers, settings, progress):
    count = len(geometry)
    floors_field = settings.floors_field
    buildings = layers.read("BUILDINGS", step(progress, 0, 0.4), [floors_field] if floors_field else [])
    if buildings is None or count == 0:
        return np.full(count, np.nan), np.full(count, np.nan)
    footprints = made_valid(buildings.geometry)
    row, building = shapely.STRtree(footprints).query(geometry, predicate="intersects")
    shared = shared_area(geometry[row], footprints[building], step(progress, 0.4, 1.0))
    row, building, shared = (column[shared > _TOUCHING] for column in (row, building, shared))
    land = shapely.area(geometry)
    coverage = np.bincount(row, weights=shared, minlength=count) / land
    floors = np.full(len(buildings.geometry), np.nan)
    if floors_field:
        floors = areas.numbers(buildings.values[floors_field])
        floors[floors <= 0] = np.nan
    far = np.bincount(row, weights=shared * floors[building], minlength=count) / land  # NaN where floors are unknown
    unknown = int(np.isnan(far).sum())
    if unknown:
        layers.feedback.pushWarning(
            tr("BUILDINGS: parcels whose floor-area ratio is unknown, because buildings there have no number of "
               "floors: {count}.").format(count=unknown)
        )
    return np.round(far, 4), np.round(coverage, 4)


def _recorded(column, field, parameter, most, feedback):
    recorded = areas.numbers(column)
    wrong = (recorded < 0) | (recorded > most)
    if wrong.any():
        feedback.pushWarning(
            tr("{parameter}: values in {field} that cannot be, taken as unknown: {count}. A coverage is a share of 0 "
               "to 1.").format(parameter=parameter, field=field, count=int(wrong.sum()))
        )
    return np.where(wrong, np.nan, recorded)


def _heritage(geometry, layers):
    heritage = np.zeros(len(geometry), dtype=bool)
    features = layers.read("HERITAGE", lambda fraction: None)
    if features is not None and len(geometry):
        heritage[sites_of(geometry, features.geometry, least=OVERLAP)[0]] = True
    return heritage


def _blocks_beside(geometry, layers, settings, progress):
    """The largest farmland block within the gap: its id (None for none) and net mu (0 for none, NaN unknown)."""
    count = len(geometry)
    none = [None] * count
    if not layers.given("BLOCKS"):
        return none, np.full(count, np.nan)
    source = settings.layers["BLOCKS"]
    id_field, mu_field = (find_field(source.fields(), name) for name in ("block_id", "NET_MU"))
    blocks = layers.read("BLOCKS", step(progress, 0, 0.5), [name for name in (id_field, mu_field) if name])
    if blocks is None or count == 0:
        return none, np.full(count, np.nan)
    mu, number = areas.numbers(blocks.values[mu_field]), np.arange(1.0, len(blocks.geometry) + 1)
    if id_field:
        own = areas.numbers(blocks.values[id_field])
        number = number if np.isnan(own).any() else own
    large = np.flatnonzero(mu >= LARGE_BLOCK_MU)
    mu, shapes = mu[large], blocks.geometry[large]
    best, size = np.full(count, -1), np.zeros(count)
    if len(large):
        tree, gap = shapely.STRtree(geometry), settings.thresholds.block_gap
        block, row = tree.query(shapes, predicate="dwithin", distance=gap)
        order = np.argsort(mu[block], kind="stable")  # the largest is written last
        best[row[order]], size[row[order]] = block[order], mu[block[order]]
    ids = number[large]
    progress(1.0)
    return [None if which < 0 else int(ids[which]) for which in best.tolist()], np.round(size, 4)
