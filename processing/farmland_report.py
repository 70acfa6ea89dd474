"""The report of farmland contiguity."""

from .farmland_outputs import class_name, in_words, sensitivity_rows
from .farmland_words import class_range, parameters_in_words, reach
from .i18n import is_chinese, tr
from .report import bar, heading, number, page, paragraph, percent, strong, table, write

_LISTED = 10
_HECTARE = 10_000


def write_report(path, settings, land, grouping, shapes, gross, numbers):
    """Save the report as HTML: what was found, classes, largest blocks, sensitivity, metrics, parameters."""
    write(path, page(
        tr("Farmland contiguity: {layer}").format(layer=settings.source.sourceName()),
        paragraph(in_words(numbers, settings)),
        heading(tr("Blocks by class")), _classes(settings, grouping.blocks), _flagged(grouping.blocks, gross),
        heading(tr("Largest blocks")), _largest(settings, grouping.blocks, gross),
        heading(tr("Sensitivity to the gap")),
        paragraph(tr("The result changes with the gap chosen. Shares are of all farmland, net.")),
        _sensitivity(settings, grouping),
        heading(tr("Landscape metrics")), _metrics(shapes.landscape, land),
        heading(tr("Parameters")), table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _classes(settings, blocks):
    from ..algorithms.units import to_mu

    level, net = blocks.level, blocks.net_area
    total = float(net.sum())
    rows = []
    for step in range(len(settings.thresholds), -1, -1):
        chosen = net[level == step]
        share = float(chosen.sum()) / total if total else 0.0
        rows.append((
            class_range(step, settings.thresholds), number(len(chosen), 0), number(to_mu(float(chosen.sum()))),
            percent(share), bar(share),
        ))
    rows.append((
        strong(tr("Total")), strong(number(len(net), 0)), strong(number(to_mu(total))),
        strong(percent(1.0 if total else 0.0)), "",
    ))
    return table((tr("Class"), tr("Blocks"), tr("Net area [mu]"), tr("Share of farmland"), ""), rows)


def _flagged(blocks, gross):
    import numpy as np

    from ..algorithms.farmland import NET_SHARE_FLAG

    with np.errstate(invalid="ignore", divide="ignore"):
        count = int((blocks.net_area / gross < NET_SHARE_FLAG).sum())
    if not count:
        return ""
    return paragraph(
        tr("Blocks whose net area is below {share} % of the gross area: {count}. Check ridges, roads and ditches "
           "there.").format(share=f"{100 * NET_SHARE_FLAG:g}", count=count)
    )


def _largest(settings, blocks, gross_area):
    from ..algorithms.units import to_mu

    net, gross = to_mu(blocks.net_area), to_mu(gross_area)
    return table(
        (tr("Block number"), tr("Block class [mu]"), tr("Number of parcels"), tr("Net area [mu]"),
         tr("Gross area [mu]"), tr("Net share of gross")),
        [
            (i + 1, class_name(blocks.level[i], settings.thresholds), number(int(blocks.parcels[i]), 0),
             number(float(net[i])), number(float(gross[i])), percent(float(net[i] / gross[i])))
            for i in range(min(_LISTED, len(net)))
        ],
    )


def _sensitivity(settings, grouping):
    thresholds = settings.thresholds
    lines = {}
    for gap, _, count, mu, share in zip(*sensitivity_rows(grouping, thresholds)):
        lines.setdefault(gap, [f"{gap:g}"]).extend((number(count, 0), number(mu, 1), percent(share)))
    used = paragraph(tr("Bold: the gap used."), note=True) if settings.max_gap in lines else ""
    return table(
        (tr("Gap [m]"), *(tr("Blocks"), tr("Net [mu]"), tr("Share")) * len(thresholds)),
        [[strong(text) for text in line] if gap == settings.max_gap else line for gap, line in lines.items()],
        groups=(("", 1), *((reach(threshold), 3) for threshold in thresholds)),
    ) + used


def _metrics(scene, land):
    return table(
        (tr("Measure"), tr("Value"), tr("Definition")),
        (
            (tr("Number of blocks"), number(scene.patches, 0), "NP"),
            (tr("Mean block size [ha]"), number(scene.mean_size / _HECTARE), "Σa / NP"),
            (tr("Patch density [per 100 ha]"), number(scene.density), "NP / A"),
            (tr("Largest patch index [%]"), number(scene.largest_index), "max a / A"),
            (tr("Effective mesh size [ha]"), number(scene.mesh_size / _HECTARE), "Σa² / A"),
            (tr("Area-weighted mean shape index"), number(scene.mean_shape), "Σ(P / 2√(πa))·a / Σa"),
        ),
    ) + paragraph(
        tr("a: area of a block's parcels, A: area of all features of the input ({area} ha), P: perimeter; "
           "planar, in {crs}.").format(area=number(land.extent / _HECTARE), crs=land.crs.authid()),
        note=True,
    )
