"""The sample township: copied to a folder of the person's, and opened there."""

import shutil
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog
from qgis.utils import iface

from ..processing.base import ICONS, ROOT
from ..processing.i18n import is_chinese, tr

SAMPLE = ROOT / "resources" / "sample"
FILES = ("township.gpkg", "tagging.gpkg", "dem.tif", "README.md")
PROJECT = "township.qgz"
NAME = "openSampleTownship"


def put_sample(folder):
    """Copy the sample into a folder, in the user's language; returns its project's path.

    A sample that is there already stays as it is, with what was done in it. Raises OSError where it cannot be written.
    """
    folder = Path(folder)
    project = folder / PROJECT
    if not project.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(SAMPLE / name, folder / name)
        # Last, so that a project that is there is whole.
        shutil.copyfile(SAMPLE / f"township.{'zh' if is_chinese() else 'en'}.qgz", project)
    return project


def open_sample(folder):
    """Open the sample of a folder in place of the project at hand, which QGIS first asks about."""
    if iface.newProject(True):
        iface.addProject(str(put_sample(folder)))


class SampleAction:
    """The entry of the menu *Project*; `remove` takes it out."""

    def __init__(self):
        self.action = QAction(
            QIcon(str(ICONS / "landconsolidation.svg")), tr("Open sample township…"), iface.mainWindow())
        self.action.setObjectName(NAME)
        self.action.setToolTip(tr("Copy the invented sample township to a folder of yours and open it there"))
        self.action.triggered.connect(self._ask)
        iface.projectMenu().addAction(self.action)
        iface.registerMainWindowAction(self.action, "")

    def remove(self):
        iface.unregisterMainWindowAction(self.action)
        iface.projectMenu().removeAction(self.action)
        self.action.deleteLater()

    def _ask(self):
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(
            iface.mainWindow(), tr("Folder for the sample township"), home)
        if not chosen:
            return
        try:
            open_sample(Path(chosen) / "land_consolidation_sample")
        except OSError as error:
            iface.messageBar().pushMessage(
                tr("Sample township"),
                tr("It cannot be copied to {folder} ({reason}). Choose another folder.").format(
                    folder=chosen, reason=error.strerror),
                Qgis.MessageLevel.Warning, 0)
