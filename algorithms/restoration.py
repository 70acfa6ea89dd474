"""Land that can be cropland again (耕地功能恢复): in which order it is restored, and what large blocks gain by it.

The survey says what is restorable at once and what by works. What lies in high-standard farmland comes first, then
what a large farmland block has beside it. What a protected zone or the slope forbids is left out.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .tables import read_table
from .units import to_mu

AT_ONCE, WORKS, CONVERTIBLE = range(3)
TIERS = (1, 2, 3, 4, 5, 6)
OUT = 0
"""The tier of what is left out."""
BLOCK_CLASSES = (100, 1_000, 10_000)
"""The usual classes of farmland blocks, mu: 百亩方, 千亩方, 万亩方."""
OVERLAP = 1.0
"""Square metres from which an overlap with a zone leaves a parcel out: less is noise of digitising (judgement)."""


@dataclass(frozen=True)
class Thresholds:
    """What counts as what: share of a parcel that makes it lie in a zone, net mu of a large block, degrees allowed."""

    in_share: float = 0.5
    large_mu: float = 100.0
    max_slope: float = 25.0


@dataclass(frozen=True)
class Facts:
    """What is known of each restorable parcel, NaN where it is not; all of shape (n,).

    kind: AT_ONCE, WORKS or CONVERTIBLE; area: m²; slope: degrees; grade: 1 to 5;
    standard, basic, redline, exclude: m² inside high-standard farmland, basic
    farmland, the redline, land left out; block: net mu of the largest farmland
    block it touches, 0 where it touches none.
    """

    kind: np.ndarray
    area: np.ndarray
    slope: np.ndarray
    grade: np.ndarray
    standard: np.ndarray
    basic: np.ndarray
    redline: np.ndarray
    exclude: np.ndarray
    block: np.ndarray


@dataclass(frozen=True)
class Verdict:
    """The order of restoring, shape (n,).

    tier: one of TIERS, OUT for what is left out; rank: from 1, 0 for what is
    left out; cumulative: m² of all up to and with this rank, NaN where out;
    in_redline, in_exclude, steep: bool, why it is out.
    """

    tier: np.ndarray
    rank: np.ndarray
    cumulative: np.ndarray
    in_redline: np.ndarray
    in_exclude: np.ndarray
    steep: np.ndarray


@dataclass(frozen=True)
class Growth:
    """What farmland blocks become when parcels are restored, one row per block that grows, largest first.

    blocks: positions of the blocks joined, one array a row (empty for a block
    that is new); parcels: how many are restored; restored, before, after: mu,
    `before` that of the largest block joined, 0 for none.
    """

    blocks: list
    parcels: np.ndarray
    restored: np.ndarray
    before: np.ndarray
    after: np.ndarray

    def only(self, rows):
        """The rows for which a column of booleans holds."""
        columns = (self.parcels, self.restored, self.before, self.after)
        blocks = [found for found, chosen in zip(self.blocks, rows.tolist()) if chosen]
        return Growth(blocks, *(column[rows] for column in columns))


def grade_of(degrees):
    """Slope grade 1 to 5 of slopes in degrees (upper bounds inclusive), NaN stays."""
    upper = [float(row["upper_deg_inclusive"]) for row in read_table("slope_grades") if row["upper_deg_inclusive"]]
    degrees = np.asarray(degrees, dtype=float)
    return np.where(np.isnan(degrees), np.nan, 1.0 + np.searchsorted(upper, degrees, side="left"))


def too_steep(facts, max_slope):
    """Whether a parcel is steeper than allowed; of a grade, only where all of it is. Unknown is not steep."""
    lower = np.array([np.nan, *(float(row["lower_deg_exclusive"] or 0) for row in read_table("slope_grades"))])
    least = lower[np.nan_to_num(facts.grade).astype(int)]
    with np.errstate(invalid="ignore"):
        return np.where(np.isnan(facts.slope), least >= max_slope, facts.slope > max_slope)


def lies_in(inside, area, share):
    """Whether at least `share` of each parcel lies in a zone, where `inside` (m²) is known."""
    with np.errstate(invalid="ignore"):
        # With a tolerance, or 100.02 of 1000.20 m² would be less than 0.1.
        return (inside > 0) & (inside >= (share - 1e-9) * area)


def judge(facts, thresholds):
    """Tier, rank and cumulative area: within a tier gentler slope first, unknown slope last, then larger.

    Where a slope is known only by its grade, slopes are compared by grade.
    """
    t = thresholds
    in_redline, in_exclude = (np.nan_to_num(inside) >= OVERLAP for inside in (facts.redline, facts.exclude))
    steep = too_steep(facts, t.max_slope)
    standard = lies_in(facts.standard, facts.area, t.in_share)
    beside = np.nan_to_num(facts.block).round(4) >= t.large_mu
    at_once, works = facts.kind == AT_ONCE, facts.kind == WORKS
    tier = np.select(
        (
            in_redline | in_exclude | steep, at_once & standard, works & standard, at_once & beside, at_once, works,
        ),
        (OUT, *TIERS[:5]), TIERS[5],
    )
    by_grade = bool((np.isnan(facts.slope) & ~np.isnan(facts.grade)).any())
    slope = np.nan_to_num(facts.grade if by_grade else facts.slope, nan=np.inf)
    order = np.lexsort((-facts.area, slope, tier))
    order = order[tier[order] != OUT]
    rank, cumulative = np.zeros(len(tier), dtype=int), np.full(len(tier), np.nan)
    rank[order] = np.arange(1, len(order) + 1)
    cumulative[order] = np.cumsum(np.round(facts.area[order] * 100).astype(np.int64)) / 100
    return Verdict(tier, rank, cumulative, in_redline, in_exclude, steep)


def within_target(verdict, target_mu):
    """Which parcels it takes to reach the target, the one that crosses the line with them; all where it is not reached.

    target_mu: None for no target: then all that are ranked.
    """
    ranked = verdict.rank > 0
    if target_mu is None:
        return ranked
    reached = ranked & (to_mu(np.nan_to_num(verdict.cumulative)).round(4) >= target_mu)
    if not reached.any():
        return ranked
    return ranked & (verdict.rank <= verdict.rank[reached].min())


def grown_alone(area_mu, block_mu, touching):
    """Net mu of the block that each parcel becomes part of when it alone is restored, NaN where it touches none.

    area_mu: of the parcels, shape (n,); block_mu: of the blocks, shape (m,); touching: pairs (parcel, block).
    """
    parcel, block = touching
    total = area_mu + np.bincount(parcel, weights=block_mu[block], minlength=len(area_mu))
    return np.where(np.bincount(parcel, minlength=len(area_mu)) > 0, total, np.nan)


def grow(area_mu, block_mu, touching, neighbours, restored):
    """What blocks become when all the parcels `restored` (bool) are: Growth.

    area_mu, block_mu, touching as in `grown_alone`; neighbours: pairs of
    parcels that touch one another. Blocks join only through what is restored:
    what keeps them apart today still does.
    """
    count, blocks = len(area_mu), len(block_mu)
    use, both = restored[touching[0]], restored[neighbours[0]] & restored[neighbours[1]]
    one = np.concatenate([touching[0][use], neighbours[0][both]])
    other = np.concatenate([count + touching[1][use], neighbours[1][both]])
    links = coo_matrix((np.ones(len(one), dtype=np.int8), (one, other)), shape=(count + blocks, count + blocks))
    groups, label = connected_components(links, directed=False)
    parcels = np.bincount(label[:count][restored], minlength=groups)
    gained = np.bincount(label[:count][restored], weights=area_mu[restored], minlength=groups)
    after = gained + np.bincount(label[count:], weights=block_mu, minlength=groups)
    before = np.zeros(groups)
    np.maximum.at(before, label[count:], block_mu)
    rows = np.flatnonzero(parcels)
    rows = rows[np.argsort(-after[rows], kind="stable")]
    order = np.argsort(label[count:], kind="stable")
    of_block = label[count:][order]
    start, end = np.searchsorted(of_block, rows, side="left"), np.searchsorted(of_block, rows, side="right")
    return Growth(
        [order[a:b] for a, b in zip(start, end)], parcels[rows], gained[rows], before[rows], after[rows]
    )
