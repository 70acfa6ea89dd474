"""What can go wrong around the dock: layers that go, refuse, or are changed elsewhere."""

import sqlite3

from driving import FOLDER, grab, settle, wait_until
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox
from qgis.utils import iface
from tagging_hands import (
    FILE,
    answering,
    choose_layer,
    click,
    copy_of_the_sample,
    counted,
    drawn,
    figures,
    key,
    manager,
    open_dock,
    part,
    said,
    shown_figures,
    tags_of,
)


def add(path, name, table=""):
    source = f"{path}|layername={table}" if table else str(path)
    return QgsProject.instance().addMapLayer(QgsVectorLayer(source, name, "ogr"))


def ready(layer):
    """In the dock, prepared, counted, being edited."""
    choose_layer(layer)
    if part("tagPrepare").isVisible():
        click("tagPrepare")
    counted()
    drawn()
    if not layer.isEditable():
        click("tagSession_edit")
    drawn()


def tag_some(layer, count, which):
    layer.selectByIds(sorted(layer.allFeatureIds())[:count])
    settle()
    key(which)
    drawn()


def agree(layer):
    """Whether the dock comes to show what the layer holds."""
    truth = figures(layer)
    try:
        return wait_until(lambda: shown_figures() == truth, "the figures", 10)
    except TimeoutError:
        return False


def state():
    """What can be pressed, and why not."""
    names = ("edit", "save", "discard", "undo", "redo")
    return {name: (part(f"tagSession_{name}").isEnabled(), part(f"tagSession_{name}").toolTip()) for name in names} | {
        "category": (part("tagCategory_A").isEnabled(), part("tagCategory_A").toolTip()),
        "paint": (part("tag_paint").isEnabled(), part("tag_paint").toolTip()),
    }



def states():
    """The dock with no layer, an unprepared one, one not being edited, one being edited, one with changes."""
    copy_of_the_sample()
    open_dock()
    found = {"nothing": state()}
    layer = add(FILE, "parcels", "parcels")
    choose_layer(layer)
    drawn()
    found["unprepared"] = state()
    click("tagPrepare")
    counted()
    drawn()
    found["prepared"] = state()
    click("tagSession_edit")
    drawn()
    found["editing"] = state()
    tag_some(layer, 12, Qt.Key.Key_1)
    found["changed"] = state()
    return found


def the_parcels():
    return QgsProject.instance().mapLayersByName("parcels")[0]


def changed_elsewhere():
    """Undo and redo from the layer's own stack, the field calculator's way, deleting, rolling back elsewhere."""
    layer = the_parcels()
    at = layer.fields().lookupField("zz_cat")
    others = [name for name in layer.fields().names() if not name.startswith("zz_")]
    before = {f.id(): [f[name] for name in others] for f in layer.getFeatures()}
    steps = [agree(layer)]
    layer.undoStack().undo()
    steps.append(agree(layer))
    layer.undoStack().redo()
    steps.append(agree(layer))
    layer.beginEditCommand("calculated")
    for identifier in sorted(layer.allFeatureIds())[100:400]:
        layer.changeAttributeValue(identifier, at, "E")
    layer.endEditCommand()
    steps.append(agree(layer))
    layer.beginEditCommand("deleted")
    layer.deleteFeatures(sorted(layer.allFeatureIds())[200:220])
    layer.endEditCommand()
    steps.append(agree(layer))
    layer.undoStack().undo()
    steps.append(agree(layer))
    same = {f.id(): [f[name] for name in others] for f in layer.getFeatures()} == before
    layer.rollBack()
    drawn()
    steps.append(agree(layer))
    return {"agree": steps, "same": same, "editable": layer.isEditable(), "hint": part("tagHint").text(),
            "category": part("tagCategory_A").isEnabled()}


def two_layers():
    """Two layers in turn: each has its own figures and undo; what waits in the first is still there."""
    first = the_parcels()
    ready(first)
    tag_some(first, 7, Qt.Key.Key_2)
    path = FOLDER / "shape.shp"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "UTF-8"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        first, str(path), QgsProject.instance().transformContext(), options)
    second = add(path, "shape")
    ready(second)
    tag_some(second, 3, Qt.Key.Key_6)
    found = {"second": agree(second), "first_waits": first.isModified()}
    click("tagSession_undo")
    drawn()
    found["second_undone"] = agree(second) and first.isModified()
    tag_some(second, 3, Qt.Key.Key_6)
    click("tagSession_save")
    stored = QgsVectorLayer(str(path), "again", "ogr")
    found["shapefile"] = [values for values in tags_of(stored).values() if values["zz_cat"] == "X"]
    choose_layer(first)
    drawn()
    found["first"] = agree(first)
    click("tagSession_undo")
    drawn()
    found["first_undone"] = agree(first)
    return found


def refused():
    """A source that refuses one value: the session stays, the parcel is named, the reason is shown."""
    layer = the_parcels()
    ready(layer)
    wrong = sorted(layer.allFeatureIds())[4]
    with sqlite3.connect(FILE) as file:
        file.execute(
            f"CREATE TRIGGER no BEFORE UPDATE OF zz_cat ON parcels WHEN NEW.fid = {wrong} AND NEW.zz_cat = 'D' "
            "BEGIN SELECT RAISE(ABORT, 'not this one'); END")
    tag_some(layer, 9, Qt.Key.Key_4)
    expected = tags_of(layer)
    click("tagSession_save")
    drawn()
    found = {"wrong": wrong, "said": said()[0] if said() else "", "editable": layer.isEditable(),
             "modified": layer.isModified(),
             "kept": tags_of(layer) == expected, "agree": agree(layer)}
    grab(iface.mainWindow(), "tagging_refused")
    with sqlite3.connect(FILE) as file:
        file.execute("DROP TRIGGER no")
    click("tagSession_save")
    drawn()
    found["saved_after"] = tags_of(QgsVectorLayer(f"{FILE}|layername=parcels", "x", "ogr")) == expected
    return found


def read_only():
    """A layer that cannot be edited, then one that QGIS protects."""
    layer = the_parcels()
    layer.commitChanges()
    layer.setReadOnly(True)
    drawn()
    found = {"protected": state(), "hint": part("tagHint").text()}
    layer.setReadOnly(False)
    return found


def give_up_edits(box):
    text = box.text()
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    return text


def layer_removed():
    """The layer goes while the dock shows it, edited and painted on. QGIS itself asks what becomes of the edits."""
    layer = the_parcels()
    ready(layer)
    tag_some(layer, 3, Qt.Key.Key_3)
    click("tag_paint")
    with answering(give_up_edits) as asked:
        QgsProject.instance().removeMapLayer(layer.id())
    settle()
    drawn()
    return {"asked": asked, "hint": part("tagHint").text(), "state": state(), "session": manager().session is None,
            "tool": iface.mapCanvas().mapTool() is not None, "journals": journals()}


def project_again():
    """A project saved with the dock open, closed, and read again."""
    layer = add(FILE, "parcels", "parcels")
    ready(layer)
    part("tagPages").setCurrentIndex(1)
    drawn()
    box = part("tagGroup")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    part("tagPages").setCurrentIndex(0)
    tag_some(layer, 5, Qt.Key.Key_5)
    click("tagSession_save")
    path = str(FOLDER / "plan.qgz")
    project = QgsProject.instance()
    project.write(path)
    entry = project.readEntry("LandConsolidation", "tagging")[0]
    layer.commitChanges()
    project.clear()
    settle()
    drawn()
    closed = {"session": manager().session is None, "hint": part("tagHint").text()}
    project.read(path)
    settle()
    counted()
    drawn()
    box = part("tagLayer")
    return {"entry": entry, "closed": closed, "layer": box.currentLayer() and box.currentLayer().name(),
            "group": part("tagGroup").currentData(), "recent": part("tagRecent0").text(),
            "agree": agree(box.currentLayer()), "dirty": project.isDirty()}


def journals():
    """What waits to be restored."""
    return [path.name for path in (FOLDER / "profile").rglob("*.jsonl")]

