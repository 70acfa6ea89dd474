"""Inefficient urban land in words: results, areas, evidence and parameters, as legends and reports show them."""

from ..algorithms.errors import translatable
from ..algorithms.systems import SYSTEM_NAMES
from .i18n import tr
from .shared_parameters import AREA_METHOD_LABELS

STATUSES = {
    "candidate": translatable("Candidate"),
    "historic": translatable("Historic district, protect"),
    "other": translatable("No candidate"),
}
AREA_KINDS = {
    "large": translatable("Contiguous redevelopment"),
    "small": translatable("Organic renewal"),
    "historic": translatable("Historic district, protect"),
}
_LAYER_LABELS = {
    "BUILDINGS": translatable("Buildings"),
    "PLAN": translatable("Plan"),
    "HAZARDS": translatable("Hazards"),
    "COMPLAINTS": translatable("Public complaints"),
    "HISTORIC": translatable("Historic districts and sites"),
}


def evidence_names():
    """The pieces of evidence as shown, in the order of algorithms.urban.EVIDENCE."""
    return (
        tr("floor-area ratio"), tr("building coverage"), tr("age of the buildings"), tr("vacancy"),
        tr("conflict with the plan"), tr("hazard"), tr("public complaint"),
    )


def area_kind(subtype):
    """What a redevelopment area of a sub-type is, as a key of AREA_KINDS."""
    from ..algorithms.urban import urban_rules

    return next(kind for kind, code in urban_rules()["subtypes"].items() if code == subtype)


def parameters_in_words(settings):
    """(label, value) of every parameter that decided, labelled as in the dialog."""
    none, t = tr("none"), settings.thresholds

    def name_of(source):
        return none if source is None else source.sourceName()

    def text_of(expression, otherwise):
        return otherwise if expression is None else expression.expression()

    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Built land"), text_of(settings.built, tr("by code"))),
        (tr("Land code field"), settings.codes.field or none),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.codes.system]) if settings.codes.system else none),
        (tr("Development boundary"), settings.boundary.sourceName()),
        (tr("Part of the boundary used"), text_of(settings.boundary_filter, tr("usual zones"))),
        (tr("List of inefficient land"), name_of(settings.list_of.source)),
        (tr("Listed by expression"), text_of(settings.listed, none)),
        *((tr(_LAYER_LABELS[name]), name_of(source)) for name, source in settings.layers.items()),
        (tr("Share inside from"), f"{t.inside_share:g}"),
        (tr("Low floor-area ratio below"), f"{t.low_far:g}"),
        (tr("Low coverage below"), f"{t.low_coverage:g}"),
        (tr("Old when built before"), f"{t.built_before:g}"),
        (tr("High vacancy from"), f"{t.high_vacancy:g}"),
        (tr("Distance to hazard points [m]"), f"{t.hazard_distance:g}"),
        (tr("Pieces of evidence needed"), f"{t.min_evidence:g}"),
        (tr("Gap within an area [m]"), f"{t.gap:g}"),
        (tr("Contiguous redevelopment from [mu]"), f"{t.min_area_mu:g}"),
        (tr("Group field"), settings.group_field or none),
        (tr("Area method"), tr(AREA_METHOD_LABELS[settings.area_method])),
        (tr("Area field"), settings.area_field or none),
    )
