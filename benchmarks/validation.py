"""Measure the validation of survey parcels against copying them.

Every ratio is of two medians of the same run.
"""

import sys
import tempfile
from pathlib import Path

from measuring import ROUNDS, measure, rounds

TASKS = {"copy of parcels": "", "overlaps and gaps": "≤ 3", "validation": ""}


def main():
    times = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        layers = Path(folder) / "layers"
        measure("surveyed land", layers)
        found = rounds(TASKS, layers, times)
        profile = measure("validation by phase", layers)
    base = found["copy of parcels"]
    for name, reach in TASKS.items():
        if name != "copy of parcels":
            print(f"| {name} ÷ copying | {found[name]['seconds'] / base['seconds']:.2f} | {reach} |")
            print(f"| The same in processor time | {found[name]['processor'] / base['processor']:.2f} | |")
    print(f"| Peak memory, GB | {max(one['peak_gb'] for one in found.values()):.2f} | |")
    print(f"medians of {times}, seconds (of processor): " + ", ".join(
        f"{name} {took['seconds']:.1f} ({took['processor']:.1f})" for name, took in found.items()
    ))
    print(f"planted and found: {profile['faults']}")
    for phase, seconds in profile["phases"].items():
        print(f"  {phase}: {seconds:.2f} s, longest unasked {profile['waits'].get(phase, 0):.2f} s")


if __name__ == "__main__":
    main()
