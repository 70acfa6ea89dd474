"""What the tools say when a Python package is missing or unfit."""

import pytest
import shapely

from land_consolidation.processing import dependencies


def test_nothing_to_complain_of_here():
    assert dependencies.complaint() == ""


def test_missing_packages_are_named_with_the_remedy(monkeypatch):
    monkeypatch.setattr(dependencies, "find_spec", lambda name: None if name in ("shapely", "pandas") else name)
    complaint = dependencies.complaint()
    assert "shapely, pandas" in complaint
    assert "pip3 install shapely pandas" in complaint


def test_an_old_shapely_is_refused(monkeypatch):
    monkeypatch.setattr(shapely, "__version__", "1.8.5")
    assert "shapely 2" in dependencies.complaint()


@pytest.mark.parametrize(
    ("loaded", "refused"), [((3, 10), True), ((3, 11), False), ((3, 13), False), (None, False)]
)
def test_a_shapely_made_for_a_newer_geos_than_the_program_runs_is_refused(monkeypatch, loaded, refused):
    monkeypatch.setattr(shapely, "geos_version", (3, 11, 4))
    monkeypatch.setattr(dependencies, "_geos_of_the_program", lambda: loaded)
    complaint = dependencies.complaint()
    assert ("shapely>=2.0.6,<2.1" in complaint) is refused
