"""The checks of tags, run over parcels and other layers. Runs on any thread, with or without an algorithm."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ..algorithms import tags
from ..algorithms.check_list import checked_layers
from ..algorithms.dissolve import united
from ..algorithms.parallel import no_progress, step
from ..algorithms.suggestions import largest_share
from ..algorithms.tag_checks import area_within, overlapped
from .check_settings import is_another
from .fields import find_field, stored_name
from .i18n import in_language, tr
from .layer_reader import Features, read_features
from .parcel_scan import village_field

PARCEL, VILLAGE = "parcel", "village"
"""Columns of the parcels beside their fields: what the survey calls a parcel (BSM), and its village."""


@dataclass(frozen=True)
class Finding:
    """Something a check found. check: its id; severity: error, warning or hint; id: the parcel's feature id.

    parcel: what the survey calls it, its feature id where that is not known;
    message: one sentence in the user's language; category: its code, village: its name, '' for none.
    """

    check: str
    severity: str
    id: int
    parcel: str
    message: str
    category: str
    village: str


@dataclass(frozen=True)
class Unchecked:
    """A check that could not be made, which is not to have passed it. check: its id.

    role: of the layer that is missing, or that lacks the field; field: that field, '' where the layer is missing.
    """

    check: str
    role: str
    field: str


@dataclass(frozen=True)
class Checked:
    """findings: list of Finding, by check and, within one, in the order of the parcels; unchecked: of Unchecked."""

    findings: list
    unchecked: list


def read_checked_parcels(source, checks, crs, context, feedback, progress, more=()):
    """The parcels as run_checks takes them, and every other field named in `more`.

    source: a QgsProcessingFeatureSource, or a LayerSnapshot where this is not the main thread; crs: projected, in
    metres. Raises InvalidInput where the layer cannot be read.
    """
    fields = source.fields()
    stored = {name: stored_name(fields, name) for name in (*_DECIDED, tags.SOURCE, *more)}
    for check in checks:
        stored.update({name: stored_name(fields, name) for name in _columns(check.where)})
    stored |= {PARCEL: find_field(fields, "BSM"), VILLAGE: village_field(fields)}
    return _read(source, "INPUT", stored, crs, context, feedback, progress)


def read_checked_layer(layer, source, checks, crs, context, feedback, progress):
    """The features of a layer that count, as run_checks takes them; None, which the log says, where there are none.

    layer: Layer; source, crs: as for the parcels.
    """
    fields = source.fields()
    stored = {name: stored_name(fields, name) for check in checks if check.role == layer.role
              for name in _columns(check.condition)}
    zone_field = find_field(fields, layer.zone_field) if layer.zone_field else ""
    if is_another(layer, fields, source.sourceName()):
        return _nothing_known(layer, source, feedback)
    if zone_field:
        stored[layer.zone_field] = zone_field
    features = _read(source, layer.parameter, stored, crs, context, feedback, progress)
    if zone_field:
        # 4101 is a part of zone 410.
        codes = [str(value or "").strip()[:3] for value in features.values[layer.zone_field].tolist()]
        use = np.isin(codes, layer.zones)
        features = Features(
            features.geometry[use], features.id[use], {name: column[use] for name, column in features.values.items()}
        )
    if len(features.geometry):
        return features
    return _nothing_known(layer, source, feedback)


def run_checks(parcels, layers_by_role, scheme, checks, progress=no_progress):
    """Run checks over parcels.

    parcels: Features from read_checked_parcels; layers_by_role: {role:
    Features from read_checked_layer}, in the same CRS, None or no entry where
    there is none; scheme: Scheme; checks: of Check, such as tag_checks().
    Returns Checked. Touches no layer; raises Cancelled where `progress` does.
    """
    layers = {role: features for role, features in layers_by_role.items() if features is not None}
    findings, unchecked, regions = [], [], {}
    for position, check in enumerate(checks):
        part = step(progress, position / len(checks), (position + 1) / len(checks))
        part(0.0)
        lacking = _lacking(check, parcels, layers)
        if lacking is not None:
            unchecked.append(lacking)
            continue
        rows = np.flatnonzero(holds(check.where, parcels.values, len(parcels.geometry)))
        looked = _Looked(check, parcels, rows, layers.get(check.role), scheme, regions, part)
        row, values = _KINDS[check.kind](looked)
        findings.extend(_finding(check, parcels, each, said) for each, said in zip(row.tolist(), values))
    progress(1.0)
    return Checked(findings, unchecked)


def in_words(unchecked):
    """Why a check was not made, in the user's language."""
    labels = {layer.role: in_language(layer.label) for layer in checked_layers()}
    layer = labels.get(unchecked.role, tr("Parcels"))
    if unchecked.field:
        return tr("{layer}: no field “{field}”").format(layer=layer, field=unchecked.field)
    return tr("{layer}: no layer").format(layer=layer)


def holds(expression, values, count):
    """For which rows an expression over columns holds, booleans of shape (count,); '' holds for all.

    values: object arrays by the names that the expression uses. Evaluated once for each combination of values.
    """
    if not expression or not count:
        return np.ones(count, dtype=bool)
    compiled = QgsExpression(expression)
    names = sorted(compiled.referencedColumns())
    fields = QgsFields()
    key = np.zeros(count, dtype=np.int64)
    for name in names:
        fields.append(QgsField(name, QMetaType.Type.QString))
        codes, distinct = pd.factorize(values[name])
        # Renumbered after each column, so that the product of many cannot overflow.
        key = np.unique(key * (len(distinct) + 1) + codes + 1, return_inverse=True)[1].reshape(-1)
    found, first, place = np.unique(key, return_index=True, return_inverse=True)
    scope = QgsExpressionContext()
    scope.setFields(fields)
    compiled.prepare(scope)
    answer = np.zeros(len(found), dtype=bool)
    for position, row in enumerate(first.tolist()):
        feature = QgsFeature(fields)
        feature.setAttributes([values[name][row] for name in names])
        scope.setFeature(feature)
        answer[position] = compiled.evaluate(scope) in (1, True)
    return answer[place.reshape(-1)]


# --- kinds --------------------------------------------------------------------------------------

_DECIDED = (tags.CATEGORY, tags.SUBTYPE, tags.DISPOSITION, tags.STAGE)


@dataclass(frozen=True)
class _Looked:
    """What a kind of check looks at: rows are positions among the parcels for which its expression holds.

    A kind returns the positions found and, for each, what its message says.
    """

    check: object
    parcels: Features
    rows: np.ndarray
    layer: Features
    scheme: object
    regions: dict
    progress: object

    def values(self, name):
        return [_text(value) for value in self.parcels.values[name][self.rows].tolist()]


def _expression(looked):
    return looked.rows, [{}] * len(looked.rows)


def _overlap(looked):
    area, within = _within(looked)
    return _large(looked, area, within)


def _outside(looked):
    area, within = _within(looked)
    return _large(looked, area, area - within)


def _within(looked):
    role = looked.check.role
    if not len(looked.rows):
        return np.empty(0), np.empty(0)
    if role not in looked.regions:
        looked.regions[role] = united(looked.layer.geometry)
    looked.progress(0.2)
    return area_within(looked.parcels.geometry[looked.rows], looked.regions[role], step(looked.progress, 0.2, 1.0))


def _large(looked, area, found):
    """Those of which enough was found, by area and by share."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share = found / area
    enough = np.flatnonzero((found >= looked.check.min_area) & (share >= looked.check.min_share) & (found > 0))
    return looked.rows[enough], [
        {"area": f"{size:,.1f}", "share": f"{100 * part:.1f}"}
        for size, part in zip(found[enough].tolist(), share[enough].tolist())
    ]


def _joined(looked):
    """The feature that holds most of the parcel, from min_share, decides by its own fields."""
    check, layer = looked.check, looked.layer
    feature, share = largest_share(looked.parcels.geometry[looked.rows], layer.geometry, looked.progress)
    lies = (feature >= 0) & (share >= check.min_share)
    condition = np.append(holds(check.condition, layer.values, len(layer.geometry)), False)
    found = np.flatnonzero(np.where(lies, condition[feature], check.or_none))
    return looked.rows[found], [{"share": f"{100 * part:.1f}"} for part in share[found].tolist()]


def _overlapping(looked):
    count, area = overlapped(looked.parcels.geometry[looked.rows], looked.check.min_area, looked.progress)
    found = np.flatnonzero(count)
    return looked.rows[found], [
        {"count": number, "area": f"{size:,.1f}"} for number, size in zip(count[found].tolist(), area[found].tolist())
    ]


def _subtype(looked):
    """A sub-type that the scheme has, beside another category than its own."""
    found, said = [], []
    for row, category, subtype in zip(looked.rows.tolist(), looked.values(tags.CATEGORY), looked.values(tags.SUBTYPE)):
        own = looked.scheme.category_of(subtype) if subtype else ""
        if own and own != category:
            found.append(row)
            said.append({"subtype": subtype, "other": own, "category": category})
    return np.array(found, dtype=int), said


def _codes(looked):
    """Codes that the scheme lacks: one finding for each."""
    scheme, found, said = looked.scheme, [], []
    lists = (scheme.categories, scheme.subtypes(), scheme.dispositions, scheme.stages)
    for name, terms in zip(_DECIDED, lists):
        known = {"", *(term.code for term in terms)}
        for row, code in zip(looked.rows.tolist(), looked.values(name)):
            if code not in known:
                found.append(row)
                said.append({"code": code})
    return np.array(found, dtype=int), said


_KINDS = {
    "expression": _expression, "overlap": _overlap, "outside": _outside, "joined": _joined,
    "overlapping": _overlapping, "subtype": _subtype, "codes": _codes,
}


def _finding(check, parcels, row, said):
    identifier = int(parcels.id[row])
    return Finding(
        check.id, check.severity, identifier, _text(parcels.values[PARCEL][row]) or str(identifier),
        in_language(check.message).format(**said), _text(parcels.values[tags.CATEGORY][row]),
        _text(parcels.values[VILLAGE][row]),
    )


# --- reading ------------------------------------------------------------------------------------


def _lacking(check, parcels, layers):
    """What a check cannot do without, as Unchecked, None where all is there."""
    if check.role and check.role not in layers:
        return Unchecked(check.id, check.role, "")
    for role, expression, values in (
        ("", check.where, parcels.values),
        (check.role, check.condition, layers[check.role].values if check.role else {}),
    ):
        missing = sorted(name for name in _columns(expression) if name not in values)
        if missing:
            return Unchecked(check.id, role, missing[0])
    return None


def _columns(expression):
    return QgsExpression(expression).referencedColumns() if expression else set()


def _read(source, parameter, stored, crs, context, feedback, progress):
    """Features whose values go by the names in `stored`: fields the layer lacks are left out, tags and names empty."""
    names = list(dict.fromkeys(name for name in stored.values() if name))
    features = read_features(source, parameter, names, crs, context, feedback, progress)
    none = np.full(len(features.geometry), None, dtype=object)
    values = {
        name: features.values[field] if field else none
        for name, field in stored.items() if field or name in (*tags.FIELDS, PARCEL, VILLAGE)
    }
    return Features(features.geometry, features.id, values)


def _nothing_known(layer, source, feedback):
    feedback.pushWarning(
        tr("{parameter}: the layer “{layer}” has no features that count, so nothing is known from it.").format(
            parameter=layer.parameter, layer=source.sourceName()
        )
    )


def _text(value):
    return "" if value is None else str(value).strip()
