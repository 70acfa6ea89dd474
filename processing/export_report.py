"""The report of an export."""

from .export_outputs import in_words, parameters_in_words, title_of
from .i18n import is_chinese, tr
from .report import heading, number, page, paragraph, table, write


def write_report(path, settings, built, rows):
    """Save the report as HTML: what was delivered, what is empty, parameters. rows: of LAYERS."""
    write(path, page(
        tr("Delivery of {plan}").format(plan=settings.facts["plan_name"]),
        paragraph(in_words(built, settings)),
        *((paragraph(settings.profile.note, note=True),) if settings.profile.note else ()),
        heading(tr("Layers and tables")), _layers(rows),
        paragraph(tr("All was read again after writing and compared."), note=True),
        heading(tr("Fields without any value")), _empty(rows),
        heading(tr("How far the layout is known")), _origins(settings.profile),
        heading(tr("Parameters")),
        table((tr("Parameter"), tr("Value")), parameters_in_words(settings)),
        language="zh" if is_chinese() else "en",
    ))


def _layers(rows):
    return table(
        (tr("Layer"), tr("Name"), tr("Geometry"), tr("Features"), tr("Area [m²]"), tr("Area [mu]"), tr("File"),
         tr("Remark")),
        [
            (code, name, geometry, number(features, 0), number(area), number(mu), file, remark or "")
            for code, name, geometry, features, area, mu, _, _, file, remark in rows
        ],
    )


def _empty(rows):
    listed = [(code, name, empty) for code, name, _, _, _, _, _, empty, _, _ in rows if empty]
    if not listed:
        return paragraph(tr("Every field of the layers that hold features has a value somewhere."))
    return table((tr("Layer"), tr("Name"), tr("Fields")), listed)


def _origins(profile):
    kinds = {}
    for layer in profile.layers:
        kinds.setdefault((layer.confidence, layer.origin), []).append(f"{layer.code} {title_of(layer)}")
    return table(
        (tr("Layers"), tr("Confidence"), tr("Known from")),
        [(", ".join(names), confidence or "–", origin or "–") for (confidence, origin), names in kinds.items()],
    )
