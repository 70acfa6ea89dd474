"""Parcels with their base-year and planned codes, as the tables of a plan count them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..algorithms.farmland import net_area
from ..algorithms.joining import keys
from ..algorithms.structure_form import ridges
from ..algorithms.structure_table import UNKNOWN
from . import areas
from .code_reading import checked_codes
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .plan_table_settings import BASE_FIELD, PLAN_FIELD
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT, CodeChoice

_VILLAGE_DIGITS = 12  # ZLDWDM goes on to the natural village


@dataclass(frozen=True)
class Village:
    """A village: its code or whatever the field holds, '' for none; and its name, '' where that is all there is."""
    key: str
    name: str


@dataclass(frozen=True)
class Parcels:
    """Parcels in the work CRS, shape (n,).

    village: position in `villages`; base, plan: codes in `system`, normalised,
    structure_table.NO_CODE or UNKNOWN where that is so; area, ridges: all of
    it and the field ridges of cropland in it, hundredths of a square metre;
    further: the columns that the settings ask for besides.
    """
    crs: object
    geometry: np.ndarray
    system: str
    village: np.ndarray
    villages: tuple
    base: np.ndarray
    plan: np.ndarray
    area: np.ndarray
    ridges: np.ndarray
    further: object = None


def read_parcels(settings, context, feedback, end):
    """The Parcels of a layer, progress up to `end` percent. Raises InvalidInput where they cannot be used."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    features = read_features(
        source, INPUT, settings.fields, crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, end * 0.5)
    )
    values = features.values
    progress = phase(feedback, tr("Reading codes"), end * 0.5, end * 0.6)
    base = _codes(values[settings.base_field], settings, settings.base_field, BASE_FIELD, feedback)
    progress(0.5)
    plan = _codes(values[settings.plan_field], settings, settings.plan_field, PLAN_FIELD, feedback)
    village, villages = _villages(values, settings, len(base))
    progress(1.0)
    area, of_ridges = _areas(features, base, settings, crs, phase(feedback, tr("Measuring areas"), end * 0.6, end))
    further = {name: values[name] for name in settings.further}
    return Parcels(crs, features.geometry, settings.system, village, villages, base, plan, area, of_ridges, further)


def amounts(parcels):
    """(village, code, amount) of the base year and of the plan, hundredths of a square metre, ridges by their own code.

    Ridges are taken off cropland alone: what becomes something else takes its
    ridges along, and of new cropland none are known yet.
    """
    cropland, ridge = ridges(parcels.system)
    stays = np.array([code.startswith(cropland) for code in parcels.plan.tolist()], dtype=bool)
    return tuple(
        _grouped(parcels.village, codes, parcels.area, of_it, ridge)
        for codes, of_it in ((parcels.base, parcels.ridges), (parcels.plan, np.where(stays, parcels.ridges, 0)))
    )


def village_label(village):
    """What people call a village."""
    return " ".join(filter(None, (village.key, village.name))) or tr("without a village")


def _codes(values, settings, field, parameter, feedback):
    codes = checked_codes(values, CodeChoice(field, settings.system), feedback, parameter)
    return np.where(np.isin(codes.value, list(codes.unknown)), UNKNOWN, codes.value).astype(object)


def _villages(values, settings, count):
    """Position of each parcel's village, and the villages in order, the one without a name last."""
    if not settings.village_field:
        return np.zeros(count, dtype=int), (Village("", ""),)
    distinct, row = _distinct(values[settings.village_field])
    texts = np.array([_village_key(text, settings) for text in keys(distinct)] + [""], dtype=object)[row]
    names = [""] * count
    if settings.village_name_field:
        distinct, row = _distinct(values[settings.village_name_field])
        names = np.array([*keys(distinct), ""], dtype=object)[row]
    frame = pd.DataFrame({"key": texts, "name": names}).groupby("key", sort=True)["name"]
    name_of = {key: _commonest(of_key) for key, of_key in frame}
    order = [*(key for key in name_of if key), *(key for key in name_of if not key)]
    place = {key: at for at, key in enumerate(order)}
    village = pd.Series(texts).map(place).to_numpy(dtype=int) if count else np.zeros(0, dtype=int)
    return village, tuple(Village(key, name_of[key] if key else "") for key in order)


def _distinct(column):
    row, distinct = pd.factorize(pd.Series(column, dtype=object), use_na_sentinel=True)
    return distinct, row


def _village_key(text, settings):
    longer = settings.village_name_field and text[:_VILLAGE_DIGITS].isdigit()
    return text[:_VILLAGE_DIGITS] if longer else text


def _commonest(names):
    counted = names[names != ""].value_counts()
    return min(counted.index[counted == counted.max()]) if len(counted) else ""


def _areas(features, base, settings, crs, progress):
    """Area and ridges of every parcel, hundredths of a square metre."""
    cropland = np.array([code.startswith(ridges(settings.system)[0]) for code in base.tolist()], dtype=bool)
    extra = areas.numbers(features.values[settings.ridge_field]) if settings.ridge_field else np.full(len(base), np.nan)
    extra = np.where(cropland, extra, np.nan)
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(features.values[settings.area_field], settings.area_field)
        taken = np.maximum(np.nan_to_num(extra), 0.0)
        progress(1.0)
        return _hundredths(area) + _hundredths(taken), _hundredths(taken)
    area = _hundredths(areas.shape_area(features.geometry, crs, settings.area_method, progress))
    return area, area - _hundredths(net_area(area / 100, extra))


def _hundredths(square_metres):
    return np.round(np.asarray(square_metres, dtype=float) * 100).astype(np.int64)


def _grouped(village, codes, area, ridge, ridge_code):
    """(village, code, amount), one for each village and code."""
    frame = pd.DataFrame({"village": village, "code": codes, "net": area - ridge, "ridge": ridge})
    sums = frame.groupby(["village", "code"], sort=True)[["net", "ridge"]].sum().reset_index()
    own = sums.groupby("village")["ridge"].sum()
    own = own[own > 0]
    return (
        np.concatenate([sums["village"].to_numpy(dtype=int), own.index.to_numpy(dtype=int)]),
        [*sums["code"].tolist(), *[ridge_code] * len(own)],
        np.concatenate([sums["net"].to_numpy(dtype=np.int64), own.to_numpy(dtype=np.int64)]),
    )
