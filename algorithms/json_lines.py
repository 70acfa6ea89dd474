"""JSON read together with the line each part of it stands on, so that a refusal can name the line."""

import json
import re
from bisect import bisect_left
from json.decoder import scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\n\r]*")


class JsonError(ValueError):
    """A text is not the JSON asked for. line: where; reason: in English."""

    def __init__(self, line, reason):
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason = line, reason


def read_json(text):
    """The content of a JSON text, and the line of each part.

    Returns (content, lines): lines by path, a tuple of keys and positions, ()
    for the whole; a member of an object stands where its key stands. Raises
    JsonError where the text is no JSON, nests too deeply, or an object has a
    key twice, which Python's own reader lets pass.
    """
    reader = _Reader(text)
    try:
        end = reader.value((), reader.skip(0))
    except RecursionError as error:
        raise JsonError(1, "nested too deeply") from error
    except json.JSONDecodeError as error:
        raise JsonError(error.lineno, error.msg) from error
    rest = reader.skip(end)
    if rest != len(text):
        raise JsonError(reader.line(rest), "something follows the end")
    return reader.content, reader.lines


class _Reader:
    def __init__(self, text):
        self.text, self.lines, self.content = text, {}, None
        self._decoder = json.JSONDecoder()
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def line(self, at):
        return bisect_left(self._breaks, at) + 1

    def skip(self, at):
        space = _SPACE.match(self.text, at)
        return space.end() if space else at

    def value(self, path, at):
        """Read the value at `at`, keep it in `content`; returns where it ends."""
        self.lines.setdefault(path, self.line(at))
        start = self.text[at:at + 1]
        if start == "{":
            return self._object(path, at)
        if start == "[":
            return self._array(path, at)
        self.content, end = self._decoder.raw_decode(self.text, at)
        return end

    def _object(self, path, at):
        found, at = {}, self.skip(at + 1)
        closed = self.text[at:at + 1] == "}"
        while not closed:
            if self.text[at:at + 1] != '"':
                raise JsonError(self.line(at), "a key in quotation marks is expected")
            line = self.line(at)
            key, at = scanstring(self.text, at + 1)
            if key in found:
                raise JsonError(line, f"the key “{key}” stands twice")
            self.lines[(*path, key)] = line
            at = self._expect(":", self.skip(at))
            at = self.value((*path, key), self.skip(at))
            found[key] = self.content
            at, closed = self._next("}", self.skip(at))
        self.content = found
        return at + 1

    def _array(self, path, at):
        found, at = [], self.skip(at + 1)
        closed = self.text[at:at + 1] == "]"
        while not closed:
            at = self.value((*path, len(found)), at)
            found.append(self.content)
            at, closed = self._next("]", self.skip(at))
        self.content = found
        return at + 1

    def _next(self, end, at):
        """Past a comma to the next part, or at the end; returns (where, whether it is the end)."""
        if self.text[at:at + 1] == end:
            return at, True
        return self.skip(self._expect(",", at)), False

    def _expect(self, mark, at):
        if self.text[at:at + 1] != mark:
            raise JsonError(self.line(at), f"“{mark}” is expected")
        return at + 1
