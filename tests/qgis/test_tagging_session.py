"""The dock's engine under edits from everywhere: ledger and journal against a full recount, after every turn."""

from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from scenes import box, layer_of, saved

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.tag_journal import read_journal
from land_consolidation.algorithms.tag_ledger import Ledger
from land_consolidation.algorithms.tag_scheme import read_scheme
from land_consolidation.processing import parcel_scan
from land_consolidation.processing.parcel_scan import COLUMNS, column_positions, scan, text_of
from land_consolidation.processing.tag_preparation import prepare_layer
from land_consolidation.ui.tagging import restoring
from land_consolidation.ui.tagging.session import LayerSession

PARCELS = 6
KEY = ("village", "zz_cat", "zz_sub")
ENDINGS = ("save", "commit", "commit_and_stop", "discard", "roll_back")
"""Gestures after which nothing is unsaved."""


# --- the layer ----------------------------------------------------------------------------------


def parcels():
    """Parcels of two villages, the last without a shape; some tagged and saved before."""
    rows = [
        (None if k == PARCELS - 1 else box(100 * k, 0, 100 * k + 37.3 + k, 51.7), f"P{k}", "上村" if k % 2 else "下村")
        for k in range(PARCELS)
    ]  # fmt: skip
    layer = layer_of(rows, (("BSM", str), ("ZLDWMC", str)))
    prepare_layer(layer, read_scheme())
    at = layer.fields().lookupField("zz_cat")
    assert layer.dataProvider().changeAttributeValues({
        feature.id(): {at: "ABC"[k % 3]} for k, feature in enumerate(layer.getFeatures()) if k % 2
    })
    return layer


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A folder with the layer as a file of each format."""
    folder = tmp_path_factory.mktemp("layers")
    for ending in ("gpkg", "shp"):
        saved(parcels(), folder / f"land.{ending}")
    return folder


@contextmanager
def engine(kind, files):
    """An Engine on a layer of its own, with journals that are ours alone."""
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        place = Path(place)
        journals = place / "journals"
        journals.mkdir()
        patch.setattr(restoring, "folder", lambda: journals)
        for file in files.glob("land.*"):
            copyfile(file, place / file.name)
        layer = parcels() if kind == "memory" else QgsVectorLayer(str(place / f"land.{kind}"), "land", "ogr")
        running = Engine(layer, journals)
        try:
            yield running
        finally:
            layer.rollBack()
            running.session.stop()


class Engine:
    """A session on a layer, everything a person may do to it, and what must hold after it."""

    def __init__(self, layer, journals, counted=True):
        assert layer.isValid()
        self.layer, self.journals = layer, journals
        self.told, self.new = [], 0
        self.session = LayerSession(layer)
        self.session.failed.connect(self.told.append)
        self.session.overwrote.connect(self.told.append)
        if counted:
            self.settle()

    def settle(self):
        """Let the event loop turn, and a count under way end."""
        QCoreApplication.processEvents()
        while self.session.ledger is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def left(self):
        """Every journal and lock that lies there."""
        return sorted(path.name for path in self.journals.iterdir())

    def do(self, gesture):
        name, *values = gesture
        if name not in ENDINGS and name != "recount" and not self.layer.isEditable():
            assert self.layer.startEditing()
        getattr(self, name)(*values)

    # --- gestures ------------------------------------------------------------------------------

    def ids(self, numbers):
        """Ids of some parcels the layer holds now; numbers beyond begin again."""
        here = sorted(self.layer.allFeatureIds())
        return sorted({here[number % len(here)] for number in numbers}) if here else []

    def tag(self, numbers, values):
        ids = self.ids(numbers)
        self.session.apply([(ids, values)], "tag")
        now = self.held(self.layer)
        assert all(values.items() <= now[i].items() for i in ids)

    def set_value(self, number, name, text):
        for identifier in self.ids([number]):
            assert self.layer.changeAttributeValue(
                identifier, self.layer.fields().lookupField(name), text or NULL)

    def delete(self, numbers):
        assert self.layer.deleteFeatures(self.ids(numbers))

    def add(self, values):
        self.new += 1
        shape = QgsGeometry.fromWkt(box(0, 100 * self.new, 33.3, 100 * self.new + 44.4))
        by_position = {self.layer.fields().lookupField(name): text or NULL for name, text in values.items()}
        feature = QgsVectorLayerUtils.createFeature(self.layer, shape, by_position)
        assert self.layer.addFeature(QgsFeature(feature))

    def reshape(self, number, width):
        for identifier in self.ids([number]):
            if not self.layer.getFeature(identifier).hasGeometry():
                continue  # QGIS does not say so when giving a shape to what had none is undone
            assert self.layer.changeGeometry(identifier, QgsGeometry.fromWkt(box(0, 900, width, 950)))

    def command(self, gestures, ends):
        self.layer.beginEditCommand("elsewhere")
        for gesture in gestures:
            self.do(gesture)
        (self.layer.endEditCommand if ends else self.layer.destroyEditCommand)()

    def undo(self):
        self.layer.undoStack().undo()

    def redo(self):
        self.layer.undoStack().redo()

    def save(self):
        if self.layer.isEditable():
            assert self.session.save() is None

    def commit(self):
        if self.layer.isEditable():
            assert self.layer.commitChanges(False), self.layer.commitErrors()

    def commit_and_stop(self):
        if self.layer.isEditable():
            assert self.layer.commitChanges(True), self.layer.commitErrors()

    def discard(self):
        if self.layer.isEditable():
            self.session.discard()

    def roll_back(self):
        if self.layer.isEditable():
            assert self.layer.rollBack()

    def recount(self):
        self.session.recount()

    # --- what must hold ------------------------------------------------------------------------

    def held(self, source):
        """Texts of every parcel of a layer or its provider: {id: {column: text}}."""
        at = column_positions(self.layer.fields())
        return {f.id(): {name: text_of(f[position]) for name, position in at.items()} for f in source.getFeatures()}

    def check(self, ended):
        ledger = self.session.ledger
        fresh = scan(self.layer, self.layer.fields(), self.layer.crs(), PARCELS, lambda fraction: None)
        now, stored = self.held(self.layer), self.held(self.layer.dataProvider())
        nothing = dict.fromkeys(COLUMNS, "")
        assert len(ledger) == len(now)
        assert all(i in ledger for i in now)
        assert figures(ledger) == figures(fresh)
        for columns in (tags.FIELDS, COLUMNS):
            differ = [i for i in now if any(now[i][name] != stored.get(i, nothing)[name] for name in columns)]
            assert sorted(ledger.changed_ids(columns)) == sorted(differ), columns
        unsaved = Counter(tuple(now[i][name] for name in KEY) for i in differ)
        assert {entry.key: entry.changed for entry in ledger.entries(*KEY) if entry.changed} == unsaved
        assert self.session.conflicts() == []
        assert self.told == []
        self.check_journal(now, stored, ended)

    def check_journal(self, now, stored, ended):
        journals = list(self.journals.glob("*.jsonl"))
        assert len(journals) <= 1
        if ended or self.layer.providerType() == "memory":
            assert self.left() == []
        if self.layer.providerType() == "memory":
            return
        wanted = {
            i: {name: (stored[i][name], now[i][name]) for name in tags.FIELDS if stored[i][name] != now[i][name]}
            for i in stored if i in now
        }  # fmt: skip
        unsaved = read_journal(journals[0]).values if journals else {}
        for i, changes in wanted.items():
            restored = {name: stored[i][name] for name in tags.FIELDS} | unsaved.get(i, {})
            assert restored == {name: now[i][name] for name in tags.FIELDS}
            assert changes.keys() <= unsaved.get(i, {}).keys()
        if journals:
            self.check_restoring(journals[0], {i: changes for i, changes in wanted.items() if changes})

    def check_restoring(self, journal, wanted):
        """What another QGIS would offer if this one crashed now. Areas were noted as they were in the edit session."""
        after = QgsVectorLayer(self.layer.source(), "after the crash", "ogr")
        counted = scan(after, after.fields(), after.crs(), PARCELS, lambda fraction: None)
        plan = restoring.plan(after, journal, read_journal(journal), lambda i: float(counted.area([i])[0]))
        assert {i: changes for i, changes in plan.changes.items() if i in wanted} == wanted
        assert [i for i in plan.lost if i >= 0] == []


def figures(ledger):
    """Parcels and hundredths of a square metre of everything a ledger tells apart."""
    return [(entry.key, entry.parcels, round(entry.area * 100)) for entry in ledger.entries(*KEY)]


# --- random gestures ----------------------------------------------------------------------------


WHICH = st.integers(0, PARCELS + 2)
SOME = st.lists(WHICH, max_size=4)
TEXT = st.sampled_from(["", "A", "B", "A1"])
TAG = st.fixed_dictionaries({}, optional={"zz_cat": TEXT, "zz_sub": TEXT, "zz_note": st.sampled_from(["", "近路"])})
EDIT = st.one_of(
    st.tuples(st.just("tag"), SOME, TAG),
    st.tuples(st.just("set_value"), WHICH, st.sampled_from(["zz_cat", "zz_sub", "zz_note"]), TEXT),
    st.tuples(st.just("set_value"), WHICH, st.sampled_from(["ZLDWMC", "BSM"]), st.sampled_from(["", "上村", "外村"])),
    st.tuples(st.just("delete"), st.lists(WHICH, max_size=2)),
    st.tuples(st.just("add"), st.fixed_dictionaries({"zz_cat": TEXT, "ZLDWMC": st.sampled_from(["", "上村"])})),
    st.tuples(st.just("reshape"), WHICH, st.sampled_from([10.01, 20.5])),
)
GESTURE = st.one_of(
    EDIT, EDIT, EDIT,
    st.tuples(st.just("command"), st.lists(EDIT, max_size=3), st.booleans()),
    st.sampled_from(["undo", "undo", "redo", "recount", *ENDINGS]).map(lambda name: (name,)),
)  # fmt: skip
# Several gestures within one turn of the event loop, as a script does them.
TURNS = st.lists(st.lists(GESTURE, min_size=1, max_size=3), max_size=10)


A = {"zz_cat": "A"}
# What once went wrong, in one turn or over two.
MET = [
    [[("set_value", 0, "zz_cat", "B"), ("tag", [0], {"zz_cat": ""})]],
    [[("recount",), ("tag", [0], A), ("save",)]],
    [[("recount",), ("command", [("tag", [0], A)], False)]],
    [[("set_value", 0, "zz_cat", "B"), ("recount",), ("tag", [0], A)]],
    [[("set_value", 0, "ZLDWMC", "外村"), ("recount",)]],
    [[("add", A), ("recount",)]],
    [[("delete", [1]), ("recount",)], [("undo",)]],
    [[("delete", [0])], [("undo",), ("set_value", 0, "zz_cat", "A")]],
    [[("command", [("add", A)], False)]],
    [[("delete", [0]), ("save",)], [("discard",)]],
    [[("delete", [0]), ("commit_and_stop",)]],
    [[("tag", [], A)], [("discard",), ("delete", [0]), ("save",)]],
]  # fmt: skip


@pytest.mark.parametrize("kind", ["memory", "gpkg", "shp"])
def test_ledger_and_journal_follow_whatever_is_done(kind, files):
    @settings(max_examples=20)
    @given(TURNS)
    def follow(turns):
        with engine(kind, files) as running:
            for gestures in turns:
                for gesture in gestures:
                    running.do(gesture)
                running.settle()
                running.check(gestures[-1][0] in ENDINGS)

    for turns in MET:
        follow = example(turns)(follow)
    follow()


# --- what chance does not meet ------------------------------------------------------------------


def test_fields_that_are_not_saved_themselves_hold_unsaved_tags(tmp_path, monkeypatch):
    monkeypatch.setattr(restoring, "folder", lambda: tmp_path / "journals")
    layer = saved(layer_of([(box(0, 0, 9, 9), "上村")], (("ZLDWMC", str),)), tmp_path / "land.gpkg")
    running = Engine(layer, tmp_path / "journals", counted=False)
    layer.startEditing()
    prepare_layer(layer, read_scheme())
    running.settle()
    running.tag([0], A)
    running.recount()
    running.settle()
    assert running.session.ledger.changed_ids() == [1]
    assert running.session.conflicts() == []
    assert running.session.save() is None
    assert running.session.ledger.changed_ids() == []
    layer.rollBack()
    running.session.stop()


def test_a_count_that_reads_too_little_is_repeated(files, monkeypatch):
    """As a GeoPackage does when editing begins while a thread opens it."""
    asked = []

    def read_nothing_at_first(*arguments):
        asked.append(arguments)
        return scan(*arguments) if len(asked) > 1 else Ledger(COLUMNS)

    with engine("gpkg", files) as running:
        monkeypatch.setattr(parcel_scan, "scan", read_nothing_at_first)
        running.do(("recount",))
        running.do(("tag", [0], A))
        running.settle()
        running.check(ended=False)
        assert len(asked) == 2
