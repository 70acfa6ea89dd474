"""What is measured of settlements for more than one tool: area, terrain, protected sites."""

import numpy as np
import shapely

from ..algorithms.overlay import made_valid
from ..algorithms.settlements import GAP, sites_of
from . import areas
from .dem import terrain_means
from .i18n import tr
from .shared_parameters import ATTRIBUTE


def usable(geometry):
    """Geometries made valid, for GEOS to cut; what would vanish, such as a spike, stays as it is."""
    fixed = made_valid(geometry)
    return np.where(shapely.is_empty(fixed), geometry, fixed)


def area_of(features, settings, crs, progress):
    """Area of each settlement, rounded to 0.01 m²."""
    if settings.area_method == ATTRIBUTE:
        return np.round(areas.field_areas(features.values[settings.area_field], settings.area_field), 2)
    return np.round(areas.shape_area(features.geometry, crs, settings.area_method, progress), 2)


def terrain_of(geometry, dem, crs, feedback, progress):
    """Mean elevation [m] and slope [°] of each settlement, NaN where unknown."""
    if dem is None or len(geometry) == 0:
        return np.full(len(geometry), np.nan), np.full(len(geometry), np.nan)
    elevation, slope = terrain_means(dem, geometry, crs, progress)
    missing = int(np.isnan(elevation).sum())
    if missing:
        feedback.pushWarning(
            tr("DEM: settlements where it has no heights, so that their terrain is unknown: {count}.").format(
                count=missing
            )
        )
    return np.round(elevation, 2), np.round(slope, 2)


def protected_sites(geometry, layers, progress, name="PROTECTED"):
    """Which settlements are protected, by what site, and whether anything is known of it."""
    site = [""] * len(geometry)
    protected = np.zeros(len(geometry), dtype=bool)
    field = layers.field(name, "NAME")
    features = layers.read(name, progress, [field] if field else [])
    if features is None or len(geometry) == 0:
        return protected, site, False
    row, which = sites_of(geometry, features.geometry, GAP)
    protected[row] = True
    if field:
        for i, called in zip(row.tolist(), features.values[field][which]):
            if called is not None and str(called) not in site[i]:
                site[i] = f"{site[i]}, {called}" if site[i] else str(called)
    return protected, site, True
