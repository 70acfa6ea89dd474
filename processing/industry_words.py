"""Inefficient industry in words: disposals and parameters, as legends, notes and reports show them."""

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

DISPOSALS = {
    "clear": translatable("Clear and reclaim"),
    "move": translatable("Move to a park and reclaim"),
    "upgrade": translatable("Upgrade within limits"),
    "keep": translatable("Keep, boundary review"),
    "convert": translatable("Convert"),
    "": translatable("A person decides"),
}
_LAYER_LABELS = {
    "BUILDINGS": translatable("Buildings"),
    "REDLINE": translatable("Ecological redline"),
    "BASIC_FARMLAND": translatable("Permanent basic farmland"),
    "WATER_SOURCE": translatable("Water-source zones"),
    "HERITAGE": translatable("Heritage and tourism sites"),
    "BLOCKS": translatable("Farmland blocks"),
}


def evidence_names():
    """The pieces of evidence as shown, in the order of algorithms.industry.EVIDENCE."""
    return (
        tr("rating"), tr("tax"), tr("floor-area ratio"), tr("building coverage"), tr("size"), tr("pollution"),
        tr("conflict with a protected zone"), tr("large farmland block beside it"),
    )


def parameters_in_words(settings, tax_mean):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    t = settings.thresholds

    def name_of(source):
        return none if source is None else source.sourceName()

    mean = none if tax_mean != tax_mean else f"{tax_mean:.4g}"
    if settings.tax_mean is None and tax_mean == tax_mean:
        mean = tr("{mean} (from the data)").format(mean=mean)
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Industry"), settings.industry.expression() if settings.industry is not None else tr("by code")),
        (tr("Land code field"), settings.codes.field or none),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system]) if settings.codes.system else none),
        (tr("Logistics land too"), tr("yes") if settings.logistics else tr("no")),
        (tr("Development boundary"), settings.boundary.sourceName()),
        (tr("Part of the boundary used"),
         settings.boundary_filter.expression() if settings.boundary_filter is not None else tr("usual zones")),
        (tr("Enterprises"), name_of(settings.enterprises)),
        *((tr(_LAYER_LABELS[name]), name_of(source)) for name, source in settings.layers.items()),
        (tr("Share outside from"), f"{t.outside_share:g}"),
        (tr("Stray below [mu]"), f"{t.stray_mu:g}"),
        (tr("Low tax below, of the mean"), f"{t.low_tax_ratio:g}"),
        (tr("County's mean tax per mu"), mean),
        (tr("Low floor-area ratio below"), f"{t.low_far:g}"),
        (tr("Low coverage below"), f"{t.low_coverage:g}"),
        (tr("Gap to farmland blocks [m]"), f"{t.block_gap:g}"),
        (tr("Group field"), settings.group_field or none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
