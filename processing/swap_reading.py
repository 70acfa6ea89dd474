"""From layers to what a swap may change: steep cropland that may leave, gentle forest and orchard that may come in."""

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..algorithms.codes import parse_code_list
from ..algorithms.dissolve import united
from ..algorithms.errors import InvalidInput
from ..algorithms.farmland import farmland_codes, net_area
from ..algorithms.industry import OVERLAP
from ..algorithms.overlay import made_valid
from ..algorithms.parallel import in_chunks, step
from ..algorithms.swap_land import ridge_share, swap_rules
from . import areas
from .code_reading import known_codes
from .crs import choose_work_crs
from .dem import terrain_means
from .farmland_analysis import farmland_areas, read_barriers
from .i18n import tr
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .progress import phase
from .shared_parameters import INPUT, PLANAR
from .zones import area_inside

NO_SLOPE, BASIC, FAR, REDLINE, PUBLIC, CANOPY, EXCLUDED = (
    "no_slope", "basic_farmland", "far", "redline", "public_forest", "canopy", "excluded")
"""Why a parcel may not change; NO_SLOPE: its slope is not known."""


@dataclass(frozen=True)
class Parcels:
    """Some of the features: their rows, shapes in the work CRS, slope (degrees, NaN unknown), m² with ridges and net.

    special: of cropland, whether it is steep by its grade alone; of forest, whether its canopy is not known.
    ridges: the share taken off for ridges, of forest as new cropland. All of shape (n,).
    """

    row: np.ndarray
    shape: np.ndarray
    slope: np.ndarray
    gross: np.ndarray
    net: np.ndarray
    ridges: np.ndarray
    special: np.ndarray


@dataclass(frozen=True)
class Ground:
    """What a swap is about.

    features: as read; code: their normalised codes; cropland: all of it; leaves: which of it may leave; forest: what
    may come in; kept: (whether cropland, why, parcels) of those steep or gentle enough that may not change all the
    same; known: by layer, whether anything is known of it.
    """

    crs: object
    features: object
    code: np.ndarray
    barriers: object
    cropland: Parcels
    leaves: np.ndarray
    forest: Parcels
    kept: tuple
    known: dict


def read_ground(settings, dem, context, feedback):
    """Read every layer. Raises InvalidInput where one cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    columns = [name for name in (
        settings.codes.field, settings.kcxs_field, settings.area_field, settings.gross_field, settings.slope_field,
        settings.grade_field, settings.canopy_field, settings.group_field, settings.key_field,
    ) if name]
    features = read_features(
        source, INPUT, list(dict.fromkeys(columns)), crs, context, feedback,
        phase(feedback, tr("Reading parcels"), 0, 12), settings.exclude, "EXCLUDE")
    # Areas too are those of the valid shapes: the formula takes the halves of a bow tie for opposites.
    features = replace(features, geometry=in_chunks(made_valid, features.geometry))
    code = known_codes(features.values[settings.codes.field], settings.codes, feedback)
    system = settings.codes.system
    is_crop = parse_code_list(farmland_codes(system).farmland, system, "CODE_SYSTEM").matches(code)
    is_forest = parse_code_list(settings.incoming, system, "INCOMING_CODES").matches(code) & ~is_crop
    is_barrier = parse_code_list(farmland_codes(system).barriers, system, "CODE_SYSTEM").matches(code)
    cropland = _cropland(features, is_crop, dem, settings, crs, feedback)
    layers = _Layers(OptionalLayers(settings.layers, crs, context, feedback), crs, feedback)
    leaves, kept = _may_leave(features, cropland, settings, layers)
    forest, kept_forest = _forest(
        features, is_forest, cropland, cropland.shape[leaves], dem, settings, crs, layers, feedback)
    barriers = read_barriers(
        features.geometry[is_barrier & ~is_crop & ~is_forest], settings, crs, context, feedback)
    return Ground(crs, features, code, barriers, cropland, leaves, forest, (*kept, *kept_forest), layers.known)


class _Layers:
    """Which parcels lie in the layers that keep them from changing."""

    def __init__(self, layers, crs, feedback):
        self._layers, self._crs, self._feedback, self.known = layers, crs, feedback, {}

    def touched(self, name, geometry, start, end):
        """Which of the parcels share 1 m² or more with a layer; none where nothing is known of it."""
        progress = phase(self._feedback, tr("Measuring zones"), start, end)
        features = self._layers.read(name, step(progress, 0, 0.3))
        self.known[name] = features is not None
        if features is None or len(geometry) == 0:
            return np.zeros(len(geometry), dtype=bool)
        region, progress = united(features.geometry), step(progress, 0.3, 1.0)
        return area_inside(geometry, region, self._crs, PLANAR, progress) >= OVERLAP


def _cropland(features, which, dem, settings, crs, feedback):
    row, shape = _with_area(features, which, feedback)
    slope = _slopes(features, row, shape, dem, settings, crs, phase(feedback, tr("Measuring slopes"), 12, 17))
    steep = np.zeros(len(row), dtype=bool)
    if settings.grade_field:
        steep = areas.numbers(features.values[settings.grade_field][row]) == swap_rules()["steep_grade"]
    # Of the steepest grade at least its lower limit is known.
    slope = np.where(np.isnan(slope) & steep, settings.farm_slope, slope)
    unknown = int(np.isnan(slope).sum())
    if unknown:
        feedback.pushWarning(
            tr("Cropland parcels whose slope is not known, left out of mean slopes and never suggested to leave: "
               "{count}.").format(count=unknown))
    gross, net, _ = farmland_areas(features, row, settings, crs, phase(feedback, tr("Measuring areas"), 17, 19))
    return Parcels(row, shape, slope, gross, net, _ridges(features, row, settings),
                   steep & ~(slope >= settings.farm_slope))


def _forest(features, which, cropland, leaving, dem, settings, crs, layers, feedback):
    """Forest that may come in, and what is kept from it. leaving: shapes of what may leave."""
    row, shape = _with_area(features, which, feedback)
    slope = _slopes(features, row, shape, dem, settings, crs, phase(feedback, tr("Measuring slopes"), 21, 25))
    gentle = slope <= settings.forest_slope
    unknown = int(np.isnan(slope).sum())
    if unknown:
        feedback.pushWarning(
            tr("Forest and orchard parcels whose slope is not known, never suggested to come in: {count}.").format(
                count=unknown))
    row, shape, slope = row[gentle], shape[gentle], slope[gentle]
    canopy = _canopy(features, row, settings)
    excluded = features.values["where"][row] if settings.exclude is not None else np.zeros(len(row), dtype=bool)
    free, kept = _sieve(False, len(row), (
        (EXCLUDED, excluded), (FAR, _far(shape, leaving, settings.max_distance)),
        (REDLINE, layers.touched("REDLINE", shape, 25, 27)),
        (PUBLIC, layers.touched("PUBLIC_FOREST", shape, 27, 29)), (CANOPY, canopy > settings.max_canopy),
    ))
    row, shape, slope = row[free], shape[free], slope[free]
    gross, _, _ = farmland_areas(features, row, settings, crs, phase(feedback, tr("Measuring areas"), 29, 30))
    ridges = np.round(ridge_share(slope, cropland.slope, cropland.gross, cropland.ridges), 4)
    forest = Parcels(row, shape, slope, gross, net_area(gross, ridges), ridges, np.isnan(canopy[free]))
    return forest, (*((False, NO_SLOPE, unknown),) * (unknown > 0), *kept)


def _may_leave(features, cropland, settings, layers):
    steep = (cropland.slope >= settings.farm_slope) | cropland.special
    row = np.flatnonzero(steep)
    excluded = features.values["where"][cropland.row[row]] if settings.exclude is not None else row < 0
    free, kept = _sieve(True, len(row), (
        (EXCLUDED, excluded), (BASIC, layers.touched("BASIC_FARMLAND", cropland.shape[row], 19, 21)),
    ))
    leaves = np.zeros(len(steep), dtype=bool)
    leaves[row[free]] = True
    return leaves, kept


def _sieve(is_crop, count, reasons):
    """Which parcels are kept by no reason, and how many each keeps, the first that holds counting."""
    free, kept = np.ones(count, dtype=bool), []
    for why, holds in reasons:
        caught = free & holds
        if caught.any():
            kept.append((is_crop, why, int(caught.sum())))
        free &= ~holds
    return free, kept


def _far(shape, leaving, most):
    """Which parcels lie farther than `most` metres from every parcel that may leave; None for no limit."""
    far = np.full(len(shape), most is not None)
    if most is not None and len(leaving):
        far[np.unique(shapely.STRtree(leaving).query(shape, predicate="dwithin", distance=most)[0])] = False
    return far


def _with_area(features, which, feedback):
    """Rows and shapes of the chosen features; those without area are left out."""
    row = np.flatnonzero(which)
    shape = features.geometry[row]
    flat = shapely.area(shape) == 0
    if flat.any():
        feedback.pushWarning(
            tr("{parameter}: features without area, left out: {count}.").format(
                parameter=INPUT, count=int(flat.sum())))
    return row[~flat], shape[~flat]


def _slopes(features, row, shape, dem, settings, crs, progress):
    """Slope of each parcel in degrees: from the field, else from the terrain model; NaN where neither knows it."""
    slope = np.full(len(row), np.nan)
    if settings.slope_field:
        slope = areas.numbers(features.values[settings.slope_field][row])
        slope = np.where((slope >= 0) & (slope <= 90), slope, np.nan)
    missing = np.flatnonzero(np.isnan(slope))
    if dem is not None and len(missing):
        slope[missing] = terrain_means(dem, shape[missing], crs, progress)[1]
    progress(1.0)
    return np.round(slope, 2)


def _ridges(features, row, settings):
    if not settings.kcxs_field:
        return np.full(len(row), np.nan)
    return areas.numbers(features.values[settings.kcxs_field][row])


def _canopy(features, row, settings):
    """Canopy of each parcel, a share, NaN where it is not known. Refuses percentages."""
    if not settings.canopy_field:
        return np.full(len(row), np.nan)
    canopy = areas.numbers(features.values[settings.canopy_field][row])
    if (canopy > 1).any():
        raise InvalidInput(
            "CANOPY_FIELD: {field} holds {value}, yet canopy is a share of 0 to 1. Divide percentages by 100 first.",
            field=settings.canopy_field, value=f"{np.nanmax(canopy):g}",
        )
    return np.where(canopy >= 0, canopy, np.nan)
