"""A planner at the tagging dock: prepare, select, keys, paint, undo, pick, review, save."""

import importlib

from driving import draw_map, grab, grab_window, settle, wait_until
from qgis import processing
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit
from qgis.utils import iface
from tagging_hands import (
    FILE,
    LEFT,
    NO_KEY,
    answering,
    choose_layer,
    click,
    copy_of_the_sample,
    counted,
    dock,
    drag,
    drawn,
    figures,
    key,
    move,
    open_dock,
    page,
    parcels,
    part,
    press,
    release,
    shown_figures,
    some_ground,
    tags_of,
    to_pixel,
)

REASON = "kept by the village"


def opened():
    """The dock as it opens with nothing to tag, then with the parcels."""
    copy_of_the_sample()
    open_dock()
    drawn()
    empty = part("tagHint").text()
    grab(dock(), "tagging_empty")
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{FILE}|layername=parcels", "parcels", "ogr"))
    choose_layer(layer)
    return {"empty": empty, "hint": part("tagHint").text(), "prepare": part("tagPrepare").isVisible(),
            "why": part("tagCategory_A").toolTip()}


def prepare():
    click("tagPrepare")
    counted()
    layer = parcels()
    grab_window("tagging_prepared")
    return {"fields": layer.fields().names()[-10:], "renderer": layer.renderer().type(),
            "widget": layer.editorWidgetSetup(layer.fields().lookupField("zz_cat")).type(),
            "hint": part("tagHint").text(), "untagged": part("tagCount_none").text(), "active":
            iface.activeLayer() is layer}


def tagged(**values):
    """How many parcels say these values."""
    names = parcels().fields().names()
    return sum(all(feature[name] == value for name, value in values.items() if name in names)
               for feature in parcels().getFeatures())


def select_and_tag():
    """Start editing, select by rectangle, key 1, then a sub-type by keyboard."""
    layer = parcels()
    click("tagSession_edit")
    assert layer.isEditable()
    centre = some_ground()
    iface.actionSelectRectangle().trigger()
    drag(to_pixel(centre.x() - 150, centre.y() - 120), to_pixel(centre.x() + 150, centre.y() + 120))
    selected = layer.selectedFeatureCount()
    key(Qt.Key.Key_1)
    box = part("tag_subtype")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    drawn()
    draw_map()
    grab_window("tagging_working")
    return {"selected": selected, "A": tagged(zz_cat="A"), "A1": tagged(zz_cat="A", zz_sub="A1", zz_source="person"),
            "text": part("tagSelection").text(), "shown": shown_figures(), "counted": figures(layer),
            "steps": layer.undoStack().count(), "undo": layer.undoStack().undoText()}


def paint():
    """A stroke of B over some parcels, taken back with Ctrl+Z, then painted again."""
    layer = parcels()
    layer.removeSelection()
    settle()
    key(Qt.Key.Key_2)
    before = tagged(zz_cat="B"), layer.undoStack().count()
    click("tag_paint")
    centre = some_ground()
    start, end = to_pixel(centre.x() + 180, centre.y() - 150), to_pixel(centre.x() + 330, centre.y() + 150)
    press(start)
    move((start + end) / 2)
    move(end)
    grab_window("tagging_stroke")
    release(end)
    after = tagged(zz_cat="B"), layer.undoStack().count()
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = tagged(zz_cat="B"), layer.undoStack().index()
    shown, truth = shown_figures(), figures(layer)
    drag(start, end)
    return {"before": before, "after": after, "undone": undone, "shown": shown, "counted": truth,
            "again": tagged(zz_cat="B")}


def pick():
    """Pick the tag of a parcel tagged A1: it is in hand then."""
    click("tag_pick")
    feature = next(feature for feature in parcels().getFeatures() if feature["zz_sub"] == "A1")
    point = feature.geometry().pointOnSurface().asPoint()
    iface.mapCanvas().setCenter(point)
    settle()
    QTest.mouseClick(iface.mapCanvas().viewport(), LEFT, NO_KEY, to_pixel(point.x(), point.y()))
    settle()
    found = {"A": part("tagCategory_A").isChecked(), "subtype": part("tag_subtype").currentData()}
    click("tag_pick")
    return found


def ledger():
    page(1)
    tree = part("tagLedger")
    rows = {tree.topLevelItem(i).text(0)[:1]: [tree.topLevelItem(i).text(c) for c in range(1, 5)]
            for i in range(tree.topLevelItemCount())}
    grab(dock(), "tagging_ledger")
    click("tagCopy")
    parcels().removeSelection()
    place = tree.visualItemRect(tree.findItems("A ", Qt.MatchFlag.MatchStartsWith, 0)[0]).center()
    QTest.mouseClick(tree.viewport(), LEFT, NO_KEY, place)
    QTest.mouseDClick(tree.viewport(), LEFT, NO_KEY, place)
    settle()
    chosen = {feature["zz_cat"] for feature in parcels().selectedFeatures()}, parcels().selectedFeatureCount()
    box = part("tagGroup")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    groups = part("tagLedger").topLevelItemCount()
    grab(dock(), "tagging_villages")
    QTest.keyClick(box, Qt.Key.Key_Up)
    names = {feature["ZLDWMC"] for feature in parcels().getFeatures()}
    return {"rows": rows, "chosen": [sorted(chosen[0]), chosen[1]], "groups": groups, "villages": len(names),
            "counted": figures(parcels()),
            "clipboard": QApplication.clipboard().text().split("\n")}


def save():
    ours = tags_of(parcels())
    click("tagSession_save")
    page(0)
    return {"modified": parcels().isModified(), "editable": parcels().isEditable(),
            "stored": tags_of(QgsVectorLayer(f"{FILE}|layername=parcels", "again", "ogr")) == ours,
            "why": part("tagSession_save").toolTip()}


def results_of_a_tool():
    """Industrial parcels as the tool gives them, on the map and marked."""
    by_name = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    ran = processing.run("landconsolidation:inefficientindustry", {
        "INPUT": by_name["DLTB"], "CODE_FIELD": "DLBM", "CODE_SYSTEM": 0, "BOUNDARY": by_name["CZKFBJ"],
        "ENTERPRISES": by_name["enterprises"], "PARCELS": "TEMPORARY_OUTPUT", "SUMMARY": None,
    })
    layer = ran["PARCELS"]
    importlib.import_module("land_consolidation.processing.roles").set_role(layer, "industry_candidates")
    QgsProject.instance().addMapLayer(layer)
    settle()


def suggest():
    """Suggestions of a rule, one rejected with a reason, the others accepted in one step."""
    results_of_a_tool()
    page(2)
    by_person = tagged(zz_source="person")
    click("tagSuggest")
    wait_until(lambda: part("tagReview").model().rowCount() > 0, "suggestions", 60)
    suggested = tagged(zz_source="rule:inefficientindustry")
    grab(dock(), "tagging_suggestions")
    key(Qt.Key.Key_N)
    iface.mapCanvas().waitWhileRendering()
    drawn()
    grab_window("tagging_next")
    with answering(answer_reason):
        click("tagReview_reject")
    rejected = [feature["zz_rule"] for feature in parcels().getFeatures() if REASON in str(feature["zz_rule"])]
    steps = parcels().undoStack().count()
    click("tagReview_accept_all")
    drawn()
    return {"suggested": suggested, "rejected": rejected, "left": part("tagReview").model().rowCount(),
            "by_rule": tagged(zz_source="rule:inefficientindustry"), "persons": tagged(zz_source="person") - by_person,
            "steps": parcels().undoStack().count() - steps, "undo": parcels().undoStack().undoText()}


def answer_reason(box):
    box.findChild(QLineEdit).setText(REASON)
    grab(box, "tagging_reason")
    QTest.keyClick(box, Qt.Key.Key_Return)


def check():
    """Check tags: what is to be built on fields outside the boundary."""
    page(0)
    layer = parcels()
    layer.selectByExpression("zz_cat = 'B'")
    settle()
    box = part("tag_disposition")
    box.setFocus()
    while box.currentData() != "new":
        QTest.keyClick(box, Qt.Key.Key_Down)
    page(2)
    click("tagCheck")
    wait_until(lambda: part("tagReview").model().rowCount() > 0, "findings", 60)
    grab(dock(), "tagging_review")
    return {"rows": part("tagReview").model().rowCount(), "status": part("tagReviewStatus").text(),
            "new": tagged(zz_cat="B", zz_disp="new")}


def looks(name):
    """Pictures of the pages, and what does not fit: pixels hidden at the side of a page, and below the screen."""
    settle()
    hidden = []
    for number in range(part("tagPages").count()):
        page(number)
        grab(dock(), f"tagging_{name}_{number}")
        hidden.append(part("tagPages").widget(number).horizontalScrollBar().maximum())
    page(0)
    grab_window(f"tagging_{name}_window")
    screen = iface.mainWindow().screen().availableGeometry()
    return {"hidden": hidden, "below": dock().height() - screen.height(), "right": dock().width() - screen.width()}


def dark():
    """The dock in the dark theme, and how light its ground is."""
    QgsApplication.setUITheme("Night Mapping")
    found = looks("dark")
    picture = part("tagHint").grab().toImage()
    found["ground"] = picture.pixelColor(1, 1).lightness()
    QgsApplication.setUITheme("default")
    return found


def normal():
    return looks("normal")


def large():
    """At the scale the screen has, 200 % by QT_SCALE_FACTOR."""
    return looks("large")
