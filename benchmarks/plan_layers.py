"""Made-up parcels with plan codes, to be delivered as a village plan."""

from osgeo import ogr
from partition import make_partition
from survey_layer import write_survey_layer

PARCELS = 500_000
_CODES = (
    "ALTER TABLE DLTB ADD COLUMN base_code TEXT(6)", "ALTER TABLE DLTB ADD COLUMN plan_code TEXT(6)",
    "ALTER TABLE DLTB ADD COLUMN zz_cat TEXT(5)", "ALTER TABLE DLTB ADD COLUMN zz_proj TEXT(100)",
    "UPDATE DLTB SET base_code = CASE WHEN DLBM LIKE '01%' THEN DLBM ELSE '1207' END",
    "UPDATE DLTB SET plan_code = CASE WHEN fid % 50 = 0 THEN '0103' ELSE base_code END",
    "UPDATE DLTB SET zz_cat = 'A', zz_proj = 'project ' || fid / 20000 WHERE DLBM LIKE '01%'",
)


def write_planned_land(folder):
    """Two thirds of the parcels are tagged, in 25 projects of neighbours."""
    folder.mkdir()
    path = folder / "parcels.gpkg"
    land = make_partition(PARCELS)
    write_survey_layer(path, land.geometry, land.code, land.width)
    file = ogr.Open(str(path), 1)
    for statement in _CODES:
        file.ExecuteSQL(statement)
