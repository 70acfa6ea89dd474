"""The parameters that every algorithm shares, always by these names."""

import math
import re
from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..algorithms.errors import InvalidInput, translatable
from ..algorithms.systems import CODE_SYSTEMS, SYSTEM_NAMES
from .base import advanced, described, given
from .i18n import tr

INPUT, CODE_FIELD, CODE_SYSTEM = "INPUT", "CODE_FIELD", "CODE_SYSTEM"
AREA_METHOD, AREA_FIELD = "AREA_METHOD", "AREA_FIELD"
OFFICIAL, ATTRIBUTE, PLANAR = range(3)
AREA_METHOD_NAMES = ("official", "attribute", "planar")
AREA_METHOD_LABELS = (
    translatable("Official ellipsoidal area"), translatable("From a field"), translatable("Planar area"),
)
_USUAL_CODE_FIELD = "DLBM"


def input_parameter(label, help_text, name=INPUT):
    """A polygon source, INPUT unless named otherwise."""
    return described(
        QgsProcessingParameterFeatureSource(name, label, [QgsProcessing.SourceType.VectorPolygon]), help_text
    )


def code_parameters(optional, parent=INPUT):
    """CODE_FIELD, of the source `parent`, and CODE_SYSTEM. The system has no default: the digits do not tell it."""
    return (
        described(
            QgsProcessingParameterField(
                CODE_FIELD, tr("Land code field"), _USUAL_CODE_FIELD, parent, optional=optional
            ),
            tr("The field with the land codes, such as DLBM."),
        ),
        described(
            QgsProcessingParameterEnum(
                CODE_SYSTEM, tr("Code system"),
                [tr(SYSTEM_NAMES[system]) for system in CODE_SYSTEMS],
                optional=True,
            ),
            tr("Which system the codes belong to. The systems share digits (0601 is industry in the survey and rural "
               "road in the plan), so it must be chosen wherever codes are used."),
        ),
    )


def area_parameters(net=True, parent=INPUT):
    """AREA_METHOD and AREA_FIELD, folded away. net: whether field ridges are taken off cropland; parent: the source
    that the field is of."""
    if net:
        help_text = tr(
            "How areas are found. Official: the survey's ellipsoidal formula on CGCS2000, less field ridges (KCXS) "
            "for cropland. From a field: as recorded, TBDLMJ when no field is chosen. "
            "Planar: on the map plane, less field ridges likewise.")
    else:
        help_text = tr(
            "How areas are found. Official: the survey's ellipsoidal formula on CGCS2000, with field ridges. From a "
            "field: as recorded, TBDLMJ when no field is chosen. Planar: on the map plane.")
    return (
        advanced(described(
            QgsProcessingParameterEnum(
                AREA_METHOD, tr("Area method"),
                [tr(label) for label in AREA_METHOD_LABELS], defaultValue=OFFICIAL,
            ),
            help_text,
        )),
        advanced(described(
            QgsProcessingParameterField(AREA_FIELD, tr("Area field"), None, parent, optional=True),
            tr("The field with areas in m², used when areas come from a field. Empty: TBDLMJ."),
        )),
    )


@dataclass(frozen=True)
class CodeChoice:
    """Where codes are and what they mean; field '' where no codes are used."""

    field: str
    system: str


def code_choice(algorithm, parameters, fields, context, needed):
    """The field and system of codes, checked.

    needed: whether codes are needed at all. Where they are not and the person
    named no field, none is used.
    """
    field = optional_field(algorithm, parameters, CODE_FIELD, fields, context)
    if not field and needed and fields.lookupField(_USUAL_CODE_FIELD) >= 0:
        field = _USUAL_CODE_FIELD
    if not field:
        if needed:
            raise InvalidInput("CODE_FIELD: choose the field with the land codes, such as DLBM.")
        return CodeChoice("", "")
    if parameters.get(CODE_SYSTEM) in (None, ""):
        raise InvalidInput(
            "CODE_SYSTEM: choose the code system of the field {field}: 0 land survey, 1 land and sea use 2023, "
            "2 its 2020 trial version.", field=field,
        )
    # Not parameterAsEnum: that takes the first system for a number out of range.
    position = algorithm.parameterAsInt(parameters, CODE_SYSTEM, context)
    if not 0 <= position < len(CODE_SYSTEMS):
        raise InvalidInput("CODE_SYSTEM: choose 0, 1 or 2, not {value}.", value=parameters[CODE_SYSTEM])
    return CodeChoice(field, CODE_SYSTEMS[position])


def require_field(fields, parameter, name):
    """The field's name as the layer writes it; refuses one the layer lacks."""
    index = fields.lookupField(name)
    if index < 0:
        raise InvalidInput(
            "{parameter}: the layer has no field “{name}”. Choose one of: {fields}.",
            parameter=parameter, name=name, fields=", ".join(fields.names()),
        )
    return fields.at(index).name()


def optional_field(algorithm, parameters, name, fields, context):
    """The checked field of an optional field parameter, '' when it is empty."""
    if not given(parameters, name):
        return ""
    chosen = algorithm.parameterAsStrings(parameters, name, context)
    return require_field(fields, name, chosen[0]) if chosen else ""


def number_within(algorithm, parameters, name, context, most):
    """The number of a parameter, from 0 to `most`. Raises InvalidInput outside."""
    value = algorithm.parameterAsDouble(parameters, name, context)
    if not (0 <= value <= most and math.isfinite(value)):
        raise InvalidInput(
            "{parameter}: {value} cannot be used. Give a number {limit}.", parameter=name, value=f"{value:g}",
            limit=f"0–{most:g}" if math.isfinite(most) else "≥ 0",
        )
    return value


def numbers_of(text, parameter, least=None):
    """Ascending numbers from a text such as `100;1000`, as a tuple of floats.

    least: the smallest value allowed; None asks for numbers above zero.
    """
    values = []
    for part in (part.strip() for part in re.split("[;,；，]", str(text or ""))):
        if not part:
            continue
        try:
            values.append(float(part))
        except ValueError as error:
            raise InvalidInput(
                "{parameter}: “{part}” is not a number. Write ascending numbers separated by semicolons, "
                "such as 100;1000.", parameter=parameter, part=part,
            ) from error
    ascending = all(a < b for a, b in zip(values, values[1:]))
    allowed = all(value < float("inf") and (value > 0 if least is None else value >= least) for value in values)
    if not values or not ascending or not allowed:
        raise InvalidInput(
            "{parameter}: “{text}” does not hold ascending numbers {limit}. Write them separated by semicolons, "
            "such as 100;1000.",
            parameter=parameter, text=text, limit="> 0" if least is None else f"≥ {least:g}",
        )
    return tuple(values)
