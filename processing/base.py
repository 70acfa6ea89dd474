"""What every algorithm of this plugin does the same way."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from traceback import clear_frames

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureBasedAlgorithm,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProviderRegistry,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..algorithms.errors import Cancelled, InvalidInput, Translatable
from .dependencies import complaint
from .i18n import is_chinese, tr

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"
HELP = ROOT / "docs" / "algorithms"
_NOT_FILES = ("memory:", "postgis:", "ogr:", "spatialite:", "mssql:", "oracle:")
_GEOPACKAGE_FILES = ("", "-wal", "-shm", "-journal")
_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)
_SHAPEFILE_FILES = (".shx", ".dbf", ".prj", ".cpg", ".qmd")


def help_page(name):
    """Address of a help page in the user's language; it comes with the plugin."""
    return QUrl.fromLocalFile(str(HELP / f"{name}.{'zh' if is_chinese() else 'en'}.html"))


@dataclass(frozen=True)
class About:
    """How an algorithm presents itself. English texts, marked translatable.

    id: never changes, also the names of its icon and help page; tags: in
    English, Chinese and pinyin, not translated: people search in all three.
    """

    id: str
    title: str
    group_id: str
    group: str
    summary: str
    help: str
    tags: tuple


class _Land:
    """What the algorithms share: identity from ABOUT, refusals and cancelling in one place.

    A subclass gives ABOUT, `initAlgorithm`, `check` and `run_analysis`, and
    ROLES: which parameter asks for a layer of which role (see roles.py); KEPT:
    outputs that say why a run was refused, and so stay when it is.
    """

    ABOUT = None
    ROLES = {}
    KEPT = ()

    def check(self, parameters, context):
        """Raise InvalidInput, naming the parameter and the remedy, before any work."""

    def run_analysis(self, parameters, context, feedback):
        """Do the work and return the results; may raise InvalidInput or Cancelled."""
        raise NotImplementedError

    def createInstance(self):  # noqa: N802 - QGIS's name, here and below
        return type(self)()

    def name(self):
        return self.ABOUT.id

    def displayName(self):  # noqa: N802
        return tr(self.ABOUT.title)

    def group(self):
        return tr(self.ABOUT.group)

    def groupId(self):  # noqa: N802
        return self.ABOUT.group_id

    def shortDescription(self):  # noqa: N802
        return tr(self.ABOUT.summary)

    def shortHelpString(self):  # noqa: N802
        return tr(self.ABOUT.help)

    def helpUrl(self):  # noqa: N802
        return help_page(self.ABOUT.id).toString()

    def tags(self):
        return list(self.ABOUT.tags)

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / f"{self.ABOUT.id}.svg")

    def canExecute(self):  # noqa: N802
        problem = complaint()
        return not problem, problem

    def checkParameterValues(self, parameters, context):  # noqa: N802
        problem = complaint()
        if problem:
            return False, problem
        # Ours first: QGIS's own say that a value is wrong, not what to do.
        try:
            self._check_all(parameters, context)
        except InvalidInput as refusal:
            return False, sentence(refusal)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        problem = complaint()  # models and scripts do not ask canExecute
        if problem:
            raise QgsProcessingException(problem)
        before = self._files(parameters)
        try:
            self._check_all(parameters, context)
            for _, path in self.file_destinations(parameters):
                path.parent.mkdir(parents=True, exist_ok=True)
            return self.run_analysis(parameters, context, feedback)
        except Cancelled as stop:
            _remove_new(before, stop)
            return {}
        except InvalidInput as refusal:
            kept = {path for name, path in self.file_destinations(parameters) if name in self.KEPT}
            _remove_new({file: existed for file, existed in before.items() if file not in kept}, refusal)
            raise QgsProcessingException(sentence(refusal)) from refusal
        except Exception as error:
            _remove_new(before, error)
            raise

    def _check_all(self, parameters, context):
        self._check_destinations(parameters, context)
        self.check(parameters, context)

    def _check_destinations(self, parameters, context):
        taken = self.source_files(parameters, context)
        for name, path in self.file_destinations(parameters):
            if path in taken:
                raise InvalidInput(
                    "{parameter}: {path} is the file of {other} already. Choose another file.",
                    parameter=name, path=str(path), other=taken[path],
                )
            taken[path] = name
            folder = next(parent for parent in path.parents if parent.exists())
            try:
                if path.exists():
                    path.open("r+b").close()
                TemporaryFile(dir=folder).close()
            except OSError as error:
                raise InvalidInput(
                    "{parameter}: {path} cannot be written ({reason}). Choose another folder, or close the "
                    "programs that use the file.",
                    parameter=name, path=str(path), reason=error.strerror,
                ) from error

    def file_destinations(self, parameters):
        """(parameter name, file path) of every output that goes to a file of its own."""
        for definition in self.destinationParameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFolderDestination):
                continue
            value = parameters.get(definition.name())
            if isinstance(value, QgsProcessingOutputLayerDefinition):
                value = value.sink.staticValue()
            text = str(value or "")
            if text and text != QgsProcessing.TEMPORARY_OUTPUT and not text.startswith(_NOT_FILES):
                yield definition.name(), Path(text).absolute()

    def layer_given(self, parameters, name, context):
        """The layer that a parameter names, also where only its selected features are asked for; None for none."""
        value = parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):  # which parameterAsVectorLayer does not know
            named, _ = value.source.valueAsString(context.expressionContext(), "")
            return QgsProcessingUtils.mapLayerFromString(named, context)
        return self.parameterAsVectorLayer(parameters, name, context)

    def source_files(self, parameters, context):
        """The files that inputs are read from, each with the parameter's name."""
        files = {}
        for definition in self.parameterDefinitions():
            if isinstance(definition, _LAYERS) and given(parameters, definition.name()):
                layer = self.layer_given(parameters, definition.name(), context)
                if layer is not None:
                    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
                    if parts.get("path"):
                        files[Path(parts["path"]).absolute()] = definition.name()
        return files

    def _files(self, parameters):
        """Every file an output may consist of, and whether it was there before the run."""
        paths = [path for _, path in self.file_destinations(parameters)]
        files = [Path(f"{path}{end}") for path in paths for end in _GEOPACKAGE_FILES]
        files += [path.with_suffix(end) for path in paths if path.suffix == ".shp" for end in _SHAPEFILE_FILES]
        return {file: file.exists() for file in files}


class LandAlgorithm(_Land, QgsProcessingAlgorithm):
    """Base of the algorithms."""


class LandFeatureAlgorithm(_Land, QgsProcessingFeatureBasedAlgorithm):
    """Base of those that QGIS can also run in place, feature by feature, on the layer being edited.

    They add `prepare_in_place` and `processFeature`, which only such a run
    calls; any other goes through `run_analysis`.
    """

    in_place = False
    """Whether this instance was made for the layer being edited."""

    def prepare_in_place(self, parameters, context, feedback):
        """Get ready for `processFeature`; may raise InvalidInput."""
        raise NotImplementedError

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
        if self.in_place:
            try:
                self.check(parameters, context)
                self.prepare_in_place(parameters, context, feedback)
            except InvalidInput as refusal:
                raise QgsProcessingException(sentence(refusal)) from refusal
        return True


def _remove_new(before, error):
    """Leave no half-written file: those that this run began go again."""
    clear_frames(error.__traceback__)  # lets go of the sinks: Windows removes no file that is open
    for file, existed in before.items():
        if not existed:
            file.unlink(missing_ok=True)


def sentence(refusal):
    """An InvalidInput's message in the user's language."""
    values = {name: tr(value) if isinstance(value, Translatable) else value for name, value in refusal.values.items()}
    return tr(refusal.message).format(**values)


def advanced(parameter):
    """Fold a parameter away under “Advanced parameters”."""
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    return parameter


def described(parameter, help_text):
    """A parameter with its help."""
    parameter.setHelp(help_text)
    return parameter


def given(parameters, name):
    """Whether a parameter was set to something."""
    return parameters.get(name) not in (None, "")
