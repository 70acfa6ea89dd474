"""What was asked of the adjustment form, checked before any work."""

import math
from dataclasses import dataclass

from qgis.core import Qgis

from ..algorithms.errors import InvalidInput, translatable
from .base import given
from .dem import dem_name
from .fields import find_field
from .i18n import tr
from .plan_codes_settings import DEGREES
from .shared_parameters import (
    AREA_FIELD,
    AREA_METHOD,
    AREA_METHOD_LABELS,
    ATTRIBUTE,
    CodeChoice,
    code_choice,
    optional_field,
)
from .sources import vector_source

OUT, IN = "OUT", "IN"
LAYERS = ("BASIC_FARMLAND", "HIGH_STANDARD", "UPGRADED", "NEW_CROPLAND")
LAYER_LABELS = {
    "BASIC_FARMLAND": translatable("Permanent basic farmland before"),
    "HIGH_STANDARD": translatable("High-standard farmland"),
    "UPGRADED": translatable("Cropland upgraded"),
    "NEW_CROPLAND": translatable("New cropland by consolidation"),
}
NOT_STATED, YES, NO = range(3)
_POLYGON = (Qgis.GeometryType.Polygon,)


@dataclass(frozen=True)
class Fields:
    """What a layer calls its fields, '' for none. area: only where areas come from a field."""

    code: str
    slope: str
    grade: str
    ridge: str
    area: str

    @property
    def all(self):
        """The fields to read."""
        return list(dict.fromkeys(filter(None, (self.code, self.slope, self.grade, self.ridge, self.area))))


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    sources, fields: by OUT and IN; layers: by LAYERS, None where not given;
    original: m² of basic farmland before, None where not given; planned_grade
    likewise; ecology, prepared: NOT_STATED, YES or NO.
    """

    sources: dict
    fields: dict
    system: str
    slope_unit: int
    dem_name: str
    layers: dict
    original_ha: object
    planned_grade: object
    ecology: int
    prepared: int
    project: str
    townships: str
    area_method: int

    @property
    def source(self):
        """The land moved out, after which the run is named."""
        return self.sources[OUT]

    def choice(self, side):
        """CodeChoice of a side."""
        return CodeChoice(self.fields[side].code, self.system)


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    sources = {name: vector_source(algorithm, parameters, name, context, _POLYGON) for name in (OUT, IN)}
    codes = code_choice(algorithm, parameters, sources[OUT].fields(), context, needed=True)
    unit = algorithm.parameterAsEnum(parameters, "SLOPE_UNIT", context)
    if unit == DEGREES and not given(parameters, "SLOPE_FIELD"):
        raise InvalidInput("SLOPE_FIELD: choose the field with the slope in degrees.")
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen = {
        name: optional_field(algorithm, parameters, name, sources[OUT].fields(), context)
        for name in ("SLOPE_FIELD", "GRADE_FIELD", AREA_FIELD)
    }
    fields = {
        name: Fields(
            code=_same_field(source, codes.field, "DLBM", name, "CODE_FIELD"),
            slope=_same_field(source, chosen["SLOPE_FIELD"], "GDPDJB", name, "SLOPE_FIELD"),
            grade=_same_field(source, chosen["GRADE_FIELD"], "GDDB", name, "GRADE_FIELD"),
            ridge="" if method == ATTRIBUTE else find_field(source.fields(), "KCXS"),
            area=_area_field(source, chosen[AREA_FIELD], name) if method == ATTRIBUTE else "",
        )
        for name, source in sources.items()
    }
    return Settings(
        sources=sources,
        fields=fields,
        system=codes.system,
        slope_unit=unit,
        dem_name=dem_name(algorithm, parameters, context),
        layers={
            name: vector_source(algorithm, parameters, name, context, _POLYGON) if given(parameters, name) else None
            for name in LAYERS
        },
        original_ha=_amount(algorithm, parameters, "ORIGINAL_HA", context),
        planned_grade=_amount(algorithm, parameters, "PLANNED_GRADE", context),
        ecology=_answer(algorithm, parameters, "ECOLOGY", context),
        prepared=_answer(algorithm, parameters, "PLAN_PREPARED", context),
        project=algorithm.parameterAsString(parameters, "PROJECT_NAME", context).strip(),
        townships=algorithm.parameterAsString(parameters, "TOWNSHIPS", context).strip(),
        area_method=method,
    )


def parameters_in_words(settings):
    """(label, value) of every parameter."""
    from ..algorithms.systems import SYSTEM_NAMES

    none = tr("none")
    out, into = settings.fields[OUT], settings.fields[IN]
    method = tr(AREA_METHOD_LABELS[settings.area_method])
    return (
        (tr("Land moved out"), settings.sources[OUT].sourceName()),
        (tr("Land moved in"), settings.sources[IN].sourceName()),
        (tr("Land code field"), _both(out.code, into.code)),
        (tr("Code system"), tr(SYSTEM_NAMES[settings.system])),
        (tr("Slope from"), tr(", ").join(filter(None, (_both(out.slope, into.slope), settings.dem_name))) or none),
        (tr("Quality grade field"), _both(out.grade, into.grade) or none),
        (tr("Ridges from"), _both(out.ridge, into.ridge) or none),
        *((tr(LAYER_LABELS[name]), source.sourceName() if source is not None else none)
          for name, source in settings.layers.items()),
        (tr("Area method"), f"{method}: {_both(out.area, into.area)}" if settings.area_method == ATTRIBUTE else method),
    )  # fmt: skip


def _both(one, other):
    return tr(", ").join(dict.fromkeys(filter(None, (one, other))))


def _same_field(source, chosen, meaning, name, parameter):
    """The field of a source that is called as chosen, else the one that means the same; '' where none was chosen.

    Raises InvalidInput where a field was chosen and the source lacks it.
    """
    index = source.fields().lookupField(chosen) if chosen else -1
    if index >= 0:
        return source.fields().at(index).name()
    found = find_field(source.fields(), meaning)
    if chosen and (not found or chosen.upper() != meaning):
        raise InvalidInput(
            "{parameter}: the layer “{layer}” of {name} has no field “{field}”. Both layers need the field under the "
            "same name.", parameter=parameter, layer=source.sourceName(), name=name, field=chosen,
        )
    return found


def _area_field(source, chosen, name):
    field = _same_field(source, chosen, "TBDLMJ", name, AREA_FIELD)
    if not field:
        raise InvalidInput(
            "AREA_FIELD: the layer “{layer}” of {name} has no field TBDLMJ. Choose the field with the areas in m².",
            layer=source.sourceName(), name=name,
        )
    return field


def _amount(algorithm, parameters, name, context):
    if not given(parameters, name):
        return None
    value = algorithm.parameterAsDouble(parameters, name, context)
    if not (value >= 0 and math.isfinite(value)):
        raise InvalidInput(
            "{parameter}: {value} cannot be used. Give a number {limit}.", parameter=name, value=f"{value:g}",
            limit="≥ 0",
        )
    return value


def _answer(algorithm, parameters, name, context):
    value = algorithm.parameterAsInt(parameters, name, context)
    if value not in (NOT_STATED, YES, NO):
        raise InvalidInput("{parameter}: choose 0, 1 or 2, not {value}.", parameter=name, value=value)
    return value
