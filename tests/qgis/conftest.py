"""Tests inside QGIS: Processing running, and our provider in it."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_processing):
    """Our provider, registered for the whole session."""
    from qgis.core import QgsApplication

    from land_consolidation.processing.provider import register

    provider = register()
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)
