"""Tags and areas of a whole layer, read piece by piece: from a background thread too."""

from itertools import islice

from qgis.core import QgsFeatureRequest

from ..algorithms import tags
from .areas import official
from .fields import find_field

VILLAGE = "village"
COLUMNS = (*tags.FIELDS, VILLAGE)
"""The columns of a ledger as the dock keeps it."""
_PIECE = 1_000


def village_field(fields):
    """The field that says in which village a parcel lies, '' where there is none."""
    return find_field(fields, "ZLDWMC") or find_field(fields, "ZLDWDM")


def column_positions(fields):
    """Position in the layer of each column of COLUMNS, -1 where it has none."""
    names = dict.fromkeys(tags.FIELDS, "")
    found = {name: fields.lookupField(name) for name in names}
    found[VILLAGE] = fields.lookupField(village_field(fields)) if village_field(fields) else -1
    return found


def text_of(value):
    """A value of a field as a ledger keeps it: '' for NULL."""
    return "" if value is None or not isinstance(value, (str, int, float)) else str(value)


def scan(source, fields, crs, count, progress):
    """A Ledger of every feature of a source (anything with `getFeatures(request)`).

    fields: its QgsFields; crs: its CRS; count: about how many features there are;
    progress: called with the fraction done, may raise Cancelled.
    """
    import numpy as np
    import shapely

    from ..algorithms.tag_ledger import Ledger

    at = column_positions(fields)
    ledger = Ledger(COLUMNS)
    request = QgsFeatureRequest().setSubsetOfAttributes([position for position in at.values() if position >= 0])
    features = iter(source.getFeatures(request))
    while piece := list(islice(features, _PIECE)):
        # Into the ledger at once: millions of texts in lists would hold up the window whenever Python tidies up.
        values = {
            name: [""] * len(piece) if position < 0 else [text_of(feature[position]) for feature in piece]
            for name, position in at.items()
        }
        shapes = shapely.from_wkb(np.array([wkb_of(feature) for feature in piece], dtype=object))
        ledger.extend([feature.id() for feature in piece], values, areas_of(shapes, crs))
        progress(len(ledger) / max(count, 1))
    return ledger


def wkb_of(feature):
    """A feature's shape as WKB, None where it has none."""
    return feature.geometry().asWkb().data() or None


def areas_of(shapes, crs):
    """Official areas of shapely geometries (None for none), m², shape (n,); 0 for what is no polygon."""
    import numpy as np
    import shapely

    areas = np.zeros(len(shapes))
    polygons = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes) & (shapely.get_dimensions(shapes) == 2)
    if polygons.any():
        areas[polygons] = official(shapely.force_2d(shapes[polygons]), crs, lambda fraction: None)
    return areas
