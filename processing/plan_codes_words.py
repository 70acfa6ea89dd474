"""Plan codes in words: kinds of what needs a person, sentences, and parameters."""

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from .i18n import in_language, is_chinese, tr
from .plan_codes_settings import DEGREES
from .shared_parameters import AREA_METHOD_LABELS, ATTRIBUTE

KIND_NAMES = {
    "no_code": translatable("No land code"),
    "unknown_code": translatable("Unknown land code"),
    "several_codes": translatable("Several codes possible"),
    "wrong_base": translatable("Decided base code does not fit"),
    "unknown_tag": translatable("Tag code does not fit"),
    "unknown_plan": translatable("Unknown planned use"),
    "to_decide": translatable("A person decides"),
    "basic_farmland": translatable("Permanent basic farmland"),
    "redline": translatable("Construction inside the redline"),
    "straddles_redline": translatable("On the redline"),
}
"""What a person must look at, in the order of algorithms.plan_codes.KINDS."""
DECIDERS = {
    "person": translatable("A person"),
    "tag_rule": translatable("Another rule"),
    "rule": translatable("The rule table"),
    "nobody": translatable("Nobody: the use stays"),
}
_SENTENCES = {
    "no_code": translatable("The parcel has no land code."),
    "unknown_code": translatable("The code system does not have the code {code}."),
    "several_codes": translatable("{source} can become several codes: {code} stands until a person chooses."),
    "wrong_base": translatable("The decided base code {code} does not fit {source} and is left out."),
    "unknown_tag": translatable("{field} {code} is not in the scheme, or not of this category: no rule is applied."),
    "unknown_plan": translatable("The planned use {code} is no land use code of 2023 and is left out."),
    "straddles_redline": translatable(
        "The parcel lies on the ecological redline, and on its other side would become {wanted}: split it, or choose."),
}
_KEPT = {
    "basic_farmland": translatable("A person planned {wanted} on permanent basic farmland, which is binding."),
    "redline": translatable("A person planned {wanted}, construction land, inside the ecological redline."),
}
_WITHHELD = {
    "basic_farmland": translatable("On permanent basic farmland no rule changes the use: {wanted} is withheld."),
    "redline": translatable("Inside the ecological redline no rule plans construction land: {wanted} is withheld."),
}


def why(issue, case, decision):
    """Why a person must look at a parcel, in a sentence."""
    if issue.kind == "to_decide":
        return in_language(decision.rule.reason)
    text = _SENTENCES.get(issue.kind) or (_WITHHELD if decision.withheld else _KEPT)[issue.kind]
    return tr(text).format(source=case.source, code=issue.code, wanted=issue.wanted, field=issue.field)


def reasons(case, decision):
    """How a parcel came to its codes: who decided, what is not known, and what is left to a person."""
    sentences = [_decided(case, decision)]
    if decision.slope_missing:
        sentences.append(tr("The slope is not known and was taken as not steep."))
    sentences += [why(issue, case, decision) for issue in decision.issues if issue.kind != "to_decide"]
    return ("" if is_chinese() else " ").join(sentences)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none = tr("none")
    rules, method = settings.rules, tr(AREA_METHOD_LABELS[settings.area_method])
    layers = {
        name: none if source is None else source.sourceName() for name, source in settings.layers.items()
    }
    slope = settings.slope_field or none
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Land code field"), settings.codes.field),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system])),
        (tr("Ecological redline"), layers["REDLINE"]),
        (tr("Permanent basic farmland"), layers["BASIC_FARMLAND"]),
        (tr("Slope field"), tr("{field}, in degrees").format(field=slope) if settings.slope_unit == DEGREES else slope),
        (tr("Terrain model (DEM)"), settings.dem_name or none),
        (tr("Field with decided base codes"), settings.base_field or none),
        (tr("Rule table"), rules.path or tr("as shipped")),
        (tr("Steep from slope grade"), str(rules.steep_from)),
        (tr("Gentle up to slope grade"), str(rules.gentle_to)),
        (tr("Inside the redline from a share of"), f"{rules.inside_share:g}"),
        (tr("Categories"), settings.scheme_path or tr("as shipped")),
        (tr("Area method"), f"{method}: {settings.area_field}" if settings.area_method == ATTRIBUTE else method),
    )


def _decided(case, decision):
    if decision.by == "person":
        return tr("A person set the planned use {code}.").format(code=case.plan)
    if decision.by == "tag_rule":
        return tr("Another rule set the planned use {code}.").format(code=case.plan)
    if decision.by == "rule":
        return in_language(decision.rule.reason)
    if case.plan or case.category or case.subtype or case.disposition:
        return tr("Nothing that can be used says otherwise: the use stays.")
    return tr("Not tagged: the use stays.")
