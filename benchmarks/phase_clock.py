"""A feedback that times an algorithm's phases, and how long it goes without asking whether to stop."""

import time

from qgis.core import QgsProcessingFeedback


class PhaseClock(QgsProcessingFeedback):
    """Phases are told apart by their text; what precedes the first is called "start"."""

    def __init__(self):
        super().__init__(False)
        self._phase, self._seconds = "start", {}
        self._since = self._asked = time.perf_counter()
        self._waits = {}

    def setProgressText(self, text):  # noqa: N802 - QGIS's name, here and below
        self._close()
        self._phase = text
        super().setProgressText(text)

    def isCanceled(self):  # noqa: N802
        now = time.perf_counter()
        self._waits[self._phase] = max(self._waits.get(self._phase, 0.0), now - self._asked)
        self._asked = now
        return super().isCanceled()

    def told(self):
        """Seconds by phase, and by phase the longest time between two looks at whether to stop."""
        self._close()
        self.isCanceled()
        return {"phases": self._seconds, "waits": self._waits}

    def _close(self):
        now = time.perf_counter()
        self._seconds[self._phase] = self._seconds.get(self._phase, 0.0) + now - self._since
        self._since = now
