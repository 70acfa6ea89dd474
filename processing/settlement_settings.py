"""What was asked of grouping settlements, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .fields import find_field
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    ATTRIBUTE,
    INPUT,
    CodeChoice,
    code_choice,
    optional_field,
    require_field,
)
from .sources import expression_of, vector_source

_OWN = ("settlement_id", "parcels", "area_m2", "area_mu", "village", "village_code")


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked. The gap in metres; '' for no field."""

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    homestead: object
    max_gap: float
    villages: object
    name_field: str
    code_field: str
    sum_fields: tuple
    shape: int
    area_method: int
    area_field: str


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
    fields = source.fields()
    homestead = expression_of(algorithm, parameters, "HOMESTEAD", fields, context)
    codes = code_choice(algorithm, parameters, fields, context, needed=homestead is None)
    villages, name_field, code_field = _villages(algorithm, parameters, context)
    max_gap = algorithm.parameterAsDouble(parameters, "MAX_GAP", context)
    if not 0 <= max_gap < float("inf"):
        raise InvalidInput("MAX_GAP: the gap is {value} m. Give a distance of 0 m or more.", value=f"{max_gap:g}")
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    return Settings(
        source=source,
        codes=codes,
        homestead=homestead,
        max_gap=max_gap,
        villages=villages,
        name_field=name_field,
        code_field=code_field,
        sum_fields=_sum_fields(algorithm, parameters, fields, context),
        shape=algorithm.parameterAsEnum(parameters, "SHAPE", context),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
    )


def _villages(algorithm, parameters, context):
    if not given(parameters, "VILLAGES"):
        return None, "", ""
    villages = vector_source(algorithm, parameters, "VILLAGES", context, (Qgis.GeometryType.Polygon,))
    fields = villages.fields()
    name = optional_field(algorithm, parameters, "VILLAGE_NAME_FIELD", fields, context)
    return villages, name or find_field(fields, "ZLDWMC"), find_field(fields, "ZLDWDM")


def _sum_fields(algorithm, parameters, fields, context):
    if not given(parameters, "SUM_FIELDS"):
        return ()
    names = []
    for name in algorithm.parameterAsStrings(parameters, "SUM_FIELDS", context):
        name = require_field(fields, "SUM_FIELDS", name)
        if not fields.field(name).isNumeric():
            raise InvalidInput("SUM_FIELDS: the field {field} holds no numbers. Choose numeric fields.", field=name)
        if name.lower() in _OWN:
            raise InvalidInput(
                "SUM_FIELDS: a settlement has a field {field} of its own. Rename the layer's field, or leave it out.",
                field=name,
            )
        names.append(name)
    return tuple(dict.fromkeys(names))
