"""Counting a layer in the background, so that the window stays alive on half a million parcels."""

import gc
from contextlib import contextmanager

from qgis.core import QgsTask, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import pyqtSignal

from ...algorithms.errors import Cancelled
from ...processing.i18n import tr

_DROPPED = 10_000


class BackgroundTask(QgsTask):
    """Calls `work(progress)` in a thread; `done(result, error)` then comes on the main thread.

    error: None, or the exception; both None when the person cancelled.
    `work` must touch no layer and no widget: only what was made for it before.
    """

    done = pyqtSignal(object, object)

    def __init__(self, title, work):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._result, self._error = work, None, None

    def run(self):
        try:
            with _without_collecting():
                self._result = self._work(self._progress)
        except Cancelled:
            return False
        except Exception as error:  # noqa: BLE001 - told on the main thread: a thread has nobody to tell
            self._error = error
            return False
        return True

    def finished(self, successful):
        self.done.emit(self._result, self._error)

    def _progress(self, fraction):
        if self.isCanceled():
            raise Cancelled()
        self.setProgress(100 * min(max(fraction, 0.0), 1.0))


@contextmanager
def _without_collecting():
    """Python looks for garbage among all objects, holding up every thread: a third of a second over half a million
    shapes, again and again. Nothing made in here is garbage that only it would find."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def let_go(features):
    """Drop what Features hold, a little at a time: all at once it would hold up every thread for half a second."""
    for column in (features.geometry, *features.values.values()):
        for start in range(0, len(column), _DROPPED):
            column[start:start + _DROPPED] = None


def count_task(layer):
    """A task that gives the Ledger of a layer as it is now, unsaved edits included."""
    from ...processing.parcel_scan import scan

    # Made on the main thread: a copy of the layer's state that a thread may read.
    source, fields, crs = QgsVectorLayerFeatureSource(layer), layer.fields(), layer.crs()
    count = max(layer.featureCount(), 0)
    return BackgroundTask(
        tr("Counting tags of {layer}").format(layer=layer.name()),
        lambda progress: scan(source, fields, crs, count, progress),
    )
