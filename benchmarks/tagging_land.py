"""A made-up county to tag: parcels with tag fields in 25 villages, some tagged, and its farmland blocks."""

from osgeo import ogr
from partition import make_partition
from qgis.core import QgsVectorLayer
from survey_layer import write_survey_layer

PARCELS = 500_000
_TAGS = (
    "UPDATE DLTB SET ZLDWMC = 'village ' || substr(ZLDWDM, 10, 3)",
    """UPDATE DLTB SET zz_cat = 'A', zz_sub = 'A1', zz_source = 'rule:farmlandcontiguity',
        zz_rule = '{"rule":"farmlandcontiguity","share":' || (0.5 + fid % 5000 / 10000.0) || ',"reasons":"made up"}',
        zz_time = '2026-01-01T08:00:00+08:00' WHERE fid % 5 = 0""",
    """UPDATE DLTB SET zz_cat = 'D', zz_sub = 'D1', zz_disp = 'new', zz_source = 'person',
        zz_time = '2026-01-01T08:00:00+08:00' WHERE fid % 5 = 1""",
)


def write_tagged_land(folder):
    """Two parcels in five are tagged: one by a rule, with 5,000 different reasons, one by a person."""
    from land_consolidation.algorithms.tag_scheme import read_scheme
    from land_consolidation.processing.tag_preparation import prepare_layer

    folder.mkdir()
    path = folder / "parcels.gpkg"
    land = make_partition(PARCELS)
    write_survey_layer(path, land.geometry, land.code, land.width)
    prepare_layer(QgsVectorLayer(str(path), "parcels", "ogr"), read_scheme())
    file = ogr.Open(str(path), 1)
    for statement in _TAGS:
        file.ExecuteSQL(statement)
