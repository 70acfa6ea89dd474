"""Start a real QGIS on a screen of its own, run a driver inside it, and bring back what it found."""

import json
import os
import signal
import subprocess
from pathlib import Path

import qgis_profile
from screen import screen

DRIVERS = Path(__file__).resolve().parent.parent / "desktop" / "drivers"


class DriverFailed(AssertionError):
    """QGIS did not come back with results; the message says what it printed."""


def drive(driver, functions, folder, language="en", timeout=120, pictures=None, dies=False, **environ):
    """Run `functions` of `drivers/<driver>.py` inside a freshly started QGIS, in this order.

    folder: for the profile, the results and, unless `pictures` names another, the screenshots; empty, or as an earlier
    call left it: QGIS then starts with the same profile.
    dies: whether QGIS is to be killed by SIGKILL before it answers; the result is then {}.
    environ: more variables of QGIS's environment.
    Returns {function: what it returned}. Raises DriverFailed when one of them fails, time runs out, or QGIS does not
    die as it should.
    """
    profile, answer = folder / "profile", folder / "answer.json"
    answer.unlink(missing_ok=True)
    if not profile.exists():
        qgis_profile.create(profile, language=language)
    task = {
        "driver": driver,
        "functions": functions,
        "answer": str(answer),
        "pictures": str(pictures or folder),
        "folder": str(folder),
    }
    environment = {**qgis_profile.environment(profile), **environ}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    environment["DRIVER_TASK"] = json.dumps(task)
    environment["DRIVER_FOLDER"] = str(DRIVERS)
    environment["SAMPLE_FOLDER"] = str(folder / "sample")
    log = folder / "qgis.log"
    with log.open("wb") as output, screen() as display:
        environment["DISPLAY"] = display
        process = subprocess.Popen(
            ["qgis", "--nologo", "--noversioncheck", "--code", DRIVERS / "start_driver.py"],
            env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        ended = None
        try:
            ended = process.wait(timeout)
        except subprocess.TimeoutExpired:
            pass
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    printed = log.read_text(errors="replace")[-4000:]
    if dies and ended == -signal.SIGKILL and not answer.exists():
        return {}
    if not answer.exists():
        raise DriverFailed(f"QGIS gave no answer within {timeout} s, or ended early. It printed:\n{printed}")
    result = json.loads(answer.read_text(encoding="utf-8"))
    if result["error"]:
        raise DriverFailed(f"{result['error']}\nQGIS printed:\n{printed}")
    if dies:
        raise DriverFailed(f"QGIS answered where it was to be killed. It printed:\n{printed}")
    return result["results"]
