"""Start a real QGIS, run a driver inside it, and bring back what it found."""

import json
import os
import signal
import subprocess
from pathlib import Path

import qgis_profile

DRIVERS = Path(__file__).resolve().parent.parent / "desktop" / "drivers"


class DriverFailed(AssertionError):
    """QGIS did not come back with results; the message says what it printed."""


def drive(driver, functions, folder, language="en", timeout=120, pictures=None):
    """Run `functions` of `drivers/<driver>.py` inside a freshly started QGIS, in this order.

    folder: empty folder for the profile, the results and, unless `pictures` names another, the screenshots.
    Returns {function: what it returned}. Raises DriverFailed when one of them fails or time runs out.
    """
    profile, answer = folder / "profile", folder / "answer.json"
    qgis_profile.create(profile, language=language)
    task = {
        "driver": driver,
        "functions": functions,
        "answer": str(answer),
        "pictures": str(pictures or folder),
        "folder": str(folder),
    }
    environment = qgis_profile.environment(profile)
    del environment["QT_QPA_PLATFORM"]
    environment["DRIVER_TASK"] = json.dumps(task)
    environment["DRIVER_FOLDER"] = str(DRIVERS)
    log = folder / "qgis.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["qgis", "--nologo", "--noversioncheck", "--code", DRIVERS / "start_driver.py"],
            env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            pass
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    printed = log.read_text(errors="replace")[-4000:]
    if not answer.exists():
        raise DriverFailed(f"QGIS gave no answer within {timeout} s, or ended early. It printed:\n{printed}")
    result = json.loads(answer.read_text(encoding="utf-8"))
    if result["error"]:
        raise DriverFailed(f"{result['error']}\nQGIS printed:\n{printed}")
    return result["results"]
