"""Long vectorised work in pieces, on every core, interruptible within a second.

GEOS and numpy release Python's lock, so threads are enough. The calling
thread only reports progress: where the report raises Cancelled, pieces that
have not begun never do, and those at work finish unseen.
"""

import os
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Event

import numpy as np

from .errors import Cancelled

_POLL_SECONDS = 0.1
_MANY = 500


def no_progress(fraction):
    """Report progress to nobody. `fraction` of the work is done, 0 to 1."""


def step(progress, start, end):
    """The part of `progress` between the fractions `start` and `end`."""
    return lambda fraction: progress(start + (end - start) * fraction)


def run_all(function, tasks, progress=no_progress):
    """Call `function(task)` for every task on all cores; return results in order.

    Progress counts finished tasks. An error of any task is raised here.
    """
    tasks = list(tasks)
    pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    try:
        futures = [pool.submit(function, task) for task in tasks]
        pending = set(futures)
        while pending:
            # Each look costs as much as there are tasks: of very many, not one after every single task.
            until = FIRST_COMPLETED if len(pending) < _MANY else FIRST_EXCEPTION
            done, pending = wait(pending, timeout=_POLL_SECONDS, return_when=until)
            for future in done:
                future.result()
            progress(1 - len(pending) / len(tasks))
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def in_chunks(function, *arrays, size=20_000, progress=no_progress):
    """Apply a vectorised `function(*arrays)` to slices of at most `size` rows and join the results."""
    total = len(arrays[0])
    if total <= size:
        result = run_all(lambda part: function(*part), [arrays], progress)[0]
        return np.asarray(result)
    slices = [slice(start, start + size) for start in range(0, total, size)]
    return np.concatenate(
        run_all(lambda part: function(*(array[part] for array in arrays)), slices, progress)
    )


@contextmanager
def meanwhile(function):
    """Run `function(progress)` on a thread of its own while the with-block does other work.

    Worth it where the function spends its time in GEOS. Yields
    `result(progress)`, which waits for what the function returns, or raises
    what it raised. Leaving the block makes the function's next progress
    report raise Cancelled.
    """
    left, done = Event(), [0.0]

    def report(fraction):
        if left.is_set():
            raise Cancelled()
        done[0] = fraction

    def result(progress=no_progress):
        while not wait([future], timeout=_POLL_SECONDS).done:
            progress(done[0])
        progress(1.0)
        return future.result()

    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(function, report)
    try:
        yield result
    finally:
        left.set()
        pool.shutdown(wait=False)
