"""What the dock remembers in a project: one versioned entry."""

import json
from dataclasses import asdict, dataclass, replace

_SCOPE, _KEY = "LandConsolidation", "tagging"
VERSION = 1


@dataclass(frozen=True)
class ProjectState:
    """layer: id of the layer tagged; group: column the ledger is grouped by; filters: of the review, by name;
    projects: names offered; recent: combinations of a tag, the latest first; set_aside: findings rejected,
    [{"check", "id", "layer", "reason", "time"}]; page: number of the page in front; shown: whether the dock is open."""

    layer: str = ""
    group: str = ""
    filters: dict | None = None
    projects: tuple = ()
    recent: tuple = ()
    set_aside: tuple = ()
    page: int = 0
    shown: bool = False


def read_state(project):
    """The state in a project; the default where there is none, or one that a newer version wrote."""
    content = _content(project.readEntry(_SCOPE, _KEY, "")[0])
    if content.get("version") != VERSION:
        return ProjectState()
    state, known = ProjectState(), asdict(ProjectState())
    values = {name: content[name] for name in known if name in content}
    for name in ("projects", "recent", "set_aside"):
        values[name] = tuple(values.get(name) or ())
    return replace(state, **values)


def write_state(project, state):
    """Keep a state in a project, which then has something to save; an entry that a newer version wrote stays."""
    before = project.readEntry(_SCOPE, _KEY, "")[0]
    text = json.dumps({"version": VERSION, **asdict(state)}, ensure_ascii=False, sort_keys=True)
    if before != text and _version(before) <= VERSION:
        project.writeEntry(_SCOPE, _KEY, text)


def _content(text):
    """What an entry holds, {} where it is no entry of ours."""
    try:
        content = json.loads(text or "{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _version(text):
    """The version an entry was written by, 0 where there is none."""
    version = _content(text).get("version")
    return version if isinstance(version, int) else 0
