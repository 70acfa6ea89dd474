"""From layers to parcels cut into pieces, each with its layers and its exact area."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.forest import Forest
from ..algorithms.membership import counted_twice, cut_by_layers
from ..algorithms.multifield import Overlay
from ..algorithms.overlay import made_valid
from ..algorithms.parallel import in_chunks, step
from ..algorithms.rounding import shares_rounded
from . import areas
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .multifield_settings import LAYERS
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT

_SEEN = 0.1  # m² that must count twice before it is said: below is what merging a township loses to rounding


@dataclass(frozen=True)
class Fields:
    """Parcels and their pieces.

    crs: the work CRS; id, area, group, key: feature id, m², group ('' for none) and BSM (None for none) of each parcel,
    shape (n,); overlay: its pieces; geometry: of the pieces, in `crs`; whole: whether a piece is its parcel as it was;
    given: area of each layer's features added up, m², by layer of algorithms/multifield.py, absent where not known.
    """

    crs: object
    id: np.ndarray
    area: np.ndarray
    group: list
    key: list
    overlay: Overlay
    geometry: np.ndarray
    whole: np.ndarray
    given: dict


def read_fields(settings, context, feedback):
    """Read every layer, cut, and measure. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = dict.fromkeys(
        name for name in (settings.area_field, settings.group_field, settings.key_field) if name)
    features = read_features(
        source, INPUT, list(columns), crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 12))
    shape = made_valid(features.geometry)
    land = shapely.area(shape) > 0
    if not land.all():
        feedback.pushWarning(
            tr("{parameter}: features without area, left out: {count}.").format(
                parameter=INPUT, count=int((~land).sum())))
    shape, geometry, ids = shape[land], features.geometry[land], features.id[land]
    values = {name: column[land] for name, column in features.values.items()}
    area = _areas(geometry, values, settings, crs, phase(feedback, tr("Measuring areas"), 12, 16))
    _say_overlaps(shape, feedback, phase(feedback, tr("Looking for overlaps"), 16, 20))
    layers = _read_layers(settings, crs, context, feedback)
    known = [name for name, polygons in layers.items() if polygons is not None]
    pieces = cut_by_layers(
        shape, [layers[name] for name in known], phase(feedback, tr("Laying the layers over the parcels"), 36, 66))
    # Shares of the parcel's area, for official areas of parts need not add up: its straight edges bend where they are
    # cut. A parcel that is whole needs no measuring.
    cut = ~pieces.whole
    weight = np.ones(len(pieces.row))
    measured = phase(feedback, tr("Measuring pieces"), 66, 70)
    weight[cut] = areas.shape_area(pieces.geometry[cut], crs, settings.area_method, step(measured, 0, 0.4))
    share = 0.4 / max(len(known), 1)
    given = {
        name: float(areas.shape_area(
            layers[name], crs, settings.area_method, step(measured, 0.4 + at * share, 0.4 + (at + 1) * share)).sum())
        for at, name in enumerate(known)
    }
    _say_elsewhere(layers, shape, feedback, step(measured, 0.8, 1.0))
    member = dict.fromkeys(LAYERS.values())
    member.update({name: pieces.member[:, at] for at, name in enumerate(known)})
    group = values[settings.group_field] if settings.group_field else [None] * len(shape)
    return Fields(
        crs=crs, id=ids, area=area, group=["" if name is None else str(name) for name in group],
        key=list(values[settings.key_field]) if settings.key_field else [None] * len(shape),
        overlay=Overlay(pieces.row, shares_rounded(weight, pieces.row, area), member),
        geometry=pieces.geometry, whole=pieces.whole, given=given,
    )


def _areas(geometry, values, settings, crs, progress):
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(values[settings.area_field], settings.area_field)
    else:
        area = areas.shape_area(geometry, crs, settings.area_method, progress)
    progress(1.0)
    return np.round(area, 2)


def _say_overlaps(geometry, feedback, progress):
    twice = counted_twice(geometry, progress)
    progress(1.0)
    if twice > _SEEN:
        feedback.pushWarning(
            tr("{parameter}: parcels overlap one another, and {area} m² count twice. Delete the doubles.").format(
                parameter=INPUT, area=f"{twice:,.2f}"))


def _read_layers(settings, crs, context, feedback):
    """Polygons of each layer by its name, None where nothing is known of it."""
    optional = OptionalLayers(settings.layers, crs, context, feedback)
    layers, share = {}, 16 / len(LAYERS)
    for at, (parameter, name) in enumerate(LAYERS.items()):
        if not optional.given(parameter):
            layers[name] = None
            continue
        progress = phase(
            feedback, tr("Reading {layer}").format(layer=settings.layers[parameter].sourceName()), 20 + at * share,
            20 + (at + 1) * share)
        features = optional.read(
            parameter, progress, where=settings.restorable_filter if parameter == "RESTORABLE" else None,
            where_parameter="RESTORABLE_FILTER",
            only=settings.restorable_codes if parameter == "RESTORABLE" else "")
        layers[name] = None if features is None else _made_valid(features.geometry)
    return layers


def _made_valid(polygons):
    return in_chunks(made_valid, polygons) if len(polygons) else polygons


def _say_elsewhere(layers, parcels, feedback, progress):
    """Say how many features of each layer lie beside all parcels: they count nowhere."""
    if len(parcels) == 0:
        return
    forest = Forest(parcels)
    for at, (parameter, name) in enumerate(LAYERS.items()):
        progress(at / len(LAYERS))
        polygons = layers[name]
        if polygons is None or len(polygons) == 0:
            continue
        reached = np.zeros(len(polygons), dtype=bool)
        reached[np.unique(forest.query(polygons)[0])] = True
        if not reached.all():
            feedback.pushWarning(
                tr("{parameter}: features that lie on no parcel of INPUT and do not count: {count}.").format(
                    parameter=parameter, count=int((~reached).sum())))
