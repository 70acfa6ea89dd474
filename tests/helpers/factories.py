"""Small factories, a town's boundary and enterprises made by hand, and running the industry tool on them."""

import numpy as np
import shapely
from qgis.core import QgsGeometry
from scenes import EAST, NORTH, box, layer_of, run
from villages import areas

INDUSTRY = "landconsolidation:inefficientindustry"
YARD = (100, 0, 200, 100)
"""Corners of a factory of 15 mu outside the town, too large to be stray."""
PLANTS = (("DLBM", str), ("BSM", str))
FIRMS = (("parcel_bsm", str), ("enterprise", str), ("rating", str), ("tax_per_mu", float), ("polluting", str))
_TOWN = (-1000, -1000, 0, 1000)


def industry(layer, **parameters):
    """Judge the industrial parcels of a layer, against `town()` where no boundary is given."""
    return run(layer, INDUSTRY, **({} if "BOUNDARY" in parameters else {"BOUNDARY": town()}), **parameters)


def judged(layer, *fields, **parameters):
    """Fields of every industrial parcel once judged."""
    return industry(layer, **parameters).rows("PARCELS", *fields)


def one(*fields, corners=YARD, values=(), own=(), **parameters):
    """Fields of a scene with one factory; values of its `own` fields."""
    (found,) = judged(plants((*corners, *values), fields=own), *fields, **parameters)
    return found


def town(*corners, fields=(), name="CZKFBJ"):
    """The boundary, rectangles (x0, y0, x1, y1, value of each field …): unless given, all that lies west of x = 0."""
    return areas(*(corners or (_TOWN,)), fields=fields, name=name)


def plants(*rows, code="0601", fields=(), name="DLTB"):
    """Parcels P1, P2 … of one code; rows: (x0, y0, x1, y1, value of each field …) or (shape, value of each field …)."""
    made = []
    for number, row in enumerate(rows, 1):
        width = 1 if isinstance(row[0], (str, QgsGeometry)) else 4
        shape = row[0] if width == 1 else box(*row[:4])
        made.append((shape, code, f"P{number}", *row[width:]))
    return layer_of(made, (*PLANTS, *fields), name=name)


def firm(rating=None, tax=None, polluting=None, parcel="P1", name="Firm"):
    """The row of an enterprise for `firms`."""
    return (parcel, name, rating, tax, polluting)


def firms(*rows, fields=FIRMS, name="enterprises"):
    """A table of enterprises."""
    return layer_of([(None, *row) for row in rows], fields, kind="NoGeometry", name=name)


def tie(x0, y0, x1, y1):
    """WKT of a bow tie whose halves touch the left and the right side of a rectangle: half of its area."""
    ring = [(x0, y0), (x1, y1), (x1, y0), (x0, y1), (x0, y0)]
    return "POLYGON((" + ",".join(f"{EAST + x!r} {NORTH + y!r}" for x, y in ring) + "))"


def some_shapes(seed, count=60, span=600.0):
    """Crooked polygons of all sizes that may well overlap, some with holes and some in two parts, as QgsGeometry."""
    random = np.random.default_rng(seed)
    found = []
    for number in range(count):
        east, north = (EAST, NORTH) + random.uniform(-span, span, 2)
        angles = np.sort(random.uniform(0, 2 * np.pi, random.integers(3, 12)))
        radius = random.uniform(0.3, 1, len(angles)) * 10 ** random.uniform(0.5, 2.4)
        ring = np.column_stack((east + radius * np.cos(angles), north + radius * np.sin(angles)))
        shape = shapely.make_valid(shapely.polygons(ring))
        if number % 5 == 0:
            shape = shape.difference(shapely.centroid(shape).buffer(0.2 * radius.min()))
        if number % 7 == 0:
            shape = shape.union(shapely.box(east + 300, north, east + 320, north + 15))
        found.append(QgsGeometry.fromWkt(_polygons(shape).wkt))
    return found


def shapes_of(layer):
    """The layer's geometries as shapely's, shape (n,)."""
    return shapely.from_wkb([feature.geometry().asWkb().data() for feature in layer.getFeatures()])


def _polygons(shape):
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.multipolygons(parts)
