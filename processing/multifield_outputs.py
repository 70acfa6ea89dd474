"""What the multi-field overlay writes: fields, rows, numbers, and how the layers look."""

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE, copy_parts, joined_fields, kept_fields, new_fields
from .multifield_settings import LAYERS
from .palette import FIELD_STATES
from .progress import phase
from .screening import (
    JUDGED,
    JUDGED_ALIASES,
    copy_output,
    finish,
    judged_columns,
    look_of,
    report_output,
    style_by_value,
    table_output,
)

_TRUTH = QMetaType.Type.Bool
_MOST = 4  # layers that count
PIECE_FIELDS = (
    ("piece_id", WHOLE), *((name, _TRUTH) for name in LAYERS.values()), ("layers", WHOLE), ("state", TEXT, 10), *JUDGED,
)
PARCEL_FIELDS = (
    ("pieces", WHOLE), ("layers", WHOLE),
    ("basic_m2", NUMBER), ("high_m2", NUMBER), ("grain_m2", NUMBER), ("restore_m2", NUMBER), ("plan_m2", NUMBER),
    *((f"count{number}_m2", NUMBER) for number in range(_MOST + 1)),
    ("to_build_m2", NUMBER), ("outside_m2", NUMBER), ("area_m2", NUMBER), ("area_mu", NUMBER),
)
SUMMARY_FIELDS = (
    ("group", TEXT, 100), ("kind", TEXT, 15), ("item", TEXT, 100), ("name", TEXT, 0), ("pieces", WHOLE),
    ("parcels", WHOLE), ("area_m2", NUMBER), ("area_mu", NUMBER), ("share", NUMBER), ("share_of", TEXT, 20),
)
FIELDS = {"PIECES": PIECE_FIELDS, "PARCELS": PARCEL_FIELDS, "SUMMARY": SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "piece_id": translatable("Piece"),
    "basic_farmland": translatable("Permanent basic farmland"),
    "high_standard": translatable("High-standard farmland"),
    "grain_zone": translatable("Grain production zone"),
    "restorable": translatable("Restorable land"),
    "plan": translatable("Planned high-standard farmland"),
    "layers": translatable("Number of layers"),
    "state": translatable("State"),
    "pieces": translatable("Number of pieces"),
    "basic_m2": translatable("Permanent basic farmland [m²]"),
    "high_m2": translatable("High-standard farmland [m²]"),
    "grain_m2": translatable("Grain production zone [m²]"),
    "restore_m2": translatable("Restorable land [m²]"),
    "plan_m2": translatable("Planned high-standard farmland [m²]"),
    "count0_m2": translatable("In none of the layers [m²]"),
    "count1_m2": translatable("In one layer [m²]"),
    "count2_m2": translatable("In two layers [m²]"),
    "count3_m2": translatable("In three layers [m²]"),
    "count4_m2": translatable("In four layers [m²]"),
    "to_build_m2": translatable("Basic farmland not yet high-standard [m²]"),
    "outside_m2": translatable("High-standard outside basic farmland [m²]"),
    "group": translatable("Group"),
    "kind": translatable("Kind of figure"),
    "item": translatable("Figure"),
    "name": translatable("Name"),
    "parcels": translatable("Number of parcels"),
    "share": translatable("Share"),
    "share_of": translatable("Share of"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("PIECE_COUNT", tr("Pieces")),
        ("BASIC_MU", tr("Permanent basic farmland [mu]")),
        ("HIGH_MU", tr("High-standard farmland [mu]")),
        ("BASIC_NOT_HIGH_MU", tr("Basic farmland not yet high-standard [mu]")),
        ("HIGH_NOT_BASIC_MU", tr("High-standard farmland outside basic farmland [mu]")),
        ("SHARE_BEFORE", tr("Share of basic farmland built to high standard")),
        ("SHARE_AFTER", tr("Share of basic farmland built to high standard with the plan")),
    )


def write_all(run, settings, fields):
    """Write every output asked for; returns the results of the run."""
    from ..algorithms.multifield import summarise
    from ..algorithms.parallel import step
    from .multifield_report import write_report
    from .multifield_words import known_in_words, reasons

    overlay = fields.overlay
    missing = known_in_words(overlay)
    if missing:
        run.feedback.pushInfo(missing)
    if len(fields.id) == 0:
        run.feedback.pushWarning(tr("INPUT has no parcels: the results are empty."))
    elif not any(overlay.within(name).any() for name in LAYERS.values()):
        run.feedback.pushWarning(
            tr("No parcel lies in any of the layers: check that they cover the same place and have the right CRS."))
    counted = phase(run.feedback, tr("Counting"), 70, 72)
    summary = summarise(overlay, fields.group, step(counted, 0, 0.8))
    numbers = _numbers(overlay)
    texts = reasons(overlay)
    counted(1.0)
    results = {name: value for name, value in numbers.items() if value == value}
    results["PIECES"] = _pieces(run, settings, fields, texts)
    results["PARCELS"] = _parcels(run, settings, fields)
    results["SUMMARY"] = _summary(run, summary)
    results["REPORT"] = report_output(run, lambda path: write_report(path, settings, fields, summary, numbers))
    words = in_words(numbers)
    group = tr("Multi-field overlay – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, words), group, words)


def in_words(numbers):
    """The main result in a few sentences; what is not known is not said."""
    said = [tr("Pieces: {count}.").format(count=f"{numbers['PIECE_COUNT']:,}")]
    if numbers["BASIC_NOT_HIGH_MU"] == numbers["BASIC_NOT_HIGH_MU"]:
        said.append(
            tr("Of {basic} mu of permanent basic farmland, {open} mu are not yet high-standard; {outside} mu of "
               "high-standard farmland lie outside it.").format(
                basic=f"{numbers['BASIC_MU']:,.1f}", open=f"{numbers['BASIC_NOT_HIGH_MU']:,.1f}",
                outside=f"{numbers['HIGH_NOT_BASIC_MU']:,.1f}"))
    if numbers["SHARE_BEFORE"] == numbers["SHARE_BEFORE"]:
        said.append(tr("Built to high standard: {share} % of basic farmland.").format(
            share=f"{100 * numbers['SHARE_BEFORE']:.1f}"))
    if numbers["SHARE_AFTER"] == numbers["SHARE_AFTER"]:
        said.append(tr("With the plan: {share} %.").format(share=f"{100 * numbers['SHARE_AFTER']:.1f}"))
    return " ".join(said)


def _numbers(overlay):
    from ..algorithms.multifield import BASIC, HIGH, built_shares
    from ..algorithms.units import to_mu

    def mu(which, *needed):
        return round(to_mu(float(overlay.area[which].sum())), 4) if overlay.known(*needed) else float("nan")

    before, after = built_shares(overlay)
    return {
        "PIECE_COUNT": len(overlay.row),
        "BASIC_MU": mu(overlay.within(BASIC), BASIC),
        "HIGH_MU": mu(overlay.within(HIGH), HIGH),
        "BASIC_NOT_HIGH_MU": mu(overlay.basic_not_high(), BASIC, HIGH),
        "HIGH_NOT_BASIC_MU": mu(overlay.high_not_basic(), BASIC, HIGH),
        "SHARE_BEFORE": round(before, 6), "SHARE_AFTER": round(after, 6),
    }


def _pieces(run, settings, fields, texts):
    import shapely

    from .crs import transform_points

    source, overlay = settings.source, fields.overlay
    added = new_fields(PIECE_FIELDS)
    kept = kept_fields(source.fields(), added, run.feedback)
    sink, destination = run.sink(
        "PIECES", joined_fields(source.fields(), kept, added), Qgis.WkbType.MultiPolygon, source.sourceCrs())
    progress = phase(run.feedback, tr("Writing pieces"), 72, 88)
    if sink is None:
        return destination
    cut, shapes = fields.geometry[~fields.whole], [None] * len(overlay.row)
    if source.sourceCrs() != fields.crs:
        cut = shapely.transform(cut, transform_points(fields.crs, source.sourceCrs()))
    for at, wkb in zip((~fields.whole).nonzero()[0].tolist(), shapely.to_wkb(cut).tolist()):
        shapes[at] = wkb
    copy_parts(source, sink, kept, fields.id[overlay.row], _piece_columns(settings, overlay, texts), shapes, progress)
    return destination


def _piece_columns(settings, overlay, texts):
    import numpy as np

    from ..algorithms.multifield import multifield_rules

    suggests, wanted = multifield_rules()["suggests"], overlay.basic_not_high()
    nothing = [None] * len(overlay.row)
    return (
        list(range(1, len(overlay.row) + 1)),
        *(nothing if overlay.member[name] is None else overlay.member[name].tolist() for name in LAYERS.values()),
        overlay.count().tolist(), overlay.state().tolist(),
        *judged_columns(
            *(np.where(wanted, suggests[name], "").tolist() for name in ("category", "subtype")), texts,
            compact(settings.rule()), overlay.area),
    )


def _parcels(run, settings, fields):
    overlay, count = fields.overlay, len(fields.id)

    def area(which, *needed):
        import numpy as np

        if not overlay.known(*needed):
            return [None] * count
        return np.bincount(overlay.row[which], overlay.area[which], minlength=count).round(2).tolist()

    return copy_output(
        run, "PARCELS", settings.source, PARCEL_FIELDS, fields.id, _parcel_columns(fields, area),
        phase(run.feedback, tr("Writing parcels"), 88, 97))


def _parcel_columns(fields, area):
    import numpy as np

    from ..algorithms.multifield import BASIC, COUNTED, HIGH

    overlay, count = fields.overlay, len(fields.id)
    deep = overlay.count()
    reached = np.zeros(count, dtype=int)
    for name in COUNTED:
        reached += np.bincount(overlay.row, overlay.within(name), minlength=count) > 0
    return (
        np.bincount(overlay.row, minlength=count).tolist(), reached.tolist(),
        *(area(overlay.within(name), name) for name in LAYERS.values()),
        *(area(deep == number) for number in range(_MOST + 1)),
        area(overlay.basic_not_high(), BASIC, HIGH), area(overlay.high_not_basic(), BASIC, HIGH),
        fields.area.tolist(), in_mu(fields.area).tolist(),
    )


def _summary(run, summary):
    from .multifield_words import item_name

    area = summary["area"].to_numpy(dtype=float).round(2)
    return table_output(run, "SUMMARY", SUMMARY_FIELDS, (
        [name or None for name in summary["group"]], summary["kind"].tolist(), summary["item"].tolist(),
        [item_name(kind, item) for kind, item in zip(summary["kind"], summary["item"])],
        summary["pieces"].tolist(), summary["parcels"].tolist(), area.tolist(), in_mu(area).tolist(),
        or_null(summary["share"].to_numpy(dtype=float).round(6)), summary["share_of"].tolist(),
    ))


def _looks(settings, words):
    from .multifield_words import STATES, parameters_in_words

    parameters = parameters_in_words(settings)
    by_state = style_by_value("state", [(state, tr(label), FIELD_STATES[state]) for state, label in STATES.items()],
                              "0.1")
    return {
        "PIECES": look_of(
            tr("Pieces by layer"), words, parameters, PIECE_FIELDS, ALIASES, by_state, "field_pieces", settings.source),
        "PARCELS": look_of(
            tr("Parcels by number of layers"), words, parameters, PARCEL_FIELDS, ALIASES, _style_parcels,
            source=settings.source),
        "SUMMARY": look_of(tr("Summary by group"), words, parameters, SUMMARY_FIELDS, ALIASES),
    }


def _style_parcels(layer):
    from .palette import LAYER_COUNTS

    style_by_value("layers", [
        (number, tr("Layers: {count}").format(count=number), colour) for number, colour in enumerate(LAYER_COUNTS)
    ], "0.1")(layer)
