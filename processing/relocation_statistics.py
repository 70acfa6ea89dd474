"""Households, dwellings, vacancy and consent of settlements: joined, checked, shared where several have one row."""

from dataclasses import dataclass

import numpy as np

from ..algorithms.errors import InvalidInput
from ..algorithms.joining import keys, match, share_out
from . import areas
from .i18n import tr
from .layer_reader import read_attributes
from .wording import first_few


@dataclass(frozen=True)
class Statistics:
    """Of each settlement, NaN where unknown, shape (n,): households, vacancy and consent (shares), consenting
    households; shared: how many settlements the row of statistics is shared by, 0 where it has none."""

    households: np.ndarray
    vacancy: np.ndarray
    consent: np.ndarray
    consenting: np.ndarray
    shared: np.ndarray


def read_statistics(features, area, settings, feedback, progress):
    """Statistics of the settlements in `features`; area: m², by which a row of several settlements is shared."""
    count = len(features.geometry)
    none = np.full(count, np.nan)
    if not any(settings.counts.values()):
        if settings.statistics is not None:
            feedback.pushWarning(
                tr("STATISTICS: the table has no field with households, dwellings or vacant dwellings that could be "
                   "found. Choose them; until then they are unknown.")
            )
        return Statistics(none, none, none, none, np.zeros(count, dtype=int))
    _say_fields(settings, feedback)
    if settings.statistics is None:
        counts, names = features.values, [str(i + 1) for i in range(count)]
        group, shared = np.arange(count), np.ones(count, dtype=int)
    else:
        wanted = [settings.statistics_join_field, *filter(None, settings.counts.values())]
        table = read_attributes(settings.statistics, list(dict.fromkeys(wanted)), progress)
        found = match(features.values[settings.join_field], table[settings.statistics_join_field])
        _say_match(found, features.values[settings.join_field], table[settings.statistics_join_field], settings,
                   feedback)
        counts, names, group, shared = table, keys(table[settings.statistics_join_field]), found.row, found.shared
    columns = _checked(counts, names, settings, feedback)
    with np.errstate(invalid="ignore", divide="ignore"):
        vacancy = np.where(columns["DWELLINGS"] > 0, columns["VACANT"] / columns["DWELLINGS"], np.nan)
        consent = np.where(columns["HOUSEHOLDS"] > 0, columns["CONSENTING"] / columns["HOUSEHOLDS"], np.nan)
    households = share_out(_taken(columns["HOUSEHOLDS"], group), area, group)
    consenting = share_out(_taken(columns["CONSENTING"], group), area, group)
    several = int((shared > 1).sum())
    if several:
        feedback.pushWarning(
            tr("Settlements that share a row of the statistics with others: {count}. Households are shared among them "
               "by area; vacancy and consent hold for each.").format(count=several)
        )
    return Statistics(
        households, np.round(_taken(vacancy, group), 6), np.round(_taken(consent, group), 6), consenting, shared
    )


def _taken(values, group):
    """The row of the statistics of each settlement, NaN where it has none."""
    return np.append(values, np.nan)[group]


def _checked(counts, names, settings, feedback):
    """Counts as numbers; those that cannot be are unknown, and the log names them."""
    length = len(names)
    columns = {
        name: areas.numbers(counts[field]) if field else np.full(length, np.nan)
        for name, field in settings.counts.items()
    }
    for name, field in settings.counts.items():
        if not field:
            continue
        written = np.array([value is not None and str(value).strip() != "" for value in counts[field]], dtype=bool)
        _drop(columns, name, written & np.isnan(columns[name]), names, feedback, field,
              tr("{field}: values that are no numbers, taken as unknown: {count} ({names})."))
        _drop(columns, name, columns[name] < 0, names, feedback, field,
              tr("{field}: negative counts, taken as unknown: {count} ({names})."))
    _drop(columns, "VACANT", columns["VACANT"] > columns["DWELLINGS"], names, feedback, settings.counts["VACANT"],
          tr("{field}: more vacant than dwellings, so vacancy is unknown: {count} ({names})."))
    _drop(columns, "CONSENTING", columns["CONSENTING"] > columns["HOUSEHOLDS"], names, feedback,
          settings.counts["CONSENTING"],
          tr("{field}: more consenting than households, so consent is unknown: {count} ({names})."))
    return columns


def _drop(columns, name, wrong, names, feedback, field, text):
    rows = np.flatnonzero(wrong)
    if len(rows):
        columns[name][rows] = np.nan
        feedback.pushWarning(text.format(field=field, count=len(rows), names=first_few([names[row] for row in rows])))


def _say_fields(settings, feedback):
    feedback.pushInfo(
        tr("Counts are taken from the fields: {fields}.").format(
            fields=", ".join(field for field in settings.counts.values() if field)
        )
    )
    if settings.statistics is not None:
        feedback.pushInfo(
            tr("Settlements and statistics are joined by {field} and {other}.").format(
                field=settings.join_field, other=settings.statistics_join_field
            )
        )


def _say_match(found, left, right, settings, feedback):
    if found.repeated:
        feedback.pushWarning(
            tr("{field}: keys that stand in several rows, so that none of them is used: {count} ({names}).").format(
                field=settings.statistics_join_field, count=len(found.repeated), names=first_few(found.repeated)
            )
        )
    if len(found.row) and len(right) and not (found.row >= 0).any() and not found.repeated:
        raise InvalidInput(
            "JOIN_FIELD: no settlement has a row in the statistics: {field} holds {left}, {other} holds {right}. "
            "Choose the fields that hold the same keys.",
            field=settings.join_field, left=first_few(tuple(dict.fromkeys(keys(left)))) or "–",
            other=settings.statistics_join_field, right=first_few(tuple(dict.fromkeys(keys(right)))) or "–",
        )
    missing = int((found.row < 0).sum())
    if missing:
        feedback.pushWarning(
            tr("Settlements without a row in the statistics, their counts unknown: {count} ({names}).").format(
                count=missing, names=first_few(found.unmatched) or tr("no key")
            )
        )
    if found.unused:
        feedback.pushInfo(
            tr("Rows of the statistics that belong to no settlement: {count} ({names}).").format(
                count=len(found.unused), names=first_few(found.unused)
            )
        )
