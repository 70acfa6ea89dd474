"""What was asked of a validation, checked before any work."""

from dataclasses import dataclass
from pathlib import Path

from qgis.core import Qgis

from ..algorithms.errors import InvalidInput
from ..algorithms.plan_profile import SHIPPED, read_profile, shipped_profile
from .base import given
from .shared_parameters import INPUT, number_within
from .sources import vector_source
from .validation_layers import delivery_place, layers_in, profile_named

_POLYGON = (Qgis.GeometryType.Polygon,)
BASE_LAYERS = {
    "VILLAGE": "village", "BASIC_FARMLAND": "basic_farmland", "REDLINE": "redline", "BOUNDARY": "boundary",
}
_LARGEST = 1e6
_KNOWN_SHARE = 0.5


@dataclass(frozen=True, eq=False)
class Settings:
    """The parameters of one run, checked.

    source: of INPUT, None for a delivery; place: (parameter, path) of the delivery, None for INPUT; found: its layers
    as they lie there; profile: plan_profile.Profile, None for INPUT; base: sources of the base layers given, by
    parameter; area_tolerance, least_area: m².
    """

    source: object
    place: object
    found: tuple
    profile: object
    base: dict
    area_tolerance: float
    least_area: float

    @property
    def name(self):
        """What is validated, in a word."""
        return self.source.sourceName() if self.source is not None else self.place[1].name


def read_settings(algorithm, parameters, context):
    """Settings from the parameters. Raises InvalidInput naming the first parameter that cannot be used."""
    chosen = [name for name in (INPUT, "DELIVERY", "DELIVERY_FILE") if given(parameters, name)]
    if len(chosen) != 1:
        raise InvalidInput(
            "INPUT: choose either survey parcels (INPUT) or a delivery (DELIVERY for a folder, DELIVERY_FILE for a "
            "GeoPackage), one of them; now {count} are chosen.", count=len(chosen),
        )
    source, place, found, profile = None, None, (), None
    if chosen[0] == INPUT:
        source = vector_source(algorithm, parameters, INPUT, context, _POLYGON)
    else:
        folder, file = (
            algorithm.parameterAsString(parameters, name, context) if given(parameters, name) else ""
            for name in ("DELIVERY", "DELIVERY_FILE")
        )
        place = delivery_place(folder, file)
        found = tuple(layers_in(place))
        profile = _profile(algorithm, parameters, context, place, found)
    base = {
        name: vector_source(algorithm, parameters, name, context, _POLYGON)
        for name in BASE_LAYERS if given(parameters, name)
    }
    return Settings(
        source, place, found, profile, base,
        number_within(algorithm, parameters, "AREA_TOLERANCE", context, _LARGEST),
        number_within(algorithm, parameters, "LEAST_AREA", context, _LARGEST),
    )


def _profile(algorithm, parameters, context, place, found):
    """The profile asked for, else the one the delivery names, else the shipped one whose layers it has."""
    if given(parameters, "PROFILE_FILE"):
        return read_profile(algorithm.parameterAsFile(parameters, "PROFILE_FILE", context))
    if given(parameters, "PROFILE"):
        value = parameters["PROFILE"]
        if isinstance(value, str) and value in SHIPPED:
            return shipped_profile(value)
        position = algorithm.parameterAsInt(parameters, "PROFILE", context)
        if not 0 <= position < len(SHIPPED):
            raise InvalidInput(
                "PROFILE: there is no profile {chosen}. Choose one of {names}, or give a PROFILE_FILE.",
                chosen=value, names=", ".join(f"{k} {name}" for k, name in enumerate(SHIPPED)),
            )
        return shipped_profile(SHIPPED[position])
    named = profile_named(Path(place[1]))
    if named in SHIPPED:
        return shipped_profile(named)
    if named:
        raise InvalidInput(
            "PROFILE_FILE: the delivery was made with the profile {name}, which is not shipped. Give its file.",
            name=named,
        )
    names = {one.name.upper() for one in found}
    shares = {
        name: len(names & {layer.code.upper() for layer in shipped_profile(name).layers}) / len(names)
        for name in SHIPPED
    }
    best = max(shares, key=shares.get)
    if shares[best] < _KNOWN_SHARE:
        raise InvalidInput(
            "PROFILE: the layers of {path} ({layers}) are those of no shipped profile. Choose the PROFILE, or give a "
            "PROFILE_FILE.", path=str(place[1]), layers=", ".join(sorted(one.name for one in found)[:5]),
        )
    return shipped_profile(best)
