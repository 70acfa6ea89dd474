"""Made-up survey parcels in which some faults are planted, to be validated."""

import shapely
from partition import make_partition
from survey_layer import write_survey_layer

PARCELS = 500_000
EVERY = 5_000  # every so many parcels one reaches over its neighbours, and one misses


def write_surveyed_land(folder):
    """100 parcels reach half a metre over their neighbours, and 100 are missing."""
    folder.mkdir()
    land = make_partition(PARCELS)
    shapes = land.geometry.copy()
    shapes[::EVERY] = shapely.buffer(shapes[::EVERY], 0.5)
    kept = [i for i in range(len(shapes)) if i % EVERY != EVERY // 2]
    write_survey_layer(folder / "parcels.gpkg", shapes[kept], land.code[kept], land.width[kept])
