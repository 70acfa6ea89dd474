"""What goes into the GeoPackage: one Sheet per layer or table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .parcels import in_order


@dataclass(frozen=True)
class Column:
    """A field: kind is text, integer or real; width and decimals as in the survey's tables, 0 where free."""

    name: str
    kind: str = "text"
    width: int = 0
    decimals: int = 0


@dataclass(frozen=True)
class Sheet:
    """A layer (geometry given) or a table (geometry None); shape is polygon, multipolygon, point or line."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: pd.DataFrame
    shape: str = ""
    geometry: np.ndarray | None = None


def text(*names, width=0):
    """Text columns."""
    return tuple(Column(name, "text", width) for name in names)


def whole(*names):
    """Integer columns."""
    return tuple(Column(name, "integer") for name in names)


def real(*names, width=0, decimals=0):
    """Number columns."""
    return tuple(Column(name, "real", width, decimals) for name in names)


def dissolve(polygons) -> np.ndarray:
    """Noded polygons merged; the connected parts, largest first."""
    parts = in_order(shapely.get_parts(shapely.coverage_union_all(np.asarray(polygons))))
    return parts[np.argsort(-shapely.area(parts), kind="stable")]


def tidy(geometry, grid=0.01):
    """Coordinates on a 1 cm grid."""
    return shapely.set_precision(geometry, grid)
