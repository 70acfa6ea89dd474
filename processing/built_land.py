"""How densely parcels are built: floor-area ratio and coverage, measured from buildings or as recorded."""

from dataclasses import dataclass

import numpy as np
import shapely

from ..algorithms.overlay import made_valid, shared_area
from ..algorithms.parallel import step
from . import areas
from .i18n import tr

_TOUCHING = 0.01  # m²: a building that shares less only touches the parcel


@dataclass(frozen=True)
class BuiltLand:
    """Of each parcel, NaN where unknown, shape (n,).

    far: floor area over land; coverage: built share of the land; year: mean
    year of building of its footprints, weighted by their area, where the year is known.
    """

    far: np.ndarray
    coverage: np.ndarray
    year: np.ndarray


def measured_or_recorded(geometry, values, layers, settings, progress, year_field=""):
    """BuiltLand: measured from the layer BUILDINGS where there is one, else as the parcels' fields record it.

    settings: has `floors_field`, `far_field` and `coverage_field`; year_field: of the buildings, '' for none.
    """
    count = len(geometry)
    if layers.given("BUILDINGS"):
        return _measured(geometry, layers, settings.floors_field, year_field, progress)
    far, coverage = (
        _recorded(values[field], field, name, most, layers.feedback) if field else np.full(count, np.nan)
        for field, name, most in (
            (settings.far_field, "FAR_FIELD", np.inf), (settings.coverage_field, "COVERAGE_FIELD", 1.0),
        )
    )
    return BuiltLand(far, coverage, np.full(count, np.nan))


def _measured(geometry, layers, floors_field, year_field, progress):
    count = len(geometry)
    fields = [name for name in (floors_field, year_field) if name]
    buildings = layers.read("BUILDINGS", step(progress, 0, 0.4), fields)
    if buildings is None or count == 0:
        return BuiltLand(*(np.full(count, np.nan) for _ in range(3)))
    footprints = made_valid(buildings.geometry)
    row, building = shapely.STRtree(footprints).query(geometry, predicate="intersects")
    shared = shared_area(geometry[row], footprints[building], step(progress, 0.4, 1.0))
    row, building, shared = (column[shared > _TOUCHING] for column in (row, building, shared))
    land = shapely.area(geometry)
    coverage = np.bincount(row, weights=shared, minlength=count) / land
    floors = _above_zero(buildings, floors_field)
    far = np.bincount(row, weights=shared * floors[building], minlength=count) / land  # NaN where floors are unknown
    unknown = int(np.isnan(far).sum())
    if unknown:
        layers.feedback.pushWarning(
            tr("BUILDINGS: parcels whose floor-area ratio is unknown, because buildings there have no number of "
               "floors: {count}.").format(count=unknown)
        )
    year = _above_zero(buildings, year_field)[building]
    dated = ~np.isnan(year)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(row[dated], weights=(shared * year)[dated], minlength=count) / np.bincount(
            row[dated], weights=shared[dated], minlength=count)
    return BuiltLand(np.round(far, 4), np.round(coverage, 4), np.round(mean, 1))


def _above_zero(buildings, field):
    numbers = areas.numbers(buildings.values[field]) if field else np.full(len(buildings.geometry), np.nan)
    return np.where(numbers > 0, numbers, np.nan)


def _recorded(column, field, parameter, most, feedback):
    recorded = areas.numbers(column)
    wrong = (recorded < 0) | (recorded > most)
    if wrong.any():
        feedback.pushWarning(
            tr("{parameter}: values in {field} that cannot be, taken as unknown: {count}. A coverage is a share of 0 "
               "to 1.").format(parameter=parameter, field=field, count=int(wrong.sum()))
        )
    return np.where(wrong, np.nan, recorded)
