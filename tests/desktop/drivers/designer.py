"""The models that come with the plugin, opened in QGIS's Model Designer."""

from driving import grab, settle, wait_until
from processing.modeler.ModelerDialog import ModelerDialog
from processing.modeler.ModelerGraphicItem import ModelerChildAlgorithmGraphicItem
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMessageBox


def screen():
    return opened("screentownship")


def deliver():
    return opened("delivervillageplan")


def opened(name):
    """One of them opened from its file, as by Model › Open Model…: what QGIS showed and said."""
    model = QgsApplication.processingRegistry().algorithmById(f"landconsolidation:{name}")
    path = str(model.ABOUT.path)
    said = []

    def hear(text, tag, level):
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            said.append(f"{tag}: {text}")

    QgsApplication.messageLog().messageReceived.connect(hear)
    QFileDialog.getOpenFileName = staticmethod(lambda *asked: (path, ""))
    designer = ModelerDialog.create()
    designer.resize(1300, 740)
    designer.show()
    wait_until(designer.isVisible, "the designer")
    designer.actionOpen().trigger()
    wait_until(lambda: steps_in(designer), "the model's steps")
    settle()
    boxes = [box.text() for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    shown = [item.text() for item in designer.messageBar().items()]
    view, scene = designer.view(), designer.view().scene()
    view.fitInView(scene.itemsBoundingRect(), 1)
    picture = grab(designer, f"designer_{name}")
    view.resetTransform()
    view.centerOn(0, 0)
    grab(designer, f"designer_{name}_near")
    valid, issues = designer.model().validate()
    found = {
        "path": path, "steps": len(steps_in(designer)), "expected": len(model.childAlgorithms()),
        "said": said + boxes + shown, "valid": valid, "issues": issues, "picture": picture,
    }
    QgsApplication.messageLog().messageReceived.disconnect(hear)
    designer.close()
    settle()
    return found


def steps_in(designer):
    return [one for one in designer.view().scene().items() if isinstance(one, ModelerChildAlgorithmGraphicItem)]
