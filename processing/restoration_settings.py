"""What was asked of restoring cropland, checked before any work."""

import math
import unicodedata
from dataclasses import asdict, dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from ..algorithms.systems import SURVEY
from .areas import area_field
from .base import given
from .dem import dem_name
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
from .sources import vector_source

LAYERS = ("HIGH_STANDARD", "BASIC_FARMLAND", "BLOCKS", "REDLINE", "EXCLUDE")
SLOPE = "SLOPE"
"""What stands for SLOPE_FIELD and DEM among the layers that are not given."""
GRADE, DEGREES = range(2)
SLOPE_UNIT_NAMES = ("grade", "degrees")
_POLYGON = Qgis.GeometryType.Polygon


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer or number not given, '' for no field.

    at_once, works: what the restoring field says; layers: sources by parameter
    name; slope_unit: GRADE or DEGREES.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    restore_field: str
    at_once: str
    works: str
    include_k: bool
    layers: dict
    slope_field: str
    slope_unit: int
    dem_name: str
    block_gap: float
    target_mu: object
    area_method: int
    area_field: str
    group_field: str
    key_field: str
    thresholds: object

    def rule(self):
        """The parameters that decided, as plain values for `rule` and reports."""
        thresholds = asdict(self.thresholds)
        if math.isinf(thresholds["max_slope"]):
            thresholds["max_slope"] = None
        return {
            "tool": "farmlandrestoration",
            "restore_field": self.restore_field,
            "at_once": self.at_once,
            "works": self.works,
            "include_k": self.include_k,
            "code_system": self.codes.system,
            **thresholds,
            "slope_field": self.slope_field,
            "slope_unit": SLOPE_UNIT_NAMES[self.slope_unit] if self.slope_field else "",
            "dem": self.dem_name,
            "block_gap": self.block_gap,
            "target_mu": self.target_mu,
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    include_k = algorithm.parameterAsBool(parameters, "INCLUDE_K", context)
    codes = code_choice(algorithm, parameters, fields, context, needed=include_k)
    if include_k and codes.system != SURVEY:
        raise InvalidInput(
            "INCLUDE_K: only the codes of the land survey have K classes. Choose 0 for CODE_SYSTEM, or leave K classes "
            "out.")
    layers = {
        name: vector_source(algorithm, parameters, name, context, (_POLYGON,)) if given(parameters, name) else None
        for name in LAYERS
    }
    refuse_other_blocks(layers["BLOCKS"])
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    return Settings(
        source=source,
        codes=codes,
        restore_field=optional_field(algorithm, parameters, "RESTORE_FIELD", fields, context)
        or find_field(fields, "ZZSXDM"),
        at_once=_value(algorithm, parameters, "AT_ONCE", context),
        works=_value(algorithm, parameters, "WORKS", context),
        include_k=include_k,
        layers=layers,
        slope_field=optional_field(algorithm, parameters, "SLOPE_FIELD", fields, context),
        slope_unit=_slope_unit(algorithm, parameters, context),
        dem_name=dem_name(algorithm, parameters, context),
        block_gap=number_within(algorithm, parameters, "BLOCK_GAP", context, math.inf),
        target_mu=_target(algorithm, parameters, context),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        group_field=optional_field(algorithm, parameters, "GROUP_FIELD", fields, context),
        key_field=find_field(fields, "BSM"),
        thresholds=_thresholds(algorithm, parameters, context),
    )


def _value(algorithm, parameters, name, context):
    """What the restoring field says of a kind; '' leaves the kind out."""
    return clean_value(algorithm.parameterAsString(parameters, name, context))


def clean_value(value):
    """A value of the restoring field as it is compared: without spaces, in capitals, no full-width forms."""
    return unicodedata.normalize("NFKC", "" if value is None else str(value)).strip().upper()


def _slope_unit(algorithm, parameters, context):
    unit = algorithm.parameterAsInt(parameters, "SLOPE_UNIT", context)
    if unit not in (GRADE, DEGREES):
        raise InvalidInput("SLOPE_UNIT: choose 0, grades, or 1, degrees, not {value}.", value=parameters["SLOPE_UNIT"])
    return unit


def _target(algorithm, parameters, context):
    if not given(parameters, "TARGET_MU"):
        return None
    value = algorithm.parameterAsDouble(parameters, "TARGET_MU", context)
    if not 0 < value < math.inf:
        raise InvalidInput(
            "TARGET_MU: the target is {value} mu. Give a number above 0, or leave it empty.", value=f"{value:g}")
    return value


def _thresholds(algorithm, parameters, context):
    from ..algorithms.restoration import Thresholds

    max_slope = math.inf
    if "MAX_SLOPE" not in parameters or given(parameters, "MAX_SLOPE"):
        max_slope = number_within(algorithm, parameters, "MAX_SLOPE", context, 90)
    return Thresholds(
        number_within(algorithm, parameters, "IN_SHARE", context, 1),
        number_within(algorithm, parameters, "LARGE_MU", context, math.inf), max_slope,
    )
