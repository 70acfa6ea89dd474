"""The plugin as QGIS loads it: provider, menu, toolbar and translations come with it and go with it."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .processing.i18n import install_translator
from .processing.provider import register


class LandConsolidationPlugin:
    """Registers everything on start and takes everything away again on unload."""

    def __init__(self):
        self.translator = install_translator()
        self.provider = None
        self.tools = None
        self.tagging = None
        self.sample = None

    def initProcessing(self):  # noqa: N802 - QGIS's name
        self.provider = register()

    def initGui(self):  # noqa: N802 - QGIS's name
        from .ui.sample import SampleAction  # these need a window, which qgis_process has not
        from .ui.tagging.start import open_tagging
        from .ui.tools import Tools

        self.initProcessing()
        self.tools = Tools(self.provider)
        self.tagging = open_tagging()
        if self.tagging is not None:
            self.tools.add(self.tagging.toggle_action())
        self.sample = SampleAction()

    def unload(self):
        if self.sample is not None:
            self.sample.remove()
            self.sample = None
        if self.tagging is not None:
            self.tagging.remove()
            self.tagging = None
        if self.tools is not None:
            self.tools.remove()
            self.tools = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
