"""The forest-cropland swap in words: changes, gates and parameters, as legends, notes and reports show them."""

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

CHANGES = {
    "out": translatable("Cropland that becomes forest"),
    "in": translatable("Forest or orchard that becomes cropland"),
}
KEPT = {
    "no_slope": translatable("Slope not known"),
    "basic_farmland": translatable("On permanent basic farmland"),
    "far": translatable("Too far from every parcel that could leave"),
    "redline": translatable("In the ecological redline"),
    "public_forest": translatable("Public-benefit forest"),
    "canopy": translatable("Canopy too dense"),
    "excluded": translatable("Left out by the expression"),
}
LAYER_LABELS = {
    "BASIC_FARMLAND": translatable("Permanent basic farmland"),
    "REDLINE": translatable("Ecological redline"),
    "PUBLIC_FOREST": translatable("Public-benefit forest"),
}
MEASURES = {
    "cropland_mu": translatable("Cropland, net [mu]"),
    "mean_slope": translatable("Mean slope of the cropland [°]"),
    "contiguous_share": translatable("Share of the cropland in large blocks"),
    "contiguous_mu": translatable("Cropland in large blocks [mu]"),
    "large_blocks": translatable("Large blocks"),
    "steep_mu": translatable("Steep cropland [mu]"),
    "basic_farmland_out_mu": translatable("Permanent basic farmland taken out [mu]"),
}
GATES = {
    "not_less": translatable("not less than before"),
    "less": translatable("less than before"),
    "none": translatable("none may leave"),
}


def unknown_in_words(known, settings):
    """What nothing is known of, as a sentence, '' where all is."""
    names = [tr(label) for name, label in LAYER_LABELS.items() if not known[name]]
    if not settings.canopy_field:
        names.append(tr("canopy"))
    if not names:
        return ""
    return tr("Nothing is known of: {names}. Parcels are not kept from changing by it; check them before "
              "deciding.").format(names=tr(", ").join(names))


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")

    def name_of(source):
        return none if source is None else source.sourceName()

    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Land code field"), settings.codes.field),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system])),
        (tr("Terrain model (DEM)"), settings.dem or none),
        (tr("Slope field [°]"), settings.slope_field or none),
        (tr("Slope grade field"), settings.grade_field or none),
        (tr("Steep cropland from [°]"), f"{settings.farm_slope:g}"),
        (tr("Gentle forest up to [°]"), f"{settings.forest_slope:g}"),
        (tr("Classes that may come in"), settings.incoming),
        *((tr(label), name_of(settings.layers[name])) for name, label in LAYER_LABELS.items()),
        (tr("Canopy field"), settings.canopy_field or none),
        (tr("Densest canopy"), f"{settings.max_canopy:g}"),
        (tr("Parcels never changed"), settings.exclude.expression() if settings.exclude is not None else none),
        (tr("Most cropland to come in [mu]"), none if settings.max_swap_mu is None else f"{settings.max_swap_mu:g}"),
        (tr("Most growth of cropland [mu]"), f"{settings.max_surplus_mu:g}"),
        (tr("Farthest from what leaves [m]"), none if settings.max_distance is None else f"{settings.max_distance:g}"),
        (tr("Weight of slope"), f"{settings.slope_weight:g}"),
        (tr("Large blocks from [mu]"), f"{settings.block_mu:g}"),
        (tr("Largest gap bridged [m]"), f"{settings.max_gap:g}"),
        (tr("Barriers"), name_of(settings.barriers)),
        (tr("Exact up to [candidates]"), f"{settings.exact_up_to}"),
        (tr("Code of new cropland"), settings.to_cropland),
        (tr("Code of new forest"), settings.to_forest),
        (tr("Group field"), settings.group_field or none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
