"""Restoring cropland on real land around Bayreuth: areas and overlaps against QGIS's own tools."""

import numpy as np
import pytest
import shapely
from calls_restoration import RESTORATION
from factories import shapes_of
from qgis.core import QgsVectorLayer
from references import DATA
from scenes import rows_of, run
from villages import native


def bayreuth(name):
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real data {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    return path


def test_meadows_and_orchards_as_restorable_land(tmp_path):
    """Meadows stand for what is restorable at once, orchards by works, woods for the redline."""
    land = QgsVectorLayer(f"{bayreuth('bayreuth_osm.gpkg')}|layername=landuse", "landuse", "ogr")
    dem, chosen, zones = str(bayreuth("bayreuth_dem_srtm.tif")), str(tmp_path / "chosen.gpkg"), str(tmp_path / "z.gpkg")
    native("native:extractbyexpression", INPUT=land, EXPRESSION="\"cls\" IN ('meadow','orchard')", OUTPUT=chosen)
    native("native:extractbyexpression", INPUT=land, EXPRESSION="\"cls\" = 'forest'", OUTPUT=zones)
    ran = run(land, RESTORATION, CODE_FIELD=None, CODE_SYSTEM=None, RESTORE_FIELD="cls", AT_ONCE="meadow",
              WORKS="orchard", REDLINE=zones, DEM=dem, AREA_METHOD=2)  # fmt: skip
    found = ran.rows("PARCELS", "cls", "restore", "area_m2", "redline_m2", "slope", "rank", "tier")
    shapes = shapes_of(QgsVectorLayer(chosen, "chosen", "ogr"))
    assert len(found) == len(shapes) > 50
    assert {row[:2] for row in found} <= {("meadow", "JKHF"), ("orchard", "GCHF")}
    np.testing.assert_allclose([row[2] for row in found], shapely.area(shapes), atol=0.0051, rtol=0)
    whole = native("native:dissolve", INPUT=native("native:fixgeometries", INPUT=zones))
    fixed = native("native:fixgeometries", INPUT=chosen)
    cut = native("native:intersection", INPUT=fixed, OVERLAY=whole, INPUT_FIELDS=["fid"], OVERLAY_FIELDS=[],
                 OVERLAY_FIELDS_PREFIX="o_")  # fmt: skip
    inside = dict.fromkeys(rows_of(chosen, "fid"), 0.0)
    for number, area in zip(rows_of(cut, "fid"), shapely.area(shapes_of(cut))):
        inside[number] += area
    np.testing.assert_allclose([row[3] for row in found], list(inside.values()), atol=0.1, rtol=0)
    assert [row[6] is None for row in found] == [area >= 1 or row[4] > 25 for row, area in zip(found, inside.values())]
    assert all(0 <= row[4] < 45 for row in found if row[4] is not None)
    ranks = sorted(row[5] for row in found if row[5])
    assert ranks == list(range(1, len(ranks) + 1))
