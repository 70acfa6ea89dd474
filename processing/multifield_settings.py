"""What was asked of the multi-field overlay, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.errors import InvalidInput
from .areas import area_field
from .base import given
from .fields import find_field
from .shared_parameters import AREA_FIELD, AREA_METHOD, AREA_METHOD_NAMES, ATTRIBUTE, INPUT, optional_field
from .sources import expression_of, vector_source

LAYERS = {
    "BASIC_FARMLAND": "basic_farmland", "HIGH_STANDARD": "high_standard", "GRAIN_ZONE": "grain_zone",
    "RESTORABLE": "restorable", "PLAN": "plan",
}
"""Parameters and what algorithms/multifield.py calls them."""
_POLYGON = (Qgis.GeometryType.Polygon,)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    layers: source of each parameter of LAYERS, None where not given; restorable_filter: an expression or None;
    restorable_codes: an expression text for restorable features by their code, '' where all or the filter's count;
    area_field, group_field, key_field: of the parcels, '' for none.
    """

    source: QgsProcessingFeatureSource
    layers: dict
    restorable_filter: object
    restorable_codes: str
    area_method: int
    area_field: str
    group_field: str
    key_field: str

    def restorable_words(self):
        """Which features of RESTORABLE count, as an expression, '' for all."""
        return self.restorable_filter.expression() if self.restorable_filter is not None else self.restorable_codes

    def rule(self):
        """The parameters that decided, as plain values."""
        return {
            "tool": "multifieldoverlay",
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "restorable": self.restorable_words(),
            "area": AREA_METHOD_NAMES[self.area_method],
            "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, _POLYGON)
    fields = source.fields()
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    layers = {
        name: vector_source(algorithm, parameters, name, context, _POLYGON) if given(parameters, name) else None
        for name in LAYERS
    }
    if not any(layers.values()):
        raise InvalidInput(
            "BASIC_FARMLAND: no layer is given to lay over the parcels. Choose permanent basic farmland, high-standard "
            "farmland, grain production zones or restorable land."
        )
    restorable = layers["RESTORABLE"]
    own = restorable.fields() if restorable is not None else fields
    chosen = expression_of(algorithm, parameters, "RESTORABLE_FILTER", own, context) if restorable is not None else None
    return Settings(
        source=source,
        layers=layers,
        restorable_filter=chosen,
        restorable_codes=_restorable_codes(own) if restorable is not None and chosen is None else "",
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
        group_field=optional_field(algorithm, parameters, "GROUP_FIELD", fields, context),
        key_field=find_field(fields, "BSM"),
    )


def _restorable_codes(fields):
    from ..algorithms.multifield import multifield_rules

    rule = multifield_rules()["restorable"]
    field = find_field(fields, rule["field"])
    if not field:
        return ""
    codes = ", ".join(f"'{code}'" for code in rule["codes"])
    return f'trim(upper("{field}")) IN ({codes})'
