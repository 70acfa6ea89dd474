"""Shape and landscape measures, against their published definitions worked by hand."""

import math

import numpy as np
import pytest

from land_consolidation.algorithms.shape_metrics import compactness, landscape, shape_index


def test_a_circle_is_one_and_nothing_is_rounder():
    radius = 37.0
    perimeter, area = 2 * math.pi * radius, math.pi * radius**2
    assert shape_index(perimeter, area) == pytest.approx(1)
    assert compactness(perimeter, area) == pytest.approx(1)


def test_a_square_and_a_strip():
    assert shape_index(400.0, 10_000.0) == pytest.approx(2 / math.sqrt(math.pi))
    assert compactness(400.0, 10_000.0) == pytest.approx(math.pi / 4)
    assert shape_index(2 * 1001.0, 1000.0) == pytest.approx(2002 / (2 * math.sqrt(1000 * math.pi)))
    index = shape_index(np.array([400.0, 40.0]), np.array([10_000.0, 100.0]))
    assert index[0] == pytest.approx(index[1]), "size does not count"


def test_a_landscape_of_three_squares():
    """Squares of 1, 4 and 9 ha in 100 ha: every figure below is the definition written out."""
    area = np.array([1, 4, 9]) * 10_000.0
    perimeter = 4 * np.sqrt(area)
    found = landscape(area, perimeter, 1_000_000.0)
    assert found.patches == 3
    assert found.mean_size == pytest.approx(14 / 3 * 10_000)
    assert found.density == pytest.approx(3), "patches per 100 ha"
    assert found.largest_index == pytest.approx(9), "percent of the landscape"
    assert found.mesh_size == pytest.approx((1 + 16 + 81) / 100 * 10_000), "Σa²/A"
    assert found.mean_shape == pytest.approx(2 / math.sqrt(math.pi))


def test_shapes_weigh_by_area():
    area, perimeter = np.array([10_000.0, 30_000.0]), np.array([400.0, 1000.0])
    one, other = 400 / (2 * math.sqrt(math.pi * 10_000)), 1000 / (2 * math.sqrt(math.pi * 30_000))
    assert landscape(area, perimeter, 1e6).mean_shape == pytest.approx(0.25 * one + 0.75 * other)


def test_one_patch_that_is_everything():
    found = landscape(np.array([5e5]), np.array([3000.0]), 5e5)
    assert (found.largest_index, found.mesh_size, found.density) == pytest.approx((100, 5e5, 2))


def test_a_patch_without_area_does_not_spoil_the_rest():
    found = landscape(np.array([10_000.0, 0.0]), np.array([400.0, 282.8]), 1e6)
    assert (found.patches, found.mean_shape) == (1, pytest.approx(2 / math.sqrt(math.pi)))


def test_nothing_measures_nothing():
    for area in (np.empty(0), np.zeros(2)):
        found = landscape(area, area, 1e6)
        assert (found.patches, found.mean_size, found.mesh_size, found.mean_shape) == (0, 0, 0, 0)
