"""What the forest-cropland swap writes: fields, rows, numbers, and how the layers look."""

from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import LINE, SWAP
from .progress import phase
from .screening import (
    JUDGED,
    JUDGED_ALIASES,
    copy_output,
    finish,
    judged_columns,
    look_of,
    report_output,
    shape_output,
    style_by_value,
    table_output,
)

PARCEL_FIELDS = (
    ("change", TEXT, 3), ("from_code", TEXT, 10), ("to_code", TEXT, 10), ("gain", NUMBER), ("slope", NUMBER),
    ("contact", NUMBER), ("net_m2", NUMBER), ("net_mu", NUMBER), *JUDGED,
)
PAIR_FIELDS = (
    ("pair_id", WHOLE), ("out_parcel", TEXT, 40), ("in_parcel", TEXT, 40), ("net_m2", NUMBER), ("net_mu", NUMBER),
    ("distance", NUMBER), ("slope_fall", NUMBER),
)
GATE_FIELDS = (
    ("measure", TEXT, 30), ("name", TEXT, 100), ("before", NUMBER), ("after", NUMBER), ("difference", NUMBER),
    ("gate", TEXT, 10), ("holds", QMetaType.Type.Bool),
)
SUMMARY_FIELDS = (
    ("group", TEXT, 100), ("change", TEXT, 3), ("from_code", TEXT, 10), ("parcels", WHOLE), ("area_mu", NUMBER),
    ("net_mu", NUMBER), ("mean_slope", NUMBER), ("gain", NUMBER), ("target_share", NUMBER),
)
FIELDS = {"PARCELS": PARCEL_FIELDS, "PAIRS": PAIR_FIELDS, "GATES": GATE_FIELDS, "SUMMARY": SUMMARY_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "change": translatable("Change"),
    "from_code": translatable("Land code now"),
    "to_code": translatable("Land code after"),
    "gain": translatable("Gain [m²]"),
    "slope": translatable("Slope [°]"),
    "contact": translatable("Contact with large blocks"),
    "net_m2": translatable("Net cropland [m²]"),
    "net_mu": translatable("Net cropland [mu]"),
    "pair_id": translatable("Pair"),
    "out_parcel": translatable("Parcel that leaves"),
    "in_parcel": translatable("Parcel that comes in"),
    "distance": translatable("Distance [m]"),
    "slope_fall": translatable("Fall of slope [°]"),
    "measure": translatable("Measure"),
    "name": translatable("Name"),
    "before": translatable("Before"),
    "after": translatable("After"),
    "difference": translatable("Difference"),
    "gate": translatable("Gate"),
    "holds": translatable("Holds"),
    "group": translatable("Group"),
    "parcels": translatable("Number of parcels"),
    "mean_slope": translatable("Mean slope [°]"),
    "target_share": translatable("Share of the city's target"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("OUT_COUNT", tr("Parcels that leave")),
        ("IN_COUNT", tr("Parcels that come in")),
        ("OUT_MU", tr("Net cropland that leaves [mu]")),
        ("IN_MU", tr("Net cropland that comes in [mu]")),
        ("SLOPE_BEFORE", tr("Mean slope before [°]")),
        ("SLOPE_AFTER", tr("Mean slope after [°]")),
        ("SHARE_BEFORE", tr("Share in large blocks before")),
        ("SHARE_AFTER", tr("Share in large blocks after")),
        ("GAIN", tr("Gain [m²]")),
        ("GAP", tr("How far the gain may lie below the best, a share")),
    )


def write_all(run, settings, ground, swap):
    """Write every output asked for; returns the results of the run."""
    from .swap_reasons import reasons
    from .swap_report import write_report
    from .swap_tables import gates, summarise
    from .swap_words import unknown_in_words

    _say(run.feedback, settings, ground, swap, unknown_in_words(ground.known, settings))
    rows = swap.row[swap.choice.chosen]
    code = ground.code[rows]
    texts = reasons(swap, code, settings, ground.known)
    numbers = _numbers(swap)
    summary = summarise(ground, swap, settings)
    checked = gates(swap, ground.known)
    pairs = _pair_up(swap, phase(run.feedback, tr("Pairing parcels"), 85, 87))
    results = {name: value for name, value in numbers.items() if value == value}
    results["PARCELS"] = _parcels(run, settings, ground, swap, texts)
    results["PAIRS"] = _pairs(run, settings, ground, swap, pairs)
    results["GATES"] = table_output(run, "GATES", GATE_FIELDS, tuple(zip(*checked)))
    results["SUMMARY"] = _summary(run, summary)
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, ground, swap, summary, checked, texts, numbers))
    words = in_words(numbers, swap)
    group = tr("Forest-cropland swap – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, words), group, words)


def in_words(numbers, swap):
    """The main result in a few sentences."""
    if not numbers["OUT_COUNT"] and not numbers["IN_COUNT"]:
        return tr("No swap is suggested.")
    solved = (
        tr("This is the best choice there is.") if swap.choice.gap < 1e-9 else
        tr("Its gain is at most {gap} % below the best choice there could be.").format(
            gap=f"{100 * numbers['GAP']:.2f}"))
    return tr(
        "{out} parcels of steep cropland ({out_mu} mu net) become forest, {into} of gentle forest and orchard become "
        "cropland ({in_mu} mu net). Mean slope {before}° → {after}°, share in large blocks {share} % → {share_after} %."
    ).format(
        out=f"{numbers['OUT_COUNT']:,}", into=f"{numbers['IN_COUNT']:,}", out_mu=f"{numbers['OUT_MU']:,.1f}",
        in_mu=f"{numbers['IN_MU']:,.1f}", before=f"{numbers['SLOPE_BEFORE']:.3f}",
        after=f"{numbers['SLOPE_AFTER']:.3f}", share=f"{100 * numbers['SHARE_BEFORE']:.2f}",
        share_after=f"{100 * numbers['SHARE_AFTER']:.2f}",
    ) + (" " if tr(", ") == ", " else "") + solved


def _say(feedback, settings, ground, swap, unknown):
    if unknown:
        feedback.pushWarning(unknown)
    c = swap.candidates
    if len(ground.cropland.row) == 0:
        feedback.pushWarning(tr(
            "No farmland was found, so nothing can be swapped. Check the land code field and the code system."))
    elif c.leaves.all() and not settings.slope_field and not settings.dem:
        feedback.pushWarning(tr(
            "DEM: the slope of forest and orchard is not known, so nothing can come in. Give a terrain model, or in "
            "SLOPE_FIELD a field with the slope in degrees."))
    elif not c.leaves.any():
        feedback.pushWarning(tr("No cropland is steep enough and free to leave: there is nothing to swap."))
    elif c.leaves.all():
        feedback.pushWarning(tr(
            "No forest or orchard is gentle enough and free to come in: there is nothing to swap."))
    elif not swap.choice.chosen.any():
        feedback.pushWarning(tr(
            "No swap passes the gates. Allow more area in MAX_SWAP_MU or MAX_SURPLUS_MU, or more classes in "
            "INCOMING_CODES."))
    if swap.choice.repairs:
        feedback.pushInfo(
            tr("The share of cropland in large blocks would have fallen; the choice was changed {count} times to "
               "keep it.").format(count=swap.choice.repairs))


def _numbers(swap):
    chosen, c = swap.choice.chosen, swap.candidates
    out, into = chosen & c.leaves, chosen & ~c.leaves
    return {
        "OUT_COUNT": int(out.sum()), "IN_COUNT": int(into.sum()),
        "OUT_MU": float(in_mu(c.area[out].sum())), "IN_MU": float(in_mu(c.area[into].sum())),
        "SLOPE_BEFORE": round(swap.before.slope, 6), "SLOPE_AFTER": round(swap.after.slope, 6),
        "SHARE_BEFORE": round(swap.before.share, 6), "SHARE_AFTER": round(swap.after.share, 6),
        "GAIN": round(swap.choice.gain, 2), "GAP": round(swap.choice.gap, 6),
    }


def _parcels(run, settings, ground, swap, texts):
    import numpy as np

    from ..algorithms.swap_land import swap_rules

    chosen, c, suggests = swap.choice.chosen, swap.candidates, swap_rules()["suggests"]
    rows, leaves, count = swap.row[chosen], c.leaves[chosen], len(texts)
    columns = (
        np.where(leaves, "out", "in").tolist(), ground.code[rows].tolist(),
        np.where(leaves, settings.to_forest, settings.to_cropland).tolist(), swap.gain[chosen].tolist(),
        or_null(c.slope[chosen]), c.contact[chosen].round(4).tolist(), c.area[chosen].round(2).tolist(),
        in_mu(c.area[chosen].round(2)).tolist(),
        *judged_columns([suggests["category"]] * count, [suggests["subtype"]] * count, texts,
                        compact(settings.rule()), swap.gross[chosen]),
    )
    return copy_output(
        run, "PARCELS", settings.source, PARCEL_FIELDS, ground.features.id[rows], columns,
        phase(run.feedback, tr("Writing parcels"), 88, 96))


def _pair_up(swap, progress):
    import shapely

    from ..algorithms.swap_land import pair_up

    chosen, c = swap.choice.chosen, swap.candidates
    points = [shapely.get_coordinates(shapely.point_on_surface(swap.shape[which]))
              for which in (chosen & c.leaves, chosen & ~c.leaves)]
    return pair_up(points[0], c.area[chosen & c.leaves], points[1], c.area[chosen & ~c.leaves], progress), points


def _pairs(run, settings, ground, swap, paired):
    import numpy as np
    import shapely

    pairs, (points_out, points_in) = paired
    chosen, c = swap.choice.chosen, swap.candidates
    names = names_of(settings, ground, swap.row)
    out, into = np.flatnonzero(chosen & c.leaves)[pairs.out], np.flatnonzero(chosen & ~c.leaves)[pairs.into]
    ends = np.stack([points_out[pairs.out], points_in[pairs.into]], axis=1)
    lines = shapely.linestrings(ends) if len(out) else np.empty(0, dtype=object)
    return shape_output(
        run, "PAIRS", PAIR_FIELDS, (
            list(range(1, len(out) + 1)), [names[at] for at in out.tolist()], [names[at] for at in into.tolist()],
            pairs.area.tolist(), in_mu(pairs.area).tolist(), pairs.distance.round(1).tolist(),
            or_null((c.slope[out] - c.slope[into]).round(2)),
        ), lines, settings.source.sourceCrs(), ground.crs, phase(run.feedback, tr("Writing pairs"), 96, 98),
        Qgis.WkbType.LineString)


def names_of(settings, ground, rows):
    """What each parcel is called: BSM where there is one, else the feature id."""
    ids = [str(number) for number in ground.features.id[rows].tolist()]
    if not settings.key_field:
        return ids
    keys = ground.features.values[settings.key_field][rows].tolist()
    return [str(key) if key is not None else other for key, other in zip(keys, ids)]


def _summary(run, summary):
    return table_output(run, "SUMMARY", SUMMARY_FIELDS, (
        [name or None for name in summary["group"].tolist()], summary["change"].tolist(),
        summary["from_code"].tolist(), summary["parcels"].tolist(), summary["area_mu"].round(4).tolist(),
        summary["net_mu"].round(4).tolist(), or_null(summary["mean_slope"].to_numpy(dtype=float).round(2)),
        summary["gain"].round(2).tolist(), or_null(summary["target_share"].to_numpy(dtype=float).round(6)),
    ))


def _looks(settings, words):
    from .swap_words import CHANGES, parameters_in_words

    parameters = parameters_in_words(settings)
    by_change = style_by_value("change", [(name, tr(label), SWAP[name]) for name, label in CHANGES.items()])
    return {
        "PAIRS": look_of(tr("Pairs"), words, parameters, PAIR_FIELDS, ALIASES, _style_pairs),
        "PARCELS": look_of(
            tr("Parcels that change"), words, parameters, PARCEL_FIELDS, ALIASES, by_change, "swap_parcels",
            settings.source),
        "GATES": look_of(tr("Before and after"), words, parameters, GATE_FIELDS, ALIASES),
        "SUMMARY": look_of(tr("Summary by group"), words, parameters, SUMMARY_FIELDS, ALIASES),
    }


def _style_pairs(layer):
    from qgis.core import QgsLineSymbol, QgsSingleSymbolRenderer

    layer.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple(
        {"line_color": LINE, "line_width": "0.4", "line_style": "dash"})))
