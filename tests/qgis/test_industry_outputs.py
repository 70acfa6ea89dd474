"""What inefficient industry writes: fields, summary, numbers, rule and report."""

import json

import pytest
from factories import FIRMS, YARD, firm, firms, industry, plants, town
from scenes import layer_of
from villages import MU, areas, points

TARGET = 3_000
"""The city's target to 2026: 0.3 万亩."""
VILLAGE = (("CUN", str),)
WITH_PEOPLE = (*FIRMS, ("LXDH", str), ("ZRR", str))


def township(**parameters):
    """Nine factories of two villages and none, of every disposal; one lies inside."""
    layer = plants(
        (100, 0, 200, 100, "West"), (300, 0, 400, 100, "West"), (500, 0, 600, 90, "West"), (700, 0, 800, 80, "East"),
        (900, 0, 1_000, 70, "East"), (1_100, 0, 1_210, 100, None), (1_300, 0, 1_320, 20, None),
        (-60, 0, 90, 45, "East"), (-200, 0, -100, 100, "East"), fields=VILLAGE,
    )  # fmt: skip
    table = firms(*(firm(rating, 5.0, parcel=f"P{number}") for number, rating in enumerate("DDCBA", 1)),
                  firm("D", 1.0, parcel="P9"))  # fmt: skip
    every = dict(ENTERPRISES=table, HERITAGE=points((1_150, 50)), GROUP_FIELD="CUN", AREA_METHOD=2)
    return industry(layer, **{**every, **parameters})


def test_every_disposal_has_its_category_and_what_it_gives_back():
    fields = "BSM", "candidate", "disposal", "category", "subtype", "outside_m2", "reclaim_mu"
    assert township().rows("PARCELS", *fields) == [
        ("P1", True, "clear", "C", "C1", 10_000, 15), ("P2", True, "clear", "C", "C1", 10_000, 15),
        ("P3", True, "move", "C", "C2", 9_000, 13.5), ("P4", True, "upgrade", "C", "C3", 8_000, 0),
        ("P5", True, "keep", "C", None, 7_000, 0), ("P6", True, "convert", "X", "X4", 11_000, 0),
        ("P7", True, "move", "C", "C2", 400, 0.6), ("P8", True, None, "C", None, 4_050, 0),
        ("P9", False, None, None, None, 0, 0),
    ]  # fmt: skip


def test_only_what_lies_outside_is_given_back():
    ran = industry(plants((-40, 0, 60, 100)), ENTERPRISES=firms(firm("D")), AREA_METHOD=2)
    assert ran.rows("PARCELS", "outside_mu", "reclaim_mu", "area_mu") == [(9, 9, 15)]
    assert ran.results["RECLAIM_MU"] == 9


@pytest.mark.parametrize("group", ["CUN", None])
def test_the_summary_adds_up_to_the_candidates(group):
    ran = township(GROUP_FIELD=group)
    rows = [row for row in ran.rows("PARCELS", "CUN", "disposal", "outside_mu", "reclaim_mu", "candidate") if row[4]]
    rows = [(row[0] if group else None, *row[1:4]) for row in rows]
    fields = "group", "disposal", "parcels", "outside_mu", "reclaim_mu", "target_share"
    summary = ran.rows("SUMMARY", *fields)
    assert sorted(map(str, (row[:2] for row in summary))) == sorted({str(row[:2]) for row in rows})
    assert len(summary) == (7 if group else 6)
    for group_, disposal, parcels, outside, reclaim, share in summary:
        own = [row for row in rows if row[:2] == (group_, disposal)]
        assert parcels == len(own)
        assert outside == pytest.approx(sum(row[2] for row in own), abs=1e-4)
        assert reclaim == pytest.approx(sum(row[3] for row in own), abs=1e-4)
        assert share == pytest.approx(reclaim / TARGET, abs=1e-6)
    numbers = ran.results
    assert numbers["CANDIDATE_COUNT"] == sum(row[2] for row in summary) == 8
    assert numbers["OUTSIDE_MU"] == pytest.approx(sum(row[3] for row in summary), abs=1e-3)
    assert numbers["RECLAIM_MU"] == pytest.approx(sum(row[4] for row in summary), abs=1e-3)
    assert (numbers["OUTSIDE_MU"], numbers["RECLAIM_MU"]) == (pytest.approx(59_450 / MU), pytest.approx(29_400 / MU))
    words = "Industrial parcels outside the boundary: 8, with 89.2 mu outside. Clearing and moving what is suggested"
    assert any(text.startswith(words) and "gives back 44.1 mu, 1.5 % of the city's target of 3,000 mu." in text
               for text in ran.log.infos)  # fmt: skip


def test_groups_of_any_kind_are_written_as_texts():
    layer = plants((*YARD, 7), (300, 0, 400, 100, None), fields=(("number", int),))
    assert industry(layer, GROUP_FIELD="number").rows("SUMMARY", "group") == [None, "7"]


def test_a_parcel_keeps_its_fields_but_those_written_anew_and_never_personal_ones():
    own = (("note", str), ("score", float), ("ZRRMC", str), ("zrrzjhm", str), ("LXDH", str))
    layer = plants((*YARD, "old mill", -1.0, "Zhang", "330702199001011234", "130"), fields=own)
    table = firms((*firm("B"), "139", "Li"), fields=WITH_PEOPLE)
    ran = industry(layer, ENTERPRISES=table)
    names = ran["PARCELS"].fields().names()
    assert names[:3] == ["DLBM", "BSM", "note"]
    assert len(names) == len(set(names))
    assert not {"ZRRMC", "ZRRZJHM", "LXDH"} & {name.upper() for name in names}
    written = json.dumps([*ran.rows("PARCELS", *names), *ran.log.infos, *ran.log.warnings], ensure_ascii=False)
    assert "old mill" in written
    for secret in ("Zhang", "330702199001011234", "130", "139", "Li"):
        assert f'"{secret}"' not in written
    assert "Fields with personal data are left out of the result: ZRRMC, zrrzjhm, LXDH." in ran.log.infos


def test_the_rule_says_by_what_it_was_judged():
    thresholds = dict(OUTSIDE_SHARE=0.4, STRAY_MU=6, LOW_TAX_RATIO=0.45, LOW_FAR=0.7, LOW_COVERAGE=0.25, BLOCK_GAP=15)
    boundary = town((-900, -900, 0, 900, "410"), fields=(("GHFQDM", str),))
    ran = township(REDLINE=areas((0, 0, 9, 9), name="STBHHX"), TAX_MEAN=12.5, INCLUDE_LOGISTICS=True,
                   BOUNDARY=boundary, BOUNDARY_FILTER="\"GHFQDM\" = '410'", **thresholds)  # fmt: skip
    text, *rest = ran.rows("PARCELS", "rule")
    rule = json.loads(text)
    assert set(rest) == {text}
    assert text == json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
    assert {name: rule[name.lower()] for name in thresholds} == thresholds
    assert rule == {
        **{name.lower(): value for name, value in thresholds.items()}, "tool": "inefficientindustry", "industry": "",
        "logistics": True, "code_system": "survey", "tax_mean": 12.5, "tax_mean_from": "given", "boundary": "CZKFBJ",
        "boundary_filter": "\"GHFQDM\" = '410'", "enterprises": "enterprises",
        "layers": {"REDLINE": "STBHHX", "HERITAGE": "points"}, "area": "planar", "area_field": "",
    }  # fmt: skip


def test_the_rule_says_what_came_from_the_data():
    own = (("TBDLMJ", float),)
    layer = plants((*YARD, 9_999.0), fields=own)
    parameters = dict(CODE_FIELD=..., CODE_SYSTEM=..., INDUSTRY="true", AREA_METHOD=1)
    (rule,) = (json.loads(text) for text in industry(layer, **parameters).rows("PARCELS", "rule"))
    assert (rule["industry"], rule["code_system"], rule["tax_mean"]) == ("true", "", None)
    assert (rule["area"], rule["area_field"], rule["layers"]) == ("attribute", "TBDLMJ", {})
    taxed = industry(layer, **parameters, ENTERPRISES=firms(firm(tax=1.0), firm(tax=2.0), firm(tax=2.0)))
    (rule,) = (json.loads(text) for text in taxed.rows("PARCELS", "rule"))
    assert (rule["tax_mean"], rule["tax_mean_from"]) == (1.666667, "data")


def test_the_report_is_whole_and_escaped(tmp_path):
    from qgis.PyQt.QtWidgets import QTextBrowser

    page = tmp_path / "报告.html"
    layer = plants((*YARD, "<i>West & Co"), (300, 0, 400, 100, "East"), fields=VILLAGE, name="<b>& layer")
    table = firms(firm("D", 1.0, name="<u>Smith & Sons"), firm("A", 9.0, parcel="P2"), name="<s>table")
    ran = industry(
        layer, REPORT=str(page), ENTERPRISES=table, GROUP_FIELD="CUN", STRAY_MU=4.5, AREA_METHOD=2,
        INDUSTRY="\"DLBM\" < '<em>'",
    )  # fmt: skip
    assert ran.results["REPORT"] == str(page)
    html = page.read_text(encoding="utf-8")
    for name in ("<b>& layer", "<i>West & Co", "<u>Smith & Sons", "<s>table", "<em>"):
        assert name not in html
        assert name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html
    assert "http" not in html, "no network"
    assert "<script" not in html
    browser = QTextBrowser()
    browser.setHtml(html)
    text = browser.toPlainText()
    assert "Industrial parcels outside the boundary: 2, with 30.0 mu outside." in text
    assert "Rated C, or a cluster below 4.5 mu" in text
    assert ran.rows("PARCELS", "reasons")[0] in text
    assert text.index(ran.rows("PARCELS", "reasons")[0]) < text.index(ran.rows("PARCELS", "reasons")[1]), "by score"
    assert "Clear and reclaim\n1\n15.00\n15.00\n0.50 %" in text
    assert "Total\n2\n30.00\n15.00\n0.50 %" in text
    assert "rating\n2\n1\n" in text, "known for two, against one"
    assert "5 (from the data)" in text, "the mean tax"


def test_a_report_without_candidates_says_so(tmp_path):
    page = tmp_path / "report.html"
    for number, layer in enumerate((plants((-200, 0, -100, 100)), plants(YARD, code="0101"), plants())):
        ran = industry(layer, REPORT=str(page), GROUP_FIELD="BSM")
        assert len(ran.rows("PARCELS", "rule")) == (number == 0)
        assert ran.rows("SUMMARY", "parcels") == []
        assert "There are no candidates." in page.read_text(encoding="utf-8")


def test_the_report_lists_the_first_twenty_by_score(tmp_path):
    page = tmp_path / "report.html"
    layer = plants(*((200 * k, 0, 200 * k + 100, 100) for k in range(1, 26)))
    table = firms(*(firm("D" if k % 5 == 0 else "A", parcel=f"P{k}", name=f"F{k:02}") for k in range(1, 26)))
    industry(layer, REPORT=str(page), ENTERPRISES=table)
    html = page.read_text(encoding="utf-8")
    listed = [name for name in (f"F{k:02}" for k in range(1, 26)) if f">{name}<" in html]
    assert len(listed) == 20
    assert {"F05", "F10", "F15", "F20", "F25"} <= set(listed)
    assert html.index(">F25<") < html.index(">F01<")


def test_outputs_nobody_wants_are_not_made():
    ran = industry(plants(YARD), SUMMARY=None)
    assert "SUMMARY" not in ran.results
    assert "REPORT" not in ran.results
    assert ran.rows("PARCELS", "BSM") == ["P1"]


def test_results_are_the_same_whatever_the_order_of_the_enterprises():
    """But for the order in which the reasons name them."""
    rows = [firm(rating, tax, polluting, "P1", name) for rating, tax, polluting, name in
            (("B", 0.1, "否", "a"), ("C", 0.7, "是", "b"), ("d", 0.2, None, "c"))]  # fmt: skip
    fields = "grade", "tax_ratio", "score", "disposal", "indicators"
    once, again = (
        industry(plants(YARD), ENTERPRISES=firms(*table), TAX_MEAN=3).rows("PARCELS", *fields)
        for table in (rows, rows[::-1])
    )
    assert once == again
    assert once[0][:2] == ("D", pytest.approx(1 / 3, abs=1e-4))


def test_two_runs_give_the_same():
    first, second = township(), township()
    for name in ("PARCELS", "SUMMARY"):
        fields = first[name].fields().names()
        assert first.rows(name, *fields) == second.rows(name, *fields)


def test_parcels_without_area_are_left_out_and_counted():
    layer = layer_of([("POLYGON((500000 3220000, 500000 3220000, 500000 3220000, 500000 3220000))", "0601")])
    ran = industry(layer)
    assert ran.rows("PARCELS", "outside_m2") == []
    assert "INPUT: features without geometry, left out: 1." in ran.log.warnings
