"""How much of each parcel lies inside a zone: a layer whose features may overlap and be invalid."""

import numpy as np

from ..algorithms.dissolve import united
from ..algorithms.overlay import inside
from ..algorithms.parallel import step
from . import areas


def area_inside(geometry, region, crs, method, progress):
    """Area of each parcel inside a region of parts that do not overlap, m², not rounded."""
    row, _, part = inside(geometry, region, step(progress, 0, 0.8))
    area = areas.shape_area(part, crs, method, step(progress, 0.8, 1.0))
    return np.bincount(row, weights=area, minlength=len(geometry))


def area_in_zone(geometry, layers, name, crs, method, progress):
    """Area of each parcel inside an optional layer, m² to 0.01, NaN where nothing is known of it.

    layers: OptionalLayers; name: the layer's parameter.
    """
    features = layers.read(name, step(progress, 0, 0.2))
    if features is None:
        return np.full(len(geometry), np.nan)
    region = united(features.geometry)
    return np.round(area_inside(geometry, region, crs, method, step(progress, 0.2, 1.0)), 2)
