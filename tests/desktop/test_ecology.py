"""Ecological restoration in a real window: chosen layers, legends, report."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop, tmp_path_factory):
    sample = tmp_path_factory.mktemp("sample")
    return request.param, desktop(
        "ecology", "restoration", "report", language=request.param, timeout=180, SAMPLE_FOLDER=str(sample)
    )


def test_the_layers_that_the_sample_marks_are_chosen_already(done):
    language, found = done
    assert found["restoration"]["chosen"] == {
        "INPUT": "DLTB", "REDLINE": "STBHHX", "BLOCKS": in_language("Farmland blocks", language), "ROADS": "roads",
    }  # fmt: skip


def test_parcels_and_lines_arrive_each_with_its_legend(done):
    language, found = done
    parcels, links = found["restoration"]["parcels"], found["restoration"]["links"]
    assert parcels["title"] == in_language("Parcels to restore", language)
    assert [text.split()[0] for text in parcels["legend"]] == ["E2", "E4", "E7"]
    assert [text.split()[0] for text in links["legend"]] == ["E1", "E6"]
    assert links["aliases"]["length_m"] == in_language("Length [m]", language)


def test_the_report_speaks_the_language(done):
    language, found = done
    for text in ("By rule", "Not looked for", "Largest parcels", "Longest lines", "Parameters"):
        assert in_language(text, language) in found["report"]
