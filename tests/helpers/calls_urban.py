"""How to call the algorithms that screen a town and special places."""

from call import Call, in_crs
from scenes import box, layer_of

URBAN = "landconsolidation:inefficienturban"
SPECIAL = "landconsolidation:specialplaces"


def quarter(name="DLTB", crs="EPSG:4549"):
    """A town: two empty plots 10 m apart, a built one 100 m off, a park, a street; one plot outside, a field."""
    rows = [
        (box(0, 0, 60, 60), "0601", "A"), (box(70, 0, 130, 60), "05H1", "A"), (box(230, 0, 290, 60), "0701", "B"),
        (box(300, 0, 360, 60), "0810", "B"), (box(0, 70, 130, 80), "1004", "A"),
        (box(-5000, 0, -4940, 60), "0601", "B"), (box(0, 100, 60, 160), "0101", "A"),
    ]  # fmt: skip
    return in_crs(layer_of(rows, (("DLBM", str), ("CUN", str)), name=name), crs)


def town_of_the_quarter(crs="EPSG:4549"):
    """The development boundary around the quarter."""
    return in_crs(layer_of([(box(-3000, -3000, 1000, 900),)], fields=(), name="boundary"), crs)


def houses(crs="EPSG:4549"):
    """A tower on the built plot, a shed on the first empty one."""
    rows = [(box(235, 5, 275, 45), 4, 2005), (box(10, 10, 20, 20), 1, 1980)]
    return in_crs(layer_of(rows, (("floors", int), ("built_year", int)), name="buildings"), crs)


def hamlets_of_note(name="settlements", crs="EPSG:4549"):
    """Four settlements: high and alive, high and nearly empty, low, high with nothing counted."""
    rows = [
        (box(0, 0, 200, 200), "A", "High", 600.0, 60, 60, 3), (box(600, 0, 900, 300), "B", "Empty", 700.0, 40, 50, 30),
        (box(1500, 0, 1530, 40), "A", "Low", 80.0, 90, 90, 1), (box(2200, 0, 2300, 100), "B", "Dark", 800.0, None,
         None, None),
    ]  # fmt: skip
    fields = (("CUN", str), ("village", str), ("elevation", float), ("households", int), ("dwellings", int),
              ("vacant", int))
    return in_crs(layer_of(rows, fields, name=name), crs)


def shrine(crs="EPSG:4549"):
    """A protected site in the settlement that is nearly empty."""
    return in_crs(layer_of([(box(650, 50, 660, 60), "Shrine")], fields=(("name", str),), name="protected"), crs)


CALLS = {
    SPECIAL: Call(
        layer=hamlets_of_note,
        parameters={},
        other="PROTECTED",
        other_layer=shrine,
        copies="PLACES",
        key="village",
        answer=lambda ran: ran.rows("PLACES", "village", "status", "subtype", "households"),
        expected=[("High", "special", "X2", 60), ("Empty", "other", None, 40), ("Low", "other", None, 90),
                  ("Dark", "open", None, None)],
        figures=("area_mu", "elev_m"),
        group="Special places – {layer}",
        note="500",
        writing=90,
        large={},
        files={"REPORT": "html"},
    ),
    URBAN: Call(
        layer=quarter,
        parameters={"CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BOUNDARY": town_of_the_quarter,
                    "LISTED": "\"CUN\" = 'A'"},
        other="BUILDINGS",
        other_layer=houses,
        copies="PARCELS",
        key="DLBM",
        answer=lambda ran: (
            [
                (status, listed in (1, True), known, subtype)
                for status, listed, known, subtype in ran.rows("PARCELS", "status", "listed", "known", "subtype")
            ],
            [(parcels, round(mu, 1), subtype) for parcels, mu, subtype in ran.rows(
                "AREAS", "parcels", "area_mu", "subtype")],
        ),
        expected=(
            [("candidate", True, 0, "D2"), ("candidate", True, 0, "D2"), ("other", False, 0, None),
             ("other", False, 0, None)],
            [(2, 10.8, "D2")],
        ),
        figures=("known", "area_mu", "parcels"),
        group="Inefficient urban land – {layer}",
        note="0.6",
        writing=90,
        nothing="built land",
        dirt={"0601": " 601 ", "05H1": "０５H1", "0101": "0101　"},
        large={"BUILT": "\"DLBM\" LIKE '01%'", "LISTED": None},
        files={"REPORT": "html"},
    ),
}
