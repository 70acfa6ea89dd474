"""Labels: in a font that other machines have, and beside points, not on them."""

import plugin_package
import pytest
from project_fonts import fonts_of
from qgis.core import Qgis, QgsPalLayerSettings, QgsVectorLayer
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QApplication
from scenes import farm

from land_consolidation.processing.labels import label_with


def settings_of(layer):
    label_with(layer, "1")
    return layer.labeling().settings()


@pytest.fixture
def other_windows_font():
    usual = QApplication.font()
    QApplication.setFont(QFont("monospace"))
    yield
    QApplication.setFont(usual)


@pytest.mark.usefixtures("other_windows_font")
def test_labels_have_the_font_that_qgis_labels_with():
    own = QgsPalLayerSettings().format().font().family()
    assert settings_of(farm()).format().font().family() == own != "monospace"


def test_labels_of_points_lie_beside_them():
    settings = settings_of(QgsVectorLayer("Point?crs=EPSG:4549", "villages", "memory"))
    assert settings.placement == Qgis.LabelPlacement.OrderedPositionsAroundPoint
    assert settings.offsetType == Qgis.LabelOffsetType.FromSymbolBounds
    assert settings_of(farm()).placement == Qgis.LabelPlacement.Horizontal


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_asks_for_no_font_of_the_machine_that_made_it(language):
    sample = plugin_package.ROOT / "resources" / "sample" / f"township.{language}.qgz"
    assert fonts_of(sample) == {"Open Sans"}
