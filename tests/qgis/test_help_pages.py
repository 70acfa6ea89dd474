"""The help pages: as up to date as the algorithms, whole, and readable without a network."""

import re
from html.parser import HTMLParser

import help_pages
import pytest

VOID = {"meta", "br", "img"}


@pytest.fixture(scope="module")
def pages():
    return dict(help_pages.pages())


class Reader(HTMLParser):
    """Texts, pictures and links of a page; complains of tags that do not match."""

    def __init__(self, text):
        super().__init__()
        self.open, self.sources, self.text = [], [], ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.sources += [value for name, value in attributes if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_pages_shipped_are_those_that_would_be_made_now(pages):
    shipped = {path: path.read_text(encoding="utf-8") for path in help_pages.PAGES.glob("*.html")}
    stale = sorted(path.name for path in pages if shipped.get(path) != pages[path])
    assert not stale, f"run scripts/help_pages: {stale}"
    assert set(shipped) == set(pages)


def test_every_help_button_finds_its_page(provider, pages):
    names = {path.name for path in pages}
    for algorithm in provider.algorithms():
        assert {f"{algorithm.name()}.en.html", f"{algorithm.name()}.zh.html"} <= names
        assert algorithm.helpUrl().rpartition("/")[2] in names


def test_pages_are_well_formed_and_need_no_network(pages):
    for path, text in pages.items():
        page = Reader(text)
        assert page.sources, path.name
        assert all(source.startswith("data:image/svg+xml") for source in page.sources), path.name
        assert "@import" not in text and "url(" not in text, path.name
        assert "$" not in page.text, path.name


def test_pages_name_every_parameter_output_and_field(provider, pages):
    for algorithm in provider.algorithms():
        names = {one.name() for one in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions())}
        module = help_pages.OUTPUT_MODULES.get(algorithm.name())
        for fields in module.FIELDS.values() if module else ():
            names |= {name for name, *_ in fields}
        for language in ("en", "zh"):
            text = pages[help_pages.PAGES / f"{algorithm.name()}.{language}.html"]
            missing = [name for name in sorted(names) if f"<code>{name}</code>" not in text]
            assert missing == [], (algorithm.name(), language)


def test_languages_do_not_mix(pages):
    for path, text in pages.items():
        words = Reader(text).text
        if path.name.endswith(".zh.html"):
            assert not re.search(r"\b(the|which|of) [a-z]+ (is|are|of|that)\b", words), path.name
        else:
            assert len(re.findall(r"[一-鿿]", words)) < 0.02 * len(words), path.name


def test_the_translation_used_is_taken_away_again(pages, provider):
    assert provider.algorithms()[0].displayName().isascii()
