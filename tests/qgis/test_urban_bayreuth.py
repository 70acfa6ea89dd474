"""Inefficient urban land and special places on real layers around Bayreuth, against QGIS's own tools."""

import numpy as np
import pytest
import shapely
from calls_urban import SPECIAL, URBAN
from factories import shapes_of
from qgis.core import QgsVectorLayer
from references import DATA
from scenes import rows_of, run
from villages import native, run_settlements

BUILT = "\"cls\" IN ('industrial','commercial','retail','residential','construction','brownfield','railway')"
DEM = DATA / "bayreuth_dem_srtm.tif"


def bayreuth(layer):
    path = DATA / "bayreuth_osm.gpkg"
    if not path.exists():
        pytest.skip(f"the real data {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    opened = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    assert opened.isValid()
    return opened


@pytest.fixture(scope="module")
def boundary(tmp_path_factory):
    """The built land within 100 m of other built land, grown by 20 m, in parts, a file."""
    built = native("native:extractbyexpression", INPUT=bayreuth("landuse"), EXPRESSION=BUILT)
    grown = native("native:buffer", INPUT=built, DISTANCE=50, SEGMENTS=8, DISSOLVE=True)
    path = str(tmp_path_factory.mktemp("bayreuth") / "boundary.gpkg")
    native("native:buffer", INPUT=grown, DISTANCE=-30, SEGMENTS=8, DISSOLVE=True, OUTPUT=path)
    return path


def screen(boundary, **parameters):
    """The land use screened: OpenStreetMap has footprints but no floors, so coverage alone makes a candidate."""
    return run(
        bayreuth("landuse"), URBAN, CODE_FIELD=..., CODE_SYSTEM=..., BUILT=BUILT, BOUNDARY=boundary,
        BUILDINGS=bayreuth("buildings"), AREA_METHOD=2, MIN_EVIDENCE=1, LOW_COVERAGE=0.1, **parameters,
    )  # fmt: skip


def test_coverage_and_candidates_are_those_of_qgis(boundary):
    ran = screen(boundary, LISTED="\"cls\" = 'brownfield'")
    parcels = ran["PARCELS"]
    assert parcels.featureCount() > 150
    land = native("native:fixgeometries", INPUT=parcels)
    buildings = native("native:fixgeometries", INPUT=bayreuth("buildings"))
    cut = native("native:intersection", INPUT=buildings, OVERLAY=land, INPUT_FIELDS=[], OVERLAY_FIELDS=["osm_id",
                 "osm_way_id"], OVERLAY_FIELDS_PREFIX="on_")  # fmt: skip
    covered = {}
    for key, area in zip(rows_of(cut, "on_osm_id", "on_osm_way_id"), shapely.area(shapes_of(cut))):
        covered[key] = covered.get(key, 0.0) + area
    whole = dict(zip(rows_of(land, "osm_id", "osm_way_id"), shapely.area(shapes_of(land))))
    rows = ran.rows("PARCELS", "osm_id", "osm_way_id", "coverage", "cls", "status", "far", "area_m2")
    assert sum(row[2] > 0 for row in rows) > 20
    for osm, way, coverage, kind, status, far, area in rows:
        assert coverage == pytest.approx(covered.get((osm, way), 0.0) / whole[osm, way], abs=1e-4)
        assert area == pytest.approx(whole[osm, way], abs=0.011)
        assert (status == "candidate") == (coverage < 0.1 or kind == "brownfield")
        assert far is None or coverage == 0, "no floors are recorded"


def test_areas_are_those_of_qgis_dissolve_and_buffer(boundary):
    ran = screen(boundary)
    candidates = native("native:extractbyexpression", INPUT=ran["PARCELS"], EXPRESSION="\"status\" = 'candidate'")
    candidates = native("native:fixgeometries", INPUT=candidates)
    merged = native("native:dissolve", INPUT=candidates, FIELD=["area_id"])
    expected = dict(zip(rows_of(merged, "area_id"), shapely.area(shapes_of(merged))))
    found = dict(ran.rows("AREAS", "area_id", "area_m2"))
    assert set(found) == set(expected) and len(found) > 10
    for number, area in found.items():
        assert area == pytest.approx(expected[number], abs=0.02)
    grown = native("native:buffer", INPUT=candidates, DISTANCE=10, SEGMENTS=60, DISSOLVE=True)
    parts = native("native:multiparttosingleparts", INPUT=grown)
    assert abs(parts.featureCount() - len(found)) <= 1, "arcs of a buffer are cut short by a hair"


def test_places_and_their_ways_are_those_of_qgis(tmp_path):
    if not DEM.exists():
        pytest.skip(f"the real data {DEM} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    hamlets = str(tmp_path / "settlements.gpkg")
    run_settlements(bayreuth("landuse"), CODE_FIELD=..., CODE_SYSTEM=..., HOMESTEAD="\"cls\" = 'residential'",
                    SETTLEMENTS=hamlets)  # fmt: skip
    ran = run(hamlets, SPECIAL, DEM=str(DEM), TOURISM=bayreuth("places"), KIND_FIELD="place",
              SCENIC_KINDS="isolated_dwelling", HIGH_ELEVATION=400)  # fmt: skip
    places = [(kind, feature.geometry()) for kind, feature in zip(
        rows_of(bayreuth("places"), "place"), bayreuth("places").getFeatures())]
    settlements = list(QgsVectorLayer(hamlets, "hamlets", "ogr").getFeatures())
    rows = ran.rows("PLACES", "tourism_m", "scenic_m", "subtype", "status", "elev_m")
    assert len(rows) == len(settlements) > 30
    for feature, (tourism, scenic, subtype, status, elevation) in zip(settlements, rows):
        near = [[feature.geometry().distance(place) for kind, place in places if (kind == "isolated_dwelling") == lone]
                for lone in (False, True)]  # fmt: skip
        assert tourism == pytest.approx(min(near[0]), abs=0.02) and scenic == pytest.approx(min(near[1]), abs=0.02)
        assert subtype == ("X4" if tourism <= 300 else "X3" if scenic <= 300 else None)
        assert status == ("special" if subtype else "open" if elevation >= 400 else "other")
    assert np.unique([row[2] or "" for row in rows]).size >= 2
