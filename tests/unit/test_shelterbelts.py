"""Gaps in shelterbelts, against roads of known length and width."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from land_consolidation.algorithms.shelterbelts import STEP, find_gaps, joined, stations_of_areas, stations_of_lines

NONE = np.empty(0, dtype=object)


def fields(*boxes):
    return np.array([shapely.box(*each) for each in boxes], dtype=object)


def turned(shapes, angle):
    """Shapes turned round (0, 0) and moved far off, as real coordinates are."""
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return shapely.transform(shapes, lambda points: points @ turn + (480_000, 3_180_000))


ROAD, BLOCKS = fields((0, 0, 400, 6)), fields((0, 6, 400, 100), (0, -100, 400, 0))


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 2 * np.pi), st.floats(2, 25), st.integers(15, 90))
def test_a_straight_road_between_two_blocks_is_one_gap_along_its_middle(angle, width, steps):
    length = steps * STEP
    road = turned(fields((0, 0, length, width)), angle)
    blocks = turned(fields((0, width, length, width + 90), (0, -90, length, 0)), angle)
    gaps = find_gaps(stations_of_areas(road, 30), blocks, NONE, 20, 10, 100)
    assert len(gaps) == 1
    # The narrow ends are edges too, and look along the road where it is wide: a step or two may be lost there.
    assert shapely.length(gaps[0]) == pytest.approx(length, abs=2 * STEP)
    middle = turned(np.array([shapely.LineString([(0, width / 2), (length, width / 2)])]), angle)[0]
    assert shapely.hausdorff_distance(gaps[0], middle) < 2 * STEP
    assert shapely.within(gaps[0], shapely.buffer(middle, 0.01 + STEP))


def test_trees_beside_the_road_close_the_gap_where_they_stand():
    trees = fields((150, 12, 250, 20))
    gaps = find_gaps(stations_of_areas(ROAD, 30), BLOCKS, trees, 20, 10, 50)
    assert sorted(round(length) for length in shapely.length(gaps)) == pytest.approx([150, 150], abs=STEP)
    assert (shapely.distance(gaps, trees[0]) > 6).all()
    assert len(find_gaps(stations_of_areas(ROAD, 30), BLOCKS, fields((0, 17, 400, 20)), 20, 10, 50)) == 1, "too far"


def test_a_block_on_one_side_only_is_no_gap():
    assert len(find_gaps(stations_of_areas(ROAD, 30), BLOCKS[:1], NONE, 20, 10, 100)) == 0


@pytest.mark.parametrize(("away", "found"), [(19, 1), (21, 0)])
def test_the_reach_counts_from_the_edge(away, found):
    blocks = fields((0, 6 + away, 400, 100), (0, -100, 400, 0))
    assert len(find_gaps(stations_of_areas(ROAD, 30), blocks, NONE, 20, 10, 100)) == found


def test_too_wide_is_no_road_and_too_short_no_gap():
    assert len(stations_of_areas(fields((0, 0, 400, 40)), 30)) < 10
    assert len(find_gaps(stations_of_areas(ROAD, 30), BLOCKS, NONE, 20, 10, 410)) == 0


def test_a_line_along_a_parcel_counts_once_and_one_elsewhere_too():
    stations = stations_of_areas(ROAD, 30)
    same = stations_of_lines(np.array([shapely.LineString([(0, 2), (400, 2)])]))
    assert len(joined(stations, same)) == len(stations)
    other = stations_of_lines(np.array([shapely.LineString([(200, 50), (200, 90)])]))
    assert len(joined(stations, other)) == len(stations) + 4
    assert len(joined(same.take(np.arange(0)), other)) == 4


def test_a_line_alone_has_the_length_of_its_stretch():
    line = np.array([shapely.LineString([(0, 0), (200, 0), (200, 200)])])
    field = fields((-50, -50, 300, 300))
    gaps = find_gaps(stations_of_lines(line), field, NONE, 20, 10, 100)
    assert shapely.length(gaps).sum() == pytest.approx(400, rel=0.02)


def test_an_island_and_a_bend_are_seen_from_both_edges():
    ring = shapely.Point(0, 0).buffer(206).difference(shapely.Point(0, 0).buffer(200))
    gaps = find_gaps(stations_of_areas(np.array([ring]), 30), fields((-400, -400, 400, 400)), NONE, 20, 10, 100)
    assert shapely.length(gaps).sum() == pytest.approx(2 * np.pi * 203, rel=0.03)


def test_nothing_at_all():
    assert len(find_gaps(stations_of_areas(NONE, 30), BLOCKS, NONE, 20, 10, 100)) == 0
    assert len(find_gaps(stations_of_areas(ROAD, 30), NONE, NONE, 20, 10, 100)) == 0


def test_along_a_line_without_width_no_gap_comes_near_trees():
    """GEOS 3.13 overlooks what is near a line without length, and such a line is all the width of a centre line."""
    random = np.random.default_rng(4)
    centre = np.column_stack([random.uniform(0, 4000, 60), random.uniform(-60, 60, 60)])
    woods = shapely.union_all(shapely.buffer(shapely.points(centre), random.uniform(10, 40, 60)))
    line = np.array([shapely.LineString([(0, 0), (4000, 3)])])
    gaps = find_gaps(stations_of_lines(line), fields((-50, -200, 4050, 200)), shapely.get_parts(woods), 20, 10, 20)
    assert len(gaps) > 3
    for gap in gaps:
        stations = shapely.points(shapely.get_coordinates(gap)[1:-1])
        assert shapely.distance(stations, woods).min() > 10
