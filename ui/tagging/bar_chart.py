"""A bar per category, drawn with the colours of the theme."""

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

_GAP = 4


class BarChart(QLabel):  # a label, because QGIS's dark theme colours the text of labels, not of widgets
    """Horizontal bars: `show_bars` takes (name, text, value, colour) of each."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._bars = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars):
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{name}: {text}" for name, text, *_ in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self):  # noqa: N802 - Qt's name
        return QSize(200, len(self._bars) * self._height() + _GAP)

    def minimumSizeHint(self):  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event):  # noqa: N802
        if not self._bars:
            return
        painter = QPainter(self)
        metrics, height = self.fontMetrics(), self._height()
        names = min(max(metrics.horizontalAdvance(name) for name, *_ in self._bars) + 8, self.width() // 3)
        texts = max(metrics.horizontalAdvance(text) for _, text, *_ in self._bars) + 8
        most = max(value for *_, value, _ in self._bars) or 1.0
        room = max(self.width() - names - texts, 10)
        for row, (name, text, value, colour) in enumerate(self._bars):
            top = row * height + _GAP
            painter.setPen(self.palette().windowText().color())
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 4)
            painter.drawText(QRectF(0, top, names, height - _GAP), int(Qt.AlignmentFlag.AlignVCenter), short)
            bar = QRectF(names, top + 2, max(room * value / most, 1.0 if value else 0.0), height - _GAP - 4)
            painter.fillRect(bar, QColor(colour))
            painter.drawText(
                QRectF(bar.right() + 4, top, texts, height - _GAP), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _height(self):
        return self.fontMetrics().height() + 2 * _GAP
