"""The 5+X scheme: categories, sub-types, dispositions and stages, read from a data file."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from .errors import InvalidInput
from .tables import DOMAIN

SHIPPED = DOMAIN / "remediation_categories.json"
_LENGTHS = {"categories": 5, "subtypes": 8, "dispositions": 10, "stages": 5}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# Told apart by people with colour-blindness and in greyscale; by position, a file may name its own.
_COLOURS = ("#59a02e", "#e3c878", "#9559ad", "#9b473b", "#1f5a60", "#df8aa6", "#8aa1db", "#453621", "#797373")


@dataclass(frozen=True)
class Term:
    """A code with its names."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True)
class Category(Term):
    """One of the categories, its colour (#rrggbb) and its sub-types (Terms)."""

    colour: str
    subtypes: tuple


@dataclass(frozen=True)
class Scheme:
    """What can be tagged. categories: Category; dispositions, stages: Term; each in the file's order."""

    categories: tuple
    dispositions: tuple
    stages: tuple

    def category(self, code):
        """The category with this code, None if there is none."""
        return next((category for category in self.categories if category.code == code), None)

    def subtypes(self):
        """Every sub-type, in the order of the categories."""
        return tuple(term for category in self.categories for term in category.subtypes)

    def category_of(self, subtype):
        """The code of the category that a sub-type belongs to, '' for an unknown one."""
        return next(
            (category.code for category in self.categories for term in category.subtypes if term.code == subtype), ""
        )


def read_scheme(path=""):
    """The scheme in a JSON file, the shipped one where `path` is empty.

    Raises InvalidInput, naming CATEGORIES and what to mend, for a file that cannot be used.
    """
    path = Path(path or SHIPPED)
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "CATEGORIES: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped "
            "remediation_categories.json.", path=str(path), reason=getattr(error, "strerror", None) or str(error),
        ) from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(
            "CATEGORIES: the file {path} is not JSON ({reason}). Correct it there.", path=str(path), reason=str(error)
        ) from error
    if not isinstance(content, dict):
        content = {}
    categories = []
    for position, entry in enumerate(_entries(content, "categories", path)):
        term = _term(entry, "categories", path)
        subtypes = tuple(_term(part, "subtypes", path) for part in _entries(entry, "subtypes", path))
        colour = str(entry.get("colour") or _COLOURS[position % len(_COLOURS)])
        if not _COLOUR.fullmatch(colour):
            raise InvalidInput(
                "CATEGORIES: “{colour}” in {path} is no colour. Write it like #5f9e3f.", colour=colour, path=str(path)
            )
        categories.append(Category(term.code, term.zh, term.en, colour, subtypes))
    if not categories:
        raise InvalidInput(
            "CATEGORIES: the file {path} lists no categories. Start from the shipped remediation_categories.json.",
            path=str(path),
        )
    scheme = Scheme(
        tuple(categories),
        tuple(_term(entry, "dispositions", path) for entry in _entries(content, "dispositions", path)),
        tuple(_term(entry, "stages", path) for entry in _entries(content, "stages", path)),
    )
    for terms in (scheme.categories, scheme.subtypes(), scheme.dispositions, scheme.stages):
        _refuse_twice([term.code for term in terms], path)
    return scheme


def _entries(content, part, path):
    entries = content.get(part) or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidInput(
            "CATEGORIES: “{part}” in {path} is not a list of entries. Start from the shipped "
            "remediation_categories.json.", part=part, path=str(path),
        )
    return entries


def _term(entry, part, path):
    code = entry.get("code")
    code = "" if code is None else str(code).strip()
    if not re.fullmatch(r"[A-Za-z0-9_.-]+", code) or len(code) > _LENGTHS[part]:
        raise InvalidInput(
            "CATEGORIES: “{code}” in {path} is no code for “{part}”. Use up to {length} Latin letters and digits.",
            code=code, path=str(path), part=part, length=_LENGTHS[part],
        )
    zh, en = (str(entry.get(language) or "").strip() for language in ("zh", "en"))
    return Term(code, zh or en or code, en or zh or code)


def _refuse_twice(codes, path):
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise InvalidInput(
            "CATEGORIES: the code “{code}” stands in {path} twice. Give each its own.", code=twice, path=str(path)
        )
