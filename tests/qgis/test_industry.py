"""Industry outside the boundary on scenes made by hand: what is industrial, what lies outside, what is stray."""

import numpy as np
import pytest
import shapely
from factories import YARD, firm, firms, industry, judged, one, plants, shapes_of, some_shapes, tie, town
from qgis.core import QgsGeometry
from scenes import box, contents, layer_of, moved
from villages import EAST_OF_SCALE, MU, areas

OFFICIAL, ATTRIBUTE, PLANAR = range(3)
ZONES = (("GHFQDM", str),)


def crooked(seed, fields=()):
    """Sixty factories of any shape around a town; numeric values of their own fields by chance."""
    random = np.random.default_rng(seed)
    return plants(
        *((shape, *(float(random.integers(1, 10**7)) / 100 for _ in fields)) for shape in some_shapes(seed)),
        fields=fields,
    )


def crooked_town(seed=7):
    """A dozen crooked shapes as one."""
    return shapely.union_all([shapely.from_wkt(shape.asWkt(17)) for shape in some_shapes(seed, count=12, span=500)])


def boundary_of(shape):
    """A boundary with a feature for each part of a shape."""
    parts = shapely.get_parts(shape)
    return layer_of([(QgsGeometry.fromWkt(shapely.to_wkt(part, -1)),) for part in parts], fields=(), name="CZKFBJ")


def shifted(layer, east):
    """The layer moved east, in place."""
    layer.startEditing()
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        geometry.translate(east, 0)
        layer.changeGeometry(feature.id(), geometry)
    layer.commitChanges()
    layer.updateExtents()
    return layer


def outside(layer, **parameters):
    return np.array(judged(layer, "outside_m2", **parameters))


# --- what lies outside --------------------------------------------------------------------------


@pytest.mark.parametrize("method", [OFFICIAL, ATTRIBUTE, PLANAR])
@pytest.mark.parametrize("east", [0.0, EAST_OF_SCALE], ids=["on the meridian", "far from it"])
def test_inside_and_outside_make_up_every_parcel(method, east):
    """What lies outside the boundary, and what lies outside all the rest of the world."""
    layer = shifted(crooked(3, fields=(("TBDLMJ", float),)), east)
    inner = crooked_town()
    outer = shapely.from_wkt(box(-2_000, -2_000, 2_000, 2_000)).difference(inner)
    here, there = (
        outside(layer, BOUNDARY=shifted(boundary_of(shape), east), AREA_METHOD=method) for shape in (inner, outer)
    )
    area = np.array(judged(layer, "area_m2", AREA_METHOD=method))
    np.testing.assert_allclose(here + there, area, atol=0.0101, rtol=0)
    assert ((here > 0) & (there > 0)).sum() > 10, "parcels that straddle"
    assert (there == 0).any()
    assert (here == 0).any()


def test_planar_areas_outside_are_what_is_left_on_the_map():
    layer, boundary = crooked(4), crooked_town()
    fields = "outside_m2", "outside_mu", "outside_share", "area_m2", "area_mu"
    m2, mu, share, area, area_mu = np.array(
        judged(layer, *fields, BOUNDARY=boundary_of(boundary), AREA_METHOD=PLANAR)
    ).T
    shapes = shapes_of(layer)
    np.testing.assert_allclose(m2, shapely.area(shapely.difference(shapes, boundary)), atol=0.0101, rtol=0)
    np.testing.assert_allclose(area, shapely.area(shapes), atol=0.00501, rtol=0)
    np.testing.assert_allclose(share, m2 / area, atol=5.1e-7, rtol=0)
    np.testing.assert_allclose(mu, m2 / MU, atol=5.1e-5, rtol=0)
    np.testing.assert_allclose(area_mu, area / MU, atol=5.1e-5, rtol=0)


def test_official_areas_outside_are_those_of_the_formula():
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    layer, boundary = shifted(crooked(5), EAST_OF_SCALE), shifted(boundary_of(crooked_town()), EAST_OF_SCALE)
    shapes, to_degrees = shapes_of(layer), to_geographic(layer.crs())
    left = shapely.difference(shapes, shapely.union_all(shapes_of(boundary)))
    some = ~shapely.is_empty(left)
    # Cut every metre: the formula joins corners by lines that are not the map's, and a cut edge has one corner more.
    fine, fine_left, whole = (
        official_area(part, to_degrees)
        for part in (shapely.segmentize(shapes[some], 1.0), shapely.segmentize(left[some], 1.0), shapes[some])
    )
    found = outside(layer, BOUNDARY=boundary)
    np.testing.assert_allclose(found[some], whole * fine_left / fine, atol=0.0101, rtol=0)
    assert not found[~some].any()
    assert np.abs(found - shapely.area(left)).max() > 1, "the map is not the ground here"


def test_recorded_areas_are_divided_as_the_shape_is():
    own = ("TBDLMJ", float), ("MINE", float)
    layer = plants((-25, 0, 75, 100, 8_000.0, 12.0), (*YARD, 500.25, 0.0), fields=own)
    fields = "area_m2", "outside_m2", "outside_share", "candidate"
    assert judged(layer, *fields, AREA_METHOD=ATTRIBUTE) == [(8_000, 6_000, 0.75, True), (500.25, 500.25, 1, True)]
    assert judged(layer, *fields, AREA_METHOD=ATTRIBUTE, AREA_FIELD="MINE") == [(12, 9, 0.75, True), (0, 0, 0, False)]
    assert judged(layer, *fields, AREA_METHOD=PLANAR) == [(10_000, 7_500, 0.75, True), (10_000, 10_000, 1, True)]


def test_parts_that_overlap_or_cross_themselves_count_once():
    """Two rectangles that overlap, one of them there twice, and a bow tie: 80 and 10 % of the parcel."""
    parts = box(0, 0, 60, 100), box(40, 0, 80, 100), box(0, 0, 60, 100), tie(80, 0, 100, 100)
    layer = plants((0, 0, 100, 100))
    for order in (parts, parts[::-1]):
        boundary = layer_of([(part,) for part in order], fields=(), name="CZKFBJ")
        assert outside(layer, BOUNDARY=boundary, AREA_METHOD=PLANAR) == [1_000]
        together = layer_of([(QgsGeometry.collectGeometry([QgsGeometry.fromWkt(part) for part in order]),)],
                            fields=(), kind="MultiPolygon", name="CZKFBJ")  # fmt: skip
        assert outside(layer, BOUNDARY=together, AREA_METHOD=PLANAR) == [1_000]


def test_a_hole_in_the_boundary_lies_outside():
    hole = shapely.from_wkt(box(0, 0, 300, 300)).difference(shapely.from_wkt(box(100, 100, 150, 160)))
    layer = plants((80, 80, 200, 200), (110, 110, 140, 140))
    assert outside(layer, BOUNDARY=boundary_of(hole), AREA_METHOD=PLANAR).tolist() == [3_000, 900]


def test_a_parcel_that_crosses_itself_is_measured_as_what_it_covers():
    fields = "area_m2", "outside_m2", "candidate"
    assert judged(plants((tie(-50, 0, 50, 100),)), *fields, AREA_METHOD=PLANAR) == [(5_000, 2_500, True)]
    back_and_forth = "POLYGON((500100 3220000, 500200 3220000, 500150 3220000, 500100 3220000))"
    ran = industry(plants((back_and_forth,), YARD))
    assert ran.rows("PARCELS", "BSM") == ["P2"]
    assert "INPUT: features without geometry, left out: 1." in ran.log.all


def test_the_boundary_may_be_in_another_crs():
    layer, boundary = crooked(8), boundary_of(crooked_town())
    here, there = (outside(layer, BOUNDARY=other) for other in (boundary, moved(boundary, "EPSG:4490")))
    # Degrees are kept to 1e-9 or so: a tenth of a millimetre along the edge of a parcel.
    np.testing.assert_allclose(there, here, atol=0.05, rtol=0)
    straight = outside(plants((-40, 0, 60, 100), YARD), BOUNDARY=moved(town(), "EPSG:4490"))
    np.testing.assert_allclose(straight, [6_000, 10_000], atol=0.5, rtol=0)


def test_the_parcels_may_be_in_degrees():
    layer = plants((-40, 0, 60, 100), (-300, 0, -200, 100), YARD, (225, 0, 240, 10))
    fields = "candidate", "disposal", "cluster_id"
    here, there = (industry(each) for each in (layer, moved(layer, "EPSG:4490")))
    assert there.rows("PARCELS", *fields) == here.rows("PARCELS", *fields)
    np.testing.assert_allclose(there.rows("PARCELS", "outside_m2"), here.rows("PARCELS", "outside_m2"), atol=0.05)
    assert there["PARCELS"].crs().authid() == "EPSG:4490"
    assert "EPSG:4549" in there.log.all, "the log says where metres are measured"


# --- candidates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "least", "candidate"),
    [
        (50, 0.5, True), (50.01, 0.5, False), (49, 0.5, True), (0, 0.5, True), (100, 0.5, False), (70, 0.3, True),
        (70.01, 0.3, False), (90, 0.1, True), (0, 1, True), (0.01, 1, False), (99.99, 0, True), (100, 0, False),
    ],
)  # fmt: skip
def test_a_candidate_lies_outside_by_the_share_or_more(inside, least, candidate):
    layer = plants((-inside, 0, 100 - inside, 100))
    ran = industry(layer, OUTSIDE_SHARE=least, AREA_METHOD=PLANAR)
    assert ran.rows("PARCELS", "candidate", "outside_m2") == [(candidate, pytest.approx(100 * (100 - inside)))]
    assert ran.results["CANDIDATE_COUNT"] == candidate
    assert ("no candidates" in ran.log.all) == (not candidate)


def test_everything_inside_is_told_and_nothing_is_suggested_whatever_the_evidence():
    layer = plants((-300, 0, -200, 100), (-30, 0, 0, 20))
    ran = industry(
        layer, ENTERPRISES=firms(firm("D", 0.0, "yes"), firm("D", parcel="P2")), REDLINE=areas((-500, -500, 0, 500)),
        HERITAGE=areas((-30, 0, 0, 20)), TAX_MEAN=10,
    )  # fmt: skip
    fields = "outside_m2", "candidate", "score", "disposal", "category", "subtype", "reclaim_mu"
    assert ran.rows("PARCELS", *fields) == [(0, False, None, None, None, None, 0)] * 2
    assert set(ran.rows("PARCELS", "reasons")) == {"Wholly inside the boundary: no candidate."}
    assert ran.rows("PARCELS", "grade") == ["D", "D"], "evidence is given all the same"
    assert ran.rows("SUMMARY", "parcels") == []
    assert (ran.results["CANDIDATE_COUNT"], ran.results["OUTSIDE_MU"], ran.results["RECLAIM_MU"]) == (0, 0, 0)
    assert "No industrial parcel lies outside the boundary by the share asked for" in ran.log.all


def test_decoys_inside_stay_out_beside_candidates():
    ran = industry(plants((-101, 0, -1, 100), YARD), ENTERPRISES=firms(firm("D"), firm("D", parcel="P2")))
    assert ran.rows("PARCELS", "BSM", "candidate", "disposal") == [("P1", False, None), ("P2", True, "clear")]


def test_a_parcel_that_reaches_out_too_little_is_told_by_how_much():
    assert one("reasons", corners=(-60, 0, 40, 100)) == "40.0 % lies outside the boundary, below 50 %: no candidate."
    assert one("reasons", corners=(-50.004, 0, 49.996, 100), AREA_METHOD=PLANAR).startswith("49.996 % lies outside")


def test_a_boundary_elsewhere_leaves_everything_outside():
    ran = industry(plants((-300, 0, -200, 100), YARD), BOUNDARY=town((9_000, 0, 9_900, 900)))
    assert ran.rows("PARCELS", "outside_share", "candidate") == [(1, True)] * 2
    assert ran.results["OUTSIDE_MU"] == 30


# --- the boundary's zones -----------------------------------------------------------------------


def test_only_the_zones_of_a_development_boundary_count():
    """Strips of a parcel: three zones that count, one of another kind, one without a code."""
    codes = ("410", "420", " 430 ", "500", None)
    strips = [(20 * k, 0, 20 * k + 20, 100, code) for k, code in enumerate(codes)]
    for fields in (ZONES, (("ghfqdm", str),)):
        assert outside(plants((0, 0, 100, 100)), BOUNDARY=town(*strips, fields=fields)).tolist() == [4_000]
    numbers = [(*corners, float(code or 0)) for *corners, code in strips]
    numeric = town(*numbers, fields=(("GHFQDM", float),))
    assert outside(plants((0, 0, 100, 100)), BOUNDARY=numeric).tolist() == [4_000]


def test_an_expression_says_which_part_of_the_boundary_counts():
    strips = (0, 0, 30, 100, "410"), (30, 0, 40, 100, "500")
    layer, boundary = plants((0, 0, 100, 100)), town(*strips, fields=ZONES)
    for expression, left in (("\"GHFQDM\" = '500'", 9_000), ("true", 6_000), ("$area > 2000", 7_000)):
        assert outside(layer, BOUNDARY=boundary, BOUNDARY_FILTER=expression).tolist() == [left]
    village = town((0, 0, 30, 100), name="村庄建设边界")
    assert outside(layer, BOUNDARY=village, BOUNDARY_FILTER="true").tolist() == [7_000], "a person knows better"


# --- what is industrial -------------------------------------------------------------------------

SURVEY = ("0601", "0508", "0602", "0101")
PLAN = ("0601", "1001", "1002", "1101", "0101", "100101")


@pytest.mark.parametrize(
    ("system", "codes", "industrial", "logistics"),
    [(0, SURVEY, ["0601"], ["0601", "0508"]), (1, PLAN, ["1001", "100101"], ["1001", "1101", "100101"]),
     (2, PLAN, ["1001", "100101"], ["1001", "1101", "100101"])],
)  # fmt: skip
def test_industry_goes_by_the_code_of_the_system_chosen(system, codes, industrial, logistics):
    """0601 is industry in the survey and a rural road in the plan."""
    layer = layer_of([(box(200 * k, 0, 200 * k + 100, 100), code) for k, code in enumerate((*codes, None))])
    assert judged(layer, "DLBM", CODE_SYSTEM=system) == industrial
    assert judged(layer, "DLBM", CODE_SYSTEM=system, INCLUDE_LOGISTICS=True) == logistics


def test_codes_are_read_as_people_write_them():
    rows = [(box(200 * k, 0, 200 * k + 100, 100), code) for k, code in enumerate((" 601 ", "０６０１", "0601", "101"))]
    assert judged(layer_of(rows), "DLBM") == [" 601 ", "０６０１", "0601"]
    numbers = [(shape, int(code)) for shape, code in rows]
    assert judged(layer_of(numbers, (("DLBM", int),)), "DLBM") == [601, 601, 601]


def test_an_expression_needs_no_codes():
    rows = [(box(200 * k, 0, 200 * k + 100, 100), cls) for k, cls in enumerate(("industrial", "farm", "commercial"))]
    layer = layer_of(rows, (("cls", str),))
    usual = dict(CODE_FIELD=..., CODE_SYSTEM=...)
    assert judged(layer, "cls", INDUSTRY="\"cls\" IN ('industrial','commercial')", **usual) == ["industrial",
                                                                                            "commercial"]
    assert judged(layer, "cls", INDUSTRY="x($geometry) > 500300", **usual) == ["commercial"]


def test_an_expression_stands_for_the_code_and_logistics_come_on_top():
    layer = layer_of([(box(200 * k, 0, 200 * k + 100, 100), code) for k, code in enumerate(SURVEY)])
    assert judged(layer, "DLBM", INDUSTRY="\"DLBM\" = '0602'") == ["0602"]
    assert judged(layer, "DLBM", INDUSTRY="\"DLBM\" = '0602'", INCLUDE_LOGISTICS=True) == ["0508", "0602"]


def test_without_industry_the_result_is_empty_and_says_so():
    ran = industry(plants(YARD, code="0101"), ENTERPRISES=firms(firm("A")), BUILDINGS=areas(YARD), REDLINE=areas(YARD),
                   HERITAGE=areas(YARD), BLOCKS=areas((*YARD, 200.0), fields=(("net_mu", float),)))  # fmt: skip
    assert ran.rows("PARCELS", "BSM") == ran.rows("SUMMARY", "parcels") == []
    assert ran.results["CANDIDATE_COUNT"] == 0
    assert "No industrial parcel was found: the results are empty." in ran.log.all


def test_the_inputs_are_as_they_were():
    layers = dict(BOUNDARY=town(), ENTERPRISES=firms(firm(" d类 ")), BUILDINGS=areas((*YARD,)), REDLINE=areas(YARD))
    layer = plants((tie(-50, 0, 50, 100),), YARD)
    before = [contents(each) for each in (layer, *layers.values())]
    industry(layer, **layers)
    assert [contents(each) for each in (layer, *layers.values())] == before


# --- clusters -----------------------------------------------------------------------------------

SMALL = 40.0  # metres: 2.4 mu each, two together 4.8, three 7.2


def row_of(*gaps):
    """Small factories in a row, the gaps between them in metres."""
    edges = np.concatenate([[100.0], 100 + np.cumsum(SMALL + np.array(gaps))]).tolist()
    return plants(*((x, 0, x + SMALL, SMALL) for x in edges))


@pytest.mark.parametrize(("gap", "clusters"), [(0.0, 1), (49.0, 1), (50.0, 1), (50.0005, 1), (50.002, 2), (90.0, 2)])
def test_factories_within_50_m_are_one_cluster(gap, clusters):
    assert len(set(judged(row_of(gap), "cluster_id"))) == clusters


def test_stray_is_a_small_cluster_and_no_small_parcel():
    fields = "cluster_id", "cluster_mu", "disposal"
    assert judged(row_of(30, 30), *fields, AREA_METHOD=PLANAR) == [(1, 7.2, None)] * 3
    rows = judged(row_of(30, 60), *fields, AREA_METHOD=PLANAR)
    assert rows == [(1, 4.8, "move"), (1, 4.8, "move"), (2, 2.4, "move")]
    reasons = judged(row_of(30), "reasons")
    assert all("Stray: with its neighbours it has 4.80 mu, below 5 mu." in text for text in reasons)
    assert "Stray" not in judged(row_of(30, 30), "reasons")[0]


def test_a_cluster_goes_on_inside_the_boundary():
    layer = plants((-101, 0, -1, 100), (10, 0, 50, 40))
    assert judged(layer, "cluster_mu", "candidate", "disposal") == [(17.4, False, None), (17.4, True, None)]


def test_what_is_stray_is_a_parameter():
    corners = (100, 0, 200, 33.4)  # 5.01 mu
    assert one("disposal", corners=corners) is None
    assert one("disposal", corners=corners, STRAY_MU=6) == "move"
    assert one("disposal", corners=(100, 0, 110, 10), STRAY_MU=0) is None


def test_the_largest_cluster_has_the_first_number():
    layer = plants((100, 0, 120, 20), (300, 0, 500, 100), (800, 0, 850, 50), (520, 0, 530, 10))
    assert judged(layer, "cluster_id") == [3, 1, 2, 1]


# --- parcels that overlap -----------------------------------------------------------------------


def test_parcels_that_overlap_one_another_are_told_with_the_area_that_counts_twice():
    ran = industry(plants((100, 0, 200, 100), (190, 0, 290, 100), (195, 0, 205, 100)), AREA_METHOD=PLANAR)
    words = "INPUT: pairs of industrial parcels that overlap one another: 3. 2,500.00 m² count twice."
    assert words in ran.log.warnings
    assert ran.rows("PARCELS", "outside_m2") == [10_000, 10_000, 1_000]
    assert ran.results["OUTSIDE_MU"] == 31.5


def test_parcels_that_only_touch_or_overlap_other_land_do_not_overlap():
    field = layer_of([(box(*YARD), "0601", "P1"), (box(200, 0, 300, 100), "0601", "P2"),
                      (box(150, 0, 400, 100), "0101", "P3")], (("DLBM", str), ("BSM", str)))  # fmt: skip
    assert "overlap" not in industry(field).log.all
