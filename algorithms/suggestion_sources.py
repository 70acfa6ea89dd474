"""Which results of our tools suggest tags, and how: read from a data file."""

import json
from dataclasses import dataclass
from functools import cache

from .tables import DOMAIN

CATEGORY, SUBTYPE, DISPOSITION, REASONS, RULE = SAID = ("category", "subtype", "disposition", "reasons", "rule")
"""What a source says of a parcel."""


@dataclass(frozen=True, eq=False)
class SuggestionSource:
    """One entry of suggestion_sources.json.

    id: what a tag's zz_source says behind `rule:`; parameter: of Suggest
    categories; role: of the layer (roles.py); label, help: {"zh", "en"};
    where: expression for the features that suggest, '' for all; fixed: what
    they all say; fields: the field that says it, by SAID; needed: fields
    without which a layer is not such a result.
    """

    id: str
    parameter: str
    role: str
    label: dict
    help: dict
    where: str
    fixed: dict
    fields: dict
    needed: tuple


@cache
def suggestion_sources():
    """The registry, in its order, which settles what the order of codes and the share leave open."""
    return tuple(
        SuggestionSource(**{**entry, "needed": tuple(entry["needed"])}) for entry in _content()["sources"]
    )


def usual_order():
    """The order in which contests are settled unless a person says otherwise: codes joined by semicolons."""
    return _content()["order"]


@cache
def _content():
    return json.loads((DOMAIN / "suggestion_sources.json").read_text(encoding="utf-8"))
