"""The dock: head and four pages. It shows and asks; the manager answers."""

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ...processing.i18n import tr
from ...processing.layer_roles import layer_roles
from .layer_bar import LayerBar
from .ledger_page import LedgerPage
from .palette_page import PalettePage
from .review_page import ReviewPage
from .start_page import StartPage

OBJECT_NAME = "landConsolidationTagging"
TAG, LEDGER, REVIEW, START = range(4)
"""Numbers of the pages, as projects keep them."""
_LEAST = 300  # pixels: the names of the categories can be read, and no page is wider


class TaggingDock(QgsDockWidget):
    """bar, palette_page, ledger_page, review_page, start_page, and pages, the tabs that hold them."""

    def __init__(self, actions, parent=None):
        super().__init__(tr("5+X tagging"), parent)
        self.setObjectName(OBJECT_NAME)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        self.bar = LayerBar(actions)
        self.palette_page, self.ledger_page = PalettePage(actions), LedgerPage()
        self.review_page = ReviewPage(actions)
        self.start_page = StartPage([entry for entry in layer_roles() if not entry.made_by])
        self.pages = QTabWidget()
        self.pages.setObjectName("tagPages")
        for page, title in (
            (self.palette_page, tr("Tag")), (self.ledger_page, tr("Ledger")), (self.review_page, tr("Review")),
            (self.start_page, tr("Start")),
        ):
            self.pages.addTab(_scrolled(page), title)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        body.setMinimumWidth(_LEAST)
        self.setWidget(body)

    def sizeHint(self):  # noqa: N802 - Qt's name
        return QSize(330, 560)


def _scrolled(page):
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(page)
    return area
