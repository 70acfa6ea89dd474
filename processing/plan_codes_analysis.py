"""From layers to the planned code of each parcel."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..algorithms import tags
from ..algorithms.codes import code_table, normalise, read_codes
from ..algorithms.dissolve import united
from ..algorithms.parallel import step
from ..algorithms.plan_codes import OUT, overlaps, plan_parcels, redline_class, slope_grade
from ..algorithms.plan_lines import area_in_zones
from ..algorithms.systems import USE2023
from . import areas
from .code_reading import known_codes
from .crs import choose_work_crs
from .dem import terrain_means
from .i18n import tr
from .layer_reader import read_features
from .optional_layers import OptionalLayers
from .plan_codes_settings import DEGREES
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT


@dataclass(frozen=True)
class Planned:
    """Parcels and what became of them, shape (n,).

    id: feature ids; area: m², rounded to 0.01; parcel, village: texts, '' for
    none; plan: Plan; share: {REDLINE, BASIC_FARMLAND: part of the parcel
    inside}, NaN where not looked at.
    """

    id: np.ndarray
    area: np.ndarray
    parcel: list
    village: list
    plan: object
    share: dict


def read_planned(settings, dem, context, feedback):
    """Read the layers and decide. dem: Dem or None. Raises InvalidInput where a layer cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    features = read_features(
        source, INPUT, settings.fields(), crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 30)
    )
    progress = phase(feedback, tr("Measuring areas"), 30, 42)
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(features.values[settings.area_field], settings.area_field)
    else:
        area = areas.shape_area(features.geometry, crs, settings.area_method, progress)
    columns = _columns(features, settings, feedback, phase(feedback, tr("Reading codes and tags"), 42, 48))
    looked = np.flatnonzero(
        (columns["category"] != "") | (columns["subtype"] != "") | (columns["disposition"] != "")
        | (columns["plan"] != "")
    )
    columns["slope"] = _slope(features, looked, dem, crs, settings, feedback)
    layers = OptionalLayers(settings.layers, crs, context, feedback)
    columns["redline"], redline = _redline(features, looked, layers, settings.rules, feedback)
    columns["farmland"], farmland = _farmland(features, looked, layers, settings.rules, feedback)
    progress = phase(feedback, tr("Deciding on planned codes"), 76, 80)
    plan = plan_parcels(columns, settings.codes.system, settings.rules, settings.scheme)
    progress(1.0)
    identifiers = [str(identifier) for identifier in features.id.tolist()]
    parcel = _texts(features, settings.parcel_field)
    return Planned(
        features.id, np.round(np.asarray(area, dtype=float), 2),
        [name or identifier for name, identifier in zip(parcel.tolist(), identifiers)],
        _texts(features, settings.village_field).tolist(), plan, {"REDLINE": redline, "BASIC_FARMLAND": farmland},
    )


def _columns(features, settings, feedback, progress):
    """What is known of each parcel from its own fields, by the fields of Case."""
    written = features.values[settings.codes.field]
    known_codes(written, settings.codes, feedback)  # counts and refuses; unknown codes are listed as they are
    source = read_codes(written, settings.codes.system).value
    progress(0.4)
    tag = {name: _texts(features, field) for name, field in settings.tag_fields.items()}
    progress(0.7)
    decided = _plan_texts(features, settings.base_field)
    open_marks = _texts(features, settings.review_field) != ""
    by_rule = pd.Series(tag[tags.SOURCE], dtype=object).map(tags.rule_of).to_numpy(dtype=object) != ""
    plan = _plan_texts(features, settings.tag_fields[tags.PLANNED_USE])
    progress(1.0)
    return {
        "source": source, "decided": decided, "confirmed": ~(open_marks & (decided != "")),
        "category": tag[tags.CATEGORY], "subtype": tag[tags.SUBTYPE], "disposition": tag[tags.DISPOSITION],
        "plan": plan, "by_person": ~(by_rule & (plan != "")),
    }


def _slope(features, looked, dem, crs, settings, feedback):
    """Slope grade of each parcel looked at, 0 where it is unknown and for the others."""
    progress = phase(feedback, tr("Measuring slope"), 48, 60)
    grade = np.zeros(len(features.geometry), dtype=int)
    if settings.slope_field:
        number = areas.numbers(features.values[settings.slope_field][looked])
        if settings.slope_unit == DEGREES:
            wrong = (number < 0) | (number > 90)
            grade[looked] = slope_grade(np.where(wrong, np.nan, number))
        else:
            wrong = ~np.isnan(number) & ~np.isin(number, (1, 2, 3, 4, 5))
            grade[looked] = np.where(wrong | np.isnan(number), 0, number)
        if wrong.any():
            feedback.pushWarning(
                tr("SLOPE_FIELD: values in {field} that cannot be a slope, taken as unknown: {count}. A grade is a "
                   "whole number from 1 to 5; for degrees set SLOPE_UNIT.").format(
                    field=settings.slope_field, count=int(wrong.sum()))
            )
    missing = looked[grade[looked] == 0]
    if dem is not None and len(missing):
        _, degrees = terrain_means(dem, features.geometry[missing], crs, progress)
        grade[missing] = slope_grade(degrees)
    return grade


def _redline(features, looked, layers, rules, feedback):
    """How each parcel lies to the redline, and which part of it lies inside."""
    progress = phase(feedback, tr("Looking for the redline"), 60, 68)
    count = len(features.geometry)
    lies, share = np.full(count, OUT), np.full(count, np.nan)
    zones = layers.read("REDLINE", step(progress, 0, 0.2))
    if zones is not None and len(looked):
        area, within = area_in_zones(features.geometry[looked], united(zones.geometry), step(progress, 0.2, 1.0))
        lies[looked], share[looked] = redline_class(area, within, rules), within / np.maximum(area, 1e-9)
    return lies, share


def _farmland(features, looked, layers, rules, feedback):
    """Whether permanent basic farmland lies in each parcel, and which part of it that is."""
    progress = phase(feedback, tr("Looking for permanent basic farmland"), 68, 76)
    count = len(features.geometry)
    lies, share = np.zeros(count, dtype=bool), np.full(count, np.nan)
    zones = layers.read("BASIC_FARMLAND", step(progress, 0, 0.3))
    if zones is not None and len(looked):
        area, within = area_in_zones(features.geometry[looked], zones.geometry, step(progress, 0.3, 1.0))
        lies[looked], share[looked] = overlaps(area, within, rules), within / np.maximum(area, 1e-9)
    return lies, share


def _texts(features, field):
    """A column as texts without spaces around them, '' for NULL, object array; all '' where there is no such field."""
    if not field:
        return np.full(len(features.geometry), "", dtype=object)
    row, distinct = pd.factorize(pd.Series(features.values[field], dtype=object), use_na_sentinel=True)
    clean = np.array([*(_text(value) for value in distinct), ""], dtype=object)
    return clean[row]


def _plan_texts(features, field):
    """A column of 2023 codes, normalised, '' for none."""
    if not field:
        return np.full(len(features.geometry), "", dtype=object)
    table = code_table(USE2023)
    row, distinct = pd.factorize(pd.Series(features.values[field], dtype=object), use_na_sentinel=True)
    return np.array([*(normalise(value, table) for value in distinct), ""], dtype=object)[row]


def _text(value):
    """A value as people write it: a number without an empty fraction."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
