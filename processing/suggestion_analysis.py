"""From parcels and the results of other tools to suggested tags. Runs on any thread, with or without an algorithm."""

import json
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsExpression

from ..algorithms import tags
from ..algorithms.parallel import no_progress, step
from ..algorithms.suggestion_sources import CATEGORY, DISPOSITION, REASONS, RULE, SAID, SUBTYPE, suggestion_sources
from ..algorithms.suggestions import Claim, largest_share, settle
from .fields import find_field, stored_name
from .layer_reader import Features, read_features

PARCEL = "parcel"
"""The column of the parcels with what the survey calls one (BSM)."""


@dataclass(frozen=True)
class Rules:
    """How suggestions are settled.

    min_share: smallest share of a parcel's area that counts, 0–1; order: codes
    of categories and sub-types, first wins; room: most bytes of a rule's JSON,
    0 for any number.
    """

    min_share: float
    order: tuple
    room: int = 0


@dataclass(frozen=True)
class Contests:
    """Parcels for which sources name different categories: one row per source that says something, in parcels' order.

    row: position among the parcels given; source: id in the registry;
    category, subtype, disposition, reasons: texts, '' for none; share: of the
    parcel's area; won: whether this one is suggested. All of shape (c,).
    """

    row: np.ndarray
    source: np.ndarray
    category: np.ndarray
    subtype: np.ndarray
    disposition: np.ndarray
    share: np.ndarray
    won: np.ndarray
    reasons: np.ndarray


@dataclass(frozen=True)
class Suggestions:
    """The tags suggested for parcels that nobody decided on and no rule has tagged, in the order of the parcels.

    Written to a parcel, an empty sub-type takes away what stands there; an empty disposition leaves it.
    row: position among the parcels given; ids: feature ids; category, subtype,
    disposition: texts, '' for none; source: as `zz_source` says it (rule:ID);
    rule_json: as `zz_rule` says it; reasons: texts, '' for none; share: of
    the parcel's area. All of shape (k,). contests: Contests.
    kept: how many of the parcels a person decided on, a rejection included;
    tagged: how many a rule has tagged already; unknown: per source that
    carries codes which the scheme lacks, {code: features passed over}.
    """

    row: np.ndarray
    ids: np.ndarray
    category: np.ndarray
    subtype: np.ndarray
    disposition: np.ndarray
    source: np.ndarray
    rule_json: np.ndarray
    reasons: np.ndarray
    share: np.ndarray
    contests: Contests
    kept: int
    tagged: int
    unknown: dict


def read_parcels(source, crs, context, feedback, progress):
    """The parcels as suggest takes them: every tag field that is there, and PARCEL, what the survey calls a parcel.

    source: a QgsProcessingFeatureSource, or a LayerSnapshot where this is not the main thread; crs: projected.
    Raises InvalidInput where the layer cannot be read.
    """
    fields = source.fields()
    stored = {name: fields.at(fields.lookupField(name)).name() for name in tags.FIELDS if fields.lookupField(name) >= 0}
    key = find_field(fields, "BSM")
    names = list(dict.fromkeys([*stored.values(), *([key] if key else [])]))
    features = read_features(source, "INPUT", names, crs, context, feedback, progress)
    values = {name: features.values[field] for name, field in stored.items()}
    values[PARCEL] = features.values[key] if key else np.full(len(features.id), None, dtype=object)
    return Features(features.geometry, features.id, values)


def read_suggesting(entry, source, crs, context, feedback, progress):
    """The features of a source that suggest something, as Features whose values are named by SAID.

    entry: SuggestionSource; source: a QgsProcessingFeatureSource, or a
    LayerSnapshot where this is not the main thread; crs: that of the parcels' geometry. Raises InvalidInput
    where the layer cannot be read.
    """
    fields = source.fields()
    names = {said: stored_name(fields, field) for said, field in entry.fields.items()}
    wanted = [name for name in dict.fromkeys(names.values()) if name]
    features = read_features(
        source, entry.parameter, wanted, crs, context, feedback, progress, only=_stored(entry.where, fields)
    )
    count = len(features.geometry)
    values = {
        said: _texts(features.values[names[said]]) if names.get(said)
        else np.full(count, entry.fixed.get(said, ""), dtype=object)
        for said in SAID
    }
    return Features(features.geometry, features.id, values)


def suggest(parcels, sources, scheme, rules, progress=no_progress):
    """Suggest tags for the parcels that have none.

    parcels: Features; of its values tags.CATEGORY and tags.SOURCE are looked
    at (a missing one: no parcel says anything there). sources: {id of the
    registry: Features from read_suggesting}, in the parcels' CRS, projected.
    scheme: Scheme; rules: Rules. Returns Suggestions. Touches no layer; raises Cancelled where `progress` does.
    """
    persons, open_ = _decided(parcels)
    rows = np.flatnonzero(open_)
    geometry = parcels.geometry[rows]
    known, unknown = {}, {}
    for name, features in sources.items():
        known[name], codes = _known(features, scheme)
        if codes:
            unknown[name] = codes
    names = [entry.id for entry in suggestion_sources() if entry.id in known]
    claims = [
        _claim(geometry, known[name], step(progress, 0.95 * position / len(names), 0.95 * (position + 1) / len(names)))
        for position, name in enumerate(names)
    ]
    settled = settle(claims, rules.order, rules.min_share)
    won = np.flatnonzero(settled.winner >= 0)
    taken = _said_by(names, known, claims, settled.winner[won], won)
    progress(0.97)
    rule_json = _rules(names, known, claims, settled.winner[won], won, rules.room)
    progress(1.0)
    return Suggestions(
        row=rows[won], ids=parcels.id[rows[won]],
        category=taken[CATEGORY], subtype=taken[SUBTYPE], disposition=taken[DISPOSITION],
        source=np.array([tags.by_rule(name) for name in names], dtype=object)[settled.winner[won]],
        rule_json=rule_json, reasons=taken[REASONS], share=_shares(claims, settled.winner[won], won),
        contests=_contests(names, known, claims, settled, rows),
        kept=int(persons.sum()), tagged=int((~persons & ~open_).sum()), unknown=unknown,
    )


def _decided(parcels):
    """Which parcels a person decided on, and which nobody and no rule did: booleans of shape (n,)."""
    none = np.full(len(parcels.geometry), None, dtype=object)
    category, source = (parcels.values.get(name, none) for name in (tags.CATEGORY, tags.SOURCE))
    persons = np.array([tags.is_persons(*both) for both in zip(category.tolist(), source.tolist())], dtype=bool)
    return persons, ~persons & ~category.astype(bool)


def _known(features, scheme):
    """The features whose codes the scheme has, and how often it lacks which of the others'."""
    values, passed, rows = features.values, {}, []
    dispositions = {term.code for term in scheme.dispositions}
    both = zip(*(values[name].tolist() for name in (CATEGORY, SUBTYPE, DISPOSITION)))
    for row, (category, subtype, disposition) in enumerate(both):
        if scheme.category(category) is None:
            lacking = category
        elif subtype and scheme.category_of(subtype) != category:
            lacking = subtype
        elif disposition and disposition not in dispositions:
            lacking = disposition
        else:
            rows.append(row)
            continue
        passed[lacking] = passed.get(lacking, 0) + 1
    rows = np.array(rows, dtype=int)
    return Features(
        features.geometry[rows], features.id[rows], {name: column[rows] for name, column in values.items()}
    ), passed


def _claim(geometry, features, progress):
    feature, share = largest_share(geometry, features.geometry, progress)
    category, subtype = (_of(features, name, feature) for name in (CATEGORY, SUBTYPE))
    return Claim(feature, share, category, subtype)


def _of(features, name, feature):
    """What each parcel's feature says, '' where it has none."""
    return np.append(features.values[name], "")[feature]


def _said_by(names, known, claims, which, rows):
    """What the claim `which` of each row says, by SAID, arrays of shape (k,)."""
    said = {name: np.full(len(rows), "", dtype=object) for name in SAID}
    for position, name in enumerate(names):
        mine = which == position
        feature = claims[position].feature[rows[mine]]
        for column in SAID:
            said[column][mine] = _of(known[name], column, feature)
    return said


def _shares(claims, which, rows):
    return np.array([claim.share for claim in claims])[which, rows]


def _rules(names, known, claims, which, rows, room):
    """The JSON of each winning rule, shape (k,). Made once for parcels that lie alike in the same feature."""
    found = np.full(len(rows), "", dtype=object)
    for position, name in enumerate(names):
        mine = np.flatnonzero(which == position)
        values = known[name].values
        claim = claims[position]
        first, place = _alike(claim.feature[rows[mine]], claim.share[rows[mine]])
        distinct = zip(claim.feature[rows[mine]][first].tolist(), claim.share[rows[mine]][first].tolist())
        parameters = [_parsed(text) for text in values[RULE].tolist()]
        texts = []
        for feature, share in distinct:
            reasons, asked = values[REASONS][feature], parameters[feature]
            texts.append(tags.compact({
                "rule": name, "share": share, **({"reasons": reasons} if reasons else {}),
                **({"parameters": asked} if asked else {}),
            }, room))
        found[mine] = np.array(texts, dtype=object)[place]
    return found


def _alike(feature, share):
    """The first of each pair that occurs, shape (d,), and which of them each one is like, shape (n,).

    Not np.unique of rows: comparing those holds up every thread.
    """
    order = np.lexsort((share, feature))
    feature, share = feature[order], share[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (feature[1:] != feature[:-1]) | (share[1:] != share[:-1])
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.cumsum(new) - 1
    return order[new], place


def _contests(names, known, claims, settled, rows):
    at = np.flatnonzero(settled.contested)
    place, which = np.nonzero(settled.claimed[:, at].T)
    place = at[place]
    said = _said_by(names, known, claims, which, place)
    return Contests(
        row=rows[place], source=np.array(names, dtype=object)[which], category=said[CATEGORY], subtype=said[SUBTYPE],
        disposition=said[DISPOSITION], share=_shares(claims, which, place), won=settled.winner[place] == which,
        reasons=said[REASONS],
    )


def _stored(where, fields):
    """An expression of ours over the names that a layer stores: shapefiles keep ten letters."""
    for name in QgsExpression(where).referencedColumns():
        where = where.replace(f'"{name}"', f'"{stored_name(fields, name) or name}"')
    return where


def _texts(values):
    """A column as texts, '' for NULL."""
    column = np.empty(len(values), dtype=object)
    column[:] = ["" if value is None else str(value).strip() for value in values.tolist()]
    return column


def _parsed(text):
    """A rule's JSON as what it says, the text itself where it is none."""
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
