"""How to call ecological restoration."""

from pathlib import Path

from call import Call, in_crs
from scenes import box, layer_of

ECOLOGY = "landconsolidation:ecologicalrestoration"


def damaged(name="DLTB", crs="EPSG:4549"):
    """An abandoned mine, a field in a channel, a quarry at work, a shop, a second mine, paddies."""
    rows = [
        (box(0, 0, 200, 100), "0602", "FQ", "A"), (box(400, 0, 500, 100), "0103", "HDGD", "B"),
        (box(200, 0, 300, 100), "0602", None, "B"), (box(300, 0, 400, 100), "05H1", None, "A"),
        (box(600, 0, 650, 50), "0602", "FQ", "B"), (box(700, 0, 900, 100), "0101", None, "A"),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("TBXHDM", str), ("CUN", str)), name=name), crs)


def redline(crs="EPSG:4549"):
    """A redline that takes in most of the shop."""
    return in_crs(layer_of([(box(320, -20, 450, 120),)], fields=(), name="redline"), crs)


CALLS = {
    ECOLOGY: Call(
        layer=damaged,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0},
        other="REDLINE",
        other_layer=redline,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: [
            (rules, round(found), quota and round(quota, 2))
            for rules, found, quota in ran.rows("PARCELS", "rules", "found_m2", "quota_mu")
        ],
        expected=[("abandoned_mine", 20000, None), ("cropland_in_channel", 10000, None),
                  ("abandoned_mine", 2500, None)],
        figures=("found_m2", "area_m2"),
        group="Ecological restoration – {layer}",
        note="1",
        writing=87,
        nothing="anything to restore",
        dirt={"0602": " 602 ", "0103": "０１０３"},
        large={"RULES_FILE": str(Path(__file__).with_name("all_cropland.json"))},
        files={"REPORT": "html"},
    ),
}
