"""Tests inside QGIS: Processing running, and our provider in it."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_processing):
    """Our provider, registered for the whole session."""
    from qgis.core import QgsApplication

    from land_consolidation.processing.provider import LandConsolidationProvider

    provider = LandConsolidationProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)
