"""Build the plugin's zip: only what runs, and the same bytes from the same files."""

import configparser
import sys
import zipfile
from pathlib import Path

from plugin_package import NAME, ROOT

FILES = ("__init__.py", "plugin.py", "metadata.txt", "LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md")
FOLDERS = ("algorithms", "processing", "ui", "resources", "i18n", "docs/algorithms")
# Sources of what is built, and what QGIS leaves beside data it has opened.
LEFT_OUT = (".ts", ".pyc", ".aux.xml", "-wal", "-shm")
# The earliest a zip can say.
TIME = (1980, 1, 1, 0, 0, 0)


def version():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def contents():
    """The files of the zip, relative to the root, sorted."""
    found = [Path(name) for name in FILES]
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT)
            hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
            if path.is_file() and not hidden and not path.name.endswith(LEFT_OUT):
                found.append(inside)
    return sorted(found)


def build(folder):
    """Write the zip into `folder` and return its path."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}-{version()}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in contents():
            entry = zipfile.ZipInfo(f"{NAME}/{path.as_posix()}", TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (ROOT / path).read_bytes())
    return target


if __name__ == "__main__":
    print(build(sys.argv[1]))
