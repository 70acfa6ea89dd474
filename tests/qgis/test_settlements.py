"""Settlements from homesteads on scenes made by hand, where every answer is known."""

import math
import sqlite3

import plugin_package
import pytest
import shapely
from scenes import HOME, box, layer_of, moved
from villages import MU, areas, homesteads, run_settlements

SAMPLE = plugin_package.ROOT / "resources" / "sample" / "township.gpkg"
NAMED = (("village", str), ("village_code", str))


def settlements(*rows, fields=(("DLBM", str),), **parameters):
    """How many parcels each settlement has, the largest first."""
    return run_settlements(homesteads(*rows, fields=fields), **parameters).rows("SETTLEMENTS", "parcels")


def two_homes(gap, y=0.0):
    """Two homesteads of 100 m × 100 m and 60 m × 100 m, `gap` apart."""
    return box(0, y, 100, y + 100), box(100 + gap, y, 160 + gap, y + 100)


def shapes(ran, name="SETTLEMENTS"):
    return [shapely.from_wkb(feature.geometry().asWkb().data()) for feature in ran[name].getFeatures()]


# --- what belongs together ----------------------------------------------------------------------


@pytest.mark.parametrize(("gap", "count"), [(0.0, 1), (49.0, 1), (50.0, 1), (50.0005, 1), (50.002, 2), (80.0, 2)])
def test_the_gap_is_edge_to_edge_and_to_the_millimetre(gap, count):
    assert len(settlements(*two_homes(gap))) == count


def test_the_gap_is_a_parameter():
    assert settlements(*two_homes(80.0), MAX_GAP=80) == [2]
    assert settlements(*two_homes(0.0), MAX_GAP=0) == [2]
    assert settlements(*two_homes(0.5), MAX_GAP=0) == [1, 1]


def test_a_settlement_goes_on_from_house_to_house():
    row = [box(140 * k, 0, 140 * k + 100, 100) for k in range(5)]
    assert settlements(*row) == [5]
    assert settlements(*row, box(5 * 140 + 11, 0, 5 * 140 + 111, 100)) == [5, 1], "51 m from the last"


@pytest.mark.parametrize("code", ["1003", "1101", "0601", "0101"])
def test_no_land_between_keeps_homes_apart(code):
    assert settlements(*two_homes(40.0), (box(110, -50, 130, 150), code)) == [2]


@pytest.mark.parametrize("code", ["0701", "0101", "1004", "0810A", "0602"])
def test_other_classes_are_no_homesteads(code):
    assert settlements(box(0, 0, 100, 100), (box(100, 0, 200, 100), code)) == [1]


def test_codes_are_read_as_people_write_them():
    assert settlements((box(0, 0, 100, 100), " 702 "), (box(100, 0, 200, 100), "０７０２")) == [2]


def test_the_plan_systems_have_a_code_of_their_own():
    """0703 is the rural homestead of land and sea use; in the survey there is none."""
    rows = (box(0, 0, 100, 100), "0703"), (box(120, 0, 200, 100), "0703"), (box(200, 0, 300, 100), "070102")
    for system in (1, 2):
        assert settlements(*rows, CODE_SYSTEM=system) == [2]
    assert settlements((box(0, 0, 100, 100), "0702"), CODE_SYSTEM=1) == [], "community services"


def test_an_expression_needs_no_codes():
    rows = [(box(0, 0, 100, 100), "residential"), (box(120, 0, 200, 100), "residential"),
            (box(200, 0, 300, 100), "farm")]  # fmt: skip
    layer = layer_of(rows, (("cls", str),))
    ran = run_settlements(layer, CODE_FIELD=..., CODE_SYSTEM=..., HOMESTEAD="\"cls\" = 'residential'")
    assert ran.rows("SETTLEMENTS", "parcels") == [2]
    ran = run_settlements(layer, CODE_FIELD=..., CODE_SYSTEM=..., HOMESTEAD="$area > 9000", MAX_GAP=5)
    assert ran.rows("SETTLEMENTS", "parcels") == [1, 1]


def test_an_expression_stands_for_the_code():
    rows = (box(0, 0, 100, 100), "0701"), (box(120, 0, 200, 100), "0702")
    assert settlements(*rows, HOMESTEAD="\"DLBM\" LIKE '07%'") == [2]
    assert settlements(*rows, HOMESTEAD="\"DLBM\" = '0701'") == [1]


def test_without_a_homestead_the_result_is_empty_and_says_so():
    ran = run_settlements(homesteads((box(0, 0, 100, 100), "0101")))
    assert ran.rows("SETTLEMENTS", "parcels") == []
    assert (ran.results["SETTLEMENT_COUNT"], ran.results["SETTLEMENT_MU"]) == (0, 0)
    assert "No homestead was found" in ran.log.all


def test_a_bow_tie_is_grouped_like_any_parcel():
    tie = "POLYGON((500000 3220000, 500100 3220100, 500100 3220000, 500000 3220100, 500000 3220000))"
    villages = layer_of([(tie, "West"), (box(100, 0, 300, 100), "East")], NAMED[:1])
    for shape in (0, 1):
        ran = run_settlements(homesteads(tie, box(120, 0, 200, 100)), SHAPE=shape)
        assert ran.rows("SETTLEMENTS", "parcels") == [2]
        ran = run_settlements(homesteads(tie, box(90, 10, 130, 90)), SHAPE=shape, VILLAGES=villages)
        assert sorted(ran.rows("SETTLEMENTS", "parcels", "village")) == [(1, "East"), (1, "West")]


# --- villages -----------------------------------------------------------------------------------


def straddling():
    """Homes 10 m apart along a line of villages at x = 130: the second reaches 10 m into the east, of its 50."""
    return homesteads(box(0, 0, 80, 100), box(90, 0, 140, 100), box(150, 0, 200, 100))


def two_villages(name="villages"):
    return areas((-50, -50, 130, 150, "West", "01"), (130, -50, 400, 150, "East", "02"), fields=NAMED, name=name)


def test_no_settlement_crosses_a_village_and_a_parcel_goes_where_its_larger_part_lies():
    assert run_settlements(straddling()).rows("SETTLEMENTS", "parcels", "village") == [(3, None)]
    ran = run_settlements(straddling(), VILLAGES=two_villages())
    assert ran.rows("SETTLEMENTS", "parcels", "village", "village_code", "area_m2") == [
        (2, "West", "01", pytest.approx(13_000, rel=1e-3)), (1, "East", "02", pytest.approx(5_000, rel=1e-3)),
    ]  # fmt: skip
    assert "reach into a second village: 1" in ran.log.all


def test_homes_that_touch_across_a_boundary_stay_apart():
    rows = box(0, 0, 130, 100), box(130, 0, 200, 100)
    ran = run_settlements(homesteads(*rows), VILLAGES=two_villages())
    assert ran.rows("SETTLEMENTS", "parcels", "village") == [(1, "West"), (1, "East")]
    assert "second village" not in ran.log.all, "to touch is not to reach into"


def test_a_home_in_no_village_has_no_name_and_is_counted():
    far = box(420, 0, 500, 100)  # 20 m beyond the east of East
    ran = run_settlements(homesteads(*two_homes(50.0), far, box(300, 0, 390, 100)), VILLAGES=two_villages())
    assert sorted(ran.rows("SETTLEMENTS", "village"), key=str) == ["East", "East", None, "West"]
    assert "homesteads in no village: 1." in ran.log.all


def test_names_come_from_a_usual_field_or_the_one_chosen():
    fields = (("ZLDWMC", str), ("ZLDWDM", str), ("nature", str))
    villages = areas((-50, -50, 400, 150, "王村", "330723199201", "柳畈"), fields=fields)
    home = homesteads(box(0, 0, 80, 100))

    def named(**parameters):
        return run_settlements(home, VILLAGES=villages, **parameters).rows("SETTLEMENTS", "village", "village_code")

    assert named() == [("王村", "330723199201")]
    assert named(VILLAGE_NAME_FIELD="nature") == [("柳畈", "330723199201")]


def test_a_village_in_two_parts_is_one_and_nameless_ones_are_each_their_own():
    homes = homesteads(box(0, 0, 95, 100), box(105, 0, 200, 100))
    halves = ((-50, -50, 100, 150), (100, -50, 400, 150))

    def parcels(*names):
        villages = areas(*((*half, name) for half, name in zip(halves, names)), fields=(("village", str),))
        return run_settlements(homes, VILLAGES=villages).rows("SETTLEMENTS", "parcels", "village")

    assert parcels("West", "West") == [(2, "West")]
    assert parcels(" West", "West ") == [(2, "West")]
    assert parcels("West", "East") == [(1, "West"), (1, "East")]
    assert parcels(None, " ") == [(1, None), (1, None)]


def test_villages_without_names_still_part():
    ran = run_settlements(straddling(), VILLAGES=areas((-50, -50, 130, 150), (130, -50, 400, 150)))
    assert ran.rows("SETTLEMENTS", "parcels", "village", "village_code") == [(2, None, None), (1, None, None)]
    assert "VILLAGES: no field with names was found" in ran.log.all


def test_villages_may_be_in_another_crs():
    ran = run_settlements(straddling(), VILLAGES=moved(two_villages(), "EPSG:4490"))
    assert ran.rows("SETTLEMENTS", "parcels", "village") == [(2, "West"), (1, "East")]


# --- sums ---------------------------------------------------------------------------------------


def test_fields_are_added_up_over_what_is_known():
    fields = (("DLBM", str), ("HS", int), ("RK", float), ("DB", int))
    rows = [
        (box(0, 0, 100, 100), "0702", 4, 2.5, None), (box(120, 0, 200, 100), "0702", None, 0.25, None),
        (box(200, 0, 260, 100), "0702", 3, None, None), (box(100, 0, 120, 100), "0101", 50, 50.0, 50),
        (box(900, 0, 950, 100), "0702", None, None, 0),
    ]  # fmt: skip
    ran = run_settlements(layer_of(rows, fields), SUM_FIELDS=["HS", "RK", "DB"])
    assert ran.rows("SETTLEMENTS", "parcels", "HS", "RK", "DB") == [(3, 7, 2.75, None), (1, None, None, 0)]
    kinds = {field.name(): field.typeName() for field in ran["SETTLEMENTS"].fields()}
    assert kinds["HS"] in ("integer", "int8", "Integer64"), kinds
    assert kinds["RK"] == "double"
    assert isinstance(ran.rows("SETTLEMENTS", "HS")[0], int)


def test_only_the_fields_asked_for_are_added():
    ran = run_settlements(homesteads((box(0, 0, 9, 9), "0702", 4), fields=(("DLBM", str), ("HS", int))))
    assert ran["SETTLEMENTS"].fields().names() == [
        "settlement_id", "parcels", "area_m2", "area_mu", "village", "village_code",
    ]  # fmt: skip


# --- areas --------------------------------------------------------------------------------------


def test_planar_areas_are_those_on_the_map():
    ran = run_settlements(homesteads(*two_homes(30.0), box(900, 0, 930, 30)), AREA_METHOD=2)
    assert ran.rows("SETTLEMENTS", "settlement_id", "parcels", "area_m2", "area_mu") == [
        (1, 2, 16_000.0, 24.0), (2, 1, 900.0, 1.35),
    ]  # fmt: skip
    assert (ran.results["SETTLEMENT_COUNT"], ran.results["SETTLEMENT_MU"]) == (2, 25.35)


def test_the_largest_comes_first_by_area_and_not_by_parcels():
    small = [box(40 * k, 0, 40 * k + 30, 30) for k in range(4)]
    ran = run_settlements(homesteads(*small, box(500, 0, 600, 100)), AREA_METHOD=2)
    assert ran.rows("SETTLEMENTS", "settlement_id", "parcels", "area_m2") == [(1, 1, 10_000.0), (2, 4, 3_600.0)]


def test_areas_from_a_field():
    fields = (("DLBM", str), ("TBDLMJ", float), ("MINE", float))
    rows = (box(0, 0, 10, 10), "0702", 70.5, 1.0), (box(20, 0, 30, 10), "0702", 0.25, 2.0)
    layer = homesteads(*rows, fields=fields)
    assert run_settlements(layer, AREA_METHOD=1).rows("SETTLEMENTS", "area_m2") == [70.75]
    assert run_settlements(layer, AREA_METHOD=1, AREA_FIELD="MINE").rows("SETTLEMENTS", "area_m2") == [3.0]
    assert run_settlements(layer, AREA_METHOD=2).rows("SETTLEMENTS", "area_m2") == [200.0]


def test_official_areas_are_the_surveys():
    """The sample's TBMJ is what the survey records for each parcel; nothing is lost on the way to settlements."""
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True) as store:
        recorded, parcels = store.execute("SELECT sum(TBMJ), count(*) FROM DLTB WHERE DLBM = '0702'").fetchone()
    ran = run_settlements(f"{SAMPLE}|layername=DLTB")
    assert sum(ran.rows("SETTLEMENTS", "parcels")) == parcels
    assert sum(ran.rows("SETTLEMENTS", "area_m2")) == pytest.approx(recorded, abs=0.01 * parcels)
    assert ran.results["SETTLEMENT_MU"] == pytest.approx(recorded / MU, abs=0.01 * parcels / MU)
    ids, areas_m2 = zip(*ran.rows("SETTLEMENTS", "settlement_id", "area_m2"))
    assert list(ids) == list(range(1, len(ids) + 1))
    assert list(areas_m2) == sorted(areas_m2, reverse=True)


def test_another_crs_gives_the_same_settlements():
    layer, villages = straddling(), two_villages()
    here = run_settlements(layer, VILLAGES=villages)
    there = run_settlements(moved(layer, "EPSG:4490"), VILLAGES=villages)
    same = ("parcels", "village", "village_code")
    assert there.rows("SETTLEMENTS", *same) == here.rows("SETTLEMENTS", *same)
    assert there.rows("SETTLEMENTS", "area_m2") == pytest.approx(here.rows("SETTLEMENTS", "area_m2"), abs=0.011)
    assert there["SETTLEMENTS"].crs().authid() == "EPSG:4490"
    assert "EPSG:4549" in there.log.all, "the log says where metres are measured"
    back = moved(there["SETTLEMENTS"], HOME)
    for one, other in zip(here["SETTLEMENTS"].getFeatures(), back.getFeatures()):
        assert one.geometry().hausdorffDistance(other.geometry()) < 0.001


# --- shapes -------------------------------------------------------------------------------------


def test_dissolved_parcels_lose_the_edges_they_share_and_nothing_else():
    ran = run_settlements(homesteads(box(0, 0, 100, 100), box(100, 0, 160, 100), box(200, 0, 240, 100)))
    (shape,) = shapes(ran)
    assert shape.geom_type == "MultiPolygon"
    assert len(shape.geoms) == 2
    assert shape.area == pytest.approx(20_000)
    assert shape.length == pytest.approx(2 * 260 + 2 * 140)


def test_an_outline_closes_the_gaps_and_keeps_every_parcel():
    homes = box(0, 0, 100, 100), box(130, 0, 190, 100)
    ran = run_settlements(homesteads(*homes), SHAPE=1, AREA_METHOD=2)
    (shape,) = shapes(ran)
    assert len(shape.geoms) == 1
    assert shape.buffer(1e-6).covers(shapely.union_all(shapely.from_wkt(homes)))
    # A closing by 25 m fills the 30 m between but for a lens at either end.
    lens = 25**2 * math.asin(15 / 25) - 15 * math.sqrt(25**2 - 15**2)
    assert shape.area == pytest.approx(16_000 + 30 * 100 - 2 * lens, abs=15)
    assert ran.rows("SETTLEMENTS", "area_m2") == [16_000.0], "areas are those of the parcels"


def test_an_outline_stays_in_its_village_but_for_its_own_parcels():
    homes = homesteads(box(0, 0, 80, 100), box(90, 0, 140, 40), box(90, 60, 125, 100), box(150, 0, 200, 100))
    ran = run_settlements(homes, VILLAGES=two_villages(), SHAPE=1)
    west, east = shapes(ran)
    assert ran.rows("SETTLEMENTS", "village") == ["West", "East"]
    assert west.intersects(shapely.from_wkt("POINT(500105 3220050)")), "between its parcels"
    line = shapely.from_wkt(box(130, -50, 400, 150))
    parcel = shapely.from_wkt(box(90, 0, 140, 40))
    assert west.intersection(line).area == pytest.approx(400, abs=1e-3), "only the parcel that reaches across"
    assert west.buffer(1e-6).covers(parcel)
    assert west.intersection(east).area < 1e-6


def test_outlines_of_homes_in_no_village_are_left_as_they_are():
    far = box(900, 0, 1000, 100), box(1010, 0, 1100, 100)
    ran = run_settlements(homesteads(*far), VILLAGES=two_villages(), SHAPE=1)
    (shape,) = shapes(ran)
    assert shape.area == pytest.approx(19_000)


def test_every_outline_of_the_sample_covers_its_parcels_and_no_other_village():
    villages = f"{SAMPLE}|layername=natural_village_areas"
    ran = run_settlements(f"{SAMPLE}|layername=DLTB", VILLAGES=villages, VILLAGE_NAME_FIELD="natural_village", SHAPE=1)
    plain = run_settlements(f"{SAMPLE}|layername=DLTB", VILLAGES=villages, VILLAGE_NAME_FIELD="natural_village")
    parcels = dict(zip(plain.rows("SETTLEMENTS", "settlement_id"), shapes(plain)))
    assert len(parcels) == ran.results["SETTLEMENT_COUNT"] == 27
    for number, shape in zip(ran.rows("SETTLEMENTS", "settlement_id"), shapes(ran)):
        assert shape.is_valid
        assert parcels[number].difference(shape).area < 1e-6
        assert shape.area > 1.05 * parcels[number].area
        others = shapely.union_all([other for key, other in parcels.items() if key != number])
        assert shape.intersection(others).area < 0.01
