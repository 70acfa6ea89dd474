"""Screen the sample township into a project that opens on the results, and print its sheet.

Run by demo.py with one JSON argument, in the demo's profile: folder, language. Prints TAGGED once the tagged parcels
are written, and at the end one JSON line, the numbers found.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread

import plugin_package
from demo_sheet import export_sheet, make_sheet
from demo_words import TAGGED, WORDS
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

plugin_package.load()

from land_consolidation.algorithms.tag_scheme import read_scheme  # noqa: E402 - it had to be loaded first
from land_consolidation.processing import provider  # noqa: E402
from land_consolidation.processing.i18n import install_translator  # noqa: E402
from land_consolidation.processing.roles import layers_by_role  # noqa: E402
from land_consolidation.processing.tag_look import name_of  # noqa: E402
from land_consolidation.ui import sample  # noqa: E402

MODEL = "landconsolidation:screentownship"
# {result: (file, table)}; the others go by their names into screening.gpkg. The tagged parcels have a file of their
# own: the delivery reads it while this goes on writing.
OWN_PLACE = {
    "contiguity_parcels": ("farmland", "parcels"), "contiguity_blocks": ("farmland", "blocks"),
    "suggestions_parcels": ("tagged", "parcels"),
}  # fmt: skip
FILES = {"contiguity_sensitivity": "sensitivity.csv", "contiguity_report": "report.html", "ledger_ledger": "ledger.csv"}


class Told(QgsProcessingFeedback):
    """Passes on what the tools say, as it comes, and when the last of so many steps has begun."""

    def __init__(self, steps):
        super().__init__(False)
        self._last = 100 * (steps - 1) / steps + 0.01  # a little more than the end of the one before
        self.progressChanged.connect(self._look)

    def _look(self, percent):
        if percent > self._last:
            self.progressChanged.disconnect(self._look)
            print(TAGGED, flush=True)

    def setProgressText(self, text):  # noqa: N802 - QGIS's name
        print(text, flush=True)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - QGIS's names
        print(error, file=sys.stderr, flush=True)


def destinations(model, folder):
    """Where each result goes: {parameter: destination}."""
    found = {}
    for definition in model.destinationParameterDefinitions():
        name = definition.name()
        if name in FILES:
            found[name] = str(folder / FILES[name])
        elif name.endswith("_report"):
            found[name] = str(folder / "reports" / f"{name.removesuffix('_report')}.html")
        else:
            file, table = OWN_PLACE.get(name, ("screening", name))
            found[name] = f"ogr:dbname='{folder / f'{file}.gpkg'}' table=\"{table}\" (geom)"
    return found


def screen(project, folder):
    """Run the model on the project's layers, its results into the project; returns its numbers by step."""
    from processing.core.ProcessingConfig import ProcessingConfig
    from qgis import processing

    # Layers are called by what they are; QGIS would call those in files by the file's table.
    ProcessingConfig.setSettingValue(ProcessingConfig.PREFER_FILENAME_AS_LAYER_NAME, False)
    model = QgsApplication.processingRegistry().algorithmById(MODEL)
    marked = layers_by_role(project)
    given = {name: marked[role].id() for name, role in model.ROLES.items() if role in marked}
    (folder / "reports").mkdir()
    context = QgsProcessingContext()
    context.setProject(project)
    results = processing.runAndLoadResults(
        MODEL, {**given, "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, **destinations(model, folder)},
        Told(len(model.childAlgorithms())), context)
    steps = results["CHILD_RESULTS"]
    return {f"{step}_{name}": value for step, values in steps.items() for name, value in values.items()
            if isinstance(value, (int, float))}


def keep_styles(project, folder):
    """Each result opens as it looks in the project, from its file too."""
    own = {folder / f"{file}.gpkg" for file in ("screening", *(file for file, _ in OWN_PLACE.values()))}
    for layer in project.mapLayers().values():
        if layer.isSpatial() and Path(layer.source().partition("|")[0]) in own:
            problem = layer.saveStyleToDatabase(layer.name(), "", True, "")
            if problem:
                sys.exit(problem)


def by_category(layer, language):
    """Rows of the sheet's table: category, parcels, mu; the first is its head. layer: the ledger, texts as CSV is."""
    words, sums = WORDS[language], {}
    for feature in layer.getFeatures():
        count, area = sums.get(feature["category"], (0, 0.0))
        sums[feature["category"]] = count + int(feature["parcels"]), area + float(feature["area_mu"])
    rows = [(words["category"], words["parcels"], words["mu"])]
    for category in read_scheme().categories:
        count, area = sums.get(category.code, (0, 0.0))
        rows.append((f"{category.code} {name_of(category)}", f"{count:,}", f"{area:,.1f}"))
    return rows


def main(task):
    folder, language = Path(task["folder"]), task["language"]
    project = QgsProject.instance()
    if not project.read(str(sample.put_sample(folder))):
        sys.exit("the sample cannot be opened")
    base = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    numbers = screen(project, folder)
    tagged = next(layer for layer in project.mapLayers().values() if str(folder / "tagged.gpkg") in layer.source())
    named = {layer.name(): layer for layer in base}
    layers = [named["natural_villages"], named["village_boundary"], tagged, named["dem"]]
    ledger = QgsVectorLayer(str(folder / "ledger.csv"), "ledger", "ogr")
    words = {**WORDS[language], "unlisted": {"dem"}}
    sheet = make_sheet(project, layers, named["DLTB"].extent(), words, by_category(ledger, language))
    export_sheet(sheet, folder)
    keep_styles(project, folder)  # last: where it adds the first style to a file, QGIS reads the file's layers as empty
    if not project.write():
        sys.exit("the project cannot be written")
    print(json.dumps(numbers), flush=True)


if __name__ == "__main__":
    # As QGIS's own programs call themselves: the profile's settings, and so its language, are found by these names.
    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("QGIS3")
    Thread(target=import_module, args=("demo_warm",), daemon=True).start()
    application = QgsApplication([], False)
    application.initQgis()
    translator = install_translator()
    from processing.core.Processing import Processing

    Processing.initialize()
    ours = provider.register()
    main(json.loads(sys.argv[1]))
    QgsProject.instance().clear()
    QgsApplication.processingRegistry().removeProvider(ours)
    application.exitQgis()
