"""Measure the multi-field overlay of three layers of 100,000 polygons each against the chain of native:union steps.

The chain runs once, for it takes long; ours the median of its rounds, before and after it. Both say how much land lies
in which layers, which must be the same.
"""

import tempfile
from pathlib import Path
from statistics import median

from measuring import measure

TASK = "multi-field overlay"


def main():
    with tempfile.TemporaryDirectory() as folder:
        layers = Path(folder) / "layers"
        measure("multi-field layers", layers)
        runs = [measure(TASK, layers)]
        native = measure("unions", layers)
        runs += [measure(TASK, layers) for _ in range(2)]
        profile = measure("multi-field by phase", layers)
        copy = measure("copy of parcels", layers)
    ours = median(run["seconds"] for run in runs)
    print(f"| QGIS's own chain of unions ÷ this | {native['seconds'] / ours:.2f} | ≥ 5 |")
    print(f"| This ÷ copying the parcels | {ours / copy['seconds']:.2f} | |")
    print(f"| Peak memory, GB | {max(run['peak_gb'] for run in runs):.2f} | |")
    print(f"| Longest time before cancelling is noticed, s | {max(profile['waits'].values()):.2f} | < 1 |")
    for name, area in runs[0]["areas"].items():
        off = area - native["areas"][name]
        print(f"| Land in {name}, m² (and off the unions by) | {area:,.2f} ({off:+.3f}) | the same |")
    seconds = ", ".join(f"{run['seconds']:.1f}" for run in runs)
    print(f"seconds: ours {seconds}; unions {native['seconds']:.1f}")
    for phase, seconds in profile["phases"].items():
        print(f"  {phase}: {seconds:.2f} s, longest unasked {profile['waits'].get(phase, 0):.2f} s")


if __name__ == "__main__":
    main()
