"""The review form of basic farmland: bins, classes and figures against hand-worked and brute-force ones."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms import basic_farmland as bf
from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.systems import CODE_SYSTEMS, SURVEY, USE2020, USE2023
from land_consolidation.algorithms.tables import read_table

GROUPS = {"agricultural": "农用地", "construction": "建设用地", "unused": "未利用地"}


def test_every_line_of_the_national_form_has_a_place():
    rows = [(row["block"], row["item"]) for row in read_table("pbf_adjustment_form")]
    blocks, entries = bf.form()["blocks"], bf.form()["side"]
    placed = {
        (blocks[block]["item"], entry["item"])
        for block in ("out", "in") for entry in entries if entry["item"] and entry.get("only", block) == block
    }
    sides = [row for row in rows if row[0] in {blocks["out"]["item"], blocks["in"]["item"]}]
    assert placed == set(sides)
    assert {block for block, _ in rows} - {"口径"} == {entry["item"] for entry in blocks.values()}
    ids = [entry["id"] for part in ("side", "project", "review") for entry in bf.form()[part]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("system", CODE_SYSTEMS)
def test_no_code_belongs_to_two_classes(system):
    from land_consolidation.algorithms.codes import parse_code_list

    codes = np.array(list(code_table(system).names_zh), dtype=object)
    named = np.sum([parse_code_list(lists[system], system, "X").matches(codes)
                    for lists in bf.form()["classes"].values()], axis=0)  # fmt: skip
    assert named.max() == 1


def test_survey_classes_are_the_groups_of_the_survey():
    table = code_table(SURVEY)
    codes = [code for code in table.names_zh if len(code) >= 4]
    for code, found in zip(codes, bf.classes_of(np.array(codes, dtype=object), SURVEY)):
        if code == "0603":
            assert found == "construction"
        elif code.startswith("01"):
            assert found in ("paddy", "irrigated", "dry")
        elif table.groups[code] in GROUPS.values():
            assert GROUPS.get(found) == table.groups[code], code


def test_trial_codes_are_of_the_class_of_what_they_became():
    rows = [row for row in read_table("land_use_codes_2020_to_2023") if len(row["code_2020_trial"]) >= 4]
    old, new = (np.array([row[name] for row in rows], dtype=object) for name in ("code_2020_trial", "code_2023"))
    assert bf.classes_of(old, USE2020).tolist() == bf.classes_of(new, USE2023).tolist()


def test_plan_classes_by_hand():
    found = bf.classes_of(np.array(["0101", "0103", "01", "0201", "0403", "0703", "1701", "1704", "2303", "1311", ""],
                                   dtype=object), USE2023)  # fmt: skip
    assert found.tolist() == ["paddy", "dry", "cropland_other", "agricultural", "unused", "construction", "unused",
                              "agricultural", "agricultural", "construction", "unclassified"]  # fmt: skip


def test_bounds_are_inclusive():
    assert bf.slope_bins([0, 15, 15.0001, 25, 25.0001, 90, np.nan]).tolist() == [0, 0, 1, 1, 2, 2, 3]
    just = [333_333, 666_667, 1_333_333]  # 3333.33, 6666.67 and 13333.33 m²
    assert bf.size_bins(np.array(just)).tolist() == [0, 1, 2]
    assert bf.size_bins(np.array(just) + 1).tolist() == [1, 2, 3]
    assert bf.size_bins(np.array([2_000_000])).tolist() == [3], "30 mu"
    assert bf.size_bins(np.array([0, 333_333])).tolist() == [0, 0]


def test_grades_stand_for_their_steepest_slope():
    degrees = bf.degrees_of_grades([1, 2, 3, 4, 5, 0, 6, 2.5, np.nan])
    assert degrees.tolist()[:5] == [2, 6, 15, 25, np.inf]
    assert np.isnan(degrees[5:]).all()
    assert bf.slope_bins(degrees).tolist() == [0, 0, 0, 1, 2, 3, 3, 3, 3]


def test_a_side_by_hand():
    """5 mu of paddy to the hundredth below, 1 ha of dry cropland at 20°, 0.4 m² of water of unknown slope."""
    side = bf.side_of([333_333, 1_000_000, 40], ["paddy", "dry", "unused"], [3, 20, np.nan], [6, 9, np.nan])
    assert (side.exact, side.total, side.parcels) == (1_333_373, 13_334, 3)
    assert side.classes == {
        "paddy": 3_333, "irrigated": 0, "dry": 10_000, "cropland_other": 0, "agricultural": 0, "construction": 0,
        "unused": 1, "unclassified": 0,
    }
    assert side.slopes == (3_333, 10_000, 0, 1)
    assert side.sizes == (3_333 + 1, 0, 10_000, 0) == (3_334, 0, 10_000, 0)
    assert side.grade == pytest.approx((6 * 333_333 + 9 * 1_000_000) / 1_333_333)
    assert side.graded == pytest.approx(1_333_333 / 1_333_373)
    assert side.mean == 13_334 / 3
    assert side.parcels_of["slope", 3] == 1
    assert side.parcels_of["size", 0] == 2


def test_nothing_and_gains():
    side = bf.side_of([], [], [], [])
    assert (side.total, side.parcels, side.mean, side.grade) == (0, 0, None, None)
    assert bf.gain(2, 3) == 0.5
    assert bf.gain(0, 3) is None
    assert bf.gain(2, None) is None
    assert bf.gain(4, 1) == -0.75


def test_quality_grades_outside_the_scale_are_unknown():
    assert bf.quality_grades([0, 1, 15, 16, np.nan]).tolist()[1:3] == [1, 15]
    assert np.isnan(bf.quality_grades([0, 16, np.nan, -1])).all()


CLASSES = [*bf.form()["classes"], bf.UNCLASSIFIED]
parcels = st.lists(
    st.tuples(st.integers(0, 40_000_000), st.sampled_from(CLASSES),
              st.one_of(st.just(float("nan")), st.floats(0, 60)), st.sampled_from([float("nan"), 1.0, 7.0, 15.0])),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(parcels)
def test_every_breakdown_adds_up_and_stays_close(rows):
    area, classes, slope, grade = zip(*rows) if rows else ((), (), (), ())
    side = bf.side_of(area, classes, slope, grade)
    assert sum(side.classes.values()) == sum(side.slopes) == sum(side.sizes) == side.total
    assert abs(side.total * bf.UNIT - sum(area)) <= bf.UNIT / 2
    for name in CLASSES:
        exact = sum(amount for amount, of, *_ in rows if of == name)
        assert abs(side.classes[name] * bf.UNIT - exact) < bf.UNIT
        assert side.parcels_of["class", name] == classes.count(name)
    limits = [0, 5, 10, 20, 10**9]
    for at, (low, high) in enumerate(zip(limits, limits[1:])):
        bounds = [round(Fraction(mu * 1_000_000, 15)) for mu in (low, high)]
        within = [amount for amount in area if bounds[0] < amount <= bounds[1] or amount == at == 0]
        assert side.parcels_of["size", at] == len(within)
        assert abs(side.sizes[at] * bf.UNIT - sum(within)) < bf.UNIT
    known = [(amount, of) for amount, *_, of in rows if of == of and amount]
    if known:
        assert side.grade == pytest.approx(sum(a * g for a, g in known) / sum(a for a, _ in known))
