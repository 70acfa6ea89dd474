"""Take the documentation's pictures: the desktop tests' drivers, run in a real QGIS window in each language."""

import subprocess
import tempfile
from pathlib import Path

import qgis_desktop
from plugin_package import ROOT

TARGET = ROOT / "docs" / "images" / "tutorial"
LANGUAGES = {"en": "en", "zh": "zh-Hans"}
# (driver, its functions, pictures kept)
TAKEN = (
    ("workflow", ("sample", "screen"), ("sample", "screen_dialog", "screen_map")),
    ("start_page", ("opened", "found"), ("start_found",)),
    ("tagging", ("opened", "prepare", "select_and_tag"), ("tagging_working",)),
)
NAMES = {"tagging_working": "tagging"}
_COLOURS = "224"  # enough for a window, and half the size


def main():
    for folder, language in LANGUAGES.items():
        target = TARGET / folder
        target.mkdir(parents=True, exist_ok=True)
        for driver, functions, kept in TAKEN:
            with tempfile.TemporaryDirectory() as work:
                qgis_desktop.drive(driver, list(functions), Path(work), language, timeout=400)
                for name in kept:
                    place = target / f"{NAMES.get(name, name)}.png"
                    few = ("+dither", "-colors", _COLOURS, "-strip", f"PNG8:{place}")
                    subprocess.run(["convert", f"{work}/{name}.png", *few], check=True)
                    print(place.relative_to(ROOT))


if __name__ == "__main__":
    main()
