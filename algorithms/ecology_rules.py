"""What can be restored, and as what: the rule table, read from a data file and checked line by line."""

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from .codes import parse_code_list
from .errors import InvalidInput, translatable
from .json_lines import JsonError, read_json
from .systems import CODE_SYSTEMS
from .tables import DOMAIN
from .tag_scheme import read_scheme

SHIPPED = DOMAIN / "ecology_rules.json"
PARCELS, MARGIN, BELT, CORRIDOR = "parcels", "margin", "belt", "corridor"
ON_PARCELS = (PARCELS, MARGIN)
"""Kinds that judge parcels; the others propose links."""
LAYERS = ("REDLINE", "MINES")
"""Layers that a rule can ask a parcel to lie inside of, or apart from."""
WHERE = "where"
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_ALWAYS = ("id", "kind", "subtype", "title", "reason", "land")
_ENDLESS = math.inf
# Per kind its own keys: the value where the key is left out (None: it must stand), and smallest and largest number.
_NUMBERS: dict = {
    PARCELS: {"min_share": (0, 0, 1), "min_m2": (1, 0, _ENDLESS)},
    MARGIN: {"distance": (None, 0, 10_000), "min_m2": (1, 0, _ENDLESS)},
    BELT: {
        "block_mu": (100, 0, _ENDLESS), "reach": (20, 1, 500), "tree_reach": (10, 0, 500), "max_width": (30, 1, 500),
        "width": (6, 0.5, 500), "min_length": (100, 0, _ENDLESS),
    },
    CORRIDOR: {
        "other_cost": (None, 0.001, 1e6), "slope_cost": (1, 0, 1e3), "patch_mu": (150, 0, _ENDLESS),
        "join_gap": (20, 0, 1_000), "max_length": (500, 1, 20_000), "cell": (10, 1, 500), "width": (30, 0.5, 1_000),
    },
}
_OTHERS = {
    PARCELS: ("attributes", "inside", "apart_from", "frees_quota"), MARGIN: ("water",), BELT: ("trees",),
    CORRIDOR: ("costs",),
}
_FACTS = {
    PARCELS: ("area", "mu", "percent"), MARGIN: ("area", "mu", "percent"), BELT: ("length", "mu"),
    CORRIDOR: ("length", "mu"),
}
"""What the wording of a rule can name besides its own numbers."""


@dataclass(frozen=True)
class Land:
    """Which parcels: codes, CodeList by code system; where: a QGIS expression, '' for none."""

    codes: dict
    where: str


@dataclass(frozen=True)
class Rule:
    """One rule. title, reason: {"zh", "en"}; values: its numbers by key; the rest as its kind needs, else empty.

    attributes: {field: values of which the parcel has one}; inside, apart_from: one of LAYERS or ''; water, trees:
    Land; costs: ((cost, Land), …), the first that fits counts.
    """

    id: str
    kind: str
    category: str
    subtype: str
    title: dict
    reason: dict
    land: Land
    values: dict
    attributes: dict
    inside: str
    apart_from: str
    frees_quota: bool
    water: object
    trees: object
    costs: tuple

    def lands(self):
        """Every Land the rule names."""
        return [land for land in (self.land, self.water, self.trees, *(land for _, land in self.costs)) if land]


@dataclass(frozen=True)
class EcologyRules:
    """The rules in their order, which says what goes first; path: the user's file, '' for none."""

    rules: tuple
    path: str = ""


def read_rules(path=""):
    """The shipped rules, with those of a file of one's own.

    Its rules take the place of shipped ones with the same id, and others come behind; those listed under `without`
    fall away. Raises InvalidInput naming RULES_FILE, the line and what is expected there.
    """
    shipped = _shipped()
    if not path:
        return EcologyRules(shipped)
    rules, without, lines = _read(Path(path))
    own = {rule.id: rule for rule in rules}
    known = {*own, *(rule.id for rule in shipped)}
    for i, name in enumerate(without):
        if name not in known:
            raise _wrong(path, lines, ("without", i), translatable("the id of a rule"))
    first = [own.pop(rule.id, rule) for rule in shipped]
    merged = tuple(rule for rule in (*first, *own.values()) if rule.id not in without)
    if not merged:
        raise _wrong(path, lines, ("without",), translatable("a list that leaves at least one rule"))
    return EcologyRules(merged, str(path))


@cache
def _shipped():
    return _read(SHIPPED)[0]


def _read(path):
    """(rules, ids under without, lines) of a file."""
    try:
        content, lines = read_json(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "RULES_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped "
            "ecology_rules.json.", path=str(path), reason=getattr(error, "strerror", None) or str(error),
        ) from error
    except JsonError as error:
        raise InvalidInput(
            "RULES_FILE: line {line} of {path} is not JSON ({reason}). Correct it there.",
            line=error.line, path=str(path), reason=error.reason,
        ) from error
    check = _Check(path, lines)
    check.that(isinstance(content, dict), (), translatable("an object with names and values in braces, {…}"))
    check.keys((), content, ("comment", "rules", "without"))
    entries, without = content.get("rules", []), content.get("without", [])
    check.that(isinstance(entries, list), ("rules",), translatable("a list of rules in square brackets, [{…}, {…}]"))
    check.that(isinstance(without, list), ("without",), translatable("a list of texts"))
    check.that(bool(entries or without), (), translatable("rules, or ids under “without”"))
    rules = []
    for i, entry in enumerate(entries):
        rule = check.rule(("rules", i), entry)
        check.that(rule.id not in [other.id for other in rules], ("rules", i, "id"),
                   translatable("a name that no other rule of the file has"))
        rules.append(rule)
    return tuple(rules), without, lines


class _Check:
    """Refuses, naming the line, whatever is not as a rule table has it."""

    def __init__(self, path, lines):
        self._path, self._lines = path, lines

    def that(self, holds, at, wanted):
        if not holds:
            raise _wrong(self._path, self._lines, at, wanted)

    def keys(self, at, entry, known):
        for key in entry:
            if key not in known:
                raise InvalidInput(
                    "RULES_FILE: line {line} of {path}: there is no key “{key}” here. Use: {keys}.",
                    line=_line(self._lines, (*at, key)), path=str(self._path), key=key, keys=", ".join(known),
                )

    def rule(self, at, entry):
        self.that(isinstance(entry, dict), at, translatable("an object with names and values in braces, {…}"))
        self.that(
            isinstance(entry.get("id"), str) and bool(_ID.fullmatch(entry["id"])), (*at, "id"),
            translatable("a name of its own of Latin letters, digits, _ and -"))
        kind = entry.get("kind")
        self.that(kind in _NUMBERS, (*at, "kind"), translatable("“parcels”, “margin”, “belt” or “corridor”"))
        self.keys(at, entry, (*_ALWAYS, *_NUMBERS[kind], *_OTHERS[kind]))
        category = read_scheme().category_of(entry.get("subtype"))
        self.that(bool(category), (*at, "subtype"), translatable("a sub-type of the 5+X scheme, such as E2"))
        values = {name: self._number(at, entry, name, *limits) for name, limits in _NUMBERS[kind].items()}
        names = {*values, *_FACTS[kind]}
        return Rule(
            id=entry["id"], kind=kind, category=category, subtype=entry["subtype"],
            title=self._texts((*at, "title"), entry.get("title"), ()),
            reason=self._texts((*at, "reason"), entry.get("reason"), names),
            land=self._land((*at, "land"), entry.get("land")), values=values,
            attributes=self._attributes((*at, "attributes"), entry.get("attributes", {})),
            inside=self._layer((*at, "inside"), entry.get("inside", "")),
            apart_from=self._layer((*at, "apart_from"), entry.get("apart_from", "")),
            frees_quota=self._truth((*at, "frees_quota"), entry.get("frees_quota", False)),
            water=self._land((*at, "water"), entry.get("water")) if kind == MARGIN else None,
            trees=self._land((*at, "trees"), entry.get("trees")) if kind == BELT else None,
            costs=self._costs((*at, "costs"), entry.get("costs")) if kind == CORRIDOR else (),
        )

    def _number(self, at, entry, name, usual, least, most):
        value = entry.get(name, usual)
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not least <= value <= most:
            raise InvalidInput(
                "RULES_FILE: line {line} of {path}: write for “{key}” a number from {least} to {most}.",
                line=_line(self._lines, (*at, name)), path=str(self._path), key=name, least=f"{least:g}",
                most="∞" if most == _ENDLESS else f"{most:g}",
            )
        return float(value)

    def _texts(self, at, texts, names):
        whole = isinstance(texts, dict) and set(texts) == {"zh", "en"}
        self.that(
            whole and all(isinstance(text, str) and text.strip() for text in texts.values()), at,
            translatable("texts in both languages, {\"zh\": …, \"en\": …}"))
        for language, text in texts.items():
            try:
                used = {name for _, name, form, conversion in Formatter().parse(text) if name is not None
                        or form or conversion}
            except ValueError:
                used = {None}
            if used - set(names):
                raise InvalidInput(
                    "RULES_FILE: line {line} of {path}: braces in this text can only name: {names}.",
                    line=_line(self._lines, (*at, language)), path=str(self._path),
                    names=", ".join(sorted(f"{{{name}}}" for name in names)) or "–",
                )
        return texts

    def _land(self, at, entry):
        self.that(
            isinstance(entry, dict) and bool(entry) and all(isinstance(text, str) for text in entry.values()), at,
            translatable("codes by code system, {\"survey\": \"0602\"}, or an expression, {\"where\": \"…\"}"))
        self.keys(at, entry, (*CODE_SYSTEMS, WHERE))
        codes = {system: self._codes((*at, system), entry[system], system) for system in CODE_SYSTEMS
                 if system in entry}
        return Land(codes, entry.get(WHERE, "").strip())

    def _codes(self, at, text, system):
        try:
            codes = parse_code_list(text, system, "RULES_FILE")
        except InvalidInput:
            codes = None
        self.that(codes is not None and bool(codes.include), at,
                  translatable("beginnings of codes of this code system in one text, such as \"02, 03, -0301\""))
        return codes

    def _attributes(self, at, entry):
        self.that(
            isinstance(entry, dict) and all(
                isinstance(values, list) and values and all(isinstance(value, str) for value in values)
                for values in entry.values()),
            at, translatable("fields with lists of values, {\"TBXHDM\": [\"FQ\"]}"))
        return {field: tuple(values) for field, values in entry.items()}

    def _layer(self, at, name):
        self.that(name == "" or name in LAYERS, at, translatable("“REDLINE” or “MINES”"))
        return name

    def _truth(self, at, value):
        self.that(isinstance(value, bool), at, translatable("true or false"))
        return value

    def _costs(self, at, entries):
        self.that(
            isinstance(entries, list) and bool(entries) and all(isinstance(entry, dict) for entry in entries), at,
            translatable("a list of costs with land, [{\"cost\": 1, \"survey\": \"03\"}]"))
        return tuple(
            (
                self._number((*at, i), entry, "cost", None, 0.001, 1e6),
                self._land((*at, i), {key: value for key, value in entry.items() if key != "cost"}),
            )
            for i, entry in enumerate(entries)
        )


def _wrong(path, lines, at, wanted):
    named = [str(part) for part in at if isinstance(part, str)]
    return InvalidInput(
        "RULES_FILE: line {line} of {path}: “{key}” cannot be used. Write {wanted}.",
        line=_line(lines, at), path=str(path), key=named[-1] if named else "rules", wanted=wanted,
    )


def _line(lines, at):
    while at not in lines:
        at = at[:-1]
    return lines[at]


def known_fields(rules):
    """Names of the attributes that the rules look at."""
    return list(dict.fromkeys(name for rule in rules for name in rule.attributes))
