"""Plans to export, and deliveries read again whatever format they are in."""

import json
from dataclasses import dataclass
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType
from scenes import box, layer_of, plain, run

EXPORT = "landconsolidation:exportvillageplan"
PROFILES = ("FJ", "HZ", "TDZZ")
GPKG, SHP_UTF8, SHP_GBK, GDB = range(4)
FORMATS = {GPKG: "GeoPackage", SHP_UTF8: "Shapefile UTF-8", SHP_GBK: "Shapefile GBK", GDB: "FileGDB"}
FACTS = {
    "VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "中畈村", "PLAN_NAME": "中畈村村庄规划", "BASE_YEAR": 2023,
    "TARGET_YEAR": 2035,
}
NAME = "330723199201中畈村"
SURVEY = (
    ("TBBH", str), ("base_code", str), ("plan_code", str), ("ZLDWDM", str), ("ZLDWMC", str), ("QSDWMC", str),
    ("KCXS", float), ("SJNF", int), ("BZ", str), ("zz_cat", str), ("zz_sub", str), ("zz_proj", str), ("zz_note", str),
)


def parcels(*rows, fields=SURVEY, crs="EPSG:4549", kind="Polygon", name="DLTB"):
    """A layer of parcels. rows: dicts of values by field, with `shape` or else squares of a hectare side by side."""
    return layer_of(
        [(row.get("shape", box(100 * k, 0, 100 * k + 100, 100)), *(row.get(field) for field, _ in fields))
         for k, row in enumerate(rows)],
        fields, kind, crs, name,
    )  # fmt: skip


def plan():
    """Five parcels: a cleared factory, terraced cropland, homesteads, a wood, and one with hardly any value."""
    return parcels(
        {"TBBH": "0001", "base_code": "1001", "plan_code": "0103", "ZLDWDM": "3307231992010000000",
         "ZLDWMC": "中畈村", "QSDWMC": "中畈村集体", "SJNF": 2023, "BZ": "废弃厂房，已腾空", "zz_cat": "C",
         "zz_sub": "C1", "zz_proj": "中畈项目", "zz_note": "含“引号”与 % 号"},
        {"TBBH": "0002", "base_code": "0101", "plan_code": "0101", "KCXS": 0.0689, "SJNF": 2024, "BZ": "  两端空格  "},
        {"TBBH": "0003", "base_code": "0703", "plan_code": "0103", "KCXS": 0.5, "zz_cat": "B", "zz_sub": "B3",
         "zz_proj": "中畈项目", "BZ": ""},
        {"TBBH": "0004", "base_code": "0301", "plan_code": "0301", "zz_cat": "E", "zz_proj": "上畈项目"},
        {"base_code": "1704", "plan_code": "1704"},
    )  # fmt: skip


def places():
    """Every other layer that a profile can have a place for."""
    named = (("NAME", str), ("kind", str))
    return {
        "VILLAGE": layer_of([(box(0, -10, 500, 110), "中畈村", QDate(2025, 3, 1))],
                            (("village_name", str), ("PFSJ", QMetaType.Type.QDate)), name="village"),
        "BASIC_FARMLAND": layer_of([(box(100, 0, 200, 100), "0002", "张三", "330723199001011234")],
                                   (("TBBH", str), ("ZRRMC", str), ("ZRRZJHM", str)), name="YJJBNTBHTB"),
        "REDLINE": layer_of([(box(300, 0, 400, 100), "红线一", "")], named, name="STBHHX"),
        "BOUNDARY": layer_of([(box(600, 0, 700, 100), "开发边界", "")], named, name="CZKFBJ"),
        "CONSTRUCTION": layer_of([(box(200, 0, 300, 100), "村庄边界", "")], named, name="built"),
        "HISTORIC": layer_of([(box(220, 20, 240, 40), "古祠堂", "祠堂")], named, name="heritage"),
        "FACILITIES": layer_of([("POINT(500010 3220010)", "老年活动室", "服务")], named, "Point", name="services"),
        "PLANNED_FACILITIES": layer_of([(box(10, 10, 20, 20), "文化礼堂", "文化")], named, name="planned"),
    }  # fmt: skip


def export(layer, folder, **parameters):
    """Run the export into a folder."""
    return run(layer, EXPORT, **{**FACTS, "FOLDER": str(folder), **parameters})


def own_profile(folder, *layers):
    """The path of a profile of one's own with these layers."""
    path = folder / "own.json"
    content = {"id": "OWN", "zh": "自定", "layers": list(layers)}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return str(path)


def own_layer(*fields, **more):
    """A layer of such a profile, of basic farmland."""
    return {"code": "OWN_A", "zh": "甲", "geometry": "Polygon", "parts": [{"input": "basic_farmland"}],
            "fields": list(fields), **more}  # fmt: skip


def text_field(name, source, length=60, **more):
    """A field of such a layer."""
    return {"name": name, "type": "text", "length": length, "source": source, **more}


@dataclass(frozen=True)
class Read:
    """A delivered layer as read again. fields: (name, type name, length); rows: dicts; shapes: QgsGeometry or None."""

    fields: tuple
    rows: list
    shapes: list
    layer: object

    def column(self, name):
        return [row[name] for row in self.rows]


def delivered(folder):
    """Every layer and table of a delivery by code, as QGIS reads it."""
    found = {}
    for path in sorted(Path(folder).iterdir()):
        if path.suffix in (".gpkg", ".gdb"):
            source = ogr.Open(str(path))
            codes = [source.GetLayer(k).GetName() for k in range(source.GetLayerCount())]
            del source
            found.update({code: f"{path}|layername={code}" for code in codes if code != "layer_styles"})
        elif path.suffix == ".shp" or (path.suffix == ".dbf" and not path.with_suffix(".shp").exists()):
            found[path.stem] = str(path)
    return {code: read(place) for code, place in found.items()}


def read(place):
    """One layer of a delivery."""
    layer = QgsVectorLayer(place, "delivered", "ogr")
    assert layer.isValid(), place
    own = [field for field in layer.fields() if field.name() not in ("fid", "OBJECTID")]
    features = list(layer.getFeatures())
    return Read(
        tuple((field.name(), field.typeName(), field.length()) for field in own),
        [{field.name(): _day(plain(feature[field.name()])) for field in own} for feature in features],
        [feature.geometry() if layer.isSpatial() else None for feature in features], layer,
    )


def _day(value):
    return value.date() if isinstance(value, QDateTime) else value


def files_of(folder):
    """Contents of every file below a folder, by path, hidden ones too: to compare before and after."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*"))
            if path.is_file()}  # fmt: skip
