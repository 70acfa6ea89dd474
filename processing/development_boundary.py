"""The urban development boundary: its zones read, a village boundary refused, and how much of a parcel lies inside."""

import numpy as np

from ..algorithms.dissolve import united
from ..algorithms.errors import InvalidInput
from .i18n import tr
from .layer_reader import read_features
from .shared_parameters import PLANAR
from .zones import area_inside


def read_boundary(settings, crs, context, feedback, progress):
    """The development boundary as parts that do not overlap. Raises InvalidInput where the layer is not one.

    settings: has `boundary`, `boundary_filter` and `zone_field`.
    """
    from ..algorithms.industry import industry_rules

    source, rules = settings.boundary, industry_rules()
    fields = [settings.zone_field] if settings.zone_field else []
    features = read_features(
        source, "BOUNDARY", fields, crs, context, feedback, progress, settings.boundary_filter, "BOUNDARY_FILTER",
    )
    if settings.boundary_filter is not None:
        use = features.values["where"]
    elif settings.zone_field:
        codes = [str(value or "").strip()[:3] for value in features.values[settings.zone_field]]
        use = np.isin(codes, rules["boundary"])
        if len(use) and not use.any():
            raise InvalidInput(
                "BOUNDARY: {field} in “{layer}” holds none of {codes}, so this is no urban development boundary but, "
                "it seems, a village construction boundary. Choose another layer, or say in BOUNDARY_FILTER what to "
                "use.", field=settings.zone_field, layer=source.sourceName(), codes=", ".join(rules["boundary"]),
            )
    else:
        use = np.ones(len(features.geometry), dtype=bool)
    if not use.any():
        feedback.pushWarning(tr("BOUNDARY: no part of the layer is used, so every parcel lies outside."))
    return united(features.geometry[use])


def share_inside(geometry, region, crs, progress):
    """Share of each parcel inside the boundary.

    On the plane, whatever the area method: the official formula joins corners otherwise than the plane does, so parts
    cut by a long edge would not add up to the whole.
    """
    import shapely

    within = area_inside(geometry, region, crs, PLANAR, progress)
    return np.clip(within / shapely.area(geometry), 0, 1)
