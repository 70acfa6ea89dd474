"""How to call the multi-field overlay."""

from call import Call, in_crs
from scenes import box, layer_of

MULTIFIELD = "landconsolidation:multifieldoverlay"


def fields(name="DLTB", crs="EPSG:4549"):
    """A field that basic farmland covers, one that it cuts in half, an orchard, a homestead."""
    rows = [
        (box(0, 0, 200, 100), "0101", "A"), (box(200, 0, 300, 100), "0103", "B"), (box(300, 0, 400, 100), "0201", "A"),
        (box(500, 0, 560, 50), "0702", "B"),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str)), name=name), crs)


def basic_farmland(crs="EPSG:4549"):
    """Two features that overlap one another."""
    return in_crs(layer_of([(box(0, 0, 220, 100),), (box(180, 0, 250, 100),)], fields=(), name="YJJBNTBHTB"), crs)


def high_standard(crs="EPSG:4549"):
    """A zone on the east of the second field and the orchard."""
    return in_crs(layer_of([(box(225, -10, 350, 120),)], fields=(), name="high standard"), crs)


CALLS = {
    MULTIFIELD: Call(
        layer=fields,
        parameters={"BASIC_FARMLAND": basic_farmland},
        other="HIGH_STANDARD",
        other_layer=high_standard,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: [
            (code, layers, round(basic), None if high is None else round(high), round(mu, 1))
            for code, layers, basic, high, mu in ran.rows(
                "PARCELS", "DLBM", "layers", "basic_m2", "high_m2", "area_mu")
        ],
        expected=[("0101", 1, 20000, None, 30.0), ("0103", 1, 5000, None, 15.0), ("0201", 0, 0, None, 15.0),
                  ("0702", 0, 0, None, 4.5)],
        figures=("basic_m2", "area_m2", "parcels"),
        group="Multi-field overlay – {layer}",
        note="YJJBNTBHTB",
        writing=88,
        files={"REPORT": "html"},
    ),
}
