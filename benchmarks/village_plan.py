"""Measure the export of a village plan against copying its parcels.

Every ratio is of two medians of the same run.
"""

import tempfile
from pathlib import Path

from measuring import ROUNDS, measure, rounds

TASKS = {
    "copy of parcels": "", "FJ as GeoPackage": "the parcels twice", "FJ as shapefiles": "the parcels twice",
    "FJ as geodatabase": "the parcels twice", "TDZZ as GeoPackage": "tagged parcels, and dissolved by project",
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        layers = Path(folder) / "layers"
        measure("planned land", layers)
        found = rounds(TASKS, layers)
        profile = measure("FJ by phase", layers)
    base = found["copy of parcels"]
    for name, what in TASKS.items():
        if what:
            print(f"| {name} ({what}) ÷ copying | {found[name]['seconds'] / base['seconds']:.2f} | ≤ 5 |")
    print(f"| Peak memory, GB | {max(one['peak_gb'] for one in found.values()):.2f} | |")
    print(f"medians of {ROUNDS}, seconds (of processor): " + ", ".join(
        f"{name} {took['seconds']:.1f} ({took['processor']:.1f})" for name, took in found.items()
    ))
    for phase, seconds in profile["phases"].items():
        print(f"  {phase}: {seconds:.2f} s, longest unasked {profile['waits'].get(phase, 0):.2f} s")


if __name__ == "__main__":
    main()
