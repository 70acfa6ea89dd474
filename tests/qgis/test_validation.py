"""What the validation finds: planted faults one by one, nothing in the sample, nothing wrong in our own deliveries."""

from pathlib import Path

import pytest
from calls_validation import HOME, PADDY, VALIDATE, WOOD, survey
from deliveries import FORMATS, NAME, PROFILES, export, own_layer, own_profile, places, plan, text_field
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsVectorLayer
from scenes import box, layer_of, run

from land_consolidation.algorithms.validation_rules import validation_rules

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "township.gpkg"
ROAD = {"DLBM": "1006", "DLMC": "农村道路", "XZDWKD": 5.0}


def found(ran):
    """Rules that found something, with their severity."""
    return {(rule, severity) for rule, severity in ran.rows("ERRORS", "rule", "severity")}


def rules(ran):
    return {rule for rule, _ in found(ran)}


def parcel(x, values, **more):
    """A parcel of a hectare at x hundred metres, with the area that its shape has officially, to the metre."""
    return {"shape": box(300 * x, 0, 300 * x + 100, 100), "TBMJ": 10000.0, "TBDLMJ": 10000.0, **values, **more}


def of_survey(*rows, **parameters):
    return run(survey(*rows), VALIDATE, **{"AREA_TOLERANCE": 5, **parameters})


def sample(name):
    return QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr")


# --- survey parcels -----------------------------------------------------------------------------


def test_nothing_is_found_in_sound_parcels():
    assert rules(of_survey(parcel(0, PADDY), parcel(1, WOOD), parcel(2, HOME), parcel(3, ROAD))) == set()


def test_nothing_is_found_in_the_sample_township():
    ran = run(sample("DLTB"), VALIDATE, VILLAGE=sample("village_boundary"))
    assert found(ran) == set()
    assert ran["ERROR_COUNT"] == ran["WARNING_COUNT"] == ran["NOTE_COUNT"] == ran["NOT_CHECKED_COUNT"] == 0
    assert ran["FEATURE_COUNT"] == 8752


SURVEY_FAULTS = {
    "schema.required": (WOOD, {"QSXZ": None}),
    "codes.list": (WOOD, {"DLBM": "9999"}),
    "codes.system": (WOOD, {"DLBM": "1704"}),
    "codes.name": (WOOD, {"DLMC": "水田"}),
    "survey.slope": (PADDY, {"GDPDJB": None}),
    "survey.slope_elsewhere": (WOOD, {"GDPDJB": "2"}),
    "survey.terrace": (PADDY, {"GDPDJB": "3"}),
    "survey.ridge_share": (WOOD, {"KCXS": 0.1, "KCDLBM": "1203", "KCMJ": 1000.0, "TBDLMJ": 9000.0}),
    "survey.ridge_class": (PADDY, {"KCXS": 0.1, "KCMJ": 1000.0, "TBDLMJ": 9000.0}),
    "survey.ridge_area": (PADDY, {"KCXS": 0.1, "KCDLBM": "1203", "KCMJ": 1000.01, "TBDLMJ": 8999.99}),
    "survey.net_area": (PADDY, {"TBDLMJ": 9999.99}),
    "survey.width_elsewhere": (WOOD, {"XZDWKD": 4.0}),
    "survey.width_road": (ROAD, {"XZDWKD": 8.1}),
    "survey.restorable": (HOME, {"ZZSXDM": "JKHF"}),
    "survey.planting": (WOOD, {"ZZSXDM": "LS"}),
    "survey.urban": (HOME, {"CZCSXM": None}),
    "survey.place": (WOOD, {"ZLDWDM": "33072319920"}),
    "survey.ownership": (WOOD, {"QSXZ": "50"}),
    "survey.enclave": (WOOD, {"FRDBS": "2"}),
    "survey.quality": (PADDY, {"GDDB": 16}),
    "survey.class_code": (WOOD, {"YSDM": "2001010101"}),
    "area.geometry": (WOOD, {"TBMJ": 10006.0, "TBDLMJ": 10006.0}),
}


@pytest.mark.parametrize("rule", SURVEY_FAULTS)
def test_a_planted_fault_of_survey_parcels_is_found_and_no_other(rule):
    kind, wrong = SURVEY_FAULTS[rule]
    ran = of_survey(parcel(0, kind), parcel(1, {**kind, **wrong}))
    assert found(ran) == {(rule, validation_rules()[rule].severity)}
    ((feature, message),) = ran.rows("ERRORS", "feature", "message")
    assert feature == "330723199201000002"
    assert "{" not in message
    assert "None" not in message


def test_a_parcel_without_area_is_found():
    assert "survey.area_positive" in rules(of_survey(parcel(0, WOOD, TBMJ=0.0, TBDLMJ=0.0)))


@pytest.mark.parametrize(
    ("value", "is_fault"), [(8.0, False), (8.1, True)])
def test_a_rural_road_may_be_eight_metres_wide(value, is_fault):
    assert ("survey.width_road" in rules(of_survey(parcel(0, ROAD, XZDWKD=value)))) is is_fault


def test_keys_are_unique_and_parcel_numbers_within_their_village():
    ran = of_survey(parcel(0, WOOD, BSM="7"), parcel(1, WOOD, BSM="7"))
    assert rules(ran) == {"keys.unique"}
    assert len(ran.rows("ERRORS", "rule")) == 2
    ran = of_survey(parcel(0, WOOD, TBBH="7"), parcel(1, WOOD, TBBH="7"))
    assert rules(ran) == {"keys.parcel_number"}
    elsewhere = "3307231992020000000"
    assert rules(of_survey(parcel(0, WOOD, TBBH="7"), parcel(1, WOOD, TBBH="7", ZLDWDM=elsewhere))) == set()


TOPOLOGY_FAULTS = {
    "topology.overlap": (box(0, 0, 100, 100), box(99, 0, 199, 100)),
    "topology.duplicate": (box(0, 0, 100, 100), box(0, 0, 100, 100)),
    "topology.sliver": (box(0, 0, 100, 0.1), box(300, 0, 400, 100)),
    "topology.gap": ("POLYGON((500000 3220000,500100 3220000,500100 3220100,500000 3220100,500000 3220000),"
                     "(500040 3220040,500060 3220040,500060 3220060,500040 3220060,500040 3220040))",
                     box(300, 0, 400, 100)),
    "topology.invalid": ("POLYGON((500000 3220000,500100 3220100,500100 3220000,500000 3220100,500000 3220000))",
                         box(300, 0, 400, 100)),
    "topology.missing": (None, box(300, 0, 400, 100)),
}  # fmt: skip


@pytest.mark.parametrize("rule", TOPOLOGY_FAULTS)
def test_a_planted_fault_of_topology_is_found_and_no_other(rule):
    one, other = TOPOLOGY_FAULTS[rule]
    ran = of_survey(parcel(0, WOOD, shape=one), parcel(1, WOOD, shape=other), AREA_TOLERANCE=1e6)
    assert found(ran) == {(rule, validation_rules()[rule].severity)}


def test_a_sentence_says_the_area_that_its_column_holds():
    ran = of_survey(parcel(0, WOOD, shape=box(0, 0, 5000, 5000)), parcel(1, WOOD, shape=box(0, 0, 4000, 5000)))
    said = {rule: (message, area) for rule, message, area in ran.rows("ERRORS", "rule", "message", "area_m2")}
    message, area = said["topology.overlap"]
    assert f"{area:.2f} m²" in message


def test_the_village_boundary_shows_what_sticks_out_and_what_is_bare():
    boundary = layer_of([(box(0, 0, 90, 200),)], fields=())
    ran = of_survey(parcel(0, WOOD), VILLAGE=boundary)
    assert {rule: round(area, -1) for rule, area in ran.rows("ERRORS", "rule", "area_m2")} == {
        "topology.outside": 1000, "topology.uncovered": 9000}


def test_a_missing_field_is_found_and_its_rules_are_not_checked():
    layer = survey(parcel(0, PADDY))
    layer.dataProvider().deleteAttributes([layer.fields().lookupField(name) for name in ("MSSM", "GDPDJB")])
    layer.updateFields()
    ran = run(layer, VALIDATE, AREA_TOLERANCE=5)
    assert rules(ran) == {"schema.field_missing"}
    unchecked = dict(ran.rows("SUMMARY", "rule", "reason"))
    assert "GDPDJB" in unchecked["survey.slope"]


def test_personal_data_are_a_warning_and_are_not_shown():
    layer = survey(parcel(0, WOOD), fields=(*_fields(), ("ZRRMC", str)))
    layer.dataProvider().changeAttributeValues({1: {layer.fields().lookupField("ZRRMC"): "张三"}})
    ran = run(layer, VALIDATE, AREA_TOLERANCE=5)
    assert found(ran) == {("personal.present", "warning")}
    assert "张三" not in str(ran.rows("ERRORS", "message", "value"))


def _fields():
    from calls_validation import FIELDS

    return FIELDS


# --- deliveries ---------------------------------------------------------------------------------


def delivery(folder, profile=0, layer=None, **parameters):
    """The folder of a delivery of the small plan."""
    export(layer or plan(), folder, PROFILE=profile, **{**places(), **parameters})
    return folder / f"{NAME}_{PROFILES[profile]}"


def validated(folder, **parameters):
    return run(None, VALIDATE, INPUT=..., DELIVERY=str(folder), **parameters)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("profile", range(len(PROFILES)), ids=PROFILES)
def test_our_own_deliveries_pass(profile, form, tmp_path):
    ran = validated(delivery(tmp_path, profile, FORMAT=form))
    assert ran["ERROR_COUNT"] == 0, ran.rows("ERRORS", "rule", "message")
    assert rules(ran) <= {"topology.uncovered"}, "the village of the fixture is larger than its parcels"
    assert ran["FEATURE_COUNT"] > 5


@pytest.mark.parametrize("form", FORMATS)
def test_a_delivery_in_a_profile_of_ones_own_passes(form, tmp_path):
    profile = own_profile(tmp_path, own_layer(text_field("TBBH", "\"TBBH\"")))
    export(plan(), tmp_path, PROFILE_FILE=profile, FORMAT=form, BASIC_FARMLAND=places()["BASIC_FARMLAND"])
    folder = tmp_path / f"{NAME}_OWN"
    assert validated(folder, PROFILE_FILE=profile)["ERROR_COUNT"] == 0
    with pytest.raises(QgsProcessingException, match="PROFILE_FILE: .*OWN"):
        validated(folder)


def spoilt(folder, *statements):
    """A GeoPackage delivery changed by SQL, as other software might leave it."""
    (path,) = folder.glob("*.gpkg")
    data = ogr.Open(str(path), 1)
    for statement in statements:
        data.ExecuteSQL(statement)
    del data
    return folder


DELIVERY_FAULTS = {
    "schema.layer_missing": ["DELLAYER:LSWHBHQ"],
    "schema.layer_extra": ["CREATE TABLE more (fid INTEGER PRIMARY KEY, x TEXT)",
                           "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
                           "VALUES ('more', 'attributes', 'more')"],
    "schema.field_missing": ["ALTER TABLE GHDLTB DROP COLUMN SSBJLX"],
    "schema.field_extra": ["ALTER TABLE GHDLTB ADD COLUMN more TEXT"],
    "schema.required": ["UPDATE GHDLTB SET GHDLMC = NULL WHERE fid = 1"],
    "codes.list": ["UPDATE GHDLTB SET GHDLBM = '9999' WHERE fid = 4"],
    "codes.system": ["UPDATE GHDLTB SET GHDLBM = '0307' WHERE fid = 4"],
    "codes.name": ["UPDATE GHDLTB SET GHDLMC = '水田' WHERE fid = 4"],
    "keys.unique": ["UPDATE GHDLTB SET BSM = '1' WHERE fid < 3"],
    "area.geometry": ["UPDATE GHDLTB SET GHDLMJ = GHDLMJ + 0.02 WHERE fid = 1"],
    "survey.net_area": ["UPDATE JQDLTB SET KCMJ = KCMJ + 1 WHERE fid = 2"],
    "table.structure": ["UPDATE KJGNJGTZB SET GHMBNMJ = GHMBNMJ + 1 WHERE YDLXMC LIKE '%林地%'"],
}  # fmt: skip


@pytest.mark.parametrize("rule", DELIVERY_FAULTS)
def test_a_planted_fault_of_a_delivery_is_found(rule, tmp_path):
    ran = validated(spoilt(delivery(tmp_path), *DELIVERY_FAULTS[rule]))
    assert (rule, validation_rules()[rule].severity) in found(ran)


SCHEMA_FAULTS = {
    "schema.field_type": {"type": "integer"},
    "schema.field_short": {"length": 80},
    "schema.field_long": {"length": 40},
    "schema.value_length": {"length": 2},
    "schema.geometry": {},
}


@pytest.mark.parametrize("rule", SCHEMA_FAULTS)
def test_a_delivery_of_another_schema_is_found(rule, tmp_path):
    field = text_field("TBBH", "\"TBBH\"")
    profile = own_profile(tmp_path, own_layer(field))
    export(plan(), tmp_path, PROFILE_FILE=profile, BASIC_FARMLAND=places()["BASIC_FARMLAND"])
    changed = {key: value for key, value in {**field, **SCHEMA_FAULTS[rule]}.items()
               if not (key == "length" and rule == "schema.field_type")}  # fmt: skip
    kind = {"geometry": "Point"} if rule == "schema.geometry" else {}
    profile = own_profile(tmp_path, own_layer(changed, **kind))
    ran = validated(tmp_path / f"{NAME}_OWN", PROFILE_FILE=profile)
    assert (rule, validation_rules()[rule].severity) in found(ran)


def test_a_layer_without_crs_is_found(tmp_path):
    folder = delivery(tmp_path, FORMAT=1)
    (folder / "GKBJ.prj").unlink()
    for file in (folder / "GKBJ.qmd", folder / "GKBJ.qml"):
        file.unlink(missing_ok=True)
    assert "schema.crs" in rules(validated(folder))


def test_merged_land_with_another_area_is_found(tmp_path):
    folder = spoilt(delivery(tmp_path, 2), "UPDATE TDZZ_XM SET MJ = MJ + 5 WHERE fid = 1")
    assert rules(validated(folder)) - {"topology.uncovered"} == {"area.merged"}


def test_every_rule_has_a_planted_fault():
    text = Path(__file__).read_text(encoding="utf-8")
    assert [rule for rule in validation_rules() if f'"{rule}"' not in text] == []


def test_a_binding_line_that_gives_way_is_found(tmp_path):
    folder = delivery(tmp_path)
    more = layer_of([(box(100, 0, 260, 100),)], fields=())
    ran = validated(folder, BASIC_FARMLAND=more, BOUNDARY=layer_of([(box(600, 0, 650, 100),)], fields=()))
    assert rules(ran) - {"topology.uncovered"} == {"binding.basic_farmland"}, "the boundary grows beside the village"
    ran = validated(folder, BASIC_FARMLAND=places()["BASIC_FARMLAND"], BOUNDARY=places()["BOUNDARY"])
    assert rules(ran) <= {"topology.uncovered"}


def test_a_boundary_that_grows_in_the_village_is_found(tmp_path):
    folder = delivery(tmp_path, BOUNDARY=layer_of([(box(0, 0, 100, 100), "开发边界", "")],
                                                  (("NAME", str), ("kind", str))))
    ran = validated(folder, BOUNDARY=layer_of([(box(0, 0, 60, 100),)], fields=()))
    assert rules(ran) - {"topology.uncovered"} == {"binding.boundary"}


def test_new_construction_is_found_where_none_may_be(tmp_path):
    layer = plan()
    layer.dataProvider().changeAttributeValues({4: {layer.fields().lookupField("plan_code"): "1001"}})
    folder = delivery(tmp_path, layer=layer)  # the redline covers the fourth parcel
    assert rules(validated(folder)) - {"topology.uncovered"} == {"binding.redline"}
    wood = layer_of([(box(300, 0, 350, 100),)], fields=())
    ran = validated(folder, BASIC_FARMLAND=wood, REDLINE=layer_of([(box(0, 0, 60, 100),)], fields=()))
    assert {"binding.basic_farmland_built"} <= rules(ran)
    assert "binding.redline" not in rules(ran), "the factory in it was there before, and goes"


# --- what cannot be used ------------------------------------------------------------------------


def test_exactly_one_thing_is_validated(tmp_path):
    with pytest.raises(QgsProcessingException, match="INPUT: .*0 are chosen"):
        run(None, VALIDATE, INPUT=...)
    with pytest.raises(QgsProcessingException, match="INPUT: .*2 are chosen"):
        run(survey(parcel(0, WOOD)), VALIDATE, DELIVERY=str(tmp_path))


def test_what_is_no_delivery_is_refused(tmp_path):
    with pytest.raises(QgsProcessingException, match="DELIVERY: .*not there"):
        validated(tmp_path / "nowhere")
    with pytest.raises(QgsProcessingException, match="DELIVERY: .*holds no layers"):
        validated(tmp_path)
    (tmp_path / "broken.gpkg").write_text("no database")
    with pytest.raises(QgsProcessingException, match="DELIVERY: .*cannot be opened"):
        validated(tmp_path)
    with pytest.raises(QgsProcessingException, match="PROFILE: .*no shipped profile"):
        run(None, VALIDATE, INPUT=..., DELIVERY_FILE=str(SAMPLE))
    with pytest.raises(QgsProcessingException, match="PROFILE: there is no profile 7"):
        run(None, VALIDATE, INPUT=..., DELIVERY_FILE=str(SAMPLE), PROFILE=7)
