"""Settlements and village relocation in a real window: chosen layers, refusal, map, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
CHOSEN = {
    "INPUT": None, "STATISTICS": "village_statistics", "DEM": "dem", "HAZARD_AREAS": "hazard_areas",
    "HAZARD_POINTS": "hazard_points", "PROTECTED": "protected_villages", "REDLINE": "STBHHX",
    "WATER_SOURCE": "water_source", "SERVICES": "services", "ROADS": "roads",
}  # fmt: skip


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "villages", "settlements", "refusal", "relocation", "report", "dark", language=request.param, timeout=180
    )


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    _, found = done
    assert found["settlements"]["chosen"] == {"INPUT": "DLTB", "VILLAGES": "natural_village_areas"}
    chosen = {**CHOSEN, "INPUT": found["settlements"]["name"]}
    assert found["refusal"]["chosen"] == chosen


def test_settlements_arrive_named_and_labelled(done):
    language, found = done
    assert found["settlements"]["count"] == 27
    assert found["settlements"]["title"] == in_language("Settlements", language)
    assert found["settlements"]["labels"]
    assert in_language("Settlements – {layer}", language).format(layer="DLTB") in found["settlements"]["groups"]


def test_unknown_criteria_are_refused_in_words(done):
    language, found = done
    start = in_language(
        "{parameter}: “{entry}” names no criterion. Write name=weight for {names}, separated by semicolons.", language
    ).split("{names}")[0].format(parameter="WEIGHTS", entry="danger=1")
    assert any(start in text for text in found["refusal"]["said"])


def test_candidates_arrive_with_a_legend_of_dispositions(done):
    language, found = done
    candidates = found["relocation"]
    assert candidates["count"] == 27
    assert candidates["labels"]
    legend = ["Relocate and merge", "Bring back into use", "Retain", "A person decides"]
    assert candidates["legend"][:4] == [in_language(text, language) for text in legend]
    assert candidates["legend"][4] == in_language("Confidence below {limit}", language).format(limit="0.6")
    assert candidates["aliases"]["reasons"] == in_language("Reasons", language)


def test_the_report_speaks_the_language(done):
    language, found = done
    for text in ("How it was decided", "Weights", "First candidates", "By village", "Parameters"):
        assert in_language(text, language) in found["report"]
    assert "石门坎" in found["report"]
