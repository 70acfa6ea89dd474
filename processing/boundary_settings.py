"""The urban development boundary as the dialog asks for it, and checked before any work."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
)

from ..algorithms.errors import InvalidInput
from .base import advanced, described
from .fields import find_field
from .i18n import tr
from .sources import expression_of, vector_source


def boundary_parameter():
    """BOUNDARY: a polygon source."""
    return described(
        QgsProcessingParameterFeatureSource(
            "BOUNDARY", tr("Development boundary"), [QgsProcessing.SourceType.VectorPolygon]),
        tr("The urban development boundary (CZKFBJ). Where it has the field GHFQDM only its zones 410, 420 and "
           "430 are used."))


def boundary_filter_parameter():
    """BOUNDARY_FILTER: which features of the boundary layer count."""
    return advanced(described(
        QgsProcessingParameterExpression(
            "BOUNDARY_FILTER", tr("Part of the boundary used"), None, "BOUNDARY", optional=True),
        tr("Which features of the boundary layer count. Empty: its zones 410, 420 and 430 where it has the "
           "field GHFQDM, else all.")))


def read_boundary_settings(algorithm, parameters, context):
    """The settings `boundary`, `boundary_filter` and `zone_field`. Raises InvalidInput for a village boundary."""
    boundary = vector_source(algorithm, parameters, "BOUNDARY", context, (Qgis.GeometryType.Polygon,))
    boundary_filter = expression_of(algorithm, parameters, "BOUNDARY_FILTER", boundary.fields(), context)
    zone_field = find_field(boundary.fields(), "GHFQDM")
    _refuse_village_boundary(boundary, zone_field, boundary_filter)
    return {"boundary": boundary, "boundary_filter": boundary_filter, "zone_field": zone_field}


def _refuse_village_boundary(boundary, zone_field, boundary_filter):
    """The same layer name is sometimes given to the village construction boundary."""
    from ..algorithms.industry import industry_rules

    named = industry_rules()["not_a_boundary"] in boundary.sourceName()
    if named and not zone_field and boundary_filter is None:
        raise InvalidInput(
            "BOUNDARY: “{layer}” is called a village boundary and has no field GHFQDM that says otherwise. Choose "
            "the urban development boundary, or say in BOUNDARY_FILTER what to use.", layer=boundary.sourceName(),
        )
