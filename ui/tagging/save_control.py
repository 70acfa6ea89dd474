"""The edit session of the layer in the dock: begin, end, save, discard."""

from functools import partial

from qgis.core import Qgis
from qgis.utils import iface

from ...processing.i18n import tr
from . import asking
from .telling import log, tell
from .words import count_text


class SaveControl:
    """Works for a TaggingManager, on the layer's own edit session."""

    def __init__(self, manager):
        self._manager = manager

    def toggle_editing(self, on):
        """Start editing, or end it as QGIS does, with its question about what is not saved."""
        layer = self._manager.session.layer
        if on and not layer.startEditing():
            tell(tr("{layer} cannot be edited: it is read-only, or its file is locked.").format(layer=layer.name()),
                 Qgis.MessageLevel.Warning)
        elif not on:
            iface.vectorLayerTools().stopEditing(layer, True)
        self._manager.show_figures()

    def save(self):
        """Save what is tagged; others' tags are never overwritten without asking."""
        found = self._manager.session.conflicts()
        if found:
            answer = asking.ask_conflicts(self._manager.dock, found)
            if answer == asking.NEITHER:
                return
            for conflict in found:
                given_up = conflict.theirs if answer == asking.MINE else conflict.ours
                log(tr("Parcel {id}: given up when saving: {tag}").format(
                    id=conflict.id, tag=asking.in_short(given_up)))
            if answer == asking.MINE:
                self._manager.session.note_theirs(found)
            else:
                self._manager.session.take_theirs(found)
        refusal = self._manager.session.save()
        if refusal is None:
            tell(tr("Saved."), Qgis.MessageLevel.Success)
        else:
            self._tell_refusal(refusal)
        self._manager.show_figures()

    def _tell_refusal(self, refusal):
        for text in refusal.errors:
            log(text, Qgis.MessageLevel.Warning)
        log(tr("Not saved: {ids}").format(ids=", ".join(map(str, refusal.ids))), Qgis.MessageLevel.Warning)
        count = count_text(len(refusal.ids))
        which = tr("the source refused {count} parcels") if refusal.named else tr("{count} parcels still wait")
        reason = next((text for text in refusal.errors if not text.startswith("SUCCESS")), "")
        tell(
            tr("Not saved; your tags are still here: {which}. The source says: {reason}").format(
                which=which.format(count=count), reason=reason),
            Qgis.MessageLevel.Critical, (tr("Select them"), partial(self._manager.select, list(refusal.ids))),
        )

    def discard(self):
        """Give up what is not saved, after asking."""
        if asking.ask_discard(self._manager.dock, self._manager.session.layer):
            self._manager.session.discard()

    def tell_overwritten(self, session, found):
        """QGIS's own Save overwrote what others had saved meanwhile: their tags are in the log, and can be taken."""
        for conflict in found:
            log(tr("Parcel {id}: given up when saving: {tag}").format(
                id=conflict.id, tag=asking.in_short(conflict.theirs)))
        tell(
            tr("Saving overwrote tags that somebody else had saved meanwhile. Parcels: {count}. They are listed in the "
               "log.").format(count=count_text(len(found))),
            Qgis.MessageLevel.Warning, (tr("Take theirs"), partial(self._take_back, session, found)),
        )

    def _take_back(self, session, found):
        if session.layer.isEditable() or session.layer.startEditing():
            session.apply([([conflict.id], conflict.theirs) for conflict in found], tr("Take the tags saved by others"))
