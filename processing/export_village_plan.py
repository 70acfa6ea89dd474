"""landconsolidation:exportvillageplan — the layers and tables of a village plan as they are handed in."""

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..algorithms.errors import translatable
from ..algorithms.plan_profile import SHIPPED, shipped_profile
from . import export_outputs as outputs
from .base import About, LandAlgorithm, advanced, described
from .export_formats import FORMATS
from .export_inputs import INPUTS, PARCELS
from .export_settings import BASE_FIELD, PLAN_FIELD, read_settings
from .i18n import tr
from .plan_group import GROUP, GROUP_ID
from .run import Run
from .shared_parameters import INPUT, area_parameters, input_parameter
from .tag_parameters import categories_parameter

_ABOUT = About(
    id="exportvillageplan",
    title=translatable("Export a village plan"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Writes parcels with plan codes and the plan's other layers as a delivery profile asks for."),
    help=translatable(
        "Writes the layers and tables of a village plan as they are handed in: a profile says which layers, with which "
        "fields, types, lengths and code lists. FJ and HZ follow layouts that are in use; TDZZ is our own, with every "
        "5+X tag, projects, reclaimed land and new cropland. A profile is a data file, and you can give your own.\n\n"
        "The parcels come from “Plan codes”. Layers that are not given stay empty in the delivery, and the list of "
        "layers says so.\n\n"
        "Everything is checked first: codes, required values, lengths in the units of the format, characters that "
        "the encoding does not have. Nothing is ever cut: what does not fit is listed with its feature, and then "
        "nothing is written. The delivery is made beside its place and moved there whole, so that an earlier one stays "
        "as it was whatever happens. It is read again and compared before it is moved.\n\n"
        "Personal data are left out unless you ask for them. The inputs are never changed."
    ),
    tags=(
        "village plan", "export", "delivery", "database", "profile", "shapefile", "GBK", "geodatabase", "GeoPackage",
        "村庄规划", "成果", "入库", "汇交", "导出", "数据库", "规划地类", "图层",
        "cunzhuangguihua", "chengguo", "ruku", "huijiao", "daochu", "shujuku",
    ),
)


class ExportVillagePlan(LandAlgorithm):
    """Asks, makes, checks, writes."""

    ABOUT = _ABOUT
    ROLES = {entry.parameter: entry.role for entry in INPUTS}
    KEPT = ("PROBLEMS",)

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        for parameter in (
            input_parameter(tr("Parcels with plan codes"), tr(
                "The result of “Plan codes”: parcels with base and planned code, and their tags.")),
            *_profile_parameters(),
            *_fact_parameters(),
            *_layer_parameters(),
            *_delivery_parameters(),
            *_field_parameters(),
            categories_parameter(),
            *area_parameters(),
            *_output_parameters(),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFolder("DELIVERY", tr("The delivery")))
        for name, label in outputs.number_outputs():
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def check(self, parameters, context):
        self._settings(parameters, context)

    def run_analysis(self, parameters, context, feedback):
        from .export_run import deliver

        settings = self._settings(parameters, context)
        return deliver(Run(self, parameters, context, feedback), settings)

    def _settings(self, parameters, context):
        return read_settings(self, parameters, context, self.parameterAsFileOutput(parameters, "FOLDER", context))


def _profile_parameters():
    profiles = [shipped_profile(name) for name in SHIPPED]
    return (
        described(
            QgsProcessingParameterEnum(
                "PROFILE", tr("Profile"), [f"{profile.id} – {outputs.title_of(profile)}" for profile in profiles],
                defaultValue=0, optional=True),
            tr("The layout of the delivery: 0 FJ, 1 HZ, 2 TDZZ, our own. Not used where a profile file is given.")),
        described(
            QgsProcessingParameterFile(
                "PROFILE_FILE", tr("Profile file"), Qgis.ProcessingFileParameterBehavior.File, "json", optional=True),
            tr("A JSON file with a layout of your own, made like those in the plugin's folder resources/profiles.")),
    )


def _fact_parameters():
    text, number, whole = QgsProcessingParameterString, QgsProcessingParameterNumber, Qgis.ProcessingNumberParameterType
    return (
        described(text("VILLAGE_CODE", tr("Village code")), tr(
            "The village's 12 digits, as in ZLDWDM; for a township its 9 and 000. Identifiers begin with them.")),
        described(text("VILLAGE_NAME", tr("Village name")), tr("What the village is called, such as 云坪村.")),
        described(text("PLAN_NAME", tr("Plan name")), tr("What the plan is called, for the layers' titles.")),
        described(number("BASE_YEAR", tr("Base year"), whole.Integer, 2020), tr(
            "The year whose land use the plan starts from.")),
        described(number("TARGET_YEAR", tr("Target year"), whole.Integer, 2035), tr(
            "The year the plan is made for.")),
        described(number("POPULATION", tr("People"), whole.Integer, None, True, 0), tr(
            "How many people live in the village in the base year, for the table of indicators. Empty: not known.")),
        described(number("PLANNED_POPULATION", tr("Planned people"), whole.Integer, None, True, 0), tr(
            "How many people are planned for, for the table of indicators. Empty: not known.")),
    )


def _layer_parameters():
    kinds = {1: QgsProcessing.SourceType.VectorPolygon, 2: QgsProcessing.SourceType.VectorAnyGeometry}
    return tuple(
        described(
            QgsProcessingParameterFeatureSource(
                entry.parameter, tr(entry.label), [kinds[len(entry.kinds)]], optional=True),
            tr(entry.help) + " " + tr("Empty: its place in the delivery stays empty."))
        for entry in INPUTS if entry.name != PARCELS
    )


def _delivery_parameters():
    return (
        described(
            QgsProcessingParameterEnum("FORMAT", tr("Format"), [tr(form.label) for form in FORMATS], defaultValue=0),
            tr("0 GeoPackage, 1 shapefiles in UTF-8, 2 shapefiles in GBK for older software, 3 file geodatabase.")),
        described(
            QgsProcessingParameterCrs("CRS", tr("CRS of the delivery"), optional=True),
            tr("Empty: the 3-degree zone of the parcels on CGCS2000, their own where it is one.")),
        described(
            QgsProcessingParameterBoolean("OVERWRITE", tr("Replace an earlier delivery"), False),
            tr("Whether a delivery of the same village and profile in the folder is replaced, once the new one is "
               "whole.")),
        described(
            QgsProcessingParameterBoolean("CLIP", tr("Cut the other layers to the parcels"), False),
            tr("Whether the other layers are cut to the ground that the parcels cover: for a village out of layers of "
               "the whole township. Village boundaries and points are not cut, only chosen.")),
        advanced(described(
            QgsProcessingParameterBoolean("INCLUDE_PERSONAL", tr("Include personal data"), False),
            tr("Whether fields with names, numbers and addresses of persons are delivered. Only where the receiver is "
               "allowed to have them."))),
    )


def _field_parameters():
    return tuple(
        advanced(described(QgsProcessingParameterField(name, label, usual, INPUT), help_text))
        for name, label, usual, help_text in (
            (BASE_FIELD, tr("Field of base codes"), "base_code", tr(
                "The field with the land and sea use code (2023) of the base year.")),
            (PLAN_FIELD, tr("Field of planned codes"), "plan_code", tr(
                "The field with the planned land and sea use code (2023).")),
        )
    )


def _output_parameters():
    return (
        described(
            QgsProcessingParameterFolderDestination("FOLDER", tr("Folder for deliveries")),
            tr("The delivery becomes a folder in it, named after village and profile; what else is there is left "
               "alone.")),
        described(
            QgsProcessingParameterFeatureSink(
                "LAYERS", tr("Layers of the delivery"), QgsProcessing.SourceType.Vector, optional=True,
                createByDefault=True),
            tr("A table with one row per layer and table: features, area, fields without any value, file.")),
        described(
            QgsProcessingParameterFileDestination(
                "PROBLEMS", tr("What cannot be delivered"), tr("CSV files (*.csv)"), optional=True,
                createByDefault=True),
            tr("A table of every value that does not fit, with its feature; it stays when the run is refused for it.")),
        described(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True),
            tr("What was delivered and how, as a page to read or print.")),
    )
