"""What is known of a factory, on scenes made by hand: enterprises, buildings, zones and farmland beside."""

import pytest
from factories import FIRMS, YARD, firm, firms, industry, judged, one, plants, tie
from scenes import box, layer_of, moved
from villages import areas, points

PLANAR = 2
TWO = (YARD, (200, 0, 300, 100))
RATED = (("rating", str), ("tax_per_mu", float))
FLOORS = (("floors", int),)
BLOCK = (("block_id", int), ("net_mu", float))


def rated(value):
    """The grade of a factory whose one enterprise is rated so."""
    return one("grade", ENTERPRISES=firms(firm(value)))


def built(*corners, fields=FLOORS, **parameters):
    """Coverage and floor-area ratio of a factory with these buildings."""
    return one("coverage", "far", BUILDINGS=areas(*corners, fields=fields), AREA_METHOD=PLANAR, **parameters)


# --- enterprises by key -------------------------------------------------------------------------


def test_enterprises_find_their_parcel_by_the_usual_keys():
    table = firms(firm("C", 4.0, "是", "P2", "Foundry"), firm("B", 8.0, "否", "P1"), firm("A", 9.0, "否", "elsewhere"))
    ran = industry(plants(*TWO), ENTERPRISES=table, TAX_MEAN=8)
    assert ran.rows("PARCELS", "BSM", "grade", "tax_ratio", "disposal") == [("P1", "B", 1, "upgrade"),
                                                                          ("P2", "C", 0.5, "move")]
    assert "Evidence is taken from the fields: rating, tax_per_mu, polluting." in ran.log.infos
    assert "Enterprises whose key is no industrial parcel: 1 (elsewhere)." in ran.log.infos
    reasons = ran.rows("PARCELS", "reasons")[1]
    assert "Enterprise: Foundry (C)." in reasons
    assert "An enterprise here is recorded as polluting." in reasons


def test_keys_match_as_people_mean_them():
    numbered = plants((*YARD, 7), (200, 0, 300, 100, 8), (300, 0, 400, 100, None), fields=(("nummer", int),))
    texts = firms(firm("A", parcel=" 7 "), firm("D", parcel="8.0"), firm("C", parcel=None), firm("C", parcel=""))
    assert judged(numbered, "grade", ENTERPRISES=texts, JOIN_FIELD="nummer") == ["A", None, None]
    floats = (("parcel_bsm", float), ("rating", str))
    reals = firms((7.0, "B"), (8.0, "D"), (None, "C"), fields=floats)
    assert judged(numbered, "grade", ENTERPRISES=reals, JOIN_FIELD="nummer") == ["B", "D", None]


def test_the_fields_of_the_keys_can_be_chosen():
    layer = plants((*YARD, "x"), fields=(("house", str),))
    table = firms(("x", "D"), fields=(("number", str), ("rating", str)))
    parameters = dict(JOIN_FIELD="house", ENTERPRISE_JOIN_FIELD="number")
    assert judged(layer, "grade", ENTERPRISES=table, **parameters) == ["D"]
    placed = points((5_000, 5_000, "x", "D"), fields=(("number", str), ("rating", str)))
    assert judged(layer, "grade", ENTERPRISES=placed, **parameters) == ["D"], "by key, wherever they lie"


def test_of_several_on_a_parcel_taxes_add_up_and_the_worst_rating_counts():
    table = firms(firm("B", 3.0, "否", name="One"), firm("ｄ", 1.0, "是", name="Two"), firm(None, 1.0, None, name=None))
    ran = industry(plants(YARD), ENTERPRISES=table, TAX_MEAN=10)
    assert ran.rows("PARCELS", "grade", "tax_ratio", "disposal") == [("D", 0.5, "clear")]
    (reasons,) = ran.rows("PARCELS", "reasons")
    assert "3 enterprises: One (B), Two (ｄ), unnamed (not rated); the worst rating, D, counts." in reasons
    assert "An enterprise here is recorded as polluting." in reasons
    assert "Parcels with several enterprises: 1. Their tax is added, the worst rating counts." in ran.log.infos


def test_many_on_a_parcel_are_counted_and_the_first_named():
    table = firms(*(firm(name=f"F{number}") for number in range(7)))
    named = ", ".join(f"F{number} (not rated)" for number in range(5))
    assert f"7 enterprises: {named}, …." in one("reasons", ENTERPRISES=table)


def test_one_enterprise_over_several_parcels_has_its_rate_on_each():
    layer = plants((*YARD, "works"), (200, 0, 300, 100, "works"), fields=(("QYMC", str),))
    table = firms(firm("C", 4.0, name="works"))
    parameters = dict(ENTERPRISES=table, JOIN_FIELD="QYMC", ENTERPRISE_JOIN_FIELD="enterprise", TAX_MEAN=8)
    assert judged(layer, "grade", "tax_ratio", **parameters) == [("C", 0.5)] * 2


def test_a_parcel_without_an_enterprise_is_unknown():
    fields = "grade", "tax_ratio", "indicators", "disposal"
    rows = judged(plants(*TWO), *fields, ENTERPRISES=firms(firm("A", 8.0, "否")), TAX_MEAN=8)
    assert rows == [("A", 1, 4, "keep"), (None, None, 1, None)]
    reasons = judged(plants(*TWO), "reasons", ENTERPRISES=firms(firm("A", 8.0, "否")))[1]
    assert "Not rated, and neither in conflict nor stray: a person decides." in reasons
    assert "Not known: rating, tax, floor-area ratio, building coverage, pollution, conflict" in reasons


# --- enterprises by where they lie --------------------------------------------------------------


def test_points_belong_to_the_parcel_they_lie_in():
    layer = points((150, 50, "D", 1.0), (290, 90, "B", 4.0), (400, 50, "D", 0.5), fields=RATED)
    for places in (layer, moved(layer, "EPSG:4490")):
        ran = industry(plants(*TWO), ENTERPRISES=places, TAX_MEAN=8)
        assert ran.rows("PARCELS", "grade", "tax_ratio") == [("D", 0.125), ("B", 0.5)]
        assert "Enterprises that lie on no industrial parcel: 1." in ran.log.infos


def test_a_multipoint_is_one_enterprise_on_every_parcel_it_lies_in():
    layer = layer_of([("MULTIPOINT((500150 3220050), (500160 3220050), (500250 3220050))", "C", 2.0)], RATED,
                     kind="MultiPoint", name="works")  # fmt: skip
    assert judged(plants(*TWO), "grade", "tax_ratio", ENTERPRISES=layer, TAX_MEAN=8) == [("C", 0.25)] * 2


def test_polygons_pay_for_the_share_of_the_parcel_they_cover():
    """One on all of the first and a quarter of the second parcel, another on half of the second."""
    layer = areas((100, 0, 225, 100, "B", 8.0), (225, 0, 275, 100, "C", 4.0), (300, 0, 400, 100, "D", 1.0),
                  fields=RATED)  # fmt: skip
    ran = industry(plants(*TWO), ENTERPRISES=layer, TAX_MEAN=8)
    assert ran.rows("PARCELS", "grade", "tax_ratio") == [("B", 1), ("C", 0.5)]
    assert "Enterprises that lie on no industrial parcel: 1." in ran.log.infos, "to touch is not to stand on"


def test_polygons_that_reach_over_by_less_than_a_square_metre_do_not_count():
    for reach, grade in ((0.009, None), (0.011, "D")):
        layer = areas((100, 0, 200 + reach, 100, "D", 1.0), fields=RATED)
        assert judged(plants(*TWO), "grade", ENTERPRISES=layer) == ["D", grade]


def test_polygons_that_cross_themselves_cover_what_they_cover():
    layer = layer_of([(tie(*YARD), "D", 8.0)], RATED, name="works")
    assert one("grade", "tax_ratio", ENTERPRISES=layer, TAX_MEAN=8) == ("D", 0.5)


def test_enterprises_of_which_nothing_is_recorded_are_still_told():
    ran = industry(plants(YARD), ENTERPRISES=points((150, 50)))
    assert ran.rows("PARCELS", "grade", "tax_ratio", "indicators") == [(None, None, 1)]
    assert "Enterprise: unnamed (not rated)." in ran.rows("PARCELS", "reasons")[0]
    assert "Evidence is taken from the fields: none." in ran.log.infos
    assert "Not chosen, so unknown: CLASS_FIELD, TAX_FIELD, POLLUTION_FIELD." in ran.log.infos


# --- ratings, taxes, pollution ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "grade"),
    [("d", "D"), ("Ｄ", "D"), ("ｄ", "D"), ("D类", "D"), ("c 级", "C"), (" B\t", "B"), ("Ａ类企业", "A"), ("E", None),
     ("AB", None), ("优秀", None), ("", None), (None, None)],
)  # fmt: skip
def test_ratings_are_read_as_people_write_them(value, grade):
    assert rated(value) == grade


def test_letters_that_are_no_rating_are_named_and_unknown():
    ran = industry(plants(*TWO), ENTERPRISES=firms(firm("E"), firm("e"), firm("A+", parcel="P2"), firm(None)))
    assert ran.rows("PARCELS", "grade") == [None, None]
    assert "rating: ratings that are none of A, B, C and D, taken as unknown: 3 (E, A+)." in ran.log.warnings
    assert "E (" not in ran.rows("PARCELS", "reasons")[0]
    assert "none of A" not in industry(plants(YARD), ENTERPRISES=firms(firm("b"), firm(None))).log.all


def test_the_rating_field_can_be_chosen():
    fields = (*FIRMS, ("last_year", str))
    table = firms((*firm("A"), "D"), fields=fields)
    assert one("grade", ENTERPRISES=table) == "A"
    assert one("grade", ENTERPRISES=table, CLASS_FIELD="last_year") == "D"


def test_no_tax_is_none_paid_and_negative_is_unknown():
    table = firms(firm(tax=0.0), firm(tax=-2.0, parcel="P2"), firm(parcel="P3"), firm(tax=8.0, parcel="P4"))
    ran = industry(plants(*TWO, (300, 0, 400, 100), (400, 0, 500, 100)), ENTERPRISES=table, TAX_MEAN=8)
    assert ran.rows("PARCELS", "tax_ratio") == [0, None, None, 1]
    assert "tax_per_mu: negative taxes, taken as unknown: 1." in ran.log.warnings
    paid = "tax_per_mu: enterprises that pay no tax: 1. They count as such; leave the field empty where the tax is not"
    assert any(text.startswith(paid) for text in ran.log.infos)
    assert "Tax per mu is 0 % of the county's mean, below 50 %." in ran.rows("PARCELS", "reasons")[0]


def test_a_sum_with_an_unknown_part_is_unknown():
    assert one("tax_ratio", ENTERPRISES=firms(firm(tax=5.0), firm()), TAX_MEAN=8) is None


def test_the_mean_tax_comes_from_the_data_where_it_is_not_given_and_the_log_says_so():
    table = firms(firm(tax=2.0), firm(tax=4.0, parcel="P2"), firm(parcel="P2"), firm(tax=9.0, parcel="no parcel here"))
    ran = industry(plants(*TWO), ENTERPRISES=table)
    assert ran.rows("PARCELS", "tax_ratio") == [0.4, None]
    words = "TAX_MEAN: the mean of 3 enterprises of the data is taken, 5.00 per mu. Give the county's mean where it is"
    assert any(text.startswith(words) for text in ran.log.infos)
    given = industry(plants(*TWO), ENTERPRISES=table, TAX_MEAN=10)
    assert given.rows("PARCELS", "tax_ratio") == [0.2, None]
    assert "TAX_MEAN" not in given.log.all


@pytest.mark.parametrize("tax", [0.0, None, -1.0])
def test_without_a_mean_above_nothing_the_tax_is_unknown(tax):
    ran = industry(plants(YARD), ENTERPRISES=firms(firm("B", tax)))
    assert ran.rows("PARCELS", "tax_ratio", "indicators") == [(None, 2)]
    assert "TAX_MEAN: there is no mean tax to compare with, so the tax is unknown evidence." in ran.log.warnings


def test_taxes_written_as_texts_are_read():
    fields = (("parcel_bsm", str), ("亩均税收", str))
    table = firms(("P1", " 2.5 "), ("P2", "about 3"), fields=fields)
    assert judged(plants(*TWO), "tax_ratio", ENTERPRISES=table, TAX_MEAN=10) == [0.25, None]


@pytest.mark.parametrize(
    ("value", "polluting"), [("是", True), ("Ｙ", True), ("1", True), ("否", False), ("不详", False)]
)
def test_pollution_is_yes_no_or_unknown(value, polluting):
    ran = industry(plants(YARD), ENTERPRISES=firms(firm("B", None, value)))
    assert ("recorded as polluting" in ran.rows("PARCELS", "reasons")[0]) == polluting
    unknown = value == "不详"
    assert ran.rows("PARCELS", "indicators") == [2 if unknown else 3]
    words = "polluting: values that say neither yes nor no, taken as unknown: 1 (不详)."
    assert (words in ran.log.warnings) == unknown


# --- buildings ----------------------------------------------------------------------------------


def test_coverage_and_floor_area_are_measured_on_the_parcel_a_building_stands_on():
    """A building across two parcels counts on each with the part that stands there."""
    buildings = areas((150, 0, 225, 100, 4), (250, 0, 260, 50, 1), (60, 0, 100, 100, 9), fields=FLOORS)
    fields = "coverage", "far"
    rows = [(0.5, 2), (0.3, 1.05)]
    for layer in (buildings, moved(buildings, "EPSG:4490")):
        assert judged(plants(*TWO), *fields, BUILDINGS=layer) == [pytest.approx(row, abs=1e-3) for row in rows]
    assert judged(plants(*TWO), *fields, BUILDINGS=buildings, AREA_METHOD=PLANAR) == rows
    assert built((900, 0, 950, 50, 2)) == (0, 0), "nothing stands there: that is known"


@pytest.mark.parametrize("floors", [None, 0, -2])
def test_unknown_floors_leave_the_coverage_known(floors):
    buildings = areas((120, 0, 140, 100, floors), (150, 0, 160, 100, 3), (200, 0, 220, 100, 3), fields=FLOORS)
    ran = industry(plants(*TWO), BUILDINGS=buildings, AREA_METHOD=PLANAR)
    assert ran.rows("PARCELS", "coverage", "far") == [(0.3, None), (0.2, 0.6)]
    words = "BUILDINGS: parcels whose floor-area ratio is unknown, because buildings there have no number of floors: 1."
    assert words in ran.log.warnings


def test_a_building_that_only_touches_tells_nothing_of_the_parcel():
    assert built((60, 0, 100, 100, None), (150, 0, 160, 100, 1)) == (0.1, 0.1)


def test_the_floors_field_is_a_usual_one_or_the_one_chosen():
    fields = (("层数", str), ("mine", int))
    corners = (100, 0, 200, 50, " 3 ", 2)
    assert built(corners, fields=fields) == (0.5, 1.5)
    assert built(corners, fields=fields, FLOORS_FIELD="mine") == (0.5, 1)
    assert built((100, 0, 200, 50), fields=()) == (0.5, None)


def test_a_building_that_crosses_itself_counts_with_what_it_covers():
    layer = layer_of([(tie(*YARD), 2)], FLOORS, name="buildings")
    assert one("coverage", "far", BUILDINGS=layer, AREA_METHOD=PLANAR) == (0.5, 1)


def test_recorded_ratios_stand_in_where_no_buildings_are_given():
    own = (("RJL", float), ("JZMD", float))
    parameters = dict(own=own, values=(0.4, 0.2), FAR_FIELD="RJL", COVERAGE_FIELD="JZMD")
    assert one("far", "coverage", **parameters) == (0.4, 0.2)
    measured = areas((100, 0, 200, 50, 3), fields=FLOORS)
    assert one("far", "coverage", **parameters, BUILDINGS=measured, AREA_METHOD=PLANAR) == (1.5, 0.5)
    assert one("far", "coverage", own=own, values=(0.4, 0.2)) == (None, None)


def test_recorded_ratios_that_cannot_be_are_unknown_and_said():
    own = (("RJL", float), ("JZMD", float))
    layer = plants((*YARD, -0.1, 30.0), (200, 0, 300, 100, None, 1.0), (300, 0, 400, 100, 2.5, -0.2), fields=own)
    ran = industry(layer, FAR_FIELD="RJL", COVERAGE_FIELD="JZMD")
    assert ran.rows("PARCELS", "far", "coverage") == [(None, None), (None, 1), (2.5, None)]
    assert any(text.startswith("FAR_FIELD: values in RJL that cannot be, taken as unknown: 1.")
               for text in ran.log.warnings)  # fmt: skip
    assert "COVERAGE_FIELD: values in JZMD that cannot be, taken as unknown: 2. A coverage is a share of 0 to 1." in (
        ran.log.warnings
    )


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (dict(LOW_FAR=0.6), "Floor-area ratio 0.40, below 0.6."), (dict(LOW_FAR=0.4), ""), (dict(LOW_FAR=0), ""),
        (dict(LOW_COVERAGE=0.3), "Building coverage 20 %, below 30 %."), (dict(LOW_COVERAGE=0.2), ""),
    ],
)  # fmt: skip
def test_what_is_low_is_a_parameter(parameters, words):
    quiet = {"LOW_FAR": 0, "LOW_COVERAGE": 0, **parameters}
    own = (("RJL", float), ("JZMD", float))
    reasons = one("reasons", own=own, values=(0.4, 0.2), FAR_FIELD="RJL", COVERAGE_FIELD="JZMD", **quiet)
    assert words in reasons
    assert ("Floor-area ratio 0" in reasons, "Building coverage " in reasons) == (
        words.startswith("Floor"), words.startswith("Building")
    )


def test_a_value_just_below_its_threshold_is_not_shown_as_the_threshold():
    reasons = one("reasons", own=(("JZMD", float),), values=(0.2999,), COVERAGE_FIELD="JZMD")
    assert "Building coverage 29.99 %, below 30 %." in reasons


def test_low_tax_is_a_parameter():
    table = firms(firm(tax=3.9))
    assert "Tax per mu is 39 % of the county's mean, below 50 %." in one("reasons", ENTERPRISES=table, TAX_MEAN=10)
    assert "Tax per mu is" not in one("reasons", ENTERPRISES=table, TAX_MEAN=10, LOW_TAX_RATIO=0.39)


# --- conflicts and heritage ---------------------------------------------------------------------

CONFLICTS = [
    ("REDLINE", "redline_m2", "1,500 m² lie inside the ecological redline."),
    ("BASIC_FARMLAND", "basic_farmland_m2", "1,500 m² stand on land recorded as permanent basic farmland."),
    ("WATER_SOURCE", "water_m2", "1,500 m² lie inside a water-source zone."),
]


@pytest.mark.parametrize(("name", "field", "words"), CONFLICTS)
def test_a_conflict_is_measured_and_clears(name, field, words):
    """Zones that overlap one another and cross themselves count once: 1,000 and 500 m²."""
    shapes = box(190, 0, 230, 100), box(195, 0, 200, 50), tie(100, 0, 110, 100)
    zones = layer_of([(shape,) for shape in shapes], fields=(), name="zones")
    ran = industry(plants(YARD, (400, 0, 500, 100)), AREA_METHOD=PLANAR, **{name: zones})
    others = [other for _, other, _ in CONFLICTS if other != field]
    assert ran.rows("PARCELS", field, *others, "disposal") == [(1_500, None, None, "clear"), (0, None, None, None)]
    assert words in ran.rows("PARCELS", "reasons")[0]
    assert ran.rows("PARCELS", "indicators") == [2, 2], "that there is no conflict is known"


@pytest.mark.parametrize(("name", "field", "_words"), CONFLICTS)
def test_less_than_a_square_metre_is_no_conflict(name, field, _words):
    for reach, disposal in ((0.009, None), (0.011, "clear")):
        zone = areas((200 - reach, 0, 300, 100))
        assert one(field, "disposal", AREA_METHOD=PLANAR, **{name: zone}) == (pytest.approx(100 * reach), disposal)


def test_official_areas_in_a_zone_are_those_of_the_parcel_where_it_is_wholly_inside():
    layer = plants((100, 0, 333, 187))
    assert judged(layer, "redline_m2", REDLINE=areas((-900, -900, 900, 900))) == judged(layer, "area_m2")


@pytest.mark.parametrize("kind", ["point", "line", "polygon"])
def test_heritage_is_converted_before_anything_else(kind):
    shapes = {"point": "POINT(500150 3220050)", "line": "LINESTRING(500150 3220050, 500900 3220050)",
              "polygon": "POLYGON((500190 3220000, 500250 3220000, 500250 3220050, 500190 3220000))"}  # fmt: skip
    sites = layer_of([(shapes[kind],)], fields=(), kind=shapes[kind].split("(")[0].title(), name="heritage")
    row = one("disposal", "category", "subtype", "reclaim_mu", "reasons", HERITAGE=sites, REDLINE=areas(YARD),
              ENTERPRISES=firms(firm("D")))  # fmt: skip
    assert row[:4] == ("convert", "X", "X4", 0)
    assert "It is a heritage or tourism site." in row[4]
    assert one("disposal", corners=(400, 20, 440, 80), HERITAGE=sites) == ("convert" if kind == "line" else "move")


def test_a_site_that_only_shares_an_edge_is_not_the_factory_s():
    assert one("disposal", HERITAGE=areas((200, 0, 300, 100))) is None


# --- farmland beside ----------------------------------------------------------------------------


def beside(*corners, fields=BLOCK, **parameters):
    return one("near_block", "near_block_mu", BLOCKS=areas(*corners, fields=fields), **parameters)


@pytest.mark.parametrize(
    ("x", "gap", "found"), [(200, 20, True), (219.99, 20, True), (220.01, 20, False), (205, 0, False), (200, 0, True),
                            (249, 50, True), (150, 0, True)]
)  # fmt: skip
def test_a_block_lies_beside_within_the_gap(x, gap, found):
    assert beside((x, 0, 900, 900, 7, 150.0), BLOCK_GAP=gap) == ((7, 150) if found else (None, None))


def test_only_large_blocks_count_and_of_several_the_largest():
    assert beside((205, 0, 300, 100, 3, 99.9)) == (None, None)
    assert beside((205, 0, 300, 100, 3, 100.0)) == (3, 100)
    three = (205, 0, 300, 100, 3, 120.0), (100, 110, 200, 900, 1, 900.0), (0, 0, 90, 100, 2, 300.0)
    assert beside(*three) == beside(*three[::-1]) == (1, 900)
    assert beside((205, 0, 300, 100, 3, None)) == (None, None)


def test_land_beside_a_large_block_is_worth_reclaiming():
    row = one("indicators", "reasons", BLOCKS=areas((205, 0, 300, 100, 3, 5_879.3), fields=BLOCK))
    assert row[0] == 2
    assert "A farmland block of 5,879 mu lies beside it: worth reclaiming." in row[1]
    assert one("indicators", BLOCKS=areas((900, 0, 990, 100, 3, 500.0), fields=BLOCK)) == 2, "known not to be beside"


@pytest.mark.parametrize(("kind", "values"), [(str, ("b1", "b2")), (int, (None, 4)), (None, ((), ()))])
def test_blocks_without_usable_numbers_are_numbered_as_they_come(kind, values):
    fields = (*((("block_id", kind),) if kind else ()), ("net_mu", float))
    rows = [(*corners, *([value] if kind else []), 200.0)
            for corners, value in zip(((900, 0, 990, 100), (205, 0, 300, 100)), values)]  # fmt: skip
    assert beside(*rows, fields=fields) == (2, 200)
