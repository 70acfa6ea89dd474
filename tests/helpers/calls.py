"""How to call each algorithm of the provider on a fixture: a new algorithm adds itself to CALLS and is tested.

Newer ones have a module of their own, calls_<name>.py, with CALLS, listed in _MODULES.
"""

import calls_ecology
import calls_multifield
import calls_plan
import calls_restoration
import calls_swap
import calls_urban
import calls_validation
from call import Call, in_crs
from scenes import CONTIGUITY, box, farm, groups, layer_of

SETTLEMENTS = "landconsolidation:settlements"
RELOCATION = "landconsolidation:villagerelocation"
INDUSTRY = "landconsolidation:inefficientindustry"
PREPARE = "landconsolidation:preparetags"
TAG = "landconsolidation:tagbyexpression"
LEDGER = "landconsolidation:categoryledger"
SUGGEST = "landconsolidation:suggestcategories"
CHECK = "landconsolidation:checktags"
_MODULES = (
    calls_ecology,
    calls_multifield,
    calls_plan,
    calls_urban,
    calls_restoration,
    calls_validation,
    calls_swap,
)


def _planned_road(crs="EPSG:4549"):
    """A strip between the two paddies of the farm, which lie 3 m apart."""
    return in_crs(layer_of([(box(300.5, -50, 302.5, 299.9),)], fields=(), name="planned road"), crs)


def hamlets(name="DLTB", crs="EPSG:4549"):
    """Homesteads in three settlements at 50 m (three parcels 30 m apart, two that touch, one alone), and fields."""
    rows = [
        (box(0, 0, 60, 60), "0702", "A", 6), (box(90, 0, 150, 60), "0702", "A", 7),
        (box(0, 90, 60, 150), "0702", "B", None), (box(400, 0, 460, 60), "0702", "B", 4),
        (box(460, 0, 500, 60), "0702", "A", 3), (box(1000, 0, 1030, 30), "0702", "B", 2),
        (box(200, 0, 300, 100), "0101", "A", None), (box(600, 0, 700, 100), "0103", "B", None),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str), ("HS", int)), name=name), crs)


def _village_line(crs="EPSG:4549"):
    """Two villages whose boundary runs between the parcels of the first settlement."""
    rows = [(box(-100, -100, 75, 400), "West"), (box(75, -100, 1400, 400), "East")]
    return in_crs(layer_of(rows, (("village", str),), name="villages"), crs)


def villages(name="settlements", crs="EPSG:4549"):
    """Four settlements: a hollow one, a large one, a hamlet, one of which nothing is counted."""
    rows = [
        (box(0, 0, 200, 200), "A", "Hollow", 60, 60, 24), (box(600, 0, 900, 300), "B", "Large", 90, 90, 3),
        (box(1500, 0, 1530, 40), "A", "Hamlet", 4, 5, 1), (box(2200, 0, 2300, 100), "B", "Unknown", None, None, None),
    ]  # fmt: skip
    fields = (("CUN", str), ("village", str), ("households", int), ("dwellings", int), ("vacant", int))
    return in_crs(layer_of(rows, fields, name=name), crs)


def _landslide(crs="EPSG:4549"):
    """A hazard extent that reaches into the large village."""
    return in_crs(layer_of([(box(850, 250, 1000, 400),)], fields=(), name="landslide"), crs)


def works(name="DLTB", crs="EPSG:4549"):
    """Factories: a pair 30 m apart, a stray one, a logistics yard; fields and homesteads around."""
    rows = [
        (box(0, 0, 60, 60), "0601", "A"), (box(90, 0, 190, 60), "0601", "B"), (box(400, 0, 440, 50), "0601", "A"),
        (box(800, 0, 900, 100), "0508", "B"), (box(200, 0, 300, 100), "0101", "A"), (box(600, 0, 700, 90), "0702", "B"),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str)), name=name), crs)


def _boundary(crs="EPSG:4549"):
    """A boundary around another town."""
    return in_crs(layer_of([(box(5000, 0, 6000, 900),)], fields=(), name="boundary"), crs)


def _redline(crs="EPSG:4549"):
    """A redline that takes in part of the second factory."""
    return in_crs(layer_of([(box(150, -20, 220, 30),)], fields=(), name="redline"), crs)


def tagged(name="DLTB", crs="EPSG:4549"):
    """Fields and factories, some tagged: by a rule, by a person, with an unknown code."""
    rows = [
        (box(0, 0, 200, 100), "0601", "A", 3, "A", "A2", "rule:blocks"), (box(200, 0, 300, 100), "0601", "B", 5, "C",
         "C1", "person"), (box(300, 0, 400, 50), "0101", "A", 4, None, None, None),
        (box(300, 50, 400, 100), "0601", "B", 9, None, None, None), (box(500, 0, 520, 50), "0101", "A", 1, "Q", None,
         "person"),
    ]  # fmt: skip
    fields = (("DLBM", str), ("CUN", str), ("HS", int), ("zz_cat", str), ("zz_sub", str), ("zz_source", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def open_parcels(name="DLTB", crs="EPSG:4549"):
    """Two fields without a tag, one that a person tagged, a road beside them, a homestead."""
    rows = [
        (box(0, 0, 200, 100), "0101", "A", 3, None, None), (box(200, 0, 300, 100), "0101", "B", 5, None, None),
        (box(300, 0, 400, 100), "0101", "A", 4, "E", "person"), (box(400, 0, 410, 100), "1006", "B", 9, None, None),
        (box(500, 0, 560, 50), "0702", "A", 1, None, None),
    ]  # fmt: skip
    fields = (("DLBM", str), ("CUN", str), ("HS", int), ("zz_cat", str), ("zz_source", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def blocks(crs="EPSG:4549"):
    """A farmland block as farmland contiguity writes it: three fields and a part of the road."""
    fields = (("block_class", str), ("net_mu", float), ("reasons", str), ("rule", str))
    row = (box(0, 0, 404, 100), "100", 120.0, "Large.", '{"tool":"farmlandcontiguity"}')
    return in_crs(layer_of([row], fields, name="blocks"), crs)


def settlement_candidates(crs="EPSG:4549"):
    """A settlement to be merged, as village relocation writes it: the homestead, and the field before it."""
    fields = (("category", str), ("subtype", str), ("disposition", str), ("status", str))
    row = (box(190, 0, 560, 100), "B", "B2", "merge", "candidate")
    return in_crs(layer_of([row], fields, name="candidates"), crs)


def doubtful(name="DLTB", crs="EPSG:4549"):
    """Tags: a sub-type of another category, an unknown code, new building, one that nothing is wrong with."""
    rows = [
        (box(0, 0, 200, 100), "0601", "A", 3, "C", "A2", None),
        (box(200, 0, 300, 100), "0601", "B", 5, "Q", None, None),
        (box(300, 0, 400, 100), "0702", "A", 4, "B", "B6", "new"),
        (box(400, 0, 500, 100), "0101", "B", 9, "A", "A1", None),
    ]  # fmt: skip
    fields = (("DLBM", str), ("CUN", str), ("HS", int), ("zz_cat", str), ("zz_sub", str), ("zz_disp", str))
    return in_crs(layer_of(rows, fields, name=name), crs)


def redline_of_the_doubtful(crs="EPSG:4549"):
    """A redline that takes in part of what is to be built."""
    return in_crs(layer_of([(box(350, -20, 600, 120),)], fields=(), name="redline"), crs)


CALLS = {
    CONTIGUITY: Call(
        layer=farm,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0},
        other="BARRIERS",
        other_layer=_planned_road,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: (groups(ran), [round(mu, 2) for mu in ran.rows("BLOCKS", "net_mu")]),
        expected=(frozenset({frozenset({0, 1}), frozenset({2, 3}), frozenset({4})}), [255.22, 148.47, 45.0]),
        figures=("block_id", "parcels", "net_mu", "blocks"),
        group="Farmland contiguity – {layer}",
        note="20 m",
        writing=74,
        nothing="farmland",
        dirt={"0101": " 101 ", "0103": "0103　", "1003": "１００３"},
        large={"BLOCK_GEOMETRY": 2},
        files={"REPORT": "html"},
    ),
    SETTLEMENTS: Call(
        layer=hamlets,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "SUM_FIELDS": ["HS"]},
        other="VILLAGES",
        other_layer=_village_line,
        copies="SETTLEMENTS",
        key="DLBM",
        answer=lambda ran: sorted(
            (parcels, round(mu, 2), total, village)
            for parcels, mu, total, village in ran.rows("SETTLEMENTS", "parcels", "area_mu", "HS", "village")
        ),
        expected=[(1, 1.35, 2, None), (2, 9.0, 7, None), (3, 16.2, 13, None)],
        figures=("parcels", "area_mu"),
        group="Settlements – {layer}",
        note="50",
        writing=95,
        carries=False,
        nothing="homestead",
        dirt={"0702": "７０２", "0101": " 101 ", "0103": "0103　"},
        large={"HOMESTEAD": "\"DLBM\" LIKE '01%'", "SHAPE": 1, "SUM_FIELDS": None, "MAX_GAP": 5},
    ),
    RELOCATION: Call(
        layer=villages,
        parameters={},
        other="HAZARD_AREAS",
        other_layer=_landslide,
        copies="CANDIDATES",
        key="village",
        answer=lambda ran: [
            (village, disposition, None if score is None else round(score, 2), round(confidence, 2), rank)
            for village, disposition, score, confidence, rank in ran.rows(
                "CANDIDATES", "village", "disposition", "score", "confidence", "rank")
        ],
        expected=[("Hollow", "revive", 57.14, 0.35, 2), ("Large", "retain", 4.76, 0.35, 3),
                  ("Hamlet", "merge", 71.43, 0.35, 1), ("Unknown", "retain", 0.0, 0.15, 4)],
        figures=("score", "area_mu", "confidence"),
        group="Village relocation – {layer}",
        note="60",
        writing=91.5,
        files={"REPORT": "html"},
    ),
    INDUSTRY: Call(
        layer=works,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BOUNDARY": _boundary},
        other="REDLINE",
        other_layer=_redline,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: [
            (round(share, 2), round(cluster, 2), disposal, None if redline is None else round(redline, 0))
            for share, cluster, disposal, redline in ran.rows(
                "PARCELS", "outside_share", "cluster_mu", "disposal", "redline_m2")
        ],
        expected=[(1.0, 14.4, None, None), (1.0, 14.4, None, None), (1.0, 3.0, "move", None)],
        figures=("outside_mu", "cluster_mu", "parcels"),
        group="Inefficient industry – {layer}",
        note="0.5",
        writing=90,
        nothing="industrial",
        dirt={"0601": " 601 ", "0508": "０５０８", "0101": "0101　"},
        large={"INDUSTRY": "\"DLBM\" LIKE '01%'"},
        files={"REPORT": "html"},
    ),
    PREPARE: Call(
        layer=tagged,
        parameters={},
        other="",
        other_layer=None,
        copies="OUTPUT",
        key="DLBM",
        answer=lambda ran: ran.rows("OUTPUT", "DLBM", "HS", "zz_cat", "zz_sub", "zz_source", "zz_time"),
        expected=[
            ("0601", 3, "A", "A2", "rule:blocks", None), ("0601", 5, "C", "C1", "person", None),
            ("0101", 4, None, None, None, None), ("0601", 9, None, None, None, None),
            ("0101", 1, "Q", None, "person", None),
        ],
        figures=("HS",),
        group="5+X tags – {layer}",
        note="zz_time",
        writing=46,
        sources=False,
        measures=False,
        phases=2,
    ),
    SUGGEST: Call(
        layer=open_parcels,
        parameters={"BLOCKS": blocks},
        other="CANDIDATES",
        other_layer=settlement_candidates,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: ran.rows("PARCELS", "HS", "zz_cat", "zz_sub", "zz_disp", "zz_source"),
        expected=[
            (3, "A", "A1", None, "rule:farmlandcontiguity"), (5, "A", "A1", None, "rule:farmlandcontiguity"),
            (4, "E", None, None, "person"), (9, None, None, None, None), (1, None, None, None, None),
        ],
        figures=("HS", "share"),
        group="5+X tags – {layer}",
        note="0.5",
        writing=62,
    ),
    TAG: Call(
        layer=tagged,
        parameters={"WHERE": "\"DLBM\" = '0601'", "SUBTYPE": "C2", "STAGE": "1"},
        other="",
        other_layer=None,
        copies="OUTPUT",
        key="DLBM",
        answer=lambda ran: ran.rows("OUTPUT", "HS", "zz_cat", "zz_sub", "zz_stage", "zz_source"),
        expected=[
            (3, "C", "C2", "1", "rule:expression"), (5, "C", "C1", None, "person"), (4, None, None, None, None),
            (9, "C", "C2", "1", "rule:expression"), (1, "Q", None, None, "person"),
        ],
        figures=("HS",),
        group="5+X tags – {layer}",
        note="zz_sub = C2",
        writing=56,
        large={"WHERE": "\"DLBM\" LIKE '01%'"},
        measures=False,
        phases=3,
    ),
    CHECK: Call(
        layer=doubtful,
        parameters={},
        other="REDLINE",
        other_layer=redline_of_the_doubtful,
        copies="FINDINGS",
        key="DLBM",
        answer=lambda ran: [
            (check, severity, category, round(mu, 1))
            for check, severity, category, mu in ran.rows("FINDINGS", "check", "severity", "category", "area_mu")
        ],
        expected=[("unknown_code", "error", "Q", 15.0), ("wrong_subtype", "error", "C", 30.0)],
        figures=("area_m2", "area_mu"),
        group="5+X tags – {layer}",
        note="Not checked",
        writing=93,
        carries=False,
        phases=3,
    ),
    LEDGER: Call(
        layer=tagged,
        parameters={"GROUP_FIELD": "CUN"},
        other="",
        other_layer=None,
        copies="LEDGER",
        key="DLBM",
        answer=lambda ran: [
            (group, category, subtype, parcels, round(mu, 1))
            for group, category, subtype, parcels, mu in ran.rows(
                "LEDGER", "group", "category", "subtype", "parcels", "area_mu")
        ],
        expected=[
            ("A", "A", "A2", 1, 30.0), ("A", "Q", None, 1, 1.5), ("A", None, None, 1, 7.5), ("B", "C", "C1", 1, 15.0),
            ("B", None, None, 1, 7.5),
        ],
        figures=("parcels", "area_mu"),
        group="5+X ledger – {layer}",
        note="CUN",
        writing=95,
        carries=False,
        large={"GROUP_FIELD": "DLBM"},
        files={"REPORT": "html"},
        counted=lambda ran: sum(ran.rows("LEDGER", "parcels")),
    ),
}
for _module in _MODULES:
    CALLS.update(_module.CALLS)


def parameters_of(name):
    """An algorithm's parameters on its fixture, layers it cannot do without made anew."""
    return {key: value() if callable(value) else value for key, value in CALLS[name].parameters.items()}
