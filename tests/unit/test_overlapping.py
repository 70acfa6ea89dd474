"""Area that polygons share, against counting unit squares: no geometry library says what is right."""

from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.algorithms.overlay import overlapping, shared_area

SEEDS = st.integers(0, 2**32 - 1)
NOTHING = np.empty(0, dtype=object)
EAST, NORTH = 500_000.0, 3_220_000.0


def shape_of(squares):
    """The polygon of unit squares (column, row): often in several parts, with holes, or touching itself at a corner."""
    x, y = np.array(sorted(squares), dtype=float).T
    return shapely.union_all(shapely.box(EAST + x, NORTH + y, EAST + x + 1, NORTH + y + 1))


def mosaics(seed, most=12, side=9):
    """Sets of unit squares: rectangles with some squares taken out, strewn or side by side, and some of them twice."""
    random = np.random.default_rng(seed)
    made = []
    for _ in range(int(random.integers(1, most))):
        x, y, width, depth = random.integers(0, side, 2).tolist() + random.integers(1, 5, 2).tolist()
        squares = {(x + i, y + j) for i in range(width) for j in range(depth)}
        taken = {square for square in squares if random.random() < random.choice([0, 0.3])}
        made.append(squares - taken or squares)
        if random.random() < 0.1:
            made.append(set(made[random.integers(len(made))]))
    return made


def in_common(mosaic):
    """Squares that each pair shares."""
    return [len(one & other) for one, other in combinations(mosaic, 2)]


@settings(max_examples=300)
@given(SEEDS)
def test_pairs_and_area_are_those_of_counted_squares(seed):
    mosaic = mosaics(seed)
    shared = in_common(mosaic)
    pairs, area = overlapping(np.array([shape_of(squares) for squares in mosaic], dtype=object))
    assert pairs == sum(count > 0 for count in shared)
    assert area == pytest.approx(sum(shared), abs=1e-6)


@settings(max_examples=100)
@given(SEEDS)
def test_each_pair_shares_its_counted_squares(seed):
    mosaic = mosaics(seed)
    pairs = [(one, other) for one in mosaic for other in mosaic]
    one, other = (np.array([shape_of(squares) for squares in side], dtype=object) for side in zip(*pairs))
    counted = [len(a & b) for a, b in pairs]
    np.testing.assert_allclose(shared_area(one, other), counted, atol=1e-6)
    np.testing.assert_allclose(shared_area(other, one), counted, atol=1e-6)


@settings(max_examples=60)
@given(SEEDS)
def test_the_order_of_polygons_does_not_matter(seed):
    geometry = np.array([shape_of(squares) for squares in mosaics(seed)], dtype=object)
    pairs, area = overlapping(geometry)
    turned, again = overlapping(np.random.default_rng(seed).permutation(geometry))
    assert turned == pairs
    assert again == pytest.approx(area, abs=1e-6)


def test_a_partition_overlaps_nowhere():
    """Neighbours along whole edges, along parts of them, and at corners only."""
    x, y = np.meshgrid(np.arange(40.0), np.arange(40.0))
    bricks = shapely.box(2 * x + y % 2, y, 2 * x + y % 2 + 2, y + 1).ravel()
    assert overlapping(bricks) == (0, 0.0)
    assert overlapping(np.append(bricks, shapely.box(2.5, 0.5, 4.5, 1.5))) == (4, pytest.approx(2))


@pytest.mark.parametrize(
    ("first", "second", "area"),
    [
        (shapely.box(0, 0, 10, 10), shapely.box(0, 0, 10, 10), 100),
        (shapely.box(0, 0, 10, 10), shapely.box(2, 3, 4, 7), 8),
        (shapely.box(0, 0, 10, 10), shapely.box(2, 0, 4, 10), 20),
        (shapely.box(0, 0, 10, 10), shapely.box(9, 9, 20, 20), 1),
        (shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10), 0),
        (shapely.box(0, 0, 10, 10), shapely.box(10, 10, 20, 20), 0),
        (shapely.box(0, 0, 10, 10), shapely.box(10.5, 0, 20, 10), 0),
        (shapely.box(0, 0, 10, 10).difference(shapely.box(2, 2, 8, 8)), shapely.box(2, 2, 8, 8), 0),
        (shapely.box(0, 0, 10, 10).difference(shapely.box(2, 2, 8, 8)), shapely.box(1, 1, 8, 8), 13),
        (shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(9, 0, 10, 1)]), shapely.box(0, 0, 10, 1), 2),
        (shapely.Polygon([(0, 0), (10, 0), (0, 10)]), shapely.Polygon([(10, 10), (0, 10), (10, 0)]), 0),
        (shapely.Polygon([(0, 0), (10, 0), (0, 10)]), shapely.box(0, 0, 5, 10), 37.5),
    ],
    ids=["twice", "nested", "nested at the edge", "corner", "edge", "point", "apart", "in the hole", "round the hole",
         "two parts", "halves", "slanting"],
)  # fmt: skip
def test_what_two_share_worked_by_hand(first, second, area):
    both = np.array([first, second], dtype=object)
    assert overlapping(both) == (int(area > 0), pytest.approx(area))
    assert shared_area(both[:1], both[1:]).tolist() == pytest.approx([area])


@pytest.mark.parametrize(("width", "counts"), [(2**-8, False), (2**-7, False), (0.0099, False), (0.01, True),
                                               (2**-6, True), (0.5, True)])  # fmt: skip
def test_slivers_below_a_hundredth_of_a_square_metre_do_not_count(width, counts):
    """One metre long; the widths are exact, so that rounding decides nothing."""
    strip = np.array([shapely.box(0, 0, 1, width), shapely.box(0, 0, 1, 5)])
    assert overlapping(strip) == (int(counts), pytest.approx(width if counts else 0))


def test_many_slivers_do_not_add_up_to_an_overlap():
    x = np.arange(0.0, 500)
    assert overlapping(shapely.box(x, 0, x + 1 + 2**-7, 1)) == (0, 0.0)


def test_each_pair_of_a_pile_counts():
    """Three on the same ground are three pairs, each with its own area."""
    assert overlapping(shapely.box([0.0, 0, 0], 0, [10.0, 10, 5], 10)) == (3, pytest.approx(100 + 50 + 50))


def test_more_pairs_than_one_chunk_keep_their_order():
    height = np.random.default_rng(7).permutation(6_001) / 6_001
    x = 3.0 * np.arange(len(height))
    one, other = shapely.box(x, 0, x + 2, 1), shapely.box(x + 1, 0, x + 3, height)
    np.testing.assert_allclose(shared_area(one, other), height, atol=1e-9)
    # Neighbours touch along x + 3; of each pair the area is `height`, and slivers drop out.
    counts = height[height >= 0.01]
    pairs, area = overlapping(np.concatenate([one, other]))
    assert pairs == len(counts)
    assert area == pytest.approx(counts.sum())


def test_lengthy_measuring_tells_how_far_it_is_and_stops_when_told():
    x = np.arange(10_000.0)
    boxes, heard = shapely.box(x, 0, x + 2, 1), []
    shared_area(boxes[:-1], boxes[1:], heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1

    def cancel(fraction):
        raise Cancelled()

    with pytest.raises(Cancelled):
        shared_area(boxes[:-1], boxes[1:], cancel)


@pytest.mark.parametrize("geometry", [NOTHING, np.array([shapely.box(0, 0, 1, 1)])], ids=["none", "one"])
def test_nothing_overlaps_alone(geometry):
    assert overlapping(geometry) == (0, 0.0)


def test_without_pairs_nothing_is_shared():
    assert shared_area(NOTHING, NOTHING).shape == (0,)
