"""Map styles of farmland contiguity."""

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .i18n import tr
from .palette import BLOCK_CLASSES, HALO, LINE

_NAMED = {100.0: "百亩方", 1_000.0: "千亩方", 10_000.0: "万亩方"}


def style_parcels(layer, thresholds):
    """Parcels filled by the class of their block."""
    layer.setRenderer(_by_class(thresholds, outline="#8d8d86", width="0.06"))


def style_blocks(layer, thresholds):
    """Blocks filled by class and outlined, the large ones labelled with their net area."""
    layer.setRenderer(_by_class(thresholds, outline=LINE, width="0.3"))
    labels = QgsPalLayerSettings()
    labels.fieldName = (
        f"CASE WHEN \"net_mu\" >= {thresholds[0]!r} THEN format_number(\"net_mu\", 0) || ' {tr('mu')}' END"
    )
    labels.isExpression = True
    labels.placement = Qgis.LabelPlacement.Horizontal
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor("#1c1c1a"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor(HALO))
    text.setBuffer(halo)
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def class_label(threshold):
    """A class in words: `≥ 1,000 mu 千亩方`."""
    name = _NAMED.get(float(threshold))
    label = tr("at least {threshold} mu").format(threshold=f"{threshold:,.10g}")
    return f"{label} ({name})" if name else label


def _by_class(thresholds, outline, width):
    from .farmland_outputs import class_name

    categories = []
    for level in range(len(thresholds), -1, -1):
        colour = BLOCK_CLASSES[min(level, len(BLOCK_CLASSES) - 1)]
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": width})
        label = class_label(thresholds[level - 1]) if level else tr("below {threshold} mu").format(
            threshold=f"{thresholds[0]:,.10g}")
        categories.append(QgsRendererCategory(class_name(level, thresholds), symbol, label))
    return QgsCategorizedSymbolRenderer("block_class", categories)
