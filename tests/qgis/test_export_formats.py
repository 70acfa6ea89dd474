"""A delivery reads the same in every format, lies where it should, and carries its looks and metadata."""

import json

import pytest
import shapely
from deliveries import (
    FORMATS,
    GDB,
    GPKG,
    NAME,
    PROFILES,
    SHP_GBK,
    SHP_UTF8,
    delivered,
    export,
    parcels,
    places,
    plan,
)
from qgis.core import Qgis
from scenes import moved

from land_consolidation.algorithms.plan_profile import shipped_profile

each_format = pytest.mark.parametrize("form", FORMATS, ids=[name.replace(" ", "_") for name in FORMATS.values()])
each_profile = pytest.mark.parametrize("profile", range(len(PROFILES)), ids=PROFILES)
TYPES = {
    "text": {"String"}, "integer": {"Integer"}, "double": {"Real"}, "float": {"Real"}, "date": {"Date", "DateTime"},
}


# --- the same in every format -------------------------------------------------------------------


@each_profile
@each_format
def test_reading_again_gives_the_same_values(profile, form, tmp_path):
    export(plan(), tmp_path / "here", PROFILE=profile, FORMAT=form, INCLUDE_PERSONAL=True, **places())
    export(plan(), tmp_path / "reference", PROFILE=profile, FORMAT=GPKG, INCLUDE_PERSONAL=True, **places())
    name = f"{NAME}_{PROFILES[profile]}"
    found, reference = delivered(tmp_path / "here" / name), delivered(tmp_path / "reference" / name)
    layers = shipped_profile(PROFILES[profile]).layers
    assert set(found) == {layer.code for layer in layers}
    values = 0
    for layer in layers:
        here = found[layer.code]
        assert [field[0] for field in here.fields] == [field.name for field in layer.fields]
        for field, (_, type_name, length) in zip(layer.fields, here.fields):
            assert type_name in TYPES[field.kind], (layer.code, field.name)
            if field.kind == "text":
                bytes_ = field.utf8_length if form == SHP_UTF8 else field.length
                assert length == (min(bytes_, 254) if form in (SHP_UTF8, SHP_GBK) else field.length)
        assert here.rows == reference[layer.code].rows, layer.code
        values += sum(value is not None for row in here.rows for value in row.values())
        if layer.geometry:
            shapes = [shapely.normalize(shapely.from_wkb(shape.asWkb().data())) for shape in here.shapes]
            wanted = [shapely.normalize(shapely.from_wkb(s.asWkb().data())) for s in reference[layer.code].shapes]
            assert len(shapes) == len(wanted)
            assert all(shapely.equals_exact(a, b, 2e-7) for a, b in zip(shapes, wanted))
            assert here.layer.crs().authid() == "EPSG:4549"
    assert values > 60


def test_shapes_are_those_of_the_input(tmp_path):
    export(plan(), tmp_path)
    found = delivered(tmp_path / f"{NAME}_FJ")["GHDLTB"]
    for shape, feature in zip(found.shapes, plan().getFeatures()):
        assert shape.isMultipart()
        assert shape.asMultiPolygon() == [feature.geometry().asPolygon()]


@pytest.mark.parametrize("form", [SHP_UTF8, SHP_GBK])
def test_shapefiles_say_which_encoding_they_have(form, tmp_path):
    export(plan(), tmp_path, FORMAT=form)
    folder = tmp_path / f"{NAME}_FJ"
    assert (folder / "GHDLTB.cpg").read_text() == {SHP_UTF8: "UTF-8", SHP_GBK: "936"}[form]
    assert "旱地".encode({SHP_UTF8: "utf-8", SHP_GBK: "gbk"}[form]) in (folder / "GHDLTB.dbf").read_bytes()


def test_every_character_of_gbk_comes_through(tmp_path):
    letters = []
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            try:
                letters.append(bytes((lead, trail)).decode("gbk"))
            except UnicodeDecodeError:
                continue
    letters = [letter for letter in letters if letter.strip()]
    texts = ["".join(letters[k:k + 100]) for k in range(0, len(letters), 100)]
    assert len(letters) > 20_000
    layer = parcels(*({"base_code": "0101", "plan_code": "0101", "BZ": text} for text in texts))
    export(layer, tmp_path, FORMAT=SHP_GBK)
    assert delivered(tmp_path / f"{NAME}_FJ")["JQDLTB"].column("BZ") == texts


# --- where it lies, and how it looks ------------------------------------------------------------


@pytest.mark.parametrize(
    ("crs", "chosen", "expected"),
    [("EPSG:4549", None, "EPSG:4549"), ("EPSG:4528", None, "EPSG:4528"), ("EPSG:4490", None, "EPSG:4549"),
     ("EPSG:32651", None, "EPSG:4549"), ("EPSG:4549", "EPSG:4490", "EPSG:4490"),
     ("EPSG:4549", "EPSG:4528", "EPSG:4528")],
)  # fmt: skip
def test_a_delivery_is_in_the_three_degree_zone_or_in_the_crs_chosen(crs, chosen, expected, tmp_path):
    layer = plan() if crs == "EPSG:4549" else moved(plan(), crs)
    redline = moved(places()["REDLINE"], "EPSG:4490")
    export(layer, tmp_path, CRS=chosen, REDLINE=redline)
    found = delivered(tmp_path / f"{NAME}_FJ")
    for code in ("JQDLTB", "GKBJ"):
        assert found[code].layer.crs().authid() == expected
    assert [round(area, 0) for area in found["JQDLTB"].column("TBMJ")] == [10_000] * 5
    back = moved(found["JQDLTB"].layer, "EPSG:4549")
    for here, feature in zip(plan().getFeatures(), back.getFeatures()):
        assert here.geometry().hausdorffDistance(feature.geometry()) < 1e-3


@each_format
def test_layers_carry_aliases_lists_colours_and_metadata(form, tmp_path):
    export(plan(), tmp_path, FORMAT=form, **places())
    folder = tmp_path / f"{NAME}_FJ"
    for layer in shipped_profile("FJ").layers:
        opened = delivered(folder)[layer.code].layer
        if form == GDB:  # QGIS looks for no styles beside a geodatabase
            assert opened.loadNamedStyle(str(folder / "styles" / f"{layer.code}.qml"))[1]
            assert opened.loadNamedMetadata(str(folder / "styles" / f"{layer.code}.qmd"))[1]
        elif form != GPKG:
            assert opened.loadDefaultMetadata()[1], "as QGIS does when people add it"
        aliases = {field.name(): field.alias() for field in opened.fields()}
        assert {field.name: field.alias for field in layer.fields}.items() <= aliases.items()
        metadata = opened.metadata()
        assert metadata.title() == f"中畈村村庄规划 {layer.zh}"
        assert any("330723199201" in step for step in metadata.history()), "parameters"
        assert any("FJ" in step for step in metadata.history())
        assert metadata.dateTime(Qgis.MetadataDateType.Created).isValid()
        if layer.geometry:
            assert metadata.crs().authid() == "EPSG:4549"
            assert opened.renderer().type() in ("categorizedSymbol", "singleSymbol")
    control = delivered(folder)["GKBJ"].layer
    if form == GDB:
        control.loadNamedStyle(str(folder / "styles" / "GKBJ.qml"))
    assert control.renderer().type() == "categorizedSymbol"
    field = control.fields().lookupField("GKBJLXDM")
    assert {"0202 永久基本农田": "0202"} in control.editorWidgetSetup(field).config()["map"]


def test_the_manifest_says_what_the_delivery_is(tmp_path):
    export(plan(), tmp_path, FORMAT=GDB, PROFILE=1)
    content = json.loads((tmp_path / f"{NAME}_HZ" / "delivery.json").read_text(encoding="utf-8"))
    assert (content["profile"], content["format"], content["crs"]) == ("HZ", "FileGDB", "EPSG:4549")
    assert (content["village_code"], content["target_year"]) == ("330723199201", 2035)
    assert {layer["code"]: layer["features"] for layer in content["layers"]}["XG_GHDK"] == 5


def test_nothing_in_a_delivery_names_this_machine(tmp_path):
    export(plan(), tmp_path, FORMAT=SHP_UTF8, **places())
    for path in (tmp_path / f"{NAME}_FJ").iterdir():
        if path.suffix in (".qml", ".qmd", ".json"):
            assert str(tmp_path) not in path.read_text(encoding="utf-8"), path.name


def test_the_list_of_layers_says_what_is_empty_and_why(tmp_path):
    ran = export(plan(), tmp_path, REDLINE=places()["REDLINE"])
    rows = {row[0]: row[1:] for row in ran.rows("LAYERS", "layer", "features", "area_mu", "empty", "remark", "file")}
    assert rows["JQDLTB"][0] == 5
    assert rows["JQDLTB"][1] == pytest.approx(75, abs=0.01)
    assert "GDLX" in rows["JQDLTB"][2].split(", ")
    assert rows["GKBJ"][0] == 1
    assert rows["CJDCQ"][3] == "Empty: no layer was given as VILLAGE."
    assert rows["JQDLTB"][4] == f"{NAME}_FJ.gpkg"
    assert ran.results["DELIVERY"] == str(tmp_path / f"{NAME}_FJ")
    assert ran.results["FEATURE_COUNT"] == sum(row[0] for row in rows.values())
    assert ran.results["LAYER_COUNT"] == len(rows)


def test_the_report_can_be_read(tmp_path):
    path = tmp_path / "report.html"
    export(plan(), tmp_path, REPORT=str(path), HISTORIC=places()["HISTORIC"])
    text = path.read_text(encoding="utf-8")
    for words in ("Delivery of 中畈村村庄规划", "JQDLTB", "Base-year land parcels", "no layer was given as VILLAGE",
                  "Fields without any value", "province inferred", "Personal data", "left out"):  # fmt: skip
        assert words in text, words


# --- shapes -------------------------------------------------------------------------------------


@each_format
def test_curves_become_segments_and_heights_are_left_out_and_both_are_said(form, tmp_path):
    disc = ("CURVEPOLYGONZ(CIRCULARSTRINGZ(500000 3220100 5,500100 3220000 5,500000 3219900 5,499900 3220000 5,"
            "500000 3220100 5))")  # fmt: skip
    layer = parcels({"shape": disc, "base_code": "0101", "plan_code": "0101"}, kind="CurvePolygonZ")
    ran = export(layer, tmp_path, FORMAT=form)
    (shape,) = delivered(tmp_path / f"{NAME}_FJ")["GHDLTB"].shapes
    assert not shape.constGet().is3D()
    assert shape.area() == pytest.approx(3.14159265 * 100**2, rel=1e-3)
    assert "heights and measures are left out" in ran.log.all
    assert "short straight segments" in ran.log.all


@each_format
def test_parts_and_holes_come_through(form, tmp_path):
    ring = "500000 3220000,500100 3220000,500100 3220100,500000 3220100,500000 3220000"
    hole = "500020 3220020,500040 3220020,500040 3220040,500020 3220040,500020 3220020"
    other = "500200 3220000,500300 3220000,500300 3220100,500200 3220000"
    layer = parcels({"shape": f"MULTIPOLYGON((({ring}),({hole})),(({other})))", "base_code": "0101",
                     "plan_code": "0101"}, kind="MultiPolygon")  # fmt: skip
    export(layer, tmp_path, FORMAT=form)
    (shape,) = delivered(tmp_path / f"{NAME}_FJ")["GHDLTB"].shapes
    assert shape.area() == pytest.approx(10_000 - 400 + 5_000)
    assert len(shape.asMultiPolygon()) == 2


