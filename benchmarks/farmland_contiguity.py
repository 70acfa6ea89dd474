"""Measure farmland contiguity against copying the layer and against QGIS's own chain.

Every figure is a ratio of two times of the same run; the median of several
rounds, taken in turn, so that a slow minute of the machine hits both sides.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import numpy as np
import shapely
from partition import make_partition
from survey_layer import write_survey_layer

HERE = Path(__file__).resolve().parent
ROUNDS = 3


def measure(task, layer):
    """Seconds and peak memory of one task in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(HERE / "tasks.py"), task, str(layer), folder],
            capture_output=True, text=True, check=True,
        )
    return json.loads(done.stdout.strip().splitlines()[-1])


def rounds(tasks, layer, times=ROUNDS):
    """Median seconds and largest peak of each task on a layer, the tasks taken in turn."""
    found = {task: [] for task in tasks}
    for _ in range(times):
        for task in tasks:
            found[task].append(measure(task, layer))
    return {
        task: (median(run["seconds"] for run in runs), max(run["peak_gb"] for run in runs))
        for task, runs in found.items()
    }


def with_huge(partition):
    """The partition with its fields merged into a few huge ones by stripes, and the same area as it was cut.

    Every seventh stripe of parcels becomes one polygon of tens of thousands of vertices.
    """
    side = round(len(partition.geometry) ** 0.5)
    grid = np.arange(len(partition.geometry)).reshape(side, side)
    huge = [grid[column:column + 3].ravel() for column in range(5, side - 3, max(side // 6, 4))]
    merged = [shapely.coverage_union_all(partition.geometry[rows]) for rows in huge]
    rest = np.setdiff1d(np.arange(len(partition.geometry)), np.concatenate(huge))
    code, width = partition.code.copy(), partition.width.copy()
    code[np.concatenate(huge)] = "0101"
    cut = (partition.geometry, code, np.where(code == "0101", np.nan, width))
    whole = (
        np.concatenate([partition.geometry[rest], merged]),
        np.concatenate([code[rest], ["0101"] * len(merged)]),
        np.concatenate([cut[2][rest], [np.nan] * len(merged)]),
    )
    return whole, cut, max(shapely.get_num_coordinates(np.array(merged)))


def main():
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        small, large = folder / "small.gpkg", folder / "large.gpkg"
        for path, parcels in ((small, 50_000), (large, 500_000)):
            part = make_partition(parcels)
            write_survey_layer(path, part.geometry, part.code, part.width)
        at_large = rounds(("copy", "collected", "dissolved"), large)
        at_small = rounds(("dissolved",), small)
        native = rounds(("native",), small, 1)
        whole, cut, vertices = with_huge(make_partition(60_000))
        write_survey_layer(folder / "whole.gpkg", *whole)
        write_survey_layer(folder / "cut.gpkg", *cut)
        huge = rounds(("dissolved",), folder / "whole.gpkg")["dissolved"][0]
        ordinary = rounds(("dissolved",), folder / "cut.gpkg")["dissolved"][0]
    copy, collected, dissolved = (at_large[task][0] for task in ("copy", "collected", "dissolved"))
    fifty = at_small["dissolved"][0]
    lines = [
        ("collected geometry ÷ copying 500,000 parcels", collected / copy, "≤ 2.5"),
        ("dissolved geometry ÷ copying 500,000 parcels", dissolved / copy, "≤ 3"),
        ("500,000 parcels ÷ 50,000 parcels", dissolved / fifty, "≤ 12"),
        ("peak memory at 500,000 parcels, GB", at_large["dissolved"][1], "< 3"),
        ("QGIS's own chain ÷ this, 50,000 parcels", native["native"][0] / fifty, "≥ 5"),
        (f"huge polygons ({vertices:,} vertices) ÷ the same area in ordinary parcels", huge / ordinary, "≤ 2"),
    ]
    for name, ratio, reach in lines:
        print(f"{name:75} {ratio:6.2f}   {reach}")
    print(json.dumps({"copy": copy, "collected": collected, "dissolved": dissolved, "fifty": fifty, **native}))


if __name__ == "__main__":
    main()
