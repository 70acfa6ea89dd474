"""The page that adds up: land by category and sub-type, targets, a chart."""

from html import escape

from qgis.PyQt.QtCore import QMimeData, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...algorithms import tags
from ...algorithms.units import MU
from ...processing.i18n import tr
from ...processing.palette import UNTAGGED
from ...processing.parcel_scan import VILLAGE
from ...processing.tag_look import name_of
from ...processing.tag_targets import progress_towards, targets
from .bar_chart import BarChart
from .words import count_text, mu_text, share_text, swatch

_ASKED = Qt.ItemDataRole.UserRole
_INDENT = 12
_LEAST_NAME = 104  # pixels
_UNSAVED = 4  # column
_UNSAVED_MARK = "*"  # as windows mark what is not saved; a word would take the names' room


class LedgerPage(QWidget):
    """Shows a Ledger. select_asked: {column: text} of the line double-clicked; copied: that the table was copied."""

    select_asked = pyqtSignal(object)
    count_asked = pyqtSignal()
    cancel_asked = pyqtSignal()
    group_changed = pyqtSignal(str)
    copied = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._scheme = self._ledger = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 4)
        layout.addLayout(self._top())
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._cancel = QToolButton()
        self._cancel.setText(tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.addWidget(self._progress, 1)
        row.addWidget(self._cancel)
        layout.addLayout(row)
        self.tree = QTreeWidget()
        self.tree.setObjectName("tagLedger")
        self.tree.setHeaderLabels([tr("Category"), tr("Parcels"), tr("mu"), tr("Share"), ""])
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.header().setStretchLastSection(False)
        self.tree.setIndentation(_INDENT)
        for column in range(1, 5):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().moveSection(_UNSAVED, 2)  # in sight also where the dock is narrow
        self.tree.headerItem().setText(_UNSAVED, _UNSAVED_MARK)
        self.tree.headerItem().setToolTip(_UNSAVED, tr("Parcels whose tags are not saved yet"))
        self.tree.setToolTip(tr("Double-click a line, or press Enter, to select its parcels and zoom to them"))
        self.tree.itemActivated.connect(self._activated)
        layout.addWidget(self.tree, 1)
        self.chart = BarChart()
        self.chart.setAccessibleName(tr("Land by category, mu"))
        layout.addWidget(self.chart)
        self._targets = QLabel()
        self._targets.setObjectName("tagTargets")
        self._targets.setWordWrap(True)
        self._targets.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._targets)
        self.show_counting(100.0)

    def _top(self):
        column, row = QVBoxLayout(), QHBoxLayout()
        label = QLabel(tr("Group by"))
        self.group = QComboBox()
        self.group.setObjectName("tagGroup")
        for text, name in ((tr("Nothing"), ""), (tr("Village"), VILLAGE), (tr("Project"), tags.PROJECT)):
            self.group.addItem(text, name)
        self.group.currentIndexChanged.connect(self._regroup)
        label.setBuddy(self.group)
        row.addWidget(label)
        row.addWidget(self.group, 1)
        column.addLayout(row)
        self.copy, self.count = QPushButton(tr("Copy table")), QPushButton(tr("Count again"))
        self.copy.setObjectName("tagCopy")
        self.count.setObjectName("tagCount")
        self.copy.clicked.connect(self.copy_table)
        self.count.clicked.connect(self.count_asked)
        row = QHBoxLayout()
        for button in (self.copy, self.count):
            row.addWidget(button, 1)
        column.addLayout(row)
        return column

    # --- what is shown -------------------------------------------------------------------------

    def show_counting(self, percent):
        """Progress of the count under way, 100 when there is none."""
        self._progress.setValue(int(percent))
        for widget in (self._progress, self._cancel):
            widget.setVisible(percent < 100)

    def show_group(self, column):
        """Group by this column."""
        self.group.setCurrentIndex(max(self.group.findData(column), 0))

    def resizeEvent(self, event):  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._give_names_the_rest()

    def _give_names_the_rest(self):
        header = self.tree.header()
        figures = header.length() - header.sectionSize(0)
        self.tree.setColumnWidth(0, max(_LEAST_NAME, self.tree.viewport().width() - figures))

    def show_ledger(self, ledger, scheme):
        """ledger: None where nothing is counted."""
        self._ledger, self._scheme = ledger, scheme
        known = ledger is not None and len(ledger) > 0
        self.copy.setEnabled(known)
        self.copy.setToolTip(tr("Copy the table, to paste into a spreadsheet or a text") if known else tr(
            "There is nothing counted to copy"))
        opened = self._opened()
        self.tree.clear()
        if not known:
            self.chart.show_bars([])
            self._targets.setText("")
            return
        column = self.group.currentData()
        entries = ledger.entries(*((column,) if column else ()), tags.CATEGORY, tags.SUBTYPE)
        total = sum(entry.area for entry in entries) or 1.0
        self.tree.addTopLevelItem(self._item(tr("All land"), entries, total, {}))
        for text in sorted({entry.key[0] for entry in entries}) if column else [None]:
            part = [entry for entry in entries if text is None or entry.key[0] == text]
            if text is None:
                self._add_categories(self.tree, part, total, {})
            else:
                item = self._item(text or tr("(none)"), part, total, {column: text})
                self.tree.addTopLevelItem(item)
                self._add_categories(item, part, total, {column: text})
        self.tree.setColumnHidden(_UNSAVED, not any(entry.changed for entry in entries))
        self._give_names_the_rest()
        self._open_again(opened)
        self._show_chart(entries)
        self._show_targets(entries)

    def _add_categories(self, parent, entries, total, asked):
        known = [category.code for category in self._scheme.categories]
        codes = {entry.key[-2] for entry in entries}
        for code in [*known, *sorted(codes - {*known, ""}), ""]:
            part = [entry for entry in entries if entry.key[-2] == code]
            if not part and code not in known:
                continue
            if not part and parent is not self.tree:
                continue
            item = self._item(self._name(code), part, total, {**asked, tags.CATEGORY: code}, self._colour(code))
            if parent is self.tree:
                parent.addTopLevelItem(item)
            else:
                parent.addChild(item)
            for entry in part:
                if entry.key[-1]:
                    where = {**asked, tags.CATEGORY: code, tags.SUBTYPE: entry.key[-1]}
                    item.addChild(self._item(self._subtype(entry.key[-1]), [entry], total, where))

    def _item(self, name, entries, total, asked, colour=None):
        area = sum(entry.area for entry in entries)
        changed = sum(entry.changed for entry in entries)
        item = QTreeWidgetItem([
            name, count_text(sum(entry.parcels for entry in entries)), mu_text(area), share_text(area / total),
            count_text(changed) if changed else "",
        ])
        item.setData(0, _ASKED, asked)
        item.setToolTip(0, name)
        if colour:
            item.setIcon(0, swatch(colour))
        for column in range(1, 5):
            item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        if changed:
            font = item.font(_UNSAVED)
            font.setBold(True)
            item.setFont(_UNSAVED, font)
            item.setToolTip(_UNSAVED, tr("Parcels whose tags are not saved yet"))
        return item

    def _show_chart(self, entries):
        bars = []
        for category in self._scheme.categories:
            area = sum(entry.area for entry in entries if entry.key[-2] == category.code)
            bars.append((f"{category.code} {name_of(category)}", mu_text(area), area, category.colour))
        self.chart.show_bars(bars)

    def _show_targets(self, entries):
        lines = [
            tr("{name}: {done} of {target} mu ({share})").format(
                name=escape(progress.target.name), done=mu_text(progress.done_mu * MU),
                target=count_text(progress.target.mu), share=share_text(progress.share))
            for progress in progress_towards(
                [(entry.key[-2], entry.key[-1], entry.area) for entry in entries], targets(self._scheme))
            if progress.done_mu
        ]
        title = tr("Towards the city's targets to 2026")
        nothing = tr("Nothing tagged counts towards one yet.")
        self._targets.setText(f"<b>{title}</b><br>" + "<br>".join(lines or [nothing]))

    # --- what is asked -------------------------------------------------------------------------

    def copy_table(self):
        """Put the table on the clipboard, as text with tabs and as HTML."""
        header = [self.tree.headerItem().text(column) for column in range(_UNSAVED)] + [tr("Not saved")]
        rows = [header, *([item.text(column) for column in range(5)] for item in self._items())]
        data = QMimeData()
        data.setText("\n".join("\t".join(row) for row in rows))
        data.setHtml("<table>" + "".join(
            "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows) + "</table>")
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit()

    def _activated(self, item, column):
        asked = item.data(0, _ASKED)
        if asked is not None:
            self.select_asked.emit(asked)

    def _regroup(self, *_):
        self.group_changed.emit(self.group.currentData())
        self.show_ledger(self._ledger, self._scheme)

    def _items(self):
        waiting = [self.tree.topLevelItem(i) for i in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            yield item
            waiting = [item.child(i) for i in range(item.childCount())] + waiting

    def _opened(self):
        return {str(item.data(0, _ASKED)) for item in self._items() if item.isExpanded()}

    def _open_again(self, opened):
        for item in list(self._items()):
            if str(item.data(0, _ASKED)) in opened:
                item.setExpanded(True)

    def _name(self, code):
        category = self._scheme.category(code)
        if category is not None:
            return f"{code} {name_of(category)}"
        return tr("Not tagged") if not code else tr("{code} (unknown code)").format(code=code)

    def _subtype(self, code):
        return next((f"{code} {name_of(term)}" for term in self._scheme.subtypes() if term.code == code),
                    tr("{code} (unknown code)").format(code=code))

    def _colour(self, code):
        category = self._scheme.category(code)
        return category.colour if category is not None else UNTAGGED
