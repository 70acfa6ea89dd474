"""What the indicators of a village plan are asked with, checked."""

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..algorithms.errors import InvalidInput
from . import plan_table_settings as plan
from .base import described, given
from .fields import find_field
from .i18n import tr
from .shared_parameters import optional_field
from .sources import table_source, vector_source

LAYERS = {
    "REDLINE": (Qgis.GeometryType.Polygon,),
    "BASIC_FARMLAND": (Qgis.GeometryType.Polygon,),
    "PLANNED_BASIC_FARMLAND": (Qgis.GeometryType.Polygon,),
    "HERITAGE": (Qgis.GeometryType.Point, Qgis.GeometryType.Polygon),
}
NUMBERS = ("POPULATION", "PLANNED_POPULATION", "HERITAGE_COUNT", "PLANNED_HERITAGE_COUNT", "COASTLINE",
           "PLANNED_COASTLINE")  # fmt: skip


@dataclass(frozen=True)
class Settings:
    """The parameters of one run, checked.

    layers: source by parameter, None where not given; numbers: by parameter,
    likewise; facts: a table, or None, and its fields, '' for none.
    """

    parcels: plan.Settings
    layers: dict
    numbers: dict
    facts: object
    facts_village: str
    population: str
    planned_population: str


def fact_parameters():
    """The layers, the table and the numbers that indicators need beside parcels; none must be given."""
    source, kinds = QgsProcessingParameterFeatureSource, QgsProcessing.SourceType
    points_or_polygons = [kinds.VectorPoint, kinds.VectorPolygon]

    def number(name, label, text, whole=False, most=None):
        parameter = QgsProcessingParameterNumber(
            name, label, Qgis.ProcessingNumberParameterType.Integer if whole
            else Qgis.ProcessingNumberParameterType.Double, None, optional=True, minValue=0,
        )
        if most:
            parameter.setMaximum(most)
        return described(parameter, text)

    return (
        described(
            source("REDLINE", tr("Ecological redline"), [kinds.VectorPolygon], optional=True),
            tr("Polygons of the redline (STBHHX). Its area inside each village is measured.")),
        described(
            source("BASIC_FARMLAND", tr("Permanent basic farmland"), [kinds.VectorPolygon], optional=True),
            tr("Polygons of permanent basic farmland (YJJBNT). Its area inside each village is measured, net of the "
               "parcels' field ridges.")),
        described(
            source("PLANNED_BASIC_FARMLAND", tr("Planned permanent basic farmland"), [kinds.VectorPolygon],
                   optional=True),
            tr("Permanent basic farmland as the plan leaves it, where it was adjusted. Empty: as in the base year.")),
        described(
            source("HERITAGE", tr("Natural and cultural heritage"), points_or_polygons, optional=True),
            tr("Sites as points or polygons. Each counts once, in the village that holds most of it.")),
        described(
            source("FACTS", tr("Table of villages"), [kinds.Vector], optional=True),
            tr("A table with the people of each village. Several rows of one village are added up.")),
        described(
            QgsProcessingParameterField(
                "FACTS_VILLAGE_FIELD", tr("Village in the table"), None, "FACTS", optional=True),
            tr("Code or name of the village, as on the parcels. Empty: ZLDWDM or village_code, else the name.")),
        described(
            QgsProcessingParameterField("POPULATION_FIELD", tr("People in the table"), None, "FACTS", optional=True),
            tr("How many people live there in the base year. Empty: population, where there is such a field.")),
        described(
            QgsProcessingParameterField(
                "PLANNED_POPULATION_FIELD", tr("Planned people in the table"), None, "FACTS", optional=True),
            tr("How many people are planned for. Empty: not known.")),
        number("POPULATION", tr("People in all villages"),
               tr("How many people live in all of the input in the base year. Empty: the sum of the table."), True),
        number("PLANNED_POPULATION", tr("Planned people in all villages"),
               tr("How many people are planned for in all of the input. Empty: the sum of the table."), True),
        number("HERITAGE_COUNT", tr("Number of heritage sites"),
               tr("Natural and cultural heritage in all of the input. Empty: counted from the layer."), True),
        number("PLANNED_HERITAGE_COUNT", tr("Planned number of heritage sites"),
               tr("Natural and cultural heritage in the plan. Empty: as many as in the base year."), True),
        number("COASTLINE", tr("Natural coastline [%]"),
               tr("Share of the mainland's coastline that is natural in the base year."), most=100),
        number("PLANNED_COASTLINE", tr("Planned natural coastline [%]"),
               tr("Share of the mainland's coastline that the plan keeps natural."), most=100),
    )


def indicator_settings(algorithm, parameters, context):
    """The Settings, checked. Raises InvalidInput naming the parameter."""
    parcels = plan.plan_settings(algorithm, parameters, context)
    facts = table_source(algorithm, parameters, "FACTS", context)
    chosen = {"FACTS_VILLAGE_FIELD": "", "POPULATION_FIELD": "", "PLANNED_POPULATION_FIELD": ""}
    if facts is not None:
        fields = facts.fields()
        chosen = {name: optional_field(algorithm, parameters, name, fields, context) for name in chosen}
        meaning = "ZLDWDM" if parcels.village_name_field else "ZLDWMC"
        village = chosen["FACTS_VILLAGE_FIELD"] or find_field(fields, meaning) or find_field(fields, "ZLDWMC")
        if not village:
            raise InvalidInput("FACTS_VILLAGE_FIELD: choose the field with the code or name of the village.")
        chosen["FACTS_VILLAGE_FIELD"] = village
        chosen["POPULATION_FIELD"] = chosen["POPULATION_FIELD"] or find_field(fields, "POPULATION")
    return Settings(
        parcels=parcels,
        layers={
            name: vector_source(algorithm, parameters, name, context, kinds) if given(parameters, name) else None
            for name, kinds in LAYERS.items()
        },
        numbers={name: _number(algorithm, parameters, name, context) for name in NUMBERS},
        facts=facts,
        facts_village=chosen["FACTS_VILLAGE_FIELD"],
        population=chosen["POPULATION_FIELD"],
        planned_population=chosen["PLANNED_POPULATION_FIELD"],
    )


def _number(algorithm, parameters, name, context):
    if not given(parameters, name):
        return None
    value = algorithm.parameterAsDouble(parameters, name, context)
    most = 100 if "COASTLINE" in name else float("inf")
    if not 0 <= value <= most or value == float("inf"):
        raise InvalidInput(
            "{parameter}: {value} cannot be used. Give a number {limit}.",
            parameter=name, value=f"{value:g}", limit="0–100" if most == 100 else "≥ 0",
        )
    return value
