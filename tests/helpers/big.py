"""The benchmarks' made-up partition as a layer on disk, for tests that need many features."""

import importlib.util

import plugin_package

BENCHMARKS = plugin_package.ROOT / "benchmarks"


def module(name):
    """A module of benchmarks/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def write_partition(path, parcels):
    """Save a partition of about so many parcels as a survey layer."""
    land = module("partition").make_partition(parcels)
    module("survey_layer").write_survey_layer(path, land.geometry, land.code, land.width)


def tag_partition(path):
    """Tag a partition's farmland."""
    from osgeo import ogr

    file = ogr.Open(str(path), 1)
    land = file.GetLayer(0)
    field = ogr.FieldDefn("zz_cat", ogr.OFTString)
    field.SetWidth(5)
    land.CreateField(field)
    land.StartTransaction()
    for feature in land:
        if feature["DLBM"].startswith("01"):
            feature["zz_cat"] = "A"
            land.SetFeature(feature)
    land.CommitTransaction()
