"""Profiles: JSON with its lines, a schema whose refusals name them, the shipped ones against the layouts' tables."""

import csv
import json
import re

import plugin_package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from land_consolidation.algorithms.codes import code_table
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.json_lines import JsonError, read_json
from land_consolidation.algorithms.plan_profile import SHIPPED, read_profile, shipped_profile
from land_consolidation.algorithms.tags import FIELDS as TAG_FIELDS

DOMAIN = plugin_package.ROOT / "resources" / "domain"

# --- JSON with its lines ------------------------------------------------------------------------

contents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4), max_leaves=20,
)


@given(contents, st.sampled_from([None, 0, 1, 3]), st.booleans())
def test_content_is_that_of_pythons_own_reader(content, indent, ascii_only):
    text = json.dumps(content, indent=indent, ensure_ascii=ascii_only)
    assert read_json(text)[0] == json.loads(text) == content


@given(st.dictionaries(st.text("abc", min_size=1), st.lists(st.integers(0, 9), max_size=4), max_size=5))
def test_every_part_stands_on_the_line_it_is_written_on(content):
    text = json.dumps(content, indent=1)
    _, lines = read_json(text)
    rows = text.split("\n")
    for key, values in content.items():
        assert rows[lines[(key,)] - 1].startswith(f' "{key}":')
        for k, value in enumerate(values):
            assert rows[lines[(key, k)] - 1].strip(" ,") == str(value)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"a": 1,\n "a": 2}', 2, "“a” stands twice"), ('{"a":\n\n nope}', 3, "Expecting value"), ("", 1, "Expecting"),
        ('{"a": 1,\n}', 2, "a key in quotation marks"), ("[1\n 2]", 2, "“,” is expected"), ('{"a" 1}', 1, "“:”"),
        ("[]\n[]", 2, "follows the end"), ("[1,]", 1, "Expecting value"), ('{"a": "\n"}', 1, "control character"),
        ("[" * 100_000, 1, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_line(text, line, words):
    with pytest.raises(JsonError) as stop:
        read_json(text)
    assert (stop.value.line, words in stop.value.reason) == (line, True), stop.value.reason


# --- the schema ---------------------------------------------------------------------------------

PROFILE = """{
 "id": "OWN",
 "zh": "自定",
 "layers": [
  {
   "code": "DK",
   "zh": "地块",
   "geometry": "Polygon",
   "parts": [
    {"input": "parcels",
     "where": "TRUE",
     "values": {"BZ": "'a'"}}
   ],
   "style": {"colour": "#00ff00"},
   "fields": [
    {"name": "BZ",
     "type": "text",
     "length": 20,
     "codes": {"a": "甲"}}
   ]
  }
 ]
}
"""


def written(tmp_path, text):
    path = tmp_path / "own.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_is_a_profile(tmp_path):
    profile = read_profile(written(tmp_path, PROFILE))
    (layer,) = profile.layers
    (field,) = layer.fields
    assert (layer.geometry, layer.parts[0].input, layer.line, field.line) == ("MultiPolygon", "parcels", 5, 16)
    assert (profile.en, layer.en, field.alias) == ("自定", "地块", "BZ"), "names stand for those that are missing"
    assert field.codes == (("a", "甲"),)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"id": "OWN"', '"id": "a b"', 2, "id is “a b”; expected is up to 20 Latin letters"),
        (' "zh": "自定",\n', "", 1, "zh is missing; expected is a text that is not empty"),
        ('"zh": "自定"', '"zh": ["自定"]', 3, "zh is ['自定']"),
        ('"layers": [', '"layers": [], "x": [', 4, "x is no key of a profile; expected is one of: id, zh, en, note"),
        ('"code": "DK"', '"code": "地块"', 6, "layers[0].code is “地块”"),
        ('"code": "DK"', '"code": "gpkg_dk"', 6, "no name that databases keep for themselves"),
        ('"geometry": "Polygon"', '"geometry": "Pentagon"', 8, "“Pentagon”; expected is one of Point,"),
        ('"input": "parcels"', '"input": "parcel"', 10, "layers[0].parts[0].input is “parcel”"),
        ('"where": "TRUE"', '"where": true', 11, "expected is a QGIS expression"),
        ('"where": "TRUE"', '"were": "TRUE"', 11, "layers[0].parts[0].were is no key"),
        ('"values": {"BZ"', '"values": {"BA"', 12, "the name of a field of this layer"),
        ('"#00ff00"', '"green"', 14, "a colour such as #5f9e3f"),
        ('"name": "BZ"', '"name": "B Z"', 16, "a name without spaces"),
        ('"name": "BZ"', '"name": "FID"', 16, "a name without spaces"),
        ('"type": "text"', '"type": "string"', 17, "one of text, integer, double, float, date"),
        ('"type": "text",\n', "", 16, "layers[0].fields[0].type is missing"),
        ('"length": 20', '"length": "20"', 18, "“20”; expected is a whole number from 1 to 10,000"),
        ('"length": 20', '"length": true', 18, "True; expected is a whole number"),
        ('"length": 20', '"lenght": 20', 18, "lenght is no key of a profile"),
        ('"length": 20', '"decimals": 9', 18, "from 0 to 6"),
        ('{"a": "甲"}', '["a"]', 19, "an object of codes"),
        ('{"a": "甲"}}', '{"a": "甲"}},\n    {"name": "bz", "type": "text"}', 20, "a name that does not stand twice"),
        ('"style": {', '"rows": "indicators", "style": {', 14, "a layer of geometry None"),
        ('"style": {', '"group": {"by": "x", "columns": {"n": {"mean": "x"}}}, "style": {', 14, "one of sum, count"),
        ('"zh": "地块"', '"zh": ""', 7, "layers[0].zh is “”"),
        ('"zh": "地块",', '"zh": "地块"', 8, "is not JSON (“,” is expected)"),
    ],
)  # fmt: skip
def test_what_is_out_of_place_is_refused_with_its_line(old, new, line, words, tmp_path):
    assert PROFILE.count(old) == 1
    with pytest.raises(InvalidInput) as stop:
        read_profile(written(tmp_path, PROFILE.replace(old, new)))
    assert str(stop.value).startswith("PROFILE_FILE: ")
    assert f"line {line} of {tmp_path / 'own.json'}" in str(stop.value)
    assert words in str(stop.value)


@given(st.text(max_size=60) | contents.map(json.dumps))
def test_anything_else_is_refused_and_never_breaks(tmp_path_factory, text):
    path = written(tmp_path_factory.getbasetemp(), text.encode("utf-8", "ignore").decode())
    with pytest.raises(InvalidInput, match=r"PROFILE_FILE: line \d+ of"):
        read_profile(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_refused(content, tmp_path):
    path = tmp_path / "own.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidInput, match="PROFILE_FILE: the file .* cannot be read"):
        read_profile(path)


# --- the shipped ones ---------------------------------------------------------------------------

each_shipped = pytest.mark.parametrize("name", SHIPPED)


def table(name):
    with open(DOMAIN / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["FJ", "HZ"])
def test_layers_and_fields_are_those_of_the_layout(name):
    wanted = {row["layer_code"]: row for row in table("village_plan_layers") if row["profile"] == name}
    found = {layer.code: layer for layer in shipped_profile(name).layers}
    assert list(found) == list(wanted)
    for code, row in wanted.items():
        kinds = {"Polygon": "MultiPolygon", "Polyline": "MultiLineString", "None": ""}
        assert found[code].geometry == kinds.get(row["geometry"], row["geometry"])
        assert (found[code].zh, found[code].en) == (row["name_zh"], row["name_en"])
        assert (found[code].confidence, found[code].origin) == (row["confidence"], row["source"])
        fields = [field for field in table("village_plan_fields")
                  if (field["profile"], field["layer_code"]) == (name, code)]  # fmt: skip
        named = [part for field in fields for part in field["field"].split("..")]
        assert [field.name for field in found[code].fields] == named
        known = {field.name: field for field in found[code].fields}
        for field in fields:
            mine = known[field["field"].split("..")[0]]
            assert mine.kind == field["type"]
            assert not field["length"] or mine.length == int(field["length"])
            assert not field["alias_zh"] or mine.alias == field["alias_zh"]
            if field["note"].isdigit():
                assert mine.source == f"'{field['note']}'"
            for code_, label in re.findall(r"(\d{4})([^\d,]+)", field["note"]) if mine.codes else ():
                assert (code_, label) in mine.codes


@each_shipped
def test_shipped_profiles_fit_into_shapefiles(name):
    for layer in shipped_profile(name).layers:
        assert all(len(field.name.encode()) <= 10 for field in layer.fields), layer.code
        for field in layer.fields:
            assert field.kind != "integer" or field.length <= 9
            assert field.kind not in ("double", "float") or field.length > field.decimals + 2
            for code, _ in field.codes:
                assert len(code.encode()) <= field.length
            if field.code_table and field.kind == "text":
                assert max(map(len, code_table(field.code_table).names_zh)) <= field.length


@each_shipped
def test_a_style_colours_by_a_field_of_its_layer(name):
    for layer in shipped_profile(name).layers:
        assert not layer.style.field or layer.style.field in {field.name for field in layer.fields}
        assert layer.geometry == "" or layer.style.field or layer.style.colour


def test_our_own_profile_carries_every_tag_and_never_looks_official():
    profile = shipped_profile("TDZZ")
    parcels = next(layer for layer in profile.layers if layer.code == "TDZZ_DK")
    assert set(TAG_FIELDS) <= {field.name for field in parcels.fields}
    assert all(layer.code.startswith("TDZZ_") for layer in profile.layers)
    assert "非官方" in profile.zh
    assert "never presented as official" in profile.note
