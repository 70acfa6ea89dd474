"""Whatever happens while a delivery is written, the earlier one is as it was, or the new one is whole."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import plugin_package
import pytest
from deliveries import FORMATS, GPKG, NAME, SHP_UTF8, delivered, export, files_of, places, plan
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QLockFile
from scenes import Log

from land_consolidation.algorithms.plan_profile import shipped_profile
from land_consolidation.processing import export_place, export_run

TARGET = f"{NAME}_FJ"
SCRIPT = plugin_package.ROOT / "tests" / "helpers" / "export_process.py"
each_format = pytest.mark.parametrize("form", FORMATS, ids=[name.replace(" ", "_") for name in FORMATS.values()])
PATIENCE = 120
KILLS = 8


def process(folder, form=GPKG, **options):
    """Exports running in a process of their own, their folder made."""
    Path(folder).mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), str(folder), str(form), *(f"{name}={value}" for name, value in options.items())],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


def ended(running):
    out, errors = running.communicate(timeout=PATIENCE)
    assert "Traceback" not in errors, errors
    return out


def the_plan(folder):
    """Which plan a delivery is of; it must be whole and of one alone."""
    found = delivered(folder)
    assert set(found) == {layer.code for layer in shipped_profile("FJ").layers}
    marks = set(found["JQDLTB"].column("BZ"))
    assert len(found["JQDLTB"].rows) == len(found["GHDLTB"].rows) == 5
    assert len(found["GKBJ"].rows) == 4
    assert len(marks) == 1
    assert f'"plan_name": "{next(iter(marks))}"' in (folder / export_place.MANIFEST).read_text(encoding="utf-8")
    return marks.pop()


def hidden(folder):
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


# --- killed -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [GPKG, SHP_UTF8])
def test_killed_at_random_moments_a_whole_delivery_stands(form, tmp_path):
    chance, folder = random.Random(f"kill {form}"), tmp_path / "deliveries"
    assert "round 0" in ended(process(folder, form, rounds=1))
    for _ in range(KILLS // 2):
        running = process(folder, form, rounds=10_000)
        assert running.stdout.readline() == "ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=chance.uniform(0.05, 2.0))
        running.kill()
        running.communicate()
        assert the_plan(folder / TARGET) in ("one", "two")
    assert "round 0" in ended(process(folder, form, rounds=1))
    assert the_plan(folder / TARGET) == "one"
    assert [path.name for path in folder.iterdir()] == [TARGET], "the next run tidies up"


@pytest.mark.parametrize(
    ("end", "stands"),
    [("_save:before", "one"), ("_save:after", "one"), ("_move:before", "one"), ("_exchange:before", "one"),
     ("_exchange:after", "two"), ("_sync:after", "one"), ("_move:after", "two")],
)  # fmt: skip
def test_killed_between_the_steps_of_the_move(end, stands, tmp_path):
    folder = tmp_path / "deliveries"
    ended(process(folder, end=end))
    assert the_plan(folder / TARGET) == stands
    assert hidden(folder), "killed before it could tidy up"
    ended(process(folder, rounds=1))
    assert hidden(folder) == []
    assert the_plan(folder / TARGET) == "one"


def test_killed_between_two_renames_where_folders_cannot_be_swapped(tmp_path, monkeypatch):
    """Then the earlier delivery stands beside, and the next run, even one that is refused, puts it back."""
    folder = tmp_path / "deliveries"
    export(plan(), folder)
    before = files_of(folder)
    monkeypatch.setattr(export_place, "_exchange", lambda one, other: False)
    rename = Path.rename

    class Killed(BaseException):
        pass

    def once(path, target):
        rename(path, target)
        raise Killed

    monkeypatch.setattr(Path, "rename", once)
    monkeypatch.setattr(shutil, "rmtree", lambda path, ignore_errors=False: None)
    with pytest.raises(Killed), export_place.new_delivery(folder / TARGET, True) as part:
        (part / export_place.MANIFEST).write_text("{}")
    monkeypatch.undo()
    assert not (folder / TARGET).exists()
    assert f".{TARGET}.earlier" in hidden(folder)
    with pytest.raises(export_place.InvalidInput, match="is there already"):
        export_place.refuse_taken(folder / TARGET, False)
    with pytest.raises(LookupError), export_place.new_delivery(folder / TARGET, True):
        raise LookupError
    assert files_of(folder) == before


def test_without_swapping_a_delivery_is_replaced_all_the_same(tmp_path):
    folder = tmp_path / "deliveries"
    assert "round 1" in ended(process(folder, swap="no"))
    assert the_plan(folder / TARGET) == "two"
    assert [path.name for path in folder.iterdir()] == [TARGET]


# --- full, gone, in use -------------------------------------------------------------------------


@each_format
def test_a_file_that_cannot_grow_is_said_and_nothing_is_lost(form, tmp_path):
    folder = tmp_path / "deliveries"
    said = ended(process(folder, form, limit=2_000))
    assert "refused" in said
    assert "FOLDER: the delivery cannot be written" in said
    assert "what was there before is as it was" in said
    assert the_plan(folder / TARGET) == "one"
    assert [path.name for path in folder.iterdir()] == [TARGET]


def can_mount():
    """Whether a small disk can be made here: that takes root, and leave to mount."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with TemporaryDirectory() as folder:
        tried = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=False)
        if tried.returncode == 0:
            subprocess.run(["umount", folder], check=True)
    return tried.returncode == 0


@pytest.mark.parametrize("form", FORMATS if can_mount() else [])
def test_a_full_disk_is_said_and_nothing_is_lost(form, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    try:
        export(plan(), disk, FORMAT=form, **places())
        before = files_of(disk)
        left = shutil.disk_usage(disk).free
        (disk / "film.mp4").write_bytes(b"0" * (left - 60_000))
        with pytest.raises(QgsProcessingException, match="FOLDER: the delivery cannot be written") as stop:
            export(plan(), disk, FORMAT=form, OVERWRITE=True, **places())
        assert "(the disk is full)" in str(stop.value)
        assert "what was there before is as it was" in str(stop.value)
        (disk / "film.mp4").unlink()
        assert files_of(disk) == before
        export(plan(), disk, FORMAT=form, OVERWRITE=True, **places())
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)  # QGIS lets go late of a database it could not make


@pytest.mark.parametrize("step", ["dress_all", "write_tables", "write_manifest"])
@each_format
def test_a_disk_that_goes_amid_writing_is_said(form, step, tmp_path, monkeypatch):
    export(plan(), tmp_path, FORMAT=form)
    before, real = files_of(tmp_path), getattr(export_run, step)

    def gone(*arguments):
        shutil.rmtree(tmp_path / f".{TARGET}.part")
        return real(*arguments)

    monkeypatch.setattr(export_run, step, gone)
    with pytest.raises(QgsProcessingException, match="FOLDER: the delivery cannot be written"):
        export(plan(), tmp_path, FORMAT=form, OVERWRITE=True)
    assert files_of(tmp_path) == before


def test_files_that_a_program_holds_leave_the_earlier_delivery(tmp_path, monkeypatch):
    """As on Windows, where a folder with open files cannot be renamed."""
    export(plan(), tmp_path)
    before = files_of(tmp_path)
    monkeypatch.setattr(export_place, "_exchange", lambda one, other: False)
    rename, calls = Path.rename, []

    def held(path, target):
        calls.append(path.name)
        if path.name == f".{TARGET}.part":
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(QgsProcessingException, match=r"in use\)\. Free some space, close the programs"):
        export(plan(), tmp_path, OVERWRITE=True)
    assert calls == [TARGET, f".{TARGET}.part", f".{TARGET}.earlier"], "moved away, and back"
    assert files_of(tmp_path) == before


def test_what_does_not_read_as_it_was_written_is_not_delivered(tmp_path, monkeypatch):
    from land_consolidation.processing import export_write

    real = export_write.write_rows

    def careless(sink, columns, geometry=None, **more):
        if columns[0]:
            columns[2][0] = "错"
        real(sink, columns, geometry, **more)

    monkeypatch.setattr(export_write, "write_rows", careless)
    with pytest.raises(QgsProcessingException, match="JQDLTB does not read as it was written"):
        export(plan(), tmp_path / "new")
    assert not (tmp_path / "new").exists()


# --- whose folder -------------------------------------------------------------------------------


def test_an_earlier_delivery_is_replaced_only_when_asked(tmp_path):
    export(plan(), tmp_path)
    before = files_of(tmp_path)
    with pytest.raises(QgsProcessingException, match=r"FOLDER: the delivery .* is there already\. Turn on OVERWRITE"):
        export(plan(), tmp_path)
    assert files_of(tmp_path) == before
    export(plan(), tmp_path, OVERWRITE=True, PLAN_NAME="新规划", FORMAT=SHP_UTF8)
    assert (tmp_path / TARGET / "GHDLTB.shp").exists()
    assert not (tmp_path / TARGET / f"{TARGET}.gpkg").exists(), "nothing of the earlier one is left"


def test_a_folder_that_is_no_delivery_is_never_replaced(tmp_path):
    (tmp_path / TARGET).mkdir()
    (tmp_path / TARGET / "years of work.gpkg").write_text("data")
    with pytest.raises(QgsProcessingException, match="is there already and is no delivery of this tool"):
        export(plan(), tmp_path, OVERWRITE=True)
    assert (tmp_path / TARGET / "years of work.gpkg").read_text() == "data"


def test_what_else_is_in_the_folder_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    export(plan(), tmp_path, PROFILE=0)
    export(plan(), tmp_path, PROFILE=2)
    export(plan(), tmp_path, OVERWRITE=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["notes.txt", TARGET, f"{NAME}_TDZZ"])


def test_two_runs_do_not_write_one_delivery(tmp_path):
    lock = QLockFile(str(tmp_path / f".{TARGET}.lock"))
    assert lock.tryLock(0)
    with pytest.raises(QgsProcessingException, match="another run is writing"):
        export(plan(), tmp_path)
    lock.unlock()
    export(plan(), tmp_path)


def test_a_layer_of_the_delivery_itself_is_not_overwritten(tmp_path):
    from qgis.core import QgsVectorLayer

    export(plan(), tmp_path)
    before = sorted(files_of(tmp_path))
    inside = QgsVectorLayer(f"{tmp_path / TARGET / TARGET}.gpkg|layername=GKBJ", "GKBJ", "ogr")
    with pytest.raises(QgsProcessingException, match="REDLINE: this layer is part of the delivery"):
        export(plan(), tmp_path, OVERWRITE=True, REDLINE=inside)
    assert sorted(files_of(tmp_path)) == before
    assert inside.featureCount() == 0


# --- cancelled ----------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [1, 20, 33, 40, 54, 57, 60, 70, 85, 93, 94, 96, 97.5])
@pytest.mark.parametrize("earlier", [True, False])
def test_cancelling_leaves_all_as_it_was(percent, earlier, tmp_path):
    folder = tmp_path / "a" / "b"
    if earlier:
        export(plan(), folder, **places())
    before = files_of(tmp_path)
    log = Log(cancel_at=percent)
    ran = export(plan(), folder, log=log, OVERWRITE=True, PROBLEMS=str(tmp_path / "problems.csv"), **places())
    assert log.isCanceled()
    assert ran.results == {}
    assert files_of(tmp_path) == before
    assert (tmp_path / "a").exists() is earlier


def test_no_journal_of_a_database_is_delivered(tmp_path):
    export(plan(), tmp_path, **places())
    assert sorted(path.name for path in (tmp_path / TARGET).iterdir()) == sorted(
        ["delivery.json", f"{TARGET}.gpkg", f"{TARGET}.xlsx"])
