"""Telling the person: the message bar for outcomes, a log tab of our own for detail."""

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtWidgets import QPushButton
from qgis.utils import iface

from ...processing.i18n import tr

_SECONDS = 6


def tell(text, level=Qgis.MessageLevel.Info, button=None):
    """Show a sentence in the message bar, and keep it in the log. button: (label, what it does), None for none."""
    log(text, level)
    bar = iface.messageBar()
    widget = bar.createMessage(tr("5+X tagging"), text)
    if button is not None:
        label, slot = button
        press = QPushButton(label)
        press.clicked.connect(lambda checked=False: slot())
        widget.layout().addWidget(press)
    if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
        press = QPushButton(tr("Open log"))
        press.clicked.connect(lambda checked=False: iface.openMessageLog())
        widget.layout().addWidget(press)
    stays = level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    bar.pushWidget(widget, level, 0 if stays else _SECONDS)


def log(text, level=Qgis.MessageLevel.Info):
    """Write a line into our tab of the log."""
    QgsApplication.messageLog().logMessage(text, tr("Land consolidation"), level, False)
