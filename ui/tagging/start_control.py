"""What the start page asks for, done: layers get their roles, tools open filled in."""

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface

from ...processing.i18n import in_language, tr
from ...processing.layer_roles import guess_roles, layer_roles
from ...processing.provider import PROVIDER_ID
from ...processing.roles import give_role, layers_by_role
from ...processing.shipped_models import ShippedModel
from ..sample import NAME as SAMPLE


class StartControl:
    """Wires the start page to the project and the tools."""

    def __init__(self, page):
        self._page, self._told = page, ""
        page.role_chosen.connect(self._choose)
        page.find_asked.connect(self._find)
        page.sample_asked.connect(lambda: iface.mainWindow().findChild(QAction, SAMPLE).trigger())
        page.tool_asked.connect(
            lambda name: iface.mainWindow().findChild(QAction, f"landConsolidation_{name}").trigger())

    def show(self):
        """Show which layers are chosen and what can be done with them."""
        project = QgsProject.instance()
        chosen = layers_by_role(project)
        self._page.show_roles(chosen)
        self._page.show_tools([self._tool(algorithm, chosen) for algorithm in _tools()])
        self._page.tell(self._told or _next_step(project, chosen))

    def _choose(self, role, layer):
        give_role(QgsProject.instance(), role, layer)
        QgsProject.instance().setDirty(True)
        self._told = ""
        self.show()

    def _find(self):
        project = QgsProject.instance()
        found = guess_roles(project)
        for role, layer in found.items():
            give_role(project, role, layer)
        if found:
            project.setDirty(True)
            self._told = tr("Layers found: {count}. Look below whether they are right.").format(count=len(found))
            self._page.show_more()
        else:
            self._told = tr("No further layer is known by its name or fields. Choose them below.")
        self.show()

    def _tool(self, algorithm, chosen):
        names = {entry.role: entry for entry in layer_roles()}
        needed, also = [], []
        for parameter, role in algorithm.ROLES.items():
            definition = algorithm.parameterDefinition(parameter)
            if role in chosen or definition is None:
                continue
            optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
            if optional:
                also.append(_label(definition, names.get(role)))
            else:
                needed.append(_lacking(definition, names.get(role)))
        missing = tr("Needs {what}").format(what=tr(", ").join(needed)) if needed else ""
        return (
            algorithm.name(), algorithm.displayName(), algorithm.svgIconPath(), missing,
            tr("Could also use {what}").format(what=tr(", ").join(also)) if also else tr("Everything is there"),
        )


def is_new(project):
    """Whether no layer of a project is known to the tools yet."""
    return not layers_by_role(project)


def _tools():
    """The models first: with them a whole township, or village, is one step."""
    tools = QgsApplication.processingRegistry().providerById(PROVIDER_ID).in_order()
    return sorted(tools, key=lambda tool: not isinstance(tool, ShippedModel))


def _lacking(definition, entry):
    """What is missing, and how to come by it. entry: the LayerRole, None where people just choose a layer."""
    label = _label(definition, entry)
    if entry is None or not entry.made_by:
        return label
    maker = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER_ID}:{entry.made_by}")
    return tr("{layer} (run “{tool}” first)").format(layer=label, tool=maker.displayName())


def _label(definition, entry):
    return definition.description() if entry is None else in_language(entry.label)


def _next_step(project, chosen):
    if not project.mapLayers():
        return tr("Add your layers to the project, or open the sample township.")
    if "parcels" not in chosen:
        return tr("Press “Find my layers”, or choose the survey parcels and whatever else you have.")
    return tr("Choose what else you have. What is not given stays unknown.")
