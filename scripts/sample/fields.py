"""Field lines: rows of curved strips in the plain, terraces along the contours, forest stands.

Every function returns lines or polygons in map coordinates; nothing here knows a land class
beyond field roads and ditches.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from osgeo import gdal, ogr
from scipy.spatial import Voronoi, cKDTree

from .frame import LENGTH, to_map
from .network import Way
from .noise import generator, make_noise, sample
from .terrain import Dem, at

CONTOUR = 8.0


@dataclass(frozen=True)
class Rows:
    """A piece of plain between two curves t = low(s) and t = high(s), divided into rows.

    kinds: what lies between neighbouring rows, ("road", width) or ("ditch", width).
    """

    name: str
    low: object
    high: object
    kinds: tuple
    start: float = -300.0
    stop: float = LENGTH + 300
    field: float = 3_000.0


def bent(s, t):
    """Design points to map, slightly bent so that no field is a rectangle."""
    one, two = make_noise(41, 240.0), make_noise(42, 310.0)
    return to_map(s + 8 * sample(one, s, t), t + 8 * sample(two, s, t))


def row_t(rows: Rows, fraction, s):
    """t at a fraction (0 low … 1 high) of the piece of plain."""
    low, high = rows.low(s), rows.high(s)
    wave = (
        0.018 * np.sin(2 * np.pi * np.asarray(s) / 1_900 + 7 * np.asarray(fraction)) * (4 * fraction * (1 - fraction))
    )
    return low + (high - low) * (fraction + wave)


def curve(rows: Rows, s, f) -> shapely.LineString:
    """A map line through (s, fraction) points, densified to about 30 m."""
    s, f = np.asarray(s, float), np.asarray(f, float)
    span = abs(s[-1] - s[0]) + abs(f[-1] - f[0]) * 900
    share = np.linspace(0, 1, max(2, int(span / 30) + 1))
    along = np.linspace(0, 1, len(s))
    s, f = np.interp(share, along, s), np.interp(share, along, f)
    return shapely.simplify(shapely.LineString(bent(s, row_t(rows, f, s))), 0.25)


def row_way(rows: Rows, k: int) -> Way:
    """The k-th line between rows (1 … n - 1) as a way."""
    kind, width = rows.kinds[k - 1]
    f = k / (len(rows.kinds) + 1)
    way = curve(rows, [rows.start, rows.stop], [f, f])
    return Way("rural", "1006", width, way) if kind == "road" else Way("ditch", "1107", width, way)


def plain(rows: Rows, stream: int, stops=()):
    """Ways and field lines of a piece of plain.

    stops: s values where cross lines are not wanted within 60 m (a road of another kind is there).
    """
    rng = generator(stream)
    count = len(rows.kinds) + 1
    ways = [row_way(rows, k) for k in range(1, count)]
    for way in tuple(ways):
        if way.kind == "rural":
            beside = shapely.offset_curve(way.line, way.width / 2 + 0.9, join_style="mitre")
            ways.append(Way("ditch", "1107", 2.4, beside))
    lines = []
    for row in range(count):
        f0, f1 = row / count, (row + 1) / count
        s, turn = rows.start + rng.uniform(0, 150), int(rng.integers(4))
        previous = (rows.start, rows.start)
        while s < rows.stop:
            ends = (s + rng.uniform(-28, 28), s + rng.uniform(-28, 28))
            if all(abs(s - stop) > 70 for stop in stops):
                cross = curve(rows, ends, [f0 - 0.002, f1 + 0.002])
                turn += 1
                if turn % 4 == 0:
                    ways.append(Way("rural", "1006", 3.5, cross))
                elif turn % 4 == 2:
                    ways.append(Way("ditch", "1107", 2.0, cross))
                else:
                    lines.append(cross)
                lines += split(rows, (previous, ends), (f0, f1), rng)
                previous = ends
            s += rng.uniform(130, 250)
        lines += split(rows, (previous, (rows.stop, rows.stop)), (f0, f1), rng)
    return ways, lines


def split(rows: Rows, sides, fractions, rng) -> list:
    """Field lines inside one quadrilateral of (s, fraction) space, by repeated halving."""
    (a, b), (c, d) = sides
    quads = [np.array([[a, fractions[0]], [c, fractions[0]], [d, fractions[1]], [b, fractions[1]]])]
    lines = []
    while quads:
        quad = quads.pop()
        middle = float(quad[:, 0].mean())
        depth = float(rows.high(middle) - rows.low(middle))
        wide = (quad[1, 0] - quad[0, 0] + quad[2, 0] - quad[3, 0]) / 2
        deep = (quad[3, 1] - quad[0, 1] + quad[2, 1] - quad[1, 1]) / 2 * depth
        if wide * deep < rows.field * rng.uniform(0.75, 1.75) or wide < 1 or deep < 1:
            continue
        one, two = np.clip(rng.normal(0.5, 0.07, 2), 0.3, 0.7)
        if wide * 1.9 > deep:
            low, high = quad[0] + (quad[1] - quad[0]) * one, quad[3] + (quad[2] - quad[3]) * two
            quads += [np.array([quad[0], low, high, quad[3]]), np.array([low, quad[1], quad[2], high])]
        else:
            low, high = quad[0] + (quad[3] - quad[0]) * one, quad[1] + (quad[2] - quad[1]) * two
            quads += [np.array([quad[0], quad[1], high, low]), np.array([low, high, quad[2], quad[3]])]
        over = (high - low) / np.hypot((high - low)[0], (high - low)[1] * depth)
        low, high = low - over * 0.8, high + over * 0.8
        lines.append(curve(rows, [low[0], high[0]], [low[1], high[1]]))
    return lines


def contours(dem: Dem, step: float = CONTOUR) -> np.ndarray:
    """Contour lines of the whole model, smoothed a little."""
    rows, columns = dem.z.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
    raster.SetGeoTransform((dem.left, dem.cell, 0, dem.top, 0, -dem.cell))
    raster.GetRasterBand(1).WriteArray(dem.z)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("c", geom_type=ogr.wkbLineString)
    gdal.ContourGenerateEx(raster.GetRasterBand(1), layer, options=[f"LEVEL_INTERVAL={step}", "LEVEL_BASE=3.01"])
    lines = shapely.from_wkb([bytes(f.GetGeometryRef().ExportToWkb()) for f in layer])
    lines = lines[shapely.length(lines) > 60]
    return shapely.simplify(lines, 1.2)


def outlines(grid, left: float, top: float, step: float) -> shapely.Geometry:
    """Where a north-up grid exceeds 0.5, as one smooth geometry; left and top are the centre of the first cell."""
    rows, columns = grid.shape
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
    raster.SetGeoTransform((left - step / 2, step, 0, top + step / 2, 0, -step))
    raster.GetRasterBand(1).WriteArray(grid)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("m", geom_type=ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("low", ogr.OFTReal))
    gdal.ContourGenerateEx(
        raster.GetRasterBand(1), layer, options=["FIXED_LEVELS=0.5", "POLYGONIZE=YES", "ELEV_FIELD_MIN=0"]
    )
    found = [bytes(f.GetGeometryRef().ExportToWkb()) for f in layer if f["low"] is not None and f["low"] >= 0.49]
    return shapely.make_valid(shapely.union_all(shapely.make_valid(shapely.from_wkb(found))))


def terraces(dem: Dem, zone, stream: int, spacing: float = 66.0):
    """Contours in a zone, and cuts straight down the slope from one contour to the next."""
    lines = shapely.intersection(contours(dem), zone)
    rng = generator(stream)
    left, bottom, right, top = zone.bounds
    seeds = rng.uniform((left, bottom), (right, top), (int((right - left) * (top - bottom) / 700), 2))
    shapely.prepare(zone)
    seeds = seeds[shapely.contains_xy(zone, seeds[:, 0], seeds[:, 1])]
    keep = np.ones(len(seeds), bool)
    for i, j in sorted(cKDTree(seeds).query_pairs(spacing)):
        if keep[i]:
            keep[j] = False
    return [*shapely.get_parts(lines), *cuts(dem, seeds[keep])]


def cuts(dem: Dem, seeds) -> list:
    """Lines of steepest slope through seeds (n, 2), up and down to the next contours."""
    gy, gx = np.gradient(dem.z, dem.cell)
    band = np.floor((at(dem, dem.z, seeds) - 3.01) / CONTOUR)
    halves = []
    for sign in (1, -1):
        here, track, going = seeds.copy(), [seeds.copy()], np.ones(len(seeds), bool)
        extra = np.zeros(len(seeds))
        for _ in range(70):
            slope = np.stack([at(dem, gx, here), -at(dem, gy, here)], axis=-1)
            slope /= np.maximum(np.hypot(*slope.T), 1e-6)[:, None]
            here = np.where(going[:, None], here + sign * 3.0 * slope, here)
            track.append(here.copy())
            extra += np.floor((at(dem, dem.z, here) - 3.01) / CONTOUR) != band
            going = extra < 2
        halves.append(np.stack(track, axis=1))
    both = np.concatenate([halves[1][:, :0:-1], halves[0]], axis=1)
    lines = shapely.linestrings(both)
    return [one for one in shapely.simplify(lines, 1.5) if 8 < one.length < 260]


def stands(outline, stream: int, count: int):
    """Lines between forest stands: warped cells of random points."""
    rng = generator(stream)
    left, bottom, right, top = outline.bounds
    points = rng.uniform((left - 400, bottom - 400), (right + 400, top + 400), (count, 2))
    for _ in range(2):
        points = _relaxed(points, 0.35)
    cells = Voronoi(points)
    pairs = np.array([p for p in cells.ridge_vertices if -1 not in p])
    ends = cells.vertices[pairs]
    segments = shapely.segmentize(shapely.linestrings(ends), 28.0)
    one, two = make_noise(51, 115.0), make_noise(52, 115.0)

    def warp(c):
        return c + 17 * np.stack([sample(one, *c.T), sample(two, *c.T)], axis=-1)

    moved = shapely.transform(segments, warp)
    return list(shapely.simplify(moved[shapely.intersects(moved, outline)], 1.0))


def _relaxed(points, share):
    """Points moved a share of the way to the middle of their neighbours."""
    near = cKDTree(points).query(points, k=7)[1][:, 1:]
    return points * (1 - share * 0.5) + points[near].mean(axis=1) * share * 0.5
