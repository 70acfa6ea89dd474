"""The shipped models on the sample township."""

import plugin_package
from qgis.core import QgsApplication, QgsProcessingUtils
from scenes import Log, context_without_project

FOLDER = plugin_package.ROOT / "resources" / "sample"
SCREEN, DELIVER = "landconsolidation:screentownship", "landconsolidation:delivervillageplan"
VILLAGE = {"VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "样村", "PLAN_NAME": "样村村庄规划"}
CODES = {"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0}


def sample(table):
    """A layer of the sample township as a source."""
    return f"{FOLDER / 'township.gpkg'}|layername={table}"


TOWNSHIP = {
    "INPUT": sample("DLTB"), **CODES, "VILLAGES": sample("natural_village_areas"),
    "STATISTICS": sample("village_statistics"), "DEM": str(FOLDER / "dem.tif"), "HAZARD_AREAS": sample("hazard_areas"),
    "HAZARD_POINTS": sample("hazard_points"), "PROTECTED": sample("protected_villages"), "REDLINE": sample("STBHHX"),
    "WATER_SOURCE": sample("water_source"), "SERVICES": sample("services"), "ROADS": sample("roads"),
    "BOUNDARY": sample("CZKFBJ"), "ENTERPRISES": sample("enterprises"), "BUILDINGS": sample("buildings"),
    "BASIC_FARMLAND": sample("YJJBNTBHTB"), "HERITAGE": sample("heritage"),
    "HIGH_STANDARD": sample("high_standard_farmland"), "GRAIN_ZONE": sample("grain_zone"),
    "TOURISM": sample("tourism"),
}  # fmt: skip
PLAN_LAYERS = {
    "VILLAGE": sample("village_boundary"), "REDLINE": sample("STBHHX"), "BASIC_FARMLAND": sample("YJJBNTBHTB"),
    "BOUNDARY": sample("CZKFBJ"), "HISTORIC": sample("heritage"), "FACILITIES": sample("services"),
}


def run_model(name, **parameters):
    """Run one, every layer it can write being asked for; returns its results, their layers opened, and the log."""
    algorithm = QgsApplication.processingRegistry().algorithmById(name)
    asked = {one.name(): "TEMPORARY_OUTPUT" for one in algorithm.destinationParameterDefinitions()}
    context, log = context_without_project(), Log()
    results, ok = algorithm.create().run({**asked, **parameters}, context, log, {}, False)
    assert ok, log.all
    return results, context, log


def layer_in(results, context, name):
    """One of the layers that a model wrote."""
    return QgsProcessingUtils.mapLayerFromString(results[name], context)
