"""Bad input to the village tools: a sentence with parameter and remedy, or an unknown that the log names."""

import re

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingException
from scenes import Log, box, context_without_project, layer_of, rows_of
from villages import (
    COUNTS,
    RELOCATION,
    SETTLEMENTS,
    alive,
    areas,
    flat,
    homesteads,
    place,
    places,
    points,
    raster,
    relocate,
    roads,
    run_settlements,
)

NAN, INF = float("nan"), float("inf")


def without_crs(layer):
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def table(*rows, fields=COUNTS):
    return layer_of([(None, *row) for row in rows], fields, kind="NoGeometry", name="statistics")


def counts():
    return table(("A", 10, 10, 1, 2))


def unnamed():
    """Statistics that no usual field can join."""
    return table((1, 2), fields=(("nummer", int), ("households", int)))


def home(*values, fields=(("DLBM", str),)):
    return homesteads((box(0, 0, 9, 9), *(values or ("0702",))), fields=fields)


def matrix(**cells):
    """An even AHP matrix, cells of it (row and column, such as r0c1) as given."""
    return [cells.get(f"r{row}c{column}", "1") for row in range(5) for column in range(5)]


def saaty(*weights):
    return [f"{a / b!r}" for a in weights for b in weights]


def against(value, row, column):
    """The even matrix with one comparison and its reciprocal."""
    cells = matrix()
    cells[5 * row + column], cells[5 * column + row] = f"{value}", f"1/{value}"
    return cells


THRESHOLDS = (
    "HAZARD_DISTANCE", "HIGH_ELEVATION", "REMOTE_NETWORK_KM", "REMOTE_STRAIGHT_KM", "SCATTERED_MU",
    "SCATTERED_HOUSEHOLDS", "STEEP_SLOPE", "VACANCY_MIDDLE", "VACANCY_HIGH", "MERGE_SCORE", "REVIVE_SCORE",
)  # fmt: skip
RELOCATION_SETTINGS = [
    # parameters (a function makes what needs QGIS), what the sentence says: the parameter, then the remedy
    (dict(INPUT=lambda: points((0, 0))), r"INPUT: .*point.*Choose a layer with polygons"),
    (dict(INPUT=lambda: without_crs(places(place()))), r"INPUT: .*no CRS.*Set it"),
    (dict(AREA_METHOD=1), r"AREA_FIELD: .*TBDLMJ.*Choose"),
    (dict(AREA_METHOD=1, AREA_FIELD="MJ"), r"AREA_FIELD: .*“MJ”.*Choose one of: village"),
    (dict(STATISTICS="/nowhere/table.csv"), r"STATISTICS: .*cannot be opened.*Choose"),
    (dict(STATISTICS=unnamed), r"STATISTICS_JOIN_FIELD: choose the field of STATISTICS that tells which row"),
    (dict(STATISTICS=counts, INPUT=lambda: layer_of([(box(0, 0, 9, 9), 1)], (("nummer", int),))),
     r"JOIN_FIELD: choose the field of INPUT that tells which row"),
    (dict(STATISTICS=counts, JOIN_FIELD="CUN"), r"JOIN_FIELD: .*“CUN”.*Choose one of: village, households"),
    (dict(STATISTICS=counts, STATISTICS_JOIN_FIELD="CUN"), r"STATISTICS_JOIN_FIELD: .*“CUN”.*Choose one of"),
    *((dict(STATISTICS=counts, **{name: "HS"}), rf"{name}: .*“HS”.*Choose one of: village, households")
      for name in ("HOUSEHOLDS_FIELD", "DWELLINGS_FIELD", "VACANT_FIELD", "CONSENT_FIELD")),
    (dict(DEM="/nowhere/dem.tif"), r"DEM: the raster cannot be opened. Choose a raster layer that loads"),
    (dict(HAZARD_AREAS=lambda: points((0, 0))), r"HAZARD_AREAS: .*points.*Choose a layer with polygons"),
    (dict(HAZARD_POINTS=lambda: areas((0, 0, 9, 9))), r"HAZARD_POINTS: .*polygons.*Choose a layer with points"),
    (dict(REDLINE=lambda: points((0, 0))), r"REDLINE: .*points.*Choose a layer with polygons"),
    (dict(WATER_SOURCE=lambda: points((0, 0))), r"WATER_SOURCE: .*points.*Choose a layer with polygons"),
    (dict(SERVICES=lambda: areas((0, 0, 9, 9))), r"SERVICES: .*polygons.*Choose a layer with points"),
    (dict(ROADS=lambda: points((0, 0))), r"ROADS: .*points.*Choose a layer with lines"),
    (dict(ROADS=lambda: areas((0, 0, 9, 9))), r"ROADS: .*polygons.*Choose a layer with lines"),
    (dict(PROTECTED=lambda: table(("A", 1, 1, 1, 1))), r"PROTECTED: .*no geometries.*Choose a layer"),
    (dict(PROTECTED=lambda: without_crs(points((0, 0)))), r"PROTECTED: .*no CRS.*Set it"),
    (dict(SERVICES="/nowhere/schools.gpkg"), r"SERVICES: .*cannot be opened.*Choose"),
    *(({name: value}, rf"{name}: {words} cannot be used\. Give a number (≥ 0|0–)")
      for name in THRESHOLDS for value, words in ((-1, "-1"), (NAN, "nan"), (INF, "inf"))),
    (dict(STEEP_SLOPE=91), r"STEEP_SLOPE: 91 cannot be used\. Give a number 0–90\."),
    (dict(VACANCY_MIDDLE=1.2, VACANCY_HIGH=1), r"VACANCY_MIDDLE: 1\.2 cannot be used\. Give a number 0–1\."),
    (dict(VACANCY_HIGH=30), r"VACANCY_HIGH: 30 cannot be used\. Give a number 0–1\."),
    (dict(MERGE_SCORE=101), r"MERGE_SCORE: 101 cannot be used\. Give a number 0–100\."),
    (dict(REVIVE_SCORE=400), r"REVIVE_SCORE: 400 cannot be used\. Give a number 0–100\."),
    (dict(VACANCY_MIDDLE=0.4), r"VACANCY_MIDDLE: 0\.4 is above VACANCY_HIGH \(0\.3\)\. Give a value no larger"),
    (dict(REVIVE_SCORE=61), r"REVIVE_SCORE: 61 is above MERGE_SCORE \(60\)\. Give a value no larger"),
    (dict(ROBUSTNESS_RUNS=-1), r"ROBUSTNESS_RUNS: -1 cannot be used\. Give 0 for none, or up to 10000"),
    (dict(ROBUSTNESS_RUNS=10_001), r"ROBUSTNESS_RUNS: 10001 cannot be used\. Give 0"),
    (dict(WEIGHTING=3), r"WEIGHTING"),
    (dict(WEIGHTS="hazards=1"), r"WEIGHTS: “hazards=1” names no criterion\. Write name=weight for hazard, access"),
    (dict(WEIGHTS="hazard"), r"WEIGHTS: “hazard” names no criterion\. Write name=weight"),
    (dict(WEIGHTS="0.3;0.2;0.2;0.15;0.15"), r"WEIGHTS: “0\.3” names no criterion"),
    (dict(WEIGHTS="hazard=1;hazard=2"), r"WEIGHTS: hazard is there twice\. Give each criterion one weight"),
    (dict(WEIGHTS="hazard=much"), r"WEIGHTS: the weight of hazard is “much”\. Give a number of 0 or more"),
    (dict(WEIGHTS="hazard=1;access=-1"), r"WEIGHTS: the weight of access is “-1”\. Give a number of 0 or more"),
    (dict(WEIGHTS="hazard=nan"), r"WEIGHTS: the weight of hazard is “nan”"),
    (dict(WEIGHTS="hazard=inf"), r"WEIGHTS: the weight of hazard is “inf”"),
    (dict(WEIGHTS="hazard=0;access=0"), r"WEIGHTS: no criterion has a weight above 0\. Write them like hazard=0\.30;"),
    (dict(WEIGHTS=";"), r"WEIGHTS: no criterion has a weight above 0"),
    (dict(WEIGHTING=2, WEIGHTS="hazards=1"), r"WEIGHTS: “hazards=1” names no criterion"),
    (dict(WEIGHTING=1, AHP_MATRIX=["1"] * 16), r"AHP_MATRIX: there are 16 cells, and 5 × 5 are needed.*hazard, access"),
    *((dict(WEIGHTING=1, AHP_MATRIX=matrix(r0c3=cell)),
       rf"AHP_MATRIX: “{cell}” in the row of hazard and the column of scatter is no number above 0\. Write one such as")
      for cell in ("three", "0", "-2", "1/0", "1/2/3", "nan", "inf", "")),
    (dict(WEIGHTING=1, AHP_MATRIX=matrix(r0c1="3")),
     r"AHP_MATRIX: hazard against access is 3, but access against hazard is 1\. Each must be 1 divided by the other"),
    (dict(WEIGHTING=1, AHP_MATRIX=matrix(r2c2="2")),
     r"AHP_MATRIX: vacancy against vacancy is 2, but vacancy against vacancy is 2\. Each must be"),
    (dict(WEIGHTING=1, AHP_MATRIX=against(9, 0, 4)),
     r"contradict each other: consistency ratio 0\.\d{3}, allowed is below 0\.1\. The pair that fits least is hazard "
     r"against terrain: it says 9, the others together \d"),
    (dict(WEIGHTING=1, AHP_MATRIX=against(9, 3, 1)), r"ratio 0\.\d{3}.*pair that fits least is access against scatter"),
]
SETTLEMENT_SETTINGS = [
    (dict(INPUT=lambda: points((0, 0))), r"INPUT: .*point.*Choose a layer with polygons"),
    (dict(INPUT=lambda: without_crs(home())), r"INPUT: .*no CRS.*Set it"),
    (dict(CODE_FIELD="DLMB"), r"CODE_FIELD: .*“DLMB”.*Choose one of: DLBM"),
    (dict(CODE_SYSTEM=...), r"CODE_SYSTEM: choose the code system of the field DLBM"),
    (dict(CODE_SYSTEM=3), r"CODE_SYSTEM: .*[Cc]hoose"),
    (dict(CODE_FIELD=..., INPUT=lambda: home(1, fields=(("code", int),))), r"CODE_FIELD: choose the field with the"),
    (dict(MAX_GAP=-1), r"MAX_GAP: the gap is -1 m\. Give a distance of 0 m or more"),
    (dict(MAX_GAP=NAN), r"MAX_GAP: the gap is nan m\. Give a distance of 0 m or more"),
    (dict(MAX_GAP=INF), r"MAX_GAP: the gap is inf m\. Give a distance of 0 m or more"),
    (dict(HOMESTEAD="\"DLBM\" ="), r"HOMESTEAD: the expression cannot be read"),
    (dict(HOMESTEAD="\"cls\" = 'residential'"), r"HOMESTEAD: .*“cls”.*Choose one of: DLBM"),
    (dict(SUM_FIELDS=["HS"]), r"SUM_FIELDS: .*“HS”.*Choose one of: DLBM"),
    (dict(SUM_FIELDS=["DLBM"]), r"SUM_FIELDS: the field DLBM holds no numbers\. Choose numeric fields"),
    (dict(SUM_FIELDS=["Parcels"], INPUT=lambda: home("0702", 3, fields=(("DLBM", str), ("Parcels", int)))),
     r"SUM_FIELDS: a settlement has a field Parcels of its own\. Rename"),
    (dict(VILLAGES=lambda: points((0, 0))), r"VILLAGES: .*points.*Choose a layer with polygons"),
    (dict(VILLAGES=lambda: without_crs(areas((0, 0, 9, 9)))), r"VILLAGES: .*no CRS.*Set it"),
    (dict(VILLAGES="/nowhere/villages.gpkg"), r"VILLAGES: .*cannot be opened.*Choose"),
    (dict(VILLAGES=lambda: areas((0, 0, 9, 9, "A"), fields=(("village", str),)), VILLAGE_NAME_FIELD="CUN"),
     r"VILLAGE_NAME_FIELD: .*“CUN”.*Choose one of: village"),
    (dict(AREA_METHOD=1), r"AREA_FIELD: .*TBDLMJ.*Choose"),
    (dict(AREA_METHOD=1, AREA_FIELD="MJ"), r"AREA_FIELD: .*“MJ”.*Choose"),
    (dict(SHAPE=2), r"SHAPE"),
]  # fmt: skip
EVERY = [(RELOCATION, *setting) for setting in RELOCATION_SETTINGS] + [
    (SETTLEMENTS, *setting) for setting in SETTLEMENT_SETTINGS
]
OUTPUTS = {RELOCATION: {"CANDIDATES": "c.gpkg", "SUMMARY": "s.gpkg", "REPORT": "r.html"},
           SETTLEMENTS: {"SETTLEMENTS": "s.gpkg"}}  # fmt: skip


def asked(algorithm, parameters, tmp_path):
    parameters = {name: value() if callable(value) else value for name, value in parameters.items()}
    usual = {"INPUT": places(place())} if algorithm == RELOCATION else {
        "INPUT": home(), "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0,
    }  # fmt: skip
    targets = {name: str(tmp_path / file) for name, file in OUTPUTS[algorithm].items()}
    every = {**usual, **targets, **parameters}
    return {name: value for name, value in every.items() if value is not ...}


@pytest.mark.parametrize(("algorithm", "parameters", "pattern"), EVERY)
def test_a_setting_that_cannot_be_used_is_named_with_the_remedy(algorithm, parameters, pattern, tmp_path):
    every = asked(algorithm, parameters, tmp_path)
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    possible, words = made.checkParameterValues(every, context_without_project())
    assert not possible
    assert re.search(pattern, " ".join(words.split())), words


@pytest.mark.parametrize(
    ("algorithm", "parameters", "pattern"), [one for one in EVERY if ": " in one[2] or " " in one[2]],
)  # fmt: skip
def test_models_and_scripts_that_skip_the_dialogs_checks_are_refused_too(algorithm, parameters, pattern, tmp_path):
    every = asked(algorithm, parameters, tmp_path)
    made = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    log = Log()
    with pytest.raises(QgsProcessingException) as refusal:
        made.run(every, context_without_project(), log, {}, False)
    assert re.search(pattern, " ".join(str(refusal.value).split())), str(refusal.value)
    assert not log.percents, "refused before any work"
    assert list(tmp_path.iterdir()) == []


def test_a_terrain_model_without_crs_is_refused(tmp_path):
    model = raster(tmp_path / "dem.tif", [[1.0, 2.0], [3.0, 4.0]], crs=None)
    with pytest.raises(QgsProcessingException, match=r"DEM: the raster “terrain” has no CRS\. Set it .* and run again"):
        relocate(places(place()), DEM=model)


def test_a_matrix_nobody_asked_for_is_not_looked_at():
    assert relocate(places(place()), AHP_MATRIX=["x"] * 25).results["MERGE_COUNT"] == 0
    assert relocate(places(place()), WEIGHTING=1, WEIGHTS="x").results["MERGE_COUNT"] == 0


def test_matrix_cells_are_read_as_people_write_them():
    cells = saaty(4, 2, 2, 1, 1)
    cells[1], cells[5], cells[3], cells[15] = " 4 / 2 ", "1／2", "4.0", "0.25"
    ran = relocate(places(place()), WEIGHTING=1, AHP_MATRIX=cells)
    assert "hazard 0.400, access 0.200, vacancy 0.200, scatter 0.100, terrain 0.100" in ran.log.all


def test_weights_are_read_as_people_write_them():
    ran = relocate(places(place()), WEIGHTS=" hazard = 0.4；access＝0.2,vacancy=0.2\nscatter=0.1; terrain=0.1;")
    assert "hazard 0.400, access 0.200, vacancy 0.200, scatter 0.100, terrain 0.100" in ran.log.all
    assert "scaled" not in ran.log.all


def test_weights_that_do_not_add_up_are_scaled_and_said():
    ran = relocate(places(place()), WEIGHTS="hazard=3;access=1")
    assert "WEIGHTS: they add up to 4, not 1, and are scaled." in ran.log.all
    assert "WEIGHTS: no weight is given for vacancy, scatter, terrain; there it is 0." in ran.log.all
    assert "hazard 0.750, access 0.250" in ran.log.all
    assert "scaled" not in relocate(places(place())).log.all


# --- what only the data tell --------------------------------------------------------------------


def stopped(tmp_path, pattern, algorithm, layer, **parameters):
    """Assert that a run stops with a sentence once it has read the data, and leaves nothing behind."""
    (tmp_path / "out").mkdir()
    targets = {name: str(tmp_path / "out" / file) for name, file in OUTPUTS[algorithm].items()}
    tool = relocate if algorithm == RELOCATION else run_settlements
    with pytest.raises(QgsProcessingException, match=pattern):
        tool(layer, **targets, **parameters)
    assert list((tmp_path / "out").iterdir()) == []


def test_entropy_of_settlements_that_are_all_alike_stops_the_run(tmp_path):
    alike = places(place(0, **alive()), place(1000, **alive()))
    stopped(tmp_path, r"WEIGHTING: the settlements differ in no criterion.*Choose given weights", RELOCATION, alike,
            WEIGHTING=2)  # fmt: skip


def test_keys_of_which_none_matches_stop_the_run_and_are_named(tmp_path):
    layer = places(*(place(1000 * k, village=f"v{k}") for k in range(7)))
    stopped(
        tmp_path,
        r"JOIN_FIELD: no settlement has a row in the statistics: village holds v0, v1, v2, v3, v4, …, village holds "
        r"A, B\. Choose the fields that hold the same keys",
        RELOCATION, layer, STATISTICS=table(("A", 1, 1, 1, 1), ("B", 1, 1, 1, 1)),
    )  # fmt: skip


def test_keys_that_partly_match_are_counted_and_the_first_named():
    layer = places(place(), *(place(1000 * k, village=f"v{k}") for k in range(1, 8)))
    statistics = table(("A", 5, 5, 1, 1), *((f"w{k}", 5, 5, 1, 1) for k in range(6)))
    ran = relocate(layer, STATISTICS=statistics)
    assert "without a row in the statistics, their counts unknown: 7 (v1, v2, v3, v4, v5, …)." in ran.log.all
    assert "Rows of the statistics that belong to no settlement: 6 (w0, w1, w2, w3, w4, …)." in ran.log.all
    assert ran.rows("CANDIDATES", "households")[:2] == [5, None]


def test_a_statistics_table_without_counts_is_said_to_be_so():
    ran = relocate(places(place()), STATISTICS=table(("A", "x"), fields=(("village", str), ("note", str))))
    assert "STATISTICS: the table has no field with households, dwellings or vacant dwellings" in ran.log.all
    assert ran.rows("CANDIDATES", "households", "vacancy", "consent") == [(None, None, None)]


WRONG = [
    # counts of A (households, dwellings, vacant, consenting), then what is left: households, vacancy, consent
    ((-3, 10, 1, 2), (None, 0.1, None), r"households: negative counts, taken as unknown: 1 \(A\)"),
    ((10, -10, 1, 2), (10, None, 0.2), r"dwellings: negative counts, taken as unknown: 1 \(A\)"),
    ((10, 10, -1, 2), (10, None, 0.2), r"vacant: negative counts, taken as unknown: 1 \(A\)"),
    ((10, 10, 1, -2), (10, 0.1, None), r"consenting: negative counts, taken as unknown: 1 \(A\)"),
    ((10, 10, 11, 2), (10, None, 0.2), r"vacant: more vacant than dwellings, so vacancy is unknown: 1 \(A\)"),
    ((10, 10, 1, 11), (10, 0.1, None), r"consenting: more consenting than households, so consent is unknown: 1 \(A\)"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "left", "words"), WRONG, ids=[words[:35] for _, _, words in WRONG])
@pytest.mark.parametrize("joined", [True, False], ids=["table", "own fields"])
def test_counts_that_cannot_be_are_unknown_and_named(values, left, words, joined):
    names = [name for name, _ in COUNTS[1:]]
    if joined:
        ran = relocate(places(place()), STATISTICS=table(("A", *values), ("B", 5, 5, 1, 1)))
    else:
        ran = relocate(places(place(**dict(zip(names, values)))))
        words = words.replace(r"\(A\)", r"\(1\)")
    assert re.search(words, ran.log.all), ran.log.all
    assert ran.rows("CANDIDATES", "households", "vacancy", "consent") == [left]
    if joined:
        assert "(A, B)" not in ran.log.all


def test_counts_that_are_no_numbers_are_unknown_and_named():
    fields = (("village", str), ("households", str), ("dwellings", str), ("vacant", str))
    rows = [("A", "about 10", "20", "5"), ("B", " 12 ", "", "none"), ("C", None, "10", "10")]
    ran = relocate(places(place(), place(1000, village="B"), place(2000, village="C")),
                   STATISTICS=table(*rows, fields=fields))  # fmt: skip
    assert ran.rows("CANDIDATES", "households", "vacancy") == [(None, 0.25), (12, None), (None, 1.0)]
    assert "households: values that are no numbers, taken as unknown: 1 (A)." in ran.log.all
    assert "vacant: values that are no numbers, taken as unknown: 1 (B)." in ran.log.all
    assert "dwellings: values" not in ran.log.all, "an empty text is no value"


LAYERS = ("HAZARD_AREAS", "HAZARD_POINTS", "PROTECTED", "REDLINE", "WATER_SOURCE", "SERVICES")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_without_features_is_unknown_and_said(name):
    empty = points() if name in ("HAZARD_POINTS", "SERVICES") else areas()
    fields = (
        "hazard_m", "k_hazard", "protected", "in_redline_m2", "in_water_m2", "service_km", "service_by", "k_access",
    )  # fmt: skip
    ran = relocate(places(place()), **{name: empty})
    assert f"{name}: the layer “{empty.name()}” has no features, so nothing is known from it." in ran.log.all
    assert ran.rows("CANDIDATES", *fields) == [(None,) * 8]
    assert ran.rows("CANDIDATES", "confidence") == [0.15]


def test_features_without_geometry_are_left_out_and_counted():
    some = layer_of([(box(0, 0, 9, 9),), (None,)], fields=(), name="areas")
    ran = relocate(places(place(), (None, "B", None, None, None, None)), REDLINE=some)
    assert "REDLINE: features without geometry, left out: 1." in ran.log.all
    assert "INPUT: features without geometry, left out: 1." in ran.log.all
    assert len(ran.rows("CANDIDATES", "rank")) == 1


def test_a_terrain_model_elsewhere_is_unknown_and_said(tmp_path):
    ran = relocate(places(place(50_000)), DEM=flat(tmp_path / "dem.tif"))
    assert "DEM: settlements where it has no heights, so that their terrain is unknown: 1." in ran.log.all
    assert ran.rows("CANDIDATES", "elev_m", "confidence") == [(None, 0.15)]


def test_roads_of_no_length_are_none():
    dot = roads("LINESTRING(500000 3220000, 500000 3220000)")
    ran = relocate(places(place()), ROADS=dot, SERVICES=points((1200, 100)))
    assert ran.rows("CANDIDATES", "service_km", "service_by") == [(1.0, "straight")]


def test_areas_that_are_missing_or_negative_stop_the_run(tmp_path):
    fields = (("DLBM", str), ("TBDLMJ", float))
    for number, value in enumerate((None, -1.0, NAN)):
        folder = tmp_path / str(number)
        folder.mkdir()
        rows = (box(0, 0, 9, 9), "0702", 5.0), (box(20, 0, 29, 9), "0702", value)
        stopped(folder, r"AREA_FIELD: 1 .*TBDLMJ", SETTLEMENTS, homesteads(*rows, fields=fields), AREA_METHOD=1)


def test_codes_of_another_system_stop_the_grouping(tmp_path):
    rows = [(box(20 * k, 0, 20 * k + 10, 10), code) for k, code in enumerate(("0703", "1701", "1402"))]
    stopped(tmp_path, r"CODE_SYSTEM: .*2023.*choose", SETTLEMENTS, homesteads(*rows))


def test_the_expression_that_fails_on_a_feature_stops_the_grouping(tmp_path):
    stopped(tmp_path, r"HOMESTEAD: the expression cannot be evaluated", SETTLEMENTS, home("0702"),
            HOMESTEAD="to_int(\"DLBM\" || 'x') > 5")  # fmt: skip


def test_the_input_is_as_it_was():
    layer = places(place(**alive(vacant=70)))
    before = rows_of(layer, *(name for name, _ in COUNTS))
    relocate(layer)
    assert rows_of(layer, *(name for name, _ in COUNTS)) == before
