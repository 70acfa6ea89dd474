"""Journals of layers: where they lie, which of them a crash left behind, and what they would bring back."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from qgis.core import QgsApplication, QgsProviderRegistry
from qgis.PyQt.QtCore import QLockFile, QMetaType

from ...algorithms import tags
from ...algorithms.tag_journal import Journal, read_journal
from .editor import values_of

_SECRET = ("username", "password", "authcfg")
_NEAR = 0.011  # m²: areas are noted to 0.01


def keeps_ids(layer):
    """Whether the parcels have the same ids when the layer is opened the next time.

    QGIS numbers the rows of a PostgreSQL table in the order it happens to read them, unless the key is one integer
    of 32 bits.
    """
    if layer.providerType() != "postgres":
        return True
    key = layer.primaryKeyAttributes()
    return len(key) == 1 and layer.fields().at(key[0]).type() == QMetaType.Type.Int


@dataclass(frozen=True)
class Restore:
    """What a journal would change in a layer as it is now.

    changes: {id: {field: (value now, value then)}}, only what differs; lost:
    ids that cannot be restored, since the parcel was new and never saved, is
    gone, or has another shape now.
    """

    path: Path
    begun: str
    changes: dict
    lost: tuple


class HeldJournal(Journal):
    """The journal of a layer in this process: locked, so that another QGIS can tell it from one left by a crash."""

    def __init__(self, layer):
        path = folder() / f"{source_key(layer)}-{uuid4().hex}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(f"{path}.lock")
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        super().__init__(path, {"layer": layer.name(), "begun": tags.now()})

    def release(self):
        """Let go of journal and lock; what is written stays."""
        self.close()
        self._lock.unlock()


def folder():
    """Where the journals lie, beside the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "land_consolidation" / "journal"


def source_key(layer):
    """The same text for the same data source, whoever opens it and whatever the layer is called."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    parts = {name: str(value) for name, value in parts.items() if name not in _SECRET}
    if parts.get("path"):
        parts["path"] = str(Path(parts["path"]).resolve())
        # A file of one layer is the same with and without naming it.
        parts = {name: value for name, value in parts.items() if name in ("path", "layerName", "subset")}
    text = json.dumps([layer.providerType(), sorted(parts.items())])
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def left_behind(layer):
    """Journals of this layer that no living QGIS holds, the oldest first: (path, Unsaved)."""
    found = []
    for path in sorted(folder().glob(f"{source_key(layer)}-*.jsonl"), key=lambda path: path.stat().st_mtime):
        if not _is_held(path):
            unsaved = read_journal(path)
            if unsaved is not None and unsaved.values:
                found.append((path, unsaved))
    return found


def plan(layer, path, unsaved, area_of):
    """A Restore for a layer. area_of: area in m² of an id now, None where it is not known."""
    positions = {name: layer.fields().lookupField(name) for name in tags.FIELDS}
    wanted = [identifier for identifier in unsaved.values if identifier >= 0]
    present = values_of(layer, wanted, positions)
    changes, lost = {}, [identifier for identifier in unsaved.values if identifier not in present]
    for identifier, now in present.items():
        then, area = unsaved.area.get(identifier), area_of(identifier)
        if then is not None and area is not None and abs(then - area) > _NEAR:
            lost.append(identifier)
            continue
        differs = {
            name: (now.get(name, ""), value or "") for name, value in unsaved.values[identifier].items()
            if name in now and now[name] != (value or "")
        }
        if differs:
            changes[identifier] = differs
    return Restore(path, unsaved.header.get("begun", ""), changes, tuple(lost))


def forget(path):
    """Delete a journal that is not needed any more."""
    Path(path).unlink(missing_ok=True)
    Path(f"{path}.lock").unlink(missing_ok=True)


def _is_held(path):
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False
