"""The head of the dock: which layer, its edit session, what to do next."""

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.base import help_page
from ...processing.i18n import tr
from .words import enable

_SESSION = ("edit", "save", "discard", "undo", "redo")


class LayerBar(QWidget):
    """layer_chosen: a layer or None; prepare_asked; restore_asked, forget_asked: about what a crash left behind."""

    layer_chosen = pyqtSignal(object)
    prepare_asked = pyqtSignal()
    restore_asked = pyqtSignal()
    forget_asked = pyqtSignal()

    def __init__(self, actions, parent=None):
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 0)
        self.layers = QgsMapLayerComboBox()
        self.layers.setObjectName("tagLayer")
        self.layers.setAccessibleName(tr("Layer to tag"))
        self.layers.setFilters(Qgis.LayerFilter.PolygonLayer)
        self.layers.setAllowEmptyLayer(True, tr("Choose a polygon layer"))
        self.layers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layers.layerChanged.connect(lambda layer: self.layer_chosen.emit(layer))
        layout.addWidget(self.layers)
        row = QHBoxLayout()
        for name in _SESSION:
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setObjectName(f"tagSession_{name}")
            button.setAutoRaise(True)
            row.addWidget(button)
        row.addStretch(1)
        self.prepare = QPushButton(tr("Prepare"))
        self.prepare.setObjectName("tagPrepare")
        self.prepare.clicked.connect(self.prepare_asked)
        row.addWidget(self.prepare)
        row.addWidget(_help_button())
        layout.addLayout(row)
        self.hint = QLabel()
        self.hint.setObjectName("tagHint")
        self.hint.setWordWrap(True)
        layout.addWidget(self.hint)
        layout.addWidget(self._banner())

    def _banner(self):
        self.banner = QFrame()
        self.banner.setObjectName("tagBanner")
        self.banner.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self.banner)
        column.setContentsMargins(6, 4, 6, 4)
        self._banner_text = QLabel()
        self._banner_text.setWordWrap(True)
        column.addWidget(self._banner_text)
        row = QHBoxLayout()
        self.restore, self.forget = QPushButton(tr("Look and restore…")), QPushButton(tr("Forget them"))
        self.restore.setObjectName("tagRestore")
        self.forget.setObjectName("tagForget")
        self.restore.clicked.connect(self.restore_asked)
        self.forget.clicked.connect(self.forget_asked)
        row.addWidget(self.restore)
        row.addWidget(self.forget)
        row.addStretch(1)
        column.addLayout(row)
        self.banner.hide()
        return self.banner

    def show_hint(self, text):
        """What to do next, in one sentence."""
        self.hint.setText(text)

    def show_prepare(self, wanted, able, why):
        """The button that adds the tag fields, only where they are missing."""
        self.prepare.setVisible(wanted)
        enable(self.prepare, able, why, tr("Add the tag fields, their lists and colours to this layer"))

    def show_left_behind(self, text):
        """Offer to restore what a crash left behind; '' hides the offer."""
        self._banner_text.setText(text)
        self._banner_text.setTextFormat(Qt.TextFormat.PlainText)
        self.banner.setVisible(bool(text))


def _help_button():
    button = QToolButton()
    button.setObjectName("tagHelp")
    button.setAutoRaise(True)
    button.setIcon(QgsApplication.getThemeIcon("mActionHelpContents.svg"))
    button.setToolTip(tr("Open the help page of tagging"))
    button.setAccessibleName(tr("Help"))
    button.clicked.connect(lambda: QDesktopServices.openUrl(help_page("tagging")))
    return button
