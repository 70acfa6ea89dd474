"""Faults of a delivery in the review list: there, ignored for good, or fixed until they are found again."""

import pytest
from qgis.core import QgsProject
from scenes import box, layer_of

from land_consolidation.processing.roles import set_role
from land_consolidation.ui.tagging.review_delivery import FIXED, ROLE, Delivery, is_delivery

FIELDS = tuple((name, str) for name in ("rule", "severity", "layer", "feature", "field", "value", "message"))
GAP = ("topology.gap", "error", "GHDLTB", None, None, None, "12.30 m² belong to no parcel.")
CODE = ("codes.list", "note", "GHDLTB", "7", "GHDLBM", "9999", "9999 is no code.")


@pytest.fixture
def project():
    project = QgsProject()
    yield project
    project.clear()


def result(project, *rows):
    """The layer that a validation leaves in a project."""
    layer = layer_of([(box(0, 0, 5, 5), *row) for row in rows], FIELDS, name="errors")
    set_role(layer, ROLE)
    project.addMapLayer(layer)
    return layer


def messages(delivery, aside=()):
    return [item.message for item in delivery.lines(aside)]


def test_faults_are_read_from_the_result_in_the_project(project):
    delivery = Delivery()
    assert delivery.look(project) is None
    assert messages(delivery) == []
    layer = result(project, GAP, CODE)
    assert delivery.look(project) is layer
    assert messages(delivery) == [GAP[-1], CODE[-1]]
    assert [item.severity for item in delivery.lines(())] == ["error", "hint"]
    assert all(map(is_delivery, delivery.lines(())))


def test_a_removed_result_takes_its_faults_along(project):
    delivery = Delivery()
    layer = result(project, GAP)
    delivery.look(project)
    project.removeMapLayer(layer.id())
    assert delivery.look(project) is None
    assert messages(delivery) == []


def test_an_ignored_fault_stays_ignored_when_validated_again(project):
    delivery = Delivery()
    layer = result(project, CODE, GAP)
    delivery.look(project)
    aside = [delivery.entry(delivery.lines(())[0], "agreed with the county", "2026-01-01")]
    assert messages(delivery, aside) == [GAP[-1]]
    project.removeMapLayer(layer.id())
    result(project, GAP, CODE)  # now with other numbers
    delivery.look(project)
    assert messages(delivery, aside) == [GAP[-1]]


def test_a_fixed_fault_comes_back_when_it_is_found_again(project):
    delivery = Delivery()
    layer = result(project, GAP, CODE)
    delivery.look(project)
    aside = [delivery.entry(delivery.lines(())[0], FIXED, "2026-01-01")]
    assert messages(delivery, aside) == [CODE[-1]]
    project.removeMapLayer(layer.id())
    result(project, GAP)
    delivery.look(project)
    assert messages(delivery, aside) == [GAP[-1]]


def test_a_layer_of_other_fields_is_no_result(project):
    layer = layer_of([(box(0, 0, 5, 5), "x")], (("rule", str),), name="other")
    set_role(layer, ROLE)
    project.addMapLayer(layer)
    assert Delivery().look(project) is None
