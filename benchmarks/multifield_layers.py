"""Write three made-up layers of 100,000 polygons each: parcels, and two farmland layers that cross them everywhere."""

import numpy as np
import shapely
from layer_file import save_layer
from partition import make_partition
from qgis.core import QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

POLYGONS = 100_000
_FINER = 176_000  # parcels of which so many are cropland that POLYGONS are left


def write_multifield(folder):
    """Save parcels.gpkg, basic.gpkg and high.gpkg: a partition, and the cropland of two finer ones on the same land.

    All have a field `number`; basic and high also as basic_number and high_number, so that a union keeps them apart.
    """
    folder.mkdir()
    parcels = make_partition(POLYGONS).geometry
    _save(folder, "parcels", parcels)
    for name, seed, turned in (("basic", 2, 0), ("high", 3, 90)):
        _save(folder, name, _cropland_on(parcels, seed, turned))


def _cropland_on(parcels, seed, turned):
    """Cropland of a finer partition laid over the bounds of the parcels, turned by so many degrees."""
    finer = make_partition(_FINER, seed)
    fields = finer.geometry[np.array([code.startswith("01") for code in finer.code])][:POLYGONS]
    middle, size = (_middle_and_size(shapely.bounds(shapes)) for shapes in (parcels, finer.geometry))
    scale = (middle[1] / size[1]).min()
    angle = np.radians(turned)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return shapely.transform(fields, lambda points: (points - size[0]) @ turn.T * scale + middle[0])


def _middle_and_size(bounds):
    low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    return (low + high) / 2, high - low


def _save(folder, name, geometry):
    save_layer(folder / f"{name}.gpkg", name, QgsWkbTypes.Type.Polygon, geometry, {
        f"{name}_number": (QMetaType.Type.Int, list(range(len(geometry)))),
    })
