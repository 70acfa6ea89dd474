"""What the ledger of indicators is asked with, checked."""

from dataclasses import dataclass

from qgis.core import Qgis

from ..algorithms import tags
from ..algorithms.errors import InvalidInput
from . import plan_table_settings as plan
from .base import given
from .fields import stored_name
from .i18n import tr
from .shared_parameters import number_within, optional_field
from .sources import vector_source
from .tag_parameters import scheme_and_path

NET, GROSS = range(2)
_TAGS = {"category": tags.CATEGORY, "subtype": tags.SUBTYPE, "disposition": tags.DISPOSITION}


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked; '' for no field, None for no layer.

    parcels: plan_table_settings.Settings; tag_fields: by category, subtype,
    disposition; base: NET or GROSS.
    """

    parcels: plan.Settings
    project_field: str
    tag_fields: dict
    blocks: object
    base: int
    revitalisation_percent: float
    reserve_percent: float
    scheme: object
    scheme_path: str

    @property
    def source(self):
        """The parcels."""
        return self.parcels.source


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    parcels = plan.plan_settings(algorithm, parameters, context)
    fields = parcels.source.fields()
    base = algorithm.parameterAsInt(parameters, "CROPLAND_BASE", context)
    if base not in (NET, GROSS):
        raise InvalidInput("CROPLAND_BASE: choose 0 net or 1 gross, not {value}.", value=base)
    scheme, path = scheme_and_path(algorithm, parameters, context)
    blocks = None
    if given(parameters, "BLOCKS"):
        blocks = vector_source(algorithm, parameters, "BLOCKS", context, (Qgis.GeometryType.Polygon,))
    return Settings(
        parcels=parcels,
        project_field=optional_field(algorithm, parameters, "PROJECT_FIELD", fields, context)
        or stored_name(fields, tags.PROJECT),
        tag_fields={meaning: stored_name(fields, name) for meaning, name in _TAGS.items()},
        blocks=blocks,
        base=base,
        revitalisation_percent=number_within(algorithm, parameters, "REVITALISATION_PERCENT", context, 100),
        reserve_percent=number_within(algorithm, parameters, "RESERVE_PERCENT", context, 100),
        scheme=scheme,
        scheme_path=path,
    )


def base_in_words(settings):
    """A sentence on what the allowance of revitalisation land is a share of."""
    if settings.blocks is not None:
        return (
            tr("Contiguous cropland: planned cropland, net of field ridges, inside the farmland blocks given.")
            if settings.base == NET else
            tr("Contiguous cropland: planned cropland, with field ridges, inside the farmland blocks given.")
        )
    return (
        tr("Contiguous cropland: all planned cropland of the project, net of field ridges. Give BLOCKS to count "
           "contiguous blocks alone.")
        if settings.base == NET else
        tr("Contiguous cropland: all planned cropland of the project, with field ridges. Give BLOCKS to count "
           "contiguous blocks alone.")
    )


def parameters_in_words(settings):
    """(label, value) of every parameter."""
    none = tr("none")
    village = tr("Village field")
    return (
        *(pair for pair in plan.parameters_in_words(settings.parcels) if pair[0] != village),
        (tr("Project field"), settings.project_field or none),
        (tr("Farmland blocks"), settings.blocks.sourceName() if settings.blocks is not None else none),
        (tr("Base of the allowance"), tr("Net of field ridges") if settings.base == NET else tr("With field ridges")),
        (tr("Revitalisation land [%]"), f"{settings.revitalisation_percent:g}"),
        (tr("Reserve [%]"), f"{settings.reserve_percent:g}"),
        (tr("Categories"), settings.scheme_path or tr("as shipped")),
    )
