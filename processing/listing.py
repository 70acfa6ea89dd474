"""What a list names: a table joined by a key, or a layer joined by where it lies."""

from dataclasses import dataclass

import numpy as np
from qgis.core import Qgis

from ..algorithms.errors import InvalidInput
from .fields import find_field
from .i18n import tr
from .layer_reader import read_attributes, read_features
from .shared_parameters import INPUT, optional_field
from .sources import table_source, vector_source
from .wording import first_few

_KINDS = (Qgis.GeometryType.Point, Qgis.GeometryType.Line, Qgis.GeometryType.Polygon)


@dataclass(frozen=True)
class ListChoice:
    """A list and how its rows find the features of INPUT.

    source: None where there is no list; parameter: its name; own_field: of INPUT, list_field: of the list, both ''
    where it is joined by location.
    """

    source: object
    parameter: str
    own_field: str
    list_field: str


def list_choice(algorithm, parameters, context, fields, usual, own_usual, names=("LIST", "JOIN_FIELD", "LIST_FIELD")):
    """ListChoice of the parameters `names`: the list, the field of INPUT, the field of the list.

    fields: of INPUT; usual, own_usual: what the key fields usually are, as find_field knows them. A layer with shapes
    is joined by location unless a field is chosen. Raises InvalidInput where the keys are missing.
    """
    name, own_name, list_name = names
    source = table_source(algorithm, parameters, name, context)
    if source is None:
        return ListChoice(None, name, "", "")
    own = optional_field(algorithm, parameters, own_name, fields, context)
    other = optional_field(algorithm, parameters, list_name, source.fields(), context)
    spatial = source.wkbType() not in (Qgis.WkbType.NoGeometry, Qgis.WkbType.Unknown)
    if spatial and not own and not other:
        return ListChoice(vector_source(algorithm, parameters, name, context, _KINDS), name, "", "")
    own, other = own or find_field(fields, own_usual), other or find_field(source.fields(), usual)
    for parameter, field, layer in ((own_name, own, INPUT), (list_name, other, name)):
        if not field:
            raise InvalidInput(
                "{parameter}: choose the field of {layer} that tells which feature of {input} a row of {list} means.",
                parameter=parameter, layer=layer, input=INPUT, list=name,
            )
    return ListChoice(source, name, own, other)


def rows_of_list(choice, own, geometry, crs, context, feedback, progress, least, fields=()):
    """Pairs (feature, row) of what the list names, and the list's columns.

    own: the features' key column, None where it is joined by location; least: m² from which a polygon of the list
    means a feature; fields: of the list, wanted besides. Raises InvalidInput where no key fits.
    """
    from ..algorithms.joining import keys
    from ..algorithms.overlay import made_valid, sharing

    if not choice.list_field:
        features = read_features(choice.source, choice.parameter, list(fields), crs, context, feedback, progress)
        shapes = made_valid(features.geometry)
        feature, row = sharing(geometry, shapes, least)
        _say_unused(choice, len(shapes) - len(np.unique(row)), (), feedback)
        return feature, row, features.values
    wanted = list(dict.fromkeys((choice.list_field, *fields)))
    columns = read_attributes(choice.source, wanted, progress)
    ours, theirs = keys(own), keys(columns[choice.list_field])
    rows = {}
    for row, key in enumerate(theirs):
        if key:
            rows.setdefault(key, []).append(row)
    pairs = [(feature, row) for feature, key in enumerate(ours) for row in rows.get(key, ())]
    if not pairs and len(ours) and rows:
        raise InvalidInput(
            "{parameter}: no feature of {input} is on the list: {field} holds {left}, {other} holds {right}. Choose "
            "the fields that hold the same keys.", parameter=choice.parameter, input=INPUT, field=choice.own_field,
            left=first_few(list(dict.fromkeys(key for key in ours if key))) or "–", other=choice.list_field,
            right=first_few(list(rows)),
        )
    unused = [key for key in rows if key not in set(ours)]
    _say_unused(choice, len(unused), unused, feedback)
    found = np.array(pairs, dtype=int).reshape(-1, 2)
    return found[:, 0], found[:, 1], columns


def _say_unused(choice, count, names, feedback):
    if count:
        feedback.pushInfo(
            tr("{parameter}: rows that mean none of the features looked at: {count} ({names}).").format(
                parameter=choice.parameter, count=count, names=first_few(list(names)) or "–"
            )
        )
