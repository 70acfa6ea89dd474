"""Tag fields, sources, times and the rule's JSON."""

import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms import tags

TEXTS = st.one_of(st.text(max_size=40), st.text("土地综合整治农村", max_size=60))
VALUES = st.one_of(TEXTS, st.integers(), st.booleans(), st.none(), st.lists(TEXTS, max_size=4))
RULES = st.dictionaries(st.one_of(st.sampled_from(["rule", "cut", "表达式"]), st.text(max_size=8)), VALUES, max_size=6)


# --- fields -------------------------------------------------------------------------------------


def test_the_fields_are_these():
    """Public: models, styles and tables rest on the names, and shapefiles on their shortness."""
    assert tags.FIELDS == (
        "zz_cat", "zz_sub", "zz_disp", "zz_stage", "zz_proj", "zz_plan", "zz_note", "zz_source", "zz_rule", "zz_time",
    )  # fmt: skip
    assert tags.FIELDS[:7] == tags.DECISION
    assert set(tags.LENGTHS) == set(tags.FIELDS)
    assert all(name.isascii() and name.islower() and len(name) <= 10 for name in tags.FIELDS)
    assert all(0 <= length <= 254 for length in tags.LENGTHS.values())


# --- who said so --------------------------------------------------------------------------------


@given(st.text(min_size=1))
def test_a_rule_is_known_by_its_source(name):
    assert tags.rule_of(tags.by_rule(name)) == name
    assert not tags.is_persons("A", tags.by_rule(name))
    assert not tags.is_persons("", tags.by_rule(name))


@pytest.mark.parametrize("source", ["", None, tags.PERSON, "rule", "Rule:x", " rule:x", "张三"])
def test_other_sources_name_no_rule(source):
    assert tags.rule_of(source) == ""


@pytest.mark.parametrize(
    ("category", "source", "persons"),
    [
        ("A", tags.PERSON, True),
        ("", tags.PERSON, True),  # decided against what a rule said
        (None, tags.PERSON, True),
        ("A", "", True),  # typed into the table: nobody's name on it, but no rule's either
        ("A", None, True),
        ("A", "张三", True),
        ("", "", False),
        (None, None, False),
        ("A", "rule:relocation", False),
        ("", "rule:relocation", False),
    ],
)
def test_whose_parcel_it_is(category, source, persons):
    assert tags.is_persons(category, source) is persons


def test_time_is_now_with_its_zone():
    before = datetime.now().astimezone().replace(microsecond=0)
    text = tags.now()
    said = datetime.fromisoformat(text)
    assert said.utcoffset() == before.utcoffset()
    assert before <= said <= datetime.now().astimezone()
    assert said.microsecond == 0
    assert said - before < timedelta(minutes=1)
    assert len(text) <= tags.LENGTHS[tags.TIME]


# --- the rule's JSON ----------------------------------------------------------------------------


@given(RULES)
def test_a_rule_of_any_length_is_kept_whole(rule):
    text = tags.compact(rule)
    assert json.loads(text) == rule
    assert list(json.loads(text)) == list(rule)
    assert tags.compact(rule, len(text.encode())) == text


@given(RULES, st.integers(2, 300))
def test_a_rule_cut_short_is_json_within_its_bytes(rule, length):
    text = tags.compact(rule, length)
    assert len(text.encode()) <= length
    kept = json.loads(text)
    if tags.compact(rule) == text:
        return
    assert not kept or kept.pop("cut") is True
    assert kept.items() <= rule.items()


@given(RULES, st.integers(2, 300))
def test_no_more_of_a_rule_is_left_out_than_must_be(rule, length):
    """Against the definition read slowly: leave out the longest, the name last, until it fits."""
    left = dict(rule)
    text = json.dumps(left, ensure_ascii=False, separators=(",", ":"))
    while len(text.encode("utf-8")) > length and left:
        others = [name for name in left if name != "rule"] or ["rule"]
        sizes = [len(json.dumps(left[name], ensure_ascii=False, separators=(",", ":")).encode()) for name in others]
        # Of two as long, the later.
        del left[max(zip(sizes, range(len(others)), others, strict=True))[2]]
        text = json.dumps({**left, "cut": True}, ensure_ascii=False, separators=(",", ":"))
    assert tags.compact(rule, length) == (text if len(text.encode("utf-8")) <= length else "{}")


def test_the_name_stays_and_the_longest_goes():
    rule = {"rule": "搬迁" * 20, "slope": 25, "expression": "坡度大于二十五度" * 12, "gap": 20}
    assert json.loads(tags.compact(rule, 254)) == {"rule": "搬迁" * 20, "slope": 25, "gap": 20, "cut": True}
    assert json.loads(tags.compact(rule, 160)) == {"rule": "搬迁" * 20, "slope": 25, "cut": True}
    assert json.loads(tags.compact(rule, 40)) == {"cut": True}
    assert len(rule) == 4


def test_bytes_count_and_not_letters():
    rule = {"letters": "x" * 100, "chinese": "整治" * 30}  # 100 bytes in 100 letters, 180 bytes in 60
    assert json.loads(tags.compact(rule, 254)) == {"letters": "x" * 100, "cut": True}


def test_a_lone_parameter_too_long_goes_as_well():
    assert tags.compact({"expression": "x" * 300}, 254) == '{"cut":true}'
    assert tags.compact({"rule": "x" * 300}, 254) == '{"cut":true}'
    assert tags.compact({"rule": "x" * 300}, 11) == "{}"
