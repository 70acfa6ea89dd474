"""One thing to measure, run in a process of its own: `tasks.py TASK LAYER FOLDER` prints seconds and peak memory.

Starting QGIS is not counted; opening, computing and writing are.
"""

import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import plugin_package
from qgis.core import QgsApplication

CROPLAND = "\"DLBM\" LIKE '01%'"


def main():
    task, layer, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    plugin_package.load()
    from processing.core.Processing import Processing

    from land_consolidation.processing.provider import LandConsolidationProvider

    Processing.initialize()
    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    start = time.perf_counter()
    TASKS[task](layer, folder)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_gb": peak}) + "\n")


def run(algorithm, **parameters):
    from qgis import processing

    return processing.run(algorithm, parameters)


def copy(layer, folder):
    run("native:savefeatures", INPUT=layer, OUTPUT=str(folder / "copy.gpkg"))


def contiguity(layer, folder, shape):
    run(
        "landconsolidation:farmlandcontiguity", INPUT=layer, CODE_FIELD="DLBM", CODE_SYSTEM=0, BLOCK_GEOMETRY=shape,
        PARCELS=str(folder / "parcels.gpkg"), BLOCKS=str(folder / "blocks.gpkg"),
        SENSITIVITY=str(folder / "sensitivity.gpkg"),
    )


def native_chain(layer, folder, gaps):
    """What people do without the plugin: extract, buffer by half the gap with dissolve and separation, join."""
    farmland = run("native:extractbyexpression", INPUT=layer, EXPRESSION=CROPLAND,
                   OUTPUT=str(folder / "extracted.gpkg"))["OUTPUT"]
    for gap in gaps:
        zones = run("native:buffer", INPUT=farmland, DISTANCE=gap / 2, SEGMENTS=5, DISSOLVE=True,
                    SEPARATE_DISJOINT=True, OUTPUT=str(folder / f"zones{gap}.gpkg"))["OUTPUT"]
        run("native:joinattributesbylocation", INPUT=farmland, JOIN=zones, PREDICATE=[0], METHOD=0,
            OUTPUT=str(folder / f"joined{gap}.gpkg"))


TASKS = {
    "copy": copy,
    "collected": lambda layer, folder: contiguity(layer, folder, 0),
    "dissolved": lambda layer, folder: contiguity(layer, folder, 1),
    "native": lambda layer, folder: native_chain(layer, folder, (20,)),
    "native at every gap": lambda layer, folder: native_chain(layer, folder, (0, 10, 20, 50)),
}

if __name__ == "__main__":
    main()
