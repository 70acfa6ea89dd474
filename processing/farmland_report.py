"""The report of farmland contiguity."""

from .farmland_outputs import sensitivity_rows
from .farmland_style import class_label
from .i18n import is_chinese, tr
from .report import bars, heading, number, page, paragraph, table, write


def write_report(path, settings, land, result, results):
    """Save the report as HTML: what was found, classes, sensitivity, metrics, parameters."""
    write(path, page(
        tr("Farmland contiguity: {layer}").format(layer=settings.source.sourceName()),
        _found(settings, results),
        heading(tr("Blocks by class")), _classes(settings, result), _chart(settings, result),
        heading(tr("Sensitivity to the gap")),
        paragraph(tr("Results change with the gap chosen. The share is of all farmland, net.")),
        _sensitivity(settings, result),
        heading(tr("Landscape metrics")), _metrics(result, land),
        heading(tr("Parameters")), _parameters(settings),
        language="zh" if is_chinese() else "en",
    ))


def _found(settings, results):
    return table(
        (tr("Measure"), tr("Value")),
        (
            (tr("Farmland, net [mu]"), number(results["FARMLAND_MU"])),
            (tr("Number of blocks"), number(results["BLOCK_COUNT"], 0)),
            (tr("Largest block, net [mu]"), number(results["LARGEST_BLOCK_MU"])),
            (tr("Share of farmland in blocks that reach a class"), f"{100 * results['CONTIGUOUS_SHARE']:.1f} %"),
            (tr("Largest gap bridged [m]"), f"{settings.max_gap:g}"),
        ),
    )


def _by_class(settings, result):
    """(label, blocks, net mu) from the highest class down."""
    from ..algorithms.units import to_mu

    level, net = result.blocks.level, result.blocks.net_area
    for step in range(len(settings.thresholds), -1, -1):
        label = class_label(settings.thresholds[step - 1]) if step else tr("below {threshold} mu").format(
            threshold=f"{settings.thresholds[0]:,.10g}")
        chosen = net[level == step]
        yield label, len(chosen), to_mu(float(chosen.sum()))


def _classes(settings, result):
    return table(
        (tr("Class"), tr("Blocks"), tr("Net area [mu]")),
        [(label, number(count, 0), number(mu)) for label, count, mu in _by_class(settings, result)],
    )


def _chart(settings, result):
    return bars([
        (label, mu, tr("{mu} mu").format(mu=number(mu, 0))) for label, _, mu in _by_class(settings, result)
    ])


def _sensitivity(settings, result):
    rows = zip(*sensitivity_rows(result, settings.thresholds))
    return table(
        (tr("Gap [m]"), tr("Class"), tr("Blocks"), tr("Net area [mu]"), tr("Share of farmland")),
        [(f"{gap:g}", class_label(threshold), number(count, 0), number(mu), f"{100 * share:.1f} %")
         for gap, threshold, count, mu, share in rows],
    )


def _metrics(result, land):
    scene = result.landscape
    hectare = 10_000
    return table(
        (tr("Measure"), tr("Value"), tr("Definition")),
        (
            (tr("Number of blocks"), number(scene.patches, 0), "NP"),
            (tr("Mean block size [ha]"), number(scene.mean_size / hectare), "Σa / NP"),
            (tr("Patch density [per 100 ha]"), number(scene.density), "NP / A"),
            (tr("Largest patch index [%]"), number(scene.largest_index), "max a / A"),
            (tr("Effective mesh size [ha]"), number(scene.mesh_size / hectare), "Σa² / A"),
            (tr("Area-weighted mean shape index"), number(scene.mean_shape), "Σ(P / 2√(πa))·a / Σa"),
        ),
    ) + paragraph(
        tr("a: area of a block's parcels, A: area of all features of the input ({area} ha), P: perimeter; "
           "planar, in {crs}.").format(area=number(land.extent / hectare), crs=land.crs.authid()),
        note=True,
    )


def _parameters(settings):
    return table((tr("Parameter"), tr("Value")), [
        (name, ", ".join(f"{item:g}" for item in value) if isinstance(value, list) else "" if value is None else value)
        for name, value in settings.rule().items()
    ])
