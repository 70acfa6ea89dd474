"""Which layers the tools ask for, and which layer of a project each of them seems to be: read from a data file."""

import json
from dataclasses import dataclass
from functools import cache

from qgis.core import Qgis, QgsMapLayer

from ..algorithms.tables import DOMAIN
from .fields import find_field, stored_name
from .roles import layers_by_role

_GEOMETRY = {
    "polygon": Qgis.GeometryType.Polygon, "line": Qgis.GeometryType.Line, "point": Qgis.GeometryType.Point,
    "table": Qgis.GeometryType.Null,
}


@dataclass(frozen=True, eq=False)
class LayerRole:
    """One entry of layer_roles.json. label: {"zh", "en"}; the rest as its note says."""

    role: str
    label: dict
    kind: str
    names: tuple
    fields: tuple
    made_by: str


@cache
def layer_roles():
    """The roles, in the order in which people are asked."""
    content = json.loads((DOMAIN / "layer_roles.json").read_text(encoding="utf-8"))
    return tuple(
        LayerRole(entry["role"], {"zh": entry["zh"], "en": entry["en"]}, entry["kind"], tuple(entry["names"]),
                  tuple(entry["fields"]), entry["made_by"])
        for entry in content["roles"]
    )


def is_of_kind(layer, kind):
    """Whether a map layer holds what a role of this kind needs."""
    if kind == "raster":
        return layer.type() == QgsMapLayer.LayerType.RasterLayer
    return layer.type() == QgsMapLayer.LayerType.VectorLayer and layer.geometryType() == _GEOMETRY[kind]


def guess_roles(project):
    """{role: layer} for roles that no layer of the project has, by the layers' names and fields.

    A name tells more than fields, the longer name the more; a layer gets one role.
    """
    taken = layers_by_role(project)
    layers = [layer for layer in project.mapLayers().values() if layer.isValid() and layer not in taken.values()]
    scored = sorted(
        ((score, place, layer) for place, entry in enumerate(layer_roles()) if entry.role not in taken
         for layer in layers if (score := _likeness(layer, entry))),
        key=lambda one: (-one[0], one[1], one[2].name()),
    )  # fmt: skip
    found = {}
    for _, place, layer in scored:
        role = layer_roles()[place].role
        if role not in found and layer not in found.values():
            found[role] = layer
    return found


def _likeness(layer, entry):
    """How much a layer looks like a role, 0 for not at all."""
    if not is_of_kind(layer, entry.kind):
        return 0
    name = layer.name().casefold()
    named = max((len(word) for word in entry.names if word.casefold() in name), default=0)
    fielded = bool(entry.fields) and layer.type() == QgsMapLayer.LayerType.VectorLayer and all(
        find_field(layer.fields(), field) or stored_name(layer.fields(), field) for field in entry.fields)
    # Made by a tool of ours: only its own fields tell, names are the person's.
    return (100 + named if named else 0) + (50 if fielded else 0)
