"""The layers a delivery is made from: which parameter asks for each, and their features as columns."""

from dataclasses import dataclass

from qgis.core import Qgis, QgsWkbTypes

from ..algorithms.errors import translatable
from ..algorithms.structure_form import ridges
from ..algorithms.systems import USE2023
from . import areas
from .export_clip import only_inside
from .export_values import half_up
from .fields import find_field, personal_fields
from .i18n import tr
from .layer_reader import read_features
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT

_POLYGON = (Qgis.GeometryType.Polygon,)
_PLACES = (Qgis.GeometryType.Point, Qgis.GeometryType.Polygon)
PARCELS, VILLAGE = "parcels", "village"


@dataclass(frozen=True)
class Input:
    """One of them. name: as profiles call it; parameter, label, help: as it is asked for; role: see roles.py."""

    name: str
    parameter: str
    kinds: tuple
    role: str
    label: str = ""
    help: str = ""


INPUTS = (
    Input(PARCELS, INPUT, _POLYGON, "plan_parcels"),
    Input(VILLAGE, "VILLAGE", _POLYGON, "villages", translatable("Village boundary"), translatable(
        "The area of the plan: the village, or several.")),
    Input("basic_farmland", "BASIC_FARMLAND", _POLYGON, "basic_farmland", translatable("Permanent basic farmland"),
          translatable("Parcels of permanent basic farmland, YJJBNTBHTB.")),
    Input("redline", "REDLINE", _POLYGON, "redline", translatable("Ecological redline"), translatable(
        "Areas inside the ecological redline, STBHHX.")),
    Input("boundary", "BOUNDARY", _POLYGON, "development_boundary", translatable("Urban development boundary"),
          translatable("The urban development boundary, CZKFBJ.")),
    Input("construction", "CONSTRUCTION", _POLYGON, "construction_boundary", translatable(
        "Village construction boundary"), translatable("The boundary within which the village may build.")),
    Input("historic", "HISTORIC", _POLYGON, "heritage", translatable("Historic protection"), translatable(
        "Areas that protect historic villages, buildings and sites.")),
    Input("facilities", "FACILITIES", _PLACES, "services", translatable("Existing facilities"), translatable(
        "Public and infrastructure facilities that are there: points, or areas that become points.")),
    Input("planned_facilities", "PLANNED_FACILITIES", _PLACES, "planned_services", translatable(
        "Planned facilities"), translatable(
        "Public and infrastructure facilities that the plan adds: points, or areas that become points.")),
)
BY_NAME = {entry.name: entry for entry in INPUTS}


@dataclass(frozen=True, eq=False)
class Frame:
    """The features of one input. geometry: shapely, in the delivery's CRS, shape (n,); id: of the features in their
    layer, shape (n,); columns: object arrays by the name a profile uses, None for NULL."""

    geometry: object
    id: object
    columns: dict


def read_frame(entry, settings, names, context, feedback, start, end, outline=None):
    """Frame of one input. names: the fields that the profile's expressions use of it; outline: what it is cut to.

    Fields are found under the names the survey, or others, give them; those
    with personal data only where settings.personal. Raises InvalidInput where
    the layer cannot be read.
    """
    source = settings.sources[entry.name]
    _tell_of_shapes(entry.parameter, source, feedback)
    found = {name: field for name in sorted(names) if (field := _field_for(entry, settings, name))}
    if not settings.personal:
        hidden = {field.upper() for field in personal_fields(source.fields())}
        held_back = sorted(field for field in found.values() if field.upper() in hidden)
        if held_back:
            feedback.pushInfo(tr("{parameter}: fields with personal data, not delivered: {names}.").format(
                parameter=entry.parameter, names=", ".join(held_back)))
        found = {name: field for name, field in found.items() if field.upper() not in hidden}
    progress = phase(feedback, tr("Reading {parameter}").format(parameter=entry.parameter), start, (start + end) / 2)
    features = read_features(
        source, entry.parameter, sorted(set(found.values())), settings.crs, context, feedback, progress
    )
    if outline is not None:
        features = only_inside(features, outline, whole=entry.name == VILLAGE)
    columns = {}
    for name, field in found.items():
        columns[name] = mapped(features.values[field], _clean)
        progress(1.0)
    progress = phase(feedback, tr("Measuring areas"), (start + end) / 2, end)
    if entry.name == PARCELS:
        columns.update(_names(settings, columns, progress))
    columns.update(_areas(entry, settings, source, features, columns, progress))
    progress(1.0)
    return Frame(features.geometry, features.id, columns)


def needed_names(entry, settings, names):
    """The fields of an input that are read whether or not an expression uses them."""
    if entry.name != PARCELS:
        return set(names)
    more = {"base_code", "plan_code", "zz_cat", "zz_sub", "KCXS", "ZLDWDM"}
    if settings.area_method == ATTRIBUTE:
        more |= {"TBMJ", settings.area_field}
    return set(names) | more


def _field_for(entry, settings, name):
    if entry.name == PARCELS and name in settings.code_fields:
        return settings.code_fields[name]
    return find_field(settings.sources[entry.name].fields(), name)


def _areas(entry, settings, source, features, columns, progress):
    """area_m2, legal and gross, and net_m2, less field ridges; to 0.01 m². Nothing for points."""
    import numpy as np

    if QgsWkbTypes.geometryType(source.wkbType()) == Qgis.GeometryType.Point:
        return {}
    if settings.area_method == ATTRIBUTE and entry.name == PARCELS:
        net = areas.field_areas(columns[settings.area_field], settings.area_field)
        gross = areas.numbers(columns["TBMJ"]) if "TBMJ" in columns else net
        gross = np.where(np.isfinite(gross), gross, net)
    else:
        gross = half_up(np.asarray(areas.shape_area(
            features.geometry, settings.crs, settings.area_method, progress)), 2)
        share = areas.numbers(columns["KCXS"]) if "KCXS" in columns else np.zeros(len(gross))
        share = np.where(np.isfinite(share), share, 0.0)
        if entry.name == PARCELS:
            share = np.where(_is_cropland(columns["base_code"]), share, 0.0)  # nothing else has ridges
        net = gross - half_up(gross * share, 2)
    return {"area_m2": half_up(gross, 2).astype(object), "net_m2": half_up(net, 2).astype(object)}


def _is_cropland(codes):
    import numpy as np

    cropland, _ = ridges(USE2023)
    return np.array([str(code or "").startswith(cropland) for code in codes.tolist()], dtype=bool)


def _names(settings, columns, progress):
    """Codes as the system writes them and what they are called; names of category and sub-type."""
    import numpy as np

    from ..algorithms.codes import code_table, normalise

    table, made = code_table(USE2023), {}
    for kind in ("base", "plan"):
        codes = mapped(columns[f"{kind}_code"], lambda value: normalise(value, table) or None)
        made[f"{kind}_code"] = codes
        made[f"{kind}_name"] = mapped(codes, lambda code: table.name(code, True) or None if code else None)
        progress(0.0)
    categories = {category.code: category for category in settings.scheme.categories}
    subtypes = {term.code: term for term in settings.scheme.subtypes()}
    for name, field, terms in (("category_name", "zz_cat", categories), ("subtype_name", "zz_sub", subtypes)):
        column = columns.get(field, np.full(len(codes), None, dtype=object))
        made[name] = mapped(column, lambda code, terms=terms: terms[code].zh if code in terms else None)
        progress(0.0)
    return made


def mapped(values, function):
    """A column with each different value put through a function once."""
    import numpy as np

    from .export_columns import distinct_rows

    first, row = distinct_rows([values], len(values))
    words = np.empty(len(first), dtype=object)
    words[:] = [function(value) for value in values[first].tolist()]
    return words[row]


def _clean(value):
    """A text without the spaces around it, None where nothing is left: an empty code or name is none."""
    return value.strip() or None if isinstance(value, str) else value


def _tell_of_shapes(parameter, source, feedback):
    kind = source.wkbType()
    if QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
        feedback.pushInfo(tr("{parameter}: heights and measures are left out, shapes are delivered flat.").format(
            parameter=parameter))
    if QgsWkbTypes.isCurvedType(kind):
        feedback.pushInfo(tr("{parameter}: curves are delivered as short straight segments.").format(
            parameter=parameter))
