"""How to call the algorithms that make village plans."""

from call import Call, in_crs
from scenes import box, layer_of

CODES = "landconsolidation:plancodes"
STRUCTURE = "landconsolidation:landusestructure"
INDICATORS = "landconsolidation:villageindicators"
ADJUSTMENT = "landconsolidation:basicfarmlandadjustment"
LEDGER = "landconsolidation:indicatorledger"
EXPORT = "landconsolidation:exportvillageplan"


def decided(name="DLTB", crs="EPSG:4549"):
    """A factory cleared, one that a person plans a use for, a field, a shop, a homestead to be merged."""
    rows = [
        (box(0, 0, 200, 100), "0601", "A", "C", "C1", None, None, "rule:inefficientindustry"),
        (box(200, 0, 300, 100), "0601", "B", "C", "C3", None, "0904", "person"),
        (box(300, 0, 400, 100), "0101", "A", None, None, None, None, None),
        (box(400, 0, 440, 50), "05H1", "B", None, None, None, None, None),
        (box(500, 0, 560, 50), "0702", "A", "B", "B2", "merge", None, "person"),
    ]  # fmt: skip
    fields = (("DLBM", str), ("CUN", str), ("zz_cat", str), ("zz_sub", str), ("zz_disp", str), ("zz_plan", str),
              ("zz_source", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def redline_of_the_cleared(crs="EPSG:4549"):
    """A redline that takes in the factory to be cleared."""
    return in_crs(layer_of([(box(-20, -20, 150, 120),)], fields=(), name="redline"), crs)


def deliverable(name="DLTB", crs="EPSG:4549"):
    """A factory to become a field, a field, homesteads, a wood; two of them tagged, one in a project."""
    rows = [
        (box(0, 0, 200, 100), "1001", "0103", "A", "00000001", "C", "甲"),
        (box(200, 0, 300, 100), "0101", "0101", "B", "00000002", None, None),
        (box(300, 0, 400, 100), "0703", "0703", "A", "00000003", None, None),
        (box(400, 0, 440, 50), "0301", "0301", "B", "00000004", "E", None),
    ]  # fmt: skip
    fields = (("base_code", str), ("plan_code", str), ("CUN", str), ("TBBH", str), ("zz_cat", str), ("zz_proj", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def redline_of_the_wood(crs="EPSG:4549"):
    """A redline that takes in the wood."""
    return in_crs(layer_of([(box(400, 0, 500, 100),)], fields=(), name="redline"), crs)


def planned(name="plan", crs="EPSG:4549"):
    """Parcels with plan codes: a field, a homestead to become one, a factory, a wood, a road."""
    rows = [
        (box(0, 0, 200, 100), "0101", "0101", "A", 3), (box(200, 0, 300, 100), "0703", "0101", "B", 5),
        (box(300, 0, 400, 50), "1001", "1001", "A", 4), (box(300, 50, 400, 100), "0301", "0301", "B", 9),
        (box(500, 0, 520, 50), "1202", "1202", "A", 1),
    ]  # fmt: skip
    fields = (("base_code", str), ("plan_code", str), ("CUN", str), ("HS", int))
    return in_crs(layer_of(rows, fields, name=name), crs)


def _redline_of_the_plan(crs="EPSG:4549"):
    """A redline that takes in the field and half of the homestead."""
    return in_crs(layer_of([(box(-50, -20, 250, 120),)], fields=(), name="redline"), crs)


def moved_out(name="out", crs="EPSG:4549"):
    """A paddy of 30 mu, a dry field of 3 mu above 15°, a pond of 7.5 mu, an orchard of 15 mu of unknown slope."""
    rows = [
        (box(0, 0, 200, 100), "0101", "A", "2"), (box(200, 0, 220, 100), "0103", "B", "4"),
        (box(300, 0, 400, 50), "1104", "A", "1"), (box(400, 0, 500, 100), "0201", "B", None),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str), ("GDPDJB", str)), name=name), crs)


def moved_in(name="in", crs="EPSG:4549"):
    """Two paddies of 30 mu each."""
    rows = [(box(1000, 0, 1200, 100), "0101", "A", "1"), (box(1200, 0, 1400, 100), "0101", "A", "1")]
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str), ("GDPDJB", str)), name=name), crs)


def basic_farmland_before(crs="EPSG:4549"):
    """Basic farmland that takes in all that is moved out, 75 ha."""
    return in_crs(layer_of([(box(-500, 0, 1000, 500),)], fields=(), name="before"), crs)


def in_projects(name="plan", crs="EPSG:4549"):
    """A homestead that becomes a field, a wood built over, a field kept, an orchard that becomes a field."""
    rows = [
        (box(0, 0, 200, 100), "0703", "0103", "A", "甲", "B", "B4", None),
        (box(200, 0, 250, 100), "0301", "0703", "A", "甲", "B", None, "new"),
        (box(300, 0, 500, 100), "0101", "0101", "B", "乙", "A", "A2", None),
        (box(500, 0, 540, 50), "0201", "0103", "B", None, "A", "A7", None),
    ]  # fmt: skip
    fields = (("base_code", str), ("plan_code", str), ("CUN", str), ("zz_proj", str), ("zz_cat", str),
              ("zz_sub", str), ("zz_disp", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def contiguous_blocks(crs="EPSG:4549"):
    """A block that takes in half of the field kept."""
    return in_crs(layer_of([(box(300, -10, 400, 110),)], fields=(), name="blocks"), crs)


CALLS = {
    CODES: Call(
        layer=decided,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0},
        other="REDLINE",
        other_layer=redline_of_the_cleared,
        copies="OUTPUT",
        key="DLBM",
        answer=lambda ran: [
            (base, plan, changed in (1, True), (review or "")[:9], round(mu, 1))
            for base, plan, changed, review, mu in ran.rows(
                "OUTPUT", "base_code", "plan_code", "changed", "review", "area_mu")
        ],
        expected=[
            ("1001", "0103", True, "", 30.0), ("1001", "0904", True, "", 15.0), ("0101", "0101", False, "", 15.0),
            ("09", "09", False, "0702|0704", 3.0), ("0703", "0103", True, "", 4.5),
        ],
        figures=("area_mu", "parcels"),
        group="Plan codes – {layer}",
        note="DLBM",
        writing=81,
        files={"REPORT": "html"},
    ),
    STRUCTURE: Call(
        layer=planned,
        parameters={"CODE_SYSTEM": 1, "VILLAGE_FIELD": "CUN"},
        other="",
        other_layer=None,
        copies="STRUCTURE",
        key="base_code",
        answer=lambda ran: [
            row for row in ran.rows("STRUCTURE", "village", "row", "codes", "base_ha", "plan_ha")
            if row[1] != 83 and row[2] and (row[3] or row[4])
        ],
        expected=[
            (None, 1, "01", 2.0, 3.0), (None, 3, "03", 0.5, 0.5), (None, None, "0703", 1.0, 0.0),
            (None, None, "1001", 0.5, 0.5), (None, 67, "1202", 0.1, 0.1),
            ("A", 1, "01", 2.0, 2.0), ("A", None, "1001", 0.5, 0.5), ("A", 67, "1202", 0.1, 0.1),
            ("B", 1, "01", 0.0, 1.0), ("B", 3, "03", 0.5, 0.5), ("B", None, "0703", 1.0, 0.0),
        ],
        figures=("base_ha", "plan_ha"),
        group="Structure adjustment table – {layer}",
        note="CUN",
        writing=86,
        carries=False,
        large={"VILLAGE_FIELD": None},
        files={"REPORT": "html", "WORKBOOK": "xlsx"},
        counted=lambda ran: ran.results["PARCEL_COUNT"],
    ),
    INDICATORS: Call(
        layer=planned,
        parameters={"CODE_SYSTEM": 1, "VILLAGE_FIELD": "CUN", "POPULATION": 100},
        other="REDLINE",
        other_layer=_redline_of_the_plan,
        copies="INDICATORS",
        key="base_code",
        answer=lambda ran: [
            row for row in ran.rows("INDICATORS", "village", "no", "base", "plan")
            if row[1] in (1, 3, 6, 7, 9) and row[2] is not None
        ],
        expected=[
            (None, 1, 1.6, 0.6), (None, 3, 1.5, 0.5), (None, 6, 150.0, None), (None, 9, 2.0, 3.0),
            ("A", 1, 0.6, 0.6), ("A", 3, 0.5, 0.5), ("A", 9, 2.0, 2.0),
            ("B", 1, 1.0, 0.0), ("B", 3, 1.0, 0.0), ("B", 9, 0.0, 1.0),
        ],
        figures=("no",),
        group="Indicators of the village plan – {layer}",
        note="CUN",
        writing=89,
        carries=False,
        large={"VILLAGE_FIELD": None},
        files={"REPORT": "html", "WORKBOOK": "xlsx"},
        counted=lambda ran: ran.results["PARCEL_COUNT"],
    ),
    ADJUSTMENT: Call(
        layer=moved_out,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "IN": moved_in},
        other="BASIC_FARMLAND",
        other_layer=basic_farmland_before,
        copies="ADJUSTMENT",
        key="DLBM",
        answer=lambda ran: [
            (block, line, round(value, 2), parcels)
            for block, line, value, parcels in ran.rows("ADJUSTMENT", "block", "line", "value", "parcels")
            if value and line in ("total", "paddy", "agricultural", "slope_1", "slope_unknown", "size_1", "size_3",
                                  "quantity", "contiguity", "share_of_original")
        ],
        expected=[
            ("out", "total", 3.7, 4), ("out", "paddy", 2.0, 1), ("out", "agricultural", 1.5, 2),
            ("out", "slope_1", 0.2, 1), ("out", "slope_unknown", 1.0, 1), ("out", "size_1", 0.5, 1),
            ("out", "size_3", 2.0, 1), ("in", "total", 4.0, 2), ("in", "paddy", 4.0, 2), ("in", "size_3", 4.0, 2),
            ("review", "quantity", 4.5, None), ("review", "contiguity", 116.22, None),
        ],
        figures=("no",),
        group="Basic farmland adjustment – {layer}",
        note="GDPDJB",
        writing=92.5,
        carries=False,
        files={"REPORT": "html", "WORKBOOK": "xlsx"},
        counted=lambda ran: ran.results["OUT_COUNT"],
        empty="no parcels",
        main="OUT",
    ),
    LEDGER: Call(
        layer=in_projects,
        parameters={"CODE_SYSTEM": 1},
        other="BLOCKS",
        other_layer=contiguous_blocks,
        copies="LEDGER",
        key="base_code",
        answer=lambda ran: [
            (project, line, round(value, 1))
            for project, line, value in ran.rows("LEDGER", "project", "line", "value")
            if value and line in ("new_cropland", "reclaimed", "resettlement", "reserve", "surplus", "served")
        ],
        expected=[
            (None, "new_cropland", 33.0), (None, "reclaimed", 30.0), (None, "resettlement", 7.5),
            (None, "reserve", 6.0), (None, "surplus", 16.5), (None, "served", 63.0),
            ("乙", "served", 30.0),
            ("甲", "new_cropland", 30.0), ("甲", "reclaimed", 30.0), ("甲", "resettlement", 7.5),
            ("甲", "reserve", 6.0), ("甲", "surplus", 16.5), ("甲", "served", 30.0),
            ("", "new_cropland", 3.0), ("", "served", 3.0),
        ],
        figures=("no",),
        group="Ledger of indicators – {layer}",
        note="zz_proj",
        writing=89,
        carries=False,
        large={"PROJECT_FIELD": None},
        files={"REPORT": "html", "WORKBOOK": "xlsx"},
        counted=lambda ran: ran.results["PARCEL_COUNT"],
    ),
    EXPORT: Call(
        layer=deliverable,
        parameters={
            "VILLAGE_CODE": "330723199201", "VILLAGE_NAME": "中畈村", "PLAN_NAME": "中畈村村庄规划",
            "FOLDER": "TEMPORARY_OUTPUT",
        },
        other="REDLINE",
        other_layer=redline_of_the_wood,
        copies="LAYERS",
        key="base_code",
        answer=lambda ran: [
            (layer, features, round(mu, 1))
            for layer, features, mu in ran.rows("LAYERS", "layer", "features", "area_mu") if mu
        ],
        expected=[("JQDLTB", 4, 63.0), ("GHDLTB", 4, 63.0)],
        figures=("features", "fields"),
        group="Village plan delivery – {layer}",
        note="中畈村村庄规划",
        writing=97.5,
        carries=False,
        files={"REPORT": "html", "PROBLEMS": "csv"},
        counted=lambda ran: ran.rows("LAYERS", "layer", "features")[2][1],
        stays=("EPSG:4528",),
        empty="no parcels",
    ),
}
