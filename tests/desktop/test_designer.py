"""The models that come with the plugin open in QGIS's Model Designer without a word of warning."""

import pytest
from qgis.PyQt.QtGui import QImage


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def opened(request, desktop):
    return desktop("designer", "screen", "deliver", language=request.param)


@pytest.mark.parametrize("model", ["screen", "deliver"])
def test_a_shipped_model_opens_whole_and_without_warnings(opened, model):
    found = opened[model]
    assert found["path"].endswith(".model3")
    assert found["steps"] == found["expected"] > 4
    assert found["said"] == []
    assert found["valid"], found["issues"]
    assert not QImage(found["picture"]).isNull()
