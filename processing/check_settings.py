"""What was asked of check tags, checked before any work."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingFeatureSource

from ..algorithms.check_list import checked_layers
from ..algorithms.errors import InvalidInput
from ..algorithms.tag_scheme import Scheme
from .areas import area_field
from .base import given
from .fields import find_field
from .shared_parameters import AREA_FIELD, AREA_METHOD, ATTRIBUTE, INPUT, optional_field
from .sources import vector_source
from .tag_parameters import scheme_and_path

_POLYGON = (Qgis.GeometryType.Polygon,)


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    layers: {Layer: its source}, those given; scheme, path: the scheme and its file, '' for the shipped one.
    """

    source: QgsProcessingFeatureSource
    layers: dict
    scheme: Scheme
    path: str
    area_method: int
    area_field: str


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    source = vector_source(algorithm, parameters, INPUT, context, _POLYGON)
    layers = {
        layer: vector_source(algorithm, parameters, layer.parameter, context, _POLYGON)
        for layer in checked_layers() if given(parameters, layer.parameter)
    }
    for layer, other in layers.items():
        _refuse_another(layer, other)
    scheme, path = scheme_and_path(algorithm, parameters, context)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen = optional_field(algorithm, parameters, AREA_FIELD, source.fields(), context)
    return Settings(
        source, layers, scheme, path, method, area_field(source.fields(), chosen) if method == ATTRIBUTE else ""
    )


def is_another(layer, fields, name):
    """Whether a layer is by its name something else than `layer` (Layer), and has no field that says otherwise."""
    return bool(layer.not_named) and layer.not_named in name and not find_field(fields, layer.zone_field)


def _refuse_another(layer, other):
    if is_another(layer, other.fields(), other.sourceName()):
        raise InvalidInput(
            "{parameter}: “{layer}” is called a village boundary and has no field {field} that says otherwise. Choose "
            "the urban development boundary.",
            parameter=layer.parameter, layer=other.sourceName(), field=layer.zone_field,
        )
