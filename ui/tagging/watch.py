"""What happens to a layer, from wherever it comes, gathered into batches."""

from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal


@dataclass
class Changes:
    """What changed since the last batch. values: {position: {id: value}}; the others: ids."""

    values: dict = field(default_factory=dict)
    added: set = field(default_factory=set)
    removed: set = field(default_factory=set)
    reshaped: set = field(default_factory=set)

    def __bool__(self):
        return bool(self.values or self.added or self.removed or self.reshaped)


class LayerWatch(QObject):
    """Listens to a layer. `changed` carries a Changes, once per turn of the event loop however many edits came."""

    changed = pyqtSignal(object)

    def __init__(self, layer, positions, parent=None):
        """positions: of the fields whose values matter."""
        super().__init__(parent)
        self._layer, self._positions = layer, frozenset(positions)
        self._changes = Changes()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.flush)
        self._slots = (
            (layer.attributeValueChanged, self._value), (layer.featureAdded, self._added),
            (layer.featureDeleted, self._removed), (layer.geometryChanged, self._reshaped),
        )
        for signal, slot in self._slots:
            signal.connect(slot)

    def stop(self):
        """Listen no more. The layer must still be there."""
        self._timer.stop()
        for signal, slot in self._slots:
            signal.disconnect(slot)
        self._slots = ()  # they hold this watch, and so the layer

    def pause(self):
        """Do not listen to values while we set them ourselves: a call into Python each would double the time."""
        self.flush()
        self._layer.attributeValueChanged.disconnect(self._value)

    def go_on(self):
        """Listen to values again."""
        self._layer.attributeValueChanged.connect(self._value)

    def flush(self):
        """Hand on what has gathered, now."""
        if self._changes:
            changes, self._changes = self._changes, Changes()
            self.changed.emit(changes)

    def _value(self, identifier, position, value):
        if position in self._positions:
            self._changes.values.setdefault(position, {})[identifier] = value
            self._timer.start()

    def _added(self, identifier):
        self._changes.removed.discard(identifier)
        self._changes.added.add(identifier)
        self._timer.start()

    def _removed(self, identifier):
        # One call each, but `featuresDeleted` is silent when an edit command that added features is destroyed.
        self._changes.added.discard(identifier)
        self._changes.removed.add(identifier)
        self._timer.start()

    def _reshaped(self, identifier, geometry):
        self._changes.reshaped.add(identifier)
        self._timer.start()
