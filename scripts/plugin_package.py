"""Make this checkout importable under the name it has when installed.

The checkout's root is the plugin package, and its folder `processing` would
shadow QGIS's own if the root were on `sys.path`. So it is loaded by location.
"""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "land_consolidation"


def load():
    """Import the checkout as `land_consolidation` and return it."""
    if NAME not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            NAME, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        module = importlib.util.module_from_spec(spec)
        sys.modules[NAME] = module
        spec.loader.exec_module(module)
    return sys.modules[NAME]
