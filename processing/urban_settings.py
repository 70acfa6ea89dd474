"""What was asked of inefficient urban land, checked before any work."""

import math
from dataclasses import asdict, dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from ..algorithms.systems import CODE_SYSTEMS, USE2023
from .areas import area_field
from .base import given
from .boundary_settings import read_boundary_settings
from .fields import find_field
from .listing import ListChoice, list_choice
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

_POINT, _LINE, _POLYGON = Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
LAYERS = {
    "BUILDINGS": (_POLYGON,), "PLAN": (_POLYGON,), "HAZARDS": (_POINT, _LINE, _POLYGON),
    "COMPLAINTS": (_POINT, _LINE, _POLYGON), "HISTORIC": (_POINT, _LINE, _POLYGON),
}
PLAN_SYSTEM_DEFAULT = CODE_SYSTEMS.index(USE2023)
# Parameter, its place in Thresholds, largest value allowed.
_THRESHOLDS = (
    ("INSIDE_SHARE", "inside_share", 1), ("LOW_FAR", "low_far", math.inf), ("LOW_COVERAGE", "low_coverage", 1),
    ("BUILT_BEFORE", "built_before", math.inf), ("HIGH_VACANCY", "high_vacancy", 1),
    ("HAZARD_DISTANCE", "hazard_distance", math.inf), ("MIN_EVIDENCE", "min_evidence", 7), ("GAP", "gap", math.inf),
    ("MIN_AREA_MU", "min_area_mu", math.inf),
)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer or expression not given, '' for no field.

    built: expression for built land; listed: expression for parcels that are candidates whatever the evidence;
    list_of: ListChoice of the list; town_field: CZCSXM; layers: other sources by parameter name; plan_codes: where the
    plan's codes are; floors_field, year_field: of the buildings; the other fields: of the parcels.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    built: object
    listed: object
    list_of: ListChoice
    area_method: int
    area_field: str
    boundary: QgsProcessingFeatureSource
    boundary_filter: object
    zone_field: str
    town_field: str
    plan_codes: CodeChoice
    floors_field: str
    year_field: str
    far_field: str
    coverage_field: str
    vacancy_field: str
    group_field: str
    key_field: str
    layers: dict
    thresholds: object

    def rule(self):
        """The parameters that decided, as plain values for `rule` and reports."""

        def text_of(expression):
            return "" if expression is None else expression.expression()

        return {
            "tool": "inefficienturban",
            "built": text_of(self.built),
            "listed": text_of(self.listed),
            "list": "" if self.list_of.source is None else self.list_of.source.sourceName(),
            "code_system": self.codes.system,
            **asdict(self.thresholds),
            "boundary": self.boundary.sourceName(),
            "boundary_filter": text_of(self.boundary_filter),
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    built = expression_of(algorithm, parameters, "BUILT", fields, context)
    codes = code_choice(algorithm, parameters, fields, context, needed=built is None)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    boundary = read_boundary_settings(algorithm, parameters, context)
    layers = {
        name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
        for name, kinds in LAYERS.items()
    }

    def own(name, usual=""):
        return optional_field(algorithm, parameters, name, fields, context) or (
            find_field(fields, usual) if usual else "")

    return Settings(
        source=source,
        codes=codes,
        built=built,
        listed=expression_of(algorithm, parameters, "LISTED", fields, context),
        list_of=list_choice(algorithm, parameters, context, fields, "PARCEL_KEY", "BSM"),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        **boundary,
        town_field=own("TOWN_FIELD", "CZCSXM"),
        plan_codes=_plan_codes(algorithm, parameters, layers["PLAN"], codes, context),
        floors_field=_of_buildings(algorithm, parameters, layers, "FLOORS_FIELD", "FLOORS", context),
        year_field=_of_buildings(algorithm, parameters, layers, "YEAR_FIELD", "BUILT_YEAR", context),
        far_field=own("FAR_FIELD"),
        coverage_field=own("COVERAGE_FIELD"),
        vacancy_field=own("VACANCY_FIELD", "VACANCY"),
        group_field=own("GROUP_FIELD"),
        key_field=find_field(fields, "BSM"),
        layers=layers,
        thresholds=_thresholds(algorithm, parameters, context),
    )


def _of_buildings(algorithm, parameters, layers, name, usual, context):
    buildings = layers["BUILDINGS"]
    if buildings is None:
        return ""
    return optional_field(algorithm, parameters, name, buildings.fields(), context) or find_field(
        buildings.fields(), usual)


def _plan_codes(algorithm, parameters, plan, codes, context):
    """Where the plan's codes are: the field chosen, else plan_code or one usually called so."""
    if plan is None:
        return CodeChoice("", "")
    fields = plan.fields()
    chosen = optional_field(algorithm, parameters, "PLAN_FIELD", fields, context)
    field = chosen or find_field(fields, "plan_code") or find_field(fields, "DLBM")
    if not field:
        raise InvalidInput("PLAN_FIELD: choose the field of the plan with the planned use, such as plan_code.")
    if not codes.field:
        raise InvalidInput(
            "PLAN: the planned use is compared with the use today. Choose the land code field of the parcels in "
            "CODE_FIELD, or leave PLAN empty.")
    position = algorithm.parameterAsInt(parameters, "PLAN_SYSTEM", context)
    if not 0 <= position < len(CODE_SYSTEMS):
        raise InvalidInput("PLAN_SYSTEM: choose 0, 1 or 2, not {value}.", value=str(parameters.get("PLAN_SYSTEM")))
    return CodeChoice(field, CODE_SYSTEMS[position])


def _thresholds(algorithm, parameters, context):
    from ..algorithms.urban import Thresholds

    values = {
        name: number_within(algorithm, parameters, parameter, context, high) for parameter, name, high in _THRESHOLDS
    }
    if values["min_evidence"] < 1:
        raise InvalidInput("MIN_EVIDENCE: give a whole number of 1 to 7: with 0, every parcel would be a candidate.")
    return Thresholds(**{**values, "min_evidence": int(values["min_evidence"])})
