"""Where the real layers of ../shared/data are."""

import os
from pathlib import Path

import plugin_package

DATA = Path(os.environ.get("LAND_CONSOLIDATION_DATA", plugin_package.ROOT.parent / "shared" / "data"))
