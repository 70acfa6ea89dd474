"""Restoring cropland on small scenes: what counts, slopes, blocks, what is refused, and what is said of the unknown."""

import json
from pathlib import Path

import pytest
from calls_restoration import RESTORATION, high_standard, orchards
from qgis.core import QgsProcessingException
from scenes import box, layer_of, run

FIELDS = (("DLBM", str), ("ZZSXDM", str), ("PD", float))


def parcels(*rows):
    """Parcels of 15 mu side by side but 10 m apart; rows: code, planting attribute, slope."""
    return layer_of([(box(110 * i, 0, 110 * i + 100, 100), *row) for i, row in enumerate(rows)], FIELDS)


def blocks(*rows):
    """Blocks beneath the parcels; rows: first and last metre, number, net mu."""
    made = [(box(x0, -100, x1, 0), number, mu) for x0, x1, number, mu in rows]
    return layer_of(made, (("block_id", int), ("net_mu", float)), name="blocks")


def restored(layer, *fields, **parameters):
    return run(layer, RESTORATION, AREA_METHOD=2, **parameters).rows("PARCELS", *fields)


def test_only_what_the_survey_calls_restorable_counts_however_it_is_written():
    layer = parcels(*(("0201", said, 1) for said in (" jkhf ", "ＧＣＨＦ", "LS", None, "")))
    assert restored(layer, "restore") == ["JKHF", "GCHF"]


def test_cropland_has_nothing_to_be_restored():
    ran = run(parcels(("0101", "JKHF", 1), ("0201", "JKHF", 1)), RESTORATION)
    assert ran.rows("PARCELS", "DLBM") == ["0201"]
    assert any("cropland already" in warning and "1" in warning for warning in ran.log.warnings)


def test_k_classes_come_last_and_only_when_asked_for():
    layer = parcels(("0201K", None, 1), ("0201K", "GCHF", 9), ("0201", None, 1))
    assert restored(layer, "restore", "tier") == [("GCHF", 5)]
    assert restored(layer, "restore", "tier", "rank", INCLUDE_K=True) == [("K", 6, 2), ("GCHF", 5, 1)]


def test_another_field_and_other_words():
    layer = parcels(("now", "x", 1), ("later", "x", 1), ("never", "x", 1))
    given = dict(CODE_FIELD=None, CODE_SYSTEM=None, RESTORE_FIELD="DLBM", AT_ONCE="Now", WORKS="")
    assert restored(layer, "restore", **given) == ["JKHF"]


def test_without_the_field_it_is_not_known_what_is_restorable():
    ran = run(layer_of([(box(0, 0, 9, 9), "0201")]), RESTORATION)
    assert ran["PARCELS"].featureCount() == 0
    assert any(warning.startswith("RESTORE_FIELD: the layer has no field ZZSXDM") for warning in ran.log.warnings)


@pytest.mark.parametrize("unit", [0, 1])
def test_slope_orders_and_leaves_out_and_the_unknown_comes_last(unit):
    layer = parcels(("0201", "JKHF", None), ("0201", "JKHF", 5 if unit == 0 else 25.1), ("0201", "JKHF", 4),
                    ("0201", "JKHF", 1), ("0201", "JKHF", 99))  # fmt: skip
    fields = "rank", "slope", "slope_grade"
    rows = restored(layer, *fields, SLOPE_FIELD="PD", SLOPE_UNIT=unit)
    assert [row[0] for row in rows] == [3, None, 2, 1, 4]
    assert [row[1] for row in rows] == ([None] * 5 if unit == 0 else [None, 25.1, 4.0, 1.0, None])
    assert [row[2] for row in rows] == ([None, 5, 4, 1, None] if unit == 0 else [None, 5, 2, 1, None])
    assert restored(layer, "tier", SLOPE_FIELD="PD", SLOPE_UNIT=unit, MAX_SLOPE=None) == [4] * 5


def test_a_parcel_that_touches_two_blocks_joins_them():
    layer = parcels(("0201", "JKHF", 1), ("0201", "GCHF", 1))
    given = dict(BLOCKS=blocks((-50, 40, 7, 60), (60, 105, 3, 99), (108, 300, 4, 950)))
    fields = "tier", "block_id", "block_mu", "block_class", "new_block_mu", "new_class"
    assert restored(layer, *fields, **given) == [(4, 3, 99, "0", 174, "100"), (5, 4, 950, "100", 965, "100")]
    ran = run(layer, RESTORATION, AREA_METHOD=2, **given)
    assert ran.rows("GROWTH", "blocks", "parcels", "restored_mu", "new_block_mu", "new_class", "rises") == [
        ("4", 1, 15, 965, "100", False), ("3, 7", 1, 15, 174, "100", True)]
    assert ran.results["RISING_BLOCKS"] == 1
    assert restored(layer, "tier", "block_id", BLOCK_GAP=9, **given)[0] == (3, 4), "the third is 8 m away"
    assert restored(layer, "tier", LARGE_MU=99, **given) == [3, 5]


@pytest.mark.parametrize("name", ["REDLINE", "EXCLUDE"])
def test_what_lies_in_a_zone_is_left_out_from_one_square_metre_on(name):
    layer = parcels(("0201", "JKHF", 1), ("0201", "JKHF", 1))
    rows = [(box(-9, -9, 0.02, 200),), (box(-9, -9, 0.005, 200),), (box(110, 0, 110.009, 100),)]
    zone = layer_of(rows, (), name="zone")
    fields = "tier", "rank", "category", "redline_m2" if name == "REDLINE" else "exclude_m2"
    assert restored(layer, *fields, **{name: zone}) == [(None, None, None, 2.0), (4, 1, "A", 0.9)]
    assert "Left out: 2 m²" in restored(layer, "reasons", **{name: zone})[0]


def test_half_of_a_parcel_in_high_standard_farmland_is_in_it():
    layer = orchards()
    assert restored(layer, "tier", HIGH_STANDARD=high_standard()) == [2, 4, 4]
    assert restored(layer, "tier", HIGH_STANDARD=high_standard(), IN_SHARE=0.76) == [5, 4, 4]


@pytest.mark.parametrize(("target", "within", "rank", "words"), [
    (15, [True, False], 1, "reached at rank 1, in tier 4"), (15.1, [True, True], 2, "reached at rank 2, in tier 5"),
    (50, [True, True], 0, "not reached: 20.0 mu are missing"), (None, [None, None], 0, ""),
])  # fmt: skip
def test_where_the_line_of_the_target_falls(target, within, rank, words, tmp_path):
    report = tmp_path / "report.html"
    layer = parcels(("0201", "JKHF", 1), ("0201", "GCHF", 1))
    ran = run(layer, RESTORATION, AREA_METHOD=2, TARGET_MU=target, REPORT=str(report))
    assert ran.rows("PARCELS", "within_target") == within
    assert ran.results["TARGET_RANK"] == rank
    assert words in ran.log.all
    assert words in report.read_text(encoding="utf-8")
    assert json.loads(ran.rows("PARCELS", "rule")[0])["target_mu"] == target


def test_the_report_counts_nothing_that_is_not_known(tmp_path):
    report = tmp_path / "report.html"
    run(parcels(("0201", "JKHF", 1)), RESTORATION, REPORT=str(report))
    html = Path(report).read_text(encoding="utf-8")
    for label in ("Inside the ecological redline", "On land to leave out", "Too steep"):
        assert html.partition(f">{label}</td>")[2].startswith('<td align="left">–</td>')
    assert "Farmland blocks are not known." in html
    assert "REDLINE: not known" in html


@pytest.mark.parametrize(("parameters", "words"), [
    (dict(INCLUDE_K=True, CODE_SYSTEM=1), r"INCLUDE_K: only the codes of the land survey have K classes"),
    (dict(TARGET_MU=0), r"TARGET_MU: the target is 0 mu\. Give a number above 0"),
    (dict(SLOPE_UNIT=2), r"SLOPE_UNIT: choose 0, grades, or 1, degrees, not 2"),
    (dict(MAX_SLOPE=91), r"MAX_SLOPE: 91 cannot be used"),
    (dict(IN_SHARE=1.2), r"IN_SHARE: 1.2 cannot be used"),
    (dict(RESTORE_FIELD="ZZ"), r"RESTORE_FIELD: .*“ZZ”.*Choose one of"),
    (dict(SLOPE_FIELD="ZZ"), r"SLOPE_FIELD: .*“ZZ”.*Choose one of"),
    (dict(BLOCKS=high_standard), r"BLOCKS: the layer “high standard” has no field net_mu"),
    (dict(HIGH_STANDARD="/nowhere/h.gpkg"), r"HIGH_STANDARD: the layer cannot be opened"),
    (dict(DEM="/nowhere/dem.tif"), r"DEM: the raster cannot be opened"),
])  # fmt: skip
def test_what_cannot_be_used_is_refused_with_parameter_and_remedy(parameters, words):
    given = {name: value() if callable(value) else value for name, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=words):
        run(orchards(), RESTORATION, **given)
