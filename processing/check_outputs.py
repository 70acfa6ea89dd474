"""What check tags writes: fields, rows, numbers, and how the layer looks."""

from qgis.core import Qgis, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ..algorithms import tags
from ..algorithms.check_list import ERROR, HINT, WARNING, tag_checks
from ..algorithms.errors import translatable
from . import areas
from .columns import in_mu
from .crs import transform_points
from .fields import stored_name
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, new_fields, write_rows
from .palette import LINE, SEVERITIES
from .progress import phase
from .shared_parameters import AREA_METHOD_LABELS, ATTRIBUTE
from .styling import Look, alias_of, look_after

FIELDS = (
    ("check", TEXT, 30), ("severity", TEXT, 10), ("parcel", TEXT, 60), ("message", TEXT, 0), ("category", TEXT, 5),
    ("village", TEXT, 100), ("area_m2", NUMBER), ("area_mu", NUMBER),
)
ALIASES = {
    "check": translatable("Check"),
    "severity": translatable("Severity"),
    "parcel": translatable("Parcel"),
    "message": translatable("Message"),
    "category": translatable("Category"),
    "village": translatable("Village"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
}
SEVERITY_NAMES = {
    ERROR: translatable("Error"), WARNING: translatable("Warning"), HINT: translatable("Hint"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("FINDING_COUNT", tr("Findings")),
        ("ERROR_COUNT", tr("Errors")),
        ("NOT_CHECKED_COUNT", tr("Checks not made")),
    )


def write_all(run, settings, parcels, crs, checked):
    """Write the findings; returns the results of the run. crs: of the parcels' geometry."""
    from .tag_checks import in_words

    labels = {check.id: in_language(check.label) for check in tag_checks()}
    _warn(run.feedback, parcels)
    for unchecked in checked.unchecked:
        run.feedback.pushWarning(
            tr("Not checked: {check} ({reason}).").format(check=labels[unchecked.check], reason=in_words(unchecked))
        )
    numbers = {
        "FINDING_COUNT": len(checked.findings),
        "ERROR_COUNT": sum(finding.severity == ERROR for finding in checked.findings),
        "NOT_CHECKED_COUNT": len(checked.unchecked),
    }
    words = tr("Findings: {count}, of which errors: {errors}. Checks that were not made: {unchecked}.").format(
        count=numbers["FINDING_COUNT"], errors=numbers["ERROR_COUNT"], unchecked=numbers["NOT_CHECKED_COUNT"]
    )
    sink, destination = run.sink(
        "FINDINGS", new_fields(FIELDS), Qgis.WkbType.MultiPolygon, settings.source.sourceCrs()
    )
    results = dict(numbers)
    if sink is not None:
        _write(run.feedback, settings, parcels, crs, checked.findings, sink)
        results["FINDINGS"] = destination
        look_after(
            run.context, destination, _look(settings, words, [labels[one.check] for one in checked.unchecked]),
            tr("5+X tags – {layer}").format(layer=settings.source.sourceName()),
        )
    run.feedback.pushInfo(words)
    return results


def style_findings(layer):
    """One colour per severity."""
    categories = [
        QgsRendererCategory(code, QgsFillSymbol.createSimple(
            {"color": SEVERITIES[code], "outline_color": LINE, "outline_width": "0.3"}), tr(name))
        for code, name in SEVERITY_NAMES.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(stored_name(layer.fields(), "severity"), categories))


def _write(feedback, settings, parcels, crs, findings, sink):
    import numpy as np
    import shapely

    from ..algorithms.parallel import step

    progress = phase(feedback, tr("Writing findings"), 85, 100)
    row_of = dict(zip(parcels.id.tolist(), range(len(parcels.id))))
    row = np.array([row_of[finding.id] for finding in findings], dtype=int)
    geometry = parcels.geometry[row]
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(parcels.values[settings.area_field][row], settings.area_field)
    else:
        area = areas.shape_area(geometry, crs, settings.area_method, step(progress, 0, 0.5))
    area = np.round(area, 2)
    single = shapely.get_type_id(geometry) == shapely.GeometryType.POLYGON
    geometry[single] = shapely.multipolygons(geometry[single][:, None])
    if settings.source.sourceCrs() != crs:
        geometry = shapely.transform(geometry, transform_points(crs, settings.source.sourceCrs()))
    columns = (
        *([getattr(finding, name) or None for finding in findings]
          for name in ("check", "severity", "parcel", "message", "category", "village")),
        area.tolist(), in_mu(area).tolist(),
    )
    write_rows(sink, columns, shapely.to_wkb(geometry).tolist(), step(progress, 0.5, 0.95))
    progress(1.0)  # the last look at whether the person cancelled


def _warn(feedback, parcels):
    if not len(parcels.id):
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so there is nothing to check."))
    elif not parcels.values[tags.CATEGORY].astype(bool).any():
        feedback.pushWarning(
            tr("INPUT: no parcel has a category in {field}, so hardly anything is checked. Choose the layer that was "
               "tagged.").format(field=tags.CATEGORY)
        )


def _look(settings, words, unchecked):
    lines = (
        *((in_language(layer.label), other.sourceName()) for layer, other in settings.layers.items()),
        (tr("Not checked"), tr(", ").join(unchecked) or tr("none")),
        (tr("Categories"), settings.path or tr("as shipped")),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
    )
    return Look(
        tr("Findings"), words, tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in lines),
        alias_of(list(ALIASES), ALIASES), style_findings, role="tag_findings",
    )
