"""What was asked of tagging by expression, checked before any work."""

import re
from dataclasses import dataclass

from qgis.core import Qgis, QgsExpression, QgsFields, QgsProcessingFeatureSource

from ..algorithms import tags
from ..algorithms.errors import InvalidInput
from ..algorithms.tag_scheme import Scheme
from .base import given
from .shared_parameters import INPUT
from .sources import expression_of, vector_source
from .tag_fields import fits, room, tag_field
from .tag_parameters import scheme_and_path
from .tag_preparation import check_tag_fields

CODES = {
    "CATEGORY": tags.CATEGORY, "SUBTYPE": tags.SUBTYPE, "DISPOSITION": tags.DISPOSITION, "STAGE": tags.STAGE,
}
TEXTS = {"PROJECT": tags.PROJECT, "PLANNED_USE": tags.PLANNED_USE, "NOTE": tags.NOTE}
_RULE_ID = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    fields: the tag fields of the result, as the layer has them or as new ones;
    values: what is written, by tag field; path: the scheme's file, '' for the shipped one.
    """

    source: QgsProcessingFeatureSource
    where: QgsExpression
    scheme: Scheme
    path: str
    fields: QgsFields
    values: dict
    rule_id: str
    overwrite_person: bool

    def rule(self):
        """What zz_rule says."""
        return {"rule": self.rule_id, "where": self.where.expression(), "set": self.values}


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
    where = expression_of(algorithm, parameters, "WHERE", source.fields(), context)
    if where is None:
        raise InvalidInput("WHERE: say which parcels are tagged; TRUE means all of them.")
    scheme, path = scheme_and_path(algorithm, parameters, context)
    check_tag_fields(source.fields(), INPUT, scheme)
    fields = tag_fields_of(source.fields())
    rule_id = algorithm.parameterAsString(parameters, "RULE_ID", context).strip()
    if not _RULE_ID.fullmatch(rule_id):
        raise InvalidInput(
            "RULE_ID: “{text}” is no name for a rule. Use Latin letters, digits, _ and -.", text=rule_id
        )
    _refuse_too_long("RULE_ID", fields, tags.SOURCE, tags.by_rule(rule_id))
    values = _codes(algorithm, parameters, context, scheme)
    for name, field in TEXTS.items():
        text = _text(algorithm, parameters, name, context)
        if text:
            _refuse_too_long(name, fields, field, text)
            values[field] = text
    if not values:
        raise InvalidInput(
            "CATEGORY: nothing is asked for. Give a category, or one of {others}.",
            others=", ".join((*CODES, *TEXTS)[1:]),
        )
    return Settings(
        source, where, scheme, path, fields, values, rule_id,
        algorithm.parameterAsBool(parameters, "OVERWRITE_PERSON", context),
    )


def tag_fields_of(fields):
    """The ten tag fields of a result made from a layer with `fields`: its own where it has them, else new ones."""
    result = QgsFields()
    for name in tags.FIELDS:
        at = fields.lookupField(name)
        result.append(tag_field(name) if at < 0 else fields.at(at))
    return result


def _codes(algorithm, parameters, context, scheme):
    """The codes asked for, by tag field, each one of the scheme's."""
    terms = {
        "CATEGORY": scheme.categories, "SUBTYPE": scheme.subtypes(), "DISPOSITION": scheme.dispositions,
        "STAGE": scheme.stages,
    }
    values = {}
    for name, field in CODES.items():
        code = _text(algorithm, parameters, name, context)
        if not code:
            continue
        valid = [term.code for term in terms[name]]
        if code not in valid:
            raise InvalidInput(
                "{parameter}: the scheme has no code “{code}”. Use one of: {valid}.",
                parameter=name, code=code, valid=", ".join(valid),
            )
        values[field] = code
    if tags.SUBTYPE in values:
        owner = scheme.category_of(values[tags.SUBTYPE])
        if values.setdefault(tags.CATEGORY, owner) != owner:
            raise InvalidInput(
                "SUBTYPE: {subtype} belongs to the category {owner}, not to {category}. Use one of: {valid}.",
                subtype=values[tags.SUBTYPE], owner=owner, category=values[tags.CATEGORY],
                valid=", ".join(term.code for term in scheme.category(values[tags.CATEGORY]).subtypes) or "–",
            )
    return {name: values[name] for name in tags.DECISION if name in values}


def _text(algorithm, parameters, name, context):
    return algorithm.parameterAsString(parameters, name, context).strip() if given(parameters, name) else ""


def _refuse_too_long(parameter, fields, field, text):
    if not fits(fields, field, text):
        raise InvalidInput(
            "{parameter}: the text needs {needed} bytes (a Chinese character takes 3), and the field {field} holds "
            "{most}. Shorten it.",
            parameter=parameter, needed=len(text.encode()), field=field, most=room(fields, field),
        )
