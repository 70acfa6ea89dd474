"""How long the window would have stood still: the longest gap between two beats of a timer on the main thread."""

import time

from qgis.PyQt.QtCore import QEventLoop, QObject, Qt, QTimer

BEAT = 10  # ms


class Heartbeat(QObject):
    """Beats from its making on. longest: of the gaps so far, seconds."""

    def __init__(self):
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(BEAT)

    def beat(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait_for(signal):
    """Let the window live until a signal comes; returns seconds taken and the longest gap between two beats."""
    start, loop, heart = time.perf_counter(), QEventLoop(), Heartbeat()
    signal.connect(loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)
    # Whoever else listens to the signal holds up the next beat.
    heart.beat()
    return time.perf_counter() - start, heart.longest
