"""Measure village relocation against QGIS's own tools for terrain, one after the other, on the same county.

Every ratio is of two medians of the same run.
"""

import tempfile
from pathlib import Path

from measuring import ROUNDS, measure, rounds


def main():
    with tempfile.TemporaryDirectory() as folder:
        county = Path(folder) / "county"
        measure("county", county)
        found = rounds(("native terrain", "relocation", "relocation by road"), county)
        profile = measure("relocation by phase", county)
    native, ours, by_road = found.values()
    print("| Village relocation ÷ slope, zonal statistics twice and a copy, 20,000 settlements | "
          f"{ours['seconds'] / native['seconds']:.2f} | ≤ 2 |")
    print(f"| The same in processor time | {ours['processor'] / native['processor']:.2f} | |")
    print(f"| The same with distances along 51,000 segments of road | {by_road['seconds'] / native['seconds']:.2f} | |")
    print(f"| Peak memory, GB | {ours['peak_gb']:.2f} | |")
    print(f"| Longest time before cancelling is noticed, s | {max(profile['waits'].values()):.2f} | < 1 |")
    print(f"medians of {ROUNDS}, seconds (of processor): native {native['seconds']:.1f} ({native['processor']:.1f}), "
          f"relocation {ours['seconds']:.1f} ({ours['processor']:.1f}), "
          f"by road {by_road['seconds']:.1f} ({by_road['processor']:.1f})")
    for phase, seconds in profile["phases"].items():
        print(f"  {phase}: {seconds:.2f} s, longest unasked {profile['waits'].get(phase, 0):.2f} s")


if __name__ == "__main__":
    main()
