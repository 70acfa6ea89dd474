"""Bad input: a sentence that names the parameter and the remedy, before any work, and nothing left behind."""

import os
import re
import stat
import subprocess

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProcessingException, QgsVectorLayer
from references import DATA
from scenes import CONTIGUITY, Log, box, context_without_project, farm, layer_of, run, saved

OURS = {"PARCELS": "parcels.gpkg", "BLOCKS": "blocks.gpkg", "SENSITIVITY": "sensitivity.gpkg", "REPORT": "report.html"}


def without_crs():
    layer = farm()
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def points():
    return layer_of([("POINT(500000 3220000)", "0101")], kind="Point")


def lines():
    return layer_of([("LINESTRING(500000 3220000,500010 3220000)", "0101")], kind="LineString")


def table():
    return layer_of([(None, "0101")], kind="NoGeometry")


SETTINGS = [
    # parameters, what the sentence says: the parameter, then the remedy
    (dict(CODE_FIELD="DLMB"), r"CODE_FIELD: .*DLMB.*Choose .*DLBM"),
    (dict(CODE_FIELD="DLMB", FARMLAND="\"KCXS\" > 0"), r"CODE_FIELD: .*DLMB"),
    (dict(CODE_SYSTEM=...), r"CODE_SYSTEM: .*[Cc]hoose"),
    (dict(CODE_SYSTEM=None), r"CODE_SYSTEM: .*[Cc]hoose"),
    (dict(CODE_SYSTEM=3), r"CODE_SYSTEM: .*[Cc]hoose"),
    (dict(CODE_SYSTEM=-1), r"CODE_SYSTEM: .*[Cc]hoose"),
    (dict(MAX_GAP=-1), r"MAX_GAP: .*-1.*0 m or more"),
    (dict(MAX_GAP=float("nan")), r"MAX_GAP: .*0 m or more"),
    (dict(MAX_GAP=float("inf")), r"MAX_GAP: .*0 m or more"),
    (dict(MAX_GAP="wide"), r"MAX_GAP"),
    (dict(THRESHOLDS="100;50"), r"THRESHOLDS: .*ascending.*such as 100;1000"),
    (dict(THRESHOLDS="100;100"), r"THRESHOLDS: .*ascending"),
    (dict(THRESHOLDS="0;100"), r"THRESHOLDS: .*> 0"),
    (dict(THRESHOLDS="-5"), r"THRESHOLDS: "),
    (dict(THRESHOLDS="hundred"), r"THRESHOLDS: “hundred” is not a number.*such as"),
    (dict(THRESHOLDS="100;nan"), r"THRESHOLDS: "),
    (dict(THRESHOLDS="inf"), r"THRESHOLDS: "),
    (dict(THRESHOLDS=""), r"THRESHOLDS: "),
    (dict(THRESHOLDS=";"), r"THRESHOLDS: "),
    (dict(SENSITIVITY_GAPS="-1;5"), r"SENSITIVITY_GAPS: .*≥ 0"),
    (dict(SENSITIVITY_GAPS="5;0"), r"SENSITIVITY_GAPS: .*ascending"),
    (dict(SENSITIVITY_GAPS="a"), r"SENSITIVITY_GAPS: .*not a number"),
    (dict(BARRIER_CODES="1003, 9999"), r"BARRIER_CODES: “9999”.*Write codes such as"),
    (dict(ABSORB_CODES="road"), r"ABSORB_CODES: “road”.*Write codes such as"),
    (dict(ABSORB_MAX_WIDTH=-3), r"ABSORB_MAX_WIDTH: .*0 m or more"),
    (dict(WIDTH_FIELD="KUAN"), r"WIDTH_FIELD: .*KUAN.*Choose"),
    (dict(SLOPE_FIELD="PO", MAX_SLOPE_GRADE=2), r"SLOPE_FIELD: .*PO.*Choose"),
    (dict(MAX_SLOPE_GRADE=6), r"MAX_SLOPE_GRADE: .*1 to 5"),
    (dict(MAX_SLOPE_GRADE=0), r"MAX_SLOPE_GRADE: .*1 to 5"),
    (dict(SPLIT_FIELD="XIANG"), r"SPLIT_FIELD: .*XIANG.*Choose"),
    (dict(AREA_METHOD=1), r"AREA_FIELD: .*TBDLMJ.*Choose"),
    (dict(AREA_METHOD=1, AREA_FIELD="MJ"), r"AREA_FIELD: .*MJ.*Choose"),
    (dict(AREA_METHOD=7), r"AREA_METHOD"),
    (dict(BLOCK_GEOMETRY=3), r"BLOCK_GEOMETRY"),
    (dict(FARMLAND="\"DLBM\" ="), r"FARMLAND: the expression"),
    (dict(FARMLAND="\"CROP\" = 1"), r"FARMLAND: .*CROP.*Choose"),
    (dict(BARRIERS="/nowhere/roads.gpkg"), r"BARRIERS: .*cannot be opened.*Choose"),
    (dict(BARRIERS=points), r"BARRIERS: .*point.*Choose a layer"),
    (dict(BARRIERS=without_crs), r"BARRIERS: .*no CRS.*Set it"),
    (dict(INPUT=lines), r"INPUT: .*line.*Choose a layer.*polygon"),
    (dict(INPUT=points), r"INPUT: .*point.*Choose a layer.*polygon"),
    (dict(INPUT=table), r"INPUT: .*Choose a layer"),
    (dict(INPUT=without_crs), r"INPUT: .*no CRS.*Set it"),
    (dict(INPUT="/nowhere/dltb.gpkg"), r"INPUT: .*cannot be opened.*Choose"),
    (dict(INPUT=...), r"INPUT"),
]


def refused(tmp_path, pattern, **parameters):
    """Assert a refusal, asked through QGIS's front door and without it, that leaves every file as it was."""
    parameters = {name: value() if callable(value) else value for name, value in parameters.items()}
    layer = parameters.pop("INPUT", None) or farm()
    targets = {}
    for name, file in OURS.items():
        path = tmp_path / file
        path.write_text(f"an earlier {file}")
        targets[name] = str(path)
    every = {"INPUT": layer, "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, **targets, **parameters}
    every = {name: value for name, value in every.items() if value is not ...}
    log = Log()
    with pytest.raises(QgsProcessingException) as front:
        run(every.pop("INPUT", ...), log=log, **{"CODE_SYSTEM": ..., "CODE_FIELD": ..., **every})
    assert re.search(pattern, " ".join(str(front.value).split())), str(front.value)
    assert not log.percents, "refused before any work"
    for name, file in OURS.items():
        if targets[name] == every.get(name):
            assert (tmp_path / file).read_text() == f"an earlier {file}"
    return every, layer


@pytest.mark.parametrize(("parameters", "pattern"), SETTINGS)
def test_a_setting_that_cannot_be_used_is_named_with_the_remedy(parameters, pattern, tmp_path):
    refused(tmp_path, pattern, **parameters)


@pytest.mark.parametrize(("parameters", "pattern"), [s for s in SETTINGS if ": " in s[1] and s[0].get("INPUT") != ...])
def test_models_and_scripts_that_skip_the_dialogs_checks_are_refused_too(parameters, pattern, tmp_path):
    parameters = {name: value() if callable(value) else value for name, value in parameters.items()}
    targets = {name: str(tmp_path / file) for name, file in OURS.items()}
    every = {"INPUT": farm(), "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, **targets, **parameters}
    every = {name: value for name, value in every.items() if value is not ...}
    runner = QgsApplication.processingRegistry().createAlgorithmById(CONTIGUITY)
    with pytest.raises(QgsProcessingException) as refusal:
        runner.run(every, context_without_project(), Log(), {}, False)
    assert re.search(pattern, " ".join(str(refusal.value).split())), str(refusal.value)
    assert list(tmp_path.iterdir()) == []


# --- what only the data tell --------------------------------------------------------------------


def stopped(tmp_path, pattern, layer, **parameters):
    """Assert that a run stops with a sentence once it has read the data, earlier files being as they were."""
    earlier = tmp_path / "parcels.gpkg"
    earlier.write_text("an earlier result")
    with pytest.raises(QgsProcessingException, match=pattern):
        run(layer, PARCELS=str(earlier), BLOCKS=str(tmp_path / "blocks.shp"), REPORT=str(tmp_path / "r.html"),
            **parameters)  # fmt: skip
    assert earlier.read_text() == "an earlier result"
    assert list(tmp_path.iterdir()) == [earlier]


def coded(*codes):
    return layer_of([(box(20 * k, 0, 20 * k + 10, 10), code) for k, code in enumerate(codes)])


def test_unknown_codes_stop_the_run_and_the_right_system_is_named(tmp_path):
    stopped(tmp_path, r"CODE_FIELD: 50\.0 %.*XY × 1", coded("0101", "XY"))
    stopped(tmp_path, r"CODE_SYSTEM: 66\.7 %.*2023.*choose", coded("0101", "1701", "1402"))
    stopped(tmp_path, r"CODE_SYSTEM: .*国土调查", coded("0201K", "0702", "08H2"), CODE_SYSTEM=1)


def test_a_few_unknown_codes_do_not(tmp_path):
    ran = run(coded(*["0101"] * 95, *["XY"] * 5))
    assert "XY × 5" in ran.log.all
    stopped(tmp_path, "CODE_FIELD: 6.0 %", coded(*["0101"] * 94, *["XY"] * 6))


def test_a_field_without_codes_stops_the_run(tmp_path):
    stopped(tmp_path, "CODE_FIELD: .*no code.*Choose", coded(None, None))


def test_areas_that_are_missing_or_negative_stop_the_run(tmp_path):
    for value in (None, -1.0, float("nan")):
        layer = layer_of([(box(0, 0, 9, 9), "0101", 5.0), (box(20, 0, 29, 9), "0101", value)],
                         (("DLBM", str), ("TBDLMJ", float)))  # fmt: skip
        stopped(tmp_path, r"AREA_FIELD: .*1\b.*TBDLMJ", layer, AREA_METHOD=1)


def test_an_expression_that_fails_on_a_feature_stops_the_run(tmp_path):
    stopped(tmp_path, r"FARMLAND: the expression cannot be evaluated", farm(), FARMLAND="to_int(\"CUN\") > 5",
            CODE_SYSTEM=0)  # fmt: skip


def test_coordinates_that_do_not_fit_the_crs_stop_the_run(tmp_path):
    layer = layer_of([("POLYGON((1e9 1e9,1.1e9 1e9,1.1e9 1.1e9,1e9 1e9))", "0101")], crs="EPSG:4490")
    stopped(tmp_path, r"CRS", layer)


# --- destinations -------------------------------------------------------------------------------


@pytest.mark.parametrize("output", sorted(OURS))
def test_a_destination_that_cannot_be_written_is_refused(output, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    log = Log()
    with pytest.raises(QgsProcessingException, match=rf"{output}: .*cannot be written.*Choose another"):
        run(farm(), log=log, **{output: str(in_the_way / OURS[output])})
    assert not log.percents
    folder = tmp_path / OURS[output]
    folder.mkdir()
    with pytest.raises(QgsProcessingException, match=rf"{output}: .*cannot be written"):
        run(farm(), **{output: str(folder)})
    assert in_the_way.read_text() == "no folder"
    assert list(folder.iterdir()) == []


@pytest.fixture
def sealed(tmp_path):
    """A folder nobody can write to, root neither; where the file system has no such flag, the mode must do."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    flagged = subprocess.run(["chattr", "+i", folder], capture_output=True, check=False).returncode == 0
    yield folder
    if flagged:
        subprocess.run(["chattr", "-i", folder], check=True)
    folder.chmod(stat.S_IRWXU)


def test_a_folder_without_permission_is_refused(sealed):
    if os.geteuid() == 0 and can_write(sealed):
        pytest.skip("this test runs as root on a file system that lets root write everywhere")
    with pytest.raises(QgsProcessingException, match="PARCELS: .*cannot be written"):
        run(farm(), PARCELS=str(sealed / "parcels.gpkg"))


def can_write(folder):
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    (folder / "probe").unlink()
    return True


@pytest.mark.parametrize("output", sorted(OURS))
def test_a_folder_that_does_not_exist_yet_is_made(output, tmp_path):
    path = tmp_path / "new" / "folder" / OURS[output]
    run(farm(), **{output: str(path)})
    assert path.stat().st_size > 0


def test_the_input_is_never_the_destination(tmp_path):
    opened = saved(farm(), tmp_path / "farm.gpkg")
    before = (tmp_path / "farm.gpkg").read_bytes()
    with pytest.raises(QgsProcessingException, match=r"PARCELS: .*farm\.gpkg.*INPUT.*another"):
        run(opened, PARCELS=str(tmp_path / "farm.gpkg"))
    assert (tmp_path / "farm.gpkg").read_bytes() == before
    barriers = saved(farm(), tmp_path / "walls.shp")
    with pytest.raises(QgsProcessingException, match=r"BLOCKS: .*walls\.shp.*BARRIERS.*another"):
        run(opened, BARRIERS=barriers, BLOCKS=str(tmp_path / "walls.shp"))
    assert QgsVectorLayer(str(tmp_path / "walls.shp"), "walls", "ogr").featureCount() == 12


def test_two_results_never_share_a_file(tmp_path):
    same = str(tmp_path / "all.gpkg")
    with pytest.raises(QgsProcessingException, match=r"(BLOCKS|PARCELS): .*all\.gpkg.*another"):
        run(farm(), PARCELS=same, BLOCKS=same)
    assert list(tmp_path.iterdir()) == []


# --- hostile shapefiles -------------------------------------------------------------------------


def hostile_files():
    folder = DATA / "shp_torture"
    return sorted(path.name for path in folder.glob("*.*") if path.suffix in (".shp", ".dbf")) or ["none"]


@pytest.mark.parametrize("file", hostile_files())
def test_a_hostile_shapefile_runs_or_is_refused_in_words(file, tmp_path):
    if file == "none":
        pytest.skip(f"{DATA / 'shp_torture'} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    layer = QgsVectorLayer(str(DATA / "shp_torture" / file), file, "ogr")
    if layer.isValid() and not layer.crs().isValid():
        layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4549"))
    parcels = tmp_path / "parcels.gpkg"
    try:
        ran = run(
            layer if layer.isValid() else str(DATA / "shp_torture" / file), CODE_FIELD=..., CODE_SYSTEM=...,
            FARMLAND="TRUE", PARCELS=str(parcels), REPORT=str(tmp_path / "report.html"), BLOCK_GEOMETRY=2,
        )  # fmt: skip
    except QgsProcessingException as refusal:
        assert re.search(r"(INPUT|CRS).*(Choose|Set|Run)", " ".join(str(refusal).split())), str(refusal)
        assert list(tmp_path.iterdir()) == []
        return
    written = QgsVectorLayer(str(parcels), "parcels", "ogr")
    blocks = ran.rows("BLOCKS", "parcels")
    assert written.featureCount() == sum(blocks)
    assert ran.results["BLOCK_COUNT"] == len(blocks)
