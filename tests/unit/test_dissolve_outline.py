"""Shapes of blocks: merged, collected, closed, and what lies inside them."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import scattered, soups

from land_consolidation.algorithms.contiguity import find_links
from land_consolidation.algorithms.dissolve import collect, dissolve, dissolve_groups, rows_by_label
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.farmland import net_area, strip_width
from land_consolidation.algorithms.outline import closed_near, closed_outline
from land_consolidation.algorithms.overlay import inside, subdivide
from land_consolidation.algorithms.units import MU

SHARED_AREA = 1e-6  # m²: what may differ where the same area is cut in two ways


def same(one, other):
    return shapely.area(shapely.symmetric_difference(one, other)) <= 1e-6 * max(shapely.area(other), 1)


def labelled(geometry, random, blocks=4):
    label = random.integers(0, blocks, len(geometry))
    return np.unique(label, return_inverse=True)[1]


def check_dissolved(geometry, label):
    count = int(label.max(initial=-1)) + 1
    merged = dissolve(geometry, label, count)
    assert merged.shape == (count,)
    for block in range(count):
        expected = shapely.union_all(geometry[label == block])
        assert shapely.is_valid(merged[block])
        assert shapely.get_type_id(merged[block]) in (3, 6)
        assert shapely.area(merged[block]) == pytest.approx(shapely.area(expected), rel=1e-7)
        assert same(merged[block], expected)


# --- dissolve -----------------------------------------------------------------------------------


@settings(max_examples=60)
@given(soups(), st.integers(0, 2**32 - 1))
def test_dissolving_is_the_union_of_each_block(soup, seed):
    """Voronoi cells are a true coverage; scattered polygons overlap, nest and have holes."""
    check_dissolved(soup.geometry, labelled(soup.geometry, np.random.default_rng(seed)))


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(2, 4))
def test_squares_that_meet_at_corners_dissolve_into_valid_shapes(seed, blocks):
    """On a chequered grid rings touch at points, holes touch their shells and islands lie in holes."""
    column, row = np.divmod(np.arange(100.0), 10)
    random = np.random.default_rng(seed)
    kept = random.random(100) < 0.9
    check_dissolved(shapely.box(column, row, column + 1, row + 1)[kept], labelled(column[kept], random, blocks))


@given(st.integers(0, 2**32 - 1))
def test_t_junctions_and_overlaps_dissolve_too(seed):
    """A long edge against two short ones shares no vertex with them; a strip lies over both."""
    random = np.random.default_rng(seed)
    cut = random.uniform(20, 80)
    geometry = np.array([
        shapely.box(0, 0, 100, 50), shapely.box(0, 50, cut, 90), shapely.box(cut, 50, 100, 95),
        shapely.box(200, 0, 300, 50), shapely.box(250, 20, 350, 70), shapely.box(cut, 300, cut + 1, 301),
    ])  # fmt: skip
    check_dissolved(geometry, np.array([0, 0, 0, 1, 1, 0]))


@settings(max_examples=60)
@given(soups(), st.integers(0, 2**32 - 1))
def test_dissolving_what_meets_gives_the_union_of_each_block(soup, seed):
    """Blocks of parcels up to 20 m apart, of which only those that touch need merging."""
    links = find_links(soup.geometry, (0, 20))
    label = links.labels(20)
    count = int(label.max(initial=-1)) + 1
    merged = dissolve_groups(soup.geometry, label, count, links.labels(0))
    for block in range(count):
        expected = shapely.union_all(soup.geometry[label == block])
        assert shapely.is_valid(merged[block])
        assert same(merged[block], expected)


def test_only_parcels_that_meet_are_united():
    """Of a block of three fields far apart, two overlap: the third comes as it is, vertex by vertex."""
    apart = shapely.Polygon([(100, 0), (105, 0), (110, 0), (110, 10), (100, 10)])
    (merged,) = dissolve(np.array([shapely.box(0, 0, 10, 10), shapely.box(5, 5, 15, 15), apart]), np.zeros(3, int), 1)
    assert shapely.area(merged) == pytest.approx(175 + 100)
    assert apart.wkb in {part.wkb for part in shapely.get_parts(merged)}


def test_a_parcel_recorded_twice_counts_once():
    square = shapely.box(0, 0, 10, 10)
    (merged,) = dissolve(np.array([square, square, shapely.box(10, 0, 20, 10)]), np.zeros(3, dtype=int), 1)
    assert shapely.area(merged) == pytest.approx(200)


def test_invalid_parcels_let_through_still_dissolve():
    bow_tie = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    (merged,) = dissolve(np.array([bow_tie, shapely.box(8, 0, 20, 10)]), np.zeros(2, dtype=int), 1)
    assert shapely.area(merged) >= 120


@pytest.mark.parametrize(
    "others", [(), (shapely.box(50, 0, 60, 10), shapely.box(55, 5, 65, 15))], ids=["alone", "apart"])
def test_an_invalid_parcel_that_meets_no_other_is_mended(others):
    bow_tie = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    geometry = np.array([bow_tie, *others])
    (merged,) = dissolve(geometry, np.zeros(len(geometry), dtype=int), 1)
    assert shapely.is_valid(merged)
    assert shapely.area(merged) == pytest.approx(50 + (175 if others else 0))


def test_hundreds_of_blocks_keep_their_own_parcels():
    side = np.arange(3000)
    geometry = shapely.box(side * 1.0, 0, side + 1.0, 1)
    label = side // 3
    merged = dissolve(geometry, label, 1000)
    np.testing.assert_allclose(shapely.area(merged), 3)
    np.testing.assert_allclose(shapely.bounds(merged)[:, 0], np.arange(1000) * 3)


def test_no_parcels_make_no_shapes():
    nothing, none = np.empty(0, dtype=object), np.empty(0, dtype=int)
    assert dissolve(nothing, none, 0).shape == (0,)
    assert collect(nothing, none, 0).shape == (0,)
    assert rows_by_label(none, 0) == []


@given(soups(max_parcels=20), st.integers(0, 2**32 - 1))
def test_collecting_keeps_every_part_as_it_is(soup, seed):
    label = labelled(soup.geometry, np.random.default_rng(seed))
    count = int(label.max(initial=-1)) + 1
    for block, shape in enumerate(collect(soup.geometry, label, count)):
        assert shapely.get_type_id(shape) == 6
        expected = shapely.get_parts(soup.geometry[label == block])
        assert {part.wkb for part in shapely.get_parts(shape)} == {part.wkb for part in expected}
        assert len(shapely.get_parts(shape)) == len(expected)


# --- closed outline -----------------------------------------------------------------------------


def test_an_outline_closes_gaps_up_to_twice_the_radius():
    narrow = shapely.MultiPolygon([shapely.box(0, 0, 100, 100), shapely.box(119, 0, 200, 100)])
    wide = shapely.MultiPolygon([shapely.box(0, 0, 100, 100), shapely.box(121, 0, 200, 100)])
    closed, open_ = closed_outline(np.array([narrow, wide]), 10.0)
    assert len(shapely.get_parts(closed)) == 1
    assert len(shapely.get_parts(open_)) == 2
    assert shapely.covers(closed, shapely.box(100, 20, 119, 80))


def test_a_gaps_ends_are_closed_as_far_as_a_circle_rolls_in():
    """Between two fields a ditch of 3 m closes but for a lens of sagitta r − √(r² − 1.5²) at each end."""
    pair = shapely.MultiPolygon([shapely.box(0, 0, 100, 100), shapely.box(103, 0, 203, 100)])
    (outline,) = closed_outline(np.array([pair]), 10.0)
    half, radius = 1.5, 10.0
    lens = radius**2 * math.asin(half / radius) - half * math.sqrt(radius**2 - half**2)
    assert shapely.area(outline) - shapely.area(pair) == pytest.approx(300 - 2 * lens, abs=0.5)


def test_no_radius_changes_nothing():
    shapes = np.array([shapely.box(0, 0, 1, 1)])
    assert closed_outline(shapes, 0)[0] is shapes[0]


@settings(max_examples=40)
@given(soups(max_parcels=15), st.floats(1, 15))
def test_an_outline_holds_its_shape_but_for_rounded_corners(soup, radius):
    if len(soup.geometry) == 0:
        return
    shape = shapely.union_all(soup.geometry)
    (outline,) = closed_outline(np.array([shape]), radius)
    corner = radius * (1 - math.cos(math.pi / 2 / 8))
    assert shapely.covers(outline, shapely.buffer(shape, -corner, join_style="mitre"))
    assert shapely.covers(shapely.buffer(shape, 2 * radius), outline)


@settings(max_examples=30, deadline=None)
@given(soups(max_parcels=40), st.floats(1, 15), st.integers(5, 200))
def test_an_outline_near_sites_is_that_of_the_whole_there(soup, radius, vertices):
    """Tile by tile, with tiles small enough to cut the shape often, and none of the land told of twice."""
    if len(soup.geometry) == 0:
        return
    shape = np.array([shapely.union_all(soup.geometry)])
    sites = shapely.buffer(shapely.points(shapely.get_coordinates(shape)[::7]), 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("land_consolidation.algorithms.outline._TILE_VERTICES", vertices)
        piece, of = closed_near(shape, radius, sites)
    whole = closed_outline(shape, radius)[0]
    assert set(of.tolist()) <= {0}
    told = shapely.union_all(piece)
    assert shapely.area(told) == pytest.approx(shapely.area(piece).sum(), rel=1e-9)
    corner = radius * (1 - math.cos(math.pi / 2 / 8))
    near = shapely.intersection(whole, shapely.union_all(sites))
    assert shapely.covers(shapely.buffer(told, corner + 1e-6), near)
    assert shapely.covers(shapely.buffer(whole, corner + 1e-6), told)


def test_an_outline_tells_nothing_of_land_without_sites_and_all_where_no_gap_is_closed():
    shape = np.array([shapely.box(0, 0, 1000, 1000)])
    assert len(closed_near(shape, 10, np.empty(0, dtype=object))[0]) == 0
    assert len(closed_near(shape, 10, shapely.box([2000], 0, 2010, 10))[0]) == 0
    piece, of = closed_near(shape, 0, np.empty(0, dtype=object))
    assert piece[0] is shape[0] and of.tolist() == [0]


# --- inside -------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(soups(max_parcels=25), st.integers(0, 2**32 - 1))
def test_parts_inside_are_those_of_every_pair_intersected(soup, seed):
    random = np.random.default_rng(seed)
    outlines = shapely.make_valid(scattered(random, 4, large=2))
    rows, which, parts = inside(soup.geometry, outlines)
    found = np.zeros((len(soup.geometry), len(outlines)))
    np.add.at(found, (rows, which), shapely.area(parts))
    expected = shapely.area(shapely.intersection(soup.geometry[:, None], outlines[None, :]))
    np.testing.assert_allclose(found, expected, atol=SHARED_AREA, rtol=1e-9)
    assert (shapely.area(parts) > 0).all()


def test_a_feature_wholly_inside_comes_as_it_is():
    whole, cut, beside = shapely.box(1, 1, 2, 2), shapely.box(8, 8, 12, 12), shapely.box(10, 0, 11, 1)
    rows, which, parts = inside(np.array([cut, whole, beside]), np.array([shapely.box(0, 0, 10, 10)]))
    assert sorted(rows.tolist()) == [0, 1]
    assert parts[rows.tolist().index(1)] is whole or parts[rows.tolist().index(1)].equals(whole)
    assert shapely.area(parts[rows.tolist().index(0)]) == pytest.approx(4)
    assert which.tolist() == [0, 0]


def test_nothing_is_inside_nothing():
    box, nothing = np.array([shapely.box(0, 0, 1, 1)]), np.empty(0, dtype=object)
    for geometry, outlines in ((nothing, box), (box, nothing), (nothing, nothing), (box, shapely.box([5], 5, 6, 6))):
        rows, which, parts = inside(geometry, outlines)
        assert len(rows) == len(which) == len(parts) == 0


@settings(max_examples=30)
@given(st.integers(0, 2**32 - 1), st.integers(8, 300))
def test_pieces_add_up_and_stay_small(seed, most):
    polygons = scattered(np.random.default_rng(seed), 6, large=3)
    pieces, owner = subdivide(polygons, most)
    assert (shapely.get_num_coordinates(pieces) <= most).all()
    for row, polygon in enumerate(polygons):
        mine = pieces[owner == row]
        assert shapely.area(mine).sum() == pytest.approx(shapely.area(polygon), rel=1e-9)
        assert same(shapely.union_all(mine), polygon)


# --- areas and widths ---------------------------------------------------------------------------


def test_net_area_follows_the_surveys_rounding():
    """TBDLMJ = TBMJ − round(TBMJ × KCXS, 2), TBMJ itself to the hundredth."""
    area = np.array([1234.56, 1000.005, 100.0, 100.0, 333.33])
    share = np.array([0.068, 0.0, np.nan, 0.12344, 0.1])
    assert net_area(area, share).tolist() == [1150.61, pytest.approx(1000.0, abs=0.011), 100.0, 87.66, 300.0]
    assert net_area(np.array([6_666_666.67]), [0.1]).tolist() == [6_000_000.0]
    assert net_area(np.empty(0), np.empty(0)).shape == (0,)


@pytest.mark.parametrize("share", [6.8, -0.01, 1.0, 100])
def test_a_ridge_share_in_percent_is_refused(share):
    with pytest.raises(InvalidInput, match=r"KCXS: 2 parcels .* outside 0 to 1.*0\.068 for 6\.8 %"):
        net_area(np.array([10.0, 20.0, 30.0]), [share, 0.1, share])


def test_the_width_of_a_strip_is_its_short_side():
    strips = shapely.box(0, 0, np.array([100.0, 500.0, 20.0]), np.array([3.0, 9.5, 20.0]))
    np.testing.assert_allclose(strip_width(strips), [3, 9.5, 20], rtol=1e-6)
    bent = shapely.buffer(shapely.LineString([(0, 0), (100, 0), (150, 80), (300, 90)]), 2, cap_style="flat")
    assert strip_width(np.array([bent]))[0] == pytest.approx(4, rel=0.02)
    circle = shapely.buffer(shapely.Point(0, 0), 50)
    assert strip_width(np.array([circle]))[0] > 20, "no strip at all is never narrow"


def test_a_hundred_mu_is_a_hundred_mu():
    assert round(100 * MU, 2) == 66666.67
