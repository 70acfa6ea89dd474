"""Village relocation on scenes made by hand: what is decided, in which order, and what is not known."""

import json

import numpy as np
import pytest
from scenes import box, layer_of
from villages import COUNTS, CRITERIA, alive, areas, flat, judged, one, place, places, points, relocate

K, C = tuple(f"k_{name}" for name in CRITERIA), tuple(f"c_{name}" for name in CRITERIA)
FATE = ("disposition", "status", "category", "subtype")
FAR = (9_000.0, 9_000.0, 9_010.0, 9_010.0)


# --- protect, must, a person, weigh -------------------------------------------------------------


def test_protection_comes_before_danger_and_danger_before_everything(tmp_path):
    """Three alike: high, remote, hollow, tiny. One is protected, two are in danger, and one is a person's."""
    rows = [
        place(0, village="site", **alive(vacant=30)), place(1000, village="slide", **alive(vacant=30)),
        place(2000, village="high", **alive()),
    ]  # fmt: skip
    ran = relocate(
        places(*rows), DEM=flat(tmp_path / "dem.tif", 800.0, (-500, -500, 3000, 1500)),
        HAZARD_AREAS=areas((50, 50, 1100, 60)), PROTECTED=areas((0, 0, 100, 100)), SERVICES=points((20_000, 0)),
    )  # fmt: skip
    assert ran.rows("CANDIDATES", "village", *FATE, "protected", "hazard_m") == [
        ("site", "retain", "candidate", "X", "X1", True, 0.0),
        ("slide", "merge", "candidate", "B", "B2", False, 0.0),
        ("high", None, "candidate", "X", "X2", False, 900.0),
    ]  # fmt: skip
    site, slide, high = ran.rows("CANDIDATES", "reasons")
    assert site.startswith("Protected: it stays, whatever else holds. It reaches into a surveyed hazard extent.")
    assert slide.startswith("Relocation for its people's safety. It reaches into a surveyed hazard extent.")
    assert high.startswith("Height or remoteness alone is no ground to move a village: a person decides.")
    assert "18.8 km to services in a straight line" in slide


@pytest.mark.parametrize(("x", "near"), [(300.0, True), (300.02, False), (210.0, True), (199.0, True)])
def test_a_hazard_point_counts_within_its_distance_of_the_edge(x, near):
    metres, *fate = one(place(**alive()), "hazard_m", *FATE, HAZARD_POINTS=points((x, 100)))
    assert metres == pytest.approx(max(x - 200, 0), abs=1e-9)
    assert fate == (["merge", "candidate", "B", "B2"] if near else ["retain", "candidate", None, None])


def test_the_hazard_distance_is_a_parameter():
    at_80 = points((280, 100))
    assert one(place(), "disposition", "k_hazard", HAZARD_POINTS=at_80) == ("merge", pytest.approx(0.2))
    assert one(place(), "disposition", "k_hazard", HAZARD_POINTS=at_80, HAZARD_DISTANCE=79) == ("retain", 0.0)


def test_a_hazard_extent_nearby_weighs_but_does_not_bind():
    extent = areas((240, 0, 300, 100))
    k, points_, disposition, reasons = one(
        place(**alive()), "k_hazard", "c_hazard", "disposition", "reasons", HAZARD_AREAS=extent
    )
    assert (k, points_, disposition) == (0.6, pytest.approx(100 * 0.3 * 0.6 / 0.65, abs=1e-4), "retain")
    assert "A hazard extent lies 40 m away." in reasons


def test_the_nearer_of_extent_and_point_is_the_distance():
    both = dict(HAZARD_AREAS=areas((500, 0, 600, 100)), HAZARD_POINTS=points((450, 100)))
    assert one(place(), "hazard_m", **both) == 250
    assert one(place(), "hazard_m", **{**both, "HAZARD_POINTS": points((650, 100))}) == 300


@pytest.mark.parametrize("ground", ["high", "remote"])
def test_height_or_remoteness_alone_is_left_to_a_person_and_with_a_ground_is_weighed(ground, tmp_path):
    if ground == "high":
        inputs = dict(DEM=flat(tmp_path / "dem.tif", 500.0))
    else:
        inputs = dict(SERVICES=points((200 + 5000.1, 100)))
    inputs |= dict(MERGE_SCORE=1, REVIVE_SCORE=1)
    assert one(place(**alive()), *FATE, **inputs) == (None, "candidate", "X", "X2")
    assert one(place(**alive(vacant=15)), "disposition", **inputs) == "merge"
    assert one(place(**alive(households=9, consenting=0)), "disposition", **inputs) == "merge"
    assert one(place(**alive()), "disposition", REDLINE=areas((0, 0, 10, 10)), **inputs) == "merge"


def test_place_alone_never_merges_below_the_thresholds_either(tmp_path):
    """Just not high and just not remote, yet the score would merge."""
    score, disposition, subtype = one(
        place(**alive()), "score", "disposition", "subtype", DEM=flat(tmp_path / "dem.tif", 499.0),
        SERVICES=points((200 + 4999, 100)), WEIGHTS="access=0.5;terrain=0.5",
    )  # fmt: skip
    assert score > 99
    assert (disposition, subtype) == (None, "X2")


def weighed(tmp_path, **parameters):
    """Score 48.5 by hand: hazard 40 m away, service 2.5 km, a fifth vacant, 15 households, 100 m high."""
    return relocate(
        places(place(**alive(households=15, dwellings=30, vacant=6, **parameters.pop("counts", {})))),
        HAZARD_AREAS=areas((240, 0, 300, 100)), SERVICES=points((2700, 100)), DEM=flat(tmp_path / "dem.tif"),
        **{"AREA_METHOD": 2, **parameters},
    )  # fmt: skip


def test_the_score_is_that_of_the_arithmetic(tmp_path):
    ran = weighed(tmp_path)
    ((*found, score, confidence),) = ran.rows("CANDIDATES", *K, *C, "score", "confidence")
    assert found == pytest.approx([0.6, 0.5, 0.5, 0.5, 0.2, 18, 10, 10, 7.5, 3], abs=1e-6)
    assert (score, confidence) == (pytest.approx(48.5), 1.0)
    ((reasons,),) = [ran.rows("CANDIDATES", "reasons")]
    assert reasons.startswith("Score 48.5 of 100: bring back into use (merge from 60, revive from 40).")
    assert "20 % of the dwellings are vacant (20 % or more)" in reasons


@pytest.mark.parametrize(
    ("merge", "revive", "fate"),
    [(60, 40, ("revive", "B5")), (48.5, 40, ("merge", "B3")), (60, 48.5, ("revive", "B5")), (60, 49, ("retain", None))],
)
def test_a_score_met_exactly_is_reached(merge, revive, fate, tmp_path):
    ran = weighed(tmp_path, MERGE_SCORE=merge, REVIVE_SCORE=revive)
    assert ran.rows("CANDIDATES", "disposition", "subtype") == [fate]


def test_agreed_is_only_what_every_household_wants(tmp_path):
    def status(consenting, **scores):
        ran = weighed(tmp_path, counts={"consenting": consenting}, **scores)
        return ran.rows("CANDIDATES", "disposition", "status", "consent")[0]

    assert status(15) == ("revive", "agreed", 1.0)
    assert status(15, MERGE_SCORE=45) == ("merge", "agreed", 1.0)
    assert status(14, MERGE_SCORE=45) == ("merge", "candidate", pytest.approx(14 / 15, abs=1e-6))
    assert status(None) == ("revive", "candidate", None)
    assert status(15, REVIVE_SCORE=50) == ("retain", "candidate", 1.0), "to stay needs no consent"


def test_thresholds_are_parameters(tmp_path):
    found = weighed(
        tmp_path, HIGH_ELEVATION=200, REMOTE_STRAIGHT_KM=2, VACANCY_MIDDLE=0.1, VACANCY_HIGH=0.2, SCATTERED_MU=60.0,
        SCATTERED_HOUSEHOLDS=15, HAZARD_DISTANCE=400,
    ).rows("CANDIDATES", *K, "reasons")[0]  # fmt: skip
    assert found[:5] == pytest.approx([0.9, 1, 1, 1, 0.5])
    assert "beyond 2 km" in found[5]
    assert "Hollow" in found[5]


# --- what is not known --------------------------------------------------------------------------

MEASURES = (
    "elev_m", "slope_deg", "hazard_m", "service_km", "service_by", "vacancy", "households", "consent", "protected",
    "in_redline_m2", "in_water_m2",
)  # fmt: skip


def test_nothing_given_is_unknown_and_never_zero():
    bare = layer_of([(box(0, 0, 200, 200),)], fields=())
    found = dict(zip((*MEASURES, *K, *C), judged(bare, *MEASURES, *K, *C, AREA_METHOD=2)[0]))
    assert {name for name, value in found.items() if value is not None} == {"k_scatter", "c_scatter"}
    ((score, confidence, disposition, reasons),) = judged(bare, "score", "confidence", "disposition", "reasons")
    assert (score, confidence, disposition) == (0.0, 0.15, "retain")
    assert "Not known: Hazard, Access, Vacancy, Terrain; the score rests on 15 % of the weight." in reasons


@pytest.mark.parametrize(
    ("name", "known", "confidence"),
    [("DEM", {"elev_m", "slope_deg", "k_terrain", "c_terrain"}, 0.30),
     ("HAZARD_AREAS", {"hazard_m", "k_hazard", "c_hazard"}, 0.45),
     ("HAZARD_POINTS", {"hazard_m", "k_hazard", "c_hazard"}, 0.45),
     ("SERVICES", {"service_km", "service_by", "k_access", "c_access"}, 0.35),
     ("PROTECTED", {"protected"}, 0.15), ("REDLINE", {"in_redline_m2"}, 0.15), ("WATER_SOURCE", {"in_water_m2"}, 0.15)],
)  # fmt: skip
def test_each_layer_makes_its_own_measures_known(name, known, confidence, tmp_path):
    layer = {"DEM": lambda: flat(tmp_path / "dem.tif"), "HAZARD_POINTS": lambda: points((4000, 0)),
             "SERVICES": lambda: points((4000, 0))}.get(name, lambda: areas(FAR))()  # fmt: skip
    bare = layer_of([(box(0, 0, 200, 200),)], fields=())
    row = judged(bare, *MEASURES, *K, *C, "confidence", **{name: layer})[0]
    found = dict(zip((*MEASURES, *K, *C), row))
    assert {field for field, value in found.items() if value is not None} == known | {"k_scatter", "c_scatter"}
    assert row[-1] == pytest.approx(confidence)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [(dict(), (None, None, None)), (dict(households=20), (None, 20, None)),
     (dict(households=20, consenting=5), (None, 20, 0.25)), (dict(dwellings=10, vacant=4), (0.4, None, None)),
     (dict(dwellings=10), (None, None, None)), (dict(dwellings=0, vacant=0), (None, None, None)),
     (dict(households=0, consenting=0), (None, 0, None)), (dict(vacant=3), (None, None, None))],
)  # fmt: skip
def test_counts_that_are_missing_leave_their_shares_unknown(counts, expected):
    assert one(place(**counts), "vacancy", "households", "consent") == expected


def test_points_are_weight_times_criterion_over_what_is_known_and_add_up(tmp_path):
    rows = [
        place(0, **alive(vacant=20, households=12)), place(700, 0, 60, 60), place(1400, 0, **alive()),
        place(30_000, 0, **alive(vacant=7)), place(2100, 0, village=None, households=14),
    ]  # fmt: skip
    found = judged(
        places(*rows), *K, *C, "score", "confidence", HAZARD_AREAS=areas((240, 0, 300, 100)),
        SERVICES=points((2500, 500)), DEM=flat(tmp_path / "dem.tif", 333.0, (-500, -500, 2000, 1000)),
        WEIGHTS="hazard=0.4;access=0.1;vacancy=0.25;scatter=0.05;terrain=0.2",
    )  # fmt: skip
    weights = (0.4, 0.1, 0.25, 0.05, 0.2)
    for row in found:
        k, c, (score, confidence) = row[:5], row[5:10], row[10:]
        known = [i for i in range(5) if k[i] is not None]
        assert confidence == pytest.approx(sum(weights[i] for i in known), abs=1e-6)
        assert sum(c[i] for i in known) == pytest.approx(score, abs=1e-9)
        for i in range(5):
            expected = None if k[i] is None else pytest.approx(100 * k[i] * weights[i] / confidence, abs=1e-3)
            assert c[i] == expected
    assert {row[-1] for row in found} == {1.0, 0.75, 0.8, 0.55}


# --- statistics ---------------------------------------------------------------------------------


def table(*rows, fields=COUNTS):
    return layer_of([(None, *row) for row in rows], fields, kind="NoGeometry", name="statistics")


def test_keys_are_matched_as_people_write_them():
    layer = places(place(0, village=" 王村 "), place(1000, village="3"), place(2000, village="east"), place(3000))
    statistics = table(("王村", 10, 10, 1, 2), (" 3", 20, 20, 3, 4), ("west", 30, 30, 5, 6), ("", 40, 40, 7, 8))
    ran = relocate(layer, STATISTICS=statistics, JOIN_FIELD="village", STATISTICS_JOIN_FIELD="village")
    assert ran.rows("CANDIDATES", "households", "vacancy", "consent") == [
        (10, 0.1, 0.2), (20, 0.15, 0.2), (None, None, None), (None, None, None),
    ]  # fmt: skip
    assert "Settlements without a row in the statistics, their counts unknown: 2 (east, A)." in ran.log.all
    assert "Rows of the statistics that belong to no settlement: 1 (west)." in ran.log.all


def test_numbers_and_texts_are_the_same_key():
    layer = layer_of([(box(0, 0, 200, 200), 3.0), (box(900, 0, 990, 90), 4.0)], (("key", float),))
    statistics = table(("3", 10, 10, 1, 2), ("04", 20, 20, 3, 4))
    ran = relocate(layer, STATISTICS=statistics, JOIN_FIELD="key", STATISTICS_JOIN_FIELD="village")
    assert ran.rows("CANDIDATES", "households") == [10, None]


def test_settlements_of_one_row_share_its_households_by_area():
    rows = [place(0), place(1000, 0, 100, 100), place(2000, 0, 100, 100), place(3000, village="B")]
    statistics = table(("A", 10, 20, 5, 10), ("B", 7, 7, 0, 0))
    ran = relocate(places(*rows), STATISTICS=statistics, JOIN_FIELD="village", STATISTICS_JOIN_FIELD="village")
    assert ran.rows("CANDIDATES", "households", "vacancy", "consent") == [
        (7, 0.25, 1.0), (2, 0.25, 1.0), (1, 0.25, 1.0), (7, 0.0, 0.0),
    ]  # fmt: skip
    assert "share a row of the statistics with others: 3" in ran.log.all
    assert "shared by 3 settlements" in ran.rows("CANDIDATES", "reasons")[0]


def test_a_key_in_several_rows_is_used_by_none():
    statistics = table(("A", 10, 10, 1, 2), ("A ", 11, 11, 1, 2), ("B", 12, 12, 1, 2))
    ran = relocate(places(place(), place(1000, village="B")), STATISTICS=statistics, JOIN_FIELD="village",
                   STATISTICS_JOIN_FIELD="village")  # fmt: skip
    assert ran.rows("CANDIDATES", "households") == [None, 12]
    assert "keys that stand in several rows, so that none of them is used: 1 (A)" in ran.log.all


def test_counts_come_from_usual_fields_or_those_chosen():
    fields = (("village", str), ("户数", int), ("mine", int), ("住宅数", int), ("空置数", int), ("同意户数", int))
    statistics = table(("A", 10, 40, 20, 5, 1), fields=fields)
    join = dict(STATISTICS=statistics, JOIN_FIELD="village", STATISTICS_JOIN_FIELD="village")
    assert one(place(), "households", "vacancy", "consent", **join) == (10, 0.25, 0.1)
    assert one(place(), "households", "consent", HOUSEHOLDS_FIELD="mine", **join) == (40, 0.025)
    # A table given speaks alone: what the settlements carry themselves is then not looked at.
    assert one(place(households=99), "households", **join) == 10


# --- ranks --------------------------------------------------------------------------------------


def queue(**parameters):
    """Protected; in danger; two alike; a hollow one; nothing the matter."""
    rows = [
        place(0, village="site", **alive(vacant=60)), place(1000, village="slide", **alive()),
        place(2000, village="half", **alive(vacant=12)), place(3000, village="half too", **alive(vacant=12)),
        place(4000, village="hollow", **alive(vacant=18)), place(5000, village="fine", **alive()),
    ]  # fmt: skip
    return relocate(
        places(*rows), PROTECTED=areas((0, 0, 10, 10)), HAZARD_AREAS=areas((1000, 0, 1010, 10)), **parameters
    )


def test_danger_comes_first_then_the_score_and_what_is_protected_stands_in_no_queue():
    assert queue().rows("CANDIDATES", "village", "rank") == [
        ("site", None), ("slide", 1), ("half", 3), ("half too", 3), ("hollow", 2), ("fine", 5),
    ]  # fmt: skip


def test_the_range_of_ranks_is_the_same_every_time_and_can_be_left_out():
    fields = ("rank", "rank_low", "rank_high")
    first = queue().rows("CANDIDATES", *fields)
    assert queue().rows("CANDIDATES", *fields) == first
    assert all(low <= rank <= high for rank, low, high in first if rank)
    assert first[0] == (None, None, None)
    without = queue(ROBUSTNESS_RUNS=0).rows("CANDIDATES", *fields)
    assert without == [(rank, None, None) for rank, _, _ in first]


def test_a_rank_that_hangs_on_the_weights_has_a_range(tmp_path):
    """Equal weights: vacancy against remoteness can go either way; four to one it cannot."""
    rows = [place(0, **alive(vacant=60)), place(20_000, 0, **alive())]
    inputs = dict(SERVICES=points((200, 0)))

    def ranges(weights):
        return judged(places(*rows), "rank", "rank_low", "rank_high", WEIGHTS=weights, **inputs)

    assert ranges("vacancy=0.5;access=0.5") == [(1, 1, 2), (1, 1, 2)]
    assert ranges("vacancy=0.8;access=0.2") == [(1, 1, 1), (2, 2, 2)]


# --- weighting ----------------------------------------------------------------------------------


def weights_of(ran):
    return json.loads(ran.rows("CANDIDATES", "rule")[0])["weights"]


def test_the_matrix_as_given_means_the_weights_as_given():
    given, matrix = queue(), queue(WEIGHTING=1)
    assert weights_of(matrix) == pytest.approx(weights_of(given), abs=1e-6)
    assert matrix.rows("CANDIDATES", "score") == pytest.approx(given.rows("CANDIDATES", "score"), abs=1e-3)


def test_a_matrix_of_ratios_gives_them():
    wanted = np.array([4, 2, 2, 1, 1]) / 10
    cells = [f"{a * 10:g}/{b * 10:g}" for a in wanted for b in wanted]
    ran = queue(WEIGHTING=1, AHP_MATRIX=cells)
    assert weights_of(ran) == pytest.approx(dict(zip(CRITERIA, wanted)), abs=1e-6)


def test_entropy_weighs_what_tells_settlements_apart():
    """Vacancy differs, scatter does not; of access and terrain nothing is known, so they keep their given weight."""
    rows = [place(1000 * k, **alive(vacant=6 * k)) for k in range(4)]
    ran = relocate(places(*rows), WEIGHTING=2)
    weights = weights_of(ran)
    assert weights == pytest.approx(
        dict(hazard=0.3, access=0.2, vacancy=0.35, scatter=0.0, terrain=0.15), abs=1e-6
    )
    assert ran.rows("CANDIDATES", "confidence") == pytest.approx([0.35] * 4)
