"""Build the invented sample township: scripts/build_sample.py [FOLDER].

Writes township.gpkg, dem.tif and planted_cases.csv into FOLDER (resources/sample when not given) and
README.md's list of cases beside them, checks them, and prints a summary. The same code gives the same files.
"""

import os
import sys
import time
from pathlib import Path

# Newer processors would round sines differently in the last digit.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL")

import plugin_package
from sample import recipe


def main() -> int:
    """Build, and say what came out."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else plugin_package.ROOT / "resources" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    plugin_package.load()
    from land_consolidation.algorithms.official_area import official_area

    start = time.perf_counter()
    for line in recipe.make(folder, official_area):
        print(line)
    print(f"{time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
