"""Suggest categories: who says what of which parcel, who wins, what is never touched, and the sample end to end."""

import json
import re
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
import shapely
from factories import shapes_of, tie
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)
from scenes import Log, box, contents, layer_of, moved, rows_of, saved
from suggesting import (
    BLOCKS,
    OWN,
    SAMPLE,
    TAGS,
    blocks,
    candidates,
    factories,
    held,
    parcels,
    sample_results,
    suggest,
    untagged,
    zone,
)

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.tag_scheme import SHIPPED

FIELD = (0, 0, 100, 100)
DECIDED = ("zz_cat", "zz_sub", "zz_disp", "zz_source")


def decided(ran):
    """Category, sub-type, disposition and source of every parcel."""
    return ran.rows("PARCELS", *DECIDED)


def one(**parameters):
    """What the parcel FIELD gets, and the run."""
    ran = suggest(untagged(FIELD), **parameters)
    return decided(ran)[0], ran


# --- what each source says ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"BLOCKS": lambda: blocks((*FIELD, "100"))}, ("A", "A1", None, "rule:farmlandcontiguity")),
        ({"BLOCKS": lambda: blocks((*FIELD, "0"))}, (None, None, None, None)),
        ({"BLOCKS": lambda: blocks((*FIELD, None))}, (None, None, None, None)),
        ({"CANDIDATES": lambda: candidates((*FIELD, "B", "B2", "merge"))},
         ("B", "B2", "merge", "rule:villagerelocation")),
        ({"CANDIDATES": lambda: candidates((*FIELD, "X", "X2", None))}, ("X", "X2", None, "rule:villagerelocation")),
        ({"CANDIDATES": lambda: candidates((*FIELD, None, None, "retain"))}, (None, None, None, None)),
        ({"INDUSTRY": lambda: factories((*FIELD, "C", "C1"))}, ("C", "C1", None, "rule:inefficientindustry")),
        ({"INDUSTRY": lambda: factories((*FIELD, "C", None))}, ("C", None, None, "rule:inefficientindustry")),
        ({"INDUSTRY": lambda: factories((*FIELD, None, None))}, (None, None, None, None)),
    ],
)
def test_each_source_says_its_own(parameters, expected):
    found, ran = one(**{name: layer() for name, layer in parameters.items()})
    assert found == expected
    assert ran.results["SUGGESTED_COUNT"] == int(expected[0] is not None)


def test_the_rule_names_tool_share_reasons_and_parameters_and_the_time_is_one():
    ran = suggest(
        untagged(FIELD, (100, 0, 200, 100), (900, 0, 950, 50)),
        BLOCKS=blocks((0, 0, 175, 100, "100", "Reaches 100 mu.", '{"max_gap_m":20.0}')),
    )
    rows = ran.rows("PARCELS", "zz_rule", "zz_time")
    assert [json.loads(rule) for rule, _ in rows[:2]] == [
        {"rule": "farmlandcontiguity", "share": share, "reasons": "Reaches 100 mu.", "parameters": {"max_gap_m": 20.0}}
        for share in (1.0, 0.75)
    ]
    assert rows[2] == (None, None)
    assert rows[0][1] == rows[1][1]
    assert datetime.fromisoformat(rows[0][1]).tzinfo is not None


def test_parameters_that_are_no_json_are_kept_as_text():
    _, ran = one(BLOCKS=blocks((*FIELD, "100", None, "gap 20 m")))
    assert json.loads(ran.rows("PARCELS", "zz_rule")[0]) == {
        "rule": "farmlandcontiguity", "share": 1.0, "parameters": "gap 20 m",
    }


# --- by location --------------------------------------------------------------------------------


@pytest.mark.parametrize(("reach", "share", "found"), [(50, 0.5, True), (49, 0.5, False), (49, 0.4, True), (1, 0, True),
                                                       (0, 0, False)])  # fmt: skip
def test_a_share_of_the_parcel_decides(reach, share, found):
    (category, *_), _ = one(BLOCKS=blocks((-50, 0, reach, 100, "100")), MIN_SHARE=share)
    assert (category == "A") is found


def test_a_road_through_a_block_is_not_made_farmland():
    ran = suggest(untagged(FIELD, (100, -400, 104, 500)), BLOCKS=blocks((0, 0, 300, 100, "1000")))
    assert [row[0] for row in decided(ran)] == ["A", None]


def test_of_several_features_of_one_source_the_largest_share_counts():
    for rows in ([(0, 0, 60, 100, "B", "B1", None), (60, 0, 100, 100, "X", "X1", None)],
                 [(60, 0, 100, 100, "X", "X1", None), (0, 0, 60, 100, "B", "B1", None)]):  # fmt: skip
        (category, *_), ran = one(CANDIDATES=candidates(*rows), MIN_SHARE=0.1)
        assert category == "B"
        assert ran["CONTESTS"].featureCount() == 0, "one source does not contest itself"


def test_invalid_shapes_are_mended_for_the_overlay_only():
    layer = parcels((tie(*FIELD), {}))
    ran = suggest(layer, BLOCKS=layer_of([(tie(0, 0, 100, 100), "100", 100.0, None, None)], BLOCKS))
    assert decided(ran)[0][0] == "A"
    assert next(ran["PARCELS"].getFeatures()).geometry().equals(next(layer.getFeatures()).geometry())


def test_a_parcel_without_shape_is_left_out_and_told():
    ran = suggest(parcels((FIELD, {}), (None, {})), BLOCKS=blocks((*FIELD, "100")))
    assert ran["PARCELS"].featureCount() == 1
    assert re.search(r"without geometry\D*1", ran.log.all)


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4528", "EPSG:3857"])
def test_layers_may_lie_in_other_crs(crs):
    """A village along the edge of the zone of the parcels."""
    layer = moved(untagged(FIELD, (200, 0, 260, 100)), crs)
    ran = suggest(
        layer, BLOCKS=moved(blocks((*FIELD, "100")), "EPSG:4528"),
        CANDIDATES=moved(candidates((200, 0, 300, 100, "B", "B2", "merge")), "EPSG:4490"),
    )  # fmt: skip
    assert [row[0] for row in decided(ran)] == ["A", "B"]


def test_a_shapefile_of_a_result_with_its_ten_letter_names_will_do(tmp_path):
    stored = saved(blocks((*FIELD, "100", "Large."), (200, 0, 300, 100, "0")), tmp_path / "blocks.shp")
    assert stored.fields().lookupField("block_class") < 0
    ran = suggest(untagged(FIELD, (200, 0, 300, 100)), BLOCKS=stored)
    assert [row[0] for row in decided(ran)] == ["A", None]
    stored = saved(candidates((*FIELD, "B", "B2", "merge")), tmp_path / "candidates.shp")
    assert decided(suggest(untagged(FIELD), CANDIDATES=stored))[0][2] == "merge"


# --- contests -----------------------------------------------------------------------------------

EVERYTHING = {
    "BLOCKS": lambda: blocks((*FIELD, "100", "Large.")),
    "CANDIDATES": lambda: candidates((*FIELD, "B", "B2", "merge", "agreed", "Hazard.")),
    "INDUSTRY": lambda: factories((0, 0, 80, 100, "C", "C1", "Stray.")),
}


def everything(**parameters):
    return {**{name: layer() for name, layer in EVERYTHING.items()}, **parameters}


@pytest.mark.parametrize(
    ("order", "winner"),
    [
        (..., "B2"), ("C", "C1"), ("A;B2", "A1"), ("B;C", "B2"), ("C1;B", "C1"), ("", "A1"), (None, "B2"),
        ("C，B", "C1"), ("E", "A1"),
    ],
)
def test_the_order_of_codes_settles_a_contest(order, winner):
    """Without an order the larger share wins, and of those that are alike the first in the registry."""
    (_, subtype, *_), _ = one(**everything(), ORDER=order)
    assert subtype == winner


def test_the_larger_share_wins_where_the_order_says_nothing():
    (_, subtype, *_), _ = one(
        BLOCKS=blocks((0, 0, 70, 100, "100")), INDUSTRY=factories((0, 0, 80, 100, "C", "C1")), ORDER="E",
    )
    assert subtype == "C1"


def test_the_table_of_contests_says_who_wanted_what():
    _, ran = one(**everything())
    said = ("source", "category", "subtype", "disposition", "share", "won", "reasons")
    assert ran.rows("CONTESTS", "parcel", *said) == [
        ("P1", "farmlandcontiguity", "A", "A1", None, 1.0, False, "Large."),
        ("P1", "villagerelocation", "B", "B2", "merge", 1.0, True, "Hazard."),
        ("P1", "inefficientindustry", "C", "C1", None, 0.8, False, "Stray."),
    ]
    assert ran.results["CONTEST_COUNT"] == 1


def test_parcels_without_a_name_go_by_their_feature_id():
    layer = layer_of([(box(*FIELD), "0101")])
    ran = suggest(layer, **everything())
    assert set(ran.rows("CONTESTS", "parcel")) == {str(feature.id()) for feature in layer.getFeatures()}


def test_the_same_category_from_two_sources_is_no_contest():
    _, ran = one(
        CANDIDATES=candidates((*FIELD, "C", "C1", None)), INDUSTRY=factories((*FIELD, "C", "C2")), ORDER="C2"
    )
    assert ran["CONTESTS"].featureCount() == 0
    assert ran.results["CONTEST_COUNT"] == 0
    assert decided(ran)[0][1] == "C2"


def test_a_claim_below_the_share_asked_for_contests_nothing():
    _, ran = one(BLOCKS=blocks((*FIELD, "100")), INDUSTRY=factories((0, 0, 40, 100, "C", "C1")))
    assert ran["CONTESTS"].featureCount() == 0


# --- what is never touched ----------------------------------------------------------------------

REJECTED = json.dumps({"rejected": [{"rule": "farmlandcontiguity", "category": "A", "subtype": "A1"}]})


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ({"zz_cat": "E", "zz_sub": "E1", "zz_source": "person", "zz_note": "mine"}, 1),
        ({"zz_cat": "E"}, 1), ({"zz_cat": "E", "zz_source": "something"}, 1),
        ({"zz_source": "person", "zz_rule": REJECTED, "zz_time": "2026-01-01T00:00:00+08:00"}, 1),
        ({"zz_cat": "B", "zz_sub": "B2", "zz_source": "rule:villagerelocation", "zz_rule": "{}"}, 0),
        ({"zz_cat": "B", "zz_source": "rule:expression"}, 0),
    ],
)
def test_a_decision_and_a_rules_tag_stay_as_they_are(before, kept):
    ran = suggest(parcels((FIELD, before)), **everything())
    row = held(ran["PARCELS"])["P1"]
    assert {name: row[name] for name in tags.FIELDS} == {name: before.get(name) for name in tags.FIELDS}
    assert (ran.results["KEPT_COUNT"], ran.results["SUGGESTED_COUNT"]) == (kept, 0)
    assert ran["CONTESTS"].featureCount() == 0, "what is decided is not contested"


CATEGORIES = st.sampled_from((None, "", "A", "E"))
SOURCES = st.sampled_from((None, "", "person", "rule:expression", "rule:", "someone"))


@settings(max_examples=25)
@given(st.lists(st.tuples(CATEGORIES, SOURCES), min_size=1, max_size=12))
def test_whatever_is_tagged_stays_and_whatever_is_not_is_suggested(before):
    layer = parcels(*(
        ((20 * k, 0, 20 * k + 20, 20), {"zz_cat": category, "zz_source": source, "zz_note": f"note {k}"})
        for k, (category, source) in enumerate(before)
    ))
    rows = held(layer)
    ran = suggest(layer, BLOCKS=blocks((-5, -5, 400, 50, "100")))
    for number, (category, source) in enumerate(before, 1):
        after = held(ran["PARCELS"])[f"P{number}"]
        if category or source == "person":
            assert after == rows[f"P{number}"]
        else:
            assert tuple(after[name] for name in DECIDED) == ("A", "A1", None, "rule:farmlandcontiguity")
            assert after["zz_note"] == f"note {number - 1}"


def test_a_sub_type_left_over_without_category_goes_and_a_disposition_stays():
    ran = suggest(parcels((FIELD, {"zz_sub": "B4", "zz_disp": "retain"})), INDUSTRY=factories((*FIELD, "C", None)))
    assert decided(ran) == [("C", None, "retain", "rule:inefficientindustry")]


def test_a_second_run_changes_nothing(tmp_path):
    first = suggest(untagged(FIELD), PARCELS=str(tmp_path / "one.gpkg"), **everything())
    again = suggest(first.results["PARCELS"], PARCELS=str(tmp_path / "two.gpkg"), **everything(ORDER="A"))
    one_, two = (contents(QgsVectorLayer(ran.results["PARCELS"], "x", "ogr")) for ran in (first, again))
    assert one_ == two
    assert again.results["SUGGESTED_COUNT"] == 0
    assert "1 that a rule had tagged" in again.log.all


def test_inputs_and_fields_come_through_unchanged():
    layer, layers = untagged(FIELD), everything()
    before = [contents(each) for each in (layer, *layers.values())]
    ran = suggest(layer, **layers)
    assert [contents(each) for each in (layer, *layers.values())] == before
    assert ran["PARCELS"].fields().names() == [name for name, _ in (*OWN, *TAGS)]
    bare = suggest(layer_of([(box(*FIELD), "0101")]), **everything())
    plain_fields = bare["PARCELS"].fields()
    assert plain_fields.names() == ["DLBM", *tags.FIELDS]
    assert [plain_fields.field(name).length() for name in tags.FIELDS] == [tags.LENGTHS[name] for name in tags.FIELDS]


# --- what cannot be used ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, r"BLOCKS: nothing is given that suggests.*CANDIDATES, INDUSTRY"),
        ({"BLOCKS": lambda: zone(FIELD)}, r"BLOCKS: the layer “zone” has no field block_class\. Choose a result"),
        ({"CANDIDATES": lambda: blocks((*FIELD, "1"))}, r"CANDIDATES: .* has no field category"),
        ({"INDUSTRY": lambda: candidates((*FIELD, "C", "C1", None))}, r"INDUSTRY: .* has no field candidate"),
        ({"BLOCKS": EVERYTHING["BLOCKS"], "ORDER": "A;Z9"}, r"ORDER: .*“Z9”.*semicolons"),
        ({"BLOCKS": EVERYTHING["BLOCKS"], "MIN_SHARE": 1.5}, r"MIN_SHARE"),
        ({"BLOCKS": EVERYTHING["BLOCKS"], "CATEGORIES": "nowhere.json"}, r"CATEGORIES: "),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(parameters, words):
    values = {name: value() if callable(value) else value for name, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=words):
        suggest(untagged(FIELD), **values)


@pytest.mark.parametrize(("fields", "words"), [((("zz_cat", int),), "zz_cat"), ((("zz_rule", float),), "zz_rule")])
def test_tag_fields_that_hold_no_text_are_refused(fields, words):
    with pytest.raises(QgsProcessingException, match=f"INPUT: .*{words}"):
        suggest(layer_of([(box(*FIELD), 1)], fields), **everything())


def test_codes_the_scheme_lacks_are_passed_over_and_counted():
    rows = [(*FIELD, "B", "B9", None), (100, 0, 200, 100, "Q", None, None), (200, 0, 300, 100, "B", "B2", "move"),
            (300, 0, 400, 100, "B", "A1", None), (400, 0, 500, 100, "B", "B2", "merge")]  # fmt: skip
    ran = suggest(untagged(*(row[:4] for row in rows)), CANDIDATES=candidates(*rows))
    assert [row[0] for row in decided(ran)] == [None] * 4 + ["B"]
    assert re.search(r"CANDIDATES: .*passed over.*: 4 \(A1 × 1, B9 × 1, Q × 1, move × 1\)", ran.log.all)


def test_a_scheme_of_ones_own(tmp_path):
    """Its codes count; the usual order is taken as far as it goes; farmland has no place in it."""
    own = json.loads(Path(SHIPPED).read_text(encoding="utf-8"))
    move = {"code": "V1", "zh": "迁", "en": "Move"}
    own["categories"] = [{"code": "V", "zh": "村", "en": "Village", "subtypes": [move]}]
    path = tmp_path / "own.json"
    path.write_text(json.dumps(own), encoding="utf-8")
    layers = {"BLOCKS": blocks((*FIELD, "100")), "CANDIDATES": candidates((*FIELD, "V", "V1", "merge"))}
    found, ran = one(**layers, CATEGORIES=str(path))
    assert found == ("V", "V1", "merge", "rule:villagerelocation")
    assert "A × 1" in ran.log.all
    with pytest.raises(QgsProcessingException, match="ORDER: .*“X”.*such as V"):
        one(**layers, CATEGORIES=str(path), ORDER="X;V")


@pytest.mark.parametrize(
    ("parameters", "words"),
    [({"BLOCKS": lambda: blocks((*FIELD, "0"))}, "BLOCKS: no feature of the layer “blocks” suggests anything"),
     ({"BLOCKS": lambda: blocks((900, 0, 950, 50, "100"))}, "No parcel got a suggestion")],
)  # fmt: skip
def test_nothing_suggested_is_explained(parameters, words):
    _, ran = one(**{name: layer() for name, layer in parameters.items()})
    assert any(words in warning for warning in ran.log.warnings)


# --- formats and looks --------------------------------------------------------------------------


def test_a_shapefile_gets_rules_that_can_be_read(tmp_path):
    long = "很长的理由" * 60
    path = tmp_path / "out.shp"
    suggest(untagged(FIELD), BLOCKS=blocks((*FIELD, "100", long, '{"max_gap_m":20.0}')), PARCELS=str(path))
    rule = rows_of(QgsVectorLayer(str(path), "x", "ogr"), "zz_rule")[0]
    assert json.loads(rule) == {
        "rule": "farmlandcontiguity", "share": 1.0, "parameters": {"max_gap_m": 20.0}, "cut": True,
    }


def test_the_algorithm_knows_layers_by_role_and_results_keep_theirs():
    algorithm = QgsApplication.processingRegistry().algorithmById("landconsolidation:suggestcategories")
    assert algorithm.ROLES == {
        "INPUT": "tagging", "BLOCKS": "farmland_blocks", "CANDIDATES": "relocation_candidates",
        "INDUSTRY": "industry_candidates",
        "FIELD_PIECES": "field_pieces",
        "SWAP": "swap_parcels",
        "URBAN": "urban_candidates",
        "RESTORABLE": "restorable",
        "ECOLOGY": "ecology_parcels",
        "SPECIAL": "special_places",
    }  # fmt: skip


# --- the sample township ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return sample_results(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def suggested(results):
    """Every parcel of the sample by BSM, contests and numbers. No layers, which must not outlive QGIS."""
    ran = suggest(f"{SAMPLE}DLTB", **{name: results[name.lower()] for name in ("BLOCKS", "CANDIDATES", "INDUSTRY")})
    numbers = {name: value for name, value in ran.results.items() if not isinstance(value, str)}
    return held(ran["PARCELS"]), ran.rows("CONTESTS", "parcel"), numbers


def test_the_sample_gets_what_shapely_finds(results, suggested):
    """Share by share, every parcel against every feature that suggests."""
    rows, contests, numbers = suggested
    dltb = QgsVectorLayer(f"{SAMPLE}DLTB", "DLTB", "ogr")
    land, keys = shapely.make_valid(shapes_of(dltb)), rows_of(dltb, "BSM")
    said = {}
    for name, fields in (("blocks", ("block_class",)), ("candidates", ("category",)), ("industry", ("category",))):
        layer = QgsVectorLayer(results[name], name, "ogr")
        shapes, values = shapely.make_valid(shapes_of(layer)), rows_of(layer, *fields)
        row, feature = shapely.STRtree(land).query(shapes, predicate="intersects")[::-1]
        share = shapely.area(shapely.intersection(land[row], shapes[feature])) / shapely.area(land[row])
        for at, which, part in zip(row.tolist(), feature.tolist(), share.tolist()):
            value = values[which]
            category = ("A" if value != "0" else None) if name == "blocks" else value
            if category is not None and part >= 0.5:
                said.setdefault(keys[at], {})[name] = category
    assert {key: row["zz_cat"] for key, row in rows.items() if row["zz_cat"]} == {
        key: min(categories.values(), key="XCBEDA".index) for key, categories in said.items()
    }
    assert len(said) == numbers["SUGGESTED_COUNT"] > 3_000
    assert set(contests) == {key for key, categories in said.items() if len(set(categories.values())) > 1}


def test_factories_and_homesteads_of_the_sample_carry_their_own_tags(results, suggested):
    rows = suggested[0]
    judged = {row[0]: row[1:] for row in rows_of(results["industry"], "BSM", "category", "subtype", "reasons", "rule")}
    candidates_ = {key: values for key, values in judged.items() if values[0]}
    assert len(candidates_) > 8
    for key, (category, subtype, reasons, rule) in candidates_.items():
        row = rows[key]
        assert (row["zz_cat"], row["zz_sub"], row["zz_source"]) == (category, subtype, "rule:inefficientindustry")
        assert json.loads(row["zz_rule"]) == {
            "rule": "inefficientindustry", "share": 1.0, "reasons": reasons, "parameters": json.loads(rule),
        }
    from_villages = [row for row in rows.values() if row["zz_source"] == "rule:villagerelocation"]
    assert len(from_villages) > 100
    assert {row["DLBM"] for row in from_villages} == {"0702"}
    assert {row["DLBM"][:2] for row in rows.values() if row["zz_cat"] == "A"} == {"01"}


# --- without an algorithm -----------------------------------------------------------------------


def test_the_core_reads_a_layer_being_edited_from_another_thread():
    """As the dock does it: snapshots on the main thread, the rest in a task's."""
    from threading import Thread

    from land_consolidation.algorithms.suggestion_sources import suggestion_sources
    from land_consolidation.algorithms.tag_scheme import read_scheme
    from land_consolidation.processing.layer_snapshot import LayerSnapshot
    from land_consolidation.processing.suggestion_analysis import Rules, read_parcels, read_suggesting, suggest

    layer, block = untagged(FIELD, (100, 0, 200, 100)), blocks((-10, -10, 500, 200, "100"))
    layer.startEditing()
    first, second = [feature.id() for feature in layer.getFeatures()]
    layer.changeAttributeValue(first, layer.fields().lookupField("zz_cat"), "E")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(box(300, 0, 400, 100)))
    layer.addFeature(feature)
    parcels_, source = LayerSnapshot(layer), LayerSnapshot(block)
    layer.changeAttributeValue(second, layer.fields().lookupField("zz_cat"), "E")  # after the snapshot
    answers = []

    def work():
        context, feedback = QgsProcessingContext(), Log()
        crs = parcels_.sourceCrs()
        read = read_parcels(parcels_, crs, context, feedback, lambda fraction: None)
        entry = suggestion_sources()[0]
        suggesting = {entry.id: read_suggesting(entry, source, crs, context, feedback, lambda fraction: None)}
        answers.append(suggest(read, suggesting, read_scheme(), Rules(0.5, ("A",))))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    (answer,) = answers
    assert sorted(answer.ids.tolist()) == sorted([second, feature.id()])
    assert set(answer.category.tolist()) == {"A"}
    assert answer.kept == 1
    assert np.array_equal(answer.share, [1.0, 1.0])
    layer.rollBack()
