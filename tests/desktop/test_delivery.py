"""Plan codes, structure table and delivery in a real window, in both languages."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
PLACE = "330723199000澄溪镇_TDZZ"


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "delivery", "codes", "codes_report", "structure", "refusal", "export", "export_report", "dark",
        language=request.param, timeout=240,
    )


def test_plan_codes_arrive_with_a_legend_of_what_needs_a_person(done):
    language, found = done
    assert found["codes"]["chosen"]["REDLINE"] == "STBHHX"
    assert found["codes"]["chosen"]["BASIC_FARMLAND"] == "YJJBNTBHTB"
    assert found["codes"]["legend"] == [
        in_language(text, language) for text in ("Needs a person", "Changed", "Stays as it is")]
    assert found["codes"]["aliases"]["plan_code"] == in_language("Planned code", language)


def test_reports_speak_the_language(done):
    language, found = done
    assert in_language("What needs a person", language) in found["codes_report"]
    assert in_language("All villages", language) in found["structure"]
    assert in_language("Layers and tables", language) in found["export_report"]


def test_a_village_code_that_is_none_is_refused_in_words(done):
    language, found = done
    start = in_language(
        "VILLAGE_CODE: “{code}” is no code of a village. Give its 12 digits, for a township its 9 and 000.", language
    ).format(code="3307")
    assert any(start in text for text in found["refusal"]["said"])


def test_the_delivery_opens_again_with_its_layers_and_workbook(done):
    _, found = done
    delivered = found["export"]
    assert {f"{PLACE}.gpkg", f"{PLACE}.xlsx"} <= set(delivered["files"])
    assert delivered["valid"]
    for name in ("TDZZ_DK", "TDZZ_XM", "TDZZ_FK", "TDZZ_XZGD"):
        assert delivered["layers"][name] > 0, name
