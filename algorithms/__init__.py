"""What is true of land: analysis over numpy, shapely and pandas, without QGIS."""
