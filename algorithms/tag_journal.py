"""A journal of tags that are not saved yet: what a crash would otherwise take.

A text file, one JSON object a line. The first says what layer it belongs to;
each other one change: {"ids": […], "set": {field: value}, "area": […]}. A line
is written and flushed per gesture, so that a kill loses at most the gesture
under way; a half-written line is passed over when reading.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

VERSION = 1


@dataclass(frozen=True)
class Unsaved:
    """What a journal holds. header: its first line; values: {id: {field: value}}; area: {id: m²}, where known."""

    header: dict
    values: dict
    area: dict


class Journal:
    """Writes the journal of one layer; the file comes with the first change and goes with `forget`."""

    def __init__(self, path, header):
        self.path = Path(path)
        self._header = {"version": VERSION, **header}
        self._file = None

    def record(self, ids, values, area=()):
        """Note that parcels now have these values by field. area: m² of each, or empty where unknown."""
        self.record_all([(ids, values, area)])

    def record_all(self, changes):
        """Note several changes, each (ids, values, area) as for `record`, with one wait for the disk."""
        file = self._file or self._begin()
        _write(file, *({"ids": list(ids), "set": values, **({"area": list(area)} if len(area) else {})}
                       for ids, values, area in changes))

    def forget(self):
        """Everything is saved, or given up: the file goes."""
        self.close()
        self.path.unlink(missing_ok=True)

    def close(self):
        """Let go of the file and leave it where it is."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = file = self.path.open("w", encoding="utf-8")
        _write(file, self._header)
        return file


def _write(file, *entries):
    for entry in entries:
        file.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
    file.flush()
    os.fsync(file.fileno())


def read_journal(path):
    """What a journal file holds, None where it is none that this version can read."""
    header, values, area = None, {}, {}
    try:
        # As bytes: a cut inside a Chinese character must cost its own line only.
        with Path(path).open("rb") as lines:
            for line in lines:
                try:
                    entry = json.loads(line.decode("utf-8"))
                except ValueError:
                    continue  # cut short by a crash or a full disk; what others say still holds
                if header is None:
                    header = entry
                    if not isinstance(header, dict) or header.get("version") != VERSION:
                        return None
                    continue
                for identifier in entry["ids"]:
                    values.setdefault(identifier, {}).update(entry["set"])
                area.update(zip(entry["ids"], entry.get("area", ())))
    except OSError:
        return None
    return None if header is None else Unsaved(header, values, area)
