"""How much of the recorded area of parcels lies inside other polygons."""

import numpy as np
import shapely

from .dissolve import dissolve
from .overlay import inside, made_valid
from .parallel import no_progress, step

_WHOLE = 1 - 1e-9


def area_within(geometry, area, polygons, progress=no_progress):
    """The part of each parcel's area inside the polygons taken together, shape (n,).

    geometry: valid polygons, shape (n,); area: their recorded areas in any
    unit, which are shared in proportion to the shapes'; polygons: shape (m,),
    may overlap and be invalid.
    """
    if len(polygons) == 0:
        progress(1.0)
        return np.zeros(len(geometry))
    polygons = made_valid(polygons)
    whole = dissolve(polygons, np.zeros(len(polygons), dtype=int), 1, step(progress, 0, 0.3))
    outline = shapely.get_parts(whole)
    row, _, part = inside(geometry, outline[shapely.area(outline) > 0], step(progress, 0.3, 1))
    share = shapely.area(part) / shapely.area(geometry[row])
    taken = area[row] * np.where(share > _WHOLE, 1.0, share)
    return np.bincount(row, weights=taken, minlength=len(geometry))
