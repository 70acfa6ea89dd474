"""landconsolidation:settlements — homestead parcels grouped into settlements."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..algorithms.errors import translatable
from . import settlement_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .i18n import tr
from .run import Run
from .settlement_settings import read_settings
from .shared_parameters import INPUT, area_parameters, code_parameters, input_parameter

_ABOUT = About(
    id="settlements",
    title=translatable("Settlements from homesteads"),
    group_id="villages",
    group=translatable("B · Villages"),
    summary=translatable("Groups homestead parcels into settlements, the units that village relocation looks at."),
    help=translatable(
        "Groups homestead parcels into settlements: parcels belong together when the gap between them, edge to edge, "
        "is no wider than the largest gap bridged (50 m by default, a judgement).\n\n"
        "Give village polygons, and no settlement crosses from one village to another: each parcel belongs to the "
        "village that holds the largest part of it, and the settlement carries the village's name and code. "
        "Parcels are never cut.\n\n"
        "Areas are those of the parcels, official ellipsoidal areas on CGCS2000 unless another method is chosen. "
        "The input is never changed. The result is what “Village relocation candidates” asks for."
    ),
    tags=(
        "settlement", "homestead", "village", "hamlet", "residential", "cluster", "group",
        "农居点", "居民点", "宅基地", "自然村", "聚落", "村庄",
        "nongjudian", "jumindian", "zhaijidi", "zirancun", "juluo", "cunzhuang",
    ),
)


class Settlements(LandAlgorithm):
    """Asks, calls the analysis, writes."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "parcels", "VILLAGES": "settlement_areas"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        gap = QgsProcessingParameterDistance("MAX_GAP", tr("Largest gap bridged"), 50.0, minValue=0.0)
        gap.setDefaultUnit(Qgis.DistanceUnit.Meters)  # not the parent layer's: that may be degrees
        field = QgsProcessingParameterField
        polygon = QgsProcessing.SourceType.VectorPolygon
        for parameter in (
            input_parameter(tr("Parcels"), tr("The survey parcels (DLTB), or any polygon layer with land codes.")),
            *code_parameters(optional=True),
            described(gap, tr("Widest gap between two parcels of one settlement, edge to edge, in metres.")),
            described(
                QgsProcessingParameterFeatureSource("VILLAGES", tr("Village polygons"), [polygon], optional=True),
                tr("Villages, natural or administrative, that no settlement crosses. They give it name and code.")),
            described(
                field("VILLAGE_NAME_FIELD", tr("Village name field"), None, "VILLAGES", optional=True),
                tr("The field with the villages' names. Empty: a usual one, such as ZLDWMC or XZQMC, where there is "
                   "one.")),
            described(
                field("SUM_FIELDS", tr("Fields to add up"), None, INPUT,
                      Qgis.ProcessingFieldParameterDataType.Numeric, allowMultiple=True, optional=True),
                tr("Numeric fields added up over the parcels of a settlement, such as households. Parcels without a "
                   "value are left out; where none has one the sum is unknown.")),
            described(
                QgsProcessingParameterEnum(
                    "SHAPE", tr("Shape of settlements"),
                    [tr("Parcels dissolved"), tr("Outline with gaps closed")], defaultValue=outputs.DISSOLVED),
                tr("Dissolved: the parcels, shared edges removed. Outline: gaps up to the largest gap closed, within "
                   "the village. Areas are those of the parcels either way.")),
            advanced(described(
                QgsProcessingParameterExpression("HOMESTEAD", tr("Homestead expression"), None, INPUT, optional=True),
                tr("Which parcels are homesteads. Empty: code 0702 of the land survey, 0703 of land and sea use. With "
                   "an expression the land code field may stay empty."))),
            *area_parameters(),
            described(
                QgsProcessingParameterFeatureSink("SETTLEMENTS", tr("Settlements"), polygon),
                tr("One feature per settlement, the largest first.")),
        ):
            self.addParameter(parameter)
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        read_settings(self, parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from . import settlement_analysis as analysis

        settings = read_settings(self, parameters, context)
        homesteads = analysis.read_homesteads(settings, context, feedback)
        found = analysis.group(homesteads, settings, feedback)
        return outputs.write_all(Run(self, parameters, context, feedback), settings, found)
