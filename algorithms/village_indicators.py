"""The indicators of a village plan: which land counts for which, and their values."""

import json
from dataclasses import dataclass
from functools import cache

from .structure_form import forms, read_codes_of_row
from .tables import DOMAIN, read_table

LAND, PER_PERSON, REDLINE, BASIC_FARMLAND, COASTLINE, HERITAGE = KINDS = (
    "land", "per_person", "redline", "basic_farmland", "coastline", "heritage",
)


@dataclass(frozen=True)
class Indicator:
    """An indicator as the form has it.

    name, group, binding, unit: {"zh", "en"}; kind: one of KINDS; codes,
    without: beginnings of the codes that count, and of those that do not
    although they begin so; of: for PER_PERSON, the number of the indicator
    whose land is shared.
    """

    no: int
    name: dict
    group: dict
    binding: dict
    unit: dict
    kind: str
    codes: tuple
    without: tuple
    of: int

    def takes(self, code):
        """Whether land of a code counts; the longest beginning that fits decides."""
        counts, not_counts = (
            max((len(start) for start in starts if code.startswith(start)), default=0)
            for starts in (self.codes, self.without)
        )
        return counts > not_counts


@cache
def indicators():
    """The indicators in the form's order."""
    content = _content()
    rows = {int(row["no"]): row for row in read_table("village_indicators")}

    def both(row, column, words):
        return {"zh": row[column], "en": content[words][row[column]]}

    return tuple(
        Indicator(
            entry["no"], {"zh": row["indicator_zh"], "en": entry["en"]}, both(row, "group_zh", "groups"),
            both(row, "binding_zh", "bindings"), both(row, "unit_zh", "units"), entry["kind"],
            read_codes_of_row(entry.get("codes", "")), read_codes_of_row(entry.get("without", "")), entry.get("of", 0),
        )
        for entry, row in ((entry, rows[entry["no"]]) for entry in content["indicators"])
    )


@cache
def form_of_indicators():
    """The form of the structure adjustment table whose figures the indicators agree with."""
    return next(form for form in forms() if form.id == _content()["form"])


def lines_of(indicator, lines):
    """Positions of the lines of a structure table (see structure_table.Line) whose land counts for an indicator."""
    return [at for at, line in enumerate(lines) if not line.members and any(map(indicator.takes, line.codes))]


def per_person(hundredths, people):
    """Square metres per person, rounded to 0.01, from hundredths of a hectare; None where the people are not known."""
    return round(hundredths * 100 / people, 2) if people else None


def _content():
    with open(DOMAIN / "village_indicator_codes.json", encoding="utf-8") as file:
        return json.load(file)
