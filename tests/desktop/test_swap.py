"""The forest-cropland swap in a real window: chosen layers, map, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop("swap", "swap", "report", language=request.param, timeout=240)


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    _, found = done
    assert found["swap"]["chosen"] == {"INPUT": "DLTB", "BASIC_FARMLAND": "YJJBNTBHTB", "REDLINE": "STBHHX"}


def test_parcels_arrive_with_a_legend_of_changes(done):
    language, found = done
    layer = found["swap"]
    assert layer["title"] == in_language("Parcels that change", language)
    assert layer["legend"] == [
        in_language(text, language)
        for text in ("Cropland that becomes forest", "Forest or orchard that becomes cropland")]
    assert layer["aliases"]["gain"] == in_language("Gain [m²]", language)


def test_the_report_speaks_the_language(done):
    language, found = done
    for text in ("Before and after", "What changes", "How it was chosen", "Parcels that gain most", "By group"):
        assert in_language(text, language) in found["report"]
