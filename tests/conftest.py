"""What every test rests on: the plugin under its installed name, and repeatable random cases."""

import os
import sys
from pathlib import Path

import plugin_package
import pytest
from hypothesis import HealthCheck, settings

plugin_package.load()

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

EXIT_STATUS = pytest.StashKey[int]()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return plugin_package.ROOT


UNIT = Path(__file__).parent / "unit"


def pytest_collection_modifyitems(items):
    """Names of tests are the same in every process: those that run them side by side compare them.

    Coverage is that of the unit tests alone: rules are tested where they are, and the others run at full speed.
    """
    for item in items:
        if UNIT not in item.path.parents:
            item.add_marker(pytest.mark.no_cover)
    changing = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if changing:
        raise pytest.UsageError(f"An address in memory is in the name of {changing[0]}")


def pytest_sessionfinish(session, exitstatus):
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """End at once where QGIS was loaded: layers that failed tests still hold crash Python's own tidying up."""
    if "qgis.core" in sys.modules and EXIT_STATUS in config.stash and not hasattr(config, "workerinput"):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[EXIT_STATUS])
