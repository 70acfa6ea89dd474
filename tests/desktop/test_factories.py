"""Inefficient industry in a real window: chosen layers, refusal, map, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
DISPOSALS = ("Clear and reclaim", "Move to a park and reclaim", "Upgrade within limits", "Keep, boundary review",
             "Convert", "A person decides", "No candidate")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "factories", "refusal", "industry", "report", "dark", language=request.param, timeout=180
    )


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    language, found = done
    chosen = dict(found["refusal"]["chosen"])
    assert chosen.pop("BLOCKS") == in_language("Farmland blocks", language)
    assert chosen == {
        "INPUT": "DLTB", "BOUNDARY": "CZKFBJ", "ENTERPRISES": "enterprises", "BUILDINGS": "buildings",
        "REDLINE": "STBHHX", "BASIC_FARMLAND": "YJJBNTBHTB", "WATER_SOURCE": "water_source", "HERITAGE": "heritage",
    }  # fmt: skip


def test_a_mean_tax_of_nothing_is_refused_in_words(done):
    language, found = done
    start = in_language(
        "TAX_MEAN: the county's mean tax per mu is {value}. Give a number above 0, or leave it empty to take the mean "
        "of the enterprises.", language
    ).format(value="0")
    assert any(start in text for text in found["refusal"]["said"])


def test_factories_arrive_with_a_legend_of_disposals(done):
    language, found = done
    factories = found["industry"]
    assert factories["title"] == in_language("Industrial parcels", language)
    assert factories["legend"] == [in_language(text, language) for text in DISPOSALS]
    assert factories["aliases"]["outside_mu"] == in_language("Outside the boundary [mu]", language)


def test_the_report_speaks_the_language(done):
    language, found = done
    for text in ("How it was decided", "By disposal", "Evidence", "First candidates", "By group", "Parameters"):
        assert in_language(text, language) in found["report"]
