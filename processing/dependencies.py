"""Packages the algorithms need that some installations of QGIS lack."""

import ctypes
import sys
from importlib.util import find_spec

from .i18n import tr

_NEEDED = ("numpy", "scipy", "shapely", "pandas")


def missing_packages():
    """Names of needed packages that cannot be found, in a fixed order."""
    return [name for name in _NEEDED if find_spec(name) is None]


def complaint():
    """One sentence saying what is missing and how to get it, '' when nothing is."""
    missing = missing_packages()
    if missing:
        return tr(
            "This tool needs the Python packages {packages}, which this QGIS does not have. On Windows repair QGIS "
            "with its installer; on Debian or Ubuntu install python3-{first} and the like; on macOS run “pip3 install "
            "{all}” with QGIS's own Python. Then restart QGIS."
        ).format(packages=", ".join(missing), first=missing[0], all=" ".join(missing))
    import shapely

    if int(shapely.__version__.split(".")[0]) < 2:
        return tr(
            "This tool needs shapely 2 or newer, and this QGIS has {version}. "
            "Run “pip3 install --user 'shapely>=2'” with QGIS's own Python, then restart QGIS."
        ).format(version=shapely.__version__)
    loaded = _geos_of_the_program()
    if loaded is not None and shapely.geos_version[:2] > loaded:
        return tr(
            "This tool cannot use shapely {version}: it is made for GEOS {made}, and this QGIS runs on GEOS {loaded}. "
            "Run “pip3 install 'shapely>=2.0.6,<2.1'” with QGIS's own Python, then restart QGIS."
        ).format(
            version=shapely.__version__, made=".".join(map(str, shapely.geos_version)),
            loaded=".".join(map(str, loaded)),
        )
    return ""


def _geos_of_the_program():
    """(major, minor) of the GEOS that the running program has loaded for all, None where there is none.

    On Linux the QGIS program brings GEOS itself, and shapely's calls end there,
    whatever shapely carries: one made for a newer GEOS then crashes.
    """
    if not sys.platform.startswith("linux"):
        return None
    try:
        version = ctypes.CDLL(None).GEOSversion
    except AttributeError:
        return None
    version.restype = ctypes.c_char_p
    return tuple(int(part) for part in version().decode().split(".")[:2])
