"""Rows handed out with a look at whether to stop."""

import pytest
from scenes import Log

from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.processing.progress import phase, watched

LEAST = 5_000  # rows between two looks


@pytest.mark.parametrize("count", [0, 1, 2_000, 12_345])
def test_every_row_comes_once_and_in_order(count):
    told = []
    assert list(watched(range(count), count, told.append)) == list(range(count))
    assert told == sorted(told)
    assert told[-1:] == ([1.0] if count else [])


def test_whoever_cancels_gets_no_more_than_a_batch():
    log, taken = Log(), []
    rows = watched(range(20_000), 20_000, phase(log, "Giving reasons", 10, 20))
    with pytest.raises(Cancelled):
        for row in rows:
            taken.append(row)
            if row == 7_000:
                log.cancel()
    assert len(taken) <= 7_000 + LEAST
    assert 10 < log.percents[-1] < 20
