"""A clean QGIS profile that has one plugin, ours, switched on."""

import os
import shutil
import site
import sys
from pathlib import Path

from plugin_package import NAME, ROOT


def create(folder, plugin=ROOT, language=""):
    """Make a profile for QGIS_CUSTOM_CONFIG_PATH in `folder`.

    plugin: the plugin's folder, which is linked to, or its zip, which is unpacked.
    language: QGIS's name of a language (`en`, `zh-Hans`); empty leaves it to the system.
    """
    # For its owner alone: it also serves as XDG_RUNTIME_DIR, where Qt insists on that.
    Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    default = Path(folder) / "profiles" / "default"
    plugins = default / "python" / "plugins"
    plugins.mkdir(parents=True)
    if Path(plugin).is_dir():
        (plugins / NAME).symlink_to(Path(plugin).resolve())
    else:
        shutil.unpack_archive(plugin, plugins)

    settings = f"[PythonPlugins]\n{NAME}=true\n"
    if language:
        settings += f"\n[locale]\noverrideFlag=true\nuserLocale={language}\n"
    ini = default / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir()
    ini.write_text(settings, encoding="utf-8")


def environment(folder):
    """The environment in which QGIS's commands use the profile, and the packages of the Python running this."""
    return {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PYTHONPATH": site.getsitepackages()[0],
        "PYTHONNOUSERSITE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


if __name__ == "__main__":
    create(sys.argv[1], language=sys.argv[2])
