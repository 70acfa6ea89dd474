"""How to call restoring cropland."""

from call import Call, in_crs
from scenes import box, layer_of

RESTORATION = "landconsolidation:farmlandrestoration"


def orchards(name="DLTB", crs="EPSG:4549"):
    """Orchards and ponds that the survey records as restorable, one that it does not, a K class, a field."""
    rows = [
        (box(0, 0, 200, 100), "0201", "GCHF", "A"), (box(200, 0, 300, 100), "0202", "JKHF", "B"),
        (box(300, 0, 380, 100), "1104", "JKHF", "A"), (box(500, 0, 600, 100), "0201", None, "B"),
        (box(600, 0, 700, 90), "0201K", None, "B"), (box(800, 0, 900, 100), "0101", "LS", "A"),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("ZZSXDM", str), ("CUN", str)), name=name), crs)


def high_standard(crs="EPSG:4549"):
    """A zone around most of the first orchard."""
    return in_crs(layer_of([(box(-10, -10, 150, 120),)], fields=(), name="high standard"), crs)


CALLS = {
    RESTORATION: Call(
        layer=orchards,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "TARGET_MU": 30},
        other="HIGH_STANDARD",
        other_layer=high_standard,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: [
            (restore, tier, rank, round(mu, 1), bool(within), standard and round(standard))
            for restore, tier, rank, mu, within, standard in ran.rows(
                "PARCELS", "restore", "tier", "rank", "cumulative_mu", "within_target", "standard_m2")
        ],
        expected=[("GCHF", 5, 3, 57.0, True, None), ("JKHF", 4, 1, 15.0, True, None), ("JKHF", 4, 2, 27.0, True, None)],
        figures=("tier", "rank", "parcels"),
        group="Restoring cropland – {layer}",
        note="30",
        writing=89,
        large={"CODE_FIELD": None, "CODE_SYSTEM": None, "RESTORE_FIELD": "zz_cat", "AT_ONCE": "A"},
        files={"REPORT": "html"},
    ),
}
