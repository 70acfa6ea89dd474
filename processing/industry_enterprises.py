"""Enterprises of industrial parcels: joined by key or by where they lie, their ratings and taxes read."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..algorithms.enterprises import Gathered, gather, read_flags, read_grades
from ..algorithms.errors import InvalidInput
from ..algorithms.industry import OVERLAP
from ..algorithms.joining import keys
from ..algorithms.overlay import made_valid, shared_area
from ..algorithms.parallel import step
from . import areas
from .i18n import tr
from .layer_reader import read_attributes, read_features
from .wording import first_few


@dataclass(frozen=True)
class Enterprises:
    """What stands on each parcel: Gathered; names of the enterprises and their ratings as written, by position;
    tax_mean: the county's mean tax per mu, NaN where it is not known."""

    gathered: Gathered
    names: list
    ratings: list
    tax_mean: float


def read_enterprises(geometry, values, settings, crs, context, feedback, progress):
    """Enterprises on the parcels. Raises InvalidInput where none can be joined by the keys given."""
    count = len(geometry)
    if settings.enterprises is None:
        none = np.empty(0)
        empty = np.empty(0, dtype=int)
        return Enterprises(
            gather(count, empty, empty, none, none, none, none), [], [],
            np.nan if settings.tax_mean is None else settings.tax_mean,
        )
    _say_fields(settings, feedback)
    if settings.by_location:
        length, table, parcel, enterprise, share = _by_location(geometry, settings, crs, context, feedback, progress)
    else:
        length, table, parcel, enterprise, share = _by_key(values[settings.join_field], settings, feedback, progress)
    if length == 0:
        feedback.pushWarning(
            tr("{parameter}: the layer “{layer}” has no features, so nothing is known from it.").format(
                parameter="ENTERPRISES", layer=settings.enterprises.sourceName()
            )
        )
    grades = _understood(
        table, length, settings.grade_field, read_grades, feedback,
        tr("{field}: ratings that are none of A, B, C and D, taken as unknown: {count} ({names})."),
    )
    tax = _tax(table, length, settings, feedback)
    polluting = _understood(
        table, length, settings.pollution_field, read_flags, feedback,
        tr("{field}: values that say neither yes nor no, taken as unknown: {count} ({names})."),
    )
    gathered = gather(count, parcel, enterprise, share, grades, tax, polluting)
    several = int((gathered.count > 1).sum())
    if several:
        feedback.pushInfo(
            tr("Parcels with several enterprises: {count}. Their tax is added, the worst rating counts.").format(
                count=several
            )
        )
    return Enterprises(
        gathered, _texts(table.get(settings.name_field), length), _texts(table.get(settings.grade_field), length),
        _tax_mean(tax, settings, feedback),
    )


def _columns(settings):
    names = (settings.enterprise_join_field, settings.grade_field, settings.tax_field, settings.pollution_field,
             settings.name_field)
    return list(dict.fromkeys(name for name in names if name))


def _by_key(own, settings, feedback, progress):
    """How many enterprises, their columns, and pairs of parcels and enterprises whose keys are equal."""
    table = read_attributes(settings.enterprises, _columns(settings), progress)
    theirs = keys(table[settings.enterprise_join_field])
    parcels = pd.DataFrame({"key": keys(own), "parcel": np.arange(len(own))})
    rows = pd.DataFrame({"key": theirs, "enterprise": np.arange(len(theirs))})
    pairs = parcels[parcels["key"] != ""].merge(rows[rows["key"] != ""], on="key")
    if len(pairs) == 0 and len(own) and len(theirs):
        raise InvalidInput(
            "JOIN_FIELD: no industrial parcel has an enterprise: {field} holds {left}, {other} holds {right}. Choose "
            "the fields that hold the same keys.",
            field=settings.join_field, left=first_few(list(dict.fromkeys(parcels["key"]))) or "–",
            other=settings.enterprise_join_field, right=first_few(list(dict.fromkeys(theirs))) or "–",
        )
    present = set(parcels["key"])
    unused = [key for key in dict.fromkeys(theirs) if key and key not in present]
    if unused:
        feedback.pushInfo(
            tr("Enterprises whose key is no industrial parcel: {count} ({names}).").format(
                count=len(unused), names=first_few(unused)
            )
        )
    return len(theirs), table, pairs["parcel"].to_numpy(), pairs["enterprise"].to_numpy(), np.ones(len(pairs))


def _by_location(geometry, settings, crs, context, feedback, progress):
    """Likewise by shared ground: points lie in a parcel, polygons share its area."""
    features = read_features(
        settings.enterprises, "ENTERPRISES", _columns(settings), crs, context, feedback, step(progress, 0, 0.5)
    )
    places = made_valid(features.geometry)
    enterprise, parcel = shapely.STRtree(geometry).query(places, predicate="intersects")
    share, on = np.ones(len(parcel)), np.ones(len(parcel), dtype=bool)
    area = np.flatnonzero(shapely.get_dimensions(places)[enterprise] == 2)
    if len(area):
        shared = shared_area(geometry[parcel[area]], places[enterprise[area]], step(progress, 0.5, 1.0))
        share[area], on[area] = shared / shapely.area(geometry[parcel[area]]), shared >= OVERLAP
    outside = len(places) - len(np.unique(enterprise[on]))
    if outside:
        feedback.pushInfo(tr("Enterprises that lie on no industrial parcel: {count}.").format(count=outside))
    return len(places), features.values, parcel[on], enterprise[on], share[on]


def _understood(table, length, field, read, feedback, text):
    """A column read by `read`, NaN throughout where no field is chosen; the log counts what is not understood."""
    if not field:
        return np.full(length, np.nan)
    numbers, unknown = read(table[field])
    if unknown:
        feedback.pushWarning(text.format(field=field, count=sum(unknown.values()), names=first_few(list(unknown))))
    return numbers


def _tax(table, length, settings, feedback):
    if not settings.tax_field:
        return np.full(length, np.nan)
    tax = areas.numbers(table[settings.tax_field])
    negative = tax < 0
    if negative.any():
        feedback.pushWarning(
            tr("{field}: negative taxes, taken as unknown: {count}.").format(
                field=settings.tax_field, count=int(negative.sum())
            )
        )
        tax[negative] = np.nan
    zero = int((tax == 0).sum())
    if zero:
        feedback.pushInfo(
            tr("{field}: enterprises that pay no tax: {count}. They count as such; leave the field empty where "
               "the tax is not known.").format(field=settings.tax_field, count=zero)
        )
    return tax


def _tax_mean(tax, settings, feedback):
    """The county's mean, or that of the enterprises, which the log then says."""
    if settings.tax_mean is not None:
        return settings.tax_mean
    known = tax[~np.isnan(tax)]
    mean = float(known.mean()) if len(known) else np.nan
    if not mean > 0:
        if settings.tax_field:
            feedback.pushWarning(
                tr("TAX_MEAN: there is no mean tax to compare with, so the tax is unknown evidence.")
            )
        return np.nan
    feedback.pushInfo(
        tr("TAX_MEAN: the mean of {count} enterprises of the data is taken, {mean} per mu. Give the county's mean "
           "where it is known.").format(count=len(known), mean=f"{mean:.2f}")
    )
    return mean


def _say_fields(settings, feedback):
    used = (settings.grade_field, settings.tax_field, settings.pollution_field)
    missing = [name for name, field in zip(("CLASS_FIELD", "TAX_FIELD", "POLLUTION_FIELD"), used) if not field]
    feedback.pushInfo(
        tr("Evidence is taken from the fields: {fields}.").format(fields=", ".join(filter(None, used)) or tr("none"))
    )
    if missing:
        feedback.pushInfo(tr("Not chosen, so unknown: {names}.").format(names=", ".join(missing)))


def _texts(column, length):
    if column is None:
        return [""] * length
    return ["" if value is None else str(value).strip() for value in column]
