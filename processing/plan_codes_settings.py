"""What was asked of plan codes, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms import tags
from ..algorithms.errors import InvalidInput
from ..algorithms.tag_scheme import Scheme
from .areas import area_field
from .base import given
from .dem import dem_name
from .fields import find_field, stored_name
from .parcel_scan import village_field
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_NAMES,
    ATTRIBUTE,
    INPUT,
    CodeChoice,
    code_choice,
    optional_field,
)
from .sources import vector_source
from .tag_parameters import scheme_and_path

GRADE, DEGREES = range(2)
LAYERS = ("REDLINE", "BASIC_FARMLAND")
TAGS = (tags.CATEGORY, tags.SUBTYPE, tags.DISPOSITION, tags.PLANNED_USE, tags.SOURCE)
_POLYGON = (Qgis.GeometryType.Polygon,)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; '' for no field and for shipped files, None for a layer not given.

    rules: algorithms.plan_rules.PlanRules; tag_fields: {tag field: as the
    layer calls it, '' where it has none}; review_field: of an earlier run,
    which says what base codes are still open.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    layers: dict
    base_field: str
    review_field: str
    slope_field: str
    slope_unit: int
    dem_name: str
    rules: object
    scheme: Scheme
    scheme_path: str
    tag_fields: dict
    parcel_field: str
    village_field: str
    area_method: int
    area_field: str

    def fields(self):
        """Names of the fields to read."""
        names = (
            self.codes.field, self.base_field, self.review_field, self.slope_field, *self.tag_fields.values(),
            self.parcel_field, self.village_field, self.area_field,
        )
        return list(dict.fromkeys(name for name in names if name))

    def rule(self, by, rule):
        """What the field `rule` says: who decided, by which Rule (None for none), and the parameters."""
        return {
            "tool": "plancodes", "by": by, "rule": rule.id if rule is not None else "",
            "rules": self.rules.path or "shipped", "code_system": self.codes.system, "code_field": self.codes.field,
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "slope_field": self.slope_field, "dem": self.dem_name, "steep_from_grade": self.rules.steep_from,
            "gentle_to_grade": self.rules.gentle_to, "inside_share": self.rules.inside_share,
            "area": AREA_METHOD_NAMES[self.area_method], "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    from ..algorithms.plan_rules import read_rules

    source = vector_source(algorithm, parameters, INPUT, context, _POLYGON)
    fields = source.fields()
    codes = code_choice(algorithm, parameters, fields, context, needed=True)
    layers = {
        name: vector_source(algorithm, parameters, name, context, _POLYGON) if given(parameters, name) else None
        for name in LAYERS
    }
    scheme, scheme_path = scheme_and_path(algorithm, parameters, context)
    path = algorithm.parameterAsFile(parameters, "RULES_FILE", context) if given(parameters, "RULES_FILE") else ""
    base_field = optional_field(algorithm, parameters, "BASE_FIELD", fields, context)
    slope_field = optional_field(algorithm, parameters, "SLOPE_FIELD", fields, context)
    unit = algorithm.parameterAsEnum(parameters, "SLOPE_UNIT", context)
    if unit == DEGREES and not slope_field:
        raise InvalidInput("SLOPE_FIELD: choose the field with the slope in degrees.")
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    return Settings(
        source=source,
        codes=codes,
        layers=layers,
        base_field=base_field,
        review_field=stored_name(fields, "review") if base_field else "",
        slope_field=slope_field or find_field(fields, "GDPDJB"),
        slope_unit=unit,
        dem_name=dem_name(algorithm, parameters, context),
        rules=read_rules(path, scheme if path else None),
        scheme=scheme,
        scheme_path=scheme_path,
        tag_fields={name: stored_name(fields, name) for name in TAGS},
        parcel_field=find_field(fields, "BSM"),
        village_field=village_field(fields),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
    )
