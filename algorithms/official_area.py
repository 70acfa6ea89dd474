"""Area as the land survey counts it: the ellipsoidal trapezoid formula on CGCS2000.

Source: 国土调查办发〔2008〕32号, appendix, with the constants of CGCS2000. Each
edge of a ring bounds a trapezoid between itself and a reference meridian;
going round the ring adds the trapezoids with their sign.
"""

import numpy as np
import shapely

SEMI_MAJOR_AXIS = 6378137.0
SEMI_MINOR_AXIS = 6356752.31414036
E2 = 0.0066943800229

_A = 1 + 3 / 6 * E2 + 30 / 80 * E2**2 + 35 / 112 * E2**3 + 630 / 2304 * E2**4
_B = 1 / 6 * E2 + 15 / 80 * E2**2 + 21 / 112 * E2**3 + 420 / 2304 * E2**4
_C = 3 / 80 * E2**2 + 7 / 112 * E2**3 + 180 / 2304 * E2**4
_D = 1 / 112 * E2**3 + 45 / 2304 * E2**4
_E = 5 / 2304 * E2**4


def official_area(geometry, to_geographic=None):
    """Ellipsoidal area of each polygon, m², shape (n,), not rounded.

    geometry: shapely polygons, multipolygons or collections of them, shape
        (n,); missing ones, and parts that are not polygons, count 0. Holes
        subtract.
    to_geographic: turns an (m, 2) array of the geometry's x, y into longitude
        and latitude in degrees on CGCS2000; None where they are that already.
    """
    geometry = np.asarray(geometry, dtype=object)
    area = np.zeros(len(geometry))
    parts, owner = _polygons(geometry)
    if len(parts) == 0:
        return area
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    points, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    if to_geographic is not None:
        points = to_geographic(points)
    starts = np.flatnonzero(np.r_[True, np.diff(ring_of_point) != 0])
    size = np.abs(ring_area(points[:, 0], points[:, 1], starts))
    is_shell = np.r_[True, np.diff(part_of_ring) != 0]
    np.add.at(area, owner[part_of_ring], np.where(is_shell, size, -size))
    return area


def ring_area(longitude, latitude, starts):
    """Signed ellipsoidal area of closed rings, m², shape (number of rings,).

    longitude, latitude: degrees on CGCS2000 of all rings' vertices one after
        the other, each ring ending on its first vertex, shape (m,).
    starts: index of each ring's first vertex, ascending, shape (rings,).
    """
    lon = np.radians(longitude)
    lat = np.radians(latitude)
    lengths = np.diff(np.r_[starts, len(lon)])
    # A meridian through the ring itself keeps the trapezoids small: no digits cancel.
    lon = lon - np.repeat(lon[starts], lengths)
    mean_lon = (lon[1:] + lon[:-1]) / 2
    half_step = (lat[1:] - lat[:-1]) / 2
    mean_lat = (lat[1:] + lat[:-1]) / 2
    trapezoid = _trapezoid(half_step, mean_lat)
    trapezoid *= mean_lon
    last_of_ring = starts[1:] - 1
    trapezoid[last_of_ring] = 0.0  # from one ring's end to the next one's start: no edge
    trapezoid = np.append(trapezoid, 0.0)
    return 2 * SEMI_MINOR_AXIS**2 * np.add.reduceat(trapezoid, starts)


def _trapezoid(half_step, mean_lat):
    """The bracket of the formula: Σ ±K·sin(k·ΔB/2)·cos(k·Bm) for k = 1, 3, 5, 7, 9.

    Sines and cosines of the multiples follow from those of the angle by
    f((k+2)x) = 2·cos(2x)·f(kx) − f((k−2)x), two trigonometric calls in all.
    """
    sin_1 = np.sin(half_step)
    cos_1 = np.cos(mean_lat)
    twice_cos_step = 2 - 4 * sin_1 * sin_1
    twice_cos_lat = 4 * cos_1 * cos_1 - 2
    sin_previous, sin_k = -sin_1, sin_1
    cos_previous, cos_k = cos_1, cos_1
    total = _A * sin_1 * cos_1
    for factor in (-_B, _C, -_D, _E):
        sin_previous, sin_k = sin_k, twice_cos_step * sin_k - sin_previous
        cos_previous, cos_k = cos_k, twice_cos_lat * cos_k - cos_previous
        total += factor * sin_k * cos_k
    return total


def _polygons(geometry):
    """Single polygons of every geometry and the row each came from."""
    parts, owner = shapely.get_parts(geometry, return_index=True)
    while np.any(shapely.get_type_id(parts) >= 4):
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    polygon = shapely.get_type_id(parts) == 3
    return parts[polygon], owner[polygon]
