"""Village relocation in words: criteria, dispositions and parameters, as legends, notes and reports show them."""

from ..algorithms.errors import translatable
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

DISPOSITIONS = {
    "merge": translatable("Relocate and merge"),
    "revive": translatable("Bring back into use"),
    "retain": translatable("Retain"),
    "": translatable("A person decides"),
}
LAYER_LABELS = {
    "HAZARD_AREAS": translatable("Hazard extents"),
    "HAZARD_POINTS": translatable("Hazard points"),
    "PROTECTED": translatable("Protected villages and sites"),
    "REDLINE": translatable("Ecological redline"),
    "WATER_SOURCE": translatable("Water-source zones"),
    "SERVICES": translatable("Service points"),
    "ROADS": translatable("Roads"),
}
_COUNT_LABELS = {
    "HOUSEHOLDS": translatable("Households field"),
    "DWELLINGS": translatable("Dwellings field"),
    "VACANT": translatable("Vacant dwellings field"),
    "CONSENTING": translatable("Consenting households field"),
}


def criterion_names():
    """The five criteria as shown, by their names in WEIGHTS."""
    return {
        "hazard": tr("Hazard"), "access": tr("Access"), "vacancy": tr("Vacancy"), "scatter": tr("Scatter"),
        "terrain": tr("Terrain"),
    }


def weights_source(weighting):
    """Where the weights come from, in a sentence."""
    from .relocation_settings import AHP, ENTROPY

    if weighting.method == AHP:
        return tr("Weights from the AHP matrix, consistency ratio {ratio} (below 0.1 is allowed).").format(
            ratio=f"{weighting.ratio:.3f}"
        )
    if weighting.method == ENTROPY:
        return tr("Weights by entropy: the more a criterion tells the settlements apart, the more it weighs.")
    return tr("Weights as given.")


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    t = settings.thresholds

    def name_of(source):
        return none if source is None else source.sourceName()

    return (
        (tr("Settlements"), settings.source.sourceName()),
        (tr("Village statistics"), name_of(settings.statistics)),
        *((tr(_COUNT_LABELS[name]), field or none) for name, field in settings.counts.items()),
        (tr("Terrain model (DEM)"), settings.dem_name or none),
        *((tr(LAYER_LABELS[name]), name_of(source)) for name, source in settings.layers.items()),
        (tr("Hazard distance [m]"), f"{t.hazard_distance:g}"),
        (tr("High from [m]"), f"{t.high_elevation:g}"),
        (tr("Steep from [°]"), f"{t.steep_slope:g}"),
        (tr("Remote beyond, by road [km]"), f"{t.remote_network_km:g}"),
        (tr("Remote beyond, straight [km]"), f"{t.remote_straight_km:g}"),
        (tr("Vacancy, middle"), f"{t.vacancy_middle:g}"),
        (tr("Vacancy, high"), f"{t.vacancy_high:g}"),
        (tr("Scattered below [mu]"), f"{t.scattered_mu:g}"),
        (tr("Scattered below [households]"), f"{t.scattered_households:g}"),
        (tr("Score for merging"), f"{t.merge_score:g}"),
        (tr("Score for reviving"), f"{t.revive_score:g}"),
        (tr("Runs with varied weights"), str(settings.robustness_runs)),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
