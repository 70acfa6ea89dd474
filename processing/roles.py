"""What a layer is to our tools: a custom property, so that no layer is known by its name."""

_PROPERTY = "land_consolidation/role"
_BETWEEN = ";"


def set_role(layer, role):
    """Mark a layer as this and nothing else: it goes with the layer into the project."""
    layer.setCustomProperty(_PROPERTY, role)


def role_of(layer):
    """The roles a layer is marked with, joined by semicolons, '' for none."""
    return layer.customProperty(_PROPERTY, "")


def roles_of(layer):
    """The roles a layer is marked with: one layer may serve as several."""
    return [role for role in role_of(layer).split(_BETWEEN) if role]


def give_role(project, role, layer):
    """Mark a layer of the project with one more role, and no other layer with it; layer: None for nobody."""
    for other in project.mapLayers().values():
        roles = roles_of(other)
        if role in roles and other is not layer:
            set_role(other, _BETWEEN.join(one for one in roles if one != role))
    if layer is not None and role not in roles_of(layer):
        set_role(layer, _BETWEEN.join([*roles_of(layer), role]))


def layers_by_role(project):
    """The layers of a project by role; where several share one, the topmost in the layer tree."""
    found = {}
    # Tables without geometry are not in the drawing order.
    for layer in [*project.layerTreeRoot().layerOrder(), *project.mapLayers().values()]:
        for role in roles_of(layer):
            found.setdefault(role, layer)
    return found
