"""What the validation writes: errors, summary, numbers, and how they look."""

from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from ..algorithms.validation_rules import ERROR, NOTE, SEVERITIES, WARNING, validation_rules
from . import areas
from .columns import in_mu
from .i18n import in_language, tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import SEVERITIES as COLOURS
from .progress import phase
from .screening import finish, look_of, report_output, shape_output, style_by_value, table_output

_TRUTH = QMetaType.Type.Bool
ERROR_FIELDS = (
    ("rule", TEXT, 40), ("severity", TEXT, 10), ("layer", TEXT, 60), ("feature", TEXT, 60), ("field", TEXT, 64),
    ("value", TEXT, 0), ("message", TEXT, 0), ("area_m2", NUMBER), ("area_mu", NUMBER),
)
SUMMARY_FIELDS = (
    ("rule", TEXT, 40), ("title", TEXT, 100), ("severity", TEXT, 10), ("layer", TEXT, 60), ("checked", _TRUTH),
    ("faults", WHOLE), ("land_m2", NUMBER), ("land_mu", NUMBER), ("tolerance", NUMBER), ("reason", TEXT, 0),
)
FIELDS = {"ERRORS": ERROR_FIELDS, "SUMMARY": SUMMARY_FIELDS}
ALIASES = {
    "rule": translatable("Rule"),
    "severity": translatable("Severity"),
    "layer": translatable("Layer"),
    "feature": translatable("Feature"),
    "field": translatable("Field"),
    "value": translatable("Value"),
    "message": translatable("Message"),
    "area_m2": translatable("Area [m²]"),
    "area_mu": translatable("Area [mu]"),
    "title": translatable("What is checked"),
    "checked": translatable("Checked"),
    "faults": translatable("Faults"),
    "land_m2": translatable("Area [m²]"),
    "land_mu": translatable("Area [mu]"),
    "tolerance": translatable("Tolerance"),
    "reason": translatable("Why not checked"),
}
SEVERITY_NAMES = {ERROR: translatable("Error"), WARNING: translatable("Warning"), NOTE: translatable("Notice")}
_COLOUR_OF = {ERROR: COLOURS["error"], WARNING: COLOURS["warning"], NOTE: COLOURS["hint"]}
_POINT, _LINE = 1.0, 0.5  # m, how far faults at points and along lines are drawn around them


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("ERROR_COUNT", tr("Errors")),
        ("WARNING_COUNT", tr("Warnings")),
        ("NOTE_COUNT", tr("Notices")),
        ("FEATURE_COUNT", tr("Features checked")),
        ("NOT_CHECKED_COUNT", tr("Rules not checked")),
    )


def write_all(run, settings, validated):
    """Write every output asked for; returns the results of the run."""
    from .validation_report import write_report

    findings = validated.findings
    columns, shapes = _errors(validated, phase(run.feedback, tr("Measuring what was found"), 84, 88))
    summary = _summary(settings, findings, columns)
    numbers = {
        **{f"{severity.upper()}_COUNT": findings.count(severity) for severity in SEVERITIES},
        "FEATURE_COUNT": sum(map(len, validated.layers)),
        "NOT_CHECKED_COUNT": sum(not row[4] for row in summary),
    }
    if not numbers["FEATURE_COUNT"]:
        run.feedback.pushWarning(tr("There are no features to check: only layers and fields were looked at."))
    results = dict(numbers)
    results["ERRORS"] = shape_output(
        run, "ERRORS", ERROR_FIELDS, columns, shapes, validated.crs, validated.work,
        phase(run.feedback, tr("Writing what was found"), 88, 94))
    results["SUMMARY"] = table_output(run, "SUMMARY", SUMMARY_FIELDS, list(zip(*summary)))
    words = in_words(numbers)
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, validated, summary, columns, words))
    return finish(
        run, results, _looks(settings, validated, words), tr("Validation – {layer}").format(layer=settings.name), words)


def in_words(numbers):
    """The result in a few sentences."""
    said = tr("Errors: {errors}, warnings: {warnings}, notices: {notes}; features checked: {features}.").format(
        errors=f"{numbers['ERROR_COUNT']:,}", warnings=f"{numbers['WARNING_COUNT']:,}",
        notes=f"{numbers['NOTE_COUNT']:,}", features=f"{numbers['FEATURE_COUNT']:,}")
    if numbers["NOT_CHECKED_COUNT"]:
        said += " " + tr("Rules not checked: {count}; the summary says why.").format(
            count=numbers["NOT_CHECKED_COUNT"])
    return said


def parameters_in_words(settings, validated):
    """(label, value) of every parameter, for report and metadata."""
    given = [(name, source.sourceName()) for name, source in settings.base.items()]
    profile = settings.profile
    return (
        (tr("Validated"), settings.name),
        (tr("Profile"), f"{profile.id} {in_language({'zh': profile.zh, 'en': profile.en})}" if profile
         else tr("survey parcels (DLTB)")),
        *((tr("Layer for {parameter}").format(parameter=name), layer) for name, layer in given),
        (tr("CRS"), validated.crs.authid() or validated.crs.description()),
        (tr("Allowed difference of areas"), f"{settings.area_tolerance:g} m²"),
        (tr("Smallest overlap and gap"), f"{settings.least_area:g} m²"),
    )


def _errors(validated, progress):
    """Columns of ERRORS, and their shapes: multipolygons in the work CRS, empty for none."""
    import numpy as np
    import shapely

    batches = _in_order(validated.findings)
    shapes = np.array([shape for batch in batches for shape in batch.shapes] + [None], dtype=object)[:-1]
    measured = np.array([batch.measured for batch in batches for _ in batch.shapes], dtype=bool)
    land = measured & (shapely.get_dimensions(shapes) == 2)
    area = np.full(len(shapes), np.nan)
    if land.any():
        area[land] = np.round(areas.official(shapes[land], validated.work, progress), 2)
    progress(1.0)
    numbers = [value if value == value else None for value in area.tolist()]
    mu = [value if value == value else None for value in in_mu(area).tolist()]
    columns = (
        [batch.rule.id for batch in batches for _ in batch.features],
        [batch.rule.severity for batch in batches for _ in batch.features],
        [batch.layer for batch in batches for _ in batch.features],
        [feature or None for batch in batches for feature in batch.features],
        [batch.field or None for batch in batches for _ in batch.features],
        [value or None for batch in batches for value in batch.values],
        [message for batch in batches for message in batch.messages()],
        numbers, mu,
    )
    return columns, _drawn(shapes)


def _in_order(findings):
    """Batches by severity, the gravest first, then in the order of the rules."""
    order = {rule: k for k, rule in enumerate(validation_rules())}
    return sorted(findings.batches, key=lambda batch: (SEVERITIES.index(batch.rule.severity), order[batch.rule.id]))


def _drawn(shapes):
    """Shapes as multipolygons: points and lines get some ground around them, so that a map shows where they are."""
    import shapely

    shapes = shapes.copy()
    shapes[shapely.is_missing(shapes)] = shapely.MultiPolygon()
    dimension = shapely.get_dimensions(shapes)
    for size, wide in ((0, _POINT), (1, _LINE)):
        thin = dimension == size
        shapes[thin] = shapely.buffer(shapes[thin], wide)
    single = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
    if single.any():
        shapes[single] = shapely.multipolygons(shapes[single][:, None])
    return shapes


def _summary(settings, findings, columns):
    """Rows of SUMMARY: one for each rule and layer it was checked on, one for each rule that could not be checked."""
    count, area = {}, {}
    for rule, layer, size in zip(columns[0], columns[2], columns[7]):
        count[rule, layer] = count.get((rule, layer), 0) + 1
        area[rule, layer] = area.get((rule, layer), 0.0) + (size or 0.0)
    rows = []
    for rule in validation_rules().values():
        head = (rule.id, in_language(rule.title), rule.severity)
        tolerance = tolerance_of(rule, settings)
        for layer in findings.checked.get(rule.id, ()):
            size = round(area.get((rule.id, layer), 0.0), 2)
            rows.append((*head, layer, True, count.get((rule.id, layer), 0), size, _mu(size), tolerance, None))
        if rule.id in findings.skipped and rule.id not in findings.checked:
            reason = tr("; ").join(dict.fromkeys(findings.skipped[rule.id]))
            rows.append((*head, None, False, None, None, None, tolerance, reason))
    return rows


def tolerance_of(rule, settings):
    """The tolerance that a rule was checked with, None for one without."""
    if rule.id == "area.geometry":
        return settings.area_tolerance
    if rule.id in ("topology.duplicate", "topology.overlap", "topology.gap"):
        return settings.least_area
    return rule.tolerance or None


def _mu(area):
    from ..algorithms.units import to_mu

    return round(float(to_mu(area)), 4)


def _looks(settings, validated, words):
    parameters = parameters_in_words(settings, validated)
    style = style_by_value("severity", [
        (severity, tr(name), _COLOUR_OF[severity]) for severity, name in SEVERITY_NAMES.items()
    ])
    return {
        "ERRORS": look_of(
            tr("Validation errors"), words, parameters, ERROR_FIELDS, ALIASES, style, "validation_errors"),
        "SUMMARY": look_of(tr("Summary of the validation"), words, parameters, SUMMARY_FIELDS, ALIASES),
    }
