"""landconsolidation:preparetags — the fields, lists and colours that tagging needs."""

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsFields,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterVectorLayer,
)

from ..algorithms.errors import InvalidInput, translatable
from . import tag_preparation as preparation
from .base import About, LandAlgorithm, described, given
from .i18n import tr
from .layer_writer import copy_features, joined_fields, kept_fields
from .progress import phase
from .run import Run
from .shared_parameters import INPUT
from .sources import vector_source
from .styling import Look, aliases_in, look_after
from .tag_fields import missing_fields, tag_field
from .tag_parameters import GROUP, GROUP_ID, categories_parameter, scheme_and_path

_ABOUT = About(
    id="preparetags",
    title=translatable("Prepare parcels for tagging"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Adds the fields that 5+X tags are kept in, with lists to choose from and category colours."),
    help=translatable(
        "Adds to a layer of parcels the fields in which 5+X tags are kept: category, sub-type, disposition, stage, "
        "project, planned use, note, and who tagged, by which rule and when.\n\n"
        "Codes are stored and names are shown: the attribute form offers lists to choose from, and the map gets a "
        "colour per category. Fields that are there already are kept with all their values.\n\n"
        "By default the result is a copy. In place, the layer itself gets the fields: where it is being edited they "
        "wait in its edit session and undo takes them back; otherwise they are saved at once. No feature is changed "
        "either way."
    ),
    tags=(
        "tag", "category", "5+X", "prepare", "fields", "value map", "classification",
        "标注", "打标签", "整治类型", "字段", "准备", "分类",
        "biaozhu", "dabiaoqian", "zhengzhileixing", "ziduan", "tudizhengzhi",
    ),
)


@dataclass(frozen=True)
class _Settings:
    """What was asked of one copy, checked."""

    source: object
    scheme: object
    path: str


class PrepareTags(LandAlgorithm):
    """Asks, adds fields to a copy or to the layer itself."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "parcels"}

    def __init__(self):
        super().__init__()
        self._in_place = None  # (layer id, names of the fields added) or the refusal, once tried

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name
        polygon = QgsProcessing.SourceType.VectorPolygon
        for parameter in (
            described(
                QgsProcessingParameterVectorLayer(INPUT, tr("Parcels"), [polygon]),
                tr("The parcels to tag: any layer with polygons.")),
            described(
                QgsProcessingParameterBoolean("IN_PLACE", tr("Change the layer itself"), False),
                tr("Adds the fields to the layer itself instead of a copy. No output is written then.")),
            categories_parameter(),
            described(
                QgsProcessingParameterFeatureSink(
                    "OUTPUT", tr("Prepared parcels"), polygon, optional=True, createByDefault=True),
                tr("A copy of the parcels with the tag fields added, empty. Not written in place.")),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber("ADDED_COUNT", tr("Fields added")))

    def check(self, parameters, context):
        if self._in_place is not None:
            return  # done by now, on the main thread; the layer is not to be looked at from another
        if self.parameterAsBool(parameters, "IN_PLACE", context):
            scheme, _ = scheme_and_path(self, parameters, context)
            layer = self._layer(parameters, context)
            preparation.check_can_add(layer, INPUT)
            preparation.check_tag_fields(layer.fields(), INPUT, scheme)
        else:
            self._settings(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802 - QGIS's name
        # Always on the main thread, where alone a layer may be edited.
        if self.parameterAsBool(parameters, "IN_PLACE", context):
            try:
                scheme, path = scheme_and_path(self, parameters, context)
                layer = self._layer(parameters, context)
                self._in_place = layer.id(), preparation.prepare_layer(layer, scheme, path)
                if layer.isEditable() and self._in_place[1]:
                    feedback.pushInfo(tr("The layer is being edited: save its edits to keep the fields."))
            except InvalidInput as refusal:
                self._in_place = refusal  # raised when it runs: raised here, scripts would not see the sentence
        return True

    def run_analysis(self, parameters, context, feedback):
        if isinstance(self._in_place, InvalidInput):
            raise self._in_place
        if self._in_place is not None:
            layer_id, added = self._in_place
            feedback.pushInfo(in_words(added))
            return {"OUTPUT": layer_id, "ADDED_COUNT": len(added)}
        return self._copy(Run(self, parameters, context, feedback), self._settings(parameters, context))

    def _layer(self, parameters, context):
        layer = self.parameterAsVectorLayer(parameters, INPUT, context)
        if layer is None:
            raise InvalidInput(
                "{parameter}: the layer cannot be opened. Choose a layer that loads in QGIS.", parameter=INPUT
            )
        return layer

    def _settings(self, parameters, context):
        source = vector_source(self, parameters, INPUT, context, (Qgis.GeometryType.Polygon,))
        scheme, path = scheme_and_path(self, parameters, context)
        preparation.check_tag_fields(source.fields(), INPUT, scheme)
        if not given(parameters, "OUTPUT"):
            raise InvalidInput("OUTPUT: choose where the copy goes, or switch on IN_PLACE.")
        return _Settings(source, scheme, path)

    def _copy(self, run, settings):
        from .layer_reader import read_features

        source = settings.source
        features = read_features(
            source, INPUT, [], source.sourceCrs(), run.context, run.feedback,
            phase(run.feedback, tr("Reading parcels"), 0, 45),
        )
        if len(features.id) == 0:
            run.feedback.pushWarning(tr("INPUT: the layer has no parcels, so the result is empty."))
        added = missing_fields(source.fields())
        new = [tag_field(name) for name in added]
        kept = kept_fields(source.fields(), QgsFields(), run.feedback)
        sink, destination = run.sink(
            "OUTPUT", joined_fields(source.fields(), kept, new), source.wkbType(), source.sourceCrs()
        )
        empty = [[None] * len(features.id)] * len(added)
        copy_features(
            source, sink, kept, features.id, empty, phase(run.feedback, tr("Writing parcels"), 46, 100)
        )
        words = in_words(added)
        look_after(
            run.context, destination, _look(settings, words),
            tr("5+X tags – {layer}").format(layer=source.sourceName()),
        )
        run.feedback.pushInfo(words)
        return {"OUTPUT": destination, "ADDED_COUNT": len(added)}


def in_words(added):
    """What was added, in a sentence."""
    if not added:
        return tr("All tag fields are there already.")
    return tr("Tag fields added: {names}.").format(names=", ".join(added))


def _look(settings, words):
    from .tag_look import dress

    return Look(
        tr("Prepared parcels"), words,
        (tr("{label}: {value}").format(label=tr("Categories"), value=settings.path or tr("as shipped")),),
        aliases_in(settings.source.fields()), lambda layer: dress(layer, settings.scheme, settings.path),
        role=preparation.ROLE,
    )
