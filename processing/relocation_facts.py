"""From layers to what is known of each settlement."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.dissolve import united
from ..algorithms.nearest import nearest_distance
from ..algorithms.overlay import inside
from ..algorithms.parallel import step
from ..algorithms.relocation import Facts
from ..algorithms.road_distance import build_network, network_distance
from . import areas
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .relocation_statistics import read_statistics
from .road_graph import shortest_with
from .settlement_facts import area_of, protected_sites, terrain_of, usable
from .shared_parameters import INPUT


@dataclass(frozen=True)
class Known:
    """The settlements and what was found out about them, shape (n,).

    features: as read, in the work CRS `crs`; village: names or None;
    statistics: Statistics; site: name of the protected site, '' where it has
    none; protection_known: whether there were sites to look at.
    """

    crs: object
    features: object
    village: list
    facts: Facts
    statistics: object
    site: list
    protection_known: bool


def read_known(settings, dem, context, feedback):
    """Read every layer and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    own_counts = settings.counts.values() if settings.statistics is None else ()
    columns = [name for name in (
        settings.village_field, settings.area_field, settings.join_field, *own_counts,
    ) if name]
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback,
        phase(feedback, tr("Reading settlements"), 0, 8),
    )
    geometry = usable(features.geometry)
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    area = area_of(features, settings, crs, phase(feedback, tr("Measuring areas"), 8, 12))
    statistics = read_statistics(features, area, settings, feedback, phase(feedback, tr("Joining statistics"), 12, 16))
    elevation, slope = terrain_of(
        geometry, dem, crs, feedback, phase(feedback, tr("Measuring terrain"), 16, 40))
    hazard_area, hazard_point = _hazards(geometry, layers, feedback)
    protected, site, protection_known = protected_sites(
        geometry, layers, phase(feedback, tr("Finding protected sites"), 50, 55))
    redline = _zone(geometry, layers, "REDLINE", settings, crs, phase(feedback, tr("Measuring zones"), 55, 60))
    water = _zone(geometry, layers, "WATER_SOURCE", settings, crs, phase(feedback, tr("Measuring zones"), 60, 65))
    service, by_network, unreachable = _services(geometry, layers, settings, feedback)
    return Known(
        crs=crs,
        features=features,
        village=list(features.values[settings.village_field]) if settings.village_field else [None] * len(geometry),
        facts=Facts(
            area=area, hazard_area=hazard_area, hazard_point=hazard_point, elevation=elevation, slope=slope,
            service=service, by_network=by_network, unreachable=unreachable, vacancy=statistics.vacancy,
            households=statistics.households, consent=statistics.consent, protected=protected, redline=redline,
            water=water,
        ),
        statistics=statistics,
        site=site,
        protection_known=protection_known,
    )


def _hazards(geometry, layers, feedback):
    """Metres to the nearest hazard extent and to the nearest hazard point."""
    progress = phase(feedback, tr("Measuring hazards"), 40, 50)
    distances = []
    for name, start in (("HAZARD_AREAS", 0.0), ("HAZARD_POINTS", 0.5)):
        features = layers.read(name, step(progress, start, start + 0.2))
        if features is None:
            distances.append(np.full(len(geometry), np.nan))
            continue
        parts = shapely.get_parts(features.geometry)
        distances.append(np.round(nearest_distance(geometry, parts, step(progress, start + 0.2, start + 0.5))[0], 2))
    return distances


def _zone(geometry, layers, name, settings, crs, progress):
    """Square metres of each settlement inside a zone, NaN where the layer is not known."""
    features = layers.read(name, step(progress, 0, 0.2))
    if features is None:
        return np.full(len(geometry), np.nan)
    row, _, part = inside(geometry, united(features.geometry), step(progress, 0.2, 0.8))
    part_area = areas.shape_area(part, crs, settings.area_method, step(progress, 0.8, 1.0))
    return np.round(np.bincount(row, weights=part_area, minlength=len(geometry)), 2)


def _services(geometry, layers, settings, feedback):
    """Kilometres to the nearest service, whether along roads, and who cannot be reached so."""
    count = len(geometry)
    progress = phase(feedback, tr("Measuring the way to services"), 65, 80)
    nobody = np.zeros(count, dtype=bool)
    features = layers.read("SERVICES", step(progress, 0, 0.1))
    if features is None or count == 0:
        if layers.given("ROADS") and not layers.given("SERVICES"):
            feedback.pushWarning(tr("ROADS: without SERVICES there is no way to measure; the roads are not used."))
        return np.full(count, np.nan), False, nobody
    services = shapely.get_parts(features.geometry)
    roads = layers.read("ROADS", step(progress, 0.1, 0.4))
    network = build_network(roads.geometry) if roads is not None else None
    if network is None or len(network.line) == 0:
        feedback.pushInfo(tr("Services are measured straight."))
        metres, _ = nearest_distance(geometry, services, step(progress, 0.4, 1.0))
        return np.round(metres / 1000, 5), False, nobody
    feedback.pushInfo(tr("Services are measured along the roads."))
    metres = network_distance(
        geometry, services, network, shortest_with(step(progress, 0.4, 0.6)), step(progress, 0.6, 1.0)
    )
    unreachable = np.isinf(metres)
    if unreachable.any():
        farthest = max(np.max(metres[~unreachable], initial=0.0), settings.thresholds.remote_network_km * 1000)
        metres[unreachable] = farthest
        feedback.pushWarning(
            tr("Settlements that no service reaches along the roads: {count}. They count as the farthest, "
               "{distance} km.").format(count=int(unreachable.sum()), distance=f"{farthest / 1000:.1f}")
        )
    return np.round(metres / 1000, 5), True, unreachable
