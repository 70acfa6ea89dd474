"""Measure tasks, each in a process of its own, in turn, so that a slow minute of the machine hits all sides."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROUNDS = 3


def measure(task, source):
    """What one task of tasks.py tells of itself: seconds, processor seconds, peak memory, and more for some."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(HERE / "tasks.py"), task, str(source), folder], capture_output=True, text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"{task}: {done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def rounds(tasks, source, times=ROUNDS):
    """Median seconds and processor seconds, and the largest peak, of each task on a layer, the tasks taken in turn."""
    found = {task: [] for task in tasks}
    for _ in range(times):
        for task in tasks:
            found[task].append(measure(task, source))
    return {
        task: {
            "seconds": median(run["seconds"] for run in runs), "processor": median(run["processor"] for run in runs),
            "peak_gb": max(run["peak_gb"] for run in runs),
        }
        for task, runs in found.items()
    }
