"""The fonts that a QGIS project asks for."""

import re
import zipfile


def fonts_of(path):
    """Families named in a .qgz."""
    with zipfile.ZipFile(path) as archive:
        (project,) = (name for name in archive.namelist() if name.endswith(".qgs"))
        return set(re.findall('fontFamily="([^"]*)"', archive.read(project).decode("utf-8")))
