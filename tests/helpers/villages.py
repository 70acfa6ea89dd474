"""Small settlements, homesteads and terrain made by hand, and running the village tools on them."""

import numpy as np
import shapely
from osgeo import gdal, osr
from qgis import processing
from qgis.analysis import QgsGraphAnalyzer, QgsGraphBuilder, QgsNetworkDistanceStrategy, QgsVectorLayerDirector
from qgis.core import QgsGeometry, QgsPointXY, QgsRasterLayer
from scenes import EAST, HOME, NORTH, box, context_without_project, layer_of, run

SETTLEMENTS = "landconsolidation:settlements"
RELOCATION = "landconsolidation:villagerelocation"
CRITERIA = ("hazard", "access", "vacancy", "scatter", "terrain")
COUNTS = (("village", str), ("households", int), ("dwellings", int), ("vacant", int), ("consenting", int))
MU = 10_000 / 15
EAST_OF_SCALE = 135_000.0
"""1.4 degrees from the meridian the map is some 4e-4 larger than the ground."""

gdal.UseExceptions()


def run_settlements(layer, **parameters):
    """Group the homesteads of a layer; codes are the survey's, in DLBM, unless given."""
    return run(layer, SETTLEMENTS, **parameters)


def relocate(layer, **parameters):
    """Judge the settlements of a layer."""
    return run(layer, RELOCATION, **parameters)


def judged(layer, *fields, **parameters):
    """Fields of every settlement once judged."""
    return relocate(layer, **parameters).rows("CANDIDATES", *fields)


def one(row, *fields, **parameters):
    """Fields of a scene with one settlement."""
    (found,) = judged(places(row), *fields, **parameters)
    return found


def homesteads(*rows, fields=(("DLBM", str),), **more):
    """A survey layer; rows: (WKT, value of each field …), or a WKT alone for a homestead."""
    return layer_of([(row, "0702") if isinstance(row, str) else row for row in rows], fields, **more)


def place(x=0.0, y=0.0, width=200.0, depth=200.0, village="A", **counts):
    """The row of a settlement: a rectangle (60 mu unless said), with the counts that are known."""
    return (box(x, y, x + width, y + depth), village, *(counts.get(name) for name, _ in COUNTS[1:]))


def alive(**more):
    """Counts of a village that nothing is the matter with: 60 households, no dwelling vacant, nobody wants to move."""
    return {"households": 60, "dwellings": 60, "vacant": 0, "consenting": 0, **more}


def places(*rows, fields=COUNTS, name="settlements"):
    """Settlements from `place`."""
    return layer_of(rows, fields, name=name)


def points(*xy, fields=(), kind="Point", name="points"):
    """A point layer; metres from the scene's corner, or (x, y, value of each field …)."""
    rows = [(f"POINT({EAST + x!r} {NORTH + y!r})", *values) for x, y, *values in xy]
    return layer_of(rows, fields, kind=kind, name=name)


def areas(*boxes, fields=(), name="areas"):
    """A polygon layer of rectangles (x0, y0, x1, y1, value of each field …), metres from the scene's corner."""
    return layer_of([(box(*row[:4]), *row[4:]) for row in boxes], fields, name=name)


def roads(*lines):
    """Roads from WKT lines."""
    return layer_of([(shape,) for shape in lines], fields=(), kind="LineString", name="roads")


def scattered(*boxes):
    """One multipolygon of several rectangles (x0, y0, x1, y1)."""
    return QgsGeometry.collectGeometry([QgsGeometry.fromWkt(box(*corners)) for corners in boxes])


def raster(path, heights, corner=(EAST, NORTH), cell=(10.0, 10.0), crs=HOME):
    """A terrain model as a file, opened as a layer.

    heights: shape (rows, columns), the first row in the north, NaN for NoData;
    corner: its lower left corner; cell: width and height of a cell; crs: anything that GDAL knows, None for none.
    """
    heights = np.asarray(heights, dtype="float64")
    rows, columns = heights.shape
    file = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float64)
    file.SetGeoTransform((corner[0], cell[0], 0, corner[1] + rows * cell[1], 0, -cell[1]))
    if crs is not None:
        file.SetProjection(_system(crs).ExportToWkt())
    band = file.GetRasterBand(1)
    band.SetNoDataValue(-9999.0)
    band.WriteArray(np.where(np.isnan(heights), -9999.0, heights))
    band = file = None
    layer = QgsRasterLayer(str(path), "terrain")
    assert layer.isValid()
    return layer


def flat(path, height=100.0, span=(-500, -500, 1500, 1500)):
    """Level ground over a span (x0, y0, x1, y1), metres from the scene's corner."""
    x0, y0, x1, y1 = span
    return raster(path, np.full((int(y1 - y0) // 10, int(x1 - x0) // 10), height), (EAST + x0, NORTH + y0))


def inclined(path, crs, cell, rise):
    """The plane that rises `rise` (metres per metre east and north) from 1,000 m at the scene's corner, on any grid."""
    change = osr.CoordinateTransformation(_system(HOME), _system(crs))
    corners = [change.TransformPoint(EAST + x, NORTH + y)[:2] for x in (-300, 500) for y in (-300, 500)]
    (left, bottom), (right, top) = np.min(corners, axis=0), np.max(corners, axis=0)
    columns, rows = int((right - left) / cell[0]), int((top - bottom) / cell[1])
    across = left + (np.arange(columns) + 0.5) * cell[0]
    up = bottom + (np.arange(rows) + 0.5) * cell[1]
    back = osr.CoordinateTransformation(_system(crs), _system(HOME))
    places_ = np.array(back.TransformPoints(np.stack(np.meshgrid(across, up[::-1]), axis=-1).reshape(-1, 2)))
    heights = 1000 + (places_[:, :2] - (EAST, NORTH)) @ rise
    return raster(path, heights.reshape(rows, columns), (left, bottom), cell, crs)


def _system(crs):
    system = osr.SpatialReference()
    system.SetFromUserInput(crs)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def native(algorithm, output="OUTPUT", **parameters):
    """What one of QGIS's own tools makes, whatever the geometries are like."""
    parameters = {output: "TEMPORARY_OUTPUT", **parameters}
    return processing.run(algorithm, parameters, context=context_without_project())[output]


def ways_by_qgis(settlements, services, roads):
    """Metres by road from each settlement to the nearest service, by QGIS's own reading of the roads, inf for no way.

    A settlement may set out wherever a road crosses its edge or lies in it, or,
    where none does, from the nearest road; the way across country counts at
    either end. Layers share one CRS, in metres.
    """
    homes, posts, lines = (_shapes(layer) for layer in (settlements, services, roads))
    network = shapely.multilinestrings(shapely.get_parts(lines))
    posts = shapely.get_parts(posts)
    feet = shapely.get_point(shapely.shortest_line(posts, network), 1)
    start, owner, leg = [], [], []
    for number, home in enumerate(homes):
        crossings = shapely.get_coordinates(shapely.intersection(home.boundary, network))
        within = shapely.get_coordinates(shapely.intersection(home, network))
        inside = shapely.get_coordinates(feet[shapely.intersects(feet, home)])
        found = np.concatenate([crossings, within, inside])
        if len(found) == 0:
            found = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(home, network), 1))
        start.append(found)
        owner += [number] * len(found)
        leg += [0.0 if len(crossings) + len(within) + len(inside) else home.distance(network)] * len(found)
    cost = _costs(roads, shapely.get_coordinates(feet), np.concatenate(start)) + shapely.distance(posts, feet)[:, None]
    ways = np.full(len(homes), np.inf)
    np.minimum.at(ways, owner, cost.min(axis=0) + leg)
    at_home = shapely.STRtree(posts).query(homes, predicate="intersects")[0]
    ways[np.unique(at_home)] = 0.0
    return ways


def _costs(roads, sources, targets):
    """Metres along the roads between points on them, shape (sources, targets)."""
    director = QgsVectorLayerDirector(roads, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth)
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(roads.crs(), False, 0.001, "")
    places = [QgsPointXY(*xy) for xy in (*sources.tolist(), *targets.tolist())]
    tied = director.makeGraph(builder, places)
    graph = builder.takeGraph()
    vertex = [graph.findVertex(point) for point in tied]
    assert -1 not in vertex
    costs = []
    for source in vertex[: len(sources)]:
        cost = QgsGraphAnalyzer.dijkstra(graph, source, 0)[1]
        costs.append([cost[target] for target in vertex[len(sources) :]])
    return np.where(np.array(costs) > 1e300, np.inf, costs)


def _shapes(layer):
    return shapely.from_wkb([feature.geometry().asWkb().data() for feature in layer.getFeatures()])
