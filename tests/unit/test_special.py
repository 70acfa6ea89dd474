"""Special places: what makes a place X1 to X4, what stays open, and what is a contest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.special import (
    AGREED,
    MOVED,
    ONLY_THEIRS,
    OTHER_SUBTYPE,
    Facts,
    Thresholds,
    contest,
    judge,
)

NAN, INF = np.nan, np.inf
DEFAULT = Thresholds()
UNKNOWN = dict(area=1e4, historic=False, elevation=NAN, households=NAN, vacancy=NAN, tourism=NAN, scenic=NAN)
ALIVE = dict(elevation=500.0, households=30.0, vacancy=0.1999)


def one(**place):
    verdict = judge(Facts(**{name: np.array([value]) for name, value in {**UNKNOWN, **place}.items()}), DEFAULT)
    return verdict.status[0], verdict.category[0], verdict.subtype[0], verdict.also[0]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, ("other", "", "", "")),
        ({"historic": True}, ("special", "X", "X1", "")),
        (ALIVE, ("special", "X", "X2", "")),
        ({**ALIVE, "elevation": 499.9}, ("other", "", "", "")),
        ({**ALIVE, "households": 29.0}, ("other", "", "", "")),
        ({**ALIVE, "vacancy": 0.2}, ("other", "", "", "")),
        ({**ALIVE, "households": NAN}, ("open", "", "", "")),
        ({**ALIVE, "vacancy": NAN}, ("open", "", "", "")),
        ({**ALIVE, "households": NAN, "vacancy": 0.5}, ("other", "", "", "")),
        ({**ALIVE, "households": NAN, "tourism": 10.0}, ("special", "X", "X4", "")),
        ({"tourism": 300.0}, ("special", "X", "X4", "")),
        ({"tourism": 300.1}, ("other", "", "", "")),
        ({"tourism": INF, "scenic": 0.0}, ("special", "X", "X3", "")),
        ({**ALIVE, "historic": True, "tourism": 1.0, "scenic": 1.0}, ("special", "X", "X1", "X2|X4|X3")),
        ({"tourism": 1.0, "scenic": 1.0}, ("special", "X", "X4", "X3")),
    ],
)
def test_what_makes_a_place_special(place, expected):
    assert one(**place) == expected


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_height_alone_makes_nothing_and_the_unknown_never_makes_a_place(seed):
    random = np.random.default_rng(seed)

    def some(low, high):
        return np.where(random.random(50) < 0.4, NAN, random.uniform(low, high, 50))

    facts = Facts(np.ones(50), random.random(50) < 0.2, some(0, 1000), some(0, 90), some(0, 0.5), some(0, 900),
                  some(0, 900))  # fmt: skip
    verdict = judge(facts, DEFAULT)
    every = [set(filter(None, (first, *also.split("|")))) for first, also in zip(verdict.subtype, verdict.also)]
    for row, codes in enumerate(every):
        assert ("X1" in codes) == facts.historic[row]
        assert ("X4" in codes) == (facts.tourism[row] <= 300)
        assert ("X3" in codes) == (facts.scenic[row] <= 300)
        alive = facts.households[row] >= 30 and facts.vacancy[row] < 0.2
        assert ("X2" in codes) == (alive and facts.elevation[row] >= 500)
        assert (verdict.status[row] == "special") == bool(codes)


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("X1", ("X", "X1", "retain"), AGREED), ("X2", ("X", "X2", ""), AGREED), ("", ("B", "B2", "merge"), AGREED),
        ("X1", ("", "", ""), AGREED), ("X4", ("", "", "retain"), AGREED), ("X1", ("B", "B2", "merge"), MOVED),
        ("X2", ("B", "B5", "revive"), MOVED), ("X2", ("", "", "merge"), MOVED), ("X4", ("X", "X2", ""), OTHER_SUBTYPE),
        ("", ("X", "X1", "retain"), ONLY_THEIRS),
    ],
)
def test_what_is_a_contest(ours, theirs, kind):
    assert contest(ours, *theirs) == kind
