"""The page on which tags are given: categories, what goes with them, and the tools."""

from functools import partial

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...algorithms import tags
from ...processing.i18n import tr
from ...processing.tag_look import name_of
from .words import count_text, enable, mu_text, swatch

_RECENT = 5
_SMALL = 0.85  # of the usual letters: two lines beside a button


class PalettePage(QWidget):
    """Shows the scheme and says what the person asks for; changes no layer.

    category_asked: code, '' to clear; detail_asked: field and text;
    combination_asked: dict of fields.
    """

    category_asked = pyqtSignal(str)
    detail_asked = pyqtSignal(str, str)
    combination_asked = pyqtSignal(object)

    def __init__(self, actions, parent=None):
        """actions: {name: QAction} with paint, pick, clear and one per key of a category."""
        super().__init__(parent)
        self._actions, self._scheme, self._buttons, self._labels, self._recent = actions, None, {}, {}, []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 4)
        self._selection = QLabel()
        self._selection.setObjectName("tagSelection")
        self._selection.setWordWrap(True)
        layout.addWidget(self._selection)
        layout.addLayout(self._tools())
        self._recent_row = QVBoxLayout()
        self._recent_row.setSpacing(1)
        layout.addLayout(self._recent_row)
        self._categories = QGridLayout()
        self._categories.setVerticalSpacing(2)
        layout.addLayout(self._categories)
        layout.addWidget(self._details())
        layout.addStretch(1)

    # --- what is shown -------------------------------------------------------------------------

    def show_scheme(self, scheme):
        """Build the buttons and lists anew."""
        if scheme == self._scheme:
            return
        self._scheme = scheme
        for widget in (*self._buttons.values(), *self._labels.values()):
            self._categories.removeWidget(widget)
            widget.deleteLater()
        self._buttons, self._labels = {}, {}
        for row, category in enumerate(scheme.categories):
            key = str(row + 1) if row < 9 else ""
            self._add_button(row, category.code, f"{key}  {name_of(category)}", category.colour)
        self._add_button(len(scheme.categories), "", f"0  {tr('Not tagged')}", None)
        _fill(self.stage, scheme.stages)
        _fill(self.disposition, scheme.dispositions)
        self._fill_subtypes()

    def show_counts(self, counts, counting):
        """counts: {category code: (parcels, m²)}, None where not known; counting: whether they soon will be."""
        for code, label in self._labels.items():
            if counts is None:
                label.setText("…" if counting else "")
            else:
                parcels, area = counts.get(code, (0, 0.0))
                label.setText(tr("{count}<br>{mu} mu").format(count=count_text(parcels), mu=mu_text(area)))

    def show_state(self, able, why, selection):
        """able: whether tags can be given now, why not otherwise; selection: a line about what is selected."""
        self._selection.setText(selection)
        for code, button in self._buttons.items():
            tip = tr("Tag the selected parcels: {name}").format(name=button.text().strip()) if code else tr(
                "Take the tag off the selected parcels")
            enable(button, able, why, tip)
        for button in self._recent:
            button.setEnabled(able)

    def show_recent(self, combinations):
        """combinations: dicts of fields, the latest first."""
        for button in self._recent:
            self._recent_row.removeWidget(button)
            button.deleteLater()
        self._recent = []
        for values in combinations[:_RECENT]:
            button = QToolButton()
            button.setObjectName(f"tagRecent{len(self._recent)}")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            category = self._scheme.category(values.get(tags.CATEGORY, ""))
            if category is not None:
                button.setIcon(swatch(category.colour))
            button.setText(self.words_of(values))
            button.setToolTip(tr("Give this combination to the selected parcels"))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._use_combination, values))
            self._recent_row.addWidget(button)
            self._recent.append(button)

    def show_projects(self, names):
        """Offer the names of projects."""
        text = self.project.currentText()
        self.project.clear()
        self.project.addItems(["", *names])
        self.project.setEditText(text)

    # --- the tag in hand -----------------------------------------------------------------------

    def current(self):
        """The tag in hand: {field: text}, category and sub-type always, the others only where something is chosen.

        A note is not in hand: it is about the parcels it was written for.
        """
        values = {tags.CATEGORY: self.category(), tags.SUBTYPE: _code(self.subtype)}
        for name, text in (
            (tags.DISPOSITION, _code(self.disposition)), (tags.STAGE, _code(self.stage)),
            (tags.PROJECT, self.project.currentText().strip()), (tags.PLANNED_USE, self.planned.text().strip()),
        ):
            if text:
                values[name] = text
        return values

    def category(self):
        """The category in hand, '' for none."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    def take(self, values):
        """Take a tag in hand, without giving it to anything."""
        for code, button in self._buttons.items():
            button.setChecked(bool(code) and code == values.get(tags.CATEGORY, ""))
        self._fill_subtypes()
        for box, name in ((self.subtype, tags.SUBTYPE), (self.disposition, tags.DISPOSITION), (self.stage, tags.STAGE)):
            box.setCurrentIndex(max(box.findData(values.get(name, "")), 0))
        self.project.setEditText(values.get(tags.PROJECT, ""))
        self.planned.setText(values.get(tags.PLANNED_USE, ""))
        self.note.setText(values.get(tags.NOTE, ""))

    def words_of(self, values):
        """A combination in words."""
        terms = (
            (self._scheme.categories, tags.CATEGORY), (self._scheme.subtypes(), tags.SUBTYPE),
            (self._scheme.dispositions, tags.DISPOSITION), (self._scheme.stages, tags.STAGE),
        )
        words = [name_of(term) for listed, name in terms for term in listed if term.code == values.get(name)]
        if values.get(tags.SUBTYPE) and len(words) > 1:
            words = words[1:]  # the sub-type says its category
        return " · ".join([*words, *(values[name] for name in (tags.PROJECT, tags.PLANNED_USE) if values.get(name))])

    # --- building ------------------------------------------------------------------------------

    def _tools(self):
        row = QHBoxLayout()
        for name in ("paint", "pick"):
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setObjectName(f"tag_{name}")
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_button(self, row, code, text, colour):
        button = QPushButton(text)
        button.setObjectName(f"tagCategory_{code or 'none'}")
        button.setStyleSheet("QPushButton { text-align: left; padding: 3px 6px; }")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        button.setCheckable(bool(code))
        if colour:
            button.setIcon(swatch(colour))
        button.clicked.connect(partial(self._use_category, code))
        label = QLabel()
        label.setObjectName(f"tagCount_{code or 'none'}")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        label.setFont(font)
        self._categories.addWidget(button, row, 0)
        self._categories.addWidget(label, row, 1)
        self._categories.setColumnStretch(0, 1)
        self._buttons[code], self._labels[code] = button, label

    def _details(self):
        box = QGroupBox(tr("With it"))
        form = QFormLayout(box)
        form.setContentsMargins(6, 4, 6, 4)
        form.setVerticalSpacing(3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.subtype, self.disposition, self.stage = (_combo(name) for name in ("subtype", "disposition", "stage"))
        self.project = _combo("project")
        self.project.setEditable(True)
        self.project.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.planned, self.note = QLineEdit(), QLineEdit()
        self.planned.setObjectName("tag_planned")
        self.planned.setPlaceholderText(tr("Code of the planned use, such as 0101"))
        self.note.setObjectName("tag_note")
        for label, widget, name in (
            (tr("Sub-type"), self.subtype, tags.SUBTYPE), (tr("Disposition"), self.disposition, tags.DISPOSITION),
            (tr("Stage"), self.stage, tags.STAGE), (tr("Project"), self.project, tags.PROJECT),
            (tr("Planned use"), self.planned, tags.PLANNED_USE), (tr("Note"), self.note, tags.NOTE),
        ):
            form.addRow(label, widget)
            widget.setToolTip(
                tr("Choosing here also changes the selected parcels") if widget in
                (self.subtype, self.disposition, self.stage) else tr("Enter gives it to the selected parcels"))
            if widget is self.project:
                widget.lineEdit().returnPressed.connect(partial(self._say, widget, name))
                widget.activated.connect(partial(self._say, widget, name))
            elif isinstance(widget, QComboBox):
                widget.activated.connect(partial(self._say, widget, name))
            else:
                widget.returnPressed.connect(partial(self._say, widget, name))
        return box

    def _say(self, widget, name, *_):
        text = _code(widget) if isinstance(widget, QComboBox) and widget is not self.project else (
            widget.currentText() if widget is self.project else widget.text())
        self.detail_asked.emit(name, text.strip())

    def _use_category(self, code, *_):
        for other, button in self._buttons.items():
            button.setChecked(bool(code) and other == code)
        self._fill_subtypes()
        self.category_asked.emit(code)

    def press(self, code):
        """As if the category's button was clicked."""
        if self._buttons[code].isEnabled():
            self._use_category(code)

    def _use_combination(self, values, *_):
        self.take(values)
        self.combination_asked.emit(values)

    def _fill_subtypes(self):
        """Sub-types of the category in hand; the chosen one stays where it belongs to it."""
        chosen, category = _code(self.subtype), self._scheme.category(self.category())
        _fill(self.subtype, category.subtypes if category is not None else ())
        self.subtype.setCurrentIndex(max(self.subtype.findData(chosen), 0))


def _combo(name):
    box = QComboBox()
    box.setObjectName(f"tag_{name}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box


def _fill(box, terms):
    box.clear()
    box.addItem(tr("–"), "")
    for term in terms:
        box.addItem(f"{term.code} {name_of(term)}" if term.code not in ("",) else name_of(term), term.code)


def _code(box):
    return box.currentData() or ""
