"""What may be typed after scripts/demo."""

import pytest
from demo_arguments import Mistake, checked, parse, system_language

KNOWN = ("INPUT", "CODE_FIELD", "MAX_GAP", "BLOCKS")
WRITTEN = ("INPUT", "BLOCKS")


def test_nothing_asks_for_the_sample():
    request = parse([], {"LANG": "en_GB.UTF-8"})
    assert (request.layer, request.parameters, request.help, request.language) == ("", {}, False, "en")


@pytest.mark.parametrize(
    "words",
    [
        ["land.gpkg|layername=DLTB", "--CODE_FIELD", "DLBM", "--MAX_GAP", "30"],
        ["--code-field", "DLBM", "land.gpkg|layername=DLTB", "--max_gap=30"],
        ["--Code-Field=DLBM", "--max-gap", "30", "land.gpkg|layername=DLTB"],
    ],
)
def test_a_layer_and_parameters_by_name(words):
    request = parse(words)
    assert request.layer == "land.gpkg|layername=DLTB"
    assert request.parameters == {"CODE_FIELD": "DLBM", "MAX_GAP": "30"}


def test_a_value_may_begin_with_a_dash_and_hold_an_equals_sign():
    assert parse(["--max-gap", "-5"]).parameters == {"MAX_GAP": "-5"}
    assert parse(["--farmland=\"DLBM\"='0101'"]).parameters == {"FARMLAND": "\"DLBM\"='0101'"}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "C"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_systems(environment, language):
    assert system_language(environment) == language


def test_unless_another_is_asked_for():
    assert parse(["--lang", "zh"], {"LANG": "en"}).language == "zh"
    assert parse(["--lang=en"], {"LANG": "zh_CN"}).language == "en"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--max-gap"], "--max-gap needs a value"),
        (["--lang", "fr"], "--lang is zh or en, not fr"),
        (["one.gpkg", "two.gpkg"], "Give one layer: one.gpkg and two.gpkg are two"),
    ],
)
def test_a_mistake_is_explained(words, sentence):
    with pytest.raises(Mistake, match=sentence):
        parse(words)


def test_unknown_parameters_are_refused_with_the_choice():
    assert checked({"MAX_GAP": "30"}, KNOWN, WRITTEN) == {"MAX_GAP": "30"}
    with pytest.raises(Mistake, match=r"no parameter GAP\. These exist: CODE_FIELD, MAX_GAP\."):
        checked({"GAP": "30"}, KNOWN, WRITTEN)
    with pytest.raises(Mistake, match="BLOCKS is set by the demo itself"):
        checked({"BLOCKS": "x.gpkg"}, KNOWN, WRITTEN)
