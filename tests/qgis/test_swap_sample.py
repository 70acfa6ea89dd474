"""The forest-cropland swap on the sample township and around Bayreuth: planted cases, and gates reckoned by others."""

import csv
import json

import numpy as np
import plugin_package
import pytest
from calls_swap import SWAP
from qgis.core import QgsCoordinateTransformContext, QgsDistanceArea
from references import DATA
from scenes import CONTIGUITY, plain, rows_of, run
from villages import MU, native

FOLDER = plugin_package.ROOT / "resources" / "sample"
DEM = str(FOLDER / "dem.tif")
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
LAYERS = {"BASIC_FARMLAND": f"{SOURCE}YJJBNTBHTB", "REDLINE": f"{SOURCE}STBHHX"}
CROPLAND = "\"DLBM\" LIKE '01%'"


def dicts(layer):
    names = layer.fields().names()
    return [dict(zip(names, map(plain, feature.attributes()))) for feature in layer.getFeatures()]


def swap(layer=f"{SOURCE}DLTB", **parameters):
    """Parcels that change as dicts, gates by measure, numbers, log. No layers, which must not outlive QGIS."""
    done = run(layer, SWAP, **{"DEM": DEM, **parameters})
    gates = {row["measure"]: row for row in dicts(done["GATES"])}
    return dicts(done["PARCELS"]), gates, done.results, done.log


@pytest.fixture(scope="module")
def swapped(tmp_path_factory):
    report = tmp_path_factory.mktemp("swap") / "report.html"
    return swap(**LAYERS, GROUP_FIELD="ZLDWMC", REPORT=str(report))


def case(name):
    with open(FOLDER / "planted_cases.csv", encoding="utf-8") as file:
        return next(row["key"] for row in csv.DictReader(file) if row["case_id"] == name)


def test_the_planted_steep_field_leaves_and_the_orchard_beside_comes_in():
    parcels, gates, _, log = swap(MAX_DISTANCE=50)
    changes = {row["BSM"]: row for row in parcels}
    assert (changes[case("A-STEEP")]["change"], changes[case("A-STEEP")]["to_code"]) == ("out", "0301")
    assert (changes[case("A-GENTLE")]["change"], changes[case("A-GENTLE")]["to_code"]) == ("in", "0103")
    assert {(row["category"], row["subtype"]) for row in parcels} == {("A", "A4")}
    assert all(gates[name]["holds"] for name in ("cropland_mu", "mean_slope", "contiguous_share"))
    assert gates["basic_farmland_out_mu"]["holds"] is None, "not known, so neither held nor broken"
    assert "Nothing is known of: Permanent basic farmland" in log.all


def test_basic_farmland_never_leaves_however_steep(swapped):
    """The planted steep field is recorded as basic farmland: with that layer it stays, and the report says so."""
    parcels, gates, results, _ = swapped
    leaving = {row["BSM"] for row in parcels if row["change"] == "out"}
    assert leaving and not {case("A-STEEP"), case("A-STEEPBF")} & leaving
    chosen = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB",
                    EXPRESSION="\"BSM\" IN ({})".format(",".join(f"'{bsm}'" for bsm in sorted(leaving))))
    shared = native("native:intersection", INPUT=chosen, OVERLAY=LAYERS["BASIC_FARMLAND"])
    assert sum(feature.geometry().area() for feature in shared.getFeatures()) < 1.0
    assert gates["basic_farmland_out_mu"]["after"] == 0
    with open(results["REPORT"], encoding="utf-8") as file:
        assert "On permanent basic farmland" in file.read()


def test_nothing_in_the_redline_comes_in(swapped):
    coming = [row["BSM"] for row in swapped[0] if row["change"] == "in"]
    chosen = native("native:extractbyexpression", INPUT=f"{SOURCE}DLTB",
                    EXPRESSION="\"BSM\" IN ({})".format(",".join(f"'{bsm}'" for bsm in coming)))
    shared = native("native:intersection", INPUT=chosen, OVERLAY=LAYERS["REDLINE"])
    assert sum(feature.geometry().area() for feature in shared.getFeatures()) < len(coming)


def test_areas_are_those_of_the_survey_and_slopes_those_of_qgis(swapped, tmp_path):
    parcels, gates, *_ = swapped
    out = [row for row in parcels if row["change"] == "out"]
    assert [row["net_m2"] for row in out] == pytest.approx([row["TBDLMJ"] for row in out], abs=0.02)
    assert [row["area_m2"] for row in parcels] == pytest.approx([row["TBMJ"] for row in parcels], abs=0.02)
    slope = native("native:slope", INPUT=DEM, OUTPUT=str(tmp_path / "slope.tif"))
    zones = native(
        "native:zonalstatisticsfb", INPUT=f"{SOURCE}DLTB", INPUT_RASTER=str(tmp_path / "slope.tif"),
        COLUMN_PREFIX="z_", STATISTICS=[2]) if slope is not None else None
    theirs = {row["BSM"]: row["z_mean"] for row in dicts(zones)}
    assert [row["slope"] for row in parcels] == pytest.approx([theirs[row["BSM"]] for row in parcels], abs=0.02)
    crop = [row for row in dicts(zones) if row["DLBM"].startswith("01")]
    net, at = (np.array([row[name] for row in crop], dtype=float) for name in ("TBDLMJ", "z_mean"))
    assert gates["mean_slope"]["before"] == pytest.approx((net * at).sum() / net.sum(), abs=0.002)
    assert gates["cropland_mu"]["before"] == pytest.approx(net.sum() / MU, abs=0.01)
    change = {row["BSM"]: row for row in parcels}
    stays = np.array([row["BSM"] not in change for row in crop])
    coming = [row for row in parcels if row["change"] == "in"]
    area = net[stays].sum() + sum(row["net_m2"] for row in coming)
    total = (net * at)[stays].sum() + sum(row["net_m2"] * row["slope"] for row in coming)
    assert gates["cropland_mu"]["after"] == pytest.approx(area / MU, abs=0.01)
    assert gates["mean_slope"]["after"] == pytest.approx(total / area, abs=0.002)
    assert gates["mean_slope"]["after"] < gates["mean_slope"]["before"]


def test_the_share_in_large_blocks_is_that_of_farmland_contiguity(swapped):
    """Both times, the parcels recoded for the second."""
    parcels, gates, *_ = swapped
    codes = ",".join(f"'{row['BSM']}','{row['to_code']}'" for row in parcels)
    recoded = native(
        "native:fieldcalculator", INPUT=f"{SOURCE}DLTB", FIELD_NAME="DLBM", FIELD_TYPE=2, FIELD_LENGTH=6,
        FORMULA=f"coalesce(map_get(map({codes}), \"BSM\"), \"DLBM\")")
    net = {row["BSM"]: row["net_m2"] for row in parcels if row["change"] == "in"}
    areas = ",".join(f"'{bsm}',{area}" for bsm, area in net.items())
    recoded = native(
        "native:fieldcalculator", INPUT=recoded, FIELD_NAME="NET", FIELD_TYPE=0,
        FORMULA=f"coalesce(map_get(map({areas}), \"BSM\"), \"TBDLMJ\")")
    for layer, when, field in ((f"{SOURCE}DLTB", "before", "TBDLMJ"), (recoded, "after", "NET")):
        blocks = run(layer, CONTIGUITY, AREA_METHOD=1, AREA_FIELD=field).rows("BLOCKS", "net_mu")
        large = sum(mu for mu in blocks if mu >= 100)
        total = gates["cropland_mu"][when]
        assert gates["contiguous_share"][when] == pytest.approx(large / total, abs=2e-6)
    assert gates["contiguous_share"]["after"] >= gates["contiguous_share"]["before"]


def test_budget_and_growth_are_kept():
    parcels, gates, results, _ = swap(**LAYERS, MAX_SWAP_MU=20, MAX_SURPLUS_MU=1)
    assert 15 < results["IN_MU"] <= 20
    assert 0 <= gates["cropland_mu"]["difference"] <= 1
    rule = json.loads(parcels[0]["rule"])
    assert (rule["max_swap_mu"], rule["max_surplus_mu"], set(rule["layers"])) == (20, 1, set(LAYERS))


# --- real land ----------------------------------------------------------------------------------


def test_real_land_keeps_the_gates():
    """Fields, woods and orchards around Bayreuth, which is gentle: steep is what lies above 8°."""
    path, dem = DATA / "bayreuth_osm.gpkg", DATA / "bayreuth_dem_srtm.tif"
    if not path.exists() or not dem.exists():
        pytest.skip(f"the real data {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    landuse = native(
        "native:fieldcalculator", INPUT=f"{path}|layername=landuse", FIELD_NAME="DLBM", FIELD_TYPE=2, FIELD_LENGTH=6,
        FORMULA="CASE WHEN \"cls\" IN ('farmland','farmyard') THEN '0103' WHEN \"cls\" = 'forest' THEN '0301' "
                "WHEN \"cls\" IN ('orchard','meadow') THEN '0201' ELSE '0702' END")
    landuse = native(
        "native:fieldcalculator", INPUT=landuse, FIELD_NAME="number", FIELD_TYPE=1, FORMULA="\"fid\"")
    parcels, gates, results, _ = swap(landuse, DEM=str(dem), FARM_SLOPE=8, FOREST_SLOPE=4, MAX_SWAP_MU=300)
    assert results["OUT_COUNT"] and results["IN_MU"] <= 300
    assert all(gates[name]["holds"] for name in ("cropland_mu", "mean_slope", "contiguous_share"))
    assert all(row["slope"] >= 8 if row["change"] == "out" else row["slope"] <= 4 for row in parcels)
    assert results["GAP"] < 0.03
    measure = QgsDistanceArea()
    measure.setSourceCrs(landuse.crs(), QgsCoordinateTransformContext())
    measure.setEllipsoid("EPSG:7030")
    shapes = {feature["number"]: feature.geometry() for feature in landuse.getFeatures()}
    theirs = [measure.measureArea(shapes[row["number"]]) for row in parcels]
    assert [row["area_m2"] for row in parcels] == pytest.approx(theirs, rel=1e-4)


def test_the_report_speaks_of_what_changes(swapped):
    with open(swapped[2]["REPORT"], encoding="utf-8") as file:
        html = file.read()
    for words in ("Before and after", "Gap to the bound", "never suggested to leave", "In the ecological redline"):
        assert words in html
    assert len(rows_of(f"{SOURCE}DLTB", "BSM")) == 8752
