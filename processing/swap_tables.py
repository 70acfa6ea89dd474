"""The tables of the forest-cropland swap: before and after with the gates, and what changes by group."""

from .columns import in_mu
from .i18n import tr


def gates(swap, known):
    """Rows of GATES: measure, name, before, after, difference, gate, whether it holds (None: no gate, or not known)."""
    from .swap_words import MEASURES

    before, after, moved = swap.before, swap.after, bool(swap.choice.chosen.any())
    basic = 0.0 if known["BASIC_FARMLAND"] else None
    rows = (
        ("cropland_mu", _mu(before.area), _mu(after.area), "not_less", after.area >= before.area),
        ("mean_slope", before.slope, after.slope, "less", after.slope < before.slope if moved else None),
        ("contiguous_share", before.share, after.share, "not_less", after.share >= before.share),
        ("basic_farmland_out_mu", basic, basic, "none", None if basic is None else True),
        ("contiguous_mu", _mu(before.contiguous), _mu(after.contiguous), None, None),
        ("large_blocks", float(before.blocks), float(after.blocks), None, None),
        ("steep_mu", _mu(before.steep), _mu(after.steep), None, None),
    )
    return [
        (name, tr(MEASURES[name]), _number(first), _number(last),
         None if _number(first) is None else _number(last - first), gate, holds)
        for name, first, last, gate, holds in rows
    ]


def summarise(ground, swap, settings):
    """What changes by group, direction and code: a DataFrame with the columns of SUMMARY, '' for no group.

    Shares of the city's target are those of the cropland that leaves; NaN for what comes in.
    """
    import numpy as np
    import pandas as pd

    chosen, c = swap.choice.chosen, swap.candidates
    rows = swap.row[chosen]
    group = ground.features.values[settings.group_field][rows] if settings.group_field else [None] * len(rows)
    frame = pd.DataFrame({
        "group": ["" if name is None else str(name) for name in group],
        "change": np.where(c.leaves[chosen], "out", "in"), "from_code": ground.code[rows], "parcels": 1,
        "area_mu": in_mu(swap.gross[chosen]), "net_mu": in_mu(c.area[chosen]),
        "mean_slope": c.area[chosen] * c.slope[chosen], "gain": swap.gain[chosen], "net": c.area[chosen],
    })
    sums = frame.groupby(["group", "change", "from_code"], sort=True)[
        ["parcels", "area_mu", "net_mu", "mean_slope", "gain", "net"]].sum().reset_index()
    sums["mean_slope"] = sums["mean_slope"] / sums["net"]
    sums["target_share"] = np.where(sums["change"] == "out", sums["net_mu"] / target_mu(), np.nan)
    return sums.drop(columns="net")


def target_mu():
    """The city's target to 2026 of swapped land, mu."""
    from ..algorithms.swap_land import swap_rules
    from ..algorithms.tables import target_mu as target

    return target(swap_rules()["target"])


def _mu(area):
    from ..algorithms.units import to_mu

    return round(to_mu(area), 4)


def _number(value):
    return None if value is None or value != value else round(value, 6)
