"""Inefficient urban land: evidence by hand, grouping against brute force, history never redeveloped."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms import urban
from land_consolidation.algorithms.codes import parse_code_list
from land_consolidation.algorithms.systems import CODE_SYSTEMS
from land_consolidation.algorithms.units import MU
from land_consolidation.algorithms.urban import EVIDENCE, Facts, Thresholds, judge, urban_rules

NAN = np.nan
DEFAULT = Thresholds()
UNKNOWN = dict(
    area=20 * MU, dense=True, covered=True, far=NAN, coverage=NAN, year=NAN, vacancy=NAN, plan=NAN, hazard=NAN,
    complaints=NAN, historic=False, listed=False,
)  # fmt: skip
HERE = np.array([shapely.box(0, 0, 100, 100)])


def facts_of(*parcels):
    rows = [{**UNKNOWN, **parcel} for parcel in parcels]
    return Facts(**{name: np.array([row[name] for row in rows]) for name in UNKNOWN})


def one(thresholds=DEFAULT, **parcel):
    return judge(HERE, facts_of(parcel), thresholds)


@pytest.mark.parametrize(
    ("piece", "known", "level", "against"),
    [
        ("far", {"far": 0.0}, 1, True), ("far", {"far": 0.59}, 1 - 0.59 / 1.2, True), ("far", {"far": 0.6}, 0.5, False),
        ("far", {"far": 1.2}, 0, False), ("far", {"far": 0.1, "dense": False}, NAN, False),
        ("coverage", {"coverage": 0.3}, 0.5, False), ("coverage", {"coverage": 0.15}, 0.75, True),
        ("coverage", {"coverage": 0.15, "covered": False}, NAN, False),
        ("age", {"year": 1989.9}, 1, True), ("age", {"year": 1990.0}, 0, False),
        ("vacancy", {"vacancy": 0.3}, 0.5, True), ("vacancy", {"vacancy": 0.29}, 0.29 / 0.6, False),
        ("vacancy", {"vacancy": 1.0}, 1, True), ("plan", {"plan": 1.0}, 1, True), ("plan", {"plan": 0.0}, 0, False),
        ("hazard", {"hazard": 1.0}, 1, True), ("complaint", {"complaints": 3.0}, 1, True),
        ("complaint", {"complaints": 0.0}, 0, False),
    ],
)
def test_a_piece_of_evidence(piece, known, level, against):
    facts, at = facts_of(known), EVIDENCE.index(piece)
    assert urban.evidence(facts, DEFAULT)[0, at] == pytest.approx(level, nan_ok=True)
    assert bool(urban.speaks_against(facts, DEFAULT)[0, at]) == against


def test_nothing_known_is_no_candidate_and_has_no_score():
    verdict = one()
    assert (verdict.status[0], verdict.known[0], verdict.speaking[0]) == ("other", 0, 0)
    assert np.isnan(verdict.score[0]) and verdict.category[0] == ""


def test_two_pieces_make_a_candidate_one_does_not():
    assert one(far=0.1).status[0] == "other"
    assert one(far=0.1, hazard=1.0).status[0] == "candidate"
    assert one(replace(DEFAULT, min_evidence=1), far=0.1).status[0] == "candidate"
    assert one(replace(DEFAULT, min_evidence=3), far=0.1, hazard=1.0).status[0] == "other"


def test_a_list_makes_a_candidate_and_history_beats_it():
    assert one(listed=True).status[0] == "candidate"
    verdict = one(listed=True, historic=True, far=0.0, coverage=0.0, hazard=1.0)
    assert (verdict.status[0], verdict.subtype[0]) == ("historic", "D3")


@pytest.mark.parametrize(("mu", "subtype"), [(9.9999, "D1"), (10, "D2"), (200, "D2")])
def test_areas_are_classed_by_their_size(mu, subtype):
    assert one(listed=True, area=mu * MU).subtype[0] == subtype


def parcels(seed, count=30):
    random = np.random.default_rng(seed)
    x, y = random.integers(0, 12, (2, count)) * 50.0 + random.uniform(0, 15, (2, count))
    size = random.uniform(10, 40, count)
    geometry = shapely.box(x, y, x + size, y + size)
    return geometry, random.choice(["candidate", "historic", "other"], count).astype(object), random


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 10.0, 20.0, 45.0]))
def test_areas_are_those_of_brute_force(seed, gap):
    geometry, status, _ = parcels(seed)
    area = shapely.area(geometry)
    area_of, areas = urban.group(geometry, area, status, replace(DEFAULT, gap=gap, min_area_mu=2))
    assert ((area_of < 0) == (status == "other")).all()
    group = list(range(len(geometry)))
    for i in range(len(geometry)):
        for j in range(i):
            near = status[i] == status[j] != "other" and geometry[i].distance(geometry[j]) <= gap + 1e-3
            if near and group[i] != group[j]:
                group = [group[i] if g == group[j] else g for g in group]
    kept = [i for i in range(len(geometry)) if status[i] != "other"]
    assert len({(group[i], int(area_of[i])) for i in kept}) == len({group[i] for i in kept}) == len(areas.area)
    for number, (size, count, subtype) in enumerate(zip(areas.area, areas.parcels, areas.subtype)):
        mine = area_of == number
        assert size == pytest.approx(area[mine].sum()) and count == mine.sum()
        if (status[mine] == "historic").any():
            assert subtype == "D3" and (status[mine] == "historic").all()
        else:
            assert subtype == ("D2" if round(size / MU, 4) >= 2 else "D1")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_history_is_never_redeveloped_and_the_unknown_speaks_for_nothing(seed):
    geometry, _, random = parcels(seed)
    count = len(geometry)

    def some(low, high):
        return np.where(random.random(count) < 0.4, NAN, random.uniform(low, high, count))

    facts = Facts(
        area=shapely.area(geometry), dense=random.random(count) < 0.7,
        covered=random.random(count) < 0.5, far=some(0, 2), coverage=some(0, 1),
        year=some(1900, 2020), vacancy=some(0, 1), plan=np.round(some(0, 1)), hazard=np.round(some(0, 1)),
        complaints=np.round(some(0, 3)), historic=random.random(count) < 0.3, listed=random.random(count) < 0.2,
    )  # fmt: skip
    verdict = judge(geometry, facts, DEFAULT)
    assert (verdict.subtype[facts.historic] == "D3").all()
    assert not np.isin(verdict.subtype[~facts.historic], ["D3"]).any()
    assert not verdict.against[np.isnan(verdict.evidence)].any()
    named = ~facts.historic & (facts.listed | (verdict.against.sum(axis=1) >= 2))
    assert ((verdict.status == "candidate") == named).all()
    assert ((verdict.category == "D") == (verdict.status != "other")).all()


def test_the_rules_name_classes_of_every_system():
    for system in CODE_SYSTEMS:
        for kind in ("built", "not_by_place", "dense", "covered", "idle"):
            parse_code_list(urban_rules()[system][kind], system, "CODE_SYSTEM")
