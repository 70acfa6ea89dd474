"""What was asked of suggest categories, checked before any work."""

import re
from dataclasses import dataclass

from qgis.core import Qgis, QgsFields, QgsProcessingFeatureSource

from ..algorithms import tags
from ..algorithms.errors import InvalidInput
from ..algorithms.suggestion_sources import suggestion_sources, usual_order
from ..algorithms.tag_scheme import Scheme
from .base import given
from .fields import stored_name
from .i18n import in_language
from .shared_parameters import INPUT, number_within
from .sources import vector_source
from .tag_fields import fits
from .tag_parameters import scheme_and_path
from .tag_preparation import check_tag_fields
from .tag_settings import tag_fields_of

_POLYGON = (Qgis.GeometryType.Polygon,)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    sources: {entry of the registry: its source}, in the registry's order; order: codes; scheme, path: the scheme and
    its file, '' for the shipped one; fields: the tag fields of the result.
    """

    source: QgsProcessingFeatureSource
    sources: dict
    min_share: float
    order: tuple
    scheme: Scheme
    path: str
    fields: QgsFields


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, _POLYGON)
    sources = {
        entry: vector_source(algorithm, parameters, entry.parameter, context, _POLYGON)
        for entry in suggestion_sources() if given(parameters, entry.parameter)
    }
    if not sources:
        first, *others = [entry.parameter for entry in suggestion_sources()]
        raise InvalidInput(
            "{parameter}: nothing is given that suggests a category. Choose a layer here, or for one of: {others}.",
            parameter=first, others=", ".join(others),
        )
    for entry, layer in sources.items():
        _refuse_other_layer(entry, layer)
    scheme, path = scheme_and_path(algorithm, parameters, context)
    check_tag_fields(source.fields(), INPUT, scheme)
    fields = tag_fields_of(source.fields())
    for entry in sources:
        _refuse_short_source(fields, entry)
    order = read_order(algorithm.parameterAsString(parameters, "ORDER", context), scheme)
    return Settings(
        source, sources, number_within(algorithm, parameters, "MIN_SHARE", context, 1), order, scheme, path, fields
    )


def read_order(text, scheme):
    """Codes from a text such as `X;B2`, as a tuple. Raises InvalidInput naming ORDER for one that is not the scheme's.

    The usual order is taken as far as the scheme has its codes.
    """
    codes = [code for code in (part.strip() for part in re.split("[;,；，]", text or "")) if code]
    known = {term.code for term in (*scheme.categories, *scheme.subtypes())}
    wrong = [code for code in codes if code not in known]
    if wrong and codes != usual_order().split(";"):
        raise InvalidInput(
            "ORDER: the scheme has no category or sub-type “{code}”. Write its codes separated by semicolons, such "
            "as {usual}.", code=wrong[0], usual=";".join(category.code for category in scheme.categories),
        )
    return tuple(code for code in codes if code in known)


def _refuse_other_layer(entry, layer):
    missing = [name for name in entry.needed if not stored_name(layer.fields(), name)]
    if missing:
        raise InvalidInput(
            "{parameter}: the layer “{layer}” has no field {field}. Choose a result that holds: {label}.",
            parameter=entry.parameter, layer=layer.sourceName(), field=missing[0],
            label=in_language(entry.label),
        )


def _refuse_short_source(fields, entry):
    name = tags.by_rule(entry.id)
    if not fits(fields, tags.SOURCE, name):
        raise InvalidInput(
            "INPUT: the field {field} is too short for “{text}”. Make it longer, or delete it, and run again.",
            field=tags.SOURCE, text=name,
        )
