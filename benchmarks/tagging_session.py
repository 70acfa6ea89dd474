"""What a person at the tagging dock waits for, measured on a layer that is really edited."""

import time
from contextlib import contextmanager
from statistics import median

from heartbeat import wait_for
from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtWidgets import QAction

ROUNDS = 3
SELECTED, FEW, SHORT_UNDO, SUGGESTED = 50_000, 1_000, 2_000, 100_000
BLOCKS_ROLE, FARMLAND_ROLE = "farmland_blocks", "basic_farmland"


def counting(folder):
    """Counting all parcels in the background while the window lives."""
    session, told = _counted(folder)
    session.stop()
    return told


def tagging(folder):
    """Seconds of many tags at once, done and undone, by the dock and by the bare loop QGIS offers."""
    session, _ = _counted(folder)
    layer = session.layer
    ids = _ids(session, SELECTED)
    found = {name: [] for name in ("tag", "bare", "undo", "bare undo of few", "undo of few", "watched", "unwatched")}
    for number in range(ROUNDS):
        values = _person(number)
        with _clock(found["tag"]):
            _all_done(session.apply([(ids, values)], "tag"), ids)
        with _clock(found["undo"]):
            layer.undoStack().undo()
            _settled()
        other = _open(folder)
        with _clock(found["bare"]):
            _bare(other, ids, _at(session, values))
        for name, one in (("watched", layer), ("unwatched", other)):
            with _clock(found[name]):
                _bare(one, ids, {session.position["zz_note"]: f"note {number}"})
                _settled()
        session.apply([(ids[:SHORT_UNDO], _person(number + 1))], "tag")
        with _clock(found["undo of few"]):
            layer.undoStack().undo()
            _settled()
        # The bare loop gives no old values, and QGIS then looks for each of them in the source.
        other = _open(folder)
        _bare(other, ids[:SHORT_UNDO], _at(session, values))
        with _clock(found["bare undo of few"]):
            other.undoStack().undo()
    return {"found": {name: median(seconds) for name, seconds in found.items()}}


def following(folder):
    """Seconds from a change to right figures, by the dock and from elsewhere, and what showing them takes."""
    from land_consolidation.algorithms.tag_scheme import read_scheme
    from land_consolidation.ui.tagging.ledger_page import LedgerPage
    from land_consolidation.ui.tagging.review_lines import suggestions
    from land_consolidation.ui.tagging.review_page import ReviewPage

    session, _ = _counted(folder)
    layer, page, scheme = session.layer, LedgerPage(), read_scheme()
    page.show_group("village")
    page.show()
    ids = _ids(session, 2 * ROUNDS * FEW)
    found = {name: [] for name in ("tagged here", "changed elsewhere", "undone elsewhere", "shown", "suggestions",
                                   "review shown")}
    for number in range(ROUNDS):
        some, others = (ids[(2 * number + side) * FEW:][:FEW] for side in (0, 1))
        with _clock(found["tagged here"]):
            _all_done(session.apply([(some, _person(number))], "tag"), some)
            _figures(session)
        with _clock(found["changed elsewhere"]):
            with _heard(session):
                _bare(layer, others, _at(session, _person(number)))
            _figures(session)
        layer.undoStack().undo()
        _settled()
        with _clock(found["undone elsewhere"]):
            with _heard(session):
                layer.undoStack().undo()
            _figures(session)
        with _clock(found["shown"]):
            page.show_ledger(session.ledger, scheme)
            _settled()
    _same_as_read_anew(session)
    review = ReviewPage({"next": QAction("next")})
    review.show_state(True, "", True, "")
    review.show()
    for _ in range(ROUNDS):
        with _clock(found["suggestions"]):
            items = suggestions(session.ledger, {})
        with _clock(found["review shown"]):
            review.show_items(items, "")
            _settled()
    return {"found": {name: max(seconds) for name, seconds in found.items()}, "items": len(items)}


def reviewing(folder):
    """Suggesting and checking in the background while the window lives, and writing what was suggested."""
    from land_consolidation.algorithms import tags
    from land_consolidation.algorithms.tag_scheme import read_scheme
    from land_consolidation.processing.roles import set_role
    from land_consolidation.ui.tagging import reviewing as tasks

    session, _ = _counted(folder)
    layer, project, scheme = session.layer, QgsProject.instance(), read_scheme()
    for role in (BLOCKS_ROLE, FARMLAND_ROLE):
        blocks = QgsVectorLayer(str(folder / "blocks.gpkg"), role, "ogr")
        set_role(blocks, role)
        project.addMapLayer(blocks)
    results, told = {}, {}
    for name, task in (
        ("suggest", tasks.suggest_task(layer, tasks.suggesting_layers(project, layer), scheme)),
        ("check", tasks.check_task(layer, project, scheme)),
    ):
        results[name], told[name] = _result(task)
    suggested = results["suggest"].ids[:SUGGESTED].tolist()
    rule = results["suggest"].rule_json[:SUGGESTED].tolist()
    groups = {}
    for identifier, text in zip(suggested, rule):
        groups.setdefault(text, []).append(identifier)
    written = []
    with _clock(written):
        session.apply([(ids, {tags.CATEGORY: "A", tags.SUBTYPE: "A1", tags.SOURCE: "rule:farmlandcontiguity",
                              tags.RULE: text, tags.TIME: tags.now()}) for text, ids in groups.items()], "suggest")
    return {**told, "suggested": len(suggested), "rules": len(groups), "findings": len(results["check"].findings),
            "written": written[0]}


def _counted(folder):
    from land_consolidation.ui.tagging.session import LayerSession

    start = time.perf_counter()
    session = LayerSession(_open(folder))
    begun = time.perf_counter() - start
    seconds, gap = wait_for(session.ledger_changed)
    if session.ledger is None:
        raise RuntimeError("The layer was not counted.")
    return session, {"seconds": seconds, "gap": max(gap, begun)}


def _result(task):
    kept = []
    task.done.connect(lambda result, error: kept.extend((result, error)))
    QgsApplication.taskManager().addTask(task)
    seconds, gap = wait_for(task.done)
    if kept[1] is not None:
        raise kept[1]
    return kept[0], {"seconds": seconds, "gap": gap}


def _open(folder):
    layer = QgsVectorLayer(str(folder / "parcels.gpkg"), "parcels", "ogr")
    layer.startEditing()
    return layer


def _ids(session, count):
    """Every other parcel, tagged and untagged, so that they do not say all the same."""
    request = QgsFeatureRequest().setNoAttributes().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    return sorted(feature.id() for feature in session.layer.getFeatures(request))[: 2 * count: 2]


def _person(number):
    """What one press of a category's key sets; differs from number to number."""
    from land_consolidation.algorithms import tags

    return {tags.CATEGORY: "BCE"[number % 3], tags.SUBTYPE: "", tags.SOURCE: tags.PERSON, tags.RULE: "",
            tags.TIME: tags.now()}


def _at(session, values):
    return {session.position[name]: text or None for name, text in values.items()}


def _bare(layer, ids, values):
    layer.beginEditCommand("change")
    for identifier in ids:
        layer.changeAttributeValues(identifier, values)
    layer.endEditCommand()


def _all_done(count, ids):
    if count != len(ids):
        raise RuntimeError(f"{count} of {len(ids)} parcels were tagged.")


def _settled():
    QgsApplication.processEvents()


def _figures(session):
    return session.ledger.entries("zz_cat", "zz_sub")


def _same_as_read_anew(session):
    """Refuse a ledger that is quick and wrong."""
    from land_consolidation.processing.parcel_scan import scan

    layer = session.layer
    fresh = scan(layer, layer.fields(), layer.crs(), layer.featureCount(), lambda fraction: None)
    kept, anew = ([(entry.key, entry.parcels, entry.area) for entry in ledger.entries("village", "zz_cat", "zz_sub")]
                  for ledger in (session.ledger, fresh))
    if kept != anew:
        raise RuntimeError("The ledger is not what the layer says.")


@contextmanager
def _heard(session):
    """Leaves when the session has taken in what was changed inside."""
    loop = QEventLoop()
    session.ledger_changed.connect(loop.quit)
    yield
    loop.exec()
    session.ledger_changed.disconnect(loop.quit)


@contextmanager
def _clock(seconds):
    start = time.perf_counter()
    yield
    seconds.append(time.perf_counter() - start)
