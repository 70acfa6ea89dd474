"""What a layer is to our tools: a custom property, so that no layer is known by its name."""

_PROPERTY = "land_consolidation/role"


def set_role(layer, role):
    """Mark a layer: it goes with the layer into the project."""
    layer.setCustomProperty(_PROPERTY, role)


def role_of(layer):
    """The role a layer is marked with, '' for none."""
    return layer.customProperty(_PROPERTY, "")


def layers_by_role(project):
    """The layers of a project by role; where several share one, the topmost in the layer tree."""
    found = {}
    for layer in project.layerTreeRoot().layerOrder():
        role = role_of(layer)
        if role:
            found.setdefault(role, layer)
    # Tables without geometry are not in the drawing order.
    for layer in project.mapLayers().values():
        role = role_of(layer)
        if role:
            found.setdefault(role, layer)
    return found
