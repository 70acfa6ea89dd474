"""From layers to what is known of each settlement, and what village relocation says of it."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.nearest import nearest_distance
from ..algorithms.overlay import made_valid, shared_area
from ..algorithms.parallel import step
from ..algorithms.settlements import sites_of
from ..algorithms.special import Facts
from . import areas
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .listing import rows_of_list
from .optional_layers import OptionalLayers
from .progress import phase
from .relocation_statistics import read_statistics
from .settlement_facts import area_of, protected_sites, terrain_of, usable
from .shared_parameters import INPUT
from .special_settings import CANDIDATE_FIELDS

_SHARED = 1.0  # m²: candidates that share less with a settlement only touch it


@dataclass(frozen=True)
class Known:
    """The settlements and what was found out about them, shape (n,).

    features: as read, in the work CRS `crs`; name: of the settlements or None; site: names of what makes it historic;
    tourism, scenic: names of the nearest; unknown: names of parameters of which nothing is known; sites: Sites or None;
    others: (settlement, candidate) pairs, shape (k, 2), their share of the settlement, shape (k,), and the candidates'
    columns, or None without candidates.
    """

    crs: object
    features: object
    name: list
    facts: Facts
    site: list
    listed: np.ndarray
    tourism: list
    scenic: list
    unknown: tuple
    sites: object
    others: object


@dataclass(frozen=True)
class Sites:
    """Heritage sites, shape (m,): feature ids, shapes, names or None, and the settlement each is in, -1 for none."""

    id: np.ndarray
    geometry: np.ndarray
    name: list
    settlement: np.ndarray


def read_known(settings, dem, context, feedback):
    """Read every layer and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    own_counts = settings.counts.values() if settings.statistics is None else ()
    columns = [name for name in (
        settings.name_field, settings.area_field, settings.join_field, settings.historic.own_field,
        settings.elevation_field, *own_counts,
    ) if name]
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback,
        phase(feedback, tr("Reading settlements"), 0, 10))
    geometry = usable(features.geometry)
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    area = area_of(features, settings, crs, phase(feedback, tr("Measuring areas"), 10, 16))
    statistics = read_statistics(features, area, settings, feedback, phase(feedback, tr("Joining statistics"), 16, 22))
    elevation = _elevation(features, geometry, dem, settings, crs, feedback)
    historic, site, protection_known = protected_sites(
        geometry, layers, phase(feedback, tr("Finding protected sites"), 44, 50))
    sites = _sites(geometry, layers, historic, site, phase(feedback, tr("Finding heritage sites"), 50, 55))
    listed = _listed(features, geometry, settings, crs, context, feedback)
    tourism, scenic, names = _attractions(geometry, layers, settings, feedback)
    others = _others(geometry, layers, phase(feedback, tr("Comparing with relocation"), 75, 82))
    facts = Facts(
        area=area, historic=historic | listed, elevation=elevation, households=statistics.households,
        vacancy=statistics.vacancy, tourism=tourism, scenic=scenic)
    history_known = protection_known or sites is not None or settings.historic.source is not None
    return Known(
        crs=crs, features=features,
        name=list(features.values[settings.name_field]) if settings.name_field else [None] * len(geometry),
        facts=facts,
        site=site, listed=listed, tourism=names[0], scenic=names[1],
        unknown=_say_unknown(facts, history_known, others is not None, feedback), sites=sites, others=others,
    )


def _elevation(features, geometry, dem, settings, crs, feedback):
    """Mean elevation by the terrain model, where there is none by the settlements' own field."""
    progress = phase(feedback, tr("Measuring terrain"), 22, 44)
    if dem is not None or not settings.elevation_field:
        return terrain_of(geometry, dem, crs, feedback, progress)[0]
    return areas.numbers(features.values[settings.elevation_field])


def _sites(geometry, layers, historic, site, progress):
    """The heritage sites; marks the settlements they stand in as historic, and names them there."""
    field = layers.field("HERITAGE", "NAME")
    features = layers.read("HERITAGE", progress, [field] if field else [])
    if features is None:
        return None
    names = list(features.values[field]) if field else [None] * len(features.geometry)
    within = np.full(len(features.geometry), -1)
    if len(geometry):
        rows, which = sites_of(geometry, features.geometry)
        within[which] = rows
        for row, at in zip(rows.tolist(), which.tolist()):
            historic[row] = True
            called = str(names[at] or tr("heritage site"))
            site[row] = tr(", ").join(filter(None, (site[row], called)))
    return Sites(features.id, features.geometry, names, within)


def _listed(features, geometry, settings, crs, context, feedback):
    listed = np.zeros(len(geometry), dtype=bool)
    choice = settings.historic
    progress = phase(feedback, tr("Reading the list"), 55, 60)
    if choice.source is not None and len(geometry):
        own = features.values[choice.own_field] if choice.own_field else None
        listed[rows_of_list(choice, own, geometry, crs, context, feedback, progress, _SHARED)[0]] = True
    return listed


def _attractions(geometry, layers, settings, feedback):
    """Metres to the nearest tourism facility and to the nearest scenic place, and their names."""
    progress = phase(feedback, tr("Measuring ways to tourism"), 60, 75)
    facilities, scenic = [], []
    known = [False, False]
    name_field = layers.field("TOURISM", "NAME")
    wanted = list(dict.fromkeys(name for name in (name_field, settings.kind_field) if name))
    features = layers.read("TOURISM", step(progress, 0, 0.2), wanted)
    if features is not None:
        kinds = features.values[settings.kind_field] if settings.kind_field else [None] * len(features.geometry)
        names = features.values[name_field] if name_field else [None] * len(features.geometry)
        for shape, kind, name in zip(features.geometry, kinds, names):
            views = str(kind or "").strip().lower() in settings.scenic_kinds
            (scenic if views else facilities).append((shape, name))
        known = [True, bool(settings.kind_field)]
    field = layers.field("SCENIC", "NAME")
    features = layers.read("SCENIC", step(progress, 0.2, 0.4), [field] if field else [])
    if features is not None:
        scenic += zip(features.geometry, features.values[field] if field else [None] * len(features.geometry))
        known[1] = True
    measured = [
        _nearest(geometry, places, is_known, step(progress, start, start + 0.3))
        for places, is_known, start in ((facilities, known[0], 0.4), (scenic, known[1], 0.7))
    ]
    return measured[0][0], measured[1][0], (measured[0][1], measured[1][1])


def _nearest(geometry, places, known, progress):
    """Metres to the nearest of the places, infinite where there is none, NaN where nobody knows; and its name."""
    if not known or not places or len(geometry) == 0:
        return np.full(len(geometry), np.inf if known else np.nan), [""] * len(geometry)
    shapes = np.array([shape for shape, _ in places], dtype=object)
    metres, index = nearest_distance(geometry, shapes, progress)
    return np.round(metres, 2), [str(places[at][1] or "") for at in index.tolist()]


def _others(geometry, layers, progress):
    """Pairs of settlements and relocation candidates on the same ground, None where none were given."""
    candidates = layers.read("CANDIDATES", step(progress, 0, 0.5), CANDIDATE_FIELDS)
    if candidates is None or len(geometry) == 0:
        return None
    shapes = made_valid(candidates.geometry)
    settlement, other = shapely.STRtree(shapes).query(geometry, predicate="intersects")
    shared = shared_area(geometry[settlement], shapes[other], step(progress, 0.5, 1.0))
    keep = shared >= _SHARED
    settlement, other, shared = settlement[keep], other[keep], shared[keep]
    return np.column_stack((settlement, other)), shared / shapely.area(geometry)[settlement], candidates.values


def _say_unknown(facts, history_known, compared, feedback):
    """What no rule could be tried for want of data: told, so that it is not taken for none."""
    nobody = {name: np.isnan(getattr(facts, name)).all() for name in (
        "elevation", "households", "vacancy", "tourism", "scenic")}
    lacking = [name for name, unknown in (
        (tr("historic villages (PROTECTED, HERITAGE or LIST)"), not history_known),
        (tr("elevation (DEM or ELEVATION_FIELD)"), nobody["elevation"]),
        (tr("households and vacancy (STATISTICS)"), nobody["households"] or nobody["vacancy"]),
        (tr("tourism facilities (TOURISM)"), nobody["tourism"]), (tr("scenic places (SCENIC)"), nobody["scenic"]),
        (tr("relocation candidates, so that contests are unknown (CANDIDATES)"), not compared),
    ) if unknown]
    if lacking and len(facts.area):
        feedback.pushWarning(
            tr("Not known, which is not to say that there are none: {names}.").format(names=tr(", ").join(lacking)))
    return tuple(lacking)
