"""Collect the plugin's English texts from its code into the translation files.

A text is a literal in `tr("…")`, `translatable("…")`, or the first argument of
`InvalidInput("…")`. Unlike lupdate, which knows nothing of the last two, this
reads the code's syntax tree; lrelease still builds the `.qm`.
"""

import argparse
import ast
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTEXT = "LandConsolidation"
PLACES = ("plugin.py", "algorithms", "processing", "ui")
MARKERS = ("tr", "translatable", "InvalidInput")
# Where `tr` is defined, its argument is a parameter.
DEFINITIONS = ("processing/i18n.py",)
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


@dataclass
class Problem:
    """Something a person must put right."""

    place: str
    text: str

    def __str__(self):
        return f"{self.place}: {self.text}"


def python_files(root):
    for place in PLACES:
        path = root / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def called_name(call):
    """`tr` of `tr(…)` and of `self.tr(…)`."""
    return getattr(call.func, "id", None) or getattr(call.func, "attr", None)


def texts_of(code, place):
    """The texts marked in a module's code, and what is wrong with the marking."""
    texts, problems = set(), []
    for call in ast.walk(ast.parse(code)):
        if not isinstance(call, ast.Call) or called_name(call) not in MARKERS or not call.args:
            continue
        first = call.args[0]
        where = f"{place}:{call.lineno}"
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            if first.value.strip():
                texts.add(first.value)
            else:
                problems.append(Problem(where, "an empty text"))
        elif isinstance(first, ast.JoinedStr):
            problems.append(Problem(where, f"an f-string in {called_name(call)}(): use {{name}} and .format()"))
        elif not isinstance(first, (ast.Name, ast.Attribute, ast.Subscript)):
            problems.append(Problem(where, f"{called_name(call)}() takes a literal, or a variable that holds one"))
    return texts, problems


def collect(root):
    """All texts of the plugin at `root`, and what is wrong with their marking."""
    texts, problems = set(), []
    for path in python_files(root):
        place = path.relative_to(root).as_posix()
        if place in DEFINITIONS:
            continue
        found, wrong = texts_of(path.read_text(encoding="utf-8"), place)
        texts |= found
        problems += wrong
    return texts, problems


def read_translations(path):
    """{source: translation} of a .ts file; unfinished ones are empty."""
    if not path.exists():
        return {}
    messages = {}
    for message in ElementTree.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        unfinished = translation.get("type") == "unfinished"
        messages[message.findtext("source")] = "" if unfinished else (translation.text or "")
    return messages


def write_translations(path, language, messages):
    """Write a .ts file: sorted, without line numbers, so that a change of code changes few lines."""
    top = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(top, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source in sorted(messages):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = messages[source] or None
        if not messages[source]:
            translation.set("type", "unfinished")
    ElementTree.indent(top, "  ")
    body = ElementTree.tostring(top, encoding="unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def check(texts, messages, place):
    """What keeps a language from being complete and true to its sources."""
    problems = []
    for source in texts | set(messages):
        translation = messages.get(source)
        if translation is None:
            problems.append(Problem(place, f"not in the file, run scripts/translate: {source!r}"))
        elif source not in texts:
            problems.append(Problem(place, f"no longer in the code, run scripts/translate: {source!r}"))
        elif not translation:
            problems.append(Problem(place, f"not translated: {source!r}"))
        elif sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(translation)):
            problems.append(Problem(place, f"placeholders differ: {source!r}, {translation!r}"))
    return sorted(problems, key=str)


def main(arguments, root=ROOT):
    parser = argparse.ArgumentParser(prog="scripts/translate", description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail if anything is unfinished or stale")
    options = parser.parse_args(arguments)

    texts, problems = collect(root)
    todo = []
    for path in sorted((root / "i18n").glob("*.ts")):
        messages = read_translations(path)
        if not options.check:
            messages = {text: messages.get(text, "") for text in texts}
            write_translations(path, path.stem.partition("land_consolidation_")[2], messages)
        found = check(texts, messages, path.relative_to(root).as_posix())
        todo += found
        print(f"{path.name}: {len(texts)} texts, {len(found)} to do")
    for problem in problems + todo:
        print(problem)
    return 1 if problems or (todo and options.check) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
