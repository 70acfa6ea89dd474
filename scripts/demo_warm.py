"""What both of the demo's processes need of Python: run while one waits, and while the other opens the project."""

import gc

import openpyxl  # noqa: F401
import pandas  # noqa: F401
import scipy.optimize
import scipy.sparse.csgraph  # noqa: F401

gc.disable()  # looking for garbage takes a twentieth of the time, and the processes end soon
