"""Progress of an analysis as QGIS shows it."""

from ..algorithms.errors import Cancelled


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
