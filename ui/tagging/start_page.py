"""The page to begin on: which layer is what, and which tool can run with them."""

from functools import partial

from qgis.core import Qgis
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFormLayout, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...processing.i18n import in_language, tr

_FILTERS = {
    "polygon": Qgis.LayerFilter.PolygonLayer, "line": Qgis.LayerFilter.LineLayer, "point": Qgis.LayerFilter.PointLayer,
    "table": Qgis.LayerFilter.NoGeometry, "raster": Qgis.LayerFilter.RasterLayer,
}
_ALWAYS = 4  # roles in sight: the parcels and the three binding lines
_SMALL = 0.85  # of the usual letters


class StartPage(QWidget):
    """Shows roles and tools; says what the person chooses.

    role_chosen: role, and the layer or None; find_asked: to look for layers by name and fields; sample_asked;
    tool_asked: the algorithm's name.
    """

    role_chosen = pyqtSignal(str, object)
    find_asked = pyqtSignal()
    sample_asked = pyqtSignal()
    tool_asked = pyqtSignal(str)

    def __init__(self, roles, parent=None):
        """roles: the LayerRoles to ask for."""
        super().__init__(parent)
        self._boxes, self._rows = {}, {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 6, 4, 4)
        layout.addWidget(_heading(tr("1  Which layer is what?")))
        self._told = QLabel()
        self._told.setObjectName("startTold")
        self._told.setWordWrap(True)
        layout.addWidget(self._told)
        for text, name, signal in (
            (tr("Find my layers"), "startFind", self.find_asked),
            (tr("Open sample township…"), "startSample", self.sample_asked),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(signal)
            layout.addWidget(button)
        layout.addLayout(self._form(roles[:_ALWAYS]))
        self._more = QgsCollapsibleGroupBox(tr("Further layers"))
        self._more.setObjectName("startMore")
        self._more.setLayout(self._form(roles[_ALWAYS:]))
        self._more.setCollapsed(True)
        layout.addWidget(self._more)
        layout.addWidget(_heading(tr("2  What can be done?")))
        self._tools = QGridLayout()
        self._tools.setVerticalSpacing(3)
        self._tools.setColumnStretch(1, 1)
        layout.addLayout(self._tools)
        layout.addStretch(1)

    def show_roles(self, chosen):
        """chosen: {role: layer}."""
        for role, box in self._boxes.items():
            box.blockSignals(True)
            box.setLayer(chosen.get(role))
            box.blockSignals(False)

    def show_more(self):
        """Unfold the further layers."""
        self._more.setCollapsed(False)

    def tell(self, text):
        """What to do next, or what was found."""
        self._told.setText(text)

    def show_tools(self, tools):
        """tools: (name, title, icon path, what is missing or '', what more could be given or '')."""
        for place, (name, title, icon, missing, more) in enumerate(tools):
            button, label = self._rows.get(name) or self._row(name, title, icon, place)
            button.setEnabled(not missing)
            button.setToolTip(missing or title)
            label.setText(missing or more)

    def _form(self, roles):
        form = QFormLayout()
        form.setContentsMargins(0, 2, 0, 2)
        for entry in roles:
            box = QgsMapLayerComboBox()
            box.setFilters(_FILTERS[entry.kind])
            box.setAllowEmptyLayer(True, tr("not chosen"))
            box.setLayer(None)
            box.setObjectName(f"startRole_{entry.role}")
            box.setAccessibleName(in_language(entry.label))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.layerChanged.connect(partial(self.role_chosen.emit, entry.role))
            form.addRow(in_language(entry.label), box)
            self._boxes[entry.role] = box
        return form

    def _row(self, name, title, icon, place):
        button = QPushButton(QIcon(icon), title)
        button.setObjectName(f"startTool_{name}")
        button.setStyleSheet("text-align: left; padding: 3px 6px;")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self.tool_asked.emit, name))
        label = QLabel()
        label.setObjectName(f"startNeeds_{name}")
        label.setWordWrap(True)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        label.setFont(font)
        label.setIndent(8)
        self._tools.addWidget(button, 2 * place, 0, 1, 2)
        self._tools.addWidget(label, 2 * place + 1, 0, 1, 2)
        self._rows[name] = button, label
        return self._rows[name]


def _heading(text):
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
