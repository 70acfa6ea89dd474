"""One layer being tagged: what it holds, what is not saved yet, and every change to it."""

import numpy as np
from qgis.core import QgsApplication, QgsFeatureRequest
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...algorithms import tags
from ...processing.i18n import tr
from ...processing.parcel_scan import COLUMNS, areas_of, column_positions, text_of, wkb_of
from ...processing.tag_fields import missing_fields
from ...processing.wording import first_few
from .counting import count_task
from .editor import edit_command, set_values, stored, values_of
from .restoring import HeldJournal, keeps_ids
from .saving import compare, refusal, stored_values
from .watch import Changes, LayerWatch

_SHAPEFILE = "ESRI Shapefile"
_TRIES = 3


class LayerSession(QObject):
    """Keeps the ledger and the journal of a layer true to whatever is done to it, here or elsewhere.

    ledger: a Ledger, None until the layer is counted. `stop` must be called
    before it is dropped; a layer that is being deleted stops it by itself.
    """

    ledger_changed = pyqtSignal()
    state_changed = pyqtSignal()
    counting = pyqtSignal(float)
    failed = pyqtSignal(str)
    overwrote = pyqtSignal(object)  # Conflicts that QGIS's own Save settled for us, by overwriting
    gone = pyqtSignal()

    def __init__(self, layer, parent=None):
        super().__init__(parent)
        self.layer, self.ledger = layer, None
        self._journal = self._watch = self._task = None
        self._waiting, self._overwritten, self._at = [], [], {}
        self._missing = ()
        self._tries_left = self._expected = 0
        self._quiet = self._told = self._asked = self._renumbered = self._in_part = False
        self._connections = [
            (layer.editingStarted, self._state), (layer.editingStopped, self._state),
            (layer.undoStack().indexChanged, self._state), (layer.readOnlyChanged, self._state),
            (layer.selectionChanged, self._state), (layer.updatedFields, self._fields_changed),
            (layer.beforeCommitChanges, self._before_commit), (layer.afterCommitChanges, self._committed),
            (layer.committedFeaturesRemoved, self._parcels_removed),
            (layer.committedAttributeValuesChanges, self._part_saved),
            (layer.beforeRollBack, self._hush), (layer.afterRollBack, self._rolled_back),
            (layer.subsetStringChanged, self.recount), (layer.dataChanged, self._data_changed),
            (layer.willBeDeleted, self._deleted),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        self._begin()

    # --- what it is ----------------------------------------------------------------------------

    @property
    def prepared(self):
        """Whether the layer has every tag field."""
        return not missing_fields(self.layer.fields())

    @property
    def position(self):
        """Position of each tag field by name."""
        return {name: self._at[name] for name in tags.FIELDS}

    def stop(self):
        """Listen no more; the journal of what is not saved stays."""
        self._end()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        if self._journal is not None:
            self._journal.release()
            self._journal = None

    # --- tagging -------------------------------------------------------------------------------

    def apply(self, groups, text):
        """Set tag fields of parcels in one undo step named `text`; returns how many parcels changed.

        groups: (ids, {field: text, '' for none}) pairs. Parcels that say all of it already are left alone.
        Raises NotChanged, and nothing is changed, where the layer refuses.
        """
        self._watch.flush()  # what the parcels say now, others' edits of this very moment included
        todo = [part for ids, values in groups for part in self._different(ids, values)]
        if not todo:
            return 0
        self._watch.pause()
        try:
            with edit_command(self.layer, text):
                for ids, new, old, _ in todo:
                    set_values(self.layer, ids, new, old)
        finally:
            self._watch.go_on()
        for ids, _, _, values in todo:
            self._note(ids, values)
        self._write_down([(ids, values) for ids, _, _, values in todo])
        self.ledger_changed.emit()
        return sum(len(ids) for ids, *_ in todo)

    def _different(self, ids, values):
        """(ids, new by position, old by position of each, values by name) of those that say something else now."""
        ids = list(ids)
        if self.ledger is not None and all(identifier in self.ledger for identifier in ids):
            combinations, place = self.ledger.texts(ids) if ids else ([], np.empty(0, dtype=int))
        else:
            held = values_of(self.layer, ids, self.position)
            ids = list(held)
            combinations, place = list(held.values()), np.arange(len(ids))
        said = {name: text for name, text in values.items() if name != tags.TIME}
        differs = np.array(
            [any(held[name] != text for name, text in said.items()) for held in combinations], dtype=bool)
        if not len(ids) or not differs.any():
            return
        before = [{self._at[name]: stored(held[name]) for name in values} for held in combinations]
        keep = differs[place]
        yield (
            [identifier for identifier, kept in zip(ids, keep.tolist()) if kept],
            {self._at[name]: text for name, text in values.items()},
            [before[which] for which in place[keep].tolist()],
            values,
        )

    def _note(self, ids, values):
        if self.ledger is not None:
            for name, text in values.items():
                self.ledger.change(ids, name, text)
        else:
            self._waiting.append(Changes({self._at[name]: dict.fromkeys(ids, text) for name, text in values.items()}))

    # --- saving --------------------------------------------------------------------------------

    def conflicts(self):
        """Parcels that somebody else changed in the source since we read them, among those we changed.

        Those that somebody else deleted are none: saving tells of them, through `failed`.
        """
        self._watch.flush()
        return self._compare()

    def _compare(self):
        found, self._missing = ([], ()) if self.ledger is None else compare(self.layer, self.ledger)
        return found

    def take_theirs(self, found):
        """Give up our tags where somebody else's are stored; one undo step."""
        self.note_theirs(found)
        self.apply([([conflict.id], conflict.theirs) for conflict in found], tr("Take the tags saved by others"))

    def note_theirs(self, found):
        """Remember what somebody else saved, so that ours counts as a change against it."""
        self._note_theirs(found)
        self.ledger_changed.emit()

    def _note_theirs(self, found):
        buffer = self.layer.editBuffer()
        ours = buffer.changedAttributeValues() if found and buffer is not None else {}
        for conflict in found:
            self.ledger.note_saved(conflict.id, conflict.theirs)
            for name, text in conflict.theirs.items():
                if self._at[name] not in ours.get(conflict.id, {}):
                    self.ledger.change([conflict.id], name, text)  # the layer shows theirs where we set nothing

    def save(self):
        """Commit and go on editing; returns a Refusal, None when all is saved."""
        self._watch.flush()
        self._asked = True
        try:
            if self.layer.commitChanges(False):
                return None
        finally:
            self._asked = False
        return refusal(self.layer)

    def discard(self):
        """Undo everything since the last save and go on editing."""
        self.layer.rollBack(False)

    # --- counting ------------------------------------------------------------------------------

    def recount(self, *_):
        """Read the whole layer again, in the background."""
        if self._watch is not None:
            self._tries_left = _TRIES
            self._count()

    def _count(self):
        self.cancel_count()
        self._watch.flush()
        self.ledger, self._waiting = None, []
        self._tries_left -= 1
        self._expected = self.layer.featureCount() if self.layer.providerType() == "ogr" else 0
        self._task = count_task(self.layer)
        self._task.done.connect(self._counted)
        self._task.progressChanged.connect(self.counting)
        self.counting.emit(0.0)
        QgsApplication.taskManager().addTask(self._task)
        self.ledger_changed.emit()

    def cancel_count(self):
        """Stop counting; the ledger stays empty until it is counted again."""
        if self._task is not None:
            task, self._task = self._task, None
            task.done.disconnect(self._counted)
            task.progressChanged.disconnect(self.counting)
            task.cancel()
            self.counting.emit(100.0)

    def _counted(self, ledger, error):
        self._task = None
        if error is not None:
            self.failed.emit(tr("The layer could not be counted ({reason}).").format(reason=error))
        elif ledger is not None and len(ledger) < self._expected and self._tries_left:
            # A GeoPackage opened by a thread while an edit session begins reads as empty, without any error.
            self._count()
            return
        elif ledger is not None:
            self._flush()
            self.ledger = ledger
            waiting, self._waiting = self._waiting, []
            for changes in waiting:
                self._follow(changes)
            # Some of what came while counting may be saved by now.
            ledger.mark_saved()
            if self.layer.isModified():
                self._learn_saved()
        self.counting.emit(100.0)
        self.ledger_changed.emit()

    def _learn_saved(self):
        """What is stored of the parcels that were changed, added or deleted before we looked."""
        ledger, buffer = self.ledger, self.layer.editBuffer()
        deleted = set(buffer.deletedFeatureIds())
        stored = stored_values(self.layer, deleted.union(buffer.changedAttributeValues()), COLUMNS)
        stored |= {identifier: {} for identifier in buffer.addedFeatures()}
        for identifier, values in stored.items():
            if identifier in deleted:
                ledger.put(identifier, values, 0)
            if identifier in ledger:
                ledger.note_saved(identifier, dict.fromkeys(COLUMNS, "") | values)  # a new field is not stored yet
            if identifier in deleted:
                ledger.remove(identifier)  # known, should the deletion be undone
        changed = self.ledger.changed_ids(tags.FIELDS)
        combinations, place = self.ledger.texts(changed) if changed else ([], np.empty(0, dtype=int))
        self._write_down([
            (np.array(changed)[place == which].tolist(), {name: texts[name] for name in tags.FIELDS})
            for which, texts in enumerate(combinations)
        ])

    # --- following -----------------------------------------------------------------------------

    def _begin(self):
        if not self.prepared:
            self._at = {}
            self.state_changed.emit()
            return
        self._at = column_positions(self.layer.fields())
        self._watch = LayerWatch(self.layer, self._at.values(), self)
        self._watch.changed.connect(self._changed)
        self.recount()

    def _end(self):
        self.cancel_count()
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None
        self.ledger = None

    def _changed(self, changes):
        self._journal_of(changes)
        if self.ledger is None:
            self._waiting.append(changes)
            return
        self._follow(changes)
        if self._in_part:
            self.recount()
        self.ledger_changed.emit()

    def _journal_of(self, changes):
        name_at = {position: name for name, position in self._at.items()}
        self._write_down([
            (ids, {name_at[position]: text}) for position, values in changes.values.items()
            if name_at[position] in tags.FIELDS for text, ids in _by_text(values).items()
        ])

    def _follow(self, changes):
        name_at = {position: name for name, position in self._at.items()}
        for identifier in changes.removed:
            self.ledger.remove(identifier)
        if changes.added:
            self._read(changes.added)
        for position, values in changes.values.items():
            for text, ids in _by_text(values).items():
                self.ledger.change(ids, name_at[position], text)
        for identifier in changes.reshaped - changes.removed:
            if identifier in self.ledger:
                feature = self.layer.getFeature(identifier)
                self.ledger.set_area(identifier, self._area_of(feature))

    def _read(self, ids):
        request = QgsFeatureRequest().setFilterFids(list(ids))
        for feature in self.layer.getFeatures(request):
            values = {name: text_of(feature[at]) if at >= 0 else "" for name, at in self._at.items()}
            self.ledger.put(feature.id(), values, self._area_of(feature))

    def _area_of(self, feature):
        import shapely

        return areas_of(shapely.from_wkb(np.array([wkb_of(feature)], dtype=object)), self.layer.crs())[0]

    def _write_down(self, changes):
        """Journal what is not saved yet. Layers in memory are gone after a crash, so nothing could be restored.

        changes: (ids, {field: text}) pairs.
        """
        if not changes or self._quiet or not self.layer.isEditable() or self.layer.providerType() == "memory":
            return
        if not keeps_ids(self.layer):
            self._tell_once(tr(
                "Unsaved tags of this table cannot be restored after a crash: save often. Tables whose key is one "
                "integer column have a journal."))
            return
        try:
            if self._journal is None:
                self._journal = HeldJournal(self.layer)
            self._journal.record_all([
                (ids, {name: text for name, text in values.items() if name in tags.FIELDS}, self._areas(ids))
                for ids, values in changes
            ])
        except OSError as error:
            self._tell_once(tr(
                "The journal of unsaved tags cannot be written ({reason}): save often, a crash would lose them."
            ).format(reason=error.strerror))

    def _tell_once(self, text):
        if not self._told:
            self._told = True
            self.failed.emit(text)

    def _areas(self, ids):
        """Stored areas for the journal; None for parcels that are not in the ledger, or whose shape is not saved yet."""
        if self.ledger is None:
            return ()
        areas, reshaped = self.ledger.area(ids).tolist(), self.layer.editBuffer().changedGeometries()
        return [
            area if identifier in self.ledger and identifier not in reshaped else None
            for identifier, area in zip(ids, areas)
        ]

    def _hush(self, *_):
        self._flush()
        self._quiet = True

    def _flush(self):
        if self._watch is not None:
            self._watch.flush()

    def _before_commit(self, *_):
        # The journal goes on: QGIS tells nobody when a save fails, and what is tagged afterwards must be in it.
        self._flush()
        # QGIS's own Save cannot be held back to ask: what it overwrites is told afterwards.
        if not self._asked:
            self._overwritten = self._compare()
            self._note_theirs(self._overwritten)

    def _parcels_removed(self, *_):
        self._renumbered = self.layer.dataProvider().storageType() == _SHAPEFILE

    def _await_numbers(self):
        # A shapefile numbers its parcels anew some time between saving that some are gone and the end of editing.
        if self._renumbered:
            self.ledger = None
            QTimer.singleShot(0, self._number_anew)

    def _number_anew(self):
        if self._watch is not None:
            self._renumbered = self.layer.isEditable()
            self.recount()

    def _part_saved(self, *_):
        self._in_part = True
        QTimer.singleShot(0, self._look_again)

    def _look_again(self):
        # The rest of the save failed: undoing what is saved by now, QGIS tells of values that the layer does not show.
        if self._in_part:
            self.recount()

    def _committed(self, *_):
        self._in_part = False
        self._settle()
        if self.ledger is not None:
            for identifier in self._missing:
                self.ledger.remove(identifier)
            self.ledger.mark_saved()
        self._await_numbers()
        self.ledger_changed.emit()
        self._tell_saved()

    def _tell_saved(self):
        missing, self._missing = self._missing, ()
        if missing:
            self.failed.emit(tr(
                "Somebody else deleted parcels that you tagged, so these tags are not saved: {ids}.").format(
                    ids=first_few(missing)))
        overwritten, self._overwritten = self._overwritten, []
        if overwritten:
            self.overwrote.emit(overwritten)

    def _rolled_back(self, *_):
        in_part, self._in_part = self._in_part, False
        self._settle()
        if in_part:
            self.recount()
        self._await_numbers()
        self.ledger_changed.emit()

    def _settle(self):
        self._flush()
        self._quiet = False
        if self._journal is not None:
            self._journal.forget()
            self._journal.release()
            self._journal = None
        self.state_changed.emit()

    def _fields_changed(self, *_):
        now = column_positions(self.layer.fields()) if self.prepared else {}
        if now != self._at:
            self._end()
            self._begin()
        self.state_changed.emit()

    def _data_changed(self, *_):
        if not self.layer.isEditable():
            self.recount()

    def _state(self, *_):
        self.state_changed.emit()

    def _deleted(self):
        self._connections, self._watch = [], None
        self.cancel_count()
        if self._journal is not None:
            self._journal.release()
            self._journal = None
        self.gone.emit()


def _by_text(values):
    """{text: [ids]} of {id: value}."""
    found = {}
    for identifier, value in values.items():
        found.setdefault(text_of(value), []).append(identifier)
    return found
