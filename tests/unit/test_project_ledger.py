"""The ledger of indicators: what counts for what, and figures that add up."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms import project_ledger as pl
from land_consolidation.algorithms.systems import USE2020, USE2023
from land_consolidation.algorithms.tables import read_table


def column(*texts):
    return np.array(texts, dtype=object)


def takes(base, plan, category="", subtype="", disposition="", system=USE2023):
    """Ids of the quantities that take one parcel."""
    return {
        quantity["id"] for quantity in pl.rules()["quantities"]
        if pl.taken_by(quantity, system, *(column(text) for text in (base, plan, category, subtype, disposition)))[0]
    }


def test_what_counts_for_what():
    assert takes("0703", "0103") == {"new_cropland", "planned_cropland", "reclaimed"}
    assert takes("0703", "0301") == {"reclaimed"}
    assert takes("0301", "0103") == {"new_cropland", "planned_cropland"}
    assert takes("0301", "0703") == {"resettlement"}
    assert takes("0101", "0703") == {"resettlement", "lost_cropland"}
    assert takes("0201", "0904") == {"new_building"}
    assert takes("1001", "0703") == set(), "what is built on already takes no quota"
    assert takes("0703", "0904", disposition="revive") == {"revitalisation"}
    assert takes("0301", "16") == {"new_building"}
    assert takes("0101", "0101", "A", "A2") == {"planned_cropland", "high_standard"}
    assert takes("0101", "0301", "A", "A2") == {"lost_cropland"}
    assert takes("", "0103") == {"planned_cropland"}, "what it was is not known"
    assert takes("0101", "") == set()
    assert takes("?", "0703") == set()
    assert takes("0703", "0103", system=USE2020) == takes("0703", "0103")


def test_a_ledger_by_hand():
    """Project 0 reclaims 1 ha, builds 0.2 ha; project 1 builds 0.3 ha and reclaims nothing."""
    area = np.array([1_000_000, 200_000, 300_000])
    project = np.array([0, 0, 1])
    found = {
        "reclaimed": pl.quantity_of(area, project, 2, np.array([True, False, False])),
        "resettlement": pl.quantity_of(area, project, 2, np.array([False, True, False])),
        "new_building": pl.quantity_of(area, project, 2, np.array([False, False, True])),
    }
    reserve = pl.in_units(found["reclaimed"].exact, 20)
    assert reserve.tolist() == [300, 0]
    assert found["reclaimed"].units.tolist() == [1500, 0]
    assert found["resettlement"].units.tolist() == [300, 0]
    assert found["new_building"].parcels.tolist() == [0, 1]
    assert pl.surplus(found, reserve).tolist() == [900, -450]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 10**12), max_size=40), st.sampled_from([100.0, 20.0, 3.0, 0.5, 12.345]))
def test_projects_add_up_to_the_rounded_total(areas, percent):
    exact = np.array(areas, dtype=np.int64)
    units = pl.in_units(exact, percent)
    true = [Fraction(area * 15, 10_000) * Fraction(str(percent)) / 100 for area in areas]
    assert abs(int(units.sum()) - sum(true)) <= Fraction(1, 2)
    assert all(abs(int(unit) - share) < 1 for unit, share in zip(units, true))


def test_targets_named_are_the_citys():
    items = {row["item"] for row in read_table("policy_targets_2026")}
    ids = {quantity["id"] for quantity in pl.rules()["quantities"]}
    assert set(pl.rules()["targets"]) <= items
    assert set(pl.rules()["targets"].values()) <= ids
    assert set(pl.rules()["all_land"]) <= set(pl.rules()["targets"])
