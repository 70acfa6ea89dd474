"""What was asked of farmland contiguity, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .fields import find_field
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_NAMES,
    ATTRIBUTE,
    INPUT,
    CodeChoice,
    code_choice,
    numbers_of,
    optional_field,
)
from .sources import expression_of, vector_source

# The survey's lists, shown in the dialog; a test holds them equal to the shipped table.
BARRIER_DEFAULT = "1001, 1002, 1003, 1007, 1008, 1101, 1102, 1103, 05xx, 06xx, 07xx, 08xx, 09xx"
ABSORB_DEFAULT = "1006, 1107, -1107A, 1203"


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked. Gaps and widths in metres, thresholds in mu; '' for no field."""

    source: QgsProcessingFeatureSource
    barriers: object
    codes: CodeChoice
    farmland: object
    barrier_codes: str
    absorb_codes: str
    absorb_max_width: float
    width_field: str
    ridge_field: str
    slope_field: str
    max_slope_grade: object
    split_field: str
    area_method: int
    area_field: str
    gross_field: str
    max_gap: float
    thresholds: tuple
    gaps: tuple
    block_geometry: int

    def rule(self):
        """The parameters that decided, as plain values for `rule` and reports."""
        return {
            "tool": "farmlandcontiguity",
            "farmland": self.farmland.expression() if self.farmland is not None else "01",
            "code_system": self.codes.system,
            "max_gap_m": self.max_gap,
            "thresholds_mu": list(self.thresholds),
            "barrier_codes": self.barrier_codes,
            "barrier_layer": self.barriers.sourceName() if self.barriers is not None else "",
            "absorb_codes": self.absorb_codes,
            "absorb_max_width_m": self.absorb_max_width,
            "max_slope_grade": self.max_slope_grade,
            "split_field": self.split_field,
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
    fields = source.fields()
    farmland = expression_of(algorithm, parameters, "FARMLAND", fields, context)
    codes = code_choice(algorithm, parameters, fields, context, needed=farmland is None)
    barriers = None
    if given(parameters, "BARRIERS"):
        barriers = vector_source(
            algorithm, parameters, "BARRIERS", context, (Qgis.GeometryType.Line, Qgis.GeometryType.Polygon)
        )
    max_gap = algorithm.parameterAsDouble(parameters, "MAX_GAP", context)
    if not 0 <= max_gap < float("inf"):
        raise InvalidInput("MAX_GAP: the gap is {value} m. Give a distance of 0 m or more.", value=f"{max_gap:g}")
    width = algorithm.parameterAsDouble(parameters, "ABSORB_MAX_WIDTH", context)
    if not width >= 0:
        raise InvalidInput("ABSORB_MAX_WIDTH: the width is {value} m. Give 0 m or more.", value=f"{width:g}")
    slope_field, grade = _slope(algorithm, parameters, fields, context)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    return Settings(
        source=source,
        barriers=barriers,
        codes=codes,
        farmland=farmland,
        barrier_codes=_code_list(algorithm, parameters, "BARRIER_CODES", BARRIER_DEFAULT, codes.system, context),
        absorb_codes=_code_list(algorithm, parameters, "ABSORB_CODES", ABSORB_DEFAULT, codes.system, context),
        absorb_max_width=width,
        width_field=optional_field(algorithm, parameters, "WIDTH_FIELD", fields, context)
        or find_field(fields, "XZDWKD"),
        ridge_field="" if method == ATTRIBUTE else find_field(fields, "KCXS"),
        slope_field=slope_field,
        max_slope_grade=grade,
        split_field=optional_field(algorithm, parameters, "SPLIT_FIELD", fields, context),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        gross_field="" if chosen_area else find_field(fields, "TBMJ"),
        max_gap=max_gap,
        thresholds=numbers_of(
            algorithm.parameterAsString(parameters, "THRESHOLDS", context), "THRESHOLDS"
        ),
        gaps=numbers_of(
            algorithm.parameterAsString(parameters, "SENSITIVITY_GAPS", context), "SENSITIVITY_GAPS", least=0
        ),
        block_geometry=algorithm.parameterAsEnum(parameters, "BLOCK_GEOMETRY", context),
    )


def _slope(algorithm, parameters, fields, context):
    field = optional_field(algorithm, parameters, "SLOPE_FIELD", fields, context)
    if not given(parameters, "MAX_SLOPE_GRADE"):
        return "", None
    grade = algorithm.parameterAsInt(parameters, "MAX_SLOPE_GRADE", context)
    if not 1 <= grade <= 5:
        raise InvalidInput("MAX_SLOPE_GRADE: slope grades go from 1 to 5, not {value}.", value=grade)
    field = field or find_field(fields, "GDPDJB")
    if not field:
        raise InvalidInput("SLOPE_FIELD: the layer has no field GDPDJB. Choose the field with the slope grade.")
    return field, grade


def _code_list(algorithm, parameters, name, survey_default, system, context):
    """The code list to use: the person's, or the standard one of the code system."""
    from ..algorithms.codes import parse_code_list
    from ..algorithms.farmland import farmland_codes

    if not system:
        return ""
    text = parameters.get(name, survey_default)
    text = "" if text is None else algorithm.parameterAsString({name: text}, name, context)
    if text.strip() == survey_default:
        standard = farmland_codes(system)
        text = standard.barriers if name == "BARRIER_CODES" else standard.absorbed
    parse_code_list(text, system, name)
    return text
