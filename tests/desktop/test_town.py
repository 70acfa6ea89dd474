"""Inefficient urban land and special places in a real window: chosen layers, refusal, maps, reports."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
STATUSES = ("Candidate", "Historic district, protect", "No candidate")
KINDS = ("Contiguous redevelopment", "Organic renewal", "Historic district, protect")
GROUNDS = ("Historic village", "High-altitude village, alive", "Culture, tourism and wellness",
           "Other distinctive village, scenic", "High, whether alive is unknown", "No special place")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "town", "settlements", "relocation", "refusal", "urban", "urban_report", "special", "special_report", "dark",
        language=request.param, timeout=300,
    )


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    language, found = done
    assert found["refusal"]["chosen"] == {
        "INPUT": "DLTB", "BOUNDARY": "CZKFBJ", "BUILDINGS": "buildings", "HAZARDS": "hazard_areas",
        "HISTORIC": "heritage",
    }  # fmt: skip
    assert found["special"]["chosen"] == {
        "INPUT": in_language("Settlements", language), "STATISTICS": "village_statistics", "DEM": "dem",
        "PROTECTED": "protected_villages", "HERITAGE": "heritage", "TOURISM": "tourism",
        "CANDIDATES": in_language("Relocation candidates", language),
    }  # fmt: skip


def test_a_missing_code_system_is_refused_in_words(done):
    language, found = done
    start = in_language(
        "CODE_SYSTEM: choose the code system of the field {field}: 0 land survey, 1 land and sea use 2023, "
        "2 its 2020 trial version.", language).format(field="DLBM")
    assert any(start in text for text in found["refusal"]["said"])


def test_layers_arrive_with_legends(done):
    language, found = done
    for layer, title, legend in (
        (found["urban"]["parcels"], "Built land inside the boundary", STATUSES),
        (found["urban"]["areas"], "Redevelopment areas", KINDS),
        (found["special"]["places"], "Special places", GROUNDS),
    ):
        assert layer["title"] == in_language(title, language)
        assert layer["legend"] == [in_language(text, language) for text in legend]
        assert layer["aliases"]["reasons"] == in_language("Reasons", language)


def test_the_reports_speak_the_language(done):
    language, found = done
    for text in ("How it was decided", "By kind of area", "Evidence", "Redevelopment areas", "First candidates",
                 "Parameters"):  # fmt: skip
        assert in_language(text, language) in found["urban_report"]
    for text in ("By sub-type", "Special places", "Contests with village relocation", "Parameters"):
        assert in_language(text, language) in found["special_report"]
