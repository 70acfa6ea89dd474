"""The demo's printed sheet: A3 with title, map, legend, areas by category in mu, scale bar and north arrow."""

from demo_layout import letter, place, scale_bar, text, text_format
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsRenderContext,
    QgsTableCell,
)
from qgis.PyQt.QtCore import Qt

PRINTED, SHOWN = 150, 110  # dots per inch of the PDF and of the picture
# Millimetres: the map to the left, a column to the right.
_MAP, _COLUMN, _WIDTH = (10, 30, 292, 250), 308, 104
_COLUMNS = (70, 30, 40)


def make_sheet(project, layers, extent, words, rows):
    """The layout, kept in the project.

    layers: the map's, the first on top; rows: texts of the table, the first its head.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(words["sheet"])
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Orientation.Landscape)
    chart = QgsLayoutItemMap(layout)
    x, y, width, height = _MAP
    extent.scale(1.03)
    height = min(height, width * extent.height() / extent.width())
    place(chart, x, y, width, height)
    chart.setLayers(layers)
    chart.setKeepLayerSet(True)
    chart.zoomToExtent(extent)
    chart.setFrameEnabled(True)
    layout.addLayoutItem(chart)
    text(layout, words["sheet"], (10, 8, 280, 12), 26, bold=True)
    text(layout, words["sheet_about"], (10, 20, 290, 8), 11)
    text(layout, words["sample"], (x, y + height + 3, width, 7), 10)
    north = QgsLayoutItemPicture(layout)
    north.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    place(north, x + width - 18, y + 4, 14, 16)
    layout.addLayoutItem(north)
    scale_bar(layout, chart, _COLUMN, y + height - 16)
    _legend(layout, chart, layers, words)
    _table(layout, rows, y + height + 12)
    project.layoutManager().addLayout(layout)
    return layout


def export_sheet(layout, folder):
    """Save the sheet as map.pdf, its texts as texts, and as map.png."""
    exporter = QgsLayoutExporter(layout)
    pdf, picture = QgsLayoutExporter.PdfExportSettings(), QgsLayoutExporter.ImageExportSettings()
    pdf.dpi, picture.dpi = PRINTED, SHOWN
    pdf.textRenderFormat = QgsRenderContext.TextRenderFormat.TextFormatAlwaysText
    for result, name in (
        (exporter.exportToPdf(str(folder / "map.pdf"), pdf), "map.pdf"),
        (exporter.exportToImage(str(folder / "map.png"), picture), "map.png"),
    ):
        if result != QgsLayoutExporter.ExportResult.Success:
            raise OSError(f"{name} cannot be written")


def _legend(layout, chart, layers, words):
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(chart)
    legend.setTitle(words["legend"])
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in layers:
        if layer.name() not in words["unlisted"]:
            node = root.addLayer(layer)
            if layer.name() in words["shown_as"]:
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, words["shown_as"][layer.name()])
                legend.model().refreshLayerLegend(node)
    letter(legend, 14, 11, 10)
    layout.addLayoutItem(legend)
    place(legend, _COLUMN, 28, _WIDTH, 150)


def _cell(content, to_the_right):
    cell = QgsTableCell(content)
    if to_the_right:
        cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
    return cell


def _table(layout, rows, y):
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    columns = [QgsLayoutTableColumn(head) for head in rows[0]]
    table.setTableContents([[_cell(text, place > 0) for place, text in enumerate(row)] for row in rows[1:]])
    table.setIncludeTableHeader(True)
    table.setHeaders(columns)
    table.setColumnWidths(list(_COLUMNS))
    table.setContentTextFormat(text_format(10))
    table.setHeaderTextFormat(text_format(10, bold=True))
    table.setGridStrokeWidth(0.2)
    table.setCellMargin(1.5)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    frame = QgsLayoutFrame(layout, table)
    place(frame, _MAP[0], y, sum(_COLUMNS) + 12, 56)
    table.addFrame(frame)
