"""Ecological restoration on the sample township: every planted case, and measures against QGIS's own algorithms."""

import csv
import json

import plugin_package
import pytest
import shapely
from factories import shapes_of
from qgis.core import QgsVectorLayer
from scenes import layer_of, plain, rows_of, run
from villages import MU, native

ECOLOGY = "landconsolidation:ecologicalrestoration"
FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    """The sample's farmland blocks as our own tool writes them, a file."""
    path = str(tmp_path_factory.mktemp("sample") / "blocks.gpkg")
    run(f"{SOURCE}DLTB", BLOCKS=path)
    return path


def restore(blocks=None, **parameters):
    """The sample's parcels looked at with every layer of the sample, but for what is given otherwise."""
    every = {"REDLINE": f"{SOURCE}STBHHX", "ROADS": f"{SOURCE}roads", "BLOCKS": blocks, **parameters}
    return run(f"{SOURCE}DLTB", ECOLOGY, **every)


def by_parcel(ran):
    """Every parcel to restore as a dict of its fields, by BSM."""
    fields = ran["PARCELS"].fields().names()
    return {feature["BSM"]: dict(zip(fields, map(plain, feature.attributes())))
            for feature in ran["PARCELS"].getFeatures()}  # fmt: skip


@pytest.fixture(scope="module")
def judged(blocks):
    """by_parcel, links (shape, fields), strips (shape, fields), summary by rule and numbers of a run.

    No layers, which must not outlive QGIS.
    """
    ran = restore(blocks)
    names = ("link_id", "rule_id", "length_m", "width_m", "strip_mu", "cost", "subtype")
    links = list(zip(shapes_of(ran["LINKS"]), ran.rows("LINKS", *names)))
    strips = list(zip(shapes_of(ran["STRIPS"]), ran.rows("STRIPS", "link_id", "area_m2", "area_mu", "category")))
    fields = ran["SUMMARY"].fields().names()
    summary = {row[0]: dict(zip(fields, row)) for row in ran.rows("SUMMARY", *fields)}
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    return by_parcel(ran), links, strips, summary, numbers


# --- planted cases ------------------------------------------------------------------------------

WORDS = {
    "abandoned_mine": lambda row: (row["rule_id"], row["category"], row["subtype"]) == ("abandoned_mine", "E", "E4")
    and "abandoned (FQ)" in row["reasons"],
    "in_redline": lambda row: row["redline_m2"] == pytest.approx(row["area_m2"], abs=0.02)
    and row["quota_mu"] == pytest.approx(row["redline_m2"] / MU, abs=1e-4)
    and "construction_in_redline" in row["rules"] and "inside the ecological redline" in row["reasons"],
    "construction_in_redline": lambda row: (row["rule_id"], row["subtype"]) == ("construction_in_redline", "E7")
    and row["quota_mu"] == pytest.approx(row["found_m2"] / MU, abs=1e-4) and "equal quota" in row["reasons"],
    "cropland_in_channel": lambda row: (row["rule_id"], row["subtype"]) == ("cropland_in_channel", "E2")
    and row["quota_mu"] == 0 and "HDGD" in row["reasons"],
}  # fmt: skip
"""What each word of the column `expected` asks of a parcel."""


def planted():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["tool"] == "ecologicalrestoration"]


def test_the_cases_are_all_there():
    assert len(planted()) == 5
    assert {word for case in planted() for word in case["expected"].split(";")} == {*WORDS, "leave"}


@pytest.mark.parametrize("case", planted(), ids=lambda case: case["case_id"])
def test_a_planted_case_is_found_for_its_reason_and_a_decoy_left_alone(case, judged):
    parcels = judged[0]
    if case["expected"] == "leave":
        assert case["key"] not in parcels
        return
    for word in case["expected"].split(";"):
        assert WORDS[word](parcels[case["key"]]), (word, parcels[case["key"]])


def test_nothing_but_the_cases_and_built_land_inside_the_redline_is_to_restore(judged):
    keys = {case["key"] for case in planted()}
    for key, row in judged[0].items():
        assert key in keys or (row["subtype"] == "E7" and row["DLBM"][:2] in ("05", "06", "07", "08", "09", "10"))


def test_the_rule_names_its_numbers_and_layers(judged):
    rules = [json.loads(row["rule"]) for row in judged[0].values()]
    assert {rule["rule"] for rule in rules} == {row["rule_id"] for row in judged[0].values()}
    assert all(rule["tool"] == "ecologicalrestoration" and rule["rules"] == "shipped" for rule in rules)
    assert all(set(rule["layers"]) == {"REDLINE", "ROADS", "BLOCKS"} for rule in rules)


# --- what is missing ----------------------------------------------------------------------------


def test_a_rule_without_its_layer_is_silent_and_says_so(tmp_path):
    report = tmp_path / "report.html"
    ran = run(f"{SOURCE}DLTB", ECOLOGY, REPORT=str(report))
    rows = ran.rows("SUMMARY", "rule_id", "state", "missing", "parcels", "area_mu", "quota_mu", "links", "length_m")
    silent = {row[0]: row[2] for row in rows if row[1] == "silent"}
    assert {name: words.split()[2] for name, words in silent.items()} == {
        "quarry_not_in_use": "MINES", "construction_in_redline": "REDLINE", "shelterbelt_gap": "BLOCKS"}
    assert all(row[3:] == (None,) * 5 for row in rows if row[1] == "silent"), "not known is not zero"
    assert ran.results["SILENT_COUNT"] == 3
    assert "QUOTA_MU" not in ran.results
    assert "BELT_M" not in ran.results
    assert "of quota" not in ran.log.all
    assert "Shelterbelts to plant" not in ran.log.all
    for name in silent:
        assert any(name in warning and "does not mean that there is none" in warning for warning in ran.log.warnings)
    html = report.read_text(encoding="utf-8")
    assert "Not looked for" in html
    assert html.count("not known") >= 3 * 7
    assert set(ran.rows("PARCELS", "redline_m2", "quota_mu")) == {(None, None)}


def test_a_field_that_was_dropped_makes_its_rules_silent(tmp_path):
    path = str(tmp_path / "short.gpkg")
    native("native:retainfields", INPUT=f"{SOURCE}DLTB", FIELDS=["DLBM"], OUTPUT=path)
    ran = run(path, ECOLOGY)
    missing = dict(ran.rows("SUMMARY", "rule_id", "missing"))
    assert missing["abandoned_mine"] == missing["cropland_in_channel"] == "the parcels have no field TBXHDM"


def test_mines_at_work_tell_the_quarries_that_are_not(blocks):
    decoy = next(case for case in planted() if case["expected"] == "leave")
    here, elsewhere = (f"POINT({float(decoy['x']) + shift} {decoy['y']})" for shift in (0, 2_000))
    for at, found in ((here, False), (elsewhere, True)):
        mines = layer_of([(at,)], (), kind="Point", name="mines")
        parcels = by_parcel(restore(blocks, MINES=mines))
        assert (decoy["key"] in parcels) == found
        if found:
            assert (parcels[decoy["key"]]["rule_id"], parcels[decoy["key"]]["subtype"]) == ("quarry_not_in_use", "E4")


# --- rules of one's own -------------------------------------------------------------------------


def table(tmp_path, **content):
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def own_rule(**changed):
    texts = {"zh": "自定", "en": "Mine own"}
    return {"id": "own", "kind": "parcels", "subtype": "E3", "title": texts, "reason": texts,
            "land": {"where": "\"DLBM\" = '1206'"}, **changed}  # fmt: skip


def test_a_rule_of_ones_own_by_expression_finds_its_parcels(tmp_path):
    ran = run(f"{SOURCE}DLTB", ECOLOGY, RULES_FILE=table(tmp_path, rules=[own_rule()]))
    found = {key for key, row in by_parcel(ran).items() if row["rule_id"] == "own"}
    assert found == {key for key, code in rows_of(f"{SOURCE}DLTB", "BSM", "DLBM") if code == "1206"} != set()
    assert {row["subtype"] for row in by_parcel(ran).values() if row["rule_id"] == "own"} == {"E3"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"land": {"where": "\"DLBM\" = "}}, "RULES_FILE: rule “own”.*cannot be read"),
     ({"subtype": "E99"}, "RULES_FILE: line 1 .*sub-type")],
)  # fmt: skip
def test_a_wrong_table_is_refused_before_any_work(changed, words, tmp_path):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match=words):
        run(f"{SOURCE}DLTB", ECOLOGY, RULES_FILE=table(tmp_path, rules=[own_rule(**changed)]))


# --- measures -----------------------------------------------------------------------------------


def official(layer):
    from land_consolidation.algorithms.official_area import official_area
    from land_consolidation.processing.crs import to_geographic

    return official_area(shapes_of(layer), to_geographic(layer.crs())).tolist()


def summed(keys, areas):
    total = {}
    for key, area in zip(keys, areas):
        total[key] = total.get(key, 0.0) + area
    return total


def test_areas_inside_the_redline_are_those_of_qgis_intersection(judged):
    whole = native("native:dissolve", INPUT=f"{SOURCE}STBHHX")
    cut = native("native:intersection", INPUT=f"{SOURCE}DLTB", OVERLAY=whole, INPUT_FIELDS=["BSM", "DLBM", "TBMJ"],
                 OVERLAY_FIELDS=[])  # fmt: skip
    expected = summed(rows_of(cut, "BSM"), official(cut))
    for key, row in judged[0].items():
        assert row["redline_m2"] == pytest.approx(expected.get(key, 0.0), abs=0.02), key
    built = {key for key, code, area in rows_of(cut, "BSM", "DLBM", "TBMJ")
             if (code[:2] in ("05", "06", "07", "08", "09") or code in ("1005", "1201")) and expected[key] >= area / 2}
    assert {key for key, row in judged[0].items() if "construction_in_redline" in row["rules"]} == built
    assert judged[4]["QUOTA_MU"] == pytest.approx(sum(expected[key] for key in built) / MU, abs=0.01)


def test_margins_are_those_of_qgis_buffer_and_intersection(tmp_path):
    rule = own_rule(kind="margin", land={"survey": "0404"}, water={"survey": "1101, 1104"}, distance=12, min_m2=50)
    ran = run(f"{SOURCE}DLTB", ECOLOGY, RULES_FILE=table(tmp_path, rules=[rule]), AREA_METHOD=2)
    found = {key: row["found_m2"] for key, row in by_parcel(ran).items() if row["rule_id"] == "own"}
    water = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB",
                   EXPRESSION="\"DLBM\" LIKE '1101%' OR \"DLBM\" LIKE '1104%'")  # fmt: skip
    near = native("native:buffer", INPUT=water, DISTANCE=12, SEGMENTS=32, DISSOLVE=True)
    grass = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB", EXPRESSION="\"DLBM\" = '0404'")
    cut = native("native:intersection", INPUT=grass, OVERLAY=near, INPUT_FIELDS=["BSM"], OVERLAY_FIELDS=[])
    expected = summed(rows_of(cut, "BSM"), shapely.area(shapes_of(cut)).tolist())
    expected = {key: area for key, area in expected.items() if area >= 50}
    assert len(expected) > 20
    assert set(found) == set(expected)
    for key, area in expected.items():
        assert found[key] == pytest.approx(area, abs=0.02)


def test_lines_and_strips_have_the_measures_they_say(judged):
    _, links, strips, summary, numbers = judged
    assert len(links) == len(strips) > 100
    for (line, (number, _, length, width, strip_mu, *_)), (strip, (same, area, mu, category)) in zip(links, strips):
        assert number == same
        assert category == "E"
        assert length == pytest.approx(line.length, abs=0.01)
        assert mu == pytest.approx(strip_mu) == pytest.approx(area / MU, abs=1e-4)
        assert area == pytest.approx(strip.area, rel=1e-3)
        assert area <= length * width * 1.25
    for rule, name in (("shelterbelt_gap", "BELT_M"), ("corridor_gap", "CORRIDOR_M")):
        total = sum(fields[2] for _, fields in links if fields[1] == rule)
        assert summary[rule]["length_m"] == pytest.approx(total, abs=0.01) == pytest.approx(numbers[name], abs=0.01)


def test_shelterbelts_lie_between_large_blocks_and_away_from_trees(judged, blocks):
    large = shapely.union_all([
        shape for shape, mu in zip(shapes_of(QgsVectorLayer(blocks, "b", "ogr")), rows_of(blocks, "net_mu"))
        if mu >= 100])
    forest = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB", EXPRESSION="\"DLBM\" LIKE '03%'")
    forest = shapely.union_all(shapes_of(forest))
    shapely.prepare([large, forest])
    belts = [line for line, fields in judged[1] if fields[1] == "shelterbelt_gap"]
    assert len(belts) > 100
    for belt in belts:
        for part in shapely.get_parts(belt):
            middle = shapely.points(shapely.get_coordinates(part)[1:-1])
            assert shapely.distance(middle, large).max() <= 15 + 20
            assert shapely.distance(middle, forest).min() >= 9.9


def test_the_link_joins_two_forests_and_lies_outside_them(judged):
    links = [(line, fields) for line, fields in judged[1] if fields[1] == "corridor_gap"]
    assert links
    forest = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB", EXPRESSION="\"DLBM\" LIKE '03%'")
    forest = shapes_of(forest)
    for line, (_, _, length, _, _, cost, subtype) in links:
        assert subtype == "E6"
        assert 0 < length <= 500
        assert cost >= length
        for end in (line.geoms[0].coords[0], line.geoms[-1].coords[-1]):
            assert shapely.distance(forest, shapely.Point(end)).min() < 0.01


def test_the_summary_adds_up(judged):
    parcels, _, _, summary, numbers = judged
    checked = [row for row in summary.values() if row["state"] == "checked"]
    assert sum(row["first"] for row in checked) == len(parcels) == numbers["PARCEL_COUNT"]
    assert sum(row["area_mu"] for row in checked) == pytest.approx(numbers["AREA_MU"], abs=1e-3)
    for name, row in summary.items():
        if row["state"] == "checked":
            assert row["parcels"] == sum(name in each["rules"].split(";") for each in parcels.values())


def test_results_are_the_same_every_time(blocks, judged):
    ran = restore(blocks)
    assert by_parcel(ran) == judged[0]
    assert [shape.wkb for shape in shapes_of(ran["LINKS"])] == [shape.wkb for shape, _ in judged[1]]


def test_legends_show_what_their_layer_can_hold(blocks):
    ran = restore(blocks)
    from land_consolidation.processing.ecology_outputs import _style

    layer = ran["LINKS"]
    _style(["E6", "E1"])(layer)
    assert [item.label() for item in layer.renderer().legendSymbolItems()] == [
        "E1 Farmland shelterbelts", "E6 Ecological corridor"]


def test_sentences_come_in_chinese(monkeypatch):
    from land_consolidation.processing import ecology_outputs, ecology_words, i18n

    for module in (i18n, ecology_words, ecology_outputs):
        monkeypatch.setattr(module, "is_chinese", lambda: True)
    reasons = {row["rules"]: row["reasons"] for row in by_parcel(restore()).values()}
    assert reasons["cropland_in_channel"] == "耕地，标注为河道耕地（HDGD），影响行洪和水质。"
    both = reasons["abandoned_mine;construction_in_redline"]
    assert both.startswith("采矿用地，标注为废弃（FQ）。建设用地，")
    assert "（100.0%）位于生态保护红线内：复垦还林，可腾出等量指标" in both
