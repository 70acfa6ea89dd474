"""What the tables of a plan ask of the parcels with plan codes, checked."""

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsProcessingFeatureSource,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
)

from ..algorithms.errors import InvalidInput
from ..algorithms.systems import CODE_SYSTEMS, SURVEY, SYSTEM_NAMES
from .areas import area_field
from .base import described, given
from .fields import find_field
from .i18n import tr
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_LABELS,
    ATTRIBUTE,
    CODE_SYSTEM,
    INPUT,
    area_parameters,
    input_parameter,
    optional_field,
)
from .sources import vector_source

BASE_FIELD, PLAN_FIELD, VILLAGE_FIELD = "BASE_FIELD", "PLAN_FIELD", "VILLAGE_FIELD"


@dataclass(frozen=True)
class Settings:
    """What is read of parcels; '' for no field.

    net_field: whether areas come from TBDLMJ, net of ridges; further: more
    fields that a tool wants as they are.
    """

    source: QgsProcessingFeatureSource
    base_field: str
    plan_field: str
    system: str
    village_field: str
    village_name_field: str
    ridge_field: str
    area_method: int
    area_field: str
    net_field: bool
    further: tuple = ()

    @property
    def fields(self):
        """The fields to read."""
        names = (self.base_field, self.plan_field, self.village_field, self.village_name_field, self.ridge_field,
                 self.area_field, *self.further)  # fmt: skip
        return list(dict.fromkeys(filter(None, names)))


def plan_parameters():
    """INPUT, the code fields, CODE_SYSTEM and VILLAGE_FIELD."""
    field = QgsProcessingParameterField
    return (
        input_parameter(tr("Parcels with plan codes"), tr("Parcels that “Plan codes” was run on.")),
        described(
            field(BASE_FIELD, tr("Base-year code field"), "base_code", INPUT),
            tr("The field with the land use codes of the base year.")),
        described(
            field(PLAN_FIELD, tr("Planned code field"), "plan_code", INPUT),
            tr("The field with the planned land use codes.")),
        described(
            QgsProcessingParameterEnum(
                CODE_SYSTEM, tr("Code system"), [tr(SYSTEM_NAMES[system]) for system in CODE_SYSTEMS], optional=True),
            tr("Which system both codes belong to: that of 2023, as “Plan codes” writes them, or its 2020 trial "
               "version. Survey codes are refused, for a plan has none.")),
        described(
            field(VILLAGE_FIELD, tr("Village field"), None, INPUT, optional=True),
            tr("The village of each parcel, by code or name. Empty: ZLDWDM (its first 12 digits), else ZLDWMC.")),
    )


def area_choice():
    """AREA_METHOD and AREA_FIELD."""
    return area_parameters()


def plan_settings(algorithm, parameters, context):
    """The Settings, checked. Raises InvalidInput naming the parameter."""
    source = vector_source(algorithm, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
    fields = source.fields()
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen_area = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    area = area_field(fields, chosen_area) if method == ATTRIBUTE else ""
    net = bool(area) and area == find_field(fields, "TBDLMJ")
    village = optional_field(algorithm, parameters, VILLAGE_FIELD, fields, context)
    if not village:
        village = find_field(fields, "ZLDWDM") or find_field(fields, "ZLDWMC")
    name = find_field(fields, "ZLDWMC")
    by_code = village == find_field(fields, "ZLDWDM")
    return Settings(
        source=source,
        base_field=_code_field(algorithm, parameters, BASE_FIELD, fields, context),
        plan_field=_code_field(algorithm, parameters, PLAN_FIELD, fields, context),
        system=_system(algorithm, parameters, context),
        village_field=village,
        village_name_field=name if by_code and name != village else "",
        ridge_field=_ridge_field(fields, area, net),
        area_method=method,
        area_field=area,
        net_field=net,
    )


def parameters_in_words(settings):
    """(label, value) of the parameters that plan_settings reads."""
    method = tr(AREA_METHOD_LABELS[settings.area_method])
    return (
        (tr("Parcels"), settings.source.sourceName()),
        (tr("Base-year code field"), settings.base_field),
        (tr("Planned code field"), settings.plan_field),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.system])),
        (tr("Village field"), settings.village_field or tr("none")),
        (tr("Area method"), f"{method}: {settings.area_field}" if settings.area_method == ATTRIBUTE else method),
        (tr("Ridges from"), settings.ridge_field or tr("none")),
    )


def _code_field(algorithm, parameters, name, fields, context):
    chosen = algorithm.parameterAsStrings(parameters, name, context)
    index = fields.lookupField(chosen[0]) if chosen else -1
    if index < 0:
        raise InvalidInput(
            "{parameter}: the layer has no field “{name}”. Run “Plan codes” on it first, or choose the field with the "
            "codes.", parameter=name, name=chosen[0] if chosen else "",
        )
    return fields.at(index).name()


def _system(algorithm, parameters, context):
    if not given(parameters, CODE_SYSTEM):
        raise InvalidInput(
            "CODE_SYSTEM: choose the code system of both fields: 1 land and sea use 2023, 2 its 2020 trial version."
        )
    position = algorithm.parameterAsInt(parameters, CODE_SYSTEM, context)
    if not 0 <= position < len(CODE_SYSTEMS) or CODE_SYSTEMS[position] == SURVEY:
        raise InvalidInput(
            "CODE_SYSTEM: a plan has no survey codes. Run “Plan codes” first, and choose 1 land and sea use 2023, or "
            "2 its 2020 trial version."
        )
    return CODE_SYSTEMS[position]


def _ridge_field(fields, area, net):
    """The field that ridges come from: KCMJ beside TBDLMJ, none beside another area field, else KCXS."""
    if area:
        return find_field(fields, "KCMJ") if net else ""
    return find_field(fields, "KCXS")
