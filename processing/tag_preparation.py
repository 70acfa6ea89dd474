"""Making a layer ready for tags: which fields it needs, and adding them through its edit buffer."""

from pathlib import Path

from qgis.core import Qgis, QgsVectorDataProvider
from qgis.PyQt.QtCore import QMetaType

from ..algorithms import tags
from ..algorithms.errors import InvalidInput
from ..algorithms.tag_scheme import read_scheme
from .i18n import tr
from .roles import set_role
from .tag_fields import missing_fields, room, tag_field
from .tag_look import dress

ROLE = "tagging"
_SHORT_FORMATS = {".shp": 254, ".dbf": 254, ".tab": 254, ".mif": 254}
_SHAPEFILE = "ESRI Shapefile"


def check_tag_fields(fields, parameter, scheme=None):
    """Refuse tag fields that are there but cannot hold a tag. Raises InvalidInput naming `parameter`.

    fields: QgsFields; scheme: whose codes must fit, the shipped one where None.
    """
    scheme = scheme or read_scheme()
    least = {
        tags.CATEGORY: scheme.categories, tags.SUBTYPE: scheme.subtypes(), tags.DISPOSITION: scheme.dispositions,
        tags.STAGE: scheme.stages,
    }
    needed = {name: max((len(term.code) for term in terms), default=0) for name, terms in least.items()}
    needed |= {tags.SOURCE: len(tags.PERSON), tags.TIME: len(tags.now())}
    for name in tags.FIELDS:
        at = fields.lookupField(name)
        if at < 0:
            continue
        if fields.at(at).type() != QMetaType.Type.QString:
            raise InvalidInput(
                "{parameter}: the field {field} is there but holds no text. Rename or delete it, and run again.",
                parameter=parameter, field=name,
            )
        most = room(fields, name)
        if most and most < needed.get(name, 0):
            raise InvalidInput(
                "{parameter}: the field {field} holds {found} characters, too few for {needed}. Make it longer, or "
                "delete it, and run again.", parameter=parameter, field=name, found=most, needed=needed[name],
            )


def require_tag_fields(fields, parameter):
    """Refuse a layer that lacks tag fields. Raises InvalidInput naming `parameter` and the first of them."""
    missing = missing_fields(fields)
    if missing:
        raise InvalidInput(
            "{parameter}: the layer has no field {field}. Run “Prepare parcels for tagging” on it first.",
            parameter=parameter, field=missing[0],
        )


def check_can_add(layer, parameter):
    """Refuse a layer that the missing tag fields cannot be added to. Raises InvalidInput naming `parameter`."""
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        raise InvalidInput(
            "{parameter}: the layer “{layer}” holds no polygons. Choose a layer with polygons.",
            parameter=parameter, layer=layer.name(),
        )
    can = layer.dataProvider().capabilities()
    if missing_fields(layer.fields()) and (
        layer.readOnly() or not can & QgsVectorDataProvider.Capability.AddAttributes
    ):
        raise InvalidInput(
            "{parameter}: no fields can be added to the layer “{layer}”: it is read-only, or its format allows none. "
            "Make a copy instead.", parameter=parameter, layer=layer.name(),
        )


def add_tag_fields(layer):
    """Add the missing tag fields to a layer that is being edited, in one named edit command; returns their names.

    Raises InvalidInput, and leaves the edit buffer as it was, where one cannot be added.
    """
    missing = missing_fields(layer.fields())
    if not missing:
        return []
    layer.beginEditCommand(tr("Add tag fields"))
    for name in missing:
        if not layer.addAttribute(_native(layer.dataProvider(), tag_field(name))):
            layer.destroyEditCommand()
            raise InvalidInput(
                "INPUT: the field {field} cannot be added to the layer “{layer}”. Make a copy instead.",
                field=name, layer=layer.name(),
            )
    layer.endEditCommand()
    return missing


def prepare_layer(layer, scheme, path=""):
    """Add what a layer lacks, and dress it; returns the names added. On the main thread.

    A layer that is being edited keeps its session, unsaved; any other is saved
    at once. path: the file the scheme came from, '' for the shipped one.
    Raises InvalidInput where it cannot be done: nothing is left in the edit
    buffer then, but what a provider took before it failed stays; another try goes on from there.
    """
    check_can_add(layer, "INPUT")
    check_tag_fields(layer.fields(), "INPUT", scheme)
    added = _added_and_saved(layer) if not layer.isEditable() else add_tag_fields(layer)
    dress(layer, scheme, path)
    set_role(layer, ROLE)
    return added


def rule_room(algorithm, parameters, name, fields):
    """How many bytes of zz_rule the output `name` can hold, 0 for any number. fields: of the output."""
    path = next((path for output, path in algorithm.file_destinations(parameters) if output == name), Path())
    most = [most for most in (room(fields, tags.RULE), _SHORT_FORMATS.get(path.suffix.lower(), 0)) if most]
    return min(most, default=0)


def _added_and_saved(layer):
    if not missing_fields(layer.fields()):
        return []
    if not layer.startEditing():
        raise InvalidInput(
            "INPUT: the layer “{layer}” cannot be edited. Make a copy instead.", layer=layer.name()
        )
    try:
        added = add_tag_fields(layer)
    except InvalidInput:
        layer.rollBack()
        raise
    if not layer.commitChanges():
        reason = "; ".join(text for text in layer.commitErrors() if not text.startswith("SUCCESS"))
        layer.rollBack()
        raise InvalidInput(
            "INPUT: the tag fields cannot be saved in the layer “{layer}” ({reason}). Make a copy instead.",
            layer=layer.name(), reason=reason,
        )
    return added


def _native(provider, field):
    """The field as the provider's own kind of text: databases want its name, shapefiles a length."""
    if provider.storageType() == _SHAPEFILE and not field.length():
        field.setLength(_SHORT_FORMATS[".shp"])  # without one it becomes 80 bytes
    kinds = [kind for kind in provider.nativeTypes() if kind.mType == QMetaType.Type.QString and _holds(kind, field)]
    # Fixed lengths come first in some lists, and pad codes with spaces.
    kind = next((kind for kind in kinds if not kind.mTypeName.endswith("char") or "var" in kind.mTypeName), None)
    if kind is not None:
        field.setTypeName(kind.mTypeName)
        if not field.length() and kind.mMaxLen < 0:
            field.setLength(kind.mMaxLen)  # how PostGIS says “any”: told 0 it compares, and calls the save a failure
    return field


def _holds(kind, field):
    if not field.length():
        return kind.mMaxLen <= 0 or kind.mMaxLen >= 65535
    return kind.mMinLen <= field.length() and (kind.mMaxLen <= 0 or kind.mMaxLen >= field.length())
