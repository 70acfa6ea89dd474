"""What the tools that screen for a category of 5+X write the same way.

A tool that screens gives its judged features the fields of JUDGED, in that order and behind its own, so that *Suggest
categories* can take them up; beside them a table and a report.
"""

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
)

from ..algorithms.errors import translatable
from .columns import in_mu
from .crs import transform_points
from .fields import stored_name
from .i18n import tr
from .layer_writer import NUMBER, TEXT, copy_features, joined_fields, kept_fields, new_fields, write_rows
from .palette import LINE
from .progress import phase
from .styling import Look, alias_of, aliases_in, look_after

JUDGED = (
    ("category", TEXT, 5), ("subtype", TEXT, 5), ("reasons", TEXT, 0), ("rule", TEXT, 0), ("area_m2", NUMBER),
    ("area_mu", NUMBER),
)
JUDGED_ALIASES = {
    "category": translatable("Category"),
    "subtype": translatable("Sub-type"),
    "reasons": translatable("Reasons"),
    "rule": translatable("Parameters"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
}


def judged_columns(category, subtype, reasons, rule, area):
    """Columns of JUDGED.

    category, subtype: codes, '' for none; reasons: texts; rule: one JSON text for all, or one for each; area: m², all
    of shape (n,).
    """
    count = len(reasons)
    return (
        [code or None for code in category], [code or None for code in subtype], list(reasons),
        [rule] * count if isinstance(rule, str) else list(rule), area.round(2).tolist(), in_mu(area.round(2)).tolist(),
    )


def copy_output(run, name, source, fields, ids, columns, progress, only=""):
    """Write the source's features with these ids, with their own fields and the added ones; returns the destination.

    fields: definitions of the added fields; columns: one for each, aligned with ids; only: as `copy_features` takes it.
    None where the output was not asked for.
    """
    added = new_fields(fields)
    kept = kept_fields(source.fields(), added, run.feedback)
    joined = joined_fields(source.fields(), kept, added)
    sink, destination = run.sink(name, joined, source.wkbType(), source.sourceCrs())
    if sink is not None:
        copy_features(source, sink, kept, ids, columns, progress, only)
    return destination


def shape_output(run, name, fields, columns, geometry, crs, work_crs, progress, wkb_type=Qgis.WkbType.MultiPolygon):
    """Write shapes that the analysis made, shapely geometries in `work_crs`, in `crs`; returns the destination."""
    import shapely

    from ..algorithms.parallel import step

    sink, destination = run.sink(name, new_fields(fields), wkb_type, crs)
    if sink is not None:
        if crs != work_crs:
            geometry = shapely.transform(geometry, transform_points(work_crs, crs))
        progress(0.1)
        write_rows(sink, columns, shapely.to_wkb(geometry).tolist(), step(progress, 0.1, 1.0))
    return destination


def table_output(run, name, fields, columns):
    """Write a table; returns the destination, None where it was not asked for."""
    sink, destination = run.sink(name, new_fields(fields), Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())
    if sink is not None:
        write_rows(sink, columns)
    return destination


def report_output(run, write, name="REPORT"):
    """Have `write(path)` save the report where it was asked for; returns its path, else None. The run's last phase."""
    finished = phase(run.feedback, tr("Writing the report"), 98, 100)
    path = run.algorithm.parameterAsFileOutput(run.parameters, name, run.context)
    if path:
        write(path)
    finished(1.0)
    return path or None


def look_of(title, words, parameters, fields, aliases, style=None, role="", source=None):
    """A Look whose lineage is the parameters in words, (label, value) pairs.

    fields: definitions of the output's fields; source: whose own aliases the output keeps.
    """
    own = {} if source is None else aliases_in(source.fields())
    lineage = tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in parameters)
    return Look(title, words, lineage, {**own, **alias_of([name for name, *_ in fields], aliases)}, style, role)


def finish(run, results, looks, group, words):
    """Results without what was not asked for, looks handed on, and the main result in the log."""
    results = {name: value for name, value in results.items() if value is not None}
    for name, look in looks.items():
        if name in results:
            look_after(run.context, results[name], look, group)
    run.feedback.pushInfo(words)
    return results


def style_by_value(field, entries, width="0.3", instead=""):
    """A style function: one symbol per value of a field.

    entries: (value, label, colour) in the legend's order; value '' stands for all others. Labels are translated texts.
    instead: a field whose value counts where the first has none, '' for none.
    """

    def style(layer):
        categories = [
            QgsRendererCategory(value, _symbol(layer, colour, width), label) for value, label, colour in entries
        ]
        value = stored_name(layer.fields(), field)
        if instead:
            columns = (value, stored_name(layer.fields(), instead))
            value = "coalesce({})".format(", ".join(map(QgsExpression.quotedColumnRef, columns)))
        layer.setRenderer(QgsCategorizedSymbolRenderer(value, categories))

    return style


def _symbol(layer, colour, width):
    if layer.geometryType() == Qgis.GeometryType.Line:
        return QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.8"})
    if layer.geometryType() == Qgis.GeometryType.Point:
        return QgsMarkerSymbol.createSimple({"color": colour, "outline_color": LINE, "size": "3"})
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": LINE, "outline_width": width})
