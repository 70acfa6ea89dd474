"""What was asked of the forest-cropland swap, checked before any work."""

import math
from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .dem import dem_name
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
from .sources import expression_of, vector_source

_LINE, _POLYGON = Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
LAYERS = ("BASIC_FARMLAND", "REDLINE", "PUBLIC_FOREST")


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer, expression or limit not given, '' for no field.

    Slopes in degrees, max_canopy a share, max_distance and max_gap in metres, the rest in mu as the names say.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    incoming: str
    to_cropland: str
    to_forest: str
    exclude: object
    dem: str
    slope_field: str
    grade_field: str
    canopy_field: str
    group_field: str
    key_field: str
    ridge_field: str
    kcxs_field: str
    area_method: int
    area_field: str
    gross_field: str
    layers: dict
    barriers: object
    farm_slope: float
    forest_slope: float
    max_canopy: float
    max_swap_mu: object
    max_surplus_mu: float
    slope_weight: float
    max_distance: object
    max_gap: float
    block_mu: float
    exact_up_to: int

    def rule(self):
        """The parameters that decided, as plain values for `rule` and reports."""
        return {
            "tool": "forestfarmlandswap",
            "code_system": self.codes.system,
            "incoming": self.incoming,
            "exclude": self.exclude.expression() if self.exclude is not None else "",
            "farm_slope": self.farm_slope, "forest_slope": self.forest_slope, "max_canopy": self.max_canopy,
            "max_swap_mu": self.max_swap_mu, "max_surplus_mu": self.max_surplus_mu,
            "slope_weight": self.slope_weight, "max_distance_m": self.max_distance, "max_gap_m": self.max_gap,
            "block_mu": self.block_mu,
            "exact_up_to": self.exact_up_to,
            "slope": self.slope_field or self.dem,
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "area": AREA_METHOD_NAMES[self.area_method], "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    codes = code_choice(algorithm, parameters, fields, context, needed=True)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    slope_field, dem, grade_field = _slope(algorithm, parameters, fields, context)
    incoming, to_cropland, to_forest = _classes(algorithm, parameters, codes, context)
    farm_slope, forest_slope = _slopes(algorithm, parameters, context)
    return Settings(
        source=source, codes=codes, incoming=incoming, to_cropland=to_cropland, to_forest=to_forest,
        exclude=expression_of(algorithm, parameters, "EXCLUDE", fields, context),
        dem=dem, slope_field=slope_field, grade_field=grade_field,
        canopy_field=optional_field(algorithm, parameters, "CANOPY_FIELD", fields, context),
        group_field=optional_field(algorithm, parameters, "GROUP_FIELD", fields, context),
        key_field=find_field(fields, "BSM"),
        ridge_field="" if method == ATTRIBUTE else find_field(fields, "KCXS"),
        kcxs_field=find_field(fields, "KCXS"),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        gross_field="" if chosen_area else find_field(fields, "TBMJ"),
        layers={
            name: vector_source(algorithm, parameters, name, context, (_POLYGON,)) if given(parameters, name) else None
            for name in LAYERS
        },
        barriers=vector_source(algorithm, parameters, "BARRIERS", context, (_LINE, _POLYGON))
        if given(parameters, "BARRIERS") else None,
        farm_slope=farm_slope, forest_slope=forest_slope,
        max_canopy=number_within(algorithm, parameters, "MAX_CANOPY", context, 1),
        max_swap_mu=number_within(algorithm, parameters, "MAX_SWAP_MU", context, math.inf)
        if given(parameters, "MAX_SWAP_MU") else None,
        max_surplus_mu=number_within(algorithm, parameters, "MAX_SURPLUS_MU", context, math.inf),
        slope_weight=number_within(algorithm, parameters, "SLOPE_WEIGHT", context, 1),
        max_distance=number_within(algorithm, parameters, "MAX_DISTANCE", context, math.inf)
        if given(parameters, "MAX_DISTANCE") else None,
        max_gap=number_within(algorithm, parameters, "MAX_GAP", context, math.inf),
        block_mu=number_within(algorithm, parameters, "BLOCK_MU", context, math.inf),
        exact_up_to=int(number_within(algorithm, parameters, "EXACT_UP_TO", context, 1_000)),
    )


def _slope(algorithm, parameters, fields, context):
    """Where slopes come from: (field in degrees, name of the DEM, field with the grade)."""
    dem = dem_name(algorithm, parameters, context)
    slope_field = optional_field(algorithm, parameters, "SLOPE_FIELD", fields, context)
    grades = find_field(fields, "GDPDJB")
    if slope_field and slope_field == grades:
        raise InvalidInput(
            "SLOPE_FIELD: {field} holds slope grades, not degrees. Choose it as GRADE_FIELD, and give a field with "
            "degrees or a DEM here.", field=slope_field,
        )
    return slope_field, dem, optional_field(algorithm, parameters, "GRADE_FIELD", fields, context) or grades


def _classes(algorithm, parameters, codes, context):
    """The classes that may come in, and the codes that parcels get: as given, else the standard ones of the system."""
    from ..algorithms.codes import code_table, parse_code_list
    from ..algorithms.swap_land import swap_rules

    rules = swap_rules()[codes.system]
    incoming = algorithm.parameterAsString(parameters, "INCOMING_CODES", context).strip() or rules["incoming"]
    parse_code_list(incoming, codes.system, "INCOMING_CODES")
    table, found = code_table(codes.system), []
    for name, rule in (("CROPLAND_CODE", "to_cropland"), ("FOREST_CODE", "to_forest")):
        code = algorithm.parameterAsString(parameters, name, context).strip() or rules[rule]
        if code not in table:
            raise InvalidInput(
                "{parameter}: the code system has no code “{code}”. Write one such as {usual}.",
                parameter=name, code=code, usual=rules[rule],
            )
        found.append(code)
    return incoming, *found


def _slopes(algorithm, parameters, context):
    farm, forest = (number_within(algorithm, parameters, name, context, 90) for name in ("FARM_SLOPE", "FOREST_SLOPE"))
    if not 0 < forest < farm:
        raise InvalidInput(
            "FOREST_SLOPE: forest up to {forest}° cannot replace cropland from {farm}° on. Give a slope above 0° and "
            "below FARM_SLOPE.", forest=f"{forest:g}", farm=f"{farm:g}",
        )
    return farm, forest
