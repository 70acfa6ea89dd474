"""Special places in words: grounds, statuses, contests and parameters, as legends, notes and reports show them."""

from ..algorithms.errors import translatable
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

GROUNDS = {
    "historic": translatable("Historic village"),
    "high": translatable("High-altitude village, alive"),
    "tourism": translatable("Culture, tourism and wellness"),
    "scenic": translatable("Other distinctive village, scenic"),
}
STATUSES = {
    "special": translatable("Special place"),
    "open": translatable("High, whether alive is unknown"),
    "other": translatable("No special place"),
}
CONTESTS = {
    "moved": translatable("special here, moved or renewed there"),
    "only_theirs": translatable("special only there"),
    "other_subtype": translatable("special for another reason there"),
}
_LAYER_LABELS = {
    "PROTECTED": translatable("Protected villages and sites"),
    "HERITAGE": translatable("Heritage sites"),
    "TOURISM": translatable("Tourism facilities"),
    "SCENIC": translatable("Scenic places"),
    "CANDIDATES": translatable("Relocation candidates"),
}


def ground_of(subtype):
    """The ground that a sub-type stands for, as a key of GROUNDS."""
    from ..algorithms.special import special_rules

    return next(ground for ground, code in special_rules()["subtypes"].items() if code == subtype)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none, t = tr("none"), settings.thresholds

    def name_of(source):
        return none if source is None else source.sourceName()

    return (
        (tr("Settlements"), settings.source.sourceName()),
        (tr("Village statistics"), name_of(settings.statistics)),
        (tr("Terrain model (DEM)"), settings.dem_name or none),
        (tr("Elevation field"), (not settings.dem_name and settings.elevation_field) or none),
        (tr("List of historic villages"), name_of(settings.historic.source)),
        *((tr(_LAYER_LABELS[name]), name_of(source)) for name, source in settings.layers.items()),
        (tr("Kinds that are scenic"), "; ".join(settings.scenic_kinds) or none),
        (tr("High from [m]"), f"{t.high_elevation:g}"),
        (tr("Alive from [households]"), f"{t.min_households:g}"),
        (tr("Alive with vacancy below"), f"{t.max_vacancy:g}"),
        (tr("Tourism facilities within [m]"), f"{t.tourism_distance:g}"),
        (tr("Scenic places within [m]"), f"{t.scenic_distance:g}"),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
