"""What a crash left behind: offered, shown, brought back."""

from qgis.core import Qgis

from ...processing.i18n import tr
from . import asking, restoring
from .telling import tell
from .words import count_text, time_text


class RestoreControl:
    """Works for a TaggingManager. `look` when the layer changes."""

    def __init__(self, manager):
        self._manager, self._found = manager, None
        bar = manager.dock.bar
        bar.restore_asked.connect(self.restore)
        bar.forget_asked.connect(self.forget)

    def look(self):
        """Offer what a crash left behind for the layer in the dock, or nothing."""
        session = self._manager.session
        self._found = None
        for path, unsaved in restoring.left_behind(session.layer) if session is not None and session.prepared else ():
            plan = restoring.plan(session.layer, path, unsaved, lambda identifier: None)
            if plan.changes or plan.lost:
                self._found = path, unsaved
                break
            restoring.forget(path)  # it was saved before QGIS ended, or undone
        if self._found is None:
            self._manager.dock.bar.show_left_behind("")
            return
        unsaved = self._found[1]
        self._manager.dock.bar.show_left_behind(tr(
            "QGIS ended before tags were saved, begun {time}. Parcels: {count}.").format(
            count=count_text(len(unsaved.values)), time=time_text(unsaved.header.get("begun", ""))))

    def restore(self):
        """Show what would change, and bring it back if the person wants: one undo step, not saved."""
        manager, (path, unsaved) = self._manager, self._found
        ledger, layer = manager.session.ledger, manager.session.layer
        plan = restoring.plan(layer, path, unsaved, lambda identifier: (
            float(ledger.area([identifier])[0]) if ledger is not None and identifier in ledger else None))
        if not asking.ask_restore(manager.dock, plan):
            return
        if not layer.isEditable() and not layer.startEditing():
            tell(tr("{layer} cannot be edited: it is read-only, or its file is locked.").format(layer=layer.name()),
                 Qgis.MessageLevel.Warning)
            return
        groups = {}
        for identifier, fields in plan.changes.items():
            values = tuple((name, then) for name, (_, then) in fields.items())
            groups.setdefault(values, []).append(identifier)
        done = manager.apply([(ids, dict(values)) for values, ids in groups.items()], tr("Restore unsaved tags"))
        if done == len(plan.changes):
            restoring.forget(path)
            tell(tr("Restored parcels: {count}. Save to keep them.").format(count=count_text(done)),
                 Qgis.MessageLevel.Success)
        self.look()
        manager.show_figures()

    def forget(self):
        """Delete what a crash left behind."""
        restoring.forget(self._found[0])
        self.look()
