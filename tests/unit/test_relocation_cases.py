"""Criteria, flags, dispositions and categories of villages, each worked by hand."""

import numpy as np
import pytest

from land_consolidation.algorithms import relocation
from land_consolidation.algorithms.ranking import weighted_score
from land_consolidation.algorithms.relocation import Facts, Thresholds
from land_consolidation.algorithms.units import MU
from land_consolidation.algorithms.weights import CRITERIA

NAN, INF = np.nan, np.inf
DEFAULT = Thresholds()
GIVEN = (0.30, 0.20, 0.20, 0.15, 0.15)
ORDINARY = dict(
    area=20 * MU, hazard_area=5000.0, hazard_point=5000.0, elevation=100.0, slope=3.0, service=1.0, unreachable=False,
    vacancy=0.0, households=60.0, consent=0.0, protected=False, redline=0.0, water=0.0,
)  # fmt: skip
"""A settlement that nothing is the matter with."""


def facts_of(by_network=False, **settlement):
    """One settlement, ordinary but for what is given."""
    return Facts(by_network=by_network, **{k: np.array([v]) for k, v in {**ORDINARY, **settlement}.items()})


def k_of(name, thresholds=DEFAULT, **settlement):
    return relocation.criteria(facts_of(**settlement), thresholds)[0, CRITERIA.index(name)]


def raised(thresholds=DEFAULT, **settlement):
    found = relocation.flags(facts_of(**settlement), thresholds)
    return {name for name in vars(found) if getattr(found, name)[0]}


def decided(weights=GIVEN, thresholds=DEFAULT, **settlement):
    """(step, disposition, status, category, subtype) of one settlement."""
    facts = facts_of(**settlement)
    points, score, _ = weighted_score(relocation.criteria(facts, thresholds), np.array(weights))
    found = relocation.decide(facts, relocation.flags(facts, thresholds), points, score, thresholds)
    return tuple(column[0] for column in vars(found).values())


def fate(**settlement):
    """(disposition, category, subtype) of one settlement."""
    _, disposition, _, category, subtype = decided(**settlement)
    return disposition, category, subtype


# --- criteria -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("metres", "k"), [(0, 1), (25, 0.75), (99, 0.01), (100, 0), (101, 0), (9e5, 0)])
def test_hazard_falls_to_nothing_at_its_distance(metres, k):
    assert k_of("hazard", hazard_area=float(metres)) == pytest.approx(k, abs=1e-12)
    assert k_of("hazard", hazard_point=float(metres)) == pytest.approx(k, abs=1e-12)
    assert k_of("hazard", hazard_area=float(metres), hazard_point=NAN) == pytest.approx(k, abs=1e-12)


def test_at_its_threshold_a_criterion_is_exactly_there():
    """A trace left by rounding would count as a ground."""
    assert k_of("hazard", hazard_area=100.0) == 0
    assert k_of("scatter", area=10 * MU, households=20.0) == 0
    assert k_of("access", service=5.0) == 1
    assert k_of("vacancy", vacancy=0.3) == 1
    assert k_of("terrain", elevation=500.0) == 1


@pytest.mark.parametrize(
    ("km", "straight", "network"),
    [(0, 0, 0), (1, 0.2, 0.1), (2.5, 0.5, 0.25), (5, 1, 0.5), (10, 1, 1), (40, 1, 1), (INF, 1, 1), (NAN, NAN, NAN)],
)
def test_access_grows_to_the_remote_distance(km, straight, network):
    assert k_of("access", service=float(km)) == pytest.approx(straight, nan_ok=True)
    assert k_of("access", service=float(km), by_network=True) == pytest.approx(network, nan_ok=True)


def test_a_place_no_road_leads_to_is_the_farthest():
    assert k_of("access", service=1.0, by_network=True, unreachable=True) == 1
    assert raised(service=1.0, by_network=True, unreachable=True) == {"remote"}


@pytest.mark.parametrize(
    ("share", "k"), [(0, 0), (0.1, 0.25), (0.2, 0.5), (0.25, 0.75), (0.3, 1), (1, 1), (NAN, NAN)]
)
def test_vacancy_bends_at_its_middle(share, k):
    assert k_of("vacancy", vacancy=share) == pytest.approx(k, nan_ok=True)


@pytest.mark.parametrize(
    ("mu", "households", "k"),
    [
        (20, 60, 0), (5, 60, 1), (1, 60, 1), (7.5, 60, 0.5), (10, 60, 0), (20, 10, 1), (20, 3, 1), (20, 12.5, 0.75),
        (20, 20, 0), (7.5, 12.5, 0.75), (6, 19, 0.8), (7.5, NAN, 0.5), (NAN, 15, 0.5), (NAN, NAN, NAN),
    ],
)  # fmt: skip
def test_scatter_is_the_larger_of_area_and_households(mu, households, k):
    assert k_of("scatter", area=mu * MU, households=float(households)) == pytest.approx(k, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize(
    ("elevation", "slope", "k"),
    [
        (0, 0, 0), (-20, 0, 0), (250, 0, 0.5), (500, 0, 1), (2000, 0, 1), (0, 5, 0.2), (0, 25, 1), (0, 60, 1),
        (250, 20, 0.8), (400, 10, 0.8), (250, NAN, 0.5), (NAN, 10, 0.4), (NAN, NAN, NAN),
    ],
)  # fmt: skip
def test_terrain_is_the_larger_of_elevation_and_slope(elevation, slope, k):
    assert k_of("terrain", elevation=float(elevation), slope=float(slope)) == pytest.approx(k, nan_ok=True)


def test_thresholds_are_parameters():
    t = Thresholds(
        hazard_distance=200, high_elevation=1000, steep_slope=10, remote_network_km=20, remote_straight_km=2,
        vacancy_middle=0.4, vacancy_high=0.8, scattered_mu=10, scattered_households=40,
    )
    assert k_of("hazard", t, hazard_point=50.0) == pytest.approx(0.75)
    assert k_of("access", t) == pytest.approx(0.5)
    assert k_of("access", t, by_network=True) == pytest.approx(0.05)
    assert k_of("vacancy", t, vacancy=0.6) == pytest.approx(0.75)
    assert k_of("scatter", t, area=12 * MU) == pytest.approx(0.8)
    assert k_of("scatter", t) == pytest.approx(0.5), "60 households between 40 and 80"
    assert k_of("terrain", t, elevation=700.0) == pytest.approx(0.7)
    assert k_of("terrain", t, slope=9.0) == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("threshold", "criterion", "at", "beyond"),
    [
        ("hazard_distance", "hazard", dict(hazard_area=0.0), dict(hazard_area=0.01)),
        ("steep_slope", "terrain", dict(slope=0.01, elevation=0.0), dict(slope=0.0, elevation=0.0)),
        ("remote_straight_km", "access", dict(service=0.001), dict(service=0.0)),
    ],
)
def test_a_threshold_of_nothing_makes_a_step(threshold, criterion, at, beyond):
    t = Thresholds(**{threshold: 0.0})
    assert k_of(criterion, t, **at) == 1
    assert k_of(criterion, t, **beyond) == 0


# --- flags --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settlement", "flag", "stands_out"),
    [
        (dict(hazard_area=0.0), "in_hazard", True), (dict(hazard_area=0.01), "in_hazard", False),
        (dict(hazard_point=100.0), "near_hazard", True), (dict(hazard_point=100.0009), "near_hazard", True),
        (dict(hazard_point=100.01), "near_hazard", False), (dict(hazard_area=50.0), "near_hazard", False),
        (dict(elevation=500.0), "high", True), (dict(elevation=499.9), "high", False),
        (dict(slope=25.0), "steep", True), (dict(slope=24.9), "steep", False),
        (dict(service=5.0), "remote", False), (dict(service=5.001), "remote", True),
        (dict(service=10.0, by_network=True), "remote", False), (dict(service=10.1, by_network=True), "remote", True),
        (dict(vacancy=0.2), "vacant", True), (dict(vacancy=0.199), "vacant", False),
        (dict(vacancy=0.3), "hollow", True), (dict(vacancy=0.299), "hollow", False),
        (dict(area=5 * MU), "few_mu", False), (dict(area=4.999 * MU), "few_mu", True),
        (dict(area=3333.33), "few_mu", False), (dict(area=3333.0), "few_mu", True),
        (dict(households=10.0), "few_households", False), (dict(households=9.0), "few_households", True),
        (dict(redline=0.01), "in_redline", True), (dict(redline=0.0), "in_redline", False),
        (dict(water=3.0), "in_water", True), (dict(water=0.0), "in_water", False),
    ],
)  # fmt: skip
def test_flags_stand_at_their_thresholds(settlement, flag, stands_out):
    assert (flag in raised(**settlement)) is stands_out


def test_an_ordinary_place_does_not_stand_out():
    assert raised() == set()
    assert raised(vacancy=0.5) == {"vacant", "hollow"}


# --- dispositions -------------------------------------------------------------------------------

BAD = dict(vacancy=0.6, area=2 * MU, households=6.0, elevation=800.0, slope=30.0, service=12.0)
"""k = 1 in all but hazard: 70 of 100 points with the given weights."""


@pytest.mark.parametrize(
    ("settlement", "expected"),
    [
        # Protect.
        (dict(protected=True), ("retain", "X", "X1")),
        (dict(protected=True, hazard_area=0.0), ("retain", "X", "X1")),
        (dict(protected=True, **BAD), ("retain", "X", "X1")),
        # Must.
        (dict(hazard_area=0.0), ("merge", "B", "B2")),
        (dict(hazard_point=80.0), ("merge", "B", "B2")),
        (dict(hazard_point=80.0, hazard_area=NAN, elevation=900.0), ("merge", "B", "B2")),
        # High or remote and nothing else: people decide.
        (dict(elevation=800.0), ("", "X", "X2")),
        (dict(service=12.0), ("", "X", "X2")),
        (dict(elevation=800.0, service=12.0), ("", "X", "X2")),
        (dict(unreachable=True, by_network=True), ("", "X", "X2")),
        (dict(elevation=800.0, service=12.0, vacancy=0.1), ("", "X", "X2")),
        # Weigh. 0.2 × 1 of remote and 0.2 × 1 of hollow and 0.15 × 1 of high: 55.
        (BAD, ("merge", "B", "B1")),
        (dict(elevation=800.0, service=12.0, vacancy=0.4), ("revive", "B", "B3")),
        (dict(elevation=800.0, service=12.0, slope=26.0), ("retain", "", "")),
        (dict(elevation=800.0, redline=400.0), ("retain", "", "")),
        (dict(service=12.0, water=400.0), ("retain", "", "")),
        (dict(), ("retain", "", "")),
        (dict(vacancy=0.4), ("retain", "B", "B3")),
        # Hazard near by 0.3 × 0.6, vacancy 0.2 × 0.75, scatter 0.15 × 1, access 0.04, terrain 0.03: 55.
        (dict(hazard_area=40.0, vacancy=0.25, area=4 * MU), ("revive", "B", "B5")),
    ],
)
def test_dispositions_by_hand(settlement, expected):
    assert fate(**settlement) == expected


@pytest.mark.parametrize(
    ("weights", "settlement", "subtype"),
    [
        ((0, 0.1, 0.9, 0, 0), dict(vacancy=0.6, service=12.0), "B3"),
        ((0, 0.1, 0, 0.9, 0), dict(area=2 * MU, service=12.0), "B4"),
        ((0, 0.5, 0.2, 0.15, 0.15), BAD, "B1"),
        ((0, 0.0, 0.2, 0.0, 0.8), dict(slope=30.0, vacancy=0.4), "B1"),
        # Access and terrain carry most points, but only the vacancy stands out.
        ((0, 0.4, 0.3, 0, 0.3), dict(service=4.9, elevation=480.0, vacancy=0.4), "B3"),
        # Nothing stands out: what carries most.
        ((0.6, 0.1, 0.0, 0.3, 0.0), dict(hazard_area=1.0, area=6 * MU), "B4"),
    ],
)
def test_the_heaviest_ground_that_stands_out_names_what_is_merged(weights, settlement, subtype):
    assert decided(weights, **settlement)[1:] == ("merge", "candidate", "B", subtype)


@pytest.mark.parametrize(
    ("weights", "settlement"),
    [
        ((0, 0.5, 0, 0, 0.5), dict(service=4.9, elevation=490.0)),
        ((0, 1, 0, 0, 0), dict(service=4.9)),
        ((0, 0, 0, 0, 1), dict(slope=24.0)),
        # The vacancy stands out but carries no weight: it is no ground here.
        ((0, 0.5, 0, 0, 0.5), dict(service=12.0, elevation=900.0, vacancy=0.9)),
        ((0, 0.5, 0.5, 0, 0), dict(service=12.0, area=1 * MU)),
    ],
)
def test_access_and_terrain_do_not_merge_by_weight_either(weights, settlement):
    step, disposition, _, category, subtype = decided(weights, **settlement)
    assert (step, disposition, category, subtype) == (relocation.PERSON, "", "X", "X2")


def test_where_nothing_is_known_nothing_is_said():
    unknown = dict.fromkeys((name for name in ORDINARY if name not in ("protected", "unreachable")), NAN)
    assert decided(**unknown) == (relocation.UNKNOWN, "", "candidate", "", "")
    assert decided(**unknown | dict(protected=True))[1] == "retain"
    assert decided(**unknown | dict(hazard_point=3.0))[1] == "merge"
    assert decided(**unknown | dict(vacancy=0.9))[:2] == (relocation.WEIGHED, "merge")
    assert decided(**unknown | dict(elevation=900.0))[:2] == (relocation.PERSON, "")


@pytest.mark.parametrize(("score", "disposition"), [(60, "merge"), (59.9, "revive"), (40, "revive"), (39.9, "retain")])
def test_scores_decide_from_their_thresholds_on(score, disposition):
    """All weight on vacancy: half the score at 0.2, the rest by 0.3."""
    facts = facts_of(vacancy=0.25)
    points = np.array([[0, 0, score, 0, 0]], dtype=float)
    found = relocation.decide(facts, relocation.flags(facts, DEFAULT), points, np.array([score]), DEFAULT)
    assert found.disposition[0] == disposition


@pytest.mark.parametrize(
    ("settlement", "consent", "status"),
    [
        (BAD, 1.0, "agreed"), (BAD, 0.99, "candidate"), (BAD, NAN, "candidate"), (dict(hazard_area=0.0), 1.0, "agreed"),
        (dict(elevation=800.0, service=12.0, vacancy=0.4), 1.0, "agreed"),
        (dict(elevation=800.0), 1.0, "candidate"), (dict(), 1.0, "candidate"), (dict(protected=True), 1.0, "candidate"),
    ],
)  # fmt: skip
def test_only_a_change_that_every_household_agrees_to_is_agreed(settlement, consent, status):
    assert decided(**settlement, consent=consent)[2] == status


# --- found by mutation --------------------------------------------------------------------------


def test_the_smallest_piece_in_a_zone_is_in_it():
    assert raised(water=0.5) == {"in_water"}
    assert raised(redline=0.5) == {"in_redline"}


def test_a_steep_place_is_no_ground_where_terrain_carries_no_weight():
    high_and_steep = dict(elevation=800.0, slope=30.0)
    assert decided(weights=(0.3, 0.4, 0.15, 0.15, 0.0), **high_and_steep)[0] == relocation.PERSON
    assert decided(weights=(0.3, 0.4, 0.15, 0.0, 0.15), **high_and_steep)[0] == relocation.WEIGHED


@pytest.mark.parametrize(("km", "step"), [(2.5, relocation.WEIGHED), (4.9, relocation.PERSON)])
def test_more_than_half_of_the_score_makes_it_by_place_alone(km, step):
    """Access gives 49 % of the score at 2.5 km, 65 % at 4.9 km; nothing stands out."""
    thresholds = Thresholds(merge_score=40.0, revive_score=30.0)
    facts = dict(service=km, vacancy=0.14)
    assert raised(thresholds, **facts) == set()
    assert decided((0.0, 0.4, 0.6, 0.0, 0.0), thresholds, **facts)[0] == step
