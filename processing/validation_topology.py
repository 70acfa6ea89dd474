"""Overlaps, gaps and other faults of a layer of polygons, and what crosses the village boundary."""

from ..algorithms.parallel import step
from ..algorithms.validation_rules import validation_rules
from . import areas
from .i18n import tr

FULL, PARTS, ALONE = range(3)
"""Layers that cover their ground, that hold parts of it, and whose features may lie on one another."""
_ONE = ("topology.missing", "topology.invalid")
_PAIRS = ("topology.duplicate", "topology.overlap", "topology.sliver")
_BOUNDARY = ("topology.outside", "topology.uncovered")


def cover_of(layer):
    """FULL, PARTS or ALONE for a Checked layer of polygons."""
    if layer.survey:
        return FULL
    parts = layer.spec.parts
    if len(parts) != 1 or parts[0].shape or parts[0].input != "parcels":
        return ALONE
    return PARTS if parts[0].where or layer.spec.group is not None else FULL


def check_topology(layer, work, boundary, least, findings, progress):
    """Every fault of a Checked layer. work: CRS of its geometry; boundary: of the village, a shapely geometry or None;
    least: m², from which overlaps, duplicates and gaps count."""
    for rule in _ONE:
        findings.looked(rule, layer.name)
    for number in layer.bare:
        findings.of_layer("topology.missing", layer.name, feature=str(number))
    if layer.geometry is None or not len(layer.geometry):
        return
    cover = cover_of(layer)
    polygons = layer.spec.geometry == "MultiPolygon"
    if cover == ALONE or not polygons:
        _check_valid(layer, findings, progress)
        return
    for rule in (*_PAIRS, *(("topology.gap",) if cover == FULL else ())):
        findings.looked(rule, layer.name)
    if boundary is None:
        for rule in _BOUNDARY:
            findings.skip(rule, tr("no village boundary is given"))
    else:
        for rule in _BOUNDARY if cover == FULL else _BOUNDARY[:1]:
            findings.looked(rule, layer.name)
    _report(layer, cover, _found(layer, boundary, least, progress), work, findings, progress)


def _found(layer, boundary, least, progress):
    from ..algorithms.topology import Limits, find_faults

    rules = validation_rules()
    limits = Limits(area=least, sliver=rules["topology.sliver"].tolerance)
    return find_faults(layer.geometry, boundary, limits, progress)


def _report(layer, cover, faults, work, findings, progress):
    import numpy as np
    import shapely

    from ..algorithms import topology

    rules = validation_rules()
    for kind in (topology.INVALID, topology.DUPLICATE, topology.OVERLAP, topology.GAP, topology.SLIVER,
                 topology.OUTSIDE, topology.UNCOVERED):  # fmt: skip
        rule = f"topology.{kind}"
        which = np.flatnonzero(faults.kind == kind)
        if kind in (topology.OUTSIDE, topology.UNCOVERED):
            which = which[faults.area[which] >= rules[rule].tolerance]
        if not len(which) or (cover != FULL and kind in (topology.GAP, topology.UNCOVERED)):
            continue
        shapes, size = faults.geometry[which], [""] * len(which)
        if kind not in (topology.INVALID, topology.SLIVER):  # the figure that the column shows too
            size = [f"{area:.2f}" for area in areas.official(shapes, work, step(progress, 1.0, 1.0)).tolist()]
        if kind in (topology.GAP, topology.UNCOVERED):
            for shape, area in zip(shapes.tolist(), size):
                findings.of_layer(rule, layer.name, shape=shape, measured=True, area=area)
            continue
        rows, facts = faults.first[which], {"area": size}
        values = [""] * len(which)
        if kind == topology.INVALID:
            values = shapely.is_valid_reason(shapes).tolist()
        elif kind in (topology.DUPLICATE, topology.OVERLAP):
            facts["other"] = layer.label[faults.second[which]].tolist()
        elif kind == topology.SLIVER:
            facts["width"] = [f"{width:.2f}" for width in (2 * shapely.area(shapes) / shapely.length(shapes)).tolist()]
        findings.of_rows(rule, layer, rows, values=values, shapes=shapes.tolist(), **facts)


def _check_valid(layer, findings, progress):
    import shapely

    from ..algorithms.topology import invalid

    if layer.spec.geometry != "MultiPolygon":
        return
    faults = invalid(layer.geometry, progress)
    findings.of_rows("topology.invalid", layer, faults.first,
                     values=list(shapely.is_valid_reason(faults.geometry)), shapes=faults.geometry.tolist())
