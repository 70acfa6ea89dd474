"""The tagging dock in a real window, used with mouse and keys as a planner would."""

import plugin_package
import pytest
import translate

CHINESE = translate.read_translations(plugin_package.ROOT / "i18n" / "land_consolidation_zh_CN.ts")
REASON = "kept by the village"


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "tagging", "opened", "prepare", "select_and_tag", "paint", "pick", "ledger", "suggest", "check", "normal",
        "dark", "save", language=request.param, timeout=240,
    )


def words(language, english):
    """What QGIS shows for an English text in the language of the run."""
    return CHINESE[english] if language.startswith("zh") else english


def test_an_empty_dock_says_what_to_do_first(done):
    language, results = done
    opened = results["opened"]
    assert opened["empty"] == words(language, "Choose the parcels to tag.")
    assert opened["prepare"], "nothing offers to add the tag fields"
    assert opened["why"].startswith(words(language, "Prepare the layer first"))


def test_one_button_prepares_the_layer(done):
    _, results = done
    prepared = results["prepare"]
    assert prepared["fields"] == ["zz_cat", "zz_sub", "zz_disp", "zz_stage", "zz_proj", "zz_plan", "zz_note",
                                  "zz_source", "zz_rule", "zz_time"]
    assert (prepared["renderer"], prepared["widget"]) == ("categorizedSymbol", "ValueMap")
    assert prepared["active"], "the keys would act on another layer"


def test_a_key_tags_the_selection_in_one_step(done):
    _, results = done
    tagged = results["select_and_tag"]
    assert tagged["selected"] > 10
    assert tagged["A"] == tagged["A1"] == tagged["selected"]
    assert tagged["shown"] == tagged["counted"]
    assert tagged["steps"] == 2, "the category and its sub-type are a step each"
    assert str(tagged["selected"]) in tagged["undo"]


def test_a_stroke_of_paint_is_one_step_and_is_undone_with_ctrl_z(done):
    _, results = done
    painted = results["paint"]
    (before, steps), (after, more) = painted["before"], painted["after"]
    assert after > before
    assert more == steps + 1
    assert painted["undone"] == [before, steps]
    assert painted["shown"] == painted["counted"]
    assert painted["again"] == after


def test_the_picker_takes_the_tag_in_hand(done):
    _, results = done
    assert results["pick"] == {"A": True, "subtype": "A1"}


def test_the_ledger_counts_what_the_layer_holds(done):
    _, results = done
    ledger = results["ledger"]
    counted = ledger["counted"]
    for code in "AB":
        assert int(ledger["rows"][code][0].split()[0].replace(",", "")) == counted[code]
    assert ledger["groups"] == 1 + ledger["villages"], "a line for all land, then one for each village"
    copied = [line.split("\t") for line in ledger["clipboard"] if line]
    assert len({len(line) for line in copied}) == 1, "the table is torn"
    assert {int(line[1]) for line in copied[1:] if line[0].startswith("A ")} == {counted["A"]}


def test_a_double_click_on_a_line_selects_its_parcels(done):
    _, results = done
    assert results["ledger"]["chosen"] == [["A"], results["ledger"]["counted"]["A"]]


def test_suggestions_are_accepted_in_one_step_and_rejected_with_a_reason(done):
    _, results = done
    suggested = results["suggest"]
    assert suggested["suggested"] > 1
    assert len(suggested["rejected"]) == 1
    assert REASON in suggested["rejected"][0]
    assert suggested["left"] == 0
    assert suggested["by_rule"] == 0
    assert suggested["persons"] == suggested["suggested"], "what is accepted or rejected is a person's"
    assert str(suggested["suggested"] - 1) in suggested["undo"]
    assert suggested["steps"] == 1


def test_checks_find_building_on_basic_farmland(done):
    _, results = done
    checked = results["check"]
    assert checked["new"] > 0
    assert checked["rows"] > 0
    assert str(checked["rows"]) in checked["status"]


def test_saving_stores_every_tag_and_goes_on_editing(done):
    language, results = done
    saved = results["save"]
    assert saved["stored"]
    assert not saved["modified"]
    assert saved["editable"]
    assert saved["why"].startswith(words(language, "There is nothing to save"))


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def large(request, desktop):
    return desktop("tagging", "opened", "prepare", "select_and_tag", "ledger", "large", language=request.param,
                   timeout=240, QT_SCALE_FACTOR="2")["large"]


@pytest.mark.parametrize("theme", ["normal", "dark"])
def test_every_page_fits(done, theme):
    assert done[1][theme]["hidden"] == [0, 0, 0, 0]


def test_the_dark_theme_is_dark_all_over(done):
    assert done[1]["dark"]["ground"] < 100


def test_a_screen_at_200_percent_holds_the_dock(large):
    assert large["hidden"] == [0, 0, 0, 0]
    assert large["below"] <= 0
    assert large["right"] <= 0
