"""Land codes: how dirty ones are read, what exists, what a list of codes names."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms.codes import (
    code_table,
    describe_unknown,
    normalise,
    parse_code_list,
    read_codes,
    refuse_wrong_system,
)
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.farmland import farmland_codes
from land_consolidation.algorithms.tables import read_table

SYSTEMS = ("survey", "use2023", "use2020")


# --- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("0101", "0101"), (" 0101 ", "0101"), ("0101\t", "0101"), ("01 01", "0101"), ("０１０１", "0101"),
        ("　0101　", "0101"), (101, "0101"), (101.0, "0101"), ("101", "0101"), ("101.0", "0101"), ("0101.00", "0101"),
        (np.int64(101), "0101"), (np.float64(101), "0101"), ("1", "01"), (1, "01"), (12, "12"), (1001, "1001"),
        (201, "0201"), ("201", "0201"), ("201K", "0201K"), ("0201K", "0201K"), ("0201k", "0201K"), ("1104A", "1104A"),
        ("1107a", "1107A"), ("05H1", "05H1"), ("5h1", "05H1"), ("08H2A", "08H2A"), ("8H2A", "08H2A"),
        (None, ""), (float("nan"), ""), ("", ""), ("   ", ""), ("9999", "9999"), ("rice", "RICE"),
    ],
)  # fmt: skip
def test_a_survey_code_is_read_however_it_is_written(raw, clean):
    assert normalise(raw, code_table("survey")) == clean


@pytest.mark.parametrize(
    ("raw", "system", "clean"),
    [(101, "use2023", "0101"), (60102, "use2023", "060102"), ("60101", "use2020", "060101"), (1001, "use2023", "1001")],
)
def test_a_plan_code_gets_its_zero_back(raw, system, clean):
    assert normalise(raw, code_table(system)) == clean


@given(st.sampled_from(SYSTEMS), st.data())
def test_reading_twice_changes_nothing_and_every_code_survives_dirt(system, data):
    table = code_table(system)
    code = data.draw(st.sampled_from(sorted(table.names_zh)))
    assert normalise(code, table) == code
    assert normalise(f"  {code}\n", table) == code
    assert normalise(code.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}), table) == code
    if code.isdigit() and str(int(code)) not in table.names_zh:
        assert normalise(int(code), table) == code
        assert normalise(float(code), table) == code


def test_a_column_is_read_and_its_dirt_counted():
    codes = read_codes(["0101", 101, None, " 0103", "0199", float("nan"), "", "0199", "ABC", pd.NA, "0201K"], "survey")
    assert codes.value.tolist() == ["0101", "0101", "", "0103", "0199", "", "", "0199", "ABC", "", "0201K"]
    assert codes.unknown == {"0199": 2, "ABC": 1}
    assert codes.empty == 4
    assert describe_unknown(codes) == "0199 × 2, ABC × 1"
    assert read_codes([], "survey").value.shape == (0,)
    assert read_codes([None, None], "survey").empty == 2


def test_only_the_commonest_unknown_codes_are_listed():
    codes = read_codes([f"99{k:02d}" for k in range(8)] + ["9900"], "survey")
    assert describe_unknown(codes, most=3).startswith("9900 × 2, ")
    assert describe_unknown(codes, most=3).endswith(", …")
    assert describe_unknown(codes, most=3).count("×") == 3


# --- validity -----------------------------------------------------------------------------------


def test_a_suffix_belongs_to_its_parent():
    table = code_table("survey")
    assert table.known("0201K") == "0201K" or table.known("0201K") == "0201"
    assert table.known("0101Z") == "0101"
    assert table.known("05H1Q") == "05H1"
    for wrong in ("0199", "0199K", "01011", "", "K", "0101k"):
        assert table.known(wrong) == "", wrong
    assert table.name("0101", chinese=True) == "水田"
    assert table.name("0101Z", chinese=False) == table.name("0101", chinese=False) != "水田"
    assert table.name("9999", chinese=True) == ""


def test_values_of_czcsxm_are_no_classes():
    """201–205 stand in the survey's table as town attributes; a 201 in DLBM is 0201 less its zero."""
    table = code_table("survey")
    for value in ("201", "202", "203", "204", "205", "201A", "202A", "203A"):
        assert value not in table
    assert normalise(203, table) == "0203"


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_table_is_whole(system):
    table = code_table(system)
    assert len(table.names_zh) > 50
    for code, name in table.names_zh.items():
        assert re.fullmatch(r"\d{2}(\d{2}|H\d)?(\d{2})?[A-Z]*", code), code
        assert name, code
        assert table.name(code, chinese=False), code
        parent = table.parents[code]
        assert parent == "" or parent in table, f"{code} has the parent {parent}"
        assert parent != code


def test_the_three_systems_disagree_where_the_domain_says():
    assert "工业" in code_table("survey").name("0601", chinese=True)
    assert "道路" in code_table("use2023").name("0601", chinese=True)
    assert code_table("survey").name("1001", chinese=True).startswith("铁路")
    assert "工业" in code_table("use2023").name("1001", chinese=True)
    for row in read_table("code_collisions"):
        survey, plan = (code_table(system).name(row["code"], chinese=True) for system in ("survey", "use2023"))
        assert survey == row["sandiao_meaning"]
        assert plan == row["yongdi_2023_meaning"]


def test_crosswalks_lead_to_codes_that_exist():
    survey, plan, trial = (code_table(system) for system in SYSTEMS)
    for row in read_table("crosswalk_survey_to_use"):
        assert row["sandiao_code"] in survey, row
        assert row["default_use_code_2023"] in plan, row
    for row in read_table("land_use_codes_2020_to_2023"):
        assert row["code_2020_trial"] in trial, row
        assert row["code_2023"] in plan, row


# --- the wrong system ---------------------------------------------------------------------------


def mixed(good, bad, known="0101", unknown="9901"):
    return read_codes([known] * good + [unknown] * bad, "survey")


def test_five_percent_is_the_limit():
    refuse_wrong_system(mixed(95, 5))
    with pytest.raises(InvalidInput, match=r"CODE_FIELD: 5\.8 % .*9901 × 6.*Choose the field"):
        refuse_wrong_system(mixed(97, 6))
    with pytest.raises(InvalidInput, match=r"CODE_FIELD: 100\.0 %"):
        refuse_wrong_system(mixed(0, 1))
    refuse_wrong_system(mixed(0, 0))
    refuse_wrong_system(mixed(7, 0))


def test_the_right_system_is_named():
    with pytest.raises(InvalidInput, match=r"CODE_SYSTEM: .*2023.* has|CODE_SYSTEM: .*2023.*explains") as refusal:
        refuse_wrong_system(read_codes(["1701", "1402", "0101"], "survey"))
    assert "1701 × 1" in str(refusal.value)
    survey_only = read_codes(["0201K", "0702", "05H1", "08H2", "1107A", "0810"], "use2023")
    with pytest.raises(InvalidInput, match=r"CODE_SYSTEM: .*国土调查"):
        refuse_wrong_system(survey_only)
    trial_only = sorted(set(code_table("use2020").names_zh) - set(code_table("use2023").names_zh))
    trial_only = [code for code in trial_only if not code_table("survey").known(code)]
    with pytest.raises(InvalidInput, match=r"CODE_SYSTEM: .*2020"):
        refuse_wrong_system(read_codes(trial_only, "use2023"))


def test_a_field_without_any_code_is_refused():
    with pytest.raises(InvalidInput, match="CODE_FIELD: the field holds no code"):
        refuse_wrong_system(read_codes([None, "", " "], "survey"))
    refuse_wrong_system(read_codes([None] * 99 + ["0101"], "survey"))


# --- lists of codes -----------------------------------------------------------------------------


def named(text, codes, system="survey"):
    return parse_code_list(text, system, "BARRIER_CODES").matches(codes).tolist()


@pytest.mark.parametrize(
    "text",
    ["1001, 05xx", "1001;05xx", "1001 05XX", "1001，05xx", "1001；05xx", "1001、05", " 1001 ,, 05xx; ",
     "１００１，０５ｘｘ", "1001\n05xx"],
)  # fmt: skip
def test_lists_are_read_however_they_are_separated(text):
    assert named(text, ["1001", "1002", "05H1", "0508", "0101", "1001A", ""]) == [
        True, False, True, True, False, True, False,
    ]  # fmt: skip


def test_a_minus_takes_a_code_out_again():
    assert named("1107, -1107A", ["1107", "1107A", "1107B"]) == [True, False, True]
    assert named("-1107A, 1107", ["1107", "1107A"]) == [True, False], "the order does not matter"
    assert named("11xx, -1107, 1107A", ["1101", "1107", "1107A"]) == [True, False, True], "the longest fits best"
    assert named("1107, -1107", ["1107"]) == [False]


def test_k_classes_are_not_cropland():
    assert named("01", ["0101", "0103", "01", "0201K", "0201", "1001"]) == [True, True, True, False, False, False]


def test_an_empty_list_names_nothing():
    for text in ("", None, "  ", ","):
        assert named(text, ["0101", ""]) == [False, False]
    assert named("01", []) == []


@pytest.mark.parametrize("entry", ["9901", "abc", "xx", "-", "01011", "-99", "0101-0103", "*"])
def test_an_entry_that_begins_no_code_is_named(entry):
    with pytest.raises(InvalidInput, match=rf"BARRIER_CODES: “{re.escape(entry)}” begins no code.*Write codes such as"):
        parse_code_list(f"1001, {entry}", "survey", "BARRIER_CODES")


def test_the_standard_lists_hold_only_codes_of_their_system_and_do_not_overlap():
    for system in SYSTEMS:
        rules, every = farmland_codes(system), np.array(sorted(code_table(system).names_zh), dtype=object)
        hits = [parse_code_list(text, system, "X").matches(every)
                for text in (rules.farmland, rules.barriers, rules.absorbed)]  # fmt: skip
        assert all(hit.any() for hit in hits)
        assert not (np.sum(hits, axis=0) > 1).any(), system
        assert all(code.startswith("01") for code in every[hits[0]])


def test_the_surveys_lists_are_the_domains():
    rules = farmland_codes("survey")
    barriers = {"1001", "1002", "1003", "1007", "1008", "1101", "1102", "1103"}
    every = np.array(sorted(code_table("survey").names_zh), dtype=object)
    found = set(every[parse_code_list(rules.barriers, "survey", "X").matches(every)])
    expected = {code for code in every if code[:4] in barriers or code[:2] in ("05", "06", "07", "08", "09")}
    assert found == expected
    absorbed = set(every[parse_code_list(rules.absorbed, "survey", "X").matches(every)])
    assert absorbed == {"1006", "1107", "1203"}
