"""What is checked of tags: the list, from a data file."""

import json
from dataclasses import dataclass
from functools import cache

from .tables import DOMAIN

ERROR, WARNING, HINT = SEVERITIES = ("error", "warning", "hint")


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer that checks look at, found by its role.

    parameter: of Check tags; label, help: {"zh", "en"}; zone_field, zones: which
    features count, where it has that field; not_named: a word that the name of
    such a layer without that field does not hold, '' for none.
    """

    role: str
    parameter: str
    label: dict
    help: dict
    zone_field: str = ""
    zones: tuple = ()
    not_named: str = ""


@dataclass(frozen=True, eq=False)
class Check:
    """One check.

    id: its name in results; severity: one of SEVERITIES; label, message: as shown, {"zh", "en"};
    kind: what is done, see processing/tag_checks.py; where: expression for the
    parcels looked at, '' for all; role: of the layer looked at, '' for none;
    condition: expression on that layer's feature; or_none: whether no feature
    there is a finding too; min_area: m², min_share: of the parcel, from which
    both it is a finding.
    """

    id: str
    severity: str
    kind: str
    label: dict
    message: dict
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
