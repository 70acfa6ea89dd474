"""The multi-field overlay in words: layers, states, figures and parameters, as legends and reports show them."""

from ..algorithms.errors import translatable
from ..algorithms.multifield import BASIC, COUNTED, HIGH, LAYERS, PLAN
from .i18n import tr
from .multifield_settings import LAYERS as PARAMETERS
from .shared_parameters import AREA_METHOD_LABELS

NAMES = {
    "basic_farmland": translatable("Permanent basic farmland"),
    "high_standard": translatable("High-standard farmland"),
    "grain_zone": translatable("Grain production zone"),
    "restorable": translatable("Restorable land"),
    "plan": translatable("Planned high-standard farmland"),
}
STATES = {
    "built": translatable("Basic farmland, high-standard"),
    "planned": translatable("Basic farmland, high-standard by the plan"),
    "open": translatable("Basic farmland, not yet high-standard"),
    "outside": translatable("High-standard, outside basic farmland"),
    "other": translatable("In another of the layers"),
    "none": translatable("In none of the layers"),
}
_ITEMS = {
    "basic_not_high": translatable("Basic farmland not yet high-standard"),
    "high_not_basic": translatable("High-standard farmland outside basic farmland"),
    "before": translatable("Basic farmland built to high standard"),
    "planned": translatable("Basic farmland that the plan builds"),
    "after": translatable("Basic farmland built to high standard with the plan"),
    "open": translatable("Basic farmland left after the plan"),
    "all": translatable("All parcels"),
}


def item_name(kind, item):
    """What a figure of the summary is called."""
    if kind == "count":
        return tr("Land in {count} of the layers").format(count=item)
    if kind == "combination":
        return names_of(item) or tr(STATES["none"])
    return tr({**NAMES, **_ITEMS}[item])


def names_of(combination):
    """The layers of a combination as shown, joined by plus signs."""
    return " + ".join(tr(NAMES[name]) for name in combination.split(";") if name)


def reasons(overlay):
    """Why each piece is what it is, in words, shape (p,)."""
    unknown = [tr(NAMES[name]) for name in COUNTED if not overlay.known(name)]
    last = tr("Not known: {layers}.").format(layers=tr(", ").join(unknown)) if unknown else ""
    texts = {
        combination: " ".join(part for part in (_reason(combination.split(";"), overlay), last) if part)
        for combination in set(overlay.combination().tolist())
    }
    return [texts[combination] for combination in overlay.combination().tolist()]


def _reason(layers, overlay):
    counted = [name for name in COUNTED if name in layers]
    said = [
        tr("Lies in: {layers}.").format(layers=tr(", ").join(tr(NAMES[name]) for name in counted)) if counted
        else tr("Lies in none of the layers given.")
    ]
    if overlay.known(BASIC, HIGH):
        if BASIC in layers and HIGH not in layers:
            said.append(tr("Basic farmland, not yet high-standard."))
        elif HIGH in layers and BASIC not in layers:
            said.append(tr("High-standard farmland outside basic farmland."))
    if PLAN in layers:
        said.append(tr("The plan builds it to high standard.") if HIGH not in layers
                    else tr("In the plan although high-standard already."))
    return " ".join(said)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    return (
        (tr("Parcels"), settings.source.sourceName()),
        *((tr(NAMES[layer]), none if settings.layers[name] is None else settings.layers[name].sourceName())
          for name, layer in PARAMETERS.items()),
        (tr("Part of the restorable land used"), settings.restorable_words() or tr("all")),
        (tr("Group field"), settings.group_field or none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )


def known_in_words(overlay):
    """Which layers nothing is known of, as a sentence, '' where all are known."""
    unknown = [tr(NAMES[name]) for name in LAYERS if not overlay.known(name)]
    if not unknown:
        return ""
    return tr("Nothing is known of: {layers}. Figures that need them are left empty.").format(
        layers=tr(", ").join(unknown))
