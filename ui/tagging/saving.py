"""Saving: what others stored meanwhile, and what the provider refused."""

import re
from dataclasses import dataclass

from qgis.core import Qgis, QgsFeatureRequest

from ...algorithms import tags
from ...processing.parcel_scan import column_positions, text_of

_SET_IN = "    "
# Standing alone: tables and constraints have numbers in their names. In Chinese no space parts words from numbers.
_ID = re.compile(r"""(?<![\w."'])-?\d+(?![\w"']|\.\d)""", re.ASCII)


@dataclass(frozen=True)
class Conflict:
    """A parcel that somebody else tagged since we read it: texts by field, theirs as stored now, and ours."""

    id: int
    theirs: dict
    ours: dict


@dataclass(frozen=True)
class Refusal:
    """A save that failed. errors: what was said, the provider's own reasons first.

    ids: the features it named, or all that wait.
    """

    errors: tuple
    ids: tuple
    named: bool


def stored_values(layer, ids, columns=tags.FIELDS):
    """What the data source holds of these parcels now, past our own edits: {id: {column: text}} without the gone."""
    at = column_positions(layer.dataProvider().fields())
    at = {name: at[name] for name in columns if at[name] >= 0}
    request = QgsFeatureRequest().setFilterFids(list(ids)).setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(list(at.values()))
    return {
        feature.id(): {name: text_of(feature[position]) for name, position in at.items()}
        for feature in layer.dataProvider().getFeatures(request)
    }


def compare(layer, ledger):
    """What others stored of the parcels we changed: Conflicts, and ids of those they deleted.

    A Conflict is a parcel that holds something else in the source than when we read it, and than we say now.
    """
    ids = [identifier for identifier in ledger.changed_ids(tags.FIELDS) if identifier >= 0]
    if not ids:
        return [], ()
    stored = stored_values(layer, ids)
    missing = tuple(identifier for identifier in ids if identifier not in stored)
    ids = [identifier for identifier in ids if identifier in stored]
    if not ids:
        return [], missing
    before, place = ledger.texts(ids, saved=True)
    ours, our_place = ledger.texts(ids)
    found = [
        Conflict(identifier, stored[identifier], {name: ours[own][name] for name in tags.FIELDS})
        for identifier, was, own in zip(ids, place.tolist(), our_place.tolist())
        if any(before[was][name] != text for name, text in stored[identifier].items())
        # Who tagged alike at another time has nothing to decide.
        and any(ours[own][name] != text for name, text in stored[identifier].items() if name != tags.TIME)
    ]
    return found, missing


def refusal(layer):
    """Why the last save failed.

    QGIS first says how many changes failed, then, set in, what the provider said of each.
    """
    told = layer.commitErrors()
    reasons = [text for text in told if text.startswith(_SET_IN)]
    errors = tuple(text.strip() for text in [*reasons, *told] if text.strip() and text.strip()[-1] not in ":：")
    errors = tuple(dict.fromkeys(errors))
    buffer = layer.editBuffer()
    waiting = set() if buffer is None else {*buffer.changedAttributeValues(), *buffer.addedFeatures()}
    numbers = {int(found[0]) for text in reasons if (found := _ID.search(text))}
    named = waiting & numbers
    return Refusal(errors, tuple(sorted(named or waiting)), bool(named))
