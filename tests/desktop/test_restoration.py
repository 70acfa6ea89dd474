"""Restoring cropland in a real window: chosen layers, map, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
TIERS = ("1 · Restorable at once, in high-standard farmland", "2 · Restorable by works, in high-standard farmland",
         "3 · Restorable at once, touching a large block", "4 · Other, restorable at once",
         "5 · Other, restorable by works", "6 · K class, convertible back to cropland", "Left out")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop("restoration", "restoration", "report", language=request.param, timeout=180)


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    language, found = done
    chosen = dict(found["restoration"]["chosen"])
    assert chosen.pop("BLOCKS") == in_language("Farmland blocks", language)
    assert chosen == {
        "INPUT": "DLTB", "HIGH_STANDARD": "high_standard_farmland", "BASIC_FARMLAND": "YJJBNTBHTB",
        "REDLINE": "STBHHX", "DEM": "dem",
    }  # fmt: skip


def test_parcels_arrive_with_a_legend_of_tiers(done):
    language, found = done
    parcels = found["restoration"]
    assert parcels["title"] == in_language("Restorable parcels", language)
    assert parcels["legend"] == [in_language(text, language) for text in TIERS]
    assert parcels["aliases"]["cumulative_mu"] == in_language("Up to here [mu]", language)
