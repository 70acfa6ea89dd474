"""Smooth, repeatable randomness."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.ndimage import map_coordinates, spline_filter

SEED = 20241
CELLS = 96


@dataclass(frozen=True)
class Noise:
    """A smooth random surface with mean 0 and standard deviation about 1.

    coefficients: cubic spline coefficients on a periodic grid, shape (CELLS, CELLS).
    wavelength: spacing of the grid, metres.
    """

    coefficients: np.ndarray
    wavelength: float


@cache
def make_noise(stream: int, wavelength: float) -> Noise:
    """A noise surface of its own for each stream number."""
    values = generator(stream).standard_normal((CELLS, CELLS))
    return Noise(spline_filter(values, order=3, mode="grid-wrap"), wavelength)


def sample(noise: Noise, x, y):
    """Values at x and y (metres, any shape)."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    where = np.stack([y.ravel(), x.ravel()]) / noise.wavelength
    return map_coordinates(noise.coefficients, where, order=3, mode="grid-wrap", prefilter=False).reshape(x.shape) * 1.4


def generator(stream: int) -> np.random.Generator:
    """The random generator of one step of the build; steps do not disturb one another."""
    return np.random.default_rng([SEED, stream])
