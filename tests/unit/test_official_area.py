"""Official area, against the formula worked out edge by edge with fifty digits, and against geodesics."""

import math

import mpmath
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mpf

from land_consolidation.algorithms.official_area import official_area
from land_consolidation.algorithms.units import MU, to_mu

mpmath.mp.dps = 50
METRE = 1 / 111_000  # degrees of latitude
LEGAL = 0.01  # m², what the formula is rounded to
PLACES = ((18.2, 109.5), (29.1, 119.65), (53.4, 123.3), (0.01, 75.0), (-33.9, 151.2), (69.0, 19.0))


def by_hand(polygon):
    """DOMAIN.md's formula, ring by ring and edge by edge, from the equator's side: holes subtract."""
    return abs(ring_by_hand(polygon.exterior)) - sum(abs(ring_by_hand(ring)) for ring in polygon.interiors)


def ring_by_hand(ring):
    e2, b = mpf("0.0066943800229"), mpf("6356752.31414036")
    k = [
        1 + mpf(3) / 6 * e2 + mpf(30) / 80 * e2**2 + mpf(35) / 112 * e2**3 + mpf(630) / 2304 * e2**4,
        mpf(1) / 6 * e2 + mpf(15) / 80 * e2**2 + mpf(21) / 112 * e2**3 + mpf(420) / 2304 * e2**4,
        mpf(3) / 80 * e2**2 + mpf(7) / 112 * e2**3 + mpf(180) / 2304 * e2**4,
        mpf(1) / 112 * e2**3 + mpf(45) / 2304 * e2**4,
        mpf(5) / 2304 * e2**4,
    ]
    points = [(mpmath.radians(mpf(y)), mpmath.radians(mpf(x))) for x, y in ring.coords]
    reference = points[0][1]
    total = mpf(0)
    for (b1, l1), (b2, l2) in zip(points, points[1:]):
        dl = (l1 + l2) / 2 - reference
        db, bm = b2 - b1, (b1 + b2) / 2
        total += 2 * b**2 * dl * sum(
            sign * factor * mpmath.sin(n * db / 2) * mpmath.cos(n * bm)
            for sign, factor, n in zip((1, -1, 1, -1, 1), k, (1, 3, 5, 7, 9))
        )
    return total


def polygon_at(latitude, longitude, radius, random, vertices, hole):
    """A jagged polygon in degrees, `radius` metres wide each way, with or without a hole."""
    angle = np.sort(random.uniform(0, 2 * np.pi, vertices))
    far = radius * random.uniform(0.5, 1, vertices)

    def ring(distance, turn):
        return np.column_stack([
            longitude + distance * np.cos(turn) * METRE / math.cos(math.radians(latitude)),
            latitude + distance * np.sin(turn) * METRE,
        ])

    holes = [ring(radius * random.uniform(0.05, 0.2, 5), np.linspace(0, 6, 5))] if hole else []
    return shapely.Polygon(ring(far, angle), holes)


@st.composite
def polygons(draw, radius=(2, 1000)):
    latitude, longitude = draw(st.sampled_from(PLACES))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    return polygon_at(
        latitude, longitude, draw(st.floats(*radius)), random, draw(st.integers(5, 30)), draw(st.booleans())
    )


@settings(max_examples=60)
@given(polygons())
def test_it_is_the_formula_to_the_legal_hundredth(polygon):
    (area,) = official_area(np.array([polygon]))
    assert abs(area - float(by_hand(polygon))) < LEGAL / 10


@pytest.mark.parametrize(("latitude", "longitude"), PLACES)
def test_a_parcel_of_two_kilometres_is_exact_to_the_last_term(latitude, longitude):
    half = 1000 * METRE
    east = half / math.cos(math.radians(latitude))
    square = shapely.box(longitude - east, latitude - half, longitude + east, latitude + half)
    assert abs(official_area([square])[0] - float(by_hand(square))) < LEGAL / 20


@settings(max_examples=20)
@given(st.lists(polygons(radius=(50, 300)), min_size=1, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_many_at_once_turned_any_way_are_each_alone(shapes, turned):
    expected = [float(by_hand(shape)) for shape in shapes]
    shapes = [shapely.reverse(shape) if turn else shape for shape, turn in zip(shapes, turned)]
    np.testing.assert_allclose(official_area(np.array(shapes, dtype=object)), expected, atol=LEGAL / 10, rtol=0)
    together = shapely.MultiPolygon(shapes)
    assert official_area(np.array([together]))[0] == pytest.approx(sum(expected), abs=LEGAL)


def test_only_polygons_count_whatever_they_are_wrapped_in():
    field = shapely.box(119.6, 29.1, 119.601, 29.101)
    (area,) = official_area(np.array([field]))
    line = shapely.LineString([(119, 29), (120, 30)])
    wrapped = [
        None, field, shapely.Polygon(), shapely.MultiPolygon([field, shapely.Polygon()]), line, shapely.Point(119, 29),
        shapely.GeometryCollection([line, shapely.MultiPolygon([field]), shapely.GeometryCollection([field])]),
        shapely.force_3d(field, 88.0), shapely.GeometryCollection(),
    ]  # fmt: skip
    times = [0, 1, 0, 1, 0, 0, 2, 1, 0]
    np.testing.assert_allclose(official_area(np.array(wrapped, dtype=object)), np.array(times) * area, rtol=1e-12)
    assert official_area(np.empty(0, dtype=object)).shape == (0,)
    assert official_area([None, None]).tolist() == [0.0, 0.0]


def test_points_go_through_the_transform_given():
    def doubled(points):
        return points * [2.0, 1.0] - [119.6, 0.0]

    narrow, wide = shapely.box(119.6, 29.1, 119.601, 29.101), shapely.box(119.6, 29.1, 119.602, 29.101)
    assert official_area([narrow], doubled)[0] == pytest.approx(official_area([wide])[0], rel=1e-9)


@pytest.mark.parametrize("latitude", [5, 29.1, 50])
def test_a_box_of_meridians_and_parallels_is_its_strip_of_the_ellipsoid(latitude):
    """Integrate a²(1−e²)cosB/(1−e²sin²B)² between two parallels: no series, no formula of the survey's."""
    south, north, width = latitude, latitude + 0.02, 0.02
    a, e2 = mpf(6378137), mpf("0.0066943800229")
    strip = mpmath.quad(
        lambda b: a**2 * (1 - e2) * mpmath.cos(b) / (1 - e2 * mpmath.sin(b) ** 2) ** 2,
        [mpmath.radians(south), mpmath.radians(north)],
    ) * mpmath.radians(mpf(str(width)))
    box = shapely.box(119.64, south, 119.64 + width, north)
    assert official_area([box])[0] == pytest.approx(float(strip), rel=2e-9)


def triangle(side):
    """A triangle whose southern edge runs east, `side` metres long and high."""
    step = side * METRE
    east = step / math.cos(math.radians(29.1))
    return shapely.Polygon([(119.65, 29.1), (119.65 + east, 29.1), (119.65 + east / 2, 29.1 + step)])


@pytest.mark.parametrize("side", [500, 2000])
def test_it_differs_from_the_geodesic_area_as_far_as_edges_bend(side):
    """An official edge is no geodesic. Between the two lies tanB/(12R)·dx·(dx² + 3dy²) for an edge dx east, dy north:
    square metres at 500 m, a hundred at 2 km, unless the edges make up for one another.
    """
    geod = pytest.importorskip("pyproj", reason="pyproj gives the geodesic area to compare with").Geod(ellps="GRS80")
    difference = abs(geod.geometry_area_perimeter(triangle(side))[0]) - official_area([triangle(side)])[0]
    middle = math.tan(math.radians(29.1 + side * METRE / 2))
    bend = middle / (12 * 6_371_000)
    edges = bend * (2 * side / 2 * ((side / 2) ** 2 + 3 * side**2) - side**3)
    assert difference == pytest.approx(edges, rel=0.02)


def test_densified_edges_bring_it_to_the_geodesic_area():
    geod = pytest.importorskip("pyproj", reason="pyproj gives the geodesic area to compare with").Geod(ellps="GRS80")
    triangle = shapely.segmentize(shapely.Polygon([(119.6, 29.1), (119.62, 29.11), (119.605, 29.13)]), 2e-4)
    geodesic = abs(geod.geometry_area_perimeter(triangle)[0])
    assert official_area([triangle])[0] == pytest.approx(geodesic, rel=1e-8)


def test_a_mu_is_two_thirds_of_a_thousand_square_metres():
    assert pytest.approx(1.0) == to_mu(10_000 / 15)
    assert to_mu(np.array([0.0, 1e6])).tolist() == [0.0, pytest.approx(1500.0)]
    assert MU * 15 == 10_000
