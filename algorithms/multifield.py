"""How farmland layers lie on one another: what each piece of land is, and how much of everything there is."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from .parallel import no_progress
from .tables import DOMAIN

BASIC, HIGH, GRAIN, RESTORABLE, PLAN = LAYERS = (
    "basic_farmland", "high_standard", "grain_zone", "restorable", "plan")
COUNTED = LAYERS[:4]
"""The layers that a piece is counted to lie in; a plan is not there yet."""
BUILT, PLANNED, OPEN, OUTSIDE, OTHER, NONE = STATES = ("built", "planned", "open", "outside", "other", "none")
"""Basic farmland built to high standard, to be built by the plan, neither; high-standard land outside basic farmland;
land in other layers; in none."""


@cache
def multifield_rules():
    """Which codes make land restorable, and what is suggested, from the data file."""
    return json.loads((DOMAIN / "multifield_rules.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Overlay:
    """Pieces of parcels, in the order of the parcels.

    row: parcel of each piece, shape (p,); area: m², shape (p,); member: by layer of LAYERS booleans of shape (p,), None
    where nothing is known of that layer.
    """

    row: np.ndarray
    area: np.ndarray
    member: dict

    def some(self, chosen):
        """The same of some pieces only."""
        member = {layer: None if found is None else found[chosen] for layer, found in self.member.items()}
        return Overlay(self.row[chosen], self.area[chosen], member)

    def within(self, layer):
        """Whether each piece lies in a layer; nowhere where it is not known."""
        found = self.member[layer]
        return np.zeros(len(self.row), dtype=bool) if found is None else found

    def known(self, *layers):
        """Whether something is known of each of the layers."""
        return all(self.member[layer] is not None for layer in layers)

    def count(self):
        """In how many of the COUNTED layers each piece lies, shape (p,)."""
        return np.sum([self.within(layer) for layer in COUNTED], axis=0, dtype=int)

    def combination(self):
        """Names of all layers that each piece lies in, joined by semicolons, '' for none, shape (p,)."""
        bits = sum(self.within(layer).astype(int) << at for at, layer in enumerate(LAYERS))
        names = [";".join(layer for at, layer in enumerate(LAYERS) if bit >> at & 1) for bit in range(2 ** len(LAYERS))]
        return np.array(names, dtype=object)[bits]

    def basic_not_high(self):
        """Basic farmland not yet high-standard, shape (p,); nowhere where one of them is not known."""
        return self.within(BASIC) & ~self.within(HIGH) & self.known(BASIC, HIGH)

    def high_not_basic(self):
        """High-standard farmland outside basic farmland, shape (p,)."""
        return self.within(HIGH) & ~self.within(BASIC) & self.known(BASIC, HIGH)

    def state(self):
        """What each piece is, one of STATES, shape (p,)."""
        state = np.full(len(self.row), NONE, dtype=object)
        state[np.any([self.within(layer) for layer in LAYERS], axis=0)] = OTHER
        state[self.high_not_basic()] = OUTSIDE
        state[self.basic_not_high()] = OPEN
        state[self.basic_not_high() & self.within(PLAN)] = PLANNED
        if self.known(BASIC, HIGH):
            state[self.within(BASIC) & self.within(HIGH)] = BUILT
        return state


def built_shares(overlay):
    """(before, after): share of basic farmland built to high standard now and with the plan.

    NaN where it is not known, or where there is no basic farmland.
    """
    basic = overlay.within(BASIC)
    whole = overlay.area[basic].sum()
    now = overlay.within(HIGH)
    before = overlay.area[basic & now].sum() / whole if whole and overlay.known(BASIC, HIGH) else np.nan
    after = overlay.area[basic & (now | overlay.within(PLAN))].sum() / whole if whole else np.nan
    return float(before), float(after) if overlay.known(BASIC, HIGH, PLAN) else np.nan


def summarise(overlay, group, progress=no_progress):
    """Every figure by group: a DataFrame with group, kind, item, pieces, parcels, area, share, share_of.

    group: of each parcel, texts of shape (n,). kind: layer, count, combination, difference or built; item: what is
    counted; area: m²; share: of the item `share_of` of the same group (all: every parcel), NaN where that has no area.
    """
    names = sorted(set(group))
    place = {name: at for at, name in enumerate(names)}
    which = np.array([place[name] for name in group], dtype=int)[overlay.row]
    tables = []
    for at, name in enumerate(names):
        tables.append(_of_one(overlay.some(which == at), name))
        progress((at + 1) / len(names))
    return pd.DataFrame(
        [row for table in tables for row in table],
        columns=["group", "kind", "item", "pieces", "parcels", "area", "share", "share_of"],
    )


def _of_one(overlay, name):
    whole = {"all": overlay.area.sum()}
    rows = []

    def add(kind, item, which, share_of="all"):
        area = overlay.area[which].sum()
        whole.setdefault(item, area)
        share = area / whole[share_of] if whole[share_of] else np.nan
        rows.append((name, kind, item, int(which.sum()), len(np.unique(overlay.row[which])), area, share, share_of))

    for layer in LAYERS:
        if overlay.known(layer):
            add("layer", layer, overlay.within(layer))
    count = overlay.count()
    for number in range(sum(overlay.known(layer) for layer in COUNTED) + 1):
        add("count", str(number), count == number)
    combination = overlay.combination()
    for names in sorted(set(combination.tolist()), key=lambda names: (names.count(";"), names)):
        add("combination", names, combination == names)
    if overlay.known(BASIC, HIGH):
        basic, now, plan = (overlay.within(layer) for layer in (BASIC, HIGH, PLAN))
        add("difference", "basic_not_high", basic & ~now, BASIC)
        add("difference", "high_not_basic", now & ~basic, HIGH)
        add("built", "before", basic & now, BASIC)
        if overlay.known(PLAN):
            add("built", "planned", basic & ~now & plan, BASIC)
            add("built", "after", basic & (now | plan), BASIC)
            add("built", "open", basic & ~now & ~plan, BASIC)
    return rows
