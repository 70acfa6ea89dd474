"""Published measures of how a landscape is cut up.

Patch metrics after McGarigal & Marks (FRAGSTATS), effective mesh size after
Jaeger (2000), in their vector form. Measures defined on a raster (AI, COHESION,
LSI) are left out: a vector number under those names would be another measure.
"""

from dataclasses import dataclass

import numpy as np

HECTARE = 10_000.0


def shape_index(perimeter, area):
    """P / (2·√(π·A)): 1 for a circle, more for anything else. Metres and m², any shape."""
    return perimeter / (2 * np.sqrt(np.pi * area))


def compactness(perimeter, area):
    """4·π·A / P² (Polsby–Popper): 1 for a circle, less for anything else."""
    return 4 * np.pi * area / perimeter**2


@dataclass(frozen=True)
class Landscape:
    """Metrics over all patches.

    patches: number; mean_size: m²; density: patches per 100 ha of landscape;
    largest_index: largest patch, % of landscape; mesh_size: effective mesh
    size, m²; mean_shape: area-weighted mean shape index.
    """

    patches: int
    mean_size: float
    density: float
    largest_index: float
    mesh_size: float
    mean_shape: float


def landscape(area, perimeter, landscape_area):
    """Metrics of patches with these areas (m²) and perimeters (m), shape (n,), in a landscape of so many m²."""
    area, perimeter = area[area > 0], perimeter[area > 0]  # an invalid polygon can have no area
    total = area.sum()
    if total == 0 or landscape_area <= 0:
        return Landscape(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    return Landscape(
        patches=len(area),
        mean_size=float(total / len(area)),
        density=float(len(area) / (landscape_area / (100 * HECTARE))),
        largest_index=float(100 * area.max() / landscape_area),
        mesh_size=float((area**2).sum() / landscape_area),
        mean_shape=float((shape_index(perimeter, area) * area).sum() / total),
    )
