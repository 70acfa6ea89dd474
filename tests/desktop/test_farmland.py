"""Farmland contiguity in a real window: toolbar, dialog, refusal, layers, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop("farmland", "refusal", "run", "report", language=request.param)


def test_the_dialog_opens_with_the_usual_code_field_chosen(done):
    assert done[1]["refusal"]["code_field"] == "DLBM"


def test_a_missing_code_system_is_refused_in_words(done):
    language, found = done
    assert any("CODE_SYSTEM" in text for text in found["refusal"]["said"])
    start = in_language(
        "CODE_SYSTEM: choose the code system of the field {field}: 0 land survey, 1 land and sea use 2023, 2 its 2020 "
        "trial version.", language
    ).split("{")[0]
    assert any(start.split("：")[-1][:4] in text for text in found["refusal"]["said"])


def test_layers_arrive_grouped_named_and_styled(done):
    language, found = done
    titles = [in_language(text, language) for text in ("Farmland parcels", "Farmland blocks", "Sensitivity to the gap")]
    group = in_language("Farmland contiguity – {layer}", language).format(layer="DLTB")
    assert sorted(found["run"]["groups"][group]) == sorted(titles)
    for layer in found["run"]["layers"]:
        assert layer["title"] == layer["name"]
        assert layer["count"] > 0
        assert layer["aliases"]
        assert len(layer["history"]) > 5
        if layer["name"] != titles[2]:
            assert layer["renderer"] == "categorizedSymbol"
            assert len(layer["legend"]) == 4


def test_the_report_speaks_the_language(done):
    language, found = done
    for text in ("Blocks by class", "Sensitivity to the gap", "Landscape metrics", "Parameters"):
        assert in_language(text, language) in found["report"]
