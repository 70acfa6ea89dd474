"""What was asked of inefficient industry, checked before any work."""

import math
from dataclasses import asdict, dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .boundary_settings import read_boundary_settings
from .farmland_blocks import refuse_other_blocks
from .fields import find_field
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_NAMES,
    ATTRIBUTE,
    INPUT,
    CodeChoice,
    code_choice,
    number_within,
    optional_field,
)
from .sources import expression_of, table_source, vector_source

_POINT, _LINE, _POLYGON = Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
LAYERS = {
    "BUILDINGS": (_POLYGON,), "REDLINE": (_POLYGON,), "BASIC_FARMLAND": (_POLYGON,), "WATER_SOURCE": (_POLYGON,),
    "HERITAGE": (_POINT, _LINE, _POLYGON), "BLOCKS": (_POLYGON,),
}
# Parameter, its place in Thresholds, largest value allowed.
_THRESHOLDS = (
    ("OUTSIDE_SHARE", "outside_share", 1), ("STRAY_MU", "stray_mu", math.inf),
    ("LOW_TAX_RATIO", "low_tax_ratio", math.inf), ("LOW_FAR", "low_far", math.inf),
    ("LOW_COVERAGE", "low_coverage", 1), ("BLOCK_GAP", "block_gap", math.inf),
)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer not given, '' for no field.

    enterprises: source or None; by_location: whether it is joined by where it
    lies; grade_field to name_field: of the enterprises; floors_field: of the
    buildings; far_field, coverage_field, key_field: of the parcels; layers: other sources
    by parameter name; tax_mean: per mu, None to take it from the data.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    industry: object
    logistics: bool
    area_method: int
    area_field: str
    boundary: QgsProcessingFeatureSource
    boundary_filter: object
    zone_field: str
    enterprises: object
    by_location: bool
    join_field: str
    enterprise_join_field: str
    grade_field: str
    tax_field: str
    pollution_field: str
    name_field: str
    tax_mean: object
    floors_field: str
    far_field: str
    coverage_field: str
    group_field: str
    key_field: str
    layers: dict
    thresholds: object

    def rule(self, tax_mean):
        """The parameters that decided, as plain values for `rule` and reports."""
        return {
            "tool": "inefficientindustry",
            "industry": self.industry.expression() if self.industry is not None else "",
            "logistics": self.logistics,
            "code_system": self.codes.system,
            **asdict(self.thresholds),
            "tax_mean": None if math.isnan(tax_mean) else round(tax_mean, 6),
            "tax_mean_from": "data" if self.tax_mean is None else "given",
            "boundary": self.boundary.sourceName(),
            "boundary_filter": self.boundary_filter.expression() if self.boundary_filter is not None else "",
            "enterprises": self.enterprises.sourceName() if self.enterprises is not None else "",
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    industry = expression_of(algorithm, parameters, "INDUSTRY", fields, context)
    codes = code_choice(algorithm, parameters, fields, context, needed=industry is None)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    boundary = read_boundary_settings(algorithm, parameters, context)
    layers = {
        name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
        for name, kinds in LAYERS.items()
    }
    refuse_other_blocks(layers["BLOCKS"])
    return Settings(
        source=source,
        codes=codes,
        industry=industry,
        logistics=algorithm.parameterAsBool(parameters, "INCLUDE_LOGISTICS", context),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        **boundary,
        **_enterprises(algorithm, parameters, fields, context),
        tax_mean=_tax_mean(algorithm, parameters, context),
        floors_field=_floors(algorithm, parameters, layers["BUILDINGS"], context),
        far_field=optional_field(algorithm, parameters, "FAR_FIELD", fields, context),
        coverage_field=optional_field(algorithm, parameters, "COVERAGE_FIELD", fields, context),
        group_field=optional_field(algorithm, parameters, "GROUP_FIELD", fields, context),
        key_field=find_field(fields, "BSM"),
        layers=layers,
        thresholds=_thresholds(algorithm, parameters, context),
    )


def _enterprises(algorithm, parameters, fields, context):
    """The enterprises, how they find their parcels, and their fields."""
    source = table_source(algorithm, parameters, "ENTERPRISES", context)
    if source is None:
        return {
            "enterprises": None, "by_location": False, "join_field": "", "enterprise_join_field": "",
            "grade_field": "", "tax_field": "", "pollution_field": "", "name_field": "",
        }
    own = source.fields()
    join = optional_field(algorithm, parameters, "JOIN_FIELD", fields, context)
    other = optional_field(algorithm, parameters, "ENTERPRISE_JOIN_FIELD", own, context)
    spatial = source.wkbType() not in (Qgis.WkbType.NoGeometry, Qgis.WkbType.Unknown)
    by_location = spatial and not join and not other
    if by_location:
        vector_source(algorithm, parameters, "ENTERPRISES", context, (_POINT, _POLYGON))
    else:
        join = join or find_field(fields, "BSM")
        other = other or find_field(own, "PARCEL_KEY")
        for name, field, layer in (("JOIN_FIELD", join, INPUT), ("ENTERPRISE_JOIN_FIELD", other, "ENTERPRISES")):
            if not field:
                raise InvalidInput(
                    "{parameter}: choose the field of {layer} that tells which enterprise stands on which parcel, such "
                    "as BSM.", parameter=name, layer=layer,
                )
    return {
        "enterprises": source, "by_location": by_location, "join_field": join, "enterprise_join_field": other,
        "grade_field": optional_field(algorithm, parameters, "CLASS_FIELD", own, context) or find_field(own, "RATING"),
        "tax_field": optional_field(algorithm, parameters, "TAX_FIELD", own, context)
        or find_field(own, "TAX_PER_MU"),
        "pollution_field": optional_field(algorithm, parameters, "POLLUTION_FIELD", own, context)
        or find_field(own, "POLLUTING"),
        "name_field": find_field(own, "ENTERPRISE"),
    }


def _tax_mean(algorithm, parameters, context):
    if not given(parameters, "TAX_MEAN"):
        return None
    value = algorithm.parameterAsDouble(parameters, "TAX_MEAN", context)
    if not 0 < value < math.inf:
        raise InvalidInput(
            "TAX_MEAN: the county's mean tax per mu is {value}. Give a number above 0, or leave it empty to take the "
            "mean of the enterprises.", value=f"{value:g}",
        )
    return value


def _floors(algorithm, parameters, buildings, context):
    if buildings is None:
        return ""
    chosen = optional_field(algorithm, parameters, "FLOORS_FIELD", buildings.fields(), context)
    return chosen or find_field(buildings.fields(), "FLOORS")


def _thresholds(algorithm, parameters, context):
    from ..algorithms.industry import Thresholds

    return Thresholds(**{
        name: number_within(algorithm, parameters, parameter, context, high) for parameter, name, high in _THRESHOLDS
    })
