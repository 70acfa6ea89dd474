"""Measure inefficient industry against copying its input, and against QGIS's own tool for overlaps.

Every ratio is of two medians of the same run.
"""

import tempfile
from pathlib import Path

from measuring import ROUNDS, measure, rounds

TASKS = ("copy of parcels", "industry", "industry by parts", "overlaps", "industry inside",
         "industry with more buildings")
SCALED = 400  # as in industry_layers.py, which needs QGIS


def main():
    with tempfile.TemporaryDirectory() as folder:
        layers = Path(folder) / "layers"
        measure("industry layers", layers)
        found = rounds(TASKS, layers)
        few = measure("overlaps of few", layers)
        profile = measure("industry by phase", layers)
    copy, ours, parts, native, inside, more = found.values()
    rows = (
        ("Inefficient industry ÷ copying, 300,000 parcels, 20,000 of them industrial", ours, copy, "≤ 2"),
        ("QGIS's own overlaps of the 20,000 ÷ this, the boundary one feature of 50 parts "
         f"(one parcel in {SCALED} measured, scaled)", {"seconds": few["seconds"] * SCALED}, ours, "≥ 15"),
        ("QGIS's own overlaps of the 20,000 ÷ this, the boundary 50 features", native, parts, ""),
        ("Everything inside a boundary of 200,000 vertices ÷ copying", inside, copy, ""),
        ("Ten times the buildings, 1,000,000 ÷ copying", more, copy, ""),
    )
    for name, one, other, reach in rows:
        print(f"| {name} | {one['seconds'] / other['seconds']:.2f} | {reach} |")
    print(f"| Peak memory, GB | {ours['peak_gb']:.2f} | |")
    print(f"| Longest time before cancelling is noticed, s | {max(profile['waits'].values()):.2f} | < 1 |")
    print(f"medians of {ROUNDS}, seconds (of processor): " + ", ".join(
        f"{name} {took['seconds']:.1f} ({took['processor']:.1f})" for name, took in found.items()
    ))
    for phase, seconds in profile["phases"].items():
        print(f"  {phase}: {seconds:.2f} s, longest unasked {profile['waits'].get(phase, 0):.2f} s")


if __name__ == "__main__":
    main()
