"""What pieces are and how much of everything there is, counted by hand."""

import numpy as np
import pandas as pd
import pytest

from land_consolidation.algorithms.multifield import LAYERS, Overlay, built_shares, summarise

PIECES = (
    # parcel, area, layers
    (0, 100.0, "basic_farmland high_standard"), (0, 50.0, "basic_farmland"), (1, 30.0, "basic_farmland plan"),
    (1, 20.0, "high_standard grain_zone"), (2, 7.0, "restorable"), (2, 3.0, ""),
)
STATES = ["built", "open", "planned", "outside", "other", "none"]


def overlay(missing=()):
    member = {
        layer: None if layer in missing else np.array([layer in names.split() for _, _, names in PIECES])
        for layer in LAYERS
    }
    return Overlay(np.array([row for row, *_ in PIECES]), np.array([area for _, area, _ in PIECES]), member)


def figures(table, group=""):
    return {(row.kind, row.item): (row.area, row.share) for row in table.itertuples() if row.group == group}


def test_pieces_are_named_for_what_they_are():
    found = overlay()
    assert found.state().tolist() == STATES
    assert found.count().tolist() == [2, 1, 1, 2, 1, 0], "the plan does not count"
    assert found.combination()[3] == "high_standard;grain_zone"
    assert found.basic_not_high().tolist() == [False, True, True, False, False, False]
    assert found.high_not_basic().tolist() == [False, False, False, True, False, False]


def test_shares_before_and_after_the_plan():
    assert built_shares(overlay()) == pytest.approx((100 / 180, 130 / 180))


def test_what_is_not_known_is_no_zero():
    before, after = built_shares(overlay(missing=("plan",)))
    assert before == pytest.approx(100 / 180) and np.isnan(after)
    assert np.isnan(built_shares(overlay(missing=("high_standard",)))).all()
    found = overlay(missing=("high_standard",))
    assert not found.basic_not_high().any()
    assert set(found.state().tolist()) == {"other", "none"}
    table = figures(summarise(found, ["", "", ""]))
    assert not {kind for kind, _ in table} & {"difference", "built"}
    assert ("layer", "high_standard") not in table


def test_the_summary_adds_up():
    table = figures(summarise(overlay(), ["", "", ""]))
    assert table["layer", "basic_farmland"] == (180, pytest.approx(180 / 210))
    assert table["difference", "basic_not_high"] == (80, pytest.approx(80 / 180))
    assert table["difference", "high_not_basic"] == (20, pytest.approx(20 / 120))
    assert [table["built", item][0] for item in ("before", "planned", "after", "open")] == [100, 30, 130, 50]
    for kind in ("count", "combination"):
        assert sum(area for (of, _), (area, _) in table.items() if of == kind) == 210


def test_groups_are_those_of_their_parcels():
    table = summarise(overlay(), ["east", "west", "east"])
    assert figures(table, "east")["layer", "basic_farmland"][0] == 150
    assert figures(table, "west")["layer", "basic_farmland"][0] == 30
    assert figures(table, "west")["built", "before"] == (0, 0)
    every = table.groupby(["kind", "item"])["area"].sum()
    once = summarise(overlay(), ["", "", ""]).groupby(["kind", "item"])["area"].sum()
    pd.testing.assert_series_equal(every, once)
