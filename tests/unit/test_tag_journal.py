"""The journal against a plain list of gestures, cut at every byte as a crash would cut it."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms import tag_journal
from land_consolidation.algorithms.tag_journal import VERSION, Journal, Unsaved, read_journal

HEADER = {"layer": "地类图斑", "source": "parcels.gpkg|layername=DLTB"}
GESTURES = [
    ([1, 2], {"zz_cat": "A", "zz_note": "村东头，近河"}, [12.5, 0.01]),
    ([-3], {"zz_cat": None, "zz_sub": ""}, []),
    ([2], {"zz_cat": "X", "zz_note": 'a "quoted"\nline \\ 𠀀'}, [99.99]),
    ([1], {"zz_proj": "土地综合整治"}, []),
]
NAMES = st.sampled_from(["zz_cat", "zz_note", "zz_proj"])
LISTS = st.lists(
    st.tuples(
        st.lists(st.integers(-5, 5), max_size=4),
        st.dictionaries(NAMES, st.one_of(st.none(), st.text(max_size=12), st.text("村\r\n\u2028\x85\\\"", max_size=8))),
        st.booleans(),
    ),
    max_size=6,
)


def gathered(gestures, header=HEADER):
    """What is unsaved after these gestures, by a plain loop."""
    values, area = {}, {}
    for ids, said, areas in gestures:
        for identifier in ids:
            for name, text in said.items():
                values.setdefault(identifier, {})[name] = text
            values.setdefault(identifier, {})
        for identifier, size in zip(ids, areas, strict=False):
            area[identifier] = size
    return Unsaved({"version": VERSION, **header}, values, area)


def written(path, gestures, header=HEADER):
    journal = Journal(path, header)
    for gesture in gestures:
        journal.record(*gesture)
    journal.close()
    return path.read_bytes()


def test_what_was_recorded_is_read(tmp_path):
    path = tmp_path / "deep" / "er" / "标注.jsonl"
    written(path, GESTURES)
    assert read_journal(path) == gathered(GESTURES)
    assert read_journal(str(path)) == gathered(GESTURES)


@given(LISTS)
def test_any_gestures_are_read_as_they_were(tmp_path_factory, lists):
    path = tmp_path_factory.mktemp("journal") / "any.jsonl"
    gestures = [(ids, said, [len(ids) / 8] * len(ids) if sized else []) for ids, said, sized in lists]
    if gestures:
        written(path, gestures)
        assert read_journal(path) == gathered(gestures)
    else:
        Journal(path, HEADER).close()
        assert not path.exists()


def test_a_journal_cut_anywhere_keeps_every_whole_line(tmp_path):
    path = tmp_path / "whole.jsonl"
    whole = written(path, GESTURES)
    ends = [i + 1 for i, byte in enumerate(whole) if byte == ord("\n")]
    assert len(ends) == len(GESTURES) + 1
    cut = tmp_path / "cut.jsonl"
    for length in range(len(whole) + 1):
        cut.write_bytes(whole[:length])
        # A line is whole from its closing brace; the line end after it adds nothing.
        lines = sum(length >= end - 1 for end in ends)
        expected = gathered(GESTURES[: lines - 1]) if lines else None
        assert read_journal(cut) == expected, length


@pytest.mark.parametrize(
    "rest",
    [
        b"\0" * 512,
        b"\xff\xfe",
        b"\n",
        b"{",
        b'{"ids":[1],"set":{"zz_note":"\xe6\x9d',
        b'{"ids":[1],"set":{"zz_note":"\xe6\x9d"}}\n',
    ],
)
def test_what_a_crash_leaves_behind_the_last_line_is_passed_over(tmp_path, rest):
    path = tmp_path / "crashed.jsonl"
    path.write_bytes(written(path, GESTURES) + rest)
    assert read_journal(path) == gathered(GESTURES)


def test_a_line_cut_short_costs_no_later_one(tmp_path):
    """A full disk cuts a line; room is made, and the work goes on in the same file."""
    path = tmp_path / "layer.jsonl"
    lines = written(path, GESTURES).splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1] + lines[2][:20] + b"\n" + lines[3] + lines[4])
    assert read_journal(path) == gathered([GESTURES[0], *GESTURES[2:]])
    path.write_bytes(lines[0][:9] + b"\n" + b"".join(lines[1:]))
    assert read_journal(path) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\0\0\0", b"\xff", b"[]", b"1", b"null", b"{}", b'{"version":2}\n', b'{"version":"1"}', b'{"versio'],
)
def test_another_file_is_no_journal(tmp_path, content):
    path = tmp_path / "other.jsonl"
    path.write_bytes(content)
    assert read_journal(path) is None


def test_no_file_is_no_journal(tmp_path):
    assert read_journal(tmp_path / "none.jsonl") is None
    assert read_journal(tmp_path) is None


def test_nothing_is_written_before_the_first_change(tmp_path):
    path = tmp_path / "new" / "layer.jsonl"
    journal = Journal(path, HEADER)
    assert not path.parent.exists()
    journal.close()
    journal.forget()
    assert not path.parent.exists()


def test_each_gesture_is_on_the_disk_at_once(tmp_path, monkeypatch):
    path = tmp_path / "layer.jsonl"
    forced = []
    monkeypatch.setattr(tag_journal.os, "fsync", lambda number: forced.append(os.fstat(number).st_size))
    journal = Journal(path, HEADER)
    for count, gesture in enumerate(GESTURES, start=1):
        journal.record(*gesture)
        assert read_journal(path) == gathered(GESTURES[:count])
        assert forced[-1] == path.stat().st_size
    journal.close()


def test_what_is_saved_is_forgotten(tmp_path):
    path = tmp_path / "layer.jsonl"
    journal = Journal(path, HEADER)
    journal.record(*GESTURES[0])
    journal.forget()
    assert not path.exists()
    journal.forget()
    journal.record(*GESTURES[1])
    journal.close()
    assert read_journal(path) == gathered(GESTURES[1:2])


def test_a_journal_let_go_of_stays(tmp_path):
    path = tmp_path / "layer.jsonl"
    journal = Journal(path, HEADER)
    journal.record(*GESTURES[0])
    journal.close()
    journal.close()
    assert read_journal(path) == gathered(GESTURES[:1])


def test_a_line_is_plain_json_that_people_can_read(tmp_path):
    lines = written(tmp_path / "layer.jsonl", GESTURES).decode("utf-8").splitlines()
    assert json.loads(lines[0]) == {"version": 1, **HEADER}
    assert json.loads(lines[1]) == {
        "ids": [1, 2], "set": {"zz_cat": "A", "zz_note": "村东头，近河"}, "area": [12.5, 0.01],
    }  # fmt: skip
    assert "村东头" in lines[1]
    assert "area" not in json.loads(lines[2])
