"""Questions to the person: what to restore, whose tags to keep, why something is rejected."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ...algorithms import tags
from ...processing.i18n import tr
from ...processing.tag_fields import ALIASES
from .words import count_text

_SHOWN = 1_000
MINE, THEIRS, NEITHER = range(3)


def ask_restore(parent, restore):
    """Show what a restore would change; whether the person wants it."""
    dialog = QDialog(parent)
    dialog.setObjectName("tagRestoreDialog")
    dialog.setWindowTitle(tr("Restore tags that were not saved"))
    layout = QVBoxLayout(dialog)
    rows = [(identifier, name, now, then) for identifier, fields in sorted(restore.changes.items())
            for name, (now, then) in fields.items() if name in tags.DECISION or name == tags.SOURCE]
    text = tr("Parcels that get back what was not saved: {count}. Nothing is saved until you save.").format(
        count=count_text(len(restore.changes)))
    if restore.lost:
        text += " " + tr(
            "Cannot be restored, because the parcel was new, is gone or has another shape: {count} ({ids})."
        ).format(count=count_text(len(restore.lost)), ids=_few(restore.lost))
    layout.addWidget(_label(text))
    layout.addWidget(_table((tr("Parcel"), tr("Field"), tr("Now"), tr("Restored")), [
        (str(identifier), tr(ALIASES[name]), now, then) for identifier, name, now, then in rows]))
    if len(rows) > _SHOWN:
        layout.addWidget(_label(tr("The first {count} changes are listed.").format(count=count_text(_SHOWN))))
    buttons = QDialogButtonBox()
    yes = buttons.addButton(tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
    yes.setObjectName("tagRestoreYes")
    yes.setEnabled(bool(restore.changes))
    buttons.addButton(tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.resize(560, 420)
    return dialog.exec() == QDialog.DialogCode.Accepted


def ask_conflicts(parent, conflicts):
    """Parcels that others tagged meanwhile: MINE, THEIRS or NEITHER, which saves nothing."""
    dialog = QDialog(parent)
    dialog.setObjectName("tagConflictDialog")
    dialog.setWindowTitle(tr("Tagged by others meanwhile"))
    layout = QVBoxLayout(dialog)
    layout.addWidget(_label(tr(
        "Since this layer was read, somebody else saved other tags for parcels you tagged: {count}. Which shall be "
        "kept? Those given up are written to the log.").format(count=count_text(len(conflicts)))))
    layout.addWidget(_table((tr("Parcel"), tr("Stored by others"), tr("Yours")), [
        (str(conflict.id), in_short(conflict.theirs), in_short(conflict.ours)) for conflict in conflicts]))
    answer = [NEITHER]
    buttons = QDialogButtonBox()
    for text, role, value, name in (
        (tr("Keep mine"), QDialogButtonBox.ButtonRole.AcceptRole, MINE, "tagKeepMine"),
        (tr("Take theirs"), QDialogButtonBox.ButtonRole.AcceptRole, THEIRS, "tagTakeTheirs"),
        (tr("Do not save yet"), QDialogButtonBox.ButtonRole.RejectRole, NEITHER, "tagSaveNot"),
    ):
        button = buttons.addButton(text, role)
        button.setObjectName(name)
        button.clicked.connect(lambda checked=False, value=value: answer.__setitem__(0, value))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.resize(560, 360)
    dialog.exec()
    return answer[0]


def ask_reason(parent, count):
    """Why something is rejected; None when the person thinks better of it."""
    text, sure = QInputDialog.getText(
        parent, tr("Reject"), tr("Why are the {count} chosen rejected? The reason is kept.").format(
            count=count_text(count)))
    return text.strip() if sure else None


def ask_discard(parent, layer):
    """Whether all unsaved changes of a layer shall go."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Discard changes"), tr(
        "All changes to “{layer}” since it was last saved will be lost, those made elsewhere in QGIS too."
    ).format(layer=layer.name()), QMessageBox.StandardButton.NoButton, parent)
    yes = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    yes.setObjectName("tagDiscardYes")
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is yes


def in_short(texts):
    """A tag in one line of codes."""
    return " · ".join(texts[name] for name in tags.DECISION if texts.get(name)) or tr("Not tagged")


def _few(ids):
    return tr(", ").join([*map(str, ids[:5]), *(["…"] if len(ids) > 5 else [])])


def _label(text):
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _table(header, rows):
    rows = rows[:_SHOWN]
    table = QTableWidget(len(rows), len(header))
    table.setHorizontalHeaderLabels(header)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
