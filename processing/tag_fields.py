"""The tag fields of a layer: which are there, which are missing, and what fits into them."""

from qgis.core import QgsField

from ..algorithms import tags
from ..algorithms.errors import translatable
from .layer_writer import TEXT

ALIASES = {
    tags.CATEGORY: translatable("Category"),
    tags.SUBTYPE: translatable("Sub-type"),
    tags.DISPOSITION: translatable("Disposition"),
    tags.STAGE: translatable("Stage"),
    tags.PROJECT: translatable("Project"),
    tags.PLANNED_USE: translatable("Planned use"),
    tags.NOTE: translatable("Note"),
    tags.SOURCE: translatable("Tagged by"),
    tags.RULE: translatable("Rule"),
    tags.TIME: translatable("Tagged at"),
}


def tag_field(name):
    """A tag field as a new layer gets it."""
    field = QgsField(name, TEXT)
    field.setLength(tags.LENGTHS[name])
    return field


def missing_fields(fields):
    """Names of the tag fields that `fields` (QgsFields) lack, in their order."""
    return [name for name in tags.FIELDS if fields.lookupField(name) < 0]


def positions(fields):
    """Position of each tag field by name. All must be there."""
    return {name: fields.lookupField(name) for name in tags.FIELDS}


def room(fields, name):
    """How many bytes fit into a tag field, 0 for any number."""
    return max(fields.at(fields.lookupField(name)).length(), 0)


def fits(fields, name, text):
    """Whether a text fits into a tag field: counted in bytes, as shapefiles do."""
    most = room(fields, name)
    return not most or len((text or "").encode()) <= most
