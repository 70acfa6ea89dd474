"""How outputs look when QGIS adds them: name, group, aliases, style, metadata."""

from dataclasses import dataclass
from datetime import datetime, timezone
from html import escape

from qgis.core import (
    QgsLayerMetadata,
    QgsLayerNotesUtils,
    QgsProcessingLayerPostProcessorInterface,
)

from .fields import stored_name
from .i18n import tr
from .roles import set_role


@dataclass(frozen=True)
class Look:
    """What one output shows.

    title, abstract: for the layer's metadata and notes; lineage: sentences on
    how it was made; aliases: shown names by field; style: called with the
    layer, sets renderer and labels; role: what the layer is to our tools (see
    roles.py), '' for nothing.
    """

    title: str
    abstract: str
    lineage: tuple
    aliases: dict
    style: object = None
    role: str = ""


def apply_look(layer, look):
    """Give a loaded layer its look. Only what is shown changes, never the data."""
    for name, alias in look.aliases.items():
        index = layer.fields().lookupField(stored_name(layer.fields(), name))
        if index >= 0:
            layer.setFieldAlias(index, alias)
    if look.style is not None and layer.isSpatial():
        look.style(layer)
    metadata = QgsLayerMetadata(layer.metadata())
    metadata.setTitle(look.title)
    metadata.setAbstract(look.abstract)
    metadata.setCrs(layer.crs())
    metadata.setHistory([datetime.now(timezone.utc).isoformat(timespec="seconds"), *look.lineage])
    layer.setMetadata(metadata)
    if look.role:
        set_role(layer, look.role)
    notes = "".join(f"<p>{escape(text)}</p>" for text in (look.abstract, *look.lineage))
    QgsLayerNotesUtils.setLayerNotes(layer, notes)
    layer.triggerRepaint()


def look_after(context, destination, look, group):
    """Have QGIS apply `look` when it loads the output, in a layer group named `group`."""
    if not context.willLoadLayerOnCompletion(destination):
        return
    details = context.layerToLoadOnCompletionDetails(destination)
    details.groupName = group
    details.setPostProcessor(_LookLater.keep(look))


class _LookLater(QgsProcessingLayerPostProcessorInterface):
    """Applies a look on the main thread. QGIS does not own it, so it keeps itself until it has run."""

    _waiting = set()

    def __init__(self, look):
        super().__init__()
        self._look = look

    @classmethod
    def keep(cls, look):
        waiting = cls(look)
        cls._waiting.add(waiting)
        return waiting

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802 - QGIS's name
        if layer is not None and layer.isValid():
            apply_look(layer, self._look)
        self._waiting.discard(self)


def aliases_in(fields):
    """The aliases that a layer's fields show already, by field name."""
    return {field.name(): field.alias() for field in fields if field.alias()}


def alias_of(names, table):
    """Aliases, translated, for the field names an output has."""
    return {name: tr(table[name]) for name in names if name in table}
