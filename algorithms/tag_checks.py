"""What is checked of tags: the list from a data file, and the geometry it needs."""

import json
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import shapely

from .overlay import inside, made_valid
from .parallel import in_chunks, no_progress, run_all, step
from .tables import DOMAIN

ERROR, WARNING, HINT = SEVERITIES = ("error", "warning", "hint")
_ROWS = 2_000


@dataclass(frozen=True)
class Layer:
    """A layer that checks look at, found by its role. zone_field, zones: which features count, where it has that field.

    parameter: of Check tags; label, help: {"zh", "en"}.
    """

    role: str
    parameter: str
    label: dict
    help: dict
    zone_field: str = ""
    zones: tuple = ()


@dataclass(frozen=True)
class Check:
    """One check. id, severity, label, message: as shown, the last two {"zh", "en"}.

    kind: what is done, see processing/tag_checks.py; where: expression for the
    parcels looked at, '' for all; role: of the layer looked at, '' for none;
    condition: expression on that layer's feature; or_none: whether no feature
    there is a finding too; min_area: m², min_share: of the parcel, from which
    both it is a finding.
    """

    id: str
    severity: str
    kind: str
    label: dict = field(hash=False)
    message: dict = field(hash=False)
    where: str = ""
    role: str = ""
    condition: str = ""
    or_none: bool = False
    min_area: float = 0.0
    min_share: float = 0.0


@cache
def tag_checks():
    """The shipped checks, in their order."""
    return tuple(Check(**entry) for entry in _content()["checks"])


@cache
def checked_layers():
    """The layers that the shipped checks look at, in their order."""
    return tuple(Layer(**{**entry, "zones": tuple(entry.get("zones", ()))}) for entry in _content()["layers"])


@cache
def _content():
    return json.loads((DOMAIN / "tag_checks.json").read_text(encoding="utf-8"))


def area_within(geometry, region, progress=no_progress):
    """Area of each valid polygon, and how much of it lies in a region of parts that do not overlap, each of (n,)."""
    row, _, part = inside(geometry, region, progress)
    area = shapely.area(geometry)
    return area, np.minimum(np.bincount(row, weights=shapely.area(part), minlength=len(geometry)), area)


def overlapped(geometry, least, progress=no_progress):
    """How many other polygons each overlaps by at least `least` square units, and by how much in all, each of (n,)."""
    geometry = in_chunks(made_valid, geometry, progress=step(progress, 0, 0.2))
    tree = shapely.STRtree(geometry)
    tree.query(shapely.box(0, 0, 0, 0))  # built here, before threads share it

    def shared_with_later(start):
        one, other = tree.query(geometry[start:start + _ROWS])
        one += start
        once = one < other
        one, other = one[once], other[once]
        inner = shapely.relate_pattern(geometry[one], geometry[other], "2********")
        one, other = one[inner], other[inner]
        shared = shapely.area(shapely.intersection(geometry[one], geometry[other]))
        large = shared >= least
        return one[large], other[large], shared[large]

    found = run_all(shared_with_later, range(0, len(geometry), _ROWS), step(progress, 0.2, 1.0))
    one, other, shared = (np.concatenate([np.empty(0), *columns]) for columns in zip(*found)) if found else [
        np.empty(0)] * 3
    both, area = np.concatenate([one, other]).astype(int), np.concatenate([shared, shared])
    return np.bincount(both, minlength=len(geometry)), np.bincount(both, weights=area, minlength=len(geometry))
