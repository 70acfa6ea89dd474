"""The dock's start page in a real window: nothing known, layers found, a tool opened filled in."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop("start_page", "opened", "found", "tool", language=request.param)


def test_a_project_nothing_is_known_of_opens_on_the_start_page(done):
    language, found = done
    opened = found["opened"]
    assert opened["page"] == in_language("Start", language)
    assert opened["told"] == in_language("Add your layers to the project, or open the sample township.", language)
    assert not opened["tools"]["farmlandcontiguity"]
    needs = in_language("Needs {what}", language).partition("{")[0]
    assert opened["needs"]["farmlandcontiguity"].startswith(needs)


def test_layers_are_found_and_tools_become_ready(done):
    found = done[1]["found"]
    for name in ("farmlandcontiguity", "settlements", "inefficientindustry", "preparetags", "screentownship"):
        assert found["tools"][name], found["needs"][name]
    assert not found["tools"]["villagerelocation"]
    assert in_language("Settlements from homesteads", done[0]) in found["needs"]["villagerelocation"]
    assert found["told"] == in_language(
        "Layers found: {count}. Look below whether they are right.", done[0]).format(count=20)


def test_a_tool_opens_filled_in_and_a_layer_can_be_taken_away(done):
    found = done[1]["tool"]
    assert found["input"] == "DLTB"
    assert found["before"] == "STBHHX"
    assert not found["after"]["tools"]["screentownship"]
