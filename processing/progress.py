"""Progress of an analysis as QGIS shows it."""

from itertools import islice

from ..algorithms.errors import Cancelled

_BATCH = 2_000


def phase(feedback, text, start, end):
    """Announce a phase and return its progress function.

    The phase takes the run's progress from `start` to `end` percent; the
    function takes the fraction done and raises Cancelled when the person
    pressed Cancel.
    """
    feedback.setProgressText(text)

    def progress(fraction):
        if feedback.isCanceled():
            raise Cancelled()
        feedback.setProgress(start + (end - start) * min(max(fraction, 0.0), 1.0))

    progress(0.0)
    return progress


def watched(rows, count, progress):
    """The rows one by one, with a look whether to stop now and then. count: how many there are."""
    rows, done = iter(rows), 0
    while batch := list(islice(rows, _BATCH)):
        yield from batch
        done += len(batch)
        progress(done / count)
