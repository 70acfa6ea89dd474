"""Weights, against published comparison matrices, power iteration and entropies worked by hand."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.weights import CRITERIA, GIVEN, ahp_weights, entropy_weights, parse_weights

RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12}  # Saaty 1980
SCALE = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9]


def reciprocal(upper, count=5):
    """A comparison matrix from what stands above its diagonal, row by row."""
    matrix = np.eye(count)
    matrix[np.triu_indices(count, 1)] = upper
    return np.where(np.tri(count, k=-1) > 0, 1 / np.where(matrix.T > 0, matrix.T, 1), matrix)


def by_power_iteration(matrix):
    """Weights and consistency ratio without any eigenvalue solver."""
    weights = np.ones(len(matrix))
    for _ in range(3000):
        weights = matrix @ weights
        weights /= weights.sum()
    largest = np.mean(matrix @ weights / weights)
    return weights, (largest - len(matrix)) / (len(matrix) - 1) / RANDOM_INDEX[len(matrix)]


# --- given --------------------------------------------------------------------------------------


def test_the_default_is_that_of_the_domain():
    given_ = parse_weights(GIVEN)
    assert dict(zip(CRITERIA, given_.values)) == pytest.approx(
        {"hazard": 0.30, "access": 0.20, "vacancy": 0.20, "scatter": 0.15, "terrain": 0.15}
    )
    assert given_.total == pytest.approx(1)
    assert given_.left_out == ()


def test_weights_are_normalised_and_keep_their_sum():
    given_ = parse_weights("terrain=3; hazard=1")
    assert given_.values.tolist() == [0.25, 0, 0, 0, 0.75]
    assert given_.total == 4
    assert given_.left_out == ("access", "vacancy", "scatter")


@pytest.mark.parametrize(
    "text",
    [
        "hazard=1;access=3", " access = 3 ; hazard = 1 ", "hazard=1, access=3", "hazard＝１；access＝３；",
        "hazard=1，access=3", "hazard=1\naccess=3", ";;hazard=1.0;;access=3e0;terrain=0",
    ],
)  # fmt: skip
def test_weights_are_read_however_people_write_them(text):
    assert parse_weights(text).values.tolist() == [0.25, 0.75, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hazard=1;slope=2", "“slope=2” names no criterion"),
        ("hazard", "“hazard” names no criterion"),
        ("=3", "“=3” names no criterion"),
        ("hazard=1;access=1;hazard=2", "hazard is there twice"),
        ("hazard=much", "the weight of hazard is “much”"),
        ("hazard=", "the weight of hazard is “”"),
        ("access=-0.1;hazard=1", "the weight of access is “-0.1”"),
        ("access=nan", "the weight of access is “nan”"),
        ("access=inf", "the weight of access is “inf”"),
        ("hazard=0;access=0", "no criterion has a weight above 0"),
        ("", "no criterion has a weight above 0"),
        (None, "no criterion has a weight above 0"),
    ],
)
def test_weights_that_cannot_be_used_are_refused_by_name(text, said):
    with pytest.raises(InvalidInput) as refused:
        parse_weights(text)
    assert str(refused.value).startswith("WEIGHTS: ")
    assert said in str(refused.value)


def test_a_refusal_names_the_criteria_there_are():
    with pytest.raises(InvalidInput, match="hazard, access, vacancy, scatter, terrain"):
        parse_weights("slope=1")


# --- AHP ----------------------------------------------------------------------------------------


def test_the_textbooks_tourist_has_his_published_weights():
    """Jiang Qiyuan, 数学模型, choosing where to travel: λmax 5.073, weights and ratio as printed."""
    matrix = reciprocal([1 / 2, 4, 3, 3, 7, 5, 5, 1 / 2, 1 / 3, 1])
    weights, ratio = ahp_weights(matrix)
    np.testing.assert_allclose(weights, [0.263, 0.475, 0.055, 0.099, 0.110], atol=0.0015)
    np.testing.assert_allclose(weights, by_power_iteration(matrix)[0], atol=1e-9)
    assert ratio == pytest.approx(0.016, abs=0.0005)
    assert 5 + ratio * 1.12 * 4 == pytest.approx(5.073, abs=0.001)


def test_the_choice_of_a_leader_has_its_published_weights():
    """The standard worked example: experience, education, charisma, age."""
    weights, ratio = ahp_weights(reciprocal([4, 3, 7, 1 / 3, 3, 5], 4))
    np.testing.assert_allclose(weights, [0.547, 0.127, 0.270, 0.056], atol=0.0006)
    assert ratio == pytest.approx(0.044, abs=0.0005)


@given(st.lists(st.floats(0.02, 1), min_size=5, max_size=5))
def test_comparisons_that_agree_give_exactly_the_weights_behind_them(behind):
    behind = np.array(behind) / sum(behind)
    weights, ratio = ahp_weights(behind[:, None] / behind[None, :])
    np.testing.assert_allclose(weights, behind, rtol=1e-9)
    assert ratio == pytest.approx(0, abs=1e-9)
    assert ratio >= 0


@given(st.lists(st.sampled_from(SCALE), min_size=10, max_size=10))
def test_weights_and_refusals_are_those_of_power_iteration(upper):
    matrix = reciprocal(upper)
    expected, true_ratio = by_power_iteration(matrix)
    assume(abs(true_ratio - 0.1) > 1e-6)
    if true_ratio < 0.1:
        weights, ratio = ahp_weights(matrix)
        np.testing.assert_allclose(weights, expected, atol=1e-8)
        assert ratio == pytest.approx(true_ratio, abs=1e-8)
    else:
        with pytest.raises(InvalidInput, match=f"consistency ratio {true_ratio:.3f}, allowed is below 0.1"):
            ahp_weights(matrix)


@given(
    st.lists(st.sampled_from([1, 2, 3, 4]), min_size=5, max_size=5), st.integers(0, 4), st.integers(0, 4),
    st.sampled_from([30.0, 100.0]),
)  # fmt: skip
def test_the_pair_that_contradicts_all_others_is_named(behind, one, other, wrong):
    """Nine comparisons agree, one is far out: it must be the one that is shown."""
    assume(one < other)
    matrix = np.divide.outer(np.array(behind, dtype=float), behind)
    matrix[one, other] *= wrong
    matrix[other, one] /= wrong
    with pytest.raises(InvalidInput) as refused:
        ahp_weights(matrix)
    assert (refused.value.values["first"], refused.value.values["second"]) == (CRITERIA[one], CRITERIA[other])
    assert float(refused.value.values["value"]) == pytest.approx(matrix[one, other], rel=0.01)
    fitting = np.divide.outer(*[by_power_iteration(matrix)[0]] * 2)[one, other]
    assert float(refused.value.values["fitting"]) == pytest.approx(fitting, rel=0.01)
    assert f"{CRITERIA[one]} against {CRITERIA[other]}" in str(refused.value)


@pytest.mark.parametrize(
    ("at", "value", "said"),
    [
        ((0, 3), 2.0, "hazard against scatter is 2, but scatter against hazard is 1"),
        ((4, 1), 3.0, "access against terrain is 1, but terrain against access is 3"),
        ((2, 2), 2.0, "vacancy against vacancy is 2"),
        ((1, 2), 0.0, "access against vacancy is 0"),
        ((1, 2), np.nan, "access against vacancy is nan"),
    ],
)
def test_comparisons_that_are_not_each_others_inverse_are_refused(at, value, said):
    matrix = np.ones((5, 5))
    matrix[at] = value
    with pytest.raises(InvalidInput) as refused:
        ahp_weights(matrix)
    assert str(refused.value).startswith("AHP_MATRIX: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(("ratio", "written"), [(3, 0.33), (6, 0.17), (7, 0.14), (8, 0.13), (9, 0.11), (3, 0.333)])
def test_inverses_may_be_rounded_as_people_write_them(ratio, written):
    behind = np.array([ratio, 1, ratio, 1, 1], dtype=float)
    matrix = np.divide.outer(behind, behind)
    matrix[matrix < 1] = written
    weights, found = ahp_weights(matrix)
    np.testing.assert_allclose(weights, behind / behind.sum(), rtol=0.03)
    assert found < 0.02


# --- entropy ------------------------------------------------------------------------------------

EVEN = np.full(5, 0.2)


def test_entropy_weights_of_four_settlements_by_hand():
    """Entropies: 0 where one holds all, ½ where two of four share, 1 where all are equal; so 1 : ½ : 0 : 0 : 1."""
    criteria = np.array([
        [1.0, 0.4, 0.3, 0.0, 0.0],
        [0.0, 0.4, 0.3, 0.0, 0.7],
        [0.0, 0.0, 0.3, 0.0, 0.0],
        [0.0, 0.0, 0.3, 0.0, 0.0],
    ])
    np.testing.assert_allclose(entropy_weights(criteria, EVEN), [0.4, 0.2, 0, 0, 0.4], atol=1e-12)


def test_entropy_of_uneven_shares_by_hand():
    """Shares ½, ¼, ¼ of three: 1.5 ln 2 / ln 3 = 0.946395; one of three: 0."""
    criteria = np.zeros((3, 5))
    criteria[:, 0] = (0.8, 0.4, 0.4)
    criteria[:, 1] = (0, 1, 0)
    weights = entropy_weights(criteria, EVEN)
    np.testing.assert_allclose(weights[:2], np.array([0.053605, 1]) / 1.053605, atol=1e-6)


def test_entropy_looks_only_at_what_is_known():
    """Of four values two are known, ¾ and ¼: (ln 4 − ¾ ln 3) / ln 2 = 0.811278."""
    criteria = np.zeros((4, 5))
    criteria[:, 1] = (0.6, np.nan, 0.2, np.nan)
    criteria[:, 4] = (0, 0, 0.5, 0)
    weights = entropy_weights(criteria, EVEN)
    assert weights[1] / weights[4] == pytest.approx(1 - 0.811278, abs=1e-6)


def test_a_criterion_nothing_is_known_of_keeps_its_weight():
    criteria = np.zeros((4, 5))
    criteria[0, 1] = 1
    criteria[:, 2] = np.nan
    given_ = np.array([0.3, 0.2, 0.2, 0.15, 0.15])
    np.testing.assert_allclose(entropy_weights(criteria, given_), [0, 0.8, 0.2, 0, 0])


def test_a_criterion_known_once_tells_nothing_apart():
    criteria = np.zeros((3, 5))
    criteria[:, 0] = (0.5, np.nan, np.nan)
    criteria[1, 3] = 1
    np.testing.assert_allclose(entropy_weights(criteria, EVEN), [0, 0, 0, 1, 0])


@given(st.integers(0, 2**32 - 1), st.integers(2, 30))
def test_entropy_weights_add_up_and_do_not_depend_on_scale(seed, count):
    random = np.random.default_rng(seed)
    criteria = random.random((count, 5))
    criteria[random.random(criteria.shape) < 0.2] = np.nan
    criteria[:2] = random.random((2, 5))
    weights = entropy_weights(criteria, EVEN)
    assert weights.sum() == pytest.approx(1)
    assert (weights >= 0).all()
    np.testing.assert_allclose(entropy_weights(criteria * random.uniform(0.1, 1, 5), EVEN), weights, rtol=1e-6)


@pytest.mark.parametrize("criteria", [np.full((4, 5), 0.5), np.zeros((4, 5)), np.full((3, 5), np.nan), np.eye(1, 5)])
def test_settlements_that_do_not_differ_are_refused(criteria):
    with pytest.raises(InvalidInput, match="the settlements differ in no criterion"):
        entropy_weights(criteria, EVEN)
