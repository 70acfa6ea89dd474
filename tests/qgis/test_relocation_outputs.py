"""What village relocation writes: fields, summary, numbers, rule and report."""

import json

import pytest
from scenes import box, layer_of, line
from villages import EAST_OF_SCALE, MU, alive, areas, flat, judged, place, places, points, relocate, roads


def township(**parameters):
    rows = [
        place(0, village="West", **alive(vacant=60)), place(1000, village="West", **alive(households=30)),
        place(2000, village="East"), place(3000, village="East", **alive()), place(4000, village=None, **alive()),
        place(5000, village="East", **alive(households=41)),
    ]  # fmt: skip
    hazard = areas((1000, 0, 1010, 10), (2000, 0, 2010, 10), (5000, 0, 5010, 10))
    return relocate(places(*rows), HAZARD_AREAS=hazard, SERVICES=points((-3000, 0)), **parameters)


def test_the_summary_adds_up():
    ran = township()
    rows = ran.rows("CANDIDATES", "village", "disposition", "households", "area_mu")
    summary = ran.rows(
        "SUMMARY", "village", "disposition", "settlements", "households", "households_unknown", "area_mu",
        "reclaimable_mu",
    )  # fmt: skip
    assert sum(row[2] for row in summary) == len(rows) == 6
    assert {row[:2] for row in summary} == {row[:2] for row in rows}
    assert len(summary) == len({row[:2] for row in rows}) == 5
    for village, disposition, count, households, unknown, mu, reclaimable in summary:
        own = [row for row in rows if row[:2] == (village, disposition)]
        known = [row[2] for row in own if row[2] is not None]
        assert count == len(own)
        assert households == (sum(known) if known else None)
        assert unknown == len(own) - len(known)
        assert mu == pytest.approx(sum(row[3] for row in own), abs=1e-3)
        assert reclaimable == (mu if disposition == "merge" else 0.0)


def test_a_village_of_unknown_households_only_has_none_in_the_summary():
    ran = relocate(places(place()))
    assert ran.rows("SUMMARY", "households", "households_unknown") == [(None, 1)]


def test_numbers_are_those_of_the_candidates():
    ran = township()
    rows = ran.rows("CANDIDATES", "disposition", "area_mu", "households")
    merge = [row for row in rows if row[0] == "merge"]
    numbers = ran.results
    assert numbers["MERGE_COUNT"] == len(merge) == 3
    assert numbers["MERGE_MU"] == pytest.approx(sum(row[1] for row in merge), abs=1e-3)
    assert numbers["MERGE_HOUSEHOLDS"] == 71
    assert numbers["UNDECIDED_COUNT"] == sum(row[0] is None for row in rows) == 2


def test_areas_follow_the_method():
    x = EAST_OF_SCALE
    layer = layer_of([(box(x, 0, x + 100, 100), 70.5, 90.0)], (("area_m2", float), ("MJ", float)))
    fields = ("area_m2", "area_mu")
    assert judged(layer, *fields, AREA_METHOD=2) == [(10_000.0, 15.0)]
    assert judged(layer, *fields, AREA_METHOD=1) == [(70.5, round(70.5 / MU, 4))]
    assert judged(layer, *fields, AREA_METHOD=1, AREA_FIELD="MJ") == [(90.0, 0.135)]
    ((official, _),) = judged(layer, *fields)
    assert 1e-4 < 1 - official / 10_000 < 1e-3


def test_a_settlement_keeps_its_fields_but_those_written_anew():
    fields = (("village", str), ("note", str), ("score", float), ("households", int))
    layer = layer_of([(box(0, 0, 100, 100), "A", "old mill", -1.0, 12)], fields)
    ran = relocate(layer)
    names = ran["CANDIDATES"].fields().names()
    assert names[:2] == ["village", "note"]
    assert len(names) == len(set(names))
    assert ran.rows("CANDIDATES", "note", "score", "households") == [("old mill", 100 * 0.8, 12)]


def test_the_rule_says_by_what_it_was_judged():
    (text, *rest) = township(MERGE_SCORE=55.5, HAZARD_DISTANCE=80, WEIGHTS="hazard=1;access=3").rows(
        "CANDIDATES", "rule"
    )
    rule = json.loads(text)
    assert set(rest) == {text}
    assert text == json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
    assert (rule["tool"], rule["merge_score"], rule["hazard_distance"]) == ("villagerelocation", 55.5, 80.0)
    assert rule["weights"] == dict(hazard=0.25, access=0.75, vacancy=0, scatter=0, terrain=0)
    assert (rule["weighting"], rule["area"], rule["dem"]) == ("given", "official", "")
    assert rule["layers"] == {"HAZARD_AREAS": "areas", "SERVICES": "points"}


@pytest.mark.parametrize(
    ("weighting", "words"),
    [(0, "Weights as given."), (1, "Weights from the AHP matrix, consistency ratio 0.000"), (2, "Weights by entropy")],
)
def test_the_report_is_whole_escaped_and_names_the_weights(weighting, words, tmp_path):
    from qgis.PyQt.QtWidgets import QTextBrowser

    page = tmp_path / "报告.html"
    layer = places(place(0, village="<i>West & Co", **alive(vacant=60)), place(1000, **alive()),
                   name="<b>& layer")  # fmt: skip
    ran = relocate(layer, REPORT=str(page), WEIGHTING=weighting, MERGE_SCORE=50)
    assert ran.results["REPORT"] == str(page)
    html = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;&amp; layer" in html
    assert "&lt;i&gt;West &amp; Co" in html
    assert "<b>& layer" not in html
    assert "<i>" not in html
    assert "http" not in html.replace("http-equiv", ""), "no network"
    assert "<script" not in html
    browser = QTextBrowser()
    browser.setHtml(html)
    text = browser.toPlainText()
    assert words in text
    for name, weight in json.loads(ran.rows("CANDIDATES", "rule")[0])["weights"].items():
        assert f"{name.capitalize()}\n{100 * weight:.1f} %" in text
    assert ran.rows("CANDIDATES", "reasons")[0] in text
    assert f"Settlements suggested for relocation: {ran.results['MERGE_COUNT']}, with" in text


def test_outputs_nobody_wants_are_not_made():
    ran = relocate(places(place(), place(1000)), SUMMARY=None)
    assert "SUMMARY" not in ran.results
    assert "REPORT" not in ran.results
    assert len(ran.rows("CANDIDATES", "rank")) == 2


def test_a_layer_without_settlements_gives_empty_results(tmp_path):
    page = tmp_path / "report.html"
    ran = relocate(places(), REPORT=str(page), SERVICES=points((0, 0)), ROADS=roads(line((0, 0), (9, 9))),
                   DEM=flat(tmp_path / "dem.tif"), REDLINE=areas((0, 0, 9, 9)), HAZARD_AREAS=areas((0, 0, 9, 9)),
                   WEIGHTING=2)  # fmt: skip
    assert ran.rows("CANDIDATES", "rank") == []
    assert ran.rows("SUMMARY", "village") == []
    assert "INPUT: the layer has no settlements" in ran.log.all
    assert page.stat().st_size > 1000
