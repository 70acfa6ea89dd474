"""How to call the validation."""

from call import Call, in_crs
from scenes import box, layer_of

VALIDATE = "landconsolidation:validatevillageplan"
FIELDS = (
    ("BSM", str), ("YSDM", str), ("TBBH", str), ("DLBM", str), ("DLMC", str), ("QSXZ", str), ("QSDWDM", str),
    ("QSDWMC", str), ("ZLDWDM", str), ("ZLDWMC", str), ("TBMJ", float), ("KCDLBM", str), ("KCXS", float),
    ("KCMJ", float), ("TBDLMJ", float), ("GDLX", str), ("GDPDJB", str), ("XZDWKD", float), ("ZZSXDM", str),
    ("GDDB", int), ("FRDBS", str), ("CZCSXM", str), ("SJNF", int), ("MSSM", str), ("CUN", str),
)
CODE, PLACE = "330723199201", "330723199201000000"
USUAL = {
    "YSDM": "2001010100", "QSXZ": "30", "QSDWDM": PLACE + "0", "QSDWMC": "中畈村", "ZLDWDM": PLACE + "0",
    "ZLDWMC": "中畈村", "FRDBS": "0", "SJNF": 2024, "MSSM": "00", "CUN": "A",
}  # fmt: skip
PADDY = {"DLBM": "0101", "DLMC": "水田", "GDPDJB": "1", "ZZSXDM": "LS", "GDDB": 5}
WOOD = {"DLBM": "0301", "DLMC": "乔木林地"}
HOME = {"DLBM": "0702", "DLMC": "农村宅基地", "CZCSXM": "203"}


def survey(*rows, fields=FIELDS, kind="Polygon", crs="EPSG:4549", name="DLTB"):
    """Survey parcels without a fault but for what rows say. rows: dicts with `shape` and values; an area that is not
    given is the plane's, which near the central meridian is the official one to some 0.01 %."""
    made = []
    for k, row in enumerate(rows, 1):
        values = {**USUAL, "BSM": f"{CODE}{k:06}", "TBBH": f"{k:04}", **row}
        made.append((row["shape"], *(values.get(field) for field, _ in fields)))
    return in_crs(layer_of(made, fields, kind, name=name), crs)


def faulty(name="DLTB", crs="EPSG:4549"):
    """A field without a slope grade that a wood overlaps, and homesteads without their attribute, apart."""
    return survey(
        {"shape": box(0, 0, 200, 100), **PADDY, "GDPDJB": None, "GDDB": None, "TBMJ": 20000.0, "TBDLMJ": 20000.0},
        {"shape": box(190, 0, 300, 100), **WOOD, "TBMJ": 11000.0, "TBDLMJ": 11000.0, "CUN": "B"},
        {"shape": box(400, 0, 450, 40), **HOME, "CZCSXM": None, "TBMJ": 2000.0, "TBDLMJ": 2000.0},
        name=name, crs=crs,
    )


def village(crs="EPSG:4549"):
    """A boundary that leaves half of the homesteads outside."""
    return in_crs(layer_of([(box(-1, -1, 425, 101),)], fields=(), name="village"), crs)


CALLS = {
    VALIDATE: Call(
        layer=faulty,
        parameters={"AREA_TOLERANCE": 5},
        other="VILLAGE",
        other_layer=village,
        copies="ERRORS",
        key="DLBM",
        answer=lambda ran: [
            (rule, severity, (feature or "")[-1:], round(area or 0))
            for rule, severity, feature, area in ran.rows("ERRORS", "rule", "severity", "feature", "area_m2")
            if rule != "topology.missing"
        ],
        expected=[
            ("survey.slope", "error", "1", 20000), ("survey.urban", "error", "3", 2000),
            ("topology.overlap", "error", "1", 1000),
        ],
        figures=("area_m2", "area_mu"),
        group="Validation – {layer}",
        note="DLTB",
        writing=90,
        carries=False,
        files={"REPORT": "html"},
        counted=lambda ran: ran.results["FEATURE_COUNT"],
    ),
}
