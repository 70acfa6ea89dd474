"""In which CRS metres are measured, and how points get from there to longitude and latitude."""

import struct

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
)

from ..algorithms.errors import InvalidInput
from .i18n import tr

CGCS2000 = "EPSG:4490"
_CHINA = (73.0, 3.0, 136.0, 54.0)  # longitude and latitude the 3-degree zones EPSG:4534–4554 are for
_SCALE_TOLERANCE = 0.005
_PROBE_METRES = 500.0


def transform_between(source, destination):
    """A transform that never depends on the project, so that headless and desktop results agree."""
    return QgsCoordinateTransform(source, destination, QgsCoordinateTransformContext())


def choose_work_crs(crs, extent, feedback):
    """The projected CRS in metres to measure in: the layer's own where it is true to scale.

    Otherwise the 3-degree Gauss–Krüger zone (CGCS2000) of the data's centre,
    or outside China its UTM zone; the log says so.
    """
    if extent.isEmpty():  # nothing to measure, so any zone will do
        return crs if _in_metres(crs) else zone_of(120.0, 30.0)
    to_degrees = transform_between(crs, QgsCoordinateReferenceSystem(CGCS2000))
    try:
        centre = to_degrees.transform(extent.center())
        if _in_metres(crs) and _true_to_scale(crs, extent.center(), to_degrees):
            return crs
    except QgsCsException:
        centre = None
    if centre is None or not (abs(centre.x()) <= 180 and abs(centre.y()) <= 90):
        raise InvalidInput(
            "INPUT: the coordinates do not fit the layer's CRS ({crs}). Set the right CRS in the layer's "
            "properties and run again.",
            crs=crs.authid(),
        )
    work = zone_of(centre.x(), centre.y())
    feedback.pushInfo(
        tr("The layer's CRS {crs} does not measure true metres. Distances are measured in {work} ({name}).").format(
            crs=crs.authid() or crs.description(), work=work.authid(), name=work.description()
        )
    )
    return work


def zone_of(longitude, latitude):
    """The 3-degree zone of a place in China, else its UTM zone (WGS 84)."""
    west, south, east, north = _CHINA
    if west <= longitude <= east and south <= latitude <= north:
        meridian = min(max(round(longitude / 3) * 3, 75), 135)
        return QgsCoordinateReferenceSystem(f"EPSG:{4534 + (meridian - 75) // 3}")
    zone = int((longitude + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}")


def transform_points(source, destination):
    """A function taking (n, 2) coordinates from one CRS to another, all in one call, on any thread.

    It raises InvalidInput where a point has no place in the destination.
    """
    import numpy as np

    def moved(points):
        if len(points) == 1:  # no line has one point
            return moved(np.repeat(points, 2, axis=0))[:1]
        # Made anew on each call: QGIS ties a transform to the thread that first uses it.
        transform = transform_between(source, destination)
        if len(points) == 0 or transform.isShortCircuited():
            return points
        line = QgsGeometry()
        line.fromWkb(struct.pack("<BII", 1, 2, len(points)) + np.ascontiguousarray(points, dtype="<f8").tobytes())
        try:
            line.transform(transform)
        except QgsCsException as error:
            raise InvalidInput(
                "The coordinates cannot be transformed from {source} to {target}. Set the right CRS in the layer's "
                "properties and run again.",
                source=source.authid(), target=destination.authid(),
            ) from error
        return np.frombuffer(line.asWkb().data(), dtype="<f8", offset=9).reshape(-1, 2)

    return moved


def to_geographic(crs):
    """A function from x, y in `crs` to longitude and latitude on CGCS2000, degrees."""
    return transform_points(crs, QgsCoordinateReferenceSystem(CGCS2000))


def cell_size_in_metres(crs, centre, corners):
    """Metres that cells of a grid in `crs` span east and north, as two arrays.

    centre: (x, y) of each cell's middle, shape (r, 2); corners: its width and
    height in the CRS's units. Where the CRS measures true metres these are the
    answer; elsewhere (degrees, feet, EPSG:3857) every cell is measured.
    """
    import numpy as np

    from ..algorithms.terrain import metres_between

    width, height = corners
    middle = QgsPointXY(*centre[len(centre) // 2])
    if _in_metres(crs) and _true_to_scale(
        crs, middle, transform_between(crs, QgsCoordinateReferenceSystem(CGCS2000))
    ):
        return np.full(len(centre), width), np.full(len(centre), height)
    degrees = to_geographic(crs)
    east, north = np.array([width / 2, 0]), np.array([0, height / 2])
    return tuple(metres_between(degrees(centre - half), degrees(centre + half)) for half in (east, north))


def _in_metres(crs):
    return not crs.isGeographic() and crs.mapUnits() == Qgis.DistanceUnit.Meters


def _true_to_scale(crs, centre, to_degrees):
    """Whether a kilometre on the map, east and north, is a kilometre on the ground."""
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(to_degrees.destinationCrs(), QgsCoordinateTransformContext())
    ruler.setEllipsoid("EPSG:7030")
    for dx, dy in ((_PROBE_METRES, 0), (0, _PROBE_METRES)):
        ends = [to_degrees.transform(QgsPointXY(centre.x() + s * dx, centre.y() + s * dy)) for s in (-1, 1)]
        if abs(ruler.measureLine(*ends) / (2 * _PROBE_METRES) - 1) > _SCALE_TOLERANCE:
            return False
    return True
