"""What tagged land becomes: the rule table, read from a data file and checked."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .codes import CodeList, code_table, parse_code_list
from .errors import InvalidInput, translatable
from .systems import USE2023
from .tables import DOMAIN

SHIPPED = DOMAIN / "plan_rules.json"
SAME = "same"
STEEP, GENTLE = "steep", "gentle"
_ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
_CONDITIONS = ("categories", "subtypes", "dispositions")
_RULE_KEYS = {"id", "reason", *_CONDITIONS, "base", "redline", "slope", "becomes", "ask"}
# Numbers and switches of the file: smallest and largest value; None for true or false.
_LIMITS = {
    "steep_from_grade": (1, 5), "gentle_to_grade": (1, 5), "inside_share": (0.01, 1), "overlap_min_area": (0, 1e6),
    "overlap_min_share": (0, 1), "restore_in_basic_farmland": None,
}
_KEYS = {"comment", "uses", "cropland", "rules", *_LIMITS}
_A_LIST = translatable("a list of texts, such as [\"B1\", \"B2\"]")
_TRUTH = translatable("true or false")
_SLOPE = translatable("“steep” or “gentle”")
_TEXTS = translatable("texts in both languages, {\"zh\": …, \"en\": …}")
_NAME = translatable("a name of its own of Latin letters, digits, _ and -")
_CODES = translatable("beginnings of codes in one text, such as \"02, 03, -0301\"")
_OBJECT = translatable("an object with names and values in braces, {…}")
_USES = translatable("names with use codes of 2023, such as {\"cropland\": \"0103\"}")
_RULES = translatable("a list of rules in square brackets, [{…}, {…}]")
_BECOMES = translatable("“same”, a name listed under “uses”, or a land use code of 2023")


@dataclass(frozen=True)
class Rule:
    """When a rule fits, and what the land then becomes.

    categories, subtypes, dispositions: codes of which the tag has one, ''
    for none given; () for whatever. base: CodeList of base-year codes, None
    for all. redline: whether it lies inside, None for either. slope: STEEP,
    GENTLE or '' for any, also an unknown one. code: the planned code, '' where
    the use stays. ask: what a person may choose instead, None where nobody is
    asked. reason: {"zh", "en"}.
    """

    id: str
    reason: dict
    categories: tuple
    subtypes: tuple
    dispositions: tuple
    base: object
    redline: object
    slope: str
    code: str
    ask: object


@dataclass(frozen=True)
class PlanRules:
    """The rule table.

    rules: Rule, the first that fits decides; cropland: CodeList of what counts
    as cropland; steep_from, gentle_to: slope grades 1 to 5; inside_share: of a
    parcel from which it lies inside the redline; min_area (m²), min_share: from
    which both an overlap counts at all; restore: whether a rule may restore
    cropland inside permanent basic farmland; path: '' for the shipped file.
    """

    rules: tuple
    cropland: CodeList
    steep_from: int
    gentle_to: int
    inside_share: float
    min_area: float
    min_share: float
    restore: bool
    path: str = ""


def read_rules(path="", scheme=None):
    """The rule table of a JSON file, the shipped one where `path` is empty.

    scheme: Scheme; where it is given, tag codes it lacks are refused. What a
    file of one's own leaves out beside its rules is as in the shipped one.
    Raises InvalidInput naming RULES_FILE, the rule and the key.
    """
    content = _shipped()
    if path:
        own = _load(Path(path))
        content = {**content, **own}
    uses = content["uses"]
    if not _all_texts(uses, dict) or not all(code in code_table(USE2023) for code in uses.values()):
        raise _wrong(path, "", "uses", _USES)
    for key, limits in _LIMITS.items():
        _check_limit(path, key, content[key], limits)
    if not isinstance(content["rules"], list) or not content["rules"]:
        raise _wrong(path, "", "rules", _RULES)
    rules = tuple(_rule(entry, position, uses, path, scheme) for position, entry in enumerate(content["rules"], 1))
    for position, rule in enumerate(rules):
        if rule.id in [earlier.id for earlier in rules[:position]]:
            raise _wrong(path, rule.id, "id", _NAME)
    return PlanRules(
        rules, _code_list(path, "", "cropland", content["cropland"]), content["steep_from_grade"],
        content["gentle_to_grade"], content["inside_share"], content["overlap_min_area"], content["overlap_min_share"],
        content["restore_in_basic_farmland"], str(path),
    )


@cache
def _shipped():
    return json.loads(SHIPPED.read_text(encoding="utf-8"))


def _load(path):
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            "RULES_FILE: the file {path} cannot be read ({reason}). Choose a JSON file in UTF-8 like the shipped "
            "plan_rules.json.", path=str(path), reason=getattr(error, "strerror", None) or str(error),
        ) from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(
            "RULES_FILE: the file {path} is not JSON ({reason}). Correct it there.", path=str(path), reason=str(error)
        ) from error
    if not isinstance(content, dict):
        raise _wrong(path, "", "rules", _OBJECT)
    if "rules" not in content:
        raise _wrong(path, "", "rules", _RULES)
    _refuse_unknown(path, "", content, _KEYS)
    return content


def _rule(entry, position, uses, path, scheme):
    if not isinstance(entry, dict):
        raise _wrong(path, str(position), "rules", _OBJECT)
    name = entry.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise _wrong(path, str(position), "id", _NAME)
    _refuse_unknown(path, name, entry, _RULE_KEYS)
    conditions = {key: _tag_codes(path, name, key, entry.get(key, []), scheme) for key in _CONDITIONS}
    if not any(conditions.values()):
        raise InvalidInput(
            "RULES_FILE: rule “{rule}” in {path} names no tag, and would change land that nobody tagged. Give it "
            "categories, subtypes or dispositions.", rule=name, path=str(path),
        )
    reason = entry.get("reason")
    if not isinstance(reason, dict) or not _all_texts(reason, dict) or not {"zh", "en"} <= reason.keys():
        raise _wrong(path, name, "reason", _TEXTS)
    redline, slope, ask = entry.get("redline"), entry.get("slope", ""), entry.get("ask")
    if redline is not None and not isinstance(redline, bool):
        raise _wrong(path, name, "redline", _TRUTH)
    if slope not in ("", STEEP, GENTLE):
        raise _wrong(path, name, "slope", _SLOPE)
    if ask is not None and not _all_texts(ask, list):
        raise _wrong(path, name, "ask", _A_LIST)
    return Rule(
        id=name, reason=reason, **conditions,
        base=_code_list(path, name, "base", entry["base"]) if "base" in entry else None, redline=redline, slope=slope,
        code=_code(path, name, "becomes", entry.get("becomes"), uses),
        ask=None if ask is None else tuple(
            code for code in (_code(path, name, "ask", each, uses) for each in ask) if code
        ),
    )


def _tag_codes(path, name, key, codes, scheme):
    if not _all_texts(codes, list):
        raise _wrong(path, name, key, _A_LIST)
    if scheme is not None:
        terms = {
            "categories": scheme.categories, "subtypes": scheme.subtypes(), "dispositions": scheme.dispositions,
        }[key]
        known = {"", *(term.code for term in terms)}
        for code in codes:
            if code not in known:
                raise InvalidInput(
                    "RULES_FILE: rule “{rule}”, key “{key}” in {path}: the scheme has no code “{code}”. Use one of: "
                    "{valid}.", rule=name, key=key, path=str(path), code=code,
                    valid=", ".join(sorted(known - {""})),
                )
    return tuple(codes)


def _code(path, name, key, text, uses):
    """The use code of “same” ('' then), a name under uses, or a code itself."""
    if text == SAME:
        return ""
    code = uses.get(text, text) if isinstance(text, str) else None
    if code not in code_table(USE2023).names_zh:
        raise _wrong(path, name, key, _BECOMES)
    return code


def _code_list(path, name, key, text):
    if not isinstance(text, str):
        raise _wrong(path, name, key, _CODES)
    where = ", ".join(part for part in ("RULES_FILE", name, key) if part)
    codes = parse_code_list(text, USE2023, where)
    if not codes.include:
        raise _wrong(path, name, key, _CODES)
    return codes


def _check_limit(path, key, value, limits):
    if limits is None:
        if not isinstance(value, bool):
            raise _wrong(path, "", key, _TRUTH)
        return
    least, most = limits
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise InvalidInput(
            "RULES_FILE: key “{key}” in {path}: {value} cannot be used. Give a number from {least} to {most}.",
            key=key, path=str(path), value=str(value), least=f"{least:g}", most=f"{most:g}",
        )


def _all_texts(values, kind):
    """Whether this is a list, or an object, of nothing but texts."""
    if not isinstance(values, kind):
        return False
    return all(isinstance(value, str) for value in (values.values() if kind is dict else values))


def _refuse_unknown(path, name, entry, keys):
    unknown = sorted(set(entry) - keys)
    if unknown and name:
        raise InvalidInput(
            "RULES_FILE: rule “{rule}” in {path} has a key “{key}” that no rule has. Use: {keys}.",
            rule=name, path=str(path), key=unknown[0], keys=", ".join(sorted(keys)),
        )
    if unknown:
        raise InvalidInput(
            "RULES_FILE: {path} has a key “{key}” that a rule table does not have. Use: {keys}.",
            path=str(path), key=unknown[0], keys=", ".join(sorted(keys)),
        )


def _wrong(path, name, key, wanted):
    if name:
        return InvalidInput(
            "RULES_FILE: rule “{rule}”, key “{key}” in {path} cannot be used. Write {wanted}.",
            rule=name, key=key, path=str(path), wanted=wanted,
        )
    return InvalidInput(
        "RULES_FILE: key “{key}” in {path} cannot be used. Write {wanted}.", key=key, path=str(path), wanted=wanted
    )
