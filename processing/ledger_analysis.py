"""From tagged parcels to the lines of the ledger."""

from dataclasses import dataclass

import numpy as np

from ..algorithms.tag_ledger import Ledger
from . import areas
from .crs import choose_work_crs
from .i18n import tr
from .layer_reader import read_features
from .progress import phase
from .shared_parameters import ATTRIBUTE, INPUT

GROUP, CATEGORY, SUBTYPE = "group", "category", "subtype"


def read_parcels(settings, context, feedback):
    """The Ledger of a layer's parcels by GROUP, CATEGORY and SUBTYPE. Raises InvalidInput where they cannot be read."""
    source = settings.source
    crs = choose_work_crs(source.sourceCrs(), source.sourceExtent(), feedback)
    wanted = {GROUP: settings.group_field, CATEGORY: settings.category_field, SUBTYPE: settings.subtype_field}
    names = list(dict.fromkeys(name for name in (*wanted.values(), settings.area_field) if name))
    features = read_features(
        source, INPUT, names, crs, context, feedback, phase(feedback, tr("Reading parcels"), 0, 45)
    )
    progress = phase(feedback, tr("Measuring areas"), 45, 85)
    if settings.area_method == ATTRIBUTE:
        area = areas.field_areas(features.values[settings.area_field], settings.area_field)
    else:
        area = areas.shape_area(features.geometry, crs, settings.area_method, progress)
    progress = phase(feedback, tr("Adding up"), 85, 94)
    texts = {column: _texts(features, name) for column, name in wanted.items()}
    progress(0.5)
    ledger = Ledger((GROUP, CATEGORY, SUBTYPE), range(len(area)), texts, np.asarray(area))
    progress(1.0)
    return ledger


def lines(ledger, scheme):
    """Lines of a Ledger in the order people expect: by group, the scheme's codes, unknown codes, untagged last."""
    order = {category.code: at for at, category in enumerate(scheme.categories)}
    inner = {term.code: at for at, term in enumerate(scheme.subtypes())}

    def place(line):
        return (
            line.group == "", line.group, line.category == "", order.get(line.category, len(order)), line.category,
            line.subtype == "", inner.get(line.subtype, len(inner)), line.subtype,
        )

    return sorted(
        (Line(*entry.key, entry.parcels, entry.area) for entry in ledger.entries(GROUP, CATEGORY, SUBTYPE)), key=place
    )


@dataclass(frozen=True)
class Line:
    """Parcels of one group, category and sub-type, '' for none. area: m², exact to 0.01."""

    group: str
    category: str
    subtype: str
    parcels: int
    area: float


def _texts(features, name):
    """A column as texts without spaces around them, '' for NULL; all '' where there is no such field."""
    if not name:
        return [""] * len(features.id)
    return ["" if value is None else _text(value) for value in features.values[name].tolist()]


def _text(value):
    """A value as people write it: groups may be numbers, or dates."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if hasattr(value, "toString"):
        value = value.toString("yyyy-MM-dd")
    return str(value).strip()
