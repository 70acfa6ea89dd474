"""How to call the forest-cropland swap."""

from call import Call, in_crs
from scenes import box, layer_of

SWAP = "landconsolidation:forestfarmlandswap"


def hills(name="DLTB", crs="EPSG:4549"):
    """A steep field, an orchard beside a large field, that field, steep wood, a small gentle wood far off, a house."""
    rows = [
        (box(2000, 0, 2200, 100), "0103", "A", 28.0), (box(400, 0, 600, 130), "0201", "B", 5.0),
        (box(0, 0, 400, 300), "0101", "A", 1.0), (box(800, 0, 1000, 100), "0301", "B", 30.0),
        (box(3000, 0, 3100, 100), "0302", "A", 10.0), (box(5000, 0, 5060, 50), "0702", "B", 2.0),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str), ("PD", float)), name=name), crs)


def redline_of_the_orchard(crs="EPSG:4549"):
    """A redline that takes in part of the orchard."""
    return in_crs(layer_of([(box(550, -20, 650, 60),)], fields=(), name="redline"), crs)


CALLS = {
    SWAP: Call(
        layer=hills,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "SLOPE_FIELD": "PD"},
        other="REDLINE",
        other_layer=redline_of_the_orchard,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: [
            (change, before, after, round(mu, 1), round(contact, 2))
            for change, before, after, mu, contact in ran.rows(
                "PARCELS", "change", "from_code", "to_code", "net_mu", "contact")
        ],
        expected=[("out", "0103", "0301", 30.0, 0.0), ("in", "0201", "0103", 39.0, 0.26)],
        figures=("gain", "net_mu", "parcels"),
        group="Forest-cropland swap – {layer}",
        note="0201",
        writing=88,
        nothing="farmland",
        dirt={"0103": " 103 ", "0201": "０２０１", "0101": "0101　"},
        large={"SLOPE_FIELD": "KCMJ"},
        files={"REPORT": "html"},
    ),
}
