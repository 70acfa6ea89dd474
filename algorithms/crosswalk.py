"""From a code of any of the three systems to the land use code of 2023."""

import re
from dataclasses import dataclass
from functools import cache

from .codes import code_table
from .systems import SURVEY, USE2023
from .tables import read_table

SEVERAL = "|"
"""Stands between the codes that a person may choose from."""


@dataclass(frozen=True)
class Mapped:
    """The 2023 code that a code becomes, and those a person may choose instead: none where it is settled."""

    code: str
    allowed: tuple = ()


def to_use2023(code, system):
    """Mapped of a normalised code, None for one that the system lacks.

    A suffix code that has no row of its own goes with its parent; codes of the 2023 system stay.
    """
    table = crosswalk(system)
    return table.get(code) or table.get(code_table(system).known(code))


@cache
def crosswalk(system):
    """{code: Mapped} for every code of a system.

    Survey classes by crosswalk_survey_to_use.csv, whose 1:n rows list the
    allowed codes in their notes. A group, which the survey hardly writes,
    takes its default from crosswalk_survey_groups.csv and allows whatever its
    classes become.
    """
    if system == USE2023:
        return {code: Mapped(code) for code in code_table(USE2023).names_zh}
    return _of_survey() if system == SURVEY else _of_2020()


def similar_codes(text):
    """Codes of the 2023 system, without their parts, that share the longest beginning with a text; () for none."""
    names = code_table(USE2023).names_zh
    for length in range(len(text), 1, -1):
        found = tuple(code for code in names if code.startswith(text[:length]))
        if found:
            classes = tuple(code for code in found if len(code) == 4)
            return classes if length == 2 and classes else found
    return ()


def _of_survey():
    found = {}
    for row in read_table("crosswalk_survey_to_use"):
        several = re.search(r"allowed: ([\d|]+)", row["note"])
        allowed = tuple(several[1].split(SEVERAL)) if several else ()
        found[row["sandiao_code"]] = Mapped(row["default_use_code_2023"], allowed)
    parents = code_table(SURVEY).parents
    groups = {}
    for row in read_table("crosswalk_survey_groups"):
        classes = [mapped for code, mapped in found.items() if parents[code] == row["survey_code"]]
        codes = [code for mapped in classes for code in (mapped.allowed or (mapped.code,))]
        groups[row["survey_code"]] = Mapped(row["default_use_code_2023"], tuple(dict.fromkeys(codes)))
    return {**found, **groups}


def _of_2020():
    splits = {
        row["code_2020_trial"]: tuple(row["allowed_2023"].split(SEVERAL)) for row in read_table("land_use_2020_splits")
    }
    return {
        row["code_2020_trial"]: Mapped(row["code_2023"], splits.get(row["code_2020_trial"], ()))
        for row in read_table("land_use_codes_2020_to_2023")
    }
