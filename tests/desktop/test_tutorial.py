"""The tutorial walked in a real window, in Chinese; its delivery is the one that qgis_process makes."""

import json
import subprocess
from pathlib import Path

import pytest
import qgis_profile
from deliveries import delivered, read

DELIVER = "landconsolidation:delivervillageplan"
DELIVERY = "330723199201柳畈村_TDZZ"
ASKED = ("codes_output", "structure_structure", "indicators_indicators")


@pytest.fixture(scope="module")
def walked(desktop):
    return desktop("tutorial", "sample", "screen", "tag", "deliver", language="zh-Hans", timeout=500)


@pytest.fixture(scope="module")
def commanded(walked, tmp_path_factory):
    """The delivery that qgis_process makes of the same file and the same settings: its folder."""
    folder, profile = tmp_path_factory.mktemp("commanded"), tmp_path_factory.mktemp("profile") / "profile"
    qgis_profile.create(profile, language="zh-Hans")
    given = {
        **walked["deliver"]["given"],
        "delivery_folder": str(folder),
        **{name: str(folder / f"{name}.gpkg") for name in ASKED},
        "validation_errors": str(folder / "errors.gpkg"),
    }
    done = subprocess.run(
        ["qgis_process", "--json", "run", DELIVER, "-"], input=json.dumps({"inputs": given}), capture_output=True,
        text=True, check=False, env=qgis_profile.environment(profile),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def test_the_screening_gives_the_parcels_to_tag(walked):
    assert walked["screen"] == {"name": "带建议的图斑", "role": "tagging", "parcels": 8752}


def test_parcels_are_tagged_by_hand_and_no_others(walked):
    found = walked["tag"]
    assert found["selected"]
    assert set(found["changed"]) <= set(found["selected"])
    assert found["changed"]
    assert found["tags"] == [["A", "A1", "person"]]
    assert not found["modified"]


def test_the_delivery_is_that_of_qgis_process_value_by_value(walked, commanded):
    ours = delivered(Path(walked["deliver"]["folder"]) / "deliveries" / DELIVERY)
    theirs = delivered(commanded / DELIVERY)
    assert list(ours) == list(theirs)
    assert sum(len(one.rows) for one in ours.values()) > 0
    for code, one in ours.items():
        other = theirs[code]
        assert one.fields == other.fields, code
        assert one.rows == other.rows, code
        assert [bytes(shape.asWkb()) for shape in one.shapes if shape] == [
            bytes(shape.asWkb()) for shape in other.shapes if shape
        ], code


def test_the_tags_made_by_hand_are_in_the_delivery(walked):
    ours = delivered(Path(walked["deliver"]["folder"]) / "deliveries" / DELIVERY)
    by_hand = [row for one in ours.values() for row in one.rows if row.get("zz_source") == "person"]
    assert by_hand
    assert {(row["zz_cat"], row["zz_sub"]) for row in by_hand} == {("A", "A1")}


def test_the_delivery_passes_its_validation(walked, commanded):
    window, command = (
        read(str(folder / "errors.gpkg")).rows for folder in (Path(walked["deliver"]["folder"]), commanded)
    )
    assert window == command
    assert [row for row in window if row["severity"] == "error"] == []
