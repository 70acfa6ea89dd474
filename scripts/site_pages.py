"""Build the documentation as a site with MkDocs: hand-written pages, and the algorithms' help pages as they ship.

docs/site/LANGUAGE/*.md are the hand-written pages, in both languages under the same names; docs/algorithms holds the
help pages that scripts/help_pages makes. Tables of fields come from the shipped data.
"""

import csv
import re
import shutil
import sys
from pathlib import Path

import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent
DOCS, DOMAIN = ROOT / "docs", ROOT / "resources" / "domain"
LANGUAGES = ("en", "zh")
# (name of the page, {language: title}); the algorithms follow by themselves.
PAGES = (
    ("index", {"en": "What it is", "zh": "简介"}),
    ("tutorial", {"en": "Tutorial: a first quarter of an hour", "zh": "入门：最初的一刻钟"}),
    ("dock", {"en": "The dock", "zh": "标注面板"}),
    ("workflows", {"en": "Models and batches", "zh": "模型与批处理"}),
    ("data", {"en": "Preparing data", "zh": "数据准备"}),
    ("profiles", {"en": "Delivery profiles", "zh": "成果配置"}),
    ("judgement", {"en": "Policy and judgement", "zh": "政策与判断"}),
    ("privacy", {"en": "Privacy", "zh": "隐私与保密"}),
    ("troubleshooting", {"en": "Troubleshooting", "zh": "疑难解答"}),
    ("architecture", {"en": "Architecture", "zh": "架构"}),
    ("extending", {"en": "Adding to it", "zh": "扩展"}),
    ("compatibility", {"en": "Compatibility", "zh": "兼容性"}),
)
TITLES = {
    "en": {"language": "English", "tools": "Tools", "field": "Field", "shown": "Meaning", "aliases": "Also known as"},
    "zh": {"language": "中文", "tools": "工具", "field": "字段", "shown": "含义", "aliases": "也可称为"},
}
_BODY = re.compile(r"<body>\n(.*)</body>", re.DOTALL)
_HEADING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)


def help_page(path):
    """(title, body) of a help page."""
    body = _BODY.search(path.read_text(encoding="utf-8"))[1]
    return _HEADING.search(body)[1].strip(), body


def fields_table(language):
    """The survey fields that are read under other names too, as Markdown."""
    words = TITLES[language]
    with (DOMAIN / "dltb_fields.csv").open(encoding="utf-8") as file:
        meaning = {row["field"]: row["name_zh"] for row in csv.DictReader(file)}
    with (DOMAIN / "field_aliases.csv").open(encoding="utf-8") as file:
        rows = [(row["field"], row["aliases"].split("|")) for row in csv.DictReader(file)]
    lines = [f"| {words['field']} | {words['shown']} | {words['aliases']} |", "| --- | --- | --- |"]
    for field, aliases in rows:
        names = ", ".join(f"`{name}`" for name in aliases if name)
        lines.append(f"| `{field}` | {meaning.get(field, '')} | {names} |")
    return "\n".join(lines)


def write_sources(folder):
    """The site's source tree; returns its navigation."""
    navigation = []
    shutil.copytree(DOCS / "images", folder / "images")
    for language in LANGUAGES:
        own = folder / language
        own.mkdir()
        part = []
        for name, titles in PAGES:
            text = (DOCS / "site" / language / f"{name}.md").read_text(encoding="utf-8")
            (own / f"{name}.md").write_text(text.replace("{{fields}}", fields_table(language)), encoding="utf-8")
            part.append({titles[language]: f"{language}/{name}.md"})
        tools = []
        for path in sorted((DOCS / "algorithms").glob(f"*.{language}.html")):
            title, body = help_page(path)
            name = path.name.partition(".")[0]
            (own / f"tool_{name}.md").write_text(f"---\ntitle: \"{title}\"\n---\n\n{body}", encoding="utf-8")
            tools.append({title: f"{language}/tool_{name}.md"})
        part.append({TITLES[language]["tools"]: tools})
        navigation.append({TITLES[language]["language"]: part})
    shutil.copyfile(folder / "en" / "index.md", folder / "index.md")
    text = (folder / "index.md").read_text(encoding="utf-8")
    (folder / "index.md").write_text(
        re.sub(r"\]\((?!http)([\w.]+\.md)", r"](en/\1", text).replace("../images", "images"), encoding="utf-8")
    return [{"Home": "index.md"}, *navigation]


def build(target):
    """Build the site into `target`; raises where MkDocs warns of anything."""
    work = ROOT / ".cache" / "site"
    shutil.rmtree(work, ignore_errors=True)
    (work / "src").mkdir(parents=True)
    settings = {
        "site_name": "Land Consolidation for QGIS · 土地综合整治",
        "docs_dir": str(work / "src"), "site_dir": str(target), "use_directory_urls": False,
        # Nothing from elsewhere: code is not coloured by a script of somebody's server.
        "theme": {"name": "readthedocs", "highlightjs": False, "navigation_depth": 3, "locale": "en"},
        "plugins": ["search"], "markdown_extensions": ["tables", "toc"],
        "nav": write_sources(work / "src"),
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
    }  # fmt: skip
    file = work / "mkdocs.yml"
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    build_site(load_config(str(file), strict=True))


if __name__ == "__main__":
    build(Path(sys.argv[1]).absolute())
