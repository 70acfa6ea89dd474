"""What restoring cropland writes: fields, rows, numbers, and how the layer looks."""

from qgis.PyQt.QtCore import QMetaType

from ..algorithms.errors import translatable
from .columns import compact, in_mu, or_null
from .i18n import is_chinese, tr
from .layer_writer import NUMBER, TEXT, WHOLE
from .palette import RESTORATION_TIERS
from .progress import phase
from .restoration_words import TIERS, parameters_in_words, silent_in_words
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
_PARCEL_FIELDS = (
    ("restore", TEXT, 5), ("tier", WHOLE), ("rank", WHOLE), ("cumulative_mu", NUMBER), ("within_target", _TRUTH),
    ("slope", NUMBER), ("slope_grade", WHOLE), ("standard_m2", NUMBER), ("basic_farmland_m2", NUMBER),
    ("redline_m2", NUMBER), ("exclude_m2", NUMBER), ("block_id", WHOLE), ("block_mu", NUMBER),
    ("block_class", TEXT, 20), ("new_block_mu", NUMBER), ("new_class", TEXT, 20), *JUDGED,
)
_SUMMARY_FIELDS = (
    ("group", TEXT, 100), ("tier", WHOLE), ("parcels", WHOLE), ("area_mu", NUMBER), ("within_mu", NUMBER),
)
_GROWTH_FIELDS = (
    ("blocks", TEXT, 0), ("parcels", WHOLE), ("restored_mu", NUMBER), ("block_mu", NUMBER), ("block_class", TEXT, 20),
    ("new_block_mu", NUMBER), ("new_class", TEXT, 20), ("rises", _TRUTH),
)
FIELDS = {"PARCELS": _PARCEL_FIELDS, "SUMMARY": _SUMMARY_FIELDS, "GROWTH": _GROWTH_FIELDS}
ALIASES = {
    **JUDGED_ALIASES,
    "restore": translatable("Restorable"),
    "tier": translatable("Tier"),
    "rank": translatable("Rank"),
    "cumulative_mu": translatable("Up to here [mu]"),
    "within_target": translatable("Within the target"),
    "slope": translatable("Slope [°]"),
    "slope_grade": translatable("Slope grade"),
    "standard_m2": translatable("In high-standard farmland [m²]"),
    "basic_farmland_m2": translatable("On permanent basic farmland [m²]"),
    "redline_m2": translatable("In the ecological redline [m²]"),
    "exclude_m2": translatable("On land to leave out [m²]"),
    "block_id": translatable("Farmland block it touches"),
    "block_mu": translatable("Block today [mu]"),
    "block_class": translatable("Class today"),
    "new_block_mu": translatable("Block once restored [mu]"),
    "new_class": translatable("New class"),
    "group": translatable("Group"),
    "parcels": translatable("Number of parcels"),
    "within_mu": translatable("Within the target [mu]"),
    "blocks": translatable("Farmland blocks"),
    "restored_mu": translatable("Restored [mu]"),
    "rises": translatable("Rises to another class"),
}


def number_outputs():
    """Names and labels of the numbers a model can use."""
    return (
        ("RESTORABLE_COUNT", tr("Restorable parcels")),
        ("RESTORABLE_MU", tr("Restorable [mu]")),
        ("LEFT_OUT_MU", tr("Left out [mu]")),
        ("TARGET_RANK", tr("Rank at which the target is reached")),
        ("WITHIN_MU", tr("Within the target [mu]")),
        ("RISING_BLOCKS", tr("Blocks that rise to another class")),
    )


def write_all(run, settings, restorable, verdict):
    """Write every output asked for; returns the results of the run."""
    from ..algorithms.restoration import within_target
    from .restoration_analysis import growth
    from .restoration_reasons import reasons
    from .restoration_report import write_report

    if len(restorable.id) == 0:
        run.feedback.pushWarning(
            tr("No restorable parcel was found: the results are empty. Check RESTORE_FIELD and the values AT_ONCE and "
               "WORKS."))
    for text in silent_in_words(restorable.silent):
        run.feedback.pushWarning(text)
    within = within_target(verdict, settings.target_mu)
    grown = growth(restorable, within)
    summary = summarise(restorable, verdict, within)
    numbers = _numbers(settings, restorable, verdict, within, grown)
    texts = reasons(
        restorable, verdict, settings, within, phase(run.feedback, tr("Giving reasons"), 84, 88))
    results = {
        **numbers, "PARCELS": _parcels(run, settings, restorable, verdict, within, texts),
        "SUMMARY": _summary(run, settings, summary), "GROWTH": _growth(run, restorable, grown),
    }
    results["REPORT"] = report_output(
        run, lambda path: write_report(path, settings, restorable, verdict, summary, grown, texts, numbers))
    words = in_words(settings, verdict, numbers)
    group = tr("Restoring cropland – {layer}").format(layer=settings.source.sourceName())
    return finish(run, results, _looks(settings, words), group, words)


def summarise(restorable, verdict, within):
    """Parcels by group and tier (0 for left out): a DataFrame with the columns of SUMMARY."""
    import pandas as pd

    frame = pd.DataFrame({
        "group": ["" if name is None else str(name) for name in restorable.group],
        "tier": verdict.tier, "parcels": 1, "area_mu": in_mu(restorable.facts.area),
        "within_mu": in_mu(restorable.facts.area) * within,
    })
    # What is left out stands last.
    return frame.groupby(["group", "tier"])[["parcels", "area_mu", "within_mu"]].sum().reset_index().sort_values(
        ["group", "tier"], key=lambda column: column.replace(0, 99) if column.name == "tier" else column,
        kind="stable", ignore_index=True)


def in_words(settings, verdict, numbers):
    """The main result: how much there is, and where the line of the target falls."""
    text = tr("Restorable parcels: {count}, {mu} mu; left out: {out} mu.").format(
        count=numbers["RESTORABLE_COUNT"], mu=f"{numbers['RESTORABLE_MU']:,.1f}",
        out=f"{numbers['LEFT_OUT_MU']:,.1f}")
    line = target_in_words(settings, verdict, numbers)
    return ("" if is_chinese() else " ").join(filter(None, (text, line)))


def target_in_words(settings, verdict, numbers):
    """Where the line of the target falls, '' without a target."""
    if settings.target_mu is None:
        return ""
    target = f"{settings.target_mu:,g}"
    rank = numbers["TARGET_RANK"]
    if not rank:
        return tr("The target of {target} mu is not reached: {short} mu are missing.").format(
            target=target, short=f"{settings.target_mu - numbers['RESTORABLE_MU']:,.1f}")
    tier = int(verdict.tier[verdict.rank == rank][0])
    return tr("The target of {target} mu is reached at rank {rank}, in tier {tier}, with {mu} mu.").format(
        target=target, rank=rank, tier=tier, mu=f"{numbers['WITHIN_MU']:,.1f}")


def _numbers(settings, restorable, verdict, within, grown):
    from ..algorithms.units import to_mu

    area, ranked = restorable.facts.area, verdict.rank > 0
    mu = {name: round(to_mu(float(area[rows].sum())), 4) for name, rows in (
        ("RESTORABLE_MU", ranked), ("LEFT_OUT_MU", ~ranked), ("WITHIN_MU", within))}
    reached = settings.target_mu is not None and mu["WITHIN_MU"] >= settings.target_mu
    return {
        "RESTORABLE_COUNT": int(ranked.sum()), **mu,
        "TARGET_RANK": int(verdict.rank[within].max()) if reached else 0,
        "RISING_BLOCKS": int(rises(grown).sum()),
    }


def rises(grown):
    """Which rows of a Growth rise to another class."""
    from .restoration_analysis import levels

    return levels(grown.after) > levels(grown.before)


def _parcels(run, settings, restorable, verdict, within, texts):
    return copy_output(
        run, "PARCELS", settings.source, _PARCEL_FIELDS, restorable.id,
        _columns(settings, restorable, verdict, within, texts),
        phase(run.feedback, tr("Writing parcels"), 88, 98), restorable.only,
    )


def _columns(settings, restorable, verdict, within, texts):
    import numpy as np

    from ..algorithms.restoration import AT_ONCE, CONVERTIBLE, WORKS
    from ..algorithms.tables import read_rules
    from .restoration_analysis import grown, levels

    facts, rules = restorable.facts, read_rules("restoration_rules")
    names = {AT_ONCE: rules["at_once"], WORKS: rules["works"], CONVERTIBLE: rules["convertible"]}
    touched = restorable.block >= 0
    block = np.where(touched, facts.block, np.nan)
    new = grown(restorable)
    ranked = verdict.rank > 0
    category, subtype = ([rules[name] if chosen else "" for chosen in ranked] for name in ("category", "subtype"))
    return (
        [names[kind] for kind in facts.kind.tolist()], _or_none(verdict.tier), _or_none(verdict.rank),
        or_null(in_mu(verdict.cumulative)),
        [None if settings.target_mu is None else value for value in within.tolist()],
        or_null(facts.slope), [None if grade != grade else int(grade) for grade in facts.grade.tolist()],
        or_null(facts.standard), or_null(facts.basic), or_null(facts.redline), or_null(facts.exclude),
        [int(restorable.blocks.id[at]) if at >= 0 else None for at in restorable.block.tolist()],
        or_null(block.round(4)), class_names(levels(block)), or_null(new), class_names(levels(new)),
        *judged_columns(category, subtype, texts, compact(settings.rule()), facts.area),
    )


def class_names(found):
    """Block classes as stored, by how many of the usual ones are reached; None for -1."""
    from ..algorithms.restoration import BLOCK_CLASSES
    from .farmland_outputs import class_name

    return [None if level < 0 else class_name(level, BLOCK_CLASSES) for level in found.tolist()]


def _or_none(column):
    return [value or None for value in column.tolist()]


def _summary(run, settings, summary):
    within = summary["within_mu"].round(4).tolist()
    return table_output(run, "SUMMARY", _SUMMARY_FIELDS, (
        [name or None for name in summary["group"].tolist()], _or_none(summary["tier"]), summary["parcels"].tolist(),
        summary["area_mu"].round(4).tolist(),
        within if settings.target_mu is not None else [None] * len(within),
    ))


def block_ids(restorable, positions):
    """The ids of blocks at these positions, ascending, in one text."""
    return ", ".join(str(int(number)) for number in sorted(restorable.blocks.id[positions].tolist()))


def _growth(run, restorable, grown):
    from .restoration_analysis import levels

    return table_output(run, "GROWTH", _GROWTH_FIELDS, (
        [block_ids(restorable, blocks) or None for blocks in grown.blocks], grown.parcels.tolist(),
        grown.restored.round(4).tolist(), grown.before.round(4).tolist(), class_names(levels(grown.before)),
        grown.after.round(4).tolist(), class_names(levels(grown.after)), rises(grown).tolist(),
    ))


def _looks(settings, words):
    parameters = parameters_in_words(settings)
    entries = [(tier or "", tr(label), RESTORATION_TIERS[tier]) for tier, label in TIERS.items()]
    return {
        "PARCELS": look_of(
            tr("Restorable parcels"), words, parameters, _PARCEL_FIELDS, ALIASES, style_by_value("tier", entries),
            "restorable", settings.source),
        "SUMMARY": look_of(tr("Summary by group"), words, parameters, _SUMMARY_FIELDS, ALIASES),
        "GROWTH": look_of(tr("Blocks that grow"), words, parameters, _GROWTH_FIELDS, ALIASES),
    }
