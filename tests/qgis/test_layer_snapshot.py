"""A layer read on another thread: all of it, or an error."""

import pytest
from qgis.core import QgsFeatureRequest, QgsVectorLayer
from scenes import box, layer_of, saved

from land_consolidation.processing.layer_snapshot import LayerSnapshot, ReadInPart


@pytest.fixture
def layer(tmp_path):
    rows = [(box(10 * k, 0, 10 * k + 5, 5), k) for k in range(4)]
    saved(layer_of(rows, (("number", int),)), tmp_path / "land.gpkg")
    return QgsVectorLayer(str(tmp_path / "land.gpkg"), "land", "ogr")


def test_all_features_come_unsaved_ones_too(layer):
    layer.startEditing()
    layer.deleteFeature(1)
    snapshot = LayerSnapshot(layer)
    layer.rollBack()
    assert [feature["number"] for feature in snapshot.getFeatures()] == [1, 2, 3]


def test_features_that_do_not_come_are_an_error(layer):
    snapshot = LayerSnapshot(layer)
    layer.dataProvider().deleteFeatures([2])  # stands for the source that reads short
    with pytest.raises(ReadInPart, match="land.*try again"):
        list(snapshot.getFeatures())


def test_who_asks_for_some_gets_some(layer):
    snapshot = LayerSnapshot(layer)
    assert len(list(snapshot.getFeatures(QgsFeatureRequest().setFilterExpression("number > 1")))) == 2
