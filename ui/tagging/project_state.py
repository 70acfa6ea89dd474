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
    text, there = project.readEntry(_SCOPE, _KEY, "")
    try:
        content = json.loads(text) if there and text else {}
    except ValueError:
        content = {}
    if not isinstance(content, dict) or content.get("version") != VERSION:
        return ProjectState()
    state, known = ProjectState(), asdict(ProjectState())
    values = {name: content[name] for name in known if name in content}
    for name in ("projects", "recent", "set_aside"):
        values[name] = tuple(values.get(name) or ())
    return replace(state, **values)


def write_state(project, state):
    """Keep a state in a project, which then has something to save."""
    text = json.dumps({"version": VERSION, **asdict(state)}, ensure_ascii=False, sort_keys=True)
    if project.readEntry(_SCOPE, _KEY, "")[0] != text:
        project.writeEntry(_SCOPE, _KEY, text)
