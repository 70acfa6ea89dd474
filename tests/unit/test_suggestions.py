"""Suggestions and the geometry of checks against every pair worked out one by one; and what the data files promise."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from soups import cells, scattered

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.check_list import SEVERITIES, checked_layers, tag_checks
from land_consolidation.algorithms.errors import Cancelled
from land_consolidation.algorithms.suggestion_sources import SAID, suggestion_sources, usual_order
from land_consolidation.algorithms.suggestions import Claim, largest_share, settle
from land_consolidation.algorithms.tag_checks import area_within, overlapped
from land_consolidation.algorithms.tag_scheme import read_scheme

SEEDS = st.integers(0, 2**32 - 1)
CODES = ("A", "B", "C", "")
SUBTYPES = {"A": ("A1", "A2", ""), "B": ("B1", "B2", ""), "C": ("C1", ""), "": ("",)}
ORDERS = ((), ("B",), ("C", "A", "B"), ("B2", "A", "B"), ("A2", "B1", "C", "B", "A"), ("A", "A2"))


# --- the largest share --------------------------------------------------------------------------


def shared_by_pairs(geometry, regions):
    return shapely.area(shapely.intersection(geometry[:, None], regions[None, :]))


@settings(max_examples=80)
@given(SEEDS, st.sampled_from([cells, scattered]), st.integers(1, 12))
def test_the_largest_share_is_the_largest_of_every_pair(seed, maker, count):
    random = np.random.default_rng(seed)
    geometry, regions = scattered(random, 25, side=450), maker(random, count)
    if len(regions) == 0:
        regions = shapely.box([0.0], 0, 9, 9)
    shares = shared_by_pairs(geometry, regions) / shapely.area(geometry)[:, None]
    region, share = largest_share(geometry, regions)
    np.testing.assert_allclose(share, shares.max(axis=1), atol=6e-5)
    held = region >= 0
    assert (held == (share > 0)).all()
    np.testing.assert_allclose(shares[held, region[held]], share[held], atol=6e-5)


@settings(max_examples=20)
@given(SEEDS)
def test_regions_of_many_vertices_and_of_few_are_alike(seed):
    """The former are overlaid piece by piece, the latter as they are."""
    random = np.random.default_rng(seed)
    geometry, regions = scattered(random, 25, side=450), scattered(random, 8, side=450, large=4)
    many = shapely.get_num_coordinates(regions) > 256
    assert many.any() and not many.all()
    shares = shared_by_pairs(geometry, regions) / shapely.area(geometry)[:, None]
    region, share = largest_share(geometry, regions)
    np.testing.assert_allclose(share, shares.max(axis=1), atol=6e-5)
    held = region >= 0
    np.testing.assert_allclose(shares[held, region[held]], share[held], atol=6e-5)


def test_a_parcel_wholly_inside_has_a_share_of_one_and_one_beside_none():
    geometry = np.array([shapely.box(1, 1, 2, 2), shapely.box(10, 0, 20, 10), shapely.box(9, 0, 11, 1)])
    region, share = largest_share(geometry, np.array([shapely.box(50, 50, 60, 60), shapely.box(0, 0, 10, 10)]))
    assert region.tolist() == [1, -1, 1]
    assert share.tolist() == [1, 0, 0.5]


def test_of_regions_that_hold_the_same_the_first_counts():
    geometry, one = np.array([shapely.box(0, 0, 10, 10)]), shapely.box(-1, -1, 6, 11)
    assert largest_share(geometry, np.array([one, one, shapely.box(0, 0, 1, 1)]))[0] == [0]


def test_bow_ties_count_with_the_area_they_cover():
    tie = shapely.from_wkt("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))")  # two triangles of 25
    assert largest_share(np.array([tie]), np.array([shapely.box(0, 0, 5, 10)]))[1] == [0.5]
    region, share = largest_share(np.array([shapely.box(0, 0, 10, 10)]), np.array([tie]))
    assert (region.tolist(), share.tolist()) == ([0], [0.5])


@pytest.mark.parametrize(("parcels", "regions"), [(0, 3), (3, 0), (0, 0)])
def test_no_parcels_and_no_regions_are_no_trouble(parcels, regions):
    squares = np.array([shapely.box(k, 0, k + 1, 1) for k in range(3)])
    region, share = largest_share(squares[:parcels], squares[:regions])
    assert region.tolist() == [-1] * parcels
    assert share.tolist() == [0] * parcels


def test_the_largest_share_can_be_cancelled():
    def stop(fraction):
        raise Cancelled

    squares = np.array([shapely.box(k, 0, k + 1, 1) for k in range(30)])
    with pytest.raises(Cancelled):
        largest_share(squares, squares, stop)


# --- contests -----------------------------------------------------------------------------------


@st.composite
def claims_of(draw):
    """Some claims on some parcels: shares that often tie."""
    count, sources = draw(st.integers(0, 8)), draw(st.integers(1, 4))
    made = []
    for _ in range(sources):
        feature = np.array(draw(st.lists(st.integers(-1, 3), min_size=count, max_size=count)), dtype=int)
        category = [draw(st.sampled_from(CODES)) for _ in range(count)]
        share = np.array([draw(st.sampled_from((0.2, 0.5, 0.7, 1.0))) for _ in range(count)])
        made.append(Claim(
            feature, np.where(feature < 0, 0, share), np.array(category, dtype=object),
            np.array([draw(st.sampled_from(SUBTYPES[code])) for code in category], dtype=object),
        ))
    return made


def settled_one_by_one(claims, order, min_share):
    """For each parcel: who wins (-1 for none), who claims, and whether that is a contest."""
    answers = []
    for parcel in range(len(claims[0].feature)):
        standing = [
            position for position, claim in enumerate(claims)
            if claim.feature[parcel] >= 0 and claim.category[parcel] and claim.share[parcel] >= min_share
        ]

        def strength(position, parcel=parcel):
            claim = claims[position]
            named = [code for code in (claim.subtype[parcel], claim.category[parcel]) if code in order]
            return (order.index(named[0]) if named else len(order), -claim.share[parcel], position)

        winner = min(standing, key=strength, default=-1)
        contested = len({claims[position].category[parcel] for position in standing}) > 1
        answers.append((winner, standing, contested))
    return answers


@settings(max_examples=300)
@given(claims_of(), st.sampled_from(ORDERS), st.sampled_from((0.0, 0.5, 0.6, 1.0)))
def test_contests_are_settled_as_one_by_one(claims, order, min_share):
    settled = settle(claims, order, min_share)
    expected = settled_one_by_one(claims, order, min_share)
    assert settled.winner.tolist() == [winner for winner, _, _ in expected]
    assert [np.flatnonzero(column).tolist() for column in settled.claimed.T] == [who for _, who, _ in expected]
    assert settled.contested.tolist() == [contested for _, _, contested in expected]


def claim(category, subtype="", share=1.0):
    return Claim(np.array([0]), np.array([share]), np.array([category], object), np.array([subtype], object))


@pytest.mark.parametrize(
    ("claims", "winner"),
    [
        ([("A", "A1"), ("X", "X1")], 1), ([("A", "A1"), ("C", "C1"), ("B", "B2")], 2), ([("C", "C1"), ("B", "B3")], 0),
        ([("A", "A1"), ("B", "B3")], 1), ([("A", "A1"), ("A", "A2")], 0), ([("A", "A1", 0.6), ("A", "A2", 0.9)], 1),
        ([("A", "A1", 1.0), ("X", "X1", 0.5)], 1), ([("A", "A1", 1.0), ("X", "X1", 0.49)], 0),
    ],
)
def test_the_usual_order(claims, winner):
    assert settle([claim(*one) for one in claims], tuple(usual_order().split(";")), 0.5).winner == [winner]


# --- the geometry of checks ---------------------------------------------------------------------


@settings(max_examples=60)
@given(SEEDS, st.integers(0, 8))
def test_areas_within_a_region_are_those_of_intersection(seed, count):
    random = np.random.default_rng(seed)
    geometry, region = scattered(random, 20, side=450), cells(random, count)
    area, within = area_within(geometry, region)
    np.testing.assert_allclose(area, shapely.area(geometry))
    expected = shapely.area(shapely.intersection(geometry, shapely.union_all(region)))
    np.testing.assert_allclose(within, expected, rtol=1e-6, atol=1e-3)
    assert (within <= area).all()


@settings(max_examples=60)
@given(SEEDS, st.sampled_from((0.0, 1.0, 500.0)))
def test_overlaps_are_those_of_every_pair(seed, least):
    geometry = scattered(np.random.default_rng(seed), 25, side=450)
    shared = shared_by_pairs(geometry, geometry)
    np.fill_diagonal(shared, 0)
    shared[(shared < least) | (shared == 0)] = 0
    count, area = overlapped(geometry, least)
    assert count.tolist() == (shared > 0).sum(axis=1).tolist()
    np.testing.assert_allclose(area, shared.sum(axis=1), rtol=1e-9, atol=1e-9)


def test_nothing_overlaps_nothing():
    count, area = overlapped(np.empty(0, dtype=object), 1.0)
    assert (count.tolist(), area.tolist()) == ([], [])


# --- the data files -----------------------------------------------------------------------------


def test_sources_are_complete_and_fit_a_tag():
    sources = suggestion_sources()
    for part in ("id", "parameter", "role"):
        assert len({getattr(source, part) for source in sources}) == len(sources)
    scheme = read_scheme()
    for source in sources:
        assert len(tags.by_rule(source.id)) <= tags.LENGTHS[tags.SOURCE]
        assert set(source.fixed) | set(source.fields) <= set(SAID)
        assert not set(source.fixed) & set(source.fields)
        assert "category" in {*source.fixed, *source.fields}
        assert source.label["zh"] and source.label["en"] and source.help["zh"] and len(source.help["en"]) > 20
        if source.fixed.get("subtype"):
            assert scheme.category_of(source.fixed["subtype"]) == source.fixed["category"]
    order = usual_order().split(";")
    assert len(order) == len(set(order))
    assert set(order) >= {category.code for category in scheme.categories}
    assert set(order) <= {term.code for term in (*scheme.categories, *scheme.subtypes())}


def test_checks_are_complete():
    checks, layers = tag_checks(), {layer.role: layer for layer in checked_layers()}
    assert len({check.id for check in checks}) == len(checks)
    assert len({layer.parameter for layer in layers.values()}) == len(layers)
    assert {check.role for check in checks} - {""} == set(layers), "a layer that no check looks at, or a role without"
    for check in checks:
        assert check.severity in SEVERITIES
        assert check.label["zh"] and check.label["en"]
        assert placeholders(check.message["zh"]) == placeholders(check.message["en"])
        assert bool(check.role) == (check.kind in ("overlap", "outside", "joined"))
        assert bool(check.condition) == (check.kind == "joined")


def placeholders(text):
    return {part.split("}")[0] for part in text.split("{")[1:]}


def test_roles_that_suggest_and_are_checked_are_named_alike():
    """The same parameter for the same result in both tools."""
    of_checks = {layer.role: layer.parameter for layer in checked_layers()}
    for source in suggestion_sources():
        assert of_checks.get(source.role, source.parameter) == source.parameter
