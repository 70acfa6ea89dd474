"""What each layer of the sample township is to the tools, so that their dialogs choose it."""

ROLES = {
    "DLTB": "parcels", "natural_village_areas": "settlement_areas", "village_statistics": "village_statistics",
    "hazard_areas": "hazard_areas", "hazard_points": "hazard_points", "protected_villages": "protected",
    "STBHHX": "redline", "water_source": "water_source", "services": "services", "roads": "roads", "dem": "dem",
    "CZKFBJ": "development_boundary", "enterprises": "enterprises", "buildings": "buildings", "heritage": "heritage",
    "YJJBNTBHTB": "basic_farmland", "village_boundary": "villages", "high_standard_farmland": "high_standard_farmland",
    "grain_zone": "grain_zone", "tourism": "tourism",
}  # fmt: skip
