"""What was asked of special places, checked before any work."""

import math
from dataclasses import asdict, dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .dem import dem_name
from .fields import find_field
from .listing import ListChoice, list_choice
from .settlement_inputs import count_fields, statistics_choice
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_NAMES,
    ATTRIBUTE,
    INPUT,
    number_within,
    optional_field,
)
from .sources import vector_source

_POINT, _LINE, _POLYGON = Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
_ANY = (_POINT, _LINE, _POLYGON)
LAYERS = {"PROTECTED": _ANY, "HERITAGE": _ANY, "TOURISM": _ANY, "SCENIC": _ANY, "CANDIDATES": (_POLYGON,)}
CANDIDATE_FIELDS = ("category", "subtype", "disposition", "status", "reasons")
# Parameter, its place in Thresholds, largest value allowed.
_THRESHOLDS = (
    ("HIGH_ELEVATION", "high_elevation", math.inf), ("MIN_HOUSEHOLDS", "min_households", math.inf),
    ("MAX_VACANCY", "max_vacancy", 1), ("TOURISM_DISTANCE", "tourism_distance", math.inf),
    ("SCENIC_DISTANCE", "scenic_distance", math.inf),
)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer not given, '' for no field.

    historic: ListChoice of the list of historic villages; counts: field by name as in settlement_inputs.COUNTS;
    kind_field: of the tourism sites; scenic_kinds: kinds of them that are scenic, no facility; layers: sources by
    parameter name.
    """

    source: QgsProcessingFeatureSource
    area_method: int
    area_field: str
    name_field: str
    statistics: object
    join_field: str
    statistics_join_field: str
    counts: dict
    historic: ListChoice
    kind_field: str
    scenic_kinds: tuple
    elevation_field: str
    dem_name: str
    layers: dict
    thresholds: object

    def rule(self):
        """The parameters that decided, as plain values for `rule` and reports."""
        return {
            "tool": "specialplaces",
            **asdict(self.thresholds),
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "list": "" if self.historic.source is None else self.historic.source.sourceName(),
            "scenic_kinds": list(self.scenic_kinds),
            "dem": self.dem_name,
            "elevation_field": "" if self.dem_name else self.elevation_field,
            "statistics": self.statistics.sourceName() if self.statistics is not None else "",
            "counts": {name: field for name, field in self.counts.items() if field},
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    statistics, join, statistics_join = statistics_choice(algorithm, parameters, fields, context)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context) or find_field(fields, "area_m2")
    counts = count_fields(algorithm, parameters, fields if statistics is None else statistics.fields(), context)
    layers = {
        name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
        for name, kinds in LAYERS.items()
    }
    _refuse_other_candidates(layers["CANDIDATES"])
    return Settings(
        source=source,
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        name_field=find_field(fields, "ZLDWMC"),
        statistics=statistics,
        join_field=join,
        statistics_join_field=statistics_join,
        counts=counts,
        historic=list_choice(
            algorithm, parameters, context, fields, "ZLDWMC", "ZLDWMC", ("LIST", "LIST_KEY", "LIST_FIELD")),
        kind_field=_kind_field(algorithm, parameters, layers["TOURISM"], context),
        scenic_kinds=_kinds(algorithm.parameterAsString(parameters, "SCENIC_KINDS", context)),
        elevation_field=optional_field(algorithm, parameters, "ELEVATION_FIELD", fields, context)
        or find_field(fields, "ELEVATION"),
        dem_name=dem_name(algorithm, parameters, context),
        layers=layers,
        thresholds=_thresholds(algorithm, parameters, context),
    )


def _refuse_other_candidates(candidates):
    if candidates is None:
        return
    missing = [name for name in CANDIDATE_FIELDS if candidates.fields().lookupField(name) < 0]
    if missing:
        raise InvalidInput(
            "CANDIDATES: the layer “{layer}” has no field {field}. Choose the candidates that “Village relocation "
            "candidates” wrote.", layer=candidates.sourceName(), field=missing[0],
        )


def _kind_field(algorithm, parameters, tourism, context):
    if tourism is None:
        return ""
    return optional_field(algorithm, parameters, "KIND_FIELD", tourism.fields(), context) or find_field(
        tourism.fields(), "KIND")


def _kinds(text):
    return tuple(part.strip().lower() for part in (text or "").replace("；", ";").split(";") if part.strip())


def _thresholds(algorithm, parameters, context):
    from ..algorithms.special import Thresholds

    return Thresholds(**{
        name: number_within(algorithm, parameters, parameter, context, high) for parameter, name, high in _THRESHOLDS
    })
