"""Measure farmland contiguity against copying the layer and against QGIS's own chain.

Every figure is a ratio of two medians of the same run.
"""

import tempfile
from pathlib import Path

import numpy as np
import shapely
from measuring import rounds
from partition import make_partition
from survey_layer import write_survey_layer


def with_huge(partition):
    """Four huge farmland polygons among ordinary parcels, and the same land with the four cut into parcels.

    The huge ones are lattices of parcels, one a quarter of the area, like a
    valley's fields along its streams: tens of thousands of vertices, thousands
    of neighbours. Returns (geometry, code, width) of both, and the vertices of the largest.
    """
    side = round(len(partition.geometry) ** 0.5)
    column, row = np.divmod(np.arange(side * side), side)
    lattice = (column % 6 == 2) | (row % 30 == 10)
    quarter = 2 * (column > side // 2) + (row > side // 2)
    code = np.where(lattice, "0101", partition.code)
    width = np.where(lattice, np.nan, partition.width)
    merged = np.array([
        shapely.coverage_union_all(partition.geometry[lattice & (quarter == which)]) for which in range(4)
    ])
    whole = tuple(
        np.concatenate([values[~lattice], huge])
        for values, huge in ((partition.geometry, merged), (code, ["0101"] * 4), (width, [np.nan] * 4))
    )
    return whole, (partition.geometry, code, width), int(shapely.get_num_coordinates(merged).max())


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        small, large = folder / "small.gpkg", folder / "large.gpkg"
        for path, parcels in ((small, 50_000), (large, 500_000)):
            part = make_partition(parcels)
            write_survey_layer(path, part.geometry, part.code, part.width)
        whole, cut, vertices = with_huge(make_partition(60_000))
        write_survey_layer(folder / "whole.gpkg", *whole)
        write_survey_layer(folder / "cut.gpkg", *cut)
        at_large = rounds(("copy", "collected", "dissolved"), large)
        at_small = rounds(("extraction", "native", "native at every gap", "dissolved"), small)
        huge = rounds(("dissolved",), folder / "whole.gpkg")["dissolved"]["seconds"]
        ordinary = rounds(("dissolved",), folder / "cut.gpkg")["dissolved"]["seconds"]
    peak = max(at_large[task]["peak_gb"] for task in ("collected", "dissolved"))
    copy, collected, dissolved = (at_large[task]["seconds"] for task in ("copy", "collected", "dissolved"))
    extraction, native, native_gaps, fifty = (found["seconds"] for found in at_small.values())
    rows = (
        ("Collected geometry ÷ copying, 500,000 parcels", collected / copy, "≤ 2.5"),
        ("Dissolved geometry ÷ copying, 500,000 parcels", dissolved / copy, "≤ 3"),
        ("500,000 parcels ÷ 50,000 parcels", dissolved / fifty, "≤ 12"),
        ("Peak memory at 500,000 parcels, GB", peak, "< 3"),
        ("QGIS's own chain for the four gaps ÷ this, 50,000 parcels", native_gaps / fifty, "≥ 5"),
        ("QGIS's own chain for one gap ÷ this, 50,000 parcels", native / fifty, "≥ 5"),
        ("QGIS's own chain for one gap ÷ its first step, extracting the farmland", native / extraction, ""),
        (f"Four polygons of up to {vertices:,} vertices ÷ the same land in parcels", huge / ordinary, "≤ 2"),
    )
    for name, ratio, reach in rows:
        print(f"| {name} | {ratio:.2f} | {reach} |")
    print(f"seconds: copy {copy:.1f}, collected {collected:.1f}, dissolved {dissolved:.1f}; "
          f"at 50,000: native chain {native:.1f}, dissolved {fifty:.1f}")


if __name__ == "__main__":
    main()
