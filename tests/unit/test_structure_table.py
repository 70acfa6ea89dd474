"""Structure adjustment tables: every code in its row, and figures that add up in every column and level."""

import csv
import itertools
from collections import defaultdict
from fractions import Fraction

import numpy as np
import plugin_package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.rounding import half_up, largest_remainder
from land_consolidation.algorithms.structure_form import forms, ridges, row_of
from land_consolidation.algorithms.structure_table import (
    EXTRA,
    LEAF,
    NO_CODE,
    SUBTOTAL,
    UNIT,
    UNKNOWN,
    in_system_of,
    in_system_of_form,
    lay_out,
    needs_finer,
    shares,
    table_of,
)

DOMAIN = plugin_package.ROOT / "resources" / "domain"
FORMS = {form.id: form for form in forms()}
COLUMNS = {"zhejiang": "code_prefix_2023", "general": "codes_2020_trial"}
ODD = [NO_CODE, UNKNOWN]


def rows_of_file(form):
    with open(DOMAIN / f"structure_table_{form.id}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def by_brute_force(code, form):
    """The form's row number of a code: every row, every beginning, as the file has them; 0 for none."""
    found = {}
    for row in rows_of_file(form):
        for part in filter(None, row[COLUMNS[form.id]].split(",")):
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                found[f"{number:0{len(first)}d}"] = int(row["row"])
    return next((found[code[:length]] for length in range(len(code), 0, -1) if code[:length] in found), 0)


def codes_of(form):
    return [*code_table(form.system).names_zh, *ODD]


any_form = st.sampled_from(list(FORMS.values()))


@st.composite
def plans(draw):
    """A form, how many villages, and the land of base year and plan: parcels with both codes."""
    form = draw(any_form)
    codes = st.sampled_from(codes_of(form))
    few = draw(st.lists(codes, min_size=1, max_size=6))
    villages = draw(st.integers(1, 5))
    parcels = draw(st.lists(st.tuples(
        st.integers(0, villages - 1), st.sampled_from(few), st.sampled_from(few),
        st.one_of(st.integers(0, 3 * UNIT), st.integers(0, 10**12)),
    ), max_size=30))  # fmt: skip
    return form, villages, parcels


def made(form, villages, parcels):
    """The Table of parcels."""
    area = [parcel[3] for parcel in parcels]
    village = np.array([parcel[0] for parcel in parcels], dtype=int)
    return table_of(form, villages, *((village, [parcel[k] for parcel in parcels], area) for k in (1, 2)))


# --- rows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_code_goes_to_the_row_of_brute_force(form):
    for code in code_table(form.system).names_zh:
        row = row_of(code, form)
        assert (row.number if row else 0) == by_brute_force(code, form), code


def test_rows_known_by_heart():
    general, zhejiang = FORMS["general"], FORMS["zhejiang"]
    for code, number in (("0703", 8), ("070401", 8), ("060101", 6), ("060102", 13), ("1305", 16), ("1313", 16),
                         ("1312", 22), ("2301", 19), ("2306", 31), ("1003", 23)):  # fmt: skip
        assert row_of(code, general).number == number
    for code, number in (("0101", 1), ("110102", 35), ("1311", 71), ("1312", 52), ("080501", 21)):
        assert row_of(code, zhejiang).number == number
    for code in ("0703", "1001", "09", "0601", "0802", "18"):
        assert row_of(code, zhejiang) is None
    assert row_of("0701", general) is None


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_lines_are_the_forms_rows_in_order_and_each_code_left_over_once(form):
    lines = lay_out(form, set(codes_of(form)))
    assert [line.number for line in lines if line.kind != EXTRA] == [int(row["row"]) for row in rows_of_file(form)]
    left = {code for code in codes_of(form) if code in ODD or not by_brute_force(code, form)}
    extra = [line.codes for line in lines if line.kind == EXTRA]
    assert sorted(extra) == sorted((code,) for code in left)
    assert lines[-1].kind == SUBTOTAL
    assert set(lines[-1].members) == {at for at, line in enumerate(lines) if line.kind != SUBTOTAL}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_subtotal_adds_up_the_lines_of_its_block(form):
    lines = lay_out(form, set(codes_of(form)))
    for line in lines[:-1]:
        if line.kind == SUBTOTAL:
            block = line.path.split("/")[:-1]
            inside = [at for at, other in enumerate(lines)
                      if other.kind != SUBTOTAL and other.path.split("/")[:len(block)] == block]  # fmt: skip
            assert list(line.members) == inside
            assert inside


def test_codes_without_a_row_stand_in_the_block_where_they_belong():
    lines = lay_out(FORMS["zhejiang"], set(codes_of(FORMS["zhejiang"])))
    block_of = {line.codes[0]: line.path.rpartition("/")[0].rpartition("/")[2] for line in lines if line.kind == EXTRA}
    assert block_of["0703"] == block_of["1001"] == block_of["09"] == block_of["13"] == "村庄建设用地"
    assert block_of["0701"] == "城镇建设用地"
    assert block_of["1203"] == "区域基础设施用地"
    assert block_of["15"] == "其他建设用地"
    assert block_of["0601"] == "非建设用地"
    assert block_of["10"] == "建设用地"
    assert block_of["18"] == block_of[NO_CODE] == block_of[UNKNOWN] == ""
    with open(DOMAIN / "land_use_codes_2023.csv", encoding="utf-8") as file:
        stated = {row["code"]: row["zhejiang_village_table_block"] for row in csv.DictReader(file)}
    for code, block in block_of.items():
        assert not stated.get(code) or stated[code] == block, code


def test_codes_that_want_a_finer_one_are_told_from_those_without_a_row():
    zhejiang = FORMS["zhejiang"]
    assert [code for code in ("0703", "09", "13", "15", "0802", "18", "1203", NO_CODE, UNKNOWN)
            if needs_finer(code, zhejiang)] == ["0703", "09", "13", "15"]  # fmt: skip


# --- the other code system ----------------------------------------------------------------------


def test_codes_of_2020_become_those_of_2023_by_the_table():
    with open(DOMAIN / "land_use_codes_2020_to_2023.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            assert in_system_of(FORMS["zhejiang"], row["code_2020_trial"], "use2020") == (row["code_2023"], False)


def test_codes_of_2023_go_back_where_the_row_is_certain_and_doubt_is_said():
    """Independent: a row is certain where all trial codes that became the code have it."""
    form = FORMS["general"]
    before = defaultdict(set)
    with open(DOMAIN / "land_use_codes_2020_to_2023.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            before[row["code_2023"]].add(row["code_2020_trial"])
    doubtful = set()
    for code in code_table("use2023").names_zh:
        back, doubt = in_system_of(form, code, "use2023")
        assert back in code_table("use2020").names_zh
        rows = {by_brute_force(trial, form) for trial in before[code]}
        if doubt:
            doubtful.add(code)
            assert len(rows) > 1
            assert by_brute_force(back, form) in rows - {0}
        elif rows:
            assert {by_brute_force(back, form)} == rows
        else:
            parent = code
            while not before.get(parent) and len(parent) > 2:
                parent = parent[:-2]
            assert code.startswith(back), "a group of the code"
            nearest = before.get(parent) or {parent}
            assert by_brute_force(back, form) in {by_brute_force(trial, form) for trial in nearest}
    assert doubtful == {"1207"}
    assert in_system_of(form, "060102", "use2023") == ("2303", False), "field roads were other land in 2020"


def test_land_of_a_doubtful_code_is_added_up():
    amounts = (["甲", "甲", "乙"], ["1207", "0101", "1207"], np.array([10.0, 3.0, 2.5]))
    (village, codes, area), doubtful = in_system_of_form(amounts, FORMS["general"], "use2023")
    assert doubtful == {"1207": 12.5}
    assert codes == [in_system_of(FORMS["general"], code, "use2023")[0] for code in ("1207", "0101", "1207")]
    assert (village, area.tolist()) == (amounts[0], [10.0, 3.0, 2.5])


def test_a_suffix_code_goes_with_its_parent():
    assert in_system_of(FORMS["zhejiang"], "0703A", "use2023") == ("0703", False)
    assert in_system_of(FORMS["general"], "0703A", "use2023") == ("0703", False)


def test_ridges_have_a_code_that_is_other_land_in_both_systems():
    for system, name in (("use2023", "zhejiang"), ("use2020", "general")):
        cropland, code = ridges(system)
        assert code_table(system).names_zh[code] == "田坎"
        assert row_of(code, FORMS[name]).label == "其他土地"
        assert row_of(cropland, FORMS[name]).label == "耕地"


# --- figures ------------------------------------------------------------------------------------


@given(plans())
def test_figures_are_those_of_brute_force_and_add_up_in_every_column_and_level(plan):
    form, villages, parcels = plan
    table = made(*plan)
    lines = table.lines
    number_of = {code: by_brute_force(code, form) or code for code in codes_of(form)}
    for k, column in ((1, table.base), (2, table.plan)):
        expected = defaultdict(int)
        for parcel in parcels:
            expected[parcel[0], number_of[parcel[k]]] += parcel[3]
        exact, ha = column.exact, column.ha
        for village, (at, line) in itertools.product(range(villages), enumerate(lines)):
            if line.kind != SUBTOTAL:
                key = line.number if line.kind == LEAF else line.codes[0]
                assert exact[village, at] == expected.pop((village, key), 0)
                assert abs(int(ha[village, at]) * UNIT - int(exact[village, at])) < UNIT, "rounded down or up"
            else:
                assert exact[village, at] == exact[village, list(line.members)].sum()
                assert ha[village, at] == ha[village, list(line.members)].sum()
        assert not any(expected.values())
        total = column.total()
        assert total.ha.tolist() == ha.sum(axis=0).tolist()
        everything = sum(parcel[3] for parcel in parcels)
        assert total.exact[-1] == everything
        assert total.ha[-1] == (2 * everything + UNIT) // (2 * UNIT), "the grand total is the true one, rounded"
        for village in range(villages):
            of_village = sum(parcel[3] for parcel in parcels if parcel[0] == village)
            assert abs(int(ha[village, -1]) * UNIT - of_village) < UNIT
    assert table.base.ha[:, -1].tolist() == table.plan.ha[:, -1].tolist(), "a plan changes no village's area"
    single = [at for at, line in enumerate(lines) if line.kind != SUBTOTAL]
    unchanged = table.base.exact[:, single] == table.plan.exact[:, single]
    assert (table.base.ha[:, single][unchanged] == table.plan.ha[:, single][unchanged]).all(), "no change from nothing"


@given(plans())
def test_shares_are_of_the_figures_shown_and_add_up_to_a_hundred(plan):
    table = made(*plan)
    for column in (table.base.total(), table.plan.village(0)):
        found = shares(table.lines, column.ha)
        total = int(column.ha[-1])
        single = [at for at, line in enumerate(table.lines) if line.kind != SUBTOTAL]
        assert found[single].sum() == found[-1] == (10_000 if total else 0)
        for at, line in enumerate(table.lines):
            if line.kind == SUBTOTAL:
                assert found[at] == found[list(line.members)].sum()
            elif total:
                assert abs(Fraction(int(column.ha[at]) * 10_000, total) - int(found[at])) < 1


def test_sums_over_many_villages_stay_close_to_the_exact_ones():
    """Rounding each of 200 villages by itself is off by a tenth of a hectare; what is owed is carried on."""
    rng = np.random.default_rng(6)
    codes = ["0101", "0201", "0301", "070301", "1202", "1701", "0601"]
    parcels = [(village, code, code, int(rng.integers(0, 50 * UNIT))) for village in range(200) for code in codes]
    table = made(FORMS["zhejiang"], 200, parcels)
    total = table.base.total()
    single = [at for at, line in enumerate(table.lines) if line.kind != SUBTOTAL]
    assert np.abs(total.ha[single] * UNIT - total.exact[single]).max() < 2 * UNIT


def test_a_table_by_hand():
    """1.005 + 1.005 + 0.99 ha are 3.00: one of the two equal remainders is rounded up, the first."""
    parcels = [(0, "0101", "0101", 1_005_000), (0, "0201", "070301", 1_005_000), (0, "0703", "0703", 990_000)]
    table = made(FORMS["zhejiang"], 1, parcels)
    shown = {(line.number or line.codes[0]): (int(base), int(plan)) for line, base, plan in
             zip(table.lines, table.base.ha[0], table.plan.ha[0]) if base or plan}  # fmt: skip
    assert shown == {1: (101, 101), 2: (100, 0), 13: (201, 101), 14: (0, 100), "0703": (99, 99), 57: (99, 199),
                     65: (99, 199), 82: (99, 199), 83: (300, 300)}  # fmt: skip


def test_no_change_shows_where_there_is_none():
    """0.4 and 0.6 of a unit before, 0.4 and three times 0.2 after: by remainders alone the first would become 1."""
    parcels = [(0, "0101", "0101", 4_000), *((0, "0703", code, 2_000) for code in ("0201", "0301", "0401"))]
    table = made(FORMS["zhejiang"], 1, parcels)
    assert table.lines[0].label == "耕地"
    assert table.base.ha[0, 0] == table.plan.ha[0, 0] == 0
    assert table.base.ha[0, -1] == table.plan.ha[0, -1] == 1


# --- rounding -----------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10**6), max_size=8), st.integers(1, 1000))
def test_no_other_rounding_that_adds_up_is_closer(parts, unit):
    whole = half_up(sum(parts), unit)
    found = largest_remainder(parts, unit, whole)
    assert found.sum() == whole
    assert all(abs(int(one) * unit - part) < unit for one, part in zip(found, parts))

    def error(rounding):
        return sum((one * unit - part) ** 2 for one, part in zip(rounding, parts))

    others = itertools.product(*[{part // unit, -(-part // unit)} for part in parts])
    assert error(found.tolist()) == min(error(other) for other in others if sum(other) == whole)


def test_what_was_owed_counts_with_the_remainder():
    assert largest_remainder([15, 14, 11], 10, 4).tolist() == [2, 1, 1]
    assert largest_remainder([15, 14, 11], 10, 4, np.array([0, 0, 9])).tolist() == [1, 1, 2]
    assert largest_remainder([15, 20, 15], 10, 5, np.array([0, 900, -1])).tolist() == [2, 2, 1], "exact ones stay"


@pytest.mark.parametrize("whole", [2, 7])
def test_a_sum_that_cannot_be_reached_is_refused(whole):
    with pytest.raises(InvalidInput, match="cannot be rounded"):
        largest_remainder([15, 14, 11], 10, whole)


@given(st.integers(0, 10**9), st.integers(1, 10**5))
def test_halves_go_up(number, unit):
    assert half_up(number, unit) == int(Fraction(number, unit) + Fraction(1, 2))
