"""The commands in scripts/, run as a person runs them."""

import csv
import sqlite3
import subprocess
from collections import Counter

import plugin_package
import pytest
from project_fonts import fonts_of
from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QImage

from land_consolidation.algorithms.tag_scheme import read_scheme

ROOT = plugin_package.ROOT
ALGORITHM = "landconsolidation:farmlandcontiguity"
SAMPLE = ROOT / "resources" / "sample" / "township.gpkg"


def run(command, *arguments, folder):
    return subprocess.run(
        [ROOT / "scripts" / command, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module", params=["en", "zh"])
def demo(request, tmp_path_factory):
    """One run of the demo on the sample, everything being installed: (language, folder, what it printed)."""
    folder = tmp_path_factory.mktemp("demo")
    result = run("demo", "--lang", request.param, "--output", "results", folder=folder)
    assert result.returncode == 0, result.stderr
    return request.param, folder / "results", result.stdout


def test_the_demo_leaves_a_project_results_and_a_delivery(demo):
    _, folder, said = demo
    names = {path.name for path in folder.iterdir()}
    assert {
        "township.qgz", "farmland.gpkg", "screening.gpkg", "tagged.gpkg", "sensitivity.csv", "ledger.csv",
        "report.html", "reports", "map.pdf", "map.png", "tables", "deliveries",
    } <= names
    assert all(name in said for name in names)
    (delivery,) = (folder / "deliveries").iterdir()
    assert {path.suffix for path in delivery.iterdir()} == {".gpkg", ".xlsx", ".json"}
    assert delivery.name in said


def test_the_project_opens_on_the_results_grouped_named_and_styled(demo):
    language, folder, _ = demo
    project = QgsProject()
    assert project.read(str(folder / "township.qgz"))
    layers = project.mapLayers().values()
    assert [layer.name() for layer in layers if not layer.isValid()] == []
    assert [layer.source() for layer in layers if str(folder) not in layer.source()] == []
    top = project.layerTreeRoot().children()[0]
    assert top.name() == {"en": "Screen a township", "zh": "乡镇全域筛查"}[language]
    results = {node.layer() for node in top.findLayers()}
    assert len(results) > 8
    assert [layer.name() for layer in results if layer.isSpatial() and layer.renderer().type() == "singleSymbol"] == []
    assert all((not layer.name().isascii()) == (language == "zh") for layer in results)
    (sheet,) = project.layoutManager().printLayouts()
    page = sheet.pageCollection().page(0).pageSize()
    assert (round(page.width()), round(page.height())) == (420, 297)
    kinds = {type(item) for item in sheet.items()}
    assert {QgsLayoutItemMap, QgsLayoutItemLegend, QgsLayoutItemScaleBar, QgsLayoutItemPicture} <= kinds
    del layers, results, top, sheet
    project.clear()


def test_the_project_asks_for_fonts_that_are_here(demo):
    _, folder, _ = demo
    fonts = fonts_of(folder / "township.qgz")
    assert fonts
    assert {family for family in fonts if QFontInfo(QFont(family)).family() != family} == set()


def test_the_printed_sheet_holds_its_texts(demo):
    language, folder, _ = demo
    said = subprocess.run(
        ["pdftotext", "-layout", folder / "map.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert {"zh": "土地综合整治", "en": "land consolidation"}[language] in said
    assert {"zh": "面积（亩）", "en": "Area [mu]"}[language] in said
    assert {"zh": "行政村界", "en": "Village boundary"}[language] in said
    assert "village_boundary" not in said


def test_the_demo_installs_nothing_twice(demo):
    assert "Installing" not in demo[2]


def test_the_demo_speaks_the_language_asked_for(demo):
    language, folder, said = demo
    assert ("耕地净面积（亩）" in said) == (language == "zh")
    assert ("Farmland, net (mu)" in said) == (language == "en")
    assert f'lang="{language}' in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", ["parcels", "blocks"])
def test_the_layers_open_with_their_style_and_aliases(demo, table):
    language, folder, _ = demo
    layer = QgsVectorLayer(f"{folder / 'farmland.gpkg'}|layername={table}", table, "ogr")
    assert layer.isValid()
    assert layer.featureCount() > 0
    assert layer.renderer().type() == "categorizedSymbol"
    assert layer.renderer().classAttribute() == "block_class"
    alias = layer.attributeAlias(layer.fields().lookupField("block_id"))
    assert alias
    assert alias.isascii() == (language == "en")
    with sqlite3.connect(folder / "farmland.gpkg") as connection:
        found = connection.execute("select useAsDefault from layer_styles where f_table_name = ?", [table]).fetchall()
    assert found == [(1,)]


def test_the_sensitivity_table_is_complete(demo):
    _, folder, _ = demo
    with (folder / "sensitivity.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {float(row["gap_m"]) for row in rows} == {0, 10, 20, 50}
    assert {float(row["threshold_mu"]) for row in rows} == {100, 1_000, 10_000}


def test_the_map_shows_every_category(demo):
    _, folder, _ = demo
    picture = QImage(str(folder / "map.png"))
    assert picture.width() > 1_500
    assert picture.height() > 1_000
    seen = Counter(
        QColor(picture.pixel(x, y)).name() for x in range(50, 1_300) for y in range(150, picture.height() - 350))
    missing = [category.code for category in read_scheme().categories if seen[category.colour.lower()] < 50]
    assert missing == [], "categories that the map does not show"


def test_a_failed_run_leaves_the_last_results(demo):
    _, folder, _ = demo
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run("demo", SAMPLE, "--code-system", "0", "--max-gap", "-1", "--output", folder, folder=folder.parent)
    assert result.returncode == 1
    assert "MAX_GAP" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_demo_takes_a_layer_and_parameters_from_anywhere(tmp_path):
    (tmp_path / "mine.gpkg").write_bytes(SAMPLE.read_bytes())
    result = run(
        "demo", "mine.gpkg|layername=DLTB", "--code-system", "0", "--thresholds", "50;500", "--output", "out",
        folder=tmp_path,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    layer = QgsVectorLayer(f"{tmp_path / 'out' / 'farmland.gpkg'}|layername=blocks", "blocks", "ogr")
    assert {category.value() for category in layer.renderer().categories()} == {"0", "50", "500"}


def test_an_unknown_parameter_is_named(tmp_path):
    result = run("demo", SAMPLE, "--maximum-gap", "3", folder=tmp_path)
    assert result.returncode == 1
    assert "no parameter MAXIMUM_GAP" in result.stderr
    assert "MAX_GAP" in result.stderr


def test_qgis_process_knows_the_plugin_and_passes_arguments_and_exit_code(tmp_path):
    assert ALGORITHM in run("qgis_process", "list", folder=tmp_path).stdout
    assert "MAX_GAP" in run("qgis_process", "help", ALGORITHM, folder=tmp_path).stdout
    assert run("qgis_process", "run", "native:nosuchthing", folder=tmp_path).returncode != 0
