"""The dock when its layer refuses, is changed elsewhere, or goes: nothing is lost, and every grey button says why."""

import re

import pytest


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return desktop(
        "tagging_troubles", "states", "changed_elsewhere", "two_layers", "refused", "read_only", "layer_removed",
        "project_again", "journals", language=request.param, timeout=200,
    )


def able(state):
    return {name for name, (enabled, _) in state.items() if enabled}


def test_what_can_act_can_be_pressed_and_the_rest_says_why(done):
    states = done["states"]
    assert {name: able(state) for name, state in states.items()} == {
        "nothing": set(), "unprepared": set(), "prepared": {"edit"}, "editing": {"edit", "category", "paint"},
        "changed": {"edit", "save", "discard", "undo", "category", "paint"},
    }
    assert all(tip for state in states.values() for _, tip in state.values())


def test_the_figures_follow_every_change_from_elsewhere(done):
    found = done["changed_elsewhere"]
    assert found["agree"] == [True] * 7
    assert found["same"], "fields that are not tags were touched"


def test_editing_stopped_elsewhere_stops_tagging(done):
    found = done["changed_elsewhere"]
    assert not found["editable"]
    assert not found["category"]
    assert found["hint"]


def test_two_layers_in_turn_keep_their_own_work(done):
    found = done["two_layers"]
    assert found["first_waits"]
    assert all(found[name] for name in ("second", "second_undone", "first", "first_undone"))


def test_a_shapefile_is_tagged(done):
    stored = done["two_layers"]["shapefile"]
    assert len(stored) == 3
    assert {values["zz_source"] for values in stored} == {"person"}


def test_a_refused_value_keeps_the_session_and_names_the_parcel(done):
    found = done["refused"]
    assert all(found[name] for name in ("editable", "modified", "kept", "agree"))
    assert "not this one" in found["said"]
    assert re.search(r"\d+", found["said"])[0] == "1", "one parcel was refused"
    assert found["saved_after"]


def test_a_read_only_layer_can_be_looked_at_only(done):
    assert able(done["read_only"]["protected"]) == set()
    assert done["read_only"]["hint"]


def test_a_layer_that_goes_leaves_an_empty_dock(done):
    found = done["layer_removed"]
    assert found["asked"], "QGIS did not ask what becomes of the edits"
    assert able(found["state"]) == set()
    assert found["session"]
    assert found["tool"], "the map has no tool"


def test_the_dock_opens_on_the_project_again(done):
    found = done["project_again"]
    assert found["closed"]["session"]
    assert found["layer"] == "parcels"
    assert found["group"] == "village"
    assert found["recent"]
    assert found["agree"]
    assert not found["dirty"], "opening a project changed it"


def test_nothing_waits_to_be_restored(done):
    assert done["journals"] == []
