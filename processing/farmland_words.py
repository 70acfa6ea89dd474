"""Farmland contiguity in words: its classes and its parameters, as legends, notes and reports show them."""

from ..algorithms.systems import SYSTEM_NAMES
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

_NAMED = {100.0: "百亩方", 1_000.0: "千亩方", 10_000.0: "万亩方"}


def reach(threshold):
    """All that reaches a threshold: `at least 1,000 mu (千亩方)`."""
    return _with_name(tr("at least {threshold} mu").format(threshold=_mu(threshold)), threshold)


def class_range(level, thresholds):
    """One class, those above it not counted: `1,000 to under 10,000 mu (千亩方)`."""
    if level == 0:
        return tr("under {threshold} mu").format(threshold=_mu(thresholds[0]))
    if level == len(thresholds):
        return reach(thresholds[-1])
    low, high = thresholds[level - 1], thresholds[level]
    return _with_name(tr("{low} to under {high} mu").format(low=_mu(low), high=_mu(high)), low)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    codes, farmland, grade = settings.codes, settings.farmland, settings.max_slope_grade
    return (
        (tr("Farmland"), tr("Class 01 (cropland)") if farmland is None else farmland.expression()),
        (tr("Land code field"), codes.field or none),
        (tr("Code system"), tr(SYSTEM_NAMES[codes.system]) if codes.system else none),
        (tr("Largest gap bridged [m]"), f"{settings.max_gap:g}"),
        (tr("Barriers"), settings.barriers.sourceName() if settings.barriers is not None else none),
        (tr("Barrier codes"), settings.barrier_codes or none),
        (tr("Class thresholds [mu]"), _list(settings.thresholds)),
        (tr("Absorbed codes"), settings.absorb_codes or none),
        (tr("Widest absorbed strip [m]"), f"{settings.absorb_max_width:g}"),
        (tr("Steepest slope grade"), tr("no limit") if grade is None else str(grade)),
        (tr("Blocks stay within"), settings.split_field or none),
        (tr("Gaps to compare [m]"), _list(settings.gaps)),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
        (tr("Field with the share of ridges"), settings.ridge_field or none),
    )


def _with_name(label, threshold):
    name = _NAMED.get(float(threshold))
    return tr("{label} ({name})").format(label=label, name=name) if name else label


def _mu(threshold):
    return f"{threshold:,.10g}"


def _list(values):
    return "; ".join(f"{value:.10g}" for value in values)
