"""What a tag is: its fields, where it came from, and when."""

import json
from datetime import datetime

CATEGORY, SUBTYPE, DISPOSITION, STAGE = "zz_cat", "zz_sub", "zz_disp", "zz_stage"
PROJECT, PLANNED_USE, NOTE = "zz_proj", "zz_plan", "zz_note"
SOURCE, RULE, TIME = "zz_source", "zz_rule", "zz_time"
FIELDS = (CATEGORY, SUBTYPE, DISPOSITION, STAGE, PROJECT, PLANNED_USE, NOTE, SOURCE, RULE, TIME)
"""The fields of a tag in their order: ASCII and at most 10 characters, so that every format keeps them."""
DECISION = (CATEGORY, SUBTYPE, DISPOSITION, STAGE, PROJECT, PLANNED_USE, NOTE)
"""Those that say what becomes of the parcel; the others say who said so."""
LENGTHS = {
    CATEGORY: 5, SUBTYPE: 8, DISPOSITION: 10, STAGE: 5, PROJECT: 100, PLANNED_USE: 20, NOTE: 254, SOURCE: 60, RULE: 0,
    TIME: 32,
}
"""Longest text of each field, 0 for any length."""
PERSON = "person"
_RULE_PREFIX = "rule:"


def by_rule(name):
    """The source of a tag that the rule `name` gave."""
    return _RULE_PREFIX + name


def rule_of(source):
    """The rule's name in a tag's source, '' where it was not given by a rule."""
    return source[len(_RULE_PREFIX):] if source and source.startswith(_RULE_PREFIX) else ""


def is_persons(category, source):
    """Whether a person decided on this parcel: a category no rule gave, or a decision against a rule's."""
    return source == PERSON or (bool(category) and not rule_of(source))


def now():
    """This moment as ISO 8601 with its zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def compact(rule, length=0):
    """A rule's parameters as JSON without spaces, at most `length` bytes of UTF-8 where that is above 0.

    What does not fit is left out whole, the longest first, and the text says
    so with "cut": true, so that it stays JSON that a program can read; {}
    where not even that fits.
    """
    kept, text = dict(rule), _json(rule)
    # The rule's name goes last: it says most.
    longest = sorted(kept, key=lambda name: (name != "rule", len(_json(kept[name]).encode())))
    while length and len(text.encode()) > length:
        if not longest:
            return "{}"
        del kept[longest.pop()]
        text = _json({**kept, "cut": True})
    return text


def _json(content):
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
