"""What was asked of ecological restoration, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsExpression, QgsProcessingFeatureSource

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
    optional_field,
)
from .sources import vector_source

_POINT, _LINE, _POLYGON = Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon
LAYERS = {"REDLINE": (_POLYGON,), "BLOCKS": (_POLYGON,), "ROADS": (_LINE,), "MINES": (_POINT, _LINE, _POLYGON)}


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; None for a layer not given, '' for no field.

    layers: sources by parameter name; rules: EcologyRules; attributes: {field the rules name: as the layer calls it};
    key_field: BSM; net_field: of the blocks; width_field: of the roads.
    """

    source: QgsProcessingFeatureSource
    codes: CodeChoice
    layers: dict
    dem_name: str
    rules: object
    attributes: dict
    key_field: str
    net_field: str
    width_field: str
    area_method: int
    area_field: str

    def fields(self):
        """Names of the fields to read."""
        names = (self.codes.field, self.key_field, self.area_field, *self.attributes.values())
        return list(dict.fromkeys(name for name in names if name))

    def rule(self, rule):
        """What the field `rule` says: the Rule and the parameters it was judged by."""
        return {
            "tool": "ecologicalrestoration", "rule": rule.id, **rule.values,
            "rules": self.rules.path or "shipped", "code_system": self.codes.system, "code_field": self.codes.field,
            "layers": {name: source.sourceName() for name, source in self.layers.items() if source is not None},
            "dem": self.dem_name, "area": AREA_METHOD_NAMES[self.area_method], "area_field": self.area_field,
        }


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    from ..algorithms.ecology_rules import known_fields, read_rules

    source = vector_source(algorithm, parameters, INPUT, context, (_POLYGON,))
    fields = source.fields()
    path = algorithm.parameterAsFile(parameters, "RULES_FILE", context) if given(parameters, "RULES_FILE") else ""
    rules = read_rules(path)
    _refuse_wrong_expressions(rules)
    by_where = any(land.where for rule in rules.rules for land in rule.lands())
    codes = code_choice(algorithm, parameters, fields, context, needed=not by_where)
    layers = {
        name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
        for name, kinds in LAYERS.items()
    }
    blocks, roads = layers["BLOCKS"], layers["ROADS"]
    net_field = "" if blocks is None else find_field(blocks.fields(), "NET_MU")
    if blocks is not None and not net_field:
        raise InvalidInput(
            "BLOCKS: the layer “{layer}” has no field net_mu. Choose the blocks that “Farmland contiguity” wrote.",
            layer=blocks.sourceName(),
        )
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    return Settings(
        source=source,
        codes=codes,
        layers=layers,
        dem_name=dem_name(algorithm, parameters, context),
        rules=rules,
        attributes={name: find_field(fields, name) for name in known_fields(rules.rules)},
        key_field=find_field(fields, "BSM"),
        net_field=net_field,
        width_field="" if roads is None else find_field(roads.fields(), "ROAD_WIDTH"),
        area_method=method,
        area_field=area_field(fields, chosen_area) if method == ATTRIBUTE else "",
    )


def _refuse_wrong_expressions(rules):
    for rule in rules.rules:
        for land in rule.lands():
            expression = QgsExpression(land.where)
            if land.where and expression.hasParserError():
                raise InvalidInput(
                    "RULES_FILE: rule “{rule}”: the expression “{expression}” cannot be read ({reason}). Correct it "
                    "in the file.", rule=rule.id, expression=land.where,
                    reason=expression.parserErrorString().strip(),
                )
