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
    """Tag a partition's farmland, and give every parcel plan codes."""
    from osgeo import ogr

    file = ogr.Open(str(path), 1)
    land = file.GetLayer(0)
    for name, width in (("zz_cat", 5), ("base_code", 6), ("plan_code", 6)):
        field = ogr.FieldDefn(name, ogr.OFTString)
        field.SetWidth(width)
        land.CreateField(field)
    land.StartTransaction()
    for feature in land:
        farmland = feature["DLBM"].startswith("01")
        if farmland:
            feature["zz_cat"] = "A"
        feature["base_code"] = feature["plan_code"] = feature["DLBM"] if farmland else "0301"
        land.SetFeature(feature)
    land.CommitTransaction()
