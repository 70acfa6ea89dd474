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
