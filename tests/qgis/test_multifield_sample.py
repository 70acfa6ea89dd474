"""The multi-field overlay on the sample township and on real parcels: planted cases, and areas against QGIS's own."""

import csv

import numpy as np
import plugin_package
import pytest
from calls_multifield import MULTIFIELD
from qgis.core import QgsVectorLayer
from references import DATA
from scenes import plain, rows_of, run
from villages import MU, native

FOLDER = plugin_package.ROOT / "resources" / "sample"
SOURCE = f"{FOLDER / 'township.gpkg'}|layername="
LAYERS = {
    "BASIC_FARMLAND": "YJJBNTBHTB", "HIGH_STANDARD": "high_standard_farmland", "GRAIN_ZONE": "grain_zone",
    "RESTORABLE": "DLTB",
}  # fmt: skip


@pytest.fixture(scope="module")
def ran():
    """Pieces and parcels as dicts, summary by (kind, item), numbers. No layers, which must not outlive QGIS."""
    done = run(f"{SOURCE}DLTB", MULTIFIELD, **{name: f"{SOURCE}{layer}" for name, layer in LAYERS.items()})
    numbers = {name: value for name, value in done.results.items() if not isinstance(value, str)}
    summary = {
        (kind, item): (area, share) for kind, item, area, share in done.rows(
            "SUMMARY", "kind", "item", "area_m2", "share")
    }
    return dicts(done["PIECES"]), dicts(done["PARCELS"]), summary, numbers


def dicts(layer):
    names = layer.fields().names()
    return [dict(zip(names, map(plain, feature.attributes()))) for feature in layer.getFeatures()]


def case(name):
    with open(FOLDER / "planted_cases.csv", encoding="utf-8") as file:
        return next(row for row in csv.DictReader(file) if row["case_id"] == name)


def test_the_steepest_basic_farmland_is_found_in_it(ran):
    pieces, parcels, *_ = ran
    key = case("A-STEEPBF")["key"]
    (parcel,) = (row for row in parcels if row["BSM"] == key)
    assert parcel["basic_m2"] > 0.99 * parcel["area_m2"]
    mine = [row for row in pieces if row["BSM"] == key and row["basic_farmland"]]
    assert mine and all((row["category"], row["subtype"]) == ("A", "A2") for row in mine if not row["high_standard"])


def test_high_standard_farmland_outside_basic_farmland_is_found():
    zone = native(
        "native:extractbyexpression", INPUT=f"{SOURCE}high_standard_farmland",
        EXPRESSION=f"\"zone_id\" = '{case('A-HSOUT')['key']}'")
    done = run(f"{SOURCE}DLTB", MULTIFIELD, BASIC_FARMLAND=f"{SOURCE}YJJBNTBHTB", HIGH_STANDARD=zone)
    within = done.results["HIGH_MU"]
    outside = native("native:difference", INPUT=zone, OVERLAY=f"{SOURCE}YJJBNTBHTB")
    (shape,) = (feature.geometry() for feature in outside.getFeatures())
    assert done.results["HIGH_NOT_BASIC_MU"] == pytest.approx(shape.area() / MU, rel=1e-4)
    assert done.results["HIGH_NOT_BASIC_MU"] > 0.5 * within
    states = {row["state"] for row in dicts(done["PIECES"]) if row["high_standard"] and not row["basic_farmland"]}
    assert states == {"outside"}


def test_pieces_add_up_to_their_parcels_and_layers_to_the_summary(ran):
    pieces, parcels, summary, numbers = ran
    total = {}
    for row in pieces:
        total[row["BSM"]] = total.get(row["BSM"], 0) + round(row["area_m2"] * 100)
    assert total == {row["BSM"]: round(row["area_m2"] * 100) for row in parcels}
    for row in parcels:
        assert sum(row[f"count{number}_m2"] for number in range(5)) == pytest.approx(row["area_m2"], abs=0.005)
    for name, field in (("basic_farmland", "basic_m2"), ("high_standard", "high_m2"), ("grain_zone", "grain_m2"),
                        ("restorable", "restore_m2")):
        assert summary["layer", name][0] == pytest.approx(sum(row[field] for row in parcels), abs=0.01)
    assert summary["built", "before"][1] == pytest.approx(numbers["SHARE_BEFORE"], abs=1e-6)
    assert ("built", "after") not in summary and "SHARE_AFTER" not in numbers, "no plan was given: not known"
    basic = summary["layer", "basic_farmland"][0]
    assert summary["difference", "basic_not_high"][0] + summary["built", "before"][0] == pytest.approx(basic, abs=0.01)


def test_restorable_parcels_are_those_of_the_survey(ran):
    pieces, *_ = ran
    wanted = {bsm for bsm, how in rows_of(f"{SOURCE}DLTB", "BSM", "ZZSXDM") if how in ("JKHF", "GCHF")}
    assert {row["BSM"] for row in pieces if row["restorable"]} == wanted


def planar(layer):
    return sum(feature.geometry().area() for feature in layer.getFeatures())


@pytest.mark.parametrize("fields", [("grain_zone", "high_standard_farmland")])
def test_areas_are_those_of_qgis_overlays(fields):
    """Planar areas of parcels in both, in one and not the other, against native:intersection and native:difference."""
    one, other = (f"{SOURCE}{name}" for name in fields)
    done = run(f"{SOURCE}DLTB", MULTIFIELD, GRAIN_ZONE=one, HIGH_STANDARD=other, AREA_METHOD=2)
    pieces = dicts(done["PIECES"])
    both = sum(row["area_m2"] for row in pieces if row["grain_zone"] and row["high_standard"])
    alone = sum(row["area_m2"] for row in pieces if row["grain_zone"] and not row["high_standard"])
    crossing = native("native:intersection", INPUT=one, OVERLAY=other)
    left = native("native:difference", INPUT=one, OVERLAY=other)
    for layer, found in ((crossing, both), (left, alone)):
        on_parcels = native("native:intersection", INPUT=f"{SOURCE}DLTB", OVERLAY=layer)
        assert found == pytest.approx(planar(on_parcels), abs=1.0)
        assert found > 1000


# --- real parcels -------------------------------------------------------------------------------


def real(package, layer):
    path = DATA / package
    if not path.exists():
        pytest.skip(f"the real data {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    opened = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    assert opened.isValid()
    return opened


def test_real_landuse_is_cut_as_qgis_cuts_it():
    """Bayreuth's land use, which overlaps itself, cut by buffered houses and farmland: areas of every parcel."""
    landuse = real("bayreuth_osm.gpkg", "landuse")
    wood = native("native:extractbyexpression", INPUT=landuse, EXPRESSION="\"cls\" = 'forest'")
    zone = native("native:buffer", INPUT=wood, DISTANCE=40, SEGMENTS=4)
    done = run(landuse, MULTIFIELD, BASIC_FARMLAND=zone, AREA_METHOD=2)
    united = native("native:dissolve", INPUT=zone)
    expected = {}
    for feature in native("native:intersection", INPUT=landuse, OVERLAY=united).getFeatures():
        expected[feature["fid"]] = expected.get(feature["fid"], 0.0) + feature.geometry().area()
    ids = rows_of(landuse, "fid")
    found = np.array(done.rows("PARCELS", "basic_m2"))
    assert len(found) == len(ids)
    np.testing.assert_allclose(found, [expected.get(number, 0.0) for number in ids], atol=0.02, rtol=1e-7)
    assert (found > 0).sum() > 100
