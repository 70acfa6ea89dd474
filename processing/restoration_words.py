"""Restoring cropland in words: tiers, kinds and parameters, as legends, notes and reports show them."""

import math

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from .farmland_words import class_range
from .i18n import tr
from .restoration_settings import GRADE
from .shared_parameters import AREA_METHOD_LABELS

TIERS = {
    1: translatable("1 · Restorable at once, in high-standard farmland"),
    2: translatable("2 · Restorable by works, in high-standard farmland"),
    3: translatable("3 · Restorable at once, touching a large block"),
    4: translatable("4 · Other, restorable at once"),
    5: translatable("5 · Other, restorable by works"),
    6: translatable("6 · K class, convertible back to cropland"),
    0: translatable("Left out"),
}
_LAYERS = {
    "HIGH_STANDARD": translatable("High-standard farmland"),
    "BASIC_FARMLAND": translatable("Permanent basic farmland"),
    "BLOCKS": translatable("Farmland blocks"),
    "REDLINE": translatable("Ecological redline"),
    "EXCLUDE": translatable("Land to leave out"),
}
_SILENT = {
    "HIGH_STANDARD": translatable(
        "HIGH_STANDARD: not known, so no parcel can come into tiers 1 and 2."),
    "BASIC_FARMLAND": translatable(
        "BASIC_FARMLAND: not known, so the reasons do not say which parcels are recorded as basic farmland."),
    "BLOCKS": translatable("BLOCKS: not known, so no parcel can come into tier 3, and no block's new class is given."),
    "REDLINE": translatable("REDLINE: not known, so parcels inside the ecological redline are not left out."),
    "EXCLUDE": translatable("EXCLUDE: not given, so no other land is left out."),
    "SLOPE": translatable(
        "SLOPE_FIELD and DEM: neither is given, so steep parcels are not left out, and within a tier only size "
        "decides."),
}


def silent_in_words(silent):
    """What nothing is known of, and what follows, one sentence each."""
    return [tr(_SILENT[name]) for name in silent]


def silent_names(silent):
    """What every parcel lacks, as names inside a sentence: its own slope and a layer of one's own are not among it."""
    names = {
        "HIGH_STANDARD": tr("high-standard farmland"), "BASIC_FARMLAND": tr("permanent basic farmland"),
        "BLOCKS": tr("farmland blocks"), "REDLINE": tr("ecological redline"),
    }
    return [names[name] for name in silent if name in names]


def block_class(level):
    """A class of blocks, by how many of the usual thresholds it reaches."""
    from ..algorithms.restoration import BLOCK_CLASSES

    return class_range(level, BLOCK_CLASSES)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    t = settings.thresholds
    unit = tr("slope grade, 1 to 5") if settings.slope_unit == GRADE else tr("degrees")
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Field that says what is restorable"), settings.restore_field or none),
        (tr("Restorable at once"), settings.at_once or none),
        (tr("Restorable by works"), settings.works or none),
        (tr("K classes too"), tr("yes") if settings.include_k else tr("no")),
        (tr("Land code field"), settings.codes.field or none),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system]) if settings.codes.system else none),
        *((tr(_LAYERS[name]), none if source is None else source.sourceName())
          for name, source in settings.layers.items()),
        (tr("Slope field"), settings.slope_field or none),
        (tr("Unit of the slope field"), unit if settings.slope_field else none),
        (tr("Terrain model (DEM)"), settings.dem_name or none),
        (tr("Target [mu]"), none if settings.target_mu is None else f"{settings.target_mu:,g}"),
        (tr("Share that makes a parcel lie in a zone"), f"{t.in_share:g}"),
        (tr("Large block from [mu]"), f"{t.large_mu:g}"),
        (tr("Gap to farmland blocks [m]"), f"{settings.block_gap:g}"),
        (tr("Steepest slope [°]"), tr("no limit") if math.isinf(t.max_slope) else f"{t.max_slope:g}"),
        (tr("Group field"), settings.group_field or none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
