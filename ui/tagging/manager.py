"""Wires the dock to a layer: what a person asks for is done here, and what happens to the layer is shown."""

from dataclasses import replace
from functools import partial

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.utils import iface

from ...algorithms import tags
from ...algorithms.errors import InvalidInput
from ...algorithms.tag_scheme import read_scheme
from ...processing.base import sentence
from ...processing.i18n import tr
from ...processing.roles import layers_by_role
from ...processing.tag_fields import fits
from ...processing.tag_look import scheme_of
from ...processing.tag_preparation import ROLE, prepare_layer
from .actions import KEYS, Actions
from .dock import LEDGER, START, TAG, TaggingDock
from .editor import NotChanged
from .map_tools import PaintTool, PickTool
from .project_state import ProjectState, read_state, write_state
from .restore_control import RestoreControl
from .review_control import ReviewControl
from .save_control import SaveControl
from .session import LayerSession
from .start_control import StartControl, is_new
from .status import can_prepare, next_step, why_not_tag
from .telling import tell
from .words import count_text, enable, mu_text

_LATER = 40  # ms: figures are drawn once for a burst of changes
_RECENT = 5
_WIDTH = 360  # pixels, to begin with


class TaggingManager(QObject):
    """The dock, its actions, and the session of the layer in it. `remove` takes all of it out of the window."""

    def __init__(self):
        super().__init__(iface.mainWindow())
        self.actions = Actions()
        self.dock = TaggingDock(self.actions, iface.mainWindow())
        self.session, self.scheme, self.state = None, read_scheme(), ProjectState()
        self._resting, self._tool_before, self._sized, self._stale = {}, None, False, True
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        canvas = iface.mapCanvas()
        self._paint = PaintTool(canvas, self._layer, self._colour)
        self._pick = PickTool(canvas, self._layer)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(_LATER)
        self._redraw.timeout.connect(self._draw)
        self.review, self.restoring, self.saving = ReviewControl(self), RestoreControl(self), SaveControl(self)
        self.start = StartControl(self.dock.start_page)
        self._connect()
        self.dock.palette_page.show_scheme(self.scheme)
        self.dock.palette_page.show_recent([])
        self._open_project()

    def toggle_action(self):
        """The action that shows and hides the dock."""
        return self.dock.toggleViewAction()

    def remove(self):
        """Take dock, tools and actions out of the window."""
        self._let_go()
        project = QgsProject.instance()
        project.readProject.disconnect(self._open_project)
        project.cleared.disconnect(self._open_project)
        project.layersAdded.disconnect(self._find_layer)
        project.layersAdded.disconnect(self._figures_later)
        project.layersRemoved.disconnect(self._figures_later)
        self.review.stop()
        canvas = iface.mapCanvas()
        for tool in (self._paint, self._pick):
            canvas.unsetMapTool(tool)
            tool.deleteLater()
        iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.actions.remove()
        self.deleteLater()

    def _connect(self):
        bar, palette, ledger = self.dock.bar, self.dock.palette_page, self.dock.ledger_page
        bar.layer_chosen.connect(self.take_layer)
        bar.prepare_asked.connect(self.prepare)
        palette.category_asked.connect(self.tag_category)
        palette.detail_asked.connect(self.tag_detail)
        palette.combination_asked.connect(self.tag_combination)
        ledger.select_asked.connect(self.select_where)
        ledger.count_asked.connect(lambda: self.session and self.session.recount())
        ledger.cancel_asked.connect(lambda: self.session and self.session.cancel_count())
        ledger.group_changed.connect(lambda column: self._remember(group=column))
        ledger.copied.connect(lambda: tell(tr("The table is on the clipboard."), Qgis.MessageLevel.Success))
        self.dock.pages.currentChanged.connect(self._page_changed)
        self.dock.visibilityChanged.connect(self._shown)
        actions = self.actions
        actions["edit"].triggered.connect(self.saving.toggle_editing)
        actions["save"].triggered.connect(self.saving.save)
        actions["discard"].triggered.connect(self.saving.discard)
        actions["undo"].triggered.connect(lambda: self.session.layer.undoStack().undo())
        actions["redo"].triggered.connect(lambda: self.session.layer.undoStack().redo())
        actions["clear"].triggered.connect(lambda: palette.press(""))
        actions["next"].triggered.connect(self.dock.review_page.go_next)
        for number in range(1, KEYS + 1):
            actions[f"key{number}"].triggered.connect(partial(self._press_number, number))
        self._paint.setAction(actions["paint"])
        self._pick.setAction(actions["pick"])
        actions["paint"].triggered.connect(partial(self._use_tool, self._paint))
        actions["pick"].triggered.connect(partial(self._use_tool, self._pick))
        self._paint.painted.connect(self.paint)
        self._pick.picked.connect(self.pick)
        project = QgsProject.instance()
        project.readProject.connect(self._open_project)
        project.cleared.connect(self._open_project)
        project.layersAdded.connect(self._find_layer)
        project.layersAdded.connect(self._figures_later)
        project.layersRemoved.connect(self._figures_later)

    # --- the layer -----------------------------------------------------------------------------

    def take_layer(self, layer):
        """Tag this layer from now on, or none."""
        if layer is self._layer():
            return
        self._rest()
        if layer is not None:
            self.scheme = scheme_of(layer)
            self.session = self._resting.pop(layer.id(), None) or self._new_session(layer)
            if self.dock.isVisible():
                iface.setActiveLayer(layer)
            self._remember(layer=layer.id())
            if self.dock.pages.currentIndex() == START:
                self.dock.pages.setCurrentIndex(TAG)
        self.dock.palette_page.show_scheme(self.scheme)
        self.review.forget()
        self.restoring.look()
        self.show_figures()

    def _new_session(self, layer):
        session = LayerSession(layer, self)
        session.ledger_changed.connect(self._figures_later)
        session.state_changed.connect(self._state_later)
        session.counting.connect(self.dock.ledger_page.show_counting)
        session.failed.connect(lambda text: tell(text, Qgis.MessageLevel.Warning))
        session.overwrote.connect(partial(self.saving.tell_overwritten, session))
        session.gone.connect(partial(self._layer_gone, session))
        return session

    def _rest(self):
        """Put the present layer aside; what is not saved in it is still journalled."""
        session, self.session = self.session, None
        if session is not None:
            if session.layer.isModified():
                self._resting[session.layer.id()] = session
            else:
                session.stop()
                session.deleteLater()

    def prepare(self):
        """Add the tag fields to the layer."""
        layer = self.session.layer
        try:
            added = prepare_layer(layer, self.scheme, layer.customProperty("land_consolidation/categories", ""))
        except InvalidInput as refusal:
            tell(sentence(refusal), Qgis.MessageLevel.Warning)
            return
        tell(tr("{layer} is ready for tagging; fields added: {count}.").format(
            layer=layer.name(), count=len(added)), Qgis.MessageLevel.Success)
        self.restoring.look()
        self.show_figures()

    # --- tagging -------------------------------------------------------------------------------

    def tag_category(self, code):
        """The person chose a category, '' to clear: give it to the selection."""
        if code:
            self._tag(self._selected(), self.dock.palette_page.current(), self.scheme.category(code))
        else:
            self._tag(self._selected(), dict.fromkeys(tags.DECISION, ""), None)

    def tag_detail(self, name, text):
        """The person chose a sub-type, a stage …: give it to the selection."""
        values = {name: text}
        if name == tags.SUBTYPE and text:
            values[tags.CATEGORY] = self.scheme.category_of(text)
        self._tag(self._selected(), values, None)

    def tag_combination(self, values):
        """The person chose a recent combination: give it to the selection."""
        self._tag(self._selected(), values, None)

    def paint(self, ids):
        """A stroke of the paint tool."""
        values = self.dock.palette_page.current()
        if not values[tags.CATEGORY]:
            tell(tr("Choose the category to paint first."), Qgis.MessageLevel.Info)
            return
        self._tag(ids, values, self.scheme.category(values[tags.CATEGORY]))

    def pick(self, identifier):
        """A parcel was picked: take its tag in hand."""
        from .editor import values_of

        held = values_of(self.session.layer, [identifier], self.session.position)
        self.dock.palette_page.take(held.get(identifier, {}))

    def _tag(self, ids, values, category):
        why = self._why_not()
        if why or not ids:
            return
        fields = self.session.layer.fields()
        too_long = next((name for name, text in values.items() if not fits(fields, name, text)), None)
        if too_long is not None:
            tell(tr("The text is too long for the field {field}. Shorten it.").format(field=too_long),
                 Qgis.MessageLevel.Warning)
            return
        tag = dict(values)
        if tags.CATEGORY in values and not any(values.values()):
            tag |= {tags.SOURCE: "", tags.RULE: "", tags.TIME: ""}  # cleared: nobody's any more
        elif {tags.CATEGORY, tags.SUBTYPE, tags.DISPOSITION} & set(values):
            # A stage or a note alone does not make a rule's suggestion a person's decision.
            tag |= {tags.SOURCE: tags.PERSON, tags.RULE: "", tags.TIME: tags.now()}
        words = self.dock.palette_page.words_of(values)
        name = tr("Tag as {tag} ({count})") if words else (
            tr("Clear the tag ({count})") if tags.CATEGORY in values else tr("Change the tag ({count})"))
        text = name.format(count=count_text(len(ids)), tag=words)
        if self.apply([(ids, tag)], text) and values.get(tags.CATEGORY):
            self._keep_recent(values)

    def apply(self, groups, text):
        """Change tags in one undo step; says why where the layer refuses. Returns how many parcels changed."""
        try:
            return self.session.apply(groups, text)
        except NotChanged as refusal:
            tell(str(refusal), Qgis.MessageLevel.Critical)
            return 0

    def _keep_recent(self, values):
        values = {name: text for name, text in values.items() if text and name != tags.NOTE}
        recent = [values, *(other for other in self.state.recent if other != values)][:_RECENT]
        projects = self.state.projects
        if values.get(tags.PROJECT) and values[tags.PROJECT] not in projects:
            projects = (*projects, values[tags.PROJECT])
        self._remember(recent=tuple(recent), projects=projects)
        self._show_remembered()

    # --- showing -------------------------------------------------------------------------------

    def show_figures(self):
        """Bring the whole dock up to date."""
        self._stale = True
        self._draw()

    def _draw(self):
        self._redraw.stop()
        if self.dock.isVisible() and self.dock.pages.currentIndex() == START:
            self.start.show()
        self._show_state()
        if self._stale:
            self._stale = False
            self._show_ledger()

    def _show_state(self):
        session, actions = self.session, self.actions
        layer = self._layer()
        why = self._why_not()
        editing = layer is not None and layer.isEditable()
        stack = layer.undoStack() if layer is not None else None
        ready = session is not None and session.prepared
        no_layer = tr("Choose a polygon layer first")
        no_editing = no_layer if layer is None else tr("Start editing first")
        actions["edit"].setChecked(editing)
        cannot = no_layer if layer is None else tr("Prepare the layer first") if not ready else tr(
            "This layer is read-only")
        enable(actions["edit"], ready and (editing or not layer.readOnly()), cannot,
               tr("Stop editing") if editing else tr("Start editing"))
        unsaved = editing and layer.isModified()
        nothing = no_editing if not editing else tr("There is nothing to save")
        enable(actions["save"], unsaved, nothing, tr("Save tags and go on editing"))
        enable(actions["discard"], unsaved, nothing, tr("Discard all changes since the last save"))
        for name, able, text in (
            ("undo", editing and stack.canUndo(), stack.undoText() if editing else ""),
            ("redo", editing and stack.canRedo(), stack.redoText() if editing else ""),
        ):
            none = tr("There is nothing to undo") if name == "undo" else tr("There is nothing to redo")
            words = tr("Undo: {what}") if name == "undo" else tr("Redo: {what}")
            enable(actions[name], able, none if editing else no_editing, words.format(what=text))
        self._show_tagging(why, ready)
        self.dock.bar.show_prepare(layer is not None and not ready, *can_prepare(layer))
        self.dock.bar.show_hint(next_step(session, iface.activeLayer() is layer))
        enable(self.dock.ledger_page.count, ready, cannot, tr("Read the whole layer again"))
        self.dock.review_page.show_state(not why, why, ready, cannot)

    def _show_ledger(self):
        ledger = None if self.session is None else self.session.ledger
        self.dock.palette_page.show_counts(self._counts(ledger), self.session is not None and self.session.prepared)
        if self.dock.pages.currentIndex() == LEDGER:
            self.dock.ledger_page.show_ledger(ledger, self.scheme)
        self.review.show()

    def _show_tagging(self, why, ready):
        visible = self.dock.isVisible()
        for number in range(1, KEYS + 1):
            known = number <= len(self.scheme.categories)
            action = self.actions[f"key{number}"]
            action.setEnabled(visible and not why and known)
            if known:
                from ...processing.tag_look import name_of

                action.setText(tr("Tag: {name}").format(name=name_of(self.scheme.categories[number - 1])))
        self.actions["clear"].setEnabled(visible and not why)
        enable(self.actions["paint"], not why, why, tr("Click or drag over parcels to give them the tag in hand"))
        cannot = tr("Prepare the layer first") if self._layer() is not None else tr("Choose a polygon layer first")
        enable(self.actions["pick"], ready, cannot, tr("Click a parcel to take its tag in hand"))
        if why and iface.mapCanvas().mapTool() is self._paint:
            self._put_tool_back()
        self.dock.palette_page.show_state(not why, why, self._selection_text())

    def _counts(self, ledger):
        if ledger is None:
            return None
        counts = {}
        for entry in ledger.entries(tags.CATEGORY):
            counts[entry.key[0]] = (entry.parcels, entry.area)
        return counts

    def _selection_text(self):
        ids = self._selected()
        if not ids:
            return tr("Nothing is selected: a category chosen now is for painting.")
        ledger = self.session.ledger
        if ledger is None:
            return tr("Selected parcels: {count}").format(count=count_text(len(ids)))
        return tr("Selected parcels: {count} ({mu} mu)").format(
            count=count_text(len(ids)), mu=mu_text(float(ledger.area(ids).sum())))

    def _why_not(self):
        return why_not_tag(self.session)

    # --- tools and selection -------------------------------------------------------------------

    def select_where(self, asked):
        """Select the parcels of a line of the ledger, and zoom to them."""
        ledger = self.session.ledger
        self.select(ledger.ids_where(**asked) if asked else [])

    def select(self, ids):
        """Select parcels and zoom to them."""
        layer = self.session.layer
        layer.selectByIds(ids)
        if ids:
            iface.mapCanvas().zoomToSelected(layer)

    def _selected(self):
        return self.session.layer.selectedFeatureIds() if self.session is not None else []

    def _use_tool(self, tool, on):
        canvas = iface.mapCanvas()
        if on:
            if canvas.mapTool() not in (self._paint, self._pick):
                self._tool_before = canvas.mapTool()
            canvas.setMapTool(tool)
        else:
            self._put_tool_back()

    def _put_tool_back(self):
        canvas = iface.mapCanvas()
        if self._tool_before is not None:
            canvas.setMapTool(self._tool_before)
        else:
            iface.actionPan().trigger()

    def _press_number(self, number, *_):
        self.dock.palette_page.press(self.scheme.categories[number - 1].code)

    def _colour(self):
        category = self.scheme.category(self.dock.palette_page.category())
        return category.colour if category is not None else "#808080"

    # --- project -------------------------------------------------------------------------------

    def _open_project(self, *_):
        self._let_go()
        self.state = read_state(QgsProject.instance())
        self.dock.ledger_page.show_group(self.state.group)
        self.dock.review_page.show_filter(self.state.filters or {})
        self.dock.pages.setCurrentIndex(self.state.page)
        self._show_remembered()
        self._find_layer()
        if self.state.shown:
            self.dock.setUserVisible(True)
        self.show_figures()

    def _find_layer(self, *_):
        """Choose the layer this project was tagged in, or one marked for tagging."""
        if self._layer() is not None or not (self.state.shown or self.dock.isVisible()):
            return  # a dock that nobody sees does not read half a million parcels
        project = QgsProject.instance()
        layer = project.mapLayer(self.state.layer) or layers_by_role(project).get(ROLE)
        self.dock.bar.layers.setLayer(layer)
        self.take_layer(layer)

    def _show_remembered(self):
        self.dock.palette_page.show_recent(list(self.state.recent))
        self.dock.palette_page.show_projects(list(self.state.projects))

    def _remember(self, **values):
        state = replace(self.state, **values)
        if state != self.state:
            self.state = state
            write_state(QgsProject.instance(), state)

    def remember_filters(self, filters):
        self._remember(filters=filters or None)

    def set_aside(self, entries):
        """Keep findings that a person rejected."""
        self._remember(set_aside=(*self.state.set_aside, *entries))

    def _page_changed(self, page):
        self._remember(page=page)
        if page == START:
            self.start.show()
        self.show_figures()

    def _shown(self, visible):
        if visible and not self._sized:
            self._sized = True
            iface.mainWindow().resizeDocks([self.dock], [_WIDTH], Qt.Orientation.Horizontal)
        if visible:
            self._find_layer()
            if self._layer() is None and is_new(QgsProject.instance()):
                self.dock.pages.setCurrentIndex(START)
            if self._layer() is not None:
                iface.setActiveLayer(self._layer())
        if not iface.mainWindow().isMinimized() and iface.mainWindow().isVisible():
            self._remember(shown=self.dock.isUserVisible())
        self._figures_later()

    def _figures_later(self, *_):
        self._stale = True
        self._redraw.start()

    def _state_later(self, *_):
        self._redraw.start()

    def _layer(self):
        return None if self.session is None else self.session.layer

    def _layer_gone(self, session):
        self._resting = {name: other for name, other in self._resting.items() if other is not session}
        if session is not self.session:
            return
        self.session = None
        if iface.mapCanvas().mapTool() in (self._paint, self._pick):
            self._put_tool_back()
        self.review.forget()
        self.restoring.look()
        self._figures_later()

    def _let_go(self):
        for session in (self.session, *self._resting.values()):
            if session is not None:
                session.stop()
                session.deleteLater()
        self.session, self._resting = None, {}
