"""Farmland blocks, against an oracle that looks at every pair."""

import numpy as np
import pytest
import shapely
from big import module
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from oracles import every_pair_joined, partition
from soups import boxes, cells, scattered, soups

from land_consolidation.algorithms.barriers import Barriers
from land_consolidation.algorithms.contiguity import (
    ContiguityRule,
    find_blocks,
    find_links,
    form_blocks,
    sensitivity,
)
from land_consolidation.algorithms.errors import Cancelled, InvalidInput
from land_consolidation.algorithms.units import MU

GAPS = st.one_of(st.sampled_from([0.0, 10.0, 20.0, 50.0]), st.floats(0, 60))


def blocks_of(soup, gap, split=None, barriers=True):
    walls = Barriers(soup.areas, soup.lines) if barriers else None
    return find_blocks(soup.geometry, soup.area, ContiguityRule(max_gap=gap), walls, split)


# --- the oracle ---------------------------------------------------------------------------------


@given(soups(), GAPS)
def test_blocks_are_those_of_brute_force(soup, gap):
    assert partition(blocks_of(soup, gap).label) == partition(every_pair_joined(soup.geometry, gap))


@given(soups(makers=(lambda random, count: boxes(random, count),)), st.integers(0, 6))
def test_gaps_of_whole_metres_are_bridged_exactly(soup, gap):
    assert partition(blocks_of(soup, float(gap)).label) == partition(every_pair_joined(soup.geometry, gap))


@settings(max_examples=200)
@given(soups(barriers=12), GAPS)
def test_blocks_with_barriers_are_those_of_brute_force(soup, gap):
    expected = every_pair_joined(soup.geometry, gap, soup.areas, soup.lines)
    assert partition(blocks_of(soup, gap).label) == partition(expected)


@given(soups(barriers=4), GAPS, st.integers(1, 4), st.randoms(use_true_random=False))
def test_blocks_with_split_values_are_those_of_brute_force(soup, gap, values, random):
    split = [f"3307{random.randrange(values)}" for _ in soup.geometry]
    expected = every_pair_joined(soup.geometry, gap, soup.areas, soup.lines, split)
    assert partition(blocks_of(soup, gap, np.array(split, dtype=object)).label) == partition(expected)


@settings(max_examples=60)
@given(soups(max_parcels=14, makers=(scattered,), barriers=6, large=5), GAPS)
def test_large_polygons_give_what_brute_force_gives(soup, gap):
    assert (shapely.get_num_coordinates(soup.geometry) > 400).any()
    expected = every_pair_joined(soup.geometry, gap, soup.areas, soup.lines)
    assert partition(blocks_of(soup, gap).label) == partition(expected)


@settings(max_examples=30)
@given(soups(max_parcels=12, makers=(scattered,), large=6), st.integers(1, 3))
def test_large_polygons_respect_split_values(soup, values):
    split = np.arange(len(soup.geometry)) % values
    expected = every_pair_joined(soup.geometry, 15, split=split)
    assert partition(blocks_of(soup, 15, split).label) == partition(expected)


# --- properties ---------------------------------------------------------------------------------


@given(soups(barriers=8), st.floats(0, 60), st.floats(0, 60))
def test_a_wider_gap_only_joins(soup, one, other):
    narrow, wide = blocks_of(soup, min(one, other)).label, blocks_of(soup, max(one, other)).label
    for group in partition(narrow):
        assert len({int(wide[row]) for row in group}) == 1


@given(soups(barriers=8), GAPS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(soup, gap, random):
    order = list(range(len(soup.geometry)))
    random.shuffle(order)
    order = np.array(order, dtype=int)
    shuffled = find_blocks(
        soup.geometry[order], soup.area[order], ContiguityRule(gap), Barriers(soup.areas[::-1], soup.lines[::-1])
    )
    back = np.empty_like(shuffled.label)
    back[order] = shuffled.label
    assert partition(back) == partition(blocks_of(soup, gap).label)


@given(soups(barriers=5), st.sampled_from([5.0, 20.0]), st.integers(-5, 5), st.integers(-5, 5))
def test_moving_everything_changes_nothing(soup, gap, east, north):
    def moved(shapes):
        return shapely.transform(shapes, lambda points: points + 65536 * np.array([east, north]))

    there = find_blocks(
        moved(soup.geometry), soup.area, ContiguityRule(gap), Barriers(moved(soup.areas), moved(soup.lines))
    )
    assert partition(there.label) == partition(blocks_of(soup, gap).label)


@given(soups(makers=(cells,)))
def test_parcels_that_touch_are_never_kept_apart(soup):
    assume(len(soup.geometry))
    everywhere = Barriers(shapely.box(-10, -10, [500], 500), shapely.boundary(soup.geometry))
    walled = find_blocks(soup.geometry, soup.area, ContiguityRule(20), everywhere)
    assert partition(walled.label) == partition(blocks_of(soup, 0).label)


@given(soups(barriers=6), st.lists(st.floats(0, 60), min_size=1, max_size=5), st.floats(10, 20_000))
def test_sensitivity_is_that_of_a_run_at_each_gap(soup, gaps, threshold):
    walls = Barriers(soup.areas, soup.lines)
    links = find_links(soup.geometry, gaps, walls)
    table = sensitivity(links, soup.area, gaps, (threshold,))
    assert table["gap"].tolist() == gaps
    for gap, blocks, net, share in table[["gap", "blocks", "net_area", "share"]].itertuples(index=False):
        alone = find_blocks(soup.geometry, soup.area, ContiguityRule(gap, (threshold,)), walls)
        large = alone.net_area[alone.level > 0]
        assert blocks == len(large)
        assert net == pytest.approx(large.sum())
        assert share == pytest.approx(large.sum() / soup.area.sum() if len(soup.area) else 0)


@given(soups(), GAPS)
def test_blocks_are_numbered_by_net_area_and_hold_all_of_it(soup, gap):
    blocks = blocks_of(soup, gap)
    assert (np.diff(np.round(blocks.net_area, 2)) <= 0).all()
    assert blocks.parcels.tolist() == [len(np.flatnonzero(blocks.label == k)) for k in range(len(blocks.net_area))]
    for block, area in enumerate(blocks.net_area):
        assert area == pytest.approx(soup.area[blocks.label == block].sum())
    assert blocks.net_area.sum() == pytest.approx(soup.area.sum())


# --- hand-made cases ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "joined"), [(20.0, True), (20.0005, True), (20.0009, True), (20.0015, False), (20.002, False)]
)
def test_a_gap_counts_to_the_millimetre(gap, joined):
    pair = np.array([shapely.box(0, 0, 100, 100), shapely.box(100 + gap, 0, 300, 100)])
    assert (len(find_blocks(pair, [1.0, 1.0], ContiguityRule(20)).net_area) == 1) is joined


@pytest.mark.parametrize(("gap", "joined"), [(0.0, True), (0.0009, True), (0.002, False)])
def test_contact_is_a_millimetre_wide_and_beats_barriers(gap, joined):
    pair = np.array([shapely.box(0, 0, 100, 100), shapely.box(100 + gap, 0, 300, 100)])
    wall = Barriers(lines=shapely.linestrings([[[100 + gap / 2, -10], [100 + gap / 2, 110]]]))
    assert (len(find_blocks(pair, [1.0, 1.0], ContiguityRule(20), wall).net_area) == 1) is joined


@pytest.mark.parametrize(
    ("barrier", "apart"),
    [
        (Barriers(areas=np.array([shapely.box(104, -50, 108, 150)])), True),
        (Barriers(lines=shapely.linestrings([[[105, -50], [105, 150]]])), True),
        (Barriers(areas=np.array([shapely.box(104, 200, 108, 250)])), False),
        (Barriers(lines=shapely.linestrings([[[0, 150], [300, 150]]])), False),
        (Barriers(), False),
    ],
    ids=["road", "line", "road elsewhere", "line elsewhere", "none"],
)
def test_a_barrier_between_two_fields_keeps_them_apart(barrier, apart):
    pair = np.array([shapely.box(0, 0, 100, 100), shapely.Polygon([(110, 50), (200, 0), (200, 90)])])
    assert (len(find_blocks(pair, [1.0, 1.0], ContiguityRule(20), barrier).net_area) == 2) is apart


def test_a_barrier_that_only_shares_an_edge_with_the_segment_is_not_crossed():
    pair = np.array([shapely.Polygon([(0, 0), (10, 5), (0, 10)]), shapely.Polygon([(20, 5), (30, 0), (30, 10)])])
    beside = Barriers(areas=np.array([shapely.box(0, 5, 30, 8)]))
    into = Barriers(areas=np.array([shapely.box(0, 4.99, 30, 8)]))
    assert len(find_blocks(pair, [1, 1], ContiguityRule(20), beside).net_area) == 1
    assert len(find_blocks(pair, [1, 1], ContiguityRule(20), into).net_area) == 2


def quarters():
    """Four fields at a crossing of a boundary and a road 12 m wide: all their corners lie on the boundary."""
    return shapely.box([0, 100, 0, 100], [0, 0, 62, 62], [100, 200, 100, 200], [50, 50, 112, 112])


def test_a_road_divided_at_the_fields_corners_is_still_a_road():
    """Roads are divided where villages meet, and so are the fields: segments then run along the division."""
    fields = quarters()
    whole = Barriers(areas=np.array([shapely.box(-50, 50, 250, 62)]))
    divided = Barriers(areas=shapely.box([-50, 100], 50, [100, 250], 62))
    for walls in (whole, divided):
        label = find_blocks(fields, [1] * 4, ContiguityRule(20), walls).label
        assert partition(label) == partition([0, 0, 1, 1])


def test_fields_side_by_side_along_a_road_belong_together():
    """The segment between their corners runs along the road's edge, and land that is no barrier lies beyond."""
    fields = shapely.box([0, 110], 0, [100, 210], 50)
    road = Barriers(areas=np.array([shapely.box(-50, 50, 250, 62)]))
    assert find_blocks(fields, [1, 1], ContiguityRule(20), road).label.tolist() == [0, 0]
    both = Barriers(areas=np.array([shapely.box(-50, 50, 250, 62), shapely.box(100, 0, 110, 50)]))
    assert find_blocks(fields, [1, 1], ContiguityRule(20), both).label.tolist() == [0, 1]


@given(st.integers(0, 2**32 - 1))
def test_dividing_barriers_changes_nothing(seed):
    """Cells of a Voronoi diagram left out of the farmland are barriers, or are merged into one."""
    random = np.random.default_rng(seed)
    every = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(random.uniform(0, 200, (60, 2)))))
    kind = random.random(len(every))
    fields, walls = every[kind < 0.6], every[(kind > 0.6) & (kind < 0.9)]
    area, rule = shapely.area(fields), ContiguityRule(40)
    divided = find_blocks(fields, area, rule, Barriers(areas=walls))
    merged = find_blocks(fields, area, rule, Barriers(areas=np.array([shapely.union_all(walls)])))
    assert partition(divided.label) == partition(merged.label)


def test_a_survey_cut_into_parcels_is_parted_by_its_highways_alone():
    """The benchmarks' partition: every road is divided at the corners of the fields on both its sides."""
    land = module("partition").make_partition(9_000)
    farm, highway = np.char.startswith(land.code.astype(str), "01"), land.code == "1003"
    fields, walls = land.geometry[farm], land.geometry[np.isin(land.code, ["1003", "0702"])]
    label = find_links(fields, (50,), Barriers(areas=walls)).labels(50)
    quarters_ = shapely.get_parts(shapely.union_all(land.geometry[~highway]))
    assert len(quarters_) == 4
    _, quarter = shapely.STRtree(quarters_).query(shapely.point_on_surface(fields), predicate="within")
    for group in partition(label):
        assert len({int(quarter[row]) for row in group}) == 1, "a block spans a highway"
    order = np.random.default_rng(5).permutation(len(fields))
    shuffled = np.empty_like(label)
    shuffled[order] = find_links(fields[order], (50,), Barriers(areas=walls[::-1])).labels(50)
    assert partition(shuffled) == partition(label)
    merged = Barriers(areas=np.array([shapely.union_all(walls)]))
    assert partition(find_links(fields, (50,), merged).labels(50)) == partition(label)


def test_a_way_round_a_barrier_joins_through_a_third_field():
    fields = np.array([shapely.box(0, 0, 50, 50), shapely.box(60, 0, 110, 50), shapely.box(0, 55, 110, 100)])
    wall = Barriers(lines=shapely.linestrings([[[55, -10], [55, 51]]]))
    assert find_blocks(fields, [1, 1, 1], ContiguityRule(20), wall).label.tolist() == [0, 0, 0]
    assert len(find_blocks(fields[:2], [1, 1], ContiguityRule(20), wall).net_area) == 2


def comb(centre, radius, vertices):
    """A regular polygon of so many vertices."""
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False) + 0.1
    return shapely.Polygon(np.column_stack([centre[0] + radius * np.cos(angle), centre[1] + radius * np.sin(angle)]))


@pytest.mark.parametrize("outer", [12, 1000], ids=["small round", "large round"])
@pytest.mark.parametrize("inner", [5, 900], ids=["small inside", "large inside"])
def test_a_parcel_deep_inside_another_touches_it(outer, inner):
    """Overlaps are bad data, but inside is not far away, however the polygon is taken apart."""
    nested = np.array([comb((0, 0), 500, outer), comb((10, 3), 20, inner)])
    assert find_blocks(nested, [1, 1], ContiguityRule(0)).label.tolist() == [0, 0]
    assert find_blocks(nested[::-1], [1, 1], ContiguityRule(0)).label.tolist() == [0, 0]


@pytest.mark.parametrize("outer", [12, 1000])
def test_a_part_deep_inside_another_parcel_touches_it(outer):
    far_and_inside = shapely.MultiPolygon([comb((2000, 0), 20, 6), comb((10, 3), 20, 6)])
    nested = np.array([comb((0, 0), 500, outer), far_and_inside])
    assert find_blocks(nested, [1, 1], ContiguityRule(0)).label.tolist() == [0, 0]


@pytest.mark.parametrize("vertices", [12, 1000])
def test_a_parcel_in_a_hole_is_as_far_as_the_holes_edge(vertices):
    ring = shapely.difference(comb((0, 0), 500, vertices), comb((0, 0), 300, vertices))
    island = comb((0, 0), 270, 8)
    gap = shapely.distance(ring, island)
    assert len(find_blocks(np.array([ring, island]), [1, 1], ContiguityRule(gap - 1)).net_area) == 2
    assert len(find_blocks(np.array([ring, island]), [1, 1], ContiguityRule(gap)).net_area) == 1


def test_a_large_parcels_nearest_stretch_decides_about_the_barrier():
    """The wall stands before a far stretch; the nearest is free, and the other way about."""
    large, small = comb((0, 0), 500, 1000), comb((515, 0), 10, 9)
    behind = Barriers(lines=shapely.linestrings([[[502, 30], [502, 300]]]))
    before = Barriers(lines=shapely.linestrings([[[502, -30], [502, 30]]]))
    assert len(find_blocks(np.array([large, small]), [1, 1], ContiguityRule(20), behind).net_area) == 1
    assert len(find_blocks(np.array([large, small]), [1, 1], ContiguityRule(20), before).net_area) == 2


def test_a_pair_that_a_barrier_parts_stays_parted_at_wider_gaps():
    """A wider gap reaches farther stretches of the large parcel; only the nearest segment of the pair counts."""
    large, small = comb((0, 0), 500, 1000), comb((515, 0), 10, 9)
    wall = Barriers(lines=shapely.linestrings([[[502, -30], [502, 30]]]))
    links = find_links(np.array([large, small]), (7, 20, 50, 200), wall)
    assert [len(set(links.labels(gap).tolist())) for gap in (7, 20, 50, 200)] == [2, 2, 2, 2]


@settings(max_examples=40)
@given(
    soups(max_parcels=10, makers=(scattered,), barriers=6, large=4),
    st.lists(st.floats(0, 80), min_size=2, max_size=4),
)
def test_links_found_once_answer_every_gap_as_brute_force_does(soup, gaps):
    links = find_links(soup.geometry, gaps, Barriers(soup.areas, soup.lines))
    for gap in gaps:
        expected = every_pair_joined(soup.geometry, gap, soup.areas, soup.lines)
        assert partition(links.labels(gap)) == partition(expected)


@pytest.mark.parametrize(
    ("areas", "level"),
    [
        ([66666.66], 0), ([66666.67], 1), ([66666.664], 0), ([66666.668], 1),
        ([22222.22, 22222.22, 22222.23], 1), ([0.1] * 10 + [66665.67], 1), ([666666.67], 2), ([666666.66], 1),
        ([6666666.67], 3), ([6666666.66], 2), ([0.0], 0),
    ],
)  # fmt: skip
def test_a_threshold_is_reached_at_the_legal_hundredth(areas, level):
    row = shapely.box(np.arange(len(areas)), 0, np.arange(len(areas)) + 1, 1)
    blocks = find_blocks(row, areas, ContiguityRule(0))
    assert blocks.level.tolist() == [level]
    counted = sensitivity(find_links(row, (0,)), areas, (0,), (100 * MU,))["blocks"].tolist()
    assert counted == [int(level > 0)]


def test_a_threshold_counts_to_the_hundredth_as_areas_do():
    """200 mu are 133,333.333… m²: land of 133,333.33 m² reaches them."""
    rule = ContiguityRule(0, (200 * MU,))
    assert find_blocks(shapely.box([0, 5], 0, [1, 6], 1), [133333.33, 133333.32], rule).level.tolist() == [1, 0]


@pytest.mark.parametrize(("area", "level"), [(2000.0, 1), (1999.996, 1), (1999.994, 0), (2000.004, 1), (1999.99, 0)])
def test_a_round_threshold_is_reached_at_the_legal_hundredth_too(area, level):
    blocks = find_blocks(shapely.box([0], 0, 1, 1), [area], ContiguityRule(0, (3 * MU,)))
    assert blocks.level.tolist() == [level]


def test_blocks_of_equal_area_keep_the_order_of_their_first_parcels():
    apart = shapely.box(np.arange(4) * 100.0, 0, np.arange(4) * 100.0 + 1, 1)
    assert find_blocks(apart, [5, 7, 5, 7], ContiguityRule(0)).label.tolist() == [2, 0, 3, 1]


def test_no_parcels_give_no_blocks():
    blocks = find_blocks(np.empty(0, dtype=object), np.empty(0), ContiguityRule())
    assert len(blocks.label) == len(blocks.net_area) == len(blocks.level) == 0
    links = find_links(np.empty(0, dtype=object), (0, 20))
    assert sensitivity(links, np.empty(0), (0, 20), (1.0,))["share"].tolist() == [0, 0]


@pytest.mark.parametrize("missing", [None, shapely.Polygon()])
def test_a_missing_geometry_is_named_by_its_row(missing):
    with pytest.raises(InvalidInput, match="Row 2 has no geometry"):
        find_blocks([shapely.box(0, 0, 1, 1), shapely.box(0, 0, 1, 1), missing], [1, 1, 1], ContiguityRule())


def test_areas_that_do_not_fit_the_parcels_are_refused():
    with pytest.raises(InvalidInput, match="3 areas for 2 parcels"):
        find_blocks(shapely.box([0, 5], 0, [1, 6], 1), [1, 1, 1], ContiguityRule())
    with pytest.raises(InvalidInput, match="1 areas for 2 parcels"):
        form_blocks(find_links(shapely.box([0, 5], 0, [1, 6], 1), (0,)), [1], ContiguityRule())


def test_progress_grows_to_one_and_can_stop_the_search():
    geometry = scattered(np.random.default_rng(4), 60)
    seen = []
    find_links(geometry, (0, 20), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    def stop(fraction):
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_links(geometry, (0, 20), progress=stop)
