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
    """Tag a partition's farmland, and give all of it plan codes: farmland and else."""
    from osgeo import ogr

    file = ogr.Open(str(path), 1)
    land = file.GetLayer(0)
    for name in ("zz_cat", "base_code", "plan_code"):
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(10)
        land.CreateField(field)
    land.StartTransaction()
    for feature in land:
        farmland = feature["DLBM"].startswith("01")
        if farmland:
            feature["zz_cat"] = "A"
        feature["base_code"] = feature["plan_code"] = "0101" if farmland else "070301"
        land.SetFeature(feature)
    land.CommitTransaction()
