"""QGIS starts with the plugin: it is there, in the person's language, and goes without a trace."""

import os
import signal
import subprocess
import time

import plugin_package
import pytest
import translate
from screen import screen

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    """An English text of the plugin as a person of this language should read it."""
    return text if language == "en" else CHINESE[text]


def test_the_translations_are_chinese():
    assert "地" in CHINESE["Land consolidation"]


@pytest.fixture(scope="module", params=["en", "zh-Hans", "zh_CN"])
def started(request, desktop):
    found = desktop("start", "added", "three_times", language=request.param)
    return request.param, found["added"], found["three_times"]


def test_the_window_speaks_the_chosen_language(started):
    language, added, _ = started
    assert added["language"] == language


def test_menu_toolbar_and_provider_are_there(started):
    language, added, _ = started
    assert added["enabled"]
    assert added["menu_is_listed"]
    assert added["toolbar_shown"]
    assert added["menu"] == added["toolbar"] == added["provider"] == in_language("Land consolidation", language)


def test_there_is_an_action_with_an_icon_for_each_tool(started):
    language, added, _ = started
    assert in_language("Farmland contiguity", language) in added["algorithms"]
    for place in ("menu_actions", "toolbar_actions"):
        texts = [action["text"].rstrip("…") for action in added[place]]
        assert texts == [in_language("5+X tagging", language), *added["in_order"]]
        assert all(action["has_icon"] and action["enabled"] for action in added[place])
    assert sorted(added["in_order"]) == sorted(added["algorithms"])


def test_loading_and_unloading_three_times_leaves_nothing(started):
    _, _, times = started
    first, *later = times["without"]
    assert "landconsolidation" not in first["providers"]
    assert first["translation"] == "Farmland contiguity"
    assert not [name for kind in first.values() if isinstance(kind, list) for name in kind if "landConsol" in str(name)]
    for state in later:
        assert state == first


def test_loading_again_brings_it_back(started):
    language, _, times = started
    for state in times["with"]:
        assert "landconsolidation" in state["providers"]
        assert "landConsolidationToolbar" in state["QToolBar"]
        assert state["translation"] == in_language("Farmland contiguity", language)
        assert state == times["with"][0]


def test_shapely_and_qgis_go_by_the_same_geos(desktop):
    """Inside qgis, shapely's calls end in QGIS's GEOS; made for another version it fails or crashes."""
    found = desktop("start", "geos")["geos"]
    assert found["shapely"] == found["qgis"]
    assert found["round_trip"] == 1


def window_titles(environment):
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "QGIS$", "getwindowname", "%@"],
        env=environment, capture_output=True, text=True, timeout=10, check=False,
    )  # fmt: skip
    return found.stdout


@pytest.mark.parametrize(("locale", "title"), [("C.UTF-8", "Sample township"), ("zh_CN.UTF-8", "示例乡镇")])
def test_scripts_qgis_opens_the_sample_in_the_systems_language(locale, title):
    with screen() as display:
        environment = {**os.environ, "LC_ALL": locale, "DISPLAY": display}
        del environment["QT_QPA_PLATFORM"]
        with subprocess.Popen(
            [plugin_package.ROOT / "scripts" / "qgis"],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        ) as process:  # fmt: skip
            try:
                deadline = time.monotonic() + 60
                while title not in (titles := window_titles(environment)) and time.monotonic() < deadline:
                    time.sleep(0.1)
            finally:
                os.killpg(process.pid, signal.SIGTERM)
    assert title in titles
