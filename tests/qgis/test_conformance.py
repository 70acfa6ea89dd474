"""Every algorithm of the provider, as CONVENTIONS.md asks: how it presents itself and what it takes."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from calls import CALLS, parameters_of
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProject,
)
from qgis.PyQt.QtCore import QUrl
from scenes import box, contents, context_without_project, crs_of, layer_of, rows_of, run, saved

from land_consolidation.processing.shipped_models import SHIPPED

GOLDEN = Path(__file__).parent / "golden" / "algorithms.json"
ALL = sorted(CALLS)
WITH_SECOND_LAYER = [name for name in ALL if CALLS[name].other]
TAKING_SOURCES = [name for name in ALL if CALLS[name].sources]
WITH_CODES = [name for name in ALL if CALLS[name].dirt]
US_FEET = "+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=us-ft +no_defs"
BOW_TIE = (-2000, -2000)


def shown():
    """All that the toolbox shows: the algorithms, and the models made of them."""
    return QgsApplication.processingRegistry().providerById("landconsolidation").algorithms()


def algorithms():
    return [algorithm for algorithm in shown() if not isinstance(algorithm, QgsProcessingModelAlgorithm)]


def call(name, layer, context=None, log=None, **parameters):
    return run(layer, name, context, log, CALLS[name].main, **{**parameters_of(name), **parameters})


def answer(name, layer, **parameters):
    return CALLS[name].answer(call(name, layer, **parameters))


def test_every_algorithm_is_covered_here():
    assert {algorithm.id() for algorithm in algorithms()} == set(CALLS), "add the new one to tests/helpers/calls.py"


# --- the public contract ------------------------------------------------------------------------


def contract(algorithm):
    """What models and scripts rest on: names, types, what may be left out, defaults, outputs, output fields."""
    call_ = CALLS[algorithm.id()]
    ran = call(algorithm.id(), call_.layer())
    sinks = [p.name() for p in algorithm.parameterDefinitions() if isinstance(p, QgsProcessingParameterFeatureSink)]
    return {
        "parameters": {
            p.name(): {
                "type": p.type(),
                "optional": bool(p.flags() & Qgis.ProcessingParameterFlag.Optional),
                "default": plain_default(p),
                **({"choices": len(p.options())} if isinstance(p, QgsProcessingParameterEnum) else {}),
            }
            for p in algorithm.parameterDefinitions()
        },
        "outputs": {output.name(): output.type() for output in algorithm.outputDefinitions()},
        "fields": {
            name: [[field.name(), field.typeName()] for field in ran[name].fields()] for name in sinks
        },
    }


def plain_default(parameter):
    value = parameter.defaultValue()
    return None if value == NULL else value


def test_names_types_and_fields_are_those_frozen():
    """Ids, names and fields are public. On purpose: UPDATE_GOLDEN=1 scripts/test tests/qgis/test_conformance.py."""
    now = {algorithm.id(): contract(algorithm) for algorithm in algorithms()}
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    frozen = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(now)) == frozen
    for name, algorithm in now.items():
        assert re.fullmatch(r"landconsolidation:[a-z0-9]+", name)
        for parameter in algorithm["parameters"]:
            assert re.fullmatch(r"[A-Z][A-Z0-9_]*", parameter)
        for fields in algorithm["fields"].values():
            assert len({field.lower() for field, _ in fields}) == len(fields)


@pytest.mark.parametrize("name", [*ALL, *(f"landconsolidation:{about.id}" for about in SHIPPED)])
def test_it_presents_itself(name):
    algorithm = QgsApplication.processingRegistry().algorithmById(name)
    assert algorithm.displayName()
    assert algorithm.group()
    assert re.fullmatch(r"[a-z]+", algorithm.groupId())
    assert len(algorithm.shortHelpString()) > 200
    assert 20 < len(algorithm.shortDescription()) < 200
    tags = algorithm.tags()
    assert len(tags) == len(set(tags))
    assert any(re.search(r"[\u4e00-\u9fff]", tag) for tag in tags), "Chinese"
    chinese = sum(bool(re.search(r"[\u4e00-\u9fff]", tag)) for tag in tags)
    assert len(tags) >= chinese + 4, "English and pinyin"
    assert any(re.fullmatch(r"[a-z]*(zhong|lian|geng|tian|fang|cun|di|yong)[a-z]*", tag) for tag in tags), "pinyin"
    page = QUrl(algorithm.helpUrl())
    assert page.isLocalFile()
    text = Path(page.toLocalFile()).read_text(encoding="utf-8")
    for parameter in algorithm.parameterDefinitions():
        assert parameter.name() in text or parameter.description() in text, f"the help page lacks {parameter.name()}"


def test_every_icon_is_its_own():
    drawings = {}
    provider = QgsApplication.processingRegistry().providerById("landconsolidation")
    for thing in (provider, *shown()):
        path = Path(thing.svgIconPath())
        assert path.suffix == ".svg"
        drawing = hashlib.sha256(path.read_bytes()).hexdigest()
        assert drawing not in drawings, f"{path.name} looks like {drawings.get(drawing)}"
        drawings[drawing] = path.name
        assert not thing.icon().isNull()
        assert not thing.icon().pixmap(24, 24).toImage().isNull()


@pytest.mark.parametrize("name", ALL)
def test_every_parameter_explains_itself(name):
    for parameter in QgsApplication.processingRegistry().algorithmById(name).parameterDefinitions():
        assert len(parameter.help()) > 20, parameter.name()
        assert parameter.help().strip(". ") != parameter.description()
        assert not parameter.description().endswith(":")
        assert parameter.description()[0].isupper()


@pytest.mark.parametrize("name", ALL)
def test_the_fixture_has_the_answer_it_was_made_with(name):
    assert answer(name, CALLS[name].layer()) == CALLS[name].expected


# --- coordinate systems -------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4528", "EPSG:3857", "EPSG:4326", "EPSG:32651", US_FEET])
@pytest.mark.parametrize("name", ALL)
def test_the_answer_is_the_same_in_every_crs(name, crs):
    crs = QgsCoordinateReferenceSystem.fromProj(crs) if crs.startswith("+") else crs_of(crs)
    ran = call(name, CALLS[name].layer(crs=crs))
    assert CALLS[name].answer(ran) == CALLS[name].expected
    output = ran[CALLS[name].copies]
    assert not output.isSpatial() or output.crs() == crs
    said = CALLS[name].measures and crs.authid() not in CALLS[name].stays
    assert ("EPSG:4549" in ran.log.all) is said, "the log says where metres are measured"


@pytest.mark.parametrize("crs", ["EPSG:4549", "EPSG:4490", "EPSG:4528", "EPSG:3857"])
@pytest.mark.parametrize("name", WITH_SECOND_LAYER)
def test_a_second_layer_may_lie_in_another_crs(name, crs):
    call_ = CALLS[name]
    here = answer(name, call_.layer(), **{call_.other: call_.other_layer()})
    assert here != call_.expected, "the second layer matters"
    assert answer(name, call_.layer(), **{call_.other: call_.other_layer(crs=crs)}) == here
    assert answer(name, call_.layer(crs="EPSG:4490"), **{call_.other: call_.other_layer(crs=crs)}) == here


@pytest.mark.parametrize("name", ALL)
def test_the_projects_ellipsoid_changes_nothing(name):
    context = context_without_project()
    context.setEllipsoid("EPSG:7024")
    context.setDistanceUnit(Qgis.DistanceUnit.Feet)
    context.setAreaUnit(Qgis.AreaUnit.SquareMiles)
    assert CALLS[name].answer(call(name, CALLS[name].layer(), context)) == CALLS[name].expected


# --- which features -----------------------------------------------------------------------------


def broken(layer):
    """The fixture with a bow tie, a missing geometry and an empty one added, as land like the first feature."""
    first = next(layer.getFeatures())
    x, y = (500_000 + BOW_TIE[0], 3_220_000 + BOW_TIE[1])
    bow_tie = f"POLYGON(({x} {y},{x + 100} {y + 100},{x + 100} {y},{x} {y + 100},{x} {y}))"
    for geometry in (QgsGeometry.fromWkt(bow_tie), QgsGeometry(), QgsGeometry.fromWkt("POLYGON EMPTY")):
        feature = QgsFeature(first)
        feature.setGeometry(geometry)
        layer.dataProvider().addFeatures([feature])
    return layer


@pytest.mark.parametrize(
    ("check", "features", "words"),
    [
        (QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck, 1, r"without geometry\D*2|2\D*without geometry"),
        (QgsFeatureRequest.InvalidGeometryCheck.GeometrySkipInvalid, 0, r"invalid geometry\D*1\b|\b1\D*invalid geom"),
    ],
)
@pytest.mark.parametrize("name", ALL)
def test_invalid_geometries_are_treated_as_the_user_set(name, check, features, words):
    layer = broken(CALLS[name].layer())
    before = contents(layer)
    context = context_without_project()
    context.setInvalidGeometryCheck(check)
    ran = call(name, layer, context)
    whole = call(name, CALLS[name].layer())
    assert CALLS[name].count(ran) == CALLS[name].count(whole) + features
    assert re.search(words, ran.log.all)
    assert re.search(r"without geometry\D*2|2\D*without geometry", ran.log.all)
    assert contents(layer) == before


@pytest.mark.parametrize("name", ALL)
def test_an_invalid_geometry_can_stop_the_run(name, tmp_path):
    layer, target = broken(CALLS[name].layer()), tmp_path / "out.gpkg"
    context = context_without_project()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    number, main = CALLS[name].layer().featureCount() + 1, CALLS[name].main
    with pytest.raises(QgsProcessingException, match=rf"{main}: .*invalid.*number {number} .*Fix\s+geometries"):
        call(name, layer, context, **{CALLS[name].copies: str(target)})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", TAKING_SOURCES)
def test_the_setting_of_one_source_beats_the_users(name):
    layer = broken(CALLS[name].layer())
    context = context_of(layer)
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    source = QgsProcessingFeatureSourceDefinition(
        layer.id(), flags=Qgis.ProcessingFeatureSourceDefinitionFlag.OverrideDefaultGeometryCheck,
        geometryCheck=QgsFeatureRequest.InvalidGeometryCheck.GeometrySkipInvalid,
    )
    assert CALLS[name].answer(call(name, source, context)) == CALLS[name].expected


def context_of(layer):
    """A context whose project holds the layer, as definitions of sources need it."""
    context, project = context_without_project(), QgsProject()
    project.addMapLayer(layer)
    context.setProject(project)
    context.kept_alive = project
    return context


@pytest.mark.parametrize("name", TAKING_SOURCES)
def test_only_the_selected_features_or_those_of_a_filter(name):
    layer, call_ = CALLS[name].layer(), CALLS[name]
    context = context_of(layer)

    def run_on(**options):
        return call(name, QgsProcessingFeatureSourceDefinition(layer.id(), **options), context)

    chosen = [feature.id() for feature in layer.getFeatures()][::3]
    layer.selectByIds(chosen)
    only = layer.materialize(QgsFeatureRequest().setFilterFids(chosen))
    assert call_.answer(run_on(selectedFeaturesOnly=True)) == answer(name, only)
    assert answer(name, layer) == call_.expected, "a selection alone changes nothing"
    only = layer.materialize(QgsFeatureRequest().setFilterExpression("\"CUN\" = 'A'"))
    assert call_.answer(run_on(filterExpression="\"CUN\" = 'A'")) == answer(name, only) != call_.expected
    if call_.carries:
        assert run_on(featureLimit=2)[call_.copies].featureCount() == 2


@pytest.mark.parametrize("name", ALL)
def test_a_layer_with_a_filter_of_its_own(name, tmp_path):
    opened = saved(CALLS[name].layer(), tmp_path / "farm.gpkg")
    opened.setSubsetString("\"CUN\" = 'A'")
    only = CALLS[name].layer().materialize(QgsFeatureRequest().setFilterExpression("\"CUN\" = 'A'"))
    assert answer(name, opened) == answer(name, only)


@pytest.mark.parametrize("crs", ["EPSG:4549", "EPSG:4490", "EPSG:2263"])
@pytest.mark.parametrize("name", ALL)
def test_an_empty_layer_is_explained(name, crs):
    layer = CALLS[name].layer()
    layer.dataProvider().truncate()
    layer.setCrs(crs_of(crs))
    if CALLS[name].empty:
        with pytest.raises(QgsProcessingException, match=f"{CALLS[name].main}: .*{CALLS[name].empty}"):
            call(name, layer)
        return
    ran = call(name, layer)
    assert ran[CALLS[name].copies].featureCount() == 0
    assert ran.log.warnings, "words, not silence"


@pytest.mark.parametrize("name", WITH_CODES)
def test_zero_matches_are_explained(name, tmp_path):
    layer = CALLS[name].layer()
    field = layer.fields().lookupField(CALLS[name].key)
    layer.dataProvider().changeAttributeValues({feature.id(): {field: "0301"} for feature in layer.getFeatures()})
    ran = call(name, layer, **{n: str(tmp_path / f"x.{end}") for n, end in CALLS[name].files.items()})
    assert ran[CALLS[name].copies].featureCount() == 0
    assert any(CALLS[name].nothing in warning.lower() for warning in ran.log.warnings)


@pytest.mark.parametrize("shape", [0, 1, 2])
def test_no_farmland_is_explained_for_every_shape_of_blocks(shape, tmp_path):
    layer = layer_of([(box(0, 0, 100, 100), "0301")])
    ran = run(layer, BLOCK_GEOMETRY=shape, REPORT=str(tmp_path / "x.html"))
    assert ran["BLOCKS"].featureCount() == 0
    assert any("farmland" in warning.lower() for warning in ran.log.warnings)


@pytest.mark.parametrize("name", WITH_CODES)
def test_dirty_codes_are_read_and_unknown_ones_listed(name):
    layer, key, dirt = CALLS[name].layer(), CALLS[name].key, CALLS[name].dirt
    field = layer.fields().lookupField(key)
    layer.dataProvider().changeAttributeValues(
        {feature.id(): {field: dirt[feature[key]]} for feature in layer.getFeatures() if feature[key] in dirt}
    )
    assert answer(name, layer) == CALLS[name].expected
    for k in range(60):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(box(5000 + 20 * k, 0, 5010 + 20 * k, 10)))
        feature[key] = ("7777", None, "")[k] if k < 3 else "0301"
        feature["CUN"] = "C"
        layer.dataProvider().addFeatures([feature])
    ran = call(name, layer)
    assert CALLS[name].answer(ran) == CALLS[name].expected
    assert "7777 × 1" in ran.log.all
    assert re.search(r"no land code\D*\b2\b|\b2\b\D*no land code|without a? ?land code\D*2|no code\D*2", ran.log.all)


# --- shapes of geometry -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["MultiPolygon", "PolygonZ", "MultiPolygonZM", "PolygonM", "CurvePolygon",
                                  "MultiSurface"])  # fmt: skip
@pytest.mark.parametrize("name", ALL)
def test_every_kind_of_polygon_will_do(name, kind):
    simple = CALLS[name].layer()
    fields = [(field.name(), field.type()) for field in simple.fields()]
    rows = []
    for feature in simple.getFeatures():
        geometry = feature.geometry()
        (geometry,) = geometry.coerceToType(Qgis.WkbType[kind] if hasattr(Qgis.WkbType, "__getitem__") else
                                            getattr(Qgis.WkbType, kind), 88.0, 1.0)
        rows.append((geometry, *[None if value == NULL else value for value in feature.attributes()]))
    ran = call(name, layer_of(rows, fields, kind))
    assert CALLS[name].answer(ran) == CALLS[name].expected
    if CALLS[name].carries:
        assert ran[CALLS[name].copies].wkbType() == getattr(Qgis.WkbType, kind), "the features come as they were"


def test_curves_are_measured_along_the_curve():
    disc = QgsGeometry.fromWkt(
        "CURVEPOLYGON(CIRCULARSTRING(500000 3220100,500100 3220000,500000 3219900,499900 3220000,500000 3220100))"
    )
    ran = run(layer_of([(disc, "0101")], kind="CurvePolygon"), AREA_METHOD=2)
    assert ran.rows("PARCELS", "area_m2")[0] == pytest.approx(3.14159265 * 100**2, rel=1e-3)


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
@pytest.mark.parametrize("name", ALL)
def test_the_input_file_is_never_changed(name, ending, tmp_path):
    opened = saved(CALLS[name].layer(), tmp_path / f"farm.{ending}")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix not in (".gpkg-shm",)}
    assert answer(name, opened) == CALLS[name].expected
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix not in (".gpkg-shm",)}
    assert after == before
    assert rows_of(opened, CALLS[name].key) == rows_of(CALLS[name].layer(), CALLS[name].key)


