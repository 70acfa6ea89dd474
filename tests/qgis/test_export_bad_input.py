"""What cannot be delivered is said in a sentence, with the features concerned, and nothing is written."""

import csv

import pytest
from deliveries import (
    FORMATS,
    GDB,
    GPKG,
    NAME,
    SHP_GBK,
    SHP_UTF8,
    delivered,
    export,
    own_layer,
    own_profile,
    parcels,
    places,
    plan,
    text_field,
)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException
from scenes import Log, box, context_without_project, layer_of

from land_consolidation.processing import export_formats

POINTS = ((("POINT(500000 3220000)"),),)


def points():
    return layer_of(POINTS, (), "Point", name="spots")


def refused(folder, layer=None, **parameters):
    """The sentence a run is refused with; nothing may be left in the folder."""
    before = sorted(folder.rglob("*"))
    with pytest.raises(QgsProcessingException) as stop:
        export(layer or plan(), folder, **parameters)
    kept = [path for path in sorted(folder.rglob("*")) if path.name != "problems.csv"]
    assert kept == before
    return str(stop.value)


def problems(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# --- parameters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"PROFILE": 7}, "PROFILE: there is no profile 7. Choose one of 0 FJ, 1 HZ, 2 TDZZ, or give a PROFILE_FILE."),
        ({"PROFILE": -1}, "PROFILE: there is no profile -1."),
        ({"PROFILE": "SQSX"}, "PROFILE: there is no profile SQSX."),
        ({"PROFILE_FILE": "nowhere.json"}, "PROFILE_FILE: the file nowhere.json cannot be read"),
        ({"VILLAGE_CODE": ""}, "VILLAGE_CODE: “” is no code of a village. Give its 12 digits"),
        ({"VILLAGE_CODE": "3307231992"}, "VILLAGE_CODE: “3307231992” is no code of a village."),
        ({"VILLAGE_CODE": None}, "VILLAGE_CODE: "),
        ({"VILLAGE_NAME": " "}, "VILLAGE_NAME: give a name of 1 to 60 characters."),
        ({"PLAN_NAME": "规" * 61}, "PLAN_NAME: give a name of 1 to 60 characters."),
        ({"BASE_YEAR": 203}, "BASE_YEAR: 203 is no year of a plan."),
        ({"TARGET_YEAR": 2020}, "TARGET_YEAR: 2020 lies before the base year 2023."),
        ({"BASE_FIELD": "DLBM"}, "BASE_FIELD: the layer has no field “DLBM”. Run “Plan codes” on the parcels first"),
        ({"PLAN_FIELD": "zz"}, "PLAN_FIELD: the layer has no field “zz”."),
        ({"FOLDER": ""}, "FOLDER: choose the folder that the delivery is put into."),
        ({"POPULATION": -3}, "POPULATION: -3 cannot be used. Give a number 0–"),
        ({"AREA_METHOD": 1}, "AREA_FIELD: the layer has no field TBDLMJ."),
        ({"CATEGORIES": "nowhere.json"}, "CATEGORIES: the file nowhere.json cannot be read"),
        ({"CRS": "EPSG:999999"}, "CRS: it is not known. Choose one from the list"),
    ],
)
def test_parameters_that_cannot_be_used_are_refused_with_the_remedy(parameters, words, tmp_path):
    assert words in refused(tmp_path, **parameters)


def test_a_profile_out_of_range_is_refused_inside_models_too(tmp_path):
    """Models do not check parameters first, and an enumeration would then quietly take its default."""
    runner = QgsApplication.processingRegistry().createAlgorithmById("landconsolidation:exportvillageplan")
    parameters = {"INPUT": plan(), "VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "村", "PLAN_NAME": "规划",
                  "PROFILE": 7, "FOLDER": str(tmp_path)}  # fmt: skip
    log = Log()
    _, ok = runner.run(parameters, context_without_project(), log)
    assert not ok
    assert not list(tmp_path.iterdir())


def test_parcels_without_plan_codes_are_refused_with_the_way_to_get_them(tmp_path):
    layer = layer_of([(box(0, 0, 10, 10), "0101")])
    assert "BASE_FIELD: the layer has no field “base_code”. Run “Plan codes” on the parcels first" in refused(
        tmp_path, layer)


@pytest.mark.parametrize(
    ("name", "layer", "words"),
    [
        ("REDLINE", points, "REDLINE: the layer “spots” holds points. Choose a layer with polygons."),
        ("HISTORIC", lambda: layer_of([], (), name="x", crs=""), "HISTORIC: the layer “x” has no CRS."),
        ("FACILITIES", lambda: layer_of([("LINESTRING(0 0,1 1)",)], (), "LineString", name="roads"),
         "FACILITIES: the layer “roads” holds lines. Choose a layer with points or polygons."),
    ],
)  # fmt: skip
def test_layers_of_the_wrong_kind_are_refused(name, layer, words, tmp_path):
    assert words in refused(tmp_path, **{name: layer()})


def test_a_layer_that_fits_no_place_of_the_profile_is_refused(tmp_path):
    path = own_profile(tmp_path, own_layer(text_field("A", '"TBBH"')))
    said = refused(tmp_path, PROFILE_FILE=path, REDLINE=places()["REDLINE"])
    assert "REDLINE: the profile OWN has no place for this layer. Leave it empty" in said


def test_an_empty_plan_is_refused(tmp_path):
    said = refused(tmp_path, parcels())
    assert "INPUT: there are no parcels of 中畈村 (330723199201), so there is no plan to deliver." in said
    assert "INPUT: there are no parcels" in refused(
        tmp_path, parcels({"shape": None, "base_code": "0101", "plan_code": "0101"}))


@pytest.mark.parametrize("folder", ["/proc/nothing/here", "/dev/null/here"])
def test_a_folder_that_cannot_be_written_is_refused(folder, tmp_path):
    said = refused(tmp_path, FOLDER=folder)
    assert "FOLDER: " in said
    assert "Choose " in said


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    assert "FOLDER: " in refused(tmp_path, FOLDER=str(tmp_path / "file"))
    assert (tmp_path / "file").read_text() == "x"


def test_a_gdal_that_writes_no_geodatabases_is_said(tmp_path, monkeypatch):
    class Old:
        DCAP_CREATE, __version__ = "DCAP_CREATE", "3.5.1"

        @staticmethod
        def GetDriverByName(name):  # noqa: N802 - GDAL's name
            return None

    monkeypatch.setattr(export_formats, "gdal", Old)
    said = refused(tmp_path, FORMAT=GDB)
    assert "FORMAT: this QGIS cannot write File geodatabase (its GDAL is 3.5.1, and 3.6 can)." in said


def test_layers_larger_than_a_shapefile_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(export_formats, "_MOST_BYTES", 1_000)
    assert "FORMAT: JQDLTB needs" in refused(tmp_path, FORMAT=SHP_GBK)
    export(plan(), tmp_path, FORMAT=GPKG)


# --- profiles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ([text_field("A", '"TBBH" ||')], "cannot be used ("),
        ([text_field("A", "$area")], "uses more than named fields"),
        ([text_field("A", '"TBBH"', formula="{B}*2")], "the formula of A names B, which is no field of OWN_A"),
    ],
)  # fmt: skip
def test_profiles_are_refused_with_the_line(fields, words, tmp_path):
    path = own_profile(tmp_path, own_layer(*fields))
    said = refused(tmp_path, PROFILE_FILE=path)
    assert words in said
    assert "PROFILE_FILE: line " in said


@pytest.mark.parametrize(
    ("name", "form", "ok"),
    [("ABCDEFGHIJ", SHP_UTF8, True), ("ABCDEFGHIJK", SHP_UTF8, False), ("规划地类码", SHP_GBK, True),
     ("规划地类码", SHP_UTF8, False), ("规划地类编码", SHP_GBK, False), ("ABCDEFGHIJK", GPKG, True),
     ("规划地类编码", GDB, True), ("지목", SHP_GBK, False)],
)  # fmt: skip
def test_names_of_fields_are_counted_in_bytes_of_the_encoding(name, form, ok, tmp_path):
    path = own_profile(tmp_path, own_layer(text_field(name, '"TBBH"')))
    if ok:
        export(plan(), tmp_path, PROFILE_FILE=path, FORMAT=form, BASIC_FARMLAND=places()["BASIC_FARMLAND"])
        assert delivered(tmp_path / f"{NAME}_OWN")["OWN_A"].rows == [{name: "0002"}]
    else:
        said = refused(tmp_path, PROFILE_FILE=path, FORMAT=form)
        assert f"PROFILE_FILE: the name of the field {name} in OWN_A takes" in said


# --- values -------------------------------------------------------------------------------------


def named(name, **more):
    return {"TBBH": "0001", "base_code": "0101", "plan_code": "0101", "ZLDWMC": name, **more}


@pytest.mark.parametrize(
    ("form", "fits", "too_long"),
    [(GPKG, "村" * 60, "村" * 61), (GDB, "村" * 60, "村" * 61), (SHP_UTF8, "村" * 20, "村" * 20 + "a"),
     (SHP_GBK, "村" * 30, "村" * 30 + "a")],
)  # fmt: skip
def test_texts_are_measured_as_the_format_measures_and_never_cut(form, fits, too_long, tmp_path):
    export(parcels(named(fits)), tmp_path / "fits", FORMAT=form)
    assert delivered(tmp_path / "fits" / f"{NAME}_FJ")["JQDLTB"].column("ZLDWMC") == [fits]
    (tmp_path / "not").mkdir()
    said = refused(tmp_path / "not", parcels(named("短"), named(too_long), named(too_long)), FORMAT=form)
    assert "INPUT: 2 values cannot be delivered as they are, so nothing was written" in said
    assert "JQDLTB.ZLDWMC holds a text that is too long in 2 rows (2, 3)" in said
    assert {GPKG: "needed up to 61, room 60", GDB: "needed up to 61, room 60"}.get(form, "needed up to 61") in said


def test_every_value_is_listed_with_its_feature(tmp_path):
    path = tmp_path / "problems.csv"
    layer = parcels(named("长" * 70), named("好"), named("=长" * 40))
    ids = [feature.id() for feature in layer.getFeatures()]
    said = refused(tmp_path, layer, PROBLEMS=str(path))
    assert f"every one is listed in {path}" in said
    assert problems(path) == [
        {"layer": "JQDLTB", "row": str(row), "input": "INPUT", "feature": str(ids[row - 1]), "field": "ZLDWMC",
         "value": value, "problem": "a text that is too long", "needed": needed, "room": "60"}
        for row, value, needed in ((1, "长" * 70, "70"), (3, "'" + "=长" * 40, "80"))
    ]


def test_the_feature_is_that_of_the_right_layer_where_several_make_one(tmp_path):
    redline = layer_of([(box(0, 0, 9, 9), "a"), (box(9, 0, 20, 9), "红" * 101)], (("NAME", str),), name="STBHHX")
    path = tmp_path / "problems.csv"
    historic = layer_of([(box(0, 0, 5, 5), "史" * 102)], (("NAME", str),), name="heritage")
    refused(tmp_path, PROFILE=2, REDLINE=redline, HISTORIC=historic, PROBLEMS=str(path))
    found = [(row["layer"], row["row"], row["input"], row["feature"], row["needed"]) for row in problems(path)]
    wanted = [[feature.id() for feature in layer.getFeatures()] for layer in (redline, historic)]
    assert found == [("TDZZ_GKX", "2", "REDLINE", str(wanted[0][1]), "101"),
                     ("TDZZ_GKX", "3", "HISTORIC", str(wanted[1][0]), "102")]  # fmt: skip


@pytest.mark.parametrize(("text", "letters"), [("𠮷家村", "𠮷"), ("한국村", "한국"), ("a😀", "😀"), ("€1", "€")])
def test_characters_that_gbk_lacks_are_named_with_the_feature(text, letters, tmp_path):
    path = tmp_path / "problems.csv"
    said = refused(tmp_path, parcels(named("好"), named(text)), FORMAT=SHP_GBK, PROBLEMS=str(path))
    assert "JQDLTB.ZLDWMC holds a character that the format's encoding does not have in 1 rows (2)" in said
    assert f"{text} ({letters})" in said
    assert problems(path)[0]["problem"].endswith(f": {letters}")
    for form in (GPKG, SHP_UTF8, GDB):
        export(parcels(named("好"), named(text)), tmp_path / str(form), FORMAT=form)
        assert delivered(tmp_path / str(form) / f"{NAME}_FJ")["JQDLTB"].column("ZLDWMC") == ["好", text]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"base_code": "7777"}, "JQDLBM holds a code that the list of the field does not have in 1 rows (1): 7777"),
        ({"plan_code": None}, "GHDLTB.GHDLBM holds no value where the profile requires one in 1 rows (1)"),
        ({"TBBH": "123456789"}, "JQDLTB.TBBH holds a text that is too long"),
        ({"SJNF": 10**9}, "JQDLTB.SJNF holds no whole number of up to nine digits"),
    ],
)
def test_codes_and_required_values_are_checked(row, words, tmp_path):
    assert words in refused(tmp_path, parcels(named("好", **row)))


def test_more_problems_are_counted_than_the_sentence_names(tmp_path):
    path = tmp_path / "problems.csv"
    layer = parcels(*(named("长" * (61 + k)) for k in range(300)))
    said = refused(tmp_path, layer, PROBLEMS=str(path))
    assert "300 values" in said
    assert "(1, 2, 3, …)" in said
    assert len(problems(path)) == 300
    assert len(said) < 900


@pytest.mark.parametrize("form", FORMATS)
def test_a_point_layer_takes_one_point_each(form, tmp_path):
    several = layer_of([("MULTIPOINT((500000 3220000),(500010 3220000))", "a", "b")],
                       (("NAME", str), ("kind", str)), "MultiPoint", name="spots")  # fmt: skip
    said = refused(tmp_path, FACILITIES=several, FORMAT=form)
    assert "GGJCSSD holds a shape that is not of the layer's kind, or has several parts" in said
    single = layer_of([("MULTIPOINT((500000 3220000))", "a", "b")], (("NAME", str), ("kind", str)), "MultiPoint",
                      name="spots")  # fmt: skip
    export(plan(), tmp_path, FACILITIES=single, FORMAT=form)
    (shape,) = delivered(tmp_path / f"{NAME}_FJ")["GGJCSSD"].shapes
    assert shape.asPoint().x() == 500_000


def test_a_context_of_the_desktop_changes_nothing(tmp_path):
    context = QgsProcessingContext()
    context.setEllipsoid("EPSG:7024")
    export(plan(), tmp_path, context=context)
    assert all(abs(area - 10_000) < 0.05 for area in delivered(tmp_path / f"{NAME}_FJ")["JQDLTB"].column("TBMJ"))
