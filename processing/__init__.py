"""What QGIS can run: the provider, one file per algorithm, the bridge between layers and arrays."""
