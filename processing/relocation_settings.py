"""What was asked of village relocation, checked before any work."""

import math
from dataclasses import asdict, dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .dem import dem_name
from .fields import find_field
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

GIVEN, AHP, ENTROPY = range(3)
WEIGHTING_NAMES = ("given", "ahp", "entropy")
_POINT, _LINE, _POLYGON = Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
LAYERS = {
    "HAZARD_AREAS": (_POLYGON,), "HAZARD_POINTS": (_POINT,), "PROTECTED": (_POINT, _LINE, _POLYGON),
    "REDLINE": (_POLYGON,), "WATER_SOURCE": (_POLYGON,), "SERVICES": (_POINT,), "ROADS": (_LINE,),
}
# Parameter, its place in Thresholds, largest value allowed.
_THRESHOLDS = (
    ("HAZARD_DISTANCE", "hazard_distance", math.inf), ("HIGH_ELEVATION", "high_elevation", math.inf),
    ("STEEP_SLOPE", "steep_slope", 90), ("REMOTE_NETWORK_KM", "remote_network_km", math.inf),
    ("REMOTE_STRAIGHT_KM", "remote_straight_km", math.inf), ("VACANCY_MIDDLE", "vacancy_middle", 1),
    ("VACANCY_HIGH", "vacancy_high", 1), ("SCATTERED_MU", "scattered_mu", math.inf),
    ("SCATTERED_HOUSEHOLDS", "scattered_households", math.inf), ("MERGE_SCORE", "merge_score", 100),
    ("REVIVE_SCORE", "revive_score", 100),
)
_MOST_RUNS = 10_000


@dataclass(frozen=True)
class Weighting:
    """Where weights come from: method (GIVEN, AHP, ENTROPY), the weights of CRITERIA, and what to say of them.

    total: what given weights added up to; left_out: criteria they do not name;
    ratio: consistency ratio of the matrix, None elsewhere. With entropy the
    values are the given ones until the data are known.
    """

    method: int
    values: object
    total: float
    left_out: tuple
    ratio: object


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer not given, '' for no field.

    layers: sources by parameter name; counts: field by name as in settlement_inputs.COUNTS, read
    from the statistics where there are any, else from the settlements.
    """

    source: QgsProcessingFeatureSource
    area_method: int
    area_field: str
    village_field: str
    statistics: object
    join_field: str
    statistics_join_field: str
    counts: dict
    layers: dict
    dem_name: str
    thresholds: object
    weighting: Weighting
    robustness_runs: int

    def rule(self, weights):
        """The parameters that decided, as plain values for `rule` and reports."""
        from ..algorithms.weights import CRITERIA

        return {
            "tool": "villagerelocation",
            **asdict(self.thresholds),
            "weighting": WEIGHTING_NAMES[self.weighting.method],
            "weights": {name: round(float(weight), 6) for name, weight in zip(CRITERIA, weights)},
            "robustness_runs": self.robustness_runs,
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "dem": self.dem_name,
            "statistics": self.statistics.sourceName() if self.statistics is not None else "",
            "counts": {name: field for name, field in self.counts.items() if field},
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
    fields = source.fields()
    statistics, join, statistics_join = statistics_choice(algorithm, parameters, fields, context)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context) or find_field(fields, "area_m2")
    return Settings(
        source=source,
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        village_field=find_field(fields, "ZLDWMC"),
        statistics=statistics,
        join_field=join,
        statistics_join_field=statistics_join,
        counts=count_fields(algorithm, parameters, fields if statistics is None else statistics.fields(), context),
        layers={
            name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
            for name, kinds in LAYERS.items()
        },
        dem_name=dem_name(algorithm, parameters, context),
        thresholds=_thresholds(algorithm, parameters, context),
        weighting=_weighting(algorithm, parameters, context),
        robustness_runs=_runs(algorithm, parameters, context),
    )


def _thresholds(algorithm, parameters, context):
    from ..algorithms.relocation import Thresholds

    values = {
        name: number_within(algorithm, parameters, parameter, context, high) for parameter, name, high in _THRESHOLDS
    }
    for lower, upper in (("VACANCY_MIDDLE", "VACANCY_HIGH"), ("REVIVE_SCORE", "MERGE_SCORE")):
        if values[lower.lower()] > values[upper.lower()]:
            raise InvalidInput(
                "{lower}: {value} is above {upper} ({limit}). Give a value no larger than that.",
                lower=lower, upper=upper, value=f"{values[lower.lower()]:g}", limit=f"{values[upper.lower()]:g}",
            )
    return Thresholds(**values)


def _weighting(algorithm, parameters, context):
    from ..algorithms.weights import ahp_weights, parse_weights

    method = algorithm.parameterAsEnum(parameters, "WEIGHTING", context)
    if method == AHP:
        weights, ratio = ahp_weights(_matrix(algorithm.parameterAsMatrix(parameters, "AHP_MATRIX", context)))
        return Weighting(AHP, weights, 1.0, (), ratio)
    written = parse_weights(algorithm.parameterAsString(parameters, "WEIGHTS", context))
    return Weighting(method, written.values, written.total, written.left_out, None)


def _matrix(cells):
    """The pairwise comparisons as numbers; cells are free text, fractions such as 1/3 among them."""
    import numpy as np

    from ..algorithms.weights import CRITERIA

    count = len(CRITERIA)
    if len(cells) != count**2:
        raise InvalidInput(
            "AHP_MATRIX: there are {found} cells, and {count} × {count} are needed: one row and one column for each of "
            "{names}.", found=len(cells), count=count, names=", ".join(CRITERIA),
        )
    numbers = [_ratio(str("" if cell is None else cell)) for cell in cells]
    for place, value in enumerate(numbers):
        if value is None:
            raise InvalidInput(
                "AHP_MATRIX: “{value}” in the row of {row} and the column of {column} is no number above 0. Write one "
                "such as 3 or 1/3.",
                value=cells[place], row=CRITERIA[place // count], column=CRITERIA[place % count],
            )
    return np.array(numbers).reshape(count, count)


def _ratio(text):
    """The positive number a text says, such as `3`, `0.5` or `1/3`; None where it says none."""
    above, _, below = text.strip().replace("／", "/").partition("/")
    try:
        value = float(above) / float(below or 1)
    except (ValueError, ZeroDivisionError):
        return None
    return value if 0 < value < math.inf else None


def _runs(algorithm, parameters, context):
    runs = algorithm.parameterAsInt(parameters, "ROBUSTNESS_RUNS", context)
    if not 0 <= runs <= _MOST_RUNS:
        raise InvalidInput(
            "ROBUSTNESS_RUNS: {value} cannot be used. Give 0 for none, or up to {most}.",
            value=runs, most=_MOST_RUNS,
        )
    return runs
