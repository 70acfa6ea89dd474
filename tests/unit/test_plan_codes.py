"""Plan codes without QGIS: the crosswalk's truth is the tables, the rules' a second reading of the file."""

import csv
import json
import re
from dataclasses import replace

import numpy as np
import plugin_package
import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from land_consolidation.algorithms import plan_codes
from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.crosswalk import crosswalk, similar_codes, to_use2023
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.plan_codes import (
    MOSTLY,
    OUT,
    TOUCHED,
    WHOLLY,
    Case,
    decide,
    is_construction,
    plan_parcels,
    redline_class,
    slope_grade,
)
from land_consolidation.algorithms.plan_lines import area_in_zones
from land_consolidation.algorithms.plan_rules import SHIPPED, read_rules
from land_consolidation.algorithms.systems import SURVEY, USE2020, USE2023
from land_consolidation.algorithms.tag_scheme import read_scheme

DOMAIN = plugin_package.ROOT / "resources" / "domain"
SCHEME, RULES = read_scheme(), read_rules()
FILE = json.loads(SHIPPED.read_text(encoding="utf-8"))
SUBTYPES = [term.code for term in SCHEME.subtypes()]
DISPOSITIONS = [term.code for term in SCHEME.dispositions]
USE = {}


def rows(name):
    with open(DOMAIN / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


USE = {row["code"]: row for row in rows("land_use_codes_2023")}
SURVEY_CLASSES = [row["code"] for row in rows("land_classes_survey") if row["level"] != "9"]
MAPPED = {row["sandiao_code"]: row for row in rows("crosswalk_survey_to_use")}


# --- the crosswalk ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", SURVEY_CLASSES)
def test_every_survey_class_becomes_a_code_that_exists(code):
    mapped = to_use2023(code, SURVEY)
    assert mapped.code in USE
    assert set(mapped.allowed) <= set(USE)
    assert len("|".join(mapped.allowed)) <= 254, "the field review holds 254"
    if code in MAPPED:
        assert mapped.code == MAPPED[code]["default_use_code_2023"]
        listed = re.findall(r"\d{4,6}", MAPPED[code]["note"].split(";")[0])
        assert list(mapped.allowed) == (listed if MAPPED[code]["cardinality"] == "1:n" else [])
        assert bool(mapped.allowed) == (MAPPED[code]["cardinality"] == "1:n")


def test_a_group_allows_what_its_classes_become():
    assert to_use2023("01", SURVEY).allowed == ("0101", "0102", "0103")
    assert to_use2023("06", SURVEY) == crosswalk(SURVEY)["06"]
    assert {"0901", "1101", "0702"} < set(to_use2023("05", SURVEY).allowed)
    parents = {row["code"]: row["parent"] for row in rows("land_classes_survey")}
    for group in ("00", "01", "02", "03", "04", "05", "06", "07", "08", "10", "11", "12"):
        codes = [to_use2023(code, SURVEY) for code, parent in parents.items() if parent == group]
        assert set(to_use2023(group, SURVEY).allowed) == {
            each for mapped in codes for each in (mapped.allowed or (mapped.code,))
        }


@pytest.mark.parametrize(
    ("code", "system", "expected"),
    [
        ("0702", SURVEY, "0703"), ("0702", USE2023, "0702"), ("0702", USE2020, "0702"), ("0601", SURVEY, "1001"),
        ("0601", USE2023, "0601"), ("1104A", SURVEY, "1704"), ("1107", SURVEY, "1705"), ("1107A", SURVEY, "1311"),
        ("0201K", SURVEY, "0201"), ("08H2A", SURVEY, "080401"), ("0810A", SURVEY, "1403"), ("0601Z", SURVEY, "1001"),
        ("0809", SURVEY, "13"), ("09", SURVEY, "15"), ("09", USE2023, "09"), ("060102", USE2020, "1207"),
        ("2303", USE2020, "060102"), ("1312", USE2020, "1311"), ("1313", USE2020, "1312"), ("090301", USE2020, "0903"),
        ("0204", USE2020, "0205"), ("0204", USE2023, "0204"),
    ],
)
def test_codes_that_are_easily_taken_for_others(code, system, expected):
    assert to_use2023(code, system).code == expected


@pytest.mark.parametrize("system", [SURVEY, USE2020, USE2023])
def test_what_a_system_lacks_becomes_nothing(system):
    for code in ("7777", "0199", "9", "村", "201A"):
        assert to_use2023(code, system) is None


def test_every_code_of_2020_becomes_one_of_2023():
    for row in rows("land_use_codes_2020_to_2023"):
        mapped = to_use2023(row["code_2020_trial"], USE2020)
        assert mapped.code == row["code_2023"] in USE
        assert set(mapped.allowed) <= set(USE)


def test_a_2020_code_whose_parts_went_elsewhere_is_left_to_a_person():
    now = {row["code_2020_trial"]: row["code_2023"] for row in rows("land_use_codes_2020_to_2023")}
    scattered = {
        code for code in now for part in now
        if part != code and part.startswith(code) and not now[part].startswith(now[code])
    }
    assert scattered == {"06", "0601", "23"}
    assert scattered <= {code for code in now if to_use2023(code, USE2020).allowed}
    assert to_use2023("0204", USE2020).allowed == ("0204", "0205")


def test_codes_of_2023_stay():
    for code in USE:
        assert to_use2023(code, USE2023).code == code
        assert to_use2023(code, USE2023).allowed == ()


def test_similar_codes_share_the_longest_beginning():
    assert similar_codes("0799") == ("0701", "0702", "0703", "0704")
    assert similar_codes("070399") == ("0703", "070301", "070302")
    assert similar_codes("99") == similar_codes("x") == ()
    assert similar_codes("16zz") == ("16",)


# --- the rule table -----------------------------------------------------------------------------

bases = st.sampled_from(sorted(USE))
cases = st.builds(
    Case, source=bases, category=st.just(""), subtype=st.sampled_from(["", *SUBTYPES]),
    disposition=st.sampled_from(["", *DISPOSITIONS]), plan=st.sampled_from(["", "", "", "0101", "0904", "9999"]),
    by_person=st.booleans(), slope=st.integers(0, 5), redline=st.integers(OUT, WHOLLY), farmland=st.booleans(),
).flatmap(lambda case: st.sampled_from(["", SCHEME.category_of(case.subtype) or "D"]).map(
    lambda category: replace(case, category=category)))  # fmt: skip


def fits(case, entry, inside):
    """Whether a rule fits, read straight from the file."""
    for key, said in (("categories", case.category), ("subtypes", case.subtype), ("dispositions", case.disposition)):
        if entry.get(key) and said not in entry[key]:
            return False
    if "base" in entry:
        taken = [part for part in re.split("[, ]+", entry["base"]) if part[0] != "-"]
        out = [part[1:] for part in re.split("[, ]+", entry["base"]) if part[0] == "-"]
        longest = max((len(part) for part in taken if case.source.startswith(part)), default=0)
        if longest <= max((len(part) for part in out if case.source.startswith(part)), default=0):
            return False
    if "redline" in entry and entry["redline"] != inside:
        return False
    return {"": True, "steep": case.slope == 5, "gentle": case.slope in (1, 2, 3)}[entry.get("slope", "")]


def expected_plan(case):
    """The planned code by the contract: a person's, another rule's, the first that fits; lines bind rules only."""
    if case.plan and case.plan in USE:
        plan, person = case.plan, case.by_person
    elif case.plan:
        return case.source
    else:
        person, plan = False, case.source
        if case.category or case.subtype or case.disposition:
            for entry in FILE["rules"]:
                if fits(case, entry, case.redline in (MOSTLY, WHOLLY)):
                    becomes = FILE["uses"].get(entry["becomes"], entry["becomes"])
                    plan = case.source if becomes == "same" else becomes
                    break
    if person or plan == case.source:
        return plan
    built = USE[plan]["group_hint"] == "建设用地"
    return case.source if case.farmland or (built and case.redline != OUT) else plan


@given(cases)
@example(Case("1001", category="C", subtype="C1", redline=TOUCHED))
@example(Case("0703", category="B", subtype="B2", disposition="merge", farmland=True))
def test_decisions_are_those_of_the_file_read_by_hand(case):
    decision = decide(case, USE2023, RULES, SCHEME)
    assert decision.base == case.source
    assert decision.plan == expected_plan(case)
    assert decision.changed == (decision.base != decision.plan)


@given(cases)
def test_no_rule_touches_a_binding_line(case):
    decision = decide(case, USE2023, RULES, SCHEME)
    if decision.by == plan_codes.PERSON or not decision.changed:
        return
    assert not case.farmland
    assert not (is_construction(decision.plan) and case.redline != OUT)
    assert not decision.withheld


@given(cases)
def test_what_is_withheld_or_kept_against_a_line_is_listed(case):
    free = decide(replace(case, farmland=False, redline=OUT if case.plan else case.redline), USE2023, RULES, SCHEME)
    decision = decide(case, USE2023, RULES, SCHEME)
    kinds = [issue.kind for issue in decision.issues]
    if decision.plan != free.plan:
        assert decision.withheld
        assert decision.plan == decision.base
        assert kinds[-1] in ("basic_farmland", "redline")
        assert decision.issues[-1].wanted == free.plan
        assert decision.review
    if decision.by == plan_codes.PERSON and decision.changed and case.farmland and not decision.plan.startswith("01"):
        assert kinds == ["basic_farmland"]


@given(cases)
def test_rules_of_the_table_never_build_nor_make_cropland_where_the_law_forbids(case):
    if case.plan:
        return
    decision = decide(case, USE2023, RULES, SCHEME)
    if decision.changed:
        assert not is_construction(decision.plan)
        if decision.plan.startswith("01"):
            assert case.slope != 5
            assert case.redline not in (MOSTLY, WHOLLY)


@given(cases)
def test_all_codes_given_and_offered_exist(case):
    for system in (SURVEY, USE2020, USE2023):
        decision = decide(case, system, RULES, SCHEME)
        assert {decision.base, decision.plan} <= {"", *USE}
        for issue in decision.issues:
            assert set(issue.allowed) <= set(USE)
            assert issue.kind in plan_codes.KINDS
        assert bool(decision.review) == bool(decision.issues)
        assert len(decision.review) <= 254


def plan(source, system=SURVEY, **tag):
    decision = decide(Case(source, **tag), system, RULES, SCHEME)
    return decision.plan, [issue.kind for issue in decision.issues]


@pytest.mark.parametrize(
    ("source", "tag", "expected"),
    [
        ("0702", {"category": "B", "subtype": "B1"}, "0103"),
        ("0702", {"category": "B", "subtype": "B1", "redline": WHOLLY}, "0301"),
        ("0702", {"category": "B", "subtype": "B1", "slope": 5}, "0301"),
        ("0702", {"category": "B", "subtype": "B1", "slope": 4}, "0103"),
        ("0702", {"category": "B", "subtype": "B1", "disposition": "retain"}, "0703"),
        ("0702", {"category": "B", "subtype": "B2", "disposition": "merge"}, "0103"),
        ("0702", {"category": "X", "subtype": "X1", "redline": WHOLLY}, "0703"),
        ("0702", {"category": "X", "subtype": "X1", "disposition": "merge"}, "0703"),
        ("0601", {"category": "C", "subtype": "C1"}, "0103"), ("0601", {"category": "C", "subtype": "C2"}, "0103"),
        ("0601", {"category": "C", "subtype": "C3"}, "1001"), ("0101", {"category": "B", "subtype": "B2"}, "0101"),
        ("0201K", {"category": "A", "subtype": "A3"}, "0103"), ("1104", {"category": "A", "subtype": "A3"}, "0103"),
        ("0103", {"category": "A", "subtype": "A4", "slope": 5}, "0301"),
        ("0301", {"category": "A", "subtype": "A4", "slope": 3}, "0103"),
        ("0602", {"category": "E", "subtype": "E4"}, "0301"), ("0601", {"category": "E", "subtype": "E7"}, "0301"),
        ("0101", {"category": "A", "subtype": "A2"}, "0101"), ("1003", {"category": "B", "subtype": "B2"}, "1202"),
        ("1101", {"category": "C", "subtype": "C1"}, "1701"), ("0101", {}, "0101"),
    ],
)
def test_what_work_turns_land_into(source, tag, expected):
    assert plan(source, **tag) == (expected, [])


@pytest.mark.parametrize(
    ("source", "tag", "expected"),
    [
        ("0103", {"category": "A", "subtype": "A4", "slope": 0}, "to_decide"),
        ("0301", {"category": "A", "subtype": "A4", "slope": 0}, "to_decide"),
        ("0301", {"category": "A", "subtype": "A4", "slope": 2, "redline": WHOLLY}, "to_decide"),
        ("0702", {"category": "B", "subtype": "B3"}, "to_decide"),
        ("0404", {"category": "A", "subtype": "A7", "slope": 5}, "to_decide"),
        ("0601", {"category": "D", "subtype": "D2"}, "to_decide"),
        ("0702", {"category": "B", "disposition": "new"}, "to_decide"),
        ("0702", {"category": "Q"}, "unknown_tag"), ("0702", {"category": "B", "subtype": "C1"}, "unknown_tag"),
        ("0702", {"category": "B", "subtype": "B1", "redline": TOUCHED}, "straddles_redline"),
        ("0702", {"category": "B", "subtype": "B1", "redline": MOSTLY}, "straddles_redline"),
        ("0702", {"plan": "0999"}, "unknown_plan"), ("7777", {}, "unknown_code"), ("", {}, "no_code"),
        ("0809", {}, "several_codes"), ("0702", {"decided": "1001"}, "wrong_base"),
        ("0702", {"category": "B", "subtype": "B1", "farmland": True}, "basic_farmland"),
        ("0101", {"plan": "1001", "farmland": True}, "basic_farmland"),
        ("0101", {"plan": "1001", "redline": TOUCHED}, "redline"),
    ],
)
def test_what_is_left_to_a_person(source, tag, expected):
    assert plan(source, **tag)[1] == [expected]


def test_a_default_of_several_codes_stays_marked_whatever_is_planned():
    allowed = "1301|1302|1303|1304|1305|1306|1307|1308|1309|1310|1312"
    for tag in ({}, {"plan": "1303"}, {"category": "C", "subtype": "C1"}):
        decision = decide(Case("0809", **tag), SURVEY, RULES, SCHEME)
        assert (decision.base, decision.review) == ("13", allowed)
        assert decision.plan == {"plan": "1303", "category": "0103"}.get(next(iter(tag), ""), "13")


@pytest.mark.parametrize(
    ("source", "decided", "confirmed", "expected"),
    [
        ("0809", "1303", True, ("1303", [])), ("0809", "1303", False, ("1303", [])),
        ("0809", "13", True, ("13", ["several_codes"])), ("0809", "1311", True, ("13", ["wrong_base"])),
        ("0204", "0205", True, ("0205", [])), ("0204", "0205", False, ("0205", ["several_codes"])),
        ("0702", "070301", True, ("070301", [])), ("0702", "070399", True, ("0703", ["wrong_base"])),
        ("0702", "0703", False, ("0703", [])), ("7777", "1303", True, ("1303", [])),
    ],
)
def test_a_base_code_somebody_decided_on(source, decided, confirmed, expected):
    decision = decide(Case(source, decided=decided, confirmed=confirmed), SURVEY, RULES, SCHEME)
    assert (decision.base, [issue.kind for issue in decision.issues]) == expected


def test_rules_may_restore_cropland_on_basic_farmland_where_the_file_says_so():
    allowed = replace(RULES, restore=True)
    case = Case("0201", category="A", subtype="A3", farmland=True)
    assert decide(case, SURVEY, RULES, SCHEME).plan == "0201"
    assert decide(case, SURVEY, allowed, SCHEME).plan == "0103"
    steep = Case("0101", category="A", subtype="A4", slope=5, farmland=True)
    assert decide(steep, SURVEY, allowed, SCHEME).plan == "0101"


def test_a_parcel_of_unknown_slope_says_so_only_where_it_matters():
    assert decide(Case("0702", subtype="B1"), SURVEY, RULES, SCHEME).slope_missing
    assert not decide(Case("0702", subtype="B1", slope=2), SURVEY, RULES, SCHEME).slope_missing
    assert not decide(Case("0702", subtype="B6"), SURVEY, RULES, SCHEME).slope_missing
    assert not decide(Case("0702", subtype="B1", redline=WHOLLY), SURVEY, RULES, SCHEME).slope_missing


@given(st.lists(cases, min_size=1, max_size=30))
def test_many_parcels_are_decided_like_each_alone(several):
    columns = {name: np.array([getattr(case, name) for case in several], dtype=object)
               for name in ("source", "category", "subtype", "disposition", "plan")}  # fmt: skip
    columns |= {name: np.array([getattr(case, name) for case in several])
                for name in ("by_person", "slope", "redline", "farmland")}  # fmt: skip
    planned = plan_parcels(columns, USE2023, RULES, SCHEME)
    assert planned.per_parcel(lambda case, decision: (decision.base, decision.plan, decision.review)) == [
        (one.base, one.plan, one.review) for one in (decide(case, USE2023, RULES, SCHEME) for case in several)
    ]


def test_no_parcel_is_no_case():
    planned = plan_parcels({"source": np.empty(0, dtype=object), "slope": np.empty(0, int)}, SURVEY, RULES, SCHEME)
    assert planned.per_parcel(lambda case, decision: decision.plan) == []


# --- slope and lines ----------------------------------------------------------------------------


def test_slope_grades_take_their_upper_bound():
    degrees = [0, 2, 2.001, 6, 6.001, 15, 15.001, 25, 25.001, 89, np.nan]
    assert slope_grade(degrees).tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0]


@pytest.mark.parametrize(
    ("within", "expected"),
    [(0, OUT), (0.5, OUT), (9.9, OUT), (10.1, TOUCHED), (499, TOUCHED), (500, MOSTLY), (980, MOSTLY), (995, WHOLLY)],
)
def test_how_a_parcel_lies_to_the_redline(within, expected):
    assert redline_class(np.array([1000.0]), np.array([float(within)]), RULES).tolist() == [expected]


@given(st.lists(st.tuples(*[st.integers(0, 40)] * 4), min_size=1, max_size=12),
       st.lists(st.tuples(*[st.integers(0, 40)] * 4), max_size=8))  # fmt: skip
def test_area_in_zones_is_that_of_shapely(parcels, zones):
    boxes = [
        np.array([shapely.box(x, y, x + w % 7 + 1, y + h % 7 + 1) for x, y, w, h in rows] or [None], dtype=object)
        for rows in (parcels, zones)
    ]
    parcels, zones = boxes[0], boxes[1][[zone is not None for zone in boxes[1]]]
    area, within = area_in_zones(parcels, zones)
    assert area == pytest.approx(shapely.area(parcels), rel=1e-9)
    separate = [min(shape.area, sum(shape.intersection(zone).area for zone in zones)) for shape in parcels]
    assert within == pytest.approx(separate, abs=1e-4)


def test_neighbours_of_a_zone_lie_outside_it():
    row = np.array([shapely.box(10 * k, 0, 10 * k + 10, 10) for k in range(3)], dtype=object)
    assert area_in_zones(row, row[1:2])[1] == pytest.approx([0, 100, 0], abs=1e-9)


# --- a rule table of one's own ------------------------------------------------------------------

GOOD = {"id": "mine", "subtypes": ["A1"], "becomes": "forest", "reason": {"zh": "林", "en": "Forest."}}


def own(tmp_path, content):
    path = tmp_path / "rules.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_ones_own_table_takes_the_place_of_the_shipped_one(tmp_path):
    rules = read_rules(own(tmp_path, {"uses": {"forest": "0302"}, "steep_from_grade": 4, "rules": [GOOD]}), SCHEME)
    assert decide(Case("0101", subtype="A1"), SURVEY, rules, SCHEME).plan == "0302"
    assert decide(Case("0702", subtype="B1"), SURVEY, rules, SCHEME).plan == "0703"
    assert (rules.steep_from, rules.gentle_to) == (4, RULES.gentle_to)


def test_the_shipped_table_fits_the_shipped_scheme():
    assert read_rules(str(SHIPPED), SCHEME).rules == RULES.rules
    named = {code for entry in FILE["rules"] for code in entry.get("subtypes", [])}
    kept = {"B3"} | {term.code for category in SCHEME.categories if category.code in "XD" for term in category.subtypes}
    assert set(SUBTYPES) - kept <= named, "every sub-type has a rule"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": ""}, r"rule “1”, key “id”.*name of its own"),
        ({"id": 3}, r"key “id”"), ({"reason": "Forest."}, r"rule “mine”, key “reason”.*both languages"),
        ({"reason": {"en": "x"}}, r"key “reason”"), ({"becomes": "woods"}, r"rule “mine”, key “becomes”.*“uses”"),
        ({"becomes": "0399"}, r"key “becomes”"), ({"becomes": None}, r"key “becomes”"),
        ({"subtypes": []}, r"rule “mine”.*names no tag"), ({"subtypes": "A1"}, r"key “subtypes”.*list"),
        ({"subtypes": ["A1", 3]}, r"key “subtypes”"), ({"subtypes": ["A99"]}, r"“mine”, key “subtypes”.*“A99”.*A1"),
        ({"dispositions": ["gone"]}, r"key “dispositions”.*“gone”.*merge"), ({"base": "0399"}, r"mine, base: “0399”"),
        ({"base": ["03"]}, r"key “base”.*beginnings"), ({"base": ""}, r"key “base”"), ({"base": "-03"}, r"key “base”"),
        ({"redline": 1}, r"key “redline”.*true or false"), ({"redline": "yes"}, r"key “redline”"),
        ({"slope": "flat"}, r"key “slope”.*steep"), ({"slope": []}, r"key “slope”"), ({"ask": "0101"}, r"key “ask”"),
        ({"ask": ["9999"]}, r"key “ask”"), ({"become": "0101"}, r"rule “mine”.*key “become” that no rule has"),
    ],
)
def test_a_wrong_rule_is_refused_by_name_and_key(change, words, tmp_path):
    with pytest.raises(InvalidInput, match=r"RULES_FILE") as refusal:
        read_rules(own(tmp_path, {"rules": [{**GOOD, **change}]}), SCHEME)
    assert re.search(words, str(refusal.value)), str(refusal.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", r"not JSON .*line 1"), ("[]", r"key “rules”.*braces"), ("{}", r"key “rules”.*list of rules"),
        ({"rules": []}, r"key “rules”"), ({"rules": {}}, r"key “rules”"), ({"rules": [3]}, r"rule “1”, key “rules”"),
        ({"rules": [GOOD, GOOD]}, r"rule “mine”, key “id”"), ({"rules": [GOOD], "uses": {"forest": "9"}}, r"“uses”"),
        ({"rules": [GOOD], "uses": []}, r"“uses”"), ({"rules": [GOOD], "inside_share": 2}, r"inside_share.*from 0.01"),
        ({"rules": [GOOD], "steep_from_grade": True}, r"steep_from_grade"),
        ({"rules": [GOOD], "restore_in_basic_farmland": 1}, r"restore_in_basic_farmland.*true or false"),
        ({"rules": [GOOD], "cropland": "99"}, r"RULES_FILE, cropland: “99”"),
        ({"rules": [GOOD], "extra": 1}, r"key “extra” that a rule table"),
    ],
)
def test_a_wrong_table_is_refused(content, words, tmp_path):
    with pytest.raises(InvalidInput, match=r"RULES_FILE") as refusal:
        read_rules(own(tmp_path, content), SCHEME)
    assert re.search(words, str(refusal.value)), str(refusal.value)


def test_a_table_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match=r"RULES_FILE: the file .*cannot be read"):
        read_rules(str(tmp_path / "none.json"), SCHEME)


def test_names_are_the_official_ones():
    assert code_table(USE2023).names_zh["0703"] == "农村宅基地"


@pytest.mark.parametrize(("plan", "allowed"), [("0799", ("0701", "0702", "0703", "0704")), ("x", ("0101",))])
def test_for_a_planned_use_that_does_not_exist_a_person_may_choose_one_like_it_or_the_present_one(plan, allowed):
    decision = decide(Case(source="0101", plan=plan), SURVEY, RULES, SCHEME)
    assert [(issue.kind, issue.code, issue.allowed) for issue in decision.issues] == [("unknown_plan", plan, allowed)]
