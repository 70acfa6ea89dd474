"""Words and small helpers that several parts of the dock share."""

from qgis.PyQt.QtCore import QDateTime, QLocale, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap

from ...algorithms.units import to_mu

_SWATCH = 14


def mu_text(square_metres):
    """An area in mu as people read it."""
    return QLocale().toString(to_mu(square_metres), "f", 2)


def count_text(number):
    return QLocale().toString(int(number))


def time_text(iso):
    """A moment in ISO 8601 as people read it here."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat) if moment.isValid() else iso


def share_text(share):
    return f"{QLocale().toString(100 * share, 'f', 1)} %"


def swatch(colour):
    """A square of a category's colour, framed so that it shows on any theme."""
    picture = QPixmap(QSize(_SWATCH, _SWATCH))
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(QColor(Qt.GlobalColor.darkGray))
    painter.drawRect(0, 0, _SWATCH - 1, _SWATCH - 1)
    painter.end()
    return QIcon(picture)


def enable(widget, able, why, tip=""):
    """Enable a widget or action, or disable it and say why where the mouse rests."""
    widget.setEnabled(able)
    widget.setToolTip(tip if able else why)
