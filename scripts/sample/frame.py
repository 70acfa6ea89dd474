"""Where the township lies: the design plane (s along the valley, t across it) and the map.

s runs up the valley, t to the left of it (north-west is positive), both in metres; the map is
EPSG:4549. The design plane is sheared along a gentle curve and turned, which keeps areas.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import shapely
from osgeo import osr

from .noise import make_noise, sample

EPSG = 4549
ORIGIN = (468_400.0, 3_181_300.0)
CENTRE_S = 4_600.0
TURN = np.deg2rad(19.0)
LENGTH = 9_300.0
COUNTY = Path(__file__).with_name("county_330723.geojson")


def valley_axis(s):
    """Sideways shift of the valley at s, metres."""
    return 300.0 * np.sin(2 * np.pi * np.asarray(s) / 9_800.0 + 0.5)


def to_map(s, t):
    """Design plane to map: arrays of s and t to an (n, 2) array of x, y."""
    p = np.asarray(s, float) - CENTRE_S
    q = np.asarray(t, float) + valley_axis(s)
    cos, sin = np.cos(TURN), np.sin(TURN)
    return np.stack([ORIGIN[0] + cos * p - sin * q, ORIGIN[1] + sin * p + cos * q], axis=-1)


def to_design(xy):
    """Map to design plane: (n, 2) array of x, y to arrays s and t."""
    dx, dy = np.asarray(xy)[..., 0] - ORIGIN[0], np.asarray(xy)[..., 1] - ORIGIN[1]
    cos, sin = np.cos(TURN), np.sin(TURN)
    s = cos * dx + sin * dy + CENTRE_S
    return s, -sin * dx + cos * dy - valley_axis(s)


def line(s, t) -> shapely.LineString:
    """A map line through design points."""
    return shapely.LineString(to_map(s, t))


def township_outline() -> shapely.Polygon:
    """The township, map coordinates: watersheds on both sides, straight-ish ends across the valley."""
    wobble, ripple = make_noise(11, 420.0), make_noise(12, 140.0)
    s = np.linspace(0.0, LENGTH, 216)
    taper = 1 - np.abs(2 * s / LENGTH - 1) ** 6 * 0.28
    north = (
        (1_960 + 110 * np.sin(2 * np.pi * s / 4_300 + 0.8)) * taper
        + 75 * sample(wobble, s, 0 * s)
        + 14 * sample(ripple, s, 0 * s)
    )
    south = (
        (-2_640 + 110 * np.sin(2 * np.pi * s / 5_200 + 2.0)) * (taper * 0.65 + 0.35)
        + 75 * sample(wobble, s, 0 * s + 9_000)
        + 14 * sample(ripple, s, 0 * s + 5_000)
    )
    ends_t = np.linspace(0.03, 0.97, 60)
    east_t = south[-1] + (north[-1] - south[-1]) * ends_t
    west_t = north[0] + (south[0] - north[0]) * ends_t
    east_s = LENGTH + 70 * sample(wobble, east_t, 0 * east_t + 20_000) + 160 * np.sin(np.pi * ends_t)
    west_s = 70 * sample(wobble, west_t, 0 * west_t + 30_000) - 160 * np.sin(np.pi * ends_t)
    ring = np.concatenate(
        [to_map(s, south), to_map(east_s, east_t), to_map(s[::-1], north[::-1]), to_map(west_s, west_t)]
    )
    return shapely.set_precision(shapely.Polygon(ring), 0.001)


def transformation(source: int, target: int) -> osr.CoordinateTransformation:
    """From one EPSG code to another, x before y."""
    systems = []
    for code in (source, target):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    return osr.CoordinateTransformation(*systems)


def to_geographic(xy):
    """EPSG:4549 to CGCS2000 longitude and latitude, degrees: (n, 2) to (n, 2)."""
    return np.array(transformation(EPSG, 4490).TransformPoints(np.asarray(xy, float)))[:, :2]


def county() -> shapely.MultiPolygon:
    """The real county around the invented township, EPSG:4549."""
    feature = json.loads(COUNTY.read_text(encoding="utf-8"))["features"][0]
    degrees = shapely.from_geojson(json.dumps(feature["geometry"]))
    change = transformation(4490, EPSG)
    return shapely.transform(degrees, lambda c: np.array(change.TransformPoints(c))[:, :2])
