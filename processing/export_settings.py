"""What was asked of an export, checked before any work."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException

from ..algorithms.errors import InvalidInput
from ..algorithms.plan_profile import SHIPPED, Profile, read_profile, shipped_profile
from ..algorithms.tables import read_table
from ..algorithms.tag_scheme import Scheme
from .areas import area_field
from .base import given
from .crs import CGCS2000, transform_between, zone_of
from .export_columns import FACTS, Sources
from .export_formats import FORMATS, Format, refuse_names, refuse_unwritable
from .export_inputs import INPUTS, PARCELS
from .export_layers import names_used
from .export_place import folder_name, refuse_taken
from .export_workbook import check_formulas
from .shared_parameters import AREA_FIELD, AREA_METHOD, ATTRIBUTE, INPUT, number_within, optional_field
from .sources import vector_source
from .tag_parameters import scheme_and_path

BASE_FIELD, PLAN_FIELD = "BASE_FIELD", "PLAN_FIELD"
_VILLAGE_CODE = re.compile(r"\d{12}")
_LONGEST_NAME = 60
_YEARS = range(1949, 2101)
_THREE_DEGREE = {4513 + k: 75 + 3 * k for k in range(21)} | {4534 + k: 75 + 3 * k for k in range(21)}
_ZONE_REACH = 3.0  # degrees from the central meridian: a county that reaches into the next zone stays in one


@dataclass(frozen=True, eq=False)
class Settings:
    """The parameters of one run, checked.

    profile, sources_of: the profile and its expressions; used: fields that they
    use, by input; sources: of the inputs given, by name; code_fields: the
    layer's field for base_code and plan_code; facts: of the plan, by name of
    FACTS; crs: of the delivery;
    target: the delivery's folder; personal: whether personal data go with it;
    clip: whether the other layers are cut to the ground of the parcels;
    people: how many there are and are planned for, None where not known;
    area_field: '' unless areas come from a field.
    """

    profile: Profile
    sources_of: Sources
    used: dict
    sources: dict
    code_fields: dict
    facts: dict
    form: Format
    crs: QgsCoordinateReferenceSystem
    target: Path
    overwrite: bool
    personal: bool
    clip: bool
    people: dict
    scheme: Scheme
    area_method: int
    area_field: str


def read_settings(algorithm, parameters, context, folder):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used.

    folder: where deliveries go, '' for nowhere yet: a temporary one is named anew each time it is asked for.
    """
    profile, parameter = _profile(algorithm, parameters, context)
    form = FORMATS[algorithm.parameterAsEnum(parameters, "FORMAT", context)]
    refuse_unwritable(form)
    refuse_names(profile, form, parameter)
    sources_of = Sources(profile)
    check_formulas(profile)
    names_used(profile, sources_of)  # of the whole profile: what is wrong with it does not hang on other parameters
    personal = algorithm.parameterAsBool(parameters, "INCLUDE_PERSONAL", context)
    if not personal:
        profile = without_personal(profile, sources_of)
    used = names_used(profile, sources_of)
    sources = _sources(algorithm, parameters, context, profile)
    fields = sources[PARCELS].fields()
    facts = _facts(algorithm, parameters, context)
    method = algorithm.parameterAsEnum(parameters, AREA_METHOD, context)
    chosen = optional_field(algorithm, parameters, AREA_FIELD, fields, context)
    if not folder:
        raise InvalidInput("FOLDER: choose the folder that the delivery is put into.")
    target = Path(folder).absolute() / folder_name(facts["village_code"], facts["village_name"], profile.id)
    overwrite = algorithm.parameterAsBool(parameters, "OVERWRITE", context)
    refuse_taken(target, overwrite)
    _refuse_inside(algorithm, parameters, context, target)
    return Settings(
        profile, sources_of, used, sources, _code_fields(algorithm, parameters, context, fields), facts, form,
        _crs(algorithm, parameters, context, sources[PARCELS]), target, overwrite,
        personal, algorithm.parameterAsBool(parameters, "CLIP", context), _people(algorithm, parameters, context),
        scheme_and_path(algorithm, parameters, context)[0], method,
        area_field(fields, chosen) if method == ATTRIBUTE else "",
    )


def without_personal(profile, sources):
    """A profile without the fields that hold personal data, by their name or by what they are filled from."""
    known = {row["field"] for row in read_table("personal_fields")}

    def is_personal(layer, field):
        texts = [field.source, *(text for part in layer.parts for name, text in part.values if name == field.name)]
        used = {name.upper() for text in texts if text for name in sources.get(text, field.line).columns}
        return field.name.upper() in known or bool(used & known)

    layers = [
        replace(layer, fields=tuple(field for field in layer.fields if not is_personal(layer, field)))
        for layer in profile.layers
    ]
    return replace(profile, layers=tuple(layer for layer in layers if layer.fields))


def _profile(algorithm, parameters, context):
    """The profile asked for, and the parameter it came from."""
    if given(parameters, "PROFILE_FILE"):
        return read_profile(algorithm.parameterAsFile(parameters, "PROFILE_FILE", context)), "PROFILE_FILE"
    value = parameters.get("PROFILE")
    named = isinstance(value, str) and value and not value.isdigit()
    # Not as an enumeration: that one takes the first profile for a number there is none of.
    chosen = value if named else algorithm.parameterAsInt(parameters, "PROFILE", context)
    if named or not 0 <= chosen < len(SHIPPED):
        raise InvalidInput(
            "PROFILE: there is no profile {chosen}. Choose one of {names}, or give a PROFILE_FILE.",
            chosen=chosen, names=", ".join(f"{k} {name}" for k, name in enumerate(SHIPPED)),
        )
    return shipped_profile(SHIPPED[chosen]), "PROFILE"


def _sources(algorithm, parameters, context, profile):
    """Sources by the input's name. Refuses a layer that the profile has no place for."""
    found, places = {}, profile.inputs()
    for entry in INPUTS:
        if entry.name != PARCELS and not given(parameters, entry.parameter):
            continue
        if entry.name != PARCELS and entry.name not in places:
            raise InvalidInput(
                "{parameter}: the profile {profile} has no place for this layer. Leave it empty, or choose another "
                "profile.", parameter=entry.parameter, profile=profile.id,
            )
        found[entry.name] = vector_source(algorithm, parameters, entry.parameter, context, entry.kinds)
    return found


def _code_fields(algorithm, parameters, context, fields):
    """The fields with base and planned codes, by the names profiles use."""
    found = {}
    for name, parameter in (("base_code", BASE_FIELD), ("plan_code", PLAN_FIELD)):
        chosen = algorithm.parameterAsStrings(parameters, parameter, context) if given(parameters, parameter) else ()
        field = chosen[0] if chosen else name
        if fields.lookupField(field) < 0:
            raise InvalidInput(
                "{parameter}: the layer has no field “{field}”. Run “Plan codes” on the parcels first, and choose its "
                "result as {input}.", parameter=parameter, field=field, input=INPUT,
            )
        found[name] = fields.at(fields.lookupField(field)).name()
    return found


def _facts(algorithm, parameters, context):
    """The facts of the plan, by name of FACTS."""
    code, village, plan = (
        algorithm.parameterAsString(parameters, name, context).strip() if given(parameters, name) else ""
        for name in ("VILLAGE_CODE", "VILLAGE_NAME", "PLAN_NAME")
    )
    if not _VILLAGE_CODE.fullmatch(code):
        raise InvalidInput(
            "VILLAGE_CODE: “{code}” is no code of a village. Give its 12 digits, for a township its 9 and 000.",
            code=code,
        )
    for name, text in (("VILLAGE_NAME", village), ("PLAN_NAME", plan)):
        if not text or len(text) > _LONGEST_NAME:
            raise InvalidInput(
                "{parameter}: give a name of 1 to {most} characters.", parameter=name, most=_LONGEST_NAME)
    years = [algorithm.parameterAsInt(parameters, name, context) for name in ("BASE_YEAR", "TARGET_YEAR")]
    for name, year in zip(("BASE_YEAR", "TARGET_YEAR"), years):
        if year not in _YEARS:
            raise InvalidInput("{parameter}: {year} is no year of a plan. Give one from {first} to {last}.",
                               parameter=name, year=year, first=_YEARS[0], last=_YEARS[-1])
    if years[1] < years[0]:
        raise InvalidInput("TARGET_YEAR: {year} lies before the base year {base}. Give a later one.",
                           year=years[1], base=years[0])
    return dict(zip(FACTS, (code, village, plan, *years)))


def _people(algorithm, parameters, context):
    """POPULATION and PLANNED_POPULATION, None where not given."""
    return {
        name: number_within(algorithm, parameters, name, context, 1e9) if given(parameters, name) else None
        for name in ("POPULATION", "PLANNED_POPULATION")
    }


def _refuse_inside(algorithm, parameters, context, target):
    """A layer read from the delivery that is to be replaced would be lost on the way."""
    for path, parameter in algorithm.source_files(parameters, context).items():
        if target in path.parents:
            raise InvalidInput(
                "{parameter}: this layer is part of the delivery {path} that would be replaced. Save it elsewhere "
                "first, or choose another FOLDER.", parameter=parameter, path=str(target),
            )


def _crs(algorithm, parameters, context, source):
    """The CRS chosen, else the 3-degree zone of the parcels: their own where it is one that reaches them."""
    if given(parameters, "CRS"):
        chosen = algorithm.parameterAsCrs(parameters, "CRS", context)
        if not chosen.isValid():
            raise InvalidInput("CRS: it is not known. Choose one from the list, such as EPSG:4549.")
        return chosen
    own, extent = source.sourceCrs(), source.sourceExtent()
    if extent.isEmpty():
        return own
    try:
        centre = transform_between(own, QgsCoordinateReferenceSystem(CGCS2000)).transform(extent.center())
    except QgsCsException:
        centre = None
    if centre is None or not (abs(centre.x()) <= 180 and abs(centre.y()) <= 90):
        raise InvalidInput(
            "INPUT: the coordinates do not fit the layer's CRS ({crs}). Set the right CRS in the layer's "
            "properties and run again.",
            crs=own.authid(),
        )
    authority, _, number = own.authid().partition(":")
    meridian = _THREE_DEGREE.get(int(number)) if authority == "EPSG" and number.isdigit() else None
    if meridian is not None and abs(centre.x() - meridian) <= _ZONE_REACH:
        return own
    return zone_of(centre.x(), centre.y())
