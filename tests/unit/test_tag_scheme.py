"""The 5+X scheme: the shipped file as it stands, files of one's own, and every way to break one."""

import itertools
import json
import re

import numpy as np
import pytest

from land_consolidation.algorithms import tags
from land_consolidation.algorithms.errors import InvalidInput
from land_consolidation.algorithms.tag_scheme import SHIPPED, Category, Term, read_scheme

SHEET = {
    "categories": [
        {"code": "F", "zh": "道路", "en": "Roads", "colour": "#123ABC", "subtypes": [{"code": "F1", "zh": "桥"}]},
        {"code": "G", "en": "Ponds"},
    ],
    "dispositions": [{"code": "keep"}],
    "stages": [{"code": 1, "zh": "一"}, {"code": 0, "en": "None"}],
}


@pytest.fixture
def write(tmp_path):
    """Write a scheme file, given as bytes, text or what goes into JSON; its path."""

    def write(content, name="mine.json"):
        if not isinstance(content, bytes | str):
            content = json.dumps(content, ensure_ascii=False)
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def changed(part, position, **entry):
    """SHEET with an entry changed."""
    sheet = json.loads(json.dumps(SHEET))
    sheet[part][position].update(entry)
    return sheet


# --- the shipped scheme -------------------------------------------------------------------------


def pairs(entries):
    return [(entry["code"], entry["zh"], entry["en"]) for entry in entries]


def terms(entries):
    return [(term.code, term.zh, term.en) for term in entries]


def test_the_shipped_scheme_is_its_file(root):
    raw = json.loads((root / "resources" / "domain" / "remediation_categories.json").read_text(encoding="utf-8"))
    scheme = read_scheme()
    assert terms(scheme.categories) == pairs(raw["categories"])
    assert [terms(category.subtypes) for category in scheme.categories] == [
        pairs(entry["subtypes"]) for entry in raw["categories"]
    ]
    assert terms(scheme.dispositions) == pairs(raw["dispositions"])
    assert terms(scheme.stages) == pairs(raw["stages"])
    assert read_scheme(str(SHIPPED)) == read_scheme(SHIPPED) == scheme


def test_the_shipped_scheme_is_five_and_x():
    scheme = read_scheme()
    assert "".join(category.code for category in scheme.categories) == "ABCDEX"
    assert [term.code for term in scheme.dispositions] == ["retain", "revive", "new", "merge"]
    assert [term.code for term in scheme.stages] == ["1", "2", "3", "4", "5"]
    for category in scheme.categories:
        assert category.subtypes
        for term in category.subtypes:
            assert term.code.startswith(category.code)
            assert scheme.category_of(term.code) == category.code
            assert term in scheme.subtypes()


def test_a_code_that_is_not_there_has_no_category():
    scheme = read_scheme()
    assert scheme.category("C").en == "Inefficient industry"
    assert scheme.category("c") is None
    assert scheme.category("") is None
    assert scheme.category_of("C9") == ""
    assert scheme.category_of("C") == ""


# --- a file of one's own ------------------------------------------------------------------------


def test_a_file_may_name_its_own_terms_and_colours(write):
    scheme = read_scheme(write(SHEET))
    bridge = Term("F1", "桥", "桥")
    assert scheme.categories[0] == Category("F", "道路", "Roads", "#123ABC", (bridge,))
    assert terms(scheme.categories[1:]) == [("G", "Ponds", "Ponds")]
    assert scheme.categories[1].colour == read_scheme().categories[1].colour
    assert scheme.subtypes() == (bridge,)
    assert scheme.dispositions == (Term("keep", "keep", "keep"),)
    assert scheme.stages == (Term("1", "一", "一"), Term("0", "None", "None"))


def test_only_categories_are_needed(write):
    scheme = read_scheme(write({"categories": [{"code": "F", "subtypes": None}], "stages": None}))
    assert terms(scheme.categories) == [("F", "F", "F")]
    assert (scheme.subtypes(), scheme.dispositions, scheme.stages) == ((), (), ())


def test_a_file_with_a_mark_of_byte_order_is_read(write):
    assert read_scheme(write("\ufeff" + json.dumps(SHEET))) == read_scheme(write(SHEET, "{plain}.json"))


def test_more_categories_than_colours_are_all_coloured(write):
    scheme = read_scheme(write({"categories": [{"code": f"K{number}"} for number in range(30)]}))
    assert all(re.fullmatch("#[0-9a-f]{6}", category.colour) for category in scheme.categories)
    assert len({category.colour for category in scheme.categories[:9]}) == 9


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("categories", tags.CATEGORY),
        ("subtypes", tags.SUBTYPE),
        ("dispositions", tags.DISPOSITION),
        ("stages", tags.STAGE),
    ],
)
def test_codes_are_as_long_as_their_field_and_no_longer(write, part, name):
    def sheet(code):
        entry = {"categories": [{"code": "F"}]}
        if part == "subtypes":
            entry["categories"][0]["subtypes"] = [{"code": code}]
        else:
            entry[part] = [{"code": code}]
        return write(entry)

    most = tags.LENGTHS[name]
    read_scheme(sheet("x" * most))
    with pytest.raises(InvalidInput, match=rf"^CATEGORIES: .*no code for “{part}”.*up to {most} Latin letters"):
        read_scheme(sheet("x" * (most + 1)))


# --- files that cannot be used ------------------------------------------------------------------

DEEP = "[" * 100_000

BROKEN = {
    "nothing": (b"", "is not JSON"),
    "half": (json.dumps(SHEET)[:-9], "is not JSON"),
    "a comment": ('{"categories": [] // none\n}', "is not JSON"),
    "braces": ("{reason} {path}", "is not JSON"),
    "too deep": (DEEP, "is not JSON"),
    "another encoding": (json.dumps(SHEET, ensure_ascii=False).encode("gb18030"), "cannot be read .*UTF-8"),
    "utf-16": (json.dumps(SHEET).encode("utf-16"), "cannot be read .*UTF-8"),
    "a list": ([], "lists no categories"),
    "a number": (5, "lists no categories"),
    "null": (None, "lists no categories"),
    "no categories": ({"stages": SHEET["stages"]}, "lists no categories"),
    "empty categories": ({"categories": []}, "lists no categories"),
    "categories in words": ({"categories": "ABCDEX"}, "“categories” .* is not a list"),
    "categories by code": ({"categories": {"A": {"zh": "农地整治"}}}, "“categories” .* is not a list"),
    "a category in words": ({"categories": ["A", "B"]}, "“categories” .* is not a list"),
    "stages in words": ({**SHEET, "stages": ["1"]}, "“stages” .* is not a list"),
    "dispositions as number": ({**SHEET, "dispositions": 4}, "“dispositions” .* is not a list"),
    "sub-types as number": (changed("categories", 0, subtypes=3), "“subtypes” .* is not a list"),
    "sub-types in words": (changed("categories", 0, subtypes=["F1"]), "“subtypes” .* is not a list"),
    "sub-types by code": (changed("categories", 0, subtypes={"F1": {}}), "“subtypes” .* is not a list"),
    "no code": ({"categories": [{"zh": "农地整治"}]}, "“” .* no code for “categories”"),
    "a blank code": (changed("stages", 0, code="  "), "“” .* no code for “stages”"),
    "a Chinese code": (changed("categories", 0, code="农"), "“农” .* no code"),
    "a wide code": (changed("categories", 0, code="Ａ"), "“Ａ” .* no code"),
    "a code of two words": (changed("categories", 0, code="A B"), "“A B” .* no code"),
    "a list for a code": (changed("categories", 0, code=["A"]), "no code"),
    "a colour by name": (changed("categories", 0, colour="red"), "“red” .* is no colour"),
    "a short colour": (changed("categories", 0, colour="#fff"), "“#fff” .* is no colour"),
    "a colour and more": (changed("categories", 0, colour="#123456\n"), "is no colour"),
    "a colour as number": (changed("categories", 0, colour=123456), "is no colour"),
    "a category twice": (changed("categories", 1, code="F"), "“F” stands in .* twice"),
    "a category twice, spaced": (changed("categories", 1, code=" F "), "“F” stands in .* twice"),
    "a stage twice": (changed("stages", 1, code="1"), "“1” stands in .* twice"),
    "a sub-type in two": (changed("categories", 1, subtypes=[{"code": "F1"}]), "“F1” stands in .* twice"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_in_a_sentence(write, content, said):
    path = write(content, "mine {0} {path}.json")
    with pytest.raises(InvalidInput, match=rf"(?s)^CATEGORIES: .*{said}.*\.$") as refused:
        read_scheme(path)
    assert str(path) in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(InvalidInput, match="^CATEGORIES: the file .* cannot be read"):
            read_scheme(path)


def test_whatever_is_lost_of_a_file_it_is_read_or_refused(write):
    """Each value of the shipped file in turn replaced by something else: never another kind of error."""
    shipped = SHIPPED.read_text(encoding="utf-8")

    def places(node, path=()):
        yield path
        if isinstance(node, dict | list):
            for key in node if isinstance(node, dict) else range(min(len(node), 2)):
                yield from places(node[key], (*path, key))

    for path in places(json.loads(shipped)):
        for value in (None, 0, 2.5, True, "", "词", [], [None], {}, {"code": {}}):
            sheet = json.loads(shipped)
            node = sheet
            for key in path[:-1]:
                node = node[key]
            if path:
                node[path[-1]] = value
            try:
                scheme = read_scheme(write(sheet if path else value))
            except InvalidInput as refused:
                assert str(refused).startswith("CATEGORIES: ")
            else:
                assert scheme.categories


# --- colours ------------------------------------------------------------------------------------

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SEEN = {
    "by most": np.eye(3),
    "without green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "without red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "without blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def lab(colours, seen):
    """CIE L*a*b* (D65) of #rrggbb colours as somebody sees them."""
    srgb = np.array([[int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)] for colour in colours])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    share = (np.clip(linear @ seen.T, 0, 1) @ XYZ.T) / (0.95047, 1, 1.08883)
    x, y, z = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116).T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


def test_lab_is_measured_right():
    np.testing.assert_allclose(
        lab(["#ffffff", "#000000", "#ff0000"], np.eye(3)),
        [[100, 0, 0], [0, 0, 0], [53.24, 80.09, 67.20]], atol=0.02,
    )  # fmt: skip


@pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN.keys())
def test_category_colours_are_told_apart(seen):
    colours = [category.colour for category in read_scheme().categories]
    places = lab(colours, seen)
    for (a, one), (b, other) in itertools.combinations(zip(colours, places, strict=True), 2):
        assert np.linalg.norm(one - other) >= 20, (a, b)


def test_further_colours_are_told_apart_too(write):
    scheme = read_scheme(write({"categories": [{"code": f"K{number}"} for number in range(9)]}))
    colours = [category.colour for category in scheme.categories]
    for seen in SEEN.values():
        places = lab(colours, seen)
        for one, other in itertools.combinations(places, 2):
            assert np.linalg.norm(one - other) >= 10


def test_category_colours_differ_in_grey_and_from_what_is_not_tagged():
    # `processing/palette.py` gives parcels without a tag this near-white.
    colours = [*(category.colour for category in read_scheme().categories), "#f1efe8"]
    lightness = np.sort(lab(colours, np.eye(3))[:, 0])
    assert np.diff(lightness).min() >= 5
