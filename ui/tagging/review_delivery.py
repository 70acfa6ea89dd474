"""What the validation of a delivery found, as lines of the review list."""

import hashlib

from ...processing.parcel_scan import text_of
from ...processing.roles import layers_by_role
from .review_items import Item
from .review_lines import lines_of

ROLE = "validation_errors"
KIND = "delivery:"
FIXED = ""  # no reason: nobody can type it
_NEEDED = ("rule", "severity", "layer", "feature", "field", "message")
_SEVERITY = {"note": "hint"}


class Delivery:
    """The faults of the topmost validation result in a project, read once for each such layer.

    A fault ignored stays ignored when the delivery is validated again; one said to be fixed comes back if it is not.
    """

    def __init__(self):
        self._layer, self._items, self._names = None, [], {}

    def look(self, project):
        """Find the layer, and read it where it is another than before. Returns it, or None."""
        layer = layers_by_role(project).get(ROLE)
        if layer is not None and any(layer.fields().lookupField(name) < 0 for name in _NEEDED):
            layer = None
        if layer is None:
            self._layer, self._items, self._names = None, [], {}
        elif layer.id() != self._layer:
            self._layer, self._items, self._names = layer.id(), [], {}
            self._read(layer)
        return layer

    def lines(self, aside):
        """Lines of what is still open. aside: entries as `entry` makes them, of this project."""
        ignored = {entry["check"] for entry in aside if entry["id"] == -1}
        fixed = {entry["id"] for entry in aside if entry["layer"] == self._layer and entry["reason"] == FIXED}
        return lines_of([
            item for item in self._items if item.id not in fixed and self._names[item.id] not in ignored])

    def entry(self, item, reason, time):
        """What is kept of a fault that a person deals with; reason: FIXED, or why it is ignored."""
        if reason == FIXED:
            return {"check": item.kind, "id": item.id, "layer": self._layer, "reason": reason, "time": time}
        return {"check": self._names[item.id], "id": -1, "layer": "", "reason": reason, "time": time}

    def _read(self, layer):
        at = {name: layer.fields().lookupField(name) for name in _NEEDED}
        for feature in layer.getFeatures():
            said = {name: text_of(feature[position]) for name, position in at.items()}
            severity = _SEVERITY.get(said["severity"], said["severity"])
            source = said["layer"] or said["rule"]
            self._items.append(Item(
                KIND + said["rule"], feature.id(), "", "", "", source, severity, said["message"]))
            # Not by the feature's number in the result, which the next run gives to another fault.
            content = "\n".join((said["rule"], said["layer"], said["feature"], said["field"], said["message"]))
            self._names[feature.id()] = KIND + hashlib.sha256(content.encode()).hexdigest()[:16]


def is_delivery(item):
    """Whether a line is a fault of a delivery, not of the layer being tagged."""
    return item.kind.startswith(KIND)
