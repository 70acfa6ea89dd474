"""Opening the dock, where the packages it needs are there."""

from qgis.core import Qgis
from qgis.PyQt.QtGui import QIcon
from qgis.utils import iface

from ...processing.base import ICONS
from ...processing.dependencies import complaint
from ...processing.i18n import tr


def open_tagging():
    """The tagging dock's manager; None where packages are missing, which the message bar then says."""
    problem = complaint()
    if problem:
        iface.messageBar().pushMessage(tr("Land consolidation"), problem, Qgis.MessageLevel.Warning, 0)
        return None
    from .manager import TaggingManager

    manager = TaggingManager()
    action = manager.toggle_action()
    action.setIcon(QIcon(str(ICONS / "tagging.svg")))
    action.setObjectName("landConsolidation_tagging")
    action.setToolTip(tr("<b>5+X tagging</b><br>Decide parcel by parcel what becomes of the land"))
    iface.registerMainWindowAction(action, "")
    return manager
