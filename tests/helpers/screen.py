"""A virtual screen with a window manager, for one QGIS."""

import os
import subprocess
from contextlib import contextmanager

SIZE = "1366x768x24"


@contextmanager
def screen():
    """The name of the screen, such as ":7", on a number that is free; it ends with the block."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    started = [server]
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise OSError("Xvfb did not start.")
        name = f":{number}"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started.append(manager)
        yield name
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()
