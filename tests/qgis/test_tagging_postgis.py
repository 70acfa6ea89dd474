"""Two people tagging one PostGIS table at once: nothing that anybody stored is lost unnoticed."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import time
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import psycopg2
import pytest
from psycopg2.extras import RealDictCursor
from qgis.core import (
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from scenes import box, layer_of, run

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.tag_journal import read_journal
from land_consolidation.processing.parcel_scan import text_of
from land_consolidation.ui.tagging import restoring
from land_consolidation.ui.tagging.session import LayerSession

PREPARE = "landconsolidation:preparetags"
LEDGER, CHECK = "landconsolidation:categoryledger", "landconsolidation:checktags"
SETTINGS = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "lock_timeout=20s")
PARCELS = 8
BAD = "not to be saved"
PATIENCE = 60  # seconds for the server to start


# --- the database -------------------------------------------------------------------------------


def programs():
    """The newest PostgreSQL server installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    assert found, "PostgreSQL is not installed: scripts/test does that"
    return found[-1].parent


def as_server(*command):
    """A command as an ordinary user, since PostgreSQL refuses root, that ends when we do."""
    user = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.getuid() == 0 else []
    return ["setpriv", *user, "--pdeathsig=INT", *map(str, command)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL of our own on a loopback port, gone with its files at the end; gives how to reach it."""
    folder, port, password = Path(mkdtemp(prefix="tagging-")), free_port(), secrets.token_hex(16)
    (folder / "password").write_text(password)
    if os.getuid() == 0:
        user = pwd.getpwnam("postgres")
        for path in (folder, folder / "password"):
            os.chown(path, user.pw_uid, user.pw_gid)
    running = None
    try:
        subprocess.run(
            as_server(programs() / "initdb", "--pgdata", folder / "data", "--username=planner", "--encoding=UTF8",
                      "--locale=C.UTF-8", "--auth=scram-sha-256", "--pwfile", folder / "password", "--no-sync"),
            check=True, capture_output=True, cwd=folder,
        )
        with open(folder / "log", "wb") as log:
            running = subprocess.Popen(
                as_server(programs() / "postgres", "-D", folder / "data", "-p", port, *(
                    f"--{setting}" for setting in SETTINGS)),
                stdout=log, stderr=log, cwd=folder,
            )
        until = time.monotonic() + PATIENCE
        while subprocess.run([programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]).returncode:
            assert running.poll() is None and time.monotonic() < until, (folder / "log").read_text()
        uri = QgsDataSourceUri()
        uri.setConnection("127.0.0.1", str(port), "postgres", "planner", password)
        execute(uri, "CREATE EXTENSION postgis")
        yield uri
    finally:
        if running is not None:
            running.send_signal(signal.SIGINT)  # SIGTERM waits for QGIS to close its connections
            running.wait(PATIENCE)
        shutil.rmtree(folder)


def execute(uri, sql, named=False):
    """Rows that a statement gives, as somebody else's program runs it. named: as dicts, tuples otherwise."""
    kind = RealDictCursor if named else None
    with closing(psycopg2.connect(uri.connectionInfo(False))) as connection, connection.cursor(None, kind) as cursor:
        cursor.execute(sql)
        rows = cursor.fetchall() if cursor.description else []
        connection.commit()
        return rows


# --- two people ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def journals(tmp_path, monkeypatch):
    """A folder of journals that is ours alone."""
    folder = tmp_path / "journals"
    folder.mkdir()
    monkeypatch.setattr(restoring, "folder", lambda: folder)
    return folder


@pytest.fixture
def table(server):
    """A table of parcels with tag fields, id 1 to 8; the numbers in its name are no parcels'."""
    rows = [(box(100 * k, 0, 100 * k + 90, 100), f"P{k + 1}", "上村") for k in range(PARCELS)]
    uri = QgsDataSourceUri(server)
    uri.setDataSource("public", "parcels_4", "geom", "", "id")
    made = layer_of(rows, (("BSM", str), ("ZLDWMC", str)))
    failed, why = QgsVectorLayerExporter.exportLayer(made, uri.uri(False), "postgres", made.crs())
    assert failed == QgsVectorLayerExporter.ExportError.NoError, why
    assert run(opened(uri), PREPARE, IN_PLACE=True).results["ADDED_COUNT"] == len(tags.FIELDS)
    execute(uri, f"ALTER TABLE parcels_4 ADD CONSTRAINT note_of_5 CHECK (coalesce(zz_note, '') <> '{BAD}')")
    yield uri
    execute(uri, "DROP TABLE parcels_4")


def opened(uri):
    layer = QgsVectorLayer(uri.uri(False), "parcels", "postgres")
    assert layer.isValid()
    return layer


class Planner:
    """Somebody with the layer in their own QGIS, being edited."""

    def __init__(self, uri):
        self.layer, self.failed, self.overwrote = opened(uri), [], []
        self.session = LayerSession(self.layer)
        self.session.failed.connect(self.failed.append)
        self.session.overwrote.connect(self.overwrote.extend)
        self.settle()
        assert self.layer.startEditing()

    def settle(self):
        """Let the event loop turn, and a count under way end."""
        QCoreApplication.processEvents()
        while self.session.ledger is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def tag(self, ids, category, **values):
        tag = {"zz_cat": category, "zz_source": "person", "zz_time": f"2026-01-01T00:00:0{len(category)}", **values}
        assert self.session.apply([(ids, tag)], "tag") == len(ids)

    def save(self):
        refused = self.session.save()
        self.settle()
        return refused

    def check(self, unseen=()):
        """The ledger says what the layer shows, but for parcels others saved that we did not touch."""
        self.settle()
        ledger, features = self.session.ledger, list(self.layer.getFeatures())
        shown = {f.id(): {name: text_of(f[name]) for name in tags.FIELDS} for f in features if f.id() not in unseen}
        assert {i: {name: ledger.text(i, name) for name in tags.FIELDS} for i in shown} == shown
        assert len(ledger) == len(features)

    def stop(self):
        self.layer.rollBack()
        self.session.stop()


@pytest.fixture
def people(table):
    """Two who read the layer before either saves."""
    both = Planner(table), Planner(table)
    yield both
    for one in both:
        one.stop()


def stored(uri, *fields):
    """What the table holds by id: a text, or a tuple of them."""
    rows = execute(uri, "SELECT * FROM parcels_4 ORDER BY id", named=True)
    return {row["id"]: row[fields[0]] if len(fields) == 1 else tuple(row[name] for name in fields) for row in rows}


def in_short(conflicts):
    return [(conflict.id, conflict.theirs["zz_cat"], conflict.ours["zz_cat"]) for conflict in conflicts]


def test_what_others_saved_is_named_before_saving(people, table):
    first, second = people
    first.tag([1, 2], "A")
    assert first.session.conflicts() == []
    assert first.save() is None
    second.tag([2, 3], "BB")
    assert in_short(second.session.conflicts()) == [(2, "A", "BB")]
    assert stored(table, "zz_cat") == {1: "A", 2: "A"} | dict.fromkeys(range(3, 9))


def test_taking_theirs_keeps_all_they_saved_and_the_rest_of_ours(people, table):
    first, second = people
    first.tag([1, 2], "A", zz_stage="3")
    first.save()
    theirs = stored(table, *tags.FIELDS)
    second.tag([2, 3], "BB", zz_note="ours")
    second.session.take_theirs(second.session.conflicts())
    assert second.layer.undoStack().undoText() == "Take the tags saved by others"
    assert second.session.conflicts() == []
    second.check(unseen=[1])
    assert second.save() is None
    assert {i: stored(table, *tags.FIELDS)[i] for i in (1, 2)} == {i: theirs[i] for i in (1, 2)}
    assert stored(table, "zz_cat", "zz_note")[3] == ("BB", "ours")
    assert (second.failed, second.overwrote) == ([], [])
    second.check(unseen=[1])


def test_keeping_ours_overwrites_what_we_set_and_nothing_else(people, table):
    first, second = people
    first.tag([1, 2], "A", zz_note="theirs")
    first.save()
    second.tag([2, 3], "BB")
    second.session.note_theirs(second.session.conflicts())
    assert second.session.conflicts() == []
    second.check(unseen=[1])
    assert second.save() is None
    found = stored(table, "zz_cat", "zz_note")
    assert {i: found[i] for i in (1, 2, 3)} == {1: ("A", "theirs"), 2: ("BB", "theirs"), 3: ("BB", None)}
    assert second.overwrote == []
    second.check(unseen=[1])
    assert in_short(second.session.conflicts()) == []


def test_qgis_own_save_tells_what_it_overwrote_and_it_can_be_taken_back(people, table):
    first, second = people
    first.tag([1, 2], "A", zz_note="theirs")
    first.save()
    second.tag([2, 3], "BB")
    assert second.layer.commitChanges(False)
    assert in_short(second.overwrote) == [(2, "A", "BB")]
    assert stored(table, "zz_cat")[2] == "BB"
    second.check(unseen=[1])
    second.session.apply([([found.id], found.theirs) for found in second.overwrote], "back")
    assert second.save() is None
    assert stored(table, *tags.FIELDS)[2] == stored(table, *tags.FIELDS)[1]
    second.overwrote.clear()
    second.tag([4], "BB")
    assert second.layer.commitChanges(False)
    assert second.overwrote == []


def test_the_same_tag_given_by_both_is_no_conflict(people, table):
    first, second = people
    first.tag([2], "A", zz_time="2026-01-01T08:00:00")
    first.save()
    second.tag([2], "A", zz_time="2026-01-01T09:00:00")
    assert second.session.conflicts() == []
    assert second.layer.commitChanges(False)
    assert second.overwrote == []


def test_in_turn_each_sees_what_the_other_saved(people, table):
    """Back and forth over one parcel: every save but the first is warned, none is silent."""
    for turn in range(4):
        one, text = people[turn % 2], "ABCD"[turn]
        one.tag([5], text)
        found = one.session.conflicts()
        assert in_short(found) == ([(5, "ABCD"[turn - 1], text)] if turn else [])
        one.session.note_theirs(found)
        assert one.save() is None
        assert stored(table, "zz_cat")[5] == text


def test_a_tag_on_a_parcel_that_others_deleted_is_told_as_lost(people, table):
    first, second = people
    assert first.layer.deleteFeature(6)
    first.save()
    second.tag([6, 7], "BB")
    assert second.session.conflicts() == []
    assert second.save() is None
    (told,) = second.failed
    assert "6" in told
    assert "7" not in told
    assert stored(table, "zz_cat")[7] == "BB"
    assert 6 not in stored(table, "zz_cat")
    second.check()
    second.tag([8], "BB")
    assert second.save() is None
    assert len(second.failed) == 1, "told once"


def test_a_parcel_that_others_deleted_is_told_by_qgis_own_save_too(people):
    first, second = people
    first.layer.deleteFeature(6)
    first.save()
    second.tag([6], "BB")
    assert second.layer.commitChanges(False)
    assert len(second.failed) == 1
    second.check()


# --- what the database refuses ------------------------------------------------------------------


def test_a_refused_save_names_the_parcel_and_the_reason_and_loses_nothing(people, table, journals):
    one, _ = people
    one.tag([1, 2], "A", zz_stage="2")
    one.tag([3], "BB", zz_stage="2", zz_note=BAD)
    refused = one.save()
    assert (refused.ids, refused.named) == ((3,), True)
    assert "note_of_5" in refused.errors[0]
    assert BAD in refused.errors[0]
    assert set(stored(table, "zz_cat").values()) == {None}
    assert sorted(one.session.ledger.changed_ids()) == [1, 2, 3]
    assert unsaved(journals) == {1: "A", 2: "A", 3: "BB"}
    one.check()
    one.tag([4], "C")
    one.session.apply([([3], {"zz_note": "mended"})], "mend")
    assert unsaved(journals) == {1: "A", 2: "A", 3: "BB", 4: "C"}
    assert one.save() is None
    assert list(stored(table, "zz_cat").values())[:4] == ["A", "A", "BB", "C"]
    assert one.session.ledger.changed_ids() == []
    assert unsaved(journals) == {}


def test_after_qgis_own_save_failed_tags_are_still_journalled(people, journals):
    one, _ = people
    one.tag([3], "A", zz_note=BAD)
    assert not one.layer.commitChanges(False)
    one.settle()
    one.tag([4], "C")
    one.check()
    assert unsaved(journals) == {3: "A", 4: "C"}


def test_a_key_that_qgis_numbers_anew_has_no_journal_and_says_so(people, table, journals):
    people[0].tag([1], "A")
    assert list(journals.glob("*.jsonl")), "a plain key has a journal"
    people[0].save()
    for one in people:
        one.stop()
    execute(table, "ALTER TABLE parcels_4 ALTER id TYPE bigint")
    again = Planner(table)
    try:
        again.tag([next(again.layer.getFeatures()).id()], "B")
        assert list(journals.glob("*.jsonl")) == []
        assert len(again.failed) == 1
        assert "save often" in again.failed[0]
        again.tag([next(again.layer.getFeatures()).id()], "C")
        assert len(again.failed) == 1, "once is enough"
    finally:
        again.stop()


def test_a_save_that_succeeds_in_part_is_shown_as_it_is_stored(people, table, journals):
    """PostGIS takes the values, then refuses a new parcel; undoing the values, QGIS undoes them in its books only."""
    one, _ = people
    one.tag([1], "A")
    new = QgsFeature(one.layer.fields())
    new.setGeometry(QgsGeometry.fromWkt(box(0, 500, 10, 510)))
    new["zz_note"] = BAD
    assert one.layer.addFeature(new)
    assert one.save().ids == (new.id(),)
    assert stored(table, "zz_cat")[1] == "A"
    assert one.session.ledger.changed_ids() == [new.id()]
    one.check()
    one.layer.undoStack().undo()
    one.layer.undoStack().undo()
    one.check()
    one.layer.undoStack().redo()
    one.check()
    one.session.discard()
    one.check()
    assert one.session.ledger.changed_ids() == []
    assert unsaved(journals) == {}
    assert stored(table, "zz_cat")[1] == "A"


def unsaved(journals):
    """Categories in the one journal that lies there."""
    found = list(journals.glob("*.jsonl"))
    assert len(found) <= 1
    return {i: values.get("zz_cat") for path in found for i, values in read_journal(path).values.items()}


# --- the tools ----------------------------------------------------------------------------------


def test_prepared_fields_are_texts_of_the_right_length(table):
    rows = execute(
        table, "SELECT column_name, data_type, character_maximum_length FROM information_schema.columns "
        "WHERE table_name = 'parcels_4' AND column_name LIKE 'zz%' ORDER BY ordinal_position",
    )  # fmt: skip
    assert rows == [
        (name, "character varying" if tags.LENGTHS[name] else "text", tags.LENGTHS[name] or None)
        for name in tags.FIELDS
    ]


def test_ledger_and_checks_of_a_table_are_those_of_a_copy(table):
    execute(table, "UPDATE parcels_4 SET zz_cat = 'A', zz_sub = CASE WHEN id = 1 THEN 'C1' ELSE 'A1' END WHERE id < 4")
    layer = opened(table)
    copy = layer.materialize(QgsFeatureRequest().addOrderBy("id"))
    for tool, output, fields in (
        (LEDGER, "LEDGER", ("group", "category", "subtype", "parcels", "area_m2")),
        (CHECK, "FINDINGS", ("check", "severity", "parcel", "category", "area_m2")),
    ):
        found = run(layer, tool, **({"GROUP_FIELD": "ZLDWMC"} if tool == LEDGER else {})).rows(output, *fields)
        assert sorted(found, key=str) == sorted(
            run(copy, tool, **({"GROUP_FIELD": "ZLDWMC"} if tool == LEDGER else {})).rows(output, *fields), key=str)
        assert found
    assert run(layer, CHECK).rows("FINDINGS", "check", "parcel") == [("wrong_subtype", "P1")]
