"""Suggestions and checks for the layer in the dock: the tools' own analysis, run in the background."""

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback

from ...algorithms import tags
from ...algorithms.check_list import checked_layers, tag_checks
from ...algorithms.suggestion_sources import suggestion_sources, usual_order
from ...processing.i18n import in_language, tr
from ...processing.layer_snapshot import LayerSnapshot
from ...processing.roles import layers_by_role
from ...processing.tag_fields import room
from .counting import BackgroundTask, let_go

_MIN_SHARE = 0.5


def suggesting_layers(project, layer):
    """Layers of the project that suggest categories: (entry of the registry, layer) pairs."""
    marked = _others(project, layer)
    return [(entry, marked[entry.role]) for entry in suggestion_sources() if entry.role in marked]


def suggest_task(layer, sources, scheme):
    """A task that gives Suggestions. sources: as suggesting_layers gives them."""
    parcels = LayerSnapshot(layer)
    snapshots = [(entry, LayerSnapshot(other)) for entry, other in sources]
    most = room(layer.fields(), tags.RULE)

    def work(progress):
        from ...algorithms.parallel import step
        from ...processing.crs import choose_work_crs
        from ...processing.suggestion_analysis import Rules, read_parcels, read_suggesting, suggest

        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        crs = choose_work_crs(parcels.sourceCrs(), parcels.sourceExtent(), feedback)
        read = read_parcels(parcels, crs, context, feedback, step(progress, 0, 0.4))
        suggesting = {
            entry.id: read_suggesting(entry, source, crs, context, feedback, step(progress, 0.4, 0.5))
            for entry, source in snapshots
        }
        rules = Rules(_MIN_SHARE, tuple(usual_order().split(";")), most)
        found = suggest(read, suggesting, scheme, rules, step(progress, 0.5, 1.0))
        let_go(read)
        return found

    return BackgroundTask(tr("Suggesting categories for {layer}").format(layer=layer.name()), work)


def check_task(layer, project, scheme):
    """A task that gives Checked."""
    parcels, marked = LayerSnapshot(layer), _others(project, layer)
    snapshots = [(known, LayerSnapshot(marked[known.role])) for known in checked_layers() if known.role in marked]

    def work(progress):
        from ...algorithms.parallel import step
        from ...processing.crs import choose_work_crs
        from ...processing.tag_checks import read_checked_layer, read_checked_parcels, run_checks

        context, feedback, checks = QgsProcessingContext(), QgsProcessingFeedback(), tag_checks()
        crs = choose_work_crs(parcels.sourceCrs(), parcels.sourceExtent(), feedback)
        read = read_checked_parcels(parcels, checks, crs, context, feedback, step(progress, 0, 0.4))
        layers = {
            known.role: read_checked_layer(known, source, checks, crs, context, feedback, step(progress, 0.4, 0.5))
            for known, source in snapshots
        }
        found = run_checks(read, layers, scheme, checks, step(progress, 0.5, 1.0))
        let_go(read)
        return found

    return BackgroundTask(tr("Checking tags of {layer}").format(layer=layer.name()), work)


def check_names():
    """Names of the checks by id."""
    return {check.id: in_language(check.label) for check in tag_checks()}


def rule_names():
    """Names of the rules that suggest, by id."""
    return {entry.id: in_language(entry.label) for entry in suggestion_sources()}


def not_checked(checked):
    """A sentence on the checks that could not be made, '' where all were."""
    if not checked.unchecked:
        return ""
    labels = {known.role: in_language(known.label) for known in checked_layers()}
    names = dict.fromkeys(labels.get(one.role, one.role) for one in checked.unchecked)
    return tr("Not checked, because the project has no layer for it: {names}.").format(names=tr(", ").join(names))


def _others(project, layer):
    return {
        role: other for role, other in layers_by_role(project).items()
        if other is not layer and other.type() == Qgis.LayerType.Vector and other.isSpatial()
    }
