"""The page of suggestions and checks: filter, look, accept, reject."""

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.i18n import tr
from .review_delivery import is_delivery
from .review_items import SUGGESTION, severity_words
from .review_lines import lines_of
from .words import count_text, enable

_ITEM = Qt.ItemDataRole.UserRole
_FILTERS = ("category", "village", "source", "severity")


class ReviewModel(QAbstractTableModel):
    """Lines as a table: `shown` are those that the filter lets through, `suggested` of them suggestions."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.items = self.shown = lines_of([])
        self.suggested, self._wanted = 0, {}

    def show_items(self, items):
        self.items = items
        self.filter(self._wanted)

    def filter(self, wanted):
        """Show only items that say this, {name: text}."""
        self.beginResetModel()
        self._wanted, self.shown = wanted, self.items.where(wanted)
        self.suggested = self.shown.count(SUGGESTION)
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent=QModelIndex()):  # noqa: N802, B008
        return 4

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (tr("Kind"), tr("Tag"), tr("Parcel"), tr("What it says"))[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        item = self.shown[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(text for text in (item.source, item.village, item.message) if text)
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                severity_words()[item.severity], item.subtype or item.category, str(item.id),
                item.message or item.source,
            )[index.column()]
        return None


class ReviewPage(QWidget):
    """accept_asked, reject_asked: lists of Items; item_chosen: the Item to look at; check_asked, suggest_asked: run."""

    accept_asked = pyqtSignal(object)
    reject_asked = pyqtSignal(object)
    item_chosen = pyqtSignal(object)
    check_asked = pyqtSignal()
    suggest_asked = pyqtSignal()
    cancel_asked = pyqtSignal()
    filter_changed = pyqtSignal(object)

    def __init__(self, actions, parent=None):
        super().__init__(parent)
        self._able, self._why = False, ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 4)
        layout.addLayout(self._top())
        self._status = QLabel()
        self._status.setObjectName("tagReviewStatus")
        self._status.setWordWrap(True)
        layout.addWidget(self._status)
        self._progress, self._cancel = QProgressBar(), QToolButton()
        self._cancel.setText(tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        layout.addLayout(row)
        layout.addLayout(self._filters())
        self.model = ReviewModel(self)
        self.table = QTableView()
        self.table.setObjectName("tagReview")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by the lines in sight, not by a thousand
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.table.setWordWrap(False)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.table.activated.connect(lambda index: self.item_chosen.emit(index.data(_ITEM)))
        layout.addWidget(self.table, 1)
        self._detail = QLabel()
        self._detail.setObjectName("tagReviewDetail")
        self._detail.setWordWrap(True)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._detail)
        layout.addLayout(self._bottom(actions))
        self.show_progress(100.0)
        self._enable()

    def _top(self):
        row = QHBoxLayout()
        self.suggest, self.check = QPushButton(tr("Suggest categories")), QPushButton(tr("Check tags"))
        self.suggest.setObjectName("tagSuggest")
        self.check.setObjectName("tagCheck")
        self.suggest.clicked.connect(self.suggest_asked)
        self.check.clicked.connect(self.check_asked)
        row.addWidget(self.suggest)
        row.addWidget(self.check)
        row.addStretch(1)
        return row

    def _filters(self):
        grid = QGridLayout()
        self.filters = {}
        labels = {"category": tr("Category"), "village": tr("Village"), "source": tr("Source"), "severity": tr("Kind")}
        for place, name in enumerate(_FILTERS):
            box = QComboBox()
            box.setObjectName(f"tagFilter_{name}")
            box.setAccessibleName(labels[name])
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.addItem(labels[name], None)
            box.currentIndexChanged.connect(self._refilter)
            grid.addWidget(box, place // 2, place % 2)
            self.filters[name] = box
        return grid

    def _bottom(self, actions):
        grid = QGridLayout()
        self.accept, self.reject = QPushButton(tr("Accept")), QPushButton(tr("Reject…"))
        self.accept_all, self.next = QPushButton(tr("Accept all shown")), QToolButton()
        self.next.setDefaultAction(actions["next"])
        self.next.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for name in ("accept", "reject", "accept_all", "next"):
            getattr(self, name).setObjectName(f"tagReview_{name}")
        self.accept.clicked.connect(lambda: self.accept_asked.emit(self._acceptable()))
        self.reject.clicked.connect(lambda: self.reject_asked.emit(self._chosen()))
        self.accept_all.clicked.connect(lambda: self.accept_asked.emit(self._all_shown()))
        for place, widget in enumerate((self.accept, self.reject, self.next, self.accept_all)):
            grid.addWidget(widget, place // 3, place % 3)
        return grid

    # --- what is shown -------------------------------------------------------------------------

    def show_items(self, items, status):
        """The list anew, as Lines; the filters and, as near as can be, the chosen line stay."""
        row = self.table.currentIndex().row()
        chosen = {name: box.currentData() for name, box in self.filters.items()}
        self.model.show_items(items)
        words = severity_words()
        for name, box in self.filters.items():
            box.blockSignals(True)
            first = box.itemText(0)
            box.clear()
            box.addItem(first, None)
            for text in sorted(items.texts(name)):
                box.addItem(words[text] if name == "severity" else text or tr("(none)"), text)
            if chosen[name] is not None:  # a filter stays, even where nothing is left of it
                place = box.findData(chosen[name])
                if place < 0:
                    box.addItem(chosen[name], chosen[name])
                    place = box.count() - 1
                box.setCurrentIndex(place)
            box.blockSignals(False)
        self._refilter()
        self._status.setText(status)
        if len(self.model.shown):
            self.table.selectRow(min(max(row, 0), len(self.model.shown) - 1))
        self._enable()

    def show_state(self, able, why, can_run, why_not):
        """able: whether tags can be changed; can_run: whether checks and suggestions can be run."""
        self._able, self._why = able, why
        enable(self.suggest, able, why, tr("Suggest categories from the results of the other tools in this project"))
        enable(self.check, can_run, why_not, tr("Look for tags that break a rule"))
        self._enable()

    def show_progress(self, percent):
        self._progress.setValue(int(percent))
        for widget in (self._progress, self._cancel):
            widget.setVisible(percent < 100)

    def show_filter(self, wanted):
        """Filter as remembered, {name: text}."""
        for name, text in wanted.items():
            if name in self.filters:
                box = self.filters[name]
                if box.findData(text) < 0:
                    box.addItem(text or tr("(none)"), text)
                box.setCurrentIndex(box.findData(text))

    def go_next(self):
        """Choose the next line, the first behind the last, and ask to look at it."""
        if not len(self.model.shown):
            return
        row = (self.table.currentIndex().row() + 1) % len(self.model.shown)
        self.table.selectRow(row)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.item_chosen.emit(self.model.shown[row])

    # --- inside --------------------------------------------------------------------------------

    def _chosen(self, kind=None):
        items = [index.data(_ITEM) for index in self.table.selectionModel().selectedRows()]
        return [item for item in items if kind is None or item.kind == kind]

    def _acceptable(self):
        return [item for item in self._chosen() if item.kind == SUGGESTION or is_delivery(item)]

    def _all_shown(self):
        return [item for item in self.model.shown if item.kind == SUGGESTION]

    def _refilter(self, *_):
        wanted = {name: box.currentData() for name, box in self.filters.items() if box.currentData() is not None}
        self.model.filter(wanted)
        self.filter_changed.emit(wanted)
        self._enable()

    def _enable(self, *_):
        shown = len(self.model.shown)
        chosen = self._chosen()
        self._detail.setText(" · ".join(
            text for text in (chosen[0].village, chosen[0].source, chosen[0].message) if text) if chosen else "")
        nothing = tr("The list is empty") if not shown else tr("Choose a line first")
        finding = tr("A finding goes when the parcel is put right. Reject it if it does not apply.")
        suggested = [item for item in chosen if item.kind == SUGGESTION]
        faults = bool(chosen) and all(map(is_delivery, chosen))
        self.accept.setText(tr("Fixed") if faults else tr("Accept"))
        enable(self.accept, faults or (self._able and bool(suggested)), self._why or (finding if chosen else nothing),
               tr("Take the faults off the list: validating again brings back what is not fixed") if faults else
               tr("Make the suggestions chosen a person's tags"))
        enable(self.reject, bool(chosen) and (self._able or not suggested), self._why or nothing,
               tr("Reject what is chosen, with a reason that is kept"))
        everything = self.model.suggested if self._able else 0
        enable(self.accept_all, bool(everything), self._why or tr("There are no suggestions in the list"),
               tr("Accept the {count} suggestions in the list").format(count=count_text(everything)))
