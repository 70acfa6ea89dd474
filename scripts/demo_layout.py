"""The demo's printed map: an A4 page with title, legend, scale bar and north arrow."""

from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsFillSymbol,
    QgsHillshadeRenderer,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo

# The first of these that the machine has; all of them show Chinese.
FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
DPI = 150
# The page in millimetres: the map to the left, a column for the legend to the right.
MAP = (10, 28, 205, 172)
COLUMN = 221
# Survey classes by their first two digits, pale so that the blocks stand out.
AROUND = (
    ("water", "#bcd9ea", ("11",)),
    ("built", "#d9d2cb", ("05", "06", "07", "08", "09", "10")),
    ("woods", "#e3ecd8", ("02", "03", "04")),
)
OTHER = "#f4f2ec"


def surroundings(code_field, words, kinds=AROUND):
    """A pale renderer of the input: by kind of land where it has survey codes, plain where not."""
    root = QgsRuleBasedRenderer.Rule(None)
    for name, colour, codes in kinds if code_field else ():
        listed = ", ".join(f"'{code}'" for code in codes)
        root.appendChild(_rule(f'left("{code_field}", 2) IN ({listed})', words[name], colour))
    root.appendChild(_rule("ELSE", words["other"], OTHER))
    return QgsRuleBasedRenderer(root)


def relief(path):
    """The ground's relief, very light, to lie under all else."""
    layer = QgsRasterLayer(str(path), "")
    layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, 315, 45))
    layer.renderer().setZFactor(1.5)
    layer.renderer().setMultiDirectional(True)
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    layer.setOpacity(0.4)
    return layer


def print_map(project, layers, words, subtitle, note, path):
    """Print `layers`, the first on top and the second giving the extent, with the project's legend, to a PNG."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    extent = layers[1].extent()
    extent.scale(1.04)
    chart = QgsLayoutItemMap(layout)
    x, y, width, height = MAP
    height = min(height, width * extent.height() / extent.width())
    place(chart, x, y, width, height)
    chart.setLayers(layers)
    chart.zoomToExtent(extent)
    chart.setFrameEnabled(True)
    layout.addLayoutItem(chart)

    text(layout, words["title"], (10, 8, 200, 11), 20, bold=True)
    text(layout, subtitle, (10, 19, 260, 7), 10)
    text(layout, note, (x, y + height + 2, width, 6), 8)
    _legend(layout, chart, words)
    scale_bar(layout, chart, COLUMN, y + height - 14)
    north = QgsLayoutItemPicture(layout)
    north.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    place(north, 272, 28, 14, 16)
    layout.addLayoutItem(north)

    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"{path} cannot be written")


def _rule(condition, label, colour):
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": colour, "outline_width": "0.05"})
    return QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label)


def place(item, x, y, width, height):
    """Put an item on the page, in millimetres."""
    unit = Qgis.LayoutUnit.Millimeters
    item.attemptMove(QgsLayoutPoint(x, y, unit))
    item.attemptResize(QgsLayoutSize(width, height, unit))


def text_format(size, bold=False):
    """How texts of the page look."""
    # The project stores one family: one that this machine has.
    font = QFont(next((family for family in FONTS if QFontInfo(QFont(family)).family() == family), FONTS[0]))
    font.setFamilies(FONTS)
    form = QgsTextFormat()
    form.setFont(font)
    form.setForcedBold(bold)
    form.setSize(size)
    form.setColor(QColor("#1c1c1a"))
    return form


def text(layout, words, box, size, bold=False):
    """Write words into a box (x, y, width, height)."""
    label = QgsLayoutItemLabel(layout)
    label.setText(words)
    label.setTextFormat(text_format(size, bold))
    place(label, *box)
    layout.addLayoutItem(label)


def letter(legend, title, heading, label):
    """Give every text of a legend its format; sizes in points."""
    styles = QgsLegendStyle.Style
    for style, size in (
        (styles.Title, title), (styles.Group, heading), (styles.Subgroup, heading), (styles.Symbol, label),
        (styles.SymbolLabel, label),
    ):
        form = QgsLegendStyle(legend.style(style))
        form.setTextFormat(text_format(size, bold=size > label))
        legend.setStyle(style, form)


def _legend(layout, chart, words):
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(chart)
    legend.setTitle(words["legend"])
    letter(legend, 13, 10, 9)
    layout.addLayoutItem(legend)
    place(legend, COLUMN - 2, 50, 70, 110)


def scale_bar(layout, chart, x, y):
    """A scale bar of the map, its upper left corner at x, y."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(chart)
    bar.applyDefaultSize()
    bar.setStyle("Single Box")
    bar.setTextFormat(text_format(9))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(x, y, Qgis.LayoutUnit.Millimeters))
