"""What of a township's layers belongs to the plan of one village."""

from dataclasses import replace

LEAST_AREA = 0.01
"""m²: what is less is where neighbours touch."""


def outline_of(parcels):
    """The ground that the plan's parcels cover, a valid shapely geometry in their CRS."""
    from ..algorithms.dissolve import union

    return union(parcels)


def only_inside(features, outline, whole):
    """Features (layer_reader.Features) of the plan's ground: cut at its outline.

    Points stay where they lie on it. whole: nothing is cut, and what lies on it for half or more of its area stays: so
    with village boundaries, which the survey draws apart from the parcels.
    """
    import numpy as np
    import shapely

    from ..algorithms.overlay import made_valid, only_land

    geometry = features.geometry
    shapely.prepare(outline)
    near = np.flatnonzero(shapely.intersects(outline, geometry))
    shape = geometry[near]
    flat = shapely.get_dimensions(shape) == 2
    crossing = np.flatnonzero(flat & ~shapely.covers(outline, shape))
    part = only_land(shapely.intersection(made_valid(shape[crossing]), outline))
    keep = np.ones(len(near), dtype=bool)
    if whole:
        keep[crossing] = shapely.area(part) >= 0.5 * shapely.area(shape[crossing])
    else:
        shape[crossing] = part
        keep[crossing] = shapely.area(part) >= LEAST_AREA
    row = near[keep]
    return replace(
        features, geometry=shape[keep], id=features.id[row],
        values={name: values[row] for name, values in features.values.items()},
    )
