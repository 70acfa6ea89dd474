"""Farmland contiguity on scenes made by hand, where every answer is known."""

import json
import math
import re

import pytest
from qgis.core import QgsProcessingException
from scenes import FARM_BLOCKS, box, farm, groups, layer_of, line, rows_of, run

from land_consolidation.algorithms.units import MU

WIDTH = ("XZDWKD", float)


def blocks(rows, fields=(("DLBM", str),), **parameters):
    """How many blocks the scene has."""
    return run(layer_of(rows, fields), **parameters).results["BLOCK_COUNT"]


def two_fields(gap=12.0, between=None):
    """Two fields of 100 m × 100 m, `gap` apart, and what lies between, wider than both."""
    rows = [(box(0, 0, 100, 100), "0101"), (box(100 + gap, 0, 200 + gap, 100), "0101")]
    if between:
        rows.append((box(100, -20, 100 + gap, 120), between))
    return rows


# --- what joins, what keeps apart ---------------------------------------------------------------


def test_the_farm_has_the_blocks_it_was_made_with():
    ran = run(farm())
    assert groups(ran) == FARM_BLOCKS
    assert ran.rows("PARCELS", "DLBM", "block_id") == [
        ("0101", 1), ("0101", 1), ("0103", 2), ("0103", 2), ("0102", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["1001", "1002", "1003", "1007", "1008", "1101", "1102", "1103", "05H1", "0601",
                                  "0702", "0810", "08H2A", "09"])  # fmt: skip
def test_barrier_classes_keep_fields_apart(code):
    assert blocks(two_fields(between=code)) == 2


@pytest.mark.parametrize("code", ["1006", "1107", "1107A", "1203", "0201", "0201K", "0301", "1104", "1104A", "1202"])
def test_other_land_does_not(code):
    assert blocks(two_fields(between=code)) == 1


def test_an_absorbed_road_never_links_two_far_fields():
    rows = [(box(0, 0, 100, 100), "0101"), (box(500, 0, 600, 100), "0101"), (box(0, -4, 600, 0), "1006")]
    assert blocks(rows) == 2


@pytest.mark.parametrize(("gap", "count"), [(20.0, 1), (20.0005, 1), (20.002, 2), (0.0, 1), (19.0, 1), (25.0, 2)])
def test_the_gap_is_edge_to_edge_and_to_the_millimetre(gap, count):
    assert blocks(two_fields(gap)) == count


def test_a_gap_is_not_a_buffer():
    assert blocks(two_fields(35.0)) == 2
    assert blocks(two_fields(35.0), MAX_GAP=35) == 1
    assert blocks(two_fields(0.0), MAX_GAP=0) == 1
    assert blocks(two_fields(0.5), MAX_GAP=0) == 2


def test_a_barrier_layer_adds_to_the_codes():
    road = layer_of([(line((106, -50), (106, 150)),)], fields=(), kind="LineString")
    strip = layer_of([(box(104, -50, 108, 150),)], fields=())
    far = layer_of([(line((106, 200), (106, 300)),)], fields=(), kind="LineString")
    assert blocks(two_fields(), BARRIERS=road) == 2
    assert blocks(two_fields(), BARRIERS=strip) == 2
    assert blocks(two_fields(), BARRIERS=far) == 1
    assert blocks(two_fields(between="1003"), BARRIERS=far) == 2


def test_barrier_codes_can_be_changed_or_emptied():
    assert blocks(two_fields(between="1003"), BARRIER_CODES="") == 1
    assert blocks(two_fields(between="1104"), BARRIER_CODES="1104") == 2
    assert blocks(two_fields(between="1003"), BARRIER_CODES="10xx, -1003") == 1


def test_blocks_never_cross_the_split_field():
    rows = [(*row, village) for row, village in zip(two_fields(0.0), ("A", "B"))]
    fields = (("DLBM", str), ("CUN", str))
    assert blocks(rows, fields) == 1
    assert blocks(rows, fields, SPLIT_FIELD="CUN") == 2
    same = [(*row[:2], "A") for row in rows]
    assert blocks(same, fields, SPLIT_FIELD="CUN") == 1


def test_steep_farmland_is_left_out():
    ran = run(farm(), MAX_SLOPE_GRADE=2)
    assert ran.rows("PARCELS", "GDPDJB") == ["2", "2"]
    assert re.search(r"slope grade.*\b1\b|\b1\b.*slope grade", ran.log.all)
    assert len(run(farm(), MAX_SLOPE_GRADE=5).rows("PARCELS", "DLBM")) == 4, "without a grade: left out"
    assert len(run(farm()).rows("PARCELS", "DLBM")) == 5
    renamed = farm()
    renamed.dataProvider().renameAttributes({renamed.fields().lookupField("GDPDJB"): "POXIANG"})
    renamed.updateFields()
    assert len(run(renamed, MAX_SLOPE_GRADE=2, SLOPE_FIELD="POXIANG").rows("PARCELS", "DLBM")) == 2


# --- which parcels are farmland -----------------------------------------------------------------


def test_an_expression_needs_no_codes():
    rows = [(box(0, 0, 100, 100), "wheat"), (box(110, 0, 200, 100), "wheat"), (box(0, 110, 90, 200), "fallow")]
    layer = layer_of(rows, (("crop", str),))
    ran = run(layer, CODE_FIELD=..., CODE_SYSTEM=..., FARMLAND="\"crop\" = 'wheat'")
    assert ran.results["BLOCK_COUNT"] == 1
    assert ran.rows("PARCELS", "crop") == ["wheat", "wheat"]
    assert run(layer, CODE_FIELD=..., CODE_SYSTEM=..., FARMLAND="$area > 9500").results["BLOCK_COUNT"] == 1


def test_an_expression_with_codes_keeps_the_barriers():
    rows = two_fields(between="1003")
    assert blocks(rows, FARMLAND="\"DLBM\" LIKE '01%'") == 2
    assert blocks(rows, FARMLAND="\"DLBM\" IN ('0101', '1003')") == 1, "farmland is no barrier"


def test_the_plan_systems_have_lists_of_their_own():
    """0601 is a rural road in the plan and industry in the survey: one is absorbed, the other keeps apart."""
    rows = two_fields(between="0601")
    assert blocks(rows) == 2
    assert blocks(rows, CODE_SYSTEM=1) == 1
    assert blocks(two_fields(between="1001"), CODE_SYSTEM=1) == 2, "industry"
    assert blocks(two_fields(between="1202"), CODE_SYSTEM=1) == 2, "motorway"
    assert blocks(two_fields(between="060101"), CODE_SYSTEM=2) == 1


# --- areas --------------------------------------------------------------------------------------


def test_net_area_is_less_the_ridges():
    """AREA_METHOD 2 keeps the arithmetic by hand: 100 m × 100 m less 6.8 %."""
    layer = layer_of([(box(0, 0, 100, 100), "0101", 0.068), (box(500, 0, 600, 50), "0103", None)],
                     (("DLBM", str), ("KCXS", float)))  # fmt: skip
    ran = run(layer, AREA_METHOD=2)
    assert ran.rows("BLOCKS", "net_m2", "area_m2") == [(9320.0, 10000.0), (5000.0, 5000.0)]
    assert ran.rows("BLOCKS", "net_mu")[0] == pytest.approx(13.98)
    assert ran.rows("PARCELS", "area_m2", "block_mu") == [(10000.0, 13.98), (5000.0, 7.5)]
    assert ran.results["FARMLAND_MU"] == pytest.approx(14_320 / MU, abs=1e-3)


def test_areas_from_a_field():
    fields = (("DLBM", str), ("TBMJ", float), ("TBDLMJ", float), ("MINE", float), ("KCXS", float))
    rows = [(box(0, 0, 10, 10), "0101", 70_000.0, 66_666.67, 10.0, 0.5),
            (box(100, 0, 110, 10), "0101", 70_000.0, 66_666.66, 20.0, 0.5)]  # fmt: skip
    layer = layer_of(rows, fields)
    ran = run(layer, AREA_METHOD=1)
    assert ran.rows("BLOCKS", "net_m2", "block_class") == [(66_666.67, "100"), (66_666.66, "0")]
    assert ran.rows("BLOCKS", "gross_m2") == [70_000.0, None]
    assert run(layer, AREA_METHOD=1, AREA_FIELD="MINE").rows("BLOCKS", "net_m2") == [20.0, 10.0]
    assert run(layer, AREA_METHOD=2).rows("BLOCKS", "net_m2") == [50.0, 50.0]


def test_official_area_is_not_the_planar_one_away_from_the_meridian():
    """At 1.4 degrees from the meridian the map is some 2.2e-4 too large (1e-4 in length)."""
    far_east = layer_of([(box(135_000, 0, 136_000, 1000), "0101")])
    official = run(far_east).rows("BLOCKS", "net_m2")[0]
    planar = run(far_east, AREA_METHOD=2).rows("BLOCKS", "net_m2")[0]
    scale = (135_500 / 6_371_000) ** 2
    assert (planar - official) / planar == pytest.approx(scale, rel=0.02)


@pytest.mark.parametrize("shape", [0, 1, 2])
@pytest.mark.parametrize("method", [0, 2])
def test_areas_are_those_of_the_geometry_written(shape, method):
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    ran = run(farm(), BLOCK_GEOMETRY=shape, AREA_METHOD=method)
    for output in ("PARCELS", "BLOCKS"):
        measured = measure(ran[output], method, official_area, to_geographic)
        for (square_metres, mu), expected in zip(ran.rows(output, "area_m2", "area_mu"), measured):
            assert square_metres == pytest.approx(expected, abs=0.0101)
            assert mu == pytest.approx(square_metres * 15 / 10_000, abs=1e-4)


def measure(layer, method, official_area, to_geographic):
    import shapely

    shapes = shapely.from_wkb([feature.geometry().asWkb().data() for feature in layer.getFeatures()])
    return shapely.area(shapes) if method == 2 else official_area(shapes, to_geographic(layer.crs()))


def ditch_scene(width=3.0, recorded=None, code="1107"):
    """Two fields of 300 m × 300 m with a strip between, all flush: gross by hand is possible."""
    fields = (("DLBM", str), WIDTH)
    rows = [(box(0, 0, 300, 300), "0101", None), (box(300 + width, 0, 600 + width, 300), "0101", None),
            (box(300, 0, 300 + width, 300), code, recorded)]  # fmt: skip
    return layer_of(rows, fields)


def closed_strip(width, length=300.0, radius=10.0):
    """What a closing of this radius fills of a strip between two fields: all but a lens at each end."""
    half = width / 2
    return width * length - 2 * (radius**2 * math.asin(half / radius) - half * math.sqrt(radius**2 - half**2))


def test_gross_area_takes_in_the_ditch_between():
    ran = run(ditch_scene(), AREA_METHOD=2)
    ((net, gross, share),) = ran.rows("BLOCKS", "net_m2", "gross_m2", "net_share")
    assert net == 180_000
    assert gross == pytest.approx(180_000 + closed_strip(3.0), abs=0.5)
    assert share == pytest.approx(net / gross, abs=1e-4)


@pytest.mark.parametrize(
    ("width", "recorded", "code", "taken"),
    [(9.0, None, "1107", True), (11.0, None, "1107", False), (11.0, 8.0, "1107", True), (3.0, 12.0, "1107", False),
     (3.0, 0.0, "1107", True), (3.0, None, "1107A", False), (3.0, None, "1006", True), (3.0, None, "1203", True),
     (3.0, None, "1104", False)],
)  # fmt: skip
def test_only_narrow_strips_of_absorbed_classes_count(width, recorded, code, taken):
    ran = run(ditch_scene(width, recorded, code), AREA_METHOD=2)
    ((gross,),) = [[value] for value in ran.rows("BLOCKS", "gross_m2")]
    assert gross == pytest.approx(180_000 + (closed_strip(width) if taken else 0), abs=2)


def test_absorb_width_and_codes_are_parameters():
    assert run(ditch_scene(9.0), AREA_METHOD=2, ABSORB_MAX_WIDTH=8).rows("BLOCKS", "gross_m2") == [180_000]
    assert run(ditch_scene(), AREA_METHOD=2, ABSORB_CODES="").rows("BLOCKS", "gross_m2") == [180_000]
    assert run(ditch_scene(code="1104"), AREA_METHOD=2, ABSORB_CODES="1104").rows("BLOCKS", "gross_m2")[0] > 180_500


def test_gross_is_null_below_the_smallest_threshold_and_low_shares_are_flagged():
    layer = layer_of([(box(0, 0, 300, 300), "0101", 0.3), (box(900, 0, 1000, 100), "0101", 0.3)],
                     (("DLBM", str), ("KCXS", float)))  # fmt: skip
    ran = run(layer, AREA_METHOD=2, THRESHOLDS="50;90")
    large, small = ran.rows("BLOCKS", "block_class", "gross_m2", "gross_mu", "net_share", "reasons")
    assert large[:4] == ("90", 90_000, pytest.approx(135), 0.7)
    assert "reaches the class of 90 mu" in large[4]
    assert "only 70 % of the gross" in large[4]
    assert small[:4] == ("0", None, None, None)
    assert "below the smallest class of 50 mu" in small[4]


@pytest.mark.parametrize(("area", "block_class"), [(66_666.67, "100"), (66_666.66, "0"), (666_666.67, "1000")])
def test_a_threshold_met_exactly_is_reached(area, block_class):
    layer = layer_of([(box(0, 0, 10, 10), "0101", area)], (("DLBM", str), ("TBDLMJ", float)))
    ran = run(layer, AREA_METHOD=1)
    assert ran.rows("BLOCKS", "block_class") == [block_class]
    assert ran.rows("PARCELS", "block_class") == [block_class]
    assert ran.results["COUNT_100"] == int(block_class != "0")
    assert ran.results["COUNT_1000"] == int(block_class == "1000")
    assert ran.results["CONTIGUOUS_SHARE"] == int(block_class != "0")


# --- tables, numbers, shapes --------------------------------------------------------------------


def test_the_sensitivity_table_is_that_of_a_run_at_each_gap():
    table = run(farm(), THRESHOLDS="20;100;250").rows(
        "SENSITIVITY", "gap_m", "threshold_mu", "blocks", "net_mu", "share"
    )
    assert [row[:2] for row in table] == [(gap, mu) for gap in (0, 10, 20, 50) for mu in (20, 100, 250)]
    for gap, threshold, count, net_mu, share in table:
        alone = run(farm(), THRESHOLDS=str(threshold), MAX_GAP=gap)
        large = [net for net, name in alone.rows("BLOCKS", "net_mu", "block_class") if name != "0"]
        assert (count, net_mu) == (len(large), pytest.approx(sum(large), abs=1e-3))
        assert share == pytest.approx(alone.results["CONTIGUOUS_SHARE"], abs=1e-6)


def test_the_gaps_compared_may_be_smaller_or_larger_than_the_largest():
    assert run(farm(), SENSITIVITY_GAPS="5", MAX_GAP=20).results["BLOCK_COUNT"] == 3
    assert set(run(farm(), SENSITIVITY_GAPS="5;3000").rows("SENSITIVITY", "gap_m")) == {5, 3000}


def test_numbers_are_those_of_the_blocks():
    ran = run(farm())
    mu = ran.rows("BLOCKS", "net_mu")
    assert mu == sorted(mu, reverse=True)
    assert ran.rows("BLOCKS", "block_id") == [1, 2, 3]
    assert ran.rows("BLOCKS", "parcels") == [2, 2, 1]
    numbers = ran.results
    assert numbers["FARMLAND_MU"] == pytest.approx(sum(mu), abs=1e-3)
    assert numbers["LARGEST_BLOCK_MU"] == pytest.approx(mu[0])
    assert numbers["COUNT_100"] == sum(value >= 100 for value in mu) == 2
    assert numbers["CONTIGUOUS_SHARE"] == pytest.approx(sum(mu[:2]) / sum(mu), abs=1e-5)


def test_perimeter_and_shape_are_the_dissolved_blocks():
    layer = layer_of([(box(0, 0, 100, 100), "0101"), (box(100, 0, 200, 100), "0101")])
    for shape in (0, 1, 2):
        ((perimeter, index, compact),) = run(layer, BLOCK_GEOMETRY=shape).rows(
            "BLOCKS", "perimeter_m", "shape_index", "compactness"
        )
        assert perimeter == pytest.approx(600)
        assert index == pytest.approx(600 / (2 * math.sqrt(math.pi * 20_000)), abs=1e-4)
        assert compact == pytest.approx(4 * math.pi * 20_000 / 600**2, abs=1e-4)


def test_the_three_shapes_of_a_block():
    fields = two_fields(0.0)[0:1] + [(box(100, 0, 200, 100), "0101"), (box(210, 0, 310, 100), "0101")]
    parts, areas = [], []
    for shape in (0, 1, 2):
        ran = run(layer_of(fields), BLOCK_GEOMETRY=shape, AREA_METHOD=2)
        (feature,) = ran["BLOCKS"].getFeatures()
        geometry = feature.geometry()
        assert geometry.isMultipart()
        parts.append(len(geometry.asMultiPolygon()))
        areas.append(geometry.area())
        for parcel in ran["PARCELS"].getFeatures():
            assert parcel.geometry().difference(geometry).area() < 1e-6
    assert parts == [3, 2, 1]
    assert areas[:2] == pytest.approx([30_000, 30_000])
    assert areas[2] == pytest.approx(30_000 + closed_strip(10.0, 100.0), abs=1)


def test_the_rule_says_by_what_it_was_judged():
    (text, *_) = run(farm(), MAX_GAP=17.5, THRESHOLDS="80;800").rows("BLOCKS", "rule")
    rule = json.loads(text)
    assert text == json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
    assert (rule["max_gap_m"], rule["thresholds_mu"], rule["area"]) == (17.5, [80, 800], "official")
    assert rule["code_system"] == "survey"
    assert "1003" in rule["barrier_codes"]
    assert "1107" in rule["absorb_codes"]


def test_outputs_nobody_wants_are_not_made():
    ran = run(farm(), PARCELS=None, BLOCKS=None, SENSITIVITY=None)
    assert not {"PARCELS", "BLOCKS", "SENSITIVITY", "REPORT"} & set(ran.results)
    assert ran.results["BLOCK_COUNT"] == 3


# --- report -------------------------------------------------------------------------------------


def test_the_report_is_whole_escaped_and_readable(tmp_path):
    from qgis.PyQt.QtWidgets import QTextBrowser

    page = tmp_path / "report.html"
    ran = run(farm(name="<b>& layer"), REPORT=str(page))
    assert ran.results["REPORT"] == str(page)
    html = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp; layer" in html
    assert "<b>& layer" not in html
    assert "http" not in html.replace("http-equiv", ""), "no network"
    assert "<script" not in html
    browser = QTextBrowser()
    browser.setHtml(html)
    text = browser.toPlainText()
    assert "<b>& layer" in text
    assert f"{ran.results['FARMLAND_MU']:,.2f}" in text
    assert f"{ran.results['LARGEST_BLOCK_MU']:,.2f}" in text
    assert f"{100 * ran.results['CONTIGUOUS_SHARE']:.1f} %" in text
    for gap, blocks_, net in ran.rows("SENSITIVITY", "gap_m", "blocks", "net_mu"):
        assert f"{gap:g}" in text
        assert str(blocks_) in text
        assert f"{net:,.2f}" in text


def test_the_reports_metrics_are_those_of_the_blocks(tmp_path):
    """Every figure of the table again from the BLOCKS output, by the definitions it prints."""
    page = tmp_path / "report.html"
    fields = [(box(0, 0, 300, 300), "0101"), (box(1000, 0, 1100, 100), "0101")]
    layer = layer_of([*fields, (box(0, 900, 500, 1000), "0301")])
    run(layer, REPORT=str(page), AREA_METHOD=2)
    html = page.read_text(encoding="utf-8")
    patch, scene = [90_000.0, 10_000.0], 150_000.0
    perimeter = [1200.0, 400.0]
    shape = sum(p / (2 * math.sqrt(math.pi * a)) * a for p, a in zip(perimeter, patch)) / sum(patch)
    for expected in (5.0, 2 / (scene / 1e6), 60.0, sum(a * a for a in patch) / scene / 1e4, shape):
        assert f"{expected:,.2f}" in html, expected


def test_chinese_layer_names_and_fields_survive(tmp_path):
    page = tmp_path / "报告.html"
    layer = layer_of([(box(0, 0, 300, 300), "0101", "王村")], (("地类编码", str), ("村名", str)), name="地类图斑")
    ran = run(layer, CODE_FIELD="地类编码", REPORT=str(page), PARCELS=str(tmp_path / "图斑.gpkg"))
    assert "地类图斑" in page.read_text(encoding="utf-8")
    assert rows_of(str(tmp_path / "图斑.gpkg"), "地类编码", "村名", "block_id") == [("0101", "王村", 1)]
    assert ran.results["BLOCK_COUNT"] == 1


def test_a_ridge_share_in_percent_is_refused():
    layer = layer_of([(box(0, 0, 100, 100), "0101", 6.8)], (("DLBM", str), ("KCXS", float)))
    with pytest.raises(QgsProcessingException, match=r"KCXS: 1 parcels .*0\.068 for 6\.8 %"):
        run(layer)
