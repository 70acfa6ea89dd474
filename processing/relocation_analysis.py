"""From what is known of settlements to scores, dispositions and ranks."""

from dataclasses import dataclass

import numpy as np

from ..algorithms.ranking import rank_range, ranks, weighted_score
from ..algorithms.relocation import PROTECTED, SAFETY, Decision, Flags, criteria, decide, flags
from ..algorithms.weights import CRITERIA, entropy_weights
from .i18n import tr
from .progress import phase
from .relocation_settings import ENTROPY


@dataclass(frozen=True)
class Verdict:
    """What was made of each settlement, shape (n,) unless said.

    weights: of CRITERIA, shape (5,); criteria: 0 to 1, NaN where unknown,
    points: contributions adding up to the score, both of shape (n, 5); rank,
    rank_low, rank_high: 0 where there is none.
    """

    weights: np.ndarray
    criteria: np.ndarray
    points: np.ndarray
    score: np.ndarray
    confidence: np.ndarray
    flags: Flags
    decision: Decision
    rank: np.ndarray
    rank_low: np.ndarray
    rank_high: np.ndarray


def judge(known, settings, feedback):
    """Weigh and decide. Raises InvalidInput where entropy gives no weights."""
    progress = phase(feedback, tr("Weighing"), 80, 90)
    each = criteria(known.facts, settings.thresholds)
    weights = settings.weighting.values
    if settings.weighting.method == ENTROPY and len(each):
        weights = entropy_weights(each, weights)
    _say_weights(settings.weighting, weights, feedback)
    points, _, confidence = weighted_score(each, weights)
    # Rounded first, so that the points shown add up to the score shown, and the score shown decides.
    points = np.round(points, 4)
    score = np.where(confidence > 0, np.round(np.nansum(points, axis=1), 4), np.nan)
    raised = flags(known.facts, settings.thresholds)
    decision = decide(known.facts, raised, points, score, settings.thresholds)
    # Safety first, then by score; what is protected stands in no queue.
    tier = np.select((decision.step == PROTECTED, decision.step == SAFETY), (-1, 0), 1)
    low = high = np.zeros(len(tier), dtype=int)
    if settings.robustness_runs and len(tier):
        low, high = rank_range(each, weights, tier, settings.robustness_runs, progress)
    return Verdict(
        weights, each, points, score, np.round(confidence, 6), raised, decision, ranks(score, tier), low, high
    )


def _say_weights(weighting, weights, feedback):
    if weighting.method != ENTROPY and abs(weighting.total - 1) > 1e-9:
        feedback.pushWarning(
            tr("WEIGHTS: they add up to {total}, not 1, and are scaled.").format(total=f"{weighting.total:g}")
        )
    if weighting.left_out:
        feedback.pushWarning(
            tr("WEIGHTS: no weight is given for {names}; there it is 0.").format(names=", ".join(weighting.left_out))
        )
    feedback.pushInfo(
        tr("Weights: {weights}.").format(
            weights=", ".join(f"{name} {weight:.3f}" for name, weight in zip(CRITERIA, weights))
        )
    )
