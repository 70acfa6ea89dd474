"""The ledger of indicators and the review form of basic farmland in a real window, in both languages."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "ledgers", "ledger", "ledger_report", "adjustment", "adjustment_report", language=request.param, timeout=240,
    )


def test_the_ledger_speaks_the_language(done):
    language, found = done
    assert found["ledger"]["rows"] == 15 * 5, "three projects, land in none, and all"
    assert in_language("Indicator", language) in found["ledger"]["aliases"]
    for text in ("Surplus quota", "What becomes of the reclaimed land", "Progress towards targets"):
        assert in_language(text, language) in found["ledger_report"]


def test_the_form_speaks_the_language(done):
    language, found = done
    assert found["adjustment"]["rows"] > 50
    for text in ("Moved out and in", "Parcels", "Slope from"):
        assert in_language(text, language) in found["adjustment_report"]
