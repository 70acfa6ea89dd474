"""landconsolidation:tagbyexpression — tags the parcels for which an expression holds."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..algorithms import tags
from ..algorithms.errors import InvalidInput, translatable
from ..algorithms.tagging import given_by_rule, may_tag
from .base import About, LandFeatureAlgorithm, advanced, described, sentence
from .i18n import tr
from .layer_reader import evaluate, plain, prepared_scope, unchecked
from .layer_writer import copy_features, joined_fields, kept_fields
from .progress import phase
from .run import Run
from .shared_parameters import INPUT, input_parameter
from .styling import Look, aliases_in, look_after
from .tag_fields import positions, room
from .tag_parameters import GROUP, GROUP_ID, categories_parameter
from .tag_preparation import ROLE, check_tag_fields, require_tag_fields, rule_room
from .tag_settings import read_settings, tag_fields_of

_BATCH = 2_000
_ABOUT = About(
    id="tagbyexpression",
    title=translatable("Tag by expression"),
    group_id=GROUP_ID,
    group=GROUP,
    summary=translatable("Sets category, sub-type, disposition, stage … of the parcels for which an expression holds."),
    help=translatable(
        "Tags every parcel for which an expression holds. What is left empty stays as it is; where the category "
        "changes and no sub-type is given, a sub-type of another category is cleared.\n\n"
        "Each tag says which rule gave it, with the expression and the time. Parcels that a person tagged are left "
        "alone unless “Replace what people decided” is on. Tags that another rule gave are replaced: the later rule "
        "wins.\n\n"
        "The result is a copy, with the tag fields added where they are missing. While a prepared layer is being "
        "edited the tool can also work in place, on the selected features or all; then only what changes is written, "
        "and one undo takes it back."
    ),
    tags=(
        "tag", "category", "5+X", "rule", "expression", "classify", "bulk", "in place",
        "标注", "打标签", "批量标注", "规则", "表达式", "整治类型",
        "biaozhu", "dabiaoqian", "piliangbiaozhu", "guize", "biaodashi", "tudizhengzhi",
    ),
)


class TagByExpression(LandFeatureAlgorithm):
    """Asks, tags a copy, or parcel by parcel the layer being edited."""

    ABOUT = _ABOUT
    ROLES = {INPUT: "tagging"}

    def initAlgorithm(self, configuration=None):  # noqa: N802 - QGIS's name, here and below
        self.in_place = bool((configuration or {}).get("IN_PLACE"))
        for parameter in (
            input_parameter(tr("Parcels"), tr("The parcels to tag: any layer with polygons.")),
            described(
                QgsProcessingParameterExpression("WHERE", tr("Tag where"), None, INPUT),
                tr("Which parcels are tagged, such as \"DLBM\" = '0601'. TRUE tags all.")),
            *(
                described(QgsProcessingParameterString(name, label, None, optional=True), help_text)
                for name, label, help_text in _texts_asked()
            ),
            described(
                QgsProcessingParameterString("RULE_ID", tr("Name of the rule"), "expression"),
                tr("What the tags name as their source: Latin letters, digits, _ and -.")),
            described(
                QgsProcessingParameterBoolean("OVERWRITE_PERSON", tr("Replace what people decided"), False),
                tr("Off: parcels a person tagged stay as they are. On: they are tagged too, and the tag then counts "
                   "as the rule's.")),
            categories_parameter(),
            described(
                QgsProcessingParameterFeatureSink(
                    "OUTPUT", tr("Tagged parcels"), QgsProcessing.SourceType.VectorPolygon),
                tr("A copy of the parcels with their tags.")),
        ):
            self.addParameter(advanced(parameter) if parameter.name() in _RARE else parameter)
        self.addOutput(QgsProcessingOutputNumber("TAGGED_COUNT", tr("Parcels tagged")))
        self.addOutput(QgsProcessingOutputNumber("KEPT_COUNT", tr("Parcels left as a person tagged them")))

    def outputName(self):  # noqa: N802
        return tr("Tagged parcels")

    def inputLayerTypes(self):  # noqa: N802
        return [QgsProcessing.SourceType.VectorPolygon]

    def outputFields(self, fields):  # noqa: N802
        if self.in_place:
            return fields
        added = tag_fields_of(fields)
        return joined_fields(fields, kept_fields(fields, added, QgsProcessingFeedback()), added)

    def supportInPlaceEdit(self, layer):  # noqa: N802
        if not super().supportInPlaceEdit(layer):
            return False
        try:
            require_tag_fields(layer.fields(), INPUT)
            check_tag_fields(layer.fields(), INPUT)
        except InvalidInput:
            return False
        return True

    def check(self, parameters, context):
        settings = read_settings(self, parameters, context)
        if self.in_place:
            require_tag_fields(settings.source.fields(), INPUT)

    def run_analysis(self, parameters, context, feedback):
        settings = read_settings(self, parameters, context)
        return _tag_copy(Run(self, parameters, context, feedback), settings)

    def prepare_in_place(self, parameters, context, feedback):
        self._settings = settings = read_settings(self, parameters, context)
        self._layer = self.layer_given(parameters, INPUT, context)
        self._at = positions(settings.source.fields())
        self._provenance = _provenance(settings, room(settings.source.fields(), tags.RULE))
        self._said_kept = False
        try:
            self._holds = _ids_where(settings, context, feedback)
        except InvalidInput as refusal:
            # Not raised: QGIS would roll back whatever the person has not saved yet.
            feedback.reportError(sentence(refusal))
            self._holds = frozenset()

    def processFeature(self, feature, context, feedback):  # noqa: N802
        """Tag one feature of the layer being edited.

        Written here and not handed back: QGIS would write every attribute of
        the feature, also those that somebody else changed meanwhile.
        """
        settings, at = self._settings, self._at
        if feature.id() not in self._holds:
            return [feature]
        tag = {name: plain(feature[at[name]]) for name in tags.FIELDS}
        if not may_tag(tag, settings.overwrite_person):
            if not self._said_kept:
                feedback.pushInfo(tr("Parcels that a person tagged are left as they are."))
                self._said_kept = True
            return [feature]
        written = given_by_rule(tag, settings.values, settings.scheme, self._provenance)
        new = {at[name]: value for name, value in written.items() if value != tag[name]}
        self._layer.changeAttributeValues(feature.id(), new, {i: feature[i] for i in new})
        return [feature]


_RARE = ("PLANNED_USE", "OVERWRITE_PERSON")


def _texts_asked():
    return (
        ("CATEGORY", tr("Category"), tr("Code of the category, such as A. Empty: as it is, or that of the sub-type.")),
        ("SUBTYPE", tr("Sub-type"), tr("Code of the sub-type, such as A2. Empty: as it is.")),
        ("DISPOSITION", tr("Disposition"), tr("Code of the disposition, such as merge. Empty: as it is.")),
        ("STAGE", tr("Stage"), tr("Code of the stage, 1 to 5 in the shipped scheme. Empty: as it is.")),
        ("PROJECT", tr("Project"), tr("Name or number of the project. Empty: as it is.")),
        ("PLANNED_USE", tr("Planned use"), tr("Code of the planned use. Empty: as it is.")),
        ("NOTE", tr("Note"), tr("A remark on every parcel tagged. Empty: as it is.")),
    )


def _ids_where(settings, context, feedback):
    """Ids of the features that the expression holds for; none where the person cancels."""
    source, found = settings.source, set()
    scope = prepared_scope(settings.where, source, context)
    for feature in unchecked(source):
        if feedback.isCanceled():
            return frozenset()
        if evaluate(settings.where, scope, feature, "WHERE"):
            found.add(feature.id())
    return frozenset(found)


def _provenance(settings, rule_bytes):
    return {
        tags.SOURCE: tags.by_rule(settings.rule_id), tags.RULE: tags.compact(settings.rule(), rule_bytes),
        tags.TIME: tags.now(),
    }


def _tag_copy(run, settings):
    from .layer_reader import read_features

    source, feedback = settings.source, run.feedback
    there = [name for name in tags.FIELDS if source.fields().lookupField(name) >= 0]
    features = read_features(
        source, INPUT, there, source.sourceCrs(), run.context, feedback,
        phase(feedback, tr("Reading parcels"), 0, 45), settings.where, "WHERE",
    )
    rule_bytes = rule_room(run.algorithm, run.parameters, "OUTPUT", settings.fields)
    columns, tagged, kept_count = _columns(
        features, settings, _provenance(settings, rule_bytes), phase(feedback, tr("Tagging parcels"), 45, 55)
    )
    _warn(features, tagged, kept_count, feedback)
    kept = kept_fields(source.fields(), settings.fields, feedback)
    sink, destination = run.sink(
        "OUTPUT", joined_fields(source.fields(), kept, settings.fields), source.wkbType(), source.sourceCrs()
    )
    copy_features(
        source, sink, kept, features.id, [columns[name] for name in tags.FIELDS],
        phase(feedback, tr("Writing parcels"), 56, 100),
    )
    words = tr("Parcels tagged: {tagged}. Left as a person tagged them: {kept}.").format(tagged=tagged, kept=kept_count)
    feedback.pushInfo(words)
    look_after(
        run.context, destination, _look(settings, words),
        tr("5+X tags – {layer}").format(layer=source.sourceName()),
    )
    return {"OUTPUT": destination, "TAGGED_COUNT": tagged, "KEPT_COUNT": kept_count}


def _columns(features, settings, provenance, progress):
    """What every parcel says when the rule has run, by tag field; how many it tagged; how many a person's stayed."""
    count = len(features.id)
    columns = {
        name: features.values[name].tolist() if name in features.values else [None] * count for name in tags.FIELDS
    }
    tagged = kept = 0
    for done, row in enumerate(features.values["where"].nonzero()[0].tolist()):
        if done % _BATCH == 0:
            progress(row / count)
        tag = {name: columns[name][row] for name in tags.FIELDS}
        if not may_tag(tag, settings.overwrite_person):
            kept += 1
            continue
        tagged += 1
        for name, value in given_by_rule(tag, settings.values, settings.scheme, provenance).items():
            columns[name][row] = value
    return columns, tagged, kept


def _warn(features, tagged, kept, feedback):
    if len(features.id) == 0:
        feedback.pushWarning(tr("INPUT: the layer has no parcels, so the result is empty."))
    elif not tagged and kept:
        feedback.pushWarning(
            tr("No parcel was tagged: people tagged all those that the expression holds for. Switch on "
               "OVERWRITE_PERSON to replace their tags.")
        )
    elif not tagged:
        feedback.pushWarning(tr("No parcel was tagged: the expression holds for none. Check WHERE."))


def _look(settings, words):
    from .tag_look import dress

    lines = (
        (tr("Tag where"), settings.where.expression()),
        (tr("Set"), ", ".join(f"{name} = {value}" for name, value in settings.values.items())),
        (tr("Name of the rule"), settings.rule_id),
        (tr("Categories"), settings.path or tr("as shipped")),
    )
    return Look(
        tr("Tagged parcels"), words,
        tuple(tr("{label}: {value}").format(label=label, value=value) for label, value in lines),
        aliases_in(settings.source.fields()), lambda layer: dress(layer, settings.scheme, settings.path), role=ROLE,
    )
