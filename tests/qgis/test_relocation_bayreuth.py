"""Village relocation on real layers around Bayreuth, measure for measure against QGIS's own tools."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer, QgsVectorLayer
from references import DATA
from scenes import rows_of
from villages import native, relocate, run_settlements, ways_by_qgis

CELL = 30.0
DEM = DATA / "bayreuth_dem_srtm.tif"
gdal.UseExceptions()


def bayreuth(layer):
    path = DATA / "bayreuth_osm.gpkg"
    for file in (path, DEM):
        if not file.exists():
            pytest.skip(f"the real data {file} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    opened = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    assert opened.isValid()
    return opened


@pytest.fixture(scope="module")
def hamlets(tmp_path_factory):
    """The residential land of OpenStreetMap as settlements of polygons that touch, a file."""
    landuse = bayreuth("landuse")
    path = str(tmp_path_factory.mktemp("bayreuth") / "settlements.gpkg")
    run_settlements(
        landuse, CODE_FIELD=..., CODE_SYSTEM=..., HOMESTEAD="\"cls\" = 'residential'", MAX_GAP=0, SETTLEMENTS=path
    )
    return path


def judged(hamlets, *fields, **parameters):
    """Fields of every settlement, in the order of their numbers."""
    every = {"DEM": str(DEM), "SERVICES": bayreuth("places"), "ROBUSTNESS_RUNS": 0, **parameters}
    return relocate(hamlets, **every).rows("CANDIDATES", *fields)


def test_the_settlements_are_the_residential_land(hamlets):
    landuse = bayreuth("landuse")
    residential = [feature.geometry() for feature in landuse.getFeatures("\"cls\" = 'residential'")]
    rows = rows_of(hamlets, "parcels", "area_m2")
    assert sum(parcels for parcels, _ in rows) == len(residential) == 168
    assert 1 < len(rows) < 168
    grouped = QgsVectorLayer(hamlets, "settlements", "ogr")
    planar = sum(feature.geometry().area() for feature in grouped.getFeatures())
    assert planar <= sum(shape.area() for shape in residential) + 0.001
    # The zone's scale at 11.5° E is 0.9999: areas on the ellipsoid are up to 4e-4 larger.
    assert sum(area for _, area in rows) == pytest.approx(planar, rel=1e-3)


@pytest.mark.parametrize("single", [False, True], ids=["grouped", "as they are"])
def test_elevation_and_slope_are_those_of_qgis(hamlets, single):
    """Both ways: our settlements, and the layer's own polygons as settlements."""
    layer = QgsVectorLayer(hamlets, "settlements", "ogr")
    if single:
        layer = bayreuth("landuse")
        assert layer.setSubsetString("\"cls\" = 'residential'")
    found = np.array(judged(layer, "elev_m", "slope_deg"), dtype=float)
    large = np.array([feature.geometry().area() >= CELL**2 for feature in layer.getFeatures()])
    assert large.sum() > 100
    slope = native("native:slope", INPUT=str(DEM), Z_FACTOR=1)
    for column, raster in enumerate((str(DEM), slope)):
        means = native("native:zonalstatisticsfb", INPUT=layer, INPUT_RASTER=QgsRasterLayer(raster), RASTER_BAND=1,
                       COLUMN_PREFIX="z_", STATISTICS=[2])  # fmt: skip
        expected = np.array(rows_of(means, "z_mean"), dtype=float)
        assert np.isfinite(expected[large]).sum() > 100
        np.testing.assert_allclose(found[large, column], expected[large], atol=0.00501, rtol=0)


def test_a_settlement_smaller_than_a_cell_has_the_height_of_its_cell(hamlets):
    layer = QgsVectorLayer(hamlets, "settlements", "ogr")
    raster = QgsRasterLayer(str(DEM))
    found = judged(hamlets, "elev_m")
    small = 0
    for height, feature in zip(found, layer.getFeatures()):
        if feature.geometry().area() < CELL**2:
            small += 1
            expected, known = raster.dataProvider().sample(feature.geometry().centroid().asPoint(), 1)
            assert known
            assert height == pytest.approx(expected, abs=0.005)
    assert small > 0


def test_straight_distances_are_those_of_qgis(hamlets):
    joined = native("native:joinbynearest", INPUT=hamlets, INPUT_2=bayreuth("places"), FIELDS_TO_COPY=[],
                    DISCARD_NONMATCHING=False, PREFIX="", NEIGHBORS=1)  # fmt: skip
    expected = dict(rows_of(joined, "settlement_id", "distance"))
    found = judged(hamlets, "settlement_id", "service_km", "service_by", HAZARD_POINTS=bayreuth("places"))
    assert {by for _, _, by in found} == {"straight"}
    assert sum(km == 0 for _, km, _ in found) > 10
    for number, km, _ in found:
        assert km == pytest.approx(expected[number] / 1000, abs=0.0000051)
        assert (km == 0) == (expected[number] < 0.005), "0 inside"
    hazards = dict(judged(hamlets, "settlement_id", "hazard_m", HAZARD_POINTS=bayreuth("places")))
    for number, metres in expected.items():
        assert hazards[number] == pytest.approx(metres, abs=0.0051)


def test_distances_along_the_roads_are_those_of_qgis(hamlets):
    places, roads = bayreuth("places"), bayreuth("roads")
    layer = QgsVectorLayer(hamlets, "settlements", "ogr")
    ways = dict(zip(rows_of(layer, "settlement_id"), ways_by_qgis(layer, places, roads)))
    found = judged(hamlets, "settlement_id", "service_km", "service_by", "reasons", ROADS=roads)
    assert {by for _, _, by, _ in found} == {"network"}
    reached = [way for way in ways.values() if np.isfinite(way)]
    assert len({round(way) for way in reached}) > 50
    farthest = max(*reached, 10_000.0)
    unreached = 0
    for number, km, _, reasons in found:
        expected = ways[number] if np.isfinite(ways[number]) else farthest
        # Junctions are taken to the millimetre, some hundred along a way.
        assert km == pytest.approx(expected / 1000, abs=0.0002), number
        unreached += not np.isfinite(ways[number])
        assert ("No service can be reached" in reasons) == (not np.isfinite(ways[number]))
    assert unreached == sum("No service can be reached" in row[3] for row in found)


@pytest.mark.parametrize(
    ("crs", "cell"), [("EPSG:4326", (0.0004, 0.00027)), ("EPSG:3857", (47, 47))], ids=["degrees", "Mercator"]
)
def test_a_dem_in_other_units_is_not_taken_for_metres(crs, cell, hamlets, tmp_path):
    """The same heights on another grid of about 30 m: the slopes stay, but for what resampling does to single ones."""
    other = tmp_path / "other.tif"
    gdal.Warp(str(other), str(DEM), dstSRS=crs, resampleAlg="cubic", outputType=gdal.GDT_Float32, xRes=cell[0],
              yRes=cell[1])  # fmt: skip
    here, there = (
        np.array(judged(hamlets, "elev_m", "slope_deg", DEM=dem), dtype=float) for dem in (str(DEM), str(other))
    )
    large = [area >= 20 * CELL**2 for area in rows_of(hamlets, "area_m2")]
    both = large & np.isfinite(here).all(axis=1) & np.isfinite(there).all(axis=1)
    assert both.sum() > 50
    off = (there - here)[both]
    assert here[both, 1].mean() > 3, "slopes that would show a wrong unit"
    assert abs(off[:, 0].mean()) < 0.2
    assert abs(off[:, 1].mean()) < 0.05
    assert np.abs(off[:, 0]).max() < 2
    assert np.abs(off[:, 1]).max() < 1
