"""Layers found by their names and fields, and what they are marked as."""

import importlib
import sqlite3

import plugin_package
import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from scenes import box, layer_of

from land_consolidation.processing.layer_roles import guess_roles, layer_roles
from land_consolidation.processing.provider import ALGORITHMS
from land_consolidation.processing.roles import give_role, layers_by_role, roles_of, set_role
from land_consolidation.processing.shipped_models import SHIPPED

SAMPLE = plugin_package.ROOT / "resources" / "sample"


@pytest.fixture
def project():
    project = QgsProject()
    yield project
    project.clear()


def named(found):
    return {role: layer.name() for role, layer in found.items()}


def test_every_layer_of_the_sample_is_found(project):
    with sqlite3.connect(SAMPLE / "township.gpkg") as connection:
        tables = [name for (name,) in connection.execute("select table_name from gpkg_contents")]
    for table in tables:
        project.addMapLayer(QgsVectorLayer(f"{SAMPLE / 'township.gpkg'}|layername={table}", table, "ogr"))
    project.addMapLayer(QgsRasterLayer(str(SAMPLE / "dem.tif"), "dem"))
    roles = importlib.import_module("sample_roles").ROLES
    assert named(guess_roles(project)) == {role: table for table, role in roles.items()}


@pytest.mark.parametrize(
    ("name", "fields", "role"),
    [
        ("330723_DLTB_2023", (("DLBM", str),), "parcels"), ("图斑导出", (("DLDM", str),), "parcels"),
        ("whatever", (("DLBM", str),), "parcels"), ("永久基本农田2022", (), "basic_farmland"),
        ("a", (("HXBM", str),), "redline"), ("CZKFBJ_330723", (), "development_boundary"),
        ("b", (("zz_cat", str),), "tagging"), ("c", (("base_code", str), ("plan_code", str)), "plan_parcels"),
        ("d", (("name", str),), None),
    ],
)  # fmt: skip
def test_names_and_aliases_of_fields_tell(project, name, fields, role):
    project.addMapLayer(layer_of([(box(0, 0, 1, 1), *(None for _ in fields))], fields, name=name))
    assert list(guess_roles(project)) == ([role] if role else [])


def test_a_name_tells_more_than_fields_and_a_layer_gets_one_role(project):
    project.addMapLayer(layer_of([(box(0, 0, 1, 1), None)], (("DLBM", str),), name="YJJBNTBHTB"))
    assert named(guess_roles(project)) == {"basic_farmland": "YJJBNTBHTB"}
    project.addMapLayer(layer_of([(box(0, 0, 1, 1), None)], (("DLBM", str),), name="land"))
    assert named(guess_roles(project)) == {"basic_farmland": "YJJBNTBHTB", "parcels": "land"}


def test_what_is_marked_already_is_not_asked_again(project):
    mine, other = (layer_of([(box(0, 0, 1, 1), None)], name=name) for name in ("mine", "DLTB"))
    project.addMapLayers([mine, other])
    set_role(mine, "parcels")
    assert guess_roles(project) == {}


def test_a_layer_may_serve_as_several_and_a_role_belongs_to_one(project):
    one, two = (layer_of([(box(0, 0, 1, 1), None)], name=name) for name in ("one", "two"))
    project.addMapLayers([one, two])
    give_role(project, "villages", one)
    give_role(project, "settlement_areas", one)
    assert roles_of(one) == ["villages", "settlement_areas"]
    give_role(project, "villages", two)
    assert (roles_of(one), roles_of(two)) == (["settlement_areas"], ["villages"])
    give_role(project, "villages", None)
    assert layers_by_role(project) == {"settlement_areas": one}


def test_every_role_that_a_tool_needs_can_be_chosen_or_made():
    known = {entry.role for entry in layer_roles()}
    needed = {
        role for owner in (*ALGORITHMS, *(about for about in SHIPPED))
        for role in getattr(owner, "ROLES", getattr(owner, "roles", {})).values()
    }
    made = {entry.made_by for entry in layer_roles() if entry.made_by}
    assert made <= {algorithm.ABOUT.id for algorithm in ALGORITHMS}
    inputs = {entry.role for entry in layer_roles() if not entry.made_by}
    assert inputs <= needed, "nobody is asked for what no tool takes"
    assert needed - known == set()
