"""Real layers, against numbers that others worked out, and against QGIS's own tools."""

import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import QgsVectorLayer
from references import DATA
from scenes import box, context_without_project, groups, layer_of, run

GAPS = (0, 1, 5, 10, 20, 50)
REFERENCES = {
    "brp_nl_2020_subset.gpkg": dict(
        layer=None, farmland="TRUE", parcels=4872,
        blocks=(3930, 3697, 730, 392, 134, 43), largest_ha=(110.8, 110.8, 383.9, 576.2, 1801.3, 5186.3),
    ),
    "bayreuth_osm.gpkg": dict(
        layer="landuse", farmland="\"cls\" = 'farmland'", parcels=162,
        blocks=(134, 134, 57, 39, 27, 19), largest_ha=(27.0, 27.0, 182.1, 275.3, 326.6, 340.5),
    ),
}  # fmt: skip
MU_PER_HECTARE = 15


def opened(name):
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the reference layer {path} is not on this machine; LAND_CONSOLIDATION_DATA can name its folder")
    uri = str(path) if REFERENCES[name]["layer"] is None else f"{path}|layername={REFERENCES[name]['layer']}"
    layer = QgsVectorLayer(uri, name, "ogr")
    assert layer.isValid()
    return layer


def run_reference(name, gap, **parameters):
    reference = REFERENCES[name]
    return run(
        opened(name), CODE_FIELD=..., CODE_SYSTEM=..., FARMLAND=reference["farmland"], AREA_METHOD=2, MAX_GAP=gap,
        SENSITIVITY_GAPS=";".join(map(str, GAPS)), **parameters,
    )  # fmt: skip


@pytest.mark.parametrize("position", range(len(GAPS)), ids=[f"{gap} m" for gap in GAPS])
@pytest.mark.parametrize("name", REFERENCES)
def test_blocks_are_those_of_the_reference(name, position):
    reference = REFERENCES[name]
    ran = run_reference(name, GAPS[position])
    assert ran["PARCELS"].featureCount() == reference["parcels"]
    assert ran.results["BLOCK_COUNT"] == reference["blocks"][position]
    assert ran["BLOCKS"].featureCount() == reference["blocks"][position]
    hectares = ran.results["LARGEST_BLOCK_MU"] / MU_PER_HECTARE
    assert hectares == pytest.approx(reference["largest_ha"][position], abs=0.05)
    assert sum(ran.rows("BLOCKS", "parcels")) == reference["parcels"]


@pytest.mark.parametrize("name", REFERENCES)
def test_one_runs_sensitivity_table_agrees_with_every_run(name):
    """A threshold below every block counts them all."""
    table = run_reference(name, 20, THRESHOLDS="0.000001").rows("SENSITIVITY", "gap_m", "blocks", "share")
    assert [row[0] for row in table] == list(GAPS)
    assert tuple(row[1] for row in table) == REFERENCES[name]["blocks"]
    assert [row[2] for row in table] == pytest.approx([1.0] * len(GAPS))


@pytest.mark.parametrize("gap", [5, 20])
def test_qgis_own_chain_finds_the_same_blocks(gap):
    """Grow by half the gap, dissolve, separate: what planners do by hand. Gaps are kept clear of the limit."""
    rows, x = [], 0.0
    for k in range(12):
        for row in range(6):
            y = row * 70 + (k * 13 % 7)
            rows.append((box(x, y, x + 40 + row, y + 45 + (k % 5) * 3), "0101"))
        x += 46 + (k * 7) % 29
    layer = layer_of(rows)
    ran = run(layer, MAX_GAP=gap)
    grown = processing.run("native:buffer", {
        "INPUT": layer, "DISTANCE": gap / 2, "SEGMENTS": 32, "DISSOLVE": True, "SEPARATE_DISJOINT": True,
        "OUTPUT": "TEMPORARY_OUTPUT",
    }, context=context_without_project())["OUTPUT"]  # fmt: skip
    chain = set()
    parcels = list(layer.getFeatures())
    for blob in grown.getFeatures():
        chain.add(frozenset(k for k, parcel in enumerate(parcels) if parcel.geometry().intersects(blob.geometry())))
    assert 1 < len(chain) < len(rows)
    assert groups(ran) == chain


@pytest.mark.parametrize(("gap", "pairs"), [(0, 1008), (1, 1272), (5, 7336), (10, 9450), (20, 11804), (50, 16104)])
def test_pairs_are_those_of_the_reference(gap, pairs):
    """How many pairs lie within the gap, joined already or not: what blocks are made of."""
    from land_consolidation.algorithms.contiguity import _Nearby
    from land_consolidation.algorithms.parallel import no_progress

    class NoneJoined:
        @staticmethod
        def apart(i, j):
            return np.ones(len(i), dtype=bool)

    wkb = [feature.geometry().asWkb().data() for feature in opened("brp_nl_2020_subset.gpkg").getFeatures()]
    near = _Nearby(shapely.from_wkb(np.array(wkb, dtype=object)), gap, None, no_progress)
    assert sum(len(rows) for rows in near.batches(gap, NoneJoined, no_progress)) == pairs
