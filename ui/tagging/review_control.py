"""What the review page does: list, suggest, check, accept, reject, show on the map."""

from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProject, QgsRectangle
from qgis.utils import iface

from ...algorithms import tags
from ...processing.i18n import tr
from ...processing.tag_fields import room
from . import asking
from .dock import REVIEW
from .review_delivery import FIXED, Delivery, is_delivery
from .review_items import SUGGESTION, findings, rejected
from .review_lines import joined, lines_of, suggestions
from .reviewing import check_names, check_task, not_checked, rule_names, suggest_task, suggesting_layers
from .telling import log, tell
from .words import count_text


class ReviewControl:
    """Works for a TaggingManager. `forget` when the layer changes, `stop` at the end."""

    def __init__(self, manager):
        self._manager, self._page = manager, manager.dock.review_page
        self._task = self._checked = None
        self._names, self._findings, self._outdated, self._delivery = {}, [], False, Delivery()
        page = self._page
        page.suggest_asked.connect(self.suggest)
        page.check_asked.connect(self.check)
        page.cancel_asked.connect(self.stop)
        page.accept_asked.connect(self.accept)
        page.reject_asked.connect(self.reject)
        page.item_chosen.connect(self.look_at)
        page.filter_changed.connect(manager.remember_filters)

    def forget(self):
        """Another layer: what was found belongs to the one before."""
        self.stop()
        self._checked = None

    def stop(self):
        """Cancel what runs in the background."""
        if self._task is not None:
            task, self._task = self._task, None
            task.done.disconnect()
            task.progressChanged.disconnect(self._page.show_progress)
            task.cancel()
            self._page.show_progress(100.0)

    # --- showing -------------------------------------------------------------------------------

    def show(self):
        """Bring the list up to date."""
        if self._manager.dock.pages.currentIndex() != REVIEW:
            return
        session = self._manager.session
        ledger = None if session is None else session.ledger
        waiting = lines_of([]) if ledger is None else suggestions(ledger, rule_names())
        found = self._open_findings(ledger)
        self._delivery.look(QgsProject.instance())
        faults = self._delivery.lines(self._manager.state.set_aside)
        lines = joined(faults, found, waiting)
        self._page.show_items(lines, self._status(ledger, len(waiting), len(found), len(faults)))
        able = len(lines) > 0 and self._manager.dock.isVisible()
        self._manager.actions["next"].setEnabled(able)

    def _open_findings(self, ledger):
        if self._checked is None or ledger is None:
            return lines_of([])
        layer = self._manager.session.layer.id()
        aside = {(entry["check"], entry["id"]) for entry in self._manager.state.set_aside if entry["layer"] == layer}
        return lines_of([
            item for item in self._findings if (item.kind, item.id) not in aside and item.id in ledger
        ])

    def _status(self, ledger, waiting, found, faults):
        parts = [tr("Faults of the delivery: {count}.").format(count=count_text(faults))] if faults else []
        if ledger is None:
            if self._manager.session is not None:
                parts.append(tr("The list comes when the layer is counted."))
            return " ".join(parts)
        parts.append(tr("Suggestions to look at: {count}.").format(count=count_text(waiting)))
        if self._checked is None:
            parts.append(tr("Tags are not checked yet."))
        else:
            parts.append(tr("Findings: {count}.").format(count=count_text(found)))
            parts.append(not_checked(self._checked))
            if self._outdated_now():
                parts.append(tr("Tags changed since: check again."))
        return " ".join(part for part in parts if part)

    def _outdated_now(self):
        return self._outdated != self._stamp()

    def _stamp(self):
        """Something that differs once tags have changed."""
        ledger = self._manager.session.ledger
        return None if ledger is None else tuple(
            (entry.key, entry.parcels) for entry in ledger.entries(tags.CATEGORY, tags.SUBTYPE, tags.DISPOSITION))

    # --- running -------------------------------------------------------------------------------

    def suggest(self):
        """Suggest categories from the other tools' results in this project."""
        session = self._manager.session
        sources = suggesting_layers(QgsProject.instance(), session.layer)
        if not sources:
            tell(tr("This project has no results to suggest from. Run “Farmland contiguity”, “Village relocation "
                    "candidates” or “Inefficient industry outside the boundary” first."), Qgis.MessageLevel.Info)
            return
        self._start(suggest_task(session.layer, sources, self._manager.scheme), self._suggested)

    def check(self):
        """Run the checks."""
        session = self._manager.session
        self._names, self._outdated = check_names(), self._stamp()
        self._start(check_task(session.layer, QgsProject.instance(), self._manager.scheme), self._found)

    def _start(self, task, done):
        self.stop()
        self._task = task
        task.done.connect(done)
        task.progressChanged.connect(self._page.show_progress)
        self._page.show_progress(0.0)
        QgsApplication.taskManager().addTask(task)

    def _suggested(self, result, error):
        self._ended(error)
        manager = self._manager
        if result is None or manager.session is None:
            return
        time = tags.now()
        groups = {}
        columns = (result.category, result.subtype, result.disposition, result.source, result.rule_json)
        for identifier, *values in zip(result.ids.tolist(), *(column.tolist() for column in columns)):
            groups.setdefault(tuple(values), []).append(identifier)
        names = (tags.CATEGORY, tags.SUBTYPE, tags.DISPOSITION, tags.SOURCE, tags.RULE)
        todo = [(ids, {**_suggested_tag(dict(zip(names, values))), tags.TIME: time}) for values, ids in groups.items()]
        done = manager.apply(todo, tr("Suggest categories for {count} parcels").format(
            count=count_text(len(result.ids)))) if todo and manager.session.layer.isEditable() else 0
        tell(tr("Suggestions: {count} parcels. Tags that persons gave stay: {kept}.").format(
            count=count_text(done), kept=count_text(result.kept)), Qgis.MessageLevel.Success)
        manager.show_figures()

    def _found(self, result, error):
        self._ended(error)
        if result is not None:
            self._checked, self._findings = result, findings(result.findings, self._names)
            self._manager.show_figures()

    def _ended(self, error):
        self._task = None
        self._page.show_progress(100.0)
        if error is not None:
            tell(tr("It could not be finished ({reason}). Nothing was changed.").format(reason=error),
                 Qgis.MessageLevel.Warning)

    # --- deciding ------------------------------------------------------------------------------

    def accept(self, items):
        """A person takes over what a rule suggested."""
        faults = [item for item in items if is_delivery(item)]
        items = [item for item in items if not is_delivery(item)]
        if faults:
            self._manager.set_aside([self._delivery.entry(item, FIXED, tags.now()) for item in faults])
            self._manager.show_figures()
        if not items:
            return
        done = self._manager.apply(
            [([item.id for item in items], {tags.SOURCE: tags.PERSON, tags.TIME: tags.now()})],
            tr("Accept {count} suggestions").format(count=count_text(len(items))))
        log(tr("Accepted: {count} parcels").format(count=count_text(done)))
        self._manager.show_figures()

    def reject(self, items):
        """A person rejects suggestions, or sets findings aside; why is kept."""
        reason = asking.ask_reason(self._manager.dock, len(items))
        if reason is None:
            return
        session, time, groups = self._manager.session, tags.now(), {}
        fields = session.layer.fields() if session is not None else None
        for item in items:
            if item.kind == SUGGESTION:
                held = session.ledger.texts([item.id])[0][0]
                values = rejected(held, reason, time, room(fields, tags.RULE))
                if not values:
                    tell(tr("The reason is too long for the field {field}. Shorten it.").format(field=tags.RULE),
                         Qgis.MessageLevel.Warning)
                    return
                groups.setdefault(tuple(values.items()), []).append(item.id)
        if groups:
            count = sum(len(ids) for ids in groups.values())
            self._manager.apply([(ids, dict(values)) for values, ids in groups.items()],
                                tr("Reject {count} suggestions").format(count=count_text(count)))
        self._manager.set_aside([
            self._delivery.entry(item, reason, time) if is_delivery(item) else
            {"check": item.kind, "id": item.id, "layer": session.layer.id(), "reason": reason, "time": time}
            for item in items if item.kind != SUGGESTION
        ])
        self._manager.show_figures()

    def look_at(self, item):
        """Zoom to a parcel, or to a fault of a delivery, and flash it."""
        canvas = iface.mapCanvas()
        layer = self._delivery.look(QgsProject.instance()) if is_delivery(item) else self._manager.session.layer
        if layer is None:
            return
        feature = next(layer.getFeatures(QgsFeatureRequest(item.id).setNoAttributes()), None)
        if feature is None or feature.geometry().isEmpty():
            return
        box = QgsRectangle(feature.geometry().boundingBox())
        box.grow(2 * max(box.width(), box.height(), 1e-6))
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(layer, box))
        canvas.refresh()
        canvas.flashFeatureIds(layer, [item.id])


def _suggested_tag(values):
    """What a rule writes; a disposition that it does not name stays as it is."""
    return {name: text for name, text in values.items() if text or name != tags.DISPOSITION}
