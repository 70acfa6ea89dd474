"""Areas of features by the method a person chose."""

from ..algorithms.errors import InvalidInput
from .crs import to_geographic
from .fields import find_field
from .shared_parameters import AREA_FIELD, ATTRIBUTE, OFFICIAL

_CHUNK = 10_000


def official(geometry, crs, progress):
    """Official ellipsoidal area of polygons in `crs`, m², shape (n,), not rounded."""
    from ..algorithms.official_area import official_area
    from ..algorithms.parallel import in_chunks

    transform = to_geographic(crs)
    return in_chunks(lambda part: official_area(part, transform), geometry, size=_CHUNK, progress=progress)


def shape_area(geometry, crs, method, progress):
    """Area of shapes made by us, m²: planar where that was chosen, else official."""
    import shapely

    if method in (OFFICIAL, ATTRIBUTE):
        return official(geometry, crs, progress)
    return shapely.area(geometry)


def parcel_area(geometry, values, settings, crs, progress):
    """Area of each parcel, rounded to 0.01 m².

    values: columns of the parcels by field; settings: has `area_method` and `area_field`.
    """
    import numpy as np

    if settings.area_method == ATTRIBUTE:
        return np.round(field_areas(values[settings.area_field], settings.area_field), 2)
    return np.round(shape_area(geometry, crs, settings.area_method, progress), 2)


def area_field(fields, chosen):
    """The field that areas come from: the chosen one, else TBDLMJ. Refuses where there is neither."""
    field = chosen or find_field(fields, "TBDLMJ")
    if not field:
        raise InvalidInput("AREA_FIELD: the layer has no field TBDLMJ. Choose the field with the areas in m².")
    return field


def field_areas(values, field):
    """A column of areas as floats, m². Refuses missing and negative ones."""
    area = numbers(values)
    wrong = ~(area >= 0)
    if wrong.any():
        raise InvalidInput(
            "{parameter}: {count} features have no area, or a negative one, in the field {field}. Fill them in, or "
            "choose the official area.", parameter=AREA_FIELD, count=int(wrong.sum()), field=field,
        )
    return area


def numbers(values):
    """A column of any values as floats, NaN where one is missing, no number or not finite."""
    import numpy as np
    import pandas as pd

    found = pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(dtype=float)
    return np.where(np.isfinite(found), found, np.nan)
