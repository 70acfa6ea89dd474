"""What farmland contiguity writes: fields, rows, numbers, and how layers look."""

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .crs import transform_points
from .farmland_words import parameters_in_words
from .i18n import tr
from .layer_writer import (
    NUMBER,
    TEXT,
    WHOLE,
    closed_meanwhile,
    copy_features,
    joined_fields,
    kept_fields,
    new_fields,
    write_rows,
)
from .progress import phase
from .styling import Look, alias_of, aliases_in, look_after

COLLECTED, DISSOLVED, OUTLINE = range(3)
_COUNTED_MU = (100, 1_000, 10_000)
_PARCEL_FIELDS = (
    ("block_id", WHOLE), ("block_class", TEXT, 20), ("block_mu", NUMBER), ("area_m2", NUMBER), ("area_mu", NUMBER),
)
_BLOCK_FIELDS = (
    ("block_id", WHOLE), ("block_class", TEXT, 20), ("parcels", WHOLE), ("net_m2", NUMBER), ("net_mu", NUMBER),
    ("gross_m2", NUMBER), ("gross_mu", NUMBER), ("net_share", NUMBER), ("perimeter_m", NUMBER),
    ("shape_index", NUMBER), ("compactness", NUMBER), ("area_m2", NUMBER), ("area_mu", NUMBER),
    ("reasons", TEXT, 0), ("rule", TEXT, 0),
)
_SENSITIVITY_FIELDS = (
    ("gap_m", NUMBER), ("threshold_mu", NUMBER), ("blocks", WHOLE), ("net_mu", NUMBER), ("share", NUMBER),
)
FIELDS = {"PARCELS": _PARCEL_FIELDS, "BLOCKS": _BLOCK_FIELDS, "SENSITIVITY": _SENSITIVITY_FIELDS}
ALIASES = {
    "block_id": translatable("Block number"),
    "block_class": translatable("Block class [mu]"),
    "block_mu": translatable("Block's net area [mu]"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "parcels": translatable("Number of parcels"),
    "net_m2": translatable("Net area [m²]"),
    "net_mu": translatable("Net area [mu]"),
    "gross_m2": translatable("Gross area [m²]"),
    "gross_mu": translatable("Gross area [mu]"),
    "net_share": translatable("Net share of gross"),
    "perimeter_m": translatable("Perimeter [m]"),
    "shape_index": translatable("Shape index"),
    "compactness": translatable("Compactness"),
    "reasons": translatable("Reasons"),
    "rule": translatable("Parameters"),
    "gap_m": translatable("Gap [m]"),
    "threshold_mu": translatable("Threshold [mu]"),
    "blocks": translatable("Blocks"),
    "share": translatable("Share of farmland"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("BLOCK_COUNT", tr("Number of blocks")),
        ("FARMLAND_MU", tr("Farmland, net [mu]")),
        ("LARGEST_BLOCK_MU", tr("Largest block, net [mu]")),
        *((f"COUNT_{mu}", tr("Blocks of at least {mu} mu").format(mu=f"{mu:,}")) for mu in _COUNTED_MU),
        ("CONTIGUOUS_SHARE", tr("Share of farmland in blocks that reach a class")),
    )


def write_all(run, settings, land, grouping, shapes):
    """Write every output asked for; returns the results of the run."""
    from ..algorithms.parallel import meanwhile
    from .farmland_analysis import gross_areas
    from .farmland_report import write_report

    if len(land.geometry) == 0:
        run.feedback.pushWarning(
            tr("No farmland was found: the results are empty. Check the land code field, the code system and the "
               "farmland expression.")
        )
    numbers = _numbers(grouping.blocks)
    results = dict(numbers)
    # Writing parcels is work for one core; gross areas are work for GEOS on the other.
    with meanwhile(lambda progress: gross_areas(land, grouping.blocks, shapes, settings, progress)) as gross_when_ready:
        sinks, results["PARCELS"] = _parcels(run, settings, land, grouping.blocks)
        with closed_meanwhile(sinks, results["PARCELS"]):
            gross = gross_when_ready(phase(run.feedback, tr("Measuring gross areas"), 85, 94))
            results["BLOCKS"] = _blocks(run, settings, land, grouping.blocks, shapes, gross)
            results["SENSITIVITY"] = _sensitivity(run, settings, grouping)
            report = run.algorithm.parameterAsFileOutput(run.parameters, "REPORT", run.context)
            if report:
                write_report(report, settings, land, grouping, shapes, gross, numbers)
                results["REPORT"] = report
    results = {name: value for name, value in results.items() if value is not None}
    group = tr("Farmland contiguity – {layer}").format(layer=settings.source.sourceName())
    for name, look in looks(settings, numbers).items():
        if name in results:
            look_after(run.context, results[name], look, group)
    run.feedback.pushInfo(in_words(numbers, settings))
    return results


def looks(settings, numbers):
    """How each layer output looks, by parameter name."""
    from . import farmland_style

    titles = {
        "PARCELS": tr("Farmland parcels"), "BLOCKS": tr("Farmland blocks"),
        "SENSITIVITY": tr("Sensitivity to the gap"),
    }
    styles = {
        "PARCELS": lambda layer: farmland_style.style_parcels(layer, settings.thresholds),
        "BLOCKS": lambda layer: farmland_style.style_blocks(layer, settings.thresholds),
    }
    lineage = tuple(
        tr("{label}: {value}").format(label=label, value=value) for label, value in parameters_in_words(settings)
    )
    return {
        name: Look(
            title, in_words(numbers, settings), lineage,
            {**(aliases_in(settings.source.fields()) if name == "PARCELS" else {}),
             **alias_of([field for field, *_ in FIELDS[name]], ALIASES)},
            styles.get(name), "farmland_blocks" if name == "BLOCKS" else "",
        )
        for name, title in titles.items()
    }


def class_name(level, thresholds):
    """The block class as stored: the largest threshold reached in mu, `0` below all."""
    return f"{thresholds[level - 1]:.10g}" if level else "0"


def _parcels(run, settings, land, blocks):
    """The sink, still open, as a list that alone holds it, and its destination."""
    source = settings.source
    added = new_fields(_PARCEL_FIELDS)
    kept = kept_fields(source.fields(), added, run.feedback)
    sink, destination = run.sink(
        "PARCELS", joined_fields(source.fields(), kept, added), source.wkbType(), source.sourceCrs()
    )
    if sink is None:
        return [], None
    names, net_mu = _class_names(blocks, settings), in_mu(blocks.net_area)
    label = blocks.label
    columns = (
        (label + 1).tolist(), names[label].tolist(), net_mu[label].tolist(), land.area.tolist(),
        in_mu(land.area).tolist(),
    )
    progress = phase(run.feedback, tr("Writing parcels"), 60, 85)
    copy_features(source, sink, kept, land.id, columns, progress, land.only)
    return [sink], destination


def _blocks(run, settings, land, blocks, shapes, gross):
    import shapely

    from ..algorithms.parallel import step

    crs = settings.source.sourceCrs()
    sink, destination = run.sink("BLOCKS", new_fields(_BLOCK_FIELDS), Qgis.WkbType.MultiPolygon, crs)
    if sink is None:
        return None
    progress = phase(run.feedback, tr("Writing blocks"), 94, 100)
    written = step(progress, 0.5, 1.0)
    geometry = _block_shapes(settings, land, blocks, shapes, step(progress, 0, 0.4))
    columns = _block_columns(settings, land, blocks, shapes, gross, geometry, step(progress, 0.4, 0.5))
    if crs != land.crs:
        geometry = shapely.transform(geometry, transform_points(land.crs, crs))
    write_rows(sink, columns, shapely.to_wkb(geometry).tolist(), written)
    return destination


def _block_shapes(settings, land, blocks, shapes, progress):
    """The geometry asked for, always multipolygons."""
    import numpy as np
    import shapely

    from ..algorithms.dissolve import collect
    from ..algorithms.outline import closed_outline, with_shape
    from ..algorithms.parallel import step

    count = len(shapes.merged)
    if settings.block_geometry == COLLECTED:
        return collect(land.geometry, blocks.label, count)
    geometry = shapes.merged
    if settings.block_geometry == OUTLINE:
        geometry = np.where(shapely.is_valid(geometry), geometry, shapely.buffer(geometry, 0))
        closed = closed_outline(geometry, settings.max_gap / 2, step(progress, 0, 0.7))
        geometry = with_shape(closed, geometry, step(progress, 0.7, 1.0))
    return collect(geometry, np.arange(count), count)


def _block_columns(settings, land, blocks, shapes, gross, geometry, progress):
    import numpy as np
    import shapely

    from ..algorithms.farmland import NET_SHARE_FLAG
    from ..algorithms.shape_metrics import compactness, shape_index
    from . import areas
    from .shared_parameters import ATTRIBUTE

    net = np.round(blocks.net_area, 2)
    planar = shapely.area(shapes.merged)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = net / gross
        index, roundness = shape_index(shapes.perimeter, planar), compactness(shapes.perimeter, planar)
    if settings.area_method == ATTRIBUTE or settings.block_geometry == COLLECTED:
        area = np.bincount(blocks.label, weights=land.shape_area, minlength=len(net))
    else:
        area = areas.shape_area(geometry, land.crs, settings.area_method, progress)
    area = np.round(area, 2)
    rule = compact(settings.rule())
    reasons = [
        _reason(size, level, part, settings.thresholds, NET_SHARE_FLAG)
        for size, level, part in zip(in_mu(net).tolist(), blocks.level.tolist(), share.tolist())
    ]
    return (
        range(1, len(net) + 1), _class_names(blocks, settings).tolist(), blocks.parcels.tolist(), net.tolist(),
        in_mu(net).tolist(), or_null(gross), or_null(in_mu(gross)), or_null(np.round(share, 4)),
        np.round(shapes.perimeter, 2).tolist(), or_null(np.round(index, 4)), or_null(np.round(roundness, 4)),
        area.tolist(), in_mu(area).tolist(), reasons, [rule] * len(net),
    )


def _sensitivity(run, settings, grouping):
    sink, destination = run.sink(
        "SENSITIVITY", new_fields(_SENSITIVITY_FIELDS), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem()
    )
    if sink is not None:
        write_rows(sink, sensitivity_rows(grouping, settings.thresholds))
    return destination


def sensitivity_rows(grouping, thresholds):
    """Columns of the sensitivity table: gap_m, threshold_mu, blocks, net_mu, share."""
    frame = grouping.sensitivity
    return (
        frame["gap"].tolist(), list(thresholds) * frame["gap"].nunique(), frame["blocks"].tolist(),
        in_mu(frame["net_area"].to_numpy()).tolist(), frame["share"].round(6).tolist(),
    )


def _numbers(blocks):
    import numpy as np

    from ..algorithms.units import MU, to_mu

    net = np.round(blocks.net_area, 2)
    total = float(net.sum())
    in_class = float(net[blocks.level > 0].sum())
    return {
        "BLOCK_COUNT": len(net),
        "FARMLAND_MU": round(to_mu(total), 4),
        "LARGEST_BLOCK_MU": round(to_mu(float(net.max(initial=0.0))), 4),
        **{f"COUNT_{mu}": int((net >= round(mu * MU, 2)).sum()) for mu in _COUNTED_MU},
        "CONTIGUOUS_SHARE": round(in_class / total, 6) if total else 0.0,
    }


def in_words(results, settings):
    """The main result in two sentences."""
    return tr(
        "Blocks at a gap of {gap} m: {count}, on {farmland} mu of farmland (net). The largest has {largest} mu; "
        "{share} % of the farmland lies in blocks of at least {threshold} mu."
    ).format(
        count=results["BLOCK_COUNT"], gap=f"{settings.max_gap:g}", farmland=f"{results['FARMLAND_MU']:,.1f}",
        largest=f"{results['LARGEST_BLOCK_MU']:,.1f}", share=f"{100 * results['CONTIGUOUS_SHARE']:.1f}",
        threshold=f"{settings.thresholds[0]:,.10g}",
    )


def _reason(net_mu, level, share, thresholds, flag):
    if not level:
        return tr("Net area {net} mu, below the smallest class of {threshold} mu.").format(
            net=f"{net_mu:,.2f}", threshold=f"{thresholds[0]:,.10g}"
        )
    text = tr("Net area {net} mu reaches the class of {threshold} mu.").format(
        net=f"{net_mu:,.2f}", threshold=f"{thresholds[level - 1]:,.10g}"
    )
    if share < flag:
        text += " " + tr("The net area is only {share} % of the gross area: check ridges, roads and ditches.").format(
            share=f"{100 * share:.0f}"
        )
    return text


def _class_names(blocks, settings):
    import numpy as np

    names = [class_name(level, settings.thresholds) for level in range(len(settings.thresholds) + 1)]
    return np.array(names, dtype=object)[blocks.level]
