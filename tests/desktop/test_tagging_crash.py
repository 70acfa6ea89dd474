"""Unsaved tags survive a kill: offered, shown, and restored exactly."""

import pytest


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def back(request, desktop, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"killed-{request.param}-")
    assert desktop("tagging_crash", "tag_and_die", language=request.param, folder=folder, dies=True) == {}
    found = desktop("tagging_crash", "come_back", language=request.param, folder=folder)["come_back"]
    return found, desktop("tagging_crash", "nothing_left", language=request.param, folder=folder)["nothing_left"]


def test_a_killed_session_is_offered_and_restored_exactly(back):
    found, _ = back
    assert found["offered"]
    assert found["differed"] > 40, "the kill lost nothing, so nothing is proved"
    assert found["wrong"] == []
    assert found["noted"] == 30
    assert found["steps"] == 1
    assert found["figures_agree"]


def test_what_was_restored_is_saved_and_the_journal_goes(back):
    found, later = back
    assert found["stored_wrong"] == []
    assert found["journals"] == 0
    assert not found["gone"]
    assert not later["offered"]
