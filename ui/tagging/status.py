"""What can be done with a layer now, why not otherwise, and what to do next."""

from ...algorithms.errors import InvalidInput
from ...processing.base import sentence
from ...processing.i18n import tr
from ...processing.tag_preparation import check_can_add


def why_not_tag(session):
    """Why nothing can be tagged now, '' when it can. session: a LayerSession or None."""
    if session is None:
        return tr("Choose a polygon layer first")
    if not session.prepared:
        return tr("Prepare the layer first")
    if not session.layer.isEditable():
        return tr("This layer is read-only") if session.layer.readOnly() else tr("Start editing first")
    return ""


def can_prepare(layer):
    """Whether the tag fields can be added to a layer, and why not otherwise. layer: may be None."""
    if layer is None:
        return False, tr("Choose a polygon layer first")
    try:
        check_can_add(layer, "INPUT")
    except InvalidInput as refusal:
        return False, sentence(refusal).split(": ", 1)[-1]
    return True, ""


def next_step(session, active):
    """What to do next, in one sentence. active: whether the map's own tools act on the layer."""
    if session is None:
        return tr("Choose the parcels to tag.")
    layer = session.layer
    if not session.prepared:
        return can_prepare(layer)[1] or tr("This layer has no tag fields yet: press “Prepare”.")
    if not layer.isEditable():
        return tr("This layer is read-only: you can look, count and check.") if layer.readOnly() else tr(
            "Press the pencil to start editing.")
    if layer.providerType() == "memory":
        return tr("This is a temporary layer: it is gone when QGIS closes. Save it to a file to keep your tags.")
    if not active:
        return tr("The map's own tools act on another layer: choose “{layer}” in the Layers panel to select "
                  "parcels.").format(layer=layer.name())
    if not layer.selectedFeatureCount():
        return tr("Select parcels on the map, or paint. Then choose a category or press its number.")
    return tr("Choose a category or press its number.")
