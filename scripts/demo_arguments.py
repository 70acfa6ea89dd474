"""What is typed after scripts/demo."""

import os
from dataclasses import dataclass, field

USAGE = """\
scripts/demo                                  the whole chain on the sample township: screened, one village delivered
scripts/demo LAYER --PARAMETER VALUE …        farmland contiguity of your own layer

LAYER is a file, or FILE|layername=NAME. Parameters go by the algorithm's names,
in capitals or not: --CODE_FIELD DLBM, --max-gap 30.
--lang zh or --lang en chooses the language; your system's otherwise.
The results go to demo-output/, or to another folder with --output FOLDER.
"""


class Mistake(Exception):
    """Something typed cannot be used; the message is a sentence for the person."""


@dataclass
class Request:
    """What a person asked for. parameters: by the algorithm's names, as typed."""

    layer: str = ""
    language: str = "en"
    output: str = ""
    parameters: dict = field(default_factory=dict)
    help: bool = False


def system_language(environment=os.environ):
    """`zh` where the system speaks Chinese, `en` otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "en"


def parse(words, environment=os.environ):
    """A Request from the words typed. Whether a parameter exists is checked later, by `checked`."""
    request = Request(language=system_language(environment))
    words = list(words)
    while words:
        word = words.pop(0)
        if word in ("-h", "--help"):
            request.help = True
        elif word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            if not equals:
                if not words:
                    raise Mistake(f"{word} needs a value after it.")
                value = words.pop(0)
            name = name.replace("-", "_").upper()
            if name == "LANG":
                if value not in ("zh", "en"):
                    raise Mistake(f"--lang is zh or en, not {value}.")
                request.language = value
            elif name == "OUTPUT":
                request.output = value
            else:
                request.parameters[name] = value
        elif request.layer:
            raise Mistake(f"Give one layer: {request.layer} and {word} are two. Put quotes round a name with spaces.")
        else:
            request.layer = word
    return request


def checked(parameters, known, written):
    """The parameters, when all exist. known: the algorithm's names; written: those the demo itself sets."""
    for name in parameters:
        if name in written:
            raise Mistake(f"{name} is set by the demo itself.")
        if name not in known:
            choice = ", ".join(sorted(set(known) - set(written)))
            raise Mistake(f"There is no parameter {name}. These exist: {choice}.")
    return parameters
