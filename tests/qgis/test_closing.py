"""Outputs that close while other work goes on."""

import threading

import pytest
from qgis.core import Qgis, QgsVectorLayer
from scenes import farm, run

from land_consolidation.processing.layer_writer import closed_meanwhile


class Sink:
    """Says on which thread it went."""

    def __init__(self, gone):
        self._gone = gone

    def __del__(self):
        self._gone.append(threading.current_thread())


def test_a_file_closes_on_another_thread_and_is_closed_at_the_end(tmp_path):
    path = tmp_path / "out.gpkg"
    path.touch()
    gone = []
    with closed_meanwhile([Sink(gone)], str(path)):
        pass
    assert len(gone) == 1
    assert gone[0] is not threading.current_thread()


def test_a_file_is_closed_before_an_error_comes_out(tmp_path):
    path = tmp_path / "out.gpkg"
    path.touch()
    gone = []
    with pytest.raises(ValueError, match="amid"), closed_meanwhile([Sink(gone)], str(path)):
        raise ValueError("amid")
    assert len(gone) == 1


@pytest.mark.parametrize("destination", [None, "", "memory_layer_1", 'dbname="x.gpkg" table="t" (geom)'])
def test_what_is_no_file_closes_at_once_on_its_own_thread(destination):
    gone = []
    with closed_meanwhile([Sink(gone)], destination):
        assert gone == [threading.current_thread()]


def test_parcels_written_to_a_file_are_indexed_and_whole(tmp_path):
    path = tmp_path / "parcels.gpkg"
    run(farm(), PARCELS=str(path))
    layer = QgsVectorLayer(str(path), "parcels", "ogr")
    assert layer.isValid()
    assert len(list(layer.getFeatures())) == 5
    assert layer.hasSpatialIndex() == Qgis.SpatialIndexPresence.Present
