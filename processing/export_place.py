"""Where a delivery is put: made beside its place, then moved there whole.

Beside a delivery NAME stand, while a tool writes it, `.NAME.lock`, `.NAME.part`
(the one being made) and, for the instant of moving where the system cannot
swap two folders at once, `.NAME.earlier`. Whoever comes next after a crash
tidies them up: the earlier delivery is then either in its place or put back.
"""

import ctypes
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames

from qgis.PyQt.QtCore import QLockFile

from ..algorithms.errors import InvalidInput
from .i18n import tr

MANIFEST = "delivery.json"
"""The file by which a delivery is known as one."""
_AT_FDCWD, _EXCHANGE = -100, 2
_LITTLE = 500_000  # bytes free: less than the next piece of a delivery takes
_UNSAFE = set('<>:"/\\|?*')


def folder_name(code, name, profile):
    """What a delivery's folder is called: what file systems cannot spell becomes _."""
    text = f"{code}{name}_{profile}"
    return "".join("_" if letter in _UNSAFE or ord(letter) < 32 else letter for letter in text).strip(". ")


def refuse_taken(target, overwrite):
    """Raise InvalidInput where a delivery is there already, or what is there is none."""
    beside = _beside(target)
    if not target.exists() and not beside["earlier"].exists():
        return
    if target.exists() and not (target / MANIFEST).is_file():
        raise InvalidInput(
            "FOLDER: {path} is there already and is no delivery of this tool. Choose another folder, or move it away.",
            path=str(target),
        )
    if not overwrite:
        raise InvalidInput(
            "FOLDER: the delivery {path} is there already. Turn on OVERWRITE to replace it, or choose another folder.",
            path=str(target),
        )


@contextmanager
def new_delivery(target, overwrite):
    """Give an empty folder to write into; when the block ends well it takes the place `target`, whole.

    When the block fails nothing is left of it, and an earlier delivery is as
    it was. Raises InvalidInput where the folder cannot be written, where
    another run is writing the same delivery, or one is there and not to be
    replaced.
    """
    made = _make_folders(target.parent)
    beside = _beside(target)
    lock = QLockFile(str(beside["lock"]))
    lock.setStaleLockTime(0)
    try:
        _take(lock, target)
        try:
            _tidy(target, beside)
            refuse_taken(target, overwrite)
            try:
                beside["part"].mkdir()
                yield beside["part"]
                _save(beside["part"])
                _move(target, beside)
            except OSError as error:
                clear_frames(error.__traceback__)  # lets go of the files: Windows removes none that is open
                raise InvalidInput(
                    "FOLDER: the delivery cannot be written to {path} ({reason}). Free some space, close the programs "
                    "that use its files, or choose another folder; what was there before is as it was.",
                    path=str(target), reason=_reason(error, target.parent),
                ) from error
        except BaseException as error:
            clear_frames(error.__traceback__)
            raise
        finally:
            shutil.rmtree(beside["part"], ignore_errors=True)
            lock.unlock()
    except BaseException:
        for folder in reversed(made):
            _remove_if_empty(folder)
        raise


def _reason(error, folder):
    """Why writing failed, in words: of a full disk what a database says is hard to understand."""
    try:
        full = shutil.disk_usage(folder).free < _LITTLE
    except OSError:
        full = False
    return tr("the disk is full") if full else error.strerror or str(error)


def _beside(target):
    return {name: target.with_name(f".{target.name}.{name}") for name in ("lock", "part", "earlier")}


def _make_folders(folder):
    """Make a folder with those above it; returns the new ones, outermost first."""
    made = []
    try:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir()
            made.append(path)
    except OSError as error:
        for path in reversed(made):
            _remove_if_empty(path)
        raise InvalidInput(
            "FOLDER: {path} cannot be made ({reason}). Choose another folder.",
            path=str(folder), reason=error.strerror,
        ) from error
    return made


def _remove_if_empty(folder):
    try:
        folder.rmdir()
    except OSError:
        return  # somebody else put something there meanwhile


def _take(lock, target):
    if lock.tryLock(0):
        return
    if lock.error() == QLockFile.LockError.LockFailedError:
        raise InvalidInput(
            "FOLDER: another run is writing {path}. Wait until it has ended.", path=str(target)
        )
    raise InvalidInput(
        "FOLDER: {path} cannot be written. Choose a folder that you may write to.", path=str(target.parent)
    )


def _tidy(target, beside):
    """Put right what a run that was killed left behind."""
    if beside["earlier"].exists():
        if target.exists():
            shutil.rmtree(beside["earlier"], ignore_errors=True)
        else:
            beside["earlier"].rename(target)
    shutil.rmtree(beside["part"], ignore_errors=True)


def _move(target, beside):
    """Put the new delivery in its place. At every moment a whole one is there, or stands beside as `earlier`."""
    part, earlier = beside["part"], beside["earlier"]
    if not target.exists():
        part.rename(target)
    elif not _exchange(part, target):
        target.rename(earlier)
        try:
            part.rename(target)
        except OSError:
            earlier.rename(target)
            raise
        shutil.rmtree(earlier, ignore_errors=True)
    _sync(target.parent)


def _exchange(one, other):
    """Swap two folders in one step; False where the system or the file system cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform.startswith("linux"):
            return system.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0
        if sys.platform == "darwin":
            return system.renamex_np(*names, _EXCHANGE) == 0
    except (AttributeError, OSError, TypeError):  # no such call, or, on Windows, no such library
        return False
    return False


def _save(folder):
    """Have the disk hold every file of a folder, so that one that is full says so before the move."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with open(path, "rb+") as file:
                os.fsync(file.fileno())
        else:
            _sync(path)
    _sync(folder)


def _sync(folder):
    if os.name != "posix":
        return  # Windows opens no folders
    handle = os.open(Path(folder), os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
