"""Desktop tests start a real QGIS window and drive it from inside."""

import os
from pathlib import Path

import pytest
import qgis_desktop


@pytest.fixture(scope="session")
def desktop(tmp_path_factory):
    """desktop(driver, *functions, language="en", timeout=120): run them in a new QGIS; {function: result}.

    folder: of an earlier call, to start QGIS again with the same profile; dies: whether it is to be killed.
    Further arguments are variables of QGIS's environment.
    Pictures go to QGIS_PICTURES, in a folder per language, or to a temporary folder.
    """

    def run(driver, *functions, language="en", timeout=120, folder=None, dies=False, **environ):
        pictures = None
        if kept := os.environ.get("QGIS_PICTURES"):
            pictures = Path(kept).resolve() / language
            pictures.mkdir(parents=True, exist_ok=True)
        folder = folder or tmp_path_factory.mktemp(f"{driver}-{language}-")
        return qgis_desktop.drive(driver, list(functions), folder, language, timeout, pictures, dies, **environ)

    return run
