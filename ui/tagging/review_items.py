"""What there is to review: tags that rules gave, and what the checks found."""

import json
from typing import NamedTuple

from ...algorithms import tags
from ...processing.i18n import tr

SUGGESTION = "suggestion"


class Item(NamedTuple):
    """One line.

    kind: SUGGESTION or a check's id; source: the rule, or the check, in words;
    severity: '' for suggestions; said: the sentence of a finding, and of a
    suggestion its `zz_rule`, which `message` reads when it is looked at.
    """

    kind: str
    id: int
    category: str
    subtype: str
    village: str
    source: str
    severity: str
    said: str

    @property
    def message(self):
        """Why, in words."""
        return reasons_in(self.said) if self.kind == SUGGESTION else self.said


def findings(checked, names):
    """Items of what the checks found. names: {check id: its name}."""
    return [
        Item(found.check, found.id, found.category, "", found.village, names.get(found.check, found.check),
             found.severity, found.message) for found in checked
    ]


def reasons_in(rule):
    """The reasons inside the JSON of `zz_rule`."""
    try:
        content = json.loads(rule)
    except ValueError:
        return ""
    return str(content.get("reasons") or "") if isinstance(content, dict) else ""


def rejected(held, reason, time, room):
    """The fields of a parcel whose suggestion a person rejects: no category, and who said so and why.

    held: {field: text} of the parcel now; room: bytes that fit into `zz_rule`,
    0 for any number. Where earlier rejections do not fit beside this one they
    go, the oldest first. None where the reason alone is too long.
    """
    try:
        before = list(json.loads(held[tags.RULE] or "{}").get("rejected", []))
    except (ValueError, AttributeError, TypeError):
        before = []
    entry = {"rule": tags.rule_of(held[tags.SOURCE]), "category": held[tags.CATEGORY], "subtype": held[tags.SUBTYPE],
             "reason": reason, "time": time}
    while True:
        text = json.dumps({"rejected": [*before, entry]}, ensure_ascii=False, separators=(",", ":"))
        if not room or len(text.encode()) <= room:
            return {tags.CATEGORY: "", tags.SUBTYPE: "", tags.DISPOSITION: "", tags.SOURCE: tags.PERSON,
                    tags.RULE: text, tags.TIME: time}
        if not before:
            return None
        before = before[1:]


def severity_words():
    """Severities in words."""
    return {"": tr("Suggestion"), "error": tr("Error"), "warning": tr("Warning"), "hint": tr("Hint")}
