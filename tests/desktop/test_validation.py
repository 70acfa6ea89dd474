"""The validation in a real window, in both languages: dialog, map, report, and its faults in the review list."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "validation", "validate", "report", "review", language=request.param, timeout=240)


def test_faults_arrive_with_a_legend_of_severities(done):
    language, found = done
    assert found["validate"]["legend"] == [in_language(text, language) for text in ("Error", "Warning", "Notice")]
    assert found["validate"]["aliases"]["severity"] == in_language("Severity", language)


def test_the_report_speaks_the_language(done):
    language, found = done
    assert in_language("Allowed difference of areas", language) in found["report"]


def test_a_fault_is_zoomed_to(done):
    _, found = done
    assert found["review"]["seen"]
    assert found["review"]["wide"] > 2


def test_faults_are_fixed_or_ignored_and_leave_the_list(done):
    language, found = done
    before = found["review"]["before"]
    assert len(before) > 2
    count = in_language("Faults of the delivery: {count}.", language).format(count=len(before))
    assert count in found["review"]["status"]
    assert found["review"]["fixed"] == before[1:]
    assert found["review"]["ignored"] == before[2:]
