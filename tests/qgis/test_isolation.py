"""The chain works with no network, and writes only where it was told to."""

import json
import os
import subprocess
import sys
from pathlib import Path

import no_network
import plugin_package
import pytest
import qgis_profile
from calls import CALLS
from qgis.core import QgsApplication
from workflows import DELIVER, PLAN_LAYERS, SCREEN, TOWNSHIP, VILLAGE

ROOT = plugin_package.ROOT
HELPERS = Path(__file__).resolve().parent.parent / "helpers"
ROOMS = ("algorithms", "processing", "ui", "resources", "i18n")
QT_SETTINGS = {"qgis_process.bin.conf"}  # Qt's own, in the home's .config


class Machine:
    """A home, a working folder, a profile, a temporary folder and one for results, all empty, and QGIS in them."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("home", "work", "temporary", "results"):
            (folder / name).mkdir()
        qgis_profile.create(folder / "profile", language="en")
        # QGIS saves statistics of every raster it loads beside the raster, whoever asks for it; not so without PAM.
        self.environment = {
            **qgis_profile.environment(folder / "profile"), "HOME": str(folder / "home"),
            "TMPDIR": str(folder / "temporary"), "GDAL_PAM_ENABLED": "NO",
        }  # fmt: skip
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            self.environment.pop(f"XDG_{kind}_HOME", None)

    def run(self, *command, task=None):
        return subprocess.run(
            command, cwd=self.folder / "work", env=self.environment, input=json.dumps(task), capture_output=True,
            text=True, check=False,
        )  # fmt: skip

    def model(self, name, **inputs):
        """Run one of the shipped models in qgis_process, every network socket being refused."""
        command = (sys.executable, HELPERS / "no_network.py", "qgis_process", "--json", "run", name, "-")
        ran = self.run(*command, task={"inputs": inputs})
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)["results"]


def files(folder, leave=()):
    """{path: (size, time)} of all files in a folder, without folders that start with one of `leave`."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(tuple(leave))]
        for path in (Path(place, name) for name in names):
            found[str(path.relative_to(folder))] = (path.stat().st_size, path.stat().st_mtime_ns)
    return found


def checkout():
    """Files of the plugin as QGIS sees them, without what this test's own Python compiles."""
    rooms = {room: files(ROOT / room, ["__pycache__"]) for room in ROOMS}
    return {**rooms, "root": {path.name: path.stat().st_size for path in ROOT.iterdir() if path.is_file()}}


def outputs_of(name, folder):
    """A file for every layer, table and report of a model."""
    algorithm = QgsApplication.processingRegistry().algorithmById(name)
    return {
        one.name(): str(folder / f"{one.name()}.{one.defaultFileExtension()}")
        for one in algorithm.destinationParameterDefinitions()
        if one.type() != "folderDestination"
    }


@pytest.fixture(scope="module")
def delivered(tmp_path_factory):
    """A township screened and a village of it delivered: (the machine, the files of the checkout before)."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    before = checkout()
    results = machine.folder / "results"
    screened = outputs_of(SCREEN, results)
    machine.model(SCREEN, **TOWNSHIP, **screened)
    machine.model(DELIVER, INPUT=screened["suggestions_parcels"], CODE_FIELD="DLBM", CODE_SYSTEM=0, **VILLAGE,
                  **PLAN_LAYERS, **outputs_of(DELIVER, results), delivery_folder=str(results / "delivery"))
    return machine, before


def test_a_township_is_screened_and_a_village_delivered_with_sockets_refused(delivered):
    machine, _ = delivered
    written = files(machine.folder / "results")
    asked = {Path(path).name for name in (SCREEN, DELIVER) for path in outputs_of(name, machine.folder).values()}
    assert asked <= set(written)
    assert any(name.startswith("delivery/") and size for name, (size, _) in written.items())


def test_nothing_is_written_outside_what_was_given(delivered):
    machine, before = delivered
    now = checkout()
    assert {room: set(found) for room, found in now.items()} == {room: set(found) for room, found in before.items()}
    assert now["resources"] == before["resources"], "data stays as it is"
    assert files(machine.folder / "work") == {}
    assert {Path(path).name for path in files(machine.folder / "home")} <= QT_SETTINGS
    profile = files(machine.folder / "profile", leave=("plugins",))
    assert all(path.startswith("profiles/") for path in profile)
    assert not [path for path in profile if plugin_package.NAME in path], "nothing of ours among QGIS's settings"


def test_no_algorithm_even_tries_the_network(tmp_path):
    ran = Machine(tmp_path).run(sys.executable, HELPERS / "offline_process.py")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == [*sorted(CALLS), "done"]


def test_an_attempt_would_be_seen(tmp_path):
    ran = Machine(tmp_path).run(sys.executable, HELPERS / "offline_process.py", "try")
    assert ran.returncode == no_network.ENDED
    refused = [sys.executable, HELPERS / "no_network.py", sys.executable, "-c"]
    ran = subprocess.run([*refused, "import socket; socket.socket()"], capture_output=True, text=True, check=False)
    assert "PermissionError" in ran.stderr
