"""A delivery holds what the plan says: layers, fields, areas, tables, projects, workbook."""

import csv
from decimal import ROUND_HALF_UP, Decimal

import pytest
from deliveries import (
    FORMATS,
    NAME,
    PROFILES,
    delivered,
    export,
    own_layer,
    own_profile,
    parcels,
    places,
    plan,
    text_field,
)
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QDate
from scenes import box, context_without_project, layer_of

from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.plan_profile import shipped_profile
from land_consolidation.algorithms.structure_form import forms

each_format = pytest.mark.parametrize("form", FORMATS, ids=[name.replace(" ", "_") for name in FORMATS.values()])
each_profile = pytest.mark.parametrize("profile", range(len(PROFILES)), ids=PROFILES)
TYPES = {
    "text": {"String"}, "integer": {"Integer"}, "double": {"Real"}, "float": {"Real"}, "date": {"Date", "DateTime"},
}


def cents(number):
    return Decimal(str(number)).quantize(Decimal("0.01"), ROUND_HALF_UP)


# --- what is in it ------------------------------------------------------------------------------


def test_parcels_become_base_year_and_planned_land(tmp_path):
    export(plan(), tmp_path, **places())
    found = delivered(tmp_path / f"{NAME}_FJ")
    base, planned = found["JQDLTB"], found["GHDLTB"]
    assert base.column("JQDLBM") == ["1001", "0101", "0703", "0301", "1704"]
    assert base.column("JQDLMC") == ["工业用地", "水田", "农村宅基地", "乔木林地", "坑塘水面"]
    assert planned.column("GHDLBM") == ["0103", "0101", "0103", "0301", "1704"]
    assert planned.column("GHDLMC") == ["旱地", "水田", "旱地", "乔木林地", "坑塘水面"]
    assert base.column("TBBH") == planned.column("TBBH") == ["0001", "0002", "0003", "0004", None]
    assert base.column("YSDM") == ["2003010100"] * 5
    assert base.column("ZLDWDM") == ["3307231992010000000", *["330723199201"] * 4], "the village's where there is none"
    assert base.column("SJNF") == [2023, 2024, 2023, 2023, 2023]
    assert base.column("BZ") == ["废弃厂房，已腾空", "两端空格", None, None, None]
    assert base.column("QSDWMC") == ["中畈村集体", None, None, None, None]


def test_areas_are_legal_and_net_of_ridges_only_on_cropland(tmp_path):
    export(plan(), tmp_path)
    found = delivered(tmp_path / f"{NAME}_FJ")
    base = found["JQDLTB"]
    assert all(abs(area - 10_000) < 0.05 for area in base.column("TBMJ"))
    assert found["GHDLTB"].column("GHDLMJ") == base.column("TBMJ")
    for row in base.rows:
        share = Decimal("0.0689") if row["JQDLBM"] == "0101" else Decimal(0)
        ridges = cents(Decimal(str(row["TBMJ"])) * share)
        assert (cents(row["KCMJ"]), cents(row["TBDLMJ"])) == (ridges, cents(row["TBMJ"]) - ridges)


def test_areas_may_come_from_fields(tmp_path):
    fields = (("base_code", str), ("plan_code", str), ("TBMJ", float), ("TBDLMJ", float))
    layer = parcels({"base_code": "0101", "plan_code": "0101", "TBMJ": 9_999.5, "TBDLMJ": 9_000.25},
                    {"base_code": "0301", "plan_code": "0301", "TBDLMJ": 500.0}, fields=fields)  # fmt: skip
    export(layer, tmp_path, AREA_METHOD=1)
    base = delivered(tmp_path / f"{NAME}_FJ")["JQDLTB"]
    assert base.column("TBMJ") == [9_999.5, 500.0]
    assert base.column("KCMJ") == [999.25, 0.0]
    assert base.column("TBDLMJ") == [9_000.25, 500.0]


@pytest.mark.parametrize("profile", [0, 2], ids=["FJ", "TDZZ"])
def test_identifiers_run_on_across_layers_and_none_stands_twice(profile, tmp_path):
    export(plan(), tmp_path, PROFILE=profile, **places())
    found = delivered(tmp_path / f"{NAME}_{PROFILES[profile]}")
    in_order = [bsm for layer in shipped_profile(PROFILES[profile]).layers
                if layer.geometry and any(field.name == "BSM" for field in layer.fields)
                for bsm in found[layer.code].column("BSM")]  # fmt: skip
    assert in_order == [f"330723199201{k:08}" for k in range(1, len(in_order) + 1)]
    assert len(in_order) > 10


def test_every_other_layer_finds_its_place(tmp_path):
    export(plan(), tmp_path, **places())
    found = delivered(tmp_path / f"{NAME}_FJ")
    control = found["GKBJ"]
    assert list(zip(control.column("GKBJLXDM"), control.column("GKBJLXMC"))) == [
        ("0102", "生态保护红线"), ("0202", "永久基本农田"), ("0301", "村庄集中建设区"), ("0400", "城镇空间"),
    ]
    assert found["CJDCQ"].column("ZLDWMC") == ["中畈村"]
    assert found["CJDCQJX"].shapes[0].length() == pytest.approx(2 * (500 + 120))
    assert found["GGJCSSD"].column("BZ") == ["老年活动室"]
    assert found["GHGGJCSSD"].column("BZ") == ["文化礼堂"]
    point, within = found["GHGGJCSSD"].shapes[0], places()["PLANNED_FACILITIES"]
    assert next(within.getFeatures()).geometry().contains(point), "an area becomes a point inside it"
    assert found["LSWHBHQ"].column("LSWHLX") == ["祠堂"]


def test_dates_and_areas_in_hectares_of_the_hangzhou_layers(tmp_path):
    export(plan(), tmp_path, PROFILE=1, **places())
    found = delivered(tmp_path / f"{NAME}_HZ")
    assert found["XG_GHFW"].column("PFSJ") == [QDate(2025, 3, 1)]
    assert found["XG_GHFW"].column("DYMJ") == [pytest.approx(6.0, abs=1e-4)]
    assert found["XG_GHDK"].column("MJ") == [pytest.approx(1.0, abs=1e-4)] * 5
    assert found["XG_GHDK"].column("GDMJ") == [pytest.approx(x, abs=1e-4) for x in (1.0, 0.9311, 1.0, 0.0, 0.0)]
    assert found["XG_GHDK"].column("XZYD")[0] == "工业用地"
    assert found["XG_JSBJ"].column("JSBM") == ["330723199201-JSBJ01"]
    assert found["XG_KZX"].column("LXMC") == ["生态保护红线", "城镇开发边界", "历史文化保护线"]
    assert found["XG_GYPQ"].rows == []


def test_our_own_profile_has_every_tag_projects_reclaimed_and_new_land(tmp_path):
    export(plan(), tmp_path, PROFILE=2, **places())
    found = delivered(tmp_path / f"{NAME}_TDZZ")
    tagged = found["TDZZ_DK"]
    assert [tagged.column(name) for name in ("zz_cat", "LBMC", "zz_sub", "ZLMC", "zz_proj")] == [
        ["C", "B", "E"], ["低效工业整治", "村庄整治", "生态修复提升"], ["C1", "B3", None],
        ["清退复垦", "空心村整治", None], ["中畈项目", "中畈项目", "上畈项目"],
    ]
    assert tagged.column("zz_note")[0] == "含“引号”与 % 号"
    projects = found["TDZZ_XM"]
    assert projects.column("XMMC") == ["上畈项目", "中畈项目"]
    assert projects.column("DKS") == [1, 2]
    assert projects.column("LBS") == ["E", "B、C"]
    for column, expected in (("MJ", (1, 2)), ("FKMJ", (0, 2)), ("XZGDMJ", (0, 2))):
        assert projects.column(column) == [pytest.approx(10_000 * hectares, abs=0.1) for hectares in expected]
    assert found["TDZZ_FK"].column("TBBH") == found["TDZZ_XZGD"].column("TBBH") == ["0001", "0003"]
    sums = found["TDZZ_TJ"]
    assert sums.column("zz_cat") == ["B", "C", "E", "未标注"]
    assert sums.column("DKS") == [1, 1, 1, 2]
    assert sum(map(cents, sums.column("MJ"))) == sum(map(cents, delivered_areas(tmp_path)))
    assert sum(map(Decimal, map(str, sums.column("ZB")))) == 1


def delivered_areas(tmp_path):
    export(plan(), tmp_path / "other")
    return delivered(tmp_path / "other" / f"{NAME}_FJ")["JQDLTB"].column("TBMJ")


def test_tables_agree_with_the_layers(tmp_path):
    export(plan(), tmp_path, POPULATION=50, **places())
    found = delivered(tmp_path / f"{NAME}_FJ")
    table = {row["YDLXMC"]: row for row in found["KJGNJGTZB"].rows}
    assert len(table) == len(found["KJGNJGTZB"].rows), "no name stands twice"
    assert (table["总计"]["JQXZNMJ"], table["总计"]["GHMBNMJ"], table["总计"]["GHQNMJZJ"]) == (5.0, 5.0, 0.0)
    assert (table["耕地"]["YDLXBM"], table["耕地"]["JQXZNMJ"], table["耕地"]["GHMBNMJ"]) == ("01", 0.93, 2.93)
    assert table["耕地"]["JQXZNBZ"] == 18.6
    assert table["林地"]["GHQNMJZJ"] == 0
    assert table["村域建设用地小计"]["GHQNMJZJ"] == -2.0
    indicators = {row["ZBMC"]: row for row in found["GHZBB"].rows}
    assert len(indicators) == 13
    assert (indicators["耕地保有量"]["XZJQN"], indicators["耕地保有量"]["GHMBN"]) == (0.93, 2.93)
    assert (indicators["人均村庄建设用地面积"]["XZJQN"], indicators["人均村庄建设用地面积"]["GHMBN"]) == (400.0, None)
    assert indicators["生态保护红线面积"]["XZJQN"] == 1.0
    assert indicators["大陆自然海岸线保有率"]["XZJQN"] is None, "not known is no zero"
    projects = found["JQJSXMJHB"]
    assert list(zip(projects.column("XMMC"), projects.column("YDMJ"), projects.column("JSNX"))) == [
        ("上畈项目", 1.0, "2023-2035"), ("中畈项目", 2.0, "2023-2035"),
    ]


def test_codes_of_the_tables_are_written_as_the_form_prints_them(tmp_path):
    export(plan(), tmp_path)
    codes = delivered(tmp_path / f"{NAME}_FJ")["KJGNJGTZB"].column("YDLXBM")
    general = next(form for form in forms() if form.id == "general")
    assert {"01", "0703-0704", "1301-1310,1313"} <= set(codes)
    assert sum(code is not None for code in codes) == sum(bool(row.codes) for row in general.rows)


# --- personal data ------------------------------------------------------------------------------


@each_format
def test_personal_data_stay_here_unless_asked_for(form, tmp_path):
    ran = export(plan(), tmp_path / "without", PROFILE=2, FORMAT=form, **places())
    for path in (tmp_path / "without").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for text in ("张三", "330723199001011234"):
                assert text.encode() not in content
                assert text.encode("gbk") not in content
                assert text.encode("utf-16-le") not in content
    names = [field[0] for field in delivered(tmp_path / "without" / f"{NAME}_TDZZ")["TDZZ_YN"].fields]
    assert "ZRRMC" not in names
    assert "TDZZ_YN" in ran.rows("LAYERS", "layer")
    export(plan(), tmp_path / "with", PROFILE=2, FORMAT=form, INCLUDE_PERSONAL=True, **places())
    row = delivered(tmp_path / "with" / f"{NAME}_TDZZ")["TDZZ_YN"].rows[0]
    assert (row["ZRRMC"], row["ZRRZJHM"]) == ("张三", "330723199001011234")


@pytest.mark.parametrize("source", ['"ZRRMC"', "'户主：' || \"ZRRMC\"", 'coalesce("zrrmc", "TBBH")'])
def test_personal_data_do_not_leave_under_another_name(source, tmp_path):
    path = own_profile(tmp_path, own_layer(text_field("TBBH", '"TBBH"'), text_field("BZ", source)))
    export(plan(), tmp_path, PROFILE_FILE=path, BASIC_FARMLAND=places()["BASIC_FARMLAND"])
    (row,) = delivered(tmp_path / f"{NAME}_OWN")["OWN_A"].rows
    assert row == {"TBBH": "0002"}


# --- a profile of one's own ---------------------------------------------------------------------


@each_format
def test_a_fourth_profile_needs_no_code(form, tmp_path):
    path = own_profile(
        tmp_path,
        {"code": "DK", "zh": "地块", "geometry": "Polygon", "style": {"field": "LX"},
         "parts": [{"input": "parcels", "where": "\"zz_cat\" = 'C'"}],
         "fields": [text_field("编号", '"TBBH"'),
                    text_field("LX", '"plan_name"', codes={"旱地": "旱地", "水田": "水田"}),
                    {"name": "MJ", "type": "double", "source": '"area_m2"'},
                    {"name": "RQ", "type": "date", "source": "'2025-03-01'"}]},
        {"code": "TB", "zh": "表", "geometry": "None", "parts": [{"input": "parcels"}],
         "group": {"by": "\"plan_name\"", "columns": {"n": {"count": "TRUE"}}},
         "fields": [text_field("MC", '"key"'), {"name": "SL", "type": "integer", "source": '"n"'}]},
    )
    export(plan(), tmp_path, PROFILE_FILE=path, FORMAT=form)
    found = delivered(tmp_path / f"{NAME}_OWN")
    (row,) = found["DK"].rows
    assert (row["编号"], row["LX"], row["RQ"]) == ("0001", "旱地", QDate(2025, 3, 1))
    assert found["TB"].rows == [
        {"MC": "乔木林地", "SL": 1}, {"MC": "坑塘水面", "SL": 1}, {"MC": "旱地", "SL": 2}, {"MC": "水田", "SL": 1},
    ]


def test_fields_are_found_under_the_names_that_others_give_them(tmp_path):
    fields = (("base_code", str), ("plan_code", str), ("village_code", str), ("village_name", str))
    layer = parcels({"base_code": "0101", "plan_code": "0101", "village_code": "330723199202", "village_name": "下村"},
                    fields=fields)  # fmt: skip
    export(layer, tmp_path)
    base = delivered(tmp_path / f"{NAME}_FJ")["JQDLTB"]
    assert (base.column("ZLDWDM"), base.column("ZLDWMC")) == (["330723199202"], ["下村"])


def test_codes_come_dirty_and_from_other_fields(tmp_path):
    fields = (("b", int), ("p", str))
    layer = parcels({"b": 101, "p": " 0103 "}, {"b": 1001, "p": "１００１"}, fields=fields)
    export(layer, tmp_path, BASE_FIELD="b", PLAN_FIELD="p")
    found = delivered(tmp_path / f"{NAME}_FJ")
    assert found["JQDLTB"].column("JQDLBM") == ["0101", "1001"]
    assert found["GHDLTB"].column("GHDLBM") == ["0103", "1001"]
    assert found["GHDLTB"].column("GHDLMC") == [code_table("use2023").name(c, True) for c in ("0103", "1001")]


@pytest.mark.parametrize(
    ("code", "others"),
    [("330723199201", "(330723200201)"), ("330723199000", "(330723200201)"), ("330723200000", "(330723199201)"),
     ("330723199203", "(330723199201, 330723200201)")],
)  # fmt: skip
def test_parcels_of_other_villages_are_told_of(code, others, tmp_path):
    layer = parcels({"base_code": "0101", "plan_code": "0101", "ZLDWDM": "3307231992010000000"},
                    {"base_code": "0101", "plan_code": "0101", "ZLDWDM": "3307232002010000000"})  # fmt: skip
    ran = export(layer, tmp_path, VILLAGE_CODE=code)
    (warning,) = [text for text in ran.log.warnings if "other villages" in text]
    assert others in warning


def test_projects_are_dissolved_along_shared_edges(tmp_path):
    export(plan(), tmp_path, PROFILE=2)
    shapes = delivered(tmp_path / f"{NAME}_TDZZ")["TDZZ_XM"].shapes
    assert [len(shape.asMultiPolygon()) for shape in shapes] == [1, 2], "the first and the third square do not touch"
    rows = [{"shape": box(100 * k, 0, 100 * k + 100, 100), "base_code": "0101", "plan_code": "0101", "zz_cat": "A",
             "zz_proj": "P"} for k in range(4)]  # fmt: skip
    export(parcels(*rows), tmp_path / "side", PROFILE=2)
    (shape,) = delivered(tmp_path / "side" / f"{NAME}_TDZZ")["TDZZ_XM"].shapes
    assert shape.area() == pytest.approx(40_000)
    assert len(shape.asMultiPolygon()) == 1


# --- workbook -----------------------------------------------------------------------------------


def workbook(path, computed=False):
    import openpyxl

    return openpyxl.load_workbook(path, data_only=computed)


def test_the_workbook_has_numbers_formulas_and_no_formula_from_attributes(tmp_path):
    wicked = parcels({"base_code": "1001", "plan_code": "0103", "zz_cat": "C", "zz_proj": "=HYPERLINK(1)"},
                     {"base_code": "0101", "plan_code": "0101", "zz_proj": "+1"})  # fmt: skip
    export(wicked, tmp_path)
    path = tmp_path / f"{NAME}_FJ" / f"{NAME}_FJ.xlsx"
    book, values = workbook(path), workbook(path, True)
    assert book.sheetnames == ["规划指标表", "空间功能结构调整表", "近期建设项目计划表"]
    projects = book["近期建设项目计划表"]
    named = [cell for row in projects.iter_rows() for cell in row if cell.value in ("=HYPERLINK(1)", "+1")]
    assert len(named) == 2
    assert {cell.data_type for cell in named} == {"s"}
    structure, shown = book["空间功能结构调整表"], values["空间功能结构调整表"]
    formulas = [cell for row in structure.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > 50
    assert all(isinstance(shown[cell.coordinate].value, (int, float)) for cell in formulas)


def test_sums_and_shares_of_our_own_table_are_formulas_that_give_what_is_stored(tmp_path):
    export(plan(), tmp_path, PROFILE=2)
    path = tmp_path / f"{NAME}_TDZZ" / f"{NAME}_TDZZ.xlsx"
    sheet, values = workbook(path)["整治类别统计表"], workbook(path, True)["整治类别统计表"]
    titles = {cell.value: cell.column_letter for cell in sheet[2]}
    area, mu, share = titles["面积（平方米）"], titles["面积（亩）"], titles["占全部面积"]
    assert sheet[f"{mu}3"].value == f"=ROUND({area}3*3/2000,4)"
    assert sheet[f"{share}3"].value == f"={area}3/{area}$7"
    assert sheet[f"{area}7"].value == f"=SUM({area}3:{area}6)"
    assert values[f"{area}7"].value == pytest.approx(50_000, abs=0.2)
    assert sheet[f"{share}3"].number_format == "0.00%"
    stored = delivered(tmp_path / f"{NAME}_TDZZ")["TDZZ_TJ"]
    assert [values[f"{mu}{row}"].value for row in range(3, 7)] == stored.column("MJ_MU")


# --- chained ------------------------------------------------------------------------------------


def test_a_delivery_is_loaded_with_the_name_of_its_layer(tmp_path):
    context = context_without_project()
    ran = export(plan(), tmp_path, context=context)
    layer = QgsProcessingUtils.mapLayerFromString(ran.results["LAYERS"], context)
    assert layer.featureCount() == ran.results["LAYER_COUNT"]


def test_plan_codes_then_export(tmp_path):
    """What “Plan codes” writes is what the export asks for."""
    from scenes import run

    survey = layer_of([(box(0, 0, 100, 100), "0601", "C", "C1", "person"), (box(100, 0, 200, 100), "0101", None, None,
                        None)], (("DLBM", str), ("zz_cat", str), ("zz_sub", str), ("zz_source", str)))  # fmt: skip
    coded = run(survey, "landconsolidation:plancodes", OUTPUT=str(tmp_path / "coded.gpkg"))
    layer = QgsVectorLayer(coded.results["OUTPUT"], "DLTB", "ogr")
    export(layer, tmp_path, PROFILE=2)
    found = delivered(tmp_path / f"{NAME}_TDZZ")
    assert found["TDZZ_DK"].column("JQDLBM") == ["1001"]
    assert found["TDZZ_FK"].column("GHDLBM") == ["0103"]


def test_problems_is_just_a_head_where_there_are_none(tmp_path):
    path = tmp_path / "problems.csv"
    ran = export(plan(), tmp_path, PROBLEMS=str(path))
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["layer", "row", "input", "feature", "field", "value", "problem", "needed", "room"]]
    assert ran.results["PROBLEMS"] == str(path)
    with pytest.raises(QgsProcessingException, match="is there already"):
        export(plan(), tmp_path)


# --- a village out of a township's layers -------------------------------------------------------


def test_other_layers_are_cut_to_the_ground_of_the_parcels_only_when_asked_for(tmp_path):
    wide = (("village_name", str),)
    layers = {
        "VILLAGE": layer_of([(box(-5, -5, 503, 108), "中畈村"), (box(503, -5, 900, 108), "邻村")], wide, name="CUN"),
        "REDLINE": layer_of([(box(450, 50, 700, 80), "红线")], wide, name="STBHHX"),
        "BOUNDARY": layer_of([(box(500, 0, 700, 100), "只相接")], wide, name="CZKFBJ"),
        "FACILITIES": layer_of([("POINT(500010 3220010)", "内"), ("POINT(500510 3220010)", "外")], wide, "Point",
                               name="services"),
    }  # fmt: skip
    export(plan(), tmp_path / "cut", CLIP=True, **layers)
    cut = delivered(tmp_path / "cut" / f"{NAME}_FJ")
    assert len(cut["CJDCQ"].rows) == len(cut["GGJCSSD"].rows) == 1
    assert [(row["GKBJLXDM"], round(row["MJ"])) for row in cut["GKBJ"].rows] == [("0102", 50 * 30)]
    export(plan(), tmp_path / "whole", **layers)
    whole = delivered(tmp_path / "whole" / f"{NAME}_FJ")
    assert len(whole["CJDCQ"].rows) == len(whole["GGJCSSD"].rows) == 2
    assert sorted(round(row["MJ"]) for row in whole["GKBJ"].rows) == [250 * 30, 200 * 100]
