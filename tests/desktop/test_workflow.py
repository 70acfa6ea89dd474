"""From the menu to deliveries, in a real window and in both languages."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")


def in_language(text, language):
    return text if language == "en" else CHINESE[text]


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop("workflow", "sample", "screen", "batch", language=request.param, timeout=400)


def test_the_sample_opens_from_the_menu_as_a_copy_ready_to_work_in(done):
    language, found = done
    sample = found["sample"]
    assert sample["file"].endswith("land_consolidation_sample/township.qgz")
    assert ("示例乡镇" in sample["title"]) == (language != "en")
    assert sample["broken"] == sample["outside"] == []
    assert {"parcels", "redline", "development_boundary", "basic_farmland", "tagging"} <= set(sample["roles"])
    assert sample["dock"]
    assert sample["tagging"] == in_language("Prepared parcels", language)


def test_every_layer_of_the_screening_is_chosen_by_its_role(done):
    assert done[1]["screen"]["empty"] == []


def test_results_of_the_screening_arrive_named_grouped_and_styled(done):
    language, found = done
    layers = found["screen"]["layers"]
    assert layers[in_language("Parcels with suggestions", language)] == 8752
    for title in ("Farmland blocks", "Relocation candidates", "Industrial parcels"):
        assert layers[in_language(title, language)] > 0
    assert found["screen"]["styled"] == []
    grouped = [name for names in found["screen"]["groups"].values() for name in names]
    assert set(layers) <= set(grouped)


def test_a_batch_delivers_every_village_and_names_the_one_that_fails(done):
    found = done[1]["batch"]
    assert found["deliveries"] == ["330723199201柳畈村_FJ", "330723199203枫塘沿村_FJ"]
    assert "无此村" in found["log"]
