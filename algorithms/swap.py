"""Forest-cropland swap (林耕置换): which steep cropland leaves, and which gentle forest and orchard comes in.

With x = 1 for a parcel that changes, a its net cropland (m²), s its slope, S the mean slope of the cropland there is,
k its contact (how much of its edge lies beside large farmland blocks) and w the weight of slope, what is maximised is

    Σ a·x·[(1 − w)·k       + w·(S − s) / FARM_SLOPE]   over what comes in
  + Σ a·x·[(1 − w)·(1 − k) + w·(s − S) / FARM_SLOPE]   over what leaves.

Σ a·x·(S − s) over what comes in plus Σ a·x·(s − S) over what leaves is the fall of the mean slope times the cropland
afterwards, exactly; so every gate is linear but one. The share of cropland in large blocks is found from the blocks
themselves, and where it would fall the answer is repaired.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from .parallel import no_progress

_CORE = 60
"""Parcels left open where the relaxed answer settles the others."""
_CLOSE = 2e-4
"""How near to the bound the open ones are settled, as a share of it."""
_CORE_NODES, _ALL_NODES = 1_000, 100_000
"""The search is limited in nodes and not in seconds, so that every machine gives the same answer."""
_INFEASIBLE = 2  # as scipy's milp says it
_REPAIRS = 6
_LEAST_FALL = 1e-6
"""Degrees by which the mean slope of what comes in lies below that of what leaves, at the least."""
_SHARE_TOLERANCE = 1e-12
_CENT = 0.01
"""The least area that counts, m²."""


@dataclass(frozen=True)
class SwapRule:
    """How a swap is chosen.

    farm_slope: what makes cropland steep, degrees; slope_weight: 0 to 1, the rest is contiguity's; max_area: net
    cropland that may come in, m²; max_surplus: by how much cropland may grow, m²; exact_up_to: candidates up to which
    the answer is exact.
    """

    farm_slope: float = 25.0
    slope_weight: float = 0.5
    max_area: float = np.inf
    max_surplus: float = np.inf
    exact_up_to: int = 150


@dataclass(frozen=True)
class Candidates:
    """Parcels that may change, shape (n,) each.

    leaves: cropland that may leave, the others may come in; area: net cropland, m², whole hundredths; slope: degrees;
    contact: share of the edge beside large blocks, 0 to 1; large: whether it is part of a large block now, or would
    join one by itself.
    """

    leaves: np.ndarray
    area: np.ndarray
    slope: np.ndarray
    contact: np.ndarray
    large: np.ndarray


@dataclass(frozen=True)
class Cropland:
    """The cropland there is: net area (m²), its mean slope (degrees), and the share of it in large blocks (0 to 1)."""

    area: float
    slope: float
    share: float


@dataclass(frozen=True)
class Choice:
    """What changes, shape (n,); its gain (m²), an upper bound of any swap's gain, whether solved exactly; repairs.

    repairs: how often the answer was changed because the share of cropland in large blocks would have fallen.
    """

    chosen: np.ndarray
    gain: float
    bound: float
    exact: bool
    repairs: int

    @property
    def gap(self):
        """How far the gain may lie below the best, as a share of the bound."""
        return max(self.bound - self.gain, 0.0) / self.bound if self.bound > 0 else 0.0


def no_choice(count):
    """The choice to change none of so many candidates."""
    return Choice(np.zeros(count, dtype=bool), 0.0, 0.0, True, 0)


def gains(candidates, mean_slope, rule):
    """What each parcel's change is worth, m², shape (n,)."""
    c = candidates
    contiguity = np.where(c.leaves, 1 - c.contact, c.contact)
    gentler = np.where(c.leaves, c.slope - mean_slope, mean_slope - c.slope) / rule.farm_slope
    return c.area * ((1 - rule.slope_weight) * contiguity + rule.slope_weight * gentler)


def choose(candidates, cropland, rule, share_after, progress=no_progress):
    """The swap that gains most under the gates.

    share_after: called with the chosen, shape (n,); the share of cropland in large blocks after that swap.
    Cropland is never less than before, its mean slope falls, and its share in large blocks does not fall. Where no
    swap does that, none is chosen.
    """
    gain = gains(candidates, cropland.slope, rule)
    program = _Program(candidates, gain, cropland, rule)

    def missing(chosen):
        """By how much the share in large blocks would fall."""
        return cropland.share - share_after(chosen) if chosen.any() else 0.0

    chosen, bound, exact = program.solve(None)
    short, repairs, slack = missing(chosen), 0, 0.0
    while short > _SHARE_TOLERANCE and repairs < _REPAIRS:
        progress(repairs / (_REPAIRS + 1))
        repairs += 1
        chosen, _, _ = program.solve(slack)
        if not chosen.any():
            break  # nothing grows that much
        short = missing(chosen)
        # The estimate did not see everything, such as a block that falls apart: ask for more than was missing.
        slack = program.contiguous(chosen) + short * cropland.area + _CENT
    if short > _SHARE_TOLERANCE:
        program.only_safe()
        repairs += 1
        chosen, _, _ = program.solve(None)
        if missing(chosen) > _SHARE_TOLERANCE:
            chosen = np.zeros(len(gain), dtype=bool)
    progress(1.0)
    return Choice(chosen, float(gain[chosen].sum()), float(bound), exact, repairs)


class _Program:
    """The linear program of a swap, in m²."""

    def __init__(self, candidates, gain, cropland, rule):
        c = candidates
        self._gain, self._rule, self._count = gain, rule, len(gain)
        self._area = np.where(c.leaves, -c.area, c.area)
        self._slope = -self._area * (c.slope - cropland.slope)
        self._inward = np.where(c.leaves, 0.0, c.area)
        # Joining a large block, less what the share asks of cropland that is added.
        self._contiguous = self._area * (c.large - cropland.share)
        self._safe = np.where(c.leaves, ~c.large, c.large)
        self._open = np.ones(self._count, dtype=bool)

    def only_safe(self):
        """Leave out what could lower the share of cropland in large blocks in any way."""
        self._open = self._safe

    def contiguous(self, chosen):
        """By how much cropland in large blocks grows beyond what the share asks, m², as far as the program can tell."""
        return float(self._contiguous[chosen].sum())

    def solve(self, slack):
        """(chosen, upper bound of the gain, whether exact).

        slack: by how much cropland in large blocks has to grow, m², None for not to ask.
        """
        margin = 0.0
        while True:
            chosen, bound, exact = self._solve(*self._rows(slack, margin))
            short = self._short_of(chosen, slack)
            if short <= 0:
                return chosen, bound, exact
            # The solver takes 0.999999 for 1, which on large parcels is some m²: ask for more, soon for much more.
            margin = 2 * margin + short + _CENT

    def _short_of(self, chosen, slack):
        """By how much (m²) a chosen set misses what was asked, 0 where it does not."""
        if not chosen.any():
            return 0.0
        surplus = round(float(self._area[chosen].sum()), 2)
        over = round(float(self._inward[chosen].sum()), 2) - self._rule.max_area
        return max(-surplus, surplus - self._rule.max_surplus, over, 0.0 if self._slope[chosen].sum() > 0 else _CENT)

    def _rows(self, slack, margin):
        """The constraints as (matrix, upper limits): matrix · x ≤ limits."""
        fall = self._slope - _LEAST_FALL * np.abs(self._area)
        rows = [(-self._area, -margin), (-fall, -margin)]
        if np.isfinite(self._rule.max_surplus):
            rows.append((self._area, self._rule.max_surplus - margin))
        if np.isfinite(self._rule.max_area):
            rows.append((self._inward, self._rule.max_area - margin))
        if slack is not None:
            rows.append((-self._contiguous, -slack))
        return np.array([row for row, _ in rows]), np.array([limit for _, limit in rows])

    def _solve(self, matrix, limits):
        free = np.flatnonzero(self._open)
        if len(free) == 0:
            return self._nothing(), 0.0, True
        if len(free) <= self._rule.exact_up_to:
            chosen, bound, exact = self._search(free, np.zeros(self._count), matrix, limits, 0.0, _ALL_NODES)
            return (self._nothing(), 0.0, exact) if chosen is None else (chosen, bound, exact)
        return self._nearly(free, matrix, limits)

    def _nearly(self, free, matrix, limits):
        """Relaxed first: all but a few parcels come out whole; those nearest to the edge are then settled exactly."""
        relaxed = linprog(
            -self._gain[free], A_ub=matrix[:, free], b_ub=limits, bounds=(0, 1), method="highs",
        )
        if relaxed.status != 0:
            return self._nothing(), 0.0, False
        decided = np.abs(relaxed.lower.marginals + relaxed.upper.marginals)
        order = np.lexsort((free, decided / np.maximum(np.abs(self._area[free]), _CENT)))
        settled = np.zeros(self._count)
        settled[free] = np.round(relaxed.x)
        core, bound = _CORE, -float(relaxed.fun)
        while True:
            chosen, _, _ = self._search(free[order[:core]], settled, matrix, limits, _CLOSE * bound, _CORE_NODES)
            if chosen is not None or core >= len(free):
                return self._nothing() if chosen is None else chosen, bound, False
            core *= 2

    def _search(self, free, settled, matrix, limits, near, nodes):
        """The best of the free parcels, the others as settled: (chosen, bound, whether the best); None for no answer.

        near: how far below the best may be good enough, m²; nodes: how many are searched at the most.
        """
        rest = settled.copy()
        rest[free] = 0
        gain, weight = self._gain[free], np.maximum(np.abs(matrix[:, free]).max(axis=1), _CENT)
        scale = max(float(np.abs(gain).max()), _CENT)
        found = milp(
            -gain / scale, integrality=np.ones(len(free)), bounds=Bounds(0, 1),
            options={"mip_rel_gap": near / max(float(gain @ np.round(settled[free])), _CENT), "node_limit": nodes},
            constraints=LinearConstraint(matrix[:, free] / weight[:, None], -np.inf, (limits - matrix @ rest) / weight),
        )
        if found.x is None:
            return None, 0.0, found.status == _INFEASIBLE
        chosen = rest > 0.5
        chosen[free] = found.x > 0.5
        value, best = float(self._gain[chosen].sum()), found.status == 0
        return chosen, value if best else float(self._gain @ rest) - scale * found.mip_dual_bound, best

    def _nothing(self):
        return np.zeros(self._count, dtype=bool)
