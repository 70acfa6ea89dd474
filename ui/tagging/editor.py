"""Changing tags in a layer: one gesture, one named undo step, all of it or nothing."""

from contextlib import contextmanager

from qgis.core import NULL, Qgis, QgsFeatureRequest

from ...processing.i18n import tr
from ...processing.parcel_scan import text_of


class NotChanged(RuntimeError):
    """The layer took no change; the message says why, in the user's language."""


@contextmanager
def edit_command(layer, text):
    """One undo step named `text`; when anything fails inside, every value is as it was."""
    layer.beginEditCommand(text)
    try:
        yield
    except Exception:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


def set_values(layer, ids, new, old):
    """Set fields of features: inside an edit command.

    new: {position: text, '' for none} for all of them; old: per feature the
    dict of what these fields hold, NULL for none (an empty QVariant is no old
    value). Without the old values QGIS asks the provider for each of them when
    undoing, one by one: minutes for some thousands.
    Raises NotChanged where the layer refuses.
    """
    new = {position: stored(value) for position, value in new.items()}
    change = layer.changeAttributeValues
    for identifier, before in zip(ids, old):
        if not change(identifier, new, before):
            raise NotChanged(
                tr("The layer refused to change feature {id}. Nothing was changed.").format(id=identifier)
            )


def stored(value):
    """A text as it is stored: NULL for none."""
    return value or NULL


def values_of(layer, ids, positions):
    """What features hold in these fields: {id: {name: text}}. positions: {name: position}."""
    request = QgsFeatureRequest().setFilterFids(list(ids)).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    wanted = {name: position for name, position in positions.items() if position >= 0}
    request.setSubsetOfAttributes(list(wanted.values()))
    return {
        feature.id(): {name: text_of(feature[position]) for name, position in wanted.items()}
        for feature in layer.getFeatures(request)
    }
