"""From the layers of land moved out and in to the two sides of the adjustment form."""

from dataclasses import dataclass

import numpy as np

from ..algorithms.basic_farmland import classes_of, degrees_of_grades, form, quality_grades, side_of
from ..algorithms.errors import InvalidInput
from ..algorithms.farmland import net_area
from ..algorithms.overlay import made_valid
from ..algorithms.parallel import step
from ..algorithms.within import area_within
from . import areas
from .adjustment_settings import DEGREES, IN, LAYERS, OUT
from .code_reading import known_codes
from .crs import choose_work_crs
from .dem import terrain_means
from .fields import find_field
from .i18n import tr
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import ATTRIBUTE


@dataclass(frozen=True)
class Facts:
    """What the form is filled in from.

    sides: algorithms.basic_farmland.Side by OUT and IN; within: hundredths of a
    square metre by (side, layer), for the layers that were given and hold
    something; overlap: of land moved out that is moved in too; original:
    basic farmland before, None where not known.
    """

    sides: dict
    within: dict
    overlap: int
    original: object


@dataclass(frozen=True)
class _Land:
    """Parcels of one side: valid geometry, net area in hundredths of a square metre, shape (n,)."""

    geometry: np.ndarray
    area: np.ndarray
    side: object


def read_facts(settings, dem, context, feedback):
    """The Facts. Raises InvalidInput where the layers cannot be used."""
    source = settings.sources[OUT]
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    out = _read_side(OUT, settings, crs, dem, context, feedback, 0, 45)
    if not len(out.area):
        raise InvalidInput(
            "OUT: the layer “{layer}” has no parcels, so there is no adjustment to report. Choose the layer with the "
            "land moved out.", layer=source.sourceName(),
        )
    into = _read_side(IN, settings, crs, dem, context, feedback, 45, 60)
    overlap = area_within(
        out.geometry, out.area, into.geometry, phase(feedback, tr("Comparing land moved out and in"), 60, 65)
    )
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    ridge, field = _fields_of_original(settings)
    within, original = {}, None
    for at, name in enumerate(LAYERS):
        progress = phase(feedback, tr("Reading further layers"), 65 + at * 6, 71 + at * 6)
        wanted = tuple(filter(None, (ridge, field))) if name == "BASIC_FARMLAND" else ()
        features = layers.read(name, step(progress, 0, 0.3), wanted)
        if features is not None:
            for side, land, start in ((OUT, out, 0.3), (IN, into, 0.6)):
                inside = area_within(land.geometry, land.area, features.geometry, step(progress, start, start + 0.3))
                within[side, name] = int(np.round(inside).sum())
            if name == "BASIC_FARMLAND":
                original = _original(features, ridge, field, settings, crs, step(progress, 0.9, 1.0))
        progress(1.0)
    if settings.original_ha is not None:
        original = round(settings.original_ha * 1_000_000)
    return Facts({OUT: out.side, IN: into.side}, within, int(np.round(overlap).sum()), original)


def _read_side(name, settings, crs, dem, context, feedback, start, end):
    """The _Land of one side, progress from `start` to `end` percent."""
    fields, span = settings.fields[name], end - start
    features = read_features(
        settings.sources[name], name, fields.all, crs, context, feedback,
        phase(feedback, tr("Reading parcels"), start, start + span * 0.4),
    )
    values, count = features.values, len(features.geometry)
    codes = known_codes(values[fields.code], settings.choice(name), feedback)
    classes = classes_of(codes, settings.system)
    cropland = np.isin(classes, form()["cropland"])
    progress = phase(feedback, tr("Measuring areas"), start + span * 0.4, start + span * 0.6)
    area = _net(features, cropland, fields.ridge, fields.area, settings.area_method, crs, progress)
    slope = _slope(name, features, settings, dem, crs, feedback,
                   phase(feedback, tr("Measuring slope"), start + span * 0.6, start + span * 0.9))
    progress = phase(feedback, tr("Adding up"), start + span * 0.9, end)
    grade = np.full(count, np.nan)
    if fields.grade:
        written = areas.numbers(values[fields.grade])
        grade = quality_grades(written)
        _tell_grades(name, fields.grade, written, grade, feedback)
    land = _Land(made_valid(features.geometry), area, side_of(area, classes, slope, grade))
    progress(1.0)
    return land


def _net(features, cropland, ridge_field, field, method, crs, progress):
    """Net area of parcels, hundredths of a square metre: ridges are taken off cropland alone."""
    if method == ATTRIBUTE and field:
        area = areas.field_areas(features.values[field], field)
        progress(1.0)
        return _hundredths(area)
    area = areas.shape_area(features.geometry, crs, method, progress)
    ridge = np.full(len(area), np.nan)
    if ridge_field:
        ridge = np.where(cropland, areas.numbers(features.values[ridge_field]), np.nan)
    return _hundredths(net_area(area, ridge))


def _slope(name, features, settings, dem, crs, feedback, progress):
    """Slope of each parcel in degrees, the steepest of its grade, NaN where not known: the field's, else the DEM's."""
    field = settings.fields[name].slope
    slope = np.full(len(features.geometry), np.nan)
    if field:
        number = areas.numbers(features.values[field])
        if settings.slope_unit == DEGREES:
            slope = np.where((number >= 0) & (number <= 90), number, np.nan)
        else:
            slope = degrees_of_grades(number)
        wrong = int((np.isnan(slope) & ~np.isnan(number)).sum())
        if wrong:
            feedback.pushWarning(
                tr("SLOPE_FIELD: values in {field} that cannot be a slope, taken as unknown: {count}. A grade is a "
                   "whole number from 1 to 5; for degrees set SLOPE_UNIT.").format(field=field, count=wrong)
            )
    missing = np.flatnonzero(np.isnan(slope))
    if dem is not None and len(missing):
        _, slope[missing] = terrain_means(dem, features.geometry[missing], crs, progress)
    unknown = int(np.isnan(slope).sum())
    if unknown:
        feedback.pushWarning(
            tr("{parameter}: parcels whose slope is not known: {count}. They stand in a line of their own; give "
               "SLOPE_FIELD or a DEM.").format(parameter=name, count=unknown)
        )
    progress(1.0)
    return slope


def _tell_grades(name, field, written, grade, feedback):
    odd = int((np.isnan(grade) & ~np.isnan(written) & (written != 0)).sum())
    if odd:
        feedback.pushWarning(
            tr("{parameter}: values in {field} that are no quality grade from 1 to 15, taken as unknown: "
               "{count}.").format(parameter=name, field=field, count=odd)
        )


def _fields_of_original(settings):
    """(ridges, area) as the layer of basic farmland calls them, '' for none. All of it counts as cropland."""
    source = settings.layers["BASIC_FARMLAND"]
    if source is None:
        return "", ""
    fields, recorded = source.fields(), settings.fields[OUT].area
    return find_field(fields, "KCXS"), find_field(fields, recorded) if recorded else ""


def _original(features, ridge, field, settings, crs, progress):
    """Net area of the basic farmland before, hundredths of a square metre."""
    everything = np.ones(len(features.geometry), dtype=bool)
    return int(_net(features, everything, ridge, field, settings.area_method, crs, progress).sum())


def _hundredths(square_metres):
    return np.round(np.asarray(square_metres, dtype=float) * 100).astype(np.int64)
