"""What the pages point to is there."""

import re

import plugin_package
import pytest

ROOT = plugin_package.ROOT
# The site's pages link to each other as they will be; MkDocs itself checks that (test_site.py).
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
each_page = pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])


@each_page
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@each_page
def test_named_files_and_commands_exist(page):
    named = re.findall(
        r"`((?:scripts|algorithms|processing|ui|resources|tests)/[\w./]*)(?=[` ])", page.read_text(encoding="utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_both_readmes_tell_the_same():
    def skeleton(page):
        return re.findall(r"^(#+|```|\||!|\d\.)", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert skeleton(PAGES[0]) == skeleton(PAGES[1])
