"""What is asked of settlements beside their shapes: statistics, terrain, protected sites; asked, and checked."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
)

from ..algorithms.errors import InvalidInput
from .base import advanced, described
from .fields import find_field
from .i18n import tr
from .shared_parameters import INPUT, input_parameter, optional_field
from .sources import table_source

COUNTS = {"HOUSEHOLDS": "HOUSEHOLDS_FIELD", "DWELLINGS": "DWELLINGS_FIELD", "VACANT": "VACANT_FIELD",
          "CONSENTING": "CONSENT_FIELD"}
"""What a count is called in the table of aliases, and the parameter that names its field."""


def settlement_parameters():
    """INPUT, STATISTICS and the fields that join them."""
    field = QgsProcessingParameterField
    return (
        input_parameter(
            tr("Settlements"), tr("Settlement polygons: the result of “Settlements from homesteads”, or any "
                                  "other.")),
        described(
            QgsProcessingParameterFeatureSource(
                "STATISTICS", tr("Village statistics"), [QgsProcessing.SourceType.Vector], optional=True),
            tr("A table with households, dwellings, vacant dwellings and consenting households. Where the "
               "settlements carry these themselves, choose the settlements again.")),
        described(
            field("JOIN_FIELD", tr("Key of the settlements"), None, INPUT, optional=True),
            tr("The field of the settlements that tells which row of the statistics is theirs. Empty: the "
               "village's name.")),
        described(
            field("STATISTICS_JOIN_FIELD", tr("Key of the statistics"), None, "STATISTICS", optional=True),
            tr("The field of the statistics that holds the same keys. Empty: the village's name.")),
    )


def count_parameters(names=()):
    """The fields with counts, folded away: those named, else all."""
    fields = (
        ("HOUSEHOLDS_FIELD", tr("Households field"),
         tr("Number of households. Empty: a field usually called so, such as households or 户数.")),
        ("DWELLINGS_FIELD", tr("Dwellings field"),
         tr("Number of dwellings. Empty: a field usually called so, such as dwellings or 住宅数.")),
        ("VACANT_FIELD", tr("Vacant dwellings field"),
         tr("Number of vacant dwellings. Empty: a field usually called so, such as vacant or 空置数.")),
        ("CONSENT_FIELD", tr("Consenting households field"),
         tr("Number of households that consent to move. Empty: a field usually called so, such as consenting or "
            "同意户数. Only where all consent is a result called agreed.")),
    )
    return tuple(
        advanced(described(
            QgsProcessingParameterField(name, label, None, "STATISTICS", optional=True), help_text))
        for name, label, help_text in fields if not names or name in names
    )


def dem_parameter():
    """DEM: a raster."""
    dem = QgsProcessingParameterRasterLayer("DEM", tr("Terrain model (DEM)"), optional=True)
    return described(dem, tr("Heights in metres, in any CRS. Elevation and slope are means over each settlement."))


def protected_parameter():
    """PROTECTED: any geometries."""
    return described(
        QgsProcessingParameterFeatureSource(
            "PROTECTED", tr("Protected villages and sites"), [QgsProcessing.SourceType.VectorAnyGeometry],
            optional=True),
        tr("Traditional and historic villages, heritage sites. What they meet is retained, whatever else holds."))


def statistics_choice(algorithm, parameters, fields, context):
    """The statistics (None where there are none) and the fields that join them, of the settlements and their own."""
    statistics = table_source(algorithm, parameters, "STATISTICS", context)
    if statistics is None:
        return None, "", ""
    join = optional_field(algorithm, parameters, "JOIN_FIELD", fields, context) or find_field(fields, "ZLDWMC")
    other = optional_field(algorithm, parameters, "STATISTICS_JOIN_FIELD", statistics.fields(), context)
    other = other or find_field(statistics.fields(), "ZLDWMC")
    for name, field, layer in (("JOIN_FIELD", join, INPUT), ("STATISTICS_JOIN_FIELD", other, "STATISTICS")):
        if not field:
            raise InvalidInput(
                "{parameter}: choose the field of {layer} that tells which row of the statistics belongs to which "
                "settlement, such as the village's name or code.", parameter=name, layer=layer,
            )
    return statistics, join, other


def count_fields(algorithm, parameters, fields, context):
    """The field of each count: the chosen one, else one that is usually called so."""
    return {
        name: optional_field(algorithm, parameters, parameter, fields, context) or find_field(fields, name)
        for name, parameter in COUNTS.items()
    }
