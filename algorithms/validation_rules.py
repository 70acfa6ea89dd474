"""What is checked of a delivery or of survey parcels: the list, from a data file."""

import json
from dataclasses import dataclass
from functools import cache

from .tables import DOMAIN, read_table

ERROR, WARNING, NOTE = SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule.

    id: its name in results, the family before the dot; severity: one of SEVERITIES; title, message: as shown,
    {"zh", "en"}; tolerance: what is not more than this is no fault, in the unit of what is measured; fault: QGIS
    expression over the survey's fields that holds for a fault, field: the field it is about, both '' where the check is
    not an expression.
    """

    id: str
    severity: str
    title: dict
    message: dict
    tolerance: float = 0.0
    field: str = ""
    fault: str = ""


@cache
def validation_rules():
    """The shipped rules by id, in their order."""
    return {entry["id"]: Rule(**entry) for entry in _content()["rules"]}


def key_fields():
    """Names of the fields whose values are unique in their layer."""
    return tuple(_content()["keys"])


def construction_group():
    """What the table of plan codes calls the group of construction land."""
    return _content()["construction"]


@cache
def survey_lists():
    """Codes that a survey field may hold, by field."""
    lists = {}
    for row in read_table("planting_attribute_codes"):
        lists.setdefault(row["field"], set()).add(row["code"])
    lists["GDPDJB"] = {row["grade"] for row in read_table("slope_grades")}
    return {name: frozenset(codes) for name, codes in lists.items()}


@cache
def _content():
    return json.loads((DOMAIN / "validation_rules.json").read_text(encoding="utf-8"))
