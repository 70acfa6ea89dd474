"""Bad input to inefficient industry: a sentence with parameter and remedy, or an unknown that the log names."""

import re

import pytest
from factories import FIRMS, INDUSTRY, YARD, firm, firms, industry, one, plants, tie, town
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
)
from scenes import Log, box, context_without_project, layer_of
from villages import areas, points

NAN, INF = float("nan"), float("inf")
ZONES = (("GHFQDM", str),)
OUTPUTS = {"PARCELS": "p.gpkg", "SUMMARY": "s.gpkg", "REPORT": "r.html"}


def without_crs(layer):
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def rated():
    return firms(firm("A", 1.0))


def unnamed():
    """Enterprises that no usual field can join."""
    return firms((1, "A"), fields=(("nummer", int), ("rating", str)))


def keyless():
    """Parcels that no usual field can join."""
    return layer_of([(box(*YARD), "0601")])


THRESHOLDS = ("OUTSIDE_SHARE", "STRAY_MU", "LOW_TAX_RATIO", "LOW_FAR", "LOW_COVERAGE", "BLOCK_GAP")
POLYGONS = ("BUILDINGS", "REDLINE", "BASIC_FARMLAND", "WATER_SOURCE", "BLOCKS")
SETTINGS = [
    # parameters (a function makes what needs QGIS), what the sentence says: the parameter, then the remedy
    (dict(INPUT=lambda: points((0, 0))), r"INPUT: the layer “points” holds points\. Choose a layer with polygons"),
    (dict(INPUT=lambda: without_crs(plants(YARD))), r"INPUT: the layer “DLTB” has no CRS\. Set it"),
    (dict(CODE_FIELD="DLMB"), r"CODE_FIELD: .*“DLMB”.*Choose one of: DLBM, BSM"),
    (dict(CODE_SYSTEM=...), r"CODE_SYSTEM: choose the code system of the field DLBM"),
    (dict(CODE_SYSTEM=3), r"CODE_SYSTEM: choose 0, 1 or 2, not 3"),
    (dict(CODE_FIELD=..., CODE_SYSTEM=..., INPUT=lambda: layer_of([(box(*YARD), 1)], (("code", int),))),
     r"CODE_FIELD: choose the field with the land codes"),
    (dict(INDUSTRY="\"DLBM\" ="), r"INDUSTRY: the expression cannot be read \(.*\)\. Correct it"),
    (dict(INDUSTRY="\"cls\" = 'industrial'"), r"INDUSTRY: .*“cls”.*Choose one of: DLBM, BSM"),
    (dict(AREA_METHOD=1), r"AREA_FIELD: .*TBDLMJ.*Choose"),
    (dict(AREA_METHOD=1, AREA_FIELD="MJ"), r"AREA_FIELD: .*“MJ”.*Choose one of: DLBM, BSM"),
    (dict(BOUNDARY=lambda: points((0, 0))), r"BOUNDARY: the layer “points” holds points\. Choose a layer with polyg"),
    (dict(BOUNDARY=rated), r"BOUNDARY: the layer “enterprises” holds no geometries\. Choose a layer with polygons"),
    (dict(BOUNDARY=lambda: without_crs(town())), r"BOUNDARY: the layer “CZKFBJ” has no CRS\. Set it"),
    (dict(BOUNDARY="/nowhere/CZKFBJ.gpkg"), r"BOUNDARY: the layer cannot be opened\. Choose"),
    (dict(BOUNDARY_FILTER="GHFQDM ="), r"BOUNDARY_FILTER: the expression cannot be read"),
    (dict(BOUNDARY_FILTER="\"GHFQDM\" = '410'"), r"BOUNDARY_FILTER: the layer has no field “GHFQDM”"),
    (dict(ENTERPRISES="/nowhere/table.csv"), r"ENTERPRISES: the layer cannot be opened\. Choose"),
    (dict(ENTERPRISES=lambda: layer_of([("LINESTRING(0 0, 1 1)",)], fields=(), kind="LineString", name="streets")),
     r"ENTERPRISES: the layer “streets” holds lines\. Choose a layer with"),
    (dict(ENTERPRISES=lambda: without_crs(points((150, 50)))), r"ENTERPRISES: the layer “points” has no CRS\. Set it"),
    (dict(ENTERPRISES=unnamed),
     r"ENTERPRISE_JOIN_FIELD: choose the field of ENTERPRISES that tells which enterprise stands on which parcel"),
    (dict(ENTERPRISES=rated, INPUT=keyless), r"JOIN_FIELD: choose the field of INPUT that tells which enterprise"),
    (dict(ENTERPRISES=rated, JOIN_FIELD="DKBM"), r"JOIN_FIELD: .*“DKBM”.*Choose one of: DLBM, BSM"),
    (dict(ENTERPRISES=lambda: points((150, 50)), JOIN_FIELD="BSM"), r"ENTERPRISE_JOIN_FIELD: choose the field of ENT"),
    *((dict(ENTERPRISES=rated, **{name: "DKBM"}), rf"{name}: .*“DKBM”.*Choose one of: parcel_bsm, enterprise")
      for name in ("ENTERPRISE_JOIN_FIELD", "CLASS_FIELD", "TAX_FIELD", "POLLUTION_FIELD")),
    *(({name: "RJL"}, rf"{name}: .*“RJL”.*Choose one of: DLBM, BSM")
      for name in ("FAR_FIELD", "COVERAGE_FIELD", "GROUP_FIELD")),
    (dict(BUILDINGS=lambda: areas(YARD, fields=()), FLOORS_FIELD="CS"), r"FLOORS_FIELD: .*“CS”.*Choose one of"),
    *(({name: lambda: points((0, 0))}, rf"{name}: the layer “points” holds points\. Choose a layer with polygons")
      for name in POLYGONS),
    *(({name: lambda: without_crs(areas(YARD))}, rf"{name}: the layer “areas” has no CRS\. Set it")
      for name in (*POLYGONS, "HERITAGE")),
    *(({name: "/nowhere/x.gpkg"}, rf"{name}: the layer cannot be opened\. Choose") for name in (*POLYGONS, "HERITAGE")),
    (dict(HERITAGE=rated), r"HERITAGE: the layer “enterprises” holds no geometries\. Choose a layer with"),
    *(({name: value}, rf"{name}: {words} cannot be used\. Give a number (≥ 0|0–1)\.")
      for name in THRESHOLDS for value, words in ((-0.5, r"-0\.5"), (NAN, "nan"), (INF, "inf"))),
    *(({name: 1.5}, rf"{name}: 1\.5 cannot be used\. Give a number 0–1\.") for name in ("OUTSIDE_SHARE",
                                                                                     "LOW_COVERAGE")),
    (dict(LOW_COVERAGE=30), r"LOW_COVERAGE: 30 cannot be used\. Give a number 0–1\."),
    *((dict(TAX_MEAN=value), rf"TAX_MEAN: the county's mean tax per mu is {words}\. Give a number above 0, or leave it")
      for value, words in ((0, "0"), (-3, "-3"), (NAN, "nan"), (INF, "inf"))),
]  # fmt: skip
AFTER_READING = [
    # what only the data tell
    (dict(BOUNDARY=lambda: town((0, 0, 9, 9), name="XX镇村庄建设边界")),
     r"BOUNDARY: “XX镇村庄建设边界” is called a village boundary and has no field GHFQDM that says otherwise\. Choose "
     r"the urban development boundary, or say in BOUNDARY_FILTER"),
    (dict(BOUNDARY=lambda: town((0, 0, 9, 9, "500"), (9, 0, 20, 9, None), fields=ZONES, name="CJBJ")),
     r"BOUNDARY: GHFQDM in “CJBJ” holds none of 410, 420, 430, so this is no urban development boundary but, it seems, "
     r"a village construction boundary\. Choose another layer, or say in BOUNDARY_FILTER what to use"),
    (dict(ENTERPRISES=lambda: firms(*(firm("A", parcel=f"Q{number}") for number in range(7)))),
     r"JOIN_FIELD: no industrial parcel has an enterprise: BSM holds P1, parcel_bsm holds Q0, Q1, Q2, Q3, Q4, …\. "
     r"Choose the fields that hold the same keys"),
    (dict(ENTERPRISES=lambda: firms(firm("A", parcel=None))),
     r"JOIN_FIELD: no industrial parcel has an enterprise: BSM holds P1, parcel_bsm holds "),
    (dict(BLOCKS=lambda: areas((210, 0, 900, 900, 200.0), fields=(("mu", float),), name="fields")),
     r"BLOCKS: the layer “fields” has no field net_mu\. Choose the blocks that “Farmland contiguity” wrote"),
    (dict(INDUSTRY="to_int(\"BSM\") > 5"), r"INDUSTRY: the expression cannot be evaluated \(.*\)\. Correct it"),
    (dict(BOUNDARY_FILTER="to_int('x') > 5"), r"BOUNDARY_FILTER: the expression cannot be evaluated \(.*\)\. Correct"),
    *((dict(AREA_METHOD=1, INPUT=lambda value=value: plants((*YARD, value), fields=(("TBDLMJ", float),))),
       r"AREA_FIELD: 1 features have no area, or a negative one, in the field TBDLMJ\. Fill them in")
      for value in (None, -1.0, NAN)),
    (dict(INPUT=lambda: layer_of([(box(20 * k, 0, 20 * k + 10, 10), code)
                                  for k, code in enumerate(("1001", "1701", "1402"))])),
     r"CODE_SYSTEM: .*2023.*choose"),
]  # fmt: skip


def asked(parameters, tmp_path):
    parameters = {name: value() if callable(value) else value for name, value in parameters.items()}
    usual = {"INPUT": plants(YARD), "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BOUNDARY": town()}
    targets = {name: str(tmp_path / file) for name, file in OUTPUTS.items()}
    every = {**usual, **targets, **parameters}
    return {name: value for name, value in every.items() if value is not ...}


def made():
    return QgsApplication.processingRegistry().createAlgorithmById(INDUSTRY)


@pytest.mark.parametrize(("parameters", "pattern"), SETTINGS)
def test_a_setting_that_cannot_be_used_is_named_with_the_remedy(parameters, pattern, tmp_path):
    possible, words = made().checkParameterValues(asked(parameters, tmp_path), context_without_project())
    assert not possible
    assert re.search(pattern, " ".join(words.split())), words


@pytest.mark.parametrize(("parameters", "pattern"), SETTINGS)
def test_models_and_scripts_that_skip_the_dialogs_checks_are_refused_too(parameters, pattern, tmp_path):
    every, log = asked(parameters, tmp_path), Log()
    with pytest.raises(QgsProcessingException) as refusal:
        made().run(every, context_without_project(), log, {}, False)
    assert re.search(pattern, " ".join(str(refusal.value).split())), str(refusal.value)
    assert not log.percents, "refused before any work"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("parameters", "pattern"), AFTER_READING)
def test_what_only_the_data_tell_stops_the_run_and_leaves_nothing_behind(parameters, pattern, tmp_path):
    with pytest.raises(QgsProcessingException) as refusal:
        made().run(asked(parameters, tmp_path), context_without_project(), Log(), {}, False)
    assert re.search(pattern, " ".join(str(refusal.value).split())), str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_boundary_may_be_called_a_village_s_where_its_zones_say_otherwise():
    boundary = town((-900, -900, 0, 900, "430"), fields=ZONES, name="村庄周边城镇开发边界")
    assert one("outside_m2", corners=(-50, 0, 50, 100), BOUNDARY=boundary, AREA_METHOD=2) == 5_000


@pytest.mark.parametrize("boundary", [lambda: areas(name="CZKFBJ"), lambda: town((-900, -900, 900, 900))])
def test_a_boundary_of_which_nothing_is_used_leaves_everything_outside_and_is_said(boundary):
    ran = industry(plants(YARD), BOUNDARY=boundary(), BOUNDARY_FILTER="false")
    assert ran.rows("PARCELS", "outside_share") == [1]
    assert "BOUNDARY: no part of the layer is used, so every parcel lies outside." in ran.log.warnings


def test_a_boundary_layer_without_features_leaves_everything_outside_and_is_said():
    for fields in ((), ZONES):
        ran = industry(plants(YARD), BOUNDARY=areas(fields=fields, name="CZKFBJ"))
        assert ran.rows("PARCELS", "outside_share") == [1]
        assert "BOUNDARY: no part of the layer is used, so every parcel lies outside." in ran.log.warnings


UNKNOWN = {
    "ENTERPRISES": ("grade", lambda: firms()), "BUILDINGS": ("coverage", areas), "REDLINE": ("redline_m2", areas),
    "BASIC_FARMLAND": ("basic_farmland_m2", areas), "WATER_SOURCE": ("water_m2", areas), "HERITAGE": ("subtype", areas),
    "BLOCKS": ("near_block", lambda: areas(fields=(("block_id", int), ("net_mu", float)))),
}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_layer_without_features_is_unknown_and_said(name):
    field, empty = UNKNOWN[name][0], UNKNOWN[name][1]()
    ran = industry(plants(YARD), **{name: empty})
    assert f"{name}: the layer “{empty.name()}” has no features, so nothing is known from it." in ran.log.warnings
    ((indicators, value, disposal),) = ran.rows("PARCELS", "indicators", field, "disposal")
    assert (indicators, disposal) == (1, None), "the size alone is known"
    assert value is None


def test_enterprises_without_features_that_have_shapes_are_said():
    ran = industry(plants(YARD), ENTERPRISES=points(fields=(("rating", str),)))
    assert "ENTERPRISES: the layer “points” has no features, so nothing is known from it." in ran.log.warnings


def test_features_without_geometry_are_left_out_and_counted():
    zone = layer_of([(box(100, 0, 150, 100),), (None,)], fields=(), name="zone")
    layer = plants(YARD)
    layer.dataProvider().addFeatures([bare(layer, "0601")])
    ran = industry(layer, BOUNDARY=zone, REDLINE=zone, AREA_METHOD=2)
    for name in ("INPUT", "BOUNDARY", "REDLINE"):
        assert f"{name}: features without geometry, left out: 1." in ran.log.warnings
    assert ran.rows("PARCELS", "outside_m2", "redline_m2") == [(5_000, 5_000)]


def bare(layer, code):
    """A feature of a layer without geometry."""
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature["DLBM"] = code
    return feature


@pytest.mark.parametrize("check", [Qgis.InvalidGeometryCheck.SkipInvalid, Qgis.InvalidGeometryCheck.AbortOnInvalid])
@pytest.mark.parametrize("name", ["INPUT", "BOUNDARY", "ENTERPRISES", "BUILDINGS", "REDLINE", "BLOCKS"])
def test_shapes_that_cross_themselves_follow_the_person_s_setting(name, check, tmp_path):
    """Without a check they are mended; see the other tests."""
    crossing = {
        "INPUT": lambda: plants((tie(*YARD),), (300, 0, 400, 100)),
        "ENTERPRISES": lambda: layer_of([(tie(*YARD), "D")], (("rating", str),), name="works"),
        "BLOCKS": lambda: layer_of([(tie(*YARD), 200.0)], (("net_mu", float),), name="blocks"),
    }.get(name, lambda: layer_of([(tie(*YARD),)], fields=(), name="areas"))
    context = context_without_project()
    context.setInvalidGeometryCheck(check)
    every, log = asked({name: crossing}, tmp_path), Log()
    if check == Qgis.InvalidGeometryCheck.SkipInvalid:
        _, possible = made().run(every, context, log, {}, False)
        assert possible
        assert any(text.startswith(f"{name}: features with an invalid geometry, left out: 1.") for text in
                   log.warnings)  # fmt: skip
    else:
        with pytest.raises(QgsProcessingException, match=rf"{name}: 1 features have an invalid geometry.*Run “Fix"):
            made().run(every, context, log, {}, False)
        assert list(tmp_path.iterdir()) == []


def test_coordinates_that_are_no_numbers_are_refused(tmp_path):
    corners = (500_000, 3_220_000), (NAN, NAN), (500_100, 3_220_100), (500_000, 3_220_000)
    broken = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in corners]])
    pattern = r"{}: coordinates that are no numbers.*Set the right CRS"
    for name in ("INPUT", "BOUNDARY", "REDLINE", "ENTERPRISES"):
        layer = plants(YARD, (broken,)) if name == "INPUT" else layer_of([(broken,)], fields=(), name="zone")
        with pytest.raises(QgsProcessingException, match=pattern.format(name)):
            made().run(asked({name: layer}, tmp_path), context_without_project(), Log(), {}, False)
        assert list(tmp_path.iterdir()) == []


def test_codes_that_are_missing_or_unknown_are_counted():
    rows = [(box(200 * k, 0, 200 * k + 100, 100), "0601") for k in range(30)]
    ran = industry(layer_of([*rows, (box(0, 300, 9, 309), None), (box(0, 400, 9, 409), "9999")]))
    assert len(ran.rows("PARCELS", "DLBM")) == 30
    assert "Features without a land code in DLBM, so of no class: 1." in ran.log.warnings
    assert any("codes that the chosen code system does not have: 1 (9999" in text for text in ran.log.warnings)


def test_enterprises_of_nulls_are_unknown_without_complaint():
    table = firms(firm(), firm(parcel=None), fields=FIRMS)
    ran = industry(plants(YARD), ENTERPRISES=table, TAX_MEAN=5)
    assert ran.rows("PARCELS", "grade", "tax_ratio", "indicators", "disposal") == [(None, None, 1, None)]
    assert ran.log.warnings == []
