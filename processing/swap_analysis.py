"""Which parcels a forest-cropland swap changes, and cropland before and after."""

from dataclasses import dataclass

import numpy as np

from ..algorithms.contiguity import ContiguityRule, find_blocks
from ..algorithms.parallel import no_progress, step
from ..algorithms.swap import Candidates, Choice, Cropland, SwapRule, choose, gains, no_choice
from ..algorithms.swap_land import edge_contact
from ..algorithms.units import MU
from .i18n import tr
from .progress import phase


@dataclass(frozen=True)
class Figures:
    """Cropland at one time: net m², mean slope (degrees, NaN unknown), m² in large blocks, their number, m² steep."""

    area: float
    slope: float
    contiguous: float
    blocks: int
    steep: float

    @property
    def share(self):
        """Share of the cropland in large blocks, 0 to 1."""
        return self.contiguous / self.area if self.area else 0.0


@dataclass(frozen=True)
class Swap:
    """What may change, what does, and what becomes of the cropland.

    row: among the features; shape: in the work CRS; gross: m² with ridges; ridges: share taken off what comes in;
    special: as in Parcels; beside: whether a large block is within the gap; gain: m². All of shape (n,), cropland
    first.
    """

    row: np.ndarray
    shape: np.ndarray
    gross: np.ndarray
    ridges: np.ndarray
    special: np.ndarray
    beside: np.ndarray
    candidates: Candidates
    gain: np.ndarray
    choice: Choice
    before: Figures
    after: Figures


def find_swap(settings, ground, feedback):
    """Choose what changes."""
    crop, forest, out = ground.cropland, ground.forest, np.flatnonzero(ground.leaves)
    rule = ContiguityRule(settings.max_gap, (settings.block_mu * MU,))

    def figures(shape, area, slope, progress=no_progress):
        blocks = find_blocks(shape, area, rule, ground.barriers, progress=progress) if len(shape) else None
        return _figures(area, slope, blocks, settings), blocks

    before, blocks = figures(
        crop.shape, crop.net, crop.slope, phase(feedback, tr("Finding contiguous parcels"), 30, 40))
    shape = np.concatenate([crop.shape[out], forest.shape])
    contact, beside = _contact(
        ground, shape, settings, rule, phase(feedback, tr("Measuring contact with large blocks"), 40, 60))
    candidates = Candidates(
        leaves=np.arange(len(shape)) < len(out),
        area=np.concatenate([crop.net[out], forest.net]),
        slope=np.concatenate([crop.slope[out], forest.slope]),
        contact=contact,
        large=np.concatenate([blocks.level[blocks.label[out]] > 0 if len(out) else out > 0, beside[len(out):]]),
    )

    def after(chosen, progress=no_progress):
        stays = np.ones(len(crop.row), dtype=bool)
        stays[out[chosen[:len(out)]]] = False
        comes = chosen & ~candidates.leaves
        return figures(
            np.concatenate([crop.shape[stays], shape[comes]]),
            np.concatenate([crop.net[stays], candidates.area[comes]]),
            np.concatenate([crop.slope[stays], candidates.slope[comes]]), progress)[0]

    choosing = phase(feedback, tr("Choosing parcels"), 60, 84)
    choice, swap_rule = no_choice(len(shape)), _rule(settings)
    if len(out) and len(forest.row):
        choice = choose(
            candidates, Cropland(before.area, before.slope, before.share), swap_rule,
            lambda chosen: after(chosen, lambda fraction: choosing(0.0)).share, choosing)
    choosing(1.0)
    return Swap(
        row=np.concatenate([crop.row[out], forest.row]), shape=shape,
        gross=np.concatenate([crop.gross[out], forest.gross]),
        ridges=np.concatenate([np.zeros(len(out)), forest.ridges]),
        special=np.concatenate([crop.special[out], forest.special]), beside=beside, candidates=candidates,
        gain=np.round(gains(candidates, before.slope, swap_rule), 2), choice=choice, before=before,
        after=after(choice.chosen) if choice.chosen.any() else before,
    )


def _contact(ground, shape, settings, rule, progress):
    """Contact of the candidates with the large blocks that no candidate is part of."""
    stays = np.flatnonzero(~ground.leaves)
    crop = ground.cropland
    if len(stays) == 0 or len(shape) == 0:
        return np.zeros(len(shape)), np.zeros(len(shape), dtype=bool)
    blocks = find_blocks(
        crop.shape[stays], crop.net[stays], rule, ground.barriers, progress=step(progress, 0, 0.5))
    large = crop.shape[stays[blocks.level[blocks.label] > 0]]
    return edge_contact(shape, large, settings.max_gap, ground.barriers, step(progress, 0.5, 1.0))


def _figures(area, slope, blocks, settings):
    known = np.isfinite(slope)
    weight = float(area[known].sum())
    large = blocks.level > 0 if blocks is not None else np.zeros(0, dtype=bool)
    return Figures(
        area=round(float(area.sum()), 2),
        slope=float((area[known] * slope[known]).sum()) / weight if weight else float("nan"),
        contiguous=round(float(blocks.net_area[large].sum()), 2) if blocks is not None else 0.0,
        blocks=int(large.sum()),
        steep=round(float(area[known & (np.nan_to_num(slope) >= settings.farm_slope)].sum()), 2),
    )


def _rule(settings):
    return SwapRule(
        farm_slope=settings.farm_slope, slope_weight=settings.slope_weight,
        max_area=np.inf if settings.max_swap_mu is None else settings.max_swap_mu * MU,
        max_surplus=settings.max_surplus_mu * MU, exact_up_to=settings.exact_up_to,
    )
