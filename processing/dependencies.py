"""Packages the algorithms need that some installations of QGIS lack."""

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
    return ""
