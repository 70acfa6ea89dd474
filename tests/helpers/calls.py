"""How to call each algorithm of the provider on a fixture: a new algorithm adds itself to CALLS and is tested."""

from dataclasses import dataclass, field

from scenes import CONTIGUITY, box, farm, groups, layer_of


@dataclass(frozen=True)
class Call:
    """One algorithm on its fixture.

    layer: makes the main input, in a CRS asked for; parameters: all but the
    sources and outputs; other: name of a second source, if any, and
    other_layer what makes it; copies: the output that carries the input's
    features; key: a field of it; answer: what must not change, from a run;
    expected: it.
    """

    layer: object
    parameters: dict
    other: str
    other_layer: object
    copies: str
    key: str
    answer: object
    expected: object
    files: dict = field(default_factory=dict)


def _planned_road(crs="EPSG:4549"):
    """A strip between the two paddies of the farm, which lie 3 m apart."""
    from scenes import moved

    road = layer_of([(box(300.5, -50, 302.5, 299.9),)], fields=(), name="planned road")
    return road if crs == "EPSG:4549" else moved(road, crs)


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
        files={"REPORT": "html"},
    ),
}
