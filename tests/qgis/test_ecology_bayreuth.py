"""Ecological restoration on real layers around Bayreuth: quarries, margins, forest links, roads, slope."""

import json

import numpy as np
import pytest
import shapely
from factories import shapes_of
from osgeo import gdal, ogr, osr
from qgis.core import QgsPointXY, QgsRasterLayer, QgsVectorLayer
from references import DATA
from scenes import rows_of, run
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from villages import native

ECOLOGY = "landconsolidation:ecologicalrestoration"
DEM = DATA / "bayreuth_dem_srtm.tif"
FOREST = "\"cls\" IN ('forest', 'natural:wood')"
COSTS = (("\"cls\" IN ('forest', 'natural:wood')", 1), ("\"cls\" = 'meadow'", 2), ("\"cls\" = 'residential'", 40))
OTHER, CELL, JOIN, LONGEST, PATCH_MU, MU = 4, 30.0, 20.0, 600.0, 60.0, 10_000 / 15
TEXTS = {"title": {"zh": "试", "en": "Trial"}, "reason": {"zh": "试", "en": "Trial"}}
gdal.UseExceptions()


def bayreuth(layer):
    path = DATA / "bayreuth_osm.gpkg"
    for file in (path, DEM):
        if not file.exists():
            pytest.skip(f"the real data {file} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    opened = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    assert opened.isValid()
    return opened


def rule(name, kind, subtype, where, **more):
    return {"id": name, "kind": kind, "subtype": subtype, "land": {"where": where}, **TEXTS, **more}


RULES = {
    "quarry": rule("quarry", "parcels", "E4", "\"cls\" = 'quarry'"),
    "margin": rule("margin", "margin", "E2", "\"cls\" IN ('meadow', 'natural:scrub')",
                   water={"where": "\"cls\" = 'natural:water'"}, distance=15, min_m2=20),
    "belt": rule("belt", "belt", "E1", "\"cls\" = 'railway'", trees={"where": FOREST}, block_mu=50),
    "corridor": rule("corridor", "corridor", "E6", FOREST, other_cost=OTHER, cell=CELL, join_gap=JOIN,
                     max_length=LONGEST, patch_mu=PATCH_MU, slope_cost=2,
                     costs=[{"where": where, "cost": cost} for where, cost in COSTS]),
}  # fmt: skip


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("rules") / "bayreuth.json"
    shipped = ["abandoned_mine", "quarry_not_in_use", "construction_in_redline", "cropland_in_channel",
               "river_margin", "pond_margin", "shelterbelt_gap", "corridor_gap"]  # fmt: skip
    path.write_text(json.dumps({"without": shipped, "rules": list(RULES.values())}), encoding="utf-8")
    return str(path)


def restore(table, **parameters):
    return run(bayreuth("landuse"), ECOLOGY, CODE_FIELD=..., CODE_SYSTEM=..., RULES_FILE=table, AREA_METHOD=2,
               **parameters)  # fmt: skip


@pytest.fixture(scope="module")
def flat(table):
    """Parcels and links without a terrain model, and the log. No layers, which must not outlive QGIS."""
    ran = restore(table)
    parcels = ran.rows("PARCELS", "rules", "found_m2", "area_m2")
    links = list(zip(shapes_of(ran["LINKS"]), ran.rows("LINKS", "rule_id", "length_m", "cost")))
    return parcels, links, ran.log.all


def of_class(where):
    return native("native:extractbyexpression", INPUT=bayreuth("landuse"), EXPRESSION=where)


def test_quarries_are_found_with_the_area_that_qgis_measures(flat):
    expected = sorted(feature.geometry().area() for feature in of_class("\"cls\" = 'quarry'").getFeatures())
    assert len(expected) == 2
    assert sorted(area for rules, _, area in flat[0] if rules == "quarry") == pytest.approx(expected, abs=0.01)


def test_margins_are_those_of_qgis_buffer_and_intersection(flat):
    water = native("native:fixgeometries", INPUT=of_class("\"cls\" = 'natural:water'"))
    near = native("native:buffer", INPUT=water, DISTANCE=15, SEGMENTS=32, DISSOLVE=True)
    land = native("native:fixgeometries", INPUT=of_class("\"cls\" IN ('meadow', 'natural:scrub')"))
    cut = native("native:intersection", INPUT=land, OVERLAY=near)
    expected = sorted(area for area in shapely.area(shapes_of(cut)).tolist() if area >= 20)
    found = sorted(found for rules, found, _ in flat[0] if rules == "margin")
    assert len(expected) > 20
    assert found == pytest.approx(expected, abs=0.02)


def test_the_belt_is_silent_without_blocks_and_the_land_is_flat_without_a_dem(flat):
    assert "Rule belt (Trial) is silent: the layer BLOCKS is not given" in flat[2]
    assert "Rule corridor: DEM is not given" in flat[2]


# --- links: another raster, every pair of patches, Kruskal ------------------------------------------------


def burned(shapes, values, crs, frame, empty):
    """Values of polygons burned into a grid by GDAL, one after the other."""
    left, top, columns, rows = frame
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
    target.SetGeoTransform((left, CELL, 0, top, 0, -CELL))
    reference = osr.SpatialReference(wkt=crs.toWkt())
    target.SetProjection(reference.ExportToWkt())
    target.GetRasterBand(1).Fill(empty)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("x", reference)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTReal))
    for shape, value in zip(shapes, values):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(shapely.to_wkb(shape)))
        feature["value"] = float(value)
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=value"])
    return target.ReadAsArray()


def forests():
    """Every parcel in order: shapes, classes, and the patch of each: forests whose growth by half of the gap meets."""
    landuse = native("native:fixgeometries", INPUT=bayreuth("landuse"))
    shapes, classes = shapes_of(landuse), np.array(rows_of(landuse, "cls"), dtype=object)
    patch = np.full(len(shapes), -1)
    rows = np.flatnonzero(np.isin(classes, ["forest", "natural:wood"]))
    pieces = shapely.get_parts(shapely.union_all(shapely.buffer(shapes[rows], JOIN / 2, quad_segs=64)))
    own, owner = shapely.STRtree(pieces).query(shapes[rows], predicate="intersects")
    number = np.zeros(len(rows), dtype=int)
    number[own] = owner
    large = np.bincount(number, weights=shapely.area(shapes[rows])) >= PATCH_MU * MU
    patch[rows] = np.where(large, np.cumsum(large) - 1, -1)[number]
    return shapes, classes, patch


def test_links_cost_what_dijkstra_over_every_pair_finds(flat):
    from land_consolidation.algorithms.corridors import grid_for

    shapes, classes, of = forests()
    crs, count = bayreuth("landuse").crs(), of.max() + 1
    assert count >= 5
    grid = grid_for(shapely.buffer(shapely.box(*shapely.total_bounds(shapes[of >= 0])), LONGEST / 2), CELL)
    assert grid.width == CELL
    frame = (grid.left, grid.top, grid.columns, grid.rows)
    patch = burned(shapes, of, crs, frame, -1).astype(int)
    prices = {"forest": 1, "natural:wood": 1, "meadow": 2, "residential": 40}
    cost = burned(shapes, [prices.get(name, OTHER) for name in classes], crs, frame, OTHER)
    number = np.arange(cost.size).reshape(cost.shape)
    graph = []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = number[:cost.shape[0] - down, max(0, -right):cost.shape[1] - max(0, right)].ravel()
        there = here + down * cost.shape[1] + right
        graph.append((here, there, (cost.ravel()[here] + cost.ravel()[there]) / 2 * np.hypot(down, right) * CELL))
    one, other, price = map(np.concatenate, zip(*graph))
    graph = csr_matrix((np.r_[price, price], (np.r_[one, other], np.r_[other, one])), shape=(cost.size,) * 2)
    between = np.full((count, count), np.inf)
    for first in range(count):
        far = dijkstra(graph, indices=np.flatnonzero(patch.ravel() == first), min_only=True)
        for second in range(count):
            if second != first:
                between[first, second] = far[patch.ravel() == second].min()
    found = sorted(fields[2] for _, fields in flat[1] if fields[0] == "corridor")
    assert len(found) >= 3
    for each in found:
        assert np.isclose(between, each, atol=0.01).any(), "each is the cheapest way between some two patches"
    # A way costs at least its metres: one this cheap is never left out for being too long.
    expected = np.sort(minimum_spanning_tree(np.where(np.isfinite(between), between, 0)).data)
    cheap = [each for each in expected.tolist() if each < LONGEST]
    assert found[:len(cheap)] == pytest.approx(cheap, abs=0.01)


def test_links_lie_outside_the_patches_and_join_two(flat):
    shapes, _, of = forests()
    groups = np.array([shapely.union_all(shapes[of == number]) for number in range(of.max() + 1)], dtype=object)
    for line, (name, length, _) in flat[1]:
        assert name == "corridor"
        assert length == pytest.approx(line.length, abs=0.01)
        assert 0 < length <= LONGEST
        distance = shapely.distance(groups, line)
        assert (distance < 0.01).sum() >= 2
        assert shapely.length(shapely.intersection(groups, line)).sum() < 0.01


def test_slopes_are_those_of_qgis_and_make_links_dearer(table, flat):
    from land_consolidation.processing.dem import Dem, slopes_at

    made = native("native:slope", INPUT=str(DEM), Z_FACTOR=1)
    by_qgis = made if isinstance(made, QgsRasterLayer) else QgsRasterLayer(made, "slope")
    assert by_qgis.isValid()
    layer = QgsRasterLayer(str(DEM), "dem")
    extent, random = layer.extent(), np.random.default_rng(4)
    points = np.column_stack((random.uniform(extent.xMinimum(), extent.xMaximum(), 400),
                              random.uniform(extent.yMinimum(), extent.yMaximum(), 400)))  # fmt: skip
    ours = slopes_at(Dem(layer), points, layer.crs(), lambda fraction: None)
    theirs = np.array([by_qgis.dataProvider().sample(QgsPointXY(*point), 1)[0] for point in points])
    known = ~np.isnan(ours) & ~np.isnan(theirs)
    assert known.sum() > 200
    np.testing.assert_allclose(ours[known], theirs[known], atol=0.05)
    ran = restore(table, DEM=str(DEM))
    steep = sorted(ran.rows("LINKS", "cost"))
    assert "DEM is not given" not in ran.log.all
    assert steep[0] > min(fields[2] for _, fields in flat[1])


def test_belts_along_real_roads_keep_their_distances(table, tmp_path):
    blocks = str(tmp_path / "blocks.gpkg")
    run(bayreuth("landuse"), CODE_FIELD=..., CODE_SYSTEM=..., FARMLAND="\"cls\" = 'farmland'", BLOCKS=blocks)
    ran = restore(table, BLOCKS=blocks, ROADS=bayreuth("roads"))
    belts = [line for line, name in zip(shapes_of(ran["LINKS"]), ran.rows("LINKS", "rule_id")) if name == "belt"]
    assert len(belts) > 5
    large = shapely.union_all([shape for shape, mu in zip(
        shapes_of(QgsVectorLayer(blocks, "b", "ogr")), rows_of(blocks, "net_mu")) if mu >= 50])  # fmt: skip
    forest = shapely.union_all(shapes_of(native("native:fixgeometries", INPUT=of_class(FOREST))))
    roads = shapely.union_all(shapes_of(bayreuth("roads")))
    for belt in belts:
        assert belt.length >= 100
        middle = shapely.points(shapely.get_coordinates(belt)[1:-1])
        assert shapely.distance(middle, large).max() <= 20
        assert shapely.distance(middle, forest).min() >= 10
        assert shapely.distance(middle, roads).max() < 0.01
