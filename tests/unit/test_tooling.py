"""The linters, so that the closing line counts them."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
# numpy 2 describes itself to mypy otherwise; one description, that of the packages pinned, is enough.
TYPES_OF_NUMPY_1 = pytest.mark.skipif(
    int(version("numpy").partition(".")[0]) > 1, reason="types are checked against numpy 1"
)


def run(root, *command):
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "--output-format=concise", "."], id="ruff"),
        pytest.param(["mypy"], id="mypy", marks=TYPES_OF_NUMPY_1),
    ],
)
def test_linter_is_content(root, command):
    code, said = run(root, BIN / command[0], *command[1:])
    assert code == 0, said


def shell_scripts(root):
    files = [*(root / "scripts").iterdir(), root / ".ci" / "run"]
    return [file for file in files if file.is_file() and is_shell(file)]


def is_shell(file):
    return file.suffix == ".sh" or (not file.suffix and file.read_bytes().startswith(b"#!/usr/bin/env bash"))


def test_shell_scripts_are_sound(root):
    code, said = run(root, "shellcheck", "-x", "--source-path=SCRIPTDIR", *shell_scripts(root))
    assert code == 0, said


def test_shell_scripts_stop_at_the_first_failure_and_can_be_run(root):
    for file in shell_scripts(root):
        if file.suffix != ".sh":
            assert "\nset -euo pipefail\n" in file.read_text(encoding="utf-8"), file
            assert file.stat().st_mode & 0o111, file
