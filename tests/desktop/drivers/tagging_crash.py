"""QGIS killed in the middle of unsaved tagging, and started again."""

import json
import os
import signal

from driving import FOLDER, grab, settle, wait_until
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from tagging_hands import (
    FILE,
    LEFT,
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
    shown_figures,
    stroke,
    tags_of,
)

EXPECTED = FOLDER / "expected.json"


def opened():
    """The parcels in the dock, counted where they have tag fields."""
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{FILE}|layername=parcels", "parcels", "ogr"))
    open_dock()
    choose_layer(layer)
    return layer


def tag_and_die():
    """Save some tags, then give others, take one stroke back, change one by hand, and be killed."""
    copy_of_the_sample()
    layer = opened()
    click("tagPrepare")
    counted()
    click("tagSession_edit")
    ids = sorted(layer.allFeatureIds())
    layer.selectByIds(ids[:20])
    settle()
    key(Qt.Key.Key_1)
    drawn()
    click("tagSession_save")
    layer.selectByIds(ids[10:40])
    settle()
    key(Qt.Key.Key_2)
    note = part("tag_note")
    note.setText("石门坎：先议后定 “同意”")
    QTest.keyClick(note, Qt.Key.Key_Return)
    layer.removeSelection()
    key(Qt.Key.Key_3)
    click("tag_paint")
    stroke(-150, -100, 150, 100)
    stroke(-300, 50, -200, 150)
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    click("tag_paint")
    at = layer.fields().lookupField("zz_plan")
    layer.changeAttributeValue(ids[50], at, "0101")  # as the field calculator or another plugin would
    layer.selectByIds([ids[5]])
    settle()
    key(Qt.Key.Key_0)
    drawn()
    EXPECTED.write_text(json.dumps(tags_of(layer)), encoding="utf-8")
    os.kill(os.getpid(), signal.SIGKILL)


def come_back():
    """The offer, the dialog, and every value as it was when QGIS was killed."""
    layer = opened()
    counted()
    drawn()
    offered = part("tagBanner").isVisible()
    expected = {int(identifier): values for identifier, values in json.loads(EXPECTED.read_text("utf-8")).items()}
    before = tags_of(layer)
    grab(manager().dock, "tagging_left_behind")

    def look(dialog):
        grab(dialog, "tagging_restore")
        QTest.mouseClick(dialog.findChild(QPushButton, "tagRestoreYes"), LEFT)

    with answering(look, "tagRestoreDialog"):
        click("tagRestore")
    drawn()
    restored = tags_of(layer)
    figures_agree = shown_figures() == figures(layer)
    once = layer.undoStack().count()
    click("tagSession_save")
    wait_until(lambda: not layer.isModified(), "the save")
    stored = tags_of(QgsVectorLayer(f"{FILE}|layername=parcels", "again", "ogr"))
    return {
        "offered": offered, "gone": part("tagBanner").isVisible(), "differed": sum(
            before[identifier] != expected[identifier] for identifier in expected),
        "wrong": [identifier for identifier in expected if restored[identifier] != expected[identifier]],
        "stored_wrong": [identifier for identifier in expected if stored[identifier] != expected[identifier]],
        "steps": once, "figures_agree": figures_agree, "noted": sum(
            "石门坎" in values["zz_note"] for values in stored.values()),
        "journals": len(list((FOLDER / "profile").rglob("*.jsonl"))),
    }


def nothing_left():
    """A third start offers nothing."""
    opened()
    counted()
    drawn()
    return {"offered": part("tagBanner").isVisible()}
