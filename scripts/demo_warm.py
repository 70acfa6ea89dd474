"""What the delivery will need, loaded while its qgis_process waits: see `waiting` in demo.py."""

import openpyxl  # noqa: F401
import pandas  # noqa: F401
import scipy.sparse.csgraph  # noqa: F401
