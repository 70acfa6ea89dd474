"""Work in pieces: order kept, errors raised, cancel prompt, progress true."""

import threading

import numpy as np
import pytest

from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.algorithms.parallel import in_chunks, run_all, step

PATIENCE = 20  # seconds after which a test gives up rather than hangs


def test_results_come_in_the_order_of_the_tasks():
    first_may_go = threading.Event()

    def work(task):
        if task == 0:  # the first task ends last
            assert first_may_go.wait(PATIENCE)
        elif task == 3:
            first_may_go.set()
        return task * task

    assert run_all(work, range(4)) == [0, 1, 4, 9]


def test_no_tasks_give_no_results():
    assert run_all(lambda task: task, []) == []


def test_an_error_of_any_task_is_raised():
    def work(task):
        if task == 7:
            raise ValueError("seven")
        return task

    with pytest.raises(ValueError, match="seven"):
        run_all(work, range(20))


def test_progress_grows_to_one():
    seen = []
    run_all(lambda task: task, range(50), seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert min(seen) > 0


def test_cancel_does_not_wait_for_work_that_never_ends():
    """The report raises while every worker is stuck: run_all comes back, and what waited never starts."""
    release, started = threading.Event(), []

    def stuck(task):
        started.append(task)
        release.wait(PATIENCE)

    def cancelled(fraction):
        raise Cancelled

    outcome = []

    def caller():
        try:
            run_all(stuck, range(1000), cancelled)
        except Cancelled:
            outcome.append("cancelled")

    thread = threading.Thread(target=caller)
    thread.start()
    thread.join(PATIENCE / 2)
    came_back, begun = not thread.is_alive(), len(started)
    release.set()
    thread.join(PATIENCE)
    assert came_back
    assert outcome == ["cancelled"]
    assert begun < 1000
    assert len(started) <= begun + 64


def test_progress_is_asked_even_while_no_task_ends():
    """Otherwise a single long task could not be cancelled."""
    asked = threading.Event()

    def work(task):
        assert asked.wait(PATIENCE)

    run_all(work, [1], lambda fraction: asked.set())


@pytest.mark.parametrize("rows", [0, 1, 9, 10, 11, 25])
def test_chunks_join_to_the_whole(rows):
    a, b = np.arange(rows), np.arange(rows) * 2.0
    sizes = []

    def add(x, y):
        sizes.append(len(x))
        return x + y

    np.testing.assert_array_equal(in_chunks(add, a, b, size=10), a + b)
    assert max(sizes) <= 10
    assert sum(sizes) == rows


def test_a_step_is_a_stretch_of_the_whole():
    seen = []
    part = step(seen.append, 0.2, 0.6)
    for fraction in (0, 0.5, 1):
        part(fraction)
    assert seen == pytest.approx([0.2, 0.4, 0.6])
