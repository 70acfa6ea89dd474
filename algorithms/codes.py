"""Land code systems: which codes exist, what they mean, how dirty ones are read.

Three systems share digits (0601 is industry in the survey and rural road in
the plan), so nothing here guesses the system: the caller names it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from .errors import InvalidInput
from .systems import CODE_SYSTEMS, SURVEY, SYSTEM_NAMES, USE2023
from .tables import read_table

MAX_UNKNOWN_SHARE = 0.05
"""Above this share of features with codes the system lacks, a run stops (judgement)."""

_ATTRIBUTE_LEVEL = "9"  # 201…205 in the survey table are values of CZCSXM, not classes


@dataclass(frozen=True)
class CodeTable:
    """The codes of one system, each with its names, parent and land group."""

    system: str
    names_zh: dict
    names_en: dict
    parents: dict
    groups: dict

    def __contains__(self, code):
        return code in self.names_zh

    def name(self, code, chinese):
        """What a normalised code is called, '' where the system lacks it."""
        code = self.known(code)
        zh, en = self.names_zh.get(code, ""), self.names_en.get(code, "")
        return zh if chinese or not en else en

    def known(self, code):
        """The code itself where it exists, else the four-digit parent of a suffix code, else ''."""
        if code in self.names_zh:
            return code
        parent = re.fullmatch(r"(\d{4}|\d{2}H\d)[A-Z]+", code)
        if parent and parent[1] in self.names_zh:
            return parent[1]
        return ""


@dataclass(frozen=True)
class Codes:
    """A column of codes, read.

    value: normalised codes, '' where there was none, shape (n,).
    unknown: how many features carry each code the system lacks.
    empty: how many features carry no code.
    """

    system: str
    value: np.ndarray
    unknown: dict
    empty: int


@cache
def code_table(system):
    """The table of one of CODE_SYSTEMS."""
    if system == SURVEY:
        rows = [row for row in read_table("land_classes_survey") if row["level"] != _ATTRIBUTE_LEVEL]
        return _table(system, rows, "group")
    plan = read_table("land_use_codes_2023")
    if system == USE2023:
        return _table(system, plan, "group_hint")
    names = {row["code"]: row for row in plan}
    trial = []
    for row in read_table("land_use_codes_2020_to_2023"):
        code, now = row["code_2020_trial"], names.get(row["code_2023"], {})
        trial.append({**now, "code": code, "parent": code[:-2]})
    return _table(system, trial, "group_hint")


def normalise(value, table):
    """One raw code as the system writes it, '' where there is none.

    Strips spaces and full-width forms, reads numbers, and restores a leading
    zero that a numeric column lost.
    """
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).upper()
    text = re.sub(r"^(\d+)\.0+$", r"\1", text)
    if table.known(text):
        return text
    if table.known("0" + text):
        return "0" + text
    return text


def read_codes(values, system):
    """Normalise a column of raw codes (n values of any kind) into Codes."""
    table = code_table(system)
    row_value, distinct = pd.factorize(pd.Series(values, dtype=object), use_na_sentinel=True)
    clean = np.array([normalise(value, table) for value in distinct] + [""], dtype=object)
    value = clean[row_value]  # -1, a missing value, takes the last: ''
    counts = pd.Series(value).value_counts()
    unknown = {code: int(n) for code, n in counts.items() if code and not table.known(code)}
    return Codes(system, value, unknown, int(counts.get("", 0)))


def refuse_wrong_system(codes, parameter="CODE_FIELD"):
    """Raise InvalidInput where the column cannot be in the system it was said to be in. parameter: what chose it.

    More than MAX_UNKNOWN_SHARE of the features with unknown codes stops the
    run, and names the system that does explain them.
    """
    total = len(codes.value)
    if total and codes.empty == total:
        raise InvalidInput(
            "{parameter}: the field holds no code at all. Choose the field with the land codes, such as DLBM.",
            parameter=parameter,
        )
    share = _unknown_share(codes)
    if share <= MAX_UNKNOWN_SHARE:
        return
    facts = {"percent": f"{100 * share:.1f}", "system": SYSTEM_NAMES[codes.system], "codes": describe_unknown(codes)}
    for other in CODE_SYSTEMS:
        if other != codes.system and _unknown_share(read_codes(codes.value, other)) <= MAX_UNKNOWN_SHARE:
            raise InvalidInput(
                "CODE_SYSTEM: {percent} % of the features carry codes that the code system “{system}” does not "
                "have ({codes}). “{other}” has them: choose it, or choose another land code field.",
                other=SYSTEM_NAMES[other], **facts,
            )
    raise InvalidInput(
        "{parameter}: {percent} % of the features carry codes that the code system “{system}” does not have "
        "({codes}). Choose the field with the land codes, or correct them.",
        parameter=parameter, **facts,
    )


def describe_unknown(codes, most=5):
    """The commonest unknown codes with their counts, as `code × count`."""
    shown = [f"{code} × {count}" for code, count in list(codes.unknown.items())[:most]]
    return ", ".join(shown) + (", …" if len(codes.unknown) > most else "")


@dataclass(frozen=True)
class CodeList:
    """Which codes a person named: beginnings of codes, and those taken out again."""

    include: tuple
    exclude: tuple

    def matches(self, codes):
        """Which of the normalised codes (shape (n,)) the list names, as booleans.

        The longest beginning that fits decides, so `1107, -1107A` names the
        ditch but not the main canal.
        """
        row, distinct = pd.factorize(pd.Series(codes, dtype=object))
        return np.array([self._names(code) for code in distinct] + [False], dtype=bool)[row]

    def _names(self, code):
        longest = max((len(start) for start in self.include if code.startswith(start)), default=0)
        return longest > max((len(start) for start in self.exclude if code.startswith(start)), default=0)


def parse_code_list(text, system, parameter):
    """Read a list such as `1001, 1003, 05xx, -1107A` into a CodeList.

    Separated by commas, semicolons or spaces (Chinese ones too); `xx` stands
    for whatever follows; `-` takes a code out. Raises InvalidInput naming
    `parameter` where an entry begins no code of the system.
    """
    table = code_table(system)
    include, exclude = [], []
    for entry in re.split(r"[\s,;，；、]+", unicodedata.normalize("NFKC", text or "").strip()):
        if not entry:
            continue
        start = re.sub(r"X+$", "", entry.lstrip("-").upper())
        if not start or not any(code.startswith(start) for code in table.names_zh):
            raise InvalidInput(
                "{parameter}: “{entry}” begins no code of the code system “{system}”. "
                "Write codes such as 1001 or 05xx, separated by commas.",
                parameter=parameter, entry=entry, system=SYSTEM_NAMES[system],
            )
        (exclude if entry.startswith("-") else include).append(start)
    return CodeList(tuple(include), tuple(exclude))


def _unknown_share(codes):
    return sum(codes.unknown.values()) / max(len(codes.value), 1)


def _table(system, rows, group_column):
    return CodeTable(
        system,
        {row["code"]: row.get("name_zh", "") for row in rows},
        {row["code"]: row.get("name_en", "") for row in rows},
        {row["code"]: row.get("parent", "") for row in rows},
        {row["code"]: row.get(group_column, "") for row in rows},
    )
