"""Ecological restoration in words: reasons and parameters, as layers, notes and reports show them."""

from functools import partial

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from ..algorithms.units import to_mu
from .i18n import in_language, is_chinese, tr
from .progress import watched
from .shared_parameters import AREA_METHOD_LABELS

_LAYER_LABELS = {
    "REDLINE": translatable("Ecological redline"),
    "BLOCKS": translatable("Farmland blocks"),
    "ROADS": translatable("Roads and canals"),
    "MINES": translatable("Mines at work"),
}


def parcel_reasons(rules, judged, progress):
    """One text per parcel: what the rule that gives the sub-type says, then what the others say."""
    joint, says = "" if is_chinese() else " ", [_sentence(rule) for rule in rules]
    in_redline = tr("{area} m² lie inside the ecological redline.")
    told_of = (judged.share[:, [bool(rule.inside) for rule in rules]] > 0).any(axis=1).tolist()
    rows = zip(judged.share.tolist(), judged.concerned().tolist(), judged.redline.tolist(), told_of)
    texts = []
    for shares, found, inside, told in watched(rows, len(told_of), progress):
        said = [
            says[place](area=f"{found[place]:,.0f}", percent=f"{100 * share:.1f}", mu=f"{to_mu(found[place]):,.2f}")
            for place, share in enumerate(shares) if share > 0
        ]
        if inside >= 1 and not told:
            said.append(in_redline.format(area=f"{inside:,.0f}"))
        texts.append(joint.join(said))
    return texts


def link_reasons(rules, linked):
    """One text per line."""
    says = [_sentence(rule) for rule in rules]
    return [
        says[place](length=f"{length:,.0f}", mu=f"{to_mu(area):,.2f}")
        for place, length, area in zip(linked.rule.tolist(), linked.length.tolist(), linked.area.tolist())
    ]


def _sentence(rule):
    """What a rule says, as a function of the facts: its numbers are the same for every parcel."""
    numbers = {name: f"{value:g}" for name, value in rule.values.items()}
    return partial(in_language(rule.reason).format, **numbers)


def numbers_of(rule):
    """The numbers of a rule in one text."""
    return tr("; ").join(f"{name} = {value:g}" for name, value in rule.values.items())


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog; the rules with their numbers."""
    none = tr("none")
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Land code field"), settings.codes.field or none),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system]) if settings.codes.system else none),
        *(
            (tr(_LAYER_LABELS[name]), none if source is None else source.sourceName())
            for name, source in settings.layers.items()
        ),
        (tr("Terrain model (DEM)"), settings.dem_name or none),
        (tr("Rule table"), settings.rules.path or tr("shipped")),
        *((rule.id, numbers_of(rule)) for rule in settings.rules.rules),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
