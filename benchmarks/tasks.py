"""One thing to measure, run in a process of its own: `tasks.py TASK SOURCE FOLDER` prints what it took.

SOURCE is a layer, for all but farmland contiguity a folder of
layers; results go to FOLDER. Starting QGIS is not counted; opening, computing and writing are.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import plugin_package
from qgis.core import QgsApplication

MEAN = 2
SETTLEMENTS = 20_000
PACKAGE, DEM = "county.gpkg", "dem.tif"
CROPLAND = "\"DLBM\" LIKE '01%'"
EXTRACTED = "extracted.gpkg"
IN_A_WINDOW = ("counting", "tagging", "following", "reviewing")


def main():
    task, source, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], task in IN_A_WINDOW)
    application.initQgis()
    sys.path.insert(0, str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    plugin_package.load()
    from processing.core.Processing import Processing

    from land_consolidation.processing.provider import LandConsolidationProvider

    Processing.initialize()
    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    start, processor = time.perf_counter(), time.process_time()
    told = TASKS[task](source, folder)
    took = {
        "seconds": time.perf_counter() - start, "processor": time.process_time() - processor,
        "peak_gb": peak_gb(),
    }
    if callable(told):  # what is told after the clock has stopped
        told = told()
    sys.stdout.write(json.dumps({**took, **(told or {})}) + "\n")
    sys.stdout.flush()
    # Not through Python's own end, which takes layers and widgets apart in any order and then crashes.
    os._exit(0)


def peak_gb():
    """The most memory this process held. Not getrusage's, which counts the parent it was started from."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024 / 1e9


def run(algorithm, feedback=None, **parameters):
    from qgis import processing

    return processing.run(algorithm, parameters, feedback=feedback)


def copy(layer, folder):
    run("native:savefeatures", INPUT=layer, OUTPUT=str(folder / "copy.gpkg"))


def contiguity(layer, folder, shape):
    run(
        "landconsolidation:farmlandcontiguity", INPUT=layer, CODE_FIELD="DLBM", CODE_SYSTEM=0, BLOCK_GEOMETRY=shape,
        PARCELS=str(folder / "parcels.gpkg"), BLOCKS=str(folder / "blocks.gpkg"),
        SENSITIVITY=str(folder / "sensitivity.gpkg"),
    )


def extract(layer, folder):
    """The first step of QGIS's chain: the farmland in a file of its own."""
    run("native:extractbyexpression", INPUT=layer, EXPRESSION=CROPLAND, OUTPUT=str(folder / EXTRACTED))


def native_chain(layer, folder, gaps):
    """What people do without the plugin: extract, buffer by half the gap with dissolve and separation, join."""
    extract(layer, folder)
    farmland = str(folder / EXTRACTED)
    for gap in gaps:
        zones = run("native:buffer", INPUT=farmland, DISTANCE=gap / 2, SEGMENTS=5, DISSOLVE=True,
                    SEPARATE_DISJOINT=True, OUTPUT=str(folder / f"zones{gap}.gpkg"))["OUTPUT"]
        run("native:joinattributesbylocation", INPUT=farmland, JOIN=zones, PREDICATE=[0], METHOD=0,
            OUTPUT=str(folder / f"joined{gap}.gpkg"))


def make_county(folder, _):
    from relocation_layers import write_county

    write_county(Path(folder), SETTLEMENTS)


def measuring_terrain_natively(county, folder):
    """QGIS's own tools for elevation and slope of settlements, and a copy: what reading and writing must cost."""
    dem, settlements = str(Path(county) / DEM), layer_of(county, "settlements")
    slope = run("native:slope", INPUT=dem, OUTPUT=str(folder / "slope.tif"))["OUTPUT"]
    high = run("native:zonalstatisticsfb", INPUT=settlements, INPUT_RASTER=dem, COLUMN_PREFIX="elev_",
               STATISTICS=[MEAN], OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    steep = run("native:zonalstatisticsfb", INPUT=high, INPUT_RASTER=slope, COLUMN_PREFIX="slope_", STATISTICS=[MEAN],
                OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    run("native:savefeatures", INPUT=steep, OUTPUT=str(folder / "copy.gpkg"))


def relocation(county, folder, feedback=None, **more):
    run(
        "landconsolidation:villagerelocation", feedback, INPUT=layer_of(county, "settlements"),
        STATISTICS=layer_of(county, "statistics"), JOIN_FIELD="settlement_id", STATISTICS_JOIN_FIELD="settlement",
        DEM=str(Path(county) / DEM), HAZARD_AREAS=layer_of(county, "hazard_areas"),
        HAZARD_POINTS=layer_of(county, "hazard_points"), PROTECTED=layer_of(county, "protected"),
        REDLINE=layer_of(county, "redline"), WATER_SOURCE=layer_of(county, "water"),
        SERVICES=layer_of(county, "services"), CANDIDATES=str(folder / "candidates.gpkg"),
        SUMMARY=str(folder / "summary.gpkg"), REPORT=str(folder / "report.html"), **more,
    )


def relocation_by_phase(county, folder, **more):
    """Seconds of each phase, and the longest wait for a look at whether the person cancelled."""
    from phase_clock import PhaseClock

    clock = PhaseClock()
    relocation(county, folder, clock, **more)
    return clock.told()


def make_industry(folder, _):
    from industry_layers import write_industry

    write_industry(Path(folder))


def overlaps(layers, folder, parcels="industrial", boundary="boundary_parts"):
    """What QGIS's own tool says of industrial parcels and the boundary, with no other parcel in the way."""
    run("native:calculatevectoroverlaps", INPUT=file_of(layers, parcels), LAYERS=[file_of(layers, boundary)],
        OUTPUT=str(folder / "overlaps.gpkg"))


def industry(layers, folder, feedback=None, boundary="boundary", buildings="buildings"):
    run(
        "landconsolidation:inefficientindustry", feedback, INPUT=file_of(layers, "parcels"), CODE_FIELD="DLBM",
        CODE_SYSTEM=0, BOUNDARY=file_of(layers, boundary), BUILDINGS=file_of(layers, buildings),
        PARCELS=str(folder / "parcels.gpkg"), SUMMARY=str(folder / "summary.gpkg"),
        REPORT=str(folder / "report.html"),
    )


def industry_by_phase(layers, folder):
    from phase_clock import PhaseClock

    clock = PhaseClock()
    industry(layers, folder, clock)
    return clock.told()


def make_multifield(folder, _):
    from multifield_layers import write_multifield

    write_multifield(Path(folder))


def multifield(layers, folder, feedback=None):
    made = run(
        "landconsolidation:multifieldoverlay", feedback, INPUT=file_of(layers, "parcels"),
        BASIC_FARMLAND=file_of(layers, "basic"), HIGH_STANDARD=file_of(layers, "high"),
        PIECES=str(folder / "pieces.gpkg"), PARCELS=str(folder / "parcels.gpkg"), SUMMARY=str(folder / "summary.gpkg"),
        REPORT=str(folder / "report.html"),
    )["PIECES"]
    return lambda: {"areas": areas_within(made, '"basic_farmland"', '"high_standard"')}


def multifield_by_phase(layers, folder):
    from phase_clock import PhaseClock

    clock = PhaseClock()
    multifield(layers, folder, clock)
    return clock.told()


def unions(layers, folder):
    """What people do without the plugin: the parcels united with one layer, and that with the other."""
    first = run("native:union", INPUT=file_of(layers, "parcels"), OVERLAY=file_of(layers, "basic"),
                OUTPUT=str(folder / "first.gpkg"))["OUTPUT"]
    both = run("native:union", INPUT=first, OVERLAY=file_of(layers, "high"), OUTPUT=str(folder / "both.gpkg"))["OUTPUT"]
    return lambda: {"areas": areas_within(both, '"basic_number" IS NOT NULL', '"high_number" IS NOT NULL')}


def areas_within(path, basic, high):
    """Square metres of the parcels' pieces by the layers they lie in, from their shapes."""
    from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer

    layer = QgsVectorLayer(path, "pieces", "ogr")
    areas = {}
    for name, inside in (
        ("both", f"{basic} AND {high}"), ("basic farmland alone", f"{basic} AND NOT ({high})"),
        ("high-standard farmland alone", f"{high} AND NOT ({basic})"), ("neither", f"NOT ({basic}) AND NOT ({high})"),
    ):
        wanted = f'({inside}) AND "parcels_number" IS NOT NULL'
        areas[name] = sum(
            feature.geometry().area() for feature in layer.getFeatures(QgsFeatureRequest(QgsExpression(wanted))))
    return areas


def make_tagged_land(folder, _):
    from tagging_land import write_tagged_land

    write_tagged_land(Path(folder))
    run("landconsolidation:farmlandcontiguity", INPUT=file_of(folder, "parcels"), CODE_FIELD="DLBM", CODE_SYSTEM=0,
        BLOCKS=file_of(folder, "blocks"))


def make_planned_land(folder, _):
    from plan_layers import write_planned_land

    write_planned_land(Path(folder))


def delivery(layers, folder, profile, form, feedback=None):
    run(
        "landconsolidation:exportvillageplan", feedback, INPUT=file_of(layers, "parcels"), PROFILE=profile, FORMAT=form,
        VILLAGE_CODE="330723199201", VILLAGE_NAME="made up", PLAN_NAME="made up", FOLDER=str(folder),
        LAYERS=str(folder / "layers.gpkg"), REPORT=str(folder / "report.html"),
    )


def delivery_by_phase(layers, folder):
    from phase_clock import PhaseClock

    clock = PhaseClock()
    delivery(layers, folder, 0, 0, clock)
    return clock.told()


def make_surveyed_land(folder, _):
    from surveyed_land import write_surveyed_land

    write_surveyed_land(Path(folder))


def overlaps_and_gaps(layers, folder):
    """Only what the reach is about: reading the shapes, finding, and nothing else of the validation."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

    from land_consolidation.algorithms.topology import gaps, overlaps
    from land_consolidation.processing.layer_reader import read_features
    from land_consolidation.processing.layer_snapshot import LayerSnapshot

    layer = QgsVectorLayer(file_of(layers, "parcels"), "parcels", "ogr")
    shapes = read_features(LayerSnapshot(layer), "INPUT", ["BSM"], layer.crs(), QgsProcessingContext(),
                           QgsProcessingFeedback(False), lambda _: None).geometry
    found = len(overlaps(shapes)), len(gaps(shapes))
    return lambda: {"found": found}


def validation(layers, folder, feedback=None):
    made = run("landconsolidation:validatevillageplan", feedback, INPUT=file_of(layers, "parcels"),
               ERRORS=str(folder / "errors.gpkg"), SUMMARY=str(folder / "summary.gpkg"),
               REPORT=str(folder / "report.html"))["ERRORS"]
    return lambda: {"faults": faults_of(made)}


def validation_by_phase(layers, folder):
    from phase_clock import PhaseClock

    clock = PhaseClock()
    counted = validation(layers, folder, clock)
    return lambda: {**clock.told(), **counted()}


def faults_of(path):
    """How many faults of each rule a validation found."""
    from collections import Counter

    from qgis.core import QgsVectorLayer

    return dict(Counter(feature["rule"] for feature in QgsVectorLayer(path, "errors", "ogr").getFeatures()))


def at_the_dock(measured):
    """A task that a function of tagging_session.py measures."""

    def measure(layers, folder):
        import tagging_session

        return getattr(tagging_session, measured)(Path(layers))

    return measure


def file_of(layers, name):
    return str(Path(layers) / f"{name}.gpkg")


def layer_of(county, name):
    return f"{Path(county) / PACKAGE}|layername={name}"


TASKS = {
    "copy": copy,
    "collected": lambda layer, folder: contiguity(layer, folder, 0),
    "dissolved": lambda layer, folder: contiguity(layer, folder, 1),
    "extraction": extract,
    "native": lambda layer, folder: native_chain(layer, folder, (20,)),
    "native at every gap": lambda layer, folder: native_chain(layer, folder, (0, 10, 20, 50)),
    "county": make_county,
    "native terrain": measuring_terrain_natively,
    "relocation": relocation,
    "relocation by phase": relocation_by_phase,
    "relocation by road": lambda county, folder: relocation_by_phase(county, folder, ROADS=layer_of(county, "roads")),
    "industry layers": make_industry,
    "copy of parcels": lambda layers, folder: copy(file_of(layers, "parcels"), folder),
    "overlaps": overlaps,
    "overlaps of few": lambda layers, folder: overlaps(layers, folder, "few", "boundary"),
    "industry by parts": lambda layers, folder: industry(layers, folder, boundary="boundary_parts"),
    "industry": industry,
    "industry by phase": industry_by_phase,
    "industry inside": lambda layers, folder: industry(layers, folder, boundary="around"),
    "industry with more buildings": lambda layers, folder: industry(layers, folder, buildings="more_buildings"),
    "multi-field layers": make_multifield,
    "multi-field overlay": multifield,
    "multi-field by phase": multifield_by_phase,
    "unions": unions,
    "tagged land": make_tagged_land,
    "planned land": make_planned_land,
    "FJ as GeoPackage": lambda layers, folder: delivery(layers, folder, 0, 0),
    "FJ as shapefiles": lambda layers, folder: delivery(layers, folder, 0, 2),
    "FJ as geodatabase": lambda layers, folder: delivery(layers, folder, 0, 3),
    "TDZZ as GeoPackage": lambda layers, folder: delivery(layers, folder, 2, 0),
    "FJ by phase": delivery_by_phase,
    "surveyed land": make_surveyed_land,
    "overlaps and gaps": overlaps_and_gaps,
    "validation": validation,
    "validation by phase": validation_by_phase,
    **{name: at_the_dock(name) for name in IN_A_WINDOW},
}

if __name__ == "__main__":
    main()
