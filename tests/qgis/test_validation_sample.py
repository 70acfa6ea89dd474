"""One village of the sample, from its tags through plan codes and export to the validation: no error."""

from pathlib import Path

import pytest
from calls_validation import VALIDATE
from qgis import processing
from qgis.core import QgsVectorLayer
from scenes import run

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "township.gpkg"
CODE, NAME = "330723199201", "柳畈村"
FACTS = {"VILLAGE_CODE": CODE, "VILLAGE_NAME": NAME, "PLAN_NAME": f"{NAME}村庄规划", "BASE_YEAR": 2023,
         "TARGET_YEAR": 2035}  # fmt: skip
GPKG, SHP_GBK = 0, 2
FJ, HZ, TDZZ = range(3)
TAGGED = (
    ("DLBM = '0601'", {"SUBTYPE": "C1", "PROJECT": "西片工业腾退"}),
    ("DLBM = '0702' AND $id % 3 = 0", {"SUBTYPE": "B2", "DISPOSITION": "merge", "PROJECT": "后山搬迁"}),
    ("DLBM = '0101' AND $id % 5 = 0", {"SUBTYPE": "A1", "PROJECT": "万亩方"}),
)


def sample(name):
    return QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr")


def ran(name, **parameters):
    return processing.run(f"landconsolidation:{name}", {"OUTPUT": "TEMPORARY_OUTPUT", **parameters})["OUTPUT"]


@pytest.fixture(scope="module")
def planned():
    """The village's parcels with tags and plan codes."""
    layer = processing.run("native:extractbyexpression", {
        "INPUT": sample("DLTB"), "EXPRESSION": f"ZLDWDM LIKE '{CODE}%'", "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    assert layer.featureCount() > 300
    layer = ran("preparetags", INPUT=layer)
    for where, values in TAGGED:
        layer = ran("tagbyexpression", INPUT=layer, WHERE=where, **values)
    return ran("plancodes", INPUT=layer, CODE_FIELD="DLBM", CODE_SYSTEM=0, REDLINE=sample("STBHHX"),
               BASIC_FARMLAND=sample("YJJBNTBHTB"))


@pytest.mark.parametrize(
    ("profile", "form"), [(FJ, SHP_GBK), (HZ, GPKG), (TDZZ, GPKG)],
    ids=["FJ-shapefiles", "HZ", "TDZZ"])
def test_a_village_of_the_sample_passes_as_delivered(planned, profile, form, tmp_path):
    processing.run("landconsolidation:exportvillageplan", {
        "INPUT": planned, "PROFILE": profile, "FORMAT": form, "FOLDER": str(tmp_path), "CLIP": True,
        "VILLAGE": sample("village_boundary"), "BASIC_FARMLAND": sample("YJJBNTBHTB"), "REDLINE": sample("STBHHX"),
        "BOUNDARY": sample("CZKFBJ"), "HISTORIC": sample("heritage"), "FACILITIES": sample("services"), **FACTS,
    })
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir() and path.name.startswith(CODE))
    validated = run(None, VALIDATE, INPUT=..., DELIVERY=str(folder))
    assert validated["FEATURE_COUNT"] > 100
    assert validated["ERROR_COUNT"] == 0, validated.rows("ERRORS", "rule", "layer", "feature", "message")[:20]
