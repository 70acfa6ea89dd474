"""Inefficient industry on real layers around Bayreuth: land outside the built-up area, against QGIS's own tools."""

import numpy as np
import pytest
import shapely
from factories import industry, shapes_of
from qgis.core import QgsVectorLayer
from references import DATA
from scenes import layer_of, moved, rows_of
from villages import native

INDUSTRIAL = "\"cls\" IN ('industrial','commercial')"
CLOSED = 100.0
"""Residential land this near to one another is one town, metres."""
OFFICIAL, _, PLANAR = range(3)


def bayreuth(layer):
    path = DATA / "bayreuth_osm.gpkg"
    if not path.exists():
        pytest.skip(f"the real data {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    opened = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    assert opened.isValid()
    return opened


@pytest.fixture(scope="module")
def boundary(tmp_path_factory):
    """The residential land grown and shrunk again, in parts, a file."""
    residential = native("native:extractbyexpression", INPUT=bayreuth("landuse"), EXPRESSION="\"cls\" = 'residential'")
    grown = native("native:buffer", INPUT=residential, DISTANCE=CLOSED / 2, SEGMENTS=8, DISSOLVE=True)
    shrunk = native("native:buffer", INPUT=grown, DISTANCE=-CLOSED / 2, SEGMENTS=8, DISSOLVE=True)
    path = str(tmp_path_factory.mktemp("bayreuth") / "boundary.gpkg")
    native("native:multiparttosingleparts", INPUT=shrunk, OUTPUT=path)
    assert len(rows_of(path, "fid")) > 20
    return path


@pytest.fixture(scope="module")
def factories(tmp_path_factory):
    """The industrial and commercial land, a file."""
    path = str(tmp_path_factory.mktemp("bayreuth") / "factories.gpkg")
    native("native:extractbyexpression", INPUT=bayreuth("landuse"), EXPRESSION=INDUSTRIAL, OUTPUT=path)
    return path


def judged(boundary, *fields, **parameters):
    """Fields of every industrial parcel, in the layer's order."""
    every = {"CODE_FIELD": ..., "CODE_SYSTEM": ..., "INDUSTRY": INDUSTRIAL, "BOUNDARY": boundary, **parameters}
    return industry(bayreuth("landuse"), **every).rows("PARCELS", *fields)


def opened(path):
    return QgsVectorLayer(path, "layer", "ogr")


def measured(shapes, crs, method):
    """Area of shapes, official or on the map plane, 0 for none."""
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    some = ~shapely.is_empty(shapes)
    area = np.zeros(len(shapes))
    area[some] = official_area(shapes[some], to_geographic(crs)) if method == OFFICIAL else shapely.area(shapes[some])
    return area


@pytest.mark.parametrize("method", [OFFICIAL, PLANAR])
def test_areas_outside_are_those_of_qgis_difference(method, boundary, factories):
    left = native("native:difference", INPUT=factories, OVERLAY=boundary)
    known = dict(zip(rows_of(left, "fid"), measured(shapes_of(left), left.crs(), method)))
    expected = np.array([known.get(number, 0.0) for number in rows_of(factories, "fid")])
    area = measured(shapes_of(opened(factories)), left.crs(), method)
    found = np.array(judged(boundary, "outside_m2", "outside_share", "area_m2", AREA_METHOD=method))
    assert len(found) == len(expected) >= 18
    np.testing.assert_allclose(found[:, 0], expected, atol=0.1, rtol=0)
    np.testing.assert_allclose(found[:, 2], area, atol=0.0051, rtol=0)
    np.testing.assert_allclose(found[:, 1], expected / area, atol=1e-5, rtol=0)
    straddling = (expected > 1) & (expected < area - 1)
    assert straddling.sum() >= 5, "parcels that the boundary crosses"


def test_inside_and_outside_make_up_every_parcel(boundary, factories):
    """The land outside the boundary as a boundary: what lies outside that is what lies inside."""
    town = shapely.union_all(shapes_of(opened(boundary)))
    frame = shapely.box(*shapely.total_bounds(shapes_of(opened(factories)))).buffer(1_000)
    rest = layer_of([(shapely.to_wkt(part, -1),) for part in shapely.get_parts(frame.difference(town))], fields=(),
                    crs="EPSG:25832", name="rest")  # fmt: skip
    for method in (OFFICIAL, PLANAR):
        here = np.array(judged(boundary, "outside_m2", "area_m2", AREA_METHOD=method))
        there = np.array(judged(rest, "outside_m2", AREA_METHOD=method))
        np.testing.assert_allclose(here[:, 0] + there, here[:, 1], atol=0.0101, rtol=0)


def test_the_boundary_may_be_in_degrees(boundary):
    there = moved(opened(boundary), "EPSG:4326")
    here, far = (judged(layer, "outside_m2", AREA_METHOD=PLANAR) for layer in (boundary, there))
    np.testing.assert_allclose(far, here, atol=0.1, rtol=0)


def test_coverage_is_that_of_qgis(boundary, factories):
    """Real footprints, cut at the edges of the parcels."""
    buildings = native("native:fixgeometries", INPUT=bayreuth("buildings"))
    cut = native("native:intersection", INPUT=buildings, OVERLAY=factories, INPUT_FIELDS=[], OVERLAY_FIELDS=["fid"],
                 OVERLAY_FIELDS_PREFIX="on_")  # fmt: skip
    covered = dict.fromkeys(rows_of(factories, "fid"), 0.0)
    for number, area in zip(rows_of(cut, "on_fid"), shapely.area(shapes_of(cut))):
        covered[number] += area
    land = shapely.area(shapes_of(opened(factories)))
    found = np.array(judged(boundary, "coverage", BUILDINGS=bayreuth("buildings")))
    assert (found > 0).sum() > 10
    np.testing.assert_allclose(found, np.array(list(covered.values())) / land, atol=1e-4, rtol=0)
    assert found.max() <= 1


def test_a_share_asked_for_makes_the_candidates(boundary):
    rows = judged(boundary, "outside_share", "candidate", "disposal", OUTSIDE_SHARE=0.9)
    assert [candidate for _, candidate, _ in rows] == [share >= 0.9 for share, _, _ in rows]
    assert len({candidate for _, candidate, _ in rows}) == 2
    assert {disposal for _, candidate, disposal in rows if candidate} <= {None, "move"}, "nothing is rated"
