"""The rule table of ecological restoration: what is shipped, and refusals that name the line."""

import json

import pytest

from land_consolidation.algorithms.ecology_rules import read_rules
from land_consolidation.algorithms.errors import InvalidInput

RULE = {
    "id": "mine", "kind": "parcels", "subtype": "E4", "title": {"zh": "矿", "en": "Mine"},
    "reason": {"zh": "矿 {area}", "en": "A mine of {area} m²"}, "land": {"survey": "0602"},
}  # fmt: skip


def write(tmp_path, content):
    path = tmp_path / "rules.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8")
    return str(path)


def rules(tmp_path, *changed, **more):
    return write(tmp_path, {"rules": [{**RULE, **change} for change in changed], **more})


def test_every_kind_of_rule_is_shipped_in_every_code_system():
    shipped = read_rules().rules
    assert [rule.id for rule in shipped] == [
        "abandoned_mine", "quarry_not_in_use", "construction_in_redline", "cropland_in_channel", "river_margin",
        "pond_margin", "shelterbelt_gap", "corridor_gap"]
    assert {rule.subtype for rule in shipped} == {"E1", "E2", "E4", "E6", "E7"}
    for rule in shipped:
        assert rule.category == "E"
        for land in rule.lands():
            assert set(land.codes) == {"survey", "use2023", "use2020"}


def test_a_rule_of_ones_own_comes_behind_or_takes_the_place_of_its_like(tmp_path):
    table = read_rules(rules(tmp_path, {"id": "new"}, {"id": "pond_margin"}, without=["corridor_gap"]))
    names = [rule.id for rule in table.rules]
    assert names == ["abandoned_mine", "quarry_not_in_use", "construction_in_redline", "cropland_in_channel",
                     "river_margin", "pond_margin", "shelterbelt_gap", "new"]
    assert table.rules[5].kind == "parcels"


def test_codes_are_beginnings_and_a_minus_takes_out(tmp_path):
    own = read_rules(rules(tmp_path, {"land": {"survey": "06, -0602"}})).rules[-1]
    assert own.land.codes["survey"].matches(["0601", "0602", "0101"]).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        ({"id": "a b"}, "id", "a name of its own"),
        ({"kind": "rule"}, "kind", "“parcels”, “margin”"),
        ({"subtype": "E9"}, "subtype", "sub-type"),
        ({"title": "Mine"}, "title", "both languages"),
        ({"reason": {"zh": "{x}", "en": "y"}}, "zh", "can only name"),
        ({"reason": {"zh": "{", "en": "y"}}, "zh", "can only name"),
        ({"reason": {"zh": "{area.real}", "en": "y"}}, "zh", "can only name"),
        ({"land": {}}, "land", "codes by code system"),
        ({"land": {"survey": "9999"}}, "survey", "beginnings of codes"),
        ({"land": {"dltb": "06"}}, "dltb", "no key “dltb”"),
        ({"attributes": {"TBXHDM": "FQ"}}, "attributes", "lists of values"),
        ({"inside": "LAKE"}, "inside", "REDLINE"),
        ({"min_share": 2}, "min_share", "from 0 to 1"),
        ({"min_m2": "9"}, "min_m2", "number"),
        ({"frees_quota": "yes"}, "frees_quota", "true or false"),
        ({"distance": 9}, "distance", "no key “distance”"),
    ],
)
def test_a_mistake_is_refused_with_its_line(tmp_path, change, key, words):
    path = rules(tmp_path, change)
    with pytest.raises(InvalidInput, match="RULES_FILE") as refused:
        read_rules(path)
    with open(path, encoding="utf-8") as file:
        lines = [number for number, line in enumerate(file, 1) if f'"{key}":' in line]
    assert refused.value.values["line"] in lines
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ('{"rules": [\n{"id": "a",\n"id": "b"}]}', 3, "twice"), ("{\n nonsense", 2, "not JSON"), ("[]", 1, "braces"),
        ("{}", 1, "under “without”"), ('{"rules": 1}', 1, "square"), ('{\n"without": ["x"]}', 2, "id of a rule"),
        ('{\n"rule": []}', 2, "no key “rule”"), ('{"rules": [\n1]}', 2, "braces"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(tmp_path, content, line, words):
    with pytest.raises(InvalidInput, match=words) as refused:
        read_rules(write(tmp_path, content))
    assert refused.value.values["line"] == line


def test_a_missing_key_is_refused_where_the_rule_begins(tmp_path):
    text = json.dumps({"rules": [{key: RULE[key] for key in RULE if key != "land"}]}).replace("[{", "[\n{")
    with pytest.raises(InvalidInput, match=r"line 2 .*“land”"):
        read_rules(write(tmp_path, text))


def test_the_same_id_twice_a_missing_file_and_no_rule_left(tmp_path):
    with pytest.raises(InvalidInput, match="no other rule"):
        read_rules(rules(tmp_path, {}, {}))
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_rules(str(tmp_path / "none.json"))
    every = [rule.id for rule in read_rules().rules]
    with pytest.raises(InvalidInput, match="at least one"):
        read_rules(write(tmp_path, {"without": every}))
