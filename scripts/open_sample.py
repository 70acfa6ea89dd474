"""Open the sample township in a QGIS that has just started; run by scripts/qgis with --code."""

import os
from importlib import import_module
from pathlib import Path

from qgis.utils import iface

language = "zh" if import_module("land_consolidation.processing.i18n").is_chinese() else "en"
import_module("land_consolidation.ui.sample").open_sample(Path(os.environ["SAMPLE_FOLDER"]) / language)
iface.mainWindow().showMaximized()
