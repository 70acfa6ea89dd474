"""The documentation's site: built strictly, the same pages in both languages, nothing fetched from elsewhere."""

import re

import pytest
import site_pages
from plugin_package import ROOT

FETCHED = re.compile(r"<(?:script|img|link|iframe)\b[^>]*?(?:src|href)=[\"']?((?:https?:)?//[^\"' >]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "built"
    site_pages.build(folder)  # raises on any warning
    return folder


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_both_languages_have_the_same_pages(site):
    assert names(site / "en") == names(site / "zh")
    assert {f"{name}.html" for name, _ in site_pages.PAGES} <= names(site / "en")


def test_every_tool_has_its_page(site):
    tools = {path.name.partition(".")[0] for path in (ROOT / "docs" / "algorithms").glob("*.html")}
    assert {f"tool_{name}.html" for name in tools} <= names(site / "en")


def test_nothing_is_fetched_from_elsewhere(site):
    found = {
        address for path in site.rglob("*.html") for address in FETCHED.findall(path.read_text(encoding="utf-8"))
        if 'rel="canonical"' not in address
    }
    assert found == set()
    styles = [path for path in site.rglob("*.css") if re.search(r"url\([\"']?(https?:)?//", path.read_text("utf-8"))]
    assert styles == []


def test_pictures_of_the_tutorial_are_there_in_both_languages(site):
    kept = {path.name for path in (site / "images" / "tutorial" / "en").iterdir()}
    assert kept == {path.name for path in (site / "images" / "tutorial" / "zh").iterdir()}
    assert len(kept) >= 5
