"""Saving: what others stored meanwhile, and what the provider refused."""

import re
from dataclasses import dataclass

from qgis.core import Qgis, QgsFeatureRequest

from ...algorithms import tags
from ...processing.parcel_scan import text_of


@dataclass(frozen=True)
class Conflict:
    """A parcel that somebody else tagged since we read it: texts by field, theirs as stored now, and ours."""

    id: int
    theirs: dict
    ours: dict


@dataclass(frozen=True)
class Refusal:
    """A save that failed. errors: what the provider said; ids: the features it named, or all that wait."""

    errors: tuple
    ids: tuple
    named: bool


def stored_values(layer, ids):
    """What the data source holds of these parcels now, past our own edits: {id: {field: text}} without the gone."""
    fields = layer.dataProvider().fields()
    at = {name: fields.lookupField(name) for name in tags.FIELDS}
    at = {name: position for name, position in at.items() if position >= 0}
    request = QgsFeatureRequest().setFilterFids(list(ids)).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(list(at.values()))
    return {
        feature.id(): {name: text_of(feature[position]) for name, position in at.items()}
        for feature in layer.dataProvider().getFeatures(request)
    }


def conflicts(layer, ledger):
    """Parcels we changed that hold something else in the source than when we read them; none of those deleted there."""
    ids = [identifier for identifier in ledger.changed_ids(tags.FIELDS) if identifier >= 0]
    if not ids:
        return []
    stored = stored_values(layer, ids)
    ids = [identifier for identifier in ids if identifier in stored]
    if not ids:
        return []
    before, place = ledger.texts(ids, saved=True)
    ours, our_place = ledger.texts(ids)
    return [
        Conflict(identifier, stored[identifier], {name: ours[own][name] for name in tags.FIELDS})
        for identifier, was, own in zip(ids, place.tolist(), our_place.tolist())
        if any(before[was][name] != text for name, text in stored[identifier].items())
    ]


def refusal(layer):
    """Why the last save failed."""
    errors = tuple(text.strip() for text in layer.commitErrors() if text.strip())
    buffer = layer.editBuffer()
    waiting = set() if buffer is None else {*buffer.changedAttributeValues(), *buffer.addedFeatures()}
    numbers = {int(number) for text in errors for number in re.findall(r"(?<![\w.])-?\d+(?![\w.])", text)}
    named = waiting & numbers
    return Refusal(errors, tuple(sorted(named or waiting)), bool(named))
