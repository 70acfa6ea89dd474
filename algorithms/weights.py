"""Weights of the criteria: given, from an AHP matrix, or by entropy. They add up to 1."""

import re
import unicodedata
from dataclasses import dataclass

import numpy as np

from .errors import InvalidInput

CRITERIA = ("hazard", "access", "vacancy", "scatter", "terrain")
GIVEN = "hazard=0.30;access=0.20;vacancy=0.20;scatter=0.15;terrain=0.15"
MAX_CONSISTENCY_RATIO = 0.1
_RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24}  # Saaty 1980
_RECIPROCAL_TOLERANCE = 0.05  # 1/3 is written 0.33, 1/8 0.13


@dataclass(frozen=True)
class GivenWeights:
    """Weights as written, normalised. total: what they added up to; left_out: criteria not named, of weight 0."""

    values: np.ndarray
    total: float
    left_out: tuple


def parse_weights(text, parameter="WEIGHTS"):
    """Read `hazard=0.30;access=0.20;…` into GivenWeights in the order of CRITERIA.

    Raises InvalidInput where a name is unknown or twice there, a weight is no
    number or negative, or all are zero.
    """
    found = {}
    text = re.sub(r"\s*=\s*", "=", unicodedata.normalize("NFKC", text or ""))
    for entry in re.split(r"[;；,，\s]+", text):
        if not entry:
            continue
        name, equals, value = entry.partition("=")
        if name not in CRITERIA or not equals:
            raise InvalidInput(
                "{parameter}: “{entry}” names no criterion. Write name=weight for {names}, separated by semicolons.",
                parameter=parameter, entry=entry, names=", ".join(CRITERIA),
            )
        if name in found:
            raise InvalidInput(
                "{parameter}: {name} is there twice. Give each criterion one weight.", parameter=parameter, name=name
            )
        found[name] = _weight(value, name, parameter)
    values = np.array([found.get(name, 0.0) for name in CRITERIA])
    total = float(values.sum())
    if total <= 0:
        raise InvalidInput(
            "{parameter}: no criterion has a weight above 0. Write them like {example}.",
            parameter=parameter, example=GIVEN,
        )
    return GivenWeights(values / total, total, tuple(name for name in CRITERIA if name not in found))


def ahp_weights(matrix, parameter="AHP_MATRIX"):
    """Weights of a pairwise comparison matrix and its consistency ratio (Saaty's analytic hierarchy process).

    matrix: positive ratios, shape (5, 5), a[i, j] says how many times criterion
    i matters as much as j. The weights are its principal eigenvector; the ratio
    is (λmax − n) / (n − 1) over Saaty's random index.
    Raises InvalidInput where a[j, i] is not 1 / a[i, j], or the ratio is 0.1 or
    more, then naming the pair that fits least.
    """
    matrix = np.asarray(matrix, dtype=float)
    count = len(matrix)
    product = matrix * matrix.T
    wrong = np.argwhere(~(np.abs(product - 1) <= _RECIPROCAL_TOLERANCE))  # a NaN is wrong too
    if len(wrong):
        i, j = wrong[0]
        raise InvalidInput(
            "{parameter}: {first} against {second} is {value}, but {second} against {first} is {other}. Each must be "
            "1 divided by the other, and 1 for a criterion against itself.",
            parameter=parameter, first=CRITERIA[i], second=CRITERIA[j], value=f"{matrix[i, j]:.4g}",
            other=f"{matrix[j, i]:.4g}",
        )
    values, vectors = np.linalg.eig(matrix)
    largest = int(np.argmax(values.real))
    weights = np.abs(vectors[:, largest].real)
    weights /= weights.sum()
    ratio = max(float((values[largest].real - count) / (count - 1) / _RANDOM_INDEX[count]), 0.0)
    if ratio >= MAX_CONSISTENCY_RATIO:
        off = np.abs(np.log(matrix * weights[None, :] / weights[:, None]))
        i, j = sorted(np.unravel_index(int(np.argmax(off)), off.shape))
        raise InvalidInput(
            "{parameter}: the comparisons contradict each other: consistency ratio {ratio}, allowed is below 0.1. The "
            "pair that fits least is {first} against {second}: it says {value}, the others together {fitting}.",
            parameter=parameter, ratio=f"{ratio:.3f}", first=CRITERIA[i], second=CRITERIA[j],
            value=f"{matrix[i, j]:.3g}", fitting=f"{weights[i] / weights[j]:.3g}",
        )
    return weights, ratio


def entropy_weights(criteria, given):
    """Weights by how much each criterion tells the settlements apart (entropy weight method).

    criteria: 0 to 1, NaN where unknown, shape (n, 5). With p = k / Σk over the
    n known values, e = −Σ p ln p / ln n, and the weight is (1 − e) / Σ(1 − e).
    A criterion that nothing is known of keeps its share of `given` (shape
    (5,)): it must still lower the confidence.
    Raises InvalidInput where the settlements differ in nothing.
    """
    known = ~np.isnan(criteria)
    some = known.any(axis=0)
    spread = np.zeros(criteria.shape[1])
    for column in np.flatnonzero(some):
        spread[column] = 1 - _entropy(criteria[known[:, column], column])
    if spread.sum() <= 1e-12:
        raise InvalidInput(
            "WEIGHTING: the settlements differ in no criterion, so entropy gives no weights. Choose given weights."
        )
    reserved = float(given[~some].sum())
    return np.where(some, spread / spread.sum() * (1 - reserved), given)


def _entropy(values):
    """Entropy of values relative to the largest possible: 1 where all are equal, and where there is nothing to tell."""
    total = values.sum()
    if len(values) < 2 or total <= 0:
        return 1.0
    share = values[values > 0] / total
    return float(-(share * np.log(share)).sum() / np.log(len(values)))


def _weight(text, name, parameter):
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise InvalidInput(
            "{parameter}: the weight of {name} is “{value}”. Give a number of 0 or more.",
            parameter=parameter, name=name, value=text,
        )
    return value
