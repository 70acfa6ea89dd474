"""From layers to what is known of each industrial parcel."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.codes import parse_code_list
from ..algorithms.contiguity import ContiguityRule, find_blocks
from ..algorithms.industry import CLUSTER_GAP, LARGE_BLOCK_MU, OVERLAP, Facts, industry_rules
from ..algorithms.overlay import made_valid, overlapping
from ..algorithms.parallel import step
from ..algorithms.settlements import sites_of
from . import areas
from .built_land import measured_or_recorded
from .code_reading import features_of_codes, known_codes
from .crs import choose_work_crs
from .development_boundary import read_boundary, share_inside
from .farmland_blocks import read_blocks
from .i18n import tr
from .industry_enterprises import read_enterprises
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import INPUT
from .zones import area_in_zone


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
    area = areas.parcel_area(geometry, values, settings, crs, phase(feedback, tr("Measuring areas"), 20, 23))
    _say_overlaps(geometry, feedback, phase(feedback, tr("Looking for overlaps"), 23, 25))
    boundary = read_boundary(
        settings, crs, context, feedback, phase(feedback, tr("Reading the boundary"), 25, 30))
    share = share_inside(
        geometry, boundary, crs, phase(feedback, tr("Measuring what lies outside the boundary"), 30, 45))
    outside = np.round(area - np.round(share * area, 2), 2)
    enterprises = read_enterprises(
        geometry, values, settings, crs, context, feedback, phase(feedback, tr("Joining enterprises"), 45, 50)
    )
    built = measured_or_recorded(
        geometry, values, layers, settings, phase(feedback, tr("Measuring buildings"), 50, 62))
    zones = {
        name: area_in_zone(
            geometry, layers, name, crs, settings.area_method, phase(feedback, tr("Measuring zones"), start, start + 5))
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
            grade=enterprises.gathered.grade, tax_ratio=enterprises.gathered.tax / enterprises.tax_mean, far=built.far,
            coverage=built.coverage, polluting=enterprises.gathered.polluting, redline=zones["REDLINE"],
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


def _say_overlaps(geometry, feedback, progress):
    pairs, twice = overlapping(geometry, progress)
    if pairs:
        feedback.pushWarning(
            tr("INPUT: pairs of industrial parcels that overlap one another: {count}. {area} m² count twice.").format(
                count=pairs, area=f"{twice:,.2f}"
            )
        )


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
    blocks = read_blocks(layers, step(progress, 0, 0.5))
    if blocks is None or count == 0:
        return none, np.full(count, np.nan)
    number, mu = blocks.id, blocks.mu
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
