"""The road layer: centre lines noded at every junction, so that a network can be walked."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .compose import Township
from .parcels import in_order
from .settlement import park_rows, town_rows, zone
from .tables import Sheet, real, text

NAMES = {"highway": "公路", "county": "县道", "rural": "农村道路", "street": "城镇村道路"}
SPEED = {"highway": 70, "county": 50, "rural": 25, "street": 30}


def roads_sheet(town: Township) -> Sheet:
    """Roads by kind, with names and widths; kilometres per hour are invented."""
    lines, kinds, names, widths = [], [], [], []

    def add(line, kind, name="", width=4.0):
        for part in shapely.get_parts(line):
            if part.geom_type == "LineString" and part.length > 0.2:
                lines.append(part)
                kinds.append(kind)
                names.append(name)
                widths.append(width)

    town_zones = [zone(town_rows()), zone(park_rows())]
    built = [(p.outline, [w.line for w in p.streets]) for p in town.settlements]
    built += [
        (area, [w.line for w in town.ways[name]]) for area, name in zip(town_zones, ("town_street", "park_street"))
    ]
    outlines = [outline for outline, _ in built]
    solid = shapely.union_all(outlines)
    for way in (town.ways["rail"][0], *town.ways["county"], *town.ways["strip"]):
        add(shapely.intersection(way.line, town.outline), way.kind, way.name, way.width)
    country = []
    for way in town.ways["rural"]:
        outside = shapely.difference(shapely.intersection(way.line, town.outline), solid)
        country.append(outside)
        add(outside, "rural", way.name, way.width)
    for _, streets in built:
        for line in streets:
            add(shapely.intersection(line, town.outline), "street")
    ends = shapely.union_all([shapely.boundary(part) for line in country for part in shapely.get_parts(line)])
    ends = shapely.get_parts(ends)
    for outline, streets in built:
        near = ends[shapely.distance(ends, outline.exterior) < 0.01]
        joint = shapely.union_all(streets)
        main = list(shapely.get_parts(near))
        for way in town.ways["county"] + town.ways["strip"]:
            main += [
                p for p in shapely.get_parts(shapely.intersection(way.line, outline.exterior)) if p.geom_type == "Point"
            ]
        for point in main:
            add(shapely.shortest_line(point, joint), "street")
    for name in ("town_street", "park_street"):
        highway = town.ways["rail"][0].line
        cross = [w.line for w in town.ways[name] if shapely.distance(w.line, highway) < 30]
        for line in cross[::3]:
            top = min((shapely.Point(line.coords[0]), shapely.Point(line.coords[-1])), key=highway.distance)
            add(_stretch(shapely.shortest_line(top, highway)), "street")
    add(
        shapely.shortest_line(
            *(shapely.union_all([w.line for w in town.ways[name]]) for name in ("town_street", "park_street"))
        ),
        "street",
    )
    for link in links(np.array(lines, object)):
        add(link, "street")
    parts = in_order(shapely.get_parts(shapely.union_all(np.array(lines, object), grid_size=0.01)))
    middle = shapely.line_interpolate_point(parts, 0.5, normalized=True)
    source = shapely.STRtree(lines).nearest(middle)
    kind = np.array(kinds)[source]
    frame = pd.DataFrame(
        {
            "road_id": [f"R{n:05d}" for n in range(1, len(parts) + 1)],
            "kind": kind,
            "kind_zh": [NAMES[k] for k in kind],
            "name": [names[n] or None for n in source],
            "width_m": np.array(widths)[source],
            "speed_kmh": [float(SPEED[k]) for k in kind],
        }
    )
    return Sheet(
        "roads",
        "道路中心线 Road centre lines",
        "Invented road centre lines, noded at junctions; kind is highway, county, rural or street.",
        text("road_id", "kind", "kind_zh", "name", width=30) + real("width_m", "speed_kmh"),
        frame,
        "line",
        parts,
    )


def links(lines, reach: float = 26.0) -> list:
    """Short lines that join pieces of network lying within reach (metres) of the rest."""
    found = []
    for _ in range(4):
        every = np.concatenate([lines, np.array(found, object)]) if found else lines
        i, j = shapely.STRtree(every).query(every, predicate="dwithin", distance=0.02)
        _, piece = connected_components(coo_matrix((np.ones(len(i)), (i, j)), shape=(len(every),) * 2), False)
        main = np.bincount(piece).argmax()
        fresh = []
        for number in np.unique(piece[piece != main]):
            gap = shapely.shortest_line(
                shapely.union_all(every[piece == number]), shapely.union_all(every[piece != number])
            )
            if gap.length < reach:
                fresh.append(_stretch(gap))
        if not fresh:
            break
        found += fresh
    return found


def _stretch(line):
    """A line drawn a little beyond both ends, so that it is noded with what it touches."""
    c = shapely.get_coordinates(line)
    step = (c[-1] - c[0]) / max(np.hypot(*(c[-1] - c[0])), 1e-9) * 0.05
    return shapely.LineString([c[0] - step, c[-1] + step])
